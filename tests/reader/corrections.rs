//! Putting things right: what is asked, what is asked of the world, and what is shown of it.

use std::sync::Arc;

use briefing::briefing::{ArticleId, Correction, Rule, Speaker};
use briefing::reader::update::{NotSaved, Saved, Way};

use super::*;

/// The correction that was asked for last, of an article that has a file of its own; the reader is told that it was
/// saved.
fn saved(screen: &mut Screen) -> Correction {
    let (_, file, correction) = saved_of(screen);
    assert_eq!(file, PathBuf::from("harbour/lock.briefing.toml"));
    correction
}

/// The correction that was asked for last, of which article, and where it is kept; the reader is told that it was saved.
pub fn saved_of(screen: &mut Screen) -> (ArticleId, PathBuf, Correction) {
    let Some(Effect::Correct {
        article,
        file,
        base,
        correction,
        what,
        ..
    }) = screen.effects.pop()
    else {
        panic!("no correction was asked for")
    };
    let saved = Saved {
        briefing: Arc::new(correction.apply(&base)),
        before: None,
        after: Some("format = 1\n".to_owned()),
    };
    screen.send(Message::Saved {
        article: article.clone(),
        file: file.clone(),
        way: Way::Correct,
        what,
        result: Ok(saved),
    });
    (article, file, correction)
}

#[test]
fn a_quote_is_given_another_speaker_and_shows_as_corrected() {
    let mut screen = harbour(WIDE);
    screen.press("n n n r text:zelen");
    shows(&mut screen, "Who said it?");
    shows(&mut screen, "Mateus Zelenko · vice-chair of the council");
    screen.press("Enter");
    let correction = saved(&mut screen);
    assert!(matches!(
        correction,
        Correction::Speaker {
            quote: 3,
            to: Some(Speaker::Actor(_))
        }
    ));
    shows(&mut screen, "✎ corrected");
    assert!(
        screen
            .footer()
            .contains("Speaker: Mateus Zelenko: saved in lock.briefing.toml")
    );
    screen.press("w");
    shows(&mut screen, Rule::Corrected.reason());
}

#[test]
fn a_name_that_nobody_has_is_a_new_one_and_nobody_makes_it_no_quote() {
    let mut screen = harbour(WIDE);
    screen.press("r text:Farrow");
    shows(&mut screen, "Farrow · a new name");
    screen.press("Enter");
    saved(&mut screen);
    shows(&mut screen, "Farrow");
    screen.press("r text:nobody Enter");
    assert!(matches!(saved(&mut screen), Correction::Speaker { to: None, .. }));
    hides(&mut screen, "✎ corrected");
}

#[test]
fn what_was_corrected_is_undone_and_done_again() {
    let mut screen = harbour(WIDE);
    screen.press("u");
    assert!(screen.footer().contains("Nothing was corrected here"));
    screen.press("r text:zelen Enter");
    saved(&mut screen);
    for (key, way, said) in [
        ("u", Way::Undo, "Undone: Speaker: Mateus Zelenko"),
        ("ctrl-r", Way::Redo, "Done again: Speaker: Mateus Zelenko"),
    ] {
        screen.press(key);
        let Some(Effect::Restore {
            article,
            file,
            from,
            to,
            way: asked,
        }) = screen.effects.pop()
        else {
            panic!("nothing is restored")
        };
        assert_eq!(asked, way);
        let saved = Saved {
            briefing: sample::lock(),
            before: from,
            after: to,
        };
        screen.send(Message::Saved {
            article,
            file,
            way,
            what: CleanText::default(),
            result: Ok(saved),
        });
        assert!(screen.footer().contains(said), "{}", screen.footer());
    }
}

#[test]
fn actors_are_merged_and_renamed() {
    let mut screen = harbour(WIDE);
    screen.press("2 M text:erdo Enter");
    assert!(matches!(
        saved(&mut screen),
        Correction::Merge { actor: 0, into: 1 }
    ));
    shows(&mut screen, "✎");
    screen.press("R");
    shows(&mut screen, "Leyla Erdoğan, Chief engineer");
    screen.press("text:s Enter");
    let Correction::Name { name, role, .. } = saved(&mut screen) else {
        panic!()
    };
    assert_eq!(
        (name.as_str(), role.as_deref()),
        ("Leyla Erdoğan", Some("Chief engineers"))
    );
    screen.press("M");
    shows(&mut screen, "part Sørensen");
}

#[test]
fn an_event_gets_another_date_or_is_dropped_and_no_date_is_told() {
    let mut screen = harbour(WIDE);
    screen.press("3 j d ctrl-u text:soon Enter");
    shows(&mut screen, "write 2025-09-04, 4 September 2025");
    screen.press("ctrl-u text:2018 Enter");
    assert!(matches!(
        saved(&mut screen),
        Correction::Date {
            event: 1,
            to: Some(_)
        }
    ));
    screen.press("d ctrl-u");
    shows(&mut screen, "Event dropped");
    screen.press("Enter");
    assert!(matches!(
        saved(&mut screen),
        Correction::Date { event: 1, to: None }
    ));
}

/// The correction that was asked for last, which cannot be saved.
fn fails(screen: &mut Screen) -> Correction {
    let Some(Effect::Correct {
        article,
        file,
        correction,
        what,
        ..
    }) = screen.effects.pop()
    else {
        panic!("no correction was asked for")
    };
    screen.send(Message::Saved {
        article,
        file,
        way: Way::Correct,
        what,
        result: Err(NotSaved {
            message: CleanText::line("Not saved: lock.briefing.toml: no space left"),
            is_contested: false,
        }),
    });
    assert!(screen.footer().contains("no space left"), "{}", screen.footer());
    assert!(matches!(screen.effects.last(), Some(Effect::Load { .. })));
    correction
}

#[test]
fn what_could_not_be_saved_is_shown_until_it_is_saved() {
    let mut screen = harbour(WIDE);
    screen.press("ctrl-s");
    assert!(screen.footer().contains("Every correction is saved"));
    screen.press("n n n r text:zelen Enter");
    let correction = fails(&mut screen);
    shows(&mut screen, "✎ corrected");
    screen.press("j");
    assert!(
        screen
            .footer()
            .contains("Not saved: Speaker: Mateus Zelenko · ctrl-s"),
        "{}",
        screen.footer()
    );
    // Nothing is built on what is not in the file.
    screen.press("r text:nobody Enter");
    assert!(!matches!(screen.effects.last(), Some(Effect::Correct { .. })));
    screen.press("ctrl-s");
    assert_eq!(fails(&mut screen), correction);
    screen.press("ctrl-s");
    assert_eq!(saved(&mut screen), correction);
    shows(&mut screen, "✎ corrected");
    screen.press("j");
    assert!(!screen.footer().contains("Not saved"));
}

#[test]
fn the_message_that_something_is_not_saved_may_be_answered_at_once() {
    let mut screen = harbour((40, 12));
    screen.press("r text:zelen Enter");
    let Some(Effect::Correct {
        article, file, what, ..
    }) = screen.effects.pop()
    else {
        panic!("no correction was asked for")
    };
    screen.send(Message::Saved {
        article,
        file,
        way: Way::Correct,
        what,
        result: Err(NotSaved {
            message: CleanText::line(
                "Not saved: harbour/lock.briefing.toml: there is no space left on the disk",
            ),
            is_contested: false,
        }),
    });
    shows(&mut screen, "Any key closes this");
    screen.press("ctrl-s");
    saved(&mut screen);
}

#[test]
fn what_could_not_be_saved_is_let_go_of_by_undoing() {
    let mut screen = harbour(WIDE);
    screen.press("n n n r text:zelen Enter");
    fails(&mut screen);
    screen.press("u");
    assert!(screen.footer().contains("Let go of: Speaker: Mateus Zelenko"));
    hides(&mut screen, "✎ corrected");
    screen.press("u");
    assert!(screen.footer().contains("Nothing was corrected here"));
}

#[test]
fn quitting_with_something_unsaved_takes_two_keys() {
    let mut screen = harbour(WIDE);
    screen.press("r text:zelen Enter");
    fails(&mut screen);
    let quits = |screen: &Screen| screen.effects.contains(&Effect::Quit);
    for keys in ["q", "j q"] {
        screen.press(keys);
        assert!(!quits(&screen) && screen.footer().contains("is not saved. Quit again"));
    }
    screen.press("q");
    assert!(quits(&screen));
}

#[test]
fn each_question_fits_the_smallest_screen() {
    for size in SIZES {
        for (keys, words) in [
            ("r", "Who said it?"),
            ("2 M", "Who is"),
            ("2 R", "Name, role"),
            ("3 j d", "When was it?"),
        ] {
            let mut screen = harbour(size);
            screen.press(keys);
            shows(&mut screen, words);
        }
    }
}
