//! How fast a briefing is made of an article, as a whole and stage by stage, on one core.
//!
//! ```text
//! cargo bench --bench extract
//! ```

#![allow(clippy::unwrap_used, missing_docs)]

mod input;

use briefing::briefing::Written;
use briefing::extract::{self, Options, actors, lexicon, quotes, summary, text, timeline};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

/// An agency story, a long report, and a book's chapter.
const SIZES: [usize; 3] = [3_000, 20_000, 200_000];

fn main() {
    divan::main();
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
        bencher
            .counter(BytesCount::of_str(article.text.as_str()))
            .bench(|| timeline::events(black_box(&text), &dates, &cast));
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
