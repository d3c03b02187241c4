//! Word documents (DOCX), taken apart: the text, which part of it is the head, and what the document says of itself.

use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::LeftOut;
use super::docx_body::{self, Paragraph};
use super::docx_styles::{Style, Styles};
use crate::briefing::Format;
use crate::load::archive::{Budget, Refusal};
use crate::load::document::{Parts, Properties};
use crate::load::found::Found;
use crate::load::fragment::dereferenced;
use crate::load::paragraphs::is_finished;
use crate::load::{guard, metadata};

/// Where the text stands in the archive that a document is.
const TEXT: &str = "word/document.xml";

/// Where the properties stand.
const PROPERTIES: &str = "docProps/core.xml";

/// Where the styles stand.
const STYLES: &str = "word/styles.xml";

/// Shorter sentences, in words, may stand over a headline: "Not for publication."
const SHORTEST_SENTENCE: usize = 6;

/// Reads a document.
pub(in crate::load) fn read_docx(bytes: &[u8], found: &mut Found<'_>) {
    let mut budget = Budget::new(bytes.len(), found.limits);
    let parts = guard::guarded("zip", || {
        let text = part(bytes, TEXT, &mut budget)?;
        // A document without styles or properties is a document.
        let styles =
            part(bytes, STYLES, &mut budget).map_or_else(|_| Styles::default(), |part| Styles::read(&part));
        let properties = part(bytes, PROPERTIES, &mut budget)
            .map(|part| properties(&part))
            .unwrap_or_default();
        let body = docx_body::read(&text, &styles).map_err(|error| damaged(&error))?;
        let (title, standfirst) = head(&body.paragraphs);
        let left_out = LeftOut {
            footnotes: body.footnotes,
            struck: body.struck,
        };
        Ok::<Parts, String>(Parts {
            paragraphs: body.paragraphs.into_iter().map(|it| it.words).collect(),
            title,
            standfirst,
            properties,
            notes: left_out.notes(),
        })
    });
    match parts {
        Ok(Ok(parts)) => super::read(parts, Format::Docx, found),
        Ok(Err(reason)) => found.bad(&reason),
        Err(failed) => found.failed(&failed),
    }
}

fn damaged(error: &dyn std::fmt::Display) -> String {
    format!("this Word document is damaged: {error}; save it again")
}

/// One file of the archive.
fn part(bytes: &[u8], name: &str, budget: &mut Budget) -> Result<Vec<u8>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let file = archive.by_name(name).map_err(|error| damaged(&error))?;
    budget.read(file).map_err(|refusal| match refusal {
        Refusal::File(reason) | Refusal::Archive(reason) => reason,
    })
}

/// Which paragraph is the title, and which the standfirst. After the first sentence of the story, whatever is set so is a
/// heading within it.
fn head(paragraphs: &[Paragraph]) -> (Option<usize>, Option<usize>) {
    let story = paragraphs.iter().position(is_story).unwrap_or(paragraphs.len());
    let head = paragraphs.get(..story).unwrap_or_default();
    let set_as = |style| {
        head.iter()
            .position(|paragraph| paragraph.style == Some(style) && !paragraph.words.trim().is_empty())
    };
    let title = set_as(Style::Title).or_else(|| set_as(Style::Heading));
    let is_prose = |place: &usize| {
        head.get(*place)
            .is_some_and(|it| metadata::read(it.words.trim()).is_none())
    };
    (title, set_as(Style::Standfirst).filter(is_prose))
}

fn is_story(paragraph: &Paragraph) -> bool {
    let words = paragraph.words.trim();
    let is_sentence = is_finished(words) && words.split_whitespace().count() >= SHORTEST_SENTENCE;
    paragraph.style.is_none() && is_sentence && metadata::read(words).is_none()
}

/// What the document says of itself.
fn properties(xml: &[u8]) -> Properties {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut properties = Properties::default();
    let mut name = String::new();
    while let Ok(event) = reader.read_event() {
        let words = match event {
            Event::Start(tag) => {
                tag.local_name().as_ref().clone_into(&mut name);
                continue;
            }
            Event::End(_) => {
                name.clear();
                continue;
            }
            Event::Text(words) => words.to_string(),
            Event::GeneralRef(reference) => dereferenced(&format!("&{};", &*reference)).into_owned(),
            Event::Eof => break,
            _ => continue,
        };
        match name.as_str() {
            "title" => properties.title.push_str(&words),
            "creator" => properties.author.push_str(&words),
            "created" => properties.created.push_str(&words),
            "language" => properties.language.push_str(&words),
            _ => {}
        }
    }
    properties
}
