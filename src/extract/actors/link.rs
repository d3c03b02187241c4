//! Which names are one actor.
//!
//! Two passes, each over the names in order. The first takes the names that tell most: several words, or listed in the
//! lexicon. The second takes single words: a surname, a first name, an acronym, the first word of a company.

use crate::briefing::ActorKind;
use crate::extract::actors::Gender;
use crate::extract::actors::gender;
use crate::extract::actors::keys::{self, Key, KeyMap, KeySet};
use crate::extract::actors::kinds::{self, Evidence};
use crate::extract::actors::names::{GIVEN, KNOWN, Name, PLACE};
use crate::extract::lexicon::{self, category};
use crate::extract::text::{Shape, Text, TokenRange};

/// Everything found out about one actor.
#[derive(Debug, Clone)]
pub(super) struct Entity {
    /// The fullest form of the name.
    pub fullest: TokenRange,
    /// What speaks for each kind.
    pub evidence: Evidence,
    /// By titles and first name.
    pub gender: Gender,
    /// Mentions by more than one word, or by a listed name.
    pub full_mentions: u32,
    /// The key of the first name, where there is one.
    given: Option<Key>,
}

/// How many bearers of one surname are told apart.
const BEARERS: usize = 16;

/// The entities and, for each name, which one it is of; `None` for a name that turned out to be none.
pub(super) fn link(text: &Text<'_>, names: &[Name]) -> (Vec<Entity>, Vec<Option<usize>>) {
    let mut linker = Linker {
        text,
        entities: Vec::new(),
        whole: KeyMap::default(),
        tails: KeyMap::default(),
        surnames: KeyMap::default(),
        given: KeyMap::default(),
        acronyms: KeyMap::default(),
        openings: KeyMap::default(),
        confirmed: KeySet::default(),
    };
    let mut owners = vec![None; names.len()];
    for (owner, name) in owners.iter_mut().zip(names) {
        if name.tokens.len() > 1 && !name.doubtful {
            *owner = Some(linker.full(name));
        }
        if !name.doubtful {
            linker.confirm(name);
        }
    }
    linker.bracketed(names, &mut owners);
    for (index, name) in names.iter().enumerate() {
        if let Some(owner) = owners.get_mut(index).filter(|owner| owner.is_none()) {
            *owner = linker.single(name);
        }
    }
    (linker.entities, owners)
}

struct Linker<'t, 'a> {
    text: &'t Text<'a>,
    entities: Vec<Entity>,
    /// By the whole name.
    whole: KeyMap<usize>,
    /// By the last words of an organisation's name.
    tails: KeyMap<usize>,
    /// By surname: everybody who has it.
    surnames: KeyMap<Vec<usize>>,
    /// By first name: the last one introduced.
    given: KeyMap<usize>,
    acronyms: KeyMap<usize>,
    /// By the first word of an organisation's name.
    openings: KeyMap<usize>,
    /// Words that are certainly names somewhere in the text.
    confirmed: KeySet,
}

impl Linker<'_, '_> {
    fn confirm(&mut self, name: &Name) {
        for index in name.tokens.indices() {
            if self.text.token(index).is_capitalised() {
                self.confirmed.insert(keys::word(self.text.word(index)));
            }
        }
    }

    /// The key of the whole name, the same for all its listed forms.
    fn key(&self, name: &Name) -> Key {
        let words = self.text.words(name.tokens);
        lexicon::value(&self.text.lexicon.same_as, words)
            .map_or_else(|| keys::of_tokens(self.text, name.tokens), keys::phrase)
    }

    fn add(&mut self, name: &Name, evidence: Evidence) -> usize {
        let gender = match gender::of_name(self.text, name) {
            Gender::Unknown => gender::by_first_name(self.text, name),
            told => told,
        };
        self.entities.push(Entity {
            fullest: name.tokens,
            evidence,
            gender,
            full_mentions: u32::from(name.tokens.len() > 1),
            given: None,
        });
        self.entities.len() - 1
    }

    /// Another mention of the entity at `index`.
    fn again(&mut self, index: usize, name: &Name, evidence: Evidence) -> usize {
        let gender = gender::of_name(self.text, name);
        let fuller = name.tokens.len();
        let first = self.given_key(name.tokens.start());
        if let Some(entity) = self.entities.get_mut(index) {
            entity.evidence.add(evidence);
            entity.full_mentions += u32::from(fuller > 1);
            if entity.gender == Gender::Unknown {
                entity.gender = gender;
            }
            let same_start = entity.given.is_none_or(|given| given == first);
            if fuller > entity.fullest.len()
                && same_start
                && self.text.token(name.tokens.start()).shape != Shape::Upper
            {
                entity.fullest = name.tokens;
            }
        }
        index
    }

    /// The entity of a name of several words.
    fn full(&mut self, name: &Name) -> usize {
        let evidence = kinds::judge(self.text, name);
        let key = self.key(name);
        if let Some(index) = self.whole.get(&key).copied() {
            return self.again(index, name, evidence);
        }
        let index = if evidence.kind() == ActorKind::Person {
            self.person(name, evidence)
        } else {
            self.body(name, evidence)
        };
        self.whole.insert(key, index);
        index
    }

    fn person(&mut self, name: &Name, evidence: Evidence) -> usize {
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
        self.given.insert(given, index);
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
        !clash && (entity.given == Some(given) || initials(mine, theirs) || initials(theirs, mine))
    }

    fn given_is(&self, index: usize, token: usize) -> bool {
        let given = self.given_key(token);
        self.entities
            .get(index)
            .is_some_and(|entity| entity.given == Some(given))
    }

    fn given_key(&self, index: usize) -> Key {
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

    /// An organisation, place or group of several words.
    fn body(&mut self, name: &Name, evidence: Evidence) -> usize {
        let tail = self.key(name);
        let known = self.tails.get(&tail).copied().or_else(|| {
            self.shortened(name)
                .and_then(|rest| self.whole.get(&keys::of_tokens(self.text, rest)).copied())
        });
        let index = match known {
            Some(index) => self.again(index, name, evidence),
            None => self.add(name, evidence),
        };
        if let Some(rest) = self.shortened(name) {
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
            if telling {
                self.openings
                    .entry(keys::word(self.text.word(name.tokens.start())))
                    .or_insert(index);
            }
        }
        index
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
    fn bracketed(&mut self, names: &[Name], owners: &mut [Option<usize>]) {
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

    /// The entity of a single word, or of a name that only others can confirm.
    fn single(&mut self, name: &Name) -> Option<usize> {
        let evidence = kinds::judge(self.text, name);
        let key = self.key(name);
        let found = self
            .bearer(name)
            .or_else(|| self.whole.get(&key).copied())
            .or_else(|| self.tails.get(&key).copied())
            .or_else(|| self.by_part(name));
        if let Some(index) = found {
            return Some(self.again(index, name, evidence));
        }
        if name.tokens.len() == 1
            && name.title.is_none()
            && self.text.token(name.tokens.start()).span.len() < 2
        {
            return None;
        }
        let office = self.text.token(name.tokens.start()).is(category::TITLE);
        if name.doubtful && (office || !self.is_confirmed(name)) {
            return None;
        }
        let index = self.add(name, evidence);
        self.whole.insert(key, index);
        Some(index)
    }

    fn is_confirmed(&self, name: &Name) -> bool {
        name.tokens.len() == 1
            && self
                .confirmed
                .contains(&keys::word(self.text.word(name.tokens.start())))
    }

    /// Who bears the surname that stands alone: the one whom the title fits, else the one most often named in full.
    fn bearer(&self, name: &Name) -> Option<usize> {
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
                (exact, entity.full_mentions, *index)
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

    /// By acronym, by an organisation's first word, by first name.
    fn by_part(&self, name: &Name) -> Option<usize> {
        let at = name.tokens.start();
        let token = self.text.token(at);
        if name.tokens.len() > 1 {
            return None;
        }
        let key = keys::word(self.text.word(at));
        if name.known.any(KNOWN) {
            return None;
        }
        if let Some(index) = self.acronyms.get(&key).filter(|_| token.shape == Shape::Upper) {
            return Some(*index);
        }
        let opening = || self.openings.get(&key).copied();
        let given = || self.given.get(&key).copied().filter(|_| name.title.is_none());
        opening().or_else(given)
    }
}
