//! Who "he", "she", "they" and "it" are.

use super::phrases::{Phrase, Pronoun};
use super::resolve::{Resolved, Resolver};
use crate::briefing::{ActorKind, Confidence, Speaker};
use crate::extract::actors::{Gender, Member};

/// Mentions to look back over at most.
const MENTIONS: usize = 40;
/// Sentences to look back over at most.
const SENTENCES: usize = 8;

/// Who the pronoun at `phrase` stands for.
pub(super) fn resolve(resolver: &Resolver<'_>, phrase: Phrase, pronoun: Pronoun) -> Resolved {
    let best = match pronoun {
        Pronoun::First => None,
        _ => candidate(resolver, phrase.mention.start(), pronoun),
    };
    let speaker = best.map_or(Speaker::Unknown, |member| resolver.member(member));
    Resolved {
        speaker,
        confidence: Confidence::Medium,
    }
}

fn fits(member: &Member, pronoun: Pronoun) -> bool {
    let person = member.actor.kind == ActorKind::Person;
    match pronoun {
        Pronoun::He => person && member.gender != Gender::Female,
        Pronoun::She => person && member.gender != Gender::Male,
        Pronoun::It => !person,
        Pronoun::They => member.actor.kind != ActorKind::Person,
        Pronoun::First => false,
    }
}

fn candidate(resolver: &Resolver<'_>, at: usize, pronoun: Pronoun) -> Option<usize> {
    let (text, cast) = (resolver.phrases.text, resolver.phrases.cast);
    let here = text.sentence_of(at);
    let before = cast
        .mentions
        .partition_point(|mention| mention.tokens.end() <= at);
    let mut best: Option<(i32, usize)> = None;
    for mention in cast.mentions.get(..before)?.iter().rev().take(MENTIONS) {
        let sentence = text.sentence_of(mention.tokens.start());
        let distance = here - sentence;
        if distance > SENTENCES {
            break;
        }
        let Some(member) = cast
            .members
            .get(mention.member)
            .filter(|member| fits(member, pronoun))
        else {
            continue;
        };
        let start = mention.tokens.start();
        let mut score = -10 * i32::try_from(distance).unwrap_or(i32::MAX / 10);
        if text.token(start).quoted {
            score -= 25;
        }
        let subject = resolver.phrases.is_finite(
            resolver
                .phrases
                .after_adverbs(mention.tokens.end(), text.tokens.len()),
        ) || resolver.phrases.is_finite(mention.tokens.end());
        if subject {
            score += 8;
        }
        if text
            .sentences
            .get(sentence)
            .is_some_and(|sentence| sentence.tokens.start() == start)
        {
            score += 4;
        }
        if member.gender != Gender::Unknown {
            score += 3;
        }
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, mention.member));
        }
    }
    best.map(|(_, member)| member)
}
