//! `[[actors]]` of a briefing file.

use std::collections::HashMap;

use ::toml::de::DeTable;

use crate::briefing::toml::sections::{choice, flag, strings, table};
use crate::briefing::toml::source::{Source, Value};
use crate::briefing::{Actor, ActorId, ActorKind, CleanText};

const ACTOR: &[&str] = &["id", "name", "kind", "role", "aliases", "source", "corrected"];

/// A name or an id of more letters is none: each quote and each event repeats it.
const LONGEST: usize = 1000;

/// Reads `[[actors]]`.
pub(super) fn actors(source: &mut Source<'_>, items: &[Value<'_>]) -> Vec<Actor> {
    let mut actors: Vec<Actor> = Vec::with_capacity(items.len());
    let mut ids = Ids::default();
    for item in items {
        let Some(table) = table(source, item, "actors", ACTOR) else {
            continue;
        };
        let Some(name) = source.required(item, table, "name") else {
            continue;
        };
        if is_too_long(source, table, "name", &name) {
            continue;
        }
        let Some(id) = actor_id(source, table, &name, &mut ids) else {
            continue;
        };
        actors.push(Actor {
            id,
            kind: choice(source, table, "kind", &ActorKind::ALL, ActorKind::as_str)
                .unwrap_or(ActorKind::Person),
            role: source.line(table, "role"),
            role_span: None,
            aliases: strings(source, table, "aliases")
                .into_iter()
                .map(|(alias, _)| alias)
                .collect(),
            mentions: Vec::new(),
            source: flag(source, table, "source"),
            corrected: flag(source, table, "corrected"),
            name,
        });
    }
    actors
}

/// Whether what is `written` at `key` is so long that it cannot be right, which is noted.
fn is_too_long(source: &mut Source<'_>, table: &DeTable<'_>, key: &str, written: &CleanText) -> bool {
    let too_long = written.chars().nth(LONGEST).is_some();
    if too_long {
        let place = table.get(key).map(::toml::Spanned::span).unwrap_or_default();
        let help = format!("it has {LONGEST} letters at most");
        source.fault(&place, &format!("this `{key}` is too long"), Some(help));
    }
    too_long
}

/// The ids that are taken, each with the last number that was given to another actor of its name, so that many of one
/// name cost no search.
#[derive(Default)]
struct Ids(HashMap<ActorId, usize>);

impl Ids {
    /// Takes `id`; tells whether it was free.
    fn take(&mut self, id: &ActorId) -> bool {
        let free = !self.0.contains_key(id);
        if free {
            self.0.insert(id.clone(), 1);
        }
        free
    }

    /// Takes `base`, or the first number of it that is free.
    fn numbered(&mut self, base: ActorId) -> ActorId {
        if self.take(&base) {
            return base;
        }
        let mut number = self.0.get(&base).copied().unwrap_or(1);
        let id = loop {
            number += 1;
            let id = base.numbered(number);
            if self.take(&id) {
                break id;
            }
        };
        self.0.insert(base, number);
        id
    }
}

/// The id as written, else one made from the name.
fn actor_id(source: &mut Source<'_>, table: &DeTable<'_>, name: &str, ids: &mut Ids) -> Option<ActorId> {
    let from_name = ActorId::from_name(name);
    let Some(written) = source.line(table, "id") else {
        return Some(ids.numbered(from_name));
    };
    if is_too_long(source, table, "id", &written) {
        return None;
    }
    let place = table.get("id").map(::toml::Spanned::span).unwrap_or_default();
    let Some(id) = ActorId::parse(&written) else {
        let help = format!("an id has lower-case letters, digits and hyphens, such as `{from_name}`");
        source.fault(&place, &format!("`{written}` is no id"), Some(help));
        return None;
    };
    if !ids.take(&id) {
        let help = "give each actor an id of its own".to_owned();
        source.fault(&place, &format!("two actors have the id `{id}`"), Some(help));
        return None;
    }
    Some(id)
}
