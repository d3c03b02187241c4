//! The terminal program: state → view, (state, message) → state and effects.
//!
//! [`update::update`] and [`view::draw`] know the screen but no terminal, and do no I/O: a test can press keys and look
//! at the cells. The world is touched elsewhere: [`run()`] is the loop, [`terminal`] the modes of the terminal, `perform`
//! what the effects do, `events` the thread that reads keys, `signals` what the system says.
//!
//! This room may use [`library`](crate::library) and [`briefing`](crate::briefing); no other room uses terminal types.

pub mod action;
mod address;
mod arrivals;
mod background;
mod corrections;
mod dates;
mod desk;
pub mod effects;
mod errands;
mod events;
mod fit;
mod hints;
pub mod keymap;
mod layout;
mod list;
mod moves;
mod overlays;
mod page;
mod paint;
pub mod pane;
mod panes;
mod perform;
mod run;
mod search;
mod shelf;
mod signals;
pub mod state;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod wrap;

pub use run::{ReaderError, run};

/// What stands at an address. It was fetched before the reader was opened, and is in no file.
#[derive(Debug)]
pub struct Fetched {
    /// As it is named among the paths.
    pub address: std::path::PathBuf,
    /// What it gave, article by article.
    pub results: Vec<Result<crate::briefing::Briefing, crate::library::LoadError>>,
}

/// What the caller may choose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// How things look.
    pub theme: theme::ThemeChoice,
    /// Which key does what.
    pub keymap: keymap::Keymap,
    /// Whether the mouse is asked for from the start; it takes the terminal's own selection away.
    pub mouse: bool,
}
