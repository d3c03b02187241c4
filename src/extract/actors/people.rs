//! Which names are one person: by surname, then first name, initial, short form, title and gender.

use crate::extract::actors::keys::{self, Key};
use crate::extract::actors::kinds::Evidence;
use crate::extract::actors::link::{Entity, Linker};
use crate::extract::actors::names::{GIVEN, Name, PLACE};
use crate::extract::actors::{Gender, gender};
use crate::extract::lexicon::{self, category, without_ending};
use crate::extract::text::TokenRange;

/// How many bearers of one surname are told apart.
const BEARERS: usize = 16;

impl Linker<'_, '_> {
    pub(super) fn person(&mut self, name: &Name, evidence: Evidence) -> usize {
        let last = self.surname_token(name);
        let surname = keys::surname(self.text, last);
        let first = name.tokens.start();
        let given = self.given_key(first);
        let bearers = self.surnames.get(&surname).map_or(&[][..], Vec::as_slice);
        let gender = gender::of_name(self.text, name);
        let known = bearers.iter().rev().copied().find(|index| {
            self.entities
                .get(*index)
                .is_some_and(|entity| self.fits(entity, first, given, gender))
        });
        // "Engineer-in-chief Jane Doe": what precedes a name already known is no part of it.
        let inner = bearers
            .iter()
            .copied()
            .find(|index| name.tokens.len() > 2 && self.given_is(*index, first + 1));
        if let Some(index) = known.or(inner) {
            return self.again(index, name, evidence);
        }
        let index = self.add(name, evidence);
        if let Some(entity) = self.entities.get_mut(index) {
            entity.given = Some(given);
        }
        let bearers = self.surnames.entry(surname).or_default();
        if bearers.len() < BEARERS {
            bearers.push(index);
        }
        self.given.insert(keys::word(self.text.word(first)), index);
        index
    }

    /// Whether somebody's first name may be the one at `first`: the same, its short form, or its initial.
    fn fits(&self, entity: &Entity, first: usize, given: Key, gender: Gender) -> bool {
        let other = entity.fullest.start();
        let (mine, theirs) = (self.text.word(first), self.text.word(other));
        let initials = |one: &str, two: &str| {
            one.len() <= 2 && one.chars().next().is_some() && one.chars().next() == two.chars().next()
        };
        let clash = gender != Gender::Unknown && entity.gender != Gender::Unknown && gender != entity.gender;
        // "Bin Laden": a surname alone.
        let bare = |index: usize| {
            let token = self.text.token(index);
            token.is(category::PARTICLE) && !token.is(GIVEN)
        };
        let same = entity.given == Some(given) || initials(mine, theirs) || initials(theirs, mine);
        let inner = self.inner_given(entity.fullest) == Some(given);
        !clash && (same || inner || bare(first) || bare(other))
    }

    /// The second word of a long name whose first is no first name: whose it is, if that is one.
    pub(super) fn inner_given(&self, tokens: TokenRange) -> Option<Key> {
        let first = self.text.token(tokens.start());
        let second = tokens.start() + 1;
        (tokens.len() > 2 && !first.is(GIVEN) && self.text.token(second).is(GIVEN))
            .then(|| self.given_key(second))
    }

    fn given_is(&self, index: usize, token: usize) -> bool {
        let given = self.given_key(token);
        self.entities
            .get(index)
            .is_some_and(|entity| entity.given == Some(given))
    }

    pub(super) fn given_key(&self, index: usize) -> Key {
        let word = self.text.word(index);
        keys::word(lexicon::value(&self.text.lexicon.nickname, word).unwrap_or(word))
    }

    /// The token of the surname: the last, but for "Jr.".
    fn surname_token(&self, name: &Name) -> usize {
        name.tokens
            .indices()
            .rev()
            .find(|index| {
                self.text.token(*index).is_word() && !self.text.token(*index).is(category::NAME_SUFFIX)
            })
            .unwrap_or(name.tokens.start())
    }

    /// Whether the name is the plural of somebody's surname: "the Clintons".
    pub(super) fn is_family(&self, name: &Name) -> bool {
        let word = self.text.word(name.tokens.end() - 1);
        without_ending(word, self.text.lexicon.plural_ending)
            .is_some_and(|singular| self.surnames.contains_key(&keys::word(singular)))
    }

    /// Who bears the surname that stands alone: somebody whom the title fits, introduced before rather than after, and of
    /// those the one most often named; a writer who tells two apart gives the other their first name each time.
    pub(super) fn bearer(&self, name: &Name) -> Option<usize> {
        let at = name.tokens.start();
        let token = self.text.token(at);
        if name.tokens.len() > 1 {
            // A heading: somebody who is named in the text as well.
            let bearers = self
                .surnames
                .get(&keys::surname(self.text, name.tokens.end() - 1))?;
            let given = self.given_key(at);
            return bearers.iter().copied().find(|index| {
                self.entities
                    .get(*index)
                    .is_some_and(|entity| entity.given == Some(given))
            });
        }
        if name.known.any(PLACE)
            && name.title.is_none()
            && at > 0
            && self.text.token(at - 1).is(category::LOCATIVE)
        {
            return None;
        }
        let bearers = self.surnames.get(&keys::surname(self.text, at))?;
        let gender = gender::of_name(self.text, name);
        let titled = name.title.is_some();
        bearers
            .iter()
            .copied()
            .filter_map(|index| self.entities.get(index).map(|entity| (index, entity)))
            .filter(|(_, entity)| {
                !titled
                    || gender == Gender::Unknown
                    || entity.gender == Gender::Unknown
                    || entity.gender == gender
            })
            .max_by_key(|(index, entity)| {
                let exact = self.text.word(self.last_token(entity)) == self.text.word(at);
                let named = entity.full_mentions + entity.bare_mentions;
                let introduced = entity.introduced < at;
                (exact, introduced, named, entity.bare_mentions, *index)
            })
            .map(|(index, _)| index)
            .filter(|_| token.is_word())
    }

    fn last_token(&self, entity: &Entity) -> usize {
        let tokens = entity.fullest;
        tokens
            .indices()
            .rev()
            .find(|index| !self.text.token(*index).is(category::NAME_SUFFIX))
            .unwrap_or(tokens.start())
    }
}
