//! What happened when, under a strip that shows how the events are spread.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::briefing::{Event, Span};
use crate::reader::dates::Label;
use crate::reader::desk::Desk;
use crate::reader::list::{Kind, Line, Sheet};
use crate::reader::paint::{put, put_fitting, put_marked};
use crate::reader::pane::Pane;
use crate::reader::search::Field;
use crate::reader::state::State;
use crate::reader::theme::Role;
use crate::reader::wrap::{Rows, columns, shown};

use super::underlay;

/// Below this width the dates stand above the events, not beside them.
const BESIDE: u16 = 34;

/// From this width on events are shown whole, below it their first lines.
const WHOLE: u16 = 60;

/// How many lines of an event are shown where it is not shown whole.
const LINES: usize = 3;

/// The strip's cells, from nothing to the most.
const LEVELS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// What the title says.
pub fn note(desk: &Desk) -> String {
    let all = desk.briefing.timeline.items.len();
    match (desk.events.len(), all) {
        (_, 0) => String::new(),
        (shown, all) if shown < all => format!("{shown} of {all}"),
        (_, 1) => "1 event".to_owned(),
        (_, all) => format!("{all} events"),
    }
}

/// Breaks the events into lines.
pub fn sheet(desk: &Desk, width: u16) -> Sheet {
    let mut sheet = Sheet::default();
    let beside = label_width(desk, width);
    let most = if width >= WHOLE { usize::MAX } else { LINES };
    let mut above = None;
    for item in 0..desk.entries.len() {
        sheet.start_item();
        let Some(event) = desk.shown_event(item) else {
            sheet.push(Kind::First, Span::default(), true);
            continue;
        };
        if beside == 0 && above != Some(&event.date) {
            above = Some(&event.date);
            sheet.push(Kind::Heading, Span::default(), false);
        }
        let rows = Rows::new(&event.text, width.saturating_sub(beside));
        for (index, row) in rows.iter().enumerate().take(most) {
            let kind = if index == 0 { Kind::First } else { Kind::More };
            sheet.push(kind, row, index + 1 == rows.len().min(most));
        }
    }
    sheet
}

/// What the line of the background says: "▸ Earlier: 1998, 2003".
fn earlier(desk: &Desk) -> String {
    let years: Vec<String> = desk.earlier_years().iter().map(i16::to_string).collect();
    let sign = if desk.is_unfolded() { "▾" } else { "▸" };
    format!("{sign} Earlier: {}", years.join(", "))
}

/// Columns of the dates and the space after them; 0 where they stand above the events.
fn label_width(desk: &Desk, width: u16) -> u16 {
    if width < BESIDE {
        return 0;
    }
    let wide = |label: &Label| columns(&label.day).max(columns(&label.part));
    let longest = desk.labels.iter().map(wide).max();
    u16::try_from(longest.unwrap_or(0).min(20) + 2).unwrap_or(0)
}

/// Draws the strip and the events; `whole` is the pane, `area` what of it the events have.
pub fn render(buffer: &mut Buffer, whole: Rect, area: Rect, state: &State) {
    let Some(desk) = &state.desk else { return };
    if area.y > whole.y {
        render_strip(buffer, Rect { height: 1, ..whole }, state, desk);
    }
    let list = state.lists.get(Pane::Timeline);
    let beside = label_width(desk, list.made_for.0);
    for (row, line) in list.visible() {
        let y = area.y + row;
        underlay(buffer, area, y, state, Pane::Timeline, line.item);
        let dim = state.theme.style(Role::Dim);
        let width = area.width.saturating_sub(2);
        if desk.is_earlier(line.item) {
            put_fitting(buffer, area.x + 1, y, width, &earlier(desk), dim);
        }
        let (Some(event), Some(Label { day, part })) =
            (desk.shown_event(line.item), desk.shown_label(line.item))
        else {
            continue;
        };
        let first = list.sheet.lines_of(line.item).start;
        match list.top + usize::from(row) {
            _ if line.kind == Kind::Heading => {
                let at = put(buffer, area.x + 1, y, width, day, dim) + 1;
                put(buffer, at, y, area.right().saturating_sub(at), part, dim);
            }
            line if beside > 0 && line == first => {
                put(buffer, area.x + 1, y, beside - 1, day, dim);
            }
            line if beside > 0 && line == first + 1 => {
                put(buffer, area.x + 1, y, beside - 1, part, dim);
            }
            _ => {}
        }
        if event.corrected && list.top + usize::from(row) == first {
            // The blank column before the words, or the end of the heading.
            let x = if beside > 0 {
                area.x + beside - 1
            } else {
                area.right().saturating_sub(2)
            };
            put(buffer, x, y, 1, "✎", state.theme.style(Role::Medium));
        }
        if line.kind != Kind::Heading {
            let x = area.x + 1 + beside;
            render_line(buffer, (x, y), width.saturating_sub(beside), line, event, state);
        }
    }
}

fn render_line(
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    width: u16,
    line: Line,
    event: &Event,
    state: &State,
) {
    let style = state.theme.style(Role::Text);
    let words = shown(&event.text, line.span);
    let marks = state.search_marks(Pane::Timeline, line.item, Field::Text, line.span);
    let cut = line.last && line.span.end() < event.text.len();
    // A line that fills the pane gives its last column to the ellipsis.
    let room = if cut { width.saturating_sub(1) } else { width };
    let end = put_marked(buffer, (x, y), room, words, line.span.start(), style, &marks);
    if cut {
        put(buffer, end, y, 1, "…", style);
    }
}

/// First and last day of all events but the folded ones.
fn range(desk: &Desk) -> Option<(Date, Date)> {
    let events = desk.briefing.timeline.items.iter();
    let events = events.filter(|event| desk.is_unfolded() || !event.background);
    let days = events.filter_map(|event| event.date.interval());
    days.reduce(|(first, last), (start, end)| (first.min(start), last.max(end)))
}

/// Whether there is anything to be seen in the strip: events on different days.
pub fn has_strip(state: &State) -> bool {
    let range = state.desk.as_ref().and_then(range);
    range.is_some_and(|(first, last)| first < last)
}

/// Draws how many events fall into each part of the time from first to last; the part with the selected event is
/// marked.
fn render_strip(buffer: &mut Buffer, area: Rect, state: &State, desk: &Desk) {
    let Some((first, last)) = range(desk) else { return };
    let format = match last.year() - first.year() {
        0 => "%-d %b",
        1 => "%b %Y",
        _ => "%Y",
    };
    let (start, end) = (
        first.strftime(format).to_string(),
        last.strftime(format).to_string(),
    );
    let width = usize::from(area.width).saturating_sub(2);
    let labels = columns(&start) + columns(&end) + 2;
    let labelled = width >= labels + 6;
    let cells = if labelled { width - labels } else { width };
    let dim = state.theme.style(Role::Dim);
    let mut x = area.x + 1;
    if labelled {
        x = put(buffer, x, area.y, area.width, &start, dim) + 1;
    }
    let counts = counts(desk, (first, last), cells);
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let selected = desk.shown_event(state.lists.get(Pane::Timeline).selected);
    let selected = selected.and_then(|event| place(event, (first, last), cells));
    for (index, count) in counts.iter().enumerate() {
        let level = (count * (LEVELS.len() - 1)).div_ceil(most);
        let role = match count {
            0 => Role::Dim,
            _ if selected == Some(index) => Role::SelectionMark,
            _ => Role::Bar,
        };
        let glyph = LEVELS.get(level).copied().unwrap_or(" ");
        x = put(buffer, x, area.y, 1, glyph, state.theme.style(role));
    }
    if labelled {
        put(buffer, x + 1, area.y, area.width, &end, dim);
    }
}

fn counts(desk: &Desk, range: (Date, Date), cells: usize) -> Vec<usize> {
    let mut counts = vec![0; cells];
    for item in 0..desk.entries.len() {
        let cell = desk
            .shown_event(item)
            .and_then(|event| place(event, range, cells));
        if let Some(count) = cell.and_then(|cell| counts.get_mut(cell)) {
            *count += 1;
        }
    }
    counts
}

/// The cell in which an event starts: the first day has the first cell, the last day the last.
fn place(event: &Event, (first, last): (Date, Date), cells: usize) -> Option<usize> {
    let (day, _) = event.date.interval()?;
    let days = |from: Date, to: Date| usize::try_from(to.duration_since(from).as_hours() / 24).ok();
    let (before, all) = (days(first, day)?, days(first, last)?);
    (before * cells.checked_sub(1)?).checked_div(all)
}
