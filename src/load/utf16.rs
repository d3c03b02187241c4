//! UTF-16 that has no mark at its beginning.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// Fewer pairs of bytes than this tell nothing about their encoding.
const FEWEST_PAIRS: usize = 4;

/// Of the characters of prose, at most one in so many is no letter, mark or white space.
const ODD_ONE_IN: usize = 50;

/// The encoding of text that begins with `sample`, if it is UTF-16.
///
/// Western text has a zero in nearly every second byte. Other text has one where its white space, its figures and its
/// markup are, and none in the other bytes; it is text where it reads as such.
pub(super) fn without_mark(sample: &[u8]) -> Option<&'static Encoding> {
    let sample = sample.get(..sample.len() & !1)?;
    let pairs = sample.len() / 2;
    if pairs < FEWEST_PAIRS {
        return None;
    }
    let zeros = |offset: usize| {
        let bytes = sample.iter().skip(offset).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (encoding, zeros) = match (zeros(0), zeros(1)) {
        (0, zeros) => (UTF_16LE, zeros),
        (zeros, 0) => (UTF_16BE, zeros),
        _ => return None,
    };
    (zeros * 10 >= pairs * 3 || is_prose(sample, encoding)).then_some(encoding)
}

fn is_prose(sample: &[u8], encoding: &'static Encoding) -> bool {
    let text = encoding.decode_without_bom_handling(sample).0;
    let (mut odd, mut spaces, mut all) = (0, 0, 0);
    for character in text.chars() {
        all += 1;
        spaces += usize::from(matches!(character, ' ' | '\n' | '、' | '。' | '，'));
        odd += usize::from(
            !(character.is_alphanumeric() || character.is_whitespace() || is_punctuation(character)),
        );
    }
    spaces > 0 && odd * ODD_ONE_IN <= all
}

/// Marks between and around words, of the West and of the East, and the accents that are written apart.
fn is_punctuation(character: char) -> bool {
    matches!(
        character,
        '!'..='~' | '\u{a0}'..='\u{bf}' | '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{2000}'..='\u{206f}' | '€' | '№' | '™'
            | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}'
    )
}
