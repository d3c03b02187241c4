//! The articles that a command line names, read in parallel and handed on in order.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::{address, report};
use crate::briefing::Briefing;
use crate::library::{self, is_address};
use crate::load::LoadError;

/// What stands for standard input on the command line.
pub const STANDARD_INPUT: &str = "-";

/// The articles that `paths` name, standard input (as `-`) and addresses among them, and whether every path gave one;
/// those that gave none have been reported.
pub fn find(paths: &[PathBuf]) -> (Vec<PathBuf>, bool) {
    let mut found = Vec::new();
    let mut all_well = true;
    for named in paths.chunk_by(|a, b| is_file(a) && is_file(b)) {
        if let [path] = named
            && is_standard_input(path)
        {
            // It can be read once.
            if !found.contains(path) {
                found.push(path.clone());
            }
            continue;
        }
        if let [path] = named
            && is_address(path)
        {
            found.push(path.clone());
            continue;
        }
        let (files, problems) = library::walk(named);
        found.extend(files);
        all_well &= problems.is_empty();
        for problem in problems {
            report(&problem.message);
        }
    }
    (found, all_well)
}

/// Hands each briefing to `take`, in the order of `articles`, as soon as it is there. Articles that cannot be read are
/// reported; returns whether all could.
pub fn each(
    articles: &[PathBuf],
    options: &library::Options,
    take: impl FnMut(Briefing) -> anyhow::Result<()>,
) -> anyhow::Result<bool> {
    let mut counter = Counter {
        take,
        all_well: true,
        outcome: Ok(()),
    };
    for together in articles.chunk_by(|a, b| is_file(a) && is_file(b)) {
        if let [path] = together
            && is_standard_input(path)
        {
            let results = match library::standard_input(&options.limits) {
                Ok(bytes) => library::read_bytes(&bytes, None, options),
                Err(error) => vec![Err(error)],
            };
            let _ = counter.serve_all(results);
        } else if let [path] = together
            && is_address(path)
        {
            let _ = counter.serve_all(address::read(path, options));
        } else {
            library::read_all(together, options, |_, results| counter.serve_all(results));
        }
        if counter.outcome.is_err() {
            break;
        }
    }
    counter.outcome.map(|()| counter.all_well)
}

/// Where results are handed over.
struct Counter<Take> {
    take: Take,
    /// Whether every article could be read.
    all_well: bool,
    /// How `take` went.
    outcome: anyhow::Result<()>,
}

impl<Take: FnMut(Briefing) -> anyhow::Result<()>> Counter<Take> {
    fn serve_all(&mut self, results: Vec<Result<Briefing, LoadError>>) -> ControlFlow<()> {
        results.into_iter().try_for_each(|result| self.serve(result))
    }

    /// Hands one result over; breaks where no more are wanted.
    fn serve(&mut self, result: Result<Briefing, LoadError>) -> ControlFlow<()> {
        match result {
            Ok(briefing) => self.outcome = (self.take)(briefing),
            Err(error) => {
                self.all_well = false;
                report(&error.to_string());
            }
        }
        if self.outcome.is_ok() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }
}

/// Whether `path` names a file or a folder.
fn is_file(path: &Path) -> bool {
    !is_standard_input(path) && !is_address(path)
}

/// Whether `path` stands for standard input.
fn is_standard_input(path: &Path) -> bool {
    path == Path::new(STANDARD_INPUT)
}
