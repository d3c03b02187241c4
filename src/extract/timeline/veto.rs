//! Words that look like a date and are none: names, verbs, and what is numbered or counted.

use super::classes::{Classes, classes};
use super::grammar::Match;
use super::statement::is_finite;
use crate::extract::lexicon::category;
use crate::extract::text::{Shape, Text, Token};

/// Years that are taken for one without much company.
const LIKELY_YEARS: std::ops::Range<i16> = 1900..2060;

/// Whether what was found is no date after all.
pub(super) fn is_no_date(text: &Text<'_>, found: &Match, year: Option<i16>) -> bool {
    let before = found
        .tokens
        .start()
        .checked_sub(1)
        .map_or_else(Token::default, |index| text.token(index));
    let first = text.token(found.tokens.start());
    if first.shape == Shape::Number && is_glued(text, found, before) {
        return true;
    }
    if is_title(text, found, before) {
        return true;
    }
    let mut telling = found
        .parts()
        .filter(|(classes, _)| !classes.is_empty() && !classes.any(Classes::NUANCE));
    let (Some((classes, index)), None) = (telling.next(), telling.next()) else {
        return false;
    };
    if classes.any(Classes::YEAR) {
        is_no_year(text, found, before, year.unwrap_or(0))
    } else if classes.any(Classes::MONTH) {
        is_no_month(text, found, index, before)
    } else if classes.any(Classes::DECADE) {
        is_no_decade(text, found, before)
    } else if classes.any(Classes::SEASON) {
        // "the fall of the city"
        text.token(found.tokens.end()).is(category::GENITIVE)
    } else if classes.any(Classes::WEEKDAY) {
        is_name_of_day(text, found, before)
    } else {
        false
    }
}

/// "USA Today", "on “This Week”", "Jonah Christmas": a capital within a sentence makes a name of what needs none.
fn is_title(text: &Text<'_>, found: &Match, before: Token) -> bool {
    let start = found.tokens.start();
    let opens = text
        .sentences
        .get(text.sentence_of(start))
        .is_none_or(|sentence| sentence.tokens.start() == start);
    if opens || !text.token(start).is_capitalised() {
        return false;
    }
    let named = before.is_capitalised() && !before.is(category::FUNCTION_WORD);
    let mut parts = found.parts();
    match (parts.next(), parts.next(), parts.next()) {
        (Some((classes, _)), None, _) => named && classes.any(Classes::DAY_WORD.or(Classes::HOLIDAY)),
        (Some((step, _)), Some((unit, index)), None) => {
            step.any(Classes::STEP) && unit.any(Classes::UNIT) && text.token(index).is_capitalised()
        }
        _ => false,
    }
}

/// "$2010", "B-2012", "#12 May"
fn is_glued(text: &Text<'_>, found: &Match, before: Token) -> bool {
    let start = found.tokens.start();
    let adjacent = before.span.end == text.token(start).span.start;
    if !adjacent || before.shape == Shape::Nothing {
        return false;
    }
    match before.shape {
        Shape::Punctuation('$' | '£' | '€' | '¥' | '#' | '+' | '.' | '@' | '_')
        | Shape::Capitalised
        | Shape::Upper
        | Shape::Lower
        | Shape::Mixed
        | Shape::Number => true,
        Shape::Punctuation('-' | '–') => {
            start > 1 && !text.token(start - 2).is(category::NUMBERED) && {
                let further = text.token(start - 2);
                let month = is(text, start - 2, Classes::MONTH.or(Classes::MONTH_SHORT));
                further.span.end == before.span.start && further.shape != Shape::Number && !month
            }
        }
        _ => false,
    }
}

fn is_no_year(text: &Text<'_>, found: &Match, before: Token, year: i16) -> bool {
    let after = text.token(found.tokens.end());
    let likely = LIKELY_YEARS.contains(&year);
    if before.is(category::NUMBERED) || is(text, found.tokens.start().wrapping_sub(1), Classes::COUNT) {
        return true;
    }
    if matches!(after.shape, Shape::Punctuation('%' | '°' | '$' | '£' | '€')) || after.is(category::COUNTED)
    {
        return true;
    }
    if before.shape == Shape::Number || after.shape == Shape::Number {
        return true;
    }
    if before.is_punctuation('(') || after.is_punctuation(')') || is_range(text, found) {
        return false;
    }
    let led = before.is(category::PREPOSITION
        .or(category::SUBORDINATOR)
        .or(category::DATE_LEAD));
    let behind = found.tokens.end();
    let counts = after.shape == Shape::Lower
        && text.ends_in(behind, text.lexicon.plural_ending)
        && !text.ends_in(behind, text.lexicon.uninflected_ending)
        && !after.is(category::FUNCTION_WORD);
    if counts {
        // "2000 workers", but "in 2014 sales rose" and "the 2016 primaries".
        let named = before.is(category::DETERMINER) || before.shape == Shape::Possessive;
        return !(likely && (named || led && year % 100 != 0));
    }
    if led || before.is(category::DETERMINER) || matches!(before.shape, Shape::Possessive) {
        let goes_on = after.is(category::FUNCTION_WORD) || is_finite(text, found.tokens.end());
        return !likely && after.shape == Shape::Lower && !goes_on;
    }
    !likely
}

/// "1775-1780"
fn is_range(text: &Text<'_>, found: &Match) -> bool {
    let (start, end) = (found.tokens.start(), found.tokens.end());
    let behind = text.token(end).is_dash() && is(text, end + 1, Classes::YEAR);
    behind || start > 1 && text.token(start - 1).is_dash() && is(text, start - 2, Classes::YEAR)
}

/// "in his 30s": two digits are a decade behind an apostrophe or an article only.
fn is_no_decade(text: &Text<'_>, found: &Match, before: Token) -> bool {
    let first = text.token(found.tokens.start());
    let short = first.shape == Shape::Number && first.span.len() == 3;
    short && !matches!(before.shape, Shape::Punctuation('\'' | '’' | '‘'))
}

/// "Theresa May said", "March on Washington", "April Jones".
fn is_no_month(text: &Text<'_>, found: &Match, index: usize, before: Token) -> bool {
    if !is(text, index, Classes::NAME_TOO) || found.tokens.len() > 1 {
        return false;
    }
    let after = text.token(found.tokens.end());
    if after.shape == Shape::Capitalised && !after.is(category::FUNCTION_WORD) {
        return true;
    }
    if before.is(category::DATE_LEAD) {
        return false;
    }
    let listed = matches!(before.shape, Shape::Punctuation(',' | '–' | '-' | '(' | '/'))
        || before.is(category::CONJUNCTION);
    let beside_month = listed && index > 1 && is(text, index - 2, Classes::MONTH);
    let towards_month = (after.is(category::CONJUNCTION) || after.is_dash())
        && is(text, found.tokens.end() + 1, Classes::MONTH);
    !(beside_month || towards_month)
}

/// "The Sunday Times", "Black Friday"
fn is_name_of_day(text: &Text<'_>, found: &Match, before: Token) -> bool {
    let after = text.token(found.tokens.end());
    if before.is_capitalised() && before.is(category::WEEKDAY_NAME) {
        return true;
    }
    after.is_capitalised() && after.is(category::WEEKDAY_NAME)
}

/// Whether the words at `index` have one of `asked`.
fn is(text: &Text<'_>, index: usize, asked: Classes) -> bool {
    classes(text, index).0.any(asked)
}
