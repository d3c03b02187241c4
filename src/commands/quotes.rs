//! `briefing quotes`: who said what, one quote a line.

use std::io::{self, BufWriter, Write};

use super::{Outcome, articles, config, report};
use crate::briefing::{ActorsById, Quote, Speaker, fold};
use crate::cli::Quotes;
use crate::export::{QuoteLines, UNKNOWN};
use crate::library;

/// Lists the quotes of what the command line names, article by article.
pub fn run(arguments: &Quotes) -> anyhow::Result<Outcome> {
    let options = library::Options {
        published: arguments.published,
        limits: config::read()?.limits,
        ..library::Options::default()
    };
    let wanted = arguments.speaker.as_deref().map(words);
    let (sources, all_found) = articles::find(&arguments.paths);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut listed = 0_usize;
    let all_read = articles::each(&sources, &options, |briefing| {
        // Lines of quotes have no room for it, and they are what is copied most easily.
        if let (Some(notice), false) = (&briefing.article.notice, briefing.quotes.items.is_empty()) {
            report(&format!("{}: {notice}", briefing.article.file_name()));
        }
        let actors = briefing.actors_by_id();
        let lines = QuoteLines::of(&briefing);
        for quote in &briefing.quotes.items {
            if wanted.as_ref().is_none_or(|wanted| is_by(&actors, quote, wanted)) {
                lines.write(quote, &mut out)?;
                listed += 1;
            }
        }
        Ok(out.flush()?)
    })?;
    if let (0, Some(speaker)) = (listed, &arguments.speaker) {
        report(&format!(
            "nobody called `{speaker}` is quoted here; without --speaker, all who are quoted are listed"
        ));
    }
    Ok(Outcome::of(all_found && all_read))
}

/// Whether the quote's speaker has a name in which every one of the folded words `wanted` begins a word.
fn is_by(actors: &ActorsById<'_>, quote: &Quote, wanted: &[String]) -> bool {
    let fits = |name: &str| {
        let name = words(name);
        wanted
            .iter()
            .all(|wanted| name.iter().any(|word| word.starts_with(wanted.as_str())))
    };
    match &quote.speaker {
        Speaker::Actor(id) => actors
            .actor(id)
            .is_some_and(|actor| fits(&actor.name) || actor.aliases.iter().any(|alias| fits(alias))),
        Speaker::Nominal(name) => fits(name),
        Speaker::Unknown => fits(UNKNOWN),
    }
}

fn words(name: &str) -> Vec<String> {
    fold(name)
        .split(|character: char| !character.is_alphanumeric() && character != '\'')
        .filter(|word| !word.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}
