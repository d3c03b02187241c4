//! Colours: what the terminal tells of its background, and what `NO_COLOR` asks for.

use crate::pty::{Pty, Screen, Setting};
use crate::{TITLE, desk, quit, reader};

/// What a terminal is asked for its background, and how a white and a black one answer.
const QUESTION: &[u8] = b"\x1b]11;?\x07";
const WHITE: &[u8] = b"\x1b]11;rgb:ffff/ffff/ffff\x07";
const BLACK: &[u8] = b"\x1b]11;rgb:0000/0000/0000\x1b\\";

/// What a frame shows: every cell with its style.
type Painted = Vec<(String, vt100::Color, vt100::Color, [bool; 5])>;

/// The first whole frame that has the title.
fn painted(setting: Setting) -> Painted {
    let pty = setting.start();
    pty.wait_until("a whole frame", |screen| screen.is_whole() && screen.shows(TITLE));
    let painted = pty.look(look);
    quit(pty);
    painted
}

fn look(screen: &Screen) -> Painted {
    let style = |cell: &vt100::Cell| {
        // A cell that was cleared and one that a space was written to look the same.
        let shown = if cell.has_contents() { cell.contents() } else { " " };
        let modifiers = [
            cell.bold(),
            cell.dim(),
            cell.italic(),
            cell.underline(),
            cell.inverse(),
        ];
        (shown.to_owned(), cell.fgcolor(), cell.bgcolor(), modifiers)
    };
    cells(screen).map(style).collect()
}

fn wait_until_painted(pty: &Pty, expected: &Painted) {
    pty.wait_until("the colours for this background", |screen| {
        look(screen) == *expected
    });
}

#[test]
fn the_colours_follow_the_background_that_the_terminal_tells() {
    let folder = desk();
    let with_theme = |theme: &str| painted(reader(folder.path()).args(["--theme", theme]));
    let (dark, light) = (with_theme("dark"), with_theme("light"));
    assert!(dark != light, "the themes differ");

    for (answer, expected) in [(WHITE, &light), (BLACK, &dark)] {
        let pty = reader(folder.path()).answering(QUESTION, answer).start();
        wait_until_painted(&pty, expected);
        quit(pty);
    }
}

#[test]
fn a_terminal_that_tells_nothing_is_taken_for_dark_and_loses_no_key() {
    let folder = desk();
    let dark = painted(reader(folder.path()).args(["--theme", "dark"]));
    let pty = reader(folder.path()).start();
    wait_until_painted(&pty, &dark);
    quit(pty);
}

#[test]
fn with_no_color_the_selection_is_told_by_reverse_alone() {
    let folder = desk();
    let pty = reader(folder.path()).env("NO_COLOR", "1").start();
    pty.wait_for(TITLE);
    // The quotes.
    pty.type_keys("4");
    pty.wait_until("a selected cell", |screen| {
        cells(screen).any(vt100::Cell::inverse)
    });
    pty.look(|screen| {
        for cell in cells(screen) {
            assert_eq!(
                (cell.fgcolor(), cell.bgcolor()),
                (vt100::Color::Default, vt100::Color::Default)
            );
        }
    });
    quit(pty);
}

fn cells(screen: &Screen) -> impl Iterator<Item = &vt100::Cell> {
    let terminal = screen.terminal();
    (0..24).flat_map(move |row| (0..80).filter_map(move |column| terminal.cell(row, column)))
}
