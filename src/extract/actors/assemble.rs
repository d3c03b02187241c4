//! From linked names to the [`Cast`].

use std::collections::HashMap;

use crate::briefing::{Actor, ActorId, ActorKind, Article, CleanText};
use crate::extract::actors::link::Entity;
use crate::extract::actors::names::{KNOWN, Name};
use crate::extract::actors::{Cast, Gender, Member, Mention, gender, prominence, roles, sources};
use crate::extract::lexicon::category;
use crate::extract::text::Text;

/// The actors in order of their first mention, with everything the article calls them.
pub(super) fn assemble(
    text: &Text<'_>,
    article: &Article,
    names: &[Name],
    entities: &[Entity],
    owners: &[Option<usize>],
    odds: &[f32],
) -> Cast {
    let mut cast = Cast::default();
    let mut ids = HashMap::new();
    let mut members: Vec<Option<usize>> = vec![None; entities.len()];
    for (name, owner) in names.iter().zip(owners) {
        let Some((owner, entity)) = owner.and_then(|owner| Some((owner, entities.get(owner)?))) else {
            continue;
        };
        let index = members.get(owner).copied().flatten().unwrap_or_else(|| {
            let odds = odds.get(owner).copied().unwrap_or_default();
            cast.members.push(member(text, entity, odds, &mut ids));
            cast.members.len() - 1
        });
        if let Some(slot) = members.get_mut(owner) {
            *slot = Some(index);
        }
        let span = text.span(name.tokens);
        cast.mentions.push(Mention {
            span,
            tokens: name.tokens,
            member: index,
        });
        if let Some(member) = cast.members.get_mut(index) {
            member.cited += u32::from(sources::is_source(text, name, &member.actor));
            add_mention(text, name, member);
        }
    }
    for member in &mut cast.members {
        let mentions = member.actor.mentions.len();
        member.actor.source = member.cited as usize * 2 > mentions || sources::brings(article, &member.actor);
        if is_unsure(text, &member.actor) {
            member.prominence /= 2;
        }
        member.prominence = weighed(member.prominence, member.odds);
    }
    gender::by_pronouns(text, &mut cast);
    cast
}

fn member(text: &Text<'_>, entity: &Entity, odds: f32, ids: &mut HashMap<ActorId, usize>) -> Member {
    let name = CleanText::line(text.words(entity.fullest));
    let reports = text.lexicon.lists(&name, category::NEWS_OUTLET);
    let id = unique(ActorId::from_name(&name), ids);
    Member {
        actor: Actor {
            id,
            name,
            kind: entity.evidence.kind(),
            role: None,
            role_span: None,
            source: false,
            corrected: false,
            aliases: Vec::new(),
            mentions: Vec::new(),
        },
        gender: entity.gender,
        prominence: 0,
        cited: 0,
        odds,
        reports,
    }
}

fn add_mention(text: &Text<'_>, name: &Name, member: &mut Member) {
    let actor = &mut member.actor;
    member.prominence += prominence::of_mention(text, name, actor.kind, actor.mentions.len());
    let words = text.words(name.tokens);
    let listed = words == actor.name.as_str() || actor.aliases.iter().any(|alias| alias.as_str() == words);
    if !listed && actor.aliases.len() < ALIASES {
        let alias = CleanText::line(words);
        if alias != actor.name && !actor.aliases.contains(&alias) {
            actor.aliases.push(alias);
        }
    }
    actor.mentions.push(text.span(name.tokens));
    if actor.role.is_none()
        && actor.kind == ActorKind::Person
        && let Some(role) = roles::role(text, name)
    {
        let span = text.span(role);
        actor.role = Some(CleanText::line(span.of(text.source)));
        actor.role_span = Some(span);
        if member.gender == Gender::Unknown {
            member.gender = gender::of_words(text, role);
        }
    }
}

/// What is left of `prominence` where it is `odds` to be an actor's.
fn weighed(prominence: u32, odds: f32) -> u32 {
    let share = STEPS.iter().filter(|step| odds > **step).count();
    prominence * u32::try_from(share + 1).unwrap_or(1) / u32::try_from(STEPS.len() + 1).unwrap_or(1)
}

/// Whether nothing but a capital speaks for it: a single word, of which nothing else is known.
fn is_unsure(text: &Text<'_>, actor: &Actor) -> bool {
    actor.kind == ActorKind::Organisation
        && actor.aliases.is_empty()
        && !actor.name.contains(' ')
        && !text.lexicon.lists(&actor.name, KNOWN)
}

/// Log-odds of being an actor, each of which passed leaves a part more of its prominence.
const STEPS: [f32; 6] = [0.0, 0.7, 1.4, 2.1, 2.8, 3.5];

/// Forms of one name kept at most.
const ALIASES: usize = 16;

/// `base`, numbered where it is taken. `taken` remembers the last number of each, so that many of one name cost no search.
fn unique(base: ActorId, taken: &mut HashMap<ActorId, usize>) -> ActorId {
    let Some(mut number) = taken.get(&base).copied() else {
        taken.insert(base.clone(), 1);
        return base;
    };
    let id = loop {
        number += 1;
        let id = base.numbered(number);
        if !taken.contains_key(&id) {
            break id;
        }
    };
    taken.insert(base, number);
    taken.insert(id.clone(), 1);
    id
}
