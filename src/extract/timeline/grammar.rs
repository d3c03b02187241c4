//! How the words of dates stand together: the patterns of `dates.patterns`, and matching them.

use std::sync::LazyLock;

use super::classes::{Classes, classes};
use crate::extract::text::{Shape, Text, TokenRange};

/// The patterns of English.
static ENGLISH: LazyLock<Grammar> =
    LazyLock::new(|| Grammar::parse(include_str!("../lexicon/en/dates.patterns")));

/// Steps of the longest pattern.
const LONGEST: usize = 16;

/// The patterns of a language.
#[derive(Debug, Default)]
pub(super) struct Grammar {
    patterns: Vec<Pattern>,
    /// For each class, the patterns that may open with it; the last entry has those that open with a plain word.
    opened_by: Vec<Vec<usize>>,
}

/// One line of the file.
#[derive(Debug, Default)]
struct Pattern {
    /// Words one of which may stand before the first step.
    left: Vec<&'static str>,
    left_required: bool,
    /// Whether the word on the left is no part of the date.
    left_outside: bool,
    steps: Vec<Step>,
}

/// One place of a pattern.
#[derive(Debug, Default)]
struct Step {
    classes: Classes,
    words: Vec<&'static str>,
    optional: bool,
}

/// A pattern found in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Match {
    /// The tokens, with what the pattern takes from the left.
    pub(super) tokens: TokenRange,
    /// What the words stand for: the class that the pattern asked for, and the token.
    parts: [(Classes, u32); LONGEST],
    count: usize,
}

impl Match {
    /// The classes asked for, and the tokens that have them.
    pub(super) fn parts(&self) -> impl Iterator<Item = (Classes, usize)> + '_ {
        self.parts
            .iter()
            .take(self.count)
            .map(|(classes, index)| (*classes, *index as usize))
    }
}

/// The patterns of the language that `text` is in.
pub(super) fn grammar(_text: &Text<'_>) -> &'static Grammar {
    &ENGLISH
}

impl Grammar {
    fn parse(source: &'static str) -> Self {
        let mut grammar = Self {
            patterns: Vec::new(),
            opened_by: vec![Vec::new(); 65],
        };
        let lines = source.lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            grammar.add(Pattern::parse(line));
        }
        grammar
    }

    fn add(&mut self, pattern: Pattern) {
        let number = self.patterns.len();
        for step in &pattern.steps {
            let plain = (!step.words.is_empty()).then_some(64);
            for slot in step.classes.bits().chain(plain) {
                if let Some(list) = self.opened_by.get_mut(slot)
                    && list.last() != Some(&number)
                {
                    list.push(number);
                }
            }
            if !step.optional {
                break;
            }
        }
        self.patterns.push(pattern);
    }

    /// The longest pattern that fits with its first step at the token `index`, within the tokens up to `end`.
    pub(super) fn longest(&self, text: &Text<'_>, index: usize, end: usize) -> Option<Match> {
        let mut window = Window::new(text, index, end);
        let mut best: Option<(Match, usize)> = None;
        let (opens, _) = window.classes(index);
        let plain = text.token(index).is_word().then_some(64);
        for slot in opens.bits().chain(plain) {
            for number in self.opened_by.get(slot).into_iter().flatten() {
                let found = self
                    .patterns
                    .get(*number)
                    .and_then(|pattern| pattern.matches(text, &mut window, index));
                // Of two that are equally long, the one that stands first in the file.
                if let Some(found) = found
                    && best.is_none_or(|(best, first)| {
                        found.tokens.len() > best.tokens.len()
                            || found.tokens.len() == best.tokens.len() && *number < first
                    })
                {
                    best = Some((found, *number));
                }
            }
        }
        best.map(|(found, _)| found)
    }
}

impl Pattern {
    fn parse(line: &'static str) -> Self {
        let mut pattern = Self::default();
        let (left, steps) = match line.split_once(" < ") {
            Some((left, steps)) => (left, steps),
            None => ("", line),
        };
        if !left.is_empty() {
            let (left, outside) = left.strip_prefix('&').map_or((left, false), |left| (left, true));
            let (left, optional) = left.strip_suffix('?').map_or((left, false), |left| (left, true));
            pattern.left = left.split('|').collect();
            pattern.left_required = !optional;
            pattern.left_outside = outside;
        }
        pattern.steps = steps.split_whitespace().map(Step::parse).collect();
        pattern
    }

    fn matches(&self, text: &Text<'_>, window: &mut Window<'_, '_>, index: usize) -> Option<Match> {
        let mut parts = [(Classes::default(), 0); LONGEST];
        let mut count = 0;
        let mut next = index;
        for step in &self.steps {
            match step.fits(text, window, next) {
                Some((classes, width)) => {
                    if let Some(part) = parts.get_mut(count) {
                        *part = (classes, u32::try_from(next).ok()?);
                        count += 1;
                    }
                    next += width;
                }
                None if step.optional => {}
                None => return None,
            }
        }
        let mut start = index;
        if !self.left.is_empty() {
            let before = index
                .checked_sub(1)
                .filter(|before| self.left.iter().any(|left| is_word(text, *before, left)));
            match before {
                Some(before) if !self.left_outside => start = before,
                None if self.left_required => return None,
                _ => {}
            }
        }
        Some(Match {
            tokens: TokenRange::new(start, next),
            parts,
            count,
        })
    }
}

impl Step {
    fn parse(source: &'static str) -> Self {
        let (source, optional) = match source.strip_suffix('?') {
            Some(rest) if !rest.is_empty() => (rest, true),
            _ => (source, false),
        };
        let mut step = Self {
            optional,
            ..Self::default()
        };
        for alternative in source.split('|') {
            match Classes::named(alternative) {
                Some(class) => step.classes = step.classes.or(class),
                None => step.words.push(alternative),
            }
        }
        step
    }

    /// What of it the token at `index` is, and how many tokens that takes.
    fn fits(&self, text: &Text<'_>, window: &mut Window<'_, '_>, index: usize) -> Option<(Classes, usize)> {
        if index >= window.end {
            return None;
        }
        let (classes, width) = window.classes(index);
        let asked = classes.and(self.classes);
        if !asked.is_empty() {
            return Some((asked, width));
        }
        self.words
            .iter()
            .any(|word| is_word(text, index, word))
            .then_some((Classes::default(), 1))
    }
}

fn is_word(text: &Text<'_>, index: usize, word: &str) -> bool {
    let token = text.token(index);
    match token.shape {
        Shape::Mark | Shape::Nothing => false,
        Shape::Possessive => {
            let ending = |word: &str| word.char_indices().nth(1).map_or(0, |(at, _)| at);
            let own = text.word(index);
            word.starts_with('\'') && own.get(ending(own)..) == word.get(ending(word)..)
        }
        _ => text.word(index).eq_ignore_ascii_case(word),
    }
}

/// The classes of the tokens that a match looks at, each found out once.
struct Window<'t, 'a> {
    text: &'t Text<'a>,
    start: usize,
    end: usize,
    known: [Option<(Classes, usize)>; LONGEST],
}

impl<'t, 'a> Window<'t, 'a> {
    fn new(text: &'t Text<'a>, start: usize, end: usize) -> Self {
        Self {
            text,
            start,
            end,
            known: [None; LONGEST],
        }
    }

    /// The classes of the token at `index`, and how many tokens they take.
    fn classes(&mut self, index: usize) -> (Classes, usize) {
        let text = self.text;
        let Some(slot) = self.known.get_mut(index - self.start) else {
            return (Classes::default(), 1);
        };
        *slot.get_or_insert_with(|| classes(text, index))
    }
}
