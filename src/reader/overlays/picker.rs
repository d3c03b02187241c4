//! Who speaks: type a part of the name, Enter goes to their first quote.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::briefing::{CleanText, fold};
use crate::reader::desk::Desk;
use crate::reader::list::Sheet;
use crate::reader::paint::{put, put_fitting, put_right, tint};
use crate::reader::state::State;
use crate::reader::theme::Role;

use super::chooser::{Chooser, Outcome, rank};
use super::{area, inner, panel, prompt};

/// The speaker picker.
#[derive(Debug, Clone, Default)]
pub struct Picker {
    /// What is typed, and which speakers are left.
    pub chooser: Chooser,
    /// One for each voice of the desk.
    speakers: Vec<Speaker>,
    area: Rect,
}

/// What is shown of a speaker, and what they are found by.
#[derive(Debug, Clone)]
struct Speaker {
    name: CleanText,
    role: Option<CleanText>,
    counts: String,
    /// Name, role and aliases, folded.
    found_by: String,
}

impl Picker {
    /// The picker with everybody who speaks on `desk`, the one at `voice` selected.
    pub fn open(desk: &Desk, voice: Option<usize>) -> Self {
        let speakers = desk.voices.iter().map(|voice| {
            let actor = voice
                .actor
                .and_then(|actor| desk.briefing.actors.items.get(actor));
            let aliases = actor.map_or(&[][..], |actor| &actor.aliases);
            let quotes = voice.quotes.len();
            let counts = format!(
                "{quotes} quote{}, {} word{}",
                if quotes == 1 { "" } else { "s" },
                voice.words,
                if voice.words == 1 { "" } else { "s" }
            );
            let mut found_by = fold(&voice.name);
            for part in aliases.iter().chain(voice.role.as_ref()) {
                found_by.push(' ');
                found_by.push_str(&fold(part));
            }
            Speaker {
                name: voice.name.clone(),
                role: voice.role.clone(),
                counts,
                found_by,
            }
        });
        let mut picker = Self {
            speakers: speakers.collect(),
            ..Self::default()
        };
        picker.search();
        picker.chooser.list.select(voice.unwrap_or(0));
        picker
    }

    /// What `key` does; `Chosen` has a place among the voices of the desk.
    pub fn key(&mut self, key: KeyEvent) -> Outcome {
        let outcome = self.chooser.key(key);
        if outcome == Outcome::Typed {
            self.search();
        }
        outcome
    }

    /// Finds what is typed.
    pub fn search(&mut self) {
        let typed = self.chooser.input.value().to_owned();
        let speakers = &self.speakers;
        self.chooser.keep(speakers.len(), |place| {
            rank(&typed, &speakers.get(place)?.found_by)
        });
    }

    /// Fits it to the screen.
    pub fn fit(&mut self, size: Size) {
        let lines = u16::try_from(self.speakers.len()).unwrap_or(u16::MAX).min(18);
        self.area = area(size, 64, lines.saturating_add(4).max(8));
        let inner = inner(self.area);
        let height = inner.height.saturating_sub(2);
        self.chooser
            .fit(inner.width, height, |left| Sheet::of_single_lines(left.len()));
    }

    /// Draws it.
    pub fn render(&self, buffer: &mut Buffer, state: &State) {
        let theme = &state.theme;
        let dim = theme.style(Role::Dim);
        let inner = inner(self.area);
        let list = &self.chooser.list;
        panel(buffer, self.area, "Speakers", list.scroll_position(), state);
        let count = format!("{} of {}", self.chooser.left.len(), self.speakers.len());
        let right = inner.right().saturating_sub(1);
        let end = put_right(buffer, right, inner.y, inner.width / 3, &count, dim);
        let width = end.saturating_sub(inner.x + 2);
        prompt::render_input(
            buffer,
            (inner.x + 1, inner.y),
            width,
            "name: ",
            &self.chooser.input,
            state,
        );
        for (row, line) in list.visible() {
            let place = self.chooser.left.get(line.item);
            let Some(speaker) = place.and_then(|place| self.speakers.get(*place)) else {
                continue;
            };
            let y = inner.y + 2 + row;
            if line.item == list.selected {
                let whole = Rect {
                    y,
                    height: 1,
                    ..inner
                };
                tint(buffer, whole, theme.style(Role::Selection));
                put(buffer, inner.x, y, 1, "▌", theme.style(Role::SelectionMark));
            }
            let end = put_right(buffer, right, y, inner.width, &speaker.counts, dim);
            let room = |at: u16| end.saturating_sub(at + 2);
            let at = inner.x + 1;
            let at = put_fitting(buffer, at, y, room(at), &speaker.name, theme.style(Role::Text));
            if let Some(role) = &speaker.role
                && room(at) > 10
            {
                let at = put(buffer, at, y, 3, " · ", dim);
                put_fitting(buffer, at, y, room(at), role, dim);
            }
        }
        if self.chooser.left.is_empty() {
            let words = if self.speakers.is_empty() {
                "Nobody is quoted in this article."
            } else {
                "Nobody of that name."
            };
            put(
                buffer,
                inner.x + 1,
                inner.y + 2,
                inner.width.saturating_sub(2),
                words,
                dim,
            );
        }
    }
}
