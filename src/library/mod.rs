//! Many briefings: walking folders, reading in parallel, speakers across articles.
//!
//! This room may use [`briefing`](crate::briefing), [`load`](crate::load) and [`extract`](crate::extract).

use std::path::{Path, PathBuf};

use crate::briefing::{Briefing, CleanText, Published};
use crate::extract::{self, extract};
use crate::load::{LoadError, load_file};

/// What the caller may choose when reading articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// The publication date of articles that have none.
    pub published: Option<Published>,
    /// What the extractor is asked for.
    pub extract: extract::Options,
}

/// Reads one file and makes its briefing.
pub fn read(path: &Path, options: &Options) -> Result<Briefing, LoadError> {
    let mut loaded = load_file(path)?;
    loaded.article.published = loaded.article.published.or(options.published);
    Ok(extract(loaded.article, loaded.written, &options.extract))
}

/// A file or folder that gave nothing, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What failed, where, and what to do.
    pub message: CleanText,
}

/// The article files under `paths`, in order of name within each folder; each path that gives none is a problem.
pub fn walk(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Problem>) {
    (paths.to_vec(), Vec::new())
}
