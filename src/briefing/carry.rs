//! A correction made of one reading of an article, for another reading of it: its file has changed meanwhile.

use crate::briefing::{Actor, ActorId, Briefing, CleanText, Correction, Event, Quote};

impl Correction {
    /// The same correction for `now`, which was made for `before`. Quotes and events are known by their words, actors
    /// by their id. `None` where `now` does not have what is to be put right.
    pub fn carried(&self, before: &Briefing, now: &Briefing) -> Option<Self> {
        let (old, new) = (&before.actors.items, &now.actors.items);
        let actor = |place: usize| same(old, new, place, id);
        Some(match self {
            Self::Speaker { quote, to } => Self::Speaker {
                quote: same(&before.quotes.items, &now.quotes.items, *quote, words_quoted)?,
                to: to.clone(),
            },
            Self::Date { event, to } => Self::Date {
                event: same(&before.timeline.items, &now.timeline.items, *event, words_told)?,
                to: to.clone(),
            },
            Self::Name {
                actor: place,
                name,
                role,
            } => Self::Name {
                actor: actor(*place)?,
                name: name.clone(),
                role: role.clone(),
            },
            Self::Merge { actor: place, into } => Self::Merge {
                actor: actor(*place)?,
                into: actor(*into)?,
            },
            Self::Part { actor: place, alias } => Self::Part {
                actor: actor(*place)
                    .filter(|place| new.get(*place).is_some_and(|actor| actor.aliases.contains(alias)))?,
                alias: alias.clone(),
            },
        })
    }
}

impl Correction {
    /// Whether what it puts right stands in `now` as it stood in `before`, so that nothing that somebody else put right is
    /// written over. `carried` is this correction for `now`.
    pub fn finds_unchanged(&self, before: &Briefing, carried: &Self, now: &Briefing) -> bool {
        let called = |briefing: &Briefing, place: usize| {
            let actor = briefing.actors.items.get(place)?;
            Some((actor.name.clone(), actor.role.clone(), actor.aliases.clone()))
        };
        match (self, carried) {
            (Self::Speaker { quote, .. }, Self::Speaker { quote: there, .. }) => {
                let speaker = |briefing: &Briefing, place: usize| {
                    briefing
                        .quotes
                        .items
                        .get(place)
                        .map(|quote| quote.speaker.clone())
                };
                speaker(before, *quote) == speaker(now, *there)
            }
            (Self::Date { event, .. }, Self::Date { event: there, .. }) => {
                let date = |briefing: &Briefing, place: usize| {
                    briefing.timeline.items.get(place).map(|event| event.date.clone())
                };
                date(before, *event) == date(now, *there)
            }
            (Self::Name { actor, .. }, Self::Name { actor: there, .. })
            | (Self::Part { actor, .. }, Self::Part { actor: there, .. }) => {
                called(before, *actor) == called(now, *there)
            }
            (
                Self::Merge { actor, into },
                Self::Merge {
                    actor: there,
                    into: there_into,
                },
            ) => {
                called(before, *actor) == called(now, *there)
                    && called(before, *into) == called(now, *there_into)
            }
            _ => false,
        }
    }
}

fn id(actor: &Actor) -> &ActorId {
    &actor.id
}

fn words_quoted(quote: &Quote) -> &CleanText {
    &quote.text
}

fn words_told(event: &Event) -> &CleanText {
    &event.text
}

/// Where `now` has the item that stands at `place` of `before`; of several that are alike, the one with as many like it
/// before it.
fn same<T, K: PartialEq>(before: &[T], now: &[T], place: usize, key: impl Fn(&T) -> &K) -> Option<usize> {
    let sought = key(before.get(place)?);
    let earlier = before
        .iter()
        .take(place)
        .filter(|item| key(item) == sought)
        .count();
    let mut alike = now.iter().enumerate().filter(|(_, item)| key(item) == sought);
    alike.nth(earlier).map(|(place, _)| place)
}
