//! A briefing in a printed format; one file a format.
//!
//! This room speaks the words of [`briefing`](crate::briefing) and uses no other room of ours.

mod code_points;
mod json;

use std::io::{self, Write};

use crate::briefing::Briefing;

pub use json::{Json, Ndjson};

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
