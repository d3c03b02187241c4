//! State → the screen.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::Kind;
use super::paint::{put, put_fitting, put_right};
use super::pane::Pane;
use super::state::State;
use super::theme::Role;
use super::{hints, overlays, panes};

/// Draws the whole screen. It fits the state to the frame's size where a
/// [`Resize`](super::update::Message::Resize) has not arrived yet, and changes nothing else.
pub fn draw(frame: &mut Frame<'_>, state: &mut State) {
    let area = frame.area();
    state.fit(area.as_size());
    let buffer = frame.buffer_mut();
    if state.layout.kind == Kind::TooSmall {
        return render_too_small(buffer, area, state);
    }
    match state.layout.kind {
        Kind::Single => render_tabs(buffer, state.layout.header, state),
        _ => render_header(buffer, state.layout.header, state),
    }
    for pane in Pane::ALL {
        if let Some(slot) = *state.layout.slots.get(pane) {
            panes::render(buffer, pane, slot, state);
        }
    }
    hints::render(buffer, state.layout.footer, state);
    overlays::render(buffer, state);
}

fn render_too_small(buffer: &mut Buffer, area: Rect, state: &State) {
    let words = if area.width >= 16 {
        "window too small"
    } else {
        "too small"
    };
    put(buffer, 0, 0, area.width, words, state.theme.style(Role::Text));
}

/// The article's title, and where it comes from.
fn render_header(buffer: &mut Buffer, area: Rect, state: &State) {
    let right = area.right().saturating_sub(1);
    let header = state.theme.style(Role::Header);
    let Some(desk) = &state.desk else {
        put(buffer, area.x + 1, area.y, area.width, "briefing", header);
        return;
    };
    let article = &desk.briefing.article;
    let file = article.file_name().to_string();
    let origin = match article.published.map(|published| published.to_string()) {
        // A narrow screen has no room for both beside the title.
        Some(date) if area.width < 100 => date,
        Some(date) => format!("{file} · {date}"),
        None => file,
    };
    let dim = state.theme.style(Role::Dim);
    let end = put_right(buffer, right, area.y, area.width / 2, &origin, dim);
    let room = end.saturating_sub(area.x + 3);
    put_fitting(buffer, area.x + 1, area.y, room, &article.display_title(), header);
}

/// The panes as tabs, where one is shown at a time.
fn render_tabs(buffer: &mut Buffer, area: Rect, state: &State) {
    let dim = state.theme.style(Role::Dim);
    let focused = state.theme.style(Role::TitleFocused);
    let at = panes::tabs::render(
        buffer,
        (area.x, area.y),
        area.width,
        &Pane::ALL,
        (state.focus, focused),
        state,
    );
    let note = panes::note(state.focus, state);
    let right = area.right().saturating_sub(1);
    let room = right.saturating_sub(at + 1);
    put_right(buffer, right, area.y, room, &note, dim);
}
