//! What happened, in a few sentences.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::briefing::Origin;
use crate::reader::desk::Desk;
use crate::reader::list::{Kind, Sheet};
use crate::reader::paint::{put, put_marked};
use crate::reader::pane::Pane;
use crate::reader::search::Field;
use crate::reader::state::State;
use crate::reader::theme::Role;
use crate::reader::wrap::{Rows, shown};

use super::underlay;

/// Columns of the bullet and the space after it.
const BULLET: u16 = 2;

/// What the title says: where no words are understood, the summary is how the article opens.
pub fn note(desk: &Desk) -> String {
    let briefing = &desk.briefing;
    if briefing.article.is_read() || briefing.summary.origin == Origin::Written {
        String::new()
    } else {
        "how the article opens".to_owned()
    }
}

/// Breaks the points into lines.
pub fn sheet(desk: &Desk, width: u16) -> Sheet {
    let mut sheet = Sheet::default();
    for point in &desk.briefing.summary.items {
        sheet.start_item();
        let rows = Rows::new(&point.text, width.saturating_sub(BULLET));
        for (index, row) in rows.iter().enumerate() {
            let kind = if index == 0 { Kind::First } else { Kind::More };
            sheet.push(kind, row, index + 1 == rows.len());
        }
    }
    sheet
}

/// Draws the points.
pub fn render(buffer: &mut Buffer, area: Rect, state: &State) {
    let Some(desk) = &state.desk else { return };
    let text = state.theme.style(Role::Text);
    for (row, line) in state.lists.get(Pane::Summary).visible() {
        let Some(point) = desk.briefing.summary.items.get(line.item) else {
            continue;
        };
        let y = area.y + row;
        underlay(buffer, area, y, state, Pane::Summary, line.item);
        if line.kind == Kind::First {
            put(buffer, area.x + 1, y, 1, "•", state.theme.style(Role::Dim));
        }
        let marks = state.search_marks(Pane::Summary, line.item, Field::Text);
        let x = area.x + 1 + BULLET;
        let width = area.width.saturating_sub(2 + BULLET);
        let words = shown(&point.text, line.span);
        put_marked(buffer, (x, y), width, words, line.span.start(), text, &marks);
    }
}
