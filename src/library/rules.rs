//! What `.ignore` and `.gitignore` say is to be passed over.
//!
//! These files come with the articles, so they are no more to be trusted: what is no file is not opened, and of what is
//! one no more is read than can be kept.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::rc::Rc;

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::load::{LoadError, read_small_file};

/// How many bytes of rules are read in one walk: made ready they take five hundred times as much memory, and every file
/// is held against all of them.
const MOST: u64 = 64 << 10;

/// The names of files that hold rules.
const RULES: &str = ".ignore";
const RULES_OF_GIT: &str = ".gitignore";

/// By these one knows the top of a repository.
const REPOSITORY: [&str; 2] = [".git", ".jj"];

/// How much may still be read.
#[derive(Debug)]
pub(super) struct Allowance {
    left: u64,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { left: MOST }
    }
}

/// The rules that hold in a folder: its own, and those of the folders above it.
#[derive(Debug, Default)]
pub(super) struct Rules {
    above: Option<Rc<Rules>>,
    own: Option<Gitignore>,
    of_git: Option<Gitignore>,
    /// Whether the folder is the top of a repository, into which git's rules from above do not reach.
    is_repository: bool,
    /// Whether it is in one; where there is no repository, there are no rules of git.
    in_repository: bool,
}

impl Rules {
    /// The rules in `folder`, which has files of these `names`; those `above` it hold there, too. What cannot be read
    /// is told, and changes nothing.
    pub(super) fn within<'a>(
        above: &Rc<Self>,
        folder: &Path,
        names: impl Iterator<Item = &'a Path>,
        allowance: &mut Allowance,
        mut tell: impl FnMut(LoadError),
    ) -> Rc<Self> {
        let mut rules = Self {
            above: Some(Rc::clone(above)),
            in_repository: above.in_repository,
            ..Self::default()
        };
        let mut are_there = false;
        for name in names.filter_map(Path::to_str) {
            let place = match name {
                RULES => &mut rules.own,
                RULES_OF_GIT => &mut rules.of_git,
                name if REPOSITORY.contains(&name) => {
                    (rules.is_repository, rules.in_repository, are_there) = (true, true, true);
                    continue;
                }
                _ => continue,
            };
            *place = read(folder, name, allowance, &mut tell);
            are_there |= place.is_some();
        }
        if are_there {
            Rc::new(rules)
        } else {
            Rc::clone(above)
        }
    }

    /// Whether the file or folder at `path` is passed over. The rule that is nearest to it says so, and what stands in
    /// `.ignore` before what stands in `.gitignore`; where none does, it is one that is hidden.
    pub(super) fn pass_over(&self, path: &Path, is_folder: bool) -> bool {
        let (mut own, mut of_git) = (Match::None, Match::None);
        let mut is_out = !self.in_repository;
        for rules in std::iter::successors(Some(self), |rules| rules.above.as_deref()) {
            if let (Match::None, Some(here)) = (&own, &rules.own) {
                own = here.matched(path, is_folder);
            }
            if let (Match::None, Some(here), false) = (&of_git, &rules.of_git, is_out) {
                of_git = here.matched(path, is_folder);
            }
            is_out |= rules.is_repository;
        }
        match own.or(of_git) {
            Match::Ignore(_) => true,
            Match::Whitelist(_) => false,
            Match::None => is_hidden(path),
        }
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The rules in the file `name` of `folder`.
fn read(
    folder: &Path,
    name: &str,
    allowance: &mut Allowance,
    tell: &mut impl FnMut(LoadError),
) -> Option<Gitignore> {
    let path = folder.join(name);
    let bytes = match read_small_file(&path, allowance.left) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        Err(error) => {
            let error = match error.kind() {
                ErrorKind::FileTooLarge => io::Error::other(format!(
                    "there are more than {} KB of rules in this folder",
                    MOST >> 10
                )),
                _ => error,
            };
            tell(LoadError::unreadable(&path, &error));
            return None;
        }
    };
    allowance.left = allowance.left.saturating_sub(bytes.len() as u64);
    let text = String::from_utf8_lossy(&bytes);
    let mut builder = GitignoreBuilder::new(folder);
    for line in text.trim_start_matches('\u{feff}').lines() {
        // A line that is no rule is passed over by git as well.
        let _ = builder.add_line(None, line);
    }
    builder.build().ok()
}
