//! What stands in quotation marks, in the ways that languages set them.

use crate::briefing::Span;

/// Words, or letters where no spaces part them, below which what stands in marks is a name or a term.
const LEAST_WORDS: usize = 4;
const LEAST_LETTERS: usize = 8;

/// Opening marks and those that close them. A mark that closes elsewhere opens only before a word.
const PAIRS: &[(char, &[char])] = &[
    ('«', &['»']),
    ('»', &['«', '»']),
    ('„', &['“', '”', '"', '‟']),
    ('“', &['”']),
    ('”', &['”']),
    ('"', &['"']),
    ('「', &['」']),
    ('『', &['』']),
    ('《', &['》']),
];

/// Whether the character opens or closes.
pub(super) fn is_mark(character: char) -> bool {
    PAIRS
        .iter()
        .any(|(opening, closing)| *opening == character || closing.contains(&character))
}

/// The segments of a paragraph that are somebody's words rather than a title or a term.
pub(super) fn segments(source: &str, paragraph: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &[char])> = None;
    let mut before: Option<char> = None;
    for (offset, character) in paragraph.of(source).char_indices() {
        let at = paragraph.start() + offset;
        match open {
            Some((start, closing)) if closing.contains(&character) => {
                found.push(Span::new(start, at + character.len_utf8()));
                open = None;
            }
            None => {
                let pair = PAIRS.iter().find(|(opening, _)| *opening == character);
                open = pair
                    .filter(|(opening, _)| {
                        !matches!(opening, '»' | '”' | '"')
                            || before.is_none_or(|before| !before.is_alphanumeric() && !is_stop(before))
                    })
                    .map(|(_, closing)| (at, *closing));
            }
            Some(_) => {}
        }
        before = Some(character);
    }
    found.retain(|span| is_speech(span.of(source)));
    found
}

fn is_stop(character: char) -> bool {
    matches!(character, '.' | ',' | '!' | '?' | '…')
}

fn is_speech(words: &str) -> bool {
    // Titles of books and films stand in these.
    if words.starts_with('《') {
        return false;
    }
    let spaced = words
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count();
    let unspaced = words.chars().filter(|c| is_unspaced(*c)).count();
    spaced >= LEAST_WORDS || unspaced >= LEAST_LETTERS
}

/// Scripts that put no space between words.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
