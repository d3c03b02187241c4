//! Where an address leads, before it is opened.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::briefing::{CleanText, Span};
use crate::reader::action::Action;
use crate::reader::address::{Parts, is_foreign};
use crate::reader::keymap::{Key, Keymap};
use crate::reader::paint::{Mark, Scroll, put_fitting, put_marked};
use crate::reader::state::State;
use crate::reader::theme::Role;
use crate::reader::wrap::{Rows, shown};

use super::{area, inner, panel};

/// The most columns of its rows.
const WIDTH: u16 = 72;

/// What is said of an address with something before the server's name.
const USER: &str = "What stands before the @ is no part of the server's name.";

/// What is said of a server in other letters.
const FOREIGN: &str = "It is spelled with letters that may look like others.";

/// What the keys do.
const KEYS: &str = "Enter opens it · Esc closes";

/// An address, and whether it is to be opened.
#[derive(Debug, Clone)]
pub struct Address {
    whole: CleanText,
    /// What is shown: where it leads, what is to be minded, and the whole address.
    words: CleanText,
    /// What of the words looks different.
    marks: Vec<(Span, Role)>,
    rows: Rows,
    /// The width that the rows were made for.
    made_for: u16,
    /// The first row on the screen.
    top: usize,
    area: Rect,
}

/// What a key did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is still asked.
    Open,
    /// It is not opened.
    Closed,
    /// It is to be opened.
    Chosen(CleanText),
}

impl Address {
    /// Asks whether `address` is to be opened; `None` where nothing would open it.
    pub fn ask(address: &CleanText) -> Option<Self> {
        let Parts { user, host } = Parts::of(address)?;
        let name = address.get(host.clone())?;
        let mut words = String::from("It leads to ");
        let mut marks = Vec::new();
        let mut add = |words: &mut String, part: &str, role: Role| {
            let start = words.len();
            words.push_str(part);
            marks.push((Span::new(start, words.len()), role));
        };
        add(&mut words, name, Role::Match);
        for (warning, is_due) in [(USER, !user.is_empty()), (FOREIGN, is_foreign(name))] {
            if is_due {
                words.push('\n');
                add(&mut words, warning, Role::Problem);
            }
        }
        words.push_str("\n\n");
        let start = words.len();
        words.push_str(address);
        let within = |range: Range<usize>| Span::new(start + range.start, start + range.end);
        marks.push((within(user), Role::Problem));
        marks.push((within(host), Role::Match));
        Some(Self {
            whole: address.clone(),
            words: CleanText::new(&words),
            marks,
            rows: Rows::default(),
            made_for: 0,
            top: 0,
            area: Rect::default(),
        })
    }

    /// What `key` does: the one that asked, too, opens it.
    pub fn key(&mut self, key: KeyEvent, keymap: &Keymap) -> Outcome {
        let page = self.height().max(1);
        self.top = match (key.code, keymap.action(Key::from(key))) {
            (KeyCode::Enter, _) | (_, Some(Action::OpenAddress)) => {
                return Outcome::Chosen(self.whole.clone());
            }
            (_, Some(Action::Down)) => self.top + 1,
            (_, Some(Action::Up)) => self.top.saturating_sub(1),
            (_, Some(Action::PageDown | Action::HalfPageDown)) => self.top + page,
            (_, Some(Action::PageUp | Action::HalfPageUp)) => self.top.saturating_sub(page),
            (_, Some(Action::Top)) => 0,
            (_, Some(Action::Bottom)) => self.rows.len(),
            _ => return Outcome::Closed,
        };
        self.settle();
        Outcome::Open
    }

    /// How many rows of the words are on the screen: all within the frame but a blank one and that of the keys.
    fn height(&self) -> usize {
        usize::from(inner(self.area).height.saturating_sub(2))
    }

    fn settle(&mut self) {
        self.top = self.top.min(self.rows.len().saturating_sub(self.height()));
    }

    /// Fits it to the screen.
    pub fn fit(&mut self, size: Size) {
        let width = WIDTH.min(size.width.saturating_sub(4)).max(1);
        if self.made_for != width {
            self.rows = Rows::new(&self.words, width);
            self.made_for = width;
        }
        let height = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        self.area = area(size, width.saturating_add(4), height.saturating_add(4));
        self.settle();
    }

    /// Draws it.
    pub fn render(&self, buffer: &mut Buffer, state: &State) {
        let scroll = Scroll {
            top: self.top,
            shown: self.height(),
            of: self.rows.len(),
        };
        panel(buffer, self.area, "Open this address?", scroll, state);
        let inner = inner(self.area);
        let (x, room) = (inner.x + 1, inner.width.saturating_sub(1));
        let text = state.theme.style(Role::Text);
        let marks: Vec<Mark> = self
            .marks
            .iter()
            .map(|(span, role)| Mark {
                start: span.start(),
                end: span.end(),
                style: state.theme.style(*role),
            })
            .collect();
        let rows = (self.top..self.rows.len()).take(self.height());
        for (row, y) in rows.map(|row| self.rows.row(row)).zip(inner.top()..) {
            let words = shown(&self.words, row);
            put_marked(buffer, (x, y), room, words, row.start(), text, &marks);
        }
        let last = inner.bottom().saturating_sub(1);
        put_fitting(buffer, x, last, room, KEYS, state.theme.style(Role::Dim));
    }
}
