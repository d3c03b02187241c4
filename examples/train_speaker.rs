//! Trains `src/extract/weights/speaker.toml`: whose words are a quoted segment?
//!
//! ```text
//! cargo run --release --example train_speaker -- ANNOTATED.jsonl > src/extract/weights/speaker.toml
//! ```
//!
//! Every line is an article: `{"text": …, "quotes": [{"start", "end", "speaker_start", "speaker_end"}], "ignore": [[start, end]]}`,
//! offsets in code points; `quotes` are the quoted segments that are speech, and where the words stand that name who said
//! them. Whom a pronoun stands for is not asked. `docs/weights.md` says what comes of it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    missing_docs
)]

use std::io::{BufRead, BufReader};

use briefing::briefing::{Article, CleanText, Span};
use briefing::extract::linear::{Features, speaker};
use briefing::extract::{actors, lexicon, quotes, text::Text};
use serde_json::Value;

/// How far weights are drawn to nothing: what keeps rare features from learning the articles by heart.
const PENALTY: f64 = 2.0;
const ROUNDS: usize = 400;
/// Parts of the articles that are left out of the training in turn, to measure on.
const FOLDS: usize = 5;
/// Probabilities from which on the share that is right is told.
const LEVELS: [f64; 5] = [0.0, 0.75, 0.9, 0.95, 0.975];

/// Somebody whose words they may be.
struct Candidate {
    features: Features,
    right: bool,
    member: Option<usize>,
}

/// A quoted segment.
struct Example {
    article: usize,
    candidates: Vec<Candidate>,
}

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let lines = BufReader::new(std::fs::File::open(path).unwrap()).lines();
    let mut examples = Vec::new();
    for (article, line) in lines.enumerate() {
        read(
            &serde_json::from_str(&line.unwrap()).unwrap(),
            article,
            &mut examples,
        );
    }
    let possible = examples
        .iter()
        .filter(|example| example.candidates.iter().any(|candidate| candidate.right));
    eprintln!(
        "{} segments, {} with their speaker among the candidates",
        examples.len(),
        possible.count()
    );
    measure(&examples);
    print(&train(&examples.iter().collect::<Vec<_>>()));
}

/// Tells how often the best candidate is right, in articles that were left out of the training.
fn measure(examples: &[Example]) {
    let mut choices = Vec::new();
    for fold in 0..FOLDS {
        let (held, kept): (Vec<&Example>, Vec<&Example>) = examples
            .iter()
            .partition(|example| example.article % FOLDS == fold);
        let weights = train(&kept);
        choices.extend(held.into_iter().map(|example| choose(&weights, example)));
    }
    for level in LEVELS {
        let sure: Vec<bool> = choices
            .iter()
            .filter(|(_, probability)| *probability >= level)
            .map(|(right, _)| *right)
            .collect();
        let right = sure.iter().filter(|right| **right).count();
        eprintln!(
            "held out, probability {level} and more: {:.2} % right of {:.1} % of all",
            100.0 * right as f64 / sure.len() as f64,
            100.0 * sure.len() as f64 / choices.len() as f64
        );
    }
}

/// The characters of a text that are no white space, by number: what stays the same however an article is tidied.
fn inked(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices()
        .filter(|(_, character)| !character.is_whitespace())
}

/// The segments of one article.
fn read(annotated: &Value, number: usize, examples: &mut Vec<Example>) {
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
    let at = |value: &Value| value.as_u64().map(|number| ink[number as usize]);
    let listed = |name: &str| annotated[name].as_array().cloned().unwrap_or_default();
    let spoken: Vec<_> = listed("quotes")
        .iter()
        .map(|quote| {
            let said = at(&quote["speaker_start"]).zip(at(&quote["speaker_end"]));
            (at(&quote["start"]).unwrap(), at(&quote["end"]).unwrap(), said)
        })
        .collect();
    let ignored: Vec<_> = listed("ignore")
        .iter()
        .map(|span| (at(&span[0]).unwrap(), at(&span[1]).unwrap()))
        .collect();
    let bytes: Vec<usize> = inked(&article.text).map(|(byte, _)| byte).collect();
    let ink_of = |span: Span| {
        let before = |end: usize| bytes.partition_point(|byte| *byte < end);
        (before(span.start()), before(span.end()))
    };
    let text = Text::new(&article.text, &lexicon::EN);
    let cast = actors::cast(&text, &article);
    let mut add = |span: Span, all: &[quotes::Weighed]| {
        let (start, end) = ink_of(span);
        let overlap = |from: usize, to: usize| end.min(to).saturating_sub(start.max(from));
        if ignored.iter().any(|(from, to)| overlap(*from, *to) > 0) {
            return;
        }
        let quote = spoken
            .iter()
            .find(|(from, to, _)| 2 * overlap(*from, *to) > (end - start));
        if let Some((_, _, said)) = quote {
            let named = said.map(|(from, to)| {
                move |span: Span| {
                    let (start, end) = ink_of(span);
                    (start < to && from < end).then_some(end + 2 < to)
                }
            });
            examples.push(Example {
                article: number,
                candidates: judged(&article.text, all, named.as_ref().map(|named| named as _)),
            });
        }
    };
    quotes::quotes_and_evidence(&text, &cast, &article, |_, _| (), &mut add);
}

/// The candidates, each with whether it is right. `named` tells of a span whether it is among the words that name the
/// speaker, and whether these go on after it; there is none where nobody is named.
fn judged(
    text: &str,
    all: &[quotes::Weighed],
    named: Option<&dyn Fn(Span) -> Option<bool>>,
) -> Vec<Candidate> {
    let hits = |span: Span| {
        // Not "Smith" in "Smith's lawyer".
        let owns = text[span.end()..].starts_with(['’', '\'']);
        let goes_on = named.and_then(|named| named(span));
        goes_on.is_some_and(|goes_on| !(owns && goes_on))
    };
    let overlapping: Vec<bool> = all
        .iter()
        .map(|weighed| match weighed.mention {
            Some((mention, extent)) => hits(mention) || hits(extent) && weighed.member.is_none(),
            None => named.is_none(),
        })
        .collect();
    // The longest phrase that opens the words has their head: the name in "Smith, the mayor of Leeds", the noun in "a friend
    // of Smith" and in "the Leeds councillor".
    let order = |weighed: &quotes::Weighed| {
        weighed
            .mention
            .map(|(_, extent)| (extent.start(), std::cmp::Reverse(extent.end())))
    };
    let hits = || {
        let pairs = all.iter().zip(&overlapping);
        pairs.filter(|(_, hit)| **hit).map(|(weighed, _)| weighed)
    };
    let head = hits().map(order).min().flatten();
    let heads = || hits().filter(|weighed| weighed.member.is_some() && order(weighed) == head);
    let by_name = heads().next().is_some();
    let same = |weighed: &quotes::Weighed| {
        weighed.member.is_some() && heads().any(|other| other.member == weighed.member)
    };
    all.iter()
        .zip(&overlapping)
        .map(|(weighed, hit)| Candidate {
            features: weighed.features,
            right: same(weighed) || *hit && !by_name && weighed.member.is_none(),
            member: weighed.member,
        })
        .collect()
}

fn probabilities(weights: &[f64], example: &Example) -> Vec<f64> {
    let scores: Vec<f64> = example
        .candidates
        .iter()
        .map(|candidate| candidate.features.numbers().map(|number| weights[number]).sum())
        .collect();
    let highest = scores.iter().copied().fold(f64::MIN, f64::max);
    let powers: Vec<f64> = scores.iter().map(|score| (score - highest).exp()).collect();
    let total: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / total).collect()
}

/// Whether the best candidate is right, and how likely the weights say that it is.
fn choose(weights: &[f64], example: &Example) -> (bool, f64) {
    let shares = probabilities(weights, example);
    let candidates = &example.candidates;
    let shared = |number: usize| -> f64 {
        let member = candidates[number].member;
        let same = |other: usize| other == number || member.is_some() && candidates[other].member == member;
        (0..shares.len())
            .filter(|other| same(*other))
            .map(|other| shares[other])
            .sum()
    };
    (0..shares.len())
        .map(|number| (candidates[number].right, shared(number)))
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .unwrap()
}

/// Gradient descent on the probability of all right candidates together, with a step of its own for each weight (Adagrad).
fn train(examples: &[&Example]) -> Vec<f64> {
    let count = speaker::MODEL.weights.len();
    let mut weights = vec![0.0_f64; count];
    let mut seen = vec![1e-8_f64; count];
    for _ in 0..ROUNDS {
        let mut gradient: Vec<f64> = weights.iter().map(|weight| PENALTY * weight).collect();
        for example in examples {
            let shares = probabilities(&weights, example);
            let right: f64 = shares
                .iter()
                .zip(&example.candidates)
                .filter(|(_, candidate)| candidate.right)
                .map(|(share, _)| share)
                .sum();
            if right == 0.0 {
                continue;
            }
            for (share, candidate) in shares.iter().zip(&example.candidates) {
                let wanted = if candidate.right { share / right } else { 0.0 };
                for number in candidate.features.numbers() {
                    gradient[number] += share - wanted;
                }
            }
        }
        for ((weight, seen), slope) in weights.iter_mut().zip(&mut seen).zip(gradient) {
            *seen += slope * slope;
            *weight -= 0.3 * slope / seen.sqrt();
        }
    }
    weights
}

fn print(weights: &[f64]) {
    println!(
        "# Whose words are a quoted segment? Scores of the candidates, made by `examples/train_speaker.rs`."
    );
    println!("bias = 0.0\n\n[weights]");
    for ((name, _), weight) in speaker::MODEL.weights.iter().zip(weights) {
        println!("{name} = {weight:.2}");
    }
}
