//! Where else in an article the words of a short quoted segment stand in marks, and which marks the article mostly uses.

use std::collections::HashMap;

use crate::extract::text::{MarkStyle, Quoted, Text, TokenRange};

/// Words of a segment, at most, whose echoes are looked for.
const SHORT: usize = 6;
/// Segments that open with one word, at most, that are told apart.
const ALIKE: usize = 8;

/// The echoes of an article's quoted segments.
pub(super) struct Echoes {
    /// For each segment, whether its words stand within longer ones in marks.
    within: Vec<bool>,
    /// The marks that most segments stand in.
    usual: MarkStyle,
}

impl Echoes {
    pub(super) fn of(text: &Text<'_>) -> Self {
        let mut opening: HashMap<u64, Vec<usize>> = HashMap::new();
        let mut within = vec![false; text.quoted.len()];
        for (number, quoted) in text.quoted.iter().enumerate() {
            let mut words = words(text, quoted.tokens).take(SHORT + 1);
            let Some(first) = words.next().filter(|_| words.count() < SHORT) else {
                continue;
            };
            let alike = opening.entry(hash(text.word(first))).or_default();
            if alike.len() < ALIKE {
                alike.push(number);
            }
        }
        for long in &text.quoted {
            for index in words(text, long.tokens) {
                let Some(alike) = opening.get(&hash(text.word(index))) else {
                    continue;
                };
                for number in alike {
                    let longer = text.quoted.get(*number).is_some_and(|short| {
                        short.tokens.len() < long.tokens.len()
                            && reads(text, short.tokens, index, long.tokens.end())
                    });
                    if let Some(within) = within.get_mut(*number) {
                        *within |= longer;
                    }
                }
            }
        }
        Self {
            within,
            usual: usual(&text.quoted),
        }
    }

    /// Whether the words of the segment of that number stand within longer ones in marks.
    pub(super) fn is_within(&self, segment: usize) -> bool {
        self.within.get(segment).copied().unwrap_or_default()
    }

    /// Whether the article mostly uses other marks.
    pub(super) fn is_unusual(&self, style: MarkStyle) -> bool {
        self.usual != style
    }
}

/// The tokens of a run that are words or numbers.
fn words(text: &Text<'_>, tokens: TokenRange) -> impl Iterator<Item = usize> {
    tokens
        .indices()
        .filter(|index| text.word(*index).starts_with(char::is_alphanumeric))
}

/// Whether the words of `short` stand at `start` and before `end` too.
fn reads(text: &Text<'_>, short: TokenRange, start: usize, end: usize) -> bool {
    let mut there = words(text, TokenRange::new(start, end));
    words(text, short).all(|index| {
        there
            .next()
            .is_some_and(|other| hash(text.word(index)) == hash(text.word(other)))
    })
}

/// A word's number, capitals or not (FNV-1a).
fn hash(word: &str) -> u64 {
    word.chars()
        .flat_map(char::to_lowercase)
        .fold(0xcbf2_9ce4_8422_2325, |hash, character| {
            (hash ^ u64::from(u32::from(character))).wrapping_mul(0x0100_0000_01b3)
        })
}

/// The marks that most of the segments stand in: double ones where there are as many.
fn usual(quoted: &[Quoted]) -> MarkStyle {
    let count = |style| quoted.iter().filter(|quoted| quoted.style == style).count();
    [MarkStyle::Single, MarkStyle::Guillemets, MarkStyle::Corners]
        .into_iter()
        .fold(MarkStyle::Double, |most, style| {
            if count(style) > count(most) { style } else { most }
        })
}
