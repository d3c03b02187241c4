//! Stretches of the calendar, and steps between them.

use jiff::civil::{Date, Weekday};
use jiff::{Span as Duration, ToSpan};

use crate::briefing::TimexValue;

/// A unit that calendar time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The unit that the lexicon writes as `letter`.
    pub(super) fn from_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "D" => Self::Day,
            "W" => Self::Week,
            "E" => Self::Weekend,
            "M" => Self::Month,
            "Q" => Self::Quarter,
            "Y" => Self::Year,
            "X" => Self::Decade,
            "C" => Self::Century,
            _ => return None,
        })
    }
}

/// A stretch of the calendar at the grain it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    Day(Date),
    /// The ISO week that holds the day.
    Week(Date),
    /// The weekend of the ISO week that holds the day.
    Weekend(Date),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    /// A year, and TIMEX3's letters for the season.
    Season(i16, &'static str),
    Year(i16),
    /// The first year of the decade.
    Decade(i16),
    /// The first year of the century.
    Century(i16),
}

impl Period {
    /// The stretch of length `unit` that holds `day`.
    pub(super) fn holding(day: Date, unit: Unit) -> Self {
        let year = day.year();
        match unit {
            Unit::Day => Self::Day(day),
            Unit::Week => Self::Week(day),
            Unit::Weekend => Self::Weekend(day),
            Unit::Month => Self::Month(year, day.month()),
            Unit::Quarter => Self::Quarter(year, (day.month() + 2) / 3),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year - year.rem_euclid(10)),
            Unit::Century => Self::Century(year - year.rem_euclid(100)),
        }
    }

    /// Its first day, and a day inside it for weeks.
    pub(super) fn first_day(self) -> Option<Date> {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => Some(day),
            Self::Month(year, month) => Date::new(year, month, 1).ok(),
            Self::Quarter(year, quarter) => Date::new(year, quarter * 3 - 2, 1).ok(),
            Self::Half(year, half) => Date::new(year, half * 6 - 5, 1).ok(),
            Self::Season(year, season) => Date::new(year, season_month(season), 1).ok(),
            Self::Year(year) | Self::Decade(year) | Self::Century(year) => Date::new(year, 1, 1).ok(),
        }
    }

    /// The same stretch `count` years on.
    pub(super) fn years_on(self, count: i32) -> Option<Self> {
        let count = i16::try_from(count).ok()?;
        Some(match self {
            Self::Day(day) => Self::Day(day.checked_add(Duration::new().try_years(count).ok()?).ok()?),
            Self::Month(year, month) => Self::Month(year.checked_add(count)?, month),
            Self::Quarter(year, quarter) => Self::Quarter(year.checked_add(count)?, quarter),
            Self::Half(year, half) => Self::Half(year.checked_add(count)?, half),
            Self::Season(year, season) => Self::Season(year.checked_add(count)?, season),
            Self::Year(year) => Self::Year(year.checked_add(count)?),
            _ => return None,
        })
    }

    /// As TIMEX3 writes it.
    pub(super) fn timex(self) -> Option<TimexValue> {
        let written = match self {
            Self::Day(day) => return Some(TimexValue::day(day)),
            Self::Week(day) => return Some(TimexValue::week(day)),
            Self::Month(year, month) => return Some(TimexValue::month(year, month)),
            Self::Year(year) => return Some(TimexValue::year(year)),
            Self::Weekend(day) => format!("{}-WE", TimexValue::week(day)),
            Self::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Self::Half(year, half) => format!("{year:04}-H{half}"),
            Self::Season(year, season) => format!("{year:04}-{season}"),
            Self::Decade(year) => format!("{:03}", year / 10),
            Self::Century(year) => format!("{:02}", year / 100),
        };
        written.parse().ok()
    }
}

/// The stretch of length `unit` that lies `count` units from the one that holds `base`.
pub(super) fn step(base: Date, unit: Unit, count: i32) -> Option<Period> {
    let (size, per) = match unit {
        Unit::Day => (Duration::new().try_days(1).ok()?, 1),
        Unit::Week | Unit::Weekend => (Duration::new().try_weeks(1).ok()?, 1),
        Unit::Month => (Duration::new().try_months(1).ok()?, 1),
        Unit::Quarter => (Duration::new().try_months(1).ok()?, 3),
        Unit::Year => (Duration::new().try_years(1).ok()?, 1),
        Unit::Decade => (Duration::new().try_years(1).ok()?, 10),
        Unit::Century => (Duration::new().try_years(1).ok()?, 100),
    };
    let by = size.checked_mul(i64::from(count) * per).ok()?;
    Some(Period::holding(base.checked_add(by).ok()?, unit))
}

/// The first month of a season.
pub(super) fn season_month(season: &str) -> i8 {
    match season {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    }
}

/// Where among its equals a day of the week, a month or a season is to be looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Before the base, not the base itself.
    Before,
    /// The latest one up to the base.
    UpTo,
    /// The one closest to the base.
    Nearest,
    /// The earliest one from the base on.
    From,
    /// After the base, not the base itself.
    After,
}

/// The day of the week `weekday` (1 is Monday) to the given side of `base`.
pub(super) fn weekday(base: Date, weekday: i8, side: Side) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let today = base.weekday() == weekday;
    match side {
        Side::UpTo | Side::From | Side::Nearest if today => Some(base),
        Side::Before | Side::UpTo | Side::Nearest => base.nth_weekday(-1, weekday).ok(),
        Side::From | Side::After => base.nth_weekday(1, weekday).ok(),
    }
}

/// The day of that name in the ISO week that holds `base`.
pub(super) fn weekday_of_week(base: Date, weekday: i8) -> Option<Date> {
    let offset = i64::from(weekday - base.weekday().to_monday_one_offset());
    base.checked_add(offset.days()).ok()
}

/// The year in which what lies at (`month`, `day`) stands to the given side of `base`; without a day, the month as a
/// whole is compared.
pub(super) fn year_of(base: Date, month: i8, day: Option<i8>, side: Side) -> i16 {
    let key = (month, day.unwrap_or(0));
    let own = (base.month(), day.map_or(0, |_| base.day()));
    let year = base.year();
    match side {
        Side::Before => year - i16::from(key >= own),
        Side::UpTo => year - i16::from(key > own),
        Side::From => year + i16::from(key < own),
        Side::After => year + i16::from(key <= own),
        Side::Nearest => {
            let ahead = i16::from(month) - i16::from(base.month());
            match ahead {
                7.. => year - 1,
                ..=-7 => year + 1,
                _ => year,
            }
        }
    }
}
