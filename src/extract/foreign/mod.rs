//! What is told about an article in a language that has no lexicon: what stands in quotation marks, absolute dates, and its
//! first sentences. Nobody is named, and nobody is said to have said anything: for that, words must be understood.

mod dates;
mod marks;
mod sentences;

use crate::briefing::{
    Article, CleanText, Confidence, DateExpression, Event, Point, Quote, QuoteKind, Rule, Span, Speaker,
};
use crate::extract::text::paragraph_spans;

/// The sections that can be drafted without understanding a word.
pub(super) struct Draft {
    pub(super) summary: Vec<Point>,
    pub(super) quotes: Vec<Quote>,
    pub(super) dates: Vec<DateExpression>,
    pub(super) timeline: Vec<Event>,
}

/// Drafts the briefing of `article`.
pub(super) fn draft(article: &Article, points: usize) -> Draft {
    let source = article.text.as_str();
    let paragraphs: Vec<Span> = paragraph_spans(source);
    let mut quotes = Vec::new();
    let mut sentences = Vec::new();
    for paragraph in &paragraphs {
        quotes.extend(
            marks::segments(source, *paragraph)
                .into_iter()
                .map(|span| quote(source, span)),
        );
        sentences::split(source, *paragraph, &mut sentences);
    }
    let dates = dates::absolute(source);
    Draft {
        summary: lead(source, &sentences, points),
        quotes,
        timeline: events(source, &sentences, &dates),
        dates,
    }
}

/// What stands in marks, whoever said it.
fn quote(source: &str, span: Span) -> Quote {
    let words = span.of(source);
    let whole = words
        .trim_end_matches(marks::is_mark)
        .trim_end()
        .ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', ',', '，']);
    let behind = source.get(span.end()..).unwrap_or_default();
    let whole = whole || behind.starts_with([',', '，', '،']);
    Quote {
        kind: if whole {
            QuoteKind::Direct
        } else {
            QuoteKind::Mixed
        },
        text: CleanText::line(words),
        parts: vec![span],
        speaker: Speaker::Unknown,
        mention: None,
        cue: None,
        rule: Rule::None,
        confidence: Confidence::Low,
        said_on: None,
    }
}

/// The first sentences, headings and captions passed over.
fn lead(source: &str, sentences: &[Span], count: usize) -> Vec<Point> {
    sentences
        .iter()
        .filter(|span| sentences::is_whole(span.of(source)))
        .take(count.min(LEAD))
        .map(|span| Point {
            text: CleanText::line(span.of(source)),
            span: Some(*span),
            gist: false,
        })
        .collect()
}

/// Sentences that open an article and sum it up.
const LEAD: usize = 2;

/// The sentences that have a date, in order of date.
fn events(source: &str, sentences: &[Span], dates: &[DateExpression]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for date in dates {
        let after = sentences.partition_point(|sentence| sentence.start() <= date.span.start());
        let Some(sentence) = after.checked_sub(1).and_then(|before| sentences.get(before)) else {
            continue;
        };
        if events.last().is_some_and(|event| event.span == Some(*sentence)) {
            continue;
        }
        events.push(Event {
            date: date.value.clone(),
            text: CleanText::line(sentence.of(source)),
            span: Some(*sentence),
            actors: Vec::new(),
            date_span: Some(date.span),
            background: false,
            corrected: false,
        });
    }
    events.sort_by(|a, b| a.date.cmp(&b.date));
    events
}
