//! Who is involved: names, then which names are one actor, their kinds, roles and aliases.
//!
//! `names` finds the runs of capitalised words, `parts` takes them apart into `pieces`; `kinds` judges what each is; `link`
//! tells which are one actor, `people` and `bodies` how; `roles` and `gender` add what the text says of people; `assemble` makes the [`Cast`];
//! `prominence` and `rank` put the weightiest first. `keys` turns words into numbers on the way.

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

use crate::briefing::{Actor, Article, Quote, Span};
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
pub fn cast(text: &Text<'_>, _article: &Article) -> Cast {
    let names = names::names(text);
    let (entities, owners) = link::link(text, &names);
    assemble::assemble(text, &names, &entities, &owners)
}

/// The actors, weightiest first.
pub fn ranked(cast: Cast, quotes: &[Quote], article: &Article) -> Vec<Actor> {
    rank::ranked(cast, quotes, article)
}
