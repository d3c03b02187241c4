//! How a speaker is written: `mark-rutte` is an actor, `European officials` are themselves.

use ::toml::Value;
use ::toml::map::Map;

use crate::briefing::toml::known::Known;
use crate::briefing::{ActorId, CleanText, Speaker};

/// What a person may write for a speaker that nobody knows; so does an empty text.
const UNKNOWN: &str = "unknown";

/// What the words of a `speaker` key are.
pub(super) enum Resolved {
    /// A speaker.
    Speaker(Speaker),
    /// Something that looks like an id, and no actor has it.
    NoSuchActor(String),
}

/// Whom `written` means. `actors` are those of the same file; `None` where it leaves them to be extracted, so that any
/// slug may turn out to be one.
pub(super) fn resolve(written: &str, actors: Option<&Known<'_>>) -> Resolved {
    let words = CleanText::line(written);
    if words.is_empty() || words.as_str() == UNKNOWN {
        return Resolved::Speaker(Speaker::Unknown);
    }
    if let Some(actor) = actors.and_then(|actors| actors.find(&words)) {
        return Resolved::Speaker(Speaker::Actor(actor.id.clone()));
    }
    match (ActorId::parse(&words), actors) {
        (None, _) => Resolved::Speaker(Speaker::Nominal(words)),
        (Some(id), None) => Resolved::Speaker(Speaker::Actor(id)),
        (Some(id), Some(actors)) => {
            // One plain word may be a nominal ("police"), unless it is nearly an id.
            if words.contains('-') || actors.nearest(id.as_str()).is_some() {
                Resolved::NoSuchActor(words.as_str().to_owned())
            } else {
                Resolved::Speaker(Speaker::Nominal(words))
            }
        }
    }
}

/// What to write for `speaker`, so that reading gives it back; `None` for the unknown one.
pub(super) fn value(speaker: &Speaker, actors: Option<&Known<'_>>) -> Option<Value> {
    let words = match speaker {
        Speaker::Actor(id) => id.as_str(),
        Speaker::Nominal(words) if !words.trim().is_empty() => words.as_str(),
        Speaker::Nominal(_) | Speaker::Unknown => return None,
    };
    let plain = match resolve(words, actors) {
        Resolved::Speaker(read) => read == *speaker,
        Resolved::NoSuchActor(_) => false,
    };
    let text = Value::String(words.to_owned());
    if plain {
        return Some(text);
    }
    Some(Value::Table(Map::from_iter([("words".to_owned(), text)])))
}
