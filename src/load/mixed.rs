//! UTF-8 in which single bytes are of Windows-1252, as where somebody has pasted one file into another.

use encoding_rs::WINDOWS_1252;

/// As many characters in UTF-8 are no accident.
const FEWEST: usize = 2;

/// The text of `bytes`, and how many of them are of Windows-1252; `None` where anything else may be the matter: another
/// encoding, or what is left of letters that were cut.
pub(super) fn read(bytes: &[u8]) -> Option<(String, usize)> {
    let mut text = String::with_capacity(bytes.len() + 64);
    let (mut in_utf8, mut count, mut place) = (0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid();
        // Two of them side by side are a letter in another encoding, or a part of one.
        if count > 0 && !valid.starts_with(|next: char| next.is_ascii()) {
            return None;
        }
        for character in valid.chars().filter(|character| !character.is_ascii()) {
            if !is_western(character) {
                return None;
            }
            in_utf8 += 1;
        }
        text.push_str(valid);
        let before = text.bytes().next_back().unwrap_or(b' ');
        place += valid.len() + chunk.invalid().len();
        let after = bytes.get(place).copied().unwrap_or(b' ');
        match chunk.invalid() {
            [] => {}
            invalid if before.is_ascii() && is_of_windows(before, invalid, after) => {
                text.push_str(&WINDOWS_1252.decode_without_bom_handling(invalid).0);
                count += invalid.len();
            }
            _ => return None,
        }
    }
    (in_utf8 >= FEWEST).then_some((text, count))
}

/// Whether `bytes`, between two others, are a mark, a letter of a word, or the last letter of one and the mark at the end of
/// what is said: "café”".
fn is_of_windows(before: u8, bytes: &[u8], after: u8) -> bool {
    match bytes {
        [mark] if is_mark(*mark) => true,
        [letter] => is_letter(*letter) && (before.is_ascii_alphabetic() || after.is_ascii_alphabetic()),
        [letter, 0x85 | 0x92 | 0x94 | 0x97] => {
            is_letter(*letter) && *letter != 0xe2 && before.is_ascii_alphabetic()
        }
        _ => false,
    }
}

/// Whether `byte` is a mark of English text in Windows-1252, and a letter or nothing in other encodings.
pub(super) fn is_mark(byte: u8) -> bool {
    matches!(byte, 0x80 | 0x85 | 0x91..=0x97 | 0x99 | 0xa0 | 0xa3)
}

/// Whether `byte` is a letter in Windows-1252, and not what nearly all letters of the West begin with in UTF-8.
fn is_letter(byte: u8) -> bool {
    byte >= 0xc0 && !matches!(byte, 0xc2 | 0xc3 | 0xd7 | 0xf7)
}

/// Whether Windows-1252 has `character` too, or it is a sign that goes with such text: what is UTF-8 by accident is hardly
/// ever.
fn is_western(character: char) -> bool {
    let is_mark = matches!(character, '\u{2000}'..='\u{206f}' | '€' | '™' | '\u{feff}');
    is_mark
        || matches!(
            character,
            '\u{a0}'..='\u{ff}' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ'
        )
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn other_encodings_are_none_of_it() {
        let mixed = ["“Zoë”".as_bytes(), b" \x93Caf\xe9\x94 \x93No\x94"].concat();
        assert_eq!(read(&mixed), Some(("“Zoë” “Café” “No”".to_owned(), 5)));
        for bytes in [
            // Windows-1252 with "É”" in it, which is a letter in UTF-8.
            &b"CAF\xc9\x94 caf\xe9, caf\xe9"[..],
            // GBK, and a letter of two bytes of which one is missing.
            b"\xc1\xaa\xcd\xa8 \xd6\xd0\xb9\xfa",
            b"Zo\xc3\xab, caf\xc3",
            b"caf\xc3\xa9 \xe2\x80",
            b"Zo\xc3\xab, caf\xc3\xa9 \xff.",
        ] {
            assert_eq!(read(bytes), None, "{bytes:?}");
        }
    }
}
