//! The words that everything else speaks.
//!
//! An [`Article`] is what somebody wrote; a [`Briefing`] is what can be told about it: [`Point`]s of a summary,
//! [`Actor`]s, [`Quote`]s, [`DateExpression`]s and [`Event`]s. Every item carries the [`Span`]s of the words it came
//! from. All text is [`CleanText`]: nothing in it can act on a terminal.
//!
//! This room uses none of the others, does no I/O, and knows no terminal.

mod actor;
mod article;
mod carry;
mod clean;
mod cluster;
mod correct;
mod date;
mod draft;
mod entry;
mod fold;
pub mod language;
mod locate;
mod lost;
mod quote;
mod span;
mod timeline;
pub mod toml;

pub use actor::{Actor, ActorId, ActorKind};
pub use article::{Article, Format, Published};
pub use clean::{Changes, CleanText};
pub use correct::Correction;
pub use date::{TimexError, TimexValue};
pub use draft::{ActorsById, Briefing, Hint, Origin, Point, Section, Written};
pub use entry::{ArticleId, Entry};
pub use fold::{Folded, find_folded, fold};
pub use lost::{Lost, lost};
pub use quote::{Confidence, Quote, QuoteKind, Rule, Speaker};
pub use span::Span;
pub use timeline::{DateExpression, Event};
