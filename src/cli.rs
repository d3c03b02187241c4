//! The command line as data.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::briefing::{CleanText, Published};

/// Reads articles and shows who said what, who is involved and what happened when.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// What to do; without it, the reader is opened.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What the program can do besides opening the reader.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the briefing of each article
    Print(Print),
}

/// The arguments of `briefing print`.
#[derive(Debug, Args)]
pub struct Print {
    /// How to print.
    #[arg(long, value_enum, default_value = "ndjson")]
    pub format: PrintFormat,
    /// How articles are read.
    #[command(flatten)]
    pub reading: Reading,
    /// Article files and folders of them; `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// How articles are read; the same wherever articles are.
#[derive(Debug, Args)]
pub struct Reading {
    /// The publication date of articles that give none, which dates such as "on Thursday" count from
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub published: Option<Published>,
    /// How many sentences the summary has at most
    #[arg(long, value_name = "N", default_value_t = crate::extract::Options::default().points)]
    pub points: usize,
}

/// What `briefing print` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PrintFormat {
    /// One JSON document: an array of briefings
    Json,
    /// One briefing a line, as JSON
    Ndjson,
}

fn published(written: &str) -> Result<Published, String> {
    if let Ok(date) = written.parse::<jiff::civil::Date>()
        && written.len() == "2025-09-04".len()
    {
        return Ok(date.into());
    }
    let moment: jiff::civil::DateTime = written
        .parse()
        .map_err(|_| "write a day as 2025-09-04, or a day and time as 2025-09-04T14:00".to_owned())?;
    Ok(Published {
        date: moment.date(),
        time: Some(moment.time()),
    })
}

/// Parses the command line. Where there is nothing to run (help was asked for, or the usage is wrong), that has been
/// printed and the exit code is returned.
pub fn parse(words: impl Iterator<Item = OsString>) -> Result<Arguments, ExitCode> {
    Arguments::try_parse_from(words).map_err(|error| {
        let plain = error.to_string();
        let clean = CleanText::new(&plain);
        // The message may quote what was typed, and that may hold anything.
        if *clean == *plain {
            let _ = error.print();
        } else {
            eprint!("{clean}");
        }
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
    })
}
