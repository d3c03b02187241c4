//! `briefing man`: the manual page.

use std::io::{self, Write};

use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::Outcome;
use crate::cli;

/// Writes the manual page in roff.
pub fn run() -> anyhow::Result<Outcome> {
    let mut page = Vec::new();
    render(&mut page)?;
    io::stdout().write_all(&page)?;
    Ok(Outcome::Done)
}

fn render(page: &mut Vec<u8>) -> io::Result<()> {
    let command = cli::command();
    let man = Man::new(command.clone());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    subcommands(&command, page)?;
    man.render_extra_section(page)?;
    man.render_version_section(page)
}

/// Each subcommand with its description and options, on this one page.
fn subcommands(command: &clap::Command, page: &mut Vec<u8>) -> io::Result<()> {
    let mut roff = Roff::default();
    roff.control("SH", ["SUBCOMMANDS"]);
    for subcommand in command.get_subcommands() {
        roff.control("SS", [format!("briefing {}", subcommand.get_name()).as_str()]);
        let about = subcommand.get_long_about().or_else(|| subcommand.get_about());
        roff.text([roman(about.map(ToString::to_string).unwrap_or_default())]);
        for argument in subcommand
            .get_arguments()
            .filter(|argument| !argument.is_hide_set())
        {
            roff.control("TP", []);
            roff.text([bold(argument.to_string())]);
            let help = argument.get_long_help().or_else(|| argument.get_help());
            roff.text([roman(help.map(ToString::to_string).unwrap_or_default())]);
        }
    }
    roff.to_writer(page)
}
