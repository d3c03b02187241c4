//! Wrapped rows that remember their byte ranges.
//!
//! The rows of a text tile it: each starts where the one before ends, white space and newlines at a row's end belong to
//! that row, and all rows together give the text back. So the row of a byte is a binary search, and what stays in place
//! when the width changes is a byte.
//!
//! Rows break after white space, after hyphens and dashes inside words, and between ideographs; a word that is wider
//! than the row breaks between two grapheme clusters. Clusters are never torn, and count as many columns as they fill.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::briefing::Span;

/// The rows of one text at one width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// First byte of each row; never empty but by default.
    starts: Vec<u32>,
    /// Length of the text in bytes.
    length: u32,
}

impl Rows {
    /// Wraps `text` at `width` columns; a width of 0 counts as 1. An empty text has one empty row.
    pub fn new(text: &str, width: u16) -> Self {
        let mut wrapper = Wrapper::new(width);
        let mut clusters = Clusters { text, at: 0 };
        loop {
            let word = clusters.plain_word();
            if word > 0 && wrapper.take_word(clusters.rest(), word) {
                clusters.at += word;
                continue;
            }
            let Some(cluster) = clusters.next() else { break };
            let next = clusters.rest().chars().next();
            wrapper.take(cluster, next);
        }
        Self {
            starts: wrapper.starts,
            length: u32::try_from(text.len()).unwrap_or(u32::MAX),
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there are no rows, which is so only before anything was wrapped.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The bytes of the row, the white space at its end included; empty past the last row.
    pub fn row(&self, index: usize) -> Span {
        let end = self.starts.get(index + 1).copied().unwrap_or(self.length);
        let start = self.starts.get(index).copied().unwrap_or(end);
        Span { start, end }
    }

    /// The row that holds the byte at `offset`; the last one for offsets past the end.
    pub fn row_of(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|start| *start as usize <= offset)
            .saturating_sub(1)
    }

    /// All rows from the first to the last.
    pub fn iter(&self) -> impl Iterator<Item = Span> {
        (0..self.len()).map(|index| self.row(index))
    }
}

/// What of a row is to be seen: without the white space that it was broken at.
pub fn shown(text: &str, row: Span) -> &str {
    row.of(text).trim_end_matches([' ', '\n'])
}

/// How many columns `text` fills on one line, counted as the screen counts them.
pub fn columns(text: &str) -> usize {
    if text.is_ascii() {
        text.bytes().filter(|byte| !byte.is_ascii_control()).count()
    } else {
        text.graphemes(true).map(cluster_columns).sum()
    }
}

/// The longest start of `text` that fits into `width` columns; the whole where it fits, else with room for an ellipsis.
pub fn fitting(text: &str, width: usize) -> (&str, bool) {
    if columns(text) <= width {
        return (text, false);
    }
    let mut used = 0;
    let mut end = 0;
    for (offset, cluster) in text.grapheme_indices(true) {
        used += cluster_columns(cluster);
        if used + 1 > width {
            break;
        }
        end = offset + cluster.len();
    }
    (text.get(..end).unwrap_or_default().trim_end(), true)
}

/// Columns of one grapheme cluster, as `ratatui` counts them.
pub fn cluster_columns(cluster: &str) -> usize {
    // Terminals give the halfwidth sound marks a column of their own, which their combining property hides.
    let marks = |character: &char| matches!(character, '\u{ff9e}' | '\u{ff9f}');
    match cluster.as_bytes() {
        [byte] => usize::from(!byte.is_ascii_control()),
        _ => cluster.width() + cluster.chars().filter(marks).count(),
    }
}

/// How many bytes are looked at for a word: looking is not to cost more than taking, however long the words are.
const LONGEST_WORD: usize = 24;

/// Grapheme clusters one after another, quickly over ASCII.
struct Clusters<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Clusters<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// How many of the next bytes are ASCII that rows are not broken after, each a cluster of its own.
    fn plain_word(&self) -> usize {
        let rest = self.rest().as_bytes();
        let plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'-' | b'/');
        let length = rest
            .iter()
            .take(LONGEST_WORD)
            .take_while(|byte| plain(byte))
            .count();
        // What follows may combine with the last one, or let the row be broken after it.
        let joined = rest.get(length).is_some_and(|byte| !byte.is_ascii());
        length.saturating_sub(usize::from(joined))
    }

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let length = match rest.as_bytes() {
            [] => return None,
            [first] | [first, b'\0'..=b'\x7f', ..] if first.is_ascii() => 1,
            _ => rest.graphemes(true).next().map_or(rest.len(), str::len),
        };
        self.at += length;
        rest.get(..length)
    }
}

/// The state of wrapping: one cluster comes in after another.
struct Wrapper {
    width: usize,
    starts: Vec<u32>,
    /// The byte after the last cluster taken.
    at: usize,
    /// Columns filled in the open row, hanging white space not counted.
    used: usize,
    /// Columns of white space that hang at the end of the open row.
    hanging: usize,
    /// Where the open row may be broken, and how many columns come after that place.
    rest: Option<(usize, usize)>,
    previous: char,
}

impl Wrapper {
    fn new(width: u16) -> Self {
        Self {
            width: usize::from(width.max(1)),
            starts: vec![0],
            at: 0,
            used: 0,
            hanging: 0,
            rest: None,
            previous: '\n',
        }
    }

    fn take(&mut self, cluster: &str, next: Option<char>) {
        let start = self.at;
        self.at += cluster.len();
        let first = cluster.chars().next().unwrap_or(' ');
        match first {
            '\n' => self.break_at(self.at, 0),
            // A space that carries a mark is seen.
            ' ' if cluster.len() == 1 => {
                self.hanging += cluster_columns(cluster);
                self.rest = Some((self.at, 0));
            }
            _ => self.take_visible(cluster, start, next),
        }
        self.previous = cluster.chars().next_back().unwrap_or(first);
    }

    /// Takes the first `length` bytes of `rest`, a part of a word in ASCII, if the open row has room for them.
    fn take_word(&mut self, rest: &str, length: usize) -> bool {
        if self.used + self.hanging + length > self.width {
            return false;
        }
        self.at += length;
        self.used += self.hanging + length;
        self.hanging = 0;
        if let Some((_, after)) = &mut self.rest {
            *after += length;
        }
        let last = rest.as_bytes().get(length - 1).copied();
        self.previous = last.map_or(self.previous, char::from);
        true
    }

    fn take_visible(&mut self, cluster: &str, start: usize, next: Option<char>) {
        let wide = cluster_columns(cluster);
        let filled = self.used + self.hanging;
        if filled + wide > self.width && self.row_start() < start {
            match self.rest {
                Some((place, after)) => self.break_at(place, after),
                None => self.break_at(start, 0),
            }
            // What came along to the new row may itself leave no room.
            if self.used + wide > self.width && self.row_start() < start {
                self.break_at(start, 0);
            }
        }
        self.used += self.hanging + wide;
        self.hanging = 0;
        if let Some((_, after)) = &mut self.rest {
            *after += wide;
        }
        let last = cluster.chars().next_back().unwrap_or(' ');
        if next.is_some_and(|next| may_break(self.previous, last, next)) {
            self.rest = Some((self.at, 0));
        }
    }

    fn row_start(&self) -> usize {
        self.starts.last().map_or(0, |start| *start as usize)
    }

    /// Opens a row at the byte `place`, which already has `used` columns.
    fn break_at(&mut self, place: usize, used: usize) {
        self.starts.push(u32::try_from(place).unwrap_or(u32::MAX));
        self.used = used;
        self.hanging = 0;
        self.rest = None;
    }
}

/// Whether a row may end between `last` and `next`, neither of them white space.
fn may_break(previous: char, last: char, next: char) -> bool {
    match last {
        '-' | '–' | '/' => previous.is_alphanumeric() && next.is_alphabetic(),
        '—' => next.is_alphanumeric(),
        // Ideographs and kana break anywhere but before closing punctuation.
        _ => is_ideographic(last) && next.is_alphanumeric() || last.is_alphanumeric() && is_ideographic(next),
    }
}

fn is_ideographic(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{2fff}' | '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        && (character.is_alphanumeric() || matches!(character, '、' | '。' | '」' | '』'))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use proptest::prelude::*;

    use super::{Rows, columns, fitting, shown};

    fn rows(text: &str, width: u16) -> Vec<&str> {
        Rows::new(text, width)
            .iter()
            .map(|row| shown(text, row))
            .collect()
    }

    #[test]
    fn rows_break_at_words() {
        assert_eq!(
            rows("the leaders met in Paris", 11),
            ["the leaders", "met in", "Paris"]
        );
        assert_eq!(rows("one\n\ntwo", 11), ["one", "", "two"]);
        assert_eq!(rows("", 11), [""]);
    }

    #[test]
    fn long_words_are_broken() {
        assert_eq!(
            rows("a unconstitutionally b", 6),
            ["a", "uncons", "tituti", "onally", "b"]
        );
    }

    #[test]
    fn hyphens_and_dashes_break() {
        assert_eq!(rows("long-standing", 8), ["long-", "standing"]);
        assert_eq!(rows("talks—again", 8), ["talks—", "again"]);
        assert_eq!(rows("2025-09-04 x", 8), ["2025-09-", "04 x"]);
    }

    #[test]
    fn wide_characters_fill_two_columns() {
        assert_eq!(rows("首脳会議はパリ", 6), ["首脳会", "議はパ", "リ"]);
        assert_eq!(rows("e\u{301}te\u{301} 👩‍👩‍👧 x", 4), ["e\u{301}te\u{301}", "👩‍👩‍👧 x"]);
        assert_eq!(rows("首", 1), ["首"]);
    }

    #[test]
    fn what_does_not_fit_leaves_room_for_an_ellipsis() {
        assert_eq!(fitting("Mark Rutte", 10), ("Mark Rutte", false));
        assert_eq!(fitting("Mark Rutte", 7), ("Mark R", true));
        assert_eq!(fitting("首脳会議", 4), ("首", true));
        assert_eq!(fitting("x", 0), ("", true));
    }

    proptest! {
        /// Words that are taken in one piece are wrapped as if they were taken cluster by cluster.
        #[test]
        fn quick_words_change_nothing(text in "(\\PC|[ \n首é-]|[a-z]{1,9}){0,60}", width in 1_u16..40) {
            let mut wrapper = super::Wrapper::new(width);
            let mut clusters = super::Clusters { text: &text, at: 0 };
            while let Some(cluster) = clusters.next() {
                let next = clusters.rest().chars().next();
                wrapper.take(cluster, next);
            }
            prop_assert_eq!(Rows::new(&text, width).starts, wrapper.starts);
        }

        #[test]
        fn jumps_land_on_the_row_that_holds_the_byte(text in "(\\PC|[ \n首é👩‍👩‍👧-]){0,80}", width in 1_u16..40) {
            let rows = Rows::new(&text, width);
            let joined: String = rows.iter().map(|row| row.of(&text)).collect();
            prop_assert_eq!(&joined, &text);
            for offset in 0..text.len() {
                let row = rows.row(rows.row_of(offset));
                prop_assert!(row.holds(offset), "{} in {:?}", offset, row);
            }
            for row in rows.iter() {
                let seen = shown(&text, row);
                let one = unicode_segmentation::UnicodeSegmentation::graphemes(seen, true).count() <= 1;
                prop_assert!(one || columns(seen) <= usize::from(width), "{:?} at {}", seen, width);
            }
        }
    }
}
