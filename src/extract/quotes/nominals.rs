//! "the minister", "the Vermont senator": the actor whom the text introduced so, or somebody without a name.

use super::phrases::Phrase;
use super::resolve::{Resolved, Resolver};
use crate::briefing::{ActorKind, Confidence};
use crate::extract::lexicon::{Lexicon, category};
use crate::extract::text::Shape;

/// Bearers of one role to look at, at most.
const CANDIDATES: usize = 50;

/// Who the noun phrase `phrase` stands for; its head is the token at `head`.
///
/// An actor is meant where the text has called one so before: by a role with this head, most lately in the text, if no other
/// word of the phrase speaks against it. Anybody else stays in the article's own words.
pub(super) fn resolve(resolver: &Resolver<'_>, phrase: Phrase, head: usize) -> Resolved {
    if let Some(member) = by_surname(resolver, head).or_else(|| by_role(resolver, phrase, head)) {
        return Resolved {
            speaker: resolver.member(member),
            confidence: Confidence::Medium,
        };
    }
    Resolved {
        speaker: resolver.nominal(phrase),
        confidence: Confidence::High,
    }
}

/// A capitalised word that the cast did not take for a name here, though it ends somebody's name.
fn by_surname(resolver: &Resolver<'_>, head: usize) -> Option<usize> {
    let text = resolver.phrases.text;
    if !text.token(head).is_capitalised() {
        return None;
    }
    let word = text.word(head);
    resolver.surnames.get(word).copied().or_else(|| {
        // "RUTTE:"
        let capitals = text.token(head).shape == Shape::Upper && word.is_char_boundary(1);
        let (first, rest) = word.split_at_checked(1).filter(|_| capitals)?;
        resolver
            .surnames
            .get(format!("{first}{}", rest.to_lowercase()).as_str())
            .copied()
    })
}

/// The words of a role that say what somebody is, without whose or where: "cousin" of "cousin of the chief executive".
pub(super) fn office<'r>(lexicon: &'static Lexicon, role: &'r str) -> impl Iterator<Item = &'r str> {
    role.split(' ')
        .take_while(|word| !lexicon.categories(word).any(category::PREPOSITION))
}

/// Somebody whose role the phrase tells: "the minister" after "Transport Minister Jane Doe".
fn by_role(resolver: &Resolver<'_>, phrase: Phrase, head: usize) -> Option<usize> {
    let text = resolver.phrases.text;
    let definite = text.token(phrase.extent.start()).is(category::DEFINITE);
    if !definite || text.token(head).shape != Shape::Lower || phrase.extent.end() != head + 1 {
        return None;
    }
    let noun = text.word(head);
    let modifiers = phrase.extent.start() + 1..head;
    let cast = resolver.phrases.cast;
    let mut fitting = resolver
        .roles
        .get(noun)
        .into_iter()
        .flatten()
        .take(CANDIDATES)
        .filter(|index| {
            cast.members.get(**index).is_some_and(|member| {
                let role = member.actor.role.as_deref().unwrap_or_default();
                let has = |word: &str| office(text.lexicon, role).any(|part| part.eq_ignore_ascii_case(word));
                let known = member
                    .actor
                    .mentions
                    .first()
                    .is_some_and(|first| first.start < text.token(head).span.start);
                known
                    && member.actor.kind == ActorKind::Person
                    && modifiers.clone().all(|index| has(text.word(index)))
            })
        });
    let index = fitting.next()?;
    fitting.next().is_none().then_some(*index)
}
