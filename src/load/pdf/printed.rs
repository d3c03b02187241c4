//! What is printed on the pages of a PDF: what the process that takes it apart answers, as one line of JSON.

use serde::{Deserialize, Serialize};

/// What became of a PDF.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// This is printed on its pages.
    Printed(Printed),
    /// It cannot be read without a password.
    Locked,
    /// It cannot be read: why.
    Damaged(String),
}

/// A PDF, taken apart.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Printed {
    pub(super) title: String,
    pub(super) author: String,
    /// A day, as `2025-09-04`; empty where it is not told.
    pub(super) created: String,
    /// A BCP 47 tag; empty where it is not told.
    pub(super) language: String,
    /// In their order.
    pub(super) pages: Vec<Page>,
}

/// A page.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Page {
    /// In the order in which the file has them.
    pub(super) lines: Vec<Line>,
    /// Some of it, or all, could not be read.
    pub(super) failed: bool,
}

/// Words that stand side by side. Lengths are points of the page, `y` grows downwards.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Line {
    pub(super) words: String,
    pub(super) left: f32,
    pub(super) right: f32,
    /// Where its letters stand on.
    pub(super) y: f32,
    /// How high its letters are set.
    pub(super) size: f32,
}

impl Line {
    /// Whether `other` stands on the same line of the page, wherever on it.
    pub(super) fn is_level_with(&self, other: &Self) -> bool {
        (self.y - other.y).abs() <= 0.4 * self.size.max(other.size)
    }
}
