//! The plain text of a message as it was written: without the signature, without the marks that mailboxes and programs
//! put at the start of lines, and with the lines together again that were parted for the way.

use mailparse::ParsedContentType;

/// What stands before a signature.
const SIGNATURE: &str = "-- ";

/// As many underscores in a line part what the software of a mailing list adds, in as many lines at most.
const RULE: usize = 40;
const FOOTER_LINES: usize = 8;

/// The text in `words`, the content of a part of type `kind`.
pub(super) fn read(words: &str, kind: &ParsedContentType) -> String {
    let told = |name: &str| kind.params.get(name).map(String::as_str).unwrap_or_default();
    let is_flowed = told("format").eq_ignore_ascii_case("flowed");
    let drops_space = told("delsp").eq_ignore_ascii_case("yes");
    let mut text = String::with_capacity(words.len());
    let mut before = 0;
    let mut goes_on = false;
    for line in letter(words) {
        let (depth, line) = unquoted(line);
        let line = if is_flowed {
            line.strip_prefix(' ').unwrap_or(line)
        } else {
            line
        };
        if depth != before {
            // Who quotes whom begins a paragraph.
            text.push_str(if goes_on { "\n\n" } else { "\n" });
        }
        before = depth;
        let is_soft = is_flowed && line.ends_with(' ') && line != SIGNATURE;
        text.push_str(match line.strip_suffix(' ') {
            Some(bare) if is_soft && drops_space => bare,
            _ => line,
        });
        goes_on = is_soft;
        if !is_soft {
            text.push('\n');
        }
    }
    text
}

/// The lines above the signature and above what a mailing list adds.
fn letter(words: &str) -> impl Iterator<Item = &str> {
    let count = words.lines().count();
    let ends = move |place: usize, line: &str| {
        let is_rule = line.len() >= RULE && line.bytes().all(|byte| byte == b'_');
        (line == SIGNATURE && place > 0) || (is_rule && place + FOOTER_LINES >= count)
    };
    words
        .lines()
        .enumerate()
        .take_while(move |(place, line)| !ends(*place, line))
        .map(|(_, line)| line)
}

/// How often `line` is quoted, and its words.
fn unquoted(line: &str) -> (usize, &str) {
    // Mailboxes mark a line of the letter so that it begins no message.
    if let Some(words) = line.strip_prefix('>').filter(|words| words.starts_with("From ")) {
        return (0, words);
    }
    let (mut depth, mut rest) = (0, line);
    while let Some(inner) = rest.strip_prefix('>') {
        depth += 1;
        rest = inner
            .strip_prefix(' ')
            .filter(|inner| inner.starts_with('>'))
            .unwrap_or(inner);
    }
    let rest = if depth > 0 {
        rest.strip_prefix(' ').unwrap_or(rest)
    } else {
        rest
    };
    (depth, rest)
}
