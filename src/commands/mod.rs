//! What each subcommand does; one file a subcommand.
//!
//! This room may use every other. What it prints comes out article by article; what fails is reported on standard
//! error, and the rest is done.

mod address;
mod articles;
mod check;
mod completions;
mod config;
mod man;
mod print;
mod quotes;
mod read;

use std::io::{self, Write as _};
use std::process::ExitCode;

use crate::briefing::CleanText;
use crate::cli::{Arguments, Command};

/// How a command went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All well.
    Done,
    /// Something failed and was reported; the rest was done.
    SomeFailed,
}

impl Outcome {
    fn of(all_well: bool) -> Self {
        if all_well { Self::Done } else { Self::SomeFailed }
    }
}

/// Runs what the command line asks for. Every error has been reported when it returns.
pub fn run(arguments: Arguments) -> ExitCode {
    let outcome = match arguments.command {
        None => read::run(arguments.read),
        Some(Command::Print(print)) => print::run(&print),
        Some(Command::Quotes(quotes)) => quotes::run(&quotes),
        Some(Command::Check(check)) => check::run(&check),
        Some(Command::Completions(completions)) => completions::run(&completions),
        Some(Command::Man) => man::run(),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::FAILURE,
        // Whoever reads our output has had enough, as in `briefing print … | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // An I/O error without a word about what was tried comes from writing.
            let writing = error.chain().count() == 1 && error.is::<io::Error>();
            report(&format!(
                "{}{error:#}",
                if writing {
                    "the output cannot be written: "
                } else {
                    ""
                }
            ));
            ExitCode::FAILURE
        }
    }
}

/// Tells the person on standard error what failed.
fn report(message: &str) {
    tell(&format!("briefing: {message}"));
}

/// Writes a line to standard error. Where nobody can be told, the exit code still tells.
fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "{}", CleanText::new(line));
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
