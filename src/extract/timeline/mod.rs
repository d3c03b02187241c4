//! What happened when: date expressions and their values, then the events they date.

use crate::briefing::{Article, DateExpression, Event};
use crate::extract::actors::Cast;
use crate::extract::text::Text;

/// The date expressions of an article, in order.
pub fn dates(_text: &Text<'_>, _article: &Article) -> Vec<DateExpression> {
    Vec::new()
}

/// The dated events, in order of date.
pub fn events(_text: &Text<'_>, _dates: &[DateExpression], _cast: &Cast) -> Vec<Event> {
    Vec::new()
}
