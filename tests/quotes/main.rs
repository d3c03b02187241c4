//! Who said what, phenomenon by phenomenon: small texts, and every quote that they hold with its speaker.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

mod any_text;
mod fragments;
mod headlines;
mod indirect;
mod marks;
mod merging;
mod posts;
mod pronouns;
mod segments;
mod sieves;
mod sources;
mod speech;
mod transcripts;

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
    "“”„‘’‚\"'`«»‹›「」『』＂ ".contains(character)
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
    let failures: String = cases.iter().filter_map(miss).collect();
    assert!(failures.is_empty(), "{failures}");
}

/// What the extraction is known to get wrong: fails when a case begins to pass, so that it moves up among those checked.
fn known_misses(cases: &[Case]) {
    let cured: Vec<&str> = cases
        .iter()
        .filter(|case| miss(case).is_none())
        .map(|(text, _)| *text)
        .collect();
    assert!(cured.is_empty(), "no misses any more, check them: {cured:#?}");
}

/// What is wrong with a case, if anything is.
fn miss((text, expected): &Case) -> Option<String> {
    let found = quoted(text);
    let same = found
        .iter()
        .map(|(words, speaker)| (words.as_str(), speaker.as_str()))
        .eq(expected.iter().copied());
    (!same).then(|| format!("\n{text}\n   found    {found:?}\n   expected {expected:?}\n"))
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
