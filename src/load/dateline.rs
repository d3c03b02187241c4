//! The dateline of an agency's story: "PARIS (Reuters) -", "KYIV, Ukraine —", "LONDON, Sept 5 (AP) —".

use jiff::civil::Date;

use crate::load::calendar::month;
use crate::load::metadata::is_agency;

/// How far into a paragraph a dateline may reach, in bytes.
const LONGEST: usize = 90;

/// What may stand between a dateline and the prose.
const DASHES: [&str; 7] = [" - ", " – ", " — ", " -- ", "—", "–", "-- "];

/// A dateline, and the prose after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dateline<'p> {
    /// "LONDON, Sept 5 (AP)".
    pub(super) words: &'p str,
    /// "AP".
    pub(super) agency: Option<&'p str>,
    /// The day, where it has a year.
    pub(super) date: Option<Date>,
    /// The paragraph without the dateline.
    pub(super) prose: &'p str,
}

/// The dateline that `paragraph` begins with.
pub(super) fn read(paragraph: &str) -> Option<Dateline<'_>> {
    let start = paragraph.get(..paragraph.floor_char_boundary(LONGEST))?;
    DASHES
        .iter()
        .filter_map(|dash| Some((start.find(dash)?, dash.len())))
        .filter_map(|(place, dash)| split(paragraph, place, dash))
        .min_by_key(|dateline| dateline.words.len())
}

fn split(paragraph: &str, place: usize, dash: usize) -> Option<Dateline<'_>> {
    let words = paragraph.get(..place)?.trim();
    let prose = paragraph.get(place + dash..)?.trim_start();
    let (places, agency) = match words.strip_suffix(')').and_then(|words| words.rsplit_once('(')) {
        Some((places, agency)) => (places.trim(), Some(agency.trim())),
        None => (words, None),
    };
    let mut parts = places.split(", ").map(str::trim);
    let city = parts.next()?;
    let signed = agency.is_some_and(is_agency);
    // Without an agency, only capitals tell a city from the subject of a sentence, and prose must begin anew.
    let city_fits = is_shouted(city) || (signed && is_capitalised(city));
    let opens_anew = agency.is_some() || !prose.starts_with(char::is_lowercase);
    let agency_fits =
        agency.is_none_or(|agency| agency.len() <= 30 && agency.starts_with(char::is_uppercase));
    if prose.is_empty() || !city_fits || !opens_anew || !agency_fits {
        return None;
    }
    let mut day = None;
    let mut year = None;
    for part in parts {
        let (part, year_within) = without_year(part);
        year = year.or(year_within);
        if part.is_empty() {
            continue;
        }
        if let Some(found) = day_of(part) {
            day = Some(found);
        } else if !is_capitalised(part) {
            return None;
        }
    }
    Some(Dateline {
        words,
        agency,
        date: day
            .zip(year)
            .and_then(|((month, day), year)| Date::new(year, month, day).ok()),
        prose,
    })
}

/// "4 Sep 2025", "2025": what stands before the year, and the year.
fn without_year(part: &str) -> (&str, Option<i16>) {
    let (before, last) = part.rsplit_once(' ').unwrap_or(("", part));
    match last.parse() {
        Ok(year @ 1900..=2999) => (before, Some(year)),
        _ => (part, None),
    }
}

/// "Sept 5", "5 September".
fn day_of(part: &str) -> Option<(i8, i8)> {
    let (first, second) = part.split_once(' ')?;
    match month(first) {
        Some(month) => Some((month, second.parse().ok()?)),
        None => Some((month(second)?, first.parse().ok()?)),
    }
}

/// "PARIS", "ST. PETERSBURG", "PARIS/LONDON".
fn is_shouted(words: &str) -> bool {
    let letters = words
        .chars()
        .filter(|character| character.is_alphabetic())
        .count();
    letters >= 2
        && words.split_whitespace().count() <= 5
        && words.chars().all(|character| {
            character.is_uppercase() || matches!(character, ' ' | '.' | '\'' | '’' | '-' | '/')
        })
}

/// "Ukraine", "New York", "Calif.", "D.C.".
fn is_capitalised(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (1..=4).contains(&count)
        && words.split_whitespace().all(|word| {
            word.starts_with(char::is_uppercase) || ["of", "and", "the", "de", "la", "al"].contains(&word)
        })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn usual_datelines() {
        for (paragraph, words, agency, date, prose) in [
            (
                "PARIS (Reuters) - The two met.",
                "PARIS (Reuters)",
                Some("Reuters"),
                None,
                "The two met.",
            ),
            (
                "KYIV, Ukraine — Rain fell.",
                "KYIV, Ukraine",
                None,
                None,
                "Rain fell.",
            ),
            (
                "LONDON, Sept 5 (AP) — Rain fell.",
                "LONDON, Sept 5 (AP)",
                Some("AP"),
                None,
                "Rain fell.",
            ),
            (
                "OSLO, 5 May, 2025 (AP) -- “Rain.”",
                "OSLO, 5 May, 2025 (AP)",
                Some("AP"),
                Some("2025-05-05"),
                "“Rain.”",
            ),
            (
                "HARWICK, 4 Sep 2025 (Reuters) - Rain fell.",
                "HARWICK, 4 Sep 2025 (Reuters)",
                Some("Reuters"),
                Some("2025-09-04"),
                "Rain fell.",
            ),
            (
                "ST. PAUL, Minn. (AP)—Rain fell.",
                "ST. PAUL, Minn. (AP)",
                Some("AP"),
                None,
                "Rain fell.",
            ),
            (
                "Paris (AFP) – Rain fell.",
                "Paris (AFP)",
                Some("AFP"),
                None,
                "Rain fell.",
            ),
        ] {
            let found = read(paragraph);
            let told = found.map(|found| (found.words, found.agency, found.prose));
            assert_eq!(told, Some((words, agency, prose)));
            let day = found.and_then(|found| found.date).map(|date| date.to_string());
            assert_eq!(day.as_deref(), date);
        }
    }

    #[test]
    fn prose_has_no_dateline() {
        for paragraph in [
            "NATO — which met in Paris — had no comment.",
            "The minister - a farmer - said so.",
            "Macron — the host — spoke.",
            "PARIS - ",
            "A - B",
            "",
        ] {
            assert_eq!(read(paragraph), None, "{paragraph}");
        }
    }
}
