//! Which names are one organisation, place or group: by the whole, by the end, by acronym, by the first word.

use crate::briefing::ActorKind;
use crate::extract::actors::keys::{self, Key};
use crate::extract::actors::kinds::{self, Evidence};
use crate::extract::actors::link::Linker;
use crate::extract::actors::names::{GIVEN, KNOWN, Name, PLACE};
use crate::extract::lexicon::category;
use crate::extract::text::{Shape, TokenRange};

impl Linker<'_, '_> {
    /// An organisation, place or group of several words.
    pub(super) fn body(&mut self, name: &Name, evidence: Evidence) -> usize {
        let tail = self.key(name);
        let known = self.tails.get(&tail).copied().or_else(|| {
            self.shortened(name)
                .into_iter()
                .chain(self.unsuffixed(name))
                .find_map(|rest| self.whole.get(&keys::of_tokens(self.text, rest)).copied())
        });
        let index = match known {
            Some(index) => self.again(index, name, evidence),
            None => self.add(name, evidence),
        };
        for rest in self.shortened(name).into_iter().chain(self.unsuffixed(name)) {
            self.tails
                .entry(keys::of_tokens(self.text, rest))
                .or_insert(index);
        }
        if evidence.kind() == ActorKind::Organisation {
            if let Some(acronym) = self.acronym(name.tokens) {
                self.acronyms.entry(acronym).or_insert(index);
            }
            let first = self.text.token(name.tokens.start());
            let telling = !first.is(category::COMMON_WORD
                .or(category::DEMONYM)
                .or(KNOWN)
                .or(GIVEN)
                .or(category::ORGANISATION_HEAD)
                .or(category::PLACE_OPENER))
                && first.span.len() > 3;
            if let Some(matter) = self.matter(name) {
                self.openings.entry(matter).or_insert(index);
            }
            if telling {
                self.openings
                    .entry(keys::word(self.text.word(name.tokens.start())))
                    .or_insert(index);
            }
        }
        index
    }

    /// The key of the one word that says whose or what body it is, and may stand for it: "Church of **Ormism**".
    fn matter(&self, name: &Name) -> Option<Key> {
        let (start, last) = (name.tokens.start(), name.tokens.end() - 1);
        let of = last.checked_sub(1).filter(|of| *of > start)?;
        let token = self.text.token(last);
        let ordinary = category::COMMON_WORD
            .or(category::ORGANISATION_HEAD)
            .or(category::DEMONYM)
            .or(KNOWN)
            .or(GIVEN);
        let names_it = self.text.token(of).is(category::GENITIVE)
            && self.text.token(of - 1).is(category::ORGANISATION_HEAD)
            && token.shape == Shape::Capitalised
            && !token.is(ordinary);
        names_it.then(|| keys::word(self.text.word(last)))
    }

    /// The name without the country or people it opens with: "Russian Interior Ministry", "US Congress".
    fn shortened(&self, name: &Name) -> Option<TokenRange> {
        let start = name.tokens.start();
        let (words, categories) = self
            .text
            .phrase(start)
            .filter(|(_, found)| found.any(PLACE))
            .unwrap_or((
                TokenRange::new(start, start + 1),
                self.text.token(start).categories,
            ));
        let rest = TokenRange::new(words.end(), name.tokens.end());
        let whole = rest.len() > 1 || name.known.any(category::ORGANISATION) && rest.len() == 1;
        (categories.any(category::DEMONYM.or(PLACE)) && whole).then_some(rest)
    }

    /// The name without "Inc." and the like.
    fn unsuffixed(&self, name: &Name) -> Option<TokenRange> {
        let last = name.tokens.end() - 1;
        let mut rest = TokenRange::new(name.tokens.start(), last);
        if rest.len() > 1 && self.text.token(last - 1).is_punctuation(',') {
            rest = TokenRange::new(rest.start(), last - 1);
        }
        let suffix = self.text.token(last).is(category::COMPANY_SUFFIX);
        (suffix && !rest.is_empty() && !self.text.token(rest.start()).is(category::COMMON_WORD))
            .then_some(rest)
    }

    /// The key of the initials of a name's capitalised words.
    fn acronym(&self, tokens: TokenRange) -> Option<Key> {
        let mut initials = [0_u8; 12];
        let mut count = 0;
        for index in tokens
            .indices()
            .filter(|index| self.text.token(*index).is_capitalised())
        {
            let initial = self
                .text
                .word(index)
                .bytes()
                .next()
                .filter(u8::is_ascii_alphabetic)?;
            *initials.get_mut(count)? = initial;
            count += 1;
        }
        let initials = std::str::from_utf8(initials.get(..count)?).ok()?;
        (count > 1).then(|| keys::word(initials))
    }

    /// Links "National Rescue Agency (NRA)" and "NRA (National Rescue Agency)".
    pub(super) fn bracketed(&mut self, names: &[Name], owners: &mut [Option<usize>]) {
        for (index, pair) in names.windows(2).enumerate() {
            let [outer, inner] = pair else { continue };
            let end = outer.tokens.end();
            let brackets = self.text.token(end).is_punctuation('(')
                && inner.tokens.start() == end + 1
                && self.text.token(inner.tokens.end()).is_punctuation(')');
            if !brackets {
                continue;
            }
            let short = |name: &Name| {
                name.tokens.len() == 1 && self.text.token(name.tokens.start()).shape == Shape::Upper
            };
            let (full, acronym, at) = if short(inner) {
                (owners.get(index).copied().flatten(), inner, index + 1)
            } else if short(outer) {
                (owners.get(index + 1).copied().flatten(), outer, index)
            } else {
                continue;
            };
            let Some(full) = full else { continue };
            let initial = |tokens: TokenRange| self.text.word(tokens.start()).chars().next();
            let entity = self.entities.get(full).map(|entity| entity.fullest);
            if entity.and_then(initial) != initial(acronym.tokens) {
                continue;
            }
            let evidence = kinds::judge(self.text, acronym);
            self.again(full, acronym, evidence);
            self.acronyms
                .insert(keys::of_tokens(self.text, acronym.tokens), full);
            self.whole.insert(self.key(acronym), full);
            if let Some(owner) = owners.get_mut(at) {
                *owner = Some(full);
            }
        }
    }

    /// By acronym, by an organisation's first word, by first name.
    pub(super) fn by_part(&self, name: &Name) -> Option<usize> {
        let at = name.tokens.start();
        let token = self.text.token(at);
        if name.tokens.len() > 1 {
            return None;
        }
        let key = keys::word(self.text.word(at));
        let located = at > 0 && self.text.token(at - 1).is(category::LOCATIVE);
        if name.known.any(KNOWN) {
            // "Charlotte" after "Charlotte Doe" is she, but not in "from Charlotte".
            let person = self.given.get(&key).filter(|_| !located && token.is(GIVEN));
            return person.copied();
        }
        if let Some(index) = self.acronyms.get(&key).filter(|_| token.shape == Shape::Upper) {
            return Some(*index);
        }
        let opening = || self.openings.get(&key).copied().filter(|_| !located);
        let given = || self.given.get(&key).copied().filter(|_| name.title.is_none());
        opening().or_else(given)
    }
}
