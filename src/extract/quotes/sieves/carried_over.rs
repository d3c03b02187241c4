//! `“A,” Smith said. “B.”`: a quote that stands alone goes on with the speaker of its paragraph.

use super::{Found, Scene, Source};
use crate::briefing::{Confidence, Rule};
use crate::extract::quotes::cues::{REACH, Voice};
use crate::extract::text::TokenRange;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    // "Adding, “…”" is a sentence without a subject of its own.
    let bare = scene.phrases.is_participle(scene.sentence.tokens.start())
        && scene.phrases.is_cue(scene.sentence.tokens.start());
    if !scene.stands_alone() && !scene.opens_sentence() && !bare {
        return None;
    }
    let text = scene.phrases.text;
    let sentence = text.sentence_of(scene.quoted.tokens.start());
    let paragraph = text.sentences.get(sentence)?.paragraph;
    let before = sentence.checked_sub(1)?;
    let previous = text
        .sentences
        .get(before)
        .filter(|previous| previous.paragraph == paragraph)?;
    let spoken = scene
        .done
        .last()
        .filter(|utterance| previous.tokens.holds(utterance.tokens.start()) && utterance.is_attributed());
    if spoken.is_some() {
        return Some(Found {
            source: Source::Utterance(scene.done.len() - 1),
            cue: None,
            rule: Rule::CarriedOver,
            confidence: Confidence::High,
        });
    }
    let found = narrated(scene, previous.tokens);
    found.or_else(|| earlier(scene, paragraph))
}

/// The speaker that the sentence before tells of: `Rutte insisted that it was not. “…”`
fn narrated(scene: &Scene<'_>, sentence: TokenRange) -> Option<Found> {
    let phrases = scene.phrases;
    let cue = sentence
        .indices()
        .take(REACH)
        .filter(|index| phrases.is_cue(*index) && phrases.voice(*index) == Voice::Active)
        .take(2)
        .find_map(|verb| Some((verb, phrases.subject(verb, sentence)?)));
    if let Some((verb, phrase)) = cue {
        return Some(Found::phrase(
            phrase,
            Some(verb),
            Rule::CarriedOver,
            Confidence::Medium,
        ));
    }
    let phrase = phrases.governor(sentence.end(), sentence)?;
    Some(Found::phrase(phrase, None, Rule::CarriedOver, Confidence::Low))
}

/// The last speaker of the paragraph.
fn earlier(scene: &Scene<'_>, paragraph: usize) -> Option<Found> {
    let text = scene.phrases.text;
    let last = scene.done.len().checked_sub(1)?;
    let utterance = scene.done.get(last)?;
    (text.paragraph_of(utterance.tokens.start()) == paragraph && utterance.is_attributed()).then_some(Found {
        source: Source::Utterance(last),
        cue: None,
        rule: Rule::CarriedOver,
        confidence: Confidence::Medium,
    })
}
