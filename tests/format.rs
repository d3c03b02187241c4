//! The TOML format: what a person writes is read, what is written is read back, and mistakes are told well.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use briefing::briefing::toml::{BriefingFile, read, template, write};
use briefing::briefing::{
    Actor, ActorId, ActorKind, Article, Briefing, CleanText, Confidence, Event, Point, Published, Quote,
    QuoteKind, Rule, Section, Speaker, Written,
};
use proptest::prelude::*;

const BRIDGE: &str = r#"format = 1

[article]
title = "Bridge shut after flood"
source = "Mellby Post"
url = "https://post.example/bridge"
published = 2025-09-04
text = """
The bridge over the Mell was shut on Tuesday. “It’s not
safe,” said Ida Holm, the mayor. “We shall
mend it.”

Per Aas said the word “flood” was “too small”. Holm’s office had no comment.
"""

[[summary]]
text = "The bridge over the Mell was shut on Tuesday."

[[actors]]
id = "ida-holm"
name = "Ida Holm"
kind = "person"
role = "mayor"
aliases = ["Holm"]

[[actors]]
name = "Per Aas"

[[quotes]]
speaker = "ida-holm"
text = "“It’s not safe,” … “We shall mend it.”"
kind = "direct"
said_on = 2025-09-02

[[quotes]]
speaker = "Per Aas"
text = "too small"
kind = "mixed"

[[timeline]]
date = "2025-09-02"
event = "The bridge over the Mell was shut on Tuesday."

[[timeline]]
date = 2026
event = "Ida Holm hopes to open it again."
"#;

fn file(toml: &str) -> BriefingFile {
    read(toml, "bridge.toml").unwrap_or_else(|error| panic!("{error}"))
}

fn mistakes(toml: &str) -> String {
    read(toml, "bridge.toml").unwrap_err().to_string()
}

// Reading

#[test]
fn a_whole_briefing_is_read() {
    let BriefingFile { article, written } = file(BRIDGE);
    assert_eq!(article.title.as_deref(), Some("Bridge shut after flood"));
    assert_eq!(article.published.unwrap().date.to_string(), "2025-09-04");
    let actors = written.actors.unwrap();
    assert_eq!(actors[1].id.as_str(), "per-aas");
    assert_eq!(actors[1].kind, ActorKind::Person);
    let quotes = written.quotes.unwrap();
    assert_eq!(quotes[0].speaker, Speaker::Actor(actors[0].id.clone()));
    assert_eq!(quotes[0].said_on.as_ref().unwrap().as_str(), "2025-09-02");
    assert_eq!(
        (quotes[0].rule, quotes[0].confidence),
        (Rule::Written, Confidence::High)
    );
    // A name that one actor has is that actor.
    assert_eq!(quotes[1].speaker, Speaker::Actor(actors[1].id.clone()));
    assert_eq!(written.timeline.unwrap()[1].date.as_str(), "2026");
}

#[test]
fn what_is_left_out_is_none_and_what_is_empty_is_kept_empty() {
    assert_eq!(file("").written, Written::default());
    assert_eq!(file("quotes = []").written.quotes, Some(Vec::new()));
    assert_eq!(
        file("summary = ['One.', 'Two.']").written.summary.unwrap().len(),
        2
    );
}

#[test]
fn speakers_are_ids_names_or_nobody() {
    let speaker = |head: &str, speaker: &str| {
        let quotes = file(&format!("{head}[[quotes]]\ntext = 'x'\n{speaker}\n"))
            .written
            .quotes;
        quotes.unwrap().remove(0).speaker
    };
    let actors = "[[actors]]\nname = 'Ida Holm'\n";
    let holm = Speaker::Actor(ActorId::from_name("Ida Holm"));
    assert_eq!(speaker("", "speaker = 'ida-holm'"), holm);
    assert_eq!(speaker(actors, "speaker = 'ida-holm'"), holm);
    assert_eq!(speaker(actors, "speaker = 'Ida Holm'"), holm);
    assert_eq!(
        speaker(actors, "speaker = 'police'"),
        Speaker::Nominal("police".into())
    );
    assert_eq!(
        speaker(actors, "speaker = { words = 'ida-holm' }"),
        Speaker::Nominal("ida-holm".into())
    );
    assert_eq!(
        speaker("", "speaker = 'European officials'"),
        Speaker::Nominal("European officials".into())
    );
    for unknown in ["", "speaker = ''", "speaker = 'unknown'"] {
        assert_eq!(speaker(actors, unknown), Speaker::Unknown);
    }
}

#[test]
fn publication_dates_and_times() {
    let published = |value: &str| {
        file(&format!("[article]\npublished = {value}"))
            .article
            .published
            .unwrap()
    };
    let noon = Published {
        date: jiff::civil::date(2025, 9, 4),
        time: Some(jiff::civil::time(12, 30, 0, 0)),
    };
    for value in [
        "2025-09-04T12:30:00",
        "2025-09-04 12:30:00+02:00",
        "'2025-09-04T12:30:00'",
    ] {
        assert_eq!(published(value), noon, "{value}");
    }
    assert_eq!(published("'2025-09-04'"), noon.date.into());
}

// Mistakes

#[test]
fn an_unknown_key_is_told_with_what_was_meant() {
    insta::assert_snapshot!(mistakes("[article]\ntext = 'x'\n\n[[quotes]]\nspeaker = 'x'\n  quote = 'y'\n"), @r#"
    bridge.toml:4:1: `text` is missing here
      |
    4 | [[quotes]]
      | ^^^^^^^^^^
      = add a line text = "…"

    bridge.toml:6:3: unknown key `quote` in [[quotes]]
      |
    6 |   quote = 'y'
      |   ^^^^^
      = did you mean `text`?
    "#);
}

#[test]
fn an_unknown_speaker_is_told_with_who_was_meant() {
    let head = "[[actors]]\nid = 'mark-rutte'\nname = 'Mark Rutte'\n\n[[quotes]]\ntext = 'x'\n";
    insta::assert_snapshot!(mistakes(&format!("{head}speaker = 'mark-ruttte'")), @r#"
    bridge.toml:7:11: no actor has the id `mark-ruttte`
      |
    7 | speaker = 'mark-ruttte'
      |           ^^^^^^^^^^^^^
      = did you mean `mark-rutte`?
    "#);
    insta::assert_snapshot!(mistakes(&format!("{head}speaker = 'emmanuel-macron'")), @r#"
    bridge.toml:7:11: no actor has the id `emmanuel-macron`
      |
    7 | speaker = 'emmanuel-macron'
      |           ^^^^^^^^^^^^^^^^^
      = add it to [[actors]], or write the speaker's name as the article has it
    "#);
}

#[test]
fn wrong_values_are_told_with_what_is_expected() {
    insta::assert_snapshot!(
        mistakes(
            "format = 2\nsumary = []\n[article]\ntitle = 12\nurl = 'ftp://x'\npublished = 'yesterday'\ntext = 'x'\n\
             [[actors]]\nid = 'A B'\nname = 'A B'\nkind = 'persn'\naliases = 'B'\n[[timeline]]\ndate = '2025-13'\nevent = 'x'\n\
             [[timeline]]\nevent = 'x'\n[[actors]]\nid = 'ab'\nname = 'AB'\n[[actors]]\nid = 'ab'\nname = 'AB'\n"
        ),
        @r#"
    bridge.toml:1:10: this format is not known to this version
      |
    1 | format = 2
      |          ^
      = write `format = 1`

    bridge.toml:2:1: unknown key `sumary` at the top of the file
      |
    2 | sumary = []
      | ^^^^^^
      = did you mean `summary`?

    bridge.toml:4:9: `title` is text, not a number
      |
    4 | title = 12
      |         ^^
      = write it in quotation marks

    bridge.toml:5:7: `url` is no web address
      |
    5 | url = 'ftp://x'
      |       ^^^^^^^^^
      = it begins with https:// or http://

    bridge.toml:6:13: `published` is no date
      |
    6 | published = 'yesterday'
      |             ^^^^^^^^^^^
      = write a day, published = 2025-09-04, or a day and a time, published = 2025-09-04T14:30:00

    bridge.toml:9:6: `A B` is no id
      |
    9 | id = 'A B'
      |      ^^^^^
      = an id has lower-case letters, digits and hyphens, such as `a-b`

    bridge.toml:14:8: `2025-13` is no date: write a day (2025-09-04), a month (2025-09), a year (2014) or another TIMEX3 value
       |
    14 | date = '2025-13'
       |        ^^^^^^^^^

    bridge.toml:16:1: `date` is missing here
       |
    16 | [[timeline]]
       | ^^^^^^^^^^^^
       = add a line date = "…"

    bridge.toml:22:6: two actors have the id `ab`
       |
    22 | id = 'ab'
       |      ^^^^
       = give each actor an id of its own
    "#);
}

#[test]
fn broken_toml_is_told_with_its_place() {
    let broken = [
        "[[quotes]]\ntext = \"He said \"no\" to it\"\n",
        "[article]\ntitle = Bridge\n",
        "[article\ntitle = 'x'\n",
        "[article]\ntitle = \"C:\\quay\"\n",
        "[[timeline]]\ndate = 2025-09\nevent = 'x'\n",
        "[article]\ntitle = 'x'\ntitle = 'y'\n",
        "[article]\ntext = \"\"\"\nno end",
    ];
    insta::assert_snapshot!(broken.map(mistakes).join("\n\n"));
}

#[test]
fn another_toml_file_is_said_to_be_no_briefing() {
    insta::assert_snapshot!(mistakes("[package]\nname = 'x'\n"), @r#"
    bridge.toml:1:2: this TOML file is no briefing
      |
    1 | [package]
      |  ^^^^^^^
      = a briefing has [article], [[summary]], [[actors]], [[quotes]] or [[timeline]]
    "#);
}

#[test]
fn sections_in_the_wrong_shape() {
    insta::assert_snapshot!(mistakes("article = 'x'\n[quotes]\ntext = 'x'\n"), @r#"
    bridge.toml:1:11: `article` is a table, not text
      |
    1 | article = 'x'
      |           ^^^
      = write [article] on a line of its own

    bridge.toml:2:1: `quotes` has several items, not a table
      |
    2 | [quotes]
      | ^^^^^^^^
      = write [[quotes]], with two brackets, before each item
    "#);
}

#[test]
fn the_caret_stands_right_in_long_lines_and_harmless_ones() {
    let long = "ä".repeat(300);
    let message = mistakes(&format!("[article]\ntitle = \"{long}\\q tail\"\n"));
    let lines: Vec<&str> = message.lines().collect();
    let caret = lines[3].chars().position(|character| character == '^').unwrap();
    assert_eq!(lines[2].chars().nth(caret), Some('q'), "{message}");
    assert!(lines[2].chars().count() < 120, "{message}");
    assert!(!mistakes("titel = '\u{9b}31m\u{202e}'\n").contains(['\u{9b}', '\u{202e}']));
}

// Finding what was written

fn body(file: &BriefingFile) -> String {
    let text = file
        .article
        .text
        .as_deref()
        .unwrap_or_default()
        .replace("\n\n", "¶");
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('¶', "\n\n")
        .replace(" \n\n ", "\n\n")
}

#[test]
fn written_words_are_found_in_the_article() {
    let file = file(BRIDGE);
    let text = body(&file);
    let written = file.written.located(&text);
    let words = |spans: &[briefing::briefing::Span]| {
        spans
            .iter()
            .map(|span| span.of(&text))
            .collect::<Vec<_>>()
            .join("|")
    };
    let quotes = written.quotes.unwrap();
    assert_eq!(words(&quotes[0].parts), "“It’s not safe,”|“We shall mend it.”");
    assert_eq!(words(&quotes[1].parts), "“too small”");
    let actors = written.actors.unwrap();
    assert_eq!(words(&actors[0].mentions), "Ida Holm|Holm");
    assert_eq!(words(&actors[1].mentions), "Per Aas");
    assert!(written.summary.unwrap()[0].span.is_some());
    let timeline = written.timeline.unwrap();
    assert_eq!(
        timeline[0].span.unwrap().of(&text),
        "The bridge over the Mell was shut on Tuesday."
    );
    assert_eq!(timeline[1].span, None);
    assert_eq!(timeline[1].actors, [actors[0].id.clone()]);
}

fn found(text: &str, quotes: &[(&str, &str)]) -> Vec<String> {
    let toml: String = quotes
        .iter()
        .map(|(kind, words)| (kind, toml::Value::String((*words).to_owned())))
        .map(|(kind, words)| format!("[[quotes]]\nkind = '{kind}'\ntext = {words}\n"))
        .collect::<Vec<_>>()
        .concat();
    let quotes = file(&toml).written.located(text).quotes.unwrap();
    let words = |quote: &Quote| {
        quote
            .parts
            .iter()
            .map(|part| part.of(text))
            .collect::<Vec<_>>()
            .join("|")
    };
    quotes.iter().map(words).collect()
}

#[test]
fn quotes_are_found_whatever_the_style_of_their_marks() {
    let text =
        "“It’s shut – for good,” she said. ‘We’ll swim,’ he said. ``Sink,'' they said. He said it was late.";
    assert_eq!(
        found(
            text,
            &[
                ("direct", "\"It's shut - for good,\""),
                ("direct", "It's shut — for good."),
                ("direct", "'We’ll   swim,'"),
                ("direct", "We'll swim"),
                ("indirect", "it was late"),
                ("direct", "never said"),
            ]
        ),
        [
            "“It’s shut – for good,”",
            "“It’s shut – for good,”",
            "‘We’ll swim,’",
            "‘We’ll swim,’",
            "it was late",
            ""
        ]
    );
}

#[test]
fn a_part_may_have_an_ellipsis_of_its_own() {
    let text = "“It is shut,” she said. “It may … perhaps … open in spring.”";
    assert_eq!(
        found(
            text,
            &[("direct", "“It is shut,” … “It may … perhaps … open in spring.”")]
        ),
        ["“It is shut,”|“It may … perhaps … open in spring.”"]
    );
    assert_eq!(
        found(text, &[("direct", "“It is shut,” … perhaps … “never”")]),
        [""]
    );
}

#[test]
fn repeated_words_are_found_in_order_and_quoted_ones_first() {
    let text = "Late trains are late. “late” is what Holm said, and Aas said “late” too. “Later,” said both.";
    let spans = |quotes: &str| {
        let quotes = file(quotes).written.located(text).quotes.unwrap();
        quotes
            .iter()
            .map(|quote| quote.parts[0].start())
            .collect::<Vec<_>>()
    };
    let first = text.find("“late”").unwrap();
    let second = text.rfind("“late”").unwrap();
    assert_eq!(
        spans("[[quotes]]\ntext = 'late'\n[[quotes]]\ntext = 'late'\n"),
        [first, second]
    );
}

#[test]
fn names_are_found_as_whole_words_and_the_longest_wins() {
    let text = "Ann Holm met Bo Holm. Holmes and Ann’s aunt waited; Holm-led talks.";
    let toml = "[[actors]]\nname = 'Ann Holm'\naliases = ['Ann', 'Holm']\n[[actors]]\nname = 'Bo Holm'\n";
    let actors = file(toml).written.located(text).actors.unwrap();
    let words = |actor: &Actor| {
        actor
            .mentions
            .iter()
            .map(|span| span.of(text))
            .collect::<Vec<_>>()
    };
    assert_eq!(words(&actors[0]), ["Ann Holm", "Ann", "Holm"]);
    assert_eq!(words(&actors[1]), ["Bo Holm"]);
}

#[test]
fn a_longer_name_that_is_cut_does_not_hide_a_shorter_one() {
    let text = "Ann Holmes wept. D’Arcy of Ann Holm Ltd, Ann Holm, left.";
    let toml = "[[actors]]\nname = 'Ann'\n[[actors]]\nname = 'Ann Holm'\naliases = ['Ann']\n[[actors]]\nname = \"D'Arcy\"\n";
    let actors = file(toml).written.located(text).actors.unwrap();
    let words = |actor: &Actor| {
        let mentions = actor.mentions.iter();
        mentions.map(|span| span.of(text)).collect::<Vec<_>>()
    };
    let mentions: Vec<_> = actors.iter().map(words).collect();
    assert_eq!(
        mentions,
        [vec!["Ann"], vec!["Ann Holm", "Ann Holm"], vec!["D’Arcy"]]
    );
}

#[test]
fn a_quote_of_many_parts_is_found_part_by_part() {
    // Parts of one, two, three … pieces, as the article has them.
    let part = |length: usize| {
        let pieces: Vec<String> = (0..length)
            .map(|piece| format!("piece {piece} of {length}"))
            .collect();
        format!("“{}”", pieces.join(" … "))
    };
    let parts: Vec<String> = (1..9).map(part).collect();
    let (text, quote) = (parts.join(" said Holm. "), parts.join(" … "));
    assert_eq!(found(&text, &[("direct", &quote)]), [parts.join("|")]);
}

#[test]
fn what_has_no_letter_is_found_too() {
    let text = "Holm: “?!” Aas: “Yes.” Then: “…”";
    let quotes = [("direct", "“…”"), ("direct", "?!"), ("direct", "!!")];
    assert_eq!(found(text, &quotes), ["“…”", "“?!”", ""]);
}

// Hostile files: each of these took minutes, or much memory, where something was looked up in a list.

#[test]
fn thousands_of_actors_have_ids_of_their_own() {
    const MANY: usize = 10_000;
    let toml = format!(
        "[[actors]]\nname = 'A'\nid = 'a-3'\n{}",
        "[[actors]]\nname = 'A'\n".repeat(MANY)
    );
    let actors = file(&toml).written.actors.unwrap();
    let ids: Vec<&str> = actors.iter().map(|actor| actor.id.as_str()).collect();
    assert_eq!(ids[..5], ["a-3", "a", "a-2", "a-4", "a-5"]);
    assert_eq!(ids[MANY], format!("a-{}", MANY + 1));
}

#[test]
fn thousands_of_speakers_are_looked_up_among_thousands_of_actors() {
    const MANY: usize = 10_000;
    let each = |number: usize| {
        format!(
            "[[actors]]\nid = 'a{number}'\nname = 'Ann B{number}'\n[[quotes]]\ntext = 'x'\nspeaker = 'ANN B{number}'\n"
        )
    };
    let toml: String = (0..MANY).map(each).collect::<Vec<_>>().concat();
    let Written { actors, quotes, .. } = file(&toml).written;
    for (actor, quote) in actors.unwrap().iter().zip(quotes.unwrap()) {
        assert_eq!(quote.speaker, Speaker::Actor(actor.id.clone()));
    }
}

#[test]
fn thousands_of_unknown_speakers_are_compared_with_few_actors() {
    const MANY: usize = 5_000;
    let each = |number: usize| {
        format!(
            "[[actors]]\nid = 'a{number}-b'\nname = 'Ann B{number}'\n[[quotes]]\ntext = 'x'\nspeaker = 'x{number}-c'\n\
             [[quotes]]\ntext = 'x'\nspeaker = 'police{number}'\n"
        )
    };
    let toml: String = (0..MANY).map(each).collect::<Vec<_>>().concat();
    let told = mistakes(&toml);
    assert!(told.contains("no actor has the id `x0-c`"), "{told}");
}

#[test]
fn a_name_that_each_quote_would_repeat_is_not_endless() {
    let long = "a".repeat(5000);
    let told = mistakes(&format!(
        "[[actors]]\nname = 'Ann'\nid = '{long}'\n[[actors]]\nname = '{long}'\n"
    ));
    for fault in [
        "bridge.toml:3:6: this `id` is too long",
        "bridge.toml:5:8: this `name` is too long",
    ] {
        assert!(told.contains(fault), "{told}");
    }
    let long = "a".repeat(1000);
    assert_eq!(
        file(&format!("[[actors]]\nname = '{long}'\n"))
            .written
            .actors
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn of_many_faults_the_first_are_told_and_the_others_counted() {
    const MANY: usize = 30_000;
    // In the order of the file, not in that of the sections.
    let toml = format!("{}[article]\ntitle = 1\n", "[[actors]]\nq = 'A'\n".repeat(MANY));
    let error = read(&toml, "bridge.toml").unwrap_err();
    assert_eq!((error.faults.len(), error.more), (50, 2 * MANY + 1 - 50));
    let places: Vec<_> = error
        .faults
        .iter()
        .map(|fault| (fault.line, fault.column))
        .collect();
    assert_eq!(places, (1..=50).map(|line| (line, 1)).collect::<Vec<_>>());
    let told = error.to_string();
    assert!(
        told.ends_with("\n\nbridge.toml: and 59951 more; put these right first"),
        "{told}"
    );
    // All of them on one line.
    let error = read(&format!("actors = [{}]", "{},".repeat(MANY)), "bridge.toml").unwrap_err();
    assert_eq!((error.faults[49].line, error.faults[49].column), (1, 11 + 49 * 3));
    assert_eq!(error.faults[49].marked.len(), 2);
}

#[test]
fn a_quote_of_thousands_of_parts_takes_no_time() {
    const MANY: usize = 5_000;
    let text = "“a” ".repeat(MANY);
    let quote = vec!["“a”"; MANY].join(" … ");
    assert_eq!(found(&text, &[("direct", &format!("{quote} … “zz”"))]), [""]);
    let found = found(&text, &[("direct", &quote)]);
    assert!(found == [vec!["“a”"; MANY].join("|")]);
}

#[test]
fn thousands_of_quotes_that_the_article_does_not_have_take_no_time() {
    const MANY: usize = 5_000;
    let text = "the talks would go on. a b c d e f g h i ".repeat(MANY);
    let parts = |number: usize| format!("a … b … c … d … e … f … g … h … i … zz{number}");
    for quote in [
        parts,
        |number| format!("the talks went {number}"),
        |_| "on the would go. i h".to_owned(),
    ] {
        let quotes: Vec<String> = (0..MANY).map(quote).collect();
        let quotes: Vec<(&str, &str)> = quotes.iter().map(|quote| ("direct", quote.as_str())).collect();
        assert!(found(&text, &quotes).iter().all(String::is_empty));
    }
}

#[test]
fn what_is_beyond_all_measure_is_told_not_to_be_looked_for_whole() {
    let text = "the talks would go on. ".repeat(5_000);
    let quote = "[[quotes]]\ntext = 'go would on the talks'\n";
    let (written, is_whole) = file(&quote.repeat(5_000)).written.locate(&text);
    assert!(!is_whole && written.quotes.unwrap().len() == 5_000);
    assert!(file(quote).written.locate(&text).1);
}

#[test]
fn names_within_names_without_end_take_no_time() {
    const MANY: usize = 800;
    let aliases: Vec<String> = (1..MANY)
        .map(|length| format!("'{}'", "a ".repeat(length).trim()))
        .collect();
    let toml = format!("[[actors]]\nname = 'Ann'\naliases = [{}]\n", aliases.join(","));
    let text = "a ".repeat(200_000);
    let actors = file(&toml).written.located(text.trim()).actors.unwrap();
    // The longest that is looked for has 32 words.
    assert_eq!(actors[0].mentions.len(), 200_000 / 32);
}

#[test]
fn tens_of_thousands_of_aliases_are_looked_for_at_once() {
    const MANY: usize = 50_000;
    let aliases: Vec<String> = (0..MANY).map(|number| format!("'B{number}'")).collect();
    let toml = format!("[[actors]]\nname = 'Ann'\naliases = [{}]\n", aliases.join(","));
    let actors = file(&toml)
        .written
        .located("B1 met B49999 and B50000.")
        .actors
        .unwrap();
    assert_eq!(actors[0].mentions.len(), 2);
}

// Writing

/// The briefing that a file makes by itself.
fn briefing_of(file: BriefingFile) -> Briefing {
    fn section<T>(items: Option<Vec<T>>) -> Section<T> {
        items.map_or_else(Section::default, Section::written)
    }
    let BriefingFile {
        article: mut fields,
        written,
    } = file;
    let mut article = Article {
        text: fields.text.take().unwrap_or_default(),
        ..Article::default()
    };
    fields.correct(&mut article);
    Briefing {
        article,
        summary: section(written.summary),
        actors: section(written.actors),
        quotes: section(written.quotes),
        dates: Vec::new(),
        timeline: section(written.timeline),
    }
}

#[test]
fn a_hand_written_briefing_comes_back_whole() {
    let once = file(BRIDGE);
    let toml = write(&briefing_of(once.clone()));
    let mut again = file(&toml);
    // The text's own newlines are there, but for those at its ends.
    let trim = |text: Option<CleanText>| text.map(|text| CleanText::new(text.trim()));
    assert_eq!(trim(again.article.text.take()), trim(once.article.text.clone()));
    assert_eq!(again.written, once.written);
    insta::assert_snapshot!(toml);
}

#[test]
fn the_template_reads_as_the_briefing_it_was_made_of() {
    let mut briefing = briefing_of(file(BRIDGE));
    briefing.article.path = Some("news/bridge.txt".into());
    let mut drafted = briefing.clone();
    drafted.quotes.items[0].rule = Rule::RightAdjacent;
    drafted.quotes.items[0].confidence = Confidence::Medium;
    let toml = template(&drafted);
    let read = file(&toml);
    assert_eq!(read.written.actors.as_ref(), Some(&briefing.actors.items));
    assert_eq!(read.written.quotes.as_ref(), Some(&briefing.quotes.items));
    assert_eq!((read.written.summary, read.written.timeline), (None, None));
    // With its comment marks taken away, a section is as it was.
    let uncommented: String = toml
        .lines()
        .skip_while(|line| line.starts_with('#'))
        .map(|line| line.strip_prefix("# ").unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n");
    let read = file(&uncommented);
    assert_eq!(read.written.timeline, Some(briefing.timeline.items));
    assert_eq!(read.article.title, briefing.article.title);
    insta::assert_snapshot!(toml);
}

fn words() -> impl Strategy<Value = CleanText> {
    prop_oneof![
        "[a-zA-Z“”‘’\"'\\\\é#=\\[\\] .,…-]{1,30}",
        "(\"|'|\\\\|\n|\t|\u{7f}|\u{1b}|a){1,12}",
        "\\PC{1,20}",
        Just("unknown".to_owned()),
    ]
    .prop_map(|words| CleanText::new(&words))
}

fn timex() -> impl Strategy<Value = briefing::briefing::TimexValue> {
    prop_oneof![
        "20[0-9]{2}-0[1-9]-[12][0-8]",
        "20[0-9]{2}-0[1-9]",
        "20[0-9]{2}",
        "2025-W[1-4][0-9]",
        "2025-09-04T1[0-9]:30"
    ]
    .prop_map(|value| value.parse().unwrap())
}

fn quote() -> impl Strategy<Value = Quote> {
    let speaker = prop_oneof![
        words().prop_map(Speaker::Nominal),
        (0..3_usize).prop_map(|actor| Speaker::Actor(ActorId::parse(&format!("actor-{actor}")).unwrap())),
        Just(Speaker::Unknown),
    ];
    let kind = prop::sample::select(QuoteKind::ALL.to_vec());
    (words(), kind, speaker, prop::option::of(timex())).prop_map(|(text, kind, speaker, said_on)| Quote {
        kind,
        text,
        parts: Vec::new(),
        speaker,
        mention: None,
        cue: None,
        rule: Rule::None,
        confidence: Confidence::Low,
        said_on,
    })
}

fn actors() -> impl Strategy<Value = Vec<Actor>> {
    prop::collection::vec(
        (
            words(),
            prop::option::of(words()),
            prop::collection::vec(words(), 0..3),
        ),
        3,
    )
    .prop_map(|actors| {
        let numbered = actors.into_iter().enumerate();
        numbered
            .map(|(number, (name, role, aliases))| Actor {
                id: ActorId::parse(&format!("actor-{number}")).unwrap(),
                name: CleanText::new(&format!("N{name}")),
                kind: ActorKind::ALL[number],
                role,
                role_span: None,
                source: number == 1,
                corrected: false,
                aliases,
                mentions: Vec::new(),
            })
            .collect()
    })
}

fn any_briefing() -> impl Strategy<Value = Briefing> {
    let events = prop::collection::vec((words(), timex(), any::<bool>()), 0..3).prop_map(|events| {
        let event = |(text, date, background)| Event {
            date,
            text: CleanText::new(&format!("e{}", text as CleanText)),
            span: None,
            actors: vec![ActorId::parse("actor-1").unwrap()],
            date_span: None,
            background,
            corrected: false,
        };
        events.into_iter().map(event).collect::<Vec<_>>()
    });
    let article =
        (words(), prop::option::of(words()), prop::option::of(0..24_i8)).prop_map(|(text, title, hour)| {
            Article {
                text,
                title,
                published: Some(Published {
                    date: jiff::civil::date(2025, 9, 4),
                    time: hour.map(|hour| jiff::civil::time(hour, 5, 0, 0)),
                }),
                ..Article::default()
            }
        });
    let summary = prop::collection::vec(
        (words(), any::<bool>()).prop_map(|(text, gist)| Point {
            text: CleanText::new(&format!("s{text}")),
            span: None,
            gist,
        }),
        0..3,
    );
    let quotes = prop::collection::vec(quote(), 0..4).prop_map(|mut quotes| {
        for quote in &mut quotes {
            quote.text = CleanText::new(&format!("q{}", quote.text));
        }
        quotes
    });
    (article, summary, actors(), quotes, events).prop_map(|(article, summary, actors, quotes, timeline)| {
        Briefing {
            article,
            summary: Section::written(summary),
            actors: Section::extracted(actors),
            quotes: Section::extracted(quotes),
            dates: Vec::new(),
            timeline: Section::extracted(timeline),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(briefing in any_briefing()) {
        let first = write(&briefing);
        let once = read(&first, "a").map_err(|error| TestCaseError::fail(format!("{error}\n\n{first}")))?;
        // Nothing is lost.
        let line = |text: &CleanText| CleanText::line(text);
        prop_assert_eq!(once.article.published, briefing.article.published);
        let title = briefing.article.title.as_ref().map(line).filter(|title| !title.is_empty());
        prop_assert_eq!(&once.article.title, &title);
        let text = once.article.text.as_ref().map(|text| text.trim().to_owned());
        prop_assert_eq!(text.unwrap_or_default(), briefing.article.text.trim());
        let quotes = once.written.quotes.clone().unwrap_or_default();
        prop_assert_eq!(quotes.len(), briefing.quotes.items.len());
        for (read, written) in quotes.iter().zip(&briefing.quotes.items) {
            prop_assert_eq!(&read.text, &line(&written.text));
            prop_assert_eq!((&read.said_on, read.kind), (&written.said_on, written.kind));
            let speaker = match &written.speaker {
                Speaker::Nominal(words) if line(words).is_empty() => Speaker::Unknown,
                Speaker::Nominal(words) => Speaker::Nominal(line(words)),
                other => other.clone(),
            };
            prop_assert_eq!(&read.speaker, &speaker);
        }
        let names = |actors: &[Actor]| actors.iter().map(|actor| (actor.id.clone(), line(&actor.name), actor.kind)).collect::<Vec<_>>();
        prop_assert_eq!(names(once.written.actors.as_deref().unwrap_or_default()), names(&briefing.actors.items));
        let events = once.written.timeline.clone().unwrap_or_default();
        prop_assert_eq!(events.len(), briefing.timeline.items.len());
        for (read, written) in events.iter().zip(&briefing.timeline.items) {
            prop_assert_eq!((&read.date, &read.text, &read.actors), (&written.date, &line(&written.text), &written.actors));
            prop_assert_eq!(read.background, written.background);
        }
        let gists = |points: &[Point]| points.iter().map(|point| point.gist).collect::<Vec<_>>();
        prop_assert_eq!(once.written.summary.as_deref().map(gists), Some(gists(&briefing.summary.items)));
        // And what was read once stays as it is.
        let again = read(&write(&briefing_of(once.clone())), "a").map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(again.written, once.written);
        prop_assert_eq!(again.article.title, once.article.title);
    }

    #[test]
    fn no_text_makes_the_reader_panic(
        toml in "(format = 1\n)?(\\[article\\]\n|\\[\\[quotes\\]\\]\n|\\[\\[actors\\]\\]\n|text = |speaker = |\"\"\"|\"|'|\n|x|“|1|\\[|=|\\PC){0,40}",
    ) {
        match read(&toml, "a") {
            Ok(file) => {
                let _ = file.written.located("x “x” x");
            }
            Err(error) => prop_assert!(!error.faults.is_empty() && error.to_string().starts_with("a:")),
        }
    }

    #[test]
    fn spans_hold_what_was_looked_for(text in "(late|“|”|‘|’|\"| |\n\n|é|–|x){0,40}", words in "(late|“|”|\"| |…|é|-|x){1,8}") {
        let text = CleanText::new(&text);
        for quote in found_quotes(&text, &words) {
            for part in quote.parts {
                prop_assert!(!part.is_empty());
                prop_assert!(text.get(part.range()).is_some());
            }
        }
    }
}

#[test]
fn events_are_found_by_their_own_words() {
    let text = "On Monday, the yard was shut. Tilda Brandt, who had built it in 1990, left. She wept.";
    for (event, found) in [
        ("The yard was shut.", Some("the yard was shut.")),
        (
            "[Tilda Brandt] had built it in 1990",
            Some("had built it in 1990"),
        ),
        ("[Tilda Brandt] wept.", Some("wept.")),
        ("[Tilda Brandt] laughed.", None),
        ("She wept.", Some("She wept.")),
    ] {
        let toml = format!("[[timeline]]\ndate = \"2025\"\nevent = {event:?}\n");
        let events = read(&toml, "a").unwrap().written.located(text).timeline.unwrap();
        assert_eq!(events[0].span.map(|span| span.of(text)), found, "{event}");
    }
}

fn found_quotes(text: &str, words: &str) -> Vec<Quote> {
    let toml = format!("[[quotes]]\ntext = {}\n", toml::Value::String(words.to_owned()));
    let written = read(&toml, "a").map(|file| file.written.located(text));
    written
        .ok()
        .and_then(|written| written.quotes)
        .unwrap_or_default()
}
