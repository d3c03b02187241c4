//! `his call for “a total ban”`, `the senator's answer was “no”`: a noun of speech with its owner leads up to the quote.

use super::{Found, Scene};
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;
use crate::extract::quotes::phrases::{Phrase, Phrases, Pronoun, Referent, is_nominal};
use crate::extract::text::{Shape, TokenRange};

/// Tokens between the noun and the quote at most.
const GAP: usize = 4;
/// Tokens between the owner and the noun at most.
const MODIFIERS: usize = 4;

pub(super) fn find(scene: &Scene<'_>) -> Option<Found> {
    let text = scene.phrases.text;
    let start = scene.quoted.tokens.start();
    let floor = scene.sentence.tokens.start().max(start.saturating_sub(GAP));
    let leads_up = |index: usize| {
        let token = text.token(index);
        token.is(category::PREPOSITION.or(category::THAT).or(category::BE))
            || matches!(token.shape, Shape::Punctuation(':' | ','))
    };
    let noun = (floor..start)
        .rev()
        .find(|index| !leads_up(*index))
        .filter(|noun| text.token(*noun).is(category::UTTERANCE_NOUN))?;
    let phrase = owner(&scene.phrases, noun, scene.sentence.tokens.start())?;
    Some(Found::phrase(
        phrase,
        Some(noun),
        Rule::Genitive,
        Confidence::Medium,
    ))
}

/// Whose the noun at `noun` is.
fn owner(phrases: &Phrases<'_>, noun: usize, floor: usize) -> Option<Phrase> {
    let text = phrases.text;
    let lowest = floor.max(noun.saturating_sub(MODIFIERS));
    for index in (lowest..noun).rev() {
        let token = text.token(index);
        if token.shape == Shape::Possessive {
            return phrases.ending(index, floor);
        }
        if let Some(pronoun) = possessive_pronoun(phrases, index) {
            let range = TokenRange::new(index, index + 1);
            return Some(Phrase {
                mention: range,
                extent: range,
                referent: Referent::Pronoun(pronoun),
            });
        }
        if !is_nominal(token) {
            return None;
        }
    }
    None
}

fn possessive_pronoun(phrases: &Phrases<'_>, index: usize) -> Option<Pronoun> {
    let token = phrases.text.token(index);
    if !token.is(category::DETERMINER) {
        return None;
    }
    [
        (category::PRONOUN_HE, Pronoun::He),
        (category::PRONOUN_SHE, Pronoun::She),
        (category::PRONOUN_THEY, Pronoun::They),
        (category::PRONOUN_IT, Pronoun::It),
    ]
    .into_iter()
    .find_map(|(category, pronoun)| token.is(category).then_some(pronoun))
}
