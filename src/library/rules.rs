//! What `.ignore` and `.gitignore` say is to be passed over.
//!
//! These files come with the articles, so they are no more to be trusted: what is no file is not opened, and of what is
//! one no more is read than can be kept.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::load::{LoadError, read_small_file};

/// How many bytes of rules are read in one walk: made ready they take five hundred times as much memory, and every file
/// is held against all of them.
const MOST: u64 = 64 << 10;

/// How many wildcards the rules of one walk may have, and how many one rule. Rules of many take some 50 KB of memory for
/// each, and long to hold a name against.
const MOST_WILDCARDS: usize = 2048;
const MOST_WILDCARDS_OF_ONE: usize = 8;

/// The longest rule, in bytes: no real one comes near.
const LONGEST: usize = 256;

/// How long files may be held against rules in one walk. A hundred thousand files and the rules of a large project take a
/// tenth of it.
const LONGEST_WORK: Duration = Duration::from_secs(5);

/// The names of files that hold rules.
const RULES: &str = ".ignore";
const RULES_OF_GIT: &str = ".gitignore";

/// By these one knows the top of a repository.
const REPOSITORY: [&str; 2] = [".git", ".jj"];

/// How much may still be read, and how long files may be held against it.
#[derive(Debug)]
pub(super) struct Allowance {
    bytes: u64,
    wildcards: usize,
    work: Duration,
}

impl Default for Allowance {
    fn default() -> Self {
        Self {
            bytes: MOST,
            wildcards: MOST_WILDCARDS,
            work: LONGEST_WORK,
        }
    }
}

impl Allowance {
    /// Whether files have been held against rules for too long, so that no more were.
    pub(super) fn is_spent(&self) -> bool {
        self.work.is_zero()
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
    /// `.ignore` before what stands in `.gitignore`; where none does, it is one that is hidden. So it is, too, where the
    /// allowance is spent.
    pub(super) fn pass_over(&self, path: &Path, is_folder: bool, allowance: &mut Allowance) -> bool {
        if allowance.is_spent() {
            return is_hidden(path);
        }
        let begun = Instant::now();
        let said = self.said(path, is_folder);
        allowance.work = allowance.work.saturating_sub(begun.elapsed());
        said.unwrap_or_else(|| is_hidden(path))
    }

    /// What the rules say.
    fn said(&self, path: &Path, is_folder: bool) -> Option<bool> {
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
            Match::Ignore(_) => Some(true),
            Match::Whitelist(_) => Some(false),
            Match::None => None,
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
    let bytes = match read_small_file(&path, allowance.bytes) {
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
    allowance.bytes = allowance.bytes.saturating_sub(bytes.len() as u64);
    let text = String::from_utf8_lossy(&bytes);
    let mut builder = GitignoreBuilder::new(folder);
    let mut left_out = 0;
    for line in text.trim_start_matches('\u{feff}').lines() {
        let wildcards = wildcards(line);
        if line.len() > LONGEST || wildcards > MOST_WILDCARDS_OF_ONE.min(allowance.wildcards) {
            left_out += 1;
            continue;
        }
        allowance.wildcards -= wildcards;
        // A line that is no rule is passed over by git as well.
        let _ = builder.add_line(None, line);
    }
    if left_out > 0 {
        let why = format!("{left_out} of its rules are longer or have more wildcards than any real one");
        tell(LoadError::unreadable(&path, &io::Error::other(why)));
    }
    builder.build().ok()
}

/// How many wildcards a rule has; a comment has none.
fn wildcards(line: &str) -> usize {
    if line.starts_with('#') {
        return 0;
    }
    line.bytes()
        .filter(|byte| matches!(byte, b'*' | b'?' | b'[' | b'{'))
        .count()
}
