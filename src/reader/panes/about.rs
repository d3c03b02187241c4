//! What is known of the selected actor, at the foot of the actors: the whole name and role, which its line may cut, and
//! what else the article calls them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::briefing::{Actor, ActorKind};
use crate::reader::paint::put;
use crate::reader::pane::Pane;
use crate::reader::state::State;
use crate::reader::theme::Role;
use crate::reader::wrap::{Rows, shown};

/// Rows of a pane that this leaves to the list, at least.
const LIST: u16 = 4;
/// Rows that it takes at most.
const MOST: u16 = 3;

/// The actor that it is said of, while the actors are looked at.
fn selected(state: &State) -> Option<&Actor> {
    let looked_at = state.focus == Pane::Actors || state.marks(Pane::Actors);
    let actors = &state.desk.as_ref()?.briefing.actors.items;
    actors
        .get(state.lists.get(Pane::Actors).selected)
        .filter(|_| looked_at)
}

fn words(actor: &Actor) -> String {
    let mut words = actor.name.to_string();
    match (&actor.role, actor.kind) {
        (Some(role), _) => words.extend([", ", role.as_str()]),
        (None, ActorKind::Person) => {}
        (None, kind) => words.extend([", ", kind.as_str()]),
    }
    for (index, alias) in actor.aliases.iter().enumerate() {
        words.push_str(if index == 0 { "; also " } else { ", " });
        words.push_str(alias);
    }
    match actor.mentions.len() {
        0 => words,
        1 => format!("{words}; named once"),
        many => format!("{words}; named {many} times"),
    }
}

/// How many rows it takes in `area`.
pub fn height(state: &State, area: Rect) -> u16 {
    let Some(actor) = selected(state) else { return 0 };
    let rows = Rows::new(&words(actor), area.width.saturating_sub(2)).len();
    u16::try_from(rows)
        .unwrap_or(MOST)
        .min(MOST)
        .min(area.height.saturating_sub(LIST))
}

/// Says it at the foot of `area`, from the row `top` on.
pub fn render(buffer: &mut Buffer, area: Rect, top: u16, state: &State) {
    let Some(actor) = selected(state) else { return };
    let words = words(actor);
    let width = area.width.saturating_sub(2);
    let rows = Rows::new(&words, width);
    let dim = state.theme.style(Role::Dim);
    let last = usize::from(area.bottom().saturating_sub(top));
    for ((index, row), y) in rows.iter().enumerate().zip(top..area.bottom()) {
        let end = put(buffer, area.x + 1, y, width, shown(&words, row), dim);
        if index + 1 == last && rows.len() > last {
            put(buffer, end.min(area.x + width), y, 1, "…", dim);
        }
    }
}
