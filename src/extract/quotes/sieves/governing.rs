//! `Trump has promised to be “very fair”`: the verb that governs the quoted words is none of speech, its subject is all there is.

use super::{Found, Scene};
use crate::briefing::{Confidence, Rule};

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    if scene.stands_alone() {
        return None;
    }
    let sentence = scene.sentence.tokens;
    let phrase = scene
        .phrases
        .governor(scene.quoted.tokens.start(), sentence)
        .filter(|phrase| phrase.is_speaker(scene.phrases.text))?;
    Some(Found::phrase(phrase, None, Rule::Governing, Confidence::Low))
}
