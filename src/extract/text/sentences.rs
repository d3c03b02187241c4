//! Carrier sentences: the narrator's, with what is quoted held in them like a word.

use crate::briefing::Span;
use crate::extract::lexicon::category;
use crate::extract::text::{Paragraph, Quoted, Shape, Token, TokenRange, Tokens};

/// A carrier sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its words, closing punctuation and marks included.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The index of its paragraph.
    pub paragraph: usize,
}

/// How far ahead of a closed question the verb of speech may stand.
const ATTRIBUTION_REACH: usize = 8;

pub(super) fn split(
    source: &str,
    tokens: &Tokens,
    paragraphs: &[Paragraph],
    quoted: &[Quoted],
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut segments = quoted.iter().peekable();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let range = paragraph.tokens;
        let mut start = range.start();
        let mut index = start;
        while index < range.end() {
            while segments
                .next_if(|segment| segment.tokens.end() <= index)
                .is_some()
            {}
            let segment = segments.peek().filter(|segment| segment.tokens.start() == index);
            let last = segment.map_or(index, |segment| segment.tokens.end() - 1);
            let ends = match segment {
                Some(segment) if segment.closed => ends_after_segment(source, tokens, last, range.end()),
                Some(_) => ends_after(source, tokens, last, range.end()),
                None => ends_after(source, tokens, index, range.end()),
            };
            index = last + 1;
            if ends {
                while tokens.at(index).is_punctuation(')') || is_stray_mark(tokens, index, range.end()) {
                    index += 1;
                }
                push(
                    &mut sentences,
                    source,
                    tokens,
                    TokenRange::new(start, index.min(range.end())),
                    number,
                );
                start = index;
            }
        }
        push(
            &mut sentences,
            source,
            tokens,
            TokenRange::new(start, range.end()),
            number,
        );
    }
    sentences
}

fn push(sentences: &mut Vec<Sentence>, source: &str, tokens: &Tokens, range: TokenRange, paragraph: usize) {
    if range.is_empty() {
        return;
    }
    let span = tokens
        .at(range.start())
        .span
        .cover(tokens.at(range.end() - 1).span)
        .trimmed(source);
    sentences.push(Sentence {
        span,
        tokens: range,
        paragraph,
    });
}

/// A closing mark that pairs with nothing still belongs to the sentence before it.
fn is_stray_mark(tokens: &Tokens, index: usize, end: usize) -> bool {
    let token = tokens.at(index);
    index < end
        && matches!(token.shape, Shape::Punctuation('”' | '’' | '"' | '\''))
        && tokens.at(index - 1).span.end == token.span.start
}

fn opens_sentence(token: Token) -> bool {
    match token.shape {
        Shape::Capitalised | Shape::Upper | Shape::Number | Shape::Mark | Shape::Nothing | Shape::Mixed => {
            true
        }
        Shape::Punctuation(character) => {
            matches!(
                character,
                '(' | '[' | '“' | '‘' | '"' | '\'' | '—' | '–' | '-' | '•' | '$' | '£' | '€' | '#' | '@'
            )
        }
        _ => false,
    }
}

/// Whether the sentence ends with the token at `index`, which stands outside quoted segments.
fn ends_after(source: &str, tokens: &Tokens, index: usize, end: usize) -> bool {
    let token = tokens.at(index);
    if index + 1 >= end {
        return true;
    }
    // Looked for behind a full stop alone: a text may be nothing but brackets and stray marks.
    let after_marks = || {
        let mut next = index + 1;
        while tokens.at(next).is_punctuation(')') || is_stray_mark(tokens, next, end) {
            next += 1;
        }
        next
    };
    match token.shape {
        Shape::Punctuation('.' | '!' | '?' | '…') => {
            let next = after_marks();
            next >= end || opens_sentence(tokens.at(next))
        }
        Shape::Capitalised | Shape::Upper | Shape::Lower | Shape::Mixed
            if token.span.of(source).ends_with('.') =>
        {
            // The full stop of an abbreviation may end the sentence as well: only a word that would not otherwise have a
            // capital shows it.
            let following = tokens.at(after_marks());
            following.shape == Shape::Capitalised
                && following.is(category::FUNCTION_WORD)
                && !token.is(category::TITLE)
                && token.span.len() > 2
        }
        _ => false,
    }
}

/// Whether the sentence ends with the closing mark at `mark`.
fn ends_after_segment(source: &str, tokens: &Tokens, mark: usize, end: usize) -> bool {
    let next = tokens.at(mark + 1);
    if mark + 1 >= end {
        return true;
    }
    if !opens_sentence(next) || next.is_dash() {
        return false;
    }
    match tokens.at(mark - 1).shape {
        Shape::Punctuation('.' | '…') => !is_attribution(source, tokens, mark + 1, end),
        Shape::Punctuation('!' | '?') => {
            next.shape == Shape::Mark || !is_attribution(source, tokens, mark + 1, end)
        }
        _ => false,
    }
}

/// Whether what follows a quote reads `SUBJECT VERB-OF-SPEECH` before anything else happens.
fn is_attribution(source: &str, tokens: &Tokens, start: usize, end: usize) -> bool {
    for index in start..end.min(start + ATTRIBUTION_REACH) {
        let token = tokens.at(index);
        if token.shape == Shape::Mark || matches!(token.shape, Shape::Punctuation('.' | '?' | '!' | ':')) {
            return false;
        }
        if index > start && token.shape == Shape::Lower && token.is(category::SPEECH_VERB) {
            // `“Why?” Rutte said.` closes here; `“Yes.” Rutte said that …` would open a new sentence.
            let after = tokens.at(index + 1);
            return index + 1 >= end
                || matches!(after.shape, Shape::Punctuation('.' | ','))
                || tokens.at(start - 2).span.of(source) != ".";
        }
        if token.is(category::AUXILIARY) {
            return false;
        }
    }
    false
}
