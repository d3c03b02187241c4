//! How fast the reader answers a key: the state brought up to date, and the whole screen drawn into memory.
//!
//! ```text
//! cargo bench --bench screen
//! ```

#![allow(clippy::unwrap_used, missing_docs)]

mod input;

use std::path::PathBuf;
use std::sync::Arc;

use briefing::briefing::{Briefing, Written};
use briefing::extract::{self, Options};
use briefing::reader::effects::Effect;
use briefing::reader::keymap::{Key, Keymap};
use briefing::reader::state::State;
use briefing::reader::theme::{Theme, ThemeName};
use briefing::reader::update::{Message, update};
use briefing::reader::view::draw;
use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// An article, and a book: no key may take longer in the book.
const SIZES: [usize; 2] = [20_000, 1_000_000];

const COLUMNS: u16 = 120;
const ROWS: u16 = 40;

fn main() {
    divan::main();
}

/// From nothing to the first screen, with the briefing already made.
#[divan::bench(args = SIZES)]
fn open(bencher: Bencher, bytes: usize) {
    let briefing = briefing(bytes);
    bencher.bench(|| Screen::open(&briefing));
}

/// One step down in the article's last rows, and back up.
#[divan::bench(args = SIZES)]
fn scroll_at_the_end(bencher: Bencher, bytes: usize) {
    let mut screen = Screen::open(&briefing(bytes));
    screen.press(&["5", "G"]);
    bencher.bench_local(|| screen.press(&["k", "j"]));
}

/// The next quote by the same speaker, and back.
#[divan::bench(args = SIZES)]
fn next_by_speaker(bencher: Bencher, bytes: usize) {
    let mut screen = Screen::open(&briefing(bytes));
    bencher.bench_local(|| screen.press(&["]", "["]));
}

/// A search typed, letter by letter, and given up.
#[divan::bench(args = SIZES)]
fn search(bencher: Bencher, bytes: usize) {
    let mut screen = Screen::open(&briefing(bytes));
    bencher.bench_local(|| screen.press(&["/", "b", "r", "i", "d", "g", "e", "Esc", "Esc"]));
}

/// Another width: every row is wrapped again.
#[divan::bench(args = SIZES)]
fn resize(bencher: Bencher, bytes: usize) {
    let mut screen = Screen::open(&briefing(bytes));
    bencher.bench_local(|| {
        screen.resize(COLUMNS - 20, ROWS);
        screen.resize(COLUMNS, ROWS);
    });
}

/// One step down and up in a library of 10,000 articles.
#[divan::bench]
fn move_in_the_library(bencher: Bencher) {
    let mut screen = Screen::new();
    let path = |number| PathBuf::from(format!("{number:05}.txt"));
    screen.send(Message::Listed {
        paths: (0..10_000).map(path).collect(),
        problems: Vec::new(),
    });
    screen.press(&["l", "G"]);
    bencher.bench_local(|| screen.press(&["k", "j"]));
}

fn briefing(bytes: usize) -> Arc<Briefing> {
    let mut article = input::article(bytes);
    article.path = Some("article.txt".into());
    Arc::new(extract::extract(article, Written::default(), &Options::default()))
}

/// The reader, and the screen it draws on.
struct Screen {
    state: State,
    terminal: Terminal<TestBackend>,
}

impl Screen {
    fn new() -> Self {
        let mut screen = Self {
            state: State::new(Theme::named(ThemeName::Dark), Keymap::default()),
            terminal: Terminal::new(TestBackend::new(COLUMNS, ROWS)).unwrap(),
        };
        screen.resize(COLUMNS, ROWS);
        screen
    }

    fn open(briefing: &Arc<Briefing>) -> Self {
        let mut screen = Self::new();
        let path = briefing.article.path.clone().unwrap();
        let effects = screen.send(Message::Listed {
            paths: vec![path.clone()],
            problems: Vec::new(),
        });
        let generation = effects.iter().find_map(|effect| match effect {
            Effect::Load { generation, .. } => Some(*generation),
            _ => None,
        });
        screen.send(Message::Loaded {
            generation: generation.unwrap(),
            path,
            results: vec![Ok(Arc::clone(briefing))],
        });
        screen.draw();
        screen
    }

    fn send(&mut self, message: Message) -> Vec<Effect> {
        update(&mut self.state, message)
    }

    /// Presses keys; the screen is drawn after each.
    fn press(&mut self, keys: &[&str]) {
        for key in keys {
            self.send(Message::Key(Key::parse(key).unwrap().into()));
            self.draw();
        }
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.backend_mut().resize(columns, rows);
        self.send(Message::Resize { columns, rows });
        self.draw();
    }

    fn draw(&mut self) {
        let state = &mut self.state;
        self.terminal.draw(|frame| draw(frame, state)).unwrap();
    }
}
