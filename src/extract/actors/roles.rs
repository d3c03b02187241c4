//! What the text calls somebody beside their name: "NATO chief Mark Rutte", "Jane Doe, the chief executive of Acme, said".
//!
//! A role is words of the text. Where it is not plain where one begins or ends, there is none.

use crate::extract::actors::names::{KNOWN, Name};
use crate::extract::lexicon::category;
use crate::extract::text::{Shape, Text, Token, TokenRange};

/// Words in a role at most.
const LONGEST_ROLE: usize = 14;

/// The role that stands before or after `name`.
pub(super) fn role(text: &Text<'_>, name: &Name) -> Option<TokenRange> {
    before(text, name)
        .or_else(|| after(text, name))
        .or_else(|| before_comma(text, name))
}

/// "Ukrainian President" in "Ukrainian President Volodymyr Zelenskyy".
fn before(text: &Text<'_>, name: &Name) -> Option<TokenRange> {
    let title = name.title?;
    let mut offices = title.indices().filter(|index| {
        let token = text.token(*index);
        !token.is(category::HONORIFIC.or(category::KINSHIP))
    });
    let phrase = || {
        text.phrase(title.start())
            .is_some_and(|(words, _)| words.end() == title.end())
    };
    let office = offices.next().is_some() || phrase();
    let sentence = text.sentence_of(title.start());
    let first = text
        .sentences
        .get(sentence)
        .map_or(0, |sentence| sentence.tokens.start());
    let limit = title.end().saturating_sub(LONGEST_ROLE).max(first);
    let mut start = title.start();
    while start > limit && belongs(text, start - 1) {
        start -= 1;
    }
    start = mended(text, start, title, limit);
    let role = TokenRange::new(start, title.end());
    let kin = text.token(title.end() - 1).is(category::KINSHIP);
    // "Retired Mr. Doe" is no role, "NATO chief" is.
    let lower = text.token(title.end() - 1).shape == Shape::Lower;
    (!kin && (office || lower && role.len() > title.len())).then_some(role)
}

/// Where a role starts that was cut off within a name, as in "University of | Leeds professor": with that name where it is
/// an organisation's, else after it.
fn mended(text: &Text<'_>, start: usize, title: TokenRange, limit: usize) -> usize {
    let Some(before) = start.checked_sub(2) else {
        return start;
    };
    let cut = text.token(start).is_capitalised()
        && start < title.start()
        && text
            .token(start - 1)
            .is(category::NAME_PREPOSITION.or(category::LOCATIVE))
        && text.token(before).is_capitalised();
    if !cut {
        return start;
    }
    if before >= limit && text.token(before).is(category::ORGANISATION_HEAD) {
        return before;
    }
    (start..title.start())
        .find(|index| !text.token(*index).is_capitalised())
        .unwrap_or(title.start())
}

/// Whether the token at `index` belongs to the role that goes on after it.
fn belongs(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    let before = || text.token(index - usize::from(index > 0));
    match token.shape {
        Shape::Lower => {
            token.is(category::ROLE_MODIFIER.or(category::ROLE_NOUN))
                || token.is(category::GENITIVE) && before().is(category::TITLE)
        }
        Shape::Capitalised | Shape::Upper => {
            !token.is(category::FUNCTION_WORD.or(category::CALENDAR))
                || token.shape == Shape::Upper && token.is(KNOWN)
        }
        Shape::Possessive => before().is(KNOWN),
        _ => false,
    }
}

/// "the chief executive of Acme" in "Jane Doe, the chief executive of Acme, said".
pub(super) fn after(text: &Text<'_>, name: &Name) -> Option<TokenRange> {
    let mut start = name.tokens.end();
    if !text.token(start).is_punctuation(',') {
        return None;
    }
    start += 1;
    if text.token(start).shape == Shape::Number && text.token(start + 1).is_punctuation(',') {
        start += 2;
    }
    let end = (start..start + LONGEST_ROLE).find(|index| ends_apposition(text.token(*index)))?;
    noun_phrase(text, TokenRange::new(start, end))
}

/// "chief executive of Acme" in "The chief executive of Acme, Jane Doe, said".
fn before_comma(text: &Text<'_>, name: &Name) -> Option<TokenRange> {
    let comma = name.tokens.start().checked_sub(1)?;
    let enclosed = text.token(comma).is_punctuation(',') && text.token(name.tokens.end()).is_punctuation(',');
    if !enclosed {
        return None;
    }
    let start = (comma.saturating_sub(LONGEST_ROLE)..comma).rev().find(|index| {
        let token = text.token(*index);
        token.is(category::DETERMINER) && (*index == 0 || !text.token(*index - 1).is(category::GENITIVE))
            || matches!(token.shape, Shape::Punctuation(_) | Shape::Mark)
    })?;
    if !text.token(start).is(category::DETERMINER) {
        return None;
    }
    noun_phrase(text, TokenRange::new(start, comma))
}

fn ends_apposition(token: Token) -> bool {
    match token.shape {
        Shape::Punctuation(',' | '.' | ';' | ')' | '–' | '—') | Shape::Mark | Shape::Nothing => true,
        Shape::Lower => token.is(category::PERSONAL_RELATIVE),
        _ => false,
    }
}

/// The role in `words`, without its article, if they are one noun phrase about a person and nothing else.
fn noun_phrase(text: &Text<'_>, words: TokenRange) -> Option<TokenRange> {
    let first = text.token(words.start());
    if first.is(category::PRONOUN_HE
        .or(category::PRONOUN_SHE)
        .or(category::PRONOUN_THEY)
        .or(category::PRONOUN_FIRST)
        .or(category::PRONOUN_SECOND))
    {
        // "His wife": no role without whose.
        return None;
    }
    let article = first.is(category::ARTICLE.or(category::PRONOUN_IT));
    let role = TokenRange::new(words.start() + usize::from(article), words.end());
    let (mut noun, mut closed) = (false, false);
    for index in role.indices() {
        let token = text.token(index);
        match token.shape {
            Shape::Lower if token.is(NO_NOUN) => return None,
            Shape::Lower if token.is(category::PREPOSITION) => {
                if !noun {
                    return None;
                }
                closed = true;
            }
            // "a teacher trained in Leeds": enough is said.
            Shape::Lower if noun && !closed && text.ends_in(index, text.lexicon.past_ending) => {
                return Some(TokenRange::new(role.start(), index));
            }
            // "the director Jane Doe": the noun is somebody else's.
            Shape::Capitalised | Shape::Upper if noun && !closed => return None,
            Shape::Lower | Shape::Capitalised if !closed => noun |= token.is(category::ROLE_NOUN),
            Shape::Punctuation(_) | Shape::Mark => return None,
            _ => {}
        }
    }
    (noun && !role.is_empty()).then_some(role)
}

/// What stands in no simple noun phrase.
const NO_NOUN: crate::extract::lexicon::Categories = category::AUXILIARY
    .or(category::SPEECH_VERB)
    .or(category::PRONOUN_SUBJECT)
    .or(category::SUBORDINATOR);
