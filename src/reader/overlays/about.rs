//! What is known about the article, and what was put right or left out when it was read.

use crate::briefing::{Article, CleanText};

/// What must be told before anything else of `article`; what is known about it, a line a thing; then the notes.
pub fn about(article: &Article) -> CleanText {
    let words = |field: &Option<CleanText>| field.as_ref().map(CleanText::to_string);
    let fields = [
        ("Title", words(&article.title)),
        ("By", words(&article.byline)),
        ("Source", words(&article.source)),
        ("Filed", words(&article.dateline)),
        (
            "Published",
            article.published.map(|published| published.to_string()),
        ),
        ("Address", words(&article.url)),
        ("Language", words(&article.language)),
        (
            "File",
            Some(format!("{}, {}", article.file_name(), article.format.as_str())),
        ),
    ];
    let mut lines = article.notices();
    let known = fields
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}: {}", value?)));
    lines.extend(known);
    lines.extend(article.notes.iter().map(CleanText::to_string));
    CleanText::new(&lines.join("\n"))
}
