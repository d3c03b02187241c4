//! The whole reader without a terminal: keys in, screen out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

mod support;

use std::path::PathBuf;

use briefing::briefing::CleanText;
use briefing::reader::action::ACTIONS;
use briefing::reader::effects::Effect;
use briefing::reader::keymap::Keymap;
use briefing::reader::theme::ThemeName;
use briefing::reader::update::Message;
use proptest::prelude::*;
use ratatui::style::Modifier;
use support::sample;
use support::screen::Screen;

const WIDE: (u16, u16) = (120, 40);
const SIZES: [(u16, u16); 4] = [(200, 60), (120, 40), (80, 24), (40, 12)];

fn harbour(size: (u16, u16)) -> Screen {
    Screen::open(
        size,
        ThemeName::Dark,
        &[sample::lock(), sample::herring(), sample::plain()],
    )
}

/// Where each test asserts that something is on the screen.
fn shows(screen: &mut Screen, words: &str) {
    let text = screen.text();
    assert!(text.contains(words), "no {words:?} on\n{text}");
}

fn hides(screen: &mut Screen, words: &str) {
    let text = screen.text();
    assert!(!text.contains(words), "{words:?} is on\n{text}");
}

/// The lines that are marked as belonging to the chosen words.
fn chosen(screen: &mut Screen) -> String {
    let rows = screen.rows();
    let after = |row: &String| {
        row.split('▐')
            .nth(1)
            .map(|rest| rest.trim_end_matches(['│', '┃']).trim().to_owned())
    };
    rows.iter().filter_map(after).collect::<Vec<_>>().join(" ")
}

mod pictures {
    use super::*;

    /// Every size in every theme, as it opens and with much going on at once.
    #[test]
    fn the_screen_looks_as_it_did() {
        for theme in ThemeName::ALL {
            for size in SIZES {
                let mut screen =
                    Screen::open(size, theme, &[sample::lock(), sample::herring(), sample::plain()]);
                let name = format!("{}x{}-{}", size.0, size.1, theme.as_str());
                insta::assert_snapshot!(format!("open-{name}"), screen.picture());
                screen.press("] ] w / text:gate Enter");
                insta::assert_snapshot!(format!("busy-{name}"), screen.picture());
            }
        }
    }

    /// The README's picture is the reader's own, of a briefing that ships.
    #[test]
    fn the_readme_shows_the_reader() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let shipped = root.join("briefings/paris-summit.toml");
        let mut briefing = briefing::library::read(&shipped, &briefing::library::Options::default()).unwrap();
        briefing.article.path = Some(PathBuf::from("briefings/paris-summit.toml"));
        let mut screen = Screen::open((120, 36), ThemeName::Dark, &[std::sync::Arc::new(briefing)]);
        screen.press("} } }");
        let drawn = support::svg::picture(screen.buffer());
        let file = root.join("doc/reader.svg");
        if std::env::var_os("BRIEFING_BLESS").is_some() {
            std::fs::write(&file, &drawn).unwrap();
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            kept == drawn,
            "BRIEFING_BLESS=1 cargo test --test reader draws {} anew",
            file.display()
        );
    }

    #[test]
    fn every_pane_alone_on_a_small_screen() {
        for (key, pane) in ["summary", "actors", "timeline", "quotes", "article", "library"]
            .iter()
            .enumerate()
        {
            let mut screen = harbour((40, 12));
            screen.press(&(key + 1).to_string());
            insta::assert_snapshot!(format!("small-{pane}"), screen.text());
        }
    }

    #[test]
    fn help_picker_library_and_zoom() {
        for (size, name) in [(WIDE, "wide"), ((40, 12), "small")] {
            for (keys, what) in [("?", "help"), ("s", "picker"), ("l", "library"), ("5 z", "zoom")] {
                let mut screen = harbour(size);
                screen.press(keys);
                insta::assert_snapshot!(format!("{what}-{name}"), screen.text());
            }
        }
    }

    #[test]
    fn nothing_to_show_is_said() {
        let mut screen = Screen::open((80, 24), ThemeName::Dark, &[sample::plain()]);
        insta::assert_snapshot!("nothing-extracted", screen.text());
        let mut screen = Screen::empty((80, 24), ThemeName::Dark);
        insta::assert_snapshot!("nothing-listed", screen.text());
        screen.list(Vec::new(), &["news: there is no such folder"]);
        insta::assert_snapshot!("nothing-found", screen.text());
    }
}

mod quotes {
    use super::*;

    #[test]
    fn the_next_by_the_same_speaker_skips_the_others() {
        let mut screen = harbour(WIDE);
        screen.press("]");
        assert_eq!(
            chosen(&mut screen),
            "Sørensen said. “If we do nothing, the next storm will close the lock for us.”"
        );
        screen.press("]");
        assert!(chosen(&mut screen).contains("Every town should have somebody"));
        screen.press("[ [");
        assert!(chosen(&mut screen).contains("leak like a basket"));
        screen.press("[");
        assert!(
            screen
                .footer()
                .contains("That was the first quote by Ingrid Sørensen.")
        );
    }

    #[test]
    fn after_the_last_one_the_next_article_that_quotes_them_is_opened() {
        let mut screen = harbour(WIDE);
        screen.press("] ] ]");
        assert!(screen.rows()[0].contains("Where the herring went"));
        assert!(
            screen
                .footer()
                .contains("Ingrid Sørensen in another article: Where the herring went")
        );
        assert!(chosen(&mut screen).contains("We counted sixty boats"));
        screen.press("]");
        assert!(
            screen
                .footer()
                .contains("That was the last quote by Ingrid Sorensen.")
        );
        screen.press("[");
        assert!(screen.rows()[0].contains("Vestby closes its sea lock"));
        assert!(chosen(&mut screen).contains("Every town should have somebody"));
    }

    #[test]
    fn the_next_quote_and_the_next_speaker() {
        let mut screen = harbour(WIDE);
        screen.press("n n");
        assert!(chosen(&mut screen).contains("A lock with one gate is still a lock."));
        screen.press("N");
        assert!(chosen(&mut screen).contains("If we do nothing"));
        screen.press("}");
        assert!(chosen(&mut screen).contains("A lock with one gate is still a lock."));
        screen.press("}");
        assert!(
            chosen(&mut screen).contains("Where are we supposed"),
            "the unknown one is a speaker, too"
        );
        screen.press("{ {");
        assert!(chosen(&mut screen).contains("leak like a basket"));
        screen.press("{");
        assert!(
            chosen(&mut screen).contains("dull, heavy and reliable"),
            "round and round"
        );
        screen.press("n n");
        assert!(screen.footer().contains("That was the last quote."));
    }

    #[test]
    fn a_quote_says_who_how_and_how_sure() {
        let mut screen = harbour((120, 60));
        for words in [
            "Ingrid Sørensen · Mayor",
            "1–2 of 3",
            "said · direct · sure",
            "told · direct · likely",
            "unknown",
            "direct · a guess",
            "the shipping office",
            "According to · indirect · sure",
            "said · mixed · a guess",
        ] {
            shows(&mut screen, words);
        }
    }

    #[test]
    fn why_is_said_in_words_and_marked_in_the_article() {
        let mut screen = harbour((200, 60));
        let underlined =
            |screen: &mut Screen| screen.words_where(|cell| cell.modifier.contains(Modifier::UNDERLINED));
        let italic =
            |screen: &mut Screen| screen.words_where(|cell| cell.modifier.contains(Modifier::ITALIC));
        hides(&mut screen, "right-adjacent");
        assert!(underlined(&mut screen).is_empty());
        screen.press("w");
        shows(
            &mut screen,
            "Ingrid Sørensen, sure: speaker and verb follow right after the quote (right-adjacent)",
        );
        assert_eq!(
            underlined(&mut screen),
            ["Sørensen", "Sørensen"],
            "in the article and in the legend"
        );
        assert_eq!(italic(&mut screen), ["said", "said"]);
        screen.press("}");
        shows(
            &mut screen,
            "Leyla Erdoğan, likely: speaker and verb follow right after the quote (right-adjacent)",
        );
        assert_eq!(underlined(&mut screen), ["she", "she"]);
        screen.press("}");
        shows(
            &mut screen,
            "unknown, a guess: nothing in the text tells who said this (none)",
        );
        screen.press("Esc");
        hides(&mut screen, "nothing in the text tells");
    }

    #[test]
    fn why_is_said_on_a_small_screen_as_well() {
        let mut screen = harbour((40, 12));
        screen.press("w");
        shows(&mut screen, "right after the quote");
        screen.press("5");
        shows(&mut screen, "right after the quote");
    }
}

mod narrowing {
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
        screen.press("2 j j j f");
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
}

mod following {
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
}

mod picker {
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
    fn counts_are_shown_and_nothing_found_is_said() {
        let mut screen = harbour(WIDE);
        screen.press("s");
        shows(&mut screen, "3 quotes, 36 words");
        screen.press("text:xyzzy");
        shows(&mut screen, "Nobody of that name.");
        screen.press("Enter Esc");
        hides(&mut screen, "Nobody of that name.");
    }
}

mod search {
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
}

mod library {
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
}

mod errands {
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
}

mod help {
    use super::*;

    #[test]
    fn help_finds_actions_by_words_and_by_keys_and_runs_them() {
        let mut screen = harbour(WIDE);
        screen.press("? text:zoom");
        shows(&mut screen, "Give the whole screen to this pane");
        screen.press("Esc ? text:whole Enter");
        hides(&mut screen, "5 Article ─");
        screen.press("z ? f Enter");
        assert!(
            screen.footer().contains("Only Ingrid Sørensen"),
            "{}",
            screen.footer()
        );
        screen.press("? text:xyzzy");
        shows(&mut screen, "No key does that.");
    }

    #[test]
    fn help_and_hints_show_the_keys_that_are_bound() {
        let own = Keymap::default()
            .with("only-speaker = [\"F5\"]", "own.toml")
            .unwrap();
        let mut screen = Screen::with_keymap(WIDE, own, &[sample::lock()]);
        assert!(
            screen.footer().contains("F5 only Sørensen"),
            "{}",
            screen.footer()
        );
        screen.press("F5");
        assert!(screen.footer().contains("Only Ingrid Sørensen"));
        screen.press("? text:everyone's");
        shows(&mut screen, "F5");
    }

    #[test]
    fn every_action_is_in_the_help_and_in_the_key_table() {
        let mut screen = harbour((200, 60));
        screen.press("?");
        let table = briefing::reader::keymap::key_table();
        for description in ACTIONS {
            let mut screen = harbour((200, 60));
            screen.press("?");
            screen.send(Message::Paste(description.id.to_owned()));
            let start: String = description.doc.chars().take(30).collect();
            shows(&mut screen, &start);
            let row = table
                .lines()
                .find(|row| row.contains(description.doc))
                .expect(description.id);
            for key in Keymap::default().keys(description.action) {
                assert!(row.contains(&format!("`{key}`")), "{row}");
            }
        }
    }
}

mod sizes {
    use super::*;

    #[test]
    fn the_byte_at_the_top_stays_whatever_the_width() {
        let mut screen = harbour((80, 24));
        screen.press("5 z ctrl-d");
        let top = |screen: &mut Screen| {
            let rows = screen.rows();
            let words = rows
                .iter()
                .skip(1)
                .map(|row| row.trim_matches(['╭', '│', '┃', '▐', ' ']).to_owned());
            let mut words = words.filter(|row| !row.is_empty() && !row.contains('─'));
            words.next().unwrap()
        };
        let before = top(&mut screen);
        let word = before.split_whitespace().next().unwrap().to_owned();
        for (columns, rows) in [(61, 24), (130, 16), (66, 40), (1, 1), (19, 4), (40, 12)] {
            screen.resize(columns, rows);
            screen.text();
        }
        let row = top(&mut screen);
        assert!(row.contains(&word), "{row} has {word}");
        screen.resize(80, 24);
        assert_eq!(top(&mut screen), before);
    }

    #[test]
    fn the_wheel_scrolls_what_is_under_it_and_a_click_selects() {
        use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
        let mut screen = harbour(WIDE);
        let mouse = |screen: &mut Screen, kind, column, row| {
            let modifiers = KeyModifiers::NONE;
            screen.send(Message::Mouse(MouseEvent {
                kind,
                column,
                row,
                modifiers,
            }));
        };
        mouse(&mut screen, MouseEventKind::ScrollDown, 80, 30);
        hides(&mut screen, "╭ 5 Article ─ 100 %");
        assert!(
            !screen.text().contains("│ Vestby closes its sea lock"),
            "the article was scrolled"
        );
        mouse(&mut screen, MouseEventKind::Down(MouseButton::Left), 80, 9);
        assert!(
            chosen(&mut screen).contains("A lock with one gate"),
            "{}",
            screen.text()
        );
        mouse(&mut screen, MouseEventKind::Down(MouseButton::Left), 5, 39);
        mouse(&mut screen, MouseEventKind::ScrollUp, 119, 39);
        assert!(chosen(&mut screen).contains("A lock with one gate"));
    }

    #[test]
    fn tiny_windows_say_so_and_never_panic() {
        let mut screen = harbour((20, 5));
        hides(&mut screen, "too small");
        screen.resize(19, 5);
        shows(&mut screen, "window too small");
        for columns in 1..24 {
            for rows in 1..8 {
                screen.resize(columns, rows).press("n");
            }
        }
        screen.resize(80, 24);
        shows(&mut screen, "4 Quotes");
    }

    #[test]
    fn a_zoomed_pane_has_the_screen_to_itself() {
        let mut screen = harbour(WIDE);
        screen.press("2 z");
        shows(
            &mut screen,
            "2 Actors  3 Timeline  4 Quotes  5 Article  6 Library ─ 6 named",
        );
        hides(&mut screen, "leak like a basket");
        screen.press("Tab Tab");
        shows(&mut screen, "leak like a basket");
        screen.press("Esc");
        shows(&mut screen, "2 Actors ─ 6 named");
    }

    #[test]
    fn every_pane_can_be_reached_by_tab_and_by_number() {
        for size in SIZES {
            let mut screen = harbour(size);
            for (number, title) in ["Summary", "Actors", "Timeline", "Quotes", "Article", "Library"]
                .iter()
                .enumerate()
            {
                screen.press(&(number + 1).to_string());
                shows(&mut screen, &format!(" {} {title} ", number + 1));
            }
            screen.press("1 Tab Tab");
            shows(&mut screen, "3 Timeline");
            screen.press("BackTab");
            shows(&mut screen, "2 Actors");
        }
    }
}

mod safety {
    use super::*;

    #[test]
    fn no_byte_of_an_article_acts_on_the_terminal() {
        for size in SIZES {
            let mut screen = Screen::open(size, ThemeName::Dark, &[sample::hostile()]);
            for keys in ["w", "5", "l", "l s", "Esc y", "/ text:red Enter", "? text:red"] {
                screen.press(keys);
                for row in screen.rows() {
                    let bad = row.chars().find(|character| {
                        character.is_control()
                            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                    });
                    assert_eq!(bad, None, "{row:?}");
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        /// At any size, from anywhere, going to a quote brings its words onto the screen and marks them.
        #[test]
        fn going_to_a_quote_shows_its_words(
            columns in 20_u16..160, rows in 8_u16..60, quote in 0_usize..8, from in 0_usize..3, zoomed: bool, why: bool,
        ) {
            let mut screen = harbour((columns, rows));
            screen.press(["5", "5 G", "5 ctrl-d"][from]);
            if zoomed {
                screen.press("z");
            }
            if why {
                screen.press("w");
            }
            // The first one is selected from the start, so it is left and gone back to.
            screen.press(if quote == 0 { "n N" } else { "" });
            screen.press(&"n ".repeat(quote));
            let lock = sample::lock();
            let text = &lock.quotes.items[quote].text;
            let words: Vec<&str> = text.split_whitespace().collect();
            let shown = chosen(&mut screen);
            // The row may begin before the quote; a long quote may go on below the screen.
            let start = shown.find(words[0]).map(|at| &shown[at..]).unwrap_or_default();
            let seen = start.split_whitespace().zip(&words).take_while(|(seen, word)| seen.contains(**word)).count();
            prop_assert!(seen >= words.len().min(3), "{} of {}\n{}", seen, text, screen.text());
        }

        /// Whatever is pressed at whatever size, the reader goes on.
        #[test]
        fn no_sequence_of_keys_panics(
            keys in prop::collection::vec(
                prop::sample::select(vec![
                    "j", "k", "g", "G", "ctrl-d", "ctrl-u", "PgDn", "PgUp", "Tab", "BackTab", "1", "2", "3", "4", "5", "6",
                    "Enter", "]", "[", "}", "{", "n", "N", "s", "f", "/", "Esc", "z", "l", "w", "y", "Y", "e", "o", "?",
                    "a", "é", "首", "Backspace", "Home", "End", "Up", "Down", "Left", "Right", "Delete", "resize",
                ]),
                1..60,
            ),
            sizes in prop::collection::vec((1_u16..140, 1_u16..50), 1..12),
        ) {
            let mut screen = harbour((80, 24));
            let mut sizes = sizes.iter().cycle();
            for key in keys {
                match (key, sizes.next()) {
                    ("resize", Some((columns, rows))) => drop(screen.resize(*columns, *rows).text()),
                    _ => drop(screen.press(key).text()),
                }
            }
        }
    }
}
