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

/// Bytes of a headline or standfirst in which names are looked for; real ones are shorter.
const LONGEST_LINE: usize = 2_000;

/// The actors, weightiest first.
pub(super) fn ranked(cast: Cast, quotes: &[Quote], article: &Article) -> Vec<Actor> {
    let mut spoken: HashMap<&ActorId, u32> = HashMap::new();
    for quote in quotes {
        if let Speaker::Actor(id) = &quote.speaker {
            *spoken.entry(id).or_default() += 1;
        }
    }
    let (title, standfirst) = (
        start_of(article.title.as_ref()),
        start_of(article.standfirst.as_ref()),
    );
    let mut weighed: Vec<(u32, Actor)> = cast
        .members
        .into_iter()
        .map(|member| {
            let passages = spoken.get(&member.actor.id).copied().unwrap_or_default();
            let mut points = member.prominence + SPOKEN * passages.min(SPOKEN_AT_MOST);
            let headline = names(title, &member.actor);
            if headline {
                points += HEADLINE;
            }
            if names(standfirst, &member.actor) {
                points += STANDFIRST;
            }
            let source = article.source.as_ref() == Some(&member.actor.name);
            let outlet = member.reports || source;
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

/// The start of `line`, so that a line without end is not searched for every actor.
fn start_of(line: Option<&CleanText>) -> &str {
    let line = line.map_or("", CleanText::as_str);
    line.get(..line.floor_char_boundary(LONGEST_LINE))
        .unwrap_or_default()
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
