//! What a person wrote, beside what the program draws up: files in, briefing out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use std::path::Path;

use briefing::briefing::{Briefing, Origin, Speaker};
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
    std::fs::write(folder.path().join("ferry.briefing.toml"), correction).unwrap();
    brief(&article)
}

fn brief(path: &Path) -> Briefing {
    read(path, &Options::default()).unwrap_or_else(|error| panic!("{error}"))
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
