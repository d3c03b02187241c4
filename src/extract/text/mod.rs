//! What an article is made of before anything is understood: paragraphs, quoted segments, tokens, sentences.
//!
//! Quoted segments are found first, by typography alone. Sentences are *carrier* sentences: what stands inside quotation
//! marks never splits one, so that `“A. B,” he said.` is one sentence whose grammar is the narrator's.

mod marks;
mod phrases;
mod sentences;
mod tokens;

pub use marks::{MarkStyle, Quoted};
pub use sentences::Sentence;
pub use tokens::{Shape, Token, TokenRange, Tokens};

use phrases::Phrases;

use crate::briefing::Span;
use crate::extract::lexicon::{Categories, Lexicon, ends_in};

/// A paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
}

/// An article's text, taken apart. Everything is indexed by position in these lists.
pub struct Text<'a> {
    /// The article's text, which all spans count bytes of.
    pub source: &'a str,
    /// The language's words.
    pub lexicon: &'static Lexicon,
    /// In order.
    pub paragraphs: Vec<Paragraph>,
    /// Quoted segments, in order, not nested in one another, each within one paragraph.
    pub quoted: Vec<Quoted>,
    /// In order, covering everything but white space.
    pub tokens: Tokens,
    phrases: Phrases,
    /// Carrier sentences, in order, each within one paragraph.
    pub sentences: Vec<Sentence>,
}

impl<'a> Text<'a> {
    /// Takes `source` apart.
    pub fn new(source: &'a str, lexicon: &'static Lexicon) -> Self {
        let spans = paragraph_spans(source);
        let quoted = marks::segments(source, &spans, lexicon);
        let mut tokens = tokens::tokenise(source, lexicon);
        let paragraphs: Vec<Paragraph> = spans
            .into_iter()
            .map(|span| Paragraph {
                span,
                tokens: tokens.within(span),
            })
            .collect();
        let quoted = marks::with_tokens(quoted, &mut tokens);
        let phrases = Phrases::of(source, &mut tokens, lexicon);
        let sentences = sentences::split(source, &tokens, &paragraphs, &quoted);
        Self {
            source,
            lexicon,
            paragraphs,
            quoted,
            tokens,
            phrases,
            sentences,
        }
    }

    /// The token at `index`; past either end a token that is nothing.
    pub fn token(&self, index: usize) -> Token {
        self.tokens.at(index)
    }

    /// The words of the token at `index`.
    pub fn word(&self, index: usize) -> &'a str {
        self.token(index).span.of(self.source)
    }

    /// Whether the word at `index` has one of `endings`, a list of the lexicon.
    pub fn ends_in(&self, index: usize, endings: &[&str]) -> bool {
        ends_in(self.word(index), endings)
    }

    /// The words of a run of tokens, with what stands between them.
    pub fn words(&self, range: TokenRange) -> &'a str {
        self.span(range).of(self.source)
    }

    /// Where a run of tokens stands.
    pub fn span(&self, range: TokenRange) -> Span {
        if range.is_empty() {
            let start = self.token(range.start()).span.start();
            return Span::new(start, start);
        }
        self.token(range.start())
            .span
            .cover(self.token(range.end() - 1).span)
    }

    /// The index of the sentence that holds the token at `index`, or the last one before it.
    pub fn sentence_of(&self, index: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.tokens.start() <= index)
            .saturating_sub(1)
    }

    /// The index of the paragraph that holds the token at `index`, or the last one before it.
    pub fn paragraph_of(&self, index: usize) -> usize {
        self.paragraphs
            .partition_point(|paragraph| paragraph.tokens.start() <= index)
            .saturating_sub(1)
    }

    /// The quoted segment that holds the token at `index`.
    pub fn quoted_at(&self, index: usize) -> Option<&Quoted> {
        let after = self
            .quoted
            .partition_point(|quoted| quoted.tokens.start() <= index);
        self.quoted
            .get(after.checked_sub(1)?)
            .filter(|quoted| quoted.tokens.holds(index))
    }

    /// What the lexicon says of a run of tokens as a whole.
    pub fn known(&self, tokens: TokenRange) -> Categories {
        if tokens.len() == 1 {
            return self.token(tokens.start()).categories;
        }
        self.phrase(tokens.start())
            .filter(|(words, _)| *words == tokens)
            .map_or(Categories::NONE, |(_, categories)| categories)
    }

    /// The longest phrase of the lexicon that opens with the token at `index`: its tokens and categories.
    pub fn phrase(&self, index: usize) -> Option<(TokenRange, Categories)> {
        let heads = self.token(index).categories.heads_phrase();
        heads.then(|| self.phrases.at(index)).flatten()
    }
}

/// Where the paragraphs stand: lines that are not blank.
pub(in crate::extract) fn paragraph_spans(source: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(source);
        if !span.is_empty() {
            spans.push(span);
        }
        start += line.len();
    }
    spans
}
