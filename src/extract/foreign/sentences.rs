//! Sentences by their punctuation.

use super::marks::is_mark;
use crate::briefing::Span;
use crate::extract::lexicon::ends_in;
use crate::extract::lexicon::markers::ABBREVIATIONS;

/// Bytes that a sentence of a summary has at least.
const LEAST: usize = 30;

/// Adds the sentences of a paragraph. What stands in marks is not looked into.
pub(super) fn split(source: &str, paragraph: Span, found: &mut Vec<Span>) {
    let text = paragraph.of(source);
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if !is_end(character) || (character == '.' && is_abbreviation(text.get(start..at))) {
            continue;
        }
        let mut end = at + character.len_utf8();
        while let Some((next, closing)) = characters.next_if(|(_, c)| is_end(*c) || is_mark(*c) || *c == ')')
        {
            end = next + closing.len_utf8();
        }
        let rest = text.get(end..).unwrap_or_default();
        let opens = rest.trim_start().chars().next();
        let parted = is_wide(character) || rest.starts_with(char::is_whitespace) || rest.is_empty();
        if parted && opens.is_none_or(|c| !c.is_lowercase() && !c.is_ascii_digit()) {
            push(source, paragraph, (start, end), found);
            start = end;
        }
    }
    push(source, paragraph, (start, text.len()), found);
}

/// Whether the words end as a sentence does, and are no mere word or two.
pub(super) fn is_whole(sentence: &str) -> bool {
    let ends = sentence
        .trim_end_matches(|c: char| is_mark(c) || c == ')')
        .ends_with(is_end);
    ends && sentence.len() >= LEAST && !sentence.starts_with(is_mark)
}

fn push(source: &str, paragraph: Span, (start, end): (usize, usize), found: &mut Vec<Span>) {
    let span = Span::new(paragraph.start() + start, paragraph.start() + end).trimmed(source);
    if !span.is_empty() {
        found.push(span);
    }
}

fn is_end(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…' | '؟' | '۔' | '।') || is_wide(character)
}

/// After these no space is set.
fn is_wide(character: char) -> bool {
    matches!(character, '。' | '！' | '？')
}

/// Characters of an abbreviation, at most: a text without a space is not gone over again at each full stop.
const LONGEST: usize = 16;

/// Whether the full stop behind these words belongs to the last of them: an initial, a number, an abbreviation.
fn is_abbreviation(before: Option<&str>) -> bool {
    let last = before
        .and_then(|before| {
            let mut letters = before.char_indices().rev().take(LONGEST);
            let from = letters.by_ref().last().map_or(before.len(), |(at, _)| at);
            before
                .get(from..)?
                .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '\u{a0}'))
                .next()
        })
        .unwrap_or_default();
    let letters = last.chars().count();
    letters == 1 && last.chars().all(char::is_alphabetic)
        || letters > 0 && letters < 3 && last.bytes().all(|byte| byte.is_ascii_digit())
        || ABBREVIATIONS
            .iter()
            .any(|known| known.len() == last.len() && known.eq_ignore_ascii_case(last))
        || last.contains('.') && ends_in(last, ABBREVIATIONS)
}
