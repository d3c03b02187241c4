//! `RUTTE: “…”`, `“RUTTE: …”`, `“…” — Mark Rutte`, and in a headline `‘…’: Rutte on troops`.

use super::{Found, Scene};
use crate::briefing::{Confidence, Rule};
use crate::extract::quotes::cues::REACH;
use crate::extract::quotes::phrases::{Phrase, Referent};
use crate::extract::text::{Shape, TokenRange};

/// Words of a label inside the marks, at most.
const LABEL: usize = 4;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    before(scene)
        .or_else(|| inside(scene))
        .or_else(|| after(scene))
        .map(|phrase| Found::phrase(phrase, None, Rule::Label, Confidence::High))
        .or_else(|| {
            headline(scene).map(|phrase| Found::phrase(phrase, None, Rule::Label, Confidence::Medium))
        })
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
    let closes = phrase.extent.end() >= end
        || matches!(
            text.token(phrase.extent.end()).shape,
            Shape::Punctuation(',' | '.')
        );
    let verbless = !(phrase.extent.end()..end)
        .take(REACH)
        .any(|index| scene.phrases.is_finite(index));
    (closes && verbless && matches!(phrase.referent, Referent::Name(_))).then_some(phrase)
}

/// A name after the colon that follows the words a headline opens with.
fn headline(scene: &Scene<'_>) -> Option<Phrase> {
    let text = scene.phrases.text;
    let colon = scene.quoted.tokens.end();
    if !scene.opens_sentence() || scene.sentence.paragraph != 0 || !text.token(colon).is_punctuation(':') {
        return None;
    }
    let phrase = scene.phrases.opening(colon + 1, scene.sentence.tokens.end())?;
    matches!(phrase.referent, Referent::Name(_)).then_some(phrase)
}

/// A name in capitals before a colon, right after the opening mark: a transcript quoted whole.
fn inside(scene: &Scene<'_>) -> Option<Phrase> {
    let text = scene.phrases.text;
    let first = scene.quoted.tokens.start() + 1;
    let end = scene.quoted.tokens.end().min(first + LABEL + 1);
    let colon = (first..end).find(|index| text.token(*index).is_punctuation(':'))?;
    let capitals = |index: usize| {
        let token = text.token(index);
        token.shape == Shape::Upper || token.is_punctuation('.')
    };
    if colon == first || !(first..colon).all(capitals) {
        return None;
    }
    let range = TokenRange::new(first, colon);
    let named = scene.phrases.cast.mention_at(colon - 1);
    Some(Phrase {
        mention: range,
        extent: range,
        referent: named.map_or(Referent::Noun(colon - 1), |mention| {
            Referent::Name(mention.member)
        }),
    })
}
