//! Text of old Macintosh computers, whose bytes are letters and marks in Windows-1252 too, but in places where nobody
//! writes them: "Ò", "Ó" and "Õ" for quotation marks, "Ž" for "é".

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// As many signs out of place are no accident.
const FEWEST: usize = 2;

/// Of the signs that are not ASCII, one in so many must be out of place.
const ONE_IN: usize = 4;

/// What stands between words and letters alike.
const MAY_BE_BETWEEN: [char; 6] = ['’', '‘', '–', '—', '·', '\u{ad}'];

/// Letters of Windows-1252 that are a dash in the other encoding.
const FOR_DASHES: [char; 2] = ['Ñ', 'Ð'];

/// Which of the two `bytes` are in.
pub(super) fn or_windows(bytes: &[u8]) -> &'static Encoding {
    let as_windows = out_of_place(&WINDOWS_1252.decode_without_bom_handling(bytes).0);
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if as_windows < FEWEST || as_windows * ONE_IN < high {
        return WINDOWS_1252;
    }
    let as_macintosh = out_of_place(&MACINTOSH.decode_without_bom_handling(bytes).0);
    if as_macintosh * ONE_IN <= as_windows {
        MACINTOSH
    } else {
        WINDOWS_1252
    }
}

/// How many signs of `text` stand where nobody writes them.
fn out_of_place(text: &str) -> usize {
    let mut count = 0;
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(character) = letters.next() {
        let after = letters.peek().copied().unwrap_or(' ');
        count += usize::from(!character.is_ascii() && is_out_of_place(before, character, after));
        before = character;
    }
    count
}

fn is_out_of_place(before: char, character: char, after: char) -> bool {
    if character.is_control() {
        return true;
    }
    if !character.is_alphabetic() {
        let is_within = before.is_alphabetic() && after.is_alphabetic();
        return is_within && !MAY_BE_BETWEEN.contains(&character);
    }
    let ends_word = !after.is_alphanumeric();
    // "donÕt", "kŸrzt"; "done.Ó"; " Ñ "
    (character.is_uppercase() && before.is_lowercase())
        || (matches!(before, '.' | ',' | '!' | '?') && ends_word)
        || (before.is_whitespace() && after.is_whitespace() && FOR_DASHES.contains(&character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_known_by_what_the_other_makes_of_it() {
        for text in [
            "“It leaks,” said the engineer. “We don’t know why — nobody does.”",
            "Le conseil a décidé d’arrêter, à l’été déjà, où ça coûte.",
            "„Wir haben geprüft“, sagte Jürgen Groß über die Straße.",
            "A ponte não foi reaberta; «não há razão», disse o João à noite.",
            "Håkan Öberg på ön sålde allt.",
        ] {
            for encoding in [WINDOWS_1252, MACINTOSH] {
                let (bytes, ..) = encoding.encode(text);
                assert_eq!(or_windows(&bytes), encoding, "{text}");
            }
        }
        for text in [
            "The café was shut.",
            "MacÉire and MacÉire said “No.”",
            "5 ± 2 µm, 20 °C, § 7, © 2025, £5",
            "À É Ó Ñ",
            "El señor Núñez llegó. ¿Qué pasó, niño?",
            "plain",
        ] {
            let (bytes, ..) = WINDOWS_1252.encode(text);
            assert_eq!(or_windows(&bytes), WINDOWS_1252, "{text}");
        }
    }
}
