//! What happened when: date expressions and their values, then the events they date.

mod calendar;
mod classes;
mod expressions;
mod grammar;
mod reading;
mod resolve;
mod tense;
mod veto;

pub use expressions::dates;

use crate::briefing::{DateExpression, Event};
use crate::extract::actors::Cast;
use crate::extract::text::Text;

/// The dated events, in order of date.
pub fn events(_text: &Text<'_>, _dates: &[DateExpression], _cast: &Cast) -> Vec<Event> {
    Vec::new()
}
