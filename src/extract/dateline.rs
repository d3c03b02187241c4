//! Where an article's own words begin: behind "WASHINGTON, Sept 5 (Reuters) -".

use crate::extract::text::{Sentence, Shape, Text, TokenRange};

/// Tokens that a dateline has at most before its dash.
const LONGEST: usize = 14;

/// The tokens of `sentence` without a dateline.
pub(super) fn without_dateline(text: &Text<'_>, sentence: &Sentence) -> TokenRange {
    let tokens = sentence.tokens;
    let opens_paragraph = text
        .paragraphs
        .get(sentence.paragraph)
        .is_some_and(|paragraph| paragraph.tokens.start() == tokens.start());
    let start = if opens_paragraph {
        dateline_end(text, tokens)
    } else {
        None
    };
    TokenRange::new(start.unwrap_or(tokens.start()), tokens.end())
}

/// Where the words begin behind a place in capitals, perhaps a date and an agency in brackets, and a dash.
fn dateline_end(text: &Text<'_>, tokens: TokenRange) -> Option<usize> {
    if text.token(tokens.start()).shape != Shape::Upper {
        return None;
    }
    let dash = (tokens.start() + 1..tokens.end().min(tokens.start() + LONGEST))
        .take_while(|index| {
            let token = text.token(*index);
            token.is_capitalised()
                || token.shape == Shape::Number
                || matches!(token.shape, Shape::Punctuation(_))
        })
        .find(|index| text.token(*index).is_dash() && stands_apart(text, *index))?;
    Some(dash + 1)
}

/// Whether white space stands on both sides of the dash, as in no compound and no range.
fn stands_apart(text: &Text<'_>, dash: usize) -> bool {
    let span = text.token(dash).span;
    text.token(dash - 1).span.end < span.start || span.end < text.token(dash + 1).span.start
}
