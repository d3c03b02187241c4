//! A quote that is a paragraph by itself, and nothing in it tells whose: the paragraph before may.

use super::{Found, Scene, Source};
use crate::briefing::{Confidence, Rule};
use crate::extract::quotes::cues::{REACH, Voice};
use crate::extract::text::TokenRange;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let text = scene.phrases.text;
    let start = scene.quoted.tokens.start();
    let paragraph = text.paragraph_of(start);
    if !scene.stands_alone() {
        return None;
    }
    let before = text.paragraphs.get(paragraph.checked_sub(1)?)?.tokens;
    let last = before.end().checked_sub(1)?;
    let sentence = text.sentences.get(text.sentence_of(last))?.tokens;
    if text.token(last).is_punctuation(':') {
        return introduced(scene, sentence);
    }
    let spoken = scene.done.len().checked_sub(1).filter(|index| {
        scene
            .done
            .get(*index)
            .is_some_and(|utterance| before.holds(utterance.tokens.start()) && utterance.is_attributed())
    });
    match spoken {
        Some(index) => Some(Found {
            source: Source::Utterance(index),
            cue: None,
            rule: Rule::PreviousParagraph,
            confidence: Confidence::Low,
        }),
        None => introduced(scene, sentence).map(|found| Found {
            confidence: Confidence::Low,
            ..found
        }),
    }
}

/// The paragraph before ends in a colon: its last sentence introduces the quote.
fn introduced(scene: &Scene<'_>, sentence: TokenRange) -> Option<Found> {
    let phrases = scene.phrases;
    let cue = sentence
        .indices()
        .rev()
        .take(REACH)
        .filter(|index| phrases.is_cue(*index) && phrases.voice(*index) == Voice::Active)
        .take(2)
        .find_map(|verb| Some((verb, phrases.subject(verb, sentence)?)));
    let (verb, phrase) = match cue {
        Some((verb, phrase)) => (Some(verb), phrase),
        None => (None, phrases.governor(sentence.end(), sentence)?),
    };
    Some(Found::phrase(
        phrase,
        verb,
        Rule::PreviousParagraph,
        Confidence::Medium,
    ))
}
