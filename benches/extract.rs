//! How fast a briefing is made of an article, on one core.
//!
//! ```text
//! cargo bench --bench extract
//! ```

#![allow(clippy::unwrap_used, missing_docs)]

mod input;

use briefing::briefing::Written;
use briefing::extract::{self, Options};
use divan::Bencher;
use divan::counter::BytesCount;

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
