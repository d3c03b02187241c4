//! What counts for and against a name's being an actor's, and not a work's, a product's, a substance's or an ordinary word
//! with a capital: the features of the model `weights/actor.toml`.

use crate::briefing::ActorKind;
use crate::extract::actors::keys::{self, KeyMap};
use crate::extract::actors::link::Entity;
use crate::extract::actors::names::{GIVEN, KNOWN, Name, PLACE};
use crate::extract::lexicon::{Categories, category};
use crate::extract::linear::{Features, actor};
use crate::extract::text::{Sentence, Shape, Text, Token, TokenRange};

/// Words before a name that may say what it is, at most.
const NEAR: usize = 3;
/// Who acts, beside those who speak.
const VERB: Categories = category::AUXILIARY
    .or(category::FINITE_VERB)
    .or(category::PAST_VERB);

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

/// What stands around one mention.
fn of_mention(text: &Text<'_>, name: &Name, sentence: &Sentence) -> Features {
    let mut features = Features::NONE;
    let (start, end) = (name.tokens.start(), name.tokens.end());
    let opens = start == sentence.tokens.start();
    let before = |back: usize| {
        start
            .checked_sub(back)
            .filter(|index| *index >= sentence.tokens.start())
            .map(|index| text.token(index))
            .unwrap_or_default()
    };
    let next = |ahead: usize| {
        if end + ahead < sentence.tokens.end() {
            text.token(end + ahead)
        } else {
            Token::default()
        }
    };
    features.add(actor::OPENS, opens);
    features.add(actor::QUOTED, text.token(start).quoted);
    features.add(actor::TITLED, name.title.is_some());
    features.add(actor::IN_FIRST_SENTENCE, sentence.tokens.start() == 0);
    features.add(
        actor::HEADING,
        !matches!(
            text.token(sentence.tokens.end().saturating_sub(1)).shape,
            Shape::Punctuation('.' | '?' | '!' | ':') | Shape::Mark
        ),
    );
    features.add(
        actor::BRACKETED,
        before(1).is_punctuation('(') && next(0).is_punctuation(')'),
    );
    let expanded = before(2);
    let bracketed = features.has(actor::BRACKETED);
    features.add(
        actor::BRACKETED_AFTER_NAME,
        bracketed && expanded.is_capitalised(),
    );
    features.add(
        actor::BRACKETED_AFTER_WORD,
        bracketed && expanded.shape == Shape::Lower,
    );
    features.add(
        actor::IN_MARKS,
        before(1).shape == Shape::Mark && next(0).shape == Shape::Mark,
    );
    features.add(
        actor::NAMING_NEAR,
        (1..=NEAR).any(|back| before(back).shape == Shape::Lower && before(back).is(category::NAMING_WORD)),
    );
    after(text, start, before(1), before(2), &mut features);
    ahead(text, name, next(0), next(1), &mut features);
    features
}

/// What the name stands after.
fn after(text: &Text<'_>, start: usize, last: Token, second: Token, features: &mut Features) {
    let lower = last.shape == Shape::Lower;
    let article = lower && last.is(category::ARTICLE);
    features.add(actor::AFTER_THE, article && last.is(category::DEFINITE));
    features.add(actor::AFTER_A, article && !last.is(category::DEFINITE));
    features.add(
        actor::AFTER_DETERMINER,
        lower && !article && last.is(category::DETERMINER) || last.shape == Shape::Possessive,
    );
    features.add(actor::AFTER_LOCATIVE, lower && last.is(category::LOCATIVE));
    features.add(actor::AFTER_GENITIVE, lower && last.is(category::GENITIVE));
    features.add(actor::AFTER_AGENT, lower && last.is(category::AGENT));
    let other = category::LOCATIVE.or(category::GENITIVE).or(category::AGENT);
    features.add(
        actor::AFTER_PREPOSITION,
        lower && last.is(category::PREPOSITION) && !last.is(other),
    );
    features.add(actor::AFTER_CONJUNCTION, lower && last.is(category::CONJUNCTION));
    features.add(actor::AFTER_COMMA, last.is_punctuation(','));
    features.add(actor::AFTER_COLON, last.is_punctuation(':') || last.is_dash());
    features.add(actor::AFTER_MARK, last.shape == Shape::Mark);
    features.add(actor::AFTER_CAPITAL, last.is_capitalised());
    features.add(actor::AFTER_NUMBER, last.shape == Shape::Number);
    features.add(actor::AFTER_SPEECH_VERB, lower && last.is(category::SPEECH_VERB));
    features.add(
        actor::AFTER_ROLE,
        lower && last.is(category::ROLE_NOUN.or(category::PERSON_NOUN)),
    );
    let head = category::ORGANISATION_HEAD.or(category::PLACE_HEAD);
    features.add(actor::AFTER_HEAD, lower && last.is(head));
    features.add(
        actor::AFTER_CREDIT,
        last.is(category::CREDIT) || last.is_punctuation(':') && second.is(category::CREDIT),
    );
    let content = lower
        && !last.is(category::FUNCTION_WORD
            .or(category::ROLE_NOUN)
            .or(category::SPEECH_VERB)
            .or(category::PREPOSITION));
    let verb = content && (last.is(VERB) || text.ends_in(start - 1, text.lexicon.past_ending));
    features.add(actor::AFTER_VERB, verb);
    features.add(actor::AFTER_NOUN, content && !verb);
}

/// What stands after the name.
fn ahead(text: &Text<'_>, name: &Name, next: Token, second: Token, features: &mut Features) {
    let end = name.tokens.end();
    let lower = next.shape == Shape::Lower;
    features.add(actor::BEFORE_POSSESSIVE, next.shape == Shape::Possessive);
    features.add(actor::BEFORE_SPEECH_VERB, lower && next.is(category::SPEECH_VERB));
    let past = lower && (next.is(VERB) || text.ends_in(end, text.lexicon.past_ending));
    features.add(actor::BEFORE_BE, past && next.is(category::BE));
    features.add(actor::BEFORE_VERB, past && !next.is(category::BE));
    features.add(
        actor::BEFORE_PRESENT,
        lower
            && !past
            && !next.is(category::FUNCTION_WORD)
            && text.ends_in(end, text.lexicon.present_ending)
            && !text.ends_in(end, text.lexicon.uninflected_ending),
    );
    let head = category::ORGANISATION_HEAD.or(category::PLACE_HEAD);
    features.add(actor::BEFORE_HEAD, lower && next.is(head));
    let not_noun = category::FUNCTION_WORD
        .or(category::SPEECH_VERB)
        .or(category::PREPOSITION)
        .or(category::SUBORDINATOR)
        .or(category::ADVERB)
        .or(VERB);
    features.add(
        actor::BEFORE_NOUN,
        lower
            && !next.is(not_noun)
            && !past
            && !text.ends_in(end, text.lexicon.adverb_ending)
            && !text.ends_in(end, text.lexicon.participle_ending),
    );
    features.add(actor::BEFORE_PREPOSITION, lower && next.is(category::PREPOSITION));
    features.add(actor::BEFORE_CONJUNCTION, lower && next.is(category::CONJUNCTION));
    features.add(actor::BEFORE_PERSONAL, next.is(category::PERSONAL_RELATIVE));
    features.add(
        actor::BEFORE_RELATIVE,
        lower && next.is(category::RELATIVE) && !next.is(category::PERSONAL_RELATIVE),
    );
    features.add(actor::BEFORE_NUMBER, next.shape == Shape::Number);
    features.add(actor::BEFORE_CAPITAL, next.is_capitalised());
    features.add(actor::BEFORE_COMMA, next.is_punctuation(','));
    features.add(
        actor::BEFORE_PLACE,
        next.is_punctuation(',') && second.is_capitalised() && second.is(PLACE),
    );
    features.add(
        actor::BEFORE_COLON,
        next.is_punctuation(':') || next.is_dash() || next.shape == Shape::Punctuation('/'),
    );
    features.add(actor::BEFORE_BRACKET, next.is_punctuation('('));
    features.add(
        actor::BEFORE_ACRONYM,
        next.is_punctuation('(') && second.shape == Shape::Upper,
    );
    features.add(
        actor::BEFORE_STOP,
        next.is_punctuation('.') || next.shape == Shape::Nothing,
    );
    features.add(
        actor::IN_ADDRESS,
        next.is_punctuation('.') && second.span.start() == next.span.end(),
    );
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
