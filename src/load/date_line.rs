//! Lines that tell when: "Published On 4 Sep 2025", "Sept. 4, 2025 at 3:15 p.m. ET", "Updated: 2025-09-04T14:30Z".

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::briefing::Published;
use crate::load::calendar::{clock, day, is_foreign_weekday, is_weekday, month};
use crate::load::date_words::{FILLERS, FOREIGN_FILLERS, LABELS, ZONES};

/// The most words a line of dates has.
pub(super) const MOST_WORDS: usize = 24;

/// The most words that one part of a line of dates has: a line of prose is known by not opening with one.
const OPENING_WORDS: usize = 8;

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
    let mut words = line.split_whitespace().flat_map(clean_words);
    let opening: Vec<String> = words.by_ref().take(OPENING_WORDS).collect();
    Reader::default().step(&opening)?;
    let words: Vec<String> = opening.into_iter().chain(words).collect();
    let mut reader = Reader::default();
    let mut rest: &[String] = &words;
    while !rest.is_empty() {
        rest = reader.step(rest)?;
    }
    reader.finish()
}

/// The date that the words of a field tell: a line of dates, what JavaScript writes, or seconds since 1970.
pub(super) fn published(words: &str) -> Option<Published> {
    if let Some(moment) = since_epoch(words.trim()).or_else(|| compact(words.trim())) {
        return Some(moment);
    }
    // "Thu Sep 04 2025 14:30:00 GMT+0200 (Central European Summer Time)"
    let without_comment = words
        .trim_end()
        .strip_suffix(')')
        .and_then(|words| words.rsplit_once(" ("));
    let read_without = || read(without_comment?.0);
    let read_whole = || read(&with_century(words)?);
    read(words).or_else(read_without).or_else(read_whole)?.date()
}

/// "202509041430", "20250904143000": a day and a time in one number.
fn compact(number: &str) -> Option<Published> {
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || !matches!(number.len(), 12 | 14) {
        return None;
    }
    let (date, time) = number.split_at_checked(8)?;
    read(&format!("{date}t{time}"))?.date()
}

/// "07 Oct 25 20:14:00 GMT": the year in two digits, as mail had it once. It is known by the time after it.
fn with_century(words: &str) -> Option<String> {
    let mut parts: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let place = parts.iter().position(|word| month(word).is_some())?;
    let day = parts.get(place.checked_sub(1)?)?;
    let time = parts.get(place + 2)?;
    let year = parts.get(place + 1)?;
    let is_short = |word: &str, most: usize| {
        (1..=most).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_short(day, 2) || year.len() != 2 || !is_short(year, 2) || !time.contains(':') {
        return None;
    }
    let century = if year.as_str() < "50" { "20" } else { "19" };
    let whole = format!("{century}{year}");
    *parts.get_mut(place + 1)? = whole;
    Some(parts.join(" "))
}

/// A number of seconds or milliseconds, of a day that an article may be of; by universal time, for no other is told.
fn since_epoch(number: &str) -> Option<Published> {
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    let seconds: i64 = match number.len() {
        10 if is_number => number.parse().ok()?,
        13 if is_number => number.parse::<i64>().ok()? / 1000,
        _ => return None,
    };
    let moment = Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC);
    Some(Published {
        date: moment.date(),
        time: Some(moment.time()),
    })
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
        // "Page A1": where it stood in print.
        let page = rest.get(1).filter(|_| word == "page" || word == "p");
        if page.is_some_and(|page| page.len() <= 4 && page.ends_with(|last: char| last.is_ascii_digit())) {
            return rest.get(2..);
        }
        let bare = word.trim_end_matches(['.', ':']);
        let is_foreign = FOREIGN_FILLERS.contains(&bare) || is_foreign_weekday(bare);
        let passed = FILLERS.contains(&word.as_str()) || is_weekday(word) || is_zone(word) || is_foreign;
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

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_programs_write() {
        for (words, expected) in [
            (
                "Thu Sep 04 2025 14:30:00 GMT+0200 (Central European Summer Time)",
                Some("2025-09-04T14:30:00"),
            ),
            ("1756989000", Some("2025-09-04T12:30:00")),
            ("1756989000000", Some("2025-09-04T12:30:00")),
            ("175698900012345", None),
            ("202509041430", Some("2025-09-04T14:30:00")),
            ("20250904143005", Some("2025-09-04T14:30:05")),
            ("202513041430", None),
            ("Thu, 04 Sep 25 14:30:00 GMT", Some("2025-09-04T14:30:00")),
            ("4 Sep 99 14:30 +0200", Some("1999-09-04T14:30:00")),
            ("4 Sep 25", None),
            ("99999999999999999999", None),
            ("(", None),
        ] {
            let told = super::published(words);
            let told = told.and_then(|told| Some(told.date.to_datetime(told.time?).to_string()));
            assert_eq!(told.as_deref(), expected, "{words}");
        }
    }

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
            ("20250904T143000Z", "2025-09-04 14:30:00"),
            ("2025-09-04T143000Z", "2025-09-04 14:30:00"),
            ("20250904", "2025-09-04"),
            ("Thursday, September 4, 2025; Page A1", "2025-09-04"),
            ("Posted 3 hours ago", "some day"),
            ("7 octobre 2025", "2025-10-07"),
            ("Publié le mardi 7 octobre 2025 à 20h14", "2025-10-07 20:14:00"),
            ("7. Oktober 2025, 20:14 Uhr", "2025-10-07 20:14:00"),
            ("7 de octubre de 2025", "2025-10-07"),
            ("7 Ekim 2025 Salı", "2025-10-07"),
            ("1er août 2025", "2025-08-01"),
            (
                "Publié le 7 octobre 2025 à 20h14, mis à jour le 8 octobre 2025 à 9h00",
                "2025-10-07 20:14:00",
            ),
            (
                "Giriş: 07.10.2025 - 20:14 Güncelleme: 08.10.2025 - 09:00",
                "2025-10-07 20:14:00",
            ),
            ("07.10.2025 20:14", "2025-10-07 20:14:00"),
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
            "20251304",
            "12345678",
            "7 hommes 2025",
            "Am 7. Oktober 2025 kamen sie",
            "",
        ] {
            assert_eq!(told(line), None, "{line}");
        }
    }
}
