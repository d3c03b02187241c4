//! What is on the desk: the library, the open briefing, focus, selection, narrowing, search.

use crate::briefing::CleanText;

use super::keymap::Keymap;
use super::theme::Theme;

/// Everything the reader knows; [`update`](super::update::update) changes it, [`draw`](super::view::draw) shows it.
#[derive(Debug)]
pub struct State {
    /// How things look.
    pub theme: Theme,
    /// Which key does what.
    pub keymap: Keymap,
    /// What the person should read.
    pub notice: Option<CleanText>,
}

impl State {
    /// A desk with nothing on it yet: the library comes with a [`Listed`](super::update::Message::Listed).
    pub fn new(theme: Theme, keymap: Keymap) -> Self {
        Self {
            theme,
            keymap,
            notice: None,
        }
    }
}
