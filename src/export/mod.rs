//! A briefing in a printed format; one file a format.
//!
//! This room speaks the words of [`briefing`](crate::briefing) and uses no other room of ours.

mod code_points;
mod dates;
mod json;
mod json_layout;
mod markdown;
mod quote_lines;
mod text;
mod toml;
mod words;
mod wrap;

use std::io::{self, Write};

use crate::briefing::Briefing;

pub use json::{Json, Ndjson};
pub use markdown::Markdown;
pub use quote_lines::{QuoteLines, quote_line};
pub use text::Text;
pub use toml::Toml;
pub use words::UNKNOWN;

/// Prints briefings, one after another, so that the first is out before the last is read.
pub trait Exporter {
    /// What comes before the first briefing.
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// The next briefing.
    fn briefing(&mut self, briefing: &Briefing, out: &mut dyn Write) -> io::Result<()>;

    /// What comes after the last briefing.
    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
