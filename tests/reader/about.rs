//! What is known of the selected actor, and when a quote was said.

use std::sync::Arc;

use super::*;

#[test]
fn the_selected_actor_is_told_whole_with_all_names() {
    for size in [WIDE, (40, 12)] {
        let mut screen = harbour(size);
        screen.press("2");
        shows(&mut screen, "Ingrid Sørensen, Mayor; also Sørensen");
        screen.press("j");
        shows(&mut screen, "Leyla Erdoğan, Chief engineer");
    }
}

#[test]
fn the_list_has_its_rows_back_when_another_pane_is_looked_at() {
    let mut screen = harbour((80, 24));
    screen.press("2 4");
    hides(&mut screen, "also Sørensen");
}

#[test]
fn many_names_leave_room_for_the_list() {
    let mut briefing = sample::lock();
    for number in 0..60 {
        let alias = CleanText::line(&format!("Sørensen the {number}th"));
        Arc::make_mut(&mut briefing).actors.items[0].aliases.push(alias);
    }
    let mut screen = Screen::open((40, 12), ThemeName::Dark, &[briefing]);
    screen.press("2");
    shows(&mut screen, "Leyla Erdoğan");
    shows(&mut screen, "…");
}

#[test]
fn a_quote_says_when_it_was_said_where_the_text_tells() {
    let mut briefing = sample::lock();
    Arc::make_mut(&mut briefing).quotes.items[0].said_on = Some("2026-01-13".parse().unwrap());
    for size in SIZES {
        let mut screen = Screen::open(size, ThemeName::Dark, &[Arc::clone(&briefing)]);
        screen.press("4");
        shows(&mut screen, "said Tue 13 Jan · direct · sure");
    }
    let mut screen = Screen::open((200, 60), ThemeName::Dark, &[briefing]);
    screen.press("4 w");
    assert_eq!(
        screen.text().matches("said Tue 13 Jan").count(),
        2,
        "why says it, too"
    );
}

#[test]
fn what_must_be_told_first_of_an_article_is_told_in_its_window_too() {
    let mut briefing = sample::lock();
    let article = &mut Arc::make_mut(&mut briefing).article;
    article.notice = Some(CleanText::line("EMBARGOED until Friday"));
    article.language = Some(CleanText::line("fr"));
    let mut screen = Screen::open(WIDE, ThemeName::Dark, &[briefing]);
    screen.press("i");
    let text = screen.text();
    let window = text.split("Any key closes this").nth(1).unwrap();
    let at = |words: &str| {
        window
            .find(words)
            .unwrap_or_else(|| panic!("no {words}:\n{text}"))
    };
    assert!(at("EMBARGOED until Friday") < at("In French: only quotation marks"));
    assert!(at("In French: only quotation marks") < at("Title: Vestby"));
}
