//! The lines that programs put above an older message that is quoted: "From: …", "Sent: …", or "On 4 Sep 2025 at 14:30,
//! Ida Holm wrote:".

use std::collections::HashSet;
use std::ops::Range;

use super::forward;
use crate::briefing::CleanText;
use crate::load::letterhead;
use crate::load::paragraphs::letters;

/// How a line begins and goes on that tells who wrote what is quoted, in lower case.
const OPENINGS: &[&str] = &[
    "on ", "am ", "le ", "el ", "il ", "em ", "op ", "den ", "w dniu ", "dnia ",
];
const VERBS: &[&str] = &[
    " wrote",
    " schrieb",
    " a écrit",
    " escribió",
    " ha scritto",
    " escreveu",
    " schreef",
    " skrev",
    " napisał",
];

/// Such a line is cut in so many at most, and has so many words.
const MOST_LINES: usize = 3;
const MOST_WORDS: usize = 40;

/// What stands between a date and a name.
const BETWEEN: &[&str] = &["uhr", "utc", "gmt", "am", "pm", "a.m.", "p.m.", "h"];

/// As many names are told.
const MOST_NAMED: usize = 8;

/// The lines above one older message.
#[derive(Debug)]
pub(super) struct Quoted {
    lines: Range<usize>,
    /// Who wrote what stands below them.
    by: String,
}

/// Where older messages are quoted in `lines`.
pub(super) fn find(lines: &[String]) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(rest) = lines.get(place..).filter(|rest| !rest.is_empty()) {
        let told = letterhead(rest).or_else(|| attribution(rest));
        let Some((by, length)) = told else {
            place += 1;
            continue;
        };
        // A line drawn across, or "Original Message", belongs to it.
        let before = lines.get(..place).unwrap_or_default().iter().enumerate().rev();
        let start = before
            .take_while(|(_, line)| {
                line.trim().is_empty() || forward::is_mark(line) || forward::is_rule(line)
            })
            .filter(|(_, line)| !line.trim().is_empty())
            .last()
            .map_or(place, |(start, _)| start);
        found.push(Quoted {
            lines: start..place + length,
            by,
        });
        place += length;
    }
    found
}

/// Who wrote the letter whose head `lines` begin with, and how long that is. "From: …" and "Date: …" alone may tell of a
/// meeting.
fn letterhead(lines: &[String]) -> Option<(String, usize)> {
    let head = letterhead::read(lines.iter().map(String::as_str))?;
    let has_address = || lines.iter().take(head.length).any(|line| line.contains('@'));
    let sender = head.sender()?;
    (head.subject.is_some() || has_address()).then(|| (sender.to_owned(), head.length))
}

/// Who wrote what stands below `lines`, where they begin with telling it, and in how many lines.
fn attribution(lines: &[String]) -> Option<(String, usize)> {
    let first = lines.first()?.trim();
    // Nearly no line begins so.
    let start: String = first
        .chars()
        .take(LONGEST_OPENING)
        .collect::<String>()
        .to_lowercase();
    if !OPENINGS.iter().any(|opening| start.starts_with(opening)) {
        return None;
    }
    let mut whole = String::new();
    for (place, line) in lines.iter().take(MOST_LINES).enumerate() {
        let line = line.trim();
        if line.is_empty() {
            return None;
        }
        if !whole.is_empty() {
            whole.push(' ');
        }
        whole.push_str(line);
        if whole.ends_with(':') {
            return Some((writer(&whole)?, place + 1));
        }
    }
    None
}

/// The most letters of an opening.
const LONGEST_OPENING: usize = 8;

/// Who wrote, by a line that tells of it: it has a time or an address, as no line of a story has that ends so.
fn writer(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let is_short = words.clone().count() <= MOST_WORDS;
    let is_told = words.any(|word| word.contains('@') || is_clock(word));
    let (place, verb) = VERBS.iter().find_map(|verb| Some((line.find(verb)?, verb)))?;
    if !is_short || !is_told {
        return None;
    }
    let (before, after) = (line.get(..place)?, line.get(place + verb.len()..)?);
    let told = if after.contains(char::is_alphabetic) {
        after
    } else {
        before
    };
    let (name, address) = told.split_once(['<', '(', '[']).unwrap_or((told, ""));
    let ends_date = |word: &&str| word.contains(|character: char| character.is_ascii_digit());
    let name: Vec<&str> = name
        .split_whitespace()
        .rev()
        .take_while(|word| !ends_date(word))
        .collect();
    let name = name
        .into_iter()
        .rev()
        .skip_while(|word| BETWEEN.contains(&word.to_lowercase().trim_end_matches(',')));
    let name = name.collect::<Vec<_>>().join(" ");
    let name = name.trim_matches(|character: char| matches!(character, ',' | ':' | '"' | '\'' | ' '));
    let address = address.trim_end_matches([':', ' ', '>', ')', ']']);
    Some(if name.is_empty() { address } else { name }.to_owned())
}

/// "14:30", "14.30,", "14:30:05"
fn is_clock(word: &str) -> bool {
    let word = word.trim_end_matches([',', ';']);
    let is_number =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let count = |sign: char| {
        if word.split(sign).all(is_number) {
            word.split(sign).count()
        } else {
            0
        }
    };
    matches!(count(':'), 2 | 3) || count('.') == 2
}

/// `lines` without those above older messages.
pub(super) fn without(lines: &[String], quoted: &[Quoted]) -> Vec<String> {
    let mut quoted = quoted.iter().peekable();
    let mut kept = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        // They stand in order.
        while quoted.next_if(|quoted| quoted.lines.end <= place).is_some() {}
        if quoted.peek().is_none_or(|quoted| place < quoted.lines.start) {
            kept.push(line.clone());
        } else if kept.last().is_some_and(|last: &String| !last.is_empty()) {
            // What is quoted is a paragraph of its own.
            kept.push(String::new());
        }
    }
    kept
}

/// `text` without the paragraphs that are the `lines` above older messages, as they are or joined.
pub(super) fn taken_out(text: &str, lines: &[String], quoted: &[Quoted]) -> String {
    let mut gone: HashSet<String> = HashSet::new();
    for Quoted { lines: range, .. } in quoted {
        let head = lines.get(range.clone()).unwrap_or_default();
        gone.insert(letters(&head.join(" ")).collect());
        gone.extend(head.iter().map(|line| letters(line).collect::<String>()));
    }
    let kept = text
        .split("\n\n")
        .filter(|paragraph| !gone.contains(&letters(paragraph).collect::<String>()));
    kept.collect::<Vec<_>>().join("\n\n")
}

/// What is to be said of it.
pub(super) fn note(quoted: &[Quoted]) -> CleanText {
    let mut names: Vec<&str> = Vec::new();
    for Quoted { by, .. } in quoted.iter().filter(|quoted| !quoted.by.is_empty()) {
        if names.len() < MOST_NAMED && !names.contains(&by.as_str()) {
            names.push(by);
        }
    }
    let names = if names.is_empty() {
        "somebody".to_owned()
    } else {
        names.join(", ")
    };
    CleanText::line(&format!(
        "Older messages are quoted in it, by {names}; the lines above them were left out."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_wrote_what_is_quoted() {
        for (lines, expected) in [
            (
                "On Thu, 4 Sep 2025 at 14:30, Ida Holm <i@p.example> wrote:",
                Some(("Ida Holm", 1)),
            ),
            (
                "On 4 Sep 2025, at 2:30 PM, Ida Holm, of the Post\n<i@p.example> wrote:",
                Some(("Ida Holm, of the Post", 2)),
            ),
            ("Am 04.09.25 um 14:30 schrieb Ida Holm:", Some(("Ida Holm", 1))),
            (
                "Am Do., 4. Sept. 2025 um 14:30 Uhr schrieb <i@p.example>:",
                Some(("i@p.example", 1)),
            ),
            (
                "Le jeu. 4 sept. 2025 à 14:30, Ida Holm <i@p.example> a écrit :",
                Some(("Ida Holm", 1)),
            ),
            ("On 4 September the mayor wrote:", None),
            ("On Thursday, Ida Holm wrote to the council.", None),
            ("The mayor wrote at 14:30:", None),
        ] {
            let lines: Vec<String> = lines.lines().map(str::to_owned).collect();
            let told = attribution(&lines);
            let told = told.as_ref().map(|(by, length)| (by.as_str(), *length));
            assert_eq!(told, expected, "{lines:?}");
        }
    }
}
