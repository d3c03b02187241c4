//! Nouns that report what their owner said: `his claim that …`, `the mayor's promise to …`.

use super::things::is_infinitive;
use super::{Reported, ends};
use crate::briefing::Rule;
use crate::extract::lexicon::category;
use crate::extract::quotes::phrases::{Phrase, Phrases, Pronoun, Referent, is_nominal};
use crate::extract::text::{Shape, TokenRange};

/// Tokens between the owner and the noun at most.
const MODIFIERS: usize = 4;

/// What the noun at `index` reports.
pub(super) fn after_noun(phrases: &Phrases<'_>, index: usize, sentence: TokenRange) -> Option<Reported> {
    if !phrases.text.token(index).is(category::REPORTING_NOUN) {
        return None;
    }
    let start = if is_infinitive(phrases, index + 1) {
        index + 1
    } else if phrases.text.token(index + 1).is(category::THAT) {
        index + 2
    } else {
        return None;
    };
    Some(Reported {
        content: TokenRange::new(start, ends::of_clause(phrases, start, sentence.end())),
        resumed: None,
        phrase: owner(phrases, index, sentence.start())?,
        cue: TokenRange::new(index, index + 1),
        rule: Rule::Genitive,
    })
}

/// Whose the noun is.
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
