//! The background of the timeline, folded into one line.

use super::*;

const FOLDED: &str = "the pumps beside the lock had been tested";

/// The words of the timeline while it has the whole screen.
fn timeline() -> Screen {
    let mut screen = harbour(WIDE);
    screen.press("3 z");
    screen
}

#[test]
fn what_lies_well_before_the_story_is_one_line() {
    let mut screen = timeline();
    shows(&mut screen, "▸ Earlier: 2019");
    hides(&mut screen, FOLDED);
    shows(&mut screen, "5 events");
}

#[test]
fn enter_unfolds_and_folds_it() {
    let mut screen = timeline();
    assert!(screen.footer().contains("Enter unfold"), "{}", screen.footer());
    screen.press("Enter");
    shows(&mut screen, "▾ Earlier: 2019");
    shows(&mut screen, FOLDED);
    assert!(screen.footer().contains("Enter fold"), "{}", screen.footer());
    screen.press("Enter");
    hides(&mut screen, FOLDED);
}

#[test]
fn an_unfolded_event_leads_to_its_words() {
    let mut screen = harbour(WIDE);
    screen.press("3 Enter j Enter");
    assert!(chosen(&mut screen).contains("tested only once, in 2019"));
}

#[test]
fn the_line_itself_has_no_date_to_put_right() {
    let mut screen = timeline();
    screen.press("d");
    assert!(
        screen.footer().contains("Select an event of the timeline first"),
        "{}",
        screen.footer()
    );
}

#[test]
fn a_search_finds_what_is_folded_and_giving_up_folds_it_again() {
    let mut screen = timeline();
    screen.press("/ text:pumps");
    shows(&mut screen, FOLDED);
    screen.press("Esc");
    hides(&mut screen, FOLDED);
    screen.press("/ text:pumps Enter");
    shows(&mut screen, FOLDED);
}

#[test]
fn what_is_selected_stays_selected() {
    let mut screen = timeline();
    screen.press("G");
    let selected = |screen: &mut Screen| {
        let rows = screen.rows();
        rows.into_iter().find(|row| row.contains('▌')).unwrap_or_default()
    };
    let before = selected(&mut screen);
    screen.press("/ text:zzz Enter Esc");
    assert_eq!(selected(&mut screen), before);
}
