//! `“…,” Rutte said`, `“…,” said Rutte`, `“…,” Rutte, the NATO chief, told reporters`.

use super::{Found, Scene};
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;
use crate::extract::quotes::cues::Voice;
use crate::extract::quotes::phrases::{CUE_VERB, Phrase, Referent};
use crate::extract::text::Shape;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let introduced = !scene.opens_sentence()
        && scene
            .phrases
            .text
            .token(scene.sentence.tokens.start())
            .is(category::SUBORDINATOR);
    if introduced {
        return None;
    }
    let closes = scene.closes_for_speaker();
    if !closes && !scene.opens_sentence() {
        return None;
    }
    let end = scene.sentence.tokens.end();
    let mut start = scene.quoted.tokens.end();
    let token = scene.phrases.text.token(start);
    if token.is_punctuation(',') || token.is_dash() {
        start += 1;
    }
    at(scene, start, end)
}

/// A verb and its subject that open at the token at `start`.
pub(super) fn at(scene: &Scene<'_>, start: usize, end: usize) -> Option<Found> {
    if start >= end {
        return None;
    }
    verb_first(scene, start, end).or_else(|| subject_first(scene, start, end))
}

fn verb_first(scene: &Scene<'_>, start: usize, end: usize) -> Option<Found> {
    let phrases = scene.phrases;
    let verb = phrases.text.token(start);
    if verb.shape != Shape::Lower || phrases.is_participle(start) || verb.is(category::TELLING_VERB) {
        return None;
    }
    let listed = phrases.is_cue(start);
    if !listed && !phrases.is_finite(start) {
        return None;
    }
    let phrase = phrases.opening(start + 1, end)?;
    let named = matches!(phrase.referent, Referent::Name(_));
    (if listed {
        phrase.is_speaker(phrases.text)
    } else {
        named && !verb.is(category::AUXILIARY)
    })
    .then(|| Found::phrase(phrase, Some(start), Rule::RightAdjacent, Confidence::High))
}

fn subject_first(scene: &Scene<'_>, start: usize, end: usize) -> Option<Found> {
    let phrases = scene.phrases;
    let phrase = phrases.opening(start, end)?;
    let verb = phrases.after_phrase(phrase, end);
    let token = phrases.text.token(verb);
    let cue = phrases.is_cue(verb) && token.is(CUE_VERB);
    if cue && phrases.voice(verb) == Voice::Active {
        return Some(Found::phrase(
            phrase,
            Some(verb),
            Rule::RightAdjacent,
            Confidence::High,
        ));
    }
    unlisted(scene, phrase, verb)
}

/// A past tense that the lexicon does not have, right after a name or pronoun: "“Never,” he thundered".
fn unlisted(scene: &Scene<'_>, phrase: Phrase, verb: usize) -> Option<Found> {
    let phrases = scene.phrases;
    let token = phrases.text.token(verb);
    let known = !matches!(phrase.referent, Referent::Noun(_));
    let comma = scene.last_inside() == Shape::Punctuation(',') && scene.opens_sentence();
    (known && comma && !token.is(category::AUXILIARY) && phrases.is_finite(verb))
        .then(|| Found::phrase(phrase, Some(verb), Rule::RightAdjacent, Confidence::Medium))
}
