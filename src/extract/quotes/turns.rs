//! Interviews and transcripts: paragraphs that open with the name of whose turn it is, `Rutte: We will see.`, or with what
//! they do in it, `Q: …`, `A: …`.

use std::collections::HashMap;

use super::phrases::{Phrase, Phrases, Referent};
use crate::briefing::{ActorKind, Confidence};
use crate::extract::lexicon::category;
use crate::extract::text::{Paragraph, Shape, Text, TokenRange};
use crate::extract::turns;

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
    /// Whether it goes on with the turn of the paragraph before, without a label of its own.
    pub continues: bool,
    /// Whether the label says that it is whoever asks, without a name.
    pub asks: bool,
    /// How sure it is whose it is.
    pub confidence: Confidence,
}

/// The turns of a text, in order: none unless at least two people have at least two each, and talk to each other.
pub(super) fn find(phrases: &Phrases<'_>) -> Vec<Turn> {
    let text = phrases.text;
    let turns: Vec<Turn> = text
        .paragraphs
        .iter()
        .enumerate()
        .filter_map(|(number, paragraph)| turn(phrases, number, paragraph))
        .collect();
    // “SEN. VANCE:” once, “VANCE:” from then on: the last word tells.
    let last_word = |turn: &Turn| text.word(turn.label.extent.end() - 1);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for turn in &turns {
        *counts.entry(last_word(turn)).or_default() += 1;
    }
    let regular: Vec<Turn> = turns
        .into_iter()
        .filter(|turn| counts.get(last_word(turn)).is_some_and(|count| *count >= TWICE))
        .collect();
    let labels = |turn: &Turn| text.words(turn.label.extent);
    let first = regular.first().map(labels);
    if regular.iter().all(|turn| Some(labels(turn)) == first) || !regular.iter().any(|turn| talks(text, turn))
    {
        return Vec::new();
    }
    with_continuations(phrases, &name_answers(phrases, regular))
}

fn turn(phrases: &Phrases<'_>, number: usize, paragraph: &Paragraph) -> Option<Turn> {
    let text: &Text<'_> = phrases.text;
    let (label, start) = turns::label(text, paragraph)?;
    let end = paragraph.tokens.end();
    let content = TokenRange::new(start, end);
    // Words in marks are somebody's turn where they are all of it.
    let marked = text
        .quoted_at(content.start())
        .is_some_and(|quoted| quoted.tokens.end() < end);
    if content.is_empty() || marked {
        return None;
    }
    let referent = phrases
        .cast
        .mention_at(label.end() - 1)
        .map_or(Referent::Noun(label.end() - 1), |mention| {
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
        continues: false,
        asks: text.token(label.start()).is(category::ASKS_TURN),
        confidence: Confidence::High,
    })
}

/// Whether somebody speaks to somebody: they ask, or say "I" or "you".
fn talks(text: &Text<'_>, turn: &Turn) -> bool {
    let spoken = category::PRONOUN_FIRST.or(category::PRONOUN_SECOND);
    turn.content
        .indices()
        .any(|index| text.token(index).is(spoken) || text.token(index).is_punctuation('?'))
}

/// Gives the answers without a name to the person whom the text before them makes the most of.
fn name_answers(phrases: &Phrases<'_>, mut turns: Vec<Turn>) -> Vec<Turn> {
    let text = phrases.text;
    let Some(first) = turns.first().map(|turn| turn.label.extent.start()) else {
        return turns;
    };
    let before = phrases
        .cast
        .mentions
        .iter()
        .take_while(|mention| mention.tokens.end() <= first);
    let person = before
        .filter_map(|mention| {
            let member = phrases.cast.members.get(mention.member)?;
            (member.actor.kind == ActorKind::Person).then_some((mention.member, member.prominence))
        })
        .reduce(|most, next| if next.1 > most.1 { next } else { most });
    let Some((person, _)) = person else { return turns };
    for turn in &mut turns {
        if text.token(turn.label.extent.start()).is(category::ANSWERS_TURN) {
            turn.label.referent = Referent::Name(person);
            turn.confidence = Confidence::Medium;
        }
    }
    turns
}

/// Adds the paragraphs without a label that go on with a turn, in a text that is mostly turns.
fn with_continuations(phrases: &Phrases<'_>, turns: &[Turn]) -> Vec<Turn> {
    let (Some(first), Some(last)) = (turns.first(), turns.last()) else {
        return Vec::new();
    };
    let mostly = 2 * turns.len() > last.paragraph - first.paragraph;
    let mut all = Vec::with_capacity(turns.len());
    let mut following = turns.iter().skip(1);
    for turn in turns {
        all.push(*turn);
        let next = following.next().map_or(turn.paragraph, |next| next.paragraph);
        if !mostly {
            continue;
        }
        for paragraph in turn.paragraph + 1..next {
            let content = phrases
                .text
                .paragraphs
                .get(paragraph)
                .map(|paragraph| paragraph.tokens)
                .filter(|content| is_spoken_on(phrases, *content));
            let Some(content) = content else { break };
            all.push(Turn {
                paragraph,
                content,
                continues: true,
                confidence: Confidence::Medium,
                ..*turn
            });
        }
    }
    all
}

/// Whether a paragraph between turns is nothing of the narrator's: no stage direction, and nobody reports what is said.
fn is_spoken_on(phrases: &Phrases<'_>, content: TokenRange) -> bool {
    let opening = phrases.text.token(content.start());
    !matches!(opening.shape, Shape::Punctuation('(' | '[') | Shape::Mark)
        && !content.indices().any(|index| phrases.is_cue(index))
}
