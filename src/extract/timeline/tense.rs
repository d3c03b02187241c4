//! Whether a date lies ahead or behind, as the verbs around it tell.

use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Shape, Text, TokenRange};

/// What the clause says of when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// Words to the left that are looked at, and to the right.
const REACH: usize = 14;

/// Words that decide.
const CUES: Categories = category::TENSE_FUTURE
    .or(category::TENSE_PAST)
    .or(category::SPEECH_VERB);

/// The tense around `date`: the nearest word to its left that tells, else to its right, within its sentence and on its
/// side of a quotation mark.
pub(super) fn tense(text: &Text<'_>, date: TokenRange) -> Tense {
    let sentence = text.sentences.get(text.sentence_of(date.start()));
    let range = sentence.map_or(date, |sentence| sentence.tokens);
    let quoted = text.token(date.start()).quoted;
    let left = (range.start().max(date.start().saturating_sub(REACH))..date.start()).rev();
    let right = date.end()..range.end().min(date.end() + REACH);
    let inside = |index: &usize| text.token(*index).quoted == quoted;
    left.take_while(inside)
        .find_map(|index| cue(text, index))
        .or_else(|| right.take_while(inside).find_map(|index| cue(text, index)))
        .unwrap_or(Tense::Unknown)
}

fn cue(text: &Text<'_>, index: usize) -> Option<Tense> {
    let token = text.token(index);
    if token.shape != Shape::Lower {
        return None;
    }
    if token.is(CUES) {
        return Some(if token.is(category::TENSE_FUTURE) {
            Tense::Future
        } else {
            Tense::Past
        });
    }
    let past = text
        .word(index)
        .strip_suffix("ed")
        .is_some_and(|stem| stem.len() > 2);
    past.then_some(Tense::Past)
}
