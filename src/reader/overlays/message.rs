//! Something that is longer than the last line.

use ratatui::buffer::Buffer;

use crate::briefing::CleanText;
use crate::reader::paint::{Scroll, put};
use crate::reader::state::State;
use crate::reader::theme::Role;
use crate::reader::wrap::{Rows, shown};

use super::{area, inner, panel};

/// Draws `text` in a box.
pub fn render(buffer: &mut Buffer, state: &State, text: &CleanText) {
    let width = 72.min(state.size.width.saturating_sub(4)).max(1);
    let rows = Rows::new(text, width);
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let area = area(state.size, width.saturating_add(4), height.saturating_add(2));
    panel(buffer, area, "Any key closes this", Scroll::default(), state);
    let inner = inner(area);
    for (row, y) in rows.iter().zip(inner.top()..inner.bottom()) {
        let room = inner.width.saturating_sub(1);
        put(
            buffer,
            inner.x + 1,
            y,
            room,
            shown(text, row),
            state.theme.style(Role::Text),
        );
    }
}
