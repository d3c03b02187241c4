//! `briefing completions`: what the Tab key needs.

use std::io::{self, Write};

use super::Outcome;
use crate::cli::{self, Completions};

/// Writes the completion script of a shell.
pub fn run(arguments: &Completions) -> anyhow::Result<Outcome> {
    // Made whole first: clap_complete panics where it cannot write, and a pipe may be closed.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut cli::command(), "briefing", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Outcome::Done)
}
