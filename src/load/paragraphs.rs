//! Lines → paragraphs, the normal form of [`Article::text`](crate::briefing::Article::text).
//!
//! Plain text parts its paragraphs in one of three ways, and people mix them: by blank lines, by single newlines (each
//! line is a paragraph), or by blank lines with the lines of a paragraph cut at some width. The last is told from the
//! second by how its lines end and begin: cut lines mostly end in the middle of a sentence and go on in lower case.

use std::cell::OnceCell;
use std::collections::HashSet;

/// Longer lines than this, in characters, were not cut at a width.
const WIDEST_CUT: usize = 160;

/// One line of plain text that is not blank, without white space at its ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) words: &'t str,
    /// A blank line, or the start of the text, stands before it.
    pub(super) after_blank: bool,
    /// It is set in from the left.
    indented: bool,
}

/// The lines of `text` that are not blank.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    for line in text.lines() {
        let words = line.trim();
        if words.is_empty() {
            after_blank = true;
            continue;
        }
        lines.push(Line {
            words,
            after_blank,
            indented: line.starts_with("  ") || line.starts_with('\t'),
        });
        after_blank = false;
    }
    lines
}

/// The normal form of `text`: paragraphs joined by a blank line, no newline and only single spaces within.
pub(super) fn normal_form(text: &str) -> String {
    let lines = lines(text);
    let width = cut_width(&lines);
    paragraphs(&lines, width, &WholeWords::of(text)).join("\n\n")
}

/// The width, in characters, at which the lines were cut; `None` where each line is a paragraph.
pub(super) fn cut_width(lines: &[Line<'_>]) -> Option<usize> {
    let neighbours = || {
        lines
            .iter()
            .zip(lines.iter().skip(1))
            .filter(|(_, next)| !next.after_blank)
    };
    let count = neighbours().count();
    let width = neighbours().map(|(line, _)| length(line.words)).max()?;
    if width > WIDEST_CUT {
        return None;
    }
    let unfinished = neighbours().filter(|(line, _)| !is_finished(line.words)).count();
    let lower = neighbours()
        .filter(|(_, next)| next.words.starts_with(char::is_lowercase))
        .count();
    let full = neighbours()
        .filter(|(line, next)| !has_room(line.words, next.words, width, 8))
        .count();
    let goes_on = unfinished * 2 >= count && lower * 3 >= count;
    let fills_lines = unfinished * 10 >= count * 6 && full * 10 >= count * 7 && lower > 0;
    (goes_on || fills_lines).then_some(width)
}

/// The paragraphs that `lines` make, cut at `width` or not. `known` are the words of the whole text, for telling whether
/// a hyphen at a line's end belongs to the word.
pub(super) fn paragraphs(lines: &[Line<'_>], width: Option<usize>, known: &WholeWords<'_>) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::with_capacity(lines.len());
    let mut previous: Option<&Line<'_>> = None;
    for line in lines {
        let before = previous.replace(line);
        match (before, width, paragraphs.last_mut()) {
            (Some(before), Some(width), Some(paragraph)) if goes_on(before, line, width) => {
                join(paragraph, line.words, |stem, next| known.is_broken(stem, next));
            }
            _ => paragraphs.push(single_spaced(line.words)),
        }
    }
    paragraphs
}

/// Whether `line` belongs to the paragraph of the line before it.
fn goes_on(before: &Line<'_>, line: &Line<'_>, width: usize) -> bool {
    if line.after_blank || (line.indented && !before.indented) {
        return false;
    }
    let finished = is_finished(before.words);
    if is_list_item(line.words) {
        // A dash in the middle of a sentence may come first on its line.
        return !finished && !has_room(before.words, line.words, width, 4);
    }
    let opens_anew = !line.words.starts_with(char::is_lowercase);
    !(opens_anew && has_room(before.words, line.words, width, if finished { 8 } else { 4 }))
}

/// Whether the first word of `next` would have fitted on `line`, by more than one part in `share` of the width: who cuts
/// lines at a width fills them.
fn has_room(line: &str, next: &str, width: usize, share: usize) -> bool {
    let first_word = next.split_whitespace().next().unwrap_or_default();
    length(line) + 1 + length(first_word) + (width / share).max(3) <= width
}

fn length(words: &str) -> usize {
    words.chars().count()
}

/// Whether `words` end as a sentence does.
pub(super) fn is_finished(words: &str) -> bool {
    words
        .trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '*', '_'])
        .ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Whether `words` begin as an item of a list does.
pub(super) fn is_list_item(words: &str) -> bool {
    ["- ", "* ", "• ", "– ", "— "]
        .iter()
        .any(|marker| words.starts_with(marker))
}

/// What may follow a hyphen that stands for a word to come: "coal- and gas-fired".
const AFTER_HYPHEN: [&str; 4] = ["and", "or", "to", "nor"];

/// What hyphens are made of that stand at the end of a line alone.
const SOFT_HYPHEN: char = '\u{ad}';

const HYPHENS: [char; 3] = ['-', '\u{2010}', SOFT_HYPHEN];

/// Adds a line that was cut off to its paragraph. Where that ends in a hyphen, `is_broken` tells from the words before it
/// and the line whether it is there for the end of the line alone.
pub(super) fn join(paragraph: &mut String, words: &str, is_broken: impl Fn(&str, &str) -> bool) {
    let words = single_spaced(words);
    let goes_with_next = words
        .split(' ')
        .next()
        .is_some_and(|next| AFTER_HYPHEN.contains(&next));
    let stem = paragraph
        .strip_suffix(HYPHENS)
        .filter(|stem| stem.ends_with(char::is_alphabetic) && !goes_with_next);
    match stem {
        Some(stem) => {
            if paragraph.ends_with(SOFT_HYPHEN) || is_broken(stem, &words) {
                paragraph.pop();
            }
        }
        None => paragraph.push(' '),
    }
    paragraph.push_str(&words);
}

fn last_word(words: &str) -> &str {
    let start = words
        .char_indices()
        .rev()
        .take_while(|(_, character)| character.is_alphabetic())
        .last()
        .map_or(words.len(), |(offset, _)| offset);
    words.get(start..).unwrap_or_default()
}

/// The words of a text: its runs of letters. They are gathered when the first is asked for, once.
pub(super) struct WholeWords<'t> {
    text: &'t str,
    words: OnceCell<HashSet<&'t str>>,
}

impl<'t> WholeWords<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            words: OnceCell::new(),
        }
    }

    /// Whether the last word of `stem` and the first of `next` are one: only a word that stands whole elsewhere is certain
    /// to have been broken here.
    fn is_broken(&self, stem: &str, next: &str) -> bool {
        let first = last_word(stem);
        let second: String = next
            .chars()
            .take_while(|character| character.is_alphabetic())
            .collect();
        next.starts_with(char::is_lowercase) && self.has(&format!("{first}{second}"))
    }

    fn has(&self, word: &str) -> bool {
        let is_between = |character: char| !character.is_alphabetic();
        self.words
            .get_or_init(|| self.text.split(is_between).collect())
            .contains(word)
    }
}

/// The marks that a browser puts around a `q`: the inner ones within another.
pub(super) const fn marks(is_inner: bool) -> [&'static str; 2] {
    if is_inner { ["‘", "’"] } else { ["“", "”"] }
}

/// Whether `words` begin with a quotation mark already.
pub(super) fn opens_with_mark(words: &str) -> bool {
    words
        .trim_start()
        .starts_with(['“', '„', '«', '»', '‹', '‘', '‚', '"', '\'', '「'])
}

/// Whether `a` and `b` have the same letters and digits.
pub(super) fn same(a: &str, b: &str) -> bool {
    letters(a).eq(letters(b))
}

/// The letters and digits of `words`, in lower case.
pub(super) fn letters(words: &str) -> impl Iterator<Item = char> {
    let letters = words.chars().filter(|character| character.is_alphanumeric());
    letters.flat_map(char::to_lowercase)
}

/// `words` with every run of white space made one space.
pub(super) fn single_spaced(words: &str) -> String {
    let mut spaced = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}
