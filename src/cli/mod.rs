//! The command line as data: what can be typed, and what `--help` says of it.
//!
//! The help, the man page and the completions are all made from these types.

pub mod help;
mod parse;
mod values;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::briefing::Published;
use crate::reader::theme::ThemeChoice;
use crate::{extract, library};

pub use parse::{command, parse};

/// Reads articles and shows who said what, who is involved and what happened when
#[derive(Debug, Parser)]
#[command(
    name = "briefing",
    version,
    max_term_width = 100,
    long_about = help::ABOUT,
    after_long_help = help::end(),
    after_help = help::MORE,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
pub struct Arguments {
    /// What to do; without it, the reader is opened.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What to open in the reader.
    #[command(flatten)]
    pub read: Read,
}

/// What the program can do besides opening the reader.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print briefings as text, JSON, TOML or Markdown
    #[command(long_about = help::print::ABOUT, after_long_help = help::print::EXAMPLES)]
    Print(Print),
    /// List who said what, one quote a line
    #[command(long_about = help::quotes::ABOUT, after_long_help = help::quotes::EXAMPLES)]
    Quotes(Quotes),
    /// Tell what is wrong in briefings and corrections written by hand
    #[command(long_about = help::check::ABOUT, after_long_help = help::check::EXAMPLES)]
    Check(Check),
    /// Write what the Tab key needs to complete this program's options in a shell
    #[command(after_long_help = help::completions::EXAMPLES)]
    Completions(Completions),
    /// Write the manual page, for man(1)
    #[command(after_long_help = help::man::EXAMPLES)]
    Man,
}

/// The arguments of `briefing` without a subcommand.
#[derive(Debug, Args)]
pub struct Read {
    /// Article files, and folders of them; `-` is standard input
    ///
    /// Without a PATH, the folder that the configuration file names as `library` is opened; else the folder `briefings`
    /// where you are; else the folder where you are. To open a file that is called like a subcommand, write `./print`.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How articles are read.
    #[command(flatten)]
    pub reading: Reading,
    /// The colours of the reader; `auto` asks the terminal whether it is dark or light
    #[arg(long, value_name = "THEME", value_parser = values::theme())]
    pub theme: Option<ThemeChoice>,
}

/// The arguments of `briefing print`.
#[derive(Debug, Args)]
pub struct Print {
    /// Article files, and folders of them; `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// What to print
    #[arg(long, short, value_enum, default_value_t = PrintFormat::Text)]
    pub format: PrintFormat,
    /// How articles are read.
    #[command(flatten)]
    pub reading: Reading,
}

/// The arguments of `briefing quotes`.
#[derive(Debug, Args)]
pub struct Quotes {
    /// Article files, and folders of them; `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Only what this speaker said: the beginning of any word of the name will do, without accents and in any case
    ///
    /// `unknown` lists the quotes whose speaker the article does not tell.
    #[arg(long, short, value_name = "NAME")]
    pub speaker: Option<String>,
    /// The publication date of articles that give none themselves
    #[arg(long, value_name = "DATE", value_parser = values::published)]
    pub published: Option<Published>,
}

/// The arguments of `briefing check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Briefings (.toml), articles with a correction beside them, and folders of these
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// The arguments of `briefing completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// Which shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// How articles are read; the same wherever whole briefings are made.
#[derive(Debug, Clone, Args)]
pub struct Reading {
    /// The publication date of articles that give none themselves
    ///
    /// Dates such as "on Thursday" count from it. A day (2025-09-04), or a day and time (2025-09-04T14:00).
    #[arg(long, value_name = "DATE", value_parser = values::published)]
    pub published: Option<Published>,
    /// How many sentences the summary has at most
    #[arg(long, value_name = "N", value_parser = values::points, default_value_t = extract::Options::default().points)]
    pub points: usize,
}

impl Reading {
    /// The same for the library.
    pub fn options(&self) -> library::Options {
        library::Options {
            published: self.published,
            extract: extract::Options { points: self.points },
            ..library::Options::default()
        }
    }
}

/// What `briefing print` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PrintFormat {
    /// For people: wrapped lines, no markup
    Text,
    /// One document: an array of briefings, indented
    Json,
    /// One briefing a line, each a JSON object
    Ndjson,
    /// The program's own format, to be corrected by hand; one briefing only
    Toml,
    /// For notes
    Markdown,
}
