//! The README's picture is the reader itself, and stays what the reader shows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

mod svg;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use briefing::library;
use briefing::reader::effects::Effect;
use briefing::reader::keymap::Keymap;
use briefing::reader::state::State;
use briefing::reader::theme::{Theme, ThemeName};
use briefing::reader::update::{Message, update};
use briefing::reader::view;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const COLUMNS: u16 = 118;
const ROWS: u16 = 38;

/// What is open in the picture, and the keys that were pressed.
const ARTICLE: &str = "briefings/kelder-bridge.txt";
const KEYS: &str = "4}}}}";

/// Tells the reader what happened, and does what it asks for.
fn tell(state: &mut State, message: Message) {
    for effect in update(state, message) {
        let Effect::Load { generation, paths } = effect else {
            continue;
        };
        for path in paths {
            let read = library::read_file(&path, &library::Options::default()).into_iter();
            let results = read
                .map(|read| {
                    read.map(Arc::new)
                        .map_err(|error| error.to_string().as_str().into())
                })
                .collect();
            tell(
                state,
                Message::Loaded {
                    generation,
                    path,
                    results,
                },
            );
        }
    }
}

#[test]
fn the_picture_in_the_readme_is_what_the_reader_shows() {
    let mut state = State::new(Theme::named(ThemeName::Dark), Keymap::default());
    let mut terminal = Terminal::new(TestBackend::new(COLUMNS, ROWS)).unwrap();
    tell(
        &mut state,
        Message::Resize {
            columns: COLUMNS,
            rows: ROWS,
        },
    );
    tell(
        &mut state,
        Message::Listed {
            paths: vec![PathBuf::from(ARTICLE)],
            problems: vec![],
        },
    );
    for key in KEYS.chars() {
        let key = KeyEvent::new(KeyCode::Char(key), KeyModifiers::NONE);
        tell(&mut state, Message::Key(key));
    }
    terminal.draw(|frame| view::draw(frame, &mut state)).unwrap();
    let picture = svg::picture(terminal.backend().buffer());
    let file = Path::new("docs/reader.svg");
    if std::env::var_os("BRIEFING_BLESS").is_some() {
        std::fs::create_dir_all("docs").unwrap();
        std::fs::write(file, picture).unwrap();
    } else {
        let kept = std::fs::read_to_string(file).unwrap_or_default();
        assert!(
            kept == picture,
            "the reader looks different now: BRIEFING_BLESS=1 cargo test --test picture takes a new docs/reader.svg; look at it"
        );
    }
}
