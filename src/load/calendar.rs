//! Words → days and times, one spelling after the other; see [`date_line`](super::date_line) for lines of them. All
//! words are in lower case.

use jiff::civil::{Date, Time};

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

/// A month by its name or the start of it: "September", "Sept.", "sep".
pub(super) fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let place = MONTHS.iter().position(|month| {
        *month == word || word == "sept" && month.starts_with("sept") || is_short(&word, month)
    })?;
    i8::try_from(place + 1).ok()
}

/// Months of other languages, as they stand between a day and a year, each with its number. The short ones that are an
/// English month's, or a word of English, are left to [`month`].
const FOREIGN_MONTHS: &[(&str, i8)] = &[
    ("januar", 1),
    ("jänner", 1),
    ("janvier", 1),
    ("janv", 1),
    ("enero", 1),
    ("ene", 1),
    ("gennaio", 1),
    ("gen", 1),
    ("janeiro", 1),
    ("januari", 1),
    ("ocak", 1),
    ("stycznia", 1),
    ("februar", 2),
    ("février", 2),
    ("févr", 2),
    ("fév", 2),
    ("febrero", 2),
    ("febbraio", 2),
    ("fevereiro", 2),
    ("fev", 2),
    ("februari", 2),
    ("şubat", 2),
    ("lutego", 2),
    ("märz", 3),
    ("mär", 3),
    ("mars", 3),
    ("marzo", 3),
    ("março", 3),
    ("maart", 3),
    ("mart", 3),
    ("marca", 3),
    ("avril", 4),
    ("avr", 4),
    ("abril", 4),
    ("abr", 4),
    ("aprile", 4),
    ("nisan", 4),
    ("kwietnia", 4),
    ("mai", 5),
    ("mayo", 5),
    ("maggio", 5),
    ("mag", 5),
    ("maio", 5),
    ("mei", 5),
    ("maj", 5),
    ("mayıs", 5),
    ("maja", 5),
    ("juni", 6),
    ("juin", 6),
    ("junio", 6),
    ("giugno", 6),
    ("giu", 6),
    ("junho", 6),
    ("haziran", 6),
    ("czerwca", 6),
    ("juli", 7),
    ("juillet", 7),
    ("juil", 7),
    ("julio", 7),
    ("luglio", 7),
    ("lug", 7),
    ("julho", 7),
    ("temmuz", 7),
    ("lipca", 7),
    ("août", 8),
    ("agosto", 8),
    ("ago", 8),
    ("augustus", 8),
    ("augusti", 8),
    ("ağustos", 8),
    ("sierpnia", 8),
    ("septembre", 9),
    ("septiembre", 9),
    ("setiembre", 9),
    ("settembre", 9),
    ("setembro", 9),
    ("set", 9),
    ("eylül", 9),
    ("września", 9),
    ("oktober", 10),
    ("okt", 10),
    ("octobre", 10),
    ("octubre", 10),
    ("ottobre", 10),
    ("ott", 10),
    ("outubro", 10),
    ("out", 10),
    ("ekim", 10),
    ("października", 10),
    ("novembre", 11),
    ("noviembre", 11),
    ("novembro", 11),
    ("kasım", 11),
    ("listopada", 11),
    ("dezember", 12),
    ("dez", 12),
    ("décembre", 12),
    ("déc", 12),
    ("diciembre", 12),
    ("dic", 12),
    ("dicembre", 12),
    ("dezembro", 12),
    ("aralık", 12),
    ("grudnia", 12),
];

/// A month by its name in whatever language it is known in.
fn month_of_any(word: &str) -> Option<i8> {
    month(word).or_else(|| {
        let word = word.trim_end_matches('.');
        let known = FOREIGN_MONTHS.iter().find(|(name, _)| *name == word);
        known.map(|(_, month)| *month)
    })
}

/// Weekdays of other languages.
const FOREIGN_WEEKDAYS: &[&str] = &[
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "lunedì",
    "martedì",
    "mercoledì",
    "giovedì",
    "venerdì",
    "sabato",
    "domenica",
    "segunda-feira",
    "terça-feira",
    "quarta-feira",
    "quinta-feira",
    "sexta-feira",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "pazartesi",
    "salı",
    "çarşamba",
    "perşembe",
    "cuma",
    "cumartesi",
    "pazar",
];

/// Whether `word`, in lower case, is a weekday in another language, by its whole name.
pub(super) fn is_foreign_weekday(word: &str) -> bool {
    FOREIGN_WEEKDAYS.contains(&word)
}

/// Words between day, month and year.
const OF: &[&str] = &["of", "de", "del"];

/// A weekday by its name or the start of it.
pub(super) fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    let usual = ["tues", "weds", "thur", "thurs"].contains(&word.as_str());
    usual || WEEKDAYS.iter().any(|day| *day == word || is_short(&word, day))
}

fn is_short(word: &str, name: &str) -> bool {
    word.len() == 3 && name.starts_with(word)
}

/// A day at the start of `rest`, the time that is one word with it, and how many words they take.
pub(super) fn day(rest: &[String]) -> Option<(Date, Option<Time>, usize)> {
    let first = rest.first()?;
    if let Some((date, time)) = iso(first).or_else(|| numeric(first).map(|date| (date, None))) {
        return Some((date, time, 1));
    }
    let dashed: Vec<&str> = first.split(['-', '/']).collect();
    if let [day, month_name, year] = *dashed {
        let date = Date::new(year_number(year)?, month_of_any(month_name)?, day_number(day)?).ok()?;
        return Some((date, None, 1));
    }
    // Between day and month there may be "of": "the 4th of September 2025", "4 de septiembre de 2025".
    let words: Vec<(usize, &str)> = rest
        .iter()
        .enumerate()
        .map(|(place, word)| (place, word.as_str()))
        .filter(|(_, word)| !OF.contains(word))
        .take(3)
        .collect();
    let [(_, one), (_, two), (last, three)] = words.as_slice() else {
        return None;
    };
    let year = year_number(three)?;
    let (month, day) = match month(one) {
        Some(month) => (month, day_number(two)?),
        None => (month_of_any(two)?, day_number(one)?),
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
    ["", ".", "st", "nd", "rd", "th", "er", "º"]
        .contains(&ending)
        .then(|| digits.parse().ok())
        .flatten()
}

/// "2025-09-04", "2025/09/04", "2025-09-04t14:30:00z", "20250904t143000z".
fn iso(word: &str) -> Option<(Date, Option<Time>)> {
    let (day, time) = match word.split_once('t') {
        Some((day, time)) => (day, Some(time)),
        None => (word, None),
    };
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let [year, month, day] = match *parts {
        [year, month, day] if year.len() == 4 => [year, month, day],
        [joined] if joined.len() == 8 => [joined.get(..4)?, joined.get(4..6)?, joined.get(6..)?],
        _ => return None,
    };
    let date = Date::new(year_number(year)?, month.parse().ok()?, day.parse().ok()?).ok()?;
    match time {
        Some(time) => {
            let end = time.find(['z', '+', '-']).unwrap_or(time.len());
            let time = time.get(..end)?;
            Some((date, Some(digital(time).or_else(|| joined(time))?)))
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
pub(super) fn clock(rest: &[String]) -> Option<(Time, usize)> {
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

/// "1430", "143000".
fn joined(word: &str) -> Option<Time> {
    let second = if word.len() == 6 { word.get(4..)? } else { "0" };
    let (hour, minute) = (word.get(..2)?, word.get(2..4)?);
    let fits = matches!(word.len(), 4 | 6) && word.bytes().all(|byte| byte.is_ascii_digit());
    let time = Time::new(hour.parse().ok()?, minute.parse().ok()?, second.parse().ok()?, 0);
    time.ok().filter(|_| fits)
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
