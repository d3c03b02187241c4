//! How extraction grows on input that nobody writes: half a megabyte and a whole one of quote marks, capitals, digits, and one
//! sentence that never ends. The second must take about twice as long as the first.
//!
//! ```text
//! cargo bench --bench pathological
//! ```

#![allow(missing_docs)]

use briefing::briefing::{Article, CleanText, Written};
use briefing::extract::{self, Options};
use divan::Bencher;
use divan::counter::BytesCount;

const SIZES: [usize; 2] = [500_000, 1_000_000];

fn main() {
    divan::main();
}

fn measure(bencher: Bencher, piece: &str, bytes: usize) {
    measure_text(bencher, &piece.repeat(bytes / piece.len()));
}

fn measure_text(bencher: Bencher, text: &str) {
    let article = Article {
        text: CleanText::new(text),
        ..Article::default()
    };
    measure_article(bencher, &article);
}

fn measure_article(bencher: Bencher, article: &Article) {
    bencher
        .counter(BytesCount::of_str(article.text.as_str()))
        .with_inputs(|| article.clone())
        .bench_values(|article| extract::extract(article, Written::default(), &Options::default()));
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn quote_marks(bencher: Bencher, bytes: usize) {
    measure(bencher, "“", bytes);
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn closing_marks(bencher: Bencher, bytes: usize) {
    measure(bencher, "”", bytes);
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn straight_marks(bencher: Bencher, bytes: usize) {
    measure(bencher, "\"", bytes);
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn apostrophes(bencher: Bencher, bytes: usize) {
    measure(bencher, "'", bytes);
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn brackets(bencher: Bencher, bytes: usize) {
    measure(bencher, ")", bytes);
}

/// A foreign text that is one word of initials.
#[divan::bench(args = SIZES, sample_count = 3)]
fn foreign_initials(bencher: Bencher, bytes: usize) {
    let words = "Он сказал, что это было в городе, и что они не знают, как это было. ".repeat(40);
    measure_text(bencher, &(words + &"и.ви.в".repeat(bytes / 10)));
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn short_quotes(bencher: Bencher, bytes: usize) {
    measure(bencher, "“no” ", bytes);
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn capitals(bencher: Bencher, bytes: usize) {
    measure(bencher, "A", bytes);
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn digits(bencher: Bencher, bytes: usize) {
    measure(bencher, "1", bytes);
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn one_sentence(bencher: Bencher, bytes: usize) {
    measure(
        bencher,
        "and the minister said that Tom Vance had told her ",
        bytes,
    );
}

/// Single marks that lean forward and that nothing closes.
#[divan::bench(args = SIZES, sample_count = 3)]
fn open_single_marks(bencher: Bencher, bytes: usize) {
    measure(bencher, "’s 5 & ", bytes);
}

/// A sentence of quotes whose speakers stand in its middle.
#[divan::bench(args = SIZES, sample_count = 3)]
fn one_sentence_of_quotes(bencher: Bencher, bytes: usize) {
    measure(bencher, "“No,” he said. the Holm's ", bytes);
}

/// A headline of half the size, and as much text full of names.
#[divan::bench(args = SIZES, sample_count = 3)]
fn headline_and_actors(bencher: Bencher, bytes: usize) {
    let letter = |number: usize| char::from(b'a' + (number % 26) as u8);
    let sentence = |number: usize| {
        let name: String = [number, number / 26, number / 676].map(letter).iter().collect();
        format!("Xa{name} Vb{name} left. ")
    };
    let article = Article {
        text: CleanText::new(&(0..bytes / 36).map(sentence).collect::<String>()),
        title: Some(CleanText::line(&"rain and sun ".repeat(bytes / 26))),
        ..Article::default()
    };
    measure_article(bencher, &article);
}
