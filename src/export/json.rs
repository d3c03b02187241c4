//! JSON: the whole briefing, for programs.
//!
//! Spans are `[start, end]` in Unicode code points of `article.text`. What is not known is left out.

use std::io::{self, Write};

use serde::Serialize;

use super::Exporter;
use super::code_points::CodePoints;
use super::json_layout::Layout;
use crate::briefing::{
    Actor, ActorId, ActorsById, Article, Briefing, CleanText, DateExpression, Event, Origin, Point, Quote,
    Speaker, TimexValue,
};

/// One briefing a line.
#[derive(Debug, Default)]
pub struct Ndjson;

impl Exporter for Ndjson {
    fn briefing(&mut self, briefing: &Briefing, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, &Document::new(briefing))?;
        out.write_all(b"\n")
    }
}

/// One document: an array of briefings, laid out for people.
#[derive(Debug, Default)]
pub struct Json {
    begun: bool,
}

impl Exporter for Json {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[")
    }

    fn briefing(&mut self, briefing: &Briefing, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.begun { b",\n" } else { b"\n" })?;
        self.begun = true;
        let mut serializer = serde_json::Serializer::with_formatter(out, Layout::default());
        Ok(Document::new(briefing).serialize(&mut serializer)?)
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.begun { b"\n]\n" } else { b"]\n" })
    }
}

/// A briefing as its JSON has it.
#[derive(Serialize)]
struct Document<'a> {
    article: ArticleObject<'a>,
    summary_origin: &'static str,
    summary: Vec<PointObject<'a>>,
    actors_origin: &'static str,
    actors: Vec<ActorObject<'a>>,
    quotes_origin: &'static str,
    quotes: Vec<QuoteObject<'a>>,
    dates: Vec<DateObject<'a>>,
    timeline_origin: &'static str,
    timeline: Vec<EventObject<'a>>,
}

impl<'a> Document<'a> {
    fn new(briefing: &'a Briefing) -> Self {
        let points = &CodePoints::new(&briefing.article.text);
        let by_id = &briefing.actors_by_id();
        let Briefing {
            article,
            summary,
            actors,
            quotes,
            dates,
            timeline,
        } = briefing;
        Self {
            article: ArticleObject::new(article),
            summary_origin: origin(summary.origin),
            summary: summary
                .items
                .iter()
                .map(|point| PointObject::new(point, points))
                .collect(),
            actors_origin: origin(actors.origin),
            actors: actors
                .items
                .iter()
                .map(|actor| ActorObject::new(actor, points))
                .collect(),
            quotes_origin: origin(quotes.origin),
            quotes: quotes
                .items
                .iter()
                .map(|quote| QuoteObject::new(quote, article, by_id, points))
                .collect(),
            dates: dates
                .iter()
                .map(|date| DateObject::new(date, article, points))
                .collect(),
            timeline_origin: origin(timeline.origin),
            timeline: timeline
                .items
                .iter()
                .map(|event| EventObject::new(event, points))
                .collect(),
        }
    }
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Extracted => "extracted",
        Origin::Written => "written",
    }
}

/// A span in code points.
type Pair = [usize; 2];

#[derive(Serialize)]
struct ArticleObject<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    /// There where the file holds several articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<EntryObject<'a>>,
    format: &'static str,
    /// There where its publisher withholds it, or has put an embargo on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standfirst: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<&'a str>,
    text: &'a str,
}

#[derive(Serialize)]
struct EntryObject<'a> {
    /// What stands after the path where the article is shown: `#3`, `/inner.html`.
    label: &'a str,
    /// What it is known by however the file grows.
    key: &'a str,
}

impl<'a> ArticleObject<'a> {
    fn new(article: &'a Article) -> Self {
        Self {
            path: article
                .path
                .as_ref()
                .map(|path| CleanText::line(&path.to_string_lossy()).to_string()),
            entry: article.entry.as_ref().map(|entry| EntryObject {
                label: &entry.label,
                key: &entry.key,
            }),
            format: article.format.as_str(),
            notice: article.notice.as_deref(),
            title: article.title.as_deref(),
            standfirst: article.standfirst.as_deref(),
            byline: article.byline.as_deref(),
            dateline: article.dateline.as_deref(),
            source: article.source.as_deref(),
            url: article.url.as_deref(),
            published: article.published.map(|published| match published.time {
                Some(time) => published.date.to_datetime(time).to_string(),
                None => published.date.to_string(),
            }),
            language: article.language.as_deref(),
            notes: article.notes.iter().map(CleanText::as_str).collect(),
            text: &article.text,
        }
    }
}

#[derive(Serialize)]
struct PointObject<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Pair>,
    /// There where it tells what the article is about; the others are points.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    gist: bool,
}

impl<'a> PointObject<'a> {
    fn new(point: &'a Point, points: &CodePoints<'_>) -> Self {
        Self {
            text: &point.text,
            span: point.span.map(|span| points.of(span)),
            gist: point.gist,
        }
    }
}

#[derive(Serialize)]
struct ActorObject<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_span: Option<Pair>,
    aliases: Vec<&'a str>,
    mentions: Vec<Pair>,
    /// There where it only tells the story.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    source: bool,
    /// There where a reader put it right.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    corrected: bool,
}

impl<'a> ActorObject<'a> {
    fn new(actor: &'a Actor, points: &CodePoints<'_>) -> Self {
        Self {
            id: actor.id.as_str(),
            name: &actor.name,
            kind: actor.kind.as_str(),
            role: actor.role.as_deref(),
            role_span: actor.role_span.map(|span| points.of(span)),
            aliases: actor.aliases.iter().map(CleanText::as_str).collect(),
            mentions: actor.mentions.iter().map(|span| points.of(*span)).collect(),
            source: actor.source,
            corrected: actor.corrected,
        }
    }
}

#[derive(Serialize)]
struct QuoteObject<'a> {
    kind: &'static str,
    text: &'a str,
    parts: Vec<Pair>,
    /// The id of an actor; absent where the speaker has no name.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    /// What to call the speaker; absent where unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mention: Option<Pair>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cue: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cue_span: Option<Pair>,
    rule: &'static str,
    confidence: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    said_on: Option<&'a str>,
}

impl<'a> QuoteObject<'a> {
    fn new(quote: &'a Quote, article: &'a Article, actors: &ActorsById<'a>, points: &CodePoints<'_>) -> Self {
        Self {
            kind: quote.kind.as_str(),
            text: &quote.text,
            parts: quote.parts.iter().map(|span| points.of(*span)).collect(),
            speaker: match &quote.speaker {
                Speaker::Actor(id) => Some(id.as_str()),
                Speaker::Nominal(_) | Speaker::Unknown => None,
            },
            speaker_name: actors.speaker_name(&quote.speaker).map(CleanText::as_str),
            mention: quote.mention.map(|span| points.of(span)),
            cue: quote.cue.map(|span| span.of(&article.text)),
            cue_span: quote.cue.map(|span| points.of(span)),
            rule: quote.rule.as_str(),
            confidence: quote.confidence.as_str(),
            said_on: quote.said_on.as_ref().map(TimexValue::as_str),
        }
    }
}

#[derive(Serialize)]
struct DateObject<'a> {
    text: &'a str,
    span: Pair,
    value: &'a str,
}

impl<'a> DateObject<'a> {
    fn new(date: &'a DateExpression, article: &'a Article, points: &CodePoints<'_>) -> Self {
        Self {
            text: date.span.of(&article.text),
            span: points.of(date.span),
            value: date.value.as_str(),
        }
    }
}

#[derive(Serialize)]
struct EventObject<'a> {
    date: &'a str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Pair>,
    actors: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_span: Option<Pair>,
    /// There where it lies well before the story.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    background: bool,
    /// There where a reader put it right.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    corrected: bool,
}

impl<'a> EventObject<'a> {
    fn new(event: &'a Event, points: &CodePoints<'_>) -> Self {
        Self {
            date: event.date.as_str(),
            text: &event.text,
            span: event.span.map(|span| points.of(span)),
            actors: event.actors.iter().map(ActorId::as_str).collect(),
            date_span: event.date_span.map(|span| points.of(span)),
            background: event.background,
            corrected: event.corrected,
        }
    }
}
