//! Words as numbers, so that names are compared and looked up without a copy of their letters.
//!
//! Two spellings of one word have one key: case, accents, doubled letters and the endings of transliterated names
//! ("Zelensky", "Zelenskyy", "Zelenskiy") make no difference.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::extract::lexicon::category;
use crate::extract::text::{Shape, Text, TokenRange};

/// A word, or several, as a number.
pub(super) type Key = u64;

/// A map from keys. They are hashes already.
pub(super) type KeyMap<T> = HashMap<Key, T, BuildHasherDefault<Unhashed>>;

/// A set of keys.
pub(super) type KeySet = HashSet<Key, BuildHasherDefault<Unhashed>>;

/// Takes a [`Key`] for its own hash.
#[derive(Default)]
pub(super) struct Unhashed(u64);

impl Hasher for Unhashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = self.0.rotate_left(5) ^ key;
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// Spreads a key over all bits, so that its low ones can index a table.
fn spread(key: u64) -> u64 {
    let mixed = (key ^ (key >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 29)
}

/// The key of several words, from theirs, in order.
pub(super) fn join(keys: impl IntoIterator<Item = Key>) -> Key {
    keys.into_iter()
        .fold(START, |joined, key| spread(joined.rotate_left(7) ^ key))
}

/// The key of one word.
pub(super) fn word(word: &str) -> Key {
    let mut key = START;
    let mut last = None;
    let mut ending = false;
    let mut push = |letter: char| {
        let letter = letter.to_ascii_lowercase();
        if matches!(letter, '.' | '\'' | '’' | '-' | '\u{2010}' | '\u{2011}') || last == Some(letter) {
            return;
        }
        last = Some(letter);
        // A run of these letters counts for one "y", and is only counted once something follows or the word ends.
        if matches!(letter, 'y' | 'i') {
            ending = true;
            return;
        }
        if ending {
            ending = false;
            key = (key ^ u64::from(b'y')).wrapping_mul(PRIME);
        }
        key = (key ^ u64::from(letter)).wrapping_mul(PRIME);
    };
    for character in word.chars() {
        if character.is_ascii() {
            push(character);
        } else {
            decompose_canonical(character, |part| {
                if !is_combining_mark(part) {
                    part.to_lowercase().for_each(&mut push);
                }
            });
        }
    }
    if ending {
        key = (key ^ u64::from(b'y')).wrapping_mul(PRIME);
    }
    spread(key)
}

/// The key of a phrase, as [`of_tokens`] would make it.
pub(super) fn phrase(phrase: &str) -> Key {
    join(phrase.split(' ').map(word))
}

/// The key of a run of tokens, by its words: what is no word is passed over.
pub(super) fn of_tokens(text: &Text<'_>, tokens: TokenRange) -> Key {
    join(
        tokens
            .indices()
            .filter(|index| text.token(*index).is_word())
            .map(|index| word(text.word(index))),
    )
}

/// The key of the surname in a token: "al-Assad" is found under "Assad".
pub(super) fn surname(text: &Text<'_>, index: usize) -> Key {
    let written = text.word(index);
    let bare = match written.split_once('-') {
        Some((particle, rest))
            if text.token(index).shape != Shape::Upper
                && text.lexicon.categories(particle).any(category::PARTICLE) =>
        {
            rest
        }
        _ => written,
    };
    word(bare)
}
