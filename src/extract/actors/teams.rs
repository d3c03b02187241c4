//! Places that play: where an article tells of a match, "Sweden" may be its team, which is no place.

use crate::briefing::ActorKind;
use crate::extract::actors::link::Entity;
use crate::extract::actors::names::Name;
use crate::extract::lexicon::category;
use crate::extract::text::{Shape, Text, Token};

/// Words of sport that make an article one about a match, at least.
const SPORT: usize = 4;
/// Of how many words one at least is a word of sport there.
const SHARE: usize = 80;

/// Makes organisations of the places that play each other.
pub(super) fn tell(text: &Text<'_>, names: &[Name], owners: &[Option<usize>], entities: &mut [Entity]) {
    let is_place = |entity: &Entity| entity.evidence.kind() == ActorKind::Place;
    if !entities.iter().any(is_place) || !is_about_sport(text) {
        return;
    }
    let mut votes = vec![0_i32; entities.len()];
    for (name, owner) in names.iter().zip(owners) {
        if let Some(vote) = owner.and_then(|owner| votes.get_mut(owner)) {
            *vote = vote.saturating_add(vote_of(text, name));
        }
    }
    for (entity, vote) in entities.iter_mut().zip(votes) {
        if vote > 0 && is_place(entity) {
            entity.evidence.becomes_organisation();
        }
    }
}

fn is_about_sport(text: &Text<'_>) -> bool {
    let words = (0..text.tokens.len())
        .filter(|index| text.token(*index).is(category::SPORT_WORD))
        .count();
    words >= SPORT && words * SHARE >= text.tokens.len()
}

/// What one mention tells: for a team, for a place, or nothing.
fn vote_of(text: &Text<'_>, name: &Name) -> i32 {
    let (start, end) = (name.tokens.start(), name.tokens.end());
    let before = |back: usize| {
        start
            .checked_sub(back)
            .map(|index| text.token(index))
            .unwrap_or_default()
    };
    let (last, next) = (before(1), text.token(end));
    let lower = |token: Token| token.shape == Shape::Lower;
    if lower(last) && last.is(category::LOCATIVE) {
        return -1;
    }
    let plays = lower(next) && next.is(category::CONTEST_VERB);
    let played = lower(last) && last.is(category::CONTEST_VERB.or(category::OPPOSING));
    let score = |one: Token, two: Token, three: Token| {
        one.shape == Shape::Number && two.is_dash() && three.shape == Shape::Number
    };
    let scored = score(next, text.token(end + 1), text.token(end + 2))
        || score(before(1), before(2), before(3))
        || [next, last].iter().any(|token| is_score(text.source, *token));
    i32::from(plays || played || scored) * 2
}

/// "2-1" in one token.
fn is_score(source: &str, token: Token) -> bool {
    let is_count =
        |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    token.shape == Shape::Number
        && token
            .span
            .of(source)
            .split_once(['-', '–'])
            .is_some_and(|(one, two)| is_count(one) && is_count(two))
}
