//! Factiva: a head of lines in a fixed order around "512 words", or fields with codes of two letters.

use super::{Told, is_length, without_by};
use crate::briefing::{Article, CleanText, language};
use crate::load::paragraphs::is_finished;
use crate::load::{date_line, metadata};

/// Codes of fields.
const CODES: &[&str] = &[
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "RF",
    "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "AN", "ART", "CLM", "CT", "DLN",
];

/// The longest name of a section, in words: "News", "Business Day".
const LONGEST_SECTION: usize = 3;

/// As many lines of the head may follow the date.
const LONGEST_HEAD: usize = 9;

/// Whether `line` begins with the code that every article has.
pub(super) fn is_coded(line: &str) -> bool {
    coded(line).is_some_and(|(code, _)| code == "HD")
}

/// The code that `line` begins with, and what follows it.
fn coded(line: &str) -> Option<(&'static str, &str)> {
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    let code = CODES.iter().find(|code| line.get(..end) == Some(code))?;
    let rest = line.get(end..)?;
    let is_apart = rest.is_empty() || rest.starts_with("  ") || rest.starts_with('\t') || *code == "AN";
    is_apart.then(|| (*code, rest.trim()))
}

/// Reads the fields of an article into `article`.
pub(super) fn read(lines: &[&str], article: &mut Article) -> Told {
    let lines: Vec<&str> = lines.to_vec();
    if lines.iter().any(|line| is_coded(line)) {
        read_coded(&lines, article)
    } else {
        read_ordered(&lines, article)
    }
}

fn read_coded(lines: &[&str], article: &mut Article) -> Told {
    let mut told = Told::default();
    let mut code = "";
    let mut values: Vec<(&str, String)> = Vec::new();
    for line in lines {
        if let Some((next, rest)) = coded(line) {
            code = next;
            values.push((next, rest.to_owned()));
        } else if let Some((_, value)) = values.last_mut() {
            value.push(if matches!(code, "LP" | "TD") { '\n' } else { ' ' });
            value.push_str(line.trim());
        }
    }
    for (code, value) in values {
        match code {
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
