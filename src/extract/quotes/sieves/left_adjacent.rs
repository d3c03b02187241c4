//! `Rutte said: “…”`, `Rutte said, “…”`, `told reporters in Prague that “…”`: the verb leads right up to the quote.

use super::{Found, Scene, left};
use crate::briefing::{Confidence, Rule};
use crate::extract::quotes::phrases::{Phrase, Referent};
use crate::extract::text::Shape;

/// Words between the verb and a comma or colon before the quote, at most.
const GAP: usize = 12;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let text = scene.phrases.text;
    let start = scene.quoted.tokens.start();
    let sentence = scene.sentence.tokens;
    let before = start
        .checked_sub(1)
        .filter(|before| *before >= sentence.start())?;
    let introduced = matches!(text.token(before).shape, Shape::Punctuation(':' | ','));
    if !introduced {
        if !scene.phrases.is_cue(before) {
            return None;
        }
        return left::attribute(scene, before, Confidence::High);
    }
    let colon = text.token(before).is_punctuation(':');
    let floor = sentence.start().max(before.saturating_sub(GAP));
    let direct = text.token(start + 1).is_capitalised();
    for verb in (floor..before).rev() {
        if scene.phrases.is_cue(verb) {
            if !colon && verb + 1 != before && (!direct || scene.phrases.is_participle(verb)) {
                return None;
            }
            return left::attribute(scene, verb, Confidence::High);
        }
        if !colon && scene.phrases.is_break(verb) {
            return None;
        }
    }
    if !colon {
        return None;
    }
    let phrase = scene
        .phrases
        .governor(before, sentence)
        .or_else(|| named(scene, before))?;
    Some(Found::phrase(
        phrase,
        None,
        Rule::LeftInSentence,
        Confidence::Medium,
    ))
}

/// "More from Jones: “…”": whoever is named right before the colon.
fn named(scene: &Scene<'_>, colon: usize) -> Option<Phrase> {
    scene
        .phrases
        .ending(colon, scene.sentence.tokens.start())
        .filter(|phrase| matches!(phrase.referent, Referent::Name(_)))
}
