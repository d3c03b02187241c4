//! Taking the terminal, following its size, and giving it back, however the program ends.

use std::path::Path;

use rustix::process::Signal;

use crate::pty::{Pty, Screen, Setting};
use crate::{TITLE, assert_given_back, desk, open, quit, reader};

#[test]
fn the_first_frame_shows_the_article_and_q_gives_the_terminal_back() {
    let folder = desk();
    let pty = open(folder.path());
    assert!(pty.look(Screen::is_taken));
    assert!(!pty.modes_are_as_found(), "keys are read one by one");
    quit(pty);
}

#[test]
fn keys_typed_before_the_first_frame_are_not_lost() {
    let folder = desk();
    let mut pty = reader(folder.path()).start();
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
            "{signal:?} is told as what ended it: {status:?}"
        );
        assert_given_back(&pty);
    }
}

#[test]
fn the_frame_follows_the_size_of_the_terminal_down_to_one_cell() {
    let folder = desk();
    let pty = open(folder.path());
    for (columns, rows) in [(1, 1), (2, 60), (200, 1), (40, 12)] {
        pty.and_see(|pty| pty.resize(columns, rows));
    }
    pty.resize(120, 40);
    pty.wait_until("a frame as wide and as high as the terminal", |screen| {
        let rows: Vec<String> = screen.terminal().rows(0, 120).collect();
        let filled = |row: &String| row.trim_end().chars().count() > 80;
        screen.shows(TITLE) && rows.iter().any(filled) && !rows[39].trim().is_empty()
    });
    quit(pty);
}

#[test]
fn a_terminal_of_one_cell_from_the_start_is_endured() {
    let folder = desk();
    let pty = reader(folder.path()).size(1, 1).start();
    pty.wait_for_frame();
    pty.resize(80, 24);
    pty.wait_for(TITLE);
    quit(pty);
}

#[test]
fn a_terminal_that_does_not_tell_its_size_is_taken_for_the_usual_one() {
    let folder = desk();
    let pty = reader(folder.path()).size_untold().start();
    pty.wait_for(TITLE);
    quit(pty);
}

#[test]
fn the_mouse_is_the_terminals_own_until_it_is_asked_for() {
    let folder = desk();
    let pty = open(folder.path());
    let taken = |screen: &Screen| screen.terminal().mouse_protocol_mode() != vt100::MouseProtocolMode::None;
    assert!(!pty.look(taken));
    pty.type_keys("m");
    pty.wait_until("the mouse, taken", taken);
    pty.type_keys("m");
    pty.wait_until("the mouse, left", |screen| !taken(screen));
    pty.type_keys("m");
    pty.wait_until("the mouse, taken", taken);
    quit(pty);
}

/// What tells the test below that it is to be the program which panics.
const PANICS: &str = "BRIEFING_TEST_PANICS";

/// A program that takes the terminal as the reader does, and then panics.
pub fn panicking(folder: &Path) -> Pty {
    Setting::program(std::env::current_exe().unwrap(), folder)
        .args([
            "--exact",
            "lifecycle::a_panic_is_told_on_the_screen_of_the_shell",
            "--nocapture",
        ])
        .env(PANICS, "yes")
        .start()
}

#[test]
fn a_panic_is_told_on_the_screen_of_the_shell() {
    if std::env::var_os(PANICS).is_some() {
        let mut screen = briefing::reader::terminal::Screen::open(true).unwrap();
        screen
            .draw(|frame| frame.render_widget("about-to-fail", frame.area()))
            .unwrap();
        panic!("a fault of ours");
    }
    let folder = desk();
    let mut pty = panicking(folder.path());
    assert!(!pty.wait_for_end().success());
    assert_given_back(&pty);
    pty.look(|screen| {
        assert!(screen.wrote(b"about-to-fail"), "the reader was open");
        assert!(
            screen.shows("a fault of ours"),
            "{}",
            screen.terminal().contents()
        );
        assert!(!screen.shows("about-to-fail"));
    });
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

#[test]
fn an_article_cannot_be_typed_where_the_keys_are() {
    let folder = desk();
    let mut pty = Setting::briefing(folder.path()).args(["-"]).start();
    assert_eq!(pty.wait_for_end().exit_code(), 1);
    assert!(pty.look(|screen| screen.shows("standard input is the terminal")));
    assert_given_back(&pty);
}
