//! How much the text makes of an actor.

use crate::briefing::ActorKind;
use crate::extract::actors::names::Name;
use crate::extract::actors::sources;
use crate::extract::lexicon::category;
use crate::extract::text::{Shape, Text};

/// A mention anywhere.
const MENTION: u32 = 10;
/// More for one in the first sentence, and in the first paragraphs.
const FIRST_SENTENCE: u32 = 24;
const LEAD: u32 = 12;
/// How many paragraphs are the lead.
const LEAD_PARAGRAPHS: usize = 3;
/// More for one that does or says something; much more for a place, which then stands for its people.
const SUBJECT: u32 = 5;
const ACTING_PLACE: u32 = 30;
/// Mentions after this one count little.
const MANY: usize = 12;

/// The points of a mention that is the `count`th of its actor.
pub(super) fn of_mention(text: &Text<'_>, name: &Name, kind: ActorKind, count: usize) -> u32 {
    if sources::is_credit(text, name) {
        return 0;
    }
    let start = name.tokens.start();
    let mut points = if count < MANY { MENTION } else { 2 };
    if text.sentence_of(start) == 0 {
        points += FIRST_SENTENCE;
    } else if count < 2 && text.paragraph_of(start) < LEAD_PARAGRAPHS {
        points += LEAD;
    }
    if count < MANY && is_subject(text, name) {
        points += if kind == ActorKind::Place {
            ACTING_PLACE
        } else {
            SUBJECT
        };
    }
    points
}

/// Whether the name is followed by its verb.
fn is_subject(text: &Text<'_>, name: &Name) -> bool {
    let next = text.token(name.tokens.end());
    next.shape == Shape::Lower
        && (next.is(category::AUXILIARY.or(category::SPEECH_VERB))
            || text.ends_in(name.tokens.end(), text.lexicon.past_ending))
}

/// What a kind counts for, in hundredths: the story is about people and organisations, and plays in places.
pub(super) fn of_kind(kind: ActorKind) -> u32 {
    match kind {
        ActorKind::Person => 100,
        ActorKind::Organisation => 90,
        ActorKind::Group => 45,
        ActorKind::Place => 25,
    }
}
