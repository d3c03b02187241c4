//! Where words stand in a text, without looking through all of it for each.

use std::cell::Cell;
use std::collections::HashMap;

use super::Found;

/// How many places are looked at for all that a file has written; a correction of a whole book comes nowhere near. Then
/// nothing more is found.
const MOST_STEPS: usize = 4_000_000;

/// How many bytes are compared in the time that a place takes.
const STEP: usize = 64;

/// The words and signs of a text that will be looked for, each with its places.
pub(super) struct Index<'t> {
    text: &'t str,
    places: HashMap<String, Vec<usize>>,
    /// How many places may still be looked at.
    left: Cell<usize>,
}

impl<'t> Index<'t> {
    /// The index of `text` for looking up what has the words and signs of `wanted`, and no others.
    pub(super) fn new(text: &'t str, wanted: impl Iterator<Item = String>) -> Self {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for wanted in wanted {
            for (_, token) in visible(&wanted) {
                if !places.contains_key(token) {
                    places.insert(token.to_owned(), Vec::new());
                }
            }
        }
        for (place, token) in visible(text) {
            if let Some(places) = places.get_mut(token) {
                places.push(place);
            }
        }
        Self {
            text,
            places,
            left: Cell::new(MOST_STEPS),
        }
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// Whether something was not looked for, because too much was before.
    pub(super) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// The first place at or after `from` where `words` stand as whole words.
    pub(super) fn find(&self, words: &str, from: usize) -> Option<Found> {
        self.all(words, from..self.text.len()).next()
    }

    /// The places within `range` where `words` stand as whole words, in order. Of their words and signs the rarest is looked
    /// up, and what stands around it compared.
    pub(super) fn all<'a>(&'a self, words: &'a str, range: Found) -> Box<dyn Iterator<Item = Found> + 'a> {
        let length = words.len();
        let ends_within = move |found: &Found| found.end <= range.end;
        let Some((offset, places)) = self.rarest(words) else {
            return Box::new(std::iter::empty());
        };
        let first = places.partition_point(|place| *place < range.start.saturating_add(offset));
        let starts = places.iter().skip(first);
        let starts = starts.filter_map(move |place| place.checked_sub(offset));
        let found = starts.map(move |start| start..start + length);
        let affordable = found.take_while(move |found| ends_within(found) && self.spend(1));
        Box::new(affordable.filter(|found| self.stands(words, found)))
    }

    /// The word or sign of `words` that the text has least often: where it begins in them, and its places. `None` where they
    /// have neither.
    fn rarest(&self, words: &str) -> Option<(usize, &[usize])> {
        let places = |token: &str| self.places.get(token).map(Vec::as_slice).unwrap_or_default();
        visible(words)
            .map(|(offset, token)| (offset, places(token)))
            .min_by_key(|(_, places)| places.len())
    }

    /// Whether `words` stand at `found`, and no word of the text is cut at its ends.
    fn stands(&self, words: &str, found: &Found) -> bool {
        let is_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        let there = self.text.as_bytes().get(found.clone()).unwrap_or_default();
        let begins = words.as_bytes().get(..STEP).unwrap_or(words.as_bytes());
        // What begins otherwise, as most does, costs nothing more.
        if !there.starts_with(begins) || !self.spend(words.len() / STEP) || there != words.as_bytes() {
            return false;
        }
        let before = self
            .text
            .get(..found.start)
            .unwrap_or_default()
            .chars()
            .next_back();
        let after = self.text.get(found.end..).unwrap_or_default().chars().next();
        !(is_word(before) && is_word(words.chars().next())
            || is_word(after) && is_word(words.chars().next_back()))
    }

    /// Takes `steps` of what is left; tells whether so many were.
    fn spend(&self, steps: usize) -> bool {
        let left = self.left.get().checked_sub(steps);
        self.left.set(left.unwrap_or_default());
        left.is_some()
    }
}

/// The words and signs of `text`, each with its place.
fn visible(text: &str) -> impl Iterator<Item = (usize, &str)> {
    tokens(text).filter(|(_, token)| *token != " ")
}

/// The words of `text` and the single characters between them, each with its place.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let first = rest.chars().next()?;
        let length = if first.is_alphanumeric() {
            rest.find(|character: char| !character.is_alphanumeric())
                .unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let start = at;
        at += length;
        Some((start, rest.get(..length)?))
    })
}
