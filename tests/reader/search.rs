//! Searching.

use std::sync::Arc;

use briefing::briefing::Point;

use super::*;

#[test]
fn matches_are_marked_and_counted() {
    let mut screen = harbour(WIDE);
    screen.press("5 / text:lock");
    assert!(
        screen.footer().contains("1 of 9 in article"),
        "{}",
        screen.footer()
    );
    screen.press("Enter n n");
    assert!(
        screen
            .footer()
            .contains("“lock” 3 of 9 in article, 17 in all · Esc clears"),
        "{}",
        screen.footer()
    );
    let marked = screen.words_where(|cell| cell.bg == ratatui::style::Color::Indexed(222));
    assert_eq!(marked, ["lock"], "where one is stands out");
    screen.press("N N N");
    assert!(
        screen.footer().contains("5 of 5 in quotes, 17 in all"),
        "on to the next pane: {}",
        screen.footer()
    );
    screen.press("n");
    assert!(
        screen.footer().contains("1 of 9 in article"),
        "and back: {}",
        screen.footer()
    );
    screen.press("Esc n");
    assert!(
        !screen.footer().contains("lock"),
        "n goes from quote to quote again"
    );
}

#[test]
fn the_pane_in_focus_is_searched_first() {
    let mut screen = harbour(WIDE);
    screen.press("2 / text:soren");
    assert!(
        screen.footer().contains("1 of 1 in actors, 6 in all"),
        "{}",
        screen.footer()
    );
    screen.press("Esc / text:candour Enter");
    assert!(
        screen.footer().contains("“candour” 1 of 1 in article"),
        "{}",
        screen.footer()
    );
    assert!(
        screen.text().contains("for her candour."),
        "the article was scrolled to it"
    );
}

#[test]
fn giving_up_leaves_everything_as_it_was() {
    let mut screen = harbour(WIDE);
    screen.press("n");
    let before = screen.picture();
    screen.press("/ text:candour Esc");
    assert_eq!(screen.picture(), before);
}

#[test]
fn what_is_not_there_is_not_found() {
    let mut screen = harbour(WIDE);
    screen.press("/ text:xyzzy Enter");
    assert!(
        screen.footer().contains("“xyzzy” not found"),
        "{}",
        screen.footer()
    );
    screen.send(Message::Paste("ignored".to_owned()));
    screen.press("/");
    screen.send(Message::Paste("old\nsea".to_owned()));
    assert!(screen.footer().contains("/old sea"), "{}", screen.footer());
}

#[test]
fn a_letter_of_a_long_text_that_is_nothing_else_is_marked_at_once() {
    const LETTERS: usize = 200_000;
    let text = CleanText::line(&"a".repeat(LETTERS));
    let mut briefing = sample::plain();
    let changed = Arc::make_mut(&mut briefing);
    changed.article.text = text.clone();
    changed.summary.items = vec![Point {
        text,
        span: None,
        gist: true,
    }];
    let mut screen = Screen::open(WIDE, ThemeName::Dark, &[briefing]);
    screen.press("1 / text:a");
    let footer = screen.footer();
    assert!(footer.contains(&format!("1 of {LETTERS} in summary")), "{footer}");
    // Every frame has thousands of marks on it, of hundreds of thousands: were each sought among all, this took minutes.
    screen.press("Down Down Enter n n");
    let current = screen.words_where(|cell| cell.bg == ratatui::style::Color::Indexed(222));
    assert_eq!(current, ["a"]);
}

#[test]
fn what_is_marked_is_what_the_words_are_now() {
    let mut screen = harbour(WIDE);
    let mut marked = |keys: &str| {
        screen.press(keys);
        let mut marked =
            screen.words_where(|cell| [179, 222].map(ratatui::style::Color::Indexed).contains(&cell.bg));
        marked.sort();
        marked.dedup();
        marked
    };
    assert_eq!(marked("/ text:soren"), ["Søren"]);
    assert_eq!(marked("text:sen"), ["Sørensen"]);
    assert_eq!(marked("Backspace Backspace Backspace Enter"), ["Søren"]);
    assert_eq!(
        marked("l j Enter 4"),
        ["Soren"],
        "another article is searched for the same"
    );
}
