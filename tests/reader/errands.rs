//! What the outside world is asked for.

use super::*;

fn last(screen: &mut Screen) -> Effect {
    screen.effects.pop().expect("an effect")
}

#[test]
fn quotes_are_copied_with_their_speaker_and_source() {
    let mut screen = harbour(WIDE);
    screen.press("y");
    let Effect::Copy(text) = last(&mut screen) else {
        panic!()
    };
    assert_eq!(
        text.as_str(),
        "“They were built in 1931, and they leak like a basket,”\n— Ingrid Sørensen, Mayor\n\
         Ada Holm, “Vestby closes its sea lock for two years”, The Vestby Packet, 14 January 2026, \
         https://packet.example/lock\n"
    );
    screen.press("Y");
    let Effect::Copy(text) = last(&mut screen) else {
        panic!()
    };
    assert!(text.starts_with("Ada Holm, “Vestby closes") && text.ends_with("packet.example/lock"));
    screen.send(Message::Copied(Ok(())));
    assert!(screen.footer().contains("Copied."));
}

#[test]
fn the_correction_stands_beside_the_article_and_a_briefing_is_its_own() {
    let mut screen = harbour(WIDE);
    screen.press("e");
    let Effect::Edit { path, file, template } = last(&mut screen) else {
        panic!()
    };
    assert_eq!(path, PathBuf::from("harbour/lock.txt"));
    assert_eq!(file, PathBuf::from("harbour/lock.briefing.toml"));
    assert!(template.contains("Ingrid Sørensen") && template.contains("leak like a basket"));
    screen.press("l j e");
    let Effect::Edit { file, .. } = last(&mut screen) else {
        panic!()
    };
    assert_eq!(file, PathBuf::from("harbour/herring.toml"));
}

#[test]
fn a_correction_is_read_again_and_the_place_is_kept() {
    let mut screen = harbour((80, 24));
    screen.press("5 ctrl-d ctrl-d");
    let before = screen.rows();
    let path = PathBuf::from("harbour/lock.txt");
    screen.send(Message::EditorClosed {
        path: path.clone(),
        result: Ok(()),
    });
    screen.load(&path, Ok(sample::lock()));
    assert_eq!(screen.rows(), before);
    screen.send(Message::EditorClosed {
        path,
        result: Err(CleanText::line("no editor: set $EDITOR")),
    });
    assert!(screen.footer().contains("no editor: set $EDITOR"));
}

#[test]
fn the_source_is_opened_and_named() {
    let mut screen = harbour(WIDE);
    screen.press("o");
    assert_eq!(
        last(&mut screen),
        Effect::OpenAddress(CleanText::line("https://packet.example/lock"))
    );
    assert!(screen.footer().contains("https://packet.example/lock"));
    screen.press("l j Enter o");
    assert!(screen.footer().contains("This article has no web address."));
}

#[test]
fn a_long_message_gets_a_box_that_any_key_closes() {
    let mut screen = harbour((40, 12));
    screen.send(Message::Notice(CleanText::new(
        "lock.briefing.toml:3:1\nthere is no `speeker`; did you mean `speaker`?",
    )));
    shows(&mut screen, "did you mean");
    screen.press("x");
    hides(&mut screen, "did you mean");
}

#[test]
fn quitting_and_suspending() {
    let mut screen = harbour(WIDE);
    screen.press("ctrl-z q");
    assert_eq!(last(&mut screen), Effect::Quit);
    assert_eq!(last(&mut screen), Effect::Suspend);
    screen.press("/ q");
    assert!(screen.footer().contains("/q"), "while typing, q is a letter");
    screen.press("ctrl-c");
    assert_eq!(last(&mut screen), Effect::Quit);
}
