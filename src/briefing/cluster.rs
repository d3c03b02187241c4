//! What may stand on one letter or sign, and how much: grapheme clusters, counted while text is cleaned.
//!
//! A cluster takes one place on the screen, however many characters are in it: marks, joiners and selectors add to it, and
//! so do letters of some scripts. All that is counted here is what is kept, so that text that is clean stays as it is.

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// As many marks may stand on one letter; more are there to spill over other lines.
const MOST_MARKS: usize = 8;

/// The longest cluster, but for one letter that its last joiner joins. A family of four in their colours takes eleven
/// characters, five consonants of Sanskrit in one take about as many.
const LONGEST: usize = 16;

/// The combining class of the signs that take the vowel from a consonant, and join it to the next.
const VIRAMA: u8 = 9;

const ZERO_WIDTH_NON_JOINER: char = '\u{200c}';
const ZERO_WIDTH_JOINER: char = '\u{200d}';
/// The frame of a key: 1️⃣.
const KEYCAP: char = '\u{20e3}';

/// The cluster that a text ends in so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cluster {
    last: Option<char>,
    /// The letter or sign that the marks stand on.
    base: Option<char>,
    /// Marks on the base.
    marks: usize,
    /// Characters in all.
    length: usize,
    /// Whether a virama stands on the base.
    linked: bool,
}

impl Cluster {
    /// The last character of the text.
    pub(super) fn last(&self) -> Option<char> {
        self.last
    }

    /// Whether `character`, which is neither ASCII nor white space nor a control, may come next. `rest` follows it.
    pub(super) fn takes(&self, character: char, rest: &str) -> bool {
        let has_room = self.length < LONGEST;
        match Role::of(character) {
            Role::Base if is_prepended(character) => !self.last.is_some_and(is_prepended),
            Role::Base => has_room || !self.last.is_some_and(|last| is_one_syllable(last, character)),
            Role::Mark => has_room && self.marks < MOST_MARKS,
            Role::Joiner => has_room && self.takes_joiner(character, rest),
            Role::Selector => has_room && self.takes_selector(character, rest),
        }
    }

    /// Whether the joiner belongs to the letter or the sign before it: one each, words can be hidden in rows of them.
    fn takes_joiner(&self, joiner: char, rest: &str) -> bool {
        let Some(base) = self.base.filter(|_| !self.last.is_some_and(is_joiner)) else {
            return false;
        };
        is_letter_that_joins(base)
            || joiner == ZERO_WIDTH_JOINER && is_picture(base) && rest.starts_with(is_picture)
    }

    /// Whether the selector chooses how the character right before it looks.
    fn takes_selector(&self, selector: char, rest: &str) -> bool {
        let Some(base) = self.base.filter(|_| self.base == self.last) else {
            return false;
        };
        match selector {
            // Text or picture; numbers and signs have the choice where they are keys.
            '\u{fe0e}' | '\u{fe0f}' => {
                is_picture(base) || matches!(base, '0'..='9' | '#' | '*') && rest.starts_with(KEYCAP)
            }
            '\u{fe00}'..='\u{fe02}' | '\u{e0100}'..='\u{e01ef}' => is_ideograph(base),
            '\u{180b}'..='\u{180f}' => matches!(base, '\u{1820}'..='\u{18aa}'),
            _ => false,
        }
    }

    /// Adds `character`, which is kept.
    pub(super) fn add(&mut self, character: char) {
        let begun = Self {
            last: Some(character),
            base: Some(character),
            marks: 0,
            length: 1,
            linked: false,
        };
        *self = match Role::of(character) {
            Role::Base if character == '\n' => Self {
                base: None,
                length: 0,
                ..begun
            },
            Role::Base => Self {
                length: 1 + if self.goes_on(character) { self.length } else { 0 },
                ..begun
            },
            role => Self {
                last: Some(character),
                marks: self.marks + usize::from(role == Role::Mark),
                length: self.length + 1,
                linked: self.linked || canonical_combining_class(character) == VIRAMA,
                ..*self
            },
        };
    }

    /// Whether the base `character` is in one cluster with what is before it.
    fn goes_on(&self, character: char) -> bool {
        if character.is_ascii() {
            return false;
        }
        self.last.is_some_and(|last| {
            self.linked && character.is_alphabetic()
                || last == ZERO_WIDTH_JOINER && is_picture(character)
                || is_prepended(last)
                || is_one_syllable(last, character)
                || self.length == 1 && is_half_flag(last) && is_half_flag(character)
        })
    }
}

/// What a character is to its cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A letter or sign of its own.
    Base,
    /// It stands on the letter before it.
    Mark,
    Joiner,
    /// It chooses how the character before it looks.
    Selector,
}

impl Role {
    fn of(character: char) -> Self {
        match character {
            // Most of what is written has no marks of its own: not to be looked up.
            '\0'..'\u{300}'
            | '\u{370}'..'\u{483}'
            | '\u{2010}'..'\u{20d0}'
            | '\u{3400}'..'\u{a000}'
            | '\u{ac00}'..'\u{d7a4}' => Self::Base,
            _ if is_joiner(character) => Self::Joiner,
            '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
                Self::Selector
            }
            // Vowels of Thai and Lao, voicing of narrow Katakana, colours of skin: no marks by name.
            '\u{e33}' | '\u{eb3}' | '\u{ff9e}' | '\u{ff9f}' | '\u{1f3fb}'..='\u{1f3ff}' => Self::Mark,
            _ if is_combining_mark(character) => Self::Mark,
            _ => Self::Base,
        }
    }
}

fn is_joiner(character: char) -> bool {
    matches!(character, ZERO_WIDTH_NON_JOINER | ZERO_WIDTH_JOINER)
}

/// Whether `character` is a letter or digit of a script in which joiners tell how letters are joined: Arabic and its
/// kin, the scripts of India and around it, Mongolian.
fn is_letter_that_joins(character: char) -> bool {
    matches!(
        character,
        '\u{600}'..='\u{dff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{18af}'
            | '\u{1b00}'..='\u{1bff}'
            | '\u{a800}'..='\u{a95f}'
            | '\u{a980}'..='\u{a9ff}'
            | '\u{aae0}'..='\u{aaff}'
            | '\u{abc0}'..='\u{abff}'
            | '\u{10a00}'..='\u{10aff}'
            | '\u{10d00}'..='\u{10d3f}'
            | '\u{11000}'..='\u{11fff}'
            | '\u{1e900}'..='\u{1e95f}'
    ) && character.is_alphanumeric()
}

/// Whether `character` can be a picture, alone or joined to others.
fn is_picture(character: char) -> bool {
    matches!(
        character,
        '©' | '®'
            | '\u{203c}'
            | '\u{2049}'
            | '\u{2122}'
            | '\u{2139}'
            | '\u{2194}'..='\u{2199}'
            | '\u{21a9}'..='\u{21aa}'
            | '\u{231a}'..='\u{231b}'
            | '\u{2328}'
            | '\u{2388}'
            | '\u{23cf}'
            | '\u{23e9}'..='\u{23fa}'
            | '\u{24c2}'
            | '\u{25aa}'..='\u{25ab}'
            | '\u{25b6}'
            | '\u{25c0}'
            | '\u{25fb}'..='\u{25fe}'
            | '\u{2600}'..='\u{27bf}'
            | '\u{2934}'..='\u{2935}'
            | '\u{2b05}'..='\u{2b07}'
            | '\u{2b1b}'..='\u{2b1c}'
            | '\u{2b50}'
            | '\u{2b55}'
            | '\u{3030}'
            | '\u{303d}'
            | '\u{3297}'
            | '\u{3299}'
            | '\u{1f000}'..='\u{1f1e5}'
            | '\u{1f200}'..='\u{1f3fa}'
            | '\u{1f400}'..='\u{1faff}'
    )
}

/// Whether `character` is one of the two letters that make a flag.
fn is_half_flag(character: char) -> bool {
    matches!(character, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Whether `character` is a Chinese one, of which names have forms of their own.
fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether `character` is one that stands around or before what follows it, in one cluster: Arabic signs of number and
/// year, letters of Indian scripts.
fn is_prepended(character: char) -> bool {
    matches!(
        character,
        '\u{600}'..='\u{605}'
            | '\u{6dd}'
            | '\u{70f}'
            | '\u{890}'..='\u{891}'
            | '\u{8e2}'
            | '\u{d4e}'
            | '\u{110bd}'
            | '\u{110cd}'
            | '\u{111c2}'..='\u{111c3}'
            | '\u{113d1}'
            | '\u{1193f}'
            | '\u{11941}'
            | '\u{11a3a}'
            | '\u{11a84}'..='\u{11a89}'
            | '\u{11d46}'
            | '\u{11f02}'
    )
}

/// Whether two letters side by side are in one syllable of Hangul, or are vowels of Kirat Rai.
fn is_one_syllable(before: char, after: char) -> bool {
    /// First consonant, vowel, last consonant, and what has the first two.
    #[derive(Clone, Copy)]
    enum Part {
        First,
        Vowel,
        Last,
        Whole,
    }
    let part = |character| match character {
        '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}' => Some(Part::First),
        '\u{1160}'..='\u{11a7}' | '\u{d7b0}'..='\u{d7c6}' | '\u{16d63}' | '\u{16d67}'..='\u{16d6a}' => {
            Some(Part::Vowel)
        }
        '\u{11a8}'..='\u{11ff}' | '\u{d7cb}'..='\u{d7fb}' => Some(Part::Last),
        '\u{ac00}'..='\u{d7a3}' => Some(Part::Whole),
        _ => None,
    };
    match (part(before), part(after)) {
        (Some(Part::First), Some(after)) => !matches!(after, Part::Last),
        (Some(Part::Vowel | Part::Whole), Some(after)) => matches!(after, Part::Vowel | Part::Last),
        (Some(Part::Last), Some(after)) => matches!(after, Part::Last),
        _ => false,
    }
}
