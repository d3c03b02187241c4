//! Dates as TIMEX3 values.

use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span as Duration, ToSpan};

/// A point or stretch of calendar time as a TIMEX3 value, at the grain the text gives and no finer.
///
/// | Value | Meaning |
/// |---|---|
/// | `2025-09-03` | a day |
/// | `2025-09-04T14:00`, `2025-09-04TMO` | a time of that day, a part of it (`MO`, `MI`, `AF`, `EV`, `NI`) |
/// | `2025-W36`, `2025-W36-WE` | an ISO week, its weekend |
/// | `2025-09`, `2025-Q3`, `2025-H1`, `2025-SU` | a month, quarter, half year, season (`SP`, `SU`, `FA`, `WI`) |
/// | `2014`, `199`, `19` | a year, decade, century |
/// | `PRESENT_REF`, `PAST_REF`, `FUTURE_REF` | now, formerly, some day |
///
/// ```
/// use briefing::briefing::TimexValue;
/// let week: TimexValue = "2025-W36".parse().unwrap();
/// let (monday, sunday) = week.interval().unwrap();
/// assert_eq!((monday.to_string(), sunday.to_string()), ("2025-09-01".into(), "2025-09-07".into()));
/// assert!("2025-13".parse::<TimexValue>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TimexValue(String);

/// Why a string is no [`TimexValue`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no date: write a day (2025-09-04), a month (2025-09), a year (2014) or another TIMEX3 value"
)]
pub struct TimexError(String);

impl TimexValue {
    /// The day `date`.
    pub fn day(date: Date) -> Self {
        Self(date.to_string())
    }

    /// The month `month` (1 to 12) of `year`.
    pub fn month(year: i16, month: i8) -> Self {
        Self(format!("{year:04}-{month:02}"))
    }

    /// The whole of `year`.
    pub fn year(year: i16) -> Self {
        Self(format!("{year:04}"))
    }

    /// The ISO week that holds `date`.
    pub fn week(date: Date) -> Self {
        let week = date.iso_week_date();
        Self(format!("{:04}-W{:02}", week.year(), week.week()))
    }

    /// The value as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// First and last day; `None` for values that no calendar holds (`PRESENT_REF`).
    pub fn interval(&self) -> Option<(Date, Date)> {
        interval(&self.0)
    }

    /// The time of day, where the value has one, as people write it: `14:00`, `morning`.
    pub fn time(&self) -> Option<&str> {
        let (_, time) = self.0.split_once('T')?;
        Some(match time {
            "MO" => "morning",
            "MI" => "midday",
            "AF" => "afternoon",
            "EV" => "evening",
            "NI" => "night",
            "DT" => "daytime",
            clock => clock.get(..5).unwrap_or(clock),
        })
    }

    /// Whether the value is one single day, or a time on it.
    pub fn is_day(&self) -> bool {
        self.interval().is_some_and(|(first, last)| first == last)
    }
}

impl std::str::FromStr for TimexValue {
    type Err = TimexError;

    fn from_str(written: &str) -> Result<Self, TimexError> {
        let refers = matches!(written, "PRESENT_REF" | "PAST_REF" | "FUTURE_REF");
        if refers || interval(written).is_some() {
            Ok(Self(written.to_owned()))
        } else {
            Err(TimexError(written.chars().take(40).collect()))
        }
    }
}

impl fmt::Display for TimexValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

/// In order of time: by first day, the shorter stretch first, values outside the calendar last.
impl Ord for TimexValue {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |value: &Self| {
            value
                .interval()
                .map_or((true, Date::MAX, Date::MAX), |(a, b)| (false, a, b))
        };
        key(self).cmp(&key(other)).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for TimexValue {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

fn interval(written: &str) -> Option<(Date, Date)> {
    let (day, time) = written
        .split_once('T')
        .map_or((written, None), |(day, time)| (day, Some(time)));
    if time.is_some_and(|time| !is_time(time)) {
        return None;
    }
    let mut parts = day.split('-');
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    match (first.len(), rest.as_slice()) {
        (2, []) => years(number(first)?.checked_mul(100)?, 100),
        (3, []) => years(number(first)?.checked_mul(10)?, 10),
        (4, []) => years(number(first)?, 1),
        (4, [unit]) => within_year(number(first)?, unit),
        (4, [unit, "WE"]) => {
            let (monday, sunday) = week(number(first)?, unit)?;
            Some((monday.checked_add(5.days()).ok()?, sunday))
        }
        (4, [month, day]) if month.len() == 2 && day.len() == 2 => {
            let date = Date::new(number(first)?, narrow(month)?, narrow(day)?).ok()?;
            Some((date, date))
        }
        _ => None,
    }
}

fn is_time(time: &str) -> bool {
    let two = |digits: &str, limit: u8| {
        digits.len() == 2
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && digits.parse::<u8>().is_ok_and(|n| n < limit)
    };
    match time.split(':').collect::<Vec<_>>().as_slice() {
        [part] => matches!(*part, "MO" | "MI" | "AF" | "EV" | "NI" | "DT") || two(part, 25),
        [hour, minute] => two(hour, 25) && two(minute, 60),
        [hour, minute, second] => two(hour, 25) && two(minute, 60) && two(second, 61),
        _ => false,
    }
}

fn number(digits: &str) -> Option<i16> {
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())
        .flatten()
}

fn narrow(digits: &str) -> Option<i8> {
    number(digits).and_then(|number| i8::try_from(number).ok())
}

fn years(first: i16, count: i16) -> Option<(Date, Date)> {
    Some((
        Date::new(first, 1, 1).ok()?,
        Date::new(first.checked_add(count - 1)?, 12, 31).ok()?,
    ))
}

fn months(year: i16, month: i8, count: i8) -> Option<(Date, Date)> {
    let first = Date::new(year, month, 1).ok()?;
    let last = first
        .checked_add(Duration::new().months(count))
        .ok()?
        .checked_sub(1.day())
        .ok()?;
    Some((first, last))
}

fn week(year: i16, unit: &str) -> Option<(Date, Date)> {
    let monday = ISOWeekDate::new(year, narrow(unit.strip_prefix('W')?)?, Weekday::Monday)
        .ok()?
        .date();
    Some((monday, monday.checked_add(6.days()).ok()?))
}

fn within_year(year: i16, unit: &str) -> Option<(Date, Date)> {
    match unit {
        "Q1" => months(year, 1, 3),
        "Q2" => months(year, 4, 3),
        "Q3" => months(year, 7, 3),
        "Q4" => months(year, 10, 3),
        "H1" => months(year, 1, 6),
        "H2" => months(year, 7, 6),
        "SP" => months(year, 3, 3),
        "SU" => months(year, 6, 3),
        "FA" => months(year, 9, 3),
        "WI" => months(year, 12, 3),
        _ if unit.starts_with('W') => week(year, unit),
        _ if unit.len() == 2 => months(year, narrow(unit)?, 1),
        _ => None,
    }
}
