//! What lies over the panes: help, speaker picker, addresses, messages; and the search prompt in the last line.

pub mod about;
pub mod address;
pub mod asking;
pub mod chooser;
pub mod help;
pub mod message;
pub mod picker;
pub mod prompt;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::briefing::CleanText;

use self::chooser::Chooser;
use super::list::Sheet;
use super::paint::{self, Look, Scroll, put, put_fitting};
use super::state::State;
use super::theme::Role;

/// What lies over the panes and takes the keys.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// All actions and their keys.
    Help(help::Help),
    /// Who speaks.
    Picker(picker::Picker),
    /// What is to be put right.
    Asking(asking::Asking),
    /// Whether an address is to be opened.
    Address(address::Address),
    /// Something longer than the last line.
    Message(CleanText),
}

/// A box of at most `width` by `height` in the middle of a screen of `size`; small screens are filled.
pub fn area(size: Size, width: u16, height: u16) -> Rect {
    let fit = |wanted: u16, there: u16| if wanted + 4 > there { there } else { wanted };
    let (width, height) = (fit(width, size.width), fit(height, size.height));
    Rect::new(
        (size.width - width) / 2,
        (size.height - height) / 3,
        width,
        height,
    )
}

/// What is within the frame of `area`.
pub fn inner(area: Rect) -> Rect {
    Rect::new(
        area.x + 1,
        area.y + 1,
        area.width.saturating_sub(2),
        area.height.saturating_sub(2),
    )
}

/// Draws what lies over the panes.
pub fn render(buffer: &mut Buffer, state: &State) {
    match &state.overlay {
        Some(Overlay::Help(help)) => help.render(buffer, state),
        Some(Overlay::Picker(picker)) => picker.render(buffer, state),
        Some(Overlay::Asking(asking)) => asking.render(buffer, state),
        Some(Overlay::Address(address)) => address.render(buffer, state),
        Some(Overlay::Message(text)) => message::render(buffer, state, text),
        None => {}
    }
}

/// Empties `area` and draws a frame with a title around it.
fn panel(buffer: &mut Buffer, area: Rect, title: &str, scroll: Scroll, state: &State) {
    paint::clear(buffer, area);
    let style = state.theme.style(Role::BorderFocused);
    paint::frame(
        buffer,
        area,
        Look {
            line: style,
            thumb: style,
        },
        scroll,
    );
    let width = area.width.saturating_sub(4);
    let at = put(buffer, area.x + 2, area.y, width, " ", style);
    let title_style = state.theme.style(Role::TitleFocused);
    let at = put_fitting(buffer, at, area.y, width.saturating_sub(2), title, title_style);
    put(buffer, at, area.y, 1, " ", style);
}

/// Draws the first line of a list that gets shorter as one types: what is typed, and how much of `all` is left.
fn render_typed(buffer: &mut Buffer, inner: Rect, label: &str, chooser: &Chooser, all: usize, state: &State) {
    let count = format!("{} of {all}", chooser.left.len());
    let right = inner.right().saturating_sub(1);
    let dim = state.theme.style(Role::Dim);
    let end = paint::put_right(buffer, right, inner.y, inner.width / 3, &count, dim);
    let width = end.saturating_sub(inner.x + 2);
    prompt::render_input(
        buffer,
        (inner.x + 1, inner.y),
        width,
        label,
        &chooser.input,
        state,
    );
}

/// The most lines that such a list takes of the screen.
const MOST_LINES: u16 = 18;

/// Fits a list of items of a line each to the screen, with what is typed above it: room for `lines` of them and for
/// `around` rows more. Gives its place.
fn fit_lines(chooser: &mut Chooser, size: Size, lines: usize, around: u16) -> Rect {
    let lines = u16::try_from(lines).unwrap_or(u16::MAX).min(MOST_LINES);
    let area = area(size, 64, lines + around);
    let inner = inner(area);
    let height = inner.height.saturating_sub(2);
    chooser.fit(inner.width, height, |left| Sheet::of_single_lines(left.len()));
    area
}

/// Marks the selected line of such a list.
fn mark_selected(buffer: &mut Buffer, inner: Rect, y: u16, state: &State) {
    let whole = Rect {
        y,
        height: 1,
        ..inner
    };
    paint::tint(buffer, whole, state.theme.style(Role::Selection));
    put(buffer, inner.x, y, 1, "▌", state.theme.style(Role::SelectionMark));
}
