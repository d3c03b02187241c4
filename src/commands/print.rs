//! `briefing print`: the briefing of each article, in one of the printed formats.

use std::io::{self, BufWriter, Write};

use super::{Outcome, articles};
use crate::cli::{Print, PrintFormat};
use crate::export::{Exporter, Json, Ndjson};

/// Prints what the command line names, article by article.
pub fn run(arguments: &Print) -> anyhow::Result<Outcome> {
    let (sources, all_found) = articles::find(&arguments.paths);
    let mut exporter: Box<dyn Exporter> = match arguments.format {
        PrintFormat::Json => Box::new(Json::default()),
        PrintFormat::Ndjson => Box::new(Ndjson),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    exporter.begin(&mut out)?;
    let all_read = articles::each(&sources, &arguments.reading, |briefing| {
        exporter.briefing(&briefing, &mut out)?;
        Ok(out.flush()?)
    })?;
    exporter.end(&mut out)?;
    out.flush()?;
    Ok(if all_found && all_read {
        Outcome::Done
    } else {
        Outcome::SomeFailed
    })
}
