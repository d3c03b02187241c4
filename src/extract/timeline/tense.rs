//! Whether a date lies ahead or behind, as the verbs around it tell.

use super::statement::has_past_ending;
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Shape, Text, TokenRange};

/// What the clause says of when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// Words to the left that are looked at, and to the right.
const REACH: usize = 20;
/// Words to the right that come before those to the left: "on Sunday issued a warning".
const NEXT: usize = 2;
/// Words between a participle and the modal that governs it: "will formally be presented".
const CHAIN: usize = 4;

/// Words that decide by themselves.
const CUES: Categories = category::TENSE_FUTURE
    .or(category::TENSE_PAST)
    .or(category::PAST_VERB)
    .or(category::SPEECH_VERB);

/// The tense around `date`: of a verb right behind it, else of the nearest word to its left that tells, else to its
/// right, within its sentence and on its side of a quotation mark.
pub(super) fn tense(text: &Text<'_>, date: TokenRange) -> Tense {
    let sentence = text.sentences.get(text.sentence_of(date.start()));
    let range = sentence.map_or(date, |sentence| sentence.tokens);
    let quoted = text.token(date.start()).quoted;
    let lead = date
        .start()
        .checked_sub(1)
        .filter(|before| *before > range.start());
    let leads = |category| lead.is_some_and(|lead| text.token(lead).is(category));
    if leads(category::TENSE_FUTURE_LEAD) {
        return Tense::Future;
    }
    if text.token(date.end()).shape == Shape::Possessive {
        return Tense::Past;
    }
    let left = (range.start().max(date.start().saturating_sub(REACH))..date.start()).rev();
    let right = date.end()..range.end().min(date.end() + REACH);
    let within = |index: &usize| {
        let token = text.token(*index);
        token.quoted == quoted && !matches!(token.shape, Shape::Punctuation(':' | ';'))
    };
    if leads(category::TENSE_LIMIT) {
        // Whichever comes first, an infinitive or a verb that tells.
        let told = left.take_while(within).find_map(|index| {
            let aim =
                text.token(index).is(category::INFINITIVE) && text.token(index + 1).shape == Shape::Lower;
            cue(text, index).or(aim.then_some(Tense::Future))
        });
        return told.unwrap_or(Tense::Future);
    }
    let mut next = right.clone().take(NEXT).take_while(within);
    next.find_map(|index| verb(text, index))
        .or_else(|| left.take_while(within).find_map(|index| cue(text, index)))
        .or_else(|| right.take_while(within).find_map(|index| cue(text, index)))
        .unwrap_or(Tense::Unknown)
}

/// The tense of a verb that stands right behind the date.
fn verb(text: &Text<'_>, index: usize) -> Option<Tense> {
    let token = text.token(index);
    let tells = token.shape == Shape::Lower
        && (token.is(category::PAST_VERB
            .or(category::SPEECH_VERB)
            .or(category::AUXILIARY))
            || has_past_ending(text, index));
    tells.then(|| cue(text, index)).flatten()
}

fn cue(text: &Text<'_>, index: usize) -> Option<Tense> {
    let token = text.token(index);
    if token.shape != Shape::Lower {
        return None;
    }
    if is_attribute(text, index) || is_plural_noun(text, index) {
        return None;
    }
    if token.is(category::INFINITIVE) {
        // "is to leave", but no other "to".
        let bound = index > 0 && text.token(index - 1).is(category::TENSE_FUTURE_BE);
        return bound.then_some(Tense::Future);
    }
    let phrase = text.phrase(index).map(|(_, categories)| categories);
    if phrase.is_some_and(|phrase| phrase.any(category::TENSE_NONE)) {
        return None;
    }
    if has_past_perfect(text, index) {
        return Some(Tense::Past);
    }
    if phrase.is_some_and(|phrase| phrase.any(category::TENSE_FUTURE)) || token.is(category::TENSE_FUTURE) {
        return Some(Tense::Future);
    }
    if has_past_ending(text, index) || token.is(category::PAST_VERB) && !token.is(category::AUXILIARY) {
        return Some(if is_yet_to_be(text, index) {
            Tense::Future
        } else {
            Tense::Past
        });
    }
    let present = token.is(category::SPEECH_VERB)
        && !token.is(category::PAST_VERB)
        && text.ends_in(index, text.lexicon.present_ending);
    (token.is(CUES) && !present).then_some(Tense::Past)
}

/// Whether a modal governs the participle: "will be presented", "to be completed".
fn is_yet_to_be(text: &Text<'_>, index: usize) -> bool {
    let chain = (index.saturating_sub(CHAIN)..index).rev();
    let mut linked = false;
    for before in chain {
        let token = text.token(before);
        if token.is(category::TENSE_LINK) || text.ends_in(before, text.lexicon.adverb_ending) {
            linked = true;
            continue;
        }
        return linked
            && token.is(category::TENSE_FUTURE.or(category::INFINITIVE))
            && token.shape == Shape::Lower;
    }
    false
}

/// Whether it is a participle that says of which kind a thing is: "on an unspecified day", "a heavily armed group".
fn is_attribute(text: &Text<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else {
        return false;
    };
    let after = text.token(index + 1);
    let adverb =
        text.token(before).is(category::TENSE_LINK) || text.ends_in(before, text.lexicon.adverb_ending);
    let led = text.token(before).is(category::DETERMINER)
        || before > 0 && adverb && text.token(before - 1).is(category::DETERMINER);
    led && has_past_ending(text, index) && after.shape == Shape::Lower && !after.is(category::FUNCTION_WORD)
}

/// "attacked her plans on Monday", "after the runs on Friday": no verb.
fn is_plural_noun(text: &Text<'_>, index: usize) -> bool {
    text.ends_in(index, text.lexicon.plural_ending)
        && text.token(index).is(category::TENSE_FUTURE)
        && index
            .checked_sub(1)
            .is_some_and(|before| text.token(before).is(category::DETERMINER))
}

/// "had been due", "had been expected to": what was to come then is over now.
fn has_past_perfect(text: &Text<'_>, index: usize) -> bool {
    let plans = text.token(index).is(category::TENSE_FUTURE) || has_past_ending(text, index);
    plans
        && index > 1
        && text.token(index - 1).is(category::TENSE_LINK)
        && text.token(index - 2).is(category::PLUPERFECT)
}
