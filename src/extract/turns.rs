//! Interviews in turns: "Averink: When did you begin?", "YILDIRIM: At sea.", "Q. And then?"

use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Paragraph, Text, TokenRange};

/// Words that a label has at most: "Dr Ada Holm:".
const LABEL: usize = 4;
/// Labelled paragraphs that make an article one in turns.
const LEAST: usize = 4;
/// How often a label must come for it to be somebody's.
const TWICE: usize = 2;
/// How many must be somebody's.
const TWO: usize = 2;

/// Labels that say what is done in a turn and not who does it: "Q.", "A:".
const PART: Categories = category::ASKS_TURN.or(category::ANSWERS_TURN);

/// Labels that are kept apart; an article with more is no interview.
const LABELS: usize = 24;

/// Whose turn each paragraph is.
#[derive(Debug, Clone, Default)]
pub(super) struct Turns {
    /// For each paragraph; empty where the article is not in turns.
    turns: Vec<Turn>,
}

/// What a paragraph is in an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Turn {
    /// The narrator's.
    #[default]
    Narrated,
    /// Of the one who asks.
    Asked,
    /// Of somebody who answers.
    Answered,
}

/// How often a label stands, and how often its paragraph asks.
struct Label<'a> {
    name: &'a str,
    paragraphs: usize,
    questions: usize,
}

impl Turns {
    /// Finds the turns of `text`.
    pub(super) fn of(text: &Text<'_>) -> Self {
        let names: Vec<Option<&str>> = text
            .paragraphs
            .iter()
            .map(|paragraph| somebody(text, paragraph))
            .collect();
        if names.iter().flatten().count() < LEAST {
            return Self::default();
        }
        let mut labels: Vec<Label<'_>> = Vec::new();
        for (name, paragraph) in names.iter().zip(&text.paragraphs) {
            let Some(name) = name else { continue };
            let asks = usize::from(paragraph.span.of(text.source).trim_end().ends_with('?'));
            if let Some(label) = labels.iter_mut().find(|label| label.name == *name) {
                label.paragraphs += 1;
                label.questions += asks;
            } else if labels.len() < LABELS {
                labels.push(Label {
                    name,
                    paragraphs: 1,
                    questions: asks,
                });
            }
        }
        // "Oslo: …", "Bergen: …": a list, or a round-up of places.
        if labels.iter().filter(|label| label.paragraphs >= TWICE).count() < TWO {
            return Self::default();
        }
        let asker = labels
            .iter()
            .filter(|label| label.questions * 2 > label.paragraphs)
            .max_by_key(|label| label.questions)
            .map(|label| label.name);
        let turns = names
            .into_iter()
            .map(|name| match name {
                None => Turn::Narrated,
                Some(_) if name == asker => Turn::Asked,
                Some(_) => Turn::Answered,
            })
            .collect();
        Self { turns }
    }

    /// Whose turn the paragraph of that number is.
    pub(super) fn turn(&self, paragraph: usize) -> Turn {
        self.turns.get(paragraph).copied().unwrap_or_default()
    }
}

/// The label that the paragraph opens with, and the token at which what is said begins.
pub(super) fn label(text: &Text<'_>, paragraph: &Paragraph) -> Option<(TokenRange, usize)> {
    let (start, end) = (paragraph.tokens.start(), paragraph.tokens.end());
    // "Q. When was that?"
    let stopped = text.token(start).is(PART) && text.word(start).ends_with('.');
    let close = if stopped {
        start + 1
    } else {
        (start + 1..end.min(start + LABEL + 1)).find(|index| text.token(*index).is_punctuation(':'))?
    };
    let label = TokenRange::new(start, close);
    let named = label
        .indices()
        .all(|index| text.token(index).is_capitalised() && !text.token(index).quoted);
    let content = close + usize::from(text.token(close).is_punctuation(':'));
    named.then_some((label, content))
}

/// The words of a label that may be somebody's: "Holm:", "Q."; "The plan:" is none.
fn somebody<'a>(text: &Text<'a>, paragraph: &Paragraph) -> Option<&'a str> {
    let (label, _) = label(text, paragraph)?;
    let part = label.len() == 1 && text.token(label.start()).is(PART);
    let plain = label
        .indices()
        .any(|index| text.token(index).is(category::FUNCTION_WORD));
    (part || !plain).then(|| text.words(label))
}
