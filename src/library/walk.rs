//! Which files of a folder are articles.

use std::collections::{HashSet, VecDeque};
use std::fs::{self, FileType, Metadata};
use std::io::{self, Read as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::rules::{Allowance, Rules};
use crate::briefing::CleanText;
use crate::load::{LoadError, belongs_to_page, is_article, is_sidecar, open_file};

/// How much of a file is looked at to tell whether it is an article.
const GLANCE: usize = 4096;

/// A file or folder that gave nothing, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What failed, where, and what to do.
    pub message: CleanText,
}

impl Problem {
    /// Why the file or folder at `path` gave nothing.
    fn of(path: &Path, why: &str) -> Self {
        Self {
            message: CleanText::line(&format!("{}: {why}", path.display())),
        }
    }
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
/// text without an extension, and so on. Links are followed as long as they stay in the folder, and no folder is entered
/// twice. Hidden files, what `.ignore` and `.gitignore` name, the pieces of a saved page (`x_files/` beside `x.html`), and
/// corrections (`x.briefing.toml`) are passed over.
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

/// The corrections in `folder` and the folders in it, in order of name, whether their articles are there or not.
pub fn corrections_in(folder: &Path) -> Vec<PathBuf> {
    Walk::through(folder, is_sidecar, &mut Vec::new())
}

fn walk_folder(folder: &Path, found: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    let before = problems.len();
    let is_wanted = |path: &Path| !is_sidecar(path) && is_article(path, || glance(path));
    let mut here = Walk::through(folder, is_wanted, problems);
    let all: HashSet<PathBuf> = here.iter().cloned().collect();
    here.retain(|path| !belongs_to_page(path, |page| all.contains(page)));
    if here.is_empty() && problems.len() == before {
        problems.push(Problem::of(
            folder,
            "no articles in this folder; an article is a text, a web page, a feed, a message, a document: see the README",
        ));
    }
    found.extend(here);
}

/// A walk through a folder and the folders in it.
struct Walk<'a> {
    /// The folder, by its only name.
    whole: PathBuf,
    /// Folders that are yet to be entered, the next one last.
    ahead: Vec<Ahead>,
    /// Links to folders, followed when all that is not reached through a link has been: an article is called by its
    /// own name rather than by that of a link.
    links: VecDeque<Ahead>,
    /// Device and inode of the folders that were entered. Links can lead to one folder in more ways than can be gone.
    entered: HashSet<(u64, u64)>,
    allowance: Allowance,
    problems: &'a mut Vec<Problem>,
}

/// A folder to be entered, and the rules of the one that it stands in.
struct Ahead {
    folder: PathBuf,
    rules: Rc<Rules>,
}

impl<'a> Walk<'a> {
    /// The files in `folder` that are wanted, in order of name; what cannot be looked at is added to `problems`.
    fn through(
        folder: &Path,
        is_wanted: impl Fn(&Path) -> bool,
        problems: &'a mut Vec<Problem>,
    ) -> Vec<PathBuf> {
        let mut walk = Self {
            whole: folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf()),
            ahead: vec![Ahead {
                folder: folder.to_path_buf(),
                rules: Rc::default(),
            }],
            links: VecDeque::new(),
            entered: HashSet::new(),
            allowance: Allowance::default(),
            problems,
        };
        let mut files = Vec::new();
        while let Some(next) = walk.ahead.pop().or_else(|| walk.links.pop_front()) {
            match walk.enter(&next, &mut files) {
                Ok(()) => {}
                Err(error) => walk
                    .problems
                    .push(LoadError::unreadable(&next.folder, &error).into()),
            }
        }
        if walk.allowance.is_spent() {
            let why = "the rules in its `.ignore` or `.gitignore` files take too long to look at, so that some were not; \
                       delete those files to read it all the same";
            walk.problems.push(Problem::of(folder, why));
        }
        files.retain(|path| is_wanted(path));
        files.sort();
        files
    }

    /// Adds the files of a folder to `files`, and its folders to those ahead.
    fn enter(&mut self, next: &Ahead, files: &mut Vec<PathBuf>) -> io::Result<()> {
        let Ahead { folder, rules } = next;
        let metadata = folder.metadata()?;
        if !self.entered.insert((metadata.dev(), metadata.ino())) {
            return Ok(());
        }
        let mut entries: Vec<(PathBuf, FileType)> = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            entries.push((entry.path(), entry.file_type()?));
        }
        entries.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let names = entries
            .iter()
            .filter_map(|(path, _)| path.file_name().map(Path::new));
        let Self {
            allowance, problems, ..
        } = self;
        let tell = |error: LoadError| {
            let why = format!("{error}; what it says is to be passed over is not known");
            problems.push(Problem {
                message: CleanText::line(&why),
            });
        };
        let rules = Rules::within(rules, folder, names, allowance, tell);
        let first = self.ahead.len();
        for (path, kind) in entries {
            self.take(path, kind, &rules, files);
        }
        // They are entered in order of name.
        if let Some(added) = self.ahead.get_mut(first..) {
            added.reverse();
        }
        Ok(())
    }

    /// Takes one entry of a folder, unless it is passed over.
    fn take(&mut self, path: PathBuf, kind: FileType, rules: &Rc<Rules>, files: &mut Vec<PathBuf>) {
        let target = kind.is_symlink().then(|| path.metadata());
        let target_kind = |target: &io::Result<Metadata>| target.as_ref().ok().map(Metadata::file_type);
        let leads_to = target.as_ref().map_or(Some(kind), target_kind);
        let is_folder = leads_to.is_some_and(|kind| kind.is_dir());
        if rules.pass_over(&path, is_folder, &mut self.allowance) {
            return;
        }
        if is_sidecar(&path) && !is_folder {
            // What is wrong with it is told when its article is read.
            files.push(path);
        } else if let Some(Err(error)) = &target {
            let why = format!("this link leads nowhere ({error}); it is passed over");
            self.problems.push(Problem::of(&path, &why));
        } else if target.is_some() && !stays_in(&self.whole, &path) {
            let why = "this link leads out of the folder; it is passed over, name it to read it";
            self.problems.push(Problem::of(&path, why));
        } else if is_folder {
            let rules = Rc::clone(rules);
            let ahead = Ahead { folder: path, rules };
            match target {
                Some(_) => self.links.push_back(ahead),
                None => self.ahead.push(ahead),
            }
        } else if leads_to.is_some_and(|kind| kind.is_file()) {
            files.push(path);
        }
    }
}

/// Whether the link at `path` leads to something within `folder`.
fn stays_in(folder: &Path, path: &Path) -> bool {
    path.canonicalize().is_ok_and(|target| target.starts_with(folder))
}

/// The first bytes of a file; none where it cannot be read.
fn glance(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(GLANCE);
    if let Ok(file) = open_file(path) {
        // An error here shows again, in words, when the file is loaded.
        let _ = file.take(GLANCE as u64).read_to_end(&mut bytes);
    }
    bytes
}
