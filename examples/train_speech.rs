//! Trains `src/extract/weights/speech.toml`: is a quoted segment somebody's speech?
//!
//! ```text
//! cargo run --release --example train_speech -- ANNOTATED.jsonl > src/extract/weights/speech.toml
//! ```
//!
//! Every line is an article: `{"text": …, "quotes": [{"start", "end"}], "ignore": [[start, end]]}`, offsets in code points;
//! `quotes` are the quoted segments that are speech. `docs/weights.md` says what comes of it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    missing_docs
)]

mod support;

use std::io::{BufRead, BufReader};

use briefing::briefing::{Article, CleanText, Span};
use briefing::extract::linear::{Features, speech};
use briefing::extract::{actors, lexicon, quotes, text::Text};
use serde_json::Value;
use support::Example;

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let lines = BufReader::new(std::fs::File::open(path).unwrap()).lines();
    let mut examples = Vec::new();
    for line in lines {
        read(&serde_json::from_str(&line.unwrap()).unwrap(), &mut examples);
    }
    let yes = examples.iter().filter(|example| example.yes).count();
    eprintln!("{} segments, {yes} of them speech", examples.len());
    let weights = support::train(&examples, &speech::MODEL);
    support::print(
        "Is a quoted segment somebody's speech?",
        "train_speech",
        &speech::MODEL,
        &weights,
    );
}

/// The characters of a text that are no white space, by number: what stays the same however an article is tidied.
fn inked(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices()
        .filter(|(_, character)| !character.is_whitespace())
}

/// The segments of one article, each with whether it is speech.
fn read(annotated: &Value, examples: &mut Vec<Example>) {
    let original = annotated["text"].as_str().unwrap();
    let article = Article {
        text: CleanText::new(original),
        ..Article::default()
    };
    // For every character of the original, how many inked ones stand before it.
    let mut ink = vec![0];
    for character in original.chars() {
        ink.push(ink[ink.len() - 1] + usize::from(!character.is_whitespace()));
    }
    let spans = |name: &str, ends: &dyn Fn(&Value) -> (u64, u64)| -> Vec<(usize, usize)> {
        let listed = annotated[name].as_array().into_iter().flatten();
        listed
            .map(ends)
            .map(|(start, end)| (ink[start as usize], ink[end as usize]))
            .collect()
    };
    let spoken = spans("quotes", &|q| {
        (q["start"].as_u64().unwrap(), q["end"].as_u64().unwrap())
    });
    let ignored = spans("ignore", &|q| (q[0].as_u64().unwrap(), q[1].as_u64().unwrap()));
    let bytes: Vec<usize> = inked(&article.text).map(|(byte, _)| byte).collect();
    let text = Text::new(&article.text, &lexicon::EN);
    let cast = actors::cast(&text, &article);
    let mut add = |span: Span, features: Features| {
        let start = bytes.partition_point(|byte| *byte < span.start());
        let end = bytes.partition_point(|byte| *byte < span.end());
        let overlap = |(from, to): &(usize, usize)| end.min(*to).saturating_sub(start.max(*from));
        if ignored.iter().any(|span| overlap(span) > 0) {
            return;
        }
        let is_speech = spoken.iter().any(|span| 2 * overlap(span) > (end - start));
        examples.push(Example {
            features: features.numbers().map(|number| (number, 1.0)).collect(),
            yes: is_speech,
            weight: 1.0,
        });
    };
    quotes::quotes_and_evidence(&text, &cast, &article, &mut add, |_, _| ());
}
