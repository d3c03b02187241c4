//! What the keys that move do: within a pane, between panes, from quote to quote, from match to match.

mod desk;
mod quotes;
mod scroll;
mod search;

pub use desk::{back, follow, toggle_earlier, toggle_library, toggle_only, toggle_why, turn};
pub use quotes::{cross, go_to_voice, step, step_by_speaker, step_speaker};
pub use scroll::{by_lines, by_pages, mouse, to_end};
pub use search::{begin_search, cancel_search, keep_search, search_typed, step_match};
