//! The pieces of a run of capitalised words, and what rows of them are.

use crate::extract::actors::names::{GIVEN, KNOWN, PLACE, own_possessive};
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Shape, Text, TokenRange};

/// What a piece of a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// The lexicon lists it as a name.
    Known,
    Title,
    /// "French", "Republican".
    Demonym,
    /// A month, a weekday, a feast; a product.
    Calendar,
    /// Any other word.
    Plain,
    /// A lower-case word, or a mark, that joins the words of a name.
    Joint,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub tokens: TokenRange,
    pub what: What,
    pub categories: Categories,
}

impl Piece {
    /// The piece that opens at `index` and ends at `limit` at the latest, where `before` stands before it.
    pub(super) fn at(text: &Text<'_>, index: usize, limit: usize, before: Option<Self>) -> Self {
        let token = text.token(index);
        let (tokens, categories) = text
            .phrase(index)
            .filter(|(words, found)| words.end() <= limit && found.any(LISTED))
            .or_else(|| {
                let found = own_possessive(text, index).filter(|_| index + 2 <= limit)?;
                Some((TokenRange::new(index, index + 2), found))
            })
            .unwrap_or((TokenRange::new(index, index + 1), token.categories));
        let last = tokens.end() == limit;
        let given_before =
            before.is_some_and(|piece| piece.what == What::Plain && piece.categories.any(GIVEN));
        let single = tokens.len() == 1;
        let next = text.token(index + 1);
        let given_here = single
            && !last
            && categories.any(GIVEN)
            && !next.is(KNOWN
                .or(category::TITLE)
                .or(category::ORGANISATION_HEAD)
                .or(category::PLACE_HEAD)
                .or(category::DEMONYM)
                .or(category::COMMON_WORD));
        let what = if matches!(
            token.shape,
            Shape::Lower | Shape::Punctuation(_) | Shape::Possessive
        ) {
            What::Joint
        } else if single
            && (given_before && (last || categories.any(KNOWN)) && !categories.any(category::WEEKDAY)
                || given_here)
        {
            What::Plain
        } else if categories.any(KNOWN) {
            What::Known
        } else if categories.any(category::CALENDAR.or(category::PRODUCT))
            && !(categories.any(category::DEMONYM))
        {
            What::Calendar
        } else if categories.any(category::TITLE) && !(given_here && before.is_none())
            || categories.any(category::ROLE_NOUN) && !last && next.is(GIVEN) && !categories.any(GIVEN)
        {
            What::Title
        } else if categories.any(category::DEMONYM) {
            What::Demonym
        } else {
            What::Plain
        };
        Self {
            tokens,
            what,
            categories,
        }
    }
}

/// The lists that a run is taken apart by.
const LISTED: Categories = KNOWN
    .or(category::TITLE)
    .or(category::DEMONYM)
    .or(category::CALENDAR)
    .or(category::PRODUCT);
pub(super) const ORGANISATION_END: Categories = category::ORGANISATION_HEAD.or(category::COMPANY_SUFFIX);

/// Whether the words before the piece at `at` only say which part of a place it is: "West London".
pub(super) fn opens_place(text: &Text<'_>, pieces: &[Piece], at: usize) -> bool {
    pieces.get(at).is_some_and(|piece| piece.categories.any(PLACE))
        && pieces.get(..at).is_some_and(|before| {
            before
                .iter()
                .all(|piece| text.token(piece.tokens.start()).is(category::PLACE_OPENER))
        })
}

/// An ordinary word that is no part of a person's name.
pub(super) fn is_ordinary(piece: &Piece) -> bool {
    piece.what == What::Plain && piece.categories.any(category::COMMON_WORD) && !piece.categories.any(GIVEN)
}

/// Whether a known first name and words that are nothing else make up the whole.
pub(super) fn is_full_name(pieces: &[Piece]) -> bool {
    let [first, rest @ ..] = pieces else { return false };
    let other = category::COMMON_WORD
        .or(ORGANISATION_END)
        .or(category::PLACE_HEAD)
        .or(category::EVENT_HEAD);
    first.what == What::Plain
        && first.categories.any(GIVEN)
        && matches!(rest.len(), 1..=3)
        && rest
            .iter()
            .all(|piece| piece.what == What::Plain && !piece.categories.any(other))
}

/// Whether all but the last are titles of mere politeness.
pub(super) fn is_courtesy(pieces: &[Piece]) -> bool {
    pieces.split_last().is_some_and(|(_, titles)| {
        titles
            .iter()
            .all(|title| title.categories.any(category::HONORIFIC))
    })
}

/// Where, after what is no person, a person's name begins: "State University **Jane Doe**".
pub(super) fn second_name(pieces: &[Piece]) -> Option<usize> {
    let uncommon = |piece: &Piece| {
        piece.what == What::Plain
            && !piece.categories.any(
                category::COMMON_WORD
                    .or(ORGANISATION_END)
                    .or(category::PLACE_HEAD),
            )
    };
    (1..pieces.len().saturating_sub(1)).find(|at| {
        let (before, rest) = pieces.split_at(*at);
        let (Some(before), Some(first)) = (before.last(), rest.first()) else {
            return false;
        };
        let after_head = before.categories.any(category::ORGANISATION_HEAD) && !before.categories.any(GIVEN);
        let after_other = after_head || is_ordinary(before) || before.what == What::Known;
        let given = first.what == What::Plain && first.categories.any(GIVEN);
        // "United States Jane Doe": a country of several words is no first name.
        let after_country = before.tokens.len() > 1 && before.categories.any(category::COUNTRY);
        rest.iter().skip(1).all(uncommon)
            && (given && after_other || (after_head || after_country) && rest.len() == 2 && uncommon(first))
    })
}

/// Where, after an office and its matter, the name of who holds it begins: "Minister of Education **Jane Doe**".
pub(super) fn office(pieces: &[Piece]) -> Option<usize> {
    let [title, joint, ..] = pieces else { return None };
    let opens = title.what == What::Title
        && joint.what == What::Joint
        && joint.categories.any(category::NAME_PREPOSITION);
    let matter = |piece: &Piece| {
        piece.what == What::Joint
            || piece.categories.any(category::COMMON_WORD.or(ORGANISATION_END))
                && !piece.categories.any(GIVEN)
    };
    let at = 2 + pieces.iter().skip(2).take_while(|piece| matter(piece)).count();
    let (_, name) = pieces.split_at_checked(at)?;
    let other = category::COMMON_WORD
        .or(ORGANISATION_END)
        .or(category::PLACE_HEAD);
    let named = matches!(name.len(), 2 | 3)
        && name
            .iter()
            .all(|piece| piece.what == What::Plain && !piece.categories.any(other));
    (opens && at > 2 && named).then_some(at)
}

/// "US Congress", "British Red Cross": whose body it is belongs to its name.
pub(super) fn is_national_body(pieces: &[Piece]) -> bool {
    let [nation, body] = pieces else { return false };
    let organisation = body.what == What::Known
        && body.categories.any(category::ORGANISATION)
        && !body.categories.any(category::NEWS_OUTLET);
    organisation
        && (nation.what == What::Known && nation.categories.any(category::COUNTRY)
            || nation.what == What::Demonym && body.tokens.len() > 1)
}

pub(super) fn covered(pieces: &[Piece]) -> Option<TokenRange> {
    let (first, last) = pieces.first().zip(pieces.last())?;
    Some(TokenRange::new(first.tokens.start(), last.tokens.end()))
}

pub(super) fn trim_joints(pieces: &[Piece]) -> &[Piece] {
    let mut pieces = pieces;
    while let [first, rest @ ..] = pieces {
        if first.what != What::Joint {
            break;
        }
        pieces = rest;
    }
    while let [rest @ .., last] = pieces {
        if last.what != What::Joint {
            break;
        }
        pieces = rest;
    }
    pieces
}
