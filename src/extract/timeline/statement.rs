//! The date of a statement: "said on Wednesday", "The previous day, Macron said".

use super::dated::Dated;
use super::events::days;
use super::occasion::{dates_occasion, is_publication};
use crate::briefing::{DateExpression, Quote, Span, Speaker, TimexValue};
use crate::extract::lexicon::{category, without_ending};
use crate::extract::text::{Shape, Text, TokenRange};

/// Words that may stand between the verb of speech and its date: "told reporters in Paris on Wednesday".
const REACH: usize = 10;
/// Words that may stand between a date and the verb that follows it: "Rutte on Thursday said".
const CLOSE: usize = 3;
/// Bytes to either side of a verb of speech within which its date stands.
const NEAR: usize = 400;
/// Bytes before the ending of a past form that are no verb: "bed", "need".
const SHORT_STEM: usize = 2;
/// Words of a sentence's opening that a date may stand behind: "On Wednesday", "Late on Wednesday".
const OPENING: usize = 3;

/// Gives each quote the date that its sentence gives the saying of it, where it has none yet.
///
/// A quote without a verb of its own goes on with the one before it, where the same speaker has that one shortly before.
pub fn date_quotes(text: &Text<'_>, dates: &[DateExpression], quotes: &mut [Quote]) {
    let mut before: Option<(usize, Speaker, TimexValue)> = None;
    for quote in quotes {
        let paragraph = quote
            .span()
            .map(|span| text.paragraph_of(text.tokens.within(span).start()));
        if quote.said_on.is_none() {
            let told = quote
                .cue
                .and_then(|cue| date_of_statement(text, dates, cue, &quote.parts));
            quote.said_on = told.map(|date| date.value.clone());
        }
        if quote.said_on.is_none()
            && quote.cue.is_none()
            && let Some((last, speaker, date)) = &before
            && *speaker == quote.speaker
            && paragraph.is_some_and(|paragraph| paragraph <= last + 1)
        {
            quote.said_on = Some(date.clone());
        }
        before = match (paragraph, &quote.said_on) {
            (Some(paragraph), Some(date)) => Some((paragraph, quote.speaker.clone(), date.clone())),
            _ => None,
        };
    }
}

/// The date expression that dates the saying of `speech`, whose verb stands at `cue`, in the narrator's own words of its
/// sentence.
fn date_of_statement<'d>(
    text: &Text<'_>,
    dates: &'d [DateExpression],
    cue: Span,
    speech: &[Span],
) -> Option<&'d DateExpression> {
    let cue_span = cue;
    let cue = text.tokens.within(cue_span);
    let sentence = text.sentences.get(text.sentence_of(cue.start()))?;
    let near = Span::new(cue_span.start().saturating_sub(NEAR), cue_span.end() + NEAR);
    let start = dates.partition_point(|date| date.span.end <= near.start.max(sentence.span.start));
    dates
        .iter()
        .skip(start)
        .take_while(|date| date.span.start < near.end.min(sentence.span.end))
        .filter(|date| date.value.interval().is_some())
        .filter(|date| {
            !speech
                .iter()
                .any(|part| part.start <= date.span.start && date.span.end <= part.end)
        })
        .filter(|date| {
            Dated::of(text, date).is_some_and(|dated| {
                !limits(text, dated)
                    && (dates_verb(text, dated, cue, sentence.tokens)
                        || dates_occasion(text, dated, cue, sentence.tokens))
            })
        })
        // "for the second time this year on Wednesday": the finest is its own.
        .min_by_key(|date| days(&date.value))
}

/// "until Friday", "back to 2008", "the autumn of 2008": the date bounds something.
fn limits(text: &Text<'_>, dated: Dated) -> bool {
    let before = dated.tokens.start().checked_sub(1);
    before.is_some_and(|before| text.token(before).is(category::DATE_LIMIT.or(category::GENITIVE)))
}

/// Whether the date belongs to the verb of speech at `cue` and not to what was said.
pub(super) fn dates_verb(text: &Text<'_>, dated: Dated, cue: TokenRange, sentence: TokenRange) -> bool {
    let date = dated.tokens;
    if dated.attributive || text.token(date.start()).quoted {
        return false;
    }
    if date.start() >= cue.end() {
        // "said September had been", "said the vote on Friday was": the date belongs to what is talked about.
        return !is_finite(text, date.end())
            && date.start() - cue.end() <= REACH
            && (cue.end()..date.start()).all(|index| is_adjunct(text, index));
    }
    if date.end() > cue.start() {
        return false;
    }
    if cue.start() - date.end() <= CLOSE && text.token(date.end()).shape == Shape::Lower {
        return (date.end()..cue.start())
            .all(|index| !is_finite(text, index) && !text.token(index).is(category::CONJUNCTION));
    }
    narrator_start(text, date.start(), sentence).is_some_and(|opening| {
        (opening + 1..date.start()).all(|index| {
            let token = text.token(index);
            !token.is_capitalised() && !is_finite(text, index)
        })
    }) && (date.end()..cue.start()).all(|index| !is_finite(text, index))
}

/// Where the narrator's words that hold the token at `index` begin, if that is shortly before it: the sentence's start, or
/// behind a quoted segment.
fn narrator_start(text: &Text<'_>, index: usize, sentence: TokenRange) -> Option<usize> {
    (sentence.start().max(index.saturating_sub(OPENING))..=index)
        .rev()
        .find(|start| *start == sentence.start() || text.token(start - 1).quoted)
}

/// Whether the token may stand between a verb and its date: no clause opens with it.
fn is_adjunct(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    match token.shape {
        // "in Lund, Ohio, on Monday"
        Shape::Punctuation(',') => {
            text.token(index + 1).is_capitalised()
                || index > 1
                    && text.token(index - 1).is_capitalised()
                    && text.token(index - 2).is_punctuation(',')
        }
        Shape::Mark | Shape::Punctuation(_) => false,
        Shape::Lower => {
            let opens_clause = category::RELATIVE
                .or(category::CONJUNCTION)
                .or(category::PRONOUN_SUBJECT)
                .or(category::SUBORDINATOR);
            (!is_finite(text, index) || is_publication(text, index))
                && !is_infinitive(text, index)
                && (!token.is(opens_clause) || token.is(category::PREPOSITION))
        }
        _ => !token.quoted,
    }
}

/// "promised to sell the yard on Monday", but "spoke to reporters on Monday".
fn is_infinitive(text: &Text<'_>, index: usize) -> bool {
    let after = text.token(index + 1);
    text.token(index).is(category::INFINITIVE)
        && after.shape == Shape::Lower
        && !after.is(category::FUNCTION_WORD)
        && !text.ends_in(index + 1, text.lexicon.plural_ending)
}

/// Whether the token looks like a verb that a clause stands on.
pub(in crate::extract) fn is_finite(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    token.shape == Shape::Lower
        && !token.quoted
        && (token.is(category::AUXILIARY
            .or(category::SPEECH_VERB)
            .or(category::PAST_VERB))
            || has_past_ending(text, index))
}

/// Whether the word ends as past forms do.
pub(super) fn has_past_ending(text: &Text<'_>, index: usize) -> bool {
    !text.token(index).is(category::NO_PAST_FORM)
        && without_ending(text.word(index), text.lexicon.past_ending)
            .is_some_and(|stem| stem.len() > SHORT_STEM)
}
