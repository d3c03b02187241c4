//! A line to type in.

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;
use tui_input::Input;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::briefing::CleanText;
use crate::reader::paint::put;
use crate::reader::state::State;
use crate::reader::theme::Role;
use crate::reader::wrap::{cluster_columns, columns};

/// Draws `label` and what is typed, with the cursor, in one line of `width` columns; where it is too long, the part
/// around the cursor. Returns the column after it.
pub fn render_input(
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    width: u16,
    label: &str,
    input: &Input,
    state: &State,
) -> u16 {
    let label_style = state.theme.style(Role::Dim);
    let style = state.theme.style(Role::Prompt);
    // What was typed or pasted is no cleaner than an article.
    let typed = CleanText::new(input.value());
    let before: String = input.value().chars().take(input.cursor()).collect();
    let cursor = CleanText::new(&before).len();
    let at = if columns(label) * 2 > usize::from(width) {
        x
    } else {
        put(buffer, x, y, width, label, label_style)
    };
    let room = usize::from(width.saturating_sub(at - x)).saturating_sub(1);
    // Leave out clusters from the left until the cursor fits.
    let mut hidden = 0;
    let mut wide = columns(typed.get(..cursor).unwrap_or_default());
    for (offset, cluster) in typed.grapheme_indices(true) {
        if wide <= room {
            break;
        }
        wide -= cluster_columns(cluster).min(wide);
        hidden = offset + cluster.len();
    }
    let left = typed.get(hidden..cursor).unwrap_or_default();
    let right = typed.get(cursor.max(hidden)..).unwrap_or_default();
    let end = x + width;
    let at = put(buffer, at, y, end.saturating_sub(at), left, style);
    let mut rest = right.graphemes(true);
    let under = rest
        .next()
        .filter(|cluster| cluster_columns(cluster) > 0)
        .unwrap_or(" ");
    let cursor_style = style.add_modifier(Modifier::REVERSED);
    let at = put(buffer, at, y, end.saturating_sub(at), under, cursor_style);
    put(buffer, at, y, end.saturating_sub(at), rest.as_str(), style)
}
