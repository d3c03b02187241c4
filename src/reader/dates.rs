//! Dates as a reader writes them: "Wed 3 Sep 2025", "Sep 2025".

use jiff::civil::Date;

use crate::briefing::{Published, TimexValue};

/// The publication date in full, for a citation: "4 September 2025".
pub fn cited(published: Published) -> String {
    published.date.strftime("%-d %B %Y").to_string()
}

/// What stands before an event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    /// The day, or the stretch of time: "Wed 3 Sep".
    pub day: String,
    /// The time of that day, where it is known: "14:00", "evening".
    pub part: String,
}

/// What stands before an event, and the time of that day where it is known. A day of the year `usual` is short
/// ("Wed 3 Sep"), any other one has its year instead of its weekday ("14 Mar 2014").
pub fn label(value: &TimexValue, usual: Option<i16>) -> Label {
    let written = value.as_str();
    let Some(dates) = value.interval() else {
        return Label {
            day: reference(written).to_owned(),
            part: String::new(),
        };
    };
    let day = written.split('T').next().unwrap_or(written);
    Label {
        day: stretch(day, dates, usual),
        part: value.time().unwrap_or_default().to_owned(),
    }
}

fn stretch(day: &str, (first, last): (Date, Date), usual: Option<i16>) -> String {
    let near = usual == Some(first.year());
    if first == last {
        let format = if near { "%a %-d %b" } else { "%-d %b %Y" };
        return first.strftime(format).to_string();
    }
    if let Some(part) = season(day) {
        return format!("{part} {}", first.year());
    }
    match day.len() {
        2 => format!("{day}00s"),
        3 => format!("{day}0s"),
        4 => day.to_owned(),
        7 if day.contains(['Q', 'H']) => day.split('-').rev().collect::<Vec<_>>().join(" "),
        7 if !day.contains('W') => first.strftime("%b %Y").to_string(),
        // A week, or its weekend.
        _ if day.contains('W') => between(first, last, near),
        _ => day.to_owned(),
    }
}

/// "1–7 Sep", "29 Sep–5 Oct"; with the year where it does not go without saying.
fn between(first: Date, last: Date, near: bool) -> String {
    let same_month = first.month() == last.month();
    let start = first.strftime(if same_month { "%-d" } else { "%-d %b" });
    let end = last.strftime(if near { "%-d %b" } else { "%-d %b %y" });
    format!("{start}–{end}")
}

fn reference(written: &str) -> &'static str {
    match written {
        "PRESENT_REF" => "now",
        "PAST_REF" => "earlier",
        "FUTURE_REF" => "to come",
        _ => "some day",
    }
}

fn season(day: &str) -> Option<&'static str> {
    let (_, unit) = day.split_once('-')?;
    Some(match unit {
        "SP" => "spring",
        "SU" => "summer",
        "FA" => "autumn",
        "WI" => "winter",
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::label;

    #[test]
    fn labels_say_no_more_than_the_value() {
        for (value, expected) in [
            ("2025-09-03", "Wed 3 Sep"),
            ("2014-03-18", "18 Mar 2014"),
            ("2025-W36", "1–7 Sep"),
            ("2024-W40", "30 Sep–6 Oct 24"),
            ("2025-W36-WE", "6–7 Sep"),
            ("2025-09", "Sep 2025"),
            ("2025-Q3", "Q3 2025"),
            ("2025-SU", "summer 2025"),
            ("2014", "2014"),
            ("199", "1990s"),
            ("19", "1900s"),
            ("PAST_REF", "earlier"),
        ] {
            let label = label(&value.parse().unwrap(), Some(2025));
            assert_eq!((label.day.as_str(), label.part.as_str()), (expected, ""));
        }
        for (value, part) in [("2025-09-04T14:00", "14:00"), ("2025-09-04TMO", "morning")] {
            let label = label(&value.parse().unwrap(), Some(2025));
            assert_eq!((label.day.as_str(), label.part.as_str()), ("Thu 4 Sep", part));
        }
    }
}
