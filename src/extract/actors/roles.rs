//! What the text calls somebody beside their name: "NATO chief Mark Rutte", "Jane Doe, the chief executive of Acme, said".
//!
//! A role is words of the text. Where it is not plain where one begins or ends, there is none.

use crate::extract::actors::names::{KNOWN, Name};
use crate::extract::lexicon::category;
use crate::extract::text::{Shape, Text, TokenRange};

/// Words in a role at most.
const LONGEST_ROLE: usize = 14;

/// The role that stands before or after `name`.
pub(super) fn role(text: &Text<'_>, name: &Name) -> Option<TokenRange> {
    before(text, name).or_else(|| after(text, name))
}

/// "Ukrainian President" in "Ukrainian President Volodymyr Zelenskyy".
fn before(text: &Text<'_>, name: &Name) -> Option<TokenRange> {
    let title = name.title?;
    let office = title
        .indices()
        .any(|index| !text.token(index).is(category::HONORIFIC))
        || text
            .phrase(title.start())
            .is_some_and(|(words, _)| words.end() == title.end());
    let limit = title.end().saturating_sub(LONGEST_ROLE);
    let mut start = title.start();
    while start > limit && belongs(text, start - 1, name) {
        start -= 1;
    }
    let role = TokenRange::new(start, title.end());
    (office || role.len() > title.len()).then_some(role)
}

/// Whether the token at `index` belongs to the role that goes on after it.
fn belongs(text: &Text<'_>, index: usize, name: &Name) -> bool {
    let token = text.token(index);
    if text.sentence_of(index) != text.sentence_of(name.tokens.start()) {
        return false;
    }
    match token.shape {
        Shape::Lower => {
            token.is(category::ROLE_MODIFIER.or(category::ROLE_NOUN))
                || token.is(category::GENITIVE)
                    && text.token(index - usize::from(index > 0)).is(category::TITLE)
        }
        Shape::Capitalised | Shape::Upper => {
            !token.is(category::FUNCTION_WORD.or(category::CALENDAR))
                || token.shape == Shape::Upper && token.is(KNOWN)
        }
        Shape::Possessive => text.token(index - usize::from(index > 0)).is(KNOWN),
        _ => false,
    }
}

/// "the chief executive of Acme" in "Jane Doe, the chief executive of Acme, said".
fn after(text: &Text<'_>, name: &Name) -> Option<TokenRange> {
    let mut start = name.tokens.end();
    if !text.token(start).is_punctuation(',') {
        return None;
    }
    start += 1;
    if text.token(start).shape == Shape::Number && text.token(start + 1).is_punctuation(',') {
        start += 2;
    }
    if text.token(start).is(category::ARTICLE) && text.token(start).shape == Shape::Lower {
        start += 1;
    }
    let mut noun = false;
    let mut preposition = false;
    for index in start..start + LONGEST_ROLE {
        let token = text.token(index);
        match token.shape {
            Shape::Punctuation(',' | '.' | ';' | ')' | '–' | '—') | Shape::Mark | Shape::Nothing => {
                return (noun && index > start).then(|| TokenRange::new(start, index));
            }
            Shape::Lower if token.is(category::PERSONAL_RELATIVE) => {
                return (noun && index > start).then(|| TokenRange::new(start, index));
            }
            Shape::Lower
                if token.is(category::AUXILIARY
                    .or(category::SPEECH_VERB)
                    .or(category::PRONOUN_SUBJECT)) =>
            {
                return None;
            }
            Shape::Punctuation(_) => return None,
            Shape::Lower if token.is(category::PREPOSITION) => {
                if !noun {
                    return None;
                }
                preposition = true;
            }
            Shape::Lower | Shape::Capitalised if !preposition => noun |= token.is(category::ROLE_NOUN),
            _ => {}
        }
    }
    None
}
