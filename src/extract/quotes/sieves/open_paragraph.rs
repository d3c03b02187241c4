//! The paragraph before never closed its quote, and this one opens with a mark: the same person goes on.

use super::{Found, Scene, Source, right_adjacent};
use crate::briefing::{Confidence, Rule};

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    if !scene.quoted.continues || right_adjacent::find(scene).is_some() {
        return None;
    }
    let last = scene.done.len().checked_sub(1)?;
    scene
        .done
        .get(last)
        .filter(|utterance| utterance.is_attributed() && utterance.segment + 1 == scene.segment)?;
    Some(Found {
        source: Source::Utterance(last),
        cue: None,
        rule: Rule::OpenParagraph,
        confidence: Confidence::High,
    })
}
