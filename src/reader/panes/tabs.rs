//! Titles and tabs: the number and name of the pane that is shown, and of those that could be.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::reader::paint::put_fresh;
use crate::reader::pane::Pane;
use crate::reader::state::State;
use crate::reader::theme::Role;

/// Columns that are left for counts where all tabs have their names.
const ROOM_FOR_COUNTS: usize = 24;

/// Draws the tabs from `x` on, `here` with its name in `style`, the others with theirs if there is room for all, else
/// with their numbers. Returns the column after them.
pub fn render(
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    width: u16,
    tabs: &[Pane],
    (here, style): (Pane, Style),
    state: &State,
) -> u16 {
    let named: usize = tabs.iter().map(|tab| tab.title().len() + 4).sum();
    let named = named + ROOM_FOR_COUNTS <= usize::from(width);
    let end = x + width;
    let mut at = x;
    for tab in tabs {
        let number = tab.number();
        let style = if *tab == here {
            style
        } else {
            state.theme.style(Role::Dim)
        };
        let label = if *tab == here || named {
            format!(" {number} {} ", tab.title())
        } else {
            format!(" {number} ")
        };
        at = put_fresh(buffer, at, y, end.saturating_sub(at), &label, style);
    }
    at
}
