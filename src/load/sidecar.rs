//! The correction beside an article: `summit.txt` is corrected by `summit.briefing.toml`.

use std::path::{Path, PathBuf};

use crate::briefing::toml::{self, BriefingFile};
use crate::briefing::{CleanText, Written};
use crate::load::decode::text_of;
use crate::load::error::{LoadError, shown};
use crate::load::{Loaded, paragraphs};

/// How the name of a correction ends.
const ENDING: &str = ".briefing.toml";

/// What the article that a correction belongs to may end in, in order of preference.
const CORRECTED: &[&str] = &["txt", "text", "md", "markdown", "toml", ""];

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

/// The article that the correction at `path` belongs to, where it is there.
pub(super) fn corrected(path: &Path) -> Option<PathBuf> {
    let stem = stem(path)?;
    CORRECTED
        .iter()
        .map(|extension| {
            let dot = if extension.is_empty() { "" } else { "." };
            path.with_file_name(format!("{stem}{dot}{extension}"))
        })
        .find(|article| article.is_file())
}

/// Reads the correction beside the article at `path`, where there is one.
pub(super) fn beside(path: &Path) -> Result<Option<BriefingFile>, LoadError> {
    let path = sidecar_path(path);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(LoadError::unreadable(&path, &error)),
    };
    let text = text_of(&bytes, &shown(&path))?;
    Ok(Some(toml::read(&text, &shown(&path))?))
}

/// What the correction has wins over what the article's own file has.
pub(super) fn correct(loaded: &mut Loaded, correction: BriefingFile) {
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
