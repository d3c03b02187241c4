//! The correction beside an article: `summit.txt` is corrected by `summit.briefing.toml`, and the article of `news.xml`
//! whose key is `bridge-shut` by `news.xml.bridge-shut.briefing.toml`.

use std::ffi::OsStr;
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

use crate::briefing::toml::{self, BriefingFile};
use crate::briefing::{Article, ArticleId, CleanText, Format, Written};
use crate::load::decode::text_of;
use crate::load::error::{LoadError, shown};
use crate::load::limits::Limits;
use crate::load::{Loaded, file, paragraphs};

/// How the name of a correction ends.
const ENDING: &str = ".briefing.toml";

/// What the article that a correction belongs to may end in, in order of preference.
const CORRECTED: &[&str] = &[
    "txt", "text", "md", "markdown", "toml", "html", "htm", "xhtml", "eml", "emlx", "mht", "mhtml", "json",
    "xml", "docx", "rtf", "pdf", "gz", "",
];

/// Where the correction of the article at `path` stands, whether it is there or not.
///
/// ```
/// use briefing::load::sidecar_path;
/// assert_eq!(sidecar_path("news/summit.txt".as_ref()).to_str(), Some("news/summit.briefing.toml"));
/// ```
pub fn sidecar_path(path: &Path) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_os_string();
    name.push(ENDING);
    path.with_file_name(name)
}

/// Where the correction of an article stands, which may be one of many in its file.
pub fn sidecar_of(id: &ArticleId) -> PathBuf {
    let Some(key) = &id.entry else {
        return sidecar_path(&id.path);
    };
    let mut name = id.path.file_name().unwrap_or_default().to_os_string();
    name.push(".");
    name.push(key);
    name.push(ENDING);
    id.path.with_file_name(name)
}

/// The file that holds the corrections of `article`, be it there or not: a briefing in TOML is put right in place, any
/// other article in the file beside it. `None` for standard input.
pub fn kept_in(article: &Article) -> Option<PathBuf> {
    let id = article.id()?;
    let in_place = article.format == Format::Toml && id.entry.is_none();
    Some(if in_place { id.path } else { sidecar_of(&id) })
}

/// Whether `path` has the name of a correction.
pub fn is_sidecar(path: &Path) -> bool {
    stem(path).is_some()
}

/// What stands before [`ENDING`] in the name of a correction, whatever its encoding.
fn stem(path: &Path) -> Option<&OsStr> {
    let stem = path.file_name()?.as_bytes().strip_suffix(ENDING.as_bytes())?;
    (!stem.is_empty()).then(|| OsStr::from_bytes(stem))
}

/// The article that the correction at `path` belongs to, where its file is there.
pub fn corrected(path: &Path) -> Option<ArticleId> {
    let stem = stem(path)?;
    let mut names = CORRECTED.iter().map(|extension| {
        let mut name = stem.to_os_string();
        if !extension.is_empty() {
            name.push(".");
            name.push(extension);
        }
        path.with_file_name(name)
    });
    if let Some(article) = names.find(|article| article.is_file()) {
        return Some(article.into());
    }
    let stem = stem.as_bytes();
    let dot = stem.iter().rposition(|byte| *byte == b'.')?;
    let path = path.with_file_name(OsStr::from_bytes(stem.get(..dot)?));
    let key = str::from_utf8(stem.get(dot + 1..)?).ok()?;
    path.is_file().then(|| ArticleId {
        path,
        entry: Some(key.to_owned()),
    })
}

/// The file that what is written at `path` is kept in: `path` itself, or what it leads to where it is a link. A correction
/// is in the folder of its article: a link that leads out of it is not followed, neither to read nor to write.
pub fn kept_at(path: &Path) -> io::Result<PathBuf> {
    match path.symlink_metadata() {
        Ok(there) if there.is_symlink() => {}
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => return Ok(path.to_path_buf()),
    }
    let refused = |reason: &str| Err(io::Error::other(reason));
    let Ok(target) = path.canonicalize() else {
        return refused("this link leads to no file; delete it, or put the file itself in its place");
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize()?;
    if is_sidecar(path) && !target.starts_with(folder) {
        return refused(
            "this link leads out of the folder of the article, and no correction is kept there; put the file itself in its \
             place, or delete the link",
        );
    }
    Ok(target)
}

/// The bytes of the correction at `path`, or of a briefing that is corrected in place, no more of them than is allowed;
/// `None` where there is none.
pub fn held(path: &Path, limits: &Limits) -> Result<Option<Vec<u8>>, LoadError> {
    let file = kept_at(path).map_err(|error| LoadError::unreadable(path, &error))?;
    match file.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        _ => {}
    }
    // It is no archive, whatever it looks like.
    let limits = Limits {
        unpacked: limits.file,
        ..*limits
    };
    file::read(&file, &limits).map(Some)
}

/// What the correction at `path` holds; `None` where there is none.
pub fn correction(path: &Path, limits: &Limits) -> Result<Option<BriefingFile>, LoadError> {
    let Some(bytes) = held(path, limits)? else {
        return Ok(None);
    };
    let text = text_of(&bytes, &shown(path))?;
    Ok(Some(toml::read(&text, &shown(path))?))
}

/// Puts the correction beside an article to it, where there is one.
pub(super) fn put_right(mut loaded: Loaded, limits: &Limits) -> Result<Loaded, LoadError> {
    if let Some(id) = loaded.article.id()
        && let Some(correction) = correction(&sidecar_of(&id), limits)?
    {
        correct(&mut loaded, correction);
    }
    Ok(loaded)
}

/// What the correction has wins over what the article's own file has.
fn correct(loaded: &mut Loaded, correction: BriefingFile) {
    let BriefingFile { mut article, written } = correction;
    if let Some(text) = article.text.take() {
        loaded.article.text = CleanText::new(&paragraphs::normal_form(&text));
    }
    article.correct(&mut loaded.article);
    let own = std::mem::take(&mut loaded.written);
    let hints = if written.quotes.is_some() {
        written.hints
    } else {
        own.hints
    };
    loaded.written = Written {
        hints,
        summary: written.summary.or(own.summary),
        actors: written.actors.or(own.actors),
        quotes: written.quotes.or(own.quotes),
        timeline: written.timeline.or(own.timeline),
    };
}
