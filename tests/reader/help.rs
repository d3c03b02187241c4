//! The help, the hints and the key table.

use super::*;

#[test]
fn help_finds_actions_by_words_and_by_keys_and_runs_them() {
    let mut screen = harbour(WIDE);
    screen.press("? text:zoom");
    shows(&mut screen, "Give the whole screen to this pane");
    screen.press("Esc ? text:whole Enter");
    hides(&mut screen, "5 Article ─");
    screen.press("z ? f Enter");
    assert!(
        screen.footer().contains("Only Ingrid Sørensen"),
        "{}",
        screen.footer()
    );
    screen.press("? text:xyzzy");
    shows(&mut screen, "No key does that.");
}

#[test]
fn help_and_hints_show_the_keys_that_are_bound() {
    let own = Keymap::default()
        .with("only-speaker = [\"F5\"]", "own.toml")
        .unwrap();
    let mut screen = Screen::with_keymap(WIDE, own, &[sample::lock()]);
    assert!(
        screen.footer().contains("F5 only Sørensen"),
        "{}",
        screen.footer()
    );
    screen.press("F5");
    assert!(screen.footer().contains("Only Ingrid Sørensen"));
    screen.press("? text:everyone's");
    shows(&mut screen, "F5");
}

#[test]
fn every_action_is_in_the_help_and_in_the_key_table() {
    let mut screen = harbour((200, 60));
    screen.press("?");
    let table = briefing::reader::keymap::key_table();
    for description in ACTIONS {
        let mut screen = harbour((200, 60));
        screen.press("?");
        screen.send(Message::Paste(description.id.to_owned()));
        let start: String = description.doc.chars().take(30).collect();
        shows(&mut screen, &start);
        let row = table
            .lines()
            .find(|row| row.contains(description.doc))
            .expect(description.id);
        for key in Keymap::default().keys(description.action) {
            assert!(row.contains(&format!("`{key}`")), "{row}");
        }
    }
}
