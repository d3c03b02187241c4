//! A message that somebody sends on: whose it is, and what he wrote above it.

use crate::load::letterhead::{self, Letterhead};

/// What programs put before the subject of what is sent on, in lower case.
const PREFIXES: &[&str] = &["fwd:", "fw:", "wg:", "tr:", "rv:", "enc:", "i:", "vb:", "doorst:"];

/// What stands above a message that is sent on, in lower case, without the dashes around it.
const MARKS: &[&str] = &[
    "forwarded message",
    "begin forwarded message:",
    "weitergeleitete nachricht",
    "anfang der weitergeleiteten nachricht:",
    "message transféré",
    "début du message transféré :",
    "mensaje reenviado",
    "messaggio inoltrato",
    "mensagem encaminhada",
    "doorgestuurd bericht",
    "vidarebefordrat meddelande",
];

/// More words than this above a message are a letter of its own, which only has another below it.
const MOST_OWN_WORDS: usize = 60;

/// A message may have been sent on as often.
const MOST_OFTEN: usize = 8;

/// A message in a message.
#[derive(Debug, Default)]
pub(super) struct Forward<'l> {
    pub(super) head: Letterhead,
    /// What those who sent it on wrote above it.
    pub(super) above: String,
    /// Its lines.
    pub(super) lines: &'l [String],
}

/// The message that is sent on in `lines`, the text of one whose subject is `subject`; `None` where it is none.
pub(super) fn find<'l>(lines: &'l [String], subject: &str) -> Option<Forward<'l>> {
    let mut found: Option<Forward<'l>> = None;
    for _ in 0..MOST_OFTEN {
        let (lines, subject) = match &found {
            Some(outer) => (outer.lines, outer.head.subject.as_deref().unwrap_or_default()),
            None => (lines, subject),
        };
        let Some(inner) = first(lines, bare(subject) != subject.trim()) else {
            break;
        };
        let above = [found.map(|outer| outer.above).unwrap_or_default(), inner.above];
        let above = above.join(" ").trim().to_owned();
        found = Some(Forward { above, ..inner });
    }
    found
}

/// `subject` without what says that it is sent on.
pub(super) fn bare(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some(shorter) = PREFIXES.iter().find_map(|prefix| {
        let start = rest.get(..prefix.len())?;
        start
            .eq_ignore_ascii_case(prefix)
            .then(|| rest.get(prefix.len()..))?
    }) {
        rest = shorter.trim_start();
    }
    rest
}

/// The first message in `lines`, where those above it are few; `is_told` says that the subject tells of one.
fn first(lines: &[String], is_told: bool) -> Option<Forward<'_>> {
    let mut own: Vec<&str> = Vec::new();
    let mut is_marked = false;
    for (place, line) in lines.iter().enumerate() {
        let rest = lines.get(place..).unwrap_or_default();
        if let Some(head) = letterhead::read(rest.iter().map(String::as_str)) {
            let inner = lines.get(place + head.length..).unwrap_or_default();
            let is_sent_on = is_told || is_marked || own.is_empty();
            let has_text = inner.iter().any(|line| !line.trim().is_empty());
            return (is_sent_on && has_text).then(|| Forward {
                head,
                above: own.join(" "),
                lines: inner,
            });
        }
        if is_mark(line) {
            is_marked = true;
        } else if !is_rule(line) {
            own.extend(line.split_whitespace());
        }
        if own.len() > MOST_OWN_WORDS {
            return None;
        }
    }
    None
}

pub(super) fn is_mark(line: &str) -> bool {
    let dashes = |character: char| character.is_whitespace() || matches!(character, '-' | '_' | '=' | '>');
    let words = line.trim_matches(dashes).to_lowercase();
    MARKS.contains(&words.as_str())
}

/// "-----Original Message-----", "________".
pub(super) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    ["---", "___", "==="]
        .iter()
        .any(|rule| line.starts_with(rule) && line.ends_with(rule))
}
