//! What wakes the reader, and the thread that reads keys.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind};

use super::background::{Answer, Heard};
use super::terminal;
use super::theme::ThemeName;
use super::update::Message;

/// Something that the loop has to act upon.
#[derive(Debug)]
pub(super) enum Wake {
    /// The person did these things, in order. The thread that reads keys waits until it is told to
    /// [go on](Input::go_on).
    Input(Vec<Message>),
    /// The terminal told its background.
    Background(ThemeName),
    /// A worker has something to tell.
    Work(Message),
    /// The terminal was given to the shell meanwhile: all must be painted anew.
    Resumed,
    /// No keys can be read any more.
    InputLost(io::Error),
}

/// The thread that reads keys. It reads on only when it is told to: while an editor has the terminal, no key of the
/// editor's is taken, and what was typed faster than it could be shown comes in one piece.
pub(super) struct Input {
    go_on: Sender<()>,
}

impl Input {
    /// Starts to read. `drawn` is the size of the frame on the screen, in columns and rows; `asked` tells whether the
    /// terminal was asked for its background.
    pub(super) fn start(wake: Sender<Wake>, drawn: (u16, u16), asked: bool) -> io::Result<Self> {
        let (go_on, told_to_go_on) = channel();
        thread::Builder::new().name("input".to_owned()).spawn(move || {
            if let Err(error) = read(&wake, &told_to_go_on, drawn, Answer::new(asked)) {
                let _ = wake.send(Wake::InputLost(error));
            }
        })?;
        Ok(Self { go_on })
    }

    /// Lets the thread read the next keys.
    pub(super) fn go_on(&self) {
        // Where the thread has ended, it has said so.
        let _ = self.go_on.send(());
    }
}

fn read(wake: &Sender<Wake>, go_on: &Receiver<()>, drawn: (u16, u16), mut answer: Answer) -> io::Result<()> {
    // The first poll makes crossterm watch the size: a change between the first frame and now went unseen.
    event::poll(Duration::ZERO)?;
    let size = terminal::size()?;
    let mut messages = Vec::new();
    if size != drawn {
        messages.extend(message(Event::Resize(size.0, size.1)));
    }
    loop {
        while messages.is_empty() || event::poll(Duration::ZERO)? {
            match answer.hear(event::read()?) {
                Heard::Part => {}
                Heard::Background(name) => {
                    if wake.send(Wake::Background(name)).is_err() {
                        return Ok(());
                    }
                }
                Heard::Events(events) => messages.extend(events.into_iter().filter_map(message)),
            }
        }
        let sent = wake.send(Wake::Input(std::mem::take(&mut messages)));
        if sent.is_err() || go_on.recv().is_err() {
            return Ok(());
        }
    }
}

fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(Message::Key(key)),
        Event::Mouse(mouse) => Some(Message::Mouse(mouse)),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Resize(columns, rows) => {
            let (columns, rows) = terminal::usable((columns, rows));
            Some(Message::Resize { columns, rows })
        }
        Event::Key(_) | Event::FocusGained | Event::FocusLost => None,
    }
}
