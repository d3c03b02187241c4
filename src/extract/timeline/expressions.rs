//! The date expressions of an article, in order, with what they mean.

use jiff::civil::Date;

use super::classes::may_open;
use super::grammar::{Grammar, Match, grammar};
use super::reading::Reading;
use super::resolve::{Anchors, resolve};
use super::tense::tense;
use super::veto::is_no_date;
use crate::briefing::{Article, DateExpression};
use crate::extract::text::Text;

/// How many full dates of other years make an article one that tells of times long past.
const HISTORY: usize = 3;

/// Words of a date, and what they say.
#[derive(Debug, Clone, Copy)]
struct Found {
    words: Match,
    reading: Reading,
}

/// The date expressions of an article, in order.
pub fn dates(text: &Text<'_>, article: &Article) -> Vec<DateExpression> {
    let found = find(text, grammar(text));
    let writing = article
        .published
        .map(|published| published.date)
        .or_else(|| dateline(text, &found));
    let mut anchors = Anchors::new(writing, tells_history(&found, writing));
    let mut expressions = Vec::with_capacity(found.len());
    for Found { words, reading } in found {
        anchors.enter(text.paragraph_of(words.tokens.start()));
        let Some(resolved) = resolve(&reading, &anchors, tense(text, words.tokens)) else {
            continue;
        };
        if let Some(period) = resolved.period.filter(|_| !resolved.compared) {
            anchors.told(period);
        }
        expressions.push(DateExpression {
            span: text.span(words.tokens),
            value: resolved.value,
        });
    }
    expressions
}

fn find(text: &Text<'_>, grammar: &Grammar) -> Vec<Found> {
    let mut all = Vec::new();
    for sentence in &text.sentences {
        let mut index = sentence.tokens.start();
        while index < sentence.tokens.end() {
            let next = may_open(text, index)
                .then(|| grammar.longest(text, index, sentence.tokens.end()))
                .flatten();
            let Some(words) = next else {
                index += 1;
                continue;
            };
            let Some(reading) =
                Reading::of(text, &words).filter(|reading| !is_no_date(text, &words, reading.year))
            else {
                index += 1;
                continue;
            };
            index = words.tokens.end().max(index + 1);
            all.push(Found { words, reading });
        }
    }
    all
}

/// The full date that the article opens with, where it stands in the first paragraph.
fn dateline(text: &Text<'_>, found: &[Found]) -> Option<Date> {
    let end = text.paragraphs.first()?.tokens.end();
    found
        .iter()
        .take_while(|found| found.words.tokens.start() < end)
        .find_map(|Found { reading, .. }| Date::new(reading.year?, reading.month?, reading.day?).ok())
}

/// Whether most dates are of years long past.
fn tells_history(found: &[Found], writing: Option<Date>) -> bool {
    let year = writing.map_or(i16::MAX, Date::year);
    let (mut old, mut recent) = (0, 0);
    for Found { reading, .. } in found {
        match reading.year {
            Some(told) if told < year - 3 && reading.month.is_some() => old += 1,
            Some(told) if told < year - 3 => {}
            _ => recent += usize::from(reading.weekday.is_some() && reading.month.is_none()),
        }
    }
    old >= HISTORY && old > recent
}
