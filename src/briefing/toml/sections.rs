//! Each section of a briefing file: its keys, what they may hold, and what is made of them.

use std::ops::Range;

use ::toml::de::{DeTable, DeValue};
use ::toml::value::Datetime;
use jiff::civil::{Date, Time};

use crate::briefing::toml::known::Known;
use crate::briefing::toml::nearest::nearest;
use crate::briefing::toml::read::ArticleFields;
use crate::briefing::toml::source::{Source, Value};
use crate::briefing::toml::speaker::{self, Resolved};
use crate::briefing::{
    ActorId, CleanText, Confidence, Event, Hint, Point, Published, Quote, QuoteKind, Rule, Speaker,
    TimexValue,
};

const ARTICLE: &[&str] = &[
    "title",
    "standfirst",
    "byline",
    "dateline",
    "source",
    "url",
    "published",
    "language",
    "notice",
    "text",
];
const SUMMARY: &[&str] = &["text", "gist"];
const QUOTE: &[&str] = &[
    "speaker",
    "text",
    "kind",
    "said_on",
    "rule",
    "confidence",
    "mention",
    "cue",
    "corrected",
];
const EVENT: &[&str] = &["date", "event", "actors", "background", "corrected"];

/// Reads `[article]`.
pub(super) fn article(source: &mut Source<'_>, table: &DeTable<'_>) -> ArticleFields {
    source.check_keys(table, ARTICLE, "in [article]");
    let text = table
        .get("text")
        .and_then(|value| source.string(value, "text"))
        .map(CleanText::new);
    ArticleFields {
        text,
        title: source.line(table, "title"),
        standfirst: source.line(table, "standfirst"),
        byline: source.line(table, "byline"),
        dateline: source.line(table, "dateline"),
        source: source.line(table, "source"),
        url: url(source, table),
        published: table.get("published").and_then(|value| published(source, value)),
        language: source.line(table, "language"),
        notice: source.line(table, "notice"),
    }
}

fn url(source: &mut Source<'_>, table: &DeTable<'_>) -> Option<CleanText> {
    let url = source.line(table, "url")?;
    let lower = url.to_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return Some(url);
    }
    let place = table.get("url").map(::toml::Spanned::span).unwrap_or_default();
    source.fault(
        &place,
        "`url` is no web address",
        Some("it begins with https:// or http://".to_owned()),
    );
    None
}

fn published(source: &mut Source<'_>, value: &Value<'_>) -> Option<Published> {
    let found = match value.get_ref() {
        DeValue::Datetime(datetime) => published_at(datetime),
        DeValue::String(text) => text
            .trim()
            .parse::<Datetime>()
            .ok()
            .and_then(|datetime| published_at(&datetime)),
        _ => None,
    };
    if found.is_none() {
        let help =
            "write a day, published = 2025-09-04, or a day and a time, published = 2025-09-04T14:30:00";
        source.fault(&value.span(), "`published` is no date", Some(help.to_owned()));
    }
    found
}

fn published_at(datetime: &Datetime) -> Option<Published> {
    let time = match datetime.time {
        Some(time) => Some(clock(time)?),
        None => None,
    };
    Some(Published {
        date: day(datetime)?,
        time,
    })
}

fn clock(time: ::toml::value::Time) -> Option<Time> {
    let narrow = |number: u8| i8::try_from(number).ok();
    let seconds = narrow(time.second.unwrap_or_default())?.min(59);
    let nanoseconds = i32::try_from(time.nanosecond.unwrap_or_default()).ok()?;
    Time::new(narrow(time.hour)?, narrow(time.minute)?, seconds, nanoseconds).ok()
}

fn day(datetime: &Datetime) -> Option<Date> {
    let date = datetime.date?;
    let narrow = |number: u8| i8::try_from(number).ok();
    Date::new(
        i16::try_from(date.year).ok()?,
        narrow(date.month)?,
        narrow(date.day)?,
    )
    .ok()
}

/// Reads a TIMEX3 value: text, a TOML date, or a bare year.
fn timex(source: &mut Source<'_>, value: &Value<'_>, key: &str) -> Option<TimexValue> {
    let written = match value.get_ref() {
        DeValue::String(text) => text.trim().to_owned(),
        DeValue::Integer(year) => year.as_str().to_owned(),
        DeValue::Datetime(datetime) => match (day(datetime), datetime.time) {
            (Some(day), Some(time)) => format!("{day}T{:02}:{:02}", time.hour, time.minute),
            (Some(day), None) => day.to_string(),
            (None, _) => datetime.to_string(),
        },
        _ => {
            source.wrong_type(
                value,
                &format!("`{key}` is a date"),
                &format!("write {key} = \"2025-09-04\""),
            );
            return None;
        }
    };
    written
        .parse()
        .map_err(|error: crate::briefing::TimexError| {
            source.fault(&value.span(), &error.to_string(), None);
        })
        .ok()
}

/// Reads `[[summary]]`; a plain list of sentences does as well.
pub(super) fn summary(source: &mut Source<'_>, items: &[Value<'_>]) -> Vec<Point> {
    let mut points = Vec::with_capacity(items.len());
    for item in items {
        let (text, gist) = match item.get_ref() {
            DeValue::String(text) => (Some(CleanText::line(text)), false),
            _ => match table(source, item, "summary", SUMMARY) {
                Some(table) => (source.required(item, table, "text"), flag(source, table, "gist")),
                None => (None, false),
            },
        };
        points.extend(text.map(|text| Point {
            text,
            span: None,
            gist,
        }));
    }
    points
}

/// Reads `[[quotes]]`; `actors` are those of the same file, where it has any.
pub(super) fn quotes(
    source: &mut Source<'_>,
    items: &[Value<'_>],
    actors: Option<&Known<'_>>,
) -> (Vec<Quote>, Vec<Hint>) {
    let mut quotes = Vec::with_capacity(items.len());
    let mut hints = Vec::with_capacity(items.len());
    for item in items {
        let Some(table) = table(source, item, "quotes", QUOTE) else {
            continue;
        };
        let Some(text) = source.required(item, table, "text") else {
            continue;
        };
        let speaker = table
            .get("speaker")
            .map_or(Speaker::Unknown, |value| speaker(source, value, actors));
        hints.push(Hint {
            mention: source.line(table, "mention"),
            cue: source.line(table, "cue"),
        });
        let drafted = choice(source, table, "rule", Rule::ALL, Rule::as_str).unwrap_or(Rule::Written);
        let rule = if flag(source, table, "corrected") {
            Rule::Corrected
        } else {
            drafted
        };
        let confidence = choice(source, table, "confidence", &Confidence::ALL, Confidence::as_str);
        quotes.push(Quote {
            kind: choice(source, table, "kind", &QuoteKind::ALL, QuoteKind::as_str)
                .unwrap_or(QuoteKind::Direct),
            text,
            parts: Vec::new(),
            speaker,
            mention: None,
            cue: None,
            rule,
            confidence: confidence.unwrap_or(Confidence::High),
            said_on: table
                .get("said_on")
                .and_then(|value| timex(source, value, "said_on")),
        });
    }
    (quotes, hints)
}

/// Reads a speaker: an id, a name, or `{ words = "…" }` for words that could be taken for an id.
fn speaker(source: &mut Source<'_>, value: &Value<'_>, actors: Option<&Known<'_>>) -> Speaker {
    if let Some(table) = value.get_ref().as_table() {
        source.check_keys(table, &["words"], "in a speaker");
        return source
            .required(value, table, "words")
            .map_or(Speaker::Unknown, Speaker::Nominal);
    }
    let Some(written) = source.string(value, "speaker") else {
        return Speaker::Unknown;
    };
    match speaker::resolve(written, actors) {
        Resolved::Speaker(speaker) => speaker,
        Resolved::NoSuchActor(id) => {
            no_such_actor(source, &value.span(), &id, actors);
            Speaker::Unknown
        }
    }
}

fn no_such_actor(source: &mut Source<'_>, place: &Range<usize>, id: &str, actors: Option<&Known<'_>>) {
    let help = match actors.and_then(|actors| actors.nearest(id)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "add it to [[actors]], or write the speaker's name as the article has it".to_owned(),
    };
    source.fault(place, &format!("no actor has the id `{id}`"), Some(help));
}

/// Reads `[[timeline]]`; `actors` are those of the same file, where it has any.
pub(super) fn timeline(
    source: &mut Source<'_>,
    items: &[Value<'_>],
    actors: Option<&Known<'_>>,
) -> Vec<Event> {
    let mut events = Vec::with_capacity(items.len());
    for item in items {
        let Some(table) = table(source, item, "timeline", EVENT) else {
            continue;
        };
        let text = source.required(item, table, "event");
        let date = match table.get("date") {
            Some(value) => timex(source, value, "date"),
            None => source.required(item, table, "date").and(None),
        };
        let involved = event_actors(source, table, actors);
        if let (Some(text), Some(date)) = (text, date) {
            events.push(Event {
                date,
                text,
                span: None,
                actors: involved,
                date_span: None,
                background: flag(source, table, "background"),
                corrected: flag(source, table, "corrected"),
            });
        }
    }
    events
}

fn event_actors(source: &mut Source<'_>, table: &DeTable<'_>, actors: Option<&Known<'_>>) -> Vec<ActorId> {
    let mut involved = Vec::new();
    for (written, place) in strings(source, table, "actors") {
        match speaker::resolve(&written, actors) {
            Resolved::Speaker(Speaker::Actor(id)) => involved.push(id),
            _ => no_such_actor(source, &place, &written, actors),
        }
    }
    involved
}

/// One item of a section, with its keys checked.
pub(super) fn table<'v, 'i>(
    source: &mut Source<'_>,
    item: &'v Value<'i>,
    section: &str,
    known: &[&str],
) -> Option<&'v DeTable<'i>> {
    let Some(table) = item.get_ref().as_table() else {
        let help = format!("write [[{section}]] and its keys on the lines below");
        source.wrong_type(item, &format!("an item of `{section}` is a table"), &help);
        return None;
    };
    source.check_keys(table, known, &format!("in [[{section}]]"));
    Some(table)
}

/// The one of `all` that is written at `key`.
pub(super) fn choice<T: Copy>(
    source: &mut Source<'_>,
    table: &DeTable<'_>,
    key: &str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Option<T> {
    let written = source.line(table, key)?;
    let found = all.iter().copied().find(|one| name(*one) == written.as_str());
    if found.is_none() {
        let known: Vec<&str> = all.iter().map(|one| name(*one)).collect();
        let help = match nearest(&written, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write one of {}", known.join(", ")),
        };
        let place = table.get(key).map(::toml::Spanned::span).unwrap_or_default();
        source.fault(&place, &format!("`{written}` is no {key}"), Some(help));
    }
    found
}

/// Whether `key` is there and true.
pub(super) fn flag(source: &mut Source<'_>, table: &DeTable<'_>, key: &str) -> bool {
    let Some(value) = table.get(key) else {
        return false;
    };
    let found = value.get_ref().as_bool();
    if found.is_none() {
        source.wrong_type(
            value,
            &format!("`{key}` is true or false"),
            &format!("write {key} = true"),
        );
    }
    found.unwrap_or_default()
}

/// The list of texts at `key`, each with its place; empty texts are left out.
pub(super) fn strings(
    source: &mut Source<'_>,
    table: &DeTable<'_>,
    key: &str,
) -> Vec<(CleanText, Range<usize>)> {
    let Some(value) = table.get(key) else {
        return Vec::new();
    };
    let Some(items) = value.get_ref().as_array() else {
        source.wrong_type(
            value,
            &format!("`{key}` is a list"),
            &format!("write {key} = [\"…\", \"…\"]"),
        );
        return Vec::new();
    };
    let mut lines = Vec::with_capacity(items.len());
    for item in items {
        if let Some(text) = source.string(item, key) {
            lines.push((CleanText::line(text), item.span()));
        }
    }
    lines.retain(|(line, _)| !line.is_empty());
    lines
}
