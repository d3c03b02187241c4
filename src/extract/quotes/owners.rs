//! Whose a noun of speech is: "his claim", "the mayor's answer".

use super::phrases::{Phrase, Phrases, Pronoun, Referent, is_nominal};
use crate::extract::lexicon::category;
use crate::extract::text::{Shape, TokenRange};

/// Tokens between the owner and the noun at most.
const MODIFIERS: usize = 4;

/// Whose the noun at `noun` is.
pub(super) fn owner(phrases: &Phrases<'_>, noun: usize, floor: usize) -> Option<Phrase> {
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
