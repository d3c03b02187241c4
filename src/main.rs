//! Start here: parse the command line, run the command, turn an error into a message and an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    match briefing::cli::parse(std::env::args_os()) {
        Ok(arguments) => briefing::commands::run(arguments),
        Err(code) => code,
    }
}
