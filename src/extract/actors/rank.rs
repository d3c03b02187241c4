//! Whom the story is about comes first.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::briefing::{Actor, ActorId, ActorKind, Article, CleanText, Quote, Speaker};
use crate::extract::actors::{Cast, prominence};

/// For standing in the headline.
const HEADLINE: u32 = 60;
/// For standing in the standfirst.
const STANDFIRST: u32 = 30;
/// For each passage spoken, up to some.
const SPOKEN: u32 = 8;
const SPOKEN_AT_MOST: u32 = 5;
/// What is left, in hundredths, of whoever only tells the story; and of a paper or agency that only reports.
const SOURCE: u32 = 2;
const OUTLET: u32 = 20;

/// The actors, weightiest first.
pub(super) fn ranked(cast: Cast, quotes: &[Quote], article: &Article) -> Vec<Actor> {
    let mut spoken: HashMap<&ActorId, u32> = HashMap::new();
    for quote in quotes {
        if let Speaker::Actor(id) = &quote.speaker {
            *spoken.entry(id).or_default() += 1;
        }
    }
    let mut weighed: Vec<(u32, Actor)> = cast
        .members
        .into_iter()
        .map(|member| {
            let passages = spoken.get(&member.actor.id).copied().unwrap_or_default();
            let mut points = member.prominence + SPOKEN * passages.min(SPOKEN_AT_MOST);
            for (line, worth) in [(&article.title, HEADLINE), (&article.standfirst, STANDFIRST)] {
                let named = line.as_ref().is_some_and(|line| names(line, &member.actor));
                points += if named { worth } else { 0 };
            }
            let source = article.source.as_ref() == Some(&member.actor.name);
            let outlet = member.reports || source;
            let headline = article
                .title
                .as_ref()
                .is_some_and(|line| names(line, &member.actor));
            let share = if member.actor.source && !headline {
                SOURCE
            } else if outlet {
                OUTLET
            } else {
                prominence::of_kind(member.actor.kind)
            };
            (points.saturating_mul(share), member.actor)
        })
        .collect();
    weighed.sort_by_key(|(weight, _)| Reverse(*weight));
    weighed.into_iter().map(|(_, actor)| actor).collect()
}

/// Whether `line` holds a form of the actor's name, as words of its own.
fn names(line: &str, actor: &Actor) -> bool {
    let surname = actor
        .name
        .rsplit(' ')
        .next()
        .filter(|_| actor.kind == ActorKind::Person);
    std::iter::once(actor.name.as_str())
        .chain(actor.aliases.iter().map(CleanText::as_str))
        .chain(surname)
        .any(|form| {
            line.match_indices(form).any(|(at, _)| {
                let before = line.get(..at).and_then(|before| before.chars().next_back());
                let after = line.get(at + form.len()..).and_then(|after| after.chars().next());
                !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
            })
        })
}
