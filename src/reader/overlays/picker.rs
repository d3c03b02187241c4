//! Who speaks, in this article and in the others: type a part of the name, Enter goes to their first quote.

use std::collections::HashSet;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::briefing::{CleanText, fold};
use crate::library::{QuoteAt, SpeakerEntry, Speakers};
use crate::reader::desk::Desk;
use crate::reader::paint::{put, put_fitting, put_right};
use crate::reader::state::State;
use crate::reader::theme::Role;

use super::chooser::{Chooser, Outcome, rank};
use super::{fit_lines, inner, mark_selected, panel, render_typed};

/// The speaker picker.
#[derive(Debug, Clone, Default)]
pub struct Picker {
    /// What is typed, and which speakers are left.
    pub chooser: Chooser,
    /// The voices of the desk, then who speaks in other articles only.
    speakers: Vec<Speaker>,
    area: Rect,
}

/// Where picking somebody leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To this voice of the desk.
    Voice(usize),
    /// To this quote in another article, by the speaker of this name.
    Elsewhere(QuoteAt, CleanText),
}

/// What is shown of a speaker, and what they are found by.
#[derive(Debug, Clone)]
struct Speaker {
    name: CleanText,
    role: Option<CleanText>,
    counts: String,
    /// Name, role and aliases, folded.
    found_by: String,
    target: Target,
}

impl Picker {
    /// The picker with everybody who speaks on `desk`, the one at `voice` selected, and then with everybody whom only other
    /// articles of the library quote.
    pub fn open(desk: &Desk, voice: Option<usize>, library: &Speakers) -> Self {
        let here: HashSet<String> = desk.voices.iter().map(|voice| fold(&voice.name)).collect();
        let elsewhere = library
            .all()
            .into_iter()
            .filter(|entry| !here.contains(&fold(&entry.name)))
            .filter_map(of_another_article);
        let mut picker = Self {
            speakers: of_this_article(desk).chain(elsewhere).collect(),
            ..Self::default()
        };
        picker.search();
        picker.chooser.list.select(voice.unwrap_or(0));
        picker
    }

    /// Where the item at `place` of the whole list leads.
    pub fn target(&self, place: usize) -> Option<Target> {
        self.speakers.get(place).map(|speaker| speaker.target.clone())
    }

    /// What `key` does; `Chosen` has a place for [`Picker::target`].
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
        self.area = fit_lines(&mut self.chooser, size, self.speakers.len().max(4), 4);
    }

    /// Draws it.
    pub fn render(&self, buffer: &mut Buffer, state: &State) {
        let theme = &state.theme;
        let dim = theme.style(Role::Dim);
        let inner = inner(self.area);
        let list = &self.chooser.list;
        panel(buffer, self.area, "Speakers", list.scroll_position(), state);
        let right = inner.right().saturating_sub(1);
        render_typed(buffer, inner, "name: ", &self.chooser, self.speakers.len(), state);
        for (row, line) in list.visible() {
            let place = self.chooser.left.get(line.item);
            let Some(speaker) = place.and_then(|place| self.speakers.get(*place)) else {
                continue;
            };
            let y = inner.y + 2 + row;
            if line.item == list.selected {
                mark_selected(buffer, inner, y, state);
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
                "Nobody is quoted."
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

fn of_this_article(desk: &Desk) -> impl Iterator<Item = Speaker> + '_ {
    desk.voices.iter().enumerate().map(|(place, voice)| {
        let actor = voice
            .actor
            .and_then(|actor| desk.briefing.actors.items.get(actor));
        let aliases = actor.map_or(&[][..], |actor| &actor.aliases);
        let mut found_by = fold(&voice.name);
        for part in aliases.iter().chain(voice.role.as_ref()) {
            found_by.push(' ');
            found_by.push_str(&fold(part));
        }
        let (quotes, words) = (counted(voice.quotes.len(), "quote"), counted(voice.words, "word"));
        Speaker {
            name: voice.name.clone(),
            role: voice.role.clone(),
            counts: format!("{quotes}, {words}"),
            found_by,
            target: Target::Voice(place),
        }
    })
}

fn of_another_article(entry: &SpeakerEntry) -> Option<Speaker> {
    let first = *entry.quotes.first()?;
    let articles: HashSet<usize> = entry.quotes.iter().map(|at| at.article).collect();
    let quotes = counted(entry.quotes.len(), "quote");
    let where_else = match articles.len() {
        1 => "another article".to_owned(),
        many => format!("{many} other articles"),
    };
    Some(Speaker {
        name: entry.name.clone(),
        role: None,
        counts: format!("{quotes} in {where_else}"),
        found_by: fold(&entry.name),
        target: Target::Elsewhere(first, entry.name.clone()),
    })
}

/// "1 quote", "2 quotes".
fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
