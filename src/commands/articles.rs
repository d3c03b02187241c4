//! The articles that a command line names, read in parallel and handed on in order.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::report;
use crate::briefing::Briefing;
use crate::extract::extract;
use crate::library;
use crate::load::{LoadError, load_bytes};

/// How many articles are read ahead of the one that is handed on: enough to keep the cores busy, few enough for the
/// first to come out at once.
const AHEAD: usize = 32;

/// Where an article comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// An article file.
    File(PathBuf),
    /// What is piped in.
    StandardInput,
}

/// The article sources that `paths` name, and whether every path gave one; those that gave none have been reported.
pub fn find(paths: &[PathBuf]) -> (Vec<Source>, bool) {
    let mut sources = Vec::new();
    let mut all_well = true;
    for path in paths {
        if path == Path::new("-") {
            sources.push(Source::StandardInput);
            continue;
        }
        let (files, problems) = library::walk(std::slice::from_ref(path));
        sources.extend(files.into_iter().map(Source::File));
        for problem in problems {
            all_well = false;
            report(&problem.message);
        }
    }
    (sources, all_well)
}

/// Hands each briefing to `take`, in the order of `sources`. Articles that cannot be read are reported; returns whether
/// all could.
pub fn each(
    sources: &[Source],
    options: &library::Options,
    mut take: impl FnMut(Briefing) -> anyhow::Result<()>,
) -> anyhow::Result<bool> {
    let mut all_well = true;
    for ahead in sources.chunks(AHEAD) {
        let briefings: Vec<_> = ahead.par_iter().map(|source| read(source, options)).collect();
        for briefing in briefings {
            match briefing {
                Ok(briefing) => take(briefing)?,
                Err(error) => {
                    all_well = false;
                    report(&error.to_string());
                }
            }
        }
    }
    Ok(all_well)
}

fn read(source: &Source, options: &library::Options) -> Result<Briefing, LoadError> {
    match source {
        Source::File(path) => library::read(path, options),
        Source::StandardInput => {
            let mut bytes = Vec::new();
            io::stdin()
                .read_to_end(&mut bytes)
                .map_err(|error| LoadError::Unreadable {
                    path: "standard input".into(),
                    reason: error.to_string().as_str().into(),
                })?;
            let mut loaded = load_bytes(&bytes, None)?;
            loaded.article.published = loaded.article.published.or(options.published);
            Ok(extract(loaded.article, loaded.written, &options.extract))
        }
    }
}
