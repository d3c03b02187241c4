//! The labels that databases put before what they tell, and what is told.

/// What a label tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Standfirst,
    Byline,
    Dateline,
    Source,
    Published,
    Language,
    Address,
    Identity,
    Body,
    /// At the head of the article, and nothing that is kept.
    Head,
    /// After the article, and nothing that is kept.
    Tail,
}

use Field::{
    Address, Body, Byline, Dateline, Head, Identity, Language, Published, Source, Standfirst, Tail, Title,
};

/// Labels in lower case.
const LABELS: &[(&str, Field)] = &[
    // Nexis
    ("headline", Title),
    ("byline", Byline),
    ("body", Body),
    ("section", Head),
    ("length", Head),
    ("highlight", Standfirst),
    ("dateline", Dateline),
    ("series", Head),
    ("load-date", Tail),
    ("language", Language),
    ("graphic", Tail),
    ("subject", Tail),
    ("publication-type", Tail),
    ("publication type", Tail),
    ("journal-code", Tail),
    ("journal code", Tail),
    ("organization", Tail),
    ("company", Tail),
    ("ticker", Tail),
    ("industry", Tail),
    ("geographic", Tail),
    ("geographic-terms", Tail),
    ("document-type", Tail),
    ("correction-date", Tail),
    ("notes", Tail),
    ("publication-subject", Tail),
    // `ProQuest`
    ("title", Title),
    ("author", Byline),
    ("publication title", Source),
    ("publication date", Published),
    ("publication info", Head),
    ("publication year", Head),
    ("abstract", Standfirst),
    ("abstract (english)", Standfirst),
    ("full text", Body),
    ("document url", Address),
    ("proquest document id", Identity),
    ("language of publication", Language),
    ("links", Head),
    ("first page", Tail),
    ("pages", Tail),
    ("publisher", Tail),
    ("place of publication", Tail),
    ("country of publication", Tail),
    ("issn", Tail),
    ("source type", Tail),
    ("document type", Tail),
    ("copyright", Tail),
    ("last updated", Tail),
    ("database", Tail),
    ("location", Tail),
    ("identifier / keyword", Tail),
];

/// Lines without a colon that tell what follows.
const HEADINGS: &[(&str, Field)] = &[
    ("body", Body),
    ("classification", Tail),
    ("graphic", Tail),
    ("full text", Body),
    ("abstract", Standfirst),
    ("abstract (english)", Standfirst),
    ("details", Tail),
    ("all rights reserved", Head),
];

/// Whether `line` is a label without a colon.
pub(super) fn is_heading(line: &str) -> bool {
    let line = line.trim();
    HEADINGS
        .iter()
        .any(|(heading, _)| line.eq_ignore_ascii_case(heading))
}

/// What the label that `line` begins with tells, and what follows the label.
pub(super) fn of(line: &str) -> Option<(Field, &str)> {
    let line = line.trim();
    let is = |label: &str, known: &str| label.trim().eq_ignore_ascii_case(known);
    if let Some((_, field)) = HEADINGS.iter().find(|(heading, _)| is(line, heading)) {
        return Some((*field, ""));
    }
    let (label, rest) = line.split_once(':')?;
    let (_, field) = LABELS.iter().find(|(known, _)| is(label, known))?;
    Some((*field, rest.trim()))
}
