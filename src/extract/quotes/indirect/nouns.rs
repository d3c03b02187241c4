//! Nouns and adjectives that report: `his claim that …`, `the mayor's promise to …`, `is confident that …`.

use super::things::is_infinitive;
use super::{Reported, ends, verbs};
use crate::briefing::Rule;
use crate::extract::lexicon::category;
use crate::extract::quotes::owners::owner;
use crate::extract::quotes::phrases::{Phrase, Phrases};
use crate::extract::text::TokenRange;

/// Tokens between a verb and the noun that is its object, at most.
const TO_THE_VERB: usize = 6;

/// What the noun or adjective at `index` reports.
pub(super) fn after_noun(phrases: &Phrases<'_>, index: usize, sentence: TokenRange) -> Option<Reported> {
    let token = phrases.text.token(index);
    let noun = token.is(category::REPORTING_NOUN);
    if token.quoted || !noun && !token.is(category::ATTITUDE_ADJECTIVE) {
        return None;
    }
    let to_do = noun && is_infinitive(phrases, index + 1);
    let start = if to_do {
        index + 1
    } else if phrases.text.token(index + 1).is(category::THAT) {
        index + 2
    } else {
        return None;
    };
    let owner = owner(phrases, index, sentence.start()).filter(|_| noun);
    let (phrase, rule) = match owner {
        Some(owner) => (owner, Rule::Genitive),
        None => (holder(phrases, index, sentence)?, Rule::Governing),
    };
    let mut end = ends::of_clause(phrases, start, sentence.end());
    if to_do {
        end = before_the_verb(phrases, TokenRange::new(start, end));
    }
    Some(Reported {
        content: TokenRange::new(start, end),
        resumed: None,
        phrase,
        cue: TokenRange::new(index, index + 1),
        rule,
    })
}

/// Where what is to be done ends for the verb of the noun's own sentence: "his plan to sell it | failed".
fn before_the_verb(phrases: &Phrases<'_>, content: TokenRange) -> usize {
    let subject = category::RELATIVE
        .or(category::SUBORDINATOR)
        .or(category::CONJUNCTION)
        .or(category::PRONOUN_SUBJECT);
    content
        .indices()
        .skip(2)
        .take_while(|index| !phrases.text.token(*index).is(subject))
        .find(|index| phrases.is_finite(*index))
        .unwrap_or(content.end())
}

/// Who holds it: the subject of the verb before the word, as in "is confident that", "expressed doubts that".
fn holder(phrases: &Phrases<'_>, noun: usize, sentence: TokenRange) -> Option<Phrase> {
    let floor = sentence.start().max(noun.saturating_sub(TO_THE_VERB));
    let verb = (floor..noun)
        .rev()
        .take_while(|index| !phrases.is_break(*index))
        .find(|index| phrases.is_finite(*index))?;
    if verbs::is_unsaid(phrases, verb) || verbs::is_unsaid(phrases, noun) {
        return None;
    }
    phrases
        .subject(verb, sentence)
        .filter(|phrase| phrase.is_speaker(phrases.text))
}
