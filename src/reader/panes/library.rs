//! All articles.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::briefing::Span;
use crate::reader::paint::{put, put_fitting, put_marked, put_right};
use crate::reader::pane::Pane;
use crate::reader::search::Field;
use crate::reader::shelf::{Content, Entry, Shelf};
use crate::reader::state::State;
use crate::reader::theme::Role;
use crate::reader::wrap::fitting;

use super::underlay;

/// From this width on the source is shown as well.
const WITH_SOURCE: u16 = 70;
/// Below this width the title has the whole line: a date beside three words of it would tell the articles less apart.
const WITH_DATE: u16 = 34;

/// How many lines there are: articles, and what could not be listed.
pub fn len(shelf: &Shelf) -> usize {
    shelf.entries().len() + shelf.problems.len()
}

/// What the title says.
pub fn note(state: &State) -> String {
    let count = state.shelf.entries().len();
    let waiting = state.shelf.waiting();
    match (count, waiting) {
        (0, _) => String::new(),
        (_, 0) => match count {
            1 => "1 article".to_owned(),
            _ => format!("{count} articles"),
        },
        (_, waiting) => format!("{} of {count} read", count - waiting),
    }
}

/// Draws the articles.
pub fn render(buffer: &mut Buffer, area: Rect, state: &State) {
    for (row, line) in state.lists.get(Pane::Library).visible() {
        let y = area.y + row;
        underlay(buffer, area, y, state, Pane::Library, line.item);
        let problem = line.item.checked_sub(state.shelf.entries().len());
        let width = area.width.saturating_sub(2);
        match (state.shelf.entry(line.item), problem) {
            (Some(entry), _) => render_entry(buffer, (area.x + 1, y), width, state, (line.item, entry)),
            (None, Some(index)) => {
                let message = state
                    .shelf
                    .problems
                    .get(index)
                    .map_or("", |problem| &problem.message);
                render_problem(buffer, (area.x + 1, y), width, state, message);
            }
            (None, None) => {}
        }
    }
}

fn render_entry(
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    width: u16,
    state: &State,
    (item, entry): (usize, &Entry),
) {
    let theme = &state.theme;
    let dim = theme.style(Role::Dim);
    let open = state.open == Some(item);
    let briefing = match &entry.content {
        Content::Ready(briefing) => briefing,
        Content::Waiting => {
            put_fitting(buffer, x + 2, y, width.saturating_sub(2), &entry.file_name(), dim);
            return;
        }
        Content::Failed(message) => return render_problem(buffer, (x, y), width, state, message),
    };
    let article = &briefing.article;
    // It must not be used as any other.
    if article.notice.is_some() {
        put(buffer, x, y, 1, "!", theme.style(Role::Problem));
    } else if open {
        put(buffer, x, y, 1, "•", theme.style(Role::SelectionMark));
    }
    let mut end = x + width;
    if width >= WITH_DATE
        && let Some(published) = article.published
    {
        let date = published.date.strftime("%-d %b %Y").to_string();
        end = put_right(buffer, end, y, 12, &format!("{date:>11}"), dim);
    }
    if width >= WITH_SOURCE
        && let Some(source) = &article.source
    {
        end -= 22;
        put_fitting(buffer, end, y, 20, source, dim);
    }
    let style = theme.style(if open { Role::Heading } else { Role::Text });
    let title = article.display_title();
    let room = end.saturating_sub(x + 3);
    let (words, cut) = fitting(&title, usize::from(room));
    let marks = state.search_marks(Pane::Library, item, Field::Name, Span::new(0, words.len()));
    let at = put_marked(buffer, (x + 2, y), room, words, 0, style, &marks);
    if cut {
        put(buffer, at, y, 1, "…", style);
    }
}

fn render_problem(buffer: &mut Buffer, (x, y): (u16, u16), width: u16, state: &State, message: &str) {
    let style = state.theme.style(Role::Problem);
    put(buffer, x, y, 1, "✗", style);
    let line = message.lines().next().unwrap_or_default();
    put_fitting(buffer, x + 2, y, width.saturating_sub(2), line, style);
}
