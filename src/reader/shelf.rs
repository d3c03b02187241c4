//! The articles of the library: which are read, which are waited for, which failed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::briefing::{ArticleId, Briefing, CleanText};
use crate::library::{Problem, Speakers, is_address};

/// What is known of one article of the library.
#[derive(Debug, Clone, Default)]
pub enum Content {
    /// It is being read.
    #[default]
    Waiting,
    /// Here it is.
    Ready(Arc<Briefing>),
    /// What failed, and what to do.
    Failed(CleanText),
}

/// One article of the library, or a file of which it is not yet known how many it holds.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Which article; the path `-` is standard input, and an address is no file either.
    pub id: ArticleId,
    /// What is known of it.
    pub content: Content,
}

impl Entry {
    /// What to call it: its title, or its file while there is none.
    pub fn title(&self) -> CleanText {
        match &self.content {
            Content::Ready(briefing) => briefing.article.display_title(),
            Content::Waiting | Content::Failed(_) => self.file_name(),
        }
    }

    /// Its file without the folder.
    pub fn file_name(&self) -> CleanText {
        let path = &self.id.path;
        if path.as_os_str() == "-" {
            return CleanText::line("standard input");
        }
        let name = path.file_name().unwrap_or(path.as_os_str());
        CleanText::line(&name.to_string_lossy())
    }

    /// Why there is nothing that a correction could stand beside; `None` where there is.
    pub fn why_no_file(&self) -> Option<&'static str> {
        if self.id.path.as_os_str() == "-" {
            Some("Standard input has no file that a correction could stand beside.")
        } else if is_address(&self.id.path) {
            Some("An address has no file that a correction could stand beside.")
        } else {
            None
        }
    }

    /// Its briefing, once it is read.
    pub fn briefing(&self) -> Option<&Arc<Briefing>> {
        match &self.content {
            Content::Ready(briefing) => Some(briefing),
            _ => None,
        }
    }
}

/// A file of the library: where its articles stand among the entries.
#[derive(Debug, Clone, Copy)]
struct File {
    first: usize,
    count: usize,
    /// That of the load which was asked for last.
    generation: u64,
}

/// What reading a file has changed: where there were `before` entries from `first` on, there are `now` as many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The first entry of the file.
    pub first: usize,
    /// How many entries it had.
    pub before: usize,
    /// How many it has; at least one.
    pub now: usize,
}

impl Taken {
    /// Where the entry at `place` stands now; `None` for one of the file itself.
    pub fn moved(self, place: usize) -> Option<usize> {
        match place {
            _ if place < self.first => Some(place),
            _ if place < self.first + self.before => None,
            _ => Some(place - self.before + self.now),
        }
    }
}

/// All articles of the library.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    entries: Vec<Entry>,
    /// In order.
    files: Vec<File>,
    /// Path → its place among the files.
    places: HashMap<PathBuf, usize>,
    /// What could not be listed.
    pub problems: Vec<Problem>,
    /// Who speaks where.
    pub speakers: Speakers,
    /// Whether the library was listed yet.
    pub listed: bool,
    generation: u64,
    changes: u64,
}

impl Shelf {
    /// Takes a new list of files; none of them is read.
    pub fn list(&mut self, paths: Vec<PathBuf>, problems: Vec<Problem>) {
        self.places = paths.iter().cloned().zip(0..).collect();
        let file = |first| File {
            first,
            count: 1,
            generation: 0,
        };
        self.files = (0..paths.len()).map(file).collect();
        let entry = |path: PathBuf| Entry {
            id: path.into(),
            content: Content::Waiting,
        };
        self.entries = paths.into_iter().map(entry).collect();
        self.problems = problems;
        self.speakers = Speakers::default();
        self.listed = true;
        self.changes += 1;
    }

    /// Notes that `paths` are asked for; the number comes back with the results.
    pub fn ask_for(&mut self, paths: &[PathBuf]) -> u64 {
        self.generation += 1;
        for path in paths {
            let place = self.places.get(path);
            if let Some(file) = place.and_then(|place| self.files.get_mut(*place)) {
                file.generation = self.generation;
            }
        }
        self.generation
    }

    /// Takes what came of reading `path`, one result or more; `None` where nobody waits for it any more.
    pub fn take(
        &mut self,
        generation: u64,
        path: &Path,
        results: Vec<Result<Arc<Briefing>, CleanText>>,
    ) -> Option<Taken> {
        let place = *self.places.get(path)?;
        let file = self.files.get_mut(place)?;
        if file.generation != generation || results.is_empty() {
            return None;
        }
        let taken = Taken {
            first: file.first,
            before: file.count,
            now: results.len(),
        };
        file.count = taken.now;
        for later in self.files.iter_mut().skip(place + 1) {
            later.first = taken.moved(later.first).unwrap_or(later.first);
        }
        self.speakers.make_room(taken.first, taken.before, taken.now);
        let entries = results.into_iter().map(|result| entry_of(path, result));
        let end = taken.first + taken.before;
        self.entries.splice(taken.first..end, entries);
        let added = self.entries.iter().enumerate().skip(taken.first).take(taken.now);
        for (place, entry) in added {
            if let Content::Ready(briefing) = &entry.content {
                self.speakers.add(place, briefing);
            }
        }
        self.changes += 1;
        Some(taken)
    }

    /// Takes the article `id` as it reads now; its place, or `None` where it is not here.
    pub fn take_one(&mut self, id: &ArticleId, briefing: &Arc<Briefing>) -> Option<usize> {
        let file = self.files.get(*self.places.get(&id.path)?)?;
        let mut entries = self
            .entries
            .iter_mut()
            .enumerate()
            .skip(file.first)
            .take(file.count);
        let (place, entry) = entries.find(|(_, entry)| entry.id == *id)?;
        entry.content = Content::Ready(Arc::clone(briefing));
        self.speakers.add(place, briefing);
        self.changes += 1;
        Some(place)
    }

    /// Grows with every change.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// The articles, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The article at `place`.
    pub fn entry(&self, place: usize) -> Option<&Entry> {
        self.entries.get(place)
    }

    /// How many are still being read.
    pub fn waiting(&self) -> usize {
        let waits = |entry: &&Entry| matches!(entry.content, Content::Waiting);
        self.entries.iter().filter(waits).count()
    }
}

/// What came of reading an article of the file at `path`.
fn entry_of(path: &Path, result: Result<Arc<Briefing>, CleanText>) -> Entry {
    let entry = result
        .as_ref()
        .ok()
        .and_then(|briefing| briefing.article.entry.as_ref());
    Entry {
        id: ArticleId {
            path: path.to_path_buf(),
            entry: entry.map(|entry| entry.key.clone()),
        },
        content: match result {
            Ok(briefing) => Content::Ready(briefing),
            Err(message) => Content::Failed(message),
        },
    }
}
