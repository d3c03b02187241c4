//! Names as they stand: runs of capitalised words with what joins them, before it is known whose they are.

use crate::extract::actors::parts::Parts;
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Sentence, Shape, Text, Token, TokenRange};

/// A name as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    /// Its tokens, without title.
    pub tokens: TokenRange,
    /// The title right before it: "President", "Mrs.", "chief".
    pub title: Option<TokenRange>,
    /// What the lexicon says of the whole of it, where it lists it as a name.
    pub known: Categories,
    /// Whether its capital may only come from where it stands: it is a single word that opens a sentence.
    pub doubtful: bool,
}

/// Words that are names by themselves.
pub(super) const KNOWN: Categories = category::COUNTRY
    .or(category::CITY)
    .or(category::REGION)
    .or(category::ORGANISATION)
    .or(category::DEMONYM_PLURAL);
/// Names of places.
pub(super) const PLACE: Categories = category::COUNTRY.or(category::CITY).or(category::REGION);
/// First names.
pub(super) const GIVEN: Categories = category::GIVEN_MALE.or(category::GIVEN_FEMALE);

/// Tokens in one run at most; a longer one is cut.
const LONGEST_RUN: usize = 12;
/// Words of a heading at least, so that it can be told from a short sentence of names.
const HEADING_WORDS: usize = 4;

/// All names of a text, in order.
pub(super) fn names(text: &Text<'_>) -> Vec<Name> {
    let mut parts = Parts::new(text);
    for sentence in &text.sentences {
        let heading = is_heading(text, sentence);
        let mut index = sentence.tokens.start();
        while index < sentence.tokens.end() {
            match run(text, index, sentence.tokens.end()) {
                Some(end) => {
                    parts.take(TokenRange::new(index, end), opens(text, index, sentence), heading);
                    index = end;
                }
                None => index += 1,
            }
        }
    }
    parts.into_names()
}

/// Whether nearly every word has a capital, so that capitals tell nothing.
fn is_heading(text: &Text<'_>, sentence: &Sentence) -> bool {
    let (mut capitalised, mut lower) = (0, 0);
    for index in sentence.tokens.indices() {
        let token = text.token(index);
        match token.shape {
            Shape::Lower if !token.is(category::FUNCTION_WORD) => lower += 1,
            Shape::Capitalised | Shape::Upper => capitalised += 1,
            _ => {}
        }
    }
    capitalised >= HEADING_WORDS && lower * 8 < capitalised
}

/// Whether a capital at `index` may only mean that something opens there.
fn opens(text: &Text<'_>, index: usize, sentence: &Sentence) -> bool {
    index == sentence.tokens.start()
        || matches!(
            text.token(index - 1).shape,
            Shape::Mark
                | Shape::Punctuation('.' | '!' | '?' | ':' | '…' | '•' | '*' | '|' | '“' | '‘' | '"' | '[')
        )
}

/// Whether a name may open with the token at `index`.
fn starts(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    let next = text.token(index + 1);
    // "US$": a currency.
    if matches!(next.shape, Shape::Punctuation('$' | '€' | '£' | '¥'))
        && next.span.start() == token.span.end()
    {
        return false;
    }
    let unfit = is_tag(text, index) || is_compound(text.word(index)) || is_party_and_state(text.word(index));
    if token.is_capitalised() && unfit && !token.is(KNOWN) {
        return false;
    }
    match token.shape {
        Shape::Upper => !token.is(category::FUNCTION_WORD) || token.is(KNOWN),
        Shape::Capitalised => {
            !is_function_word(text, index)
                || text.phrase(index).is_some_and(|(_, found)| found.any(KNOWN))
                || is_modal_name(text, index)
        }
        Shape::Mixed => joins_particle(text, index) || token.is(KNOWN),
        _ => false,
    }
}

/// Whether the word is one that carries grammar, alone or contracted: "I'll", "They've", "Don't".
fn is_function_word(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    token.is(category::FUNCTION_WORD.or(category::AUXILIARY))
        || text
            .word(index)
            .split_once(['\'', '’'])
            .is_some_and(|(head, _)| text.lexicon.categories(head).any(category::FUNCTION_WORD))
}

/// Whether the word is a handle or a hashtag.
fn is_tag(text: &Text<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| text.token(before)) else {
        return false;
    };
    matches!(before.shape, Shape::Punctuation('#' | '@')) && before.span.end == text.token(index).span.start
}

/// "R-Texas", "D-Ill": behind a politician's name.
fn is_party_and_state(word: &str) -> bool {
    word.split_once('-')
        .is_some_and(|(party, state)| party.len() == 1 && state.starts_with(char::is_uppercase))
}

/// Whether a hyphen joins a lower-case word of three letters and more: "Jordanian-born", "ISIL-held". Within a name such a
/// word is none of these: "Kim Jong-un", "Moon Jae-in".
fn is_compound(word: &str) -> bool {
    word.rsplit_once('-')
        .is_some_and(|(_, tail)| tail.len() > 2 && tail.starts_with(char::is_lowercase))
}

/// "May" and "Will" are names after a title, or between names.
fn is_modal_name(text: &Text<'_>, index: usize) -> bool {
    let (before, token) = (text.token(index - usize::from(index > 0)), text.token(index));
    index > 0
        && token.is(GIVEN)
        && before.is_capitalised()
        && (before.is(GIVEN) || before.is(category::TITLE))
}

/// Whether the word is a particle joined to a name by a hyphen: "al-Assad".
fn joins_particle(text: &Text<'_>, index: usize) -> bool {
    text.word(index)
        .split_once('-')
        .is_some_and(|(particle, _)| text.lexicon.categories(particle).any(category::PARTICLE))
}

fn continues(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    if is_compound(text.word(index)) {
        // "White House-era" is none, "Kim Jong-nam" is a name.
        let tail = text.word(index).rsplit('-').next().unwrap_or_default();
        if text
            .lexicon
            .categories(tail)
            .any(category::COMMON_WORD.or(category::ROLE_NOUN))
        {
            return false;
        }
    }
    match token.shape {
        Shape::Upper => !token.is(category::FUNCTION_WORD) || token.is(KNOWN),
        Shape::Capitalised => !is_function_word(text, index) || is_modal_name(text, index),
        Shape::Mixed => joins_particle(text, index),
        _ => false,
    }
}

/// Where the run of a name that opens at `start` ends.
fn run(text: &Text<'_>, start: usize, limit: usize) -> Option<usize> {
    if !starts(text, start) {
        return None;
    }
    let limit = limit.min(start + LONGEST_RUN);
    let mut end = phrase_end(text, start, limit).unwrap_or(start + 1);
    while end < limit {
        if own_possessive(text, end - 1).is_some() && end < limit {
            end += 1;
        } else if continues(text, end) {
            end = phrase_end(text, end, limit).unwrap_or(end + 1);
        } else if let Some(after) = joint(text, start, end, limit) {
            end = after;
        } else {
            break;
        }
    }
    Some(end)
}

/// The categories of a name that ends in a possessive of its own, with the word at `index`: "Sotheby's".
pub(super) fn own_possessive(text: &Text<'_>, index: usize) -> Option<Categories> {
    let (token, ending) = (text.token(index), text.token(index + 1));
    if ending.shape != Shape::Possessive || !token.is_capitalised() {
        return None;
    }
    let whole = text
        .lexicon
        .categories(token.span.cover(ending.span).of(text.source));
    whole.any(category::ORGANISATION).then_some(whole)
}

/// Where a phrase that the lexicon lists as a name or title ends.
fn phrase_end(text: &Text<'_>, index: usize, limit: usize) -> Option<usize> {
    let (words, found) = text.phrase(index)?;
    (found.any(KNOWN.or(category::TITLE)) && words.end() <= limit).then(|| words.end())
}

/// Where the run goes on after what joins its words at `end`: a particle, "of the", "&", ", Inc.".
fn joint(text: &Text<'_>, start: usize, end: usize, limit: usize) -> Option<usize> {
    let token = text.token(end);
    let before = text.token(end - 1);
    if token.is(category::PARTICLE) && token.shape == Shape::Lower {
        return after_particles(text, end, limit);
    }
    let after = match token.shape {
        Shape::Punctuation('&') if continues(text, end + 1) => Some(end + 2),
        Shape::Punctuation(',') => {
            let suffix = text.token(end + 1);
            (suffix.is_capitalised()
                && suffix.is(category::COMPANY_SUFFIX.or(category::NAME_SUFFIX))
                && suffix.span.len() > 1)
                .then_some(end + 2)
        }
        Shape::Possessive if before.is(category::COMMON_WORD) => {
            let tail = capitals(text, end + 1, limit);
            ends_in_head(text, tail).then(|| tail.end())
        }
        Shape::Lower => connector(text, start, end, limit),
        _ => None,
    };
    after.filter(|after| *after <= limit)
}

fn after_particles(text: &Text<'_>, index: usize, limit: usize) -> Option<usize> {
    let mut next = index;
    while next < limit && text.token(next).shape == Shape::Lower && text.token(next).is(category::PARTICLE) {
        next += 1;
    }
    (next - index <= 3 && next < limit && continues(text, next)).then_some(next + 1)
}

/// The capitalised words from `index` on.
fn capitals(text: &Text<'_>, index: usize, limit: usize) -> TokenRange {
    let mut end = index;
    while end < limit.min(index + 4) && continues(text, end) {
        end += 1;
    }
    TokenRange::new(index, end)
}

fn ends_in_head(text: &Text<'_>, tokens: TokenRange) -> bool {
    !tokens.is_empty() && text.token(tokens.end() - 1).is(category::ORGANISATION_HEAD)
}

/// "Department **of** Justice", "Center **for** American Progress", "Food **and** Drug Administration".
fn connector(text: &Text<'_>, start: usize, end: usize, limit: usize) -> Option<usize> {
    let token = text.token(end);
    let before = text.token(end - 1);
    if token.is(category::NAME_CONJUNCTION) {
        return conjunction(text, start, end, limit);
    }
    let genitive = token.is(category::GENITIVE);
    let head = before.is(category::ORGANISATION_HEAD.or(category::PLACE_HEAD))
        || genitive && is_joined(text, start, end);
    if !head || !token.is(category::NAME_PREPOSITION) {
        return None;
    }
    let article = text.token(end + 1);
    let next = end + 1 + usize::from(article.shape == Shape::Lower && article.is(category::ARTICLE));
    let word = text.token(next);
    if !continues(text, next) || word.is(category::CALENDAR) {
        return None;
    }
    // "of" takes places as well: "University of Chicago"; after "for" and "on" a place or a person is another name.
    let other = word.is(GIVEN.or(category::TITLE)) || (!genitive && word.is(KNOWN));
    (!other || (genitive && word.is(PLACE))).then(|| phrase_end(text, next, limit).unwrap_or(next + 1))
}

fn conjunction(text: &Text<'_>, start: usize, end: usize, limit: usize) -> Option<usize> {
    let next = text.token(end + 1);
    let ordinary =
        |token: Token| token.is(category::COMMON_WORD) && !token.is(GIVEN.or(PLACE).or(category::TITLE));
    if !continues(text, end + 1) {
        return None;
    }
    let other = KNOWN.or(GIVEN).or(category::SURNAME).or(category::TITLE);
    if is_joined(text, start, end) && (ordinary(next) || ordinary(text.token(end - 1)) && !next.is(other)) {
        return Some(end + 2);
    }
    let tail = capitals(text, end + 1, limit);
    (end - start <= 2 && ordinary(text.token(end - 1)) && tail.len() >= 2 && ends_in_head(text, tail))
        .then(|| tail.end())
}

/// Whether a preposition already joins the words of the run.
fn is_joined(text: &Text<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|index| {
        text.token(index).shape == Shape::Lower && text.token(index).is(category::NAME_PREPOSITION)
    })
}
