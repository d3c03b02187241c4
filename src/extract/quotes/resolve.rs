//! Who a phrase stands for.

use super::phrases::{Phrase, Phrases, Referent};
use super::sieves::Scene;
use super::{nominals, pronouns};
use crate::briefing::{CleanText, Confidence, Speaker};
use crate::extract::text::TokenRange;

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Resolved {
    pub speaker: Speaker,
    pub confidence: Confidence,
}

/// Somebody who has spoken.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spoke {
    /// Who.
    pub speaker: Speaker,
    /// The words that named them.
    pub mention: TokenRange,
    /// The token that their words started with.
    pub at: usize,
}

/// Resolves phrases in the order of the text, and remembers who has spoken.
pub(super) struct Resolver<'a> {
    pub phrases: Phrases<'a>,
    /// In order.
    pub spoken: Vec<Spoke>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(phrases: Phrases<'a>) -> Self {
        Self {
            phrases,
            spoken: Vec::new(),
        }
    }

    /// Who `phrase` stands for.
    pub(super) fn resolve(&self, phrase: Phrase) -> Resolved {
        match phrase.referent {
            Referent::Name(member) => Resolved {
                speaker: self.member(member),
                confidence: Confidence::High,
            },
            Referent::Pronoun(pronoun) => pronouns::resolve(self, phrase, pronoun),
            Referent::Noun(head) => nominals::resolve(self, phrase, head),
        }
    }

    /// The speaker that a member of the cast is.
    pub(super) fn member(&self, member: usize) -> Speaker {
        self.phrases
            .cast
            .members
            .get(member)
            .map_or(Speaker::Unknown, |member| Speaker::Actor(member.actor.id.clone()))
    }

    /// The speaker that the words of `phrase` are, without a name.
    pub(super) fn nominal(&self, phrase: Phrase) -> Speaker {
        Speaker::Nominal(CleanText::line(self.phrases.text.words(phrase.extent)))
    }

    /// Notes that `speaker` spoke the segment of `scene`.
    pub(super) fn spoke(&mut self, speaker: &Speaker, mention: Option<TokenRange>, scene: &Scene<'_>) {
        if let Some(mention) = mention.filter(|_| *speaker != Speaker::Unknown) {
            self.spoken.push(Spoke {
                speaker: speaker.clone(),
                mention,
                at: scene.quoted.tokens.start(),
            });
        }
    }
}
