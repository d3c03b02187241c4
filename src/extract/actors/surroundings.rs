//! What stands around a name that counts for and against its being an actor's.

use crate::extract::actors::names::{Name, PLACE};
use crate::extract::lexicon::{Categories, category};
use crate::extract::linear::{Features, actor};
use crate::extract::text::{Sentence, Shape, Text, Token};

/// Words before a name that may say what it is, at most.
const NEAR: usize = 3;
/// Who acts, beside those who speak.
const VERB: Categories = category::AUXILIARY
    .or(category::FINITE_VERB)
    .or(category::PAST_VERB);

/// What stands around one mention.
pub(super) fn of_mention(text: &Text<'_>, name: &Name, sentence: &Sentence) -> Features {
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
