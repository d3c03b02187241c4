//! What somebody means to do, asks of others, or speaks of: `vowed to resign`, `urged the council to act`, `criticised the
//! plan to build it`.

use super::verbs::{self, Verb};
use super::{Reported, ends};
use crate::briefing::Rule;
use crate::extract::lexicon::category;
use crate::extract::quotes::phrases::{Phrases, Referent};
use crate::extract::text::{Shape, TokenRange};

/// Tokens between a verb that asks and "to", at most.
const BEFORE_TO: usize = 16;
/// Words of a thing spoken of that says something, at least.
const SHORTEST_THING: usize = 3;

/// `vowed to …`
pub(super) fn to_do(phrases: &Phrases<'_>, verb: Verb, sentence: TokenRange) -> Option<Reported> {
    let start = verb.tokens.end();
    if !verb.kinds.any(category::INTENTION_VERB) || !is_infinitive(phrases, start) {
        return None;
    }
    report(phrases, verb, sentence, start)
}

/// `urged the council to …`
pub(super) fn asked_of(phrases: &Phrases<'_>, verb: Verb, sentence: TokenRange) -> Option<Reported> {
    let start = verb.tokens.end();
    if !verb.kinds.any(category::DIRECTIVE_VERB) || phrases.text.token(start).quoted {
        return None;
    }
    let token = phrases.text.token(start);
    if is_infinitive(phrases, start) {
        return report(phrases, verb, sentence, start);
    }
    let opens = (token.is_word() || token.shape == Shape::Number)
        && !token.is(category::PREPOSITION
            .or(category::CONJUNCTION)
            .or(category::SUBORDINATOR))
        && !phrases.is_adverbial(start);
    opens.then_some(())?;
    (start + 1..sentence.end().min(start + BEFORE_TO))
        .take_while(|index| !phrases.is_break(*index) && !phrases.is_finite(*index))
        .find(|index| is_infinitive(phrases, *index))?;
    report(phrases, verb, sentence, start)
}

/// `criticised the plan to …`, `called for an end to …`
pub(super) fn spoken_of(phrases: &Phrases<'_>, verb: Verb, sentence: TokenRange) -> Option<Reported> {
    let start = verb.tokens.end();
    let token = phrases.text.token(start);
    let finds = verb.kinds.any(category::EVIDENCE_VERB);
    if !finds
        && !verb
            .kinds
            .any(category::ATTITUDE_VERB.or(category::ATTITUDE_PREPOSITION_VERB))
    {
        return None;
    }
    let opens = (token.is_word() || token.shape == Shape::Number)
        && !token.is(category::PREPOSITION
            .or(category::CONJUNCTION)
            .or(category::CIRCUMSTANCE))
        && !phrases.is_adverbial(start);
    if !opens {
        return None;
    }
    let reported = report(phrases, verb, sentence, start)?;
    let attitude = verb
        .kinds
        .any(category::ATTITUDE_VERB.or(category::ATTITUDE_PREPOSITION_VERB));
    let source = match reported.phrase.referent {
        Referent::Noun(head) => phrases.text.token(head).is(category::SOURCE_NOUN),
        _ => false,
    };
    if !attitude && !source {
        return None;
    }
    let words = reported
        .content
        .indices()
        .filter(|index| phrases.text.token(*index).is_word())
        .count();
    (words >= SHORTEST_THING).then_some(reported)
}

fn report(phrases: &Phrases<'_>, verb: Verb, sentence: TokenRange, start: usize) -> Option<Reported> {
    let phrase = verbs::subject(phrases, verb, sentence)?;
    Some(Reported {
        content: TokenRange::new(start, ends::of_thing(phrases, start, sentence.end())),
        resumed: None,
        phrase,
        cue: verb.tokens,
        rule: Rule::LeftInSentence,
    })
}

/// Whether "to" and the plain form of a verb stand at `index`.
pub(super) fn is_infinitive(phrases: &Phrases<'_>, index: usize) -> bool {
    let next = phrases.text.token(index + 1);
    phrases.text.token(index).is(category::INFINITIVE)
        && next.shape == Shape::Lower
        && !next.is(category::DETERMINER.or(category::PREPOSITION))
}
