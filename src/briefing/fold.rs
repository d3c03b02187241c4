//! Comparing words as a reader would: case, accents and the style of quotation marks do not count.

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
    let folded = Folded::new(text);
    let mut found: Vec<Span> = Vec::new();
    for start in memchr::memmem::find_iter(folded.text.as_bytes(), wanted.as_bytes()) {
        let span = folded.span(start, start + wanted.len());
        // Two folded matches may fall on one character ("ß" for "s").
        if found.last().is_none_or(|last| last.end <= span.start) {
            found.push(span);
        }
    }
    found
}

/// Folded text that remembers where each of its bytes came from.
struct Folded {
    text: String,
    /// For every byte of `text`, the first byte of the character it was made from.
    starts: Vec<u32>,
    /// For every byte of `text`, one past the last byte of that character and of the marks that vanished after it.
    ends: Vec<u32>,
}

impl Folded {
    fn new(original: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            starts: Vec::with_capacity(original.len()),
            ends: Vec::with_capacity(original.len()),
        };
        for (offset, character) in original.char_indices() {
            let before = folded.text.len();
            fold_character(character, &mut folded.text);
            let here = Span::new(offset, offset + character.len_utf8());
            if folded.text.len() == before {
                // A combining mark belongs to the letter before it.
                let letter = folded.starts.last().copied();
                let ends = folded.starts.iter().zip(folded.ends.iter_mut()).rev();
                for (_, end) in ends.take_while(|(start, _)| Some(**start) == letter) {
                    *end = here.end;
                }
            }
            folded.starts.resize(folded.text.len(), here.start);
            folded.ends.resize(folded.text.len(), here.end);
        }
        folded
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let first = self.starts.get(start).copied().unwrap_or_default();
        let last = end.checked_sub(1).and_then(|last| self.ends.get(last)).copied();
        Span {
            start: first,
            end: last.unwrap_or(first),
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
}
