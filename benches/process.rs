//! The whole program in a terminal, as a person waits for it: how soon an article can be read, how soon a key is
//! answered, and what the program costs while nobody presses any.
//!
//! ```text
//! cargo bench --bench process
//! ```
//!
//! Memory and processor time are told where there is a `/proc`.

#![allow(clippy::unwrap_used, missing_docs)]

mod input;

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const PROGRAM: &str = env!("CARGO_BIN_EXE_briefing");

const COLUMNS: u16 = 120;
const ROWS: u16 = 40;

/// How often the program is started for one figure.
const STARTS: usize = 30;

/// After this long without a first byte, the program is taken to hang.
const HANGS: Duration = Duration::from_secs(10);

/// After this long without a byte, what was written is taken to be all.
const SILENCE: Duration = Duration::from_millis(150);

/// After this long without a byte, a frame is taken to be whole.
const FRAME: Duration = Duration::from_millis(4);

/// The keys of one round: moving, jumping, other panes, a picker.
const KEYS: [&str; 16] = [
    "\t", "j", "j", "k", "]", "}", "{", "G", "g", "\x04", "\x15", "n", "5", "G", "g", "4",
];

/// How often the round is typed.
const ROUNDS: usize = 40;

fn main() {
    // `cargo test --benches` only asks whether this starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("article.txt");
    fs::write(&article, input::text(20_000, 0)).unwrap();
    let shelf = folder.path().join("shelf");
    fs::create_dir(&shelf).unwrap();
    for number in 0..1_000 {
        fs::write(shelf.join(format!("{number:04}.txt")), input::text(3_000, number)).unwrap();
    }
    println!("{COLUMNS} columns, {ROWS} rows; times from the start of the process, in milliseconds\n");
    println!("{:<44}{:>8}{:>8}{:>8}", "", "median", "p99", "worst");
    first_frame(&article);
    keys("a key until its frame is painted", &article);
    keys("the same, 1,000 articles open", &shelf);
    listing(&shelf);
    printing(&shelf);
    println!();
    idle("one article of 20 KB", &article);
    idle("1,000 articles of 3 KB", &shelf);
}

fn first_frame(article: &Path) {
    // A word of the first paragraph that no heading has.
    let text = input::text(100, 0);
    let seen = text
        .split(' ')
        .filter(|word| word.chars().all(char::is_alphabetic))
        .max_by_key(|word| word.len());
    let seen = seen.unwrap();
    let mut first = Vec::new();
    let mut read = Vec::new();
    let mut all = Vec::new();
    for _ in 0..STARTS {
        let mut terminal = Terminal::open(article);
        let mut screen = vt100::Parser::new(ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap(), 0);
        let (mut begun, mut shown, mut last) = (None, None, None);
        let mut patience = HANGS;
        while let Some((at, bytes)) = terminal.next(patience) {
            patience = SILENCE;
            screen.process(&bytes);
            begun = begun.or(Some(at));
            last = Some(at);
            if shown.is_none() && screen.screen().contents().contains(seen) {
                shown = Some(at);
            }
        }
        first.extend(begun);
        read.extend(shown);
        all.extend(last);
        terminal.quit();
    }
    row("first byte, one article of 20 KB", &mut first);
    row("the article can be read", &mut read);
    row("the last byte of the first screen", &mut all);
}

fn keys(name: &str, path: &Path) {
    let mut terminal = Terminal::open(path);
    terminal.settle();
    let mut painted = Vec::new();
    for key in KEYS.iter().cycle().take(KEYS.len() * ROUNDS) {
        let pressed = terminal.started.elapsed();
        terminal.keys.write_all(key.as_bytes()).unwrap();
        let mut last = None;
        // A key that changes nothing paints nothing.
        let mut patience = SILENCE;
        while let Some((at, _)) = terminal.next(patience) {
            last = Some(at);
            patience = FRAME;
        }
        painted.extend(last.map(|at| at.saturating_sub(pressed)));
    }
    row(name, &mut painted);
    terminal.quit();
}

fn listing(shelf: &Path) {
    let mut all = Vec::new();
    for _ in 0..5 {
        let mut terminal = Terminal::open(shelf);
        all.extend(terminal.settle());
        terminal.quit();
    }
    row("1,000 articles of 3 KB are listed and read", &mut all);
}

fn printing(shelf: &Path) {
    let mut all = Vec::new();
    for _ in 0..5 {
        let started = Instant::now();
        let print = ["print", "--format", "ndjson"];
        let status = Command::new(PROGRAM)
            .args(print)
            .arg(shelf)
            .stdout(Stdio::null())
            .status();
        assert!(status.unwrap().success());
        all.push(started.elapsed());
    }
    row("the same printed as JSON", &mut all);
}

fn idle(name: &str, path: &Path) {
    let mut terminal = Terminal::open(path);
    terminal.settle();
    let watched = Duration::from_secs(3);
    let before = terminal.ticks();
    let until = Instant::now() + watched;
    let mut bytes = 0;
    while let Some((_, more)) = terminal.next(until.saturating_duration_since(Instant::now())) {
        bytes += more.len();
    }
    let ticks = before.zip(terminal.ticks()).map(|(before, after)| after - before);
    let memory = terminal
        .status("VmHWM:")
        .map(|kilobytes| format!("{}.{}", kilobytes / 1_000, kilobytes % 1_000 / 100));
    let or_untold = |figure: Option<String>| figure.unwrap_or_else(|| "?".to_owned());
    println!(
        "{name}: {} MB at the most; idle for {} s: {bytes} bytes written, {} ticks of the processor",
        or_untold(memory),
        watched.as_secs(),
        or_untold(ticks.map(|ticks| ticks.to_string())),
    );
    terminal.quit();
}

/// One line of the table.
fn row(name: &str, times: &mut [Duration]) {
    times.sort();
    let at = |share: usize| {
        let time = times.get((times.len() * share / 100).min(times.len().saturating_sub(1)));
        time.map_or_else(
            || "none".to_owned(),
            |time| format!("{:.1}", time.as_secs_f64() * 1_000.0),
        )
    };
    println!("{name:<44}{:>8}{:>8}{:>8}", at(50), at(99), at(100));
}

/// The program in a terminal of its own.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<(Duration, Vec<u8>)>,
    started: Instant,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    fn open(path: &Path) -> Self {
        let pair = native_pty_system()
            .openpty(PtySize {
                rows: ROWS,
                cols: COLUMNS,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let mut command = CommandBuilder::new(PROGRAM);
        command.arg(path);
        command.env("TERM", "xterm-256color");
        command.env("XDG_CONFIG_HOME", path);
        let (sender, output) = channel();
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let bytes = buffer.get(..count).unwrap_or_default().to_vec();
                if sender.send((started.elapsed(), bytes)).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            keys,
            output,
            started,
            _master: pair.master,
        }
    }

    /// What is written next, and when; nothing after `patience` without a byte.
    fn next(&mut self, patience: Duration) -> Option<(Duration, Vec<u8>)> {
        self.output.recv_timeout(patience).ok()
    }

    /// Waits until no more is written; tells when the last byte was.
    fn settle(&mut self) -> Option<Duration> {
        let mut last = None;
        let mut patience = HANGS;
        while let Some((at, _)) = self.next(patience) {
            last = Some(at);
            patience = Duration::from_millis(500);
        }
        last
    }

    fn quit(mut self) {
        // ctrl-c leaves from wherever the keys have led.
        let _ = self.keys.write_all(b"\x03");
        while self.next(Duration::from_secs(5)).is_some() {}
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// A figure of `/proc/PID/status`, in its own unit.
    fn status(&self, field: &str) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix(field))?;
        line.split_whitespace().next()?.parse().ok()
    }

    /// Clock ticks that the process has run for, in its own code and in the system's.
    fn ticks(&self) -> Option<u64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.process_id()?)).ok()?;
        let after_name = stat.rsplit_once(')')?.1;
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    }
}
