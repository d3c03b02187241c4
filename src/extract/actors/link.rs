//! Which names are one actor.
//!
//! Two passes, each over the names in order. The first takes the names that tell most: several words, or listed in the
//! lexicon. The second takes single words: a surname, a first name, an acronym, the first word of a company.

use crate::briefing::ActorKind;
use crate::extract::actors::Gender;
use crate::extract::actors::gender;
use crate::extract::actors::keys::{self, Key, KeyMap, KeySet};
use crate::extract::actors::kinds::{self, Evidence};
use crate::extract::actors::names::{GIVEN, KNOWN, Name};
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
    /// Mentions by the surname alone, as far as the text was read.
    pub(super) bare_mentions: u32,
    /// The token that the first full mention starts with.
    pub(super) introduced: usize,
    /// The key of the first name, where there is one.
    pub(super) given: Option<Key>,
}

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
        alone: KeySet::default(),
    };
    for name in names {
        if name.tokens.len() == 1 && !name.known.any(KNOWN) {
            linker.alone.insert(keys::surname(text, name.tokens.start()));
        }
    }
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

pub(super) struct Linker<'t, 'a> {
    pub(super) text: &'t Text<'a>,
    pub(super) entities: Vec<Entity>,
    /// By the whole name.
    pub(super) whole: KeyMap<usize>,
    /// By the last words of an organisation's name.
    pub(super) tails: KeyMap<usize>,
    /// By surname: everybody who has it.
    pub(super) surnames: KeyMap<Vec<usize>>,
    /// By first name: the last one introduced.
    pub(super) given: KeyMap<usize>,
    pub(super) acronyms: KeyMap<usize>,
    /// By the first word of an organisation's name.
    pub(super) openings: KeyMap<usize>,
    /// Words that are certainly names somewhere in the text.
    pub(super) confirmed: KeySet,
    /// Words that stand somewhere as a name by themselves.
    alone: KeySet,
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
    pub(super) fn key(&self, name: &Name) -> Key {
        let words = self.text.words(name.tokens);
        lexicon::value(&self.text.lexicon.same_as, words)
            .map_or_else(|| keys::of_tokens(self.text, name.tokens), keys::phrase)
    }

    pub(super) fn add(&mut self, name: &Name, evidence: Evidence) -> usize {
        let gender = match gender::of_name(self.text, name) {
            Gender::Unknown => gender::by_first_name(self.text, name),
            told => told,
        };
        self.entities.push(Entity {
            fullest: name.tokens,
            evidence,
            gender,
            full_mentions: u32::from(name.tokens.len() > 1),
            bare_mentions: 0,
            introduced: name.tokens.start(),
            given: None,
        });
        self.entities.len() - 1
    }

    /// Another mention of the entity at `index`.
    pub(super) fn again(&mut self, index: usize, name: &Name, evidence: Evidence) -> usize {
        let gender = gender::of_name(self.text, name);
        let fuller = name.tokens.len();
        let first = self.given_key(name.tokens.start());
        let inner = self
            .entities
            .get(index)
            .and_then(|entity| self.inner_given(entity.fullest));
        let bare = self
            .entities
            .get(index)
            .is_some_and(|entity| self.text.token(entity.fullest.start()).is(category::PARTICLE));
        if let Some(entity) = self.entities.get_mut(index) {
            let short = fuller == 1 && entity.fullest.len() > 1;
            entity
                .evidence
                .add(if short { evidence.of_short_form() } else { evidence });
            entity.full_mentions += u32::from(fuller > 1);
            entity.bare_mentions += u32::from(short);
            if entity.gender == Gender::Unknown {
                entity.gender = gender;
            }
            let same_start = entity
                .given
                .is_none_or(|given| given == first || fuller > 2 && entity.fullest.len() == 2 && bare);
            // What stood before the first name was no part of it: "Triathlete Jane Doe", then "Jane Doe".
            let inner = fuller > 1 && fuller < entity.fullest.len() && inner == Some(first);
            if inner {
                entity.fullest = name.tokens;
                entity.given = Some(first);
            }
            let calmer = fuller == entity.fullest.len()
                && is_short(self.text, entity.fullest)
                && !is_short(self.text, name.tokens);
            if calmer {
                entity.fullest = name.tokens;
            }
            if fuller > entity.fullest.len()
                && same_start
                && self.text.token(name.tokens.start()).shape != Shape::Upper
            {
                entity.given = entity.given.map(|_| first);
                entity.fullest = name.tokens;
            }
        }
        index
    }

    /// The entity of a name of several words.
    fn full(&mut self, name: &Name) -> usize {
        let mut evidence = kinds::judge(self.text, name);
        self.by_short_form(name, &mut evidence);
        let key = self.key(name);
        let known = self.whole.get(&key).or_else(|| self.tails.get(&key)).copied();
        if let Some(index) = known {
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

    /// A person is called by the last word of the name, a company more likely by the first.
    fn by_short_form(&self, name: &Name, evidence: &mut Evidence) {
        let ordinary = category::COMMON_WORD
            .or(category::ORGANISATION_HEAD)
            .or(category::COMPANY_SUFFIX)
            .or(category::PLACE_HEAD)
            .or(category::EVENT_HEAD)
            .or(category::DEMONYM)
            .or(KNOWN);
        let (first, last) = (name.tokens.start(), name.tokens.end() - 1);
        let alone = |index: usize| {
            self.text.token(index).shape == Shape::Capitalised
                && !self.text.token(index).is(ordinary)
                && self.alone.contains(&keys::surname(self.text, index))
        };
        let acronym = name
            .tokens
            .indices()
            .any(|index| self.text.token(index).shape == Shape::Upper);
        if name.tokens.len() < 4 && !acronym && !name.known.any(KNOWN) {
            evidence.shortened(alone(first) && !self.text.token(first).is(GIVEN), alone(last));
        }
    }

    /// The entity of a single word, or of a name that only others can confirm.
    fn single(&mut self, name: &Name) -> Option<usize> {
        let evidence = kinds::judge(self.text, name);
        let key = self.key(name);
        let found = self
            .bearer(name)
            .or_else(|| self.by_part(name).filter(|_| name.known.any(KNOWN)))
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
        let mut evidence = evidence;
        if self.is_family(name) {
            evidence.add(Evidence::GROUP);
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
}

/// Whether a name opens with capitals alone or an abbreviation: "BOSTON", "Pa.".
fn is_short(text: &Text<'_>, tokens: TokenRange) -> bool {
    let start = tokens.start();
    text.token(start).shape == Shape::Upper || text.word(start).ends_with('.')
}
