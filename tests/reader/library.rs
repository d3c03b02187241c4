//! Many articles.

use std::sync::Arc;

use briefing::briefing::{Briefing, Entry};

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
        results: vec![Ok(sample::plain())],
    };
    screen.send(stale);
    assert!(screen.rows()[0].contains("Vestby closes its sea lock"));
    screen.load(&path, Ok(sample::plain()));
    assert!(screen.rows()[0].contains("The library at Vestby"));
}

/// The herring article as one of many in the file of the lock.
fn entry(number: u32, title: &str) -> Arc<Briefing> {
    let mut briefing = (*sample::plain()).clone();
    briefing.article.path = Some("harbour/all.mbox".into());
    briefing.article.title = Some(CleanText::line(title));
    briefing.article.entry = Some(Entry {
        label: CleanText::line(&format!("#{number}")),
        key: title.to_lowercase(),
    });
    Arc::new(briefing)
}

#[test]
fn a_file_of_many_articles_takes_as_many_places() {
    let mut screen = Screen::empty(WIDE, ThemeName::Dark);
    let lock = sample::lock();
    let path = lock.article.path.clone().unwrap();
    let many = PathBuf::from("harbour/all.mbox");
    screen.list(vec![many.clone(), path.clone()], &[]);
    screen.load(&path, Ok(lock));
    screen.press("l j Enter");
    assert!(screen.rows()[0].contains("Vestby closes its sea lock"));
    let broken = || Err(CleanText::line("harbour/all.mbox#2: there is no text in it"));
    screen.load_all(
        &many,
        vec![Ok(entry(1, "First")), broken(), Ok(entry(3, "Third"))],
    );
    // What was open is open still, and stays selected.
    assert!(screen.rows()[0].contains("Vestby closes its sea lock"));
    screen.press("l");
    shows(&mut screen, "6 Library ─ 4 articles");
    shows(&mut screen, "✗ harbour/all.mbox#2");
    shows(&mut screen, "• Vestby closes its sea lock");
    screen.press("k k k Enter");
    assert!(screen.rows()[0].contains("First"));
    assert!(screen.rows()[0].contains("all.mbox#1"), "{}", screen.rows()[0]);

    // The file has grown at its head: the same article stays open.
    screen.press("l j j Enter");
    screen.send(Message::EditorClosed {
        path: many.clone(),
        result: Ok(()),
    });
    let grown = [entry(1, "New"), entry(2, "First"), entry(3, "Third")];
    screen.load_all(&many, grown.into_iter().map(Ok).collect());
    assert!(screen.rows()[0].contains("Third"));
    screen.press("l");
    shows(&mut screen, "6 Library ─ 4 articles");
    shows(&mut screen, "• Third");
}

#[test]
fn corrections_of_one_of_many_are_kept_beside_the_file_under_its_key() {
    let mut screen = Screen::empty(WIDE, ThemeName::Dark);
    let many = PathBuf::from("harbour/all.mbox");
    let mut lock = (*sample::lock()).clone();
    lock.article.path = Some(many.clone());
    lock.article.entry = entry(2, "Lock").article.entry.clone();
    screen.list(vec![many.clone()], &[]);
    screen.load_all(&many, vec![Ok(entry(1, "First")), Ok(Arc::new(lock))]);
    screen.press("l j Enter 4 r text:zelen Enter");
    let (article, file, _) = corrections::saved_of(&mut screen);
    assert_eq!(article.entry.as_deref(), Some("lock"));
    assert_eq!(file, PathBuf::from("harbour/all.mbox.lock.briefing.toml"));
    shows(&mut screen, "✎ corrected");
    screen.press("l");
    shows(&mut screen, "6 Library ─ 2 articles");
}

#[test]
fn what_its_publisher_withholds_says_so_first() {
    let mut briefing = (*sample::lock()).clone();
    briefing.article.notice = Some(CleanText::line("WITHHELD by its publisher: do not publish"));
    let mut screen = Screen::open(WIDE, ThemeName::Dark, &[Arc::new(briefing)]);
    assert!(screen.footer().contains("WITHHELD by its publisher"));
    screen.press("5");
    let rows = screen.rows();
    let notice = rows
        .iter()
        .position(|row| row.contains("WITHHELD by its publisher"));
    let title = rows
        .iter()
        .skip(1)
        .position(|row| row.contains("Vestby closes its sea lock"));
    assert!(notice.unwrap() < title.unwrap() + 1, "{}", rows.join("\n"));
    screen.press("l");
    assert!(
        screen.text().contains("! Vestby closes its sea lock"),
        "{}",
        screen.text()
    );
}

#[test]
fn what_its_publisher_withholds_says_so_on_the_smallest_screen_too() {
    let mut briefing = (*sample::lock()).clone();
    briefing.article.notice = Some(CleanText::line("WITHHELD by its publisher: do not publish"));
    let mut screen = Screen::open((40, 12), ThemeName::Dark, &[Arc::new(briefing)]);
    assert!(screen.footer().contains("WITHHELD"), "{}", screen.footer());
}
