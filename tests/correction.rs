//! What a person wrote, beside what the program draws up: files in, briefing out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use std::path::Path;

use briefing::briefing::toml::rewrite;
use briefing::briefing::{Briefing, CleanText, Correction, Origin, Rule, Speaker};
use briefing::library::{Options, read};

const ARTICLE: &str = "Harbour board picks a new ferry\n\n\
    Published 3 March 2025\n\n\
    “The old boat has earned its rest,” harbour master Ottilie Brandvold said on Monday.\n\n\
    The board's chairman, Corwin Hale, said the price was “a bargain”.\n";

/// The briefing of [`ARTICLE`] with `correction` beside it.
fn corrected(correction: &str) -> Briefing {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("ferry.txt");
    std::fs::write(&article, ARTICLE).unwrap();
    if !correction.is_empty() {
        std::fs::write(folder.path().join("ferry.briefing.toml"), correction).unwrap();
    }
    let mut briefing = brief(&article);
    // Every folder is another.
    briefing.article.path = None;
    briefing
}

fn brief(path: &Path) -> Briefing {
    read(&path.to_path_buf().into(), &Options::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// Whom the quote that holds `words` is under.
fn speaker_of<'a>(briefing: &'a Briefing, words: &str) -> &'a Speaker {
    let quote = briefing
        .quotes
        .items
        .iter()
        .find(|quote| quote.text.contains(words));
    &quote
        .unwrap_or_else(|| panic!("no quote holds {words:?}"))
        .speaker
}

fn actor(briefing: &Briefing, name: &str) -> Speaker {
    let actor = briefing.actors.items.iter().find(|actor| *actor.name == *name);
    Speaker::Actor(
        actor
            .unwrap_or_else(|| panic!("no actor is called {name}"))
            .id
            .clone(),
    )
}

#[test]
fn a_section_that_a_person_wrote_is_kept_and_the_others_are_drawn_up() {
    let briefing = corrected("[[summary]]\ntext = \"A new ferry.\"\n");
    assert_eq!(briefing.summary.origin, Origin::Written);
    assert_eq!(briefing.summary.items.len(), 1);
    assert_eq!(briefing.summary.items[0].text.as_str(), "A new ferry.");
    assert_eq!(briefing.quotes.origin, Origin::Extracted);
    assert_eq!(briefing.quotes.items.len(), 2);
}

#[test]
fn a_section_written_empty_stays_empty() {
    let briefing = corrected("timeline = []\n");
    assert_eq!(briefing.timeline.origin, Origin::Written);
    assert!(briefing.timeline.items.is_empty());
}

#[test]
fn a_written_quote_may_name_its_speaker_by_the_slug_of_an_alias() {
    let briefing = corrected("[[quotes]]\nspeaker = \"hale\"\ntext = \"“a bargain”\"\nkind = \"mixed\"\n");
    assert_eq!(*speaker_of(&briefing, "bargain"), actor(&briefing, "Corwin Hale"));
}

#[test]
fn a_written_quote_may_name_its_speaker_in_plain_words() {
    let briefing =
        corrected("[[quotes]]\nspeaker = \"Corwin Hale\"\ntext = \"“a bargain”\"\nkind = \"mixed\"\n");
    assert_eq!(*speaker_of(&briefing, "bargain"), actor(&briefing, "Corwin Hale"));
}

#[test]
fn a_speaker_whom_the_article_does_not_have_keeps_the_name_that_was_written() {
    let briefing =
        corrected("[[quotes]]\nspeaker = \"nell-farrow\"\ntext = \"“a bargain”\"\nkind = \"mixed\"\n");
    let name = briefing.speaker_name(speaker_of(&briefing, "bargain")).unwrap();
    assert_eq!(name.as_str(), "Nell Farrow");
}

#[test]
fn quotes_drawn_up_find_their_speakers_among_the_actors_that_a_person_wrote() {
    let briefing = corrected(
        "[[actors]]\nid = \"the-master\"\nname = \"Tilly Brandvold\"\nkind = \"person\"\n\
         aliases = [\"Ottilie Brandvold\"]\n",
    );
    assert_eq!(
        *speaker_of(&briefing, "old boat"),
        actor(&briefing, "Tilly Brandvold")
    );
    // Hale is not among them, and is not lost.
    let name = briefing.speaker_name(speaker_of(&briefing, "bargain")).unwrap();
    assert_eq!(name.as_str(), "Corwin Hale");
}

#[test]
fn a_written_quote_points_at_its_words_in_the_article() {
    let briefing =
        corrected("[[quotes]]\nspeaker = \"hale\"\ntext = \"\\\"a bargain\\\"\"\nkind = \"mixed\"\n");
    let span = briefing.quotes.items[0].span().unwrap();
    assert!(span.of(&briefing.article.text).contains("a bargain"));
}

/// The briefing of [`ARTICLE`] with `correction` beside it put right, and the file that keeps it.
fn put_right(text: &str, correction: impl Fn(&Briefing) -> Correction) -> (Briefing, String) {
    let before = corrected(text);
    let text = rewrite(text, &before, &correction(&before)).unwrap_or_else(|error| panic!("{error}"));
    let after = corrected(&text);
    assert_eq!(after, corrected(&text), "the same file gives the same briefing");
    (after, text)
}

fn place_of(briefing: &Briefing, words: &str) -> usize {
    let mut quotes = briefing.quotes.items.iter();
    quotes.position(|quote| quote.text.contains(words)).unwrap()
}

fn actor_place(briefing: &Briefing, name: &str) -> usize {
    let mut actors = briefing.actors.items.iter();
    actors.position(|actor| *actor.name == *name).unwrap()
}

/// “a bargain” is said by `to`.
fn bargain_by(to: Option<&str>) -> impl Fn(&Briefing) -> Correction {
    move |briefing| Correction::Speaker {
        quote: place_of(briefing, "bargain"),
        to: to.map(|name| actor(briefing, name)),
    }
}

/// What a person wrote, in their own way.
const BY_HAND: &str = "# Mine.\nformat = 1\n\n[[actors]]   # who\nname = 'Corwin Hale'\nid=\"hale\"\n\
    kind = \"person\"\n\n# The old boat.\n[[quotes]]\ntext = \"“The old boat has earned its rest,”\"   # whole\n\
    speaker =   \"hale\"  # sure?\n\n# The price.\n[[quotes]]\nspeaker = 'Ottilie Brandvold'\n\
    text = \"“a bargain”\"\nkind = \"mixed\"\n\n[[summary]]\ntext = \"A ferry.\"\n# The end.\n";

#[test]
fn a_quote_given_another_speaker_keeps_them_and_the_others_stay_as_drafted() {
    let drafted = corrected("");
    let (briefing, text) = put_right("", bargain_by(Some("Ottilie Brandvold")));
    let quote = &briefing.quotes.items[place_of(&briefing, "bargain")];
    assert_eq!(quote.speaker, actor(&briefing, "Ottilie Brandvold"));
    assert_eq!(quote.rule, Rule::Corrected);
    let other = place_of(&briefing, "old boat");
    assert_eq!(
        briefing.quotes.items[other], drafted.quotes.items[other],
        "{text}"
    );
}

#[test]
fn a_quote_that_is_nobodys_does_not_come_back() {
    let (briefing, _) = put_right("", bargain_by(None));
    assert!(
        briefing
            .quotes
            .items
            .iter()
            .all(|quote| !quote.text.contains("bargain"))
    );
    assert_eq!(briefing.quotes.items.len(), 1);
    let (briefing, text) = put_right("[[quotes]]\ntext = \"“a bargain”\"\n", bargain_by(None));
    assert_eq!(
        (briefing.quotes.items.len(), briefing.quotes.origin),
        (0, Origin::Written),
        "{text}"
    );
}

#[test]
fn what_a_person_wrote_elsewhere_stays_byte_for_byte() {
    let (_, text) = put_right(BY_HAND, bargain_by(Some("Corwin Hale")));
    let expected = BY_HAND
        .replace("speaker = 'Ottilie Brandvold'", "speaker = \"hale\"")
        .replace("kind = \"mixed\"\n", "kind = \"mixed\"\ncorrected = true\n");
    assert_eq!(text, expected);
    // With the line ends of another system, too.
    let (_, windows) = put_right(&BY_HAND.replace('\n', "\r\n"), bargain_by(Some("Corwin Hale")));
    assert_eq!(windows, expected.replace('\n', "\r\n"));
}

#[test]
fn the_comments_above_a_quote_that_is_taken_out_stay() {
    let (_, text) = put_right(BY_HAND, |briefing| Correction::Speaker {
        quote: place_of(briefing, "old boat"),
        to: None,
    });
    for comment in ["# Mine.", "# The old boat.", "# The price.", "# The end."] {
        assert!(text.contains(comment), "{comment} in\n{text}");
    }
    assert!(!text.contains("earned its rest"));
}

#[test]
fn two_actors_become_one_wherever_they_stand() {
    for text in ["", "[[summary]]\ntext = \"A ferry.\"\n"] {
        let (briefing, text) = put_right(text, |briefing| Correction::Merge {
            actor: actor_place(briefing, "Ottilie Brandvold"),
            into: actor_place(briefing, "Corwin Hale"),
        });
        assert_eq!(
            *speaker_of(&briefing, "old boat"),
            actor(&briefing, "Corwin Hale"),
            "{text}"
        );
        let hale = &briefing.actors.items[actor_place(&briefing, "Corwin Hale")];
        assert!(hale.corrected && hale.aliases.contains(&CleanText::line("Ottilie Brandvold")));
    }
}

#[test]
fn a_name_that_is_somebody_elses_is_parted() {
    let actors = "[[actors]]\nname = \"Corwin Hale\"\naliases = [\"Ottilie Brandvold\", \"Hale\"]  # both?\n";
    let (briefing, text) = put_right(actors, |briefing| Correction::Part {
        actor: actor_place(briefing, "Corwin Hale"),
        alias: CleanText::line("Ottilie Brandvold"),
    });
    assert!(text.contains("aliases = [\"Hale\"]  # both?"), "{text}");
    assert_eq!(
        *speaker_of(&briefing, "old boat"),
        actor(&briefing, "Ottilie Brandvold")
    );
}

#[test]
fn a_name_and_a_role_are_put_right() {
    let (briefing, text) = put_right("", |briefing| Correction::Name {
        actor: actor_place(briefing, "Corwin Hale"),
        name: CleanText::line("Corwin J. Hale"),
        role: Some(CleanText::line("chair")),
    });
    let hale = &briefing.actors.items[actor_place(&briefing, "Corwin J. Hale")];
    assert_eq!(
        (hale.role.as_deref(), hale.corrected),
        (Some("chair"), true),
        "{text}"
    );
    assert_eq!(*speaker_of(&briefing, "bargain"), Speaker::Actor(hale.id.clone()));
}

#[test]
fn an_event_gets_another_date_or_goes() {
    let events = "# When.\n[[timeline]]\ndate = 2025-03-03 # Monday\nevent = \"It sails.\"\n";
    let (briefing, text) = put_right(events, |_| Correction::Date {
        event: 0,
        to: Some("2025-03-04".parse().unwrap()),
    });
    assert_eq!(briefing.timeline.items[0].date.as_str(), "2025-03-04");
    assert!(text.contains("# Monday") && text.starts_with("# When."));
    let (briefing, text) = put_right(events, |_| Correction::Date { event: 0, to: None });
    assert_eq!(
        (briefing.timeline.items.len(), briefing.timeline.origin),
        (0, Origin::Written),
        "{text}"
    );
    assert!(text.contains("# When."));
}

#[test]
fn a_file_that_is_not_what_the_briefing_was_made_of_is_left_alone() {
    let before = corrected(BY_HAND);
    let other = BY_HAND.replacen("[[quotes]]", "[[quotes]]\ntext = \"more\"\n[[quotes]]", 1);
    assert!(rewrite(&other, &before, &bargain_by(None)(&before)).is_err());
    let nowhere = Correction::Speaker { quote: 99, to: None };
    assert!(rewrite(BY_HAND, &before, &nowhere).is_err());
    assert!(rewrite("[[quotes", &before, &bargain_by(None)(&before)).is_err());
}

#[test]
fn in_a_whole_article_only_what_was_put_right_reads_otherwise() {
    for name in [
        "corvane-results",
        "kelder-bridge",
        "mapmaker-interview",
        "perry-orchard",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let article = folder.path().join("article.txt");
        std::fs::copy(format!("briefings/{name}.txt"), &article).unwrap();
        let before = brief(&article);
        let correction = Correction::Speaker {
            quote: 0,
            to: Some(Speaker::Unknown),
        };
        let text = rewrite("", &before, &correction).unwrap();
        std::fs::write(folder.path().join("article.briefing.toml"), text).unwrap();
        let (after, expected) = (brief(&article), correction.apply(&before));
        let quotes = after.quotes.items.iter().zip(&expected.quotes.items);
        for (quote, expected) in quotes {
            assert_eq!(quote, expected, "{name}");
        }
        assert_eq!(after.quotes.items.len(), expected.quotes.items.len(), "{name}");
        assert_eq!(
            (&after.summary, &after.timeline.items),
            (&before.summary, &before.timeline.items),
            "{name}"
        );
    }
}

#[test]
fn a_correction_is_carried_over_to_what_the_files_give_by_now() {
    let before = corrected("");
    let correction = bargain_by(Some("Ottilie Brandvold"))(&before);
    // Another quote is gone, so that this one stands at another place.
    let (now, _) = put_right("", |briefing| Correction::Speaker {
        quote: place_of(briefing, "old boat"),
        to: None,
    });
    let carried = correction.carried(&before, &now).unwrap();
    assert!(matches!(carried, Correction::Speaker { quote, .. } if quote == place_of(&now, "bargain")));
    assert!(correction.finds_unchanged(&before, &carried, &now));
    // Somebody else gave it another speaker.
    let (now, _) = put_right("", bargain_by(Some("Ottilie Brandvold")));
    let carried = correction.carried(&before, &now).unwrap();
    assert!(!correction.finds_unchanged(&before, &carried, &now));
    // It is gone.
    let (now, _) = put_right("", bargain_by(None));
    assert_eq!(correction.carried(&before, &now), None);
}
