//! The briefing itself, and what of it a person wrote.

use std::collections::HashMap;

use crate::briefing::{Actor, ActorId, Article, CleanText, DateExpression, Event, Quote, Span, Speaker};

/// What can be told about an [`Article`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Briefing {
    /// What it is about.
    pub article: Article,
    /// What happened, in a few sentences: the gist, then the others in article order.
    pub summary: Section<Point>,
    /// Who is involved, the weightiest first.
    pub actors: Section<Actor>,
    /// Who said what, in article order.
    pub quotes: Section<Quote>,
    /// Every date expression of the article, in order; never written by a person.
    pub dates: Vec<DateExpression>,
    /// What happened when, in order of date.
    pub timeline: Section<Event>,
}

impl Briefing {
    /// The actor that has this id.
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.items.iter().find(|actor| actor.id == *id)
    }

    /// The name to show for a speaker: the actor's name, the nominal's words, or `None` where unknown.
    pub fn speaker_name<'a>(&'a self, speaker: &'a Speaker) -> Option<&'a CleanText> {
        match speaker {
            Speaker::Actor(id) => self.actor(id).map(|actor| &actor.name),
            Speaker::Nominal(words) => Some(words),
            Speaker::Unknown => None,
        }
    }

    /// Its actors, to look many of them up: finding one in [`Briefing::actor`] costs as much as there are actors.
    pub fn actors_by_id(&self) -> ActorsById<'_> {
        let mut actors = HashMap::with_capacity(self.actors.items.len());
        for actor in &self.actors.items {
            actors.entry(&actor.id).or_insert(actor);
        }
        ActorsById(actors)
    }
}

/// The actors of one [`Briefing`] by their ids.
#[derive(Debug, Clone)]
pub struct ActorsById<'a>(HashMap<&'a ActorId, &'a Actor>);

impl<'a> ActorsById<'a> {
    /// See [`Briefing::actor`].
    pub fn actor(&self, id: &ActorId) -> Option<&'a Actor> {
        self.0.get(id).copied()
    }

    /// See [`Briefing::speaker_name`].
    pub fn speaker_name(&self, speaker: &'a Speaker) -> Option<&'a CleanText> {
        match speaker {
            Speaker::Actor(id) => self.actor(id).map(|actor| &actor.name),
            Speaker::Nominal(words) => Some(words),
            Speaker::Unknown => None,
        }
    }
}

/// One part of a briefing, and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Section<T> {
    /// Who made it.
    pub origin: Origin,
    /// What is in it.
    pub items: Vec<T>,
}

impl<T> Default for Section<T> {
    fn default() -> Self {
        Self {
            origin: Origin::Extracted,
            items: Vec::new(),
        }
    }
}

impl<T> Section<T> {
    /// A section that the extractor drafted.
    pub fn extracted(items: Vec<T>) -> Self {
        Self {
            origin: Origin::Extracted,
            items,
        }
    }

    /// A section that a person wrote.
    pub fn written(items: Vec<T>) -> Self {
        Self {
            origin: Origin::Written,
            items,
        }
    }
}

/// Who made a [`Section`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The extractor drafted it.
    Extracted,
    /// A person wrote it; it is kept as written.
    Written,
}

/// One sentence of a summary.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The sentence.
    pub text: CleanText,
    /// Where it stands; `None` where a person wrote it in their own words.
    pub span: Option<Span>,
    /// Whether it is the one that tells what the article is about, shown apart from the others.
    pub gist: bool,
}

/// What a person wrote about an article, in a briefing file or in the correction beside the article. A section that is
/// `None` was left out and is to be extracted; one that is there is kept as written, even when it is empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Written {
    /// `[[summary]]`
    pub summary: Option<Vec<Point>>,
    /// `[[actors]]`
    pub actors: Option<Vec<Actor>>,
    /// `[[quotes]]`
    pub quotes: Option<Vec<Quote>>,
    /// `[[timeline]]`
    pub timeline: Option<Vec<Event>>,
    /// What the file says of the words around each of `quotes`, in their order.
    pub hints: Vec<Hint>,
}

/// Words beside a quote that tell who said it, as a file has them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hint {
    /// Those that name the speaker: see [`Quote::mention`].
    pub mention: Option<CleanText>,
    /// Those that make it speech: see [`Quote::cue`].
    pub cue: Option<CleanText>,
}
