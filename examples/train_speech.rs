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
    clippy::cast_precision_loss,
    missing_docs
)]

use std::io::{BufRead, BufReader};

use briefing::briefing::{Article, CleanText, Span};
use briefing::extract::linear::{Features, speech};
use briefing::extract::{actors, lexicon, quotes, text::Text};
use serde_json::Value;

/// How far weights are drawn to nothing: what keeps rare features from learning the articles by heart.
const PENALTY: f64 = 1.0;
const ROUNDS: usize = 3000;

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let lines = BufReader::new(std::fs::File::open(path).unwrap()).lines();
    let mut examples = Vec::new();
    for line in lines {
        read(&serde_json::from_str(&line.unwrap()).unwrap(), &mut examples);
    }
    let yes = examples.iter().filter(|(_, is_speech)| *is_speech).count();
    eprintln!("{} segments, {yes} of them speech", examples.len());
    print(&train(&examples));
}

/// The characters of a text that are no white space, by number: what stays the same however an article is tidied.
fn inked(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices()
        .filter(|(_, character)| !character.is_whitespace())
}

/// The segments of one article, each with whether it is speech.
fn read(annotated: &Value, examples: &mut Vec<(Features, bool)>) {
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
    let mut add = |span: Span, features| {
        let start = bytes.partition_point(|byte| *byte < span.start());
        let end = bytes.partition_point(|byte| *byte < span.end());
        let overlap = |(from, to): &(usize, usize)| end.min(*to).saturating_sub(start.max(*from));
        if ignored.iter().any(|span| overlap(span) > 0) {
            return;
        }
        let is_speech = spoken.iter().any(|span| 2 * overlap(span) > (end - start));
        examples.push((features, is_speech));
    };
    quotes::quotes_and_evidence(&text, &cast, &article, &mut add);
}

/// Logistic regression by gradient descent with a step of its own for each weight (Adagrad), the bias last.
fn train(examples: &[(Features, bool)]) -> Vec<f64> {
    let count = speech::MODEL.weights.len();
    let mut weights = vec![0.0_f64; count + 1];
    let mut seen = vec![1e-8_f64; count + 1];
    for _ in 0..ROUNDS {
        let mut gradient: Vec<f64> = weights.iter().map(|weight| PENALTY * weight).collect();
        gradient[count] = 0.0;
        for (features, is_speech) in examples {
            let odds: f64 = features
                .numbers()
                .chain([count])
                .map(|number| weights[number])
                .sum();
            let error = 1.0 / (1.0 + (-odds).exp()) - f64::from(u8::from(*is_speech));
            for number in features.numbers().chain([count]) {
                gradient[number] += error;
            }
        }
        for ((weight, seen), slope) in weights.iter_mut().zip(&mut seen).zip(gradient) {
            *seen += slope * slope;
            *weight -= 0.5 * slope / seen.sqrt();
        }
    }
    weights
}

fn print(weights: &[f64]) {
    println!(
        "# Is a quoted segment somebody's speech? Log-odds for and against, made by `examples/train_speech.rs`."
    );
    println!("bias = {:.2}\n\n[weights]", weights[weights.len() - 1]);
    for ((name, _), weight) in speech::MODEL.weights.iter().zip(weights) {
        println!("{name} = {weight:.2}");
    }
}
