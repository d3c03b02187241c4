//! What the outside world is asked for.

use std::sync::Arc;

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
    for key in ["Enter", "o"] {
        screen.press("o");
        shows(&mut screen, "It leads to packet.example");
        shows(&mut screen, "https://packet.example/lock");
        screen.press(key);
        assert_eq!(
            last(&mut screen),
            Effect::OpenAddress(CleanText::line("https://packet.example/lock"))
        );
        hides(&mut screen, "It leads to");
    }
    screen.press("o Esc");
    hides(&mut screen, "It leads to");
    screen.press("o q");
    assert!(
        screen.effects.iter().all(|effect| *effect != Effect::Quit),
        "a key closes the box and does nothing else"
    );
    screen.press("l j Enter o");
    assert!(screen.footer().contains("This article has no web address."));
    let opened = |effect: &&Effect| matches!(effect, Effect::OpenAddress(_));
    assert_eq!(screen.effects.iter().filter(opened).count(), 0);
}

/// The reader on an article that says it stands at `address`, about to open it.
fn asked(size: (u16, u16), address: &str) -> Screen {
    let mut briefing = sample::lock();
    Arc::make_mut(&mut briefing).article.url = Some(CleanText::line(address));
    let mut screen = Screen::open(size, ThemeName::Dark, &[briefing]);
    screen.press("o");
    screen
}

#[test]
fn an_address_is_shown_whole_with_where_it_leads() {
    let long = format!("https://paper.example/{}?the=end", "a/".repeat(400));
    for size in SIZES {
        let mut screen = asked(size, "https://paper.example:443@evil.example/story");
        shows(&mut screen, "It leads to evil.example");
        shows(&mut screen, "What stands before the @");
        let found = screen.words_where(|cell| cell.bg == ratatui::style::Color::Indexed(179));
        assert_eq!(found.concat(), "evil.example".repeat(2), "the host is marked");
        let mut screen = asked(size, "https://p\u{430}per.example/");
        shows(&mut screen, "It leads to p\u{430}per.example");
        shows(&mut screen, "It is spelled with letters");
        shows(
            &mut asked(size, "https://xn--pper-5cd.example/"),
            "It is spelled with letters",
        );
        let mut screen = asked(size, &long);
        hides(&mut screen, "@");
        screen.press("G");
        shows(&mut screen, "?the=end");
        screen.press("g Enter");
        assert_eq!(last(&mut screen), Effect::OpenAddress(CleanText::line(&long)));
    }
}

#[test]
fn what_is_no_address_of_the_web_is_not_opened() {
    for address in [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://paper.example\\@evil.example/",
        "https://",
    ] {
        let mut screen = asked(WIDE, address);
        shows(&mut screen, "This is no address of http or https");
        screen.press("Enter o");
        let opened = |effect: &Effect| matches!(effect, Effect::OpenAddress(_));
        assert!(!screen.effects.iter().any(opened), "{address}");
    }
}

#[test]
fn what_stands_in_no_file_cannot_be_corrected_and_says_so() {
    for (path, told) in [
        (
            "-",
            "Standard input has no file that a correction could stand beside.",
        ),
        (
            "https://packet.example/lock",
            "An address has no file that a correction could stand beside.",
        ),
    ] {
        let mut briefing = sample::lock();
        Arc::make_mut(&mut briefing).article.path = Some(PathBuf::from(path));
        let mut screen = Screen::open(WIDE, ThemeName::Dark, &[briefing]);
        for keys in ["e", "r text:nobody Enter", "u"] {
            screen.press(keys);
            assert!(screen.footer().contains(told), "{keys}: {}", screen.footer());
        }
        let touches = |effect: &Effect| matches!(effect, Effect::Edit { .. } | Effect::Correct { .. });
        assert!(!screen.effects.iter().any(touches));
    }
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
