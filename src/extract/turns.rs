//! Interviews in turns: "Averink: When did you begin?", "YILDIRIM: At sea."

use crate::extract::lexicon::category;
use crate::extract::text::{Paragraph, Shape, Text};

/// Words that a label has at most: "Dr Ada Holm:".
const LABEL: usize = 4;
/// Labelled paragraphs that make an article one in turns.
const LEAST: usize = 4;

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
            .map(|paragraph| label(text, paragraph))
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

/// The label that the paragraph opens with.
fn label<'a>(text: &Text<'a>, paragraph: &Paragraph) -> Option<&'a str> {
    let start = paragraph.tokens.start();
    let end = paragraph.tokens.end().min(start + LABEL + 1);
    let colon = (start..end).find(|index| text.token(*index).is_punctuation(':'))?;
    let named = colon > start
        && (start..colon).all(|index| {
            let token = text.token(index);
            token.is_capitalised() && !token.is(category::FUNCTION_WORD) && token.shape != Shape::Mark
        });
    let first = text.token(start).span;
    let last = text.token(colon.checked_sub(1)?).span;
    named.then(|| first.cover(last).of(text.source))
}
