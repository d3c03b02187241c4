//! What the reader asks of the world outside it.
//!
//! [`update`](super::update::update) does no I/O: it returns [`Effect`]s. Whatever comes back from one comes as a
//! [`Message`](super::update::Message).

use std::path::PathBuf;
use std::sync::Arc;

use crate::briefing::{ArticleId, Briefing, CleanText, Correction};

use super::update::Way;

/// Something that the outside world is asked to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Leave the reader.
    Quit,
    /// Give the terminal back to the shell until the program is continued (ctrl-z).
    Suspend,
    /// Take the mouse, or leave it to the terminal again; then send a [`Notice`](super::update::Message::Notice) that
    /// says which.
    SwitchMouse,
    /// Put the text on the clipboard (OSC 52), then send [`Copied`](super::update::Message::Copied).
    Copy(CleanText),
    /// Open a web address, which the person has seen, in the browser, then send [`AddressOpened`](super::update::Message::AddressOpened). It is
    /// `http` or `https`.
    OpenAddress(CleanText),
    /// Open `file` in the person's editor, then send [`EditorClosed`](super::update::Message::EditorClosed).
    Edit {
        /// The file of the library that is to be read again afterwards.
        path: PathBuf,
        /// What to edit: the correction beside the article, or the briefing file itself.
        file: PathBuf,
        /// What `file` starts with where there is no such file yet; a file that is still only this when the editor
        /// closes is taken away again.
        template: String,
    },
    /// Write a correction, then send [`Saved`](super::update::Message::Saved).
    Correct {
        /// The entry of the library.
        article: ArticleId,
        /// Where the correction is kept.
        file: PathBuf,
        /// The briefing that is put right; where the files give another by now and that does not have what is to be
        /// put right, nothing is written.
        base: Arc<Briefing>,
        /// What is put right.
        correction: Correction,
        /// Whether it is written even where somebody else has put the same thing right since `base` was read.
        over_theirs: bool,
        /// What to call it.
        what: CleanText,
    },
    /// Make `file` hold again what it held, if it still holds `from`; then send
    /// [`Saved`](super::update::Message::Saved).
    Restore {
        /// The entry of the library.
        article: ArticleId,
        /// Where its corrections are kept.
        file: PathBuf,
        /// What the file holds; `None` where it is not there.
        from: Option<String>,
        /// What it is to hold; `None` where it is to go.
        to: Option<String>,
        /// Back or forth.
        way: Way,
    },
    /// Read these files in parallel, the first ones first, and send one [`Loaded`](super::update::Message::Loaded)
    /// for each as it is done.
    Load {
        /// Comes back with each result, so that stale ones can be told.
        generation: u64,
        /// Files of the library, as they came with [`Listed`](super::update::Message::Listed).
        paths: Vec<PathBuf>,
    },
}
