//! `Putin said there was a chance … “if common sense prevails”`: the nearest verb of speech before the quote in its sentence.

use super::{Found, Scene};
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;
use crate::extract::quotes::cues::{REACH, Voice};

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let start = scene.quoted.tokens.start();
    let floor = scene.sentence.tokens.start();
    (floor..start)
        .rev()
        .take(REACH)
        .filter(|verb| scene.phrases.is_cue(*verb))
        .take(3)
        .find_map(|verb| attribute(scene, verb, Confidence::Medium))
}

/// The speaker that the verb at `verb` gives.
pub(super) fn attribute(scene: &Scene<'_>, verb: usize, confidence: Confidence) -> Option<Found> {
    let phrases = scene.phrases;
    let sentence = scene.sentence.tokens;
    let phrase = match phrases.voice(verb) {
        Voice::Active => phrases.subject(verb, sentence),
        Voice::Passive => phrases.agent(verb, sentence.end()).or_else(|| {
            // "was quoted as saying"
            phrases
                .text
                .token(verb + 1)
                .is(category::SUBORDINATOR)
                .then(|| phrases.subject(verb, sentence))
                .flatten()
        }),
    }?;
    Some(Found::phrase(
        phrase,
        Some(verb),
        Rule::LeftInSentence,
        confidence,
    ))
}
