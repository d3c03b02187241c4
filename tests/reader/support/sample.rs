//! Briefings made by hand, every span found by the words it holds.

use std::path::PathBuf;
use std::sync::Arc;

use briefing::briefing::{
    ActorKind, Article, Briefing, CleanText, Confidence, DateExpression, Event, Format, Point, Quote,
    QuoteKind, Rule, Section, Span, Speaker,
};
use jiff::civil::date;

use super::finder::{Finder, actor};

const LOCK: &str = "\
The harbour council of Vestby voted on Tuesday to close the old sea lock for two years, over the protests of the \
fishing fleet and against the advice of its own engineer.

Mayor Ingrid Sørensen, who had called the vote, said the gates could not wait. “They were built in 1931, and they leak \
like a basket,” Sørensen said. “If we do nothing, the next storm will close the lock for us.”

The works are to begin on 2 March and to cost 41 million crowns, of which the state has promised half.

Chief engineer Leyla Erdoğan had asked the council to repair one gate at a time. “A lock with one gate is still a lock. \
A lock with no gates is a hole in the dike,” she told the meeting.

Boat owners had filled the public benches since the morning. “Where are we supposed to land the herring? In the car \
park?” one of them called out before the vote.

Fishing families say that the “temporary” closure will last far longer than the plan allows.

According to the shipping office, some 1,400 boats passed the lock last year, fewer than half of them with a catch.

Erdoğan warned that the pumps beside the lock had been tested only once, in 2019. “We would be trusting the town to a \
machine that has run for eleven hours,” she said.

The council’s vice-chair, Mateus Zelenko, did not share the worry. The pumps, he said, were “dull, heavy and reliable, \
like the council”.

Kanagawa Dredging (神奈川浚渫), which built the lock at Odawara, is to do the work. A spokesman for the company said \
that it would keep a channel open for rescue boats.

Sørensen thanked the engineer for her candour. “Every town should have somebody who says no in a clear voice,” the \
mayor said.

The fleet now has until Friday to appeal. Its lawyers were still reading the decision on Wednesday evening 🧑🏽‍⚖️, and \
would not say whether it would.";

const STANDFIRST: &str = "The engineer wanted one gate at a time. The council wants it over with.";
const VOTE: &str = "The harbour council of Vestby voted on Tuesday to close the old sea lock for two years, over the \
protests of the fishing fleet and against the advice of its own engineer.";
const WORKS: &str =
    "The works are to begin on 2 March and to cost 41 million crowns, of which the state has promised half.";
const APPEAL: &str = "The fleet now has until Friday to appeal.";

const HERRING: &str = "\
The herring came late to Vestby this year, and when it came the harbour was half empty.

“We counted sixty boats on Sunday, and forty of them were for sale,” said Mayor Ingrid Sorensen.

The shipping office has not published its figures.";

const PLAIN: &str = "\
The library at Vestby opens at ten. It closes at six.";

/// The council votes on the lock: many speakers, one of them unknown, one without a name; wide characters and an emoji.
pub fn lock() -> Arc<Briefing> {
    let find = Finder(LOCK);
    let timeline = lock_timeline(&find);
    let date_of = |event: &Event| DateExpression {
        span: event.date_span.unwrap(),
        value: event.date.clone(),
    };
    Arc::new(Briefing {
        article: Article {
            text: CleanText::new(LOCK),
            title: Some(CleanText::line("Vestby closes its sea lock for two years")),
            standfirst: Some(CleanText::line(STANDFIRST)),
            byline: Some(CleanText::line("Ada Holm")),
            source: Some(CleanText::line("The Vestby Packet")),
            url: Some(CleanText::line("https://packet.example/lock")),
            published: Some(date(2026, 1, 14).into()),
            path: Some(PathBuf::from("harbour/lock.txt")),
            ..Article::default()
        },
        summary: Section::extracted(vec![
            Point {
                gist: true,
                ..find.point(VOTE)
            },
            find.point(WORKS),
            find.point(APPEAL),
        ]),
        actors: Section::extracted(vec![
            find.actor("Ingrid Sørensen", ActorKind::Person, "Mayor", &["Sørensen"]),
            find.actor("Leyla Erdoğan", ActorKind::Person, "Chief engineer", &["Erdoğan"]),
            find.actor(
                "Mateus Zelenko",
                ActorKind::Person,
                "vice-chair of the council",
                &[],
            ),
            find.actor("Vestby", ActorKind::Place, "", &[]),
            find.actor("Kanagawa Dredging", ActorKind::Organisation, "", &["神奈川浚渫"]),
            find.actor("Odawara", ActorKind::Place, "", &[]),
        ]),
        quotes: Section::extracted(lock_quotes(&find)),
        dates: timeline.iter().map(date_of).collect(),
        timeline: Section::extracted(timeline),
    })
}

fn lock_quotes(find: &Finder<'_>) -> Vec<Quote> {
    let mayor = || actor("Ingrid Sørensen");
    let engineer = || actor("Leyla Erdoğan");
    let office = Speaker::Nominal(CleanText::line("the shipping office"));
    let basket = "“They were built in 1931, and they leak like a basket,”";
    let storm = "“If we do nothing, the next storm will close the lock for us.”";
    let hole = "“A lock with one gate is still a lock. A lock with no gates is a hole in the dike,”";
    let herring = "“Where are we supposed to land the herring? In the car park?”";
    let boats = "some 1,400 boats passed the lock last year, fewer than half of them with a catch";
    let hours = "“We would be trusting the town to a machine that has run for eleven hours,”";
    let dull = "“dull, heavy and reliable, like the council”";
    let voice = "“Every town should have somebody who says no in a clear voice,”";
    let (direct, mixed, indirect) = (QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect);
    let (high, medium, low) = (Confidence::High, Confidence::Medium, Confidence::Low);
    vec![
        find.quote(
            basket,
            direct,
            mayor(),
            (Rule::RightAdjacent, high),
            (basket, "Sørensen", "said"),
        ),
        find.quote(storm, direct, mayor(), (Rule::CarriedOver, high), ("", "", "")),
        find.quote(
            hole,
            direct,
            engineer(),
            (Rule::RightAdjacent, medium),
            (hole, "she", "told"),
        ),
        find.quote(herring, direct, Speaker::Unknown, (Rule::None, low), ("", "", "")),
        find.quote(
            boats,
            indirect,
            office,
            (Rule::AccordingTo, high),
            ("According", "the shipping office", "According to"),
        ),
        find.quote(
            hours,
            direct,
            engineer(),
            (Rule::RightAdjacent, medium),
            (hours, "she", "said"),
        ),
        find.quote(
            dull,
            mixed,
            actor("Mateus Zelenko"),
            (Rule::LeftInSentence, low),
            ("The pumps, he", "he said", "said"),
        ),
        find.quote(
            voice,
            direct,
            mayor(),
            (Rule::RightAdjacent, high),
            (voice, "the mayor", "said"),
        ),
    ]
}

fn lock_timeline(find: &Finder<'_>) -> Vec<Event> {
    let pumps = "the pumps beside the lock had been tested only once, in 2019";
    let lawyers = "Its lawyers were still reading the decision on Wednesday evening";
    vec![
        Event {
            background: true,
            ..find.event("2019", pumps, "2019", &[])
        },
        find.event("2026-01-13", VOTE, "Tuesday", &["Vestby"]),
        find.event("2026-01-14TEV", lawyers, "Wednesday evening", &[]),
        find.event("2026-01-16", APPEAL, "Friday", &[]),
        find.event("2026-03-02", WORKS, "2 March", &["Ingrid Sørensen"]),
    ]
}

/// Another article that quotes the mayor; a person wrote its summary.
pub fn herring() -> Arc<Briefing> {
    let find = Finder(HERRING);
    let boats = "“We counted sixty boats on Sunday, and forty of them were for sale,”";
    let why = (Rule::Written, Confidence::High);
    let quote = find.quote(
        boats,
        QuoteKind::Direct,
        actor("Ingrid Sorensen"),
        why,
        ("", "", ""),
    );
    Arc::new(Briefing {
        article: Article {
            text: CleanText::new(HERRING),
            title: Some(CleanText::line("Where the herring went")),
            published: Some(date(2026, 1, 20).into()),
            path: Some(PathBuf::from("harbour/herring.toml")),
            format: Format::Toml,
            ..Article::default()
        },
        summary: Section::written(vec![Point {
            text: CleanText::line("Half of the fleet is for sale."),
            span: None,
            gist: false,
        }]),
        actors: Section::extracted(vec![find.actor(
            "Ingrid Sorensen",
            ActorKind::Person,
            "Mayor",
            &["Sorensen"],
        )]),
        quotes: Section::written(vec![quote]),
        timeline: Section::written(vec![Event {
            date: "2026-01-18".parse().unwrap(),
            text: CleanText::line("Ingrid Sorensen counts the boats."),
            span: None,
            actors: Vec::new(),
            date_span: None,
            background: false,
            corrected: false,
        }]),
        ..Briefing::default()
    })
}

/// An article with nothing in it that a briefing could tell.
pub fn plain() -> Arc<Briefing> {
    Arc::new(Briefing {
        article: Article {
            text: CleanText::new(PLAIN),
            path: Some(PathBuf::from("harbour/library.md")),
            format: Format::Markdown,
            ..Article::default()
        },
        ..Briefing::default()
    })
}

/// An article whose words try to act on the terminal.
pub fn hostile() -> Arc<Briefing> {
    let raw = "The \u{1b}]0;owned\u{7}title and \u{1b}[31mred\u{1b}[0m and \u{202e}backwards\u{202c} and \u{9b}2J \
        and \u{e0041}\u{e007f}tags, a\u{e0101}\u{fe01}\u{200b}\u{200e}selectors, \u{1b}P1$r\u{1b}\\device.";
    let text = CleanText::new(raw);
    let quote = Quote {
        kind: QuoteKind::Direct,
        text: text.clone(),
        parts: vec![Span::new(0, text.len())],
        speaker: Speaker::Nominal(CleanText::line(raw)),
        mention: None,
        cue: None,
        rule: Rule::None,
        confidence: Confidence::Low,
        said_on: None,
    };
    Arc::new(Briefing {
        article: Article {
            title: Some(CleanText::line(raw)),
            source: Some(CleanText::line(raw)),
            text,
            path: Some(PathBuf::from("harbour/\u{1b}[2J\u{202e}evil.txt")),
            ..Article::default()
        },
        quotes: Section::extracted(vec![quote]),
        ..Briefing::default()
    })
}
