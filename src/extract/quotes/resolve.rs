//! Who a phrase stands for.

use std::collections::HashMap;

use super::phrases::{Phrase, Phrases, Referent};
use super::{nominals, pronouns};
use crate::briefing::{ActorId, CleanText, Confidence, Speaker};
use crate::extract::actors::Member;
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
    /// Their index in the cast, where they are in it.
    pub member: Option<usize>,
}

/// Resolves phrases in the order of the text, and remembers who has spoken.
pub(super) struct Resolver<'a> {
    pub phrases: Phrases<'a>,
    /// In order.
    pub spoken: Vec<Spoke>,
    /// The last word of each name → the first member that has it.
    pub surnames: HashMap<&'a str, usize>,
    /// Each word of what the members are, in lower case → the members.
    pub roles: HashMap<String, Vec<usize>>,
    ids: HashMap<&'a ActorId, usize>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(phrases: Phrases<'a>) -> Self {
        let mut resolver = Self {
            phrases,
            spoken: Vec::new(),
            surnames: HashMap::new(),
            roles: HashMap::new(),
            ids: HashMap::new(),
        };
        for (index, member) in phrases.cast.members.iter().enumerate() {
            let actor = &member.actor;
            resolver.ids.insert(&actor.id, index);
            let surname = actor.name.split(' ').next_back().unwrap_or_default();
            resolver.surnames.entry(surname).or_insert(index);
            let lexicon = phrases.text.lexicon;
            for word in actor.role.iter().flat_map(|role| nominals::office(lexicon, role)) {
                resolver.roles.entry(word.to_lowercase()).or_default().push(index);
            }
        }
        resolver
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

    /// The member of the cast that has this id.
    pub(super) fn known(&self, id: &ActorId) -> Option<&'a Member> {
        self.phrases.cast.members.get(*self.ids.get(id)?)
    }

    /// The speaker that the words of `phrase` are, without a name.
    pub(super) fn nominal(&self, phrase: Phrase) -> Speaker {
        Speaker::Nominal(CleanText::line(self.phrases.text.words(phrase.extent)))
    }

    /// Notes that `speaker` spoke the words that start at the token `at`.
    pub(super) fn spoke(&mut self, speaker: &Speaker, mention: Option<TokenRange>, at: usize) {
        if let Some(mention) = mention.filter(|_| *speaker != Speaker::Unknown) {
            self.spoken.push(Spoke {
                speaker: speaker.clone(),
                mention,
                at,
                member: match speaker {
                    Speaker::Actor(id) => self.ids.get(id).copied(),
                    _ => None,
                },
            });
        }
    }
}
