//! Who is involved, and how many words of each are quoted.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::briefing::{Actor, ActorKind, Span};
use crate::reader::desk::Desk;
use crate::reader::paint::{put, put_marked, put_right};
use crate::reader::pane::Pane;
use crate::reader::search::Field;
use crate::reader::state::State;
use crate::reader::theme::Role;
use crate::reader::wrap::{columns, fitting};

use super::underlay;

/// What the bars mean, in the title.
pub const LEGEND: &str = "words quoted";

/// A bar's cells, from an eighth full to full.
const EIGHTHS: [&str; 8] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];

/// What the title says.
pub fn note(desk: &Desk) -> String {
    match desk.briefing.actors.items.len() {
        0 => String::new(),
        count => format!("{count} named"),
    }
}

/// Columns of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Columns {
    name: u16,
    role: u16,
    bar: u16,
    count: u16,
}

impl Columns {
    /// Divides `width`: the bar and the count first, then the name, and the role if there is room for a word of it.
    fn of(desk: &Desk, width: u16) -> Self {
        let wide = |text: &str| u16::try_from(columns(text)).unwrap_or(u16::MAX);
        let most = desk.most_words();
        let count = if most == 0 { 0 } else { wide(&most.to_string()) };
        let bar = if most == 0 { 0 } else { (width / 8).clamp(4, 20) };
        let spoken = if most == 0 { 0 } else { bar + count + 2 };
        let rest = width.saturating_sub(spoken);
        let longest = desk
            .briefing
            .actors
            .items
            .iter()
            .map(|actor| wide(&actor.name))
            .max();
        let name = longest.unwrap_or(0).min((rest * 2 / 3).max(12)).min(rest);
        let role = rest.saturating_sub(name + 2);
        if role < 7 {
            Self {
                name: rest,
                role: 0,
                bar,
                count,
            }
        } else {
            Self {
                name,
                role,
                bar,
                count,
            }
        }
    }
}

/// Draws the actors.
pub fn render(buffer: &mut Buffer, area: Rect, state: &State) {
    let Some(desk) = &state.desk else { return };
    let columns = Columns::of(desk, area.width.saturating_sub(2));
    for (row, line) in state.lists.get(Pane::Actors).visible() {
        if let Some(actor) = desk.briefing.actors.items.get(line.item) {
            let y = area.y + row;
            underlay(buffer, area, y, state, Pane::Actors, line.item);
            render_actor(buffer, (area.x + 1, y), columns, state, desk, (line.item, actor));
        }
    }
}

fn render_actor(
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    columns: Columns,
    state: &State,
    desk: &Desk,
    (item, actor): (usize, &Actor),
) {
    let theme = &state.theme;
    let dim = theme.style(Role::Dim);
    let name = theme.style(match actor.kind {
        ActorKind::Person => Role::Person,
        ActorKind::Organisation => Role::Organisation,
        ActorKind::Place => Role::Place,
        ActorKind::Group => Role::Group,
    });
    if actor.corrected {
        put(buffer, x + columns.name, y, 1, "✎", theme.style(Role::Medium));
    }
    let marks = |field, words: &str| {
        let seen = Span::new(0, words.len());
        state.search_marks(Pane::Actors, item, field, seen)
    };
    put_cell(buffer, (x, y), columns.name, &actor.name, |buffer, words| {
        let marks = marks(Field::Name, words);
        put_marked(buffer, (x, y), columns.name, words, 0, name, &marks)
    });
    if columns.role > 0 {
        let at = x + columns.name + 2;
        // A colour alone would not tell what kind it is.
        let role = match (&actor.role, actor.kind) {
            (Some(role), _) => role.as_str(),
            (None, _) if actor.source => "source",
            (None, ActorKind::Person) => "",
            (None, ActorKind::Organisation) if columns.role < 12 => "org.",
            (None, kind) => kind.as_str(),
        };
        put_cell(buffer, (at, y), columns.role, role, |buffer, words| {
            // What kind it is stands in the place of a role that is not there, and is not searched.
            let marks = marks(Field::Role, words);
            put_marked(buffer, (at, y), columns.role, words, 0, dim, &marks)
        });
    }
    if columns.bar > 0 {
        let words = desk.words_of_actor(item);
        let at = x + columns.name + columns.role + if columns.role > 0 { 2 } else { 0 };
        let right = at + columns.bar + columns.count + 2;
        render_bar(
            buffer,
            (at + 1, y),
            columns.bar,
            (words, desk.most_words()),
            state,
        );
        let count = if words == 0 {
            "–".to_owned()
        } else {
            words.to_string()
        };
        put_right(buffer, right, y, columns.count.max(1), &count, dim);
    }
}

/// Writes what fits with `write`, and an ellipsis after it where something was cut.
fn put_cell(
    buffer: &mut Buffer,
    (_, y): (u16, u16),
    width: u16,
    text: &str,
    write: impl FnOnce(&mut Buffer, &str) -> u16,
) {
    let (words, cut) = fitting(text, usize::from(width));
    let end = write(buffer, words);
    if cut {
        let style = buffer
            .cell((end.saturating_sub(1), y))
            .map(ratatui::buffer::Cell::style);
        put(buffer, end, y, 1, "…", style.unwrap_or_default());
    }
}

fn render_bar(
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    width: u16,
    (part, of): (usize, usize),
    state: &State,
) {
    let style = state.theme.style(Role::Bar);
    let eighths = (part * usize::from(width) * 8).div_ceil(of.max(1));
    for cell in 0..width {
        let filled = eighths.saturating_sub(usize::from(cell) * 8).min(8);
        if let Some(glyph) = filled.checked_sub(1).and_then(|index| EIGHTHS.get(index)) {
            put(buffer, x + cell, y, 1, glyph, style);
        }
    }
}
