//! Lines → paragraphs, and which of them is the headline.

use std::collections::HashSet;

use super::columns::{Column, usual_size};
use super::printed::Line;
use crate::load::limits::Deadline;
use crate::load::paragraphs::{self, is_finished, single_spaced};

/// How much larger than the text a headline is set.
const LARGER: f32 = 1.15;

/// The fewest words of a headline: what is set larger still is the name of the paper.
const FEWEST_WORDS: usize = 3;

/// The most lines of a headline.
const MOST_LINES: usize = 6;

/// How far a first line is set in, at least and at most, in sizes of the letters.
const INDENT: std::ops::Range<f32> = 0.7..6.0;

/// How much wider than the usual step from line to line the step to a new paragraph is.
const WIDER: f32 = 1.25;

/// As much of a line must be left where a word would have fitted, for its end to be that of a paragraph: after a sentence, and
/// in the middle of one.
const ROOM: f32 = 0.04;
const MUCH_ROOM: f32 = 0.25;

/// As many lines show how wide a column is.
const FEWEST_LINES: usize = 3;

/// No word is longer, in bytes.
const LONGEST_WORD: usize = 256;

/// The signs of letters that are set as one.
const LIGATURES: [(&str, &str); 7] = [
    ("\u{fb00}", "ff"),
    ("\u{fb01}", "fi"),
    ("\u{fb02}", "fl"),
    ("\u{fb03}", "ffi"),
    ("\u{fb04}", "ffl"),
    ("\u{fb05}", "st"),
    ("\u{fb06}", "st"),
];

/// The text of a document.
pub(super) struct Flow {
    /// In order, each in one line.
    pub(super) paragraphs: Vec<String>,
    /// Which of them is the headline.
    pub(super) title: Option<usize>,
}

/// The text that stands in `pages`; `None` where there is no time to read it.
pub(super) fn flow(pages: &[Vec<Column>], deadline: &Deadline) -> Option<Flow> {
    let columns = || pages.iter().flatten();
    let lines: Vec<Line> = columns().flatten().map(readable).collect();
    let body = body_size(&lines);
    let step = usual_step(columns());
    let words = Vocabulary::of(&lines);
    let headline = headline(pages, body);

    let mut paragraphs: Vec<String> = Vec::new();
    let mut title = None;
    let mut last: Option<(&Line, Edges)> = None;
    let mut lines = lines.iter();
    for column in columns() {
        if deadline.is_over() {
            return None;
        }
        let edges = Edges::of(column);
        for (line, place) in column.iter().zip(0..) {
            let Some(Line { words: read, .. }) = lines.next() else {
                break;
            };
            let goes_on = last.is_some_and(|last| goes_on(last, (line, edges), step, place == 0));
            match paragraphs.last_mut() {
                Some(paragraph) if goes_on => {
                    paragraphs::join(paragraph, read, |stem, next| words.is_broken(stem, next));
                }
                _ => paragraphs.push(single_spaced(read)),
            }
            if headline.is_some_and(|headline| std::ptr::eq(headline, line)) {
                title = Some(paragraphs.len() - 1);
            }
            last = Some((line, edges));
        }
    }
    Some(Flow { paragraphs, title })
}

/// A line with the signs of joined letters taken apart.
fn readable(line: &Line) -> Line {
    let mut words = line.words.clone();
    for (sign, letters) in LIGATURES {
        if words.contains(sign) {
            words = words.replace(sign, letters);
        }
    }
    Line {
        words,
        ..line.clone()
    }
}

/// Where the lines of a column begin and end.
#[derive(Clone, Copy)]
struct Edges {
    left: f32,
    right: f32,
    /// How many lines tell them.
    lines: usize,
}

impl Edges {
    fn of(column: &[Line]) -> Self {
        Self {
            left: column.iter().map(|line| line.left).fold(f32::INFINITY, f32::min),
            right: column
                .iter()
                .map(|line| line.right)
                .fold(f32::NEG_INFINITY, f32::max),
            lines: column.len(),
        }
    }
}

/// The size in which most letters are set.
fn body_size(lines: &[Line]) -> f32 {
    let long: Vec<Line> = lines
        .iter()
        .filter(|line| line.words.len() > 20)
        .cloned()
        .collect();
    usual_size(if long.is_empty() { lines } else { &long })
}

/// The usual step from one line to the next, in sizes of the letters.
fn usual_step<'p>(columns: impl Iterator<Item = &'p Column>) -> f32 {
    let mut steps: Vec<f32> = columns
        .flat_map(|column| column.windows(2))
        .filter_map(|pair| match pair {
            [line, next] if is_same_size(line, next) => Some((next.y - line.y) / line.size),
            _ => None,
        })
        .filter(|step| *step > 0.5)
        .collect();
    steps.sort_by(f32::total_cmp);
    // Paragraphs of one line each make wide steps as usual as narrow ones.
    steps.get(steps.len() / 3).copied().unwrap_or(1.2)
}

fn is_same_size(line: &Line, other: &Line) -> bool {
    (line.size - other.size).abs() <= 0.08 * line.size.max(other.size)
}

/// Whether a line belongs to the paragraph of the line before it; `is_first` of its column.
fn goes_on((before, edges): (&Line, Edges), (line, own): (&Line, Edges), step: f32, is_first: bool) -> bool {
    if !is_same_size(before, line) || is_item(&line.words) {
        return false;
    }
    let size = line.size;
    let opens_anew = !line.words.trim_start().starts_with(char::is_lowercase);
    let finished = is_finished(before.words.trim_end());
    let indent = line.left - own.left;
    let indent_before = before.left - edges.left;
    let is_set_in = INDENT.contains(&(indent / size)) && indent - indent_before > INDENT.start * size;
    // How far the first word of this line would have reached on the one before.
    let first = line.words.split_whitespace().next().unwrap_or_default();
    let letter = (line.right - line.left) / number(line.words.chars().count().max(1));
    let reach = before.right + letter * number(first.chars().count() + 1);
    let room = (edges.right - reach) / (edges.right - edges.left).max(1.0);
    let had_room = room > if finished { ROOM } else { MUCH_ROOM };
    let is_far = line.y - before.y > WIDER * step * size;
    // Of a column of few lines nobody knows how wide it is.
    let may_end = is_first && finished && edges.lines < FEWEST_LINES;
    !(is_far || opens_anew && (is_set_in || had_room || may_end))
}

/// A count of letters of a line.
fn number(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

fn is_item(words: &str) -> bool {
    words.trim_start().starts_with(['•', '▪', '◦', '●', '■', '‣'])
}

/// The last line of the headline: of what stands on the first page with text, in the largest letters.
fn headline(pages: &[Vec<Column>], body: f32) -> Option<&Line> {
    let page = pages.iter().find(|page| !page.is_empty())?;
    let lines: Vec<&Line> = page.iter().flatten().collect();
    let groups = lines.chunk_by(|line, next| is_same_size(line, next));
    let is_headline = |group: &&[&Line]| {
        let words: usize = group
            .iter()
            .map(|line| line.words.split_whitespace().count())
            .sum();
        let size = group.first().map_or(0.0, |line| line.size);
        words >= FEWEST_WORDS && group.len() <= MOST_LINES && size >= LARGER * body
    };
    let size = |group: &&[&Line]| group.first().map_or(0.0, |line| line.size);
    // Of equal ones, the first.
    let largest = groups.filter(is_headline).reduce(|largest, group| {
        if size(&group) > size(&largest) {
            group
        } else {
            largest
        }
    })?;
    largest.last().copied()
}

/// The words of a document, for telling whether a hyphen at the end of a line is its word's own.
struct Vocabulary {
    words: HashSet<String>,
}

impl Vocabulary {
    fn of(lines: &[Line]) -> Self {
        let mut words = HashSet::new();
        for line in lines {
            let count = line.words.split_whitespace().count();
            for (place, word) in line.words.split_whitespace().enumerate() {
                // What a line begins or ends with may be half a word.
                if place > 0 && place + 1 < count {
                    words.insert(bare(word));
                }
            }
        }
        Self { words }
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }

    /// Whether the hyphen between the last word of `stem` and the first of `next` is there for the end of the line alone.
    fn is_broken(&self, stem: &str, next: &str) -> bool {
        if !next.starts_with(char::is_lowercase) {
            return false;
        }
        let first = bare(last_word(stem));
        let second = bare(next.split(' ').next().unwrap_or_default());
        if self.has(&format!("{first}{second}")) {
            return true;
        }
        !(self.has(&format!("{first}-{second}"))
            || first.contains('-')
            || (self.has(&first) && self.has(&second)))
    }
}

/// The last word of `words`, or of it what is no longer than any word.
fn last_word(words: &str) -> &str {
    let start = words.ceil_char_boundary(words.len().saturating_sub(LONGEST_WORD));
    let end = words.get(start..).unwrap_or_default();
    end.rsplit(' ').next().unwrap_or_default()
}

/// A word without the marks around it, in lower case.
fn bare(word: &str) -> String {
    word.trim_matches(|character: char| !character.is_alphanumeric())
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Limits;

    fn flowing(pages: &[Vec<Column>]) -> Vec<String> {
        let flow = flow(pages, &Deadline::new(&Limits::default()));
        flow.map(|flow| flow.paragraphs).unwrap_or_default()
    }

    fn column(lines: &[(&str, f32, f32)]) -> Column {
        let line = |((words, left, right), place): (&(&str, f32, f32), u8)| Line {
            words: (*words).to_owned(),
            left: *left,
            right: *right,
            y: f32::from(place) * 12.0,
            size: 10.0,
        };
        lines.iter().zip(0..).map(line).collect()
    }

    #[test]
    fn a_first_line_that_is_set_in_and_a_short_last_line_part_paragraphs() {
        let page = vec![column(&[
            ("The ferry sailed on Monday with all of", 50.0, 250.0),
            ("its crew aboard.", 50.0, 120.0),
            ("Nobody was hurt, said the harbour. The", 50.0, 250.0),
            ("engine is whole and the weather is good.", 50.0, 250.0),
            ("It will sail again.", 62.0, 150.0),
        ])];
        let paragraphs = flowing(&[page]);
        assert_eq!(
            paragraphs,
            [
                "The ferry sailed on Monday with all of its crew aboard.",
                "Nobody was hurt, said the harbour. The engine is whole and the weather is good.",
                "It will sail again.",
            ]
        );
    }

    #[test]
    fn hyphens_of_line_ends_go_and_those_of_words_stay() {
        let page = vec![column(&[
            ("The well-known min-", 50.0, 250.0),
            ("ister spoke of the well-", 50.0, 250.0),
            ("known harbour and the govern\u{ad}", 50.0, 250.0),
            ("ment of the time, and of high-", 50.0, 250.0),
            ("speed ferries: high prices for speed now", 50.0, 250.0),
        ])];
        let paragraphs = flowing(&[page]);
        assert_eq!(
            paragraphs,
            [
                "The well-known minister spoke of the well-known harbour and the government of the time, and of high-speed \
              ferries: high prices for speed now"
            ]
        );
    }

    #[test]
    fn a_paragraph_goes_on_in_the_next_column() {
        let page = vec![
            column(&[("The harbour will be closed until the", 50.0, 250.0)]),
            column(&[("end of the week, it said.", 300.0, 420.0)]),
        ];
        let paragraphs = flowing(&[page]);
        assert_eq!(
            paragraphs,
            ["The harbour will be closed until the end of the week, it said."]
        );
    }

    #[test]
    fn a_word_that_is_broken_at_the_end_of_every_line_is_joined_at_once() {
        let line = |place: u16| Line {
            words: "abab\u{ad}".to_owned(),
            left: 50.0,
            right: 250.0,
            y: f32::from(place) * 12.0,
            size: 10.0,
        };
        let page = vec![(0..60_000).map(line).collect()];
        let paragraphs = flowing(&[page]);
        assert_eq!(paragraphs.len(), 1);
        assert!(paragraphs.iter().all(|words| words.starts_with("abababab")));
    }
}
