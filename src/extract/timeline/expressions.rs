//! The date expressions of an article, in order, with what they mean.

use jiff::civil::Date;

use super::anchors::Anchors;
use super::calendar::Unit;
use super::classes::may_open;
use super::grammar::{Grammar, grammar};
use super::ranges::{day_before, day_behind, share_year};
use super::reading::Reading;
use super::resolve::resolve;
use super::tense::tense;
use super::veto::is_no_date;
use crate::briefing::{Article, DateExpression};
use crate::extract::text::{Text, TokenRange};

/// How many dates of other years make an article one that tells of times long past; those with a month count twice.
const HISTORY: usize = 8;
/// Years after which a time is long past.
const LONG_AGO: i16 = 3;

/// Words of a date, and what they say.
#[derive(Debug, Clone, Copy)]
struct Found {
    tokens: TokenRange,
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
    for Found { tokens, reading } in found {
        anchors.enter(text.paragraph_of(tokens.start()));
        if let Some(unit) = reading.length {
            if unit == Unit::Month {
                anchors.told_longer();
            }
            continue;
        }
        let Some(resolved) = resolve(&reading, &anchors, tense(text, tokens)) else {
            continue;
        };
        if let Some(period) = resolved.period.filter(|_| !resolved.compared) {
            anchors.told(period);
        }
        expressions.push(DateExpression {
            span: text.span(tokens),
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
            let end = may_open(text, index)
                .then(|| find_at(text, grammar, index, sentence.tokens.end(), &mut all))
                .flatten();
            index = end.unwrap_or(0).max(index + 1);
        }
    }
    all
}

/// Adds the dates that open at `index`, and returns where they end.
fn find_at(
    text: &Text<'_>,
    grammar: &Grammar,
    index: usize,
    end: usize,
    all: &mut Vec<Found>,
) -> Option<usize> {
    let words = grammar.longest(text, index, end)?;
    let mut reading = Reading::of(text, &words)?;
    if is_no_date(text, &words, reading.year) {
        return None;
    }
    let tokens = words.tokens;
    // "May 3 - 5 June": the day on the left has its own month.
    let taken = all.last().map_or(0, |last| last.tokens.end());
    let before = day_before(text, tokens, &reading).filter(|(day, _)| day.start() >= taken);
    if let Some(left) = all.last_mut() {
        share_year(text, left.tokens, &mut left.reading, (tokens, &reading));
    }
    let behind = day_behind(text, tokens, &mut reading);
    let last = behind.map_or(tokens, |(further, _)| further);
    let own = Some((tokens, reading));
    for (tokens, reading) in [before, own, behind].into_iter().flatten() {
        all.push(Found { tokens, reading });
    }
    Some(last.end())
}

/// The full date that the article opens with, where it stands in the first paragraph.
fn dateline(text: &Text<'_>, found: &[Found]) -> Option<Date> {
    let end = text.paragraphs.first()?.tokens.end();
    found
        .iter()
        .take_while(|found| found.tokens.start() < end)
        .find_map(|Found { reading, .. }| Date::new(reading.year?, reading.month?, reading.day?).ok())
}

/// Whether most dates are of years long past, and few are counted from the day of writing.
fn tells_history(found: &[Found], writing: Option<Date>) -> bool {
    let year = writing.map_or(i16::MAX, Date::year);
    let (mut old, mut recent) = (0, 0);
    for Found { reading, .. } in found {
        match reading.year {
            Some(told) if told < year - LONG_AGO => old += 1 + usize::from(reading.month.is_some()),
            Some(_) => {}
            None => recent += 2 * usize::from(reading.is_deictic()),
        }
    }
    old >= HISTORY && old > recent
}
