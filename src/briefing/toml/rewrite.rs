//! Putting one thing right in a TOML file that a person may have written: what they wrote elsewhere in it stays byte for
//! byte.

use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value};

use crate::briefing::correct::Removed;
use crate::briefing::toml::known::Known;
use crate::briefing::toml::speaker::{self, Resolved};
use crate::briefing::toml::{read, write};
use crate::briefing::{Actor, Briefing, CleanText, Correction, Event, Quote, Rule, Speaker};

/// Why a file cannot be rewritten.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RewriteError {
    /// It is no TOML, or would be none.
    #[error("{0}")]
    Toml(CleanText),
    /// It does not hold what the briefing was made of.
    #[error("it has changed since it was read")]
    Changed,
}

/// The file `text` (empty where there is none) with `correction` in it. `before` is the briefing that was made of it.
///
/// A section that the file leaves out is added in full, as it is shown; with quotes or events come the actors, so that
/// their names stay whoever extracts them next. In a section that is there only the items concerned change.
pub fn rewrite(text: &str, before: &Briefing, correction: &Correction) -> Result<String, RewriteError> {
    let after = correction.apply(before);
    // The writer ends lines with a line feed alone.
    let windows = text.contains("\r\n") && text.matches('\n').count() == text.matches("\r\n").count();
    let mark = if text.starts_with('\u{feff}') {
        "\u{feff}"
    } else {
        ""
    };
    let plain = text
        .strip_prefix('\u{feff}')
        .unwrap_or(text)
        .replace("\r\n", "\n");
    let source = if windows {
        plain.as_str()
    } else {
        text.strip_prefix('\u{feff}').unwrap_or(text)
    };
    let mut document: DocumentMut = source
        .parse()
        .map_err(|error: toml_edit::TomlError| RewriteError::Toml(CleanText::line(error.message())))?;
    let has = |key: &str| document.contains_key(key);
    let (actors, quotes, timeline) = (has("actors"), has("quotes"), has("timeline"));
    let add_quotes = !quotes && before.quotes.items != after.quotes.items;
    let add_timeline = !timeline && before.timeline.items != after.timeline.items;
    let actors_change = before.actors.items != after.actors.items;
    let add_actors = !actors && (actors_change || add_quotes || add_timeline);
    let known = (actors || add_actors).then(|| Known::new(&after.actors.items));
    let known = known.as_ref();
    let removed = correction.removed();
    if actors && actors_change {
        edit_actors(&mut document, &before.actors.items, &after.actors.items, removed)?;
    }
    if quotes {
        edit_quotes(
            &mut document,
            &before.quotes.items,
            &after.quotes.items,
            (removed, known),
        )?;
    }
    if timeline {
        edit_events(
            &mut document,
            &before.timeline.items,
            &after.timeline.items,
            (removed, known),
        )?;
    }
    // An added section with nothing in it must be there all the same, or it would be extracted.
    for (key, added, empty) in [
        ("quotes", add_quotes, after.quotes.items.is_empty()),
        ("timeline", add_timeline, after.timeline.items.is_empty()),
    ] {
        if added && empty {
            document.insert(key, toml_edit::value(Array::new()));
        }
    }
    let mut made = document.to_string();
    if made.is_empty() {
        made.push_str("format = 1\n");
    }
    if !made.ends_with('\n') {
        made.push('\n');
    }
    made.push_str(&write::sections(&after, add_actors, add_quotes, add_timeline));
    if windows {
        made = made.replace('\n', "\r\n");
    }
    let made = format!("{mark}{made}");
    // Never write what could not be read again.
    read(&made, "it").map_err(|error| RewriteError::Toml(CleanText::line(&error.to_string())))?;
    Ok(made)
}

/// Does `change` to every item of the section `key`, of which the one at `gone` is taken out first. The items must be as
/// many as `count`.
fn edit_items(
    document: &mut DocumentMut,
    key: &str,
    (count, gone): (usize, Option<usize>),
    mut change: impl FnMut(usize, &mut dyn TableLike),
) -> Result<(), RewriteError> {
    let there = match document.get(key) {
        Some(Item::ArrayOfTables(tables)) => tables.len(),
        Some(Item::Value(Value::Array(items))) => items.len(),
        _ => return Err(RewriteError::Changed),
    };
    if there != count || gone.is_some_and(|gone| gone >= count) {
        return Err(RewriteError::Changed);
    }
    let mut comments = String::new();
    let mut emptied = false;
    match document.get_mut(key) {
        Some(Item::ArrayOfTables(tables)) => {
            if let Some(gone) = gone {
                // What a person wrote above the item stays.
                comments = tables.get(gone).map(comments_above).unwrap_or_default();
                tables.remove(gone);
                if let Some(next) = tables.get_mut(gone) {
                    let own = comments_of(next);
                    next.decor_mut()
                        .set_prefix(format!("{}{own}", std::mem::take(&mut comments)));
                }
                emptied = tables.is_empty();
            }
            for (place, table) in tables.iter_mut().enumerate() {
                change(place, table);
            }
        }
        Some(Item::Value(Value::Array(items))) => {
            if let Some(gone) = gone {
                items.remove(gone);
            }
            for (place, item) in items.iter_mut().enumerate() {
                if let Some(table) = item.as_inline_table_mut() {
                    change(place, table);
                }
            }
        }
        _ => {}
    }
    if emptied {
        document.insert(key, toml_edit::value(Array::new()));
    }
    if !comments.is_empty() {
        let own = document.trailing().as_str().unwrap_or_default().to_owned();
        document.set_trailing(format!("{comments}{own}"));
    }
    Ok(())
}

fn comments_of(table: &Table) -> String {
    let prefix = table.decor().prefix().and_then(|prefix| prefix.as_str());
    prefix.unwrap_or("\n").to_owned()
}

/// What stands above the table, where a person wrote anything there.
fn comments_above(table: &Table) -> String {
    let above = comments_of(table);
    if above.contains('#') { above } else { String::new() }
}

/// Puts `value` at `key`; what a person wrote around the value before stays.
fn set(table: &mut dyn TableLike, key: &str, value: impl Into<Value>) {
    let mut value = value.into();
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *value.decor_mut() = old.decor().clone();
    }
    if let Some(item) = table.get_mut(key) {
        *item = Item::Value(value);
    } else {
        table.insert(key, Item::Value(value));
    }
}

fn place_before(place: usize, gone: Option<usize>) -> usize {
    place + usize::from(gone.is_some_and(|gone| place >= gone))
}

fn edit_actors(
    document: &mut DocumentMut,
    before: &[Actor],
    after: &[Actor],
    removed: Removed,
) -> Result<(), RewriteError> {
    let gone = match removed {
        Removed::Actor(place) => Some(place),
        _ => None,
    };
    edit_items(document, "actors", (before.len(), gone), |place, table| {
        let old = before.get(place_before(place, gone));
        let (Some(old), Some(new)) = (old, after.get(place)) else {
            return;
        };
        if old == new {
            return;
        }
        if old.name != new.name {
            // The id may have been made from the name.
            set(table, "id", new.id.as_str());
            set(table, "name", new.name.as_str());
        }
        match &new.role {
            Some(role) if old.role != new.role => set(table, "role", role.as_str()),
            None => {
                table.remove("role");
            }
            Some(_) => {}
        }
        if old.aliases != new.aliases {
            let aliases: Array = new.aliases.iter().map(CleanText::as_str).collect();
            set(table, "aliases", aliases);
        }
        if new.corrected && !old.corrected {
            set(table, "corrected", true);
        }
    })?;
    let kept = before.len() - usize::from(gone.is_some());
    for actor in after.get(kept..).unwrap_or_default() {
        let made: DocumentMut = write::one_actor(actor)
            .parse()
            .map_err(|error: toml_edit::TomlError| RewriteError::Toml(CleanText::line(error.message())))?;
        let Some(table) = made
            .get("actors")
            .and_then(Item::as_array_of_tables)
            .and_then(|made| made.get(0))
        else {
            continue;
        };
        match document.get_mut("actors") {
            Some(Item::ArrayOfTables(tables)) => {
                let parts = table.iter();
                let mut table: Table = parts.map(|(key, item)| (key.to_owned(), item.clone())).collect();
                table.decor_mut().set_prefix("\n");
                tables.push(table);
            }
            Some(Item::Value(Value::Array(items))) => items.push(table.clone().into_inline_table()),
            _ => return Err(RewriteError::Changed),
        }
    }
    Ok(())
}

fn edit_quotes(
    document: &mut DocumentMut,
    before: &[Quote],
    after: &[Quote],
    (removed, known): (Removed, Option<&Known<'_>>),
) -> Result<(), RewriteError> {
    let gone = match removed {
        Removed::Quote(place) => Some(place),
        _ => None,
    };
    edit_items(document, "quotes", (before.len(), gone), |place, table| {
        let old = before.get(place_before(place, gone));
        let (Some(old), Some(new)) = (old, after.get(place)) else {
            return;
        };
        let written = table.get("speaker").and_then(Item::as_str).map(str::to_owned);
        // The actors of the file may be others now than when the speaker was written.
        let holds = match written.as_deref().map(|written| speaker::resolve(written, known)) {
            Some(Resolved::Speaker(Speaker::Nominal(_))) | None => true,
            Some(Resolved::Speaker(read)) => known.is_none() || read == new.speaker,
            Some(Resolved::NoSuchActor(_)) => false,
        };
        if old.speaker != new.speaker || !holds {
            let value = speaker::value(&new.speaker, known).map(|value| value.to_string());
            let value = value.and_then(|value| value.parse::<Value>().ok());
            set(table, "speaker", value.unwrap_or_else(|| Value::from("unknown")));
        }
        if new.rule == Rule::Corrected && old.rule != Rule::Corrected {
            for key in ["rule", "confidence", "mention"] {
                table.remove(key);
            }
            set(table, "corrected", true);
        }
    })
}

fn edit_events(
    document: &mut DocumentMut,
    before: &[Event],
    after: &[Event],
    (removed, known): (Removed, Option<&Known<'_>>),
) -> Result<(), RewriteError> {
    let gone = match removed {
        Removed::Event(place) => Some(place),
        _ => None,
    };
    edit_items(document, "timeline", (before.len(), gone), |place, table| {
        let old = before.get(place_before(place, gone));
        let (Some(old), Some(new)) = (old, after.get(place)) else {
            return;
        };
        if old.date != new.date {
            set(table, "date", new.date.as_str());
        }
        let holds = |written: &Value| match written.as_str().map(|written| speaker::resolve(written, known)) {
            Some(Resolved::Speaker(Speaker::Actor(id))) => new.actors.contains(&id),
            _ => false,
        };
        let listed = table.get("actors").and_then(Item::as_array);
        let stale = listed.is_some_and(|listed| !listed.iter().all(holds));
        if listed.is_some() && (old.actors != new.actors || (known.is_some() && stale)) {
            let ids: Array = new.actors.iter().map(crate::briefing::ActorId::as_str).collect();
            set(table, "actors", ids);
        }
        if new.corrected && !old.corrected {
            set(table, "corrected", true);
        }
    })
}
