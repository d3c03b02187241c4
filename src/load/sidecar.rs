//! The correction beside an article: `summit.txt` is corrected by `summit.briefing.toml`, and the article of `news.xml`
//! whose key is `bridge-shut` by `news.xml.bridge-shut.briefing.toml`.

use std::path::{Path, PathBuf};

use crate::briefing::toml::{self, BriefingFile};
use crate::briefing::{Article, ArticleId, CleanText, Format, Written};
use crate::load::decode::text_of;
use crate::load::error::{LoadError, shown};
use crate::load::{Loaded, paragraphs};

/// How the name of a correction ends.
const ENDING: &str = ".briefing.toml";

/// What the article that a correction belongs to may end in, in order of preference.
const CORRECTED: &[&str] = &[
    "txt", "text", "md", "markdown", "toml", "html", "htm", "xhtml", "eml", "emlx", "mht", "mhtml", "json",
    "xml", "docx", "rtf", "pdf", "txt.gz", "html.gz", "",
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

fn stem(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    name.strip_suffix(ENDING)
        .filter(|stem| !stem.is_empty())
        .map(str::to_owned)
}

/// The article that the correction at `path` belongs to, where its file is there.
pub fn corrected(path: &Path) -> Option<ArticleId> {
    let stem = stem(path)?;
    let mut names = CORRECTED.iter().map(|extension| {
        let dot = if extension.is_empty() { "" } else { "." };
        path.with_file_name(format!("{stem}{dot}{extension}"))
    });
    if let Some(article) = names.find(|article| article.is_file()) {
        return Some(article.into());
    }
    let (file, key) = stem.rsplit_once('.')?;
    let path = path.with_file_name(file);
    path.is_file().then(|| ArticleId {
        path,
        entry: Some(key.to_owned()),
    })
}

/// The articles of the file at `path` that have corrections of their own, in order of their keys.
pub fn corrected_entries(path: &Path) -> Vec<ArticleId> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let files = std::fs::read_dir(folder.unwrap_or(Path::new(".")))
        .into_iter()
        .flatten();
    let mut entries: Vec<ArticleId> = files
        .filter_map(|file| corrected(&path.with_file_name(file.ok()?.file_name())))
        .filter(|id| id.path == path && id.entry.is_some())
        .collect();
    entries.sort_by(|a, b| a.entry.cmp(&b.entry));
    entries
}

/// Puts the correction beside an article to it, where there is one.
pub(super) fn put_right(mut loaded: Loaded) -> Result<Loaded, LoadError> {
    if let Some(id) = loaded.article.id()
        && let Some(correction) = read(&sidecar_of(&id))?
    {
        correct(&mut loaded, correction);
    }
    Ok(loaded)
}

fn read(path: &Path) -> Result<Option<BriefingFile>, LoadError> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(LoadError::unreadable(path, &error)),
    };
    let text = text_of(&bytes, &shown(path))?;
    Ok(Some(toml::read(&text, &shown(path))?))
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
