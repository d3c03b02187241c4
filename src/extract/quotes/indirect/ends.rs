//! Where what is reported ends.

use crate::extract::lexicon::category;
use crate::extract::quotes::phrases::Phrases;
use crate::extract::text::Shape;

/// Tokens of what is reported, at most: what keeps a text of one endless sentence linear.
const LONGEST: usize = 120;

/// Where a clause that starts at `start` ends: before its sentence's full stop, ", adding that", or ", but".
pub(super) fn of_clause(phrases: &Phrases<'_>, start: usize, end: usize) -> usize {
    let ceiling = end.min(start + LONGEST);
    let stop = (start..ceiling)
        .find(|index| closes_clause(phrases, *index, end))
        .unwrap_or(ceiling);
    without_stop(phrases, start, stop)
}

/// Where a noun phrase and what belongs to it ends.
pub(super) fn of_thing(phrases: &Phrases<'_>, start: usize, end: usize) -> usize {
    let ceiling = end.min(start + LONGEST);
    let stop = (start..ceiling)
        .find(|index| {
            let token = phrases.text.token(*index);
            let next = phrases.text.token(*index + 1);
            closes_clause(phrases, *index, end)
                || token.is(category::CIRCUMSTANCE)
                || token.is_punctuation(':')
                || token.is(category::CONJUNCTION) && phrases.is_finite(*index + 1)
                || phrases.is_break(*index)
                    && (next.is(category::CONJUNCTION
                        .or(category::RELATIVE)
                        .or(category::SUBORDINATOR)
                        .or(category::PRONOUN_SUBJECT)
                        .or(category::PREPOSITION))
                        || phrases.is_participle(*index + 1))
        })
        .unwrap_or(ceiling);
    without_stop(phrases, start, stop)
}

/// Whether the narrator, or another report, goes on at `index`.
fn closes_clause(phrases: &Phrases<'_>, index: usize, end: usize) -> bool {
    let token = phrases.text.token(index);
    if token.is_punctuation(';') {
        return true;
    }
    let next = phrases.text.token(index + 1);
    if !phrases.is_break(index) {
        // "said it rained and called it a pity"
        let verb = phrases.after_adverbs(index + 1, end);
        return token.is(category::CONJUNCTION)
            && phrases.text.token(verb).shape == Shape::Lower
            && phrases.is_cue(verb);
    }
    next.is(category::CONTRAST)
        || phrases.is_participle(index + 1) && phrases.is_cue(index + 1)
        || phrases
            .text
            .phrase(index + 1)
            .is_some_and(|(_, kinds)| kinds.any(category::ACCORDING))
        // ", which he called “a pity”"
        || next.is(category::RELATIVE) && (index + 2..end.min(index + 6)).any(|index| phrases.is_cue(index))
        || opens_report(phrases, index + 1, end)
        // "Smith, who says it rains, left": the verb of the noun before "who"
        || next.shape == Shape::Lower && next.is(category::SPEECH_VERB) && phrases.is_cue(index + 1)
}

/// Whether another report opens at `start`: ", and Smith said …".
fn opens_report(phrases: &Phrases<'_>, start: usize, end: usize) -> bool {
    let from = start + usize::from(phrases.text.token(start).is(category::CONJUNCTION));
    phrases.opening(from, end).is_some_and(|phrase| {
        let verb = phrases.after_adverbs(phrase.extent.end(), end);
        phrases.text.token(verb).is(category::SPEECH_VERB) && phrases.is_cue(verb)
    })
}

/// `end` without the punctuation before it.
pub(super) fn without_stop(phrases: &Phrases<'_>, start: usize, end: usize) -> usize {
    let mut end = end;
    while end > start
        && matches!(
            phrases.text.token(end - 1).shape,
            Shape::Punctuation('.' | ',' | ';' | '—' | '–')
        )
    {
        end -= 1;
    }
    end
}
