//! What a pattern's words say, before it is told which date that is.

use super::calendar::Unit;
use super::classes::{Classes, core, leading_number, number, number_as, value_as, word_value};
use super::grammar::Match;
use crate::extract::text::Text;

/// What a step or a gap is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum From {
    /// The day of writing.
    #[default]
    Writing,
    /// The date told last.
    Told,
}

/// A date that needs no calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    Present,
    Past,
    Future,
}

/// The fields that the words of a date fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Reading {
    pub(super) from: From,
    pub(super) reference: Option<Reference>,
    pub(super) year: Option<i16>,
    /// First year of the decade; below 100 where the century is left open.
    pub(super) decade: Option<i16>,
    /// First year of the century.
    pub(super) century: Option<i16>,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
    /// 1 is Monday.
    pub(super) weekday: Option<i8>,
    pub(super) quarter: Option<i8>,
    pub(super) half: Option<i8>,
    pub(super) season: Option<&'static str>,
    pub(super) holiday: Option<&'static str>,
    pub(super) unit: Option<Unit>,
    /// How many units, or which of the units or days ("last" is -1).
    pub(super) step: Option<i32>,
    /// Whether `step` comes of a number of units: "two weeks ago".
    pub(super) counted: bool,
    /// "a year earlier" of the period talked about.
    pub(super) year_before: bool,
    pub(super) part: Option<&'static str>,
    /// Minutes from midnight.
    pub(super) minutes: Option<i32>,
    /// Whether the words only name the stretch that is talked about: "the year", "the quarter".
    pub(super) bare_unit: bool,
    /// What a length is counted in, where the words give no date: "the nine months".
    pub(super) length: Option<Unit>,
}

impl Reading {
    /// Reads the words of a match.
    pub(super) fn of(text: &Text<'_>, found: &Match) -> Option<Self> {
        let mut reading = Self::default();
        let (mut count, mut sign) = (None, None);
        for (classes, index) in found.parts() {
            reading.take(text, classes, index, &mut count, &mut sign)?;
        }
        if let Some(sign) = sign {
            reading.step = Some(sign * count.unwrap_or(1));
            reading.counted = true;
        }
        reading.length = reading
            .unit
            .filter(|_| count.is_some() && reading == reading.unit_alone());
        reading.bare_unit = reading.unit.is_some() && reading.step.is_none() && !reading.has_calendar_field();
        Some(reading)
    }

    /// The unit, and nothing else that the words say.
    fn unit_alone(&self) -> Self {
        Self {
            unit: self.unit,
            ..Self::default()
        }
    }

    /// Whether it is counted from the day of writing: "Tuesday", "last month", "yesterday".
    pub(super) fn is_deictic(&self) -> bool {
        self.from == From::Writing
            && (self.weekday.is_some() && self.month.is_none() || self.unit.is_some() && self.step.is_some())
    }

    fn has_calendar_field(&self) -> bool {
        self.year.is_some()
            || self.month.is_some()
            || self.weekday.is_some()
            || self.quarter.is_some()
            || self.half.is_some()
            || self.season.is_some()
            || self.century.is_some()
            || self.decade.is_some()
            || self.holiday.is_some()
    }

    /// Fills the field that the token at `index`, being of `classes`, speaks of.
    fn take(
        &mut self,
        text: &Text<'_>,
        classes: Classes,
        index: usize,
        count: &mut Option<i32>,
        sign: &mut Option<i32>,
    ) -> Option<()> {
        let word = core(text, index);
        let is = |class: Classes| classes.any(class);
        if is(Classes::MONTH.or(Classes::MONTH_SHORT)) {
            self.month = number_as(text, index, Classes::MONTH.or(Classes::MONTH_SHORT)).and_then(narrow);
        } else if is(Classes::WEEKDAY.or(Classes::WEEKDAY_SHORT)) {
            self.weekday =
                number_as(text, index, Classes::WEEKDAY.or(Classes::WEEKDAY_SHORT)).and_then(narrow);
        } else if is(Classes::YEAR) {
            self.year = leading_number(word).and_then(|year| i16::try_from(year).ok());
        } else if is(Classes::DAY.or(Classes::ORDINAL_DAY)) {
            self.day = number(text, index).and_then(narrow);
        } else if is(Classes::TWO) {
            // Month, then day, of a date in digits.
            let number = leading_number(word).and_then(narrow);
            if self.month.is_none() && self.day.is_none() {
                self.month = number.filter(|month| (1..=12).contains(month));
                self.month?;
            } else if self.day.is_none() {
                self.day = number;
            } else {
                self.month = number;
            }
        } else if is(Classes::SLASHED) {
            self.take_slashed(word)?;
        } else if is(Classes::STEP) {
            self.step = number_as(text, index, Classes::STEP);
        } else if is(Classes::TOLD) {
            self.from = From::Told;
            self.step = number_as(text, index, Classes::TOLD);
        } else if is(Classes::DAY_WORD) {
            self.unit = Some(Unit::Day);
            self.step = number_as(text, index, Classes::DAY_WORD);
        } else if is(Classes::AGO) {
            *sign = number_as(text, index, Classes::AGO);
        } else if is(Classes::TOLD_BACK) {
            self.from = From::Told;
            *sign = number_as(text, index, Classes::TOLD_BACK);
        } else if is(Classes::SPOKEN) {
            self.year = number_as(text, index, Classes::SPOKEN).and_then(|year| i16::try_from(year).ok());
        } else if let (true, Some(century)) = (is(Classes::COUNT), self.year) {
            // "nineteen ninety-six", but no "nineteen five".
            let years = number(text, index).filter(|years| (10..100).contains(years))?;
            self.year = century.checked_add(i16::try_from(years).ok()?);
        } else if is(Classes::COUNT) {
            *count = number(text, index);
        } else {
            self.take_period(text, classes, index);
        }
        Some(())
    }

    fn take_period(&mut self, text: &Text<'_>, classes: Classes, index: usize) {
        let word = core(text, index);
        let is = |class: Classes| classes.any(class);
        if is(Classes::QUARTER_WORD) {
            self.quarter = number_as(text, index, Classes::QUARTER_WORD).and_then(narrow);
        } else if is(Classes::HALF_WORD) {
            self.half = number_as(text, index, Classes::HALF_WORD).and_then(narrow);
        } else if is(Classes::HALF) {
            // The ordinal before it has been taken for a quarter's.
            self.half = self.quarter.take();
        } else if is(Classes::ORDINAL) {
            self.quarter = number(text, index).and_then(narrow);
        } else if is(Classes::CENTURY) {
            // The ordinal before it has been taken for a quarter's.
            if let Some(nth) = self.quarter.take() {
                self.century = Some((i16::from(nth) - 1) * 100);
            } else {
                self.unit = Some(Unit::Century);
            }
        } else if is(Classes::UNIT
            .or(Classes::UNITS)
            .or(Classes::YEAR_UNIT)
            .or(Classes::WEEK_UNIT)
            .or(Classes::WEEKEND_UNIT)
            .or(Classes::QUARTER_UNIT))
        {
            let letter = value_as(text, index, Classes::UNIT.or(Classes::UNITS));
            self.unit = letter.and_then(Unit::from_letter);
            if self.unit == Some(Unit::Quarter) && (self.quarter.is_some() || self.year_before) {
                self.unit = None;
            }
        } else if is(Classes::PERIOD) {
            self.unit = (!self.year_before).then_some(Unit::Quarter);
        } else if is(Classes::SEASON) {
            self.season = value_as(text, index, Classes::SEASON);
        } else if is(Classes::HOLIDAY) {
            self.holiday = value_as(text, index, Classes::HOLIDAY);
        } else if is(Classes::DECADE) {
            self.decade = leading_number(word).and_then(|year| i16::try_from(year).ok());
        } else if is(Classes::DECADE_WORD) {
            self.decade =
                number_as(text, index, Classes::DECADE_WORD).and_then(|year| i16::try_from(year).ok());
        } else if is(Classes::YEAR_BEFORE) {
            self.year_before = true;
        } else if is(Classes::PART) {
            self.part = value_as(text, index, Classes::PART);
        } else if is(Classes::NOW) {
            self.reference = Some(Reference::Present);
        } else if is(Classes::PAST.or(Classes::RECENT).or(Classes::FEW)) {
            self.reference = Some(Reference::Past);
        } else if is(Classes::FUTURE) {
            self.reference = Some(Reference::Future);
        } else {
            self.take_clock(text, classes, index);
        }
    }

    fn take_clock(&mut self, text: &Text<'_>, classes: Classes, index: usize) {
        let word = core(text, index);
        if classes.any(Classes::CLOCK) {
            self.minutes = clock(text, word);
        } else if classes.any(Classes::HOUR) {
            self.minutes = leading_number(word).map(|hour| hour * 60);
        } else if classes.any(Classes::CLOCK_WORD) {
            self.minutes = number_as(text, index, Classes::CLOCK_WORD).map(|hour| hour * 60);
        } else if classes.any(Classes::CLOCK_HALF)
            && let Some(half) = number_as(text, index, Classes::CLOCK_HALF)
        {
            self.minutes = self.minutes.map(|minutes| in_half(minutes, half));
        }
    }

    /// "1/2/2021" is month, day and year, unless there is no such month.
    fn take_slashed(&mut self, word: &str) -> Option<()> {
        let mut fields = word.split('/').map(|field| field.parse::<i16>().ok());
        let (first, second, year) = (fields.next()??, fields.next()??, fields.next()??);
        if fields.next().is_some() {
            return None;
        }
        let (month, day) = if first > 12 {
            (second, first)
        } else {
            (first, second)
        };
        self.month = i8::try_from(month).ok();
        self.day = i8::try_from(day).ok();
        self.year = Some(match year {
            0..50 => 2000 + year,
            50..100 => 1900 + year,
            _ => year,
        });
        Some(())
    }
}

fn narrow(number: i32) -> Option<i8> {
    i8::try_from(number).ok()
}

/// "10:35", "10:35pm", "5pm"
fn clock(text: &Text<'_>, word: &str) -> Option<i32> {
    let hour = leading_number(word)?;
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let minute = rest.strip_prefix(':').and_then(leading_number).unwrap_or(0);
    let ending = rest.trim_start_matches(|c: char| !c.is_alphabetic());
    let minutes = hour * 60 + minute;
    let half = word_value(text, ending, Classes::CLOCK_HALF).and_then(|half| half.parse().ok());
    Some(match half {
        Some(half) => in_half(minutes, half),
        None => minutes,
    })
}

/// The minutes of a twelve-hour clock in the half of the day that begins at `half`.
fn in_half(minutes: i32, half: i32) -> i32 {
    minutes % (12 * 60) + half * 60
}
