//! Who is involved: names, then which names are one actor, their kinds, roles and aliases.
//!
//! `names` finds the runs of capitalised words, `parts` takes them apart into `pieces`; `kinds` judges what each is; `link`
//! tells which are one actor, `people` and `bodies` how; `teams` tells places that play from others; `signs` and `surroundings` tell what is no actor; `roles` and `gender` add what the text says of people; `assemble` makes the [`Cast`];
//! `sources` sets apart who only tells the story; `prominence` and `rank` put the weightiest first. `keys` turns words into numbers on the way.

mod assemble;
mod bodies;
mod gender;
mod keys;
mod kinds;
mod link;
mod names;
mod parts;
mod people;
mod pieces;
mod prominence;
mod rank;
mod roles;
mod signs;
mod sources;
mod surroundings;
mod teams;

use crate::briefing::{Actor, ActorKind, Article, Quote, Span};
use crate::extract::linear::{Features, actor};
use crate::extract::text::{Text, TokenRange};

/// What a pronoun for somebody would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Gender {
    /// "he"
    Male,
    /// "she"
    Female,
    /// Nothing in the article or the lexicon tells.
    #[default]
    Unknown,
}

/// A place in the text where an actor is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The name's words, without title.
    pub span: Span,
    /// The name's tokens.
    pub tokens: TokenRange,
    /// Which actor: an index into [`Cast::members`].
    pub member: usize,
}

/// An actor, with what the other stages need to know of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The actor as the briefing will have it.
    pub actor: Actor,
    /// For pronouns.
    pub gender: Gender,
    /// How much the text makes of them, in points that only compare: mentions, where they stand, what they do there.
    pub prominence: u32,
    /// In how many mentions it only tells the story.
    pub(crate) cited: u32,
    /// The log-odds of its being an actor.
    pub(crate) odds: f32,
    /// Whether it is a paper, agency or site that more likely reports the story than is in it.
    pub reports: bool,
}

/// Everybody and everything named in an article.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cast {
    /// The actors, in order of their first mention.
    pub members: Vec<Member>,
    /// Every mention by name, in order, not overlapping.
    pub mentions: Vec<Mention>,
}

impl Cast {
    /// The index of the first mention that ends after the token at `index`; for walking outwards from a place.
    pub fn first_mention_from(&self, index: usize) -> usize {
        self.mentions
            .partition_point(|mention| mention.tokens.end() <= index)
    }

    /// The mention that holds the token at `index`.
    pub fn mention_at(&self, index: usize) -> Option<Mention> {
        self.mentions
            .get(self.first_mention_from(index))
            .copied()
            .filter(|mention| mention.tokens.holds(index))
    }
}

/// Finds the actors of an article.
pub fn cast(text: &Text<'_>, article: &Article) -> Cast {
    let names = names::names(text);
    let (mut entities, mut owners) = link::link(text, &names);
    teams::tell(text, &names, &owners, &mut entities);
    let odds = signs::log_odds(text, &names, &entities, &owners);
    for owner in &mut owners {
        *owner = owner.filter(|index| {
            let group = entities
                .get(*index)
                .is_some_and(|entity| entity.evidence.kind() == ActorKind::Group);
            group || odds.get(*index).is_some_and(|odds| *odds > LEAST_ODDS)
        });
    }
    assemble::assemble(text, article, &names, &entities, &owners, &odds)
}

/// Log-odds of being an actor that are enough to be listed.
const LEAST_ODDS: f32 = -0.5;

/// Calls `add` with the places of all that might be an actor but for groups, its own signs, and those around each mention: for training.
pub fn candidates(text: &Text<'_>, mut add: impl FnMut(&[Span], Features, &[Features])) {
    let names = names::names(text);
    let (entities, owners) = link::link(text, &names);
    let signs = signs::signs(text, &names, &entities, &owners);
    let mut places = vec![Vec::new(); entities.len()];
    for (name, owner) in names.iter().zip(&owners) {
        if let Some(places) = owner.and_then(|owner| places.get_mut(owner)) {
            places.push(text.span(name.tokens));
        }
    }
    for (places, signs) in places.iter().zip(signs) {
        if !places.is_empty() && !signs.own.has(actor::GROUP) {
            add(places, signs.own, &signs.around);
        }
    }
}

/// The actors, weightiest first.
pub fn ranked(cast: Cast, quotes: &[Quote], article: &Article) -> Vec<Actor> {
    rank::ranked(cast, quotes, article)
}
