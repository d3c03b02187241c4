//! Finding the words that tell whose a quoted segment is: one sieve a file, in order of precision; the first that answers
//! wins. Who those words stand for is another matter, see [`super::resolve`].

mod according_to;
mod carried_over;
mod coordinated;
mod genitive;
mod governing;
mod label;
mod left;
mod left_adjacent;
mod open_paragraph;
mod previous_paragraph;
mod right_adjacent;
pub(super) mod trailing;

use std::ops::Range;

use crate::briefing::{Confidence, Rule};
use crate::extract::quotes::Utterance;
use crate::extract::quotes::phrases::{Phrase, Phrases};
use crate::extract::text::{Quoted, Sentence, Shape, TokenRange};

/// Tokens to either side of a segment that tell whether it stands alone: a bound for sentences without end.
const FAR: usize = 500;

/// What the sieves look at: one segment, and what has been found before it.
pub(super) struct Scene<'a> {
    /// The text and its names.
    pub phrases: Phrases<'a>,
    /// The index of the segment.
    pub segment: usize,
    /// The segment itself.
    pub quoted: Quoted,
    /// The sentence that carries it.
    pub sentence: Sentence,
    /// The utterances of the segments before it, in order.
    pub done: &'a [Utterance],
}

/// Whose words a segment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// Whoever this phrase stands for.
    Phrase(Phrase),
    /// Whoever said this earlier utterance: an index into those done.
    Utterance(usize),
}

/// A sieve's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// Whose words they are.
    pub source: Source,
    /// The verb or phrase that makes them speech.
    pub cue: Option<TokenRange>,
    /// Which sieve answered.
    pub rule: Rule,
    /// How far to trust it.
    pub confidence: Confidence,
}

impl Found {
    pub(super) fn phrase(phrase: Phrase, cue: Option<usize>, rule: Rule, confidence: Confidence) -> Self {
        Self {
            source: Source::Phrase(phrase),
            cue: cue.map(|index| TokenRange::new(index, index + 1)),
            rule,
            confidence,
        }
    }
}

pub(super) type Sieve = fn(&Scene<'_>) -> Option<Found>;

/// In order of precision.
pub(super) const SIEVES: &[Sieve] = &[
    label::find,
    open_paragraph::find,
    left_adjacent::find,
    right_adjacent::find,
    according_to::find,
    coordinated::joined,
    genitive::find,
    left::find,
    trailing::find,
    coordinated::find,
    carried_over::find,
    governing::find,
    previous_paragraph::find,
];

impl<'a> Scene<'a> {
    /// The scene of the segment at index `segment`.
    pub(super) fn new(phrases: Phrases<'a>, segment: usize, done: &'a [Utterance]) -> Option<Self> {
        let text = phrases.text;
        let quoted = *text.quoted.get(segment)?;
        let sentence = *text.sentences.get(text.sentence_of(quoted.tokens.start()))?;
        Some(Self {
            phrases,
            segment,
            quoted,
            sentence,
            done,
        })
    }

    /// Whether the segment ends as speech does that is followed by its speaker: “…,” or “…?” or a comma after the mark.
    fn closes_for_speaker(&self) -> bool {
        let tokens = self.quoted.tokens;
        let last = self.last_inside();
        let after = self.phrases.text.token(tokens.end());
        matches!(
            last,
            Shape::Punctuation(',' | '?' | '!' | '—' | '–' | '-' | '…' | '.')
        ) || after.is_punctuation(',')
            || after.is_dash()
    }

    /// The shape of the last token inside the marks, closing marks of quotes inside the quote passed over.
    pub(super) fn last_inside(&self) -> Shape {
        let tokens = self.quoted.tokens;
        let end = tokens.end() - usize::from(self.quoted.closed);
        (tokens.start() + 1..end)
            .rev()
            .map(|index| self.phrases.text.token(index).shape)
            .find(|shape| {
                !matches!(
                    shape,
                    Shape::Punctuation('\'' | '’' | '"' | '”') | Shape::Possessive
                )
            })
            .unwrap_or_default()
    }

    /// The tokens inside the marks.
    pub(super) fn inner(&self) -> Range<usize> {
        let tokens = self.quoted.tokens;
        let start = tokens.start() + 1;
        start..(tokens.end() - usize::from(self.quoted.closed)).max(start)
    }

    /// Whether the segment opens its sentence.
    pub(super) fn opens_sentence(&self) -> bool {
        self.quoted.tokens.start() == self.sentence.tokens.start()
    }

    /// Whether nothing of the narrator's is in the segment's sentence.
    pub(super) fn stands_alone(&self) -> bool {
        let (quoted, sentence) = (self.quoted.tokens, self.sentence.tokens);
        let outside = |index: &usize| {
            let token = self.phrases.text.token(*index);
            !token.quoted && (token.is_word() || token.shape == Shape::Number)
        };
        let (first, last) = (quoted.start().saturating_sub(FAR), quoted.end() + FAR);
        !(first.max(sentence.start())..quoted.start())
            .chain(quoted.end()..last.min(sentence.end()))
            .any(|index| outside(&index))
    }
}
