//! Where the phrases of the lexicon stand, looked up once: every stage asks for them, many times over.

use crate::extract::lexicon::{Categories, Lexicon, PHRASE_WORDS};
use crate::extract::text::{Shape, TokenRange, Tokens};

/// The longest phrase that opens at a token, for every token where one does: its tokens and its categories, in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrases(Vec<(TokenRange, Categories)>);

impl Phrases {
    /// Looks them up. A token that could open a phrase, and opens none here, is no longer said to head one.
    pub fn of(source: &str, tokens: &mut Tokens, lexicon: &Lexicon) -> Self {
        let mut found = Vec::new();
        for index in 0..tokens.len() {
            if !tokens.at(index).categories.heads_phrase() {
                continue;
            }
            match longest(source, tokens, index, lexicon) {
                Some(phrase) => found.push(phrase),
                None => tokens.head_no_phrase(index),
            }
        }
        Self(found)
    }

    /// The one that opens at the token at `index`.
    pub fn at(&self, index: usize) -> Option<(TokenRange, Categories)> {
        let place = self.0.binary_search_by_key(&index, |(range, _)| range.start());
        self.0.get(place.ok()?).copied()
    }
}

fn longest(
    source: &str,
    tokens: &Tokens,
    index: usize,
    lexicon: &Lexicon,
) -> Option<(TokenRange, Categories)> {
    let second = tokens.at(index + 1);
    // "New Year's Day": the lexicon's word is "year's", and the token "Year".
    let goes_on = second.categories.goes_on_phrase()
        || !second.is_word()
        || tokens.at(index + 2).shape == Shape::Possessive;
    if !goes_on {
        return None;
    }
    let start = tokens.at(index).span.start();
    let mut ends = [0_usize; PHRASE_WORDS];
    let mut count = 0;
    for (slot, next) in ends.iter_mut().zip(index..tokens.len()) {
        *slot = tokens.at(next).span.end() - start;
        count += 1;
    }
    let (words, categories) = lexicon.phrase(source.get(start..)?, ends.get(..count)?)?;
    Some((TokenRange::new(index, index + words), categories))
}
