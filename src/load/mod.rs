//! Bytes → [`Article`]: detection, decoding, cleaning; one file a format.
//!
//! | File | What it is for |
//! |---|---|
//! | `decode`, `detect` | bytes → text, whatever the encoding; which format it is in |
//! | `text`, `markdown`, `toml` | one format each |
//! | `metadata`, `date_line`, `calendar`, `dateline`, `front_matter` | what is no prose, and what it tells |
//! | `paragraphs` | lines → the normal form of [`Article::text`] |
//! | `sidecar` | the correction beside an article |
//!
//! This room speaks the words of [`briefing`](crate::briefing) and uses no other room of ours.

mod calendar;
mod date_line;
mod dateline;
mod decode;
mod detect;
mod error;
mod front_matter;
mod markdown;
mod metadata;
mod paragraphs;
mod sidecar;
mod text;
mod toml;

use std::path::{Path, PathBuf};

use crate::briefing::{Article, CleanText, Format, Written};

pub use detect::{looks_like_briefing, looks_like_text};
pub use error::LoadError;
pub use sidecar::{is_sidecar, sidecar_path};

/// What a file holds: the article, and what a person wrote about it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Loaded {
    /// The article.
    pub article: Article,
    /// The sections that a briefing file or the correction beside an article has, each item with the spans of its words
    /// where the article has them.
    pub written: Written,
}

/// Reads one article file, and the correction beside it where there is one. The name of a correction stands for the
/// article that it corrects.
pub fn load_file(path: &Path) -> Result<Loaded, LoadError> {
    let corrected = sidecar::corrected(path);
    let path = corrected.as_deref().unwrap_or(path);
    let bytes = std::fs::read(path).map_err(|error| LoadError::unreadable(path, &error))?;
    let mut loaded = read(&bytes, Some(path))?;
    if let Some(correction) = sidecar::beside(path)? {
        sidecar::correct(&mut loaded, correction);
    }
    Ok(located(loaded))
}

/// Reads one article from memory; `path` is used to tell the format where the content does not, and in messages.
/// Nothing is looked for beside it.
pub fn load_bytes(bytes: &[u8], path: Option<&Path>) -> Result<Loaded, LoadError> {
    read(bytes, path).map(located)
}

fn located(mut loaded: Loaded) -> Loaded {
    loaded.written = loaded.written.located(&loaded.article.text);
    loaded
}

fn read(bytes: &[u8], path: Option<&Path>) -> Result<Loaded, LoadError> {
    let name = path.map_or_else(|| CleanText::line("standard input"), error::shown);
    let text = decode::text_of(bytes, &name)?;
    let format = detect::format(&text, path);
    let mut article = Article {
        path: path.map(PathBuf::from),
        format,
        ..Article::default()
    };
    let mut written = Written::default();
    match format {
        Format::Text => text::read(&text, &mut article),
        Format::Markdown => markdown::read(&text, &mut article).map_err(|fault| LoadError::FrontMatter {
            path: name.clone(),
            line: fault.line,
            reason: fault.reason,
        })?,
        Format::Toml => written = toml::read(&text, &name, &mut article)?,
    }
    if article.text.is_empty() {
        return Err(LoadError::Empty { path: name });
    }
    Ok(Loaded { article, written })
}
