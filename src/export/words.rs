//! Phrases that several formats share.

use std::collections::HashMap;

use crate::briefing::{
    Actor, ActorId, ActorKind, ActorsById, Article, Briefing, CleanText, Event, Quote, Speaker,
};

/// What a quote without a known speaker is listed under.
pub const UNKNOWN: &str = "unknown";

/// Source, byline, date and file of an article, as far as they are known.
pub fn provenance(article: &Article) -> Vec<String> {
    let mut parts = Vec::new();
    parts.extend(article.source.as_ref().map(ToString::to_string));
    parts.extend(article.byline.as_ref().map(|byline| format!("by {byline}")));
    parts.extend(article.published.map(|published| published.to_string()));
    parts.push(article.file_name().to_string());
    parts
}

/// The actor's name with their role, or with what they are where that cannot be seen from the name.
pub fn actor(actor: &Actor) -> String {
    match (&actor.role, actor.kind) {
        (Some(role), _) => format!("{}, {role}", actor.name),
        (None, ActorKind::Person) => actor.name.to_string(),
        (None, kind) => format!("{} ({})", actor.name, kind.as_str()),
    }
}

/// How many words the article quotes of each actor that it quotes.
pub fn spoken(briefing: &Briefing) -> HashMap<&ActorId, usize> {
    let mut spoken = HashMap::new();
    for quote in &briefing.quotes.items {
        if let Speaker::Actor(id) = &quote.speaker {
            *spoken.entry(id).or_default() += quote.words_quoted();
        }
    }
    spoken
}

/// What stands above the events that only tell where the story comes from.
pub const EARLIER: &str = "Earlier";

/// The events of the background, and those of the story.
pub fn by_background(events: &[Event]) -> (Vec<&Event>, Vec<&Event>) {
    events.iter().partition(|event| event.background)
}

/// The name of who said it.
pub fn speaker(actors: &ActorsById<'_>, quote: &Quote) -> CleanText {
    actors
        .speaker_name(&quote.speaker)
        .cloned()
        .unwrap_or_else(|| UNKNOWN.into())
}
