//! Why a file gives no article, told for people.

use std::io;
use std::path::Path;

use crate::briefing::CleanText;
use crate::briefing::toml::TomlError;
use crate::load::limits::{Bytes, Deadline};

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
    /// There is nothing in it but white space.
    #[error("{path}: there is no text in it; save it again with its words")]
    Empty {
        /// The file, fit to be shown.
        path: CleanText,
    },
    /// It is no text.
    #[error("{path}: this is no text but {kind}; {advice}")]
    NotText {
        /// The file, fit to be shown.
        path: CleanText,
        /// What it seems to be: "a PDF document".
        kind: &'static str,
        /// What to do: "unpack it first".
        advice: &'static str,
    },
    /// It has more text than a [`Span`](crate::briefing::Span) can count.
    #[error("{path}: there are more than 1 GB of text in it; cut it into several files")]
    TooLong {
        /// The file, fit to be shown.
        path: CleanText,
    },
    /// It is not what it seems to be, or there is too much of it.
    #[error("{path}: {reason}")]
    Malformed {
        /// The file, and which part of it, fit to be shown.
        path: CleanText,
        /// What is wrong with it, and what to do.
        reason: CleanText,
    },
    /// The work on it takes too long.
    #[error("{path}: {reason}")]
    Late {
        /// The file, fit to be shown.
        path: CleanText,
        /// After how long, and what to do.
        reason: CleanText,
    },
    /// One article was asked for, and the file holds several.
    #[error("{path}: there are {count} articles in it, not one")]
    Several {
        /// The file, fit to be shown.
        path: CleanText,
        /// How many.
        count: usize,
    },
    /// The article that was asked for is not in the file.
    #[error("{path}: the article `{key}` is not in it, or no longer")]
    NoEntry {
        /// The file, fit to be shown.
        path: CleanText,
        /// The key of its entry.
        key: CleanText,
    },
    /// A briefing in TOML has no article in it.
    #[error("{path}: there is no article in it; give it an [article] with a `text`")]
    NoArticle {
        /// The file, fit to be shown.
        path: CleanText,
    },
    /// The front matter of a Markdown file cannot be read.
    #[error("{path}:{line}: the front matter cannot be read: {reason}")]
    FrontMatter {
        /// The file, fit to be shown.
        path: CleanText,
        /// Counted from 1.
        line: usize,
        /// What is wrong with it, and what to do.
        reason: CleanText,
    },
    /// A briefing, or the correction beside an article, has mistakes in it.
    #[error(transparent)]
    Toml(#[from] TomlError),
}

impl LoadError {
    /// What to say where the system refuses to give `path`.
    pub fn unreadable(path: &Path, error: &io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => {
                "there is no such file or folder; is the name spelled right?".to_owned()
            }
            io::ErrorKind::PermissionDenied => {
                "you may not read it; ask its owner, or change its permissions".to_owned()
            }
            io::ErrorKind::IsADirectory => "this is a folder, not a file".to_owned(),
            // What was refused before the system was asked says why.
            _ => match error.get_ref() {
                Some(refused) => refused.to_string(),
                None => format!("it cannot be read: {error}"),
            },
        };
        Self::Unreadable {
            path: shown(path),
            reason: CleanText::line(&reason),
        }
    }

    /// What to say where the work on `path`, or on the rest of it, takes too long.
    pub fn late(path: CleanText, deadline: &Deadline) -> Self {
        Self::Late {
            path,
            reason: CleanText::line(&deadline.reason()),
        }
    }

    /// What to say where there are more than `most` bytes, which is the limit called `setting`.
    pub fn too_large(path: CleanText, most: u64, setting: &str) -> Self {
        Self::Malformed {
            path,
            reason: CleanText::line(&format!(
                "it is larger than {}; raise `{setting}` in the [limits] of your configuration to read it",
                Bytes(most)
            )),
        }
    }
}

/// The name of a file, fit to be shown.
pub(super) fn shown(path: &Path) -> CleanText {
    CleanText::line(&path.to_string_lossy())
}
