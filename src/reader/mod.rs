//! The terminal program: state → view, (state, message) → state and effects.
//!
//! [`update::update`] and [`view::draw`] know the screen but no terminal, and do no I/O: a test can press keys and look
//! at the cells. What touches the world is in [`effects`].
//!
//! This room may use [`library`](crate::library) and [`briefing`](crate::briefing); no other room uses terminal types.

pub mod action;
pub mod effects;
pub mod keymap;
pub mod pane;
pub mod state;
pub mod theme;
pub mod update;
pub mod view;
pub mod wrap;

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
