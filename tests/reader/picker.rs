//! The speaker picker.

use super::*;

#[test]
fn a_part_of_the_name_is_enough_and_accents_do_not_count() {
    for (typed, name, words) in [
        ("erdogan", "Leyla Erdoğan", "A lock with one gate"),
        ("zelen", "Mateus Zelenko", "dull, heavy"),
        ("SOREN", "Ingrid Sørensen", "leak like a basket"),
        ("engineer", "Leyla Erdoğan", "A lock with one gate"),
        ("shipp", "the shipping office", "some 1,400 boats"),
    ] {
        let mut screen = harbour(WIDE);
        screen.press(&format!("s text:{typed}"));
        shows(&mut screen, "1 of 5");
        shows(&mut screen, name);
        screen.press("Enter");
        assert!(chosen(&mut screen).contains(words), "{typed}");
    }
}

#[test]
fn who_speaks_only_in_another_article_is_found_too() {
    let mut screen = harbour(WIDE);
    screen.press("] ] ]");
    assert!(screen.rows()[0].contains("Where the herring went"));
    screen.press("s text:erdogan");
    shows(&mut screen, "Leyla Erdoğan");
    shows(&mut screen, "in another article");
    screen.press("Enter");
    assert!(screen.rows()[0].contains("Vestby closes its sea lock"));
    assert!(chosen(&mut screen).contains("A lock with one gate"));
    assert!(screen.footer().contains("Leyla Erdoğan in another article"));
}

#[test]
fn counts_are_shown_and_nothing_found_is_said() {
    let mut screen = harbour(WIDE);
    screen.press("s");
    shows(&mut screen, "3 quotes, 36 words");
    screen.press("text:xyzzy");
    shows(&mut screen, "Nobody of that name.");
    screen.press("Enter Esc");
    hides(&mut screen, "Nobody of that name.");
}
