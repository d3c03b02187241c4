//! How fast a briefing is made of an article, as a whole and stage by stage, on one core.
//!
//! ```text
//! cargo bench --bench extract
//! ```

#![allow(clippy::unwrap_used, missing_docs)]

mod input;

use std::time::{Duration, Instant};

use briefing::briefing::{Article, Written};
use briefing::extract::{self, Options, actors, lexicon, quotes, summary, text, timeline};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

/// An agency story, a long report, and a book's chapter.
const SIZES: [usize; 3] = [3_000, 20_000, 200_000];

fn main() {
    divan::main();
    shares();
}

/// Times one stage on an article.
type Stage = fn(&Article) -> Duration;

/// Prints what part of the whole each stage takes.
fn shares() {
    let article = input::article(20_000);
    let stages: [(&str, Stage); 6] = [
        ("text", |article| {
            timed(|| text::Text::new(&article.text, &lexicon::EN)).1
        }),
        ("actors", |article| {
            let text = text::Text::new(&article.text, &lexicon::EN);
            timed(|| actors::cast(&text, article)).1
        }),
        ("quotes", |article| {
            let text = text::Text::new(&article.text, &lexicon::EN);
            let cast = actors::cast(&text, article);
            timed(|| quotes::quotes(&text, &cast, article)).1
        }),
        ("dates", |article| {
            let text = text::Text::new(&article.text, &lexicon::EN);
            timed(|| timeline::dates(&text, article)).1
        }),
        ("timeline", |article| {
            let text = text::Text::new(&article.text, &lexicon::EN);
            let cast = actors::cast(&text, article);
            let dates = timeline::dates(&text, article);
            let quotes = quotes::quotes(&text, &cast, article);
            timed(|| timeline::events(&text, &dates, &cast, &quotes, article)).1
        }),
        ("summary", |article| {
            let text = text::Text::new(&article.text, &lexicon::EN);
            let cast = actors::cast(&text, article);
            timed(|| summary::points(&text, article, &cast, Options::default().points)).1
        }),
    ];
    // The quickest of many runs: what the stage takes when nothing else is in its way.
    let quickest = |stage: Stage| (0..200).map(|_| stage(&article)).min().unwrap();
    let taken = stages.map(|(name, stage)| (name, quickest(stage)));
    let whole: Duration = taken.iter().map(|(_, time)| *time).sum();
    let of_whole = |time: Duration| 100.0 * time.as_secs_f64() / whole.as_secs_f64();
    println!(
        "\nshares of {:.1} MB/s at 20 KB",
        20_000.0 / 1e6 / whole.as_secs_f64()
    );
    for (name, time) in taken {
        println!("  {name:<9}{:>4.0} %", of_whole(time));
    }
}

fn timed<T>(stage: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = black_box(stage());
    (made, start.elapsed())
}

#[divan::bench(args = SIZES)]
fn whole(bencher: Bencher, bytes: usize) {
    let article = input::article(bytes);
    bencher
        .counter(BytesCount::of_str(article.text.as_str()))
        .with_inputs(|| article.clone())
        .bench_values(|article| extract::extract(article, Written::default(), &Options::default()));
}

/// Each stage alone, on what the stages before it made of 20 KB.
#[divan::bench_group]
mod stage {
    use super::{
        Bencher, BytesCount, Options, actors, black_box, input, lexicon, quotes, summary, text, timeline,
    };

    const BYTES: usize = 20_000;

    #[divan::bench]
    fn a_text(bencher: Bencher) {
        let article = input::article(BYTES);
        bencher
            .counter(BytesCount::of_str(article.text.as_str()))
            .bench(|| text::Text::new(black_box(&article.text), &lexicon::EN));
    }

    #[divan::bench]
    fn b_actors(bencher: Bencher) {
        let article = input::article(BYTES);
        let text = text::Text::new(&article.text, &lexicon::EN);
        bencher
            .counter(BytesCount::of_str(article.text.as_str()))
            .bench(|| actors::cast(black_box(&text), &article));
    }

    #[divan::bench]
    fn c_quotes(bencher: Bencher) {
        let article = input::article(BYTES);
        let text = text::Text::new(&article.text, &lexicon::EN);
        let cast = actors::cast(&text, &article);
        bencher
            .counter(BytesCount::of_str(article.text.as_str()))
            .bench(|| quotes::quotes(black_box(&text), &cast, &article));
    }

    #[divan::bench]
    fn d_dates(bencher: Bencher) {
        let article = input::article(BYTES);
        let text = text::Text::new(&article.text, &lexicon::EN);
        bencher
            .counter(BytesCount::of_str(article.text.as_str()))
            .bench(|| timeline::dates(black_box(&text), &article));
    }

    #[divan::bench]
    fn e_timeline(bencher: Bencher) {
        let article = input::article(BYTES);
        let text = text::Text::new(&article.text, &lexicon::EN);
        let cast = actors::cast(&text, &article);
        let dates = timeline::dates(&text, &article);
        let quotes = quotes::quotes(&text, &cast, &article);
        bencher
            .counter(BytesCount::of_str(article.text.as_str()))
            .bench(|| timeline::events(black_box(&text), &dates, &cast, &quotes, &article));
    }

    #[divan::bench]
    fn f_summary(bencher: Bencher) {
        let article = input::article(BYTES);
        let text = text::Text::new(&article.text, &lexicon::EN);
        let cast = actors::cast(&text, &article);
        bencher
            .counter(BytesCount::of_str(article.text.as_str()))
            .bench(|| summary::points(black_box(&text), &article, &cast, Options::default().points));
    }
}
