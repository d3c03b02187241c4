//! The built program in a real terminal: what it shows, and how it leaves the terminal behind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

#[allow(dead_code, reason = "more is used by and by")]
mod pty;

use std::fs;
use std::path::Path;

use pty::{Pty, Screen, Setting};
use rustix::process::Signal;

/// An article whose title stands on the first frame.
const ARTICLE: &str = "\
Ferry returns to Skerrow after a year

By Ada Lind

Published On 4 Sep 2025

SKERROW - The island's ferry sailed again on Thursday, a year after its engine failed.

\u{201c}We never stopped believing,\u{201d} said Harbour master Iona Reid. \u{201c}The island is whole again.\u{201d}

Minister Tomas Vale said the crossing would stay free until spring.
";

/// A folder with the article in it.
fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ferry.txt"), ARTICLE).unwrap();
    folder
}

fn reading(folder: &Path) -> Setting {
    Setting::briefing(folder).args(["ferry.txt"])
}

/// Starts the reader on the article and waits for the first frame.
fn open(folder: &Path) -> Pty {
    let pty = reading(folder).start();
    pty.wait_until("the first frame", Screen::has_frame);
    pty
}

fn assert_given_back(pty: &Pty) {
    assert!(
        pty.look(Screen::is_given_back),
        "the terminal is left with modes on"
    );
    assert!(
        pty.modes_are_as_found(),
        "the line discipline is not as it was found"
    );
}

#[test]
fn the_reader_takes_the_terminal_and_q_gives_it_back() {
    let folder = desk();
    let mut pty = open(folder.path());
    assert!(pty.look(Screen::is_taken));
    assert!(!pty.modes_are_as_found(), "keys are read one by one");
    assert!(
        pty.look(|screen| screen.terminal().mouse_protocol_mode()) == vt100::MouseProtocolMode::None,
        "the mouse is the terminal's own"
    );

    pty.type_keys("q");
    assert!(pty.wait_for_end().success());
    assert_given_back(&pty);
}

#[test]
fn signals_that_end_the_program_give_the_terminal_back_first() {
    let folder = desk();
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let mut pty = open(folder.path());
        pty.signal(signal);
        let status = pty.wait_for_end();
        assert!(
            status.signal().is_some(),
            "{signal:?} is told as what ended the program: {status:?}"
        );
        assert_given_back(&pty);
    }
}

#[test]
fn the_frame_follows_the_size_of_the_terminal_down_to_one_cell() {
    let folder = desk();
    let mut pty = open(folder.path());
    for (columns, rows) in [(1, 1), (2, 60), (200, 1), (40, 12)] {
        pty.resize(columns, rows);
    }
    pty.resize(120, 40);
    pty.type_keys("q");
    assert!(pty.wait_for_end().success());
    assert_given_back(&pty);
}

#[test]
fn a_panic_is_told_on_the_screen_of_the_shell() {
    const CHILD: &str = "BRIEFING_TEST_PANICS";
    if std::env::var_os(CHILD).is_some() {
        let mut screen = briefing::reader::terminal::Screen::open(true).unwrap();
        screen
            .draw(|frame| frame.render_widget("about-to-fail", frame.area()))
            .unwrap();
        panic!("a fault of ours");
    }
    let folder = desk();
    let mut pty = Setting::program(std::env::current_exe().unwrap(), folder.path())
        .args([
            "--exact",
            "a_panic_is_told_on_the_screen_of_the_shell",
            "--nocapture",
        ])
        .env(CHILD, "yes")
        .start();
    assert!(!pty.wait_for_end().success());
    assert_given_back(&pty);
    pty.look(|screen| {
        assert!(
            screen.bytes().windows(13).any(|bytes| bytes == b"about-to-fail"),
            "the reader was open"
        );
        assert!(
            screen.shows("a fault of ours"),
            "{}",
            screen.terminal().contents()
        );
        assert!(!screen.shows("about-to-fail"));
    });
}

#[test]
fn ctrl_z_does_not_strand_a_reader_that_no_shell_could_continue() {
    let folder = desk();
    let mut pty = open(folder.path());
    pty.type_keys("\x1a");
    pty.signal(Signal::TSTP);
    pty.type_keys("q");
    assert!(pty.wait_for_end().success());
}

#[test]
fn without_a_terminal_for_keys_the_reader_says_so() {
    let folder = desk();
    let mut pty = Setting::program("sh", folder.path())
        .args([
            "-c",
            "\"$0\" ferry.txt </dev/null",
            env!("CARGO_BIN_EXE_briefing"),
        ])
        .without_controlling_terminal()
        .start();
    assert_eq!(pty.wait_for_end().exit_code(), 1);
    assert!(pty.look(|screen| screen.shows("needs a terminal")));
    assert_given_back(&pty);
}
