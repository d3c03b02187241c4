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

/// Parts of the articles, each of which is judged by weights trained on the others.
const FOLDS: usize = 5;

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let lines = BufReader::new(std::fs::File::open(path).unwrap()).lines();
    let articles: Vec<Vec<Example>> = lines
        .map(|line| read(&serde_json::from_str(&line.unwrap()).unwrap()))
        .collect();
    let examples = articles.concat();
    let yes = examples.iter().filter(|example| example.yes).count();
    eprintln!("{} segments, {yes} of them speech", examples.len());
    held_out(&articles);
    let weights = support::train(&examples, &speech::MODEL);
    support::print(
        "Is a quoted segment somebody's speech?",
        "train_speech",
        &speech::MODEL,
        &weights,
    );
}

/// Tells how the weights do on articles that they were not trained on, a fifth of them at a time.
fn held_out(articles: &[Vec<Example>]) {
    let mut judged = Vec::new();
    for fold in 0..FOLDS {
        let part = |held: bool| -> Vec<Example> {
            let numbered = articles.iter().enumerate();
            numbered
                .filter(|(number, _)| (number % FOLDS == fold) == held)
                .flat_map(|(_, examples)| examples.iter().cloned())
                .collect()
        };
        let weights = support::train(&part(false), &speech::MODEL);
        judged.extend(
            part(true)
                .into_iter()
                .map(|example| (support::odds(&weights, &example.features), example.yes)),
        );
    }
    for sure in [0.0, 0.5, 1.0] {
        let count = |shown: bool, speech: bool| {
            let alike = |(odds, yes): &&(f64, bool)| (*odds > sure) == shown && *yes == speech;
            judged.iter().filter(alike).count()
        };
        let (right, wrong, missed) = (count(true, true), count(true, false), count(false, true));
        eprintln!("held out, log-odds over {sure}: {right} shown rightly, {wrong} wrongly, {missed} missed");
    }
}

/// The characters of a text that are no white space, by number: what stays the same however an article is tidied.
fn inked(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices()
        .filter(|(_, character)| !character.is_whitespace())
}

/// The segments of one article, each with whether it is speech.
fn read(annotated: &Value) -> Vec<Example> {
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
    let mut examples = Vec::new();
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
    examples
}
