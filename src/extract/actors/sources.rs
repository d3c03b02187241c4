//! Who tells the story and is not in it: the agency that was told, the paper that reported, who took the pictures.

use crate::briefing::{Actor, ActorKind, Article};
use crate::extract::actors::names::Name;
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Shape, Text};

/// Whether the mention only says where words or pictures come from.
pub(super) fn is_source(text: &Text<'_>, name: &Name, actor: &Actor) -> bool {
    match actor.kind {
        ActorKind::Person => is_credit(text, name) || is_reporter(text, name),
        ActorKind::Organisation => is_credit(text, name) || is_outlet(text, name) && is_cited(text, name),
        ActorKind::Place | ActorKind::Group => false,
    }
}

/// Whether the name stands in a caption as whoever made the picture: "Image: Jane Doe", "Photo by Jane Doe".
pub(super) fn is_credit(text: &Text<'_>, name: &Name) -> bool {
    let start = name.tokens.start();
    let Some(before) = start.checked_sub(2) else {
        return false;
    };
    let (word, mark) = (text.token(before), text.token(start - 1));
    word.is(category::CREDIT)
        && (mark.is_punctuation(':') || mark.is(category::AGENT) && word.is_capitalised())
}

/// "Lumora News reporter Jane Doe": one who writes for a paper is seldom in what it writes.
fn is_reporter(text: &Text<'_>, name: &Name) -> bool {
    let at = |back: usize| {
        let index = name.tokens.start().checked_sub(back)?;
        Some(text.token(index))
    };
    let role = at(1).is_some_and(|token| token.shape == Shape::Lower && token.is(category::REPORTER_NOUN));
    role && at(2).is_some_and(|paper| paper.is_capitalised() && paper.is(OUTLET))
}

const OUTLET: Categories = category::NEWS_OUTLET.or(category::MEDIA_HEAD);

/// Whether the name is a paper's, an agency's, a station's.
fn is_outlet(text: &Text<'_>, name: &Name) -> bool {
    let (start, end) = (name.tokens.start(), name.tokens.end());
    let listed = text.known(name.tokens).any(category::NEWS_OUTLET);
    let head = name.tokens.len() > 1
        && [start, end - 1]
            .iter()
            .any(|index| text.token(*index).is(category::MEDIA_HEAD));
    (listed || head) && !text.known(name.tokens).any(category::PLATFORM)
}

/// Whether it was told something, or tells it: "told Reuters", "the Lumora Times reported", "according to Reuters".
fn is_cited(text: &Text<'_>, name: &Name) -> bool {
    let (mut start, end) = (name.tokens.start(), name.tokens.end());
    let before = |index: usize, back: usize| {
        index
            .checked_sub(back)
            .map(|index| text.token(index))
            .unwrap_or_default()
    };
    if before(start, 1).is(category::ARTICLE) {
        start -= 1;
    }
    let (last, second) = (before(start, 1), before(start, 2));
    let told = last.is(category::TELLING_VERB);
    let to = last.is(category::INFINITIVE)
        && (second.is(category::SPEECH_VERB)
            || start >= 2
                && text
                    .phrase(start - 2)
                    .is_some_and(|(_, found)| found.any(category::ACCORDING)));
    let by = last.is(category::AGENT) && second.is(category::SPEECH_VERB.or(category::PAST_VERB));
    let next = text.token(end);
    let tells = next.shape == Shape::Lower && next.is(category::SPEECH_VERB);
    told || to || by || tells
}

/// Whether the article itself names the actor as who wrote or brings it.
pub(super) fn brings(article: &Article, actor: &Actor) -> bool {
    let named = |line: &str| {
        line.match_indices(actor.name.as_str()).any(|(at, name)| {
            let before = line.get(..at).and_then(|before| before.chars().next_back());
            let after = line.get(at + name.len()..).and_then(|after| after.chars().next());
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    };
    [&article.byline, &article.source]
        .into_iter()
        .flatten()
        .any(|line| named(line))
}
