//! A briefing in every printed format. The briefing is made by hand, so that these tests tell what is printed, not what
//! is extracted.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use briefing::briefing::{
    Actor, ActorId, ActorKind, Article, Briefing, CleanText, Confidence, DateExpression, Event, Point,
    Published, Quote, QuoteKind, Rule, Section, Span, Speaker,
};
use briefing::export::{Exporter, Json, Markdown, Ndjson, Text, Toml, quote_line};
use serde_json::Value;

/// Curly quotation marks, accents and an emoji stand before most spans, so that bytes, UTF-16 units and code points all
/// differ.
const TEXT: &str = "Çelebi 🌾 harvest officials met in Žďár on Tuesday. “We’ll store *every* grain,” said Minister Zoë \
Åström. The silos hold [at most] 40 % of it.\n\nFarmers’ spokesman Erdoğan Weiß called that “a fairy tale”. Nobody else \
spoke: “So it goes.”";

fn span(words: &str) -> Span {
    let start = TEXT
        .find(words)
        .unwrap_or_else(|| panic!("no `{words}` in the text"));
    Span::new(start, start + words.len())
}

fn words(at: &str) -> CleanText {
    span(at).of(TEXT).into()
}

fn actor(name: &str, role: Option<&str>, alias: &str) -> Actor {
    Actor {
        id: ActorId::from_name(name),
        name: name.into(),
        kind: ActorKind::Person,
        role: role.map(Into::into),
        role_span: role.map(span),
        source: false,
        corrected: false,
        aliases: vec![alias.into()],
        mentions: vec![span(name)],
    }
}

fn quote(kind: QuoteKind, text: &str, speaker: Speaker, confidence: Confidence) -> Quote {
    Quote {
        kind,
        text: words(text),
        parts: vec![span(text)],
        speaker,
        mention: None,
        cue: None,
        rule: Rule::None,
        confidence,
        said_on: None,
    }
}

fn sample() -> Briefing {
    let zoe = ActorId::from_name("Zoë Åström");
    let erdogan = ActorId::from_name("Erdoğan Weiß");
    let mut office = actor("Žďár", None, "Žďár");
    office.kind = ActorKind::Place;
    office.aliases.clear();
    Briefing {
        article: Article {
            text: TEXT.into(),
            title: Some("# Harvest: *enough* for all?".into()),
            standfirst: Some("The minister says there is room. The farmers, who would have to fill it, say there is none and never was.".into()),
            byline: Some("Ida Roth".into()),
            source: Some("The Field & Barn".into()),
            url: Some("https://example.org/harvest_2025".into()),
            published: Some(Published::from(jiff::civil::date(2025, 9, 4))),
            path: Some("news/harvest.txt".into()),
            ..Article::default()
        },
        summary: Section::written(vec![
            Point {
                text: "The minister and the farmers disagree about silos.".into(),
                span: None,
                gist: true,
            },
            Point {
                text: "Nobody has counted them.".into(),
                span: None,
                gist: false,
            },
        ]),
        actors: Section::extracted(vec![
            actor("Zoë Åström", Some("Minister"), "Åström"),
            actor("Erdoğan Weiß", Some("spokesman"), "Weiß"),
            office,
        ]),
        quotes: Section::extracted(vec![
            Quote {
                mention: Some(span("Minister Zoë Åström")),
                cue: Some(span("said")),
                rule: Rule::RightAdjacent,
                said_on: Some("2025-09-02".parse().unwrap()),
                ..quote(QuoteKind::Direct, "“We’ll store *every* grain,”", Speaker::Actor(zoe.clone()), Confidence::High)
            },
            quote(QuoteKind::Indirect, "The silos hold [at most] 40 % of it.", Speaker::Actor(zoe.clone()), Confidence::Low),
            quote(QuoteKind::Mixed, "“a fairy tale”", Speaker::Actor(erdogan), Confidence::Medium),
            quote(QuoteKind::Direct, "“So it goes.”", Speaker::Unknown, Confidence::Low),
        ]),
        dates: vec![DateExpression {
            span: span("on Tuesday"),
            value: "2025-09-02".parse().unwrap(),
        }],
        timeline: Section::extracted(vec![
            Event {
            date: "1998".parse().unwrap(),
            text: "The first silo is built.".into(),
            span: None,
            actors: Vec::new(),
            date_span: None,
            background: true,
            corrected: false,
        },
            Event {
            date: "2025-09-02".parse().unwrap(),
            text: words("Çelebi 🌾 harvest officials met in Žďár on Tuesday."),
            span: Some(span("Çelebi 🌾 harvest officials met in Žďár on Tuesday.")),
            actors: vec![zoe],
            date_span: Some(span("on Tuesday")),
            background: false,
            corrected: false,
        }]),
    }
}

fn printed(exporter: &mut dyn Exporter, briefings: &[Briefing]) -> String {
    let mut out = Vec::new();
    exporter.begin(&mut out).unwrap();
    for briefing in briefings {
        exporter.briefing(briefing, &mut out).unwrap();
    }
    exporter.end(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn text() {
    insta::assert_snapshot!(printed(&mut Text::new(80, false), &[sample()]));
}

#[test]
fn text_on_a_narrow_terminal_with_styles() {
    let shown = printed(&mut Text::new(34, true), &[sample(), sample()]);
    let too_wide = |line: &&str| {
        let bare = line
            .replace("\x1b[1m", "")
            .replace("\x1b[2m", "")
            .replace("\x1b[0m", "");
        unicode_width::UnicodeWidthStr::width(bare.as_str()) > 34
    };
    assert_eq!(shown.lines().find(too_wide), None);
    insta::assert_snapshot!(shown.replace('\x1b', "␛"));
}

#[test]
fn a_name_wider_than_its_line_is_no_matter() {
    let mut briefing = sample();
    let address = format!("https://example.org/{}", "a".repeat(120));
    let lengths = [6, 50, 51, 52, 55, 56, 57, 58, 120];
    let names = lengths.map(|length| address[..20 + length].to_owned());
    for name in names.iter().chain(["日本語".repeat(40)].iter()) {
        briefing.actors.items[0].name = name.as_str().into();
        briefing.actors.items[0].role = None;
        let shown = printed(&mut Text::new(80, false), &[briefing.clone()]);
        let line = shown.lines().find(|line| line.contains(&name[..24])).unwrap();
        // The four words of the first quote are counted beside it, apart from it.
        assert!(line.ends_with(" 4"), "{line:?}");
        let is_address = name.starts_with("https");
        assert!(!is_address || line.contains(name.as_str()), "{line:?}");
        let width = unicode_width::UnicodeWidthStr::width(line);
        assert!(width == 80 || is_address && width == name.len() + 4, "{line:?}");
    }
}

#[test]
fn markdown() {
    insta::assert_snapshot!(printed(&mut Markdown::default(), &[sample(), sample()]));
}

#[test]
fn json_is_one_array() {
    let shown = printed(&mut Json::default(), &[sample(), sample()]);
    let array: Vec<Value> = serde_json::from_str(&shown).unwrap();
    assert_eq!(array.len(), 2);
    assert_eq!(printed(&mut Json::default(), &[]), "[]\n");
    insta::assert_snapshot!(printed(&mut Json::default(), &[sample()]));
}

#[test]
fn ndjson_is_one_line_each_and_says_what_json_says() {
    let shown = printed(&mut Ndjson, &[sample(), sample()]);
    assert_eq!(shown.lines().count(), 2);
    let array: Vec<Value> = serde_json::from_str(&printed(&mut Json::default(), &[sample()])).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(shown.lines().next().unwrap()).unwrap(),
        array[0]
    );
}

#[test]
fn spans_in_json_count_code_points() {
    let json: Value = serde_json::from_str(&printed(&mut Ndjson, &[sample()])).unwrap();
    let text: Vec<char> = json["article"]["text"].as_str().unwrap().chars().collect();
    let at = |span: &Value| -> String {
        let ends: Vec<usize> = serde_json::from_value(span.clone()).unwrap();
        text[ends[0]..ends[1]].iter().collect()
    };
    assert_eq!(at(&json["actors"][0]["mentions"][0]), "Zoë Åström");
    assert_eq!(at(&json["actors"][1]["role_span"]), "spokesman");
    assert_eq!(at(&json["quotes"][0]["parts"][0]), "“We’ll store *every* grain,”");
    assert_eq!(at(&json["quotes"][0]["mention"]), "Minister Zoë Åström");
    assert_eq!(at(&json["quotes"][0]["cue_span"]), "said");
    assert_eq!(at(&json["quotes"][3]["parts"][0]), "“So it goes.”");
    assert_eq!(
        at(&json["dates"][0]["span"]),
        json["dates"][0]["text"].as_str().unwrap()
    );
    assert_eq!(
        at(&json["timeline"][1]["span"]),
        json["timeline"][1]["text"].as_str().unwrap()
    );
    assert_eq!(at(&json["timeline"][1]["date_span"]), "on Tuesday");
}

#[test]
fn toml_can_be_read_again() {
    let shown = printed(&mut Toml::default(), &[sample()]);
    let file = briefing::briefing::toml::read(&shown, "printed.toml").unwrap();
    let quotes = file.written.quotes.unwrap();
    let texts: Vec<&str> = quotes.iter().map(|quote| quote.text.as_str()).collect();
    assert_eq!(
        texts,
        sample()
            .quotes
            .items
            .iter()
            .map(|quote| quote.text.as_str())
            .collect::<Vec<_>>()
    );
    assert_eq!(
        quotes[2].speaker,
        Speaker::Actor(ActorId::from_name("Erdoğan Weiß"))
    );
}

#[test]
fn quote_lines_have_six_columns() {
    let briefing = sample();
    let mut out = Vec::new();
    for quote in &briefing.quotes.items {
        quote_line(&briefing, quote, &mut out).unwrap();
    }
    let lines = String::from_utf8(out).unwrap();
    assert!(lines.lines().all(|line| line.split('\t').count() == 6));
    insta::assert_snapshot!(lines);
}
