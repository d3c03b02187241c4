//! Which verb stands where, in a form that reports, and what it takes after it.

use crate::extract::lexicon::{Categories, category};
use crate::extract::quotes::cues::Voice;
use crate::extract::quotes::phrases::{Phrase, Phrases, Referent, SPEAKING_NOUN, is_nominal};
use crate::extract::text::{Shape, TokenRange};

/// A verb that reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    /// Its words, the preposition that belongs to it included.
    pub tokens: TokenRange,
    /// What it takes.
    pub kinds: Categories,
}

/// Verbs that report in any of the ways told here.
const REPORTING: Categories = category::SPEECH_VERB
    .or(category::SPEECH_BASE)
    .or(category::CLAUSE_VERB)
    .or(category::BELIEF_VERB)
    .or(category::EVIDENCE_VERB)
    .or(category::INTENTION_VERB)
    .or(category::DIRECTIVE_VERB)
    .or(category::ATTITUDE_VERB)
    .or(category::ATTITUDE_PREPOSITION_VERB);

/// The verb that opens with the token at `index`, if its form reports: no noun, no passive, nothing that was not said.
pub(super) fn at(phrases: &Phrases<'_>, index: usize) -> Option<Verb> {
    let token = phrases.text.token(index);
    if token.shape != Shape::Lower || token.quoted {
        return None;
    }
    let (tokens, kinds) = phrases
        .text
        .phrase(index)
        .filter(|(_, kinds)| kinds.any(REPORTING))
        .unwrap_or((TokenRange::new(index, index + 1), token.categories));
    if !kinds.any(REPORTING) {
        return None;
    }
    (is_verb(phrases, index, kinds) && phrases.voice(index) == Voice::Active && !is_unsaid(phrases, index))
        .then_some(Verb { tokens, kinds })
}

/// Whether the word is a verb here, as far as the words before it tell.
fn is_verb(phrases: &Phrases<'_>, index: usize, kinds: Categories) -> bool {
    let start = phrases.group_start(index, index.saturating_sub(6));
    let Some(before) = start.checked_sub(1).map(|before| phrases.text.token(before)) else {
        return false;
    };
    if start == index
        && before.is(category::SPEECH_VERB)
        && !before.is(category::NOUN_OR_VERB.or(SPEAKING_NOUN))
    {
        // "what he said surprised": the verb before has its own subject.
        return false;
    }
    let determines =
        before.is(category::DETERMINER) && !before.is(category::PRONOMINAL.or(category::PRONOUN_SUBJECT));
    if phrases.is_participle(index) {
        let stands = before.shape == Shape::Lower && before.is(category::PREPOSITION);
        if kinds.any(category::ATTITUDE_VERB.or(category::ATTITUDE_PREPOSITION_VERB)) {
            // "saying …, criticising the plan", "is criticising", but "the group criticising the plan"
            return phrases.is_break(start - 1) || start < index;
        }
        return !determines && before.shape != Shape::Possessive && !stands;
    }
    if determines && start == index || before.shape == Shape::Possessive || before.is(category::PREPOSITION) {
        return false;
    }
    let past = phrases.ends_in(index, phrases.text.lexicon.past_ending)
        || phrases.token(index).is(category::SPEECH_VERB) && !phrases.token(index).is(category::NOUN_OR_VERB)
        || phrases.token(index).is(category::FINITE_VERB);
    let plain = phrases.token(index);
    let noun_before = start > 0 && phrases.token(start - 1).is_word() && is_nominal(phrases.token(start - 1));
    past || noun_before
        && !plain.is(category::NOUN_OR_VERB)
        && plain.is(category::CLAUSE_VERB
            .or(category::EVIDENCE_VERB)
            .or(category::BELIEF_VERB))
        || start < index && phrases.token(start).is(category::AUXILIARY)
        || before.is(category::PRONOUN_SUBJECT
            .or(category::PRONOMINAL)
            .or(category::RELATIVE))
        || before.is(SPEAKING_NOUN)
        || before.shape == Shape::Number
        || phrases.cast.mention_at(start - 1).is_some()
}

/// Whether the verb tells of what was not said, or may be said yet.
pub(super) fn is_unsaid(phrases: &Phrases<'_>, verb: usize) -> bool {
    (verb.saturating_sub(4)..verb)
        .rev()
        .map(|index| (index, phrases.text.token(index)))
        .take_while(|(index, token)| phrases.is_adverbial(*index) || token.is(category::INFINITIVE))
        .any(|(_, token)| token.is(category::NEGATION.or(category::MODAL).or(category::INFINITIVE)))
}

/// Whose the verb is.
pub(super) fn subject(phrases: &Phrases<'_>, verb: Verb, sentence: TokenRange) -> Option<Phrase> {
    let index = verb.tokens.start();
    // Only somebody says that something is so, whatever the noun.
    let says = verb.kinds.any(
        category::CLAUSE_VERB
            .or(category::EVIDENCE_VERB)
            .or(category::INTENTION_VERB),
    );
    let phrase = phrases.subject(index, sentence).filter(|phrase| {
        phrase.is_speaker(phrases.text) || says && matches!(phrase.referent, Referent::Noun(_))
    });
    if !says {
        return phrase;
    }
    let start = phrases.group_start(index, sentence.start());
    // A noun right before the verb is its subject, known or not: not one that stands further off.
    let phrase = phrase
        .filter(|phrase| phrase.extent.end() == start)
        .or_else(|| bare_noun(phrases, start, sentence.start()))
        .or(phrase)?;
    let stands = phrase.extent.end() == start && !phrase.is_speaker(phrases.text);
    let whole = stands
        .then(|| with_attributes(phrases, phrase, sentence.start()))
        .flatten();
    // "but on Tuesday wrote": no noun after a preposition is a subject.
    let close = phrase.extent.start();
    let attribute = stands && close > sentence.start() && phrases.token(close - 1).is(category::PREPOSITION);
    whole
        .or_else(|| attribute.then(|| phrases.governor(close, sentence)).flatten())
        .or(Some(phrase))
}

/// The person whom the noun phrase only describes: "people familiar with the matter".
fn with_attributes(phrases: &Phrases<'_>, phrase: Phrase, floor: usize) -> Option<Phrase> {
    let close = phrase.extent.start();
    if close <= floor || !phrases.token(close - 1).is(category::PREPOSITION) {
        return None;
    }
    let joins = |index: &usize| {
        let token = phrases.token(*index);
        token.is_word()
            && !token.quoted
            && !token.is(category::CONJUNCTION.or(category::SUBORDINATOR))
            && !phrases.is_finite(*index)
    };
    let head = (floor.max(close.saturating_sub(LONGEST))..close)
        .rev()
        .take_while(joins)
        .filter(|index| phrases.token(*index).is(SPEAKING_NOUN))
        .last()?;
    let start = phrases
        .ending(head + 1, floor)
        .map_or(head, |person| person.extent.start());
    let tokens = TokenRange::new(start, phrase.extent.end());
    Some(Phrase {
        mention: tokens,
        extent: tokens,
        referent: Referent::Noun(head),
    })
}

/// Tokens of a noun phrase that no determiner opens, at most.
const LONGEST: usize = 12;

/// The noun phrase that ends at `end`, without a determiner or a noun that is known to speak: "three quarters said".
fn bare_noun(phrases: &Phrases<'_>, end: usize, floor: usize) -> Option<Phrase> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    let nominal = |index: usize| {
        let token = phrases.text.token(index);
        !token.quoted
            && (token.shape == Shape::Number
                || token.shape == Shape::Possessive
                || token.is_dash()
                || token.is_punctuation('%')
                || is_nominal(token))
            && !phrases.is_break(index)
    };
    let token = phrases.text.token(last);
    if !nominal(last)
        || !(token.is_word() || token.shape == Shape::Number || token.is_punctuation('%'))
        || phrases.ends_in(last, phrases.text.lexicon.past_ending)
    {
        return None;
    }
    let mut start = last;
    while start > floor && last - start < LONGEST && nominal(start - 1) {
        start -= 1;
    }
    let tokens = TokenRange::new(start, end);
    Some(Phrase {
        mention: tokens,
        extent: tokens,
        referent: Referent::Noun(last),
    })
}
