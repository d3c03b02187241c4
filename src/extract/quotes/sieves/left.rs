//! `Putin said there was a chance … “if common sense prevails”`: the nearest verb of speech before the quote in its sentence.

use super::{Found, Scene};
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;
use crate::extract::quotes::cues::{REACH, Voice};
use crate::extract::quotes::phrases::{CUE_VERB, Phrase, Referent, SPEAKING_NOUN};
use crate::extract::quotes::pronouns;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let start = scene.quoted.tokens.start();
    let floor = scene.sentence.tokens.start();
    let cues = |finite: bool| {
        (floor..start)
            .rev()
            .take(REACH)
            .filter(move |verb| {
                scene.phrases.is_cue(*verb) && scene.phrases.text.token(*verb).is(CUE_VERB) == finite
            })
            .take(3)
            .find_map(|verb| attribute(scene, verb, Confidence::Medium))
    };
    cues(true).or_else(|| cues(false))
}

/// The speaker that the verb at `verb` gives.
pub(super) fn attribute(scene: &Scene<'_>, verb: usize, confidence: Confidence) -> Option<Found> {
    let phrases = scene.phrases;
    let sentence = scene.sentence.tokens;
    let phrase = match phrases.voice(verb) {
        Voice::Active => phrases.subject(verb, sentence),
        Voice::Passive => phrases.agent(verb, sentence.end()).or_else(|| {
            // "was quoted as saying"
            phrases
                .text
                .token(verb + 1)
                .is(category::SUBORDINATOR)
                .then(|| phrases.subject(verb, sentence))
                .flatten()
        }),
    }?;
    let phrase = match phrase.referent {
        Referent::Pronoun(_) => outer(scene, phrase).unwrap_or(phrase),
        _ => phrase,
    };
    let beside = phrase.extent.end() + 1 >= verb && phrase.extent.end() <= verb;
    let confidence = match phrase.referent {
        Referent::Noun(head) if !phrases.text.token(head).is(SPEAKING_NOUN) => Confidence::Low,
        Referent::Name(_) if beside => confidence,
        _ => confidence.min(Confidence::Medium),
    };
    Some(Found::phrase(
        phrase,
        Some(verb),
        Rule::LeftInSentence,
        confidence,
    ))
}

/// In "Smith said that he was called “dead”" the pronoun that is subject of an inner verb of speech stands for the subject
/// of the outer one.
fn outer(scene: &Scene<'_>, inner: Phrase) -> Option<Phrase> {
    let phrases = scene.phrases;
    let floor = scene.sentence.tokens.start();
    let at = inner.mention.start();
    let verb = (floor..at)
        .rev()
        .take(REACH)
        .find(|verb| phrases.is_cue(*verb) && phrases.text.token(*verb).is(category::SPEECH_VERB))?;
    if phrases.voice(verb) == Voice::Passive {
        return None;
    }
    phrases
        .subject(verb, scene.sentence.tokens)
        .filter(|outer| match (outer.referent, inner.referent) {
            (Referent::Pronoun(outer), Referent::Pronoun(inner)) => outer == inner,
            (Referent::Name(member), Referent::Pronoun(inner)) => phrases
                .cast
                .members
                .get(member)
                .is_some_and(|member| pronouns::fits(member, inner)),
            _ => false,
        })
}
