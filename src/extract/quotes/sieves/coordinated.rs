//! `“A” and “B,” Smith said.`: a later segment of the sentence has the attribution; or an earlier one had.

use super::{Found, Scene, Source, right_adjacent};
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;

/// Segments to look ahead at most.
const AHEAD: usize = 4;
/// Tokens between two segments that one conjunction joins, at most.
const JOINT: usize = 4;

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

/// `“A” and “B”`: nothing but a conjunction between the segment and the one before it.
pub(super) fn joined(scene: &Scene<'_>) -> Option<Found> {
    let text = scene.phrases.text;
    let previous = scene
        .done
        .last()
        .filter(|previous| previous.segment + 1 == scene.segment)?;
    let between = previous.tokens.end()..scene.quoted.tokens.start();
    let short = between.len() <= JOINT
        && between
            .clone()
            .any(|index| text.token(index).is(category::CONJUNCTION))
        && !between
            .clone()
            .any(|index| scene.phrases.is_cue(index) || scene.phrases.is_finite(index));
    (short && previous.rule != Rule::RightAdjacent)
        .then(|| earlier(scene))
        .flatten()
}

fn earlier(scene: &Scene<'_>) -> Option<Found> {
    let sentence = scene.sentence.tokens;
    let last = scene.done.len().checked_sub(1)?;
    let utterance = scene.done.get(last)?;
    (sentence.holds(utterance.tokens.start()) && utterance.is_attributed()).then_some(Found {
        source: Source::Utterance(last),
        cue: utterance.cue,
        rule: Rule::CarriedOver,
        confidence: Confidence::Medium,
    })
}
