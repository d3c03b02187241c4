//! `his call for “a total ban”`, `the senator's answer was “no”`: a noun of speech with its owner leads up to the quote.

use super::{Found, Scene};
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;
use crate::extract::quotes::owners::owner;
use crate::extract::text::Shape;

/// Tokens between the noun and the quote at most.
const GAP: usize = 4;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let text = scene.phrases.text;
    let start = scene.quoted.tokens.start();
    let floor = scene.sentence.tokens.start().max(start.saturating_sub(GAP));
    let leads_up = |index: usize| {
        let token = text.token(index);
        token.is(category::PREPOSITION.or(category::THAT).or(category::BE))
            || matches!(token.shape, Shape::Punctuation(':' | ','))
    };
    let noun = (floor..start)
        .rev()
        .find(|index| !leads_up(*index))
        .filter(|noun| text.token(*noun).is(category::UTTERANCE_NOUN))?;
    let phrase = owner(&scene.phrases, noun, scene.sentence.tokens.start())?;
    Some(Found::phrase(
        phrase,
        Some(noun),
        Rule::Genitive,
        Confidence::Medium,
    ))
}
