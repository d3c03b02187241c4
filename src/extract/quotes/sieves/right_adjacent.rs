//! `“…,” Rutte said`, `“…,” said Rutte`, `“…,” Rutte, the NATO chief, told reporters`.

use super::{Found, Scene};
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;
use crate::extract::quotes::cues::Voice;
use crate::extract::quotes::phrases::{CUE_VERB, Phrase, Phrases, Referent};
use crate::extract::text::Shape;

/// Marks and commas between a segment and who said it, at most.
const MARKS: usize = 3;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let introduced = !scene.opens_sentence()
        && scene
            .phrases
            .text
            .token(scene.sentence.tokens.start())
            .is(category::SUBORDINATOR);
    if introduced {
        return None;
    }
    let closes = scene.closes_for_speaker();
    if !closes && !scene.opens_sentence() {
        return None;
    }
    let end = scene.sentence.tokens.end();
    let start = past_marks(scene, end);
    at(scene, start, end)
}

/// Where the narrator's words begin after the segment: past a comma or dash, marks left over, and "as" in "as Smith said".
fn past_marks(scene: &Scene<'_>, end: usize) -> usize {
    let text = scene.phrases.text;
    let first = scene.quoted.tokens.end();
    let left_over = |index: usize| {
        matches!(
            text.token(index).shape,
            Shape::Mark | Shape::Punctuation(',' | '”' | '’' | '\'' | '"')
        ) || text.token(index).is_dash()
    };
    let start = (first..end.min(first + MARKS))
        .find(|index| !left_over(*index))
        .unwrap_or(first);
    start + usize::from(text.token(start).is(category::LIKENING) && start > first)
}

/// A verb and its subject that open at the token at `start`.
fn at(scene: &Scene<'_>, start: usize, end: usize) -> Option<Found> {
    let phrases = scene.phrases;
    if let Some((verb, phrase)) = listed(&phrases, start, end) {
        return Some(Found::phrase(
            phrase,
            Some(verb),
            Rule::RightAdjacent,
            Confidence::High,
        ));
    }
    let (verb, phrase) = unlisted(scene, start, end)?;
    Some(Found::phrase(
        phrase,
        Some(verb),
        Rule::RightAdjacent,
        Confidence::Medium,
    ))
}

/// A verb of speech that the lexicon lists, and its subject, in either order, at the token at `start`.
pub(super) fn listed(phrases: &Phrases<'_>, start: usize, end: usize) -> Option<(usize, Phrase)> {
    if start >= end {
        return None;
    }
    let first = phrases.text.token(start);
    let verb_first = first.shape == Shape::Lower
        && (phrases.is_cue(start) || first.is(category::SPEECH_VERB))
        && !phrases.is_participle(start)
        && !first.is(category::TELLING_VERB);
    if verb_first {
        return Some((start, phrases.opening(start + 1, end)?));
    }
    let phrase = phrases.opening(start, end)?;
    let verb = phrases.after_phrase(phrase, end);
    (verb < end
        && phrases.is_cue(verb)
        && phrases.text.token(verb).is(CUE_VERB)
        && phrases.voice(verb) == Voice::Active)
        .then_some((verb, phrase))
}

/// A past tense that the lexicon does not have, right beside a name or pronoun: "“Never,” he thundered".
fn unlisted(scene: &Scene<'_>, start: usize, end: usize) -> Option<(usize, Phrase)> {
    let phrases = scene.phrases;
    let comma = scene.last_inside() == Shape::Punctuation(',');
    if !scene.opens_sentence() {
        return None;
    }
    let reports = |verb: usize, phrase: Phrase| {
        !matches!(phrase.referent, Referent::Noun(_))
            && !phrases.text.token(verb).is(category::AUXILIARY)
            && phrases.is_finite(verb)
    };
    if phrases.is_finite(start) {
        let phrase = phrases.opening(start + 1, end)?;
        let past = phrases.ends_in(start, phrases.text.lexicon.past_ending) && scene.closes_for_speaker();
        return (reports(start, phrase) && (comma || past)).then_some((start, phrase));
    }
    if !comma {
        return None;
    }
    let phrase = phrases.opening(start, end)?;
    let verb = phrases.after_phrase(phrase, end);
    reports(verb, phrase).then_some((verb, phrase))
}
