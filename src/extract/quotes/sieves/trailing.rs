//! `The plan was “dead” in the water, Smith said on Monday.`: the attribution closes the sentence.

use super::{Found, Scene, right_adjacent};
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;
use crate::extract::quotes::cues::REACH;
use crate::extract::quotes::phrases::{Phrase, Phrases};
use crate::extract::text::Shape;

/// Commas to try at most, from the end of the sentence.
const COMMAS: usize = 4;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let phrases = scene.phrases;
    let end = scene.sentence.tokens.end();
    let start = scene.quoted.tokens.end();
    let (verb, phrase) = (start.saturating_sub(1)..end.min(start + REACH))
        .rev()
        .filter(|index| phrases.is_break(*index))
        .take(COMMAS)
        .find_map(|comma| closing(&phrases, comma + 1, end))?;
    Some(Found::phrase(
        phrase,
        Some(verb),
        Rule::Trailing,
        Confidence::High,
    ))
}

/// The verb and subject that stand at `start` with nothing after them but when, where and to whom.
pub(in crate::extract::quotes) fn closing(
    phrases: &Phrases<'_>,
    start: usize,
    end: usize,
) -> Option<(usize, Phrase)> {
    let (verb, phrase) = right_adjacent::listed(phrases, start, end)?;
    if !phrases.text.token(verb).is(category::SPEECH_VERB) {
        return None;
    }
    let after = if verb == start {
        phrase.extent.end()
    } else {
        verb + 1
    };
    let next = phrases.text.token(after);
    let ends = matches!(
        next.shape,
        Shape::Punctuation('.' | ',' | ';' | '?' | '!') | Shape::Nothing
    ) || after >= end
        || (next.is(category::PREPOSITION) && !next.is(category::INFINITIVE))
        || next.is(category::ADVERB)
        || (next.is_capitalised() && !next.is(category::FUNCTION_WORD))
        || phrases.text.token(verb).is(category::TELLING_VERB);
    if !ends {
        return None;
    }
    let goes_on = (after..end.min(after + REACH)).any(|index| {
        phrases.text.token(index).is(category::THAT) || phrases.is_break(index) && phrases.is_cue(index + 1)
    });
    // "…, said she had seen it" has a clause of its own after the verb.
    let clause = verb == start && phrases.is_finite(phrases.after_adverbs(after, end));
    (!goes_on && !clause).then_some((verb, phrase))
}
