//! One quote a line, tab-separated: file, speaker, kind, confidence, date said, words.

use std::io::{self, Write};

use super::words;
use crate::briefing::{Briefing, CleanText, Quote};

/// What stands in a column that the article does not tell.
const UNTOLD: &str = "-";

/// Writes the line of `quote`. No column holds a tab or a newline: clean text has no tabs, and lines are joined.
pub fn quote_line(briefing: &Briefing, quote: &Quote, out: &mut dyn Write) -> io::Result<()> {
    let file = briefing.article.full_name().unwrap_or_else(|| UNTOLD.into());
    let speaker = words::speaker(briefing, quote);
    let kind = quote.kind.as_str();
    let confidence = quote.confidence.as_str();
    let said_on = quote.said_on.as_ref().map_or(UNTOLD, |date| date.as_str());
    let text = CleanText::line(&quote.text);
    writeln!(out, "{file}\t{speaker}\t{kind}\t{confidence}\t{said_on}\t{text}")
}
