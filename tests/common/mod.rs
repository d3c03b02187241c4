//! What several tests of the loaders look at.

use briefing::briefing::{Article, CleanText, Published};

/// What an article knows about itself, a line a field.
pub fn about(article: &Article) -> String {
    let date = |date: Option<Published>| {
        date.map(|date| match date.time {
            Some(time) => format!("{} {time}", date.date),
            None => date.date.to_string(),
        })
    };
    let words = |field: &Option<CleanText>| field.as_ref().map(ToString::to_string);
    [
        ("title", words(&article.title)),
        ("standfirst", words(&article.standfirst)),
        ("byline", words(&article.byline)),
        ("dateline", words(&article.dateline)),
        ("source", words(&article.source)),
        ("url", words(&article.url)),
        ("published", date(article.published)),
        ("made", date(article.made)),
        ("language", words(&article.language)),
        ("text", Some(article.text.replace("\n\n", " ¶ "))),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some(format!("{name}: {}", value?)))
    .collect::<Vec<_>>()
    .join("\n")
}
