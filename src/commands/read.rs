//! `briefing` without a subcommand: the reader, or plain text where there is no terminal to read in.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::config::{self, Config};
use super::{Outcome, address, articles, print};
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
        if let Some(address) = paths.iter().find(|path| address::is_address(path)) {
            bail!(
                "{0}: the reader opens files only; print it (briefing print {0}), or save the page and open the file",
                address.display()
            );
        }
        let look = reader::Options {
            theme: arguments.theme.or(config.theme).unwrap_or_default(),
            mouse: config.mouse,
            keymap: config.keymap,
        };
        reader::run(paths, options, &look)?;
        return Ok(Outcome::Done);
    }
    let (sources, all_found) = articles::find(&paths);
    let all_read = print::print(&sources, &options, Box::new(print::text()))?;
    Ok(Outcome::of(all_found && all_read))
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
