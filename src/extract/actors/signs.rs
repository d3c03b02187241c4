//! What counts for and against a name's being an actor's, and not a work's, a product's, a substance's or an ordinary word
//! with a capital: the features of the model `weights/actor.toml`.

use crate::briefing::ActorKind;
use crate::extract::actors::keys::{self, KeyMap};
use crate::extract::actors::link::Entity;
use crate::extract::actors::names::{GIVEN, KNOWN, Name, PLACE};
use crate::extract::actors::surroundings::of_mention;
use crate::extract::lexicon::category;
use crate::extract::linear::{Features, actor};
use crate::extract::text::{Shape, Text, Token, TokenRange};

/// What there is to be known of an entity.
pub(super) struct Signs {
    /// What it is made of, and what some mention has.
    pub own: Features,
    /// What stands around its mentions: each weighs its share.
    pub around: Vec<Features>,
}

/// The log-odds of each entity's being an actor, given whose each name is.
pub(super) fn log_odds(
    text: &Text<'_>,
    names: &[Name],
    entities: &[Entity],
    owners: &[Option<usize>],
) -> Vec<f32> {
    let mut sightings = vec![Sighting::default(); entities.len()];
    each_mention(text, names, owners, |owner, features| {
        if let Some(sighting) = sightings.get_mut(owner) {
            sighting.add(features);
        }
    });
    let lower = in_lower_case(text, entities);
    entities
        .iter()
        .zip(sightings)
        .zip(lower)
        .map(|((entity, sighting), lower)| {
            actor::MODEL.log_odds(own(text, entity, &sighting, lower)) + sighting.mean()
        })
        .collect()
}

/// The signs of each entity: for training.
pub(super) fn signs(
    text: &Text<'_>,
    names: &[Name],
    entities: &[Entity],
    owners: &[Option<usize>],
) -> Vec<Signs> {
    let mut sightings = vec![(Sighting::default(), Vec::new()); entities.len()];
    each_mention(text, names, owners, |owner, features| {
        if let Some((sighting, around)) = sightings.get_mut(owner) {
            sighting.add(features);
            around.push(features);
        }
    });
    let lower = in_lower_case(text, entities);
    entities
        .iter()
        .zip(sightings)
        .zip(lower)
        .map(|((entity, (sighting, around)), lower)| Signs {
            own: own(text, entity, &sighting, lower),
            around,
        })
        .collect()
}

/// Calls `take` with whose mention it is and what stands around it, for each in order.
fn each_mention(
    text: &Text<'_>,
    names: &[Name],
    owners: &[Option<usize>],
    mut take: impl FnMut(usize, Features),
) {
    let mut sentences = text.sentences.iter();
    let mut sentence = sentences.next();
    for (name, owner) in names.iter().zip(owners) {
        while sentence.is_some_and(|sentence| sentence.tokens.end() <= name.tokens.start()) {
            sentence = sentences.next();
        }
        if let Some((owner, sentence)) = owner.zip(sentence) {
            take(owner, of_mention(text, name, sentence));
        }
    }
}

/// What the mentions of one entity have.
#[derive(Clone, Copy, Default)]
struct Sighting {
    some: Features,
    count: u16,
    /// What all of them weigh.
    weight: f32,
}

impl Sighting {
    fn add(&mut self, features: Features) {
        self.some |= features;
        self.count = self.count.saturating_add(1);
        if self.count < u16::MAX {
            self.weight += actor::MODEL.weight(features);
        }
    }

    fn mean(self) -> f32 {
        self.weight / f32::from(self.count.max(1))
    }
}

/// What an entity is made of, and what some mention of it has.
fn own(text: &Text<'_>, entity: &Entity, sighting: &Sighting, lower: bool) -> Features {
    let mut features = Features::NONE;
    of_entity(text, entity, &mut features);
    features.add(actor::ELSEWHERE_IN_LOWER_CASE, lower);
    features.add(actor::ONCE, sighting.count == 1);
    features.add(actor::TWICE, sighting.count == 2);
    let some = sighting.some;
    let acts = some.shares(actor::BEFORE_SPEECH_VERB | actor::BEFORE_VERB | actor::BEFORE_PERSONAL);
    features.add(actor::SPOKE_ONCE, some.has(actor::BEFORE_SPEECH_VERB));
    features.add(actor::ACTED_ONCE, acts);
    features.add(actor::OWNED_ONCE, some.has(actor::BEFORE_POSSESSIVE));
    features.add(actor::TITLED_ONCE, some.has(actor::TITLED));
    features.add(actor::NAMED_ONCE, some.has(actor::NAMING_NEAR));
    let listed = actor::LISTED_PLACE | actor::LISTED_ORGANISATION | actor::LISTED_PEOPLE;
    let bare = features.has(actor::ONE_WORD) && features.has(actor::ORGANISATION) && !features.shares(listed);
    features.add(actor::BARE, bare);
    features.add(actor::BARE_ACTED, bare && acts);
    features.add(actor::BARE_ONCE, bare && sighting.count == 1);
    features
}

/// What the fullest form of the name is made of, and what kind it was judged to be.
fn of_entity(text: &Text<'_>, entity: &Entity, features: &mut Features) {
    let kind = entity.evidence.kind();
    features.add(actor::PERSON, kind == ActorKind::Person);
    features.add(actor::ORGANISATION, kind == ActorKind::Organisation);
    features.add(actor::PLACE, kind == ActorKind::Place);
    features.add(actor::GROUP, kind == ActorKind::Group);
    features.add(actor::SHORTENED, entity.bare_mentions > 0);
    let tokens = entity.fullest;
    let words = text.words(tokens);
    let known = text.known(tokens);
    features.add(actor::LISTED_PLACE, known.any(PLACE));
    features.add(actor::LISTED_ORGANISATION, known.any(category::ORGANISATION));
    features.add(actor::LISTED_OUTLET, known.any(category::NEWS_OUTLET));
    features.add(actor::LISTED_PEOPLE, known.any(category::DEMONYM_PLURAL));
    features.add(actor::ONE_WORD, tokens.len() == 1);
    features.add(actor::TWO_WORDS, tokens.len() == 2);
    features.add(actor::FOUR_WORDS, tokens.len() > 3);
    features.add(actor::HAS_DIGIT, words.bytes().any(|byte| byte.is_ascii_digit()));
    features.add(actor::HAS_HYPHEN, words.contains('-'));
    features.add(actor::HAS_AMPERSAND, words.contains('&'));
    features.add(actor::HAS_INITIAL, words.contains(". "));
    let (first, last) = (text.token(tokens.start()), text.token(tokens.end() - 1));
    let single = tokens.len() == 1;
    let acronym = single && first.shape == Shape::Upper;
    features.add(actor::TWO_LETTERS, acronym && first.span.len() == 2);
    features.add(actor::THREE_LETTERS, acronym && first.span.len() == 3);
    features.add(actor::MORE_LETTERS, acronym && first.span.len() > 3);
    features.add(
        actor::HAS_ACRONYM,
        !single && any(text, tokens, |token| token.shape == Shape::Upper),
    );
    features.add(
        actor::INNER_CAPITAL,
        !acronym
            && words.split(' ').any(|word| {
                let mut letters = word.chars().skip(1);
                letters.any(char::is_uppercase)
                    && word.chars().any(char::is_lowercase)
                    && !word.contains(['-', '\'', '’'])
            }),
    );
    features.add(actor::GIVEN_FIRST, first.is(GIVEN));
    features.add(actor::SURNAME_LAST, last.is(category::SURNAME));
    features.add(actor::GIVEN_LAST, !single && last.is(GIVEN));
    features.add(actor::COMPANY_SUFFIX, last.is(category::COMPANY_SUFFIX));
    features.add(actor::HEAD_LAST, last.is(category::ORGANISATION_HEAD));
    features.add(
        actor::HEAD_INSIDE,
        any(text, tokens, |token| token.is(category::ORGANISATION_HEAD)),
    );
    features.add(actor::PLACE_HEAD_LAST, last.is(category::PLACE_HEAD));
    features.add(actor::PLACE_OPENER_FIRST, first.is(category::PLACE_OPENER));
    features.add(
        actor::COMMON_FIRST,
        first.is(category::COMMON_WORD) && !first.is(GIVEN),
    );
    features.add(
        actor::COMMON_LAST,
        last.is(category::COMMON_WORD) && !last.is(GIVEN),
    );
    features.add(
        actor::COMMON_ALL,
        tokens.indices().all(|index| {
            let token = text.token(index);
            token.shape == Shape::Lower || token.is(category::COMMON_WORD) && !token.is(GIVEN)
        }),
    );
    features.add(actor::ROLE_LAST, last.is(category::ROLE_NOUN.or(category::TITLE)));
    features.add(
        actor::HAS_PEOPLE,
        any(text, tokens, |token| token.is(category::DEMONYM)),
    );
    features.add(
        actor::HAS_PLACE,
        !single && any(text, tokens, |token| token.is(PLACE)),
    );
    features.add(
        actor::HAS_LOWER,
        any(text, tokens, |token| token.shape == Shape::Lower),
    );
    features.add(
        actor::HAS_EVENT,
        any(text, tokens, |token| {
            token.is(category::EVENT_HEAD.or(category::EVENT_OPENER))
        }),
    );
    let last = tokens.end() - 1;
    let ends = |endings| text.ends_in(last, endings);
    features.add(
        actor::PLURAL,
        ends(text.lexicon.plural_ending) && !ends(text.lexicon.uninflected_ending),
    );
    features.add(actor::GERUND, ends(text.lexicon.participle_ending));
    features.add(actor::PARTICIPLE, ends(text.lexicon.past_ending));
    features.add(actor::ABSTRACT, ends(text.lexicon.abstract_ending));
    features.add(actor::SUBSTANCE, ends(text.lexicon.substance_ending));
    features.add(actor::PLACE_ENDING, ends(text.lexicon.place_ending));
    features.add(actor::SURNAME_ENDING, ends(text.lexicon.surname_ending));
    features.add(actor::PEOPLE_ENDING, ends(text.lexicon.people_ending));
}

fn any(text: &Text<'_>, tokens: TokenRange, is: impl Fn(Token) -> bool) -> bool {
    tokens.indices().any(|index| is(text.token(index)))
}

/// For each entity of one word, whether the text has that word in lower case as well.
fn in_lower_case(text: &Text<'_>, entities: &[Entity]) -> Vec<bool> {
    let mut found = vec![false; entities.len()];
    let mut wanted: KeyMap<usize> = KeyMap::default();
    // Which lengths a word has that opens with this letter: most words of the text need no look at their key.
    let mut lengths = [0_u64; 32];
    let letter = |word: &str| usize::from(word.bytes().next().unwrap_or_default() & 31);
    for (index, entity) in entities.iter().enumerate() {
        let word = text.words(entity.fullest);
        if entity.fullest.len() == 1 && !text.token(entity.fullest.start()).is(KNOWN) {
            wanted.insert(keys::word(word), index);
            if let Some(lengths) = lengths.get_mut(letter(word)) {
                *lengths |= 1 << word.len().min(63);
            }
        }
    }
    for index in 0..text.tokens.len() {
        let token = text.token(index);
        if token.shape != Shape::Lower {
            continue;
        }
        let word = text.word(index);
        let length = lengths.get(letter(word)).copied().unwrap_or_default();
        if length & (1 << word.len().min(63)) == 0 {
            continue;
        }
        if let Some(found) = wanted
            .get(&keys::word(word))
            .and_then(|index| found.get_mut(*index))
        {
            *found = true;
        }
    }
    found
}
