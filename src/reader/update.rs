//! (state, message) → state and effects. No I/O.

use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::{KeyEvent, MouseEvent};

use crate::briefing::{Briefing, CleanText};
use crate::library::Problem;

use super::effects::Effect;
use super::state::State;

/// Something that happened outside.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed (or repeats; releases are not sent).
    Key(KeyEvent),
    /// Text was pasted in one piece.
    Paste(String),
    /// The mouse did something; sent only where it was asked for.
    Mouse(MouseEvent),
    /// The terminal has this size now.
    Resize {
        /// Cells across.
        columns: u16,
        /// Cells down.
        rows: u16,
    },
    /// The library was listed: these are its entries, in order. They are asked for with [`Effect::Load`].
    Listed {
        /// The articles; standard input is `-`.
        paths: Vec<PathBuf>,
        /// What could not be listed.
        problems: Vec<Problem>,
    },
    /// One entry was read.
    Loaded {
        /// That of the [`Effect::Load`] that asked; results of an older one are dropped.
        generation: u64,
        /// Which entry.
        path: PathBuf,
        /// Its briefing, or what failed and what to do.
        result: Result<Arc<Briefing>, CleanText>,
    },
    /// The clipboard was asked to hold a text.
    Copied(Result<(), CleanText>),
    /// The browser was asked to open an address.
    AddressOpened(Result<(), CleanText>),
    /// The editor was closed, or did not open.
    EditorClosed {
        /// The entry that was given with [`Effect::Edit`].
        path: PathBuf,
        /// What failed and what to do.
        result: Result<(), CleanText>,
    },
    /// Something that the person should read failed elsewhere (the log file, the clipboard …).
    Notice(CleanText),
}

/// Brings `state` up to date with `message`, and says what the outside world is to do.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(key) if key.code == crossterm::event::KeyCode::Char('q') => return vec![Effect::Quit],
        Message::Notice(text) => state.notice = Some(text),
        _ => {}
    }
    Vec::new()
}
