//! The actors of a file, for telling whom a word means without looking at all of them for each.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};

use crate::briefing::toml::nearest::Word;
use crate::briefing::{Actor, ActorId, fold};

/// How much is compared to find out what unknown ids were meant to be, in pairs of letters. Then no more is guessed: the
/// words of people come nowhere near.
const COMPARED: usize = 4_000_000;

/// The actors of a file.
pub(super) struct Known<'a> {
    actors: &'a [Actor],
    /// The place of the actor that has this id.
    ids: HashMap<&'a str, usize>,
    /// The place of the one actor that has this name, folded; `None` where several have it.
    names: HashMap<String, Option<usize>>,
    /// The ids that can be compared, by how many letters they have; each with its place.
    by_length: BTreeMap<usize, Vec<(usize, Word)>>,
    /// What unknown words were probably meant to be.
    meant: RefCell<HashMap<String, Option<usize>>>,
    /// How much may still be compared.
    left: Cell<usize>,
}

impl<'a> Known<'a> {
    pub(super) fn new(actors: &'a [Actor]) -> Self {
        let mut ids = HashMap::with_capacity(actors.len());
        let mut names = HashMap::with_capacity(actors.len());
        let mut by_length: BTreeMap<usize, Vec<(usize, Word)>> = BTreeMap::new();
        for (place, actor) in actors.iter().enumerate() {
            ids.entry(actor.id.as_str()).or_insert(place);
            names
                .entry(fold(&actor.name))
                .and_modify(|alone| *alone = None)
                .or_insert(Some(place));
            if let Some(word) = Word::new(actor.id.as_str()) {
                by_length.entry(word.len()).or_default().push((place, word));
            }
        }
        Self {
            actors,
            ids,
            names,
            by_length,
            meant: RefCell::default(),
            left: Cell::new(COMPARED),
        }
    }

    /// Whether an actor has this id.
    pub(super) fn has(&self, id: &ActorId) -> bool {
        self.ids.contains_key(id.as_str())
    }

    /// The actor that has `words` for its id or, alone among all, for its name.
    pub(super) fn find(&self, words: &str) -> Option<&'a Actor> {
        let place = self.ids.get(words).copied();
        let place = place.or_else(|| self.names.get(&fold(words)).copied().flatten());
        self.actors.get(place?)
    }

    /// The id that `written` was probably meant to be.
    pub(super) fn nearest(&self, written: &str) -> Option<&'a str> {
        let known = self.meant.borrow().get(written).copied();
        let place = known.unwrap_or_else(|| {
            let place = self.compare(written);
            self.meant.borrow_mut().insert(written.to_owned(), place);
            place
        });
        self.actors.get(place?).map(|actor| actor.id.as_str())
    }

    fn compare(&self, written: &str) -> Option<usize> {
        let written = Word::new(written)?;
        let (length, allowed) = (written.len(), written.allowed());
        let near = self
            .by_length
            .range(length.saturating_sub(allowed)..=length + allowed);
        let words = near.flat_map(|(_, words)| words);
        let within = words.take_while(|(_, word)| {
            let left = self.left.get().checked_sub(length * word.len() + 1);
            self.left.set(left.unwrap_or_default());
            left.is_some()
        });
        let distances = within.filter_map(|(place, word)| Some((written.distance(word)?, *place)));
        distances.min().map(|(_, place)| place)
    }
}
