//! Whatever is made of an article takes about twice as long for twice as much. Nothing here looks at a clock: with anything
//! quadratic in it, each of these takes a minute or many.

use std::path::Path;

use briefing::briefing::{
    Actor, ActorId, ActorKind, Article, Briefing, CleanText, Confidence, Quote, QuoteKind, Rule, Section,
    Speaker, Written,
};
use briefing::export::{Exporter, Json, Markdown, Ndjson, QuoteLines, Text};
use briefing::extract::{Options, extract};
use briefing::library::Speakers;
use briefing::load::load_bytes;

/// `piece` as often as fits into `bytes`.
fn filled(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

fn load(text: &str) -> Article {
    load_bytes(text.as_bytes(), Some(Path::new("story.txt")))
        .unwrap()
        .article
}

fn briefing_of(text: &str, title: Option<&str>) -> Briefing {
    let article = Article {
        text: CleanText::new(text),
        title: title.map(CleanText::line),
        ..Article::default()
    };
    extract(article, Written::default(), &Options::default())
}

/// A name of `length` letters for each number.
fn name(mut number: usize, length: usize) -> String {
    let mut name = String::new();
    for place in 0..length {
        let first = if place == 0 { b'A' } else { b'a' };
        name.push(char::from(first + u8::try_from(number % 26).unwrap()));
        number /= 26;
    }
    name
}

#[test]
fn words_cut_at_every_line() {
    let article = load(&filled("aaaa-\naaab\n", 500_000));
    assert!(article.text.starts_with("aaaa-aaab aaaa-aaab"));
}

#[test]
fn a_text_without_a_blank_line() {
    let article = load(&filled("!\n", 300_000));
    assert!(article.text.starts_with("!\n\n!\n\n!"));
}

#[test]
fn single_marks_that_nothing_closes() {
    let briefing = briefing_of(&filled("’s 5 & ", 700_000), None);
    assert!(briefing.quotes.items.is_empty());
}

#[test]
fn one_sentence_of_many_quotes() {
    let briefing = briefing_of(&filled("“No,” he said. the Holm's ", 200_000), None);
    assert!(!briefing.quotes.items.is_empty());
}

#[test]
fn many_actors_and_a_headline_without_end() {
    let sentence = |number: usize| format!("Xa{} Vb{} left.", name(number, 4), name(number, 3));
    let text: Vec<String> = (0..10_000).map(sentence).collect();
    let briefing = briefing_of(&text.join(" "), Some(&filled("rain and sun ", 500_000)));
    assert!(briefing.actors.items.len() >= 5_000);
}

#[test]
fn many_speakers_of_a_library() {
    let briefing = speakers(40_000);
    let speakers = Speakers::of([&briefing, &briefing]);
    assert_eq!(speakers.all().len(), 40_000);
}

/// A briefing in which each of `count` people says one thing.
fn speakers(count: usize) -> Briefing {
    let people = (0..count).map(|number| format!("{} {}", name(number, 4), name(number, 5)));
    let actors: Vec<Actor> = people
        .map(|name| Actor {
            id: ActorId::from_name(&name),
            name: CleanText::line(&name),
            kind: ActorKind::Person,
            role: None,
            role_span: None,
            aliases: Vec::new(),
            mentions: Vec::new(),
            source: false,
            corrected: false,
        })
        .collect();
    let quotes = actors.iter().map(|actor| Quote {
        kind: QuoteKind::Direct,
        text: "“Yes.”".into(),
        parts: Vec::new(),
        speaker: Speaker::Actor(actor.id.clone()),
        mention: None,
        cue: None,
        rule: Rule::Written,
        confidence: Confidence::High,
        said_on: None,
    });
    Briefing {
        quotes: Section::written(quotes.collect()),
        actors: Section::written(actors),
        ..Briefing::default()
    }
}

#[test]
fn many_speakers_in_every_format() {
    let briefing = speakers(30_000);
    let last = briefing.actors.items.last().unwrap().name.as_str();
    let formats: [&mut dyn Exporter; 4] = [
        &mut Text::new(80, false),
        &mut Markdown::default(),
        &mut Json::default(),
        &mut Ndjson,
    ];
    for format in formats {
        let mut out = Vec::new();
        format.briefing(&briefing, &mut out).unwrap();
        let shown = String::from_utf8(out).unwrap();
        assert_eq!(
            shown.matches(last).count(),
            2,
            "once as an actor, once as a speaker"
        );
    }
    let lines = QuoteLines::of(&briefing);
    let mut out = Vec::new();
    for quote in &briefing.quotes.items {
        lines.write(quote, &mut out).unwrap();
    }
    assert!(String::from_utf8(out).unwrap().contains(last));
}
