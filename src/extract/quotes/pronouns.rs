//! Who "he", "she", "they" and "it" are.
//!
//! Everybody named shortly before whose gender and number fit is a candidate. What speaks for a candidate — nearness,
//! standing as a subject, having spoken last — is weighed, and the best wins. The weights were fitted to annotated news.

use super::phrases::{Phrase, Pronoun};
use super::resolve::{Resolved, Resolver, Spoke};
use crate::briefing::{ActorKind, Confidence, Speaker};
use crate::extract::actors::{Gender, Member, Mention};
use crate::extract::lexicon::category;
use crate::extract::text::Shape;

/// Mentions to look back over at most.
const MENTIONS: usize = 50;
/// Sentences to look back over at most.
const SENTENCES: usize = 12;
/// Earlier speakers to look back over at most.
const SPOKEN: usize = 6;

/// Somebody whom the pronoun may stand for, and what speaks for them.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a property of its own, weighed by itself"
)]
struct Candidate {
    speaker: Speaker,
    /// Sentences back to the nearest mention outside quotation marks.
    distance: usize,
    /// How many other candidates are named nearer.
    rank: usize,
    /// Whether that mention is a subject.
    subject: bool,
    /// Whether it opens its sentence.
    initial: bool,
    /// Whether it is a genitive: "Clinton's plan".
    genitive: bool,
    /// Whether a preposition or the verb of telling stands before it.
    object: bool,
    /// Whether they are named only in quoted words.
    quoted: bool,
    /// Whether the nearest mention stands in the paragraph of the pronoun.
    same_paragraph: bool,
    /// Whether that mention introduces them: the first time that the text names them, in full.
    introduced: bool,
    /// Mentions outside quotation marks, as far as looked.
    count: usize,
    /// Whether the text or the lexicon tells their gender.
    gendered: bool,
    /// How many speakers ago they spoke; `None` where they did not.
    spoke: Option<usize>,
    /// Whether they spoke in this paragraph.
    spoke_here: bool,
    /// Whether the words that named them as a speaker last were a pronoun like this one.
    chained: bool,
}

/// What each property of a candidate is worth.
struct Weights {
    distance: [i32; 6],
    rank: [i32; 4],
    subject: i32,
    initial: i32,
    genitive: i32,
    object: i32,
    quoted: i32,
    same_paragraph: i32,
    introduced: i32,
    count: i32,
    gendered: i32,
    spoke_last: i32,
    spoke_before: i32,
    spoke_here: i32,
    chained: i32,
}

const WEIGHTS: Weights = Weights {
    distance: [0, -10, -110, -170, -210, -340],
    rank: [0, -5, -50, -140],
    subject: 80,
    initial: 110,
    genitive: -40,
    object: -40,
    quoted: -190,
    same_paragraph: 5,
    introduced: 60,
    count: 0,
    gendered: 110,
    spoke_last: 30,
    spoke_before: -20,
    spoke_here: 50,
    chained: 30,
};

/// Who the pronoun at `phrase` stands for.
pub(super) fn resolve(resolver: &Resolver<'_>, phrase: Phrase, pronoun: Pronoun) -> Resolved {
    let at = phrase.mention.start();
    let candidates = candidates(resolver, at, pronoun);
    let mut scores: Vec<(i32, &Candidate)> = candidates
        .iter()
        .map(|candidate| (score(candidate), candidate))
        .collect();
    scores.sort_by_key(|(score, _)| -score);
    let Some((best, winner)) = scores.first() else {
        return Resolved {
            speaker: Speaker::Unknown,
            confidence: Confidence::Low,
        };
    };
    let second = scores.get(1).map(|(score, _)| *score);
    let clear = second.is_none_or(|second| best - second >= MARGIN);
    Resolved {
        speaker: winner.speaker.clone(),
        confidence: if clear {
            Confidence::High
        } else {
            Confidence::Medium
        },
    }
}

/// By how much the best must lead the second to be as good as certain.
const MARGIN: i32 = 290;

fn score(candidate: &Candidate) -> i32 {
    let weights = &WEIGHTS;
    let step =
        |table: &[i32], index: usize| table.get(index.min(table.len() - 1)).copied().unwrap_or_default();
    let flag = |holds: bool, weight: i32| if holds { weight } else { 0 };
    let count = i32::try_from(candidate.count.min(5)).unwrap_or_default();
    step(&weights.distance, candidate.distance)
        + step(&weights.rank, candidate.rank)
        + flag(candidate.subject, weights.subject)
        + flag(candidate.initial, weights.initial)
        + flag(candidate.genitive, weights.genitive)
        + flag(candidate.object, weights.object)
        + flag(candidate.quoted, weights.quoted)
        + flag(candidate.same_paragraph, weights.same_paragraph)
        + flag(candidate.introduced, weights.introduced)
        + count * weights.count
        + flag(candidate.gendered, weights.gendered)
        + flag(candidate.spoke == Some(0), weights.spoke_last)
        + flag(candidate.spoke.is_some_and(|ago| ago > 0), weights.spoke_before)
        + flag(candidate.spoke_here, weights.spoke_here)
        + flag(candidate.chained, weights.chained)
}

pub(super) fn fits(member: &Member, pronoun: Pronoun) -> bool {
    let person = member.actor.kind == ActorKind::Person;
    match pronoun {
        Pronoun::He => person && member.gender != Gender::Female,
        Pronoun::She => person && member.gender != Gender::Male,
        Pronoun::It => matches!(member.actor.kind, ActorKind::Organisation | ActorKind::Place),
        Pronoun::They => matches!(member.actor.kind, ActorKind::Organisation | ActorKind::Group),
        Pronoun::First => false,
    }
}

fn candidates(resolver: &Resolver<'_>, at: usize, pronoun: Pronoun) -> Vec<Candidate> {
    let (text, cast) = (resolver.phrases.text, resolver.phrases.cast);
    let here = text.sentence_of(at);
    let before = cast
        .mentions
        .partition_point(|mention| mention.tokens.end() <= at);
    let mut found: Vec<(usize, Candidate)> = Vec::new();
    for mention in cast
        .mentions
        .get(..before)
        .unwrap_or_default()
        .iter()
        .rev()
        .take(MENTIONS)
    {
        let distance = here - text.sentence_of(mention.tokens.start()).min(here);
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
        let quoted = text.token(mention.tokens.start()).quoted;
        let rank = found.len();
        match found.iter_mut().find(|(index, _)| *index == mention.member) {
            Some((_, known)) if quoted || !known.quoted => known.count += usize::from(!quoted),
            Some((_, known)) => {
                let rank = known.rank;
                *known = named(resolver, mention, member, distance, rank, at);
            }
            None => found.push((
                mention.member,
                named(resolver, mention, member, distance, rank, at),
            )),
        }
    }
    let mut candidates: Vec<Candidate> = found.into_iter().map(|(_, candidate)| candidate).collect();
    add_speakers(resolver, at, pronoun, &mut candidates);
    candidates
}

/// The candidate that `mention` names.
fn named(
    resolver: &Resolver<'_>,
    mention: &Mention,
    member: &Member,
    distance: usize,
    rank: usize,
    at: usize,
) -> Candidate {
    let phrases = &resolver.phrases;
    let text = phrases.text;
    let (start, end) = (mention.tokens.start(), mention.tokens.end());
    let sentence = text
        .sentences
        .get(text.sentence_of(start))
        .map(|sentence| sentence.tokens)
        .unwrap_or_default();
    let extent = phrases
        .ending(end, sentence.start())
        .map_or(mention.tokens, |phrase| phrase.extent);
    let before = extent
        .start()
        .checked_sub(1)
        .map(|index| text.token(index))
        .unwrap_or_default();
    let opens = extent.start() == sentence.start();
    // "Doe at the Review agreed"
    let verb = phrases
        .opening(extent.start(), sentence.end())
        .filter(|phrase| phrase.mention == mention.tokens)
        .map_or_else(
            || phrases.after_adverbs(end, sentence.end()),
            |phrase| phrases.after_phrase(phrase, sentence.end()),
        );
    let inverted = before.is(category::SPEECH_VERB)
        && !before.is(category::TELLING_VERB)
        && before.shape == Shape::Lower;
    let object = !opens && (before.is(category::PREPOSITION) || before.is(category::TELLING_VERB));
    Candidate {
        speaker: Speaker::Actor(member.actor.id.clone()),
        distance,
        rank,
        subject: inverted
            || !object
                && (phrases.is_finite(verb) || verb > end || opens && text.token(end).is_punctuation(',')),
        initial: opens,
        genitive: text.token(end).shape == Shape::Possessive,
        object,
        quoted: text.token(start).quoted,
        same_paragraph: text.paragraph_of(start) == text.paragraph_of(at),
        introduced: mention.tokens.len() > 1
            && !text.token(start).quoted
            && member.actor.mentions.first() == Some(&mention.span),
        count: usize::from(!text.token(start).quoted),
        gendered: member.gender != Gender::Unknown,
        spoke: None,
        spoke_here: false,
        chained: false,
    }
}

/// Notes who has spoken lately, and adds those without a name.
fn add_speakers(resolver: &Resolver<'_>, at: usize, pronoun: Pronoun, candidates: &mut Vec<Candidate>) {
    let text = resolver.phrases.text;
    let (here, paragraph) = (text.sentence_of(at), text.paragraph_of(at));
    let mut seen: Vec<&Speaker> = Vec::new();
    for spoke in resolver.spoken.iter().rev().take(SPOKEN) {
        if seen.contains(&&spoke.speaker) || spoke.mention.start() >= at {
            continue;
        }
        let ago = seen.len();
        seen.push(&spoke.speaker);
        let spoke_here = text.paragraph_of(spoke.at) == paragraph;
        let chained = text.token(spoke.mention.start()).is(category::PRONOUN_SUBJECT);
        let distance = here - text.sentence_of(spoke.mention.start()).min(here);
        if let Some(known) = candidates
            .iter_mut()
            .find(|candidate| candidate.speaker == spoke.speaker)
        {
            known.spoke = Some(ago);
            known.spoke_here = spoke_here;
            known.chained = chained;
            known.distance = known.distance.min(distance);
        } else if distance <= SENTENCES && nominal_fits(resolver, spoke, pronoun) {
            candidates.push(Candidate {
                speaker: spoke.speaker.clone(),
                distance,
                rank: candidates.len(),
                subject: true,
                initial: false,
                genitive: false,
                object: false,
                quoted: false,
                same_paragraph: text.paragraph_of(spoke.mention.start()) == paragraph,
                introduced: false,
                count: 1,
                gendered: false,
                spoke: Some(ago),
                spoke_here,
                chained,
            });
        }
    }
}

/// Whether somebody who spoke without a name can be meant: "a police spokeswoman … she".
fn nominal_fits(resolver: &Resolver<'_>, spoke: &Spoke, pronoun: Pronoun) -> bool {
    let text = resolver.phrases.text;
    match &spoke.speaker {
        Speaker::Unknown => false,
        // Named too far back to be seen, but still speaking.
        Speaker::Actor(_) => spoke
            .member
            .and_then(|member| resolver.phrases.cast.members.get(member))
            .is_some_and(|member| fits(member, pronoun)),
        Speaker::Nominal(_) => {
            let is = |category| {
                spoke
                    .mention
                    .indices()
                    .any(|index| text.token(index).is(category))
            };
            match pronoun {
                Pronoun::He => {
                    is(category::PERSON_NOUN.or(category::ROLE_NOUN)) && !is(category::ROLE_FEMALE)
                }
                Pronoun::She => is(category::PERSON_NOUN.or(category::ROLE_NOUN)) && !is(category::ROLE_MALE),
                Pronoun::It => is(category::SOURCE_NOUN),
                Pronoun::They => is(category::PERSON_NOUN.or(category::SOURCE_NOUN)),
                Pronoun::First => false,
            }
        }
    }
}
