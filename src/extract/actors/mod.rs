//! Who is involved: names, then which names are one actor, their kinds, roles and aliases.

use crate::briefing::{Actor, ActorId, ActorKind, Article, Quote, Span};
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
    // First cut: every run of capitalised words is a name; one whose last word ends an earlier name is the same actor.
    let mut cast = Cast::default();
    let mut index = 0;
    while index < text.tokens.len() {
        let start = index;
        while text.token(index).is_capitalised()
            && !text
                .token(index)
                .is(crate::extract::lexicon::category::FUNCTION_WORD)
        {
            index += 1;
        }
        if index == start {
            index += 1;
            continue;
        }
        let tokens = TokenRange::new(start, index);
        let span = text.span(tokens);
        let name = crate::briefing::CleanText::line(span.of(text.source));
        let last = text.word(index - 1);
        let known = cast
            .members
            .iter()
            .position(|member| member.actor.name.split(' ').next_back() == Some(last));
        let member = known.unwrap_or(cast.members.len());
        if known.is_none() {
            let id = ActorId::from_name(&name);
            let kind = ActorKind::Person;
            let actor = Actor {
                id,
                name,
                kind,
                role: None,
                role_span: None,
                aliases: vec![],
                mentions: vec![],
            };
            cast.members.push(Member {
                actor,
                gender: Gender::Unknown,
            });
        }
        cast.mentions.push(Mention { span, tokens, member });
        if let Some(member) = cast.members.get_mut(member) {
            member.actor.mentions.push(span);
        }
    }
    cast
}

/// The actors, weightiest first.
pub fn ranked(cast: Cast, _quotes: &[Quote], _article: &Article) -> Vec<Actor> {
    cast.members.into_iter().map(|member| member.actor).collect()
}
