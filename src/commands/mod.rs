//! What each subcommand does; one file a subcommand.

mod articles;
mod print;

use std::io;
use std::process::ExitCode;

use crate::briefing::CleanText;
use crate::cli::{Arguments, Command};

/// How a command went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All well.
    Done,
    /// Something failed and was reported; the rest was done.
    SomeFailed,
}

/// Runs what the command line asks for. Every error has been reported when it returns.
pub fn run(arguments: Arguments) -> ExitCode {
    let outcome = match arguments.command {
        Some(Command::Print(arguments)) => print::run(&arguments),
        None => Ok(Outcome::Done),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::FAILURE,
        // Whoever reads our output has had enough, as in `briefing print … | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            report(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Tells the user on standard error what failed.
fn report(message: &str) {
    eprintln!("briefing: {}", CleanText::new(message));
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
