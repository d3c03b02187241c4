//! `briefing print`: the briefing of each article, in one of the printed formats.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use anyhow::bail;

use super::{Outcome, articles, config};
use crate::cli::{Print, PrintFormat};
use crate::export::{Exporter, Json, Markdown, Ndjson, Text, Toml};
use crate::library;

/// Columns of plain text where there is no terminal to fill.
const COLUMNS: usize = 80;

/// The widest lines of plain text: longer ones are hard to read, however wide the terminal.
const WIDEST: usize = 100;

/// Prints what the command line names, article by article.
pub fn run(arguments: &Print) -> anyhow::Result<Outcome> {
    let (sources, all_found) = articles::find(&arguments.paths);
    let exporter: Box<dyn Exporter> = match arguments.format {
        PrintFormat::Text => Box::new(text()),
        PrintFormat::Json => Box::new(Json::default()),
        PrintFormat::Ndjson => Box::new(Ndjson),
        PrintFormat::Toml if sources.len() > 1 => bail!(
            "a TOML file holds one briefing, and these paths have {}: name one of them, or use --format json",
            sources.len()
        ),
        PrintFormat::Toml => Box::new(Toml::default()),
        PrintFormat::Markdown => Box::new(Markdown::default()),
    };
    let options = library::Options {
        limits: config::read()?.limits,
        ..arguments.reading.options()
    };
    let all_read = print(&sources, &options, exporter)?;
    Ok(Outcome::of(all_found && all_read))
}

/// Prints the briefings of `sources` on standard output; returns whether all could be read.
pub fn print(
    sources: &[PathBuf],
    options: &library::Options,
    mut exporter: Box<dyn Exporter>,
) -> anyhow::Result<bool> {
    let mut out = BufWriter::new(io::stdout().lock());
    exporter.begin(&mut out)?;
    let all_read = articles::each(sources, options, |briefing| {
        exporter.briefing(&briefing, &mut out)?;
        Ok(out.flush()?)
    })?;
    exporter.end(&mut out)?;
    out.flush()?;
    Ok(all_read)
}

/// Plain text as it suits standard output: as wide as the terminal, with bold headings where it knows them.
pub fn text() -> Text {
    if !io::stdout().is_terminal() {
        return Text::new(COLUMNS, false);
    }
    let columns = crossterm::terminal::size().map_or(COLUMNS, |(columns, _)| usize::from(columns));
    let styled = anstyle_query::term_supports_ansi_color() && !anstyle_query::no_color();
    Text::new(columns.min(WIDEST), styled)
}
