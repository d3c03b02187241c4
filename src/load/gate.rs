//! The gate that the words of every container pass (a message, a feed, an item of an agency, a document, a book) before they
//! are read: what was encoded twice is put right, and what is put right or left out is counted, so that it can be told.

use encoding_rs::WINDOWS_1252;

use crate::briefing::{Changes, CleanText};
use crate::load::mojibake;

/// What parts the pieces of one article while they are looked at together. It is ASCII, so that it is no part of a letter
/// that was encoded twice.
const SEPARATOR: char = '\u{1e}';

/// How much was put right and left out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Gate {
    /// Characters that had been encoded twice.
    pub(super) repaired: usize,
    /// Bytes that are no text.
    pub(super) lost: usize,
    /// Characters that are shown by a mark, and those that are left out.
    pub(super) changes: Changes,
}

impl Gate {
    /// Puts the `pieces` of one article right. They are looked at together: a headline alone is too short to tell whether
    /// it was encoded twice.
    pub(super) fn pass<'p>(&mut self, pieces: impl IntoIterator<Item = &'p mut String>) {
        let mut pieces: Vec<&mut String> = pieces.into_iter().collect();
        self.repair(&mut pieces);
        for piece in pieces {
            if piece.contains(is_of_windows) {
                *piece = piece.chars().map(of_windows).collect();
            }
            self.count(piece);
        }
    }

    /// Counts what reading `text` will change in it.
    pub(super) fn count(&mut self, text: &str) {
        self.lost += text.matches(char::REPLACEMENT_CHARACTER).count();
        let Changes { shown, dropped } = CleanText::changes(text);
        self.changes.shown += shown;
        self.changes.dropped += dropped;
    }

    fn repair(&mut self, pieces: &mut [&mut String]) {
        if pieces.iter().all(|piece| piece.is_ascii()) {
            return;
        }
        let mut whole = String::new();
        for piece in pieces.iter_mut() {
            if piece.contains(SEPARATOR) {
                **piece = piece.replace(SEPARATOR, " ");
            }
            whole.push_str(piece);
            whole.push(SEPARATOR);
        }
        let (right, count) = mojibake::repaired(&whole);
        if count == 0 {
            return;
        }
        self.repaired += count;
        for (piece, right) in pieces.iter_mut().zip(right.split(SEPARATOR)) {
            right.clone_into(piece);
        }
    }

    /// What is to be said of it, a sentence each.
    pub(super) fn notes(&self) -> Vec<CleanText> {
        let mut notes = Vec::new();
        let mut note = |count: usize, words: &str| {
            if count > 0 {
                notes.push(CleanText::line(&format!("{words}: {count}.")));
            }
        };
        note(
            self.repaired,
            "Characters that had been encoded twice were put right",
        );
        note(self.lost, "Bytes that are no text are shown as \u{fffd}");
        note(
            self.changes.shown,
            "Characters that could act on a terminal were made visible",
        );
        note(self.changes.dropped, "Characters that nobody sees were left out");
        notes
    }
}

/// Whether `character` has the number of a character of Windows, and none of its own.
fn is_of_windows(character: char) -> bool {
    matches!(character, '\u{80}'..='\u{9f}')
}

/// Many a program numbers the quotation marks as Windows does: `&#146;`.
pub(super) fn of_windows(character: char) -> char {
    let byte = u8::try_from(u32::from(character)).ok();
    let Some(byte) = byte.filter(|_| is_of_windows(character)) else {
        return character;
    };
    let byte = [byte];
    let (meant, _) = WINDOWS_1252.decode_without_bom_handling(&byte);
    meant.chars().next().unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_of_an_article_are_looked_at_together() {
        let mut pieces = [
            "Zoë".to_owned(),
            "Itâ€™s shut".to_owned(),
            "It\u{92}s a\u{ad}b".to_owned(),
        ];
        let mut gate = Gate::default();
        gate.pass(&mut pieces);
        assert_eq!(pieces, ["Zoë", "It’s shut", "It’s a\u{ad}b"]);
        assert_eq!((gate.repaired, gate.changes.dropped), (1, 1));
    }
}
