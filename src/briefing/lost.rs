//! What a person put right about words that the article no longer has. It is kept, and told.

use crate::briefing::{Actor, CleanText, Event, Quote};

/// Something written whose words are not in the article, by its place in its section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// A quote.
    Quote(usize),
    /// An event whose date a reader put right; others may be in a person's own words.
    Event(usize),
    /// A name of an actor whom a reader put right.
    Alias(usize, CleanText),
}

/// How much of a text is looked through for the names of all actors, in bytes. Beyond that a name is taken to be there.
const LOOKED_THROUGH: usize = 1 << 28;

/// What of these items, which were looked for in `text`, is not there.
pub fn lost(actors: &[Actor], quotes: &[Quote], events: &[Event], text: &str) -> Vec<Lost> {
    let quotes = quotes.iter().enumerate();
    let quotes = quotes.filter(|(_, quote)| quote.parts.is_empty());
    let events = events.iter().enumerate();
    let events = events.filter(|(_, event)| event.corrected && event.span.is_none());
    let actors = actors.iter().enumerate().filter(|(_, actor)| actor.corrected);
    let aliases = actors.flat_map(|(place, actor)| actor.aliases.iter().map(move |alias| (place, alias)));
    let most = LOOKED_THROUGH / text.len().max(1);
    let absent = aliases
        .take(most)
        .filter(|(_, alias)| !text.contains(alias.as_str()));
    quotes
        .map(|(place, _)| Lost::Quote(place))
        .chain(events.map(|(place, _)| Lost::Event(place)))
        .chain(absent.map(|(place, alias)| Lost::Alias(place, alias.clone())))
        .collect()
}
