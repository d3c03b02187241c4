//! The whole reader without a terminal: keys in, screen out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

mod about;
mod corrections;
mod errands;
mod folding;
mod following;
mod help;
mod library;
mod narrowing;
mod picker;
mod pictures;
mod quotes;
mod safety;
mod search;
mod sessions;
mod sizes;
mod support;

use std::path::PathBuf;

use briefing::briefing::CleanText;
use briefing::reader::action::ACTIONS;
use briefing::reader::effects::Effect;
use briefing::reader::keymap::Keymap;
use briefing::reader::theme::ThemeName;
use briefing::reader::update::Message;
use proptest::prelude::*;
use ratatui::style::Modifier;
use support::sample;
use support::screen::Screen;

const WIDE: (u16, u16) = (120, 40);
const SIZES: [(u16, u16); 4] = [(200, 60), (120, 40), (80, 24), (40, 12)];

fn harbour(size: (u16, u16)) -> Screen {
    Screen::open(
        size,
        ThemeName::Dark,
        &[sample::lock(), sample::herring(), sample::plain()],
    )
}

/// Asserts that the words are on the screen.
fn shows(screen: &mut Screen, words: &str) {
    let text = screen.text();
    assert!(text.contains(words), "no {words:?} on\n{text}");
}

fn hides(screen: &mut Screen, words: &str) {
    let text = screen.text();
    assert!(!text.contains(words), "{words:?} is on\n{text}");
}

/// The lines that are marked as belonging to the chosen words.
fn chosen(screen: &mut Screen) -> String {
    let rows = screen.rows();
    let after = |row: &String| {
        row.split('▐')
            .nth(1)
            .map(|rest| rest.trim_end_matches(['│', '┃']).trim().to_owned())
    };
    rows.iter().filter_map(after).collect::<Vec<_>>().join(" ")
}
