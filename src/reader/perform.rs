//! Doing what [`update`](super::update::update) asks of the world.

mod browser;
mod editor;
mod loading;
mod replace;
mod saving;

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::Sender;

use crate::briefing::CleanText;
use crate::library;

use super::Fetched;
use super::effects::Effect;
use super::events::Wake;
use super::signals;
use super::terminal::Screen;
use super::update::{Message, Way};

use loading::Loading;
pub(super) use loading::is_standard_input;

/// Whether the reader goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    GoOn,
    Quit,
}

/// What does the effects.
pub(super) struct Hands {
    wake: Sender<Wake>,
    loading: Loading,
    reading: library::Options,
}

impl Hands {
    pub(super) fn new(wake: Sender<Wake>, fetched: Vec<Fetched>, reading: library::Options) -> Self {
        Self {
            loading: Loading::new(wake.clone(), fetched, reading),
            wake,
            reading,
        }
    }

    /// Lists what is under `paths`; the list comes as a message.
    pub(super) fn list(&self, paths: Vec<PathBuf>) -> io::Result<()> {
        self.loading.list(paths)
    }

    /// Lets the workers use all cores, which the first frame had for itself.
    pub(super) fn first_frame_is_painted(&mut self) {
        self.loading.first_frame_is_painted();
    }

    /// Does one effect. What came of it is added to `messages`, or comes later, as the effect's docs say.
    pub(super) fn perform(
        &mut self,
        effect: Effect,
        screen: &mut Screen,
        messages: &mut VecDeque<Message>,
    ) -> io::Result<Flow> {
        match effect {
            Effect::Quit => return Ok(Flow::Quit),
            Effect::Suspend => {
                if !signals::stop_job() {
                    let why = "There is no shell to go back to.";
                    messages.push_back(Message::Notice(CleanText::line(why)));
                }
            }
            Effect::SwitchMouse => {
                let whose = if screen.switch_mouse()? {
                    "The mouse is the reader's now."
                } else {
                    "The mouse is the terminal's own again."
                };
                messages.push_back(Message::Notice(CleanText::line(whose)));
            }
            Effect::Copy(text) => {
                let copied = screen
                    .copy(&text)
                    .map_err(|error| CleanText::line(&error.to_string()));
                messages.push_back(Message::Copied(copied));
            }
            Effect::OpenAddress(address) => {
                let opened = browser::open(&address, &self.wake);
                messages.push_back(Message::AddressOpened(opened));
            }
            Effect::Edit { path, file, template } => {
                let result = editor::edit(&file, &template, screen)?;
                messages.push_back(Message::EditorClosed { path, result });
            }
            Effect::Correct {
                article,
                file,
                base,
                correction,
                over_theirs,
                what,
            } => {
                let made = saving::Made {
                    base: &base,
                    correction: &correction,
                    over_theirs,
                };
                let result = saving::correct(&article, &file, &made, &self.reading);
                messages.push_back(Message::Saved {
                    article,
                    file,
                    way: Way::Correct,
                    what,
                    result,
                });
            }
            Effect::Restore {
                article,
                file,
                from,
                to,
                way,
            } => {
                let result = saving::restore(&article, &file, (from, to), &self.reading);
                messages.push_back(Message::Saved {
                    article,
                    file,
                    way,
                    what: CleanText::default(),
                    result,
                });
            }
            Effect::Load { generation, paths } => self.loading.load(generation, paths)?,
        }
        Ok(Flow::GoOn)
    }
}
