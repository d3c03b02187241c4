//! What happened when: date expressions and their values, then the events they date.
//!
//! Dates are found by patterns of typed words ([`grammar`]), read into fields ([`reading`]), and resolved against the day of
//! writing or the date told last, by the [`tense`] around them; what only looks like a date is vetoed ([`veto`]). An
//! event is the [`clause`] that a date belongs to; what lies well before the story is [`background`]. How it reads is its
//! [`telling`]. A verb of speech takes the date of its [`statement`].

mod anchors;
mod background;
mod calendar;
mod classes;
mod clause;
mod dated;
mod events;
mod expressions;
mod grammar;
mod occasion;
mod ranges;
mod reading;
mod repeats;
mod resolve;
mod statement;
mod telling;
mod tense;
mod veto;

pub(super) use clause::is_present;
pub use events::events;
pub use expressions::dates;
pub use statement::date_quotes;
pub(super) use statement::is_finite;
