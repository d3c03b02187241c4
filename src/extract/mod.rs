//! [`Article`] → [`Briefing`]: a pure function. The same article gives the same briefing, always; no files, clocks or
//! environment here.
//!
//! Each stage is a function from what came before: [`text`] (quoted segments, tokens, sentences) → [`actors`] (names,
//! then who they are) → [`quotes`] → [`timeline`] (dates, then events) → [`summary`]. What any stage knows of a language
//! stands in [`lexicon`].
//!
//! This room speaks the words of [`briefing`](crate::briefing) and uses no other room of ours.

pub mod actors;
mod dateline;
mod foreign;
mod language;
pub mod lexicon;
pub mod linear;
pub mod quotes;
mod reconcile;
pub mod summary;
pub mod text;
pub mod timeline;
mod turns;

use std::convert::Infallible;

use crate::briefing::{Article, Briefing, CleanText, Section, Written};
use text::Text;

/// What the caller may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How many sentences the summary has at most.
    pub points: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { points: 4 }
    }
}

/// Makes the briefing of `article`. Sections that are in `written` are kept as they are, the others are extracted.
pub fn extract(article: Article, written: Written, options: &Options) -> Briefing {
    let Ok(briefing) = extract_until(article, written, options, || Ok::<(), Infallible>(()));
    briefing
}

/// The same, for callers whose time is short: before each stage `go_on` is asked, and the work ends with its error.
pub fn extract_until<E>(
    mut article: Article,
    written: Written,
    options: &Options,
    go_on: impl Fn() -> Result<(), E>,
) -> Result<Briefing, E> {
    go_on()?;
    let text = Text::new(&article.text, &lexicon::EN);
    if let Some(tag) = language::other(&text, &article) {
        article.language = Some(CleanText::line(&tag));
    }
    if !article.is_read() {
        drop(text);
        return Ok(of_foreign(article, written, options.points));
    }
    go_on()?;
    let cast = actors::cast(&text, &article);
    go_on()?;
    let mut quotes = quotes::quotes(&text, &cast, &article);
    go_on()?;
    let dates = timeline::dates(&text, &article);
    timeline::date_quotes(&text, &dates, &mut quotes);
    let timeline = timeline::events(&text, &dates, &cast, &quotes, &article);
    go_on()?;
    let summary = summary::points(&text, &article, &cast, options.points);
    let actors = actors::ranked(cast, &quotes, &article);
    let drafted = (written != Written::default()).then(|| actors.clone());
    let mut briefing = Briefing {
        summary: section(written.summary, summary),
        actors: section(written.actors, actors),
        quotes: section(written.quotes, quotes),
        dates,
        timeline: section(written.timeline, timeline),
        article,
    };
    if let Some(drafted) = drafted {
        go_on()?;
        reconcile::reconcile(&mut briefing, &drafted);
    }
    Ok(briefing)
}

/// What can be told of an article whose words are not understood.
fn of_foreign(article: Article, written: Written, points: usize) -> Briefing {
    let draft = foreign::draft(&article, points);
    let mut briefing = Briefing {
        summary: section(written.summary, draft.summary),
        actors: section(written.actors, Vec::new()),
        quotes: section(written.quotes, draft.quotes),
        dates: draft.dates,
        timeline: section(written.timeline, draft.timeline),
        article,
    };
    reconcile::reconcile(&mut briefing, &[]);
    briefing
}

/// What a person wrote wins over what was extracted.
fn section<T>(written: Option<Vec<T>>, extracted: Vec<T>) -> Section<T> {
    written.map_or_else(|| Section::extracted(extracted), Section::written)
}
