//! Resizing, zoom, tiny windows, the mouse.

use super::*;

#[test]
fn the_byte_at_the_top_stays_whatever_the_width() {
    let mut screen = harbour((80, 24));
    screen.press("5 z ctrl-d");
    let top = |screen: &mut Screen| {
        let rows = screen.rows();
        let words = rows
            .iter()
            .skip(1)
            .map(|row| row.trim_matches(['╭', '│', '┃', '▐', ' ']).to_owned());
        let mut words = words.filter(|row| !row.is_empty() && !row.contains('─'));
        words.next().unwrap()
    };
    let before = top(&mut screen);
    let word = before.split_whitespace().next().unwrap().to_owned();
    for (columns, rows) in [(61, 24), (130, 16), (66, 40), (1, 1), (19, 4), (40, 12)] {
        screen.resize(columns, rows);
        screen.text();
    }
    let row = top(&mut screen);
    assert!(row.contains(&word), "{row} has {word}");
    screen.resize(80, 24);
    assert_eq!(top(&mut screen), before);
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_a_click_selects() {
    use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
    let mut screen = harbour(WIDE);
    let mouse = |screen: &mut Screen, kind, column, row| {
        let modifiers = KeyModifiers::NONE;
        screen.send(Message::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers,
        }));
    };
    mouse(&mut screen, MouseEventKind::ScrollDown, 80, 30);
    hides(&mut screen, "╭ 5 Article ─ 100 %");
    assert!(
        !screen.text().contains("│ Vestby closes its sea lock"),
        "the article was scrolled"
    );
    mouse(&mut screen, MouseEventKind::Down(MouseButton::Left), 80, 9);
    assert!(
        chosen(&mut screen).contains("A lock with one gate"),
        "{}",
        screen.text()
    );
    mouse(&mut screen, MouseEventKind::Down(MouseButton::Left), 5, 39);
    mouse(&mut screen, MouseEventKind::ScrollUp, 119, 39);
    assert!(chosen(&mut screen).contains("A lock with one gate"));
}

#[test]
fn tiny_windows_say_so_and_never_panic() {
    let mut screen = harbour((20, 5));
    hides(&mut screen, "too small");
    screen.resize(19, 5);
    shows(&mut screen, "window too small");
    for columns in 1..24 {
        for rows in 1..8 {
            screen.resize(columns, rows).press("n");
        }
    }
    screen.resize(80, 24);
    shows(&mut screen, "4 Quotes");
}

#[test]
fn a_zoomed_pane_has_the_screen_to_itself() {
    let mut screen = harbour(WIDE);
    screen.press("2 z");
    shows(
        &mut screen,
        "2 Actors  3 Timeline  4 Quotes  5 Article  6 Library ─ 6 named",
    );
    hides(&mut screen, "leak like a basket");
    screen.press("Tab Tab");
    shows(&mut screen, "leak like a basket");
    screen.press("Esc");
    shows(&mut screen, "2 Actors ─ 6 named");
}

#[test]
fn every_pane_can_be_reached_by_tab_and_by_number() {
    for size in SIZES {
        let mut screen = harbour(size);
        for (number, title) in ["Summary", "Actors", "Timeline", "Quotes", "Article", "Library"]
            .iter()
            .enumerate()
        {
            screen.press(&(number + 1).to_string());
            shows(&mut screen, &format!(" {} {title} ", number + 1));
        }
        screen.press("1 Tab Tab");
        shows(&mut screen, "3 Timeline");
        screen.press("BackTab");
        shows(&mut screen, "2 Actors");
    }
}
