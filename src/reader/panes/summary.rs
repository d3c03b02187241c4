//! What happened: the gist, then a few sentences more.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::briefing::{Origin, Point, Span};
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
    for (item, point) in desk.briefing.summary.items.iter().enumerate() {
        sheet.start_item();
        let rows = Rows::new(&point.text, width.saturating_sub(indent(point)));
        for (index, row) in rows.iter().enumerate() {
            let kind = if index == 0 { Kind::First } else { Kind::More };
            sheet.push(kind, row, index + 1 == rows.len());
        }
        if point.gist && item + 1 < desk.briefing.summary.items.len() {
            sheet.push(Kind::Blank, Span::default(), false);
        }
    }
    sheet
}

/// Columns before the words: the gist has no bullet.
fn indent(point: &Point) -> u16 {
    if point.gist { 0 } else { BULLET }
}

/// Draws the points.
pub fn render(buffer: &mut Buffer, area: Rect, state: &State) {
    let Some(desk) = &state.desk else { return };
    let (text, gist) = (state.theme.style(Role::Text), state.theme.style(Role::Gist));
    for (row, line) in state.lists.get(Pane::Summary).visible() {
        let Some(point) = desk.briefing.summary.items.get(line.item) else {
            continue;
        };
        if line.kind == Kind::Blank {
            continue;
        }
        let y = area.y + row;
        underlay(buffer, area, y, state, Pane::Summary, line.item);
        if line.kind == Kind::First && !point.gist {
            put(buffer, area.x + 1, y, 1, "•", state.theme.style(Role::Dim));
        }
        let marks = state.search_marks(Pane::Summary, line.item, Field::Text, line.span);
        let x = area.x + 1 + indent(point);
        let width = area.width.saturating_sub(2 + indent(point));
        let words = shown(&point.text, line.span);
        let style = if point.gist { gist } else { text };
        put_marked(buffer, (x, y), width, words, line.span.start(), style, &marks);
    }
}
