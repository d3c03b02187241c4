//! Lines that tell when: "Published On 4 Sep 2025", "Sept. 4, 2025 at 3:15 p.m. ET", "Updated: 2025-09-04T14:30Z".

use jiff::civil::{Date, Time};

use crate::briefing::Published;

/// What stands before a date, in lower case, and whether it is about a later change.
const LABELS: &[(&str, bool)] = &[
    ("published", false),
    ("first published", false),
    ("originally published", false),
    ("date published", false),
    ("publication date", false),
    ("publish date", false),
    ("published date", false),
    ("pub date", false),
    ("posted", false),
    ("issued", false),
    ("created", false),
    ("filed", false),
    ("released", false),
    ("release date", false),
    ("date", false),
    ("updated", true),
    ("last updated", true),
    ("date updated", true),
    ("update", true),
    ("modified", true),
    ("last modified", true),
    ("last edited", true),
    ("edited", true),
    ("last changed", true),
    ("revised", true),
];

/// Words between the parts of a date that say nothing of their own.
const FILLERS: &[&str] = &[
    "on", "at", "of", "the", "and", "|", "·", "•", "-", "–", "—", "/", "time", "local", "hrs", "hours",
];

/// Names of time zones; the publisher's own clock is what counts, so they are passed over.
const ZONES: &[&str] = &[
    "z", "gmt", "utc", "bst", "wet", "west", "cet", "cest", "eet", "eest", "msk", "trt", "et", "est", "edt",
    "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "akst", "akdt", "hst", "ist", "pkt", "sgt",
    "hkt", "jst", "kst", "aest", "aedt", "acst", "awst", "nzst", "nzdt", "sast", "eat", "wat", "cat", "gst",
    "brt", "art", "eastern", "central", "mountain", "pacific",
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The most words a line of dates has.
pub(super) const MOST_WORDS: usize = 24;

/// Units of "3 hours ago".
const UNITS: &[&str] = &["minute", "min", "hour", "day", "week", "month"];

/// What a line of dates tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct DateLine {
    /// When the article was published.
    pub(super) published: Option<Published>,
    /// When it was last changed.
    pub(super) updated: Option<Published>,
    /// The line says what its date is of.
    pub(super) labelled: bool,
}

impl DateLine {
    /// The date to take for the article's.
    pub(super) fn date(self) -> Option<Published> {
        self.published.or(self.updated)
    }
}

/// What `line` tells, where it is nothing but labels, dates and times.
pub(super) fn read(line: &str) -> Option<DateLine> {
    // Nearly all lines asked about are prose, and most of them are told by their length or for want of a number.
    let may_tell = line.bytes().any(|byte| byte.is_ascii_digit()) || line.ends_with("ago");
    if !may_tell || line.split_whitespace().nth(MOST_WORDS).is_some() {
        return None;
    }
    let words: Vec<String> = line.split_whitespace().flat_map(clean_words).collect();
    let mut reader = Reader::default();
    let mut rest: &[String] = &words;
    while !rest.is_empty() {
        rest = reader.step(rest)?;
    }
    reader.finish()
}

/// The date that the words of a front matter tell.
pub(super) fn published(words: &str) -> Option<Published> {
    read(words)?.date()
}

/// A month by its name or the start of it: "September", "Sept.", "sep".
pub(super) fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let place = MONTHS.iter().position(|month| {
        *month == word || word == "sept" && month.starts_with("sept") || is_short(&word, month)
    })?;
    i8::try_from(place + 1).ok()
}

/// A weekday by its name or the start of it.
pub(super) fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    let usual = ["tues", "weds", "thur", "thurs"].contains(&word.as_str());
    usual || WEEKDAYS.iter().any(|day| *day == word || is_short(&word, day))
}

fn is_short(word: &str, name: &str) -> bool {
    word.len() == 3 && name.starts_with(word)
}

/// A word of the line in lower case, without the commas and brackets around it.
fn clean_words(word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let around = [',', ';', '(', ')', '[', ']', ':', '*', '_'];
    let word = word.trim_matches(around);
    let parted = word
        .split_once(['|', '•', '·'])
        .filter(|(before, after)| !before.is_empty() || !after.is_empty());
    match parted {
        Some((before, after)) => [before, after]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect(),
        None if word.is_empty() => Vec::new(),
        None => vec![word.to_owned()],
    }
}

/// Dates and times found so far.
#[derive(Default)]
struct Reader {
    line: DateLine,
    about_change: bool,
    relative: bool,
    /// The date that a time still to come belongs to.
    open: Option<Date>,
    /// A time that stands before its date.
    early: Option<Time>,
}

impl Reader {
    /// Reads what stands first in `rest` and gives what is left; `None` where it is nothing of a date line.
    fn step<'w>(&mut self, rest: &'w [String]) -> Option<&'w [String]> {
        if let Some((length, about_change)) = label(rest) {
            self.line.labelled = true;
            self.about_change = about_change;
            self.open = None;
            return rest.get(length..);
        }
        if let Some((date, time, length)) = day(rest) {
            let time = time.or(self.early.take());
            self.note(date, time);
            self.open = Some(date);
            return rest.get(length..);
        }
        if let Some(length) = relative(rest) {
            self.relative = true;
            return rest.get(length..);
        }
        if let Some((time, length)) = clock(rest) {
            match self.open.take() {
                Some(date) => self.note(date, Some(time)),
                None => self.early = Some(time),
            }
            return rest.get(length..);
        }
        let word = rest.first()?;
        let passed = FILLERS.contains(&word.as_str()) || is_weekday(word) || is_zone(word);
        passed.then(|| rest.get(1..)).flatten()
    }

    /// The first date with a label is the one that counts; a time that follows it is added.
    fn note(&mut self, date: Date, time: Option<Time>) {
        let field = if self.about_change {
            &mut self.line.updated
        } else {
            &mut self.line.published
        };
        match field {
            Some(noted) if noted.date == date && noted.time.is_none() => noted.time = time,
            Some(_) => {}
            None => *field = Some(Published { date, time }),
        }
    }

    fn finish(self) -> Option<DateLine> {
        let tells = self.line.date().is_some() || (self.line.labelled && self.relative);
        tells.then_some(self.line)
    }
}

/// The longest label at the start of `rest`: its words, and whether it is about a change.
fn label(rest: &[String]) -> Option<(usize, bool)> {
    let is_here = |words: &str| {
        let count = words.split(' ').count();
        let here = rest.get(..count)?;
        words
            .split(' ')
            .eq(here.iter().map(|word| word.trim_end_matches(':')))
            .then_some(count)
    };
    LABELS
        .iter()
        .filter_map(|(words, about_change)| Some((is_here(words)?, *about_change)))
        .max_by_key(|(count, _)| *count)
}

/// "3 hours ago", "an hour ago".
fn relative(rest: &[String]) -> Option<usize> {
    let [number, unit, ago, ..] = rest else {
        return None;
    };
    let counts = number.parse::<u16>().is_ok() || ["a", "an", "one"].contains(&number.as_str());
    let unit = unit.trim_end_matches('s');
    (counts && UNITS.contains(&unit) && ago == "ago").then_some(3)
}

fn is_zone(word: &str) -> bool {
    let name = word.trim_end_matches(|character: char| matches!(character, '+' | '-' | ':' | '0'..='9'));
    let offset = word.get(name.len()..).unwrap_or_default();
    let is_offset = offset.starts_with(['+', '-']) && offset.len() > 1;
    let known = ZONES.contains(&name.replace('.', "").as_str());
    (known && (offset.is_empty() || is_offset))
        || (name.is_empty() && is_offset && offset.len() <= "+05:30".len())
}

/// A day at the start of `rest`, the time that is one word with it, and how many words they take.
fn day(rest: &[String]) -> Option<(Date, Option<Time>, usize)> {
    let first = rest.first()?;
    if let Some((date, time)) = iso(first).or_else(|| numeric(first).map(|date| (date, None))) {
        return Some((date, time, 1));
    }
    let dashed: Vec<&str> = first.split(['-', '/']).collect();
    if let [day, month_name, year] = *dashed {
        let date = Date::new(year_number(year)?, month(month_name)?, day_number(day)?).ok()?;
        return Some((date, None, 1));
    }
    // Between day and month there may be "of": "the 4th of September 2025".
    let words: Vec<(usize, &str)> = rest
        .iter()
        .enumerate()
        .map(|(place, word)| (place, word.as_str()))
        .filter(|(_, word)| *word != "of")
        .take(3)
        .collect();
    let [(_, one), (_, two), (last, three)] = words.as_slice() else {
        return None;
    };
    let year = year_number(three)?;
    let (month, day) = match month(one) {
        Some(month) => (month, day_number(two)?),
        None => (month(two)?, day_number(one)?),
    };
    Some((Date::new(year, month, day).ok()?, None, last + 1))
}

fn year_number(word: &str) -> Option<i16> {
    let year: i16 = word.trim_end_matches('.').parse().ok()?;
    (1000..=2999).contains(&year).then_some(year)
}

fn day_number(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|character: char| !character.is_ascii_digit());
    let ending = word.get(digits.len()..)?;
    ["", ".", "st", "nd", "rd", "th"]
        .contains(&ending)
        .then(|| digits.parse().ok())
        .flatten()
}

/// "2025-09-04", "2025/09/04", "2025-09-04t14:30:00z".
fn iso(word: &str) -> Option<(Date, Option<Time>)> {
    let (day, time) = match word.split_once('t') {
        Some((day, time)) => (day, Some(time)),
        None => (word, None),
    };
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let [year, month, day] = *parts else { return None };
    if year.len() != 4 {
        return None;
    }
    let date = Date::new(year_number(year)?, month.parse().ok()?, day.parse().ok()?).ok()?;
    match time {
        Some(time) => {
            let end = time.find(['z', '+', '-']).unwrap_or(time.len());
            Some((date, Some(digital(time.get(..end)?)?)))
        }
        None => Some((date, None)),
    }
}

/// "13/09/2025", "9/13/2025", "13.9.2025"; where both numbers may be the month, only dots tell (the day comes first).
fn numeric(word: &str) -> Option<Date> {
    let dotted = word.contains('.');
    let parts: Vec<&str> = word.split(['/', '.']).collect();
    let [first, second, year] = *parts else {
        return None;
    };
    let (first, second): (i8, i8) = (first.parse().ok()?, second.parse().ok()?);
    let (day, month) = match (first, second) {
        _ if dotted => (first, second),
        (13.., _) => (first, second),
        (_, 13..) => (second, first),
        _ if first == second => (first, second),
        _ => return None,
    };
    Date::new(year_number(year).filter(|_| year.len() == 4)?, month, day).ok()
}

/// A time at the start of `rest`, and how many words it takes.
fn clock(rest: &[String]) -> Option<(Time, usize)> {
    let first = rest.first()?;
    match first.as_str() {
        "noon" => return Some((Time::constant(12, 0, 0, 0), 1)),
        "midnight" => return Some((Time::constant(0, 0, 0, 0), 1)),
        _ => {}
    }
    let digits = first.trim_end_matches(|character: char| character.is_alphabetic() || character == '.');
    let ending = first.get(digits.len()..)?.replace('.', "");
    let (half, length) = match ending.as_str() {
        "" => match rest.get(1).map(|word| word.replace('.', "")) {
            Some(word) if word == "am" || word == "pm" => (Some(word), 2),
            _ => (None, 1),
        },
        "am" | "pm" => (Some(ending), 1),
        // "18:30h", "14:30z"
        "h" | "z" | "gmt" | "utc" => (None, 1),
        _ => return None,
    };
    let time = match half {
        Some(half) => half_day(digits, &half)?,
        None => digital(digits)?,
    };
    Some((time, length))
}

/// "14:30", "14.30", "14:30:05", "14h30".
fn digital(word: &str) -> Option<Time> {
    let mut parts = word.split([':', '.', 'h']);
    let hour = parts.next()?.parse().ok()?;
    let minute = parts.next().filter(|minute| minute.len() == 2)?.parse().ok()?;
    let second = match parts.next() {
        Some(second) => second.parse().ok()?,
        None => 0,
    };
    Time::new(hour, minute, second, 0).ok()
}

/// "3:15" or "3" with "am" or "pm".
fn half_day(word: &str, half: &str) -> Option<Time> {
    let mut parts = word.split([':', '.']);
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute = parts.next().map_or(Some(0), |minute| minute.parse().ok())?;
    if !(1..=12).contains(&hour) {
        return None;
    }
    Time::new(hour % 12 + if half == "pm" { 12 } else { 0 }, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::read;

    fn told(line: &str) -> Option<String> {
        let line = read(line)?;
        let shown = line.date().map(|date| match date.time {
            Some(time) => format!("{} {time}", date.date),
            None => date.date.to_string(),
        });
        Some(shown.unwrap_or_else(|| "some day".to_owned()))
    }

    #[test]
    fn usual_spellings() {
        for (line, expected) in [
            ("Published On 4 Sep 2025", "2025-09-04"),
            ("Published: 4 September 2025, 14:30 BST", "2025-09-04 14:30:00"),
            ("September 4, 2025", "2025-09-04"),
            ("Sept. 4, 2025 at 3:15 p.m. ET", "2025-09-04 15:15:00"),
            ("Updated Sept. 4, 2025, 12:05 a.m. (ET)", "2025-09-04 00:05:00"),
            ("2025-09-04T14:30Z", "2025-09-04 14:30:00"),
            ("2025-09-04 14:30:05 +02:00", "2025-09-04 14:30:05"),
            ("Thu 4 Sep 2025 18.30 BST", "2025-09-04 18:30:00"),
            ("Last modified on Thu 4 Sep 2025 20.12 BST", "2025-09-04 20:12:00"),
            ("Thursday, 4th of September 2025", "2025-09-04"),
            (
                "Posted on Thursday, September 4th, 2025 | Updated 5 Sep 2025",
                "2025-09-04",
            ),
            ("Published 4 Sep 2025 Updated 5 Sep 2025", "2025-09-04"),
            ("Updated 5 Sep 2025 | Published 4 Sep 2025", "2025-09-04"),
            ("First published: 04-Sep-2025", "2025-09-04"),
            ("Date: 2025/09/04", "2025-09-04"),
            ("14:30 GMT, 4 September 2025", "2025-09-04 14:30:00"),
            ("13/09/2025", "2025-09-13"),
            ("9/13/2025", "2025-09-13"),
            ("4.9.2025", "2025-09-04"),
            ("Posted 3 hours ago", "some day"),
        ] {
            assert_eq!(told(line).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn prose_is_no_date_line() {
        for line in [
            "Thursday",
            "2025",
            "May",
            "Published works of 2025",
            "On 4 September 2025 the leaders met",
            "4 Sep",
            "04/09/2025",
            "Updated",
            "31 September 2025",
            "",
        ] {
            assert_eq!(told(line), None, "{line}");
        }
    }
}
