//! Values of options, from what was typed.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::{Date, DateTime};

use crate::briefing::Published;
use crate::reader::theme::{ThemeChoice, ThemeName};

/// How many summary points may be asked for; no summary is that long.
const MOST_POINTS: usize = 100;

/// A day, or a day and a time.
pub fn published(written: &str) -> Result<Published, String> {
    let day_only = written.len() == "2025-09-04".len();
    if let (true, Ok(date)) = (day_only, written.parse::<Date>()) {
        return Ok(date.into());
    }
    match written.parse::<DateTime>() {
        Ok(moment) if !day_only => Ok(Published {
            date: moment.date(),
            time: Some(moment.time()),
        }),
        _ => Err("write a day as 2025-09-04, or a day and time as 2025-09-04T14:00".to_owned()),
    }
}

/// A number of summary points.
pub fn points(written: &str) -> Result<usize, String> {
    written
        .parse()
        .ok()
        .filter(|points| *points <= MOST_POINTS)
        .ok_or_else(|| format!("write a whole number from 0 to {MOST_POINTS}"))
}

/// One of the themes, or `auto`.
pub fn theme() -> impl TypedValueParser<Value = ThemeChoice> {
    let names = ThemeName::ALL.map(ThemeName::as_str);
    PossibleValuesParser::new(["auto"].into_iter().chain(names)).try_map(|word| word.parse::<ThemeChoice>())
}
