//! Bytes → [`Article`]: detection, decoding, cleaning; one file a format.
//!
//! | File | What it is for |
//! |---|---|
//! | `detect` | which format some content is in |
//! | `decode` | bytes → text, whatever the encoding |
//! | `text`, `markdown`, `toml` | one format each |
//! | `metadata`, `date_line`, `dateline` | the lines of plain text that are no prose |
//! | `paragraphs` | lines → the normal form of [`Article::text`] |
//! | `sidecar` | the correction beside an article |
//!
//! This room speaks the words of [`briefing`](crate::briefing) and uses no other room of ours.

mod error;
mod sidecar;

use std::path::{Path, PathBuf};

use crate::briefing::{Article, CleanText, Written};

pub use error::LoadError;
pub use sidecar::{is_sidecar, sidecar_path};

/// What a file holds: the article, and what a person wrote about it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Loaded {
    /// The article.
    pub article: Article,
    /// The sections that a briefing file or the correction beside an article has.
    pub written: Written,
}

/// Reads one article file, and the correction beside it where there is one.
pub fn load_file(path: &Path) -> Result<Loaded, LoadError> {
    let bytes = std::fs::read(path).map_err(|error| LoadError::unreadable(path, &error))?;
    load_bytes(&bytes, Some(path))
}

/// Reads one article from memory; `path` is used to tell the format where the content does not, and in messages.
pub fn load_bytes(bytes: &[u8], path: Option<&Path>) -> Result<Loaded, LoadError> {
    let text = CleanText::new(&String::from_utf8_lossy(bytes));
    let article = Article {
        text,
        path: path.map(PathBuf::from),
        ..Article::default()
    };
    Ok(Loaded {
        article,
        written: Written::default(),
    })
}

/// Whether the first bytes of a file look like text, in whatever encoding.
pub fn looks_like_text(start: &[u8]) -> bool {
    !start.is_empty() && !start.contains(&0)
}

/// Whether the first bytes of a TOML file look like a briefing, even a broken one.
pub fn looks_like_briefing(start: &[u8]) -> bool {
    start.windows(8).any(|window| window == b"[article")
}
