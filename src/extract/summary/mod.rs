//! What happened, in a few sentences of the article.

use crate::briefing::{Article, CleanText, Point};
use crate::extract::actors::Cast;
use crate::extract::text::Text;

/// At most `count` sentences, in article order.
pub fn points(text: &Text<'_>, _article: &Article, _cast: &Cast, count: usize) -> Vec<Point> {
    let lead = text.sentences.iter().take(count);
    lead.map(|sentence| Point {
        text: CleanText::line(sentence.span.of(text.source)),
        span: Some(sentence.span),
    })
    .collect()
}
