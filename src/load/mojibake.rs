//! Letters that were encoded twice: UTF-8 that somebody took for an older encoding ("itâ€™s", "cafÃ©"), put right.
//!
//! An accented letter before a mark can look the same: „Spaß“ ends in the bytes of a letter, «IRMÃ» too. So a sequence is
//! only put right where nobody writes it, or where all the text is broken in the same way.

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// How often whole text is put right: some was encoded three times.
const MOST_TIMES: usize = 3;

/// As many sequences without one exception show that all of a text was encoded twice.
const FEWEST_ALL: usize = 3;

/// Text put right, and how many characters of it were.
pub(super) fn repaired(text: &str) -> (Cow<'_, str>, usize) {
    if text.is_ascii() {
        return (Cow::Borrowed(text), 0);
    }
    let mut whole = Cow::Borrowed(text);
    let mut count = 0;
    for _ in 0..MOST_TIMES {
        let Some((better, times)) = [WINDOWS_1252, MACINTOSH]
            .into_iter()
            .find_map(|wrong| once(&whole, wrong))
        else {
            break;
        };
        count += times;
        whole = Cow::Owned(better);
    }
    (whole, count)
}

/// `text` with what was taken for `wrong` put right, and how much of it was; `None` where there is nothing to put right.
fn once(text: &str, wrong: &'static Encoding) -> Option<(String, usize)> {
    let bytes = Bytes::new(wrong);
    let mut found = Found::default();
    let mut rest = text;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let length = if let Some((letter, length)) = bytes.sequence(before, rest) {
            found.all += 1;
            found.sure += usize::from(is_sure(rest.get(..length).unwrap_or_default(), letter, wrong));
            length
        } else {
            found.others += usize::from(!first.is_ascii() && !first.is_whitespace());
            first.len_utf8()
        };
        before = first;
        rest = rest.get(length..).unwrap_or_default();
    }
    let everything = found.others == 0 && found.all >= FEWEST_ALL;
    if !everything && found.sure == 0 {
        return None;
    }
    Some(rewritten(text, &bytes, |raw, letter| {
        everything || is_sure(raw, letter, wrong) || is_likely(raw, letter, wrong)
    }))
}

/// What the sequences of a text are.
#[derive(Default)]
struct Found {
    all: usize,
    /// Those that nobody writes.
    sure: usize,
    /// Other characters above ASCII.
    others: usize,
}

/// Quotation marks before and after what an article about such letters shows: “Ã©”.
const OPENING: &[char] = &['“', '‘', '«', '"'];
const CLOSING: &[char] = &['”', '’', '»', '"'];

fn rewritten(text: &str, bytes: &Bytes, fits: impl Fn(&str, char) -> bool) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut count = 0;
    let mut rest = text;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let fitting = bytes
            .sequence(before, rest)
            .filter(|(letter, length)| fits(rest.get(..*length).unwrap_or_default(), *letter));
        let length = if let Some((letter, length)) = fitting {
            out.push(letter);
            count += 1;
            length
        } else if let Some(length) = lost_end(rest, bytes.wrong) {
            // The last byte of a closing mark has no character in Windows-1252, and often got lost.
            out.push('”');
            count += 1;
            length
        } else {
            out.push(first);
            first.len_utf8()
        };
        before = first;
        rest = rest.get(length..).unwrap_or_default();
    }
    (out, count)
}

/// "â€" with nothing of a mark after it.
fn lost_end(rest: &str, wrong: &'static Encoding) -> Option<usize> {
    let after = rest.strip_prefix("â€").filter(|_| wrong == WINDOWS_1252)?;
    let next = after.chars().next();
    let replaced = next == Some(char::REPLACEMENT_CHARACTER);
    let ends = next.is_none_or(|next| next.is_whitespace() || matches!(next, '.' | ',' | '<' | ')' | '"'));
    (replaced || ends).then(|| {
        "â€".len()
            + if replaced {
                char::REPLACEMENT_CHARACTER.len_utf8()
            } else {
                0
            }
    })
}

/// Whether nobody writes `raw`, which would be `letter`: a letter with a sign that never follows it.
fn is_sure(raw: &str, letter: char, wrong: &'static Encoding) -> bool {
    let second = raw.chars().nth(1).unwrap_or_default();
    match raw.chars().next() {
        // "â€™", "‚Äô", and the same with the characters of Latin-1.
        Some('â') if wrong == WINDOWS_1252 => {
            matches!(second, '€' | '\u{80}' | '„' | '\u{84}') && is_mark(letter)
        }
        Some('‚') if wrong == MACINTOSH => second == 'Ä' && is_mark(letter),
        // "Ã©": after Ã no sign like © stands, but a no-break space or a closing mark may.
        Some('Ã') if wrong == WINDOWS_1252 => {
            letter.is_lowercase() && !matches!(second, '\u{a0}' | '»' | '«' | '\u{ad}')
        }
        Some('√') if wrong == MACINTOSH => letter.is_lowercase() && !second.is_ascii(),
        _ => false,
    }
}

/// Whether `raw` may be put right to `letter` in a text where something else was sure.
fn is_likely(raw: &str, letter: char, wrong: &'static Encoding) -> bool {
    match raw.chars().next() {
        // "“Â”": nobody has written a control character.
        Some('Â' | 'Ã') => wrong == WINDOWS_1252 && !letter.is_control(),
        Some('¬' | '√') => wrong == MACINTOSH,
        Some('Å' | 'Ä') if wrong == WINDOWS_1252 => {
            letter.is_alphabetic() && !raw.ends_with(['“', '”', '’', '‘', '»', '\u{a0}'])
        }
        _ => false,
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{2010}'..='\u{203f}' | '€' | '™')
}

/// The characters that the bytes above ASCII have in an encoding.
struct Bytes {
    wrong: &'static Encoding,
    characters: Vec<(char, u8)>,
}

impl Bytes {
    fn new(wrong: &'static Encoding) -> Self {
        let high: Vec<u8> = (0x80..=0xff).collect();
        let decoded = wrong.decode_without_bom_handling(&high).0;
        let mut characters: Vec<(char, u8)> = decoded.chars().zip(high.iter().copied()).collect();
        // Who took the text for Latin-1 has control characters instead.
        if wrong == WINDOWS_1252 {
            characters.extend((0x80..=0x9f_u8).map(|byte| (char::from(byte), byte)));
        }
        characters.sort_unstable();
        Self { wrong, characters }
    }

    fn of(&self, character: char) -> Option<u8> {
        let place = self
            .characters
            .binary_search_by_key(&character, |(known, _)| *known)
            .ok()?;
        self.characters.get(place).map(|(_, byte)| *byte)
    }

    /// The letter whose bytes the first characters of `rest` are, and how long these are; none where they are shown by
    /// themselves, between the mark `before` them and another.
    fn sequence(&self, before: char, rest: &str) -> Option<(char, usize)> {
        let (letter, length) = self.letter(rest)?;
        let after = rest.get(length..)?.chars().next();
        let is_shown = OPENING.contains(&before) && after.is_some_and(|after| CLOSING.contains(&after));
        (!is_shown).then_some((letter, length))
    }

    fn letter(&self, rest: &str) -> Option<(char, usize)> {
        // Nearly all of a text, and never the first byte of a sequence.
        if rest.starts_with(|first: char| first.is_ascii()) {
            return None;
        }
        let mut buffer = [0; 4];
        let mut length = 0;
        let mut wanted = 0;
        for (place, character) in rest.chars().take(4).enumerate() {
            let byte = self.of(character)?;
            if place == 0 {
                wanted = match byte {
                    0xc2..=0xdf => 2,
                    0xe0..=0xef => 3,
                    0xf0..=0xf4 => 4,
                    _ => return None,
                };
            } else if !(0x80..=0xbf).contains(&byte) {
                return None;
            }
            *buffer.get_mut(place)? = byte;
            length += character.len_utf8();
            if place + 1 == wanted {
                let letter = std::str::from_utf8(buffer.get(..wanted)?).ok()?.chars().next()?;
                return Some((letter, length));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `right` as it looks after it was taken for `wrong`.
    fn broken(right: &str, wrong: &'static Encoding) -> String {
        wrong.decode_without_bom_handling(right.as_bytes()).0.into_owned()
    }

    #[test]
    fn what_was_encoded_twice_is_put_right() {
        for right in [
            "It’s “shut”, he said — for good…",
            "Zoë’s café",
            "a café, naïve and très cher",
            "£5 and 10 € – 7 °C",
            "Привет, Москва",
            "Καλημέρα κόσμε",
            "東京で会いましょう",
            "Żółć, Łódź, ćma",
            "smile 😀 and 😀 more 😀",
        ] {
            let mut text = right.to_owned();
            for times in 1..=2 {
                text = broken(&text, WINDOWS_1252);
                assert_eq!(repaired(&text).0, right, "{times} times: {text}");
            }
            let latin1: String = right.bytes().map(char::from).collect();
            assert_eq!(repaired(&latin1).0, right, "{latin1}");
        }
        for right in [
            "It’s “shut”, he said — for good…",
            "Zoë’s café",
            "a café, naïve and très cher",
        ] {
            assert_eq!(repaired(&broken(right, MACINTOSH)).0, right);
        }
    }

    #[test]
    fn a_part_that_was_encoded_twice_is_put_right() {
        for (text, right) in [
            ("Zoë said itâ€™s shut", "Zoë said it’s shut"),
            ("Zoë’s cafÃ© is shut", "Zoë’s café is shut"),
            ("“Shut” costs Â£5, itâ€™s said", "“Shut” costs £5, it’s said"),
            ("He said â€œno.â€ Zoë left.", "He said “no.” Zoë left."),
            (
                "The mark “â€™” was meant for ’, and “Ã©” for é: Zoë’s cafÃ©, itâ€™s said",
                "The mark “â€™” was meant for ’, and “Ã©” for é: Zoë’s café, it’s said",
            ),
            (
                "In Hanoi “Â” is a letter, itâ€™s said",
                "In Hanoi “Â” is a letter, it’s said",
            ),
            ("He said ‚Äúno‚Äù to Zoë", "He said “no” to Zoë"),
        ] {
            assert_eq!(repaired(text).0, right, "{text}");
        }
    }

    #[test]
    fn words_that_only_look_so_stay() {
        for text in [
            "„Spaß“ und „Maß“, sagte „Groß“",
            "„Ä“ und „Ö“ sind Laute",
            "«A IRM\u{c3}» de João, «MAÇ\u{c3}»",
            "MAÇ\u{c3}\u{a0}VERDE e AVI\u{c3}”",
            "a “café”—and a “résumé”—he said",
            "Â«tout» est bien qui finit bien",
            "L’âge d’or, le théâtre, l’hôtel",
            "São Paulo, João, coração, CORAÇÃO, NÃO",
            "Đặng Thị Ngọc Thịnh, Nguyễn Phú Trọng, â”, Ă",
            "Ærø, Åse’s, Ålesund, «Å», Håkon",
            "Ştefan cel Mare, Țara, însă, «Î», „Î”",
            "ÄÖÜ ÉÈ",
            "√9 = 3, ¬ a",
            "‚Ähnlich‘ heißt es",
            "Ñandú, ÑOÑO",
            "ÎLE-DE-FRANCE, GRÂCE À DIEU",
        ] {
            assert_eq!(repaired(text), (Cow::Borrowed(text), 0));
        }
    }
}
