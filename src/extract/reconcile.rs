//! Brings together what a person wrote and what was extracted, so that both speak of the same actors.
//!
//! A person may write any section and leave out the others. Written quotes may then name actors by an alias, and
//! extracted quotes and events may stand beside written actors whose slugs differ.

use std::collections::{HashMap, HashSet};

use crate::briefing::{Actor, ActorId, ActorKind, Briefing, CleanText, Origin, Speaker};

/// Makes every speaker and every actor of an event one of the briefing's actors, where they are the same by name.
pub(super) fn reconcile(briefing: &mut Briefing, drafted: &[Actor]) {
    let by_name = names(&briefing.actors.items);
    let drafted: HashMap<&ActorId, &Actor> = drafted.iter().map(|actor| (&actor.id, actor)).collect();
    let ids: HashSet<&ActorId> = briefing.actors.items.iter().map(|actor| &actor.id).collect();
    let known = |id: &ActorId| ids.contains(id);
    for quote in &mut briefing.quotes.items {
        match &quote.speaker {
            Speaker::Actor(id) if known(id) => {}
            Speaker::Actor(id) => {
                let named = by_name.get(id).cloned();
                let draft = drafted.get(id).copied();
                quote.speaker = match named.or_else(|| draft.and_then(|actor| same_actor(actor, &by_name))) {
                    Some(id) => Speaker::Actor(id),
                    // Nobody of that name among the actors: the name is kept, so that nothing a person wrote is lost.
                    None => {
                        Speaker::Nominal(draft.map_or_else(|| spelled_out(id), |actor| actor.name.clone()))
                    }
                };
            }
            Speaker::Nominal(words) => {
                if let Some(id) = by_name.get(&ActorId::from_name(words)) {
                    quote.speaker = Speaker::Actor(id.clone());
                }
            }
            Speaker::Unknown => {}
        }
    }
    if briefing.actors.origin == Origin::Written {
        for event in &mut briefing.timeline.items {
            let resolve = |id: ActorId| {
                if known(&id) {
                    return Some(id);
                }
                drafted.get(&id).and_then(|actor| same_actor(actor, &by_name))
            };
            event.actors = std::mem::take(&mut event.actors)
                .into_iter()
                .filter_map(resolve)
                .collect();
        }
    }
}

/// Every name, alias and surname, as a slug, and whose it is; what two actors share is nobody's.
fn names(actors: &[Actor]) -> HashMap<ActorId, ActorId> {
    let mut names: HashMap<ActorId, Option<ActorId>> = HashMap::new();
    for actor in actors {
        let surname = actor
            .name
            .split(' ')
            .next_back()
            .filter(|_| actor.kind == ActorKind::Person);
        let forms = std::iter::once(&actor.name)
            .chain(&actor.aliases)
            .map(CleanText::as_str);
        for name in forms.chain(surname) {
            names
                .entry(ActorId::from_name(name))
                .and_modify(|owner| *owner = owner.take().filter(|owner| *owner == actor.id))
                .or_insert_with(|| Some(actor.id.clone()));
        }
    }
    names
        .into_iter()
        .filter_map(|(name, owner)| owner.map(|owner| (name, owner)))
        .collect()
}

/// The written actor that goes by the name, or else an alias, of a drafted one.
fn same_actor(drafted: &Actor, by_name: &HashMap<ActorId, ActorId>) -> Option<ActorId> {
    std::iter::once(&drafted.name)
        .chain(&drafted.aliases)
        .find_map(|name| by_name.get(&ActorId::from_name(name)).cloned())
}

/// `mark-rutte` as a name: "Mark Rutte".
fn spelled_out(id: &ActorId) -> CleanText {
    let words = id.as_str().split('-').map(|word| {
        let mut characters = word.chars();
        let first = characters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(characters).collect::<String>()
    });
    CleanText::line(&words.collect::<Vec<_>>().join(" "))
}
