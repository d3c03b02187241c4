//! Days that share a month or a year: "Sept. 3-5", "2 and 5 May 2021", "31 May–2 June 2024". Each is a date of its own.

use super::classes::{Classes, classes, number};
use super::reading::Reading;
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Shape, Text, TokenRange};

/// Words that a sentence goes on with behind a date.
const GOES_ON: Categories = category::PREPOSITION
    .or(category::AUXILIARY)
    .or(category::CONJUNCTION)
    .or(category::SUBORDINATOR);

/// The further day on the right of a month and day, with the year that may follow and is then that of both.
pub(super) fn day_behind(
    text: &Text<'_>,
    found: TokenRange,
    reading: &mut Reading,
) -> Option<(TokenRange, Reading)> {
    let last = found.end().checked_sub(1)?;
    let day = found.end() + 1;
    if !is_day(text, last) || !joins(text, found.end()) || !is_day(text, day) {
        return None;
    }
    let comma = usize::from(text.token(day + 1).is_punctuation(','));
    let year = day + 1 + comma;
    let mut end = day + 1;
    if reading.year.is_none() && classes(text, year).0.any(Classes::YEAR) {
        reading.year = number(text, year).and_then(|year| i16::try_from(year).ok());
        end = year + 1;
    } else if is_of_something_else(text, day + 1) {
        return None;
    }
    let further = with_day(text, reading, day)?;
    Some((TokenRange::new(day, end), further))
}

/// The further day on the left of a day and month.
pub(super) fn day_before(
    text: &Text<'_>,
    found: TokenRange,
    reading: &Reading,
) -> Option<(TokenRange, Reading)> {
    let joint = found.start().checked_sub(1)?;
    let day = joint.checked_sub(1)?;
    if !is_day(text, found.start()) || !joins(text, joint) || !is_day(text, day) {
        return None;
    }
    let further = with_day(text, reading, day)?;
    Some((TokenRange::new(day, joint), further))
}

/// "31 May to 2 June 2024": the year is that of both; of "28 December – 3 January 2025" the day on the left has the one before.
pub(super) fn share_year(
    text: &Text<'_>,
    left: TokenRange,
    reading: &mut Reading,
    (right, other): (TokenRange, &Reading),
) {
    let (Some(year), Some(month), Some(before)) = (other.year, other.month, reading.month) else {
        return;
    };
    let joined = right.start() == left.end() + 1 && joins(text, left.end());
    if joined && reading.year.is_none() && reading.day.is_some() && other.day.is_some() {
        reading.year = Some(if before > month { year - 1 } else { year });
    }
}

fn with_day(text: &Text<'_>, reading: &Reading, day: usize) -> Option<Reading> {
    reading.month?;
    reading.day?;
    Some(Reading {
        day: number(text, day).and_then(|day| i8::try_from(day).ok()),
        weekday: None,
        part: None,
        minutes: None,
        ..*reading
    })
}

fn is_day(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    token.shape == Shape::Number && classes(text, index).0.any(Classes::DAY.or(Classes::ORDINAL_DAY))
}

fn joins(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    token.is_dash() || token.is(category::RANGE_WORD)
}

/// "May 3 and 20 others": the number counts what follows it.
fn is_of_something_else(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    match token.shape {
        Shape::Number | Shape::Capitalised | Shape::Upper => true,
        Shape::Lower | Shape::Mixed => !token.is(GOES_ON),
        Shape::Punctuation(mark) => matches!(mark, '%' | '-' | ':' | '$' | '£' | '€'),
        _ => false,
    }
}
