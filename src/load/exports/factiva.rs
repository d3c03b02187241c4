//! Factiva: a head of lines in a fixed order around "512 words", or fields with codes of two letters.

use super::{Told, is_length};
use crate::briefing::{Article, CleanText, language};
use crate::load::date_line;
use crate::load::metadata::{self, without_by};
use crate::load::paragraphs::is_finished;

/// Codes of fields, in the order in which they stand.
const CODES: &[&str] = &[
    "CLM", "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "DLN", "LP",
    "TD", "CT", "ART", "RF", "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "AN",
];

/// Codes of the two parts of the body.
const OF_BODY: [&str; 2] = ["LP", "TD"];

/// Codes that a line of the story may begin with, where one blank parts them from what follows; "NS gflood : Floods" does
/// not begin a line of the story.
const ALSO_WORDS: &[&str] = &[
    "CLM", "ED", "VOL", "DLN", "CT", "ART", "CO", "IN", "NS", "RE", "PUB",
];

/// As many codes show that one blank parts them from what follows.
const FEWEST_CODES: usize = 4;

/// The longest name of a section, in words: "News", "Business Day".
const LONGEST_SECTION: usize = 3;

/// As many lines of the head may follow the date.
const LONGEST_HEAD: usize = 9;

/// What parts a code from what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Wide,
    /// One blank, as an editor leaves of many, or of a tab.
    Blank,
}

/// Whether `line` begins with the code that every article has.
pub(super) fn is_coded(line: &str) -> bool {
    coded(line, Gap::Wide).is_some_and(|(place, _)| code(place) == "HD")
}

/// Which of [`CODES`] `line` begins with, and what follows it.
fn coded(line: &str, gap: Gap) -> Option<(usize, &str)> {
    let line = line.trim_start();
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    let (code, rest) = line.split_at_checked(end)?;
    let place = CODES.iter().position(|known| *known == code)?;
    let is_wide = rest.is_empty() || rest.starts_with("  ") || rest.starts_with('\t');
    let is_apart = is_wide
        || (code == "AN" && number(rest).is_some())
        || (gap == Gap::Blank && (rest.contains(" : ") || !ALSO_WORDS.contains(&code)));
    is_apart.then(|| (place, rest.trim()))
}

fn code(place: usize) -> &'static str {
    CODES.get(place).copied().unwrap_or_default()
}

/// What parts the codes of an article from what follows them; `None` where it has none.
fn gap(lines: &[&str]) -> Option<Gap> {
    if lines.iter().any(|line| is_coded(line)) {
        return Some(Gap::Wide);
    }
    let mut in_order: Vec<usize> = Vec::new();
    for (place, _) in lines.iter().filter_map(|line| coded(line, Gap::Blank)) {
        if in_order.last().is_none_or(|last| *last < place) {
            in_order.push(place);
        }
    }
    let has = |codes: &[&str]| in_order.iter().any(|place| codes.contains(&code(*place)));
    (in_order.len() >= FEWEST_CODES && has(&["HD"]) && has(&OF_BODY)).then_some(Gap::Blank)
}

/// Reads the fields of an article into `article`.
pub(super) fn read(lines: &[&str], article: &mut Article) -> Told {
    match gap(lines) {
        Some(gap) => read_coded(lines, gap, article),
        None => read_ordered(lines, article),
    }
}

fn read_coded(lines: &[&str], gap: Gap, article: &mut Article) -> Told {
    let mut told = Told::default();
    let mut values: Vec<(usize, String)> = Vec::new();
    for line in lines {
        let last = values.last().map(|(place, _)| *place);
        let must_follow = |last: usize| gap == Gap::Blank || OF_BODY.contains(&code(last));
        let begun =
            coded(line, gap).filter(|(place, _)| last.is_none_or(|last| !must_follow(last) || last < *place));
        if let Some((place, rest)) = begun {
            values.push((place, rest.to_owned()));
        } else if let Some((place, value)) = values.last_mut() {
            value.push(if OF_BODY.contains(&code(*place)) {
                '\n'
            } else {
                ' '
            });
            value.push_str(line.trim());
        }
    }
    for (place, value) in values {
        match code(place) {
            "HD" => article.title = line(&value),
            "BY" => article.byline = line(without_by(value.trim())),
            "PD" => article.published = date_line::published(value.trim()),
            "SN" => article.source = line(&value),
            "LA" => article.language = line(&language::primary(value.trim())),
            "LP" | "TD" => {
                told.body.push_str(&value);
                told.body.push_str("\n\n");
            }
            "AN" => told.identity = number(&value),
            _ => {}
        }
    }
    told
}

fn read_ordered(lines: &[&str], article: &mut Article) -> Told {
    let mut told = Told::default();
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    told.identity = lines.last().and_then(|last| number(last));
    let without_number = lines.len() - usize::from(told.identity.is_some());
    let lines = lines.get(..without_number).unwrap_or_default();
    let Some(length) = lines.iter().position(|line| is_length(line)) else {
        told.body = lines.join("\n");
        return told;
    };
    let before: Vec<&str> = lines
        .iter()
        .take(length)
        .copied()
        .filter(|line| !line.is_empty())
        .collect();
    let (title, byline) = headline_and_byline(&before);
    article.title = line(&title.join(" "));
    article.byline = byline.and_then(line);
    // A blank line may stand before the date, and does before the body.
    let below = lines.iter().enumerate().skip(length + 1);
    let length = match below.clone().find(|(_, line)| !line.is_empty()) {
        Some((date, words)) if date_line::published(words).is_some() => date - 1,
        _ => length,
    };
    let mut head = lines.iter().enumerate().skip(length + 1);
    let mut body = length + 1;
    let mut named = false;
    for (place, words) in head.by_ref().take(LONGEST_HEAD) {
        if words.is_empty() {
            body = place;
            break;
        }
        body = place + 1;
        if super::is_copyright(words) {
            break;
        }
        if article.published.is_none() {
            article.published = date_line::published(words);
        } else if !named && !words.contains(':') {
            article.source = line(words);
            named = true;
        } else if language::name(words).is_some() {
            article.language = line(&language::primary(words));
        }
    }
    told.body = lines.get(body..).unwrap_or_default().join("\n");
    told
}

/// Parts the lines before the length: perhaps a section, the headline, perhaps who wrote it.
fn headline_and_byline<'l, 's>(lines: &'s [&'l str]) -> (&'s [&'l str], Option<&'l str>) {
    let (title, byline) = match lines {
        [title @ .., byline] if without_by(byline) != *byline => (title, Some(without_by(byline))),
        [title @ .., byline] if metadata::is_signature(byline) && !is_headline(title, byline) => {
            (title, Some(*byline))
        }
        title => (title, None),
    };
    match title {
        [section, headline @ ..] if is_section(section) && !headline.is_empty() => (headline, byline),
        _ => (title, byline),
    }
}

/// Whether `line`, which may be a name, is the headline: nothing but a section stands `before` it. A name is rarely longer
/// than three words, and a headline rarely one word.
fn is_headline(before: &[&str], line: &str) -> bool {
    match before {
        [] => true,
        [section] => is_section(section) && (count(section) == 1 || count(line) > LONGEST_SECTION),
        _ => false,
    }
}

fn is_section(line: &str) -> bool {
    count(line) <= LONGEST_SECTION && !is_finished(line)
}

fn count(line: &str) -> usize {
    line.split_whitespace().count()
}

fn line(words: &str) -> Option<CleanText> {
    let line = CleanText::line(words);
    (!line.is_empty()).then_some(line)
}

/// The number in `Document GRDN000020250904el940001w`.
fn number(words: &str) -> Option<String> {
    let number = words.trim().strip_prefix("Document ")?.trim();
    super::is_factiva_number(number).then(|| number.to_owned())
}
