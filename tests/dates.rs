//! Which dates an article tells, and what they mean: small cases grouped by phenomenon.
//!
//! Unless a case says otherwise the article was published on Thursday 4 September 2025.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use briefing::briefing::{Article, CleanText, Written};
use briefing::extract::{Options, extract};

const PUBLISHED: &str = "2025-09-04";

/// The date expressions of `text` as `words=value`, separated by `; `.
fn dates(text: &str, published: Option<&str>) -> String {
    let article = Article {
        text: CleanText::new(text),
        published: published.map(|day| day.parse::<jiff::civil::Date>().unwrap().into()),
        ..Article::default()
    };
    let briefing = extract(article, Written::default(), &Options::default());
    let found = briefing
        .dates
        .iter()
        .map(|date| format!("{}={}", date.span.of(&briefing.article.text), date.value.as_str()));
    found.collect::<Vec<_>>().join("; ")
}

fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found = dates(text, Some(PUBLISHED));
            (found != *expected).then(|| format!("{text}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn full_dates_in_every_spelling() {
    check(&[
        (
            "The pact was signed on September 12, 2019.",
            "September 12, 2019=2019-09-12",
        ),
        (
            "The pact was signed on 12 September 2019.",
            "12 September 2019=2019-09-12",
        ),
        (
            "The pact was signed on 12th September 2019.",
            "12th September 2019=2019-09-12",
        ),
        (
            "The pact was signed on the 12th of September, 2019.",
            "the 12th of September, 2019=2019-09-12",
        ),
        (
            "The pact was signed on Sept. 12, 2019.",
            "Sept. 12, 2019=2019-09-12",
        ),
        ("The pact was signed on 4 Sep 2019.", "4 Sep 2019=2019-09-04"),
        (
            "The pact was signed on Thursday, 12 September 2019.",
            "Thursday, 12 September 2019=2019-09-12",
        ),
        (
            "The pact was signed on Thursday, September 12, 2019.",
            "Thursday, September 12, 2019=2019-09-12",
        ),
        ("The pact was signed on 2019-09-12.", "2019-09-12=2019-09-12"),
        ("The pact was signed on 9/12/2019.", "9/12/2019=2019-09-12"),
        ("The pact was signed on 23/12/2019.", "23/12/2019=2019-12-23"),
        ("The pact was signed on 31 February 2019.", ""),
    ]);
}
