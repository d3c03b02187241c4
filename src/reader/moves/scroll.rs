//! Within a pane: lines, pages, ends, and the mouse.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use crate::reader::pane::Pane;
use crate::reader::panes;
use crate::reader::state::State;

/// How far one notch of the mouse's wheel goes.
const NOTCH: isize = 3;

/// Moves by `count` rows of the article, or items of a list.
pub fn by_lines(state: &mut State, count: isize) {
    match state.focus {
        Pane::Article => state.article.scroll(count),
        pane => {
            let selected = state.lists.get(pane).selected.saturating_add_signed(count);
            select(state, pane, selected);
        }
    }
}

/// Moves by a page, or by a part of one, `direction` 1 being down.
pub fn by_pages(state: &mut State, direction: isize, part: usize) {
    let page = match state.focus {
        // A row of the page before stays for the eye to hold on to.
        Pane::Article => state.article.height.saturating_sub(1),
        pane => state.lists.get(pane).page(),
    };
    let count = isize::try_from((page / part).max(1)).unwrap_or(isize::MAX);
    by_lines(state, direction * count);
}

/// Moves to the first or last.
pub fn to_end(state: &mut State, bottom: bool) {
    by_lines(state, if bottom { isize::MAX } else { isize::MIN + 1 });
}

/// Selects an item of a list, or the last one, and marks it in the article.
fn select(state: &mut State, pane: Pane, item: usize) {
    let last = state.items(pane).saturating_sub(1);
    state.lists.get_mut(pane).select(item.min(last));
    state.mark_selected(pane);
}

/// The wheel scrolls the pane under the pointer; a click gives it the focus and selects what is there.
pub fn mouse(state: &mut State, event: MouseEvent) {
    if state.overlay.is_some() {
        return;
    }
    let at = Position::new(event.column, event.row);
    let under = |pane: &Pane| (*state.layout.slots.get(*pane)).filter(|slot| slot.area.contains(at));
    let Some((pane, slot)) = Pane::ALL.iter().find_map(|pane| Some((*pane, under(pane)?))) else {
        return;
    };
    match event.kind {
        MouseEventKind::ScrollDown => wheel(state, pane, NOTCH),
        MouseEventKind::ScrollUp => wheel(state, pane, -NOTCH),
        MouseEventKind::Down(MouseButton::Left) => {
            state.focus_on(pane);
            let area = panes::list_area(state, pane, slot);
            let list = state.lists.get(pane);
            if area.contains(at) && pane != Pane::Article {
                let line = list.sheet.line(list.top + usize::from(at.y - area.y)).copied();
                if let Some(line) = line {
                    select(state, pane, line.item);
                    if pane == Pane::Timeline && state.is_at_earlier() {
                        super::toggle_earlier(state);
                    }
                }
            }
        }
        _ => {}
    }
}

fn wheel(state: &mut State, pane: Pane, lines: isize) {
    if pane == Pane::Article {
        state.article.scroll(lines);
    } else {
        state.lists.get_mut(pane).scroll(lines);
    }
}
