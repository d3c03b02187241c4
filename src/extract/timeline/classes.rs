//! What a word can be in a date, and the number that it stands for.

use crate::extract::lexicon::{Categories, category, value};
use crate::extract::text::{Shape, Text};

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Classes(u64);

/// Declares the classes once: constant, the name in `dates.patterns` being the same, and the category of the lexicon
/// whose words are of that class.
macro_rules! classes {
    ($($bit:literal $name:ident $(= $category:ident)?;)*) => {
        impl Classes {
            $(pub(super) const $name: Self = Self(1 << $bit);)*

            /// The class that `dates.patterns` calls `name`.
            pub(super) fn named(name: &str) -> Option<Self> {
                match name { $(stringify!($name) => Some(Self::$name),)* _ => None }
            }

            /// The classes of a word with these categories.
            fn of_categories(categories: Categories) -> Self {
                let mut classes = Self::default();
                $($(if categories.any(category::$category) { classes = classes.or(Self::$name); })?)*
                classes
            }
        }
    };
}

classes! {
    0 MONTH = MONTH;
    1 MONTH_SHORT;
    2 WEEKDAY = WEEKDAY;
    3 WEEKDAY_SHORT;
    4 SEASON = SEASON;
    5 PART = DAY_PART;
    6 DAY_WORD = DAY_WORD;
    7 UNIT = DATE_UNIT;
    8 UNITS = DATE_UNITS;
    9 YEAR_UNIT;
    10 WEEK_UNIT;
    11 QUARTER_UNIT;
    12 CENTURY;
    13 COUNT = CARDINAL;
    14 ORDINAL = ORDINAL;
    15 QUARTER_WORD = QUARTER_WORD;
    16 HALF_WORD = HALF_WORD;
    17 DECADE_WORD = DECADE_WORD;
    18 STEP = DATE_STEP;
    19 TOLD = TOLD_STEP;
    20 AGO = DATE_BACK;
    21 TOLD_BACK = TOLD_BACK;
    22 YEAR_BEFORE = YEAR_BEFORE;
    23 HOLIDAY = HOLIDAY;
    24 CLOCK_HALF = CLOCK_HALF;
    25 CLOCK_WORD = CLOCK_WORD;
    26 EDGE = DATE_EDGE;
    27 NUANCE = DATE_NUANCE;
    28 FEW = FEW;
    29 NOW = NOW_WORD;
    30 PAST = PAST_WORD;
    31 ZONE = TIME_ZONE;
    32 DAY;
    33 ORDINAL_DAY;
    34 TWO;
    35 YEAR;
    36 DECADE;
    37 CLOCK;
    38 HOUR;
    39 SLASHED;
    40 HALF = HALF_UNIT;
    41 FUTURE = FUTURE_WORD;
    42 WEEKEND_UNIT;
    43 RECENT = RECENT_WORD;
    44 PERIOD = PERIOD_UNIT;
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

    /// The bits of its members.
    pub(super) fn bits(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |bit| self.0 >> bit & 1 == 1)
    }
}

/// Categories whose words may open a date; with numbers and hyphened words, everything that is looked at closely.
const OPENS: Categories = category::MONTH
    .or(category::WEEKDAY)
    .or(category::SEASON)
    .or(category::DAY_PART)
    .or(category::DAY_WORD)
    .or(category::DATE_UNIT)
    .or(category::CARDINAL)
    .or(category::ORDINAL)
    .or(category::QUARTER_WORD)
    .or(category::HALF_WORD)
    .or(category::DECADE_WORD)
    .or(category::DATE_STEP)
    .or(category::TOLD_STEP)
    .or(category::YEAR_BEFORE)
    .or(category::HOLIDAY)
    .or(category::CLOCK_WORD)
    .or(category::DATE_EDGE)
    .or(category::DATE_NUANCE)
    .or(category::FEW)
    .or(category::NOW_WORD)
    .or(category::PAST_WORD)
    .or(category::DATE_OPENER);

/// Whether a date may open with the token at `index`: a quick look.
pub(super) fn may_open(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    match token.shape {
        Shape::Number => true,
        Shape::Possessive | Shape::Mark | Shape::Punctuation(_) | Shape::Nothing => false,
        _ => token.is(OPENS) || token.span.len() > 6 && opens_with(text, index, HYPHENED),
    }
}

/// What the first half of a hyphened word may be: "mid-October", "twenty-five".
const HYPHENED: Categories = category::DATE_PREFIX.or(category::CARDINAL);

/// Whether the word has a hyphen, and one of `categories` before it.
fn opens_with(text: &Text<'_>, index: usize, categories: Categories) -> bool {
    let word = text.word(index);
    word.split_once('-')
        .is_some_and(|(first, _)| text.lexicon.categories(first).any(categories))
}

/// The word without such a prefix.
pub(super) fn core<'a>(text: &Text<'a>, index: usize) -> &'a str {
    let word = text.word(index);
    match word.split_once('-') {
        Some((_, rest)) if opens_with(text, index, category::DATE_PREFIX) => rest,
        _ => word,
    }
}

/// The classes of the token at `index`.
pub(super) fn classes(text: &Text<'_>, index: usize) -> Classes {
    let token = text.token(index);
    match token.shape {
        Shape::Number => return number_classes(text, token.span.of(text.source)),
        Shape::Possessive | Shape::Mark | Shape::Punctuation(_) | Shape::Nothing => {
            return Classes::default();
        }
        _ => {}
    }
    let word = core(text, index);
    let prefixed = word.len() != token.span.len();
    if prefixed && word.starts_with(|first: char| first.is_ascii_digit()) {
        return number_classes(text, word).and(Classes::YEAR.or(Classes::DECADE));
    }
    let categories = if prefixed {
        text.lexicon.categories(word)
    } else {
        token.categories
    };
    let mut classes = Classes::of_categories(categories);
    let lower = word.starts_with(|first: char| first.is_lowercase());
    classes = only_beside_a_date(
        classes,
        Classes::MONTH,
        Classes::MONTH_SHORT,
        categories.any(category::MONTH_SHORT),
    );
    classes = only_beside_a_date(
        classes,
        Classes::WEEKDAY,
        Classes::WEEKDAY_SHORT,
        categories.any(category::WEEKDAY_SHORT),
    );
    let needs_capital = category::MONTH_SHORT
        .or(category::MONTH_OR_NAME)
        .or(category::WEEKDAY_SHORT);
    if lower && categories.any(needs_capital) {
        let dates = Classes::MONTH.or(Classes::MONTH_SHORT).or(Classes::WEEKDAY_SHORT);
        classes = Classes(classes.0 & !dates.0);
    }
    if classes.any(Classes::UNIT) {
        classes = classes.or(unit_class(text, word));
    }
    if classes.any(Classes::ORDINAL) {
        classes = classes.or(Classes::ORDINAL_DAY);
    }
    if classes.is_empty() && word.contains('-') && compound_cardinal(text, word).is_some() {
        classes = Classes::COUNT;
    }
    classes
}

fn only_beside_a_date(classes: Classes, full: Classes, short: Classes, is_short: bool) -> Classes {
    if is_short && classes.any(full) {
        Classes(classes.0 & !full.0 | short.0)
    } else {
        classes
    }
}

fn unit_class(text: &Text<'_>, word: &str) -> Classes {
    match value(&text.lexicon.date_unit, word) {
        Some("Y") => Classes::YEAR_UNIT,
        Some("W") => Classes::WEEK_UNIT,
        Some("E") => Classes::WEEKEND_UNIT,
        Some("Q") => Classes::QUARTER_UNIT,
        Some("C") => Classes::CENTURY,
        _ => Classes::default(),
    }
}

fn number_classes(text: &Text<'_>, word: &str) -> Classes {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let number: i32 = word.get(..digits).and_then(|n| n.parse().ok()).unwrap_or(-1);
    let rest = word.get(digits..).unwrap_or_default();
    let day = (1..=31).contains(&number) && digits <= 2;
    let mut classes = Classes::default();
    match rest {
        "" => {
            classes = Classes::COUNT;
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
        }
        "s" if (digits == 4 || digits == 2) && number % 10 == 0 => classes = Classes::DECADE,
        _ if rest.starts_with(['/']) => classes = Classes::SLASHED,
        _ if rest.starts_with([':']) => classes = Classes::CLOCK,
        _ if day && text.lexicon.categories(rest).any(category::CLOCK_HALF) => classes = Classes::CLOCK,
        _ if text.lexicon.categories(rest).any(category::ORDINAL_ENDING) => {
            classes = Classes::ORDINAL;
            if day {
                classes = classes.or(Classes::ORDINAL_DAY);
            }
        }
        _ => {}
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
        .or_else(|| value(&text.lexicon.cardinal, word))
        .or_else(|| value(&text.lexicon.ordinal, word))
        .or_else(|| compound_cardinal(text, word))
}

/// "twenty-five"
fn compound_cardinal(text: &Text<'_>, word: &str) -> Option<i32> {
    let (tens, ones) = word.split_once('-')?;
    let tens = value(&text.lexicon.cardinal, tens).filter(|tens| *tens >= 20)?;
    let ones = value(&text.lexicon.cardinal, ones).filter(|ones| *ones < 10)?;
    Some(tens + ones)
}
