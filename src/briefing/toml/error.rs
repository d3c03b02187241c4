//! What is wrong in a TOML briefing, told so that a person can put it right.

use std::fmt;
use std::ops::Range;

use crate::briefing::CleanText;

/// Columns of a source line that are shown around a fault.
const SHOWN: usize = 96;

/// Everything that is wrong in one file.
///
/// ```
/// use briefing::briefing::toml::read;
/// let error = read("[article]\ntitel = \"Summit\"\n", "summit.toml").unwrap_err();
/// assert_eq!(error.to_string(), "\
/// summit.toml:2:1: unknown key `titel` in [article]
///   |
/// 2 | titel = \"Summit\"
///   | ^^^^^
///   = did you mean `title`?");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlError {
    /// The file, fit to be shown.
    pub file: CleanText,
    /// What is wrong, in order of place; at least one.
    pub faults: Vec<Fault>,
}

impl std::error::Error for TomlError {}

impl fmt::Display for TomlError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            if index > 0 {
                formatter.write_str("\n\n")?;
            }
            write!(
                formatter,
                "{}:{}:{}: {}",
                self.file, fault.line, fault.column, fault.message
            )?;
            fault.write_snippet(formatter)?;
            if let Some(help) = &fault.help {
                let gutter = fault.line.to_string().len();
                write!(formatter, "\n{:gutter$} = {help}", "")?;
            }
        }
        Ok(())
    }
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub message: CleanText,
    /// The line, or the part of a long one around the fault.
    pub source: CleanText,
    /// Where the fault stands in `source`, in characters.
    pub marked: Range<usize>,
    /// What to do about it.
    pub help: Option<CleanText>,
}

impl Fault {
    /// A fault at the bytes `place` of `source`.
    pub(super) fn new(source: &str, place: &Range<usize>, message: &str, help: Option<String>) -> Self {
        let start = floor_boundary(source, place.start);
        let before = source.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let rest = source.get(line_start..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let column = before.get(line_start..).unwrap_or_default().chars().count();
        let stop = floor_boundary(source, place.end.min(line_start + line.len()));
        let marked = source
            .get(start..stop)
            .map_or(0, |words| words.chars().count())
            .max(1);
        let skipped = column.saturating_sub(SHOWN / 2);
        // One character of the source is one of the snippet, so that the caret stands right.
        let shown: String = line.chars().skip(skipped).take(SHOWN).map(one_wide).collect();
        let from = column - skipped;
        Self {
            line: before.matches('\n').count() + 1,
            column: column + 1,
            message: CleanText::line(message),
            marked: from..(from + marked).min(SHOWN.max(from + 1)),
            source: CleanText::new(&shown),
            help: help.map(|help| CleanText::line(&help)),
        }
    }

    fn write_snippet(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.line.to_string();
        let gutter = number.len();
        write!(
            formatter,
            "\n{:gutter$} |\n{number} | {}\n{:gutter$} | ",
            "", self.source, ""
        )?;
        write!(
            formatter,
            "{}{}",
            " ".repeat(self.marked.start),
            "^".repeat(self.marked.len())
        )
    }
}

/// What `character` is shown as: itself, a mark where it cannot be shown.
fn one_wide(character: char) -> char {
    let mut raw = [0; 4];
    let clean = CleanText::new(character.encode_utf8(&mut raw));
    match clean.chars().next() {
        Some('\n') | None => ' ',
        Some(shown) => shown,
    }
}

fn floor_boundary(source: &str, offset: usize) -> usize {
    source.floor_char_boundary(offset)
}

/// The one of `known` that `written` was probably meant to be.
pub(super) fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let allowed = (written.chars().count() / 3).clamp(1, 3);
    known
        .into_iter()
        .map(|candidate| (edit_distance(&written, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be added, taken away, changed or swapped with their neighbour to make `b` of `a`.
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut two_rows_ago: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    let mut last: Option<char> = None;
    for (i, letter) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let cell = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let mut least = (cell(&row, j + 1) + 1)
                .min(cell(&next, j) + 1)
                .min(cell(&row, j) + usize::from(letter != *other));
            let swapped = j > 0 && last == Some(*other) && b.get(j - 1) == Some(&letter);
            if swapped {
                least = least.min(cell(&two_rows_ago, j - 1) + 1);
            }
            next.push(least);
        }
        two_rows_ago = std::mem::replace(&mut row, next);
        last = Some(letter);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{edit_distance, nearest};

    #[test]
    fn distances() {
        for (a, b, distance) in [
            ("title", "titel", 1),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("same", "same", 0),
        ] {
            assert_eq!(edit_distance(a, b), distance, "{a} {b}");
        }
    }

    #[test]
    fn only_what_is_near_is_meant() {
        assert_eq!(nearest("sumary", ["summary", "quotes"]), Some("summary"));
        assert_eq!(nearest("Title", ["title", "text"]), Some("title"));
        assert_eq!(nearest("weather", ["summary", "quotes"]), None);
    }
}
