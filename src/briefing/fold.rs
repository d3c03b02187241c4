//! Comparing words as a reader would: case, accents and the style of quotation marks do not count.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::briefing::Span;

/// Letters that Unicode does not take apart, with what a reader types for them.
const PLAIN: &[(char, &str)] = &[
    ('ł', "l"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('þ', "th"),
    ('‘', "'"),
    ('’', "'"),
    ('“', "\""),
    ('”', "\""),
    ('«', "\""),
    ('»', "\""),
    ('„', "\""),
];

/// `text` in lower case, without accents, with plain quotation marks.
///
/// ```
/// use briefing::briefing::fold;
/// assert_eq!(fold("Erdoğan"), "erdogan");
/// assert_eq!(fold("Zelenskyy’s"), "zelenskyy's");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        fold_character(character, &mut folded);
    }
    folded
}

/// Every place in `text` where `wanted` stands, case, accents and quotation-mark style not counting; in order, none
/// overlapping another. An empty `wanted` stands nowhere.
///
/// ```
/// use briefing::briefing::{Span, find_folded};
/// assert_eq!(find_folded("Erdoğan met ERDOGAN", "erdogan"), [Span::new(0, 8), Span::new(13, 20)]);
/// ```
pub fn find_folded(text: &str, wanted: &str) -> Vec<Span> {
    Folded::new(text).find(wanted)
}

/// A text that is searched more than once.
#[derive(Debug, Clone)]
pub struct Folded(Traced);

impl Folded {
    /// Makes `text` ready to be searched.
    pub fn new(text: &str) -> Self {
        Self(Traced::new(text, fold_character))
    }

    /// Every place where `wanted` stands, see [`find_folded`].
    pub fn find(&self, wanted: &str) -> Vec<Span> {
        let wanted = fold(wanted);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<Span> = Vec::new();
        for start in memchr::memmem::find_iter(self.0.text.as_bytes(), wanted.as_bytes()) {
            let span = self.0.origin(start..start + wanted.len());
            // Two folded matches may fall on one character ("ß" for "s").
            if found.last().is_none_or(|last| last.end <= span.start) {
                found.push(span);
            }
        }
        found
    }
}

/// Text made from other text, which remembers where each of its bytes came from.
#[derive(Debug, Clone)]
pub(super) struct Traced {
    /// The text made.
    pub(super) text: String,
    /// Where it came from, in order.
    runs: Vec<Run>,
}

/// Bytes of the text made, up to the next run.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// The first of them.
    start: usize,
    /// What they were made from.
    origin: Span,
    /// Whether each was made from one byte, rather than all from one character.
    is_bytewise: bool,
}

impl Traced {
    /// The text that `make` makes of each character of `original`, by pushing to what there is already.
    pub(super) fn new(original: &str, mut make: impl FnMut(char, &mut String)) -> Self {
        let mut traced = Self {
            text: String::with_capacity(original.len()),
            runs: Vec::new(),
        };
        for (offset, character) in original.char_indices() {
            let start = traced.text.len();
            make(character, &mut traced.text);
            let origin = Span::new(offset, offset + character.len_utf8());
            let made = traced.text.len().saturating_sub(start);
            let is_bytewise = made == 1 && origin.len() == 1;
            match traced.runs.last_mut() {
                _ if made == 0 => traced.lengthen_last(origin.end),
                Some(last) if is_bytewise && last.is_bytewise => last.origin.end = origin.end,
                _ => traced.runs.push(Run {
                    start,
                    origin,
                    is_bytewise,
                }),
            }
        }
        traced
    }

    /// What vanished (an accent, the rest of a run of white space) belongs to the character before it.
    fn lengthen_last(&mut self, end: u32) {
        let Some(last) = self.runs.last_mut() else {
            return;
        };
        let before = Span {
            end: last.origin.end.saturating_sub(1),
            ..last.origin
        };
        if !last.is_bytewise || before.is_empty() {
            (last.origin.end, last.is_bytewise) = (end, false);
            return;
        }
        // The last byte of the run is one no longer.
        last.origin = before;
        self.runs.push(Run {
            start: self.text.len().saturating_sub(1),
            origin: Span {
                start: before.end,
                end,
            },
            is_bytewise: false,
        });
    }

    /// Where the bytes `range` of the text made came from.
    pub(super) fn origin(&self, range: Range<usize>) -> Span {
        let first = self.origin_of(range.start);
        let last = range.end.checked_sub(1).map(|last| self.origin_of(last));
        first.cover(last.unwrap_or(first))
    }

    fn origin_of(&self, byte: usize) -> Span {
        let after = self.runs.partition_point(|run| run.start <= byte);
        let run = after.checked_sub(1).and_then(|place| self.runs.get(place));
        match run {
            Some(run) if run.is_bytewise => {
                let start = run.origin.start() + (byte - run.start);
                Span::new(start, start + 1)
            }
            Some(run) => run.origin,
            None => Span::default(),
        }
    }
}

fn fold_character(character: char, folded: &mut String) {
    if character.is_ascii() {
        folded.push(character.to_ascii_lowercase());
        return;
    }
    for part in std::iter::once(character)
        .nfkd()
        .filter(|part| !is_combining_mark(*part))
    {
        for lower in part.to_lowercase().filter(|lower| !is_combining_mark(*lower)) {
            match PLAIN.iter().find(|(letter, _)| *letter == lower) {
                Some((_, plain)) => folded.push_str(plain),
                None => folded.push(lower),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{find_folded, fold};

    #[test]
    fn names_fold_to_what_a_reader_types() {
        for (name, typed) in [
            ("Zelenskyy", "zelenskyy"),
            ("Recep Tayyip ERDOĞAN", "recep tayyip erdogan"),
            ("Lech Wałęsa", "lech walesa"),
            ("Jørgen Straße", "jorgen strasse"),
            ("İstanbul", "istanbul"),
            ("D’Arcy", "d'arcy"),
        ] {
            assert_eq!(fold(name), typed);
        }
    }

    #[test]
    fn found_spans_hold_whole_characters() {
        let decomposed = "cafe\u{301} Café CAFÉ";
        let words: Vec<&str> = find_folded(decomposed, "café")
            .into_iter()
            .map(|span| span.of(decomposed))
            .collect();
        assert_eq!(words, ["cafe\u{301}", "Café", "CAFÉ"]);
        assert_eq!(find_folded("Straße", "s").len(), 2);
        assert!(find_folded("anything", "").is_empty());
    }

    #[test]
    fn every_byte_remembers_its_character() {
        // Letters, a letter that becomes two, one that a mark belongs to, marks alone.
        let text = "\u{301}ab\u{301}\u{302}cß œx\u{301}";
        let traced = super::Traced::new(text, super::fold_character);
        assert_eq!(traced.text, "abcss oex");
        let origins = (0..traced.text.len()).map(|byte| traced.origin(byte..byte + 1).of(text));
        let expected = ["a", "b\u{301}\u{302}", "c", "ß", "ß", " ", "œ", "œ", "x\u{301}"];
        assert_eq!(origins.collect::<Vec<_>>(), expected);
    }
}
