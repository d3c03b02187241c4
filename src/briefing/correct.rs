//! What a reader can put right in a briefing, one thing at a time.

use crate::briefing::{
    Actor, ActorId, ActorKind, Briefing, CleanText, Confidence, Rule, Speaker, TimexValue,
};

/// One thing that a reader puts right. Items are named by their places in the briefing.
#[derive(Debug, Clone, PartialEq)]
pub enum Correction {
    /// Somebody else said the quote; with `None` nobody did, and it is no quote.
    Speaker {
        /// Which quote.
        quote: usize,
        /// Who said it.
        to: Option<Speaker>,
    },
    /// The event was on another day; with `None` it is dropped.
    Date {
        /// Which event.
        event: usize,
        /// When it was.
        to: Option<TimexValue>,
    },
    /// The actor is called otherwise, or has another role.
    Name {
        /// Which actor.
        actor: usize,
        /// The right name.
        name: CleanText,
        /// The right role.
        role: Option<CleanText>,
    },
    /// Two actors are one: `actor` is one more name of `into`.
    Merge {
        /// Which actor goes.
        actor: usize,
        /// Which actor stays.
        into: usize,
    },
    /// A name is another actor's.
    Part {
        /// Whose alias it was.
        actor: usize,
        /// The alias that is an actor of its own.
        alias: CleanText,
    },
}

/// A section of a briefing, and the place of the one item that a correction takes out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Removed {
    Nothing,
    Actor(usize),
    Quote(usize),
    Event(usize),
}

impl Correction {
    /// `briefing` with this put right. Places that the briefing does not have change nothing.
    #[must_use]
    pub fn apply(&self, briefing: &Briefing) -> Briefing {
        let mut after = briefing.clone();
        match self {
            Self::Speaker { quote, to } => set_speaker(&mut after, *quote, to.as_ref()),
            Self::Date { event, to } => match to {
                Some(date) => {
                    if let Some(event) = after.timeline.items.get_mut(*event) {
                        event.date = date.clone();
                        event.date_span = None;
                        // What was folded for its date is to be seen where it belongs.
                        event.background = false;
                        // What a person says in their own words is written anew, not put right.
                        event.corrected |= event.span.is_some();
                    }
                }
                None => remove(&mut after.timeline.items, *event),
            },
            Self::Name { actor, name, role } => {
                if let Some(actor) = after.actors.items.get_mut(*actor) {
                    let before = std::mem::replace(&mut actor.name, name.clone());
                    actor.aliases.retain(|alias| alias != name);
                    if before != *name && !actor.aliases.contains(&before) {
                        actor.aliases.push(before);
                    }
                    if actor.role != *role {
                        actor.role_span = None;
                    }
                    actor.role.clone_from(role);
                    actor.corrected = true;
                }
            }
            Self::Merge { actor, into } => merge(&mut after, *actor, *into),
            Self::Part { actor, alias } => part(&mut after, *actor, alias),
        }
        after
    }

    pub(super) fn removed(&self) -> Removed {
        match self {
            Self::Speaker { quote, to: None } => Removed::Quote(*quote),
            Self::Date { event, to: None } => Removed::Event(*event),
            Self::Merge { actor, .. } => Removed::Actor(*actor),
            _ => Removed::Nothing,
        }
    }
}

fn remove<T>(items: &mut Vec<T>, place: usize) {
    if place < items.len() {
        items.remove(place);
    }
}

fn set_speaker(briefing: &mut Briefing, place: usize, to: Option<&Speaker>) {
    let Some(to) = to else {
        return remove(&mut briefing.quotes.items, place);
    };
    if let Some(quote) = briefing.quotes.items.get_mut(place) {
        quote.speaker = to.clone();
        quote.mention = None;
        quote.rule = Rule::Corrected;
        quote.confidence = Confidence::High;
    }
}

fn merge(briefing: &mut Briefing, from: usize, into: usize) {
    if from == into || into >= briefing.actors.items.len() || from >= briefing.actors.items.len() {
        return;
    }
    let gone = briefing.actors.items.remove(from);
    let into = if into > from { into - 1 } else { into };
    let Some(kept) = briefing.actors.items.get_mut(into) else {
        return;
    };
    for name in std::iter::once(gone.name).chain(gone.aliases) {
        if kept.name != name && !kept.aliases.contains(&name) {
            kept.aliases.push(name);
        }
    }
    kept.mentions.extend(gone.mentions);
    kept.mentions.sort_unstable();
    if kept.role.is_none() {
        kept.role = gone.role;
        kept.role_span = gone.role_span;
    }
    kept.corrected = true;
    let id = kept.id.clone();
    for quote in &mut briefing.quotes.items {
        if quote.speaker == Speaker::Actor(gone.id.clone()) {
            quote.speaker = Speaker::Actor(id.clone());
        }
    }
    for event in &mut briefing.timeline.items {
        let there = event.actors.contains(&id);
        let mut seen = there;
        for actor in &mut event.actors {
            if *actor == gone.id && !seen {
                *actor = id.clone();
                seen = true;
            }
        }
        event.actors.retain(|actor| *actor != gone.id);
    }
}

fn part(briefing: &mut Briefing, place: usize, alias: &CleanText) {
    let from_name = ActorId::from_name(alias);
    let taken = |id: &ActorId| briefing.actors.items.iter().any(|actor| actor.id == *id);
    let mut ids = std::iter::once(from_name.clone()).chain((2..).map(|number| from_name.numbered(number)));
    let Some(id) = ids.find(|id| !taken(id)) else {
        return;
    };
    let text = briefing.article.text.clone();
    let Some(actor) = briefing.actors.items.get_mut(place) else {
        return;
    };
    let before = actor.aliases.len();
    actor.aliases.retain(|other| other != alias);
    if actor.aliases.len() == before {
        return;
    }
    actor.corrected = true;
    let called = |span: &crate::briefing::Span| span.of(&text) == alias.as_str();
    let (mentions, others) = std::mem::take(&mut actor.mentions).into_iter().partition(called);
    actor.mentions = others;
    let (whose, kind): (ActorId, ActorKind) = (actor.id.clone(), actor.kind);
    briefing.actors.items.push(Actor {
        id: id.clone(),
        name: alias.clone(),
        kind,
        role: None,
        role_span: None,
        aliases: Vec::new(),
        mentions,
        source: false,
        corrected: true,
    });
    for quote in &mut briefing.quotes.items {
        // What is said by the name that was parted is said by whom it names.
        if quote.speaker == Speaker::Actor(whose.clone()) && quote.mention.as_ref().is_some_and(called) {
            quote.speaker = Speaker::Actor(id.clone());
        }
    }
}
