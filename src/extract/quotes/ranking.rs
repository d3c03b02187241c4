//! Choosing among the candidates: each has its score, the log-linear model `weights/speaker.toml` of its [`signs`], and the
//! scores together make probabilities.

use super::candidates::{Candidate, candidates};
use super::phrases::Referent;
use super::sieves::{Found, Scene, Source};
use super::signs::{self, Setting};
use crate::briefing::{Confidence, Span};
use crate::extract::linear::{Features, speaker};

/// A candidate, as the trainer sees it.
#[derive(Debug, Clone, Copy)]
pub struct Weighed {
    /// The words that name them, and the whole phrase; `None` for "nobody".
    pub mention: Option<(Span, Span)>,
    /// Which actor the words are the name of.
    pub member: Option<usize>,
    /// What speaks for and against them.
    pub features: Features,
}

/// Whose words a segment is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranking {
    /// The likeliest candidate; `None` where nobody is likelier.
    pub found: Option<Found>,
    /// What the first sieve that has an answer says.
    pub sieved: Option<Found>,
    /// How likely it is right.
    pub probability: f32,
}

/// Probability from which on an answer is as good as certain; what is told by a noun errs more often.
const CERTAIN: f32 = 0.965;
const CERTAIN_OF_NOUN: f32 = 0.98;
/// Probability from which on it is likely.
const LIKELY: f32 = 0.75;

impl Ranking {
    /// How far to trust it, as far as the words go that were found.
    pub(super) fn confidence(&self) -> Confidence {
        let noun = self.found.is_some_and(
            |found| matches!(found.source, Source::Phrase(phrase) if matches!(phrase.referent, Referent::Noun(_))),
        );
        let certain = if noun { CERTAIN_OF_NOUN } else { CERTAIN };
        if self.probability >= certain {
            Confidence::High
        } else if self.probability >= LIKELY {
            Confidence::Medium
        } else {
            Confidence::Low
        }
    }
}

/// Whose words the segment most likely is. `weighed` is told of all candidates.
pub(super) fn rank(scene: &Scene<'_>, weighed: &mut impl FnMut(Span, &[Weighed])) -> Ranking {
    let mut list = candidates(scene);
    let setting = Setting::of(scene);
    for candidate in &mut list {
        candidate.features = signs::features(scene, &setting, candidate);
    }
    let text = scene.phrases.text;
    let nobody = setting.nobody();
    let mut all: Vec<Weighed> = list
        .iter()
        .map(|candidate| Weighed {
            mention: Some((text.span(candidate.mention), text.span(candidate.extent()))),
            member: member(scene, candidate),
            features: candidate.features,
        })
        .collect();
    all.push(Weighed {
        mention: None,
        member: None,
        features: nobody,
    });
    weighed(scene.quoted.inner, &all);
    let (best, probability) = choose(&all);
    Ranking {
        found: list.get(best).map(|best| best.found),
        sieved: list
            .iter()
            .find(|candidate| candidate.first)
            .map(|first| first.found),
        probability,
    }
}

/// The number of the best, and how likely it is right.
fn choose(all: &[Weighed]) -> (usize, f32) {
    let scores: Vec<f32> = all
        .iter()
        .map(|weighed| speaker::MODEL.log_odds(weighed.features))
        .collect();
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let powers: Vec<f32> = scores.iter().map(|score| (score - highest).exp()).collect();
    let total: f32 = powers.iter().sum();
    // Two names of one actor speak for the same.
    let shared = |number: usize| -> f32 {
        let member = all.get(number).and_then(|weighed| weighed.member);
        all.iter()
            .zip(&powers)
            .enumerate()
            .filter(|(other, (weighed, _))| *other == number || member.is_some() && weighed.member == member)
            .map(|(_, (_, power))| power)
            .sum()
    };
    (0..all.len())
        .map(|number| (number, shared(number) / total))
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .unwrap_or_default()
}

/// The actor whose name the candidate's words are.
fn member(scene: &Scene<'_>, candidate: &Candidate) -> Option<usize> {
    match candidate.found.source {
        Source::Phrase(phrase) => match phrase.referent {
            Referent::Name(member) => Some(member),
            _ => None,
        },
        Source::Utterance(_) => scene
            .phrases
            .cast
            .mention_at(candidate.mention.start())
            .map(|mention| mention.member),
    }
}
