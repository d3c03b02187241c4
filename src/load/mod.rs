//! Bytes → [`Article`]: detection, decoding, cleaning; one file a format.
//!
//! This room speaks the words of [`briefing`](crate::briefing) and uses no other room of ours.

use std::path::{Path, PathBuf};

use crate::briefing::{Article, CleanText, Written};

/// What a file holds: the article, and what a person wrote about it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Loaded {
    /// The article.
    pub article: Article,
    /// The sections that a briefing file or the correction beside an article has.
    pub written: Written,
}

/// Why a file gives no article. Its message says what failed, where, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The file cannot be read.
    #[error("{path}: {reason}")]
    Unreadable {
        /// The file, fit to be shown.
        path: CleanText,
        /// What the system said, and what to do.
        reason: CleanText,
    },
}

/// Reads one article file, and the correction beside it where there is one.
pub fn load_file(path: &Path) -> Result<Loaded, LoadError> {
    let bytes = std::fs::read(path).map_err(|error| LoadError::Unreadable {
        path: CleanText::line(&path.to_string_lossy()),
        reason: CleanText::line(&error.to_string()),
    })?;
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
