//! Trains `src/extract/weights/actor.toml`: is a name an actor's?
//!
//! ```text
//! cargo run --release --example train_actor -- ANNOTATED.jsonl > src/extract/weights/actor.toml
//! ```
//!
//! Every line is a text: `{"text": …, "names": [[start, end]], "ignore": [[start, end]]}`, offsets in code points; `names`
//! are those of people, organisations and places, and what touches none of them but stands in an ignored span is passed
//! over. `docs/weights.md` says what comes of it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    missing_docs
)]

mod support;

use std::io::{BufRead, BufReader};

use briefing::briefing::{CleanText, Span};
use briefing::extract::linear::{Features, actor};
use briefing::extract::{actors, lexicon, text::Text};
use serde_json::Value;
use support::Example;

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let lines = BufReader::new(std::fs::File::open(path).unwrap()).lines();
    let texts: Vec<Vec<Example>> = lines
        .map(|line| read(&serde_json::from_str(&line.unwrap()).unwrap()))
        .collect();
    let examples = texts.concat();
    let yes = examples.iter().filter(|example| example.yes).count();
    eprintln!("{} candidates, {yes} of them actors", examples.len());
    held_out(&texts);
    let weights = support::train(&examples, &actor::MODEL);
    support::print("Is a name an actor's?", "train_actor", &actor::MODEL, &weights);
}

/// The candidates of one text, each with whether it is an actor.
fn read(annotated: &Value) -> Vec<Example> {
    let original = annotated["text"].as_str().unwrap();
    let source = CleanText::new(original);
    // For every character of the original, how many inked ones stand before it.
    let mut ink = vec![0];
    for character in original.chars() {
        ink.push(ink[ink.len() - 1] + usize::from(!character.is_whitespace()));
    }
    let spans = |name: &str| -> Vec<(usize, usize)> {
        let listed = annotated[name].as_array().into_iter().flatten();
        listed
            .map(|pair| {
                (
                    pair[0].as_u64().unwrap() as usize,
                    pair[1].as_u64().unwrap() as usize,
                )
            })
            .map(|(start, end)| (ink[start], ink[end]))
            .collect()
    };
    let (names, ignored) = (spans("names"), spans("ignore"));
    let bytes: Vec<usize> = source
        .char_indices()
        .filter(|(_, character)| !character.is_whitespace())
        .map(|(byte, _)| byte)
        .collect();
    let text = Text::new(&source, &lexicon::EN);
    let mut examples = Vec::new();
    actors::candidates(&text, |places, own, around| {
        let touches = |spans: &[(usize, usize)], place: &Span| {
            let start = bytes.partition_point(|byte| *byte < place.start());
            let end = bytes.partition_point(|byte| *byte < place.end());
            spans.iter().any(|(from, to)| start < *to && *from < end)
        };
        let right = places.iter().filter(|place| touches(&names, place)).count();
        let wrong = places
            .iter()
            .filter(|place| !touches(&names, place) && !touches(&ignored, place))
            .count();
        if right + wrong > 0 {
            examples.push(Example {
                features: shares(own, around),
                yes: right >= wrong,
                weight: (around.len() as f64).sqrt(),
            });
        }
    });
    examples
}

/// The features by number, each with how much of it there is: an entity's own whole, those around its mentions by their
/// share.
fn shares(own: Features, around: &[Features]) -> Vec<(usize, f64)> {
    let mut shares = vec![0.0; actor::MODEL.weights.len()];
    for features in around {
        for number in features.numbers() {
            shares[number] += 1.0 / around.len() as f64;
        }
    }
    for number in own.numbers() {
        shares[number] += 1.0;
    }
    shares
        .into_iter()
        .enumerate()
        .filter(|(_, share)| *share > 0.0)
        .collect()
}

/// Prints what is kept and what is dropped at several thresholds, each fifth of the texts judged by the other four.
fn held_out(texts: &[Vec<Example>]) {
    let mut judged = Vec::new();
    for fold in 0..5 {
        let fifth = |is: bool| -> Vec<Example> {
            let kept = texts.iter().enumerate().filter(|(at, _)| (at % 5 == fold) == is);
            kept.flat_map(|(_, examples)| examples.clone()).collect()
        };
        let weights = support::train(&fifth(false), &actor::MODEL);
        judged.extend(
            fifth(true)
                .iter()
                .map(|example| (support::odds(&weights, &example.features), example.yes)),
        );
    }
    for least in [-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0] {
        let share = |yes: bool| {
            let of: Vec<_> = judged.iter().filter(|(_, is)| *is == yes).collect();
            100.0 * of.iter().filter(|(odds, _)| *odds > least).count() as f64 / of.len() as f64
        };
        eprintln!(
            "log-odds > {least}: keeps {:.1} % of actors, {:.1} % of others",
            share(true),
            share(false)
        );
    }
}
