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
    /// What is wrong, in order of place; at least one, and no more than a person can put right at once.
    pub faults: Vec<Fault>,
    /// How many more faults there are.
    pub more: usize,
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
        if self.more > 0 {
            write!(
                formatter,
                "\n\n{}: and {} more; put these right first",
                self.file, self.more
            )?;
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
    /// A fault at the bytes `place` of the source, which must not be before the one that was made last of these `lines`.
    pub(super) fn new(
        lines: &mut Lines<'_>,
        place: &Range<usize>,
        message: &str,
        help: Option<&str>,
    ) -> Self {
        let source = lines.source;
        let start = lines.go_on(place.start);
        let before = source.get(lines.line_start..start).unwrap_or_default();
        // The first column that is shown. A line may be as long as the file, so no more of it is looked at than is shown.
        let from = before.chars().rev().take(SHOWN / 2).count();
        let shown_from = before.char_indices().rev().take(SHOWN / 2).last();
        let shown_from = lines.line_start + shown_from.map_or(before.len(), |(offset, _)| offset);
        let rest = source.get(shown_from..).unwrap_or_default();
        let window = rest
            .char_indices()
            .nth(SHOWN)
            .map_or(rest, |(end, _)| rest.get(..end).unwrap_or_default());
        let line = window.lines().next().unwrap_or_default();
        let stop = source.floor_char_boundary(place.end.min(shown_from + line.len()));
        let marked = source
            .get(start..stop)
            .map_or(0, |words| words.chars().count())
            .max(1);
        // One character of the source is one of the snippet, so that the caret stands right.
        let shown: String = line.chars().map(one_wide).collect();
        Self {
            line: lines.line,
            column: lines.column,
            message: CleanText::line(message),
            marked: from..(from + marked).min(SHOWN.max(from + 1)),
            source: CleanText::new(&shown),
            help: help.map(CleanText::line),
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

/// The lines of a file, counted once from its start to its end.
pub(super) struct Lines<'s> {
    source: &'s str,
    /// What has been counted, in bytes.
    counted: usize,
    /// The line where that ends, counted from 1, and where the line begins.
    line: usize,
    line_start: usize,
    /// The column where it ends, in characters, counted from 1.
    column: usize,
}

impl<'s> Lines<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            counted: 0,
            line: 1,
            line_start: 0,
            column: 1,
        }
    }

    /// Counts on to `offset`, or to the beginning of the character there, which it gives back.
    fn go_on(&mut self, offset: usize) -> usize {
        let offset = self.source.floor_char_boundary(offset).max(self.counted);
        let between = self.source.get(self.counted..offset).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', between.as_bytes()).count();
        let mut on_line = between;
        if let Some((above, below)) = between.rsplit_once('\n') {
            self.line_start = self.counted + above.len() + 1;
            self.column = 1;
            on_line = below;
        }
        self.column += on_line.chars().count();
        self.counted = offset;
        offset
    }
}
