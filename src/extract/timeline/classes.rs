//! What a word can be in a date, and the value that it stands for.

use crate::extract::lexicon::{Categories, category, value};
use crate::extract::text::{Shape, Text};

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Classes(u64);

/// Declares the classes once: the constant's name is the name in `date_words.toml` and `dates.patterns`.
macro_rules! classes {
    ($($bit:literal $name:ident)*) => {
        impl Classes {
            $(pub(super) const $name: Self = Self(1 << $bit);)*

            /// The class that the data files call `name`.
            pub(super) fn named(name: &str) -> Option<Self> {
                match name { $(stringify!($name) => Some(Self::$name),)* _ => None }
            }
        }
    };
}

classes! {
    0 MONTH 1 MONTH_SHORT 2 NAME_TOO 3 WEEKDAY 4 WEEKDAY_SHORT 5 SEASON 6 PART 7 DAY_WORD
    8 UNIT 9 UNITS 10 YEAR_UNIT 11 WEEK_UNIT 12 WEEKEND_UNIT 13 QUARTER_UNIT 14 CENTURY 15 HALF 16 PERIOD
    17 COUNT 18 ORDINAL 19 ENDING 20 FEW 21 QUARTER_WORD 22 HALF_WORD 23 DECADE_WORD
    24 STEP 25 TOLD 26 AGO 27 TOLD_BACK 28 YEAR_BEFORE 29 EDGE 30 NUANCE 31 LATEST 32 FISCAL
    33 NOW 34 PAST 35 RECENT 36 FUTURE 37 HOLIDAY 38 CLOCK_HALF 39 CLOCK_WORD 40 ZONE
    41 DAY 42 ORDINAL_DAY 43 TWO 44 YEAR 45 DECADE 46 CLOCK 47 HOUR 48 SLASHED 49 SPOKEN
}

impl Classes {
    /// Whether the two sets share a class.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is none.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Both sets.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both have.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// This set without `other`.
    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The bits of its members.
    pub(super) fn bits(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |bit| self.0 >> bit & 1 == 1)
    }

    /// The classes that an entry of `date_words.toml` gives: "STEP=1 TOLD=1".
    fn of_entry(entry: &str) -> Self {
        items(entry).fold(Self::default(), |classes, (class, _)| classes.or(class))
    }
}

/// The classes of an entry, and the value it gives to each.
fn items(entry: &str) -> impl Iterator<Item = (Classes, &str)> {
    entry.split(' ').filter_map(|item| {
        let (name, value) = item.split_once('=').unwrap_or((item, ""));
        Some((Classes::named(name)?, value))
    })
}

/// Whether a date may open with the token at `index`: a quick look.
pub(super) fn may_open(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    match token.shape {
        Shape::Number => true,
        Shape::Possessive | Shape::Mark | Shape::Punctuation(_) | Shape::Nothing => false,
        _ => {
            token.is(category::DATE_WORD)
                || token.span.len() > 6 && is_hyphened(text, index)
                || token.is_capitalised() && opens_phrase(text, index)
        }
    }
}

/// "New Year's Day", whose first word is no date word by itself.
fn opens_phrase(text: &Text<'_>, index: usize) -> bool {
    text.phrase(index)
        .is_some_and(|(_, categories)| categories.any(category::DATE_WORD))
}

/// "mid-October", "twenty-five"
fn is_hyphened(text: &Text<'_>, index: usize) -> bool {
    let word = text.word(index);
    word.split_once('-').is_some_and(|(first, _)| {
        let categories = text.lexicon.categories(first);
        categories.any(category::DATE_PREFIX.or(category::DATE_WORD))
    })
}

/// The word without a prefix that leaves the date as it is: "mid-October", "post-1945".
pub(super) fn core<'a>(text: &Text<'a>, index: usize) -> &'a str {
    let word = text.word(index);
    match word.split_once('-') {
        Some((prefix, rest)) if text.lexicon.categories(prefix).any(category::DATE_PREFIX) => rest,
        _ => word,
    }
}

/// The value that the words at `index` have as one of `classes`; where they are a phrase, all of it counts.
pub(super) fn value_as(text: &Text<'_>, index: usize, classes: Classes) -> Option<&'static str> {
    let phrase = text
        .phrase(index)
        .filter(|(_, categories)| categories.any(category::DATE_WORD))
        .and_then(|(words, _)| value(&text.lexicon.date_word, text.words(words)));
    word_value(text, core(text, index), classes)
        .or_else(|| phrase.and_then(|entry| entry_value(entry, classes)))
}

/// The same, as a number.
pub(super) fn number_as(text: &Text<'_>, index: usize, classes: Classes) -> Option<i32> {
    value_as(text, index, classes)?.parse().ok()
}

/// The value that `word` has as one of `classes`.
pub(super) fn word_value(text: &Text<'_>, word: &str, classes: Classes) -> Option<&'static str> {
    entry_value(value(&text.lexicon.date_word, word)?, classes)
}

fn entry_value(entry: &'static str, classes: Classes) -> Option<&'static str> {
    items(entry)
        .find(|(class, _)| class.any(classes))
        .map(|(_, value)| value)
}

/// The classes of the words at `index`, and how many tokens they are.
pub(super) fn classes(text: &Text<'_>, index: usize) -> (Classes, usize) {
    if let Some((words, categories)) = text.phrase(index)
        && categories.any(category::DATE_WORD)
        && let Some(entry) = value(&text.lexicon.date_word, text.words(words))
    {
        return (Classes::of_entry(entry), words.len());
    }
    let token = text.token(index);
    let classes = match token.shape {
        Shape::Number => number_classes(text, token.span.of(text.source)),
        Shape::Possessive | Shape::Mark | Shape::Punctuation(_) | Shape::Nothing => Classes::default(),
        _ => word_classes(text, index, token.categories),
    };
    (classes, 1)
}

fn word_classes(text: &Text<'_>, index: usize, categories: Categories) -> Classes {
    let whole = text.word(index);
    let hyphened = whole.contains('-');
    if !hyphened && !categories.any(category::DATE_WORD) {
        return Classes::default();
    }
    let word = core(text, index);
    if word.len() != whole.len() && word.starts_with(|first: char| first.is_ascii_digit()) {
        return number_classes(text, word).and(Classes::YEAR.or(Classes::DECADE));
    }
    let Some(entry) = value(&text.lexicon.date_word, word) else {
        let counts = hyphened && compound_cardinal(text, word).is_some();
        return if counts {
            Classes::COUNT
        } else {
            Classes::default()
        };
    };
    let mut classes = Classes::of_entry(entry);
    if classes.any(Classes::ORDINAL) {
        classes = classes.or(Classes::ORDINAL_DAY);
    }
    let needs_capital = Classes::MONTH_SHORT
        .or(Classes::NAME_TOO)
        .or(Classes::WEEKDAY_SHORT);
    if classes.any(needs_capital) && word.starts_with(char::is_lowercase) {
        classes = classes.without(needs_capital.or(Classes::MONTH));
    }
    classes
}

fn number_classes(text: &Text<'_>, word: &str) -> Classes {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let number: i32 = word.get(..digits).and_then(|n| n.parse().ok()).unwrap_or(-1);
    let rest = word.get(digits..).unwrap_or_default();
    let day = (1..=31).contains(&number) && digits <= 2;
    match rest {
        "" => plain_number_classes(number, digits, day),
        _ if (digits == 4 || digits == 2)
            && number % 10 == 0
            && text.lexicon.plural_ending.contains(&rest) =>
        {
            Classes::DECADE
        }
        _ if rest.starts_with('/') => Classes::SLASHED,
        _ if rest.starts_with(':') && digits <= 2 => Classes::CLOCK,
        _ if day && word_value(text, rest, Classes::CLOCK_HALF).is_some() => Classes::CLOCK,
        _ if word_value(text, rest, Classes::ENDING).is_some() => {
            if day {
                Classes::ORDINAL.or(Classes::ORDINAL_DAY)
            } else {
                Classes::ORDINAL
            }
        }
        _ => Classes::default(),
    }
}

fn plain_number_classes(number: i32, digits: usize, day: bool) -> Classes {
    let mut classes = Classes::COUNT;
    if day {
        classes = classes.or(Classes::DAY);
    }
    if day && number <= 12 {
        classes = classes.or(Classes::HOUR);
    }
    if digits == 2 {
        classes = classes.or(Classes::TWO);
    }
    if digits == 4 && (1000..2200).contains(&number) {
        classes = classes.or(Classes::YEAR);
    }
    classes
}

/// The number at the front of `word`: 20 for "20th".
pub(super) fn leading_number(word: &str) -> Option<i32> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    word.get(..digits)?.parse().ok()
}

/// The number that the word stands for, be it in digits or letters, cardinal or ordinal.
pub(super) fn number(text: &Text<'_>, index: usize) -> Option<i32> {
    let word = core(text, index);
    leading_number(word)
        .or_else(|| number_as(text, index, Classes::COUNT.or(Classes::ORDINAL)))
        .or_else(|| compound_cardinal(text, word))
}

/// "twenty-five"
fn compound_cardinal(text: &Text<'_>, word: &str) -> Option<i32> {
    let (tens, ones) = word.split_once('-')?;
    let part = |word: &str| word_value(text, word, Classes::COUNT)?.parse::<i32>().ok();
    let tens = part(tens).filter(|tens| *tens >= 20)?;
    let ones = part(ones).filter(|ones| *ones < 10)?;
    Some(tens + ones)
}
