//! Whom the story is about comes first.

use std::cmp::Reverse;

use crate::briefing::{Actor, ActorKind, Article, Quote, Speaker};
use crate::extract::actors::Cast;

/// The share of the text that counts as its lead, in bytes.
const LEAD: u32 = 600;

/// The actors, weightiest first.
pub(super) fn ranked(cast: Cast, quotes: &[Quote], article: &Article) -> Vec<Actor> {
    let head = [article.title.as_ref(), article.standfirst.as_ref()];
    let mut weighed: Vec<(u32, Actor)> = cast
        .members
        .into_iter()
        .map(|member| (weight(&member.actor, quotes, &head), member.actor))
        .collect();
    weighed.sort_by_key(|(weight, _)| Reverse(*weight));
    weighed.into_iter().map(|(_, actor)| actor).collect()
}

fn weight(actor: &Actor, quotes: &[Quote], head: &[Option<&crate::briefing::CleanText>]) -> u32 {
    let count = u32::try_from(actor.mentions.len()).unwrap_or(u32::MAX).min(1000);
    let lead = actor
        .mentions
        .iter()
        .filter(|mention| mention.start < LEAD)
        .count()
        .min(3);
    let named = head.iter().flatten().any(|line| {
        line.contains(actor.name.as_str()) || actor.aliases.iter().any(|alias| line.contains(alias.as_str()))
    });
    let spoken = quotes
        .iter()
        .filter(|quote| matches!(&quote.speaker, Speaker::Actor(id) if *id == actor.id))
        .count()
        .min(6);
    let points =
        count * 2 + u32::from(lead > 0) * 4 + lead as u32 * 2 + u32::from(named) * 8 + spoken as u32 * 2;
    match actor.kind {
        ActorKind::Person => points * 4,
        ActorKind::Organisation => points * 3,
        ActorKind::Group => points * 2,
        ActorKind::Place => points,
    }
}
