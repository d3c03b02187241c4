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
    let wanted = fold(wanted);
    if wanted.is_empty() {
        return Vec::new();
    }
    let folded = Traced::new(text, fold_character);
    let mut found: Vec<Span> = Vec::new();
    for start in memchr::memmem::find_iter(folded.text.as_bytes(), wanted.as_bytes()) {
        let span = folded.origin(start..start + wanted.len());
        // Two folded matches may fall on one character ("ß" for "s").
        if found.last().is_none_or(|last| last.end <= span.start) {
            found.push(span);
        }
    }
    found
}

/// Text made from other text, which remembers where each of its bytes came from.
pub(super) struct Traced {
    /// The text made.
    pub(super) text: String,
    /// For every byte of `text`, where the character stands that it was made from.
    origins: Vec<Span>,
}

impl Traced {
    /// The text that `make` makes of each character of `original`, by pushing to what there is already.
    pub(super) fn new(original: &str, mut make: impl FnMut(char, &mut String)) -> Self {
        let mut traced = Self {
            text: String::with_capacity(original.len()),
            origins: Vec::with_capacity(original.len()),
        };
        for (offset, character) in original.char_indices() {
            let before = traced.text.len();
            make(character, &mut traced.text);
            let here = Span::new(offset, offset + character.len_utf8());
            traced.origins.resize(traced.text.len(), here);
            if traced.text.len() <= before {
                traced.lengthen_last(here.end);
            }
        }
        traced
    }

    /// What vanished (an accent, the rest of a run of white space) belongs to the character before it.
    fn lengthen_last(&mut self, end: u32) {
        let Some(last) = self.origins.last().copied() else {
            return;
        };
        let same = self
            .origins
            .iter_mut()
            .rev()
            .take_while(|origin| origin.start == last.start);
        for origin in same {
            origin.end = end;
        }
    }

    /// Where the bytes `range` of the text made came from.
    pub(super) fn origin(&self, range: Range<usize>) -> Span {
        let first = self.origins.get(range.start).copied().unwrap_or_default();
        let last = range.end.checked_sub(1).and_then(|last| self.origins.get(last));
        first.cover(last.copied().unwrap_or(first))
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
}
