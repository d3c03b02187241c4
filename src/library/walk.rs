//! Which files of a folder are articles.

use std::collections::HashSet;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use ignore::{DirEntry, WalkBuilder};

use crate::briefing::CleanText;
use crate::load::{LoadError, belongs_to_page, is_article, is_sidecar};

/// How much of a file is looked at to tell whether it is an article.
const GLANCE: usize = 4096;

/// A file or folder that gave nothing, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What failed, where, and what to do.
    pub message: CleanText,
}

impl From<LoadError> for Problem {
    fn from(error: LoadError) -> Self {
        Self {
            message: CleanText::new(&error.to_string()),
        }
    }
}

/// The article files under `paths`; each path that gives none is a problem.
///
/// A file that is named is always taken. In a folder and the folders in it, in order of name, those are taken that are
/// articles by their name or content, see [`is_article`]: `.txt`, `.md`, `.html`, mail, feeds, a `.toml` that is a briefing,
/// text without an extension, and so on. Links are followed as long as they stay in the folder. Hidden files, what
/// `.gitignore` names, the pieces of a saved page (`x_files/` beside `x.html`), and corrections (`x.briefing.toml`) are passed
/// over.
pub fn walk(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Problem>) {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk_folder(path, &mut found, &mut problems);
        } else if let Err(error) = path.metadata() {
            problems.push(LoadError::unreadable(path, &error).into());
        } else {
            found.push(path.clone());
        }
    }
    let mut seen = HashSet::with_capacity(found.len());
    found.retain(|path| seen.insert(path.clone()));
    (found, problems)
}

fn walk_folder(folder: &Path, found: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    let before = (found.len(), problems.len());
    let (leads_out, led_out) = channel();
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let entries = WalkBuilder::new(folder)
        .parents(false)
        .git_global(false)
        .git_exclude(false)
        .follow_links(true)
        .sort_by_file_name(Ord::cmp)
        .filter_entry(move |entry| {
            let stays = entry.depth() == 0 || !entry.path_is_symlink() || stays_in(&whole, entry.path());
            if !stays {
                // Nobody listens any more once the walk is over.
                let _ = leads_out.send(entry.path().to_path_buf());
            }
            stays
        })
        .build();
    for entry in entries {
        match entry {
            Ok(entry) if is_article_of(&entry) => found.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => problems.push(Problem {
                message: CleanText::line(&format!("{error}; it is passed over")),
            }),
        }
    }
    let pages: HashSet<PathBuf> = found.iter().skip(before.0).cloned().collect();
    let mut place = 0;
    found.retain(|path| {
        place += 1;
        place <= before.0 || !belongs_to_page(path, |page| pages.contains(page))
    });
    problems.extend(led_out.try_iter().map(|link| Problem {
        message: CleanText::line(&format!(
            "{}: this link leads out of the folder; it is passed over, name it to read it",
            link.display()
        )),
    }));
    if before == (found.len(), problems.len()) {
        let folder = CleanText::line(&folder.to_string_lossy());
        problems.push(Problem {
            message: CleanText::line(&format!(
                "{folder}: no articles in this folder; an article is a text, a web page, a feed, a message, a document: see the README"
            )),
        });
    }
}

/// Whether the link at `path` leads to something within `folder`; a link to nothing is told by the walk itself.
fn stays_in(folder: &Path, path: &Path) -> bool {
    path.canonicalize()
        .map_or(true, |target| target.starts_with(folder))
}

fn is_article_of(entry: &DirEntry) -> bool {
    let path = entry.path();
    if !entry.file_type().is_some_and(|kind| kind.is_file()) || is_sidecar(path) {
        return false;
    }
    is_article(path, || glance(path))
}

/// The first bytes of a file; none where it cannot be read.
fn glance(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(GLANCE);
    if let Ok(file) = File::open(path) {
        // An error here shows again, in words, when the file is loaded.
        let _ = file.take(GLANCE as u64).read_to_end(&mut bytes);
    }
    bytes
}
