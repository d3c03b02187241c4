//! Many articles.

use super::*;

#[test]
fn another_article_is_opened() {
    let mut screen = harbour(WIDE);
    screen.press("l");
    shows(&mut screen, "6 Library ─ 3 articles");
    screen.press("j Enter");
    assert!(screen.rows()[0].contains("Where the herring went"));
    hides(&mut screen, "6 Library");
    screen.press("l l");
    hides(&mut screen, "6 Library");
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_shown() {
    let mut screen = Screen::empty(WIDE, ThemeName::Dark);
    let lock = sample::lock();
    let path = lock.article.path.clone().unwrap();
    let broken = PathBuf::from("harbour/broken.txt");
    screen.list(
        vec![broken.clone(), path.clone()],
        &["nowhere: there is no such folder"],
    );
    screen.load(&path, Ok(lock));
    screen.load(
        &broken,
        Err(CleanText::line("harbour/broken.txt: this is no text")),
    );
    assert!(
        screen.footer().contains("harbour/broken.txt: this is no text"),
        "{}",
        screen.footer()
    );
    assert!(screen.rows()[0].contains("Vestby closes its sea lock"));
    screen.press("l");
    shows(&mut screen, "✗ harbour/broken.txt");
    shows(&mut screen, "✗ nowhere");
}

#[test]
fn results_that_nobody_waits_for_are_dropped() {
    let mut screen = harbour(WIDE);
    let path = PathBuf::from("harbour/lock.txt");
    screen.send(Message::EditorClosed {
        path: path.clone(),
        result: Ok(()),
    });
    let stale = Message::Loaded {
        generation: 1,
        path: path.clone(),
        result: Ok(sample::plain()),
    };
    screen.send(stale);
    assert!(screen.rows()[0].contains("Vestby closes its sea lock"));
    screen.load(&path, Ok(sample::plain()));
    assert!(screen.rows()[0].contains("The library at Vestby"));
}
