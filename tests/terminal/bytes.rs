//! Every byte that reaches the terminal is ours: none of an article's, none while nothing happens.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::pty::{Pty, Setting};
use crate::{ARTICLE, TITLE, desk, quit, reader};

/// Sequences that act on a terminal, each with a word that shows that the text around it was painted.
const HOSTILE: [&str; 8] = [
    "\u{1b}]0;owned\u{7}",
    "\u{1b}[2J\u{1b}[31m",
    "\u{1b}]52;c;b3duZWQ=\u{1b}\\",
    "\u{9b}31m\u{9d}0;owned\u{9c}",
    "\u{1b}P1$r0m\u{1b}\\",
    "\u{202e}denwo\u{202c}\u{2066}",
    "\u{8}\u{8}\u{7f}\u{1}\u{e}",
    "\u{e0041}\u{200f}\u{61c}",
];

#[test]
fn no_control_character_of_an_article_reaches_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let paragraphs = HOSTILE.map(|sequence| {
        format!("\u{201c}A quote {sequence} and more,\u{201d} said Iona{sequence} Reid on Thursday.\n\n")
    });
    let calm = "The harbour was quiet, and the crews talked of nothing but the weather. ".repeat(20);
    let article = format!(
        "Harbour{}news\n\n{}{calm}\n",
        HOSTILE.concat(),
        paragraphs.concat()
    );
    fs::write(folder.path().join("hostile\u{1b}[31m\u{202e}.txt"), article).unwrap();
    // The theme is named so that the terminal is asked nothing.
    let pty = Setting::briefing(folder.path())
        .args(["--theme", "dark", "."])
        .size(120, 40)
        .start();
    pty.wait_for("and more");
    // Every pane, the library, the reasons, the help.
    for keys in [
        "1", "2", "3", "4", "w", "\u{1b}", "5", "G", "l", "\u{1b}", "?", "\u{1b}",
    ] {
        pty.and_see(|pty| pty.type_keys(keys));
    }
    quit_quietly(pty);
}

/// Quits, and holds all that was written to be text and the sequences that paint.
fn quit_quietly(mut pty: Pty) {
    pty.type_keys("q");
    assert!(pty.wait_for_end().success());
    pty.look(|screen| {
        let written = String::from_utf8(screen.bytes().to_vec()).unwrap();
        for (at, character) in written.char_indices() {
            let harmless = match character {
                '\u{1b}' => written[at..].starts_with("\u{1b}["),
                '\r' | '\n' => true,
                '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
                    false
                }
                _ => !character.is_control() && !('\u{e0000}'..='\u{e0fff}').contains(&character),
            };
            let context: String = written[at..].chars().take(20).collect();
            assert!(harmless, "{character:?} was written: {context:?}");
        }
        assert!(!written.contains("\u{1b}[31m"), "a colour of the article's own");
    });
}

#[test]
fn nothing_is_written_and_nothing_wakes_while_nothing_happens() {
    let folder = desk();
    for name in ["one.txt", "two.txt"] {
        fs::write(folder.path().join(name), ARTICLE).unwrap();
    }
    let pty = Setting::briefing(folder.path()).args(["."]).start();
    pty.wait_for(TITLE);
    // Sooner or later all is read and painted; from then on nothing moves, for as long as anyone looks.
    let mut before = activity(&pty);
    let settled = (0..200).any(|_| {
        thread::sleep(Duration::from_millis(300));
        let now = activity(&pty);
        std::mem::replace(&mut before, now.clone()) == now
    });
    assert!(settled, "the reader never rests: {before:?}");
    quit(pty);
}

/// How many bytes were written so far, and how often each thread was given the processor.
fn activity(pty: &Pty) -> (usize, Vec<String>) {
    let mut switches = Vec::new();
    // Elsewhere than on Linux the bytes have to do.
    for thread in fs::read_dir(format!("/proc/{}/task", pty.process()))
        .into_iter()
        .flatten()
    {
        let status = fs::read_to_string(thread.unwrap().path().join("status")).unwrap_or_default();
        switches.extend(
            status
                .lines()
                .filter(|line| line.contains("ctxt_switches"))
                .map(str::to_owned),
        );
    }
    (pty.look(|screen| screen.bytes().len()), switches)
}

#[test]
fn where_output_is_no_terminal_it_is_plain_text() {
    let folder = desk();
    let printed = Command::new(env!("CARGO_BIN_EXE_briefing"))
        .arg("ferry.txt")
        .current_dir(folder.path())
        .env("HOME", folder.path())
        .env("CLICOLOR_FORCE", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(printed.status.success(), "{printed:?}");
    let text = String::from_utf8(printed.stdout).unwrap();
    assert!(
        text.contains(TITLE) && text.contains("We never stopped believing"),
        "{text}"
    );
    assert!(!text.contains('\u{1b}'), "{text:?}");
    assert!(printed.stderr.is_empty());
}

#[test]
fn a_frame_is_one_update_and_the_screen_is_never_asked_for_its_cursor() {
    let folder = desk();
    let pty = reader(folder.path()).start();
    pty.wait_for(TITLE);
    pty.and_see(|pty| pty.type_keys("jjkk"));
    pty.look(|screen| {
        assert!(screen.is_whole());
        assert_eq!(screen.count(b"\x1b[6n"), 0);
    });
    quit(pty);
}
