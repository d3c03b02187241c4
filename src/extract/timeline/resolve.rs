//! Which date the words mean: gaps are filled from the day of writing or from the date told last, never with a finer
//! grain than the words have.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::anchors::Anchors;
use super::calendar::{Period, Side, Unit, season_month, step, weekday, weekday_of_week, year_of};
use super::reading::{From, Reading, Reference};
use super::tense::Tense;
use crate::briefing::TimexValue;

/// Months that a date lies before the one told last when it belongs to the next year.
const BEGIN_AGAIN: i8 = 7;
/// Months beyond which a date without a year is looked for on the other side.
const FAR: i32 = 9;
/// Months beyond which a quarter or season without a year is not one to come.
const FAR_AHEAD: i32 = 6;

/// A date expression's date.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Resolved {
    /// The stretch of the calendar; `None` for "now".
    pub(super) period: Option<Period>,
    /// Whether it is only there to be compared with: "a year earlier".
    pub(super) compared: bool,
    /// As TIMEX3 writes it, with part or time of the day.
    pub(super) value: TimexValue,
}

/// The date that `reading` means.
pub(super) fn resolve(reading: &Reading, anchors: &Anchors, tense: Tense) -> Option<Resolved> {
    if let Some(reference) = reading.reference {
        let value = match reference {
            Reference::Present => "PRESENT_REF",
            Reference::Past => "PAST_REF",
            Reference::Future => "FUTURE_REF",
        };
        return Some(Resolved {
            compared: false,
            period: None,
            value: value.parse().ok()?,
        });
    }
    let period = period(reading, anchors, tense)?;
    Some(Resolved {
        compared: reading.year_before || reading.counted && reading.unit == Some(Unit::Year),
        period: Some(period),
        value: with_time(period, reading)?,
    })
}

/// The value of `period` with the part or time of day that the words give.
fn with_time(period: Period, reading: &Reading) -> Option<TimexValue> {
    let value = period.timex()?;
    if !matches!(period, Period::Day(_)) {
        return Some(value);
    }
    match (reading.minutes, reading.part) {
        (Some(minutes), _) => format!("{value}T{:02}:{:02}", minutes / 60, minutes % 60)
            .parse()
            .ok(),
        (None, Some(part)) => format!("{value}T{part}").parse().ok(),
        (None, None) => Some(value),
    }
}

fn period(reading: &Reading, anchors: &Anchors, tense: Tense) -> Option<Period> {
    if let Some(decade) = reading.decade {
        return decade_of(decade, anchors);
    }
    if let Some(century) = reading.century {
        return Some(Period::Century(century));
    }
    if let Some(month) = reading.month {
        return month_or_day(reading, month, anchors, tense);
    }
    if let Some(holiday) = reading.holiday {
        return holiday_of(reading, holiday, anchors, tense);
    }
    if let Some(quarter) = reading.quarter.filter(|quarter| (1..=4).contains(quarter)) {
        let year = part_year(reading, quarter * 3 - 2, anchors, tense)?;
        let period = Period::Quarter(year, quarter);
        return if reading.year_before {
            period.years_on(-1)
        } else {
            Some(period)
        };
    }
    if let Some(half) = reading.half.filter(|half| (1..=2).contains(half)) {
        return Some(Period::Half(
            part_year(reading, half * 6 - 5, anchors, tense)?,
            half,
        ));
    }
    if let Some(season) = reading.season {
        return Some(Period::Season(
            part_year(reading, season_month(season), anchors, tense)?,
            season,
        ));
    }
    if let Some(weekday) = reading.weekday {
        return weekday_period(reading, weekday, anchors, tense);
    }
    if let Some(year) = reading.year {
        // "the 1988 quarter" is that year's quarter of those talked about.
        let quarter = anchors
            .quarter_of_figures()
            .filter(|_| reading.unit == Some(Unit::Quarter));
        let same = quarter
            .and_then(|quarter| quarter.years_on(i32::from(year) - i32::from(quarter.first_day()?.year())));
        return Some(same.unwrap_or(Period::Year(year)));
    }
    if reading.year_before {
        let before = anchors.quarter_here().and_then(|quarter| quarter.years_on(-1));
        return before.or_else(|| step(anchors.base(From::Writing, None)?, Unit::Year, -1));
    }
    stepped(reading, anchors, tense)
}

/// "two weeks ago", "last month", "yesterday", "this morning", "the year"
fn stepped(reading: &Reading, anchors: &Anchors, tense: Tense) -> Option<Period> {
    let Some(unit) = reading.unit else {
        if reading.minutes.is_some() && reading.step.is_none() {
            // A time of the day that this paragraph tells of.
            return anchors.day_here().map(Period::Day);
        }
        // A part of a day with nothing but a step.
        reading.part?;
        let base = anchors.base(reading.from, None)?;
        return step(base, Unit::Day, reading.step?);
    };
    if unit == Unit::Year && reading.counted && reading.step == Some(-1) {
        // "a year earlier" of a quarter is that quarter.
        if let Some(quarter) = anchors.quarter_here() {
            return quarter.years_on(-1);
        }
    }
    if reading.bare_unit && unit == Unit::Quarter {
        return anchors.quarter();
    }
    let base = anchors.base(reading.from, Some(unit))?;
    if unit == Unit::Weekend && !reading.counted && reading.step.unwrap_or(0) == 0 {
        let ahead = tense == Tense::Future || reading.step == Some(0) && tense == Tense::Unknown;
        let over = !ahead && base.weekday().to_monday_one_offset() < 6;
        return step(base, Unit::Weekend, -i32::from(over));
    }
    step(base, unit, reading.step.unwrap_or(0))
}

/// The side on which a date without a year is looked for.
fn side(reading: &Reading, tense: Tense, unknown: Side) -> Side {
    match (reading.step, tense) {
        (Some(..=-1), _) => Side::Before,
        (Some(1..), _) => Side::After,
        (_, Tense::Past) => Side::UpTo,
        (_, Tense::Future) => Side::From,
        (_, Tense::Unknown) => unknown,
    }
}

/// The year that the words give themselves: "2014", "last year".
fn own_year(reading: &Reading, anchors: &Anchors) -> Option<i16> {
    if reading.year.is_some() {
        return reading.year;
    }
    if reading.unit == Some(Unit::Year)
        && let Some(count) = reading.step.or(reading.bare_unit.then_some(0))
    {
        let base = anchors.base(reading.from, Some(Unit::Year))?;
        return base.year().checked_add(i16::try_from(count).ok()?);
    }
    None
}

/// In an article of times long past: the year told last, or the next one where the months begin again.
fn told_year(reading: &Reading, anchors: &Anchors, month: i8) -> Option<i16> {
    let told = anchors
        .year
        .filter(|_| anchors.history && reading.step.is_none())?;
    let before = anchors.month.filter(|before| before.year() == told.year());
    let again = before.is_some_and(|before| before.month() - month >= BEGIN_AGAIN);
    told.year().checked_add(i16::from(again))
}

/// The year of a quarter, half year or season that begins in `month`.
fn part_year(reading: &Reading, month: i8, anchors: &Anchors, tense: Tense) -> Option<i16> {
    if let Some(year) = own_year(reading, anchors).or_else(|| told_year(reading, anchors, month)) {
        return Some(year);
    }
    let base = anchors.base(reading.from, Some(Unit::Year))?;
    if reading.step == Some(0) {
        return Some(base.year());
    }
    let year = year_of(base, month, None, side(reading, tense, Side::UpTo));
    let ahead = i32::from(year - base.year()) * 12 + i32::from(month - base.month());
    Some(if reading.step.is_none() && ahead > FAR_AHEAD {
        year_of(base, month, None, Side::UpTo)
    } else {
        year
    })
}

fn month_or_day(reading: &Reading, month: i8, anchors: &Anchors, tense: Tense) -> Option<Period> {
    let own = own_year(reading, anchors).or_else(|| told_year(reading, anchors, month));
    let year = if let Some(year) = own {
        year
    } else {
        let base = anchors.base(reading.from, None)?;
        let year = year_near(reading, base, month, side(reading, tense, Side::Nearest));
        with_weekday(reading, year, month).unwrap_or(year)
    };
    let Some(day) = reading.day else {
        return Some(Period::Month(year, month));
    };
    let day = Date::new(year, month, day).ok()?;
    Some(if reading.unit == Some(Unit::Week) {
        Period::Week(day)
    } else {
        Period::Day(day)
    })
}

/// The year of a month or day on `side` of `base`; one that lies far off is taken on the other side, where it is near:
/// nobody calls a day of eleven months ago by its day and month alone.
fn year_near(reading: &Reading, base: Date, month: i8, side: Side) -> i16 {
    if reading.step == Some(0) {
        return base.year();
    }
    let year = year_of(base, month, reading.day, side);
    let months = i32::from(year - base.year()) * 12 + i32::from(month - base.month());
    if reading.step.is_none() && months.abs() > FAR {
        year_of(base, month, reading.day, Side::Nearest)
    } else {
        year
    }
}

/// The year next to `year` in which the date falls on the weekday it is told with.
fn with_weekday(reading: &Reading, year: i16, month: i8) -> Option<i16> {
    let weekday = Weekday::from_monday_one_offset(reading.weekday?).ok()?;
    let day = reading.day?;
    [year, year - 1, year + 1]
        .into_iter()
        .find(|year| Date::new(*year, month, day).is_ok_and(|date| date.weekday() == weekday))
}

fn weekday_period(reading: &Reading, name: i8, anchors: &Anchors, tense: Tense) -> Option<Period> {
    let base = anchors.base(reading.from, None)?;
    if let Some(unit @ (Unit::Week | Unit::Weekend)) = reading.unit {
        let (Period::Week(week) | Period::Weekend(week)) = step(base, unit, reading.step.unwrap_or(0))?
        else {
            return None;
        };
        return weekday_of_week(week, name).map(Period::Day);
    }
    weekday(base, name, side(reading, tense, Side::UpTo)).map(Period::Day)
}

/// The 1960s; "the sixties" are the last ones.
fn decade_of(decade: i16, anchors: &Anchors) -> Option<Period> {
    if decade >= 100 {
        return Some(Period::Decade(decade));
    }
    let year = anchors.writing?.year();
    let century = year - year.rem_euclid(100);
    let latest = if century + decade <= year {
        century + decade
    } else {
        century + decade - 100
    };
    Some(Period::Decade(latest))
}

fn holiday_of(reading: &Reading, rule: &str, anchors: &Anchors, tense: Tense) -> Option<Period> {
    let month = rule.get(..2)?.parse().ok()?;
    let fixed: Option<i8> = rule.get(3..).and_then(|day| day.parse().ok());
    let year = if let Some(year) = own_year(reading, anchors) {
        year
    } else {
        let base = anchors.base(reading.from, None)?;
        year_of(base, month, fixed, side(reading, tense, Side::Nearest))
    };
    if let Some(day) = fixed {
        return Date::new(year, month, day).ok().map(Period::Day);
    }
    let first = Date::new(year, month, 1).ok()?;
    // "11-1st-1+1": the day after the first Monday.
    let (rule, later) = rule.split_once('+').unwrap_or((rule, "0"));
    let mut fields = rule.get(3..)?.split('-');
    let nth = fields.next()?.get(..1)?.parse().ok()?;
    let weekday = Weekday::from_monday_one_offset(fields.next()?.parse().ok()?).ok()?;
    let day = first.nth_weekday_of_month(nth, weekday).ok()?;
    day.checked_add(later.parse::<i64>().ok()?.days())
        .ok()
        .map(Period::Day)
}
