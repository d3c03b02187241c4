//! The terminal: the one place that touches its modes.
//!
//! What [`Screen::open`] switches on (raw mode, the alternate screen, bracketed paste, the hidden cursor), `release`
//! undoes, and nothing else does: `Drop`, the panic hook, the signals, an editor and ctrl-z all go through it. Every
//! byte for the screen passes one lock, so that nothing is painted on the shell's screen once the terminal was given
//! back.

use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{panic, thread};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use crate::library;

/// Who has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    /// The shell: before the reader opens it and after it closed it.
    Shell,
    /// The reader.
    Reader,
    /// The shell, until it continues the stopped reader.
    ShellMeanwhile,
    /// A program that the reader started, such as an editor.
    Guest,
}

/// The state that the reader's thread and the thread of the signals share.
struct Modes {
    holder: Holder,
    mouse: bool,
}

static MODES: Mutex<Modes> = Mutex::new(Modes {
    holder: Holder::Shell,
    mouse: false,
});

fn modes() -> MutexGuard<'static, Modes> {
    MODES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Who has the terminal now.
pub(super) fn holder() -> Holder {
    modes().holder
}

/// Leaves the terminal as it was found, for good.
pub(super) fn restore() {
    release(Holder::Shell);
}

/// Leaves the terminal as it was found, for `next` to use it. Does nothing but note `next` where the reader does not
/// hold it. Errors are passed over: there is nothing left to tell them on.
pub(super) fn release(next: Holder) {
    let mut modes = modes();
    if modes.holder == Holder::Reader {
        // First of all: whoever sees the shell's screen can type what the shell will read.
        let _ = disable_raw_mode();
        let mut out = io::stdout().lock();
        if modes.mouse {
            let _ = queue!(out, DisableMouseCapture);
        }
        let _ = execute!(
            out,
            EndSynchronizedUpdate,
            SetAttribute(Attribute::Reset),
            DisableBracketedPaste,
            Show,
            LeaveAlternateScreen
        );
    }
    modes.holder = next;
}

fn hold(modes: &mut Modes) -> io::Result<()> {
    // First of all: a process in the background is stopped here, before it writes over the shell's screen.
    enable_raw_mode()?;
    modes.holder = Holder::Reader;
    let mut out = io::stdout().lock();
    queue!(out, EnterAlternateScreen, EnableBracketedPaste, Hide)?;
    if modes.mouse {
        queue!(out, EnableMouseCapture)?;
    }
    out.flush()
}

/// Takes the terminal again after the shell continued the process, and tells whether all must be painted anew.
pub(super) fn resume() -> bool {
    match holder() {
        Holder::Shell | Holder::Guest => false,
        Holder::Reader | Holder::ShellMeanwhile => {
            // A SIGSTOP gave no warning: the shell has set its own modes since, whatever was noted here.
            release(Holder::ShellMeanwhile);
            hold(&mut modes()).is_ok()
        }
    }
}

/// The size of the terminal, in columns and rows. One that does not tell, such as a serial line, is taken to have the
/// usual 80 and 24.
pub(super) fn size() -> io::Result<(u16, u16)> {
    crossterm::terminal::size().map(usable)
}

/// What to make of a size that was told, in columns and rows.
pub(super) fn usable(told: (u16, u16)) -> (u16, u16) {
    if told.0 == 0 || told.1 == 0 {
        (80, 24)
    } else {
        told
    }
}

fn area() -> io::Result<Rect> {
    let (columns, rows) = size()?;
    Ok(Rect::new(0, 0, columns, rows))
}

/// The bytes of a frame, until it is complete.
#[derive(Debug, Clone, Default)]
struct Pending(Rc<RefCell<Vec<u8>>>);

impl Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Does nothing: ratatui flushes after every cursor command, but a frame goes out whole, through [`Pending::send`].
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Pending {
    fn send(&self) -> io::Result<()> {
        let mut bytes = self.0.borrow_mut();
        let modes = modes();
        let sent = if modes.holder == Holder::Reader {
            let mut out = io::stdout().lock();
            out.write_all(&bytes).and_then(|()| out.flush())
        } else {
            // Whoever has the terminal now must not see it; all is painted anew when it comes back.
            Ok(())
        };
        bytes.clear();
        sent
    }
}

/// The terminal while the reader has it. Dropping it leaves the terminal as it was found.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Pending>>,
    area: Rect,
    pending: Pending,
}

impl Screen {
    /// Takes the terminal that standard output is. Keys are read from standard input, or from `/dev/tty` where that
    /// is no terminal. From now on a panic of this thread gives the terminal back before it is told.
    pub fn open(mouse: bool) -> io::Result<Self> {
        if !io::stdout().is_terminal() {
            return Err(io::Error::new(
                io::ErrorKind::Unsupported,
                "standard output is no terminal",
            ));
        }
        let pending = Pending::default();
        let area = area()?;
        let options = TerminalOptions {
            viewport: Viewport::Fixed(area),
        };
        let terminal = Terminal::with_options(CrosstermBackend::new(pending.clone()), options)?;
        tell_panics_on_the_shells_screen();
        let mut modes = modes();
        modes.mouse = mouse;
        hold(&mut modes)?;
        drop(modes);
        Ok(Self {
            terminal,
            area,
            pending,
        })
    }

    /// Paints one frame: one write, which terminals that can show at once.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame)) -> io::Result<()> {
        queue!(self.pending, BeginSynchronizedUpdate)?;
        if area()? != self.area {
            self.forget()?;
        }
        self.terminal.draw(render)?;
        queue!(self.pending, EndSynchronizedUpdate)?;
        self.pending.send()
    }

    /// The size of the last frame, in columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        (self.area.width, self.area.height)
    }

    /// Makes the next frame paint every cell, because something else wrote on the screen.
    pub fn forget(&mut self) -> io::Result<()> {
        // `Terminal::clear` would ask the terminal where the cursor is, and the thread that reads keys has the answer.
        self.area = area()?;
        self.terminal.resize(self.area)
    }

    /// Gives the terminal to `guest`, takes it back when that returns.
    pub fn lend<T>(&mut self, guest: impl FnOnce() -> T) -> io::Result<T> {
        release(Holder::Guest);
        let result = guest();
        hold(&mut modes())?;
        self.forget()?;
        Ok(result)
    }

    /// Takes the mouse, or leaves it to the terminal, whose own selection needs it. Tells whether it is taken now.
    pub fn switch_mouse(&mut self) -> io::Result<bool> {
        let mut modes = modes();
        modes.mouse = !modes.mouse;
        let taken = modes.mouse;
        drop(modes);
        if taken {
            queue!(self.pending, EnableMouseCapture)?;
        } else {
            queue!(self.pending, DisableMouseCapture)?;
        }
        self.pending.send()?;
        Ok(taken)
    }

    /// Puts `text` into the clipboard of the terminal, also through ssh and multiplexers that allow it (OSC 52).
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        queue!(self.pending, CopyToClipboard::to_clipboard_from(text))?;
        self.pending.send()
    }

    /// Sends `query`, which the terminal may answer among the keys.
    pub(super) fn ask(&mut self, query: &str) -> io::Result<()> {
        self.pending.write_all(query.as_bytes())?;
        self.pending.send()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

fn tell_panics_on_the_shells_screen() {
    let reader = thread::current().id();
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        // A parser that fails on a file costs that file alone, also where the reader itself reads it.
        if library::is_guarded() {
            return;
        }
        // Workers catch their panics and show them in the reader: here they would only spoil the screen.
        if thread::current().id() == reader {
            restore();
        }
        if holder() != Holder::Reader {
            tell(panic);
        }
    }));
}
