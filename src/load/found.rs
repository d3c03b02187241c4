//! The articles of one file, gathered as they are found in it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::briefing::{Article, CleanText, Entry, Format, Published};
use crate::load::error::{LoadError, shown};
use crate::load::guard::Failed;
use crate::load::limits::{Deadline, Limits};
use crate::load::{Loaded, entry_key};

/// In how many things that hold others one may be. Each format has its own, lower measure; this one is for those that
/// hold one another.
const DEEPEST: usize = 16;

/// The articles of one file. A format that holds one adds it with [`Found::only`]; one that holds many adds each with
/// [`Found::entry`] or [`Found::bad_entry`].
pub(super) struct Found<'a> {
    path: Option<&'a Path>,
    pub(super) limits: &'a Limits,
    /// When the work on the file must be done.
    pub(super) deadline: Deadline,
    /// Where in an archive one is: `/feeds/world.xml`.
    inside: CleanText,
    /// What that place is known by: as `inside`, but that a page of a crawl is known by its address.
    known_as: String,
    /// How deep that place is.
    depth: usize,
    /// The file is packed, so that nothing can be written into it.
    packed: bool,
    /// How many entries the file, or the part of it where one is, has had.
    count: usize,
    /// The keys that were given, and how many numbers were tried for the next that would be the same.
    keys: HashMap<String, usize>,
    loaded: Vec<Result<Loaded, LoadError>>,
    /// There was no time for more.
    is_late: bool,
}

impl<'a> Found<'a> {
    /// Nothing is found yet in the file at `path`; `None` is standard input.
    pub(super) fn new(path: Option<&'a Path>, limits: &'a Limits) -> Self {
        Self {
            path,
            limits,
            deadline: Deadline::new(limits),
            inside: CleanText::default(),
            known_as: String::new(),
            depth: 0,
            packed: false,
            count: 0,
            keys: HashMap::new(),
            loaded: Vec::new(),
            is_late: false,
        }
    }

    /// What messages call the place where one is: the file, or a file in an archive.
    pub(super) fn name(&self) -> CleanText {
        let file = self.path.map_or_else(|| CleanText::line("standard input"), shown);
        CleanText::line(&format!("{file}{}", self.inside))
    }

    /// An article of this file that is still empty.
    pub(super) fn blank(&self, format: Format) -> Article {
        Article {
            path: self.path.map(PathBuf::from),
            format,
            ..Article::default()
        }
    }

    /// Adds what the place where one is holds, where that is one article.
    pub(super) fn only(&mut self, result: Result<Loaded, LoadError>) {
        let result = result.and_then(|mut loaded| {
            if loaded.article.text.is_empty() {
                return Err(empty(self.name(), &loaded.article));
            }
            if !self.inside.is_empty() {
                loaded.article.entry = Some(Entry {
                    label: self.inside.clone(),
                    key: self.key(&self.known_as.clone()),
                });
            } else if self.packed && loaded.article.format == Format::Toml {
                // What is packed cannot be put right in place, so it must not look like a file of its own.
                loaded.article.entry = Some(Entry {
                    label: self.next_label(),
                    key: self.key("briefing"),
                });
            }
            Ok(loaded)
        });
        self.loaded.push(result);
    }

    /// Adds one of the articles of a file that holds many. `identity` is what its publisher knows it by (a GUID, an
    /// address, else its title and date), so that it is known again when the file has grown.
    pub(super) fn entry(&mut self, identity: &str, mut article: Article) {
        let label = self.next_label();
        if article.text.is_empty() {
            let path = self.entry_name(&label);
            return self.loaded.push(Err(empty(path, &article)));
        }
        let whole = format!("{}#{identity}", self.known_as);
        let key = self.key(if self.known_as.is_empty() {
            identity
        } else {
            &whole
        });
        article.entry = Some(Entry { label, key });
        let written = crate::briefing::Written::default();
        self.loaded.push(Ok(Loaded { article, written }));
    }

    /// Adds one of the articles of a file that holds many, which cannot be read: why not, and what to do.
    pub(super) fn bad_entry(&mut self, reason: &str) {
        let label = self.next_label();
        self.loaded.push(Err(LoadError::Malformed {
            path: self.entry_name(&label),
            reason: CleanText::line(reason),
        }));
    }

    /// Adds that the place where one is cannot be read: why not, and what to do.
    pub(super) fn bad(&mut self, reason: &str) {
        self.loaded.push(Err(LoadError::Malformed {
            path: self.name(),
            reason: CleanText::line(reason),
        }));
    }

    /// Adds why the place where one is could not be read to its end, unless the last that was told is something of it.
    #[cfg(feature = "archives")]
    pub(super) fn bad_unless_told(&mut self, reason: Option<String>) {
        let name = self.name();
        let is_told =
            matches!(self.loaded.last(), Some(Err(LoadError::Malformed { path, .. })) if *path == name);
        if let (Some(reason), false) = (reason, is_told) {
            self.bad(&reason);
        }
    }

    /// Adds that a parser has failed on the place where one is.
    pub(super) fn failed(&mut self, failed: &Failed) {
        self.bad(&failed.to_string());
    }

    /// Adds that this build cannot read the place where one is, for want of a feature.
    #[cfg_attr(feature = "all-formats", expect(dead_code, reason = "no feature is left out"))]
    pub(super) fn left_out(&mut self, feature: &str) {
        self.bad(&format!(
            "this program was built without the feature `{feature}`, which reads such files"
        ));
    }

    /// Whether there may be no more, or there is no time for more; the first time that it is so is told.
    pub(super) fn is_full(&mut self) -> bool {
        if self.is_late {
            return true;
        }
        if self.deadline.is_over() {
            self.is_late = true;
            let late = LoadError::late(self.name(), &self.deadline);
            self.loaded.push(Err(late));
            return true;
        }
        let most = self.limits.entries;
        if self.loaded.len() == most {
            self.bad(&format!(
                "there are more than {most} articles in it, and only those were read; raise `entries` in the [limits] \
                 of your configuration to read all of them"
            ));
        }
        self.loaded.len() > most
    }

    /// Whether an archive has more files than may be looked at, which is told; `count` were.
    pub(super) fn has_too_many(&mut self, count: usize) -> bool {
        let most = self.limits.entries;
        let too_many = count >= most;
        if too_many {
            self.bad(&format!(
                "there are more than {most} files in it, and only those were read; raise `entries` in the [limits] of \
                 your configuration to read all of them"
            ));
        }
        too_many
    }

    /// Looks at what is packed in the file, which is one file.
    pub(super) fn packed(&mut self, look: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.packed, true);
        look(self);
        self.packed = outer;
    }

    /// Looks at the file called `name` in an archive.
    pub(super) fn inside(&mut self, name: &str, look: impl FnOnce(&mut Self)) {
        let label = CleanText::line(&format!("{}/{name}", self.inside));
        let known_as = format!("{}/{name}", self.known_as);
        self.within(label, known_as, look);
    }

    /// Looks at one of the articles of a file that holds many, which may hold some itself: a message with what is attached
    /// to it. See [`Found::entry`] for `identity`.
    pub(super) fn part(&mut self, identity: &str, look: impl FnOnce(&mut Self)) {
        let label = self.next_label();
        let known_as = if self.known_as.is_empty() {
            identity.to_owned()
        } else {
            format!("{}#{identity}", self.known_as)
        };
        self.within(label, known_as, look);
    }

    /// In how many things that hold others one is.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Looks at one page of a crawl, which has no name but an address, and was kept on a day.
    pub(super) fn page(&mut self, address: &str, kept: Option<Published>, look: impl FnOnce(&mut Self)) {
        let label = self.next_label();
        let first = self.loaded.len();
        self.within(label, address.to_owned(), look);
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        for loaded in self.loaded.iter_mut().skip(first).flatten() {
            let article = &mut loaded.article;
            article.made = article.made.or(kept);
            if is_web {
                article.url.get_or_insert_with(|| CleanText::line(address));
            }
        }
    }

    fn within(&mut self, label: CleanText, known_as: String, look: impl FnOnce(&mut Self)) {
        if self.depth == DEEPEST {
            return self.bad("too many things are in one another here; take the inner ones out first");
        }
        let inside = std::mem::replace(&mut self.inside, label);
        let known_as = std::mem::replace(&mut self.known_as, known_as);
        let count = std::mem::take(&mut self.count);
        self.depth += 1;
        look(self);
        self.depth -= 1;
        (self.inside, self.known_as, self.count) = (inside, known_as, count);
    }

    /// How many articles, good and bad, were found.
    pub(super) fn len(&self) -> usize {
        self.loaded.len()
    }

    /// All that was found; a place that gave nothing is told to be empty.
    pub(super) fn finish(mut self) -> Vec<Result<Loaded, LoadError>> {
        if self.loaded.is_empty() {
            self.loaded.push(Err(LoadError::Empty { path: self.name() }));
        }
        self.loaded
    }

    fn next_label(&mut self) -> CleanText {
        self.count += 1;
        CleanText::line(&format!("{}#{}", self.inside, self.count))
    }

    fn entry_name(&self, label: &str) -> CleanText {
        let file = self.path.map_or_else(|| CleanText::line("standard input"), shown);
        CleanText::line(&format!("{file}{label}"))
    }

    /// A key that no other entry of the file has.
    fn key(&mut self, identity: &str) -> String {
        let first = entry_key::of(identity);
        let mut key = first.clone();
        // Another may be known by what would be the next.
        while self.keys.contains_key(&key) {
            let times = self.keys.entry(first.clone()).or_insert(1);
            *times += 1;
            key = format!("{first}-{times}");
        }
        self.keys.insert(key.clone(), 1);
        key
    }
}

/// What to say of an article without text: its publisher's notice must be heard all the same.
fn empty(path: CleanText, article: &Article) -> LoadError {
    let Some(notice) = &article.notice else {
        return LoadError::Empty { path };
    };
    let title = article.title.as_ref();
    let title = title.map_or_else(String::new, |title| format!(" (“{title}”)"));
    LoadError::Malformed {
        path,
        reason: CleanText::line(&format!("{notice}; there is no text in it{title}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_entries_have_one_key() {
        let limits = Limits::default();
        let mut found = Found::new(None, &limits);
        let mut given = std::collections::HashSet::new();
        for identity in ["a", "a", "a-2", "a-2", "a", "a-3"] {
            let key = found.key(identity);
            assert!(given.insert(key.clone()), "{key}");
        }
    }
}
