//! Which article is meant: a file may hold many.

use std::path::PathBuf;

use crate::briefing::CleanText;

/// One article among those of a file: a feed, a mailbox, an archive.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry {
    /// What it is called after the name of its file: `#3`, `/inner.html`, `/feed.xml#3`. It may be another's when the
    /// file has grown.
    pub label: CleanText,
    /// What it is known by however the file grows, and part of the name of its correction: small letters, digits and
    /// hyphens only, such as `bridge-shut-after-flood`.
    pub key: String,
}

/// What tells an article from all others: its file, and where that holds several, the key of its [`Entry`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ArticleId {
    /// The file.
    pub path: PathBuf,
    /// The key of its entry in that file.
    pub entry: Option<String>,
}

impl From<PathBuf> for ArticleId {
    fn from(path: PathBuf) -> Self {
        Self { path, entry: None }
    }
}
