//! One quote a line, tab-separated: file, speaker, kind, confidence, date said, words.

use std::io::{self, Write};

use super::words;
use crate::briefing::{ActorsById, Briefing, CleanText, Quote};

/// What stands in a column that the article does not tell.
const UNTOLD: &str = "-";

/// Writes lines of the quotes of one briefing.
#[derive(Debug)]
pub struct QuoteLines<'a> {
    file: CleanText,
    actors: ActorsById<'a>,
}

impl<'a> QuoteLines<'a> {
    /// For the quotes of `briefing`.
    pub fn of(briefing: &'a Briefing) -> Self {
        Self {
            file: briefing.article.full_name().unwrap_or_else(|| UNTOLD.into()),
            actors: briefing.actors_by_id(),
        }
    }

    /// Writes the line of `quote`. No column holds a tab or a newline: clean text has no tabs, and lines are joined.
    pub fn write(&self, quote: &Quote, out: &mut dyn Write) -> io::Result<()> {
        let file = &self.file;
        let speaker = words::speaker(&self.actors, quote);
        let kind = quote.kind.as_str();
        let confidence = quote.confidence.as_str();
        let said_on = quote.said_on.as_ref().map_or(UNTOLD, |date| date.as_str());
        let text = CleanText::line(&quote.text);
        writeln!(out, "{file}\t{speaker}\t{kind}\t{confidence}\t{said_on}\t{text}")
    }
}

/// Writes the line of one `quote` of `briefing`; for many, see [`QuoteLines`].
pub fn quote_line(briefing: &Briefing, quote: &Quote, out: &mut dyn Write) -> io::Result<()> {
    QuoteLines::of(briefing).write(quote, out)
}
