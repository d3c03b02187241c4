//! The words the extractor knows, as data: `LANGUAGE/*.toml`, compiled in by `build/`.
//!
//! The engine knows no language: it asks [`Lexicon`] which [`category`] a word has. A list in a file makes a category; a
//! table makes a category and a field of [`Lexicon`] with the words' values; a list of endings is a field. A second language
//! is a second folder.

use std::borrow::Cow;
use std::ops::{BitOr, BitOrAssign};

use phf::PhfEq;

/// What `build/` wrote.
#[allow(clippy::pedantic)]
mod tables {
    use super::{Categories, Word};

    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

pub use tables::{EN, Lexicon, category};

/// What is known of languages that have no lexicon: `languages.toml`.
pub mod markers {
    pub use super::tables::{
        ABBREVIATIONS, DATE_JOINERS, DAY_MARKS, FUNCTION_WORDS, MONTH_MARKS, MONTHS, SCRIPTS, TAGS,
        YEAR_MARKS,
    };
}

/// A word that a table is looked up by: where it stands in the text of all of them. It is shorter than a `&str`, and, being
/// no address, is as the program needs it when it is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    start: u32,
    length: u8,
}

impl Word {
    const fn new(start: u32, length: u8) -> Self {
        Self { start, length }
    }
}

impl PhfEq<str> for Word {
    fn phf_eq(&self, other: &str) -> bool {
        let start = self.start as usize;
        let end = start + usize::from(self.length);
        tables::TEXT.get(start..end) == Some(other)
    }
}

/// A set of word categories, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Categories([u128; 2]);

impl Categories {
    /// No category.
    pub const NONE: Self = Self([0, 0]);
    /// Set on the first word of every phrase, so that most words need no phrase look-up.
    const PHRASE_HEAD: Self = Self([0, 1 << 127]);
    /// Set on the second word of every phrase, for the same reason.
    const PHRASE_SECOND: Self = Self([0, 1 << 126]);

    const fn bit(bit: u32) -> Self {
        if bit < 128 {
            Self([1 << bit, 0])
        } else {
            Self([0, 1 << (bit - 128)])
        }
    }

    /// Whether the two sets share a category.
    pub const fn any(self, other: Self) -> bool {
        let ([low, high], [other_low, other_high]) = (self.0, other.0);
        (low & other_low) | (high & other_high) != 0
    }

    /// Whether a phrase of the lexicon opens with a word of these categories.
    pub const fn heads_phrase(self) -> bool {
        self.any(Self::PHRASE_HEAD)
    }

    /// The set without the mark of a phrase's first word.
    #[must_use]
    pub const fn without_phrase_head(self) -> Self {
        let ([low, high], [_, head]) = (self.0, Self::PHRASE_HEAD.0);
        Self([low, high & !head])
    }

    /// Whether a phrase of the lexicon has a word of these categories in the second place.
    pub const fn goes_on_phrase(self) -> bool {
        self.any(Self::PHRASE_SECOND)
    }

    /// Both sets together, for constants.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        let ([low, high], [other_low, other_high]) = (self.0, other.0);
        Self([low | other_low, high | other_high])
    }
}

impl BitOr for Categories {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl BitOrAssign for Categories {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// Words in one phrase at most.
pub const PHRASE_WORDS: usize = 6;
/// Bytes of the longest word or phrase in the lexicon; anything longer is not looked up.
const LONGEST: usize = 48;

impl Lexicon {
    /// The categories of a single word, in whatever case it stands.
    pub fn categories(&self, word: &str) -> Categories {
        if word.len() > LONGEST {
            return Categories::NONE;
        }
        with_key(word, |key| self.set(self.words.get(key))).unwrap_or_default()
    }

    /// The set at a place of the list of them.
    fn set(&self, place: Option<&u16>) -> Option<Categories> {
        self.sets.get(usize::from(*place?)).copied()
    }

    /// Whether the whole of `name`, a word or a phrase, is listed under one of `categories`.
    pub fn lists(&self, name: &str, categories: Categories) -> bool {
        let listed = if name.contains(' ') {
            with_key(name, |key| self.set(self.phrases.get(key))).unwrap_or_default()
        } else {
            self.categories(name)
        };
        listed.any(categories)
    }

    /// The categories of the longest phrase that opens at the start of `text` and ends where one of `ends` says a word
    /// ends (byte offsets into `text`, ascending); with the number of words in it.
    pub fn phrase(&self, text: &str, ends: &[usize]) -> Option<(usize, Categories)> {
        let longest = ends.len().min(PHRASE_WORDS);
        (2..=longest).rev().find_map(|count| {
            let words = text
                .get(..*ends.get(count - 1)?)
                .filter(|words| words.len() <= LONGEST)?;
            with_key(words, |key| self.set(self.phrases.get(key))).map(|categories| (count, categories))
        })
    }
}

/// Whether `word`, in whatever case it stands, has one of `endings` and something before it.
pub fn ends_in(word: &str, endings: &[&str]) -> bool {
    without_ending(word, endings).is_some_and(|stem| !stem.is_empty())
}

/// What stands before the first of `endings` that `word` has.
pub fn without_ending<'a>(word: &'a str, endings: &[&str]) -> Option<&'a str> {
    endings.iter().find_map(|ending| {
        let (stem, end) = word.split_at_checked(word.len().checked_sub(ending.len())?)?;
        end.eq_ignore_ascii_case(ending).then_some(stem)
    })
}

/// The value of `word`, in whatever case it stands, in a table of the lexicon.
pub fn value<T: Copy>(table: &phf::Map<Word, T>, word: &str) -> Option<T> {
    with_key(word, |key| table.get(key).copied())
}

/// Calls `look_up` with the form under which the lexicon lists `word`: lower case, straight apostrophes. Nearly every word
/// is ASCII and short, and costs no allocation.
fn with_key<T>(word: &str, look_up: impl FnOnce(&str) -> T) -> T {
    let mut buffer = [0_u8; LONGEST];
    if let Some(bytes) = buffer.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        bytes.copy_from_slice(word.as_bytes());
        bytes.make_ascii_lowercase();
        return look_up(std::str::from_utf8(bytes).unwrap_or_default());
    }
    let lower = word.to_lowercase();
    let key = if lower.contains('’') {
        Cow::Owned(lower.replace('’', "'"))
    } else {
        Cow::Borrowed(lower.as_str())
    };
    look_up(&key)
}
