//! The articles of the library: which are read, which are waited for, which failed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::briefing::{Briefing, CleanText};
use crate::library::{Problem, Speakers};

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

/// One article of the library.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its file; `-` is standard input.
    pub path: PathBuf,
    /// What is known of it.
    pub content: Content,
    /// That of the load which was asked for last.
    generation: u64,
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
        if self.path.as_os_str() == "-" {
            return CleanText::line("standard input");
        }
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        CleanText::line(&name.to_string_lossy())
    }

    /// Its briefing, once it is read.
    pub fn briefing(&self) -> Option<&Arc<Briefing>> {
        match &self.content {
            Content::Ready(briefing) => Some(briefing),
            _ => None,
        }
    }
}

/// All articles of the library.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    entries: Vec<Entry>,
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
    /// Takes a new list of articles; none of them is read.
    pub fn list(&mut self, paths: Vec<PathBuf>, problems: Vec<Problem>) {
        self.places = paths.iter().cloned().zip(0..).collect();
        let entry = |path| Entry {
            path,
            content: Content::Waiting,
            generation: 0,
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
            let entry = self
                .places
                .get(path)
                .and_then(|place| self.entries.get_mut(*place));
            if let Some(entry) = entry {
                entry.generation = self.generation;
            }
        }
        self.generation
    }

    /// Takes what came of reading `path`; its place, or `None` where nobody waits for it any more.
    pub fn take(
        &mut self,
        generation: u64,
        path: &Path,
        result: Result<Arc<Briefing>, CleanText>,
    ) -> Option<usize> {
        let place = *self.places.get(path)?;
        let entry = self.entries.get_mut(place)?;
        if entry.generation != generation {
            return None;
        }
        self.changes += 1;
        entry.content = match result {
            Ok(briefing) => {
                self.speakers.add(place, &briefing);
                Content::Ready(briefing)
            }
            Err(message) => Content::Failed(message),
        };
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
