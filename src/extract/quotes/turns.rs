//! Interviews and transcripts: paragraphs that open with the name of whose turn it is, `Rutte: We will see.`

use std::collections::HashMap;

use super::phrases::{Phrase, Phrases, Referent};
use crate::extract::text::{Paragraph, Text, TokenRange};

/// Tokens of a label, at most.
const LABEL: usize = 4;
/// How often a label must come for it to be somebody's, and how many of them there must be.
const TWICE: usize = 2;

/// A paragraph that is somebody's turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turn {
    /// The index of the paragraph.
    pub paragraph: usize,
    /// Whose it is.
    pub label: Phrase,
    /// What they say.
    pub content: TokenRange,
}

/// The turns of a text, in order: none unless at least two people have at least two each.
pub(super) fn find(phrases: &Phrases<'_>) -> Vec<Turn> {
    let text = phrases.text;
    let turns: Vec<Turn> = text
        .paragraphs
        .iter()
        .enumerate()
        .filter_map(|(number, paragraph)| turn(phrases, number, paragraph))
        .collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for turn in &turns {
        *counts.entry(text.words(turn.label.extent)).or_default() += 1;
    }
    let regular = |turn: &Turn| {
        counts
            .get(text.words(turn.label.extent))
            .is_some_and(|count| *count >= TWICE)
    };
    if counts.values().filter(|count| **count >= TWICE).count() < TWICE {
        return Vec::new();
    }
    turns.into_iter().filter(regular).collect()
}

fn turn(phrases: &Phrases<'_>, number: usize, paragraph: &Paragraph) -> Option<Turn> {
    let text: &Text<'_> = phrases.text;
    let (start, end) = (paragraph.tokens.start(), paragraph.tokens.end());
    let colon =
        (start + 1..end.min(start + LABEL + 1)).find(|index| text.token(*index).is_punctuation(':'))?;
    let label = TokenRange::new(start, colon);
    let named = label
        .indices()
        .all(|index| text.token(index).is_capitalised() && !text.token(index).quoted);
    let content = TokenRange::new(colon + 1, end);
    if !named || content.is_empty() || text.token(colon + 1).quoted {
        return None;
    }
    let referent = phrases
        .cast
        .mention_at(colon - 1)
        .map_or(Referent::Noun(colon - 1), |mention| {
            Referent::Name(mention.member)
        });
    Some(Turn {
        paragraph: number,
        label: Phrase {
            mention: label,
            extent: label,
            referent,
        },
        content,
    })
}
