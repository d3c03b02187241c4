//! `RUTTE: “…”` and `“…” — Mark Rutte`.

use super::{Found, Scene};
use crate::briefing::{Confidence, Rule};
use crate::extract::quotes::phrases::{Phrase, Referent};

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    before(scene)
        .or_else(|| after(scene))
        .map(|phrase| Found::phrase(phrase, None, Rule::Label, Confidence::High))
}

/// A name alone before a colon.
fn before(scene: &Scene<'_>) -> Option<Phrase> {
    let text = scene.phrases.text;
    let start = scene.quoted.tokens.start();
    let sentence = scene.sentence.tokens;
    let colon = start
        .checked_sub(1)
        .filter(|colon| *colon > sentence.start() && text.token(*colon).is_punctuation(':'))?;
    let phrase = scene.phrases.ending(colon, sentence.start())?;
    let start = phrase.extent.start();
    let alone = start == sentence.start()
        || text.token(start - 1).is_dash()
        || text.token(start - 1).is_punctuation('.');
    (alone && matches!(phrase.referent, Referent::Name(_))).then_some(phrase)
}

/// A name alone after a dash that ends the paragraph.
fn after(scene: &Scene<'_>) -> Option<Phrase> {
    let text = scene.phrases.text;
    let dash = scene.quoted.tokens.end();
    if !text.token(dash).is_dash() {
        return None;
    }
    let end = text
        .paragraphs
        .get(text.paragraph_of(dash))
        .map(|paragraph| paragraph.tokens.end())?;
    let phrase = scene.phrases.opening(dash + 1, end)?;
    let closes = phrase.extent.end() >= end || text.token(phrase.extent.end()).is_punctuation(',');
    let verbless = !(phrase.extent.end()..end).any(|index| scene.phrases.is_finite(index));
    (closes && verbless && matches!(phrase.referent, Referent::Name(_))).then_some(phrase)
}
