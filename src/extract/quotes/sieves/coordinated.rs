//! `“A” and “B,” Smith said.`: a later segment of the sentence has the attribution; or an earlier one had.

use super::{Found, Scene, Source, right_adjacent};
use crate::briefing::{Confidence, Rule};

/// Segments to look ahead at most.
const AHEAD: usize = 4;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let text = scene.phrases.text;
    let sentence = scene.sentence.tokens;
    let later = (1..=AHEAD)
        .map(|step| scene.segment + step)
        .take_while(|segment| {
            text.quoted
                .get(*segment)
                .is_some_and(|quoted| sentence.holds(quoted.tokens.start()))
        })
        .filter_map(|segment| Scene::new(scene.phrases, segment, scene.done))
        .find_map(|later| right_adjacent::find(&later));
    later
        .map(|found| Found {
            rule: Rule::CarriedOver,
            confidence: found.confidence.min(Confidence::Medium),
            ..found
        })
        .or_else(|| earlier(scene))
}

fn earlier(scene: &Scene<'_>) -> Option<Found> {
    let sentence = scene.sentence.tokens;
    let last = scene.done.len().checked_sub(1)?;
    let utterance = scene.done.get(last)?;
    (sentence.holds(utterance.tokens.start()) && utterance.is_attributed()).then_some(Found {
        source: Source::Utterance(last),
        cue: None,
        rule: Rule::CarriedOver,
        confidence: Confidence::Medium,
    })
}
