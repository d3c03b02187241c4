//! From the words typed to [`Arguments`].

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use super::Arguments;
use crate::briefing::CleanText;

/// The exit code of a command line that cannot be understood.
const USAGE: u8 = 2;

/// The command line as clap has it, for the man page and the completions.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Parses the command line. Where there is nothing to run (help was asked for, or the usage is wrong), that has been
/// printed and the exit code is returned.
pub fn parse(words: impl Iterator<Item = OsString>) -> Result<Arguments, ExitCode> {
    Arguments::try_parse_from(words).map_err(|error| {
        let plain = error.to_string();
        let clean = CleanText::new(&plain);
        // The message may quote what was typed, and that may hold anything.
        if *clean == *plain {
            // A reader of `--help` who has gone (`| head`) is no failure.
            let _ = error.print();
        } else {
            // Where nobody can be told, the exit code still tells.
            let _ = write!(io::stderr(), "{clean}");
        }
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(USAGE))
    })
}
