//! `The plan is “dead”, according to officials`.

use super::{Found, Scene};
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;
use crate::extract::quotes::cues::REACH;
use crate::extract::text::TokenRange;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let phrases = scene.phrases;
    let sentence = scene.sentence.tokens;
    let quoted = scene.quoted.tokens;
    let after = quoted.end()..sentence.end().min(quoted.end() + REACH);
    let before = (sentence.start().max(quoted.start().saturating_sub(REACH))..quoted.start()).rev();
    after.chain(before).find_map(|index| {
        if phrases.text.token(index).quoted {
            return None;
        }
        let (cue, _) = phrases
            .text
            .phrase(index)
            .filter(|(_, categories)| categories.any(category::ACCORDING))?;
        let phrase = phrases.opening(cue.end(), sentence.end())?;
        Some(Found {
            cue: Some(TokenRange::new(cue.start(), cue.end())),
            ..Found::phrase(phrase, None, Rule::AccordingTo, Confidence::High)
        })
    })
}
