//! A program in a terminal of its own, as a person would run it.
//!
//! [`Pty`] opens a pseudo-terminal, runs a program in it, types keys, and knows what is on the screen: every byte that
//! the program writes goes through a terminal emulator (`vt100`) and is kept as well. A test waits until the screen shows
//! what it expects; where that does not happen for a long time, it fails and shows the screen. Nothing is ever measured
//! against a clock.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// How long a test waits before it is taken to hang. Only a failing test ever waits this long.
pub const HANGS: Duration = Duration::from_secs(30);

/// What is taken out of the environment, so that whoever runs the tests does not change what they see.
const NOT_INHERITED: [&str; 10] = [
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORFGBG",
    "VISUAL",
    "EDITOR",
    "BROWSER",
    "XDG_CONFIG_HOME",
    "ENV",
    "RUST_BACKTRACE",
];

/// What a frame of the reader begins and ends with.
const BEGIN_OF_FRAME: &[u8] = b"\x1b[?2026h";
const END_OF_FRAME: &[u8] = b"\x1b[?2026l";

/// How a program is to be run.
pub struct Setting {
    command: CommandBuilder,
    columns: u16,
    rows: u16,
    tells_size: bool,
    answers: Option<(&'static [u8], &'static [u8])>,
}

impl Setting {
    /// The program `briefing`, in `folder`, in a terminal of 80 columns and 24 rows that answers no questions.
    pub fn briefing(folder: &Path) -> Self {
        Self::program(env!("CARGO_BIN_EXE_briefing"), folder)
    }

    /// Any other program.
    pub fn program(program: impl AsRef<OsStr>, folder: &Path) -> Self {
        let mut command = CommandBuilder::new(program);
        command.cwd(folder);
        for variable in NOT_INHERITED {
            command.env_remove(variable);
        }
        command.env("TERM", "xterm-256color");
        command.env("HOME", folder);
        Self {
            command,
            columns: 80,
            rows: 24,
            tells_size: true,
            answers: None,
        }
    }

    /// Adds arguments.
    pub fn args<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        self.command.args(arguments);
        self
    }

    /// Sets a variable of the environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Gives the terminal another size.
    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    /// Leaves the program without a word of the terminal's size, which is the usual one.
    pub fn size_untold(mut self) -> Self {
        self.tells_size = false;
        self
    }

    /// Makes the terminal answer with `answer` where the program writes `question`.
    pub fn answering(mut self, question: &'static [u8], answer: &'static [u8]) -> Self {
        self.answers = Some((question, answer));
        self
    }

    /// Leaves the program without a controlling terminal: there is no `/dev/tty`.
    pub fn without_controlling_terminal(mut self) -> Self {
        self.command.set_controlling_tty(false);
        self
    }

    /// Runs the program.
    pub fn start(self) -> Pty {
        let told = if self.tells_size {
            size(self.columns, self.rows)
        } else {
            size(0, 0)
        };
        let pair = native_pty_system().openpty(told).unwrap();
        let found = modes(&*pair.master);
        let mut bytes = pair.master.try_clone_reader().unwrap();
        let keys = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let child = pair.slave.spawn_command(self.command).unwrap();
        // Else the terminal would never be told that the program is gone.
        drop(pair.slave);

        let seen = Arc::new(Seen {
            screen: Mutex::new(Screen {
                parser: vt100::Parser::new(
                    self.rows.try_into().unwrap(),
                    self.columns.try_into().unwrap(),
                    0,
                ),
                bytes: Vec::new(),
                gone: false,
            }),
            changed: Condvar::new(),
        });
        let (watched, answering, answers) = (Arc::clone(&seen), Arc::clone(&keys), self.answers);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            loop {
                let count = bytes.read(&mut buffer).unwrap_or(0);
                let mut screen = watched.screen.lock().unwrap();
                screen.gone = count == 0;
                let before = screen.bytes.len();
                screen.bytes.extend_from_slice(&buffer[..count]);
                screen.parser.process(&buffer[..count]);
                if let Some((question, answer)) = answers
                    && ends_within(&screen.bytes, question, before)
                {
                    answering.lock().unwrap().write_all(answer).unwrap();
                }
                watched.changed.notify_all();
                if count == 0 {
                    return;
                }
            }
        });
        Pty {
            child,
            master: pair.master,
            keys,
            seen,
            found,
        }
    }
}

/// Whether `pattern` ends in what was added to `bytes` after `before`.
fn ends_within(bytes: &[u8], pattern: &[u8], before: usize) -> bool {
    let from = (before + 1).saturating_sub(pattern.len());
    bytes[from..]
        .windows(pattern.len())
        .any(|window| window == pattern)
}

/// A running program and its terminal. It is killed when this is dropped.
pub struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Arc<Mutex<Box<dyn Write + Send>>>,
    seen: Arc<Seen>,
    found: String,
}

struct Seen {
    screen: Mutex<Screen>,
    changed: Condvar,
}

/// What the terminal shows.
pub struct Screen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    gone: bool,
}

impl Screen {
    /// The emulated terminal: cells, cursor, modes.
    pub fn terminal(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Every byte that the program has written.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether `text` stands on one row of the screen.
    pub fn shows(&self, text: &str) -> bool {
        self.terminal().contents().contains(text)
    }

    /// Whether the program has written `bytes` at any time.
    pub fn wrote(&self, bytes: &[u8]) -> bool {
        ends_within(&self.bytes, bytes, 0)
    }

    /// How often the program has written `bytes`.
    pub fn count(&self, bytes: &[u8]) -> usize {
        self.bytes
            .windows(bytes.len())
            .filter(|window| *window == bytes)
            .count()
    }

    /// How many whole frames have been painted: each is an update that the terminal shows at once.
    fn frames(&self) -> usize {
        self.count(END_OF_FRAME)
    }

    /// Whether no frame is half painted.
    pub fn is_whole(&self) -> bool {
        self.count(BEGIN_OF_FRAME) == self.frames()
    }

    /// Whether the program has the terminal: the alternate screen is on.
    pub fn is_taken(&self) -> bool {
        self.terminal().alternate_screen()
    }

    /// Whether all that a reader may switch on is off.
    pub fn is_given_back(&self) -> bool {
        let terminal = self.terminal();
        !terminal.alternate_screen()
            && !terminal.hide_cursor()
            && !terminal.bracketed_paste()
            && terminal.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }
}

impl Pty {
    /// Types `keys`, as the bytes that a terminal sends for them.
    pub fn type_keys(&self, keys: &str) {
        let mut terminal = self.keys.lock().unwrap();
        terminal.write_all(keys.as_bytes()).unwrap();
        terminal.flush().unwrap();
    }

    /// Looks at the screen as it is now.
    pub fn look<T>(&self, at: impl FnOnce(&Screen) -> T) -> T {
        at(&self.screen())
    }

    /// Waits until the screen is as `expected`; `what` says so in words.
    pub fn wait_until(&self, what: &str, mut expected: impl FnMut(&Screen) -> bool) {
        let (screen, timeout) = self
            .seen
            .changed
            .wait_timeout_while(self.screen(), HANGS, |screen| !screen.gone && !expected(screen))
            .unwrap();
        if timeout.timed_out() || !expected(&screen) {
            let mut report = format!("waited in vain for: {what}\n");
            for row in screen.terminal().rows(0, screen.terminal().size().1.get()) {
                writeln!(report, "| {row}").unwrap();
            }
            let gone = screen.gone;
            drop(screen);
            panic!(
                "{report}the program is {}",
                if gone { "gone" } else { "still there" }
            );
        }
    }

    /// Waits until `text` stands on the screen.
    pub fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.shows(text));
    }

    /// Waits until a whole frame has been painted.
    pub fn wait_for_frame(&self) {
        self.wait_until("a frame", |screen| screen.frames() > 0);
    }

    /// Does something, such as typing keys, and waits until a frame has been painted after it.
    pub fn and_see(&self, act: impl FnOnce(&Self)) {
        let painted = self.look(Screen::frames);
        act(self);
        self.wait_until("another frame", |screen| screen.frames() > painted);
    }

    /// Gives the terminal another size, which the program is told.
    pub fn resize(&self, columns: u16, rows: u16) {
        self.screen()
            .parser
            .set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// Sends the program a signal.
    pub fn signal(&self, signal: Signal) {
        let process = self.child.process_id().unwrap();
        kill_process(Pid::from_raw(process.try_into().unwrap()).unwrap(), signal).unwrap();
    }

    /// The process id of the program.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Whether the line discipline (echo, line editing, signals of ctrl-c …) is as the program found it.
    pub fn modes_are_as_found(&self) -> bool {
        modes(&*self.master) == self.found
    }

    /// Waits until the program has ended, and tells how.
    pub fn wait_for_end(&mut self) -> ExitStatus {
        let (screen, timeout) = self
            .seen
            .changed
            .wait_timeout_while(self.screen(), HANGS, |screen| !screen.gone)
            .unwrap();
        let shown = screen.terminal().contents();
        drop(screen);
        assert!(
            !timeout.timed_out(),
            "the program does not end; it shows:\n{shown}"
        );
        self.child.wait().unwrap()
    }

    fn screen(&self) -> MutexGuard<'_, Screen> {
        self.seen.screen.lock().unwrap()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // It has usually ended, and been waited for.
        if let Ok(None) = self.child.try_wait() {
            self.signal(Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        ..PtySize::default()
    }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}
