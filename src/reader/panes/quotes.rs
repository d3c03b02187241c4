//! Who said what, under headings that name the speaker.
//!
//! The quotes stand in the order of the article; one heading stands above all that a speaker says in a row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::briefing::{Confidence, Quote, Rule, Span};
use crate::reader::desk::Desk;
use crate::reader::list::{Kind, Line, Sheet};
use crate::reader::paint::{put, put_fitting, put_marked, put_right};
use crate::reader::pane::Pane;
use crate::reader::search::Field;
use crate::reader::state::State;
use crate::reader::theme::Role;
use crate::reader::wrap::{Rows, columns, fitting, shown};

use super::underlay;

/// What the title says.
pub fn note(desk: &Desk) -> String {
    let all = desk.briefing.quotes.items.len();
    if all == 0 {
        return String::new();
    }
    if desk.only().is_some() {
        return format!("{} of {all}", desk.quotes.len());
    }
    let speakers = match desk.known_voices() {
        0 => return format!("{all} by unknown speakers"),
        1 => "1 speaker".to_owned(),
        many => format!("{many} speakers"),
    };
    format!("{all} by {speakers}")
}

/// The word for how sure an attribution is.
pub fn sureness(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "sure",
        Confidence::Medium => "likely",
        Confidence::Low => "a guess",
    }
}

/// What stands beside a quote before the word for how sure it is: "said Wed 3 Sep · direct · ".
fn particulars(desk: &Desk, quote: &Quote) -> String {
    let cue = quote.cue.map_or("", |cue| cue.of(&desk.briefing.article.text));
    let kind = quote.kind.as_str();
    let by = if quote.rule == Rule::Corrected {
        "✎ corrected · "
    } else {
        ""
    };
    let lost = if quote.parts.is_empty() {
        "words not in the article · "
    } else {
        ""
    };
    let kind = format!("{by}{lost}{kind}");
    let said = match (cue, desk.said_on(quote)) {
        ("", None) => String::new(),
        ("", Some(day)) => format!("{day} · "),
        (cue, None) => format!("{cue} · "),
        (cue, Some(day)) => format!("{cue} {day} · "),
    };
    format!("{said}{kind} · ")
}

/// Breaks the quotes into lines.
pub fn sheet(desk: &Desk, width: u16) -> Sheet {
    let mut sheet = Sheet::default();
    let mut above = None;
    for item in 0..desk.quotes.len() {
        let Some((index, quote)) = desk.shown_quote(item) else {
            continue;
        };
        let voice = desk.voice_index(index);
        sheet.start_item();
        if voice != above {
            if above.is_some() {
                sheet.push(Kind::Blank, Span::default(), false);
            }
            above = voice;
            sheet.push(Kind::Heading, Span::default(), false);
        }
        let rows = Rows::new(&quote.text, width);
        let last = rows.row(rows.len().saturating_sub(1));
        let beside = columns(&particulars(desk, quote)) + columns(sureness(quote.confidence));
        let fits = columns(shown(&quote.text, last)) + 3 + beside <= usize::from(width);
        for (row_index, row) in rows.iter().enumerate() {
            let kind = if row_index == 0 { Kind::First } else { Kind::More };
            sheet.push(kind, row, fits && row_index + 1 == rows.len());
        }
        if !fits {
            sheet.push(Kind::Particulars, Span::default(), true);
        }
    }
    sheet
}

/// Draws the quotes.
pub fn render(buffer: &mut Buffer, area: Rect, state: &State) {
    let Some(desk) = &state.desk else { return };
    let list = state.lists.get(Pane::Quotes);
    for (row, line) in list.visible() {
        let Some((index, quote)) = desk.shown_quote(line.item) else {
            continue;
        };
        let y = area.y + row;
        match line.kind {
            Kind::Blank => {}
            Kind::Heading => render_heading(buffer, area, y, state, desk, (line.item, index)),
            Kind::First | Kind::More | Kind::Particulars => {
                underlay(buffer, area, y, state, Pane::Quotes, line.item);
                render_line(buffer, area, y, state, line, quote);
                if line.last {
                    render_particulars(buffer, area, y, state, desk, quote);
                }
            }
        }
    }
}

fn render_heading(
    buffer: &mut Buffer,
    area: Rect,
    y: u16,
    state: &State,
    desk: &Desk,
    (item, index): (usize, usize),
) {
    let Some(voice) = desk.voice(index) else { return };
    let theme = &state.theme;
    let (heading, dim) = (theme.style(Role::Heading), theme.style(Role::Dim));
    // Those that follow under the same heading.
    let first = voice.quotes.iter().position(|quote| *quote == index).unwrap_or(0);
    let same = |offset: &usize| {
        desk.shown_quote(item + offset)
            .is_some_and(|(next, _)| voice.quotes.get(first + offset) == Some(&next))
    };
    let run = (1..desk.quotes.len()).take_while(same).count();
    let all = voice.quotes.len();
    let place = match run {
        0 => format!("{} of {all}", first + 1),
        _ => format!("{}–{} of {all}", first + 1, first + 1 + run),
    };
    let (x, right) = (area.x + 1, area.right().saturating_sub(1));
    let end = put_right(buffer, right, y, area.width / 2, &place, dim);
    let room = |at: u16| end.saturating_sub(at + 2);
    let seen = Span::new(0, fitting(&voice.name, usize::from(room(x))).0.len());
    let marks = state.search_marks(Pane::Quotes, item, Field::Name, seen);
    let name = if voice.known { heading } else { heading.patch(dim) };
    let at = if marks.is_empty() {
        put_fitting(buffer, x, y, room(x), &voice.name, name)
    } else {
        put_marked(buffer, (x, y), room(x), &voice.name, 0, name, &marks)
    };
    if let Some(role) = &voice.role
        && room(at) > 8
    {
        let at = put(buffer, at, y, 3, " · ", dim);
        put_fitting(buffer, at, y, room(at), role, dim);
    }
}

fn render_line(buffer: &mut Buffer, area: Rect, y: u16, state: &State, line: Line, quote: &Quote) {
    let marks = state.search_marks(Pane::Quotes, line.item, Field::Text, line.span);
    let words = shown(&quote.text, line.span);
    let style = state.theme.style(Role::Text);
    let width = area.width.saturating_sub(2);
    put_marked(
        buffer,
        (area.x + 1, y),
        width,
        words,
        line.span.start(),
        style,
        &marks,
    );
}

fn render_particulars(buffer: &mut Buffer, area: Rect, y: u16, state: &State, desk: &Desk, quote: &Quote) {
    let right = area.right().saturating_sub(1);
    let sure = sureness(quote.confidence);
    let at = put_right(
        buffer,
        right,
        y,
        area.width,
        sure,
        sure_style(state, quote.confidence),
    );
    let width = at.saturating_sub(area.x + 1);
    let words = particulars(desk, quote);
    if columns(&words) <= usize::from(width) {
        put_right(buffer, at, y, width, &words, state.theme.style(Role::Dim));
    }
}

/// What the word for how sure it is looks like.
pub fn sure_style(state: &State, confidence: Confidence) -> Style {
    state.theme.style(match confidence {
        Confidence::High => Role::High,
        Confidence::Medium => Role::Medium,
        Confidence::Low => Role::Low,
    })
}
