//! `briefing man`: the manual page.

use std::io::{self, Write};

use clap::{Arg, Command};
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use super::Outcome;
use crate::cli::{self, help};
use crate::reader::action::ACTIONS;
use crate::reader::keymap::Keymap;

/// Writes the manual page in roff.
pub fn run() -> anyhow::Result<Outcome> {
    io::stdout().write_all(page().to_roff().as_bytes())?;
    Ok(Outcome::Done)
}

fn page() -> Roff {
    let mut command = cli::command();
    // Fills in --help, --version and how many values each argument takes.
    command.build();
    let name = command.get_name();
    let version = command.get_version().unwrap_or_default();
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut page = Roff::new();
    page.control("TH", ["BRIEFING", "1", "", &format!("{name} {version}"), ""]);
    page.control("SH", ["NAME"]);
    page.text([roman(format!("{name} - {about}"))]);
    synopsis(&mut page, &command);
    page.control("SH", ["DESCRIPTION"]);
    prose(&mut page, help::ABOUT);
    page.control("PP", []);
    prose(&mut page, help::FORMATS);
    page.control("SH", ["OPTIONS"]);
    arguments(&mut page, &command);
    page.control("SH", ["SUBCOMMANDS"]);
    for subcommand in command.get_subcommands() {
        page.control("SS", [format!("{name} {}", subcommand.get_name()).as_str()]);
        let about = subcommand.get_long_about().or_else(|| subcommand.get_about());
        prose(&mut page, &about.map(ToString::to_string).unwrap_or_default());
        arguments(&mut page, subcommand);
        if let Some(end) = subcommand.get_after_long_help() {
            page.control("PP", []);
            prose(&mut page, &end.to_string());
        }
    }
    page.control("SH", ["KEYS OF THE READER"]);
    keys(&mut page);
    page.control("SH", ["EXAMPLES"]);
    prose(&mut page, help::EXAMPLES);
    page.control("SH", ["FILES"]);
    prose(
        &mut page,
        &format!("{}, all of it optional:", help::CONFIGURATION_FILE),
    );
    prose(&mut page, help::CONFIGURATION);
    page.control("PP", []);
    prose(&mut page, help::KEYMAP);
    page.control("SH", ["ENVIRONMENT"]);
    prose(&mut page, help::ENVIRONMENT);
    page.control("SH", ["EXIT STATUS"]);
    prose(&mut page, help::EXIT_CODES);
    page
}

fn synopsis(page: &mut Roff, command: &Command) {
    let name = command.get_name();
    page.control("SH", ["SYNOPSIS"]);
    page.text([bold(name), roman(" [OPTIONS] ["), italic("PATH"), roman("]...")]);
    for subcommand in command.get_subcommands() {
        page.control("br", []);
        let mut line = vec![bold(format!("{name} {}", subcommand.get_name()))];
        let takes_options = subcommand.get_opts().next().is_some();
        line.push(roman(if takes_options { " [OPTIONS]" } else { "" }));
        for positional in subcommand.get_positionals() {
            line.push(roman(" "));
            line.push(italic(positional.to_string().replace(['<', '>'], "")));
        }
        page.text(line);
    }
}

fn arguments(page: &mut Roff, command: &Command) {
    let told = |argument: &&Arg| !argument.is_hide_set() && argument.get_id() != "help";
    for argument in command.get_arguments().filter(told) {
        page.control("TP", []);
        page.text(called(argument));
        let help = argument.get_long_help().or_else(|| argument.get_help());
        for (index, paragraph) in help
            .map(ToString::to_string)
            .unwrap_or_default()
            .split("\n\n")
            .enumerate()
        {
            if index > 0 {
                page.control("IP", []);
            }
            page.text([roman(paragraph)]);
        }
        values(page, argument);
    }
}

/// The argument as it is typed: `-f, --format FORMAT`.
fn called(argument: &Arg) -> Vec<Inline> {
    let mut words = Vec::new();
    if let Some(short) = argument.get_short() {
        words.extend([bold(format!("-{short}")), roman(", ")]);
    }
    if let Some(long) = argument.get_long() {
        words.push(bold(format!("--{long}")));
        if argument.get_action().takes_values() {
            words.push(roman(" "));
        }
    }
    if argument.get_action().takes_values() {
        let names = argument.get_value_names().unwrap_or_default();
        words.push(italic(names.join(" ")));
    }
    words
}

/// What may be given for the argument, and what it is when nothing is.
fn values(page: &mut Roff, argument: &Arg) {
    if !argument.get_action().takes_values() {
        return;
    }
    for value in argument.get_possible_values() {
        page.control("br", []);
        let help = value
            .get_help()
            .map_or_else(String::new, |help| format!(": {help}"));
        page.text([italic(value.get_name()), roman(help)]);
    }
    let defaults: Vec<_> = argument
        .get_default_values()
        .iter()
        .map(|value| value.to_string_lossy())
        .collect();
    if !defaults.is_empty() {
        page.control("br", []);
        page.text([roman(format!("Without it: {}", defaults.join(" ")))]);
    }
}

/// The keys that the program ships with, from the one table of actions, with the name of each action in the keymap.
fn keys(page: &mut Roff) {
    let keymap = Keymap::default();
    for description in ACTIONS {
        let keys: Vec<String> = keymap
            .keys(description.action)
            .map(|key| key.to_string())
            .collect();
        page.control("TP", []);
        page.text([bold(keys.join(", "))]);
        page.text([
            roman(format!("{} (", description.doc)),
            italic(description.id),
            roman(")"),
        ]);
    }
}

/// Paragraphs; those whose lines are indented keep their lines.
fn prose(page: &mut Roff, text: &str) {
    for (index, paragraph) in text.split("\n\n").enumerate() {
        if index > 0 {
            page.control("PP", []);
        }
        let mut kept = false;
        for line in paragraph.lines() {
            if line.starts_with("  ") && !kept {
                page.control("nf", []);
                kept = true;
            }
            page.text([roman(line)]);
        }
        if kept {
            page.control("fi", []);
        }
    }
}
