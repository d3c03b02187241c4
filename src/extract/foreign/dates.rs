//! Dates that stand for themselves: "2025-09-04", "4.9.2025", "4 septembre 2025", "2025年9月4日". Day before month, as all
//! languages but one have it; nothing is made up that is not written.

use jiff::civil::Date;

use crate::briefing::{DateExpression, Span, TimexValue};
use crate::extract::lexicon::markers::{DATE_JOINERS, DAY_MARKS, MONTH_MARKS, MONTHS, YEAR_MARKS};
use crate::extract::lexicon::value;

/// A number, a word or a sign.
#[derive(Debug, Clone, Copy)]
enum Item {
    Number(i16, usize),
    Word,
    Sign(char),
}

/// The dates of `source`, in order.
pub(super) fn absolute(source: &str) -> Vec<DateExpression> {
    let scan = Scan {
        source,
        items: items(source),
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < scan.items.len() {
        let date = scan.year_first(at).or_else(|| scan.marked(at));
        let date = date.or_else(|| scan.day_first(at)).or_else(|| scan.month_of(at));
        if let Some((value, span, behind)) = date {
            found.push(DateExpression { span, value });
            at = behind;
        } else {
            at += 1;
        }
    }
    found
}

fn items(source: &str) -> Vec<(Item, Span)> {
    let mut items = Vec::new();
    let mut rest = source.char_indices().peekable();
    while let Some((start, character)) = rest.next() {
        let mut end = start + character.len_utf8();
        if character.is_ascii_digit() {
            while let Some((at, _)) = rest.next_if(|(_, c)| c.is_ascii_digit()) {
                end = at + 1;
            }
            let digits = Span::new(start, end);
            let number = digits.of(source).parse().unwrap_or(-1);
            items.push((Item::Number(number, digits.len()), digits));
        } else if character.is_alphabetic() {
            while let Some((at, c)) = rest.next_if(|(_, c)| c.is_alphabetic() || is_combining(*c)) {
                end = at + c.len_utf8();
            }
            items.push((Item::Word, Span::new(start, end)));
        } else if !character.is_whitespace() {
            items.push((Item::Sign(character), Span::new(start, end)));
        }
    }
    items
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

type Found = (TimexValue, Span, usize);

struct Scan<'a> {
    source: &'a str,
    items: Vec<(Item, Span)>,
}

impl Scan<'_> {
    fn number(&self, at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
        match self.items.get(at)?.0 {
            Item::Number(number, length) if digits.contains(&length) => Some(number),
            _ => None,
        }
    }

    fn year(&self, at: usize) -> Option<i16> {
        self.number(at, 4..=4).filter(|year| (1000..2200).contains(year))
    }

    fn small(&self, at: usize) -> Option<i8> {
        self.number(at, 1..=2).and_then(|number| number.try_into().ok())
    }

    fn sign(&self, at: usize, signs: &[char]) -> Option<char> {
        match self.items.get(at)?.0 {
            Item::Sign(sign) => Some(sign).filter(|sign| signs.contains(sign)),
            _ => None,
        }
    }

    fn word(&self, at: usize) -> Option<&str> {
        let (item, span) = self.items.get(at)?;
        matches!(item, Item::Word).then(|| span.of(self.source))
    }

    fn month(&self, at: usize) -> Option<i8> {
        value(&MONTHS, self.word(at)?).and_then(|month| i8::try_from(month).ok())
    }

    /// Past a word or sign that may stand between the parts of a date.
    fn joined(&self, at: usize) -> usize {
        let joins = self.word(at).is_some_and(|word| {
            DATE_JOINERS
                .iter()
                .any(|joiner| joiner.eq_ignore_ascii_case(word))
        }) || self.sign(at, &['.', '°']).is_some();
        at + usize::from(joins)
    }

    fn found(&self, value: TimexValue, from: usize, behind: usize) -> Option<Found> {
        let first = self.items.get(from)?.1;
        let last = self.items.get(behind.checked_sub(1)?)?.1;
        Some((value, first.cover(last), behind))
    }

    fn day(&self, date: (i16, i8, i8), from: usize, behind: usize) -> Option<Found> {
        let (year, month, day) = date;
        self.found(TimexValue::day(Date::new(year, month, day).ok()?), from, behind)
    }

    /// "2025-09-04"
    fn year_first(&self, at: usize) -> Option<Found> {
        let year = self.year(at)?;
        self.sign(at + 1, &['-'])?;
        let month = self.small(at + 2)?;
        self.sign(at + 3, &['-'])?;
        self.day((year, month, self.small(at + 4)?), at, at + 5)
    }

    /// "2025年9月4日"
    fn marked(&self, at: usize) -> Option<Found> {
        let year = self.year(at)?;
        self.mark(at + 1, YEAR_MARKS)?;
        let month = self.small(at + 2)?;
        let (_, behind) = self.mark(at + 3, MONTH_MARKS)?;
        let day = self.small(at + 4).zip(self.mark(at + 5, DAY_MARKS));
        let (value, end, next) = match day {
            Some((day, (_, end))) => (TimexValue::day(Date::new(year, month, day).ok()?), end, at + 6),
            None => (format!("{year:04}-{month:02}").parse().ok()?, behind, at + 4),
        };
        let start = self.items.get(at)?.1.start();
        Some((value, Span::new(start, end), next))
    }

    /// One of `marks` at the start of the word at `at`, for no space parts it from what follows; and where it ends.
    fn mark(&self, at: usize, marks: &[&'static str]) -> Option<(&'static str, usize)> {
        let word = self.word(at)?;
        let mark = marks.iter().find(|mark| word.starts_with(**mark))?;
        Some((mark, self.items.get(at)?.1.start() + mark.len()))
    }

    /// "4.9.2025", "4/9/2025", "4 septembre 2025", "4 de septiembre de 2025"
    fn day_first(&self, at: usize) -> Option<Found> {
        let day = self.small(at)?;
        if let Some(sign) = self.sign(at + 1, &['.', '/'])
            && let Some(month) = self.small(at + 2)
            && self.sign(at + 3, &[sign]).is_some()
            && let Some(year) = self.year(at + 4)
        {
            return self.day((year, month, day), at, at + 5);
        }
        let named = self.joined(self.joined(at + 1));
        let month = self.month(named)?;
        let year_at = self.joined(named + 1);
        self.day((self.year(year_at)?, month, day), at, year_at + 1)
    }

    /// "septembre 2025"
    fn month_of(&self, at: usize) -> Option<Found> {
        // "30 février 2024" is no day, and so no month either.
        if at
            .checked_sub(1)
            .is_some_and(|before| self.small(before).is_some())
        {
            return None;
        }
        let month = self.month(at)?;
        let year_at = self.joined(at + 1);
        let year = self.year(year_at)?;
        self.found(format!("{year:04}-{month:02}").parse().ok()?, at, year_at + 1)
    }
}
