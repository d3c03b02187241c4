//! From an item to its words.

use super::*;

#[test]
fn an_event_leads_to_its_words_and_marks_what_dated_it() {
    let mut screen = harbour(WIDE);
    screen.press("3 G");
    assert!(chosen(&mut screen).contains("The works are to begin on 2 March"));
    let dated = screen.words_where(|cell| cell.modifier.contains(Modifier::ITALIC));
    assert_eq!(dated, ["2 March"]);
    screen.press("Enter");
    assert!(
        screen.footer().contains("n next quote"),
        "the article has the focus"
    );
}

#[test]
fn a_point_leads_to_its_words() {
    let mut screen = harbour(WIDE);
    screen.press("1 j j Enter");
    assert!(chosen(&mut screen).contains("The fleet now has until Friday to appeal."));
}

#[test]
fn what_a_person_wrote_may_not_be_in_the_article() {
    let mut screen = Screen::open(WIDE, ThemeName::Dark, &[sample::herring()]);
    shows(&mut screen, "1 Summary ─ by hand");
    screen.press("1 Enter");
    assert!(
        screen
            .footer()
            .contains("The article does not have these words: a person wrote them.")
    );
}

#[test]
fn the_article_leads_to_the_quote_that_stands_there() {
    let mut screen = harbour((40, 12));
    screen.press("5 G Enter");
    shows(&mut screen, "Every town should have");
    shows(&mut screen, "4 Quotes");
}
