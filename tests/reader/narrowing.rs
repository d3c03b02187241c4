//! Only this speaker.

use super::*;

#[test]
fn only_this_speaker_and_everyone_again() {
    let mut screen = harbour(WIDE);
    screen.press("f");
    shows(&mut screen, "4 Quotes ─ 3 of 8");
    shows(&mut screen, "3 Timeline ─ 1 of 5");
    assert!(
        screen
            .footer()
            .contains("Only Ingrid Sørensen: 3 quotes, 1 event · Esc widens")
    );
    hides(&mut screen, "Leyla Erdoğan · Chief engineer");
    screen.press("f");
    shows(&mut screen, "4 Quotes ─ 8 by 4 speakers");
    screen.press("f Esc");
    shows(&mut screen, "4 Quotes ─ 8 by 4 speakers");
}

#[test]
fn a_small_screen_says_how_to_go_back_as_well() {
    let mut screen = harbour((40, 12));
    screen.press("f");
    assert_eq!(screen.footer(), " Only Sørensen · Esc widens");
    screen.press("Esc / text:gate Enter");
    assert_eq!(screen.footer(), " 1 of 2 “gate” · Esc clears");
}

#[test]
fn an_actor_marks_its_names_and_enter_narrows_to_it() {
    let mut screen = harbour((200, 60));
    screen.press("2 j");
    let marked = screen.words_where(|cell| cell.modifier.contains(Modifier::UNDERLINED));
    assert_eq!(marked, ["Leyla Erdoğan", "Erdoğan"]);
    screen.press("Enter");
    shows(&mut screen, "4 Quotes ─ 2 of 8");
    assert!(screen.footer().contains("Only Leyla Erdoğan: 2 quotes, 0 events"));
    shows(&mut screen, "No dated events with Leyla Erdoğan.");
    assert!(chosen(&mut screen).contains("A lock with one gate is still a lock."));
}

#[test]
fn an_actor_who_says_nothing_has_no_quotes() {
    let mut screen = harbour(WIDE);
    screen.press("2 j j j");
    assert!(screen.footer().contains("f only Vestby"), "{}", screen.footer());
    screen.press("f");
    shows(&mut screen, "No quotes by Vestby in this article.");
    shows(&mut screen, "3 Timeline ─ 1 of 5");
    screen.press("Esc");
    shows(&mut screen, "3 Timeline ─ 5 events");
}

#[test]
fn the_next_speaker_takes_the_narrowing_along() {
    let mut screen = harbour(WIDE);
    screen.press("f }");
    assert!(screen.footer().contains("Only Leyla Erdoğan: 2 quotes"));
}

#[test]
fn a_narrowing_lasts_into_an_article_that_has_the_same_speaker_and_no_further() {
    let mut screen = harbour(WIDE);
    screen.press("f ] ] ]");
    screen.press("4");
    assert!(screen.footer().contains("Only Ingrid Sorensen: 1 quote, 1 event"));
    screen.press("l j Enter");
    assert!(screen.rows()[0].contains("The library at Vestby"));
    assert!(!screen.footer().contains("Only"));
}
