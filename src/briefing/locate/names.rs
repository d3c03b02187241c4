//! Where actors are named in a text.

use std::collections::{HashMap, HashSet};

use super::index::tokens;
use super::{Found, plain};
use crate::briefing::{Actor, ActorId};

/// The longest name that is looked for, in words and the characters between them. What is longer is no name; and no text is
/// looked over more than so many times.
const LONGEST: usize = 64;

/// The names and aliases of all actors, word by word, so that only whole words are found.
pub(super) struct Names {
    /// Each word or character of the names, and its number.
    tokens: HashMap<String, usize>,
    /// Which beginning of a name, followed by which token, makes which longer one; the beginning without a token is 0.
    longer: HashMap<(usize, usize), usize>,
    /// For each beginning the actor, by its place in the list, if it is a whole name.
    owners: Vec<Option<usize>>,
}

impl Names {
    /// `None` where there are no names.
    pub(super) fn new(actors: &[Actor]) -> Option<Self> {
        let mut names = Self {
            tokens: HashMap::new(),
            longer: HashMap::new(),
            owners: vec![None],
        };
        for (owner, actor) in actors.iter().enumerate() {
            for form in std::iter::once(&actor.name).chain(&actor.aliases) {
                names.add(&plain(form), owner);
            }
        }
        (!names.tokens.is_empty()).then_some(names)
    }

    fn add(&mut self, form: &str, owner: usize) {
        if tokens(form).nth(LONGEST).is_some() {
            return;
        }
        let mut beginning = 0;
        for (_, token) in tokens(form) {
            let number = self.tokens.get(token).copied().unwrap_or(self.tokens.len());
            if number == self.tokens.len() {
                self.tokens.insert(token.to_owned(), number);
            }
            let owners = &mut self.owners;
            beginning = *self.longer.entry((beginning, number)).or_insert_with(|| {
                owners.push(None);
                owners.len() - 1
            });
        }
        // A form that two actors share belongs to the first. There is no name without a token.
        if beginning > 0
            && let Some(name) = self.owners.get_mut(beginning)
        {
            name.get_or_insert(owner);
        }
    }

    /// Where whose name stands, in order; of names that overlap, the first and longest.
    pub(super) fn places(&self, text: &str) -> Vec<(Found, usize)> {
        let tokens: Vec<(usize, Option<usize>)> = tokens(text)
            .map(|(place, token)| (place, self.tokens.get(token).copied()))
            .collect();
        let mut places = Vec::new();
        let mut rest = tokens.as_slice();
        while let Some((start, _)) = rest.first() {
            let named = self.longest(rest);
            let (after, end) = named.map_or((1, 0), |(length, _)| {
                (length, rest.get(length).map_or(text.len(), |(place, _)| *place))
            });
            places.extend(named.map(|(_, owner)| (*start..end, owner)));
            rest = rest.get(after..).unwrap_or_default();
        }
        places
    }

    /// The longest name that `tokens` begin with: how many of them it has, and whose it is.
    fn longest(&self, tokens: &[(usize, Option<usize>)]) -> Option<(usize, usize)> {
        let mut beginning = 0;
        let mut longest = None;
        for (count, (_, token)) in tokens.iter().enumerate() {
            let next = token.and_then(|token| self.longer.get(&(beginning, token)));
            let Some(next) = next else { break };
            beginning = *next;
            let owner = self.owners.get(beginning).copied().flatten();
            longest = owner.map(|owner| (count + 1, owner)).or(longest);
        }
        longest
    }

    /// The actors named in `text`, each once.
    pub(super) fn in_order(&self, text: &str, actors: &[Actor]) -> Vec<ActorId> {
        let mut seen = HashSet::new();
        let places = self.places(text).into_iter();
        let named = places.filter(|(_, owner)| seen.insert(*owner));
        named
            .filter_map(|(_, owner)| actors.get(owner).map(|actor| actor.id.clone()))
            .collect()
    }
}
