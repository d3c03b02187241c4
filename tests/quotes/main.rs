//! Who said what, phenomenon by phenomenon: small texts, and every quote that they hold with its speaker.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

mod any_text;
mod indirect;
mod merging;
mod pronouns;
mod segments;
mod sieves;
mod speech;

use std::fmt::Write as _;

use briefing::briefing::{Article, Briefing, CleanText, Quote, QuoteKind, Written};
use briefing::extract::{Options, extract};

/// Nothing tells whose it is, but it is kept.
const UNKNOWN: &str = "?";

/// A text, and its quotes in order: the words without the marks, and the speaker.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

fn briefing_of(text: &str) -> Briefing {
    let article = Article {
        text: CleanText::new(text),
        ..Article::default()
    };
    extract(article, Written::default(), &Options::default())
}

fn is_mark(character: char) -> bool {
    matches!(character, '“' | '”' | '‘' | '’' | '"' | '\'' | '«' | '»')
}

/// The words of a quote without its marks, its parts joined by " | ".
fn words(briefing: &Briefing, quote: &Quote) -> String {
    let parts: Vec<&str> = quote
        .parts
        .iter()
        .map(|part| part.of(&briefing.article.text).trim_matches(is_mark))
        .collect();
    parts.join(" | ")
}

fn quoted(text: &str) -> Vec<(String, String)> {
    let briefing = briefing_of(text);
    briefing
        .quotes
        .items
        .iter()
        .filter(|quote| quote.kind != QuoteKind::Indirect)
        .map(|quote| {
            let speaker = briefing
                .speaker_name(&quote.speaker)
                .map_or(UNKNOWN, |name| name.as_str());
            (words(&briefing, quote), speaker.to_owned())
        })
        .collect()
}

/// Checks every case, and tells of all that fail.
fn check(cases: &[Case]) {
    let mut failures = String::new();
    for (text, expected) in cases {
        let found = quoted(text);
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(words, speaker)| ((*words).to_owned(), (*speaker).to_owned()))
            .collect();
        if found != expected {
            writeln!(
                failures,
                "\n{text}\n   found    {found:?}\n   expected {expected:?}"
            )
            .unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// What is reported without marks: the words and the speaker.
fn reported(text: &str) -> Vec<(String, String)> {
    let briefing = briefing_of(text);
    briefing
        .quotes
        .items
        .iter()
        .filter(|quote| quote.kind == QuoteKind::Indirect)
        .map(|quote| {
            let speaker = briefing
                .speaker_name(&quote.speaker)
                .map_or(UNKNOWN, |name| name.as_str());
            (words(&briefing, quote), speaker.to_owned())
        })
        .collect()
}
