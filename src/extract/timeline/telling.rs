//! How an event is told: in the words of the article, with what they need before them to stand alone in brackets.
//!
//! "[The bridge] was opened in 1961", "[Tilda Brandt] left on Monday": the brackets say that the words stand elsewhere.

use super::clause::Clause;
use crate::briefing::{ActorId, ActorKind, CleanText, Quote};
use crate::extract::actors::{Cast, Member};
use crate::extract::lexicon::category;
use crate::extract::quotes::Referents;
use crate::extract::text::{Shape, Text, TokenRange};

/// Tells events.
pub(super) struct Telling<'a> {
    text: &'a Text<'a>,
    cast: &'a Cast,
    quotes: &'a [Quote],
    /// Made for the first pronoun; most articles need none.
    referents: Option<Referents<'a>>,
}

impl<'a> Telling<'a> {
    pub(super) fn new(text: &'a Text<'a>, cast: &'a Cast, quotes: &'a [Quote]) -> Self {
        Self {
            text,
            cast,
            quotes,
            referents: None,
        }
    }

    /// The words of the clause, ready to stand alone, and whom they name without the clause doing so. `None` where nobody
    /// can tell what they are told of.
    pub(super) fn tell(&mut self, clause: &Clause) -> Option<(CleanText, Option<ActorId>)> {
        let (tokens, text) = (clause.tokens, self.text);
        let words = |range: TokenRange| text.words(range);
        if let Some(subject) = clause.subject {
            let named = self.antecedent(subject, tokens.start());
            let subject = match named {
                Some(member) if member.actor.kind == ActorKind::Person => member.actor.name.to_string(),
                None if self.is_noun_phrase(subject, tokens.start()) => capitalised(words(subject)),
                // "the mayor of Lund, who left": the mayor is too far back.
                _ => return None,
            };
            let told = format!("[{subject}] {}", words(tokens));
            return Some((
                CleanText::line(&told),
                named.map(|member| member.actor.id.clone()),
            ));
        }
        let first = tokens.start();
        let rest = TokenRange::new(first + 1, tokens.end());
        let Some(member) = self.referent(first, clause.report) else {
            return Some((CleanText::line(&capitalised(words(tokens))), None));
        };
        let possessive = self.text.token(first).is(category::DETERMINER);
        let ending = match self.text.lexicon.possessive_ending.first() {
            Some(ending) if possessive => format!("’{ending}"),
            _ => String::new(),
        };
        let told = format!("[{}{ending}] {}", member.actor.name, words(rest));
        Some((CleanText::line(&told), Some(member.actor.id.clone())))
    }

    /// Who or what is named right before "who".
    fn antecedent(&self, subject: TokenRange, clause: usize) -> Option<&'a Member> {
        let mention = self.cast.mention_at(subject.end().checked_sub(1)?)?;
        let member = self.cast.members.get(mention.member)?;
        self.is_personal(clause).then_some(member)
    }

    /// Whether "who" stands before the clause.
    fn is_personal(&self, clause: usize) -> bool {
        let relative = clause.checked_sub(1).map(|index| self.text.token(index));
        relative.is_some_and(|relative| relative.is(category::PERSONAL_RELATIVE))
    }

    /// Whether the words can be the subject of the clause.
    fn is_noun_phrase(&self, words: TokenRange, clause: usize) -> bool {
        if words.len() == 1 && self.is_personal(clause) {
            return false;
        }
        let first = self.text.token(words.start());
        let opens = category::PREPOSITION.or(category::SUBORDINATOR);
        (first.is_capitalised() || first.is(category::DETERMINER)) && !first.is(opens)
    }

    /// The actor whom the pronoun at `index` stands for, where it is one and that is known.
    fn referent(&mut self, index: usize, report: Option<usize>) -> Option<&'a Member> {
        let token = self.text.token(index);
        let pronouns = category::PRONOUN_HE
            .or(category::PRONOUN_SHE)
            .or(category::PRONOUN_IT)
            .or(category::PRONOUN_THEY);
        if token.quoted || !token.is(pronouns) || token.shape == Shape::Mark {
            return None;
        }
        let (text, cast, quotes) = (self.text, self.cast, self.quotes);
        let referents = self
            .referents
            .get_or_insert_with(|| Referents::new(text, cast, quotes));
        let reporter = report.and_then(|verb| referents.reporter(index, verb));
        reporter.or_else(|| referents.person(index))
    }
}

/// The words with a capital before them, as a sentence has.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}
