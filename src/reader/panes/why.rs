//! Why the selected quote has its speaker: the rule that decided, and the words that it went by.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::briefing::Quote;
use crate::reader::desk::Desk;
use crate::reader::paint::{put, put_fitting, put_fresh};
use crate::reader::pane::Pane;
use crate::reader::state::State;
use crate::reader::theme::Role;
use crate::reader::wrap::{Rows, shown};

use super::quotes::sureness;

/// The pane at whose foot it is said: the article, where it is on the screen, else the quotes.
pub fn host(state: &State) -> Option<Pane> {
    if !state.why || state.selected_quote().is_none() {
        return None;
    }
    [Pane::Article, Pane::Quotes]
        .into_iter()
        .find(|pane| state.layout.slots.get(*pane).is_some())
}

fn reason(desk: &Desk, quote: usize) -> String {
    let Some(said) = desk.briefing.quotes.items.get(quote) else {
        return String::new();
    };
    let name = desk.voice(quote).map_or("unknown", |voice| &voice.name);
    let rule = said.rule;
    let sure = sureness(said.confidence);
    let day = desk
        .said_on(said)
        .map_or_else(String::new, |day| format!("; said {day}"));
    format!("{name}, {sure}: {} ({}){day}", rule.reason(), rule.as_str())
}

/// Whether there are words to point at.
fn has_legend(quote: &Quote) -> bool {
    quote.mention.is_some() || quote.cue.is_some()
}

/// How many rows it takes in `area`, the line above it included; never more than half.
pub fn height(state: &State, area: Rect) -> u16 {
    let (Some(desk), Some((quote, said))) = (&state.desk, state.selected_quote()) else {
        return 0;
    };
    let rows = Rows::new(&reason(desk, quote), area.width.saturating_sub(2)).len();
    let legend = usize::from(has_legend(said));
    u16::try_from(rows + 1 + legend)
        .unwrap_or(u16::MAX)
        .min(area.height / 2)
}

/// Says it at the foot of `area`, from the row `top` on; where there is a frame the line above joins it.
pub fn render(buffer: &mut Buffer, area: Rect, top: u16, framed: bool, state: &State) {
    let (Some(desk), Some((index, quote))) = (&state.desk, state.selected_quote()) else {
        return;
    };
    let theme = &state.theme;
    let border = theme.style(Role::Border);
    let (from, to) = if framed {
        (area.x - 1, area.right() + 1)
    } else {
        (area.x, area.right())
    };
    for x in from..to {
        let glyph = match x {
            x if framed && x == from => "├",
            x if framed && x + 1 == to => "┤",
            _ => "─",
        };
        put(buffer, x, top, 1, glyph, border);
    }
    put_fresh(
        buffer,
        area.x + 1,
        top,
        area.width.saturating_sub(2),
        " why ",
        theme.style(Role::Title),
    );
    let (x, width) = (area.x + 1, area.width.saturating_sub(2));
    let words = reason(desk, index);
    let rows = Rows::new(&words, width);
    let mut y = top + 1;
    for row in rows.iter() {
        // The last row is kept for the legend.
        if y + u16::from(has_legend(quote)) >= area.bottom() {
            break;
        }
        put(buffer, x, y, width, shown(&words, row), theme.style(Role::Text));
        y += 1;
    }
    if y >= area.bottom() || !has_legend(quote) {
        return;
    }
    let dim = theme.style(Role::Dim);
    let article = &desk.briefing.article.text;
    let end = x + width;
    let mut at = put(buffer, x, y, width, "quote", theme.style(Role::QuoteSelected));
    let parts = [
        (quote.mention, Role::Mention, " names the speaker"),
        (quote.cue, Role::Cue, " makes it speech"),
    ];
    for (span, role, meaning) in parts {
        let Some(span) = span else { continue };
        at = put(buffer, at, y, end.saturating_sub(at), " · ", dim);
        at = put_fitting(
            buffer,
            at,
            y,
            end.saturating_sub(at),
            span.of(article),
            theme.style(role),
        );
        at = put_fitting(buffer, at, y, end.saturating_sub(at), meaning, dim);
    }
}
