//! One file a pane: how its list is broken into lines, and how it is drawn. Drawing changes nothing.

pub mod about;
pub mod actors;
pub mod article;
pub mod library;
pub mod quotes;
pub mod summary;
pub mod tabs;
pub mod timeline;
pub mod why;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::briefing::Origin;

use super::layout::Slot;
use super::paint::{self, Look, Scroll, put, put_fresh};
use super::pane::Pane;
use super::state::State;
use super::theme::Role;
use super::wrap::{columns, fitting};

/// Draws `pane` into its slot.
pub fn render(buffer: &mut Buffer, pane: Pane, slot: Slot, state: &State) {
    let focused = state.focus == pane && state.overlay.is_none();
    if slot.framed {
        render_frame(buffer, pane, slot, state, focused);
    }
    let area = list_area(state, pane, slot);
    if why::host(state) == Some(pane) {
        why::render(buffer, slot.inner(), area.bottom(), slot.framed, state);
    }
    if pane == Pane::Actors {
        about::render(buffer, slot.inner(), area.bottom(), state);
    }
    if let Some(words) = empty(pane, state) {
        let style = state.theme.style(Role::Dim);
        let width = area.width.saturating_sub(2);
        let rows = super::wrap::Rows::new(&words, width);
        for (row, y) in rows.iter().zip(area.top()..area.bottom()) {
            put(
                buffer,
                area.x + 1,
                y,
                width,
                super::wrap::shown(&words, row),
                style,
            );
        }
        return;
    }
    match pane {
        Pane::Summary => summary::render(buffer, area, state),
        Pane::Actors => actors::render(buffer, area, state),
        Pane::Timeline => timeline::render(buffer, slot.inner(), area, state),
        Pane::Quotes => quotes::render(buffer, area, state),
        Pane::Article => article::render(buffer, area, state),
        Pane::Library => library::render(buffer, area, state),
    }
}

/// Where the lines of `pane` stand: within the frame, without what stays in place above and below them.
pub fn list_area(state: &State, pane: Pane, slot: Slot) -> Rect {
    let mut area = slot.inner();
    if pane == Pane::Timeline && area.height > 4 && timeline::has_strip(state) {
        area.y += 1;
        area.height -= 1;
    }
    if pane == Pane::Actors {
        area.height = area.height.saturating_sub(about::height(state, area));
    }
    if why::host(state) == Some(pane) {
        area.height = area.height.saturating_sub(why::height(state, area));
    }
    area
}

fn render_frame(buffer: &mut Buffer, pane: Pane, slot: Slot, state: &State, focused: bool) {
    let theme = &state.theme;
    let line = theme.style(if focused {
        Role::BorderFocused
    } else {
        Role::Border
    });
    let look = Look {
        line,
        thumb: theme.style(if focused { Role::BorderFocused } else { Role::Title }),
    };
    paint::frame(buffer, slot.area, look, scroll(pane, state));
    let Rect { x, y, width, .. } = slot.area;
    let end = x + width.saturating_sub(2);
    let shown = |tab: &Pane| *tab == pane || (slot.tabbed && tab_shown(*tab, state));
    let tabs: Vec<Pane> = Pane::ALL.into_iter().filter(shown).collect();
    let title = theme.style(if focused { Role::TitleFocused } else { Role::Title });
    let mut at = tabs::render(buffer, (x + 1, y), end - x - 1, &tabs, (pane, title), state);
    let note = note(pane, state);
    if !note.is_empty() && at + 6 < end {
        let dim = theme.style(Role::Dim);
        at = put_fresh(buffer, at, y, 2, "─ ", line);
        let (words, cut) = fitting(&note, usize::from(end.saturating_sub(at + 1)));
        let words = format!("{words}{}", if cut { "… " } else { " " });
        at = put_fresh(buffer, at, y, end.saturating_sub(at), &words, dim);
    }
    let legend = format!(" {} ", actors::LEGEND);
    let wide = u16::try_from(columns(&legend)).unwrap_or(u16::MAX);
    if pane == Pane::Actors && end.saturating_sub(at) > wide {
        put_fresh(buffer, end - wide, y, wide, &legend, theme.style(Role::Dim));
    }
}

/// Whether `pane` is among the tabs of a title: the panes that have no place of their own.
fn tab_shown(pane: Pane, state: &State) -> bool {
    state.zoomed || state.layout.slots.get(pane).is_none_or(|slot| slot.tabbed)
}

fn scroll(pane: Pane, state: &State) -> Scroll {
    match pane {
        Pane::Article => state.article.scroll_position(),
        _ => state.lists.get(pane).scroll_position(),
    }
}

/// What a title says besides the name: counts, where one is, whether a person wrote it.
pub fn note(pane: Pane, state: &State) -> String {
    let Some(desk) = &state.desk else {
        return if pane == Pane::Library {
            library::note(state)
        } else {
            String::new()
        };
    };
    let briefing = &desk.briefing;
    let (counts, origin) = match pane {
        Pane::Summary => (summary::note(desk), briefing.summary.origin),
        Pane::Actors => (actors::note(desk), briefing.actors.origin),
        Pane::Timeline => (timeline::note(desk), briefing.timeline.origin),
        Pane::Quotes => (quotes::note(desk), briefing.quotes.origin),
        Pane::Article => (article::note(state), Origin::Extracted),
        Pane::Library => (library::note(state), Origin::Extracted),
    };
    match (counts.is_empty(), origin) {
        (_, Origin::Extracted) => counts,
        (true, Origin::Written) => "by hand".to_owned(),
        (false, Origin::Written) => format!("{counts}, by hand"),
    }
}

/// What an empty pane says.
fn empty(pane: Pane, state: &State) -> Option<String> {
    if pane == Pane::Library {
        let words = if state.shelf.listed {
            "No articles here."
        } else {
            "Looking for articles …"
        };
        return (library::len(&state.shelf) == 0).then(|| words.to_owned());
    }
    let Some(desk) = &state.desk else {
        return Some(waiting(pane, state));
    };
    let only = desk.only_name();
    let words = match pane {
        Pane::Summary if desk.briefing.summary.items.is_empty() => "No summary of this article.".to_owned(),
        Pane::Actors if desk.briefing.actors.items.is_empty() => {
            let notice = desk.briefing.article.language_notice();
            let nobody = "Nobody is named in this article";
            format!("{}.", notice.unwrap_or_else(|| nobody.to_owned()))
        }
        Pane::Timeline if desk.events.is_empty() => match only {
            Some(name) => format!("No dated events with {name}."),
            None => "No dated events in this article.".to_owned(),
        },
        Pane::Quotes if desk.quotes.is_empty() => match only {
            Some(name) => format!("No quotes by {name} in this article."),
            None => "No quotes in this article.".to_owned(),
        },
        Pane::Article if desk.page.text.is_empty() => "This article has no text.".to_owned(),
        _ => return None,
    };
    Some(words)
}

/// What the panes say while there is no briefing.
fn waiting(pane: Pane, state: &State) -> String {
    if pane != Pane::Article {
        return String::new();
    }
    match state.open.and_then(|open| state.shelf.entry(open)) {
        Some(entry) => format!("Reading {} …", entry.file_name()),
        None if state.shelf.listed => "No article to show. The library (l) says what was found.".to_owned(),
        None => "Looking for articles …".to_owned(),
    }
}

/// Tints the lines of the selected item and puts the mark before them; the words come over it.
fn underlay(buffer: &mut Buffer, area: Rect, y: u16, state: &State, pane: Pane, item: usize) {
    let focused = state.focus == pane;
    let selected = state.lists.get(pane).selected == item;
    if !selected || !(focused || state.marks(pane)) {
        return;
    }
    let tint = if focused {
        state.theme.style(Role::Selection)
    } else {
        Style::new()
    };
    let line = Rect { y, height: 1, ..area };
    paint::tint(buffer, line, tint);
    let mark = if focused { "▌" } else { "▏" };
    let role = if focused { Role::SelectionMark } else { Role::Dim };
    put(buffer, area.x, y, 1, mark, state.theme.style(role));
}
