//! A date expression seen in its sentence.

use super::statement::is_finite;
use crate::briefing::DateExpression;
use crate::extract::lexicon::category;
use crate::extract::text::{Shape, Text, TokenRange};

/// Where a date expression stands, and whether it may date what its clause tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dated {
    /// The words of the date.
    pub(super) tokens: TokenRange,
    /// Whether it only says which one: "Friday's meeting", "the 2015 agreement", "the July 8 ruling".
    pub(super) attributive: bool,
}

impl Dated {
    /// Finds the words of `date`; `None` where no token lies within it.
    pub(super) fn of(text: &Text<'_>, date: &DateExpression) -> Option<Self> {
        let tokens = text.tokens.within(date.span);
        (!tokens.is_empty()).then(|| Self {
            tokens,
            attributive: is_attributive(text, tokens),
        })
    }
}

fn is_attributive(text: &Text<'_>, date: TokenRange) -> bool {
    let after = text.token(date.end());
    let before = date.start().checked_sub(1).map(|index| text.token(index));
    let led = before.is_some_and(|before| {
        before.shape == Shape::Possessive
            || before.is(category::DETERMINER) && !before.is(category::PREPOSITION)
    });
    if after.shape == Shape::Possessive {
        return true;
    }
    // One end of a stretch says which one where an article leads it or a noun follows: "the May 3-5 fair".
    if after.is_dash() && after.span.start == text.token(date.end() - 1).span.end {
        return led || !is_of_date(text, date.end() + 1);
    }
    let Some(before) = before else {
        return false;
    };
    if before.is_dash() && before.span.end == text.token(date.start()).span.start {
        let stretch = date
            .start()
            .checked_sub(2)
            .is_some_and(|other| is_of_date(text, other));
        return !stretch || after.is_word() && !is_verbal(text, date.end());
    }
    // "the 2015 agreement", "his May 3 speech", "a Thursday meeting": something stands between article and noun.
    let year = date.len() == 1 && text.token(date.start()).shape == Shape::Number;
    if year && (before.is(category::DETERMINER) || before.shape == Shape::Possessive) {
        return true;
    }
    if year
        && !before.is(category::PREPOSITION)
        && after.shape == Shape::Lower
        && !is_verbal(text, date.end())
    {
        // "the 2008 and 2012 campaigns", "McBride, 2015 winner of the prize"
        return true;
    }
    let led = led || before.is_capitalised() && !before.is(category::FUNCTION_WORD) && after.is_capitalised();
    led && after.is_word() && !after.is(category::FUNCTION_WORD)
}

/// Whether the token is of a date, as far as that can be seen from it alone.
fn is_of_date(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    token.shape == Shape::Number || token.is_capitalised() && token.is(category::DATE_WORD)
}

/// Whether the word goes on with the clause rather than with a noun.
fn is_verbal(text: &Text<'_>, index: usize) -> bool {
    text.token(index).is(category::FUNCTION_WORD) || is_finite(text, index)
}
