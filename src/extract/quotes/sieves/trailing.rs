//! `The plan was “dead” in the water, Smith said on Monday.`: the attribution closes the sentence.

use super::{Found, Scene, right_adjacent};
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;
use crate::extract::quotes::cues::REACH;
use crate::extract::text::Shape;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let phrases = scene.phrases;
    let sentence = scene.sentence.tokens;
    let start = scene.quoted.tokens.end();
    let limit = sentence.end().min(start + REACH);
    let comma = (start.saturating_sub(1)..limit)
        .rev()
        .filter(|index| phrases.is_break(*index))
        .take(4)
        .find_map(|index| closes(scene, index + 1, sentence.end()))?;
    Some(comma)
}

/// Whether subject and verb stand at `start` with nothing after them but when, where and to whom.
fn closes(scene: &Scene<'_>, start: usize, end: usize) -> Option<Found> {
    let phrases = scene.phrases;
    let found = right_adjacent::at(scene, start, end).filter(|found| found.confidence == Confidence::High)?;
    let verb = found.cue?.start();
    if !phrases.text.token(verb).is(category::SPEECH_VERB) {
        return None;
    }
    let after = if verb == start {
        match found.source {
            super::Source::Phrase(phrase) => phrase.extent.end(),
            super::Source::Utterance(_) => verb + 1,
        }
    } else {
        verb + 1
    };
    let next = phrases.text.token(after);
    let ends = matches!(
        next.shape,
        Shape::Punctuation('.' | ',' | ';' | '?' | '!') | Shape::Nothing
    ) || after >= end
        || (next.is(category::PREPOSITION) && !next.is(category::INFINITIVE))
        || (next.is_capitalised() && !next.is(category::FUNCTION_WORD))
        || phrases.text.token(verb).is(category::TELLING_VERB);
    let clause = (after..end).any(|index| {
        phrases.text.token(index).is(category::RELATIVE) && phrases.is_cue(index.saturating_sub(1))
    });
    (ends && !clause).then_some(Found {
        rule: Rule::Trailing,
        ..found
    })
}
