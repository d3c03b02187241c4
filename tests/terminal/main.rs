//! The built program in a real terminal: what it shows, what it does to the world, and how it leaves the terminal.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

mod bytes;
mod corrections;
mod ends;
mod jobs;
mod killed;
mod lifecycle;
mod pty;
mod theme;
mod world;

use std::fs;
use std::path::Path;

use pty::{Pty, Screen, Setting};

/// An article whose title stands on the first frame.
const ARTICLE: &str = "\
Ferry returns to Skerrow after a year

By Ada Lind

Published On 4 Sep 2025

SKERROW - The island's ferry sailed again on Thursday, a year after its engine failed.

\u{201c}We never stopped believing,\u{201d} said harbour master Iona Reid. \u{201c}The island is whole again.\u{201d}

Minister Tomas Vale said the crossing would stay free until spring.
";

const TITLE: &str = "Ferry returns to Skerrow";

/// A folder with the article in it.
fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ferry.txt"), ARTICLE).unwrap();
    folder
}

/// The reader on the article, not started yet.
fn reader(folder: &Path) -> Setting {
    Setting::briefing(folder).args(["ferry.txt"])
}

/// The reader on the article, its first frame on the screen.
fn open(folder: &Path) -> Pty {
    let pty = reader(folder).start();
    pty.wait_for(TITLE);
    pty
}

/// A shell with job control, in which the reader is to be a job. Lines are ended by a line feed, which ends them
/// whatever modes the terminal is in at the moment.
fn shell(folder: &Path) -> Pty {
    let shell = Setting::program("sh", folder)
        .args(["-i"])
        .env("PS1", "ready> ")
        .env("BRIEFING", env!("CARGO_BIN_EXE_briefing"))
        .start();
    shell.wait_for("ready>");
    shell
}

/// Quits the reader, which must leave everything as it found it.
fn quit(mut pty: Pty) {
    pty.type_keys("q");
    assert!(pty.wait_for_end().success());
    assert_given_back(&pty);
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
