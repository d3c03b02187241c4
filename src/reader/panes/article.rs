//! The article itself, with what is selected elsewhere marked in it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::briefing::Span;
use crate::reader::desk::Desk;
use crate::reader::paint::{Mark, put, put_marked};
use crate::reader::state::{Marked, State};
use crate::reader::theme::Role;
use crate::reader::wrap::shown;

/// The most columns of running text: longer rows are hard to read.
const MEASURE: u16 = 92;

/// How wide the rows are in a pane of this many columns.
pub fn measure(width: u16) -> u16 {
    width.min(MEASURE)
}

/// What the title says: how much of it has been seen.
pub fn note(state: &State) -> String {
    let scroll = state.article.scroll_position();
    if scroll.of <= scroll.shown {
        String::new()
    } else {
        format!("{} %", scroll.percent())
    }
}

/// Draws the rows that are on the screen.
pub fn render(buffer: &mut Buffer, area: Rect, state: &State) {
    let Some(desk) = &state.desk else { return };
    let view = &state.article;
    let width = measure(area.width.saturating_sub(2));
    // The text stands in the middle of a pane that is wider than it.
    let x = area.x + 1 + (area.width.saturating_sub(2) - width) / 2;
    let marks = marks(state, desk, view.shown());
    let chosen = chosen(state, desk);
    let text = state.theme.style(Role::Text);
    let top = view.top_row();
    let mut on_row: Vec<Mark> = Vec::new();
    for (index, y) in (top..view.rows.len()).zip(area.top()..area.bottom()) {
        let row = view.rows.row(index);
        on_row.clear();
        on_row.extend(
            marks
                .iter()
                .filter(|mark| mark.start < row.end() && row.start() < mark.end),
        );
        let words = shown(&desk.page.text, row);
        put_marked(buffer, (x, y), width, words, row.start(), text, &on_row);
        if !words.is_empty() && chosen.iter().any(|span| span.overlaps(row)) {
            put(buffer, x - 1, y, 1, "▐", state.theme.style(Role::SelectionMark));
        }
    }
}

/// What has the bar beside it: the words that were chosen.
fn chosen(state: &State, desk: &Desk) -> Vec<Span> {
    let briefing = &desk.briefing;
    let spans: Vec<Span> = match state.marked {
        Marked::Quote(index) => briefing
            .quotes
            .items
            .get(index)
            .map(|quote| quote.parts.clone())
            .unwrap_or_default(),
        Marked::Event(index) => briefing
            .timeline
            .items
            .get(index)
            .and_then(|event| event.span)
            .into_iter()
            .collect(),
        Marked::Point(index) => briefing
            .summary
            .items
            .get(index)
            .and_then(|point| point.span)
            .into_iter()
            .collect(),
        Marked::Actor(_) | Marked::Nothing => Vec::new(),
    };
    spans.into_iter().map(|span| desk.page.on_page(span)).collect()
}

/// All marks that touch the bytes on the screen, those that are laid over others last.
fn marks(state: &State, desk: &Desk, screen: Span) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |span: Span, style: Style| {
        if span.overlaps(screen) {
            marks.push(Mark {
                start: span.start(),
                end: span.end(),
                style,
            });
        }
    };
    let style = |role| state.theme.style(role);
    for (span, role) in desk.page.header() {
        add(*span, style(*role));
    }
    let first = screen.start().saturating_sub(desk.page.body());
    // Parts are in order of their starts; one that starts before the screen may still reach into it.
    let from = desk
        .speech
        .partition_point(|part| part.start() < first)
        .saturating_sub(4);
    for part in desk.speech.iter().skip(from) {
        let part = desk.page.on_page(*part);
        if part.start >= screen.end {
            break;
        }
        add(part, style(Role::Quote));
    }
    let briefing = &desk.briefing;
    match state.marked {
        Marked::Nothing => {}
        Marked::Quote(index) => {
            for span in chosen(state, desk) {
                add(span, style(Role::QuoteSelected));
            }
            let quote = briefing.quotes.items.get(index).filter(|_| state.why);
            for (span, role) in quote.map_or([(None, Role::Mention); 2], |quote| {
                [(quote.mention, Role::Mention), (quote.cue, Role::Cue)]
            }) {
                if let Some(span) = span {
                    add(desk.page.on_page(span), style(role));
                }
            }
        }
        Marked::Event(_) | Marked::Point(_) => {
            for span in chosen(state, desk) {
                add(span, style(Role::Event));
            }
        }
        Marked::Actor(index) => {
            for mention in briefing
                .actors
                .items
                .get(index)
                .map_or(&[][..], |actor| &actor.mentions)
            {
                add(desk.page.on_page(*mention), style(Role::Mention));
            }
        }
    }
    if let Marked::Event(index) = state.marked
        && let Some(date) = briefing
            .timeline
            .items
            .get(index)
            .and_then(|event| event.date_span)
    {
        add(desk.page.on_page(date), style(Role::Cue));
    }
    if let Some(search) = &state.search {
        marks.extend(search.marks_on_page(screen, style(Role::Match), style(Role::MatchCurrent)));
    }
    marks
}
