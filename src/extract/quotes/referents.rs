//! Who a pronoun of the narrator's stands for, for the stages that come after the quotes.

use super::phrases::{self, Phrase, Phrases, Pronoun, Referent};
use super::pronouns;
use super::resolve::{Resolver, Spoke};
use crate::briefing::{Confidence, Quote, Speaker};
use crate::extract::actors::{Cast, Member};
use crate::extract::lexicon::category;
use crate::extract::text::{Text, Token, TokenRange};

/// How many of those who spoke before are looked at, so that a text of nothing but reports takes no time.
const LATELY: usize = 16;

/// Resolves pronouns, knowing who has spoken where.
pub struct Referents<'a> {
    resolver: Resolver<'a>,
    spoken: Vec<Spoke>,
}

impl<'a> Referents<'a> {
    /// Knows the `quotes` of the text.
    pub fn new(text: &'a Text<'a>, cast: &'a Cast, quotes: &[Quote]) -> Self {
        let mut resolver = Resolver::new(Phrases { text, cast });
        for quote in quotes {
            if let (Some(mention), Some(span)) = (quote.mention, quote.span()) {
                let mention = text.tokens.within(mention);
                resolver.spoke(&quote.speaker, Some(mention), text.tokens.within(span).start());
            }
        }
        let mut spoken = std::mem::take(&mut resolver.spoken);
        spoken.sort_by_key(|spoke| spoke.mention.start());
        Self { resolver, spoken }
    }

    /// The actor whom the "he", "she" or "his" at the token `index` stands for, where that is as good as certain.
    pub fn person(&mut self, index: usize) -> Option<&'a Member> {
        let pronoun = personal(self.resolver.phrases.text.token(index))?;
        let before = self.spoken.partition_point(|spoke| spoke.mention.start() < index);
        // Who said "he said" was found with more to go by.
        let known = self
            .spoken
            .get(before)
            .filter(|spoke| spoke.mention.start() == index);
        if let Some(Speaker::Actor(id)) = known.map(|spoke| &spoke.speaker) {
            return self.resolver.known(id);
        }
        let lately = self.spoken.get(before.saturating_sub(LATELY)..before);
        self.resolver.spoken = lately.unwrap_or_default().to_vec();
        let token = TokenRange::new(index, index + 1);
        let resolved = self.resolver.resolve(Phrase {
            mention: token,
            extent: token,
            referent: Referent::Pronoun(pronoun),
        });
        match (resolved.speaker, resolved.confidence) {
            (Speaker::Actor(id), Confidence::High) => self.resolver.known(&id),
            _ => None,
        }
    }

    /// The actor whom the pronoun at the token `index` stands for, as the subject of what the verb at `verb` reports:
    /// the verb's own subject, where it fits. "The firm said it would sell."
    pub fn reporter(&mut self, index: usize, verb: usize) -> Option<&'a Member> {
        let phrases = self.resolver.phrases;
        let pronoun = phrases::subject_pronoun(phrases.text.token(index))?;
        let floor = phrases
            .text
            .sentences
            .get(phrases.text.sentence_of(verb))?
            .tokens
            .start();
        let subject = phrases.ending(verb, floor)?;
        match subject.referent {
            Referent::Name(member) => {
                let member = phrases.cast.members.get(member)?;
                pronouns::fits(member, pronoun).then_some(member)
            }
            Referent::Pronoun(_)
                if phrases::subject_pronoun(phrases.text.token(subject.mention.start())) == Some(pronoun) =>
            {
                self.person(subject.mention.start())
            }
            _ => None,
        }
    }
}

/// Whether the token is a pronoun for one person.
fn personal(token: Token) -> Option<Pronoun> {
    match phrases::subject_pronoun(token) {
        Some(pronoun @ (Pronoun::He | Pronoun::She)) => Some(pronoun),
        Some(_) => None,
        None if token.is(category::PRONOUN_HE) => Some(Pronoun::He),
        None => token.is(category::PRONOUN_SHE).then_some(Pronoun::She),
    }
}
