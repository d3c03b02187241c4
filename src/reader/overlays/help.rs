//! All actions and their keys: type to search, Enter does what is selected.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::briefing::fold;
use crate::reader::action::{ACTIONS, Action};
use crate::reader::keymap::Keymap;
use crate::reader::list::{Kind, Sheet};
use crate::reader::paint::{Scroll, put};
use crate::reader::state::State;
use crate::reader::theme::Role;
use crate::reader::wrap::{Rows, columns, shown};

use super::chooser::{Chooser, Outcome, rank};
use super::{area, inner, mark_selected, panel, render_typed};

/// The help.
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// What is typed, and which actions are left.
    pub chooser: Chooser,
    /// Columns of the keys.
    keys: u16,
    /// Whether there is room for no more than the main key of each action.
    brief: bool,
    area: Rect,
}

impl Help {
    /// The help with all actions.
    pub fn open(keymap: &Keymap) -> Self {
        let mut help = Self::default();
        help.search(keymap);
        help
    }

    /// What `key` does; an action where one was chosen.
    pub fn key(&mut self, key: KeyEvent, keymap: &Keymap) -> (Outcome, Option<Action>) {
        let outcome = self.chooser.key(key);
        match outcome {
            Outcome::Typed => {
                self.search(keymap);
                (outcome, None)
            }
            Outcome::Chosen(place) => (outcome, ACTIONS.get(place).map(|description| description.action)),
            _ => (outcome, None),
        }
    }

    /// Takes what was pasted into the search.
    pub fn search(&mut self, keymap: &Keymap) {
        let typed = self.chooser.input.value().to_owned();
        self.chooser.keep(ACTIONS.len(), |place| {
            let description = ACTIONS.get(place)?;
            let keys = keymap.shown(description.action);
            // A key is found as it is written: "G" is not "g".
            if keys.split(' ').any(|key| key == typed) {
                return Some(0);
            }
            let text = format!("{} {} {}", description.title, description.doc, description.id);
            rank(&typed, &fold(&text)).map(|rank| rank + usize::from(!typed.is_empty()))
        });
    }

    /// Fits it to the screen.
    pub fn fit(&mut self, size: Size, keymap: &Keymap) {
        self.area = area(size, 84, 30);
        let inner = inner(self.area);
        self.brief = inner.width < 56;
        let keys = ACTIONS
            .iter()
            .map(|description| columns(&self.keys_of(description.action, keymap)));
        self.keys = u16::try_from(keys.max().unwrap_or(0))
            .unwrap_or(u16::MAX)
            .min(inner.width / 3);
        let width = inner.width.saturating_sub(self.keys + 4).max(1);
        self.chooser.fit(width, inner.height.saturating_sub(2), |left| {
            let mut sheet = Sheet::default();
            for place in left {
                sheet.start_item();
                let rows = Rows::new(doc(*place), width);
                for (index, row) in rows.iter().enumerate() {
                    let kind = if index == 0 { Kind::First } else { Kind::More };
                    sheet.push(kind, row, index + 1 == rows.len());
                }
            }
            sheet
        });
    }

    fn keys_of(&self, action: Action, keymap: &Keymap) -> String {
        if self.brief {
            keymap
                .keys(action)
                .next()
                .map(|key| key.to_string())
                .unwrap_or_default()
        } else {
            keymap.shown(action)
        }
    }

    /// Draws it.
    pub fn render(&self, buffer: &mut Buffer, state: &State) {
        let theme = &state.theme;
        let inner = inner(self.area);
        let list = &self.chooser.list;
        panel(buffer, self.area, "Keys", Scroll::default(), state);
        render_typed(
            buffer,
            inner,
            "type to search: ",
            &self.chooser,
            ACTIONS.len(),
            state,
        );
        for (row, line) in list.visible() {
            let Some(place) = self.chooser.left.get(line.item) else {
                continue;
            };
            let y = inner.y + 2 + row;
            if line.item == list.selected {
                mark_selected(buffer, inner, y, state);
            }
            if line.kind == Kind::First
                && let Some(description) = ACTIONS.get(*place)
            {
                let keys = self.keys_of(description.action, &state.keymap);
                put(buffer, inner.x + 1, y, self.keys, &keys, theme.style(Role::Key));
            }
            let x = inner.x + 1 + self.keys + 2;
            let words = shown(doc(*place), line.span);
            put(
                buffer,
                x,
                y,
                inner.right().saturating_sub(x),
                words,
                theme.style(Role::Text),
            );
        }
        if self.chooser.left.is_empty() {
            let words = "No key does that.";
            put(
                buffer,
                inner.x + 1,
                inner.y + 2,
                inner.width,
                words,
                theme.style(Role::Dim),
            );
        }
    }
}

fn doc(place: usize) -> &'static str {
    ACTIONS.get(place).map_or("", |description| description.doc)
}
