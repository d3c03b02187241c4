//! `briefing` without a subcommand: the reader, or plain text where there is no terminal to read in.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::config::{self, Config};
use super::{Outcome, address, articles, print, report};
use crate::cli::{self, Read};
use crate::library;
use crate::reader;

/// The folder that is opened where neither the command line nor the configuration names one.
const USUAL_FOLDER: &str = "briefings";

/// Opens the reader on what the command line names, or else on the library.
pub fn run(arguments: Read) -> anyhow::Result<Outcome> {
    let config = config::read()?;
    let paths = if arguments.paths.is_empty() {
        vec![library(&config)]
    } else {
        arguments.paths
    };
    if let Some(subcommand) = misplaced_subcommand(&paths) {
        bail!(
            "there is no file `{subcommand}`; to run the subcommand, name it first: briefing {subcommand} …"
        );
    }
    let options = library::Options {
        limits: config.limits,
        ..arguments.reading.options()
    };
    if io::stdout().is_terminal() {
        // The reader takes the screen, so what is fetched is told, and what fails is, before it is opened.
        let Some(fetched) = fetch(&paths, &options) else {
            return Ok(Outcome::SomeFailed);
        };
        let look = reader::Options {
            theme: arguments.theme.or(config.theme).unwrap_or_default(),
            mouse: config.mouse,
            keymap: config.keymap,
        };
        reader::run(paths, fetched, options, &look)?;
        return Ok(Outcome::Done);
    }
    let (sources, all_found) = articles::find(&paths);
    let all_read = print::print(&sources, &options, Box::new(print::text()))?;
    Ok(Outcome::of(all_found && all_read))
}

/// What stands at the addresses among `paths`; `None` where one of them gives no article at all, which has been reported.
fn fetch(paths: &[PathBuf], options: &library::Options) -> Option<Vec<reader::Fetched>> {
    let mut fetched: Vec<reader::Fetched> = Vec::new();
    let mut all_well = true;
    for address in paths.iter().filter(|path| library::is_address(path)) {
        if fetched.iter().any(|earlier| earlier.address == *address) {
            continue;
        }
        let results = address::read(address, options);
        if results.iter().all(Result::is_err) {
            all_well = false;
            for error in results.iter().filter_map(|result| result.as_ref().err()) {
                report(&error.to_string());
            }
        }
        fetched.push(reader::Fetched {
            address: address.clone(),
            results,
        });
    }
    all_well.then_some(fetched)
}

/// A subcommand that was named after options or paths, and so was taken for a path.
fn misplaced_subcommand(paths: &[PathBuf]) -> Option<String> {
    let command = cli::command();
    let mut missing = paths
        .iter()
        .filter(|path| !path.exists())
        .filter_map(|path| path.to_str());
    missing
        .find(|path| command.find_subcommand(path).is_some())
        .map(ToOwned::to_owned)
}

/// The folder to open where the command line names nothing.
fn library(config: &Config) -> PathBuf {
    if let Some(folder) = &config.library {
        return folder.clone();
    }
    let usual = Path::new(USUAL_FOLDER);
    let folder = if usual.is_dir() { usual } else { Path::new(".") };
    folder.to_path_buf()
}
