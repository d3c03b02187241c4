//! Dates as people write them.

use jiff::civil::Date;

use crate::briefing::TimexValue;

/// `Thu 4 Sep 2025`, `Sep 2025`, `week of 1 Sep 2025`, `1990s`; a value that has no such form is given as it is.
pub fn timex(value: &TimexValue) -> String {
    let written = value.as_str();
    let Some((first, last)) = value.interval() else {
        return match written {
            "PRESENT_REF" => "now".to_owned(),
            "PAST_REF" => "in the past".to_owned(),
            "FUTURE_REF" => "in the future".to_owned(),
            _ => written.to_owned(),
        };
    };
    if first == last {
        return match value.time() {
            Some(time) => format!("{}, {time}", day(first)),
            None => day(first),
        };
    }
    let year = first.year();
    match written.split_once('-').map(|(_, unit)| unit) {
        None if written.len() == 4 => written.to_owned(),
        None if written.len() == 3 => format!("{written}0s"),
        None => format!("{written}00s"),
        Some(unit) if unit.starts_with('W') && unit.ends_with("-WE") => {
            format!("weekend of {}", short(first))
        }
        Some("WI") => format!("winter {year}"),
        Some("SP") => format!("spring {year}"),
        Some("SU") => format!("summer {year}"),
        Some("FA") => format!("autumn {year}"),
        Some(unit) if unit.starts_with('W') => format!("week of {}", short(first)),
        Some(unit) if unit.starts_with(['Q', 'H']) => format!("{unit} {year}"),
        Some(_) => first.strftime("%b %Y").to_string(),
    }
}

fn day(date: Date) -> String {
    date.strftime("%a %-d %b %Y").to_string()
}

fn short(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_grain_has_a_form() {
        let cases = [
            ("2025-09-04", "Thu 4 Sep 2025"),
            ("2025-09-04T14:00", "Thu 4 Sep 2025, 14:00"),
            ("2025-09-04TMO", "Thu 4 Sep 2025, morning"),
            ("2025-W36", "week of 1 Sep 2025"),
            ("2025-W36-WE", "weekend of 6 Sep 2025"),
            ("2025-09", "Sep 2025"),
            ("2025-Q3", "Q3 2025"),
            ("2025-H1", "H1 2025"),
            ("2025-SU", "summer 2025"),
            ("2025-WI", "winter 2025"),
            ("2014", "2014"),
            ("199", "1990s"),
            ("19", "1900s"),
            ("PAST_REF", "in the past"),
        ];
        for (value, form) in cases {
            assert_eq!(timex(&value.parse().unwrap()), form);
        }
    }
}
