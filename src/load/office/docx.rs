//! Word documents (DOCX), taken apart: the text, which part of it is the head, and what the document says of itself.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::LeftOut;
use super::docx_body::{self, Paragraph};
use super::docx_styles::{Style, Styles};
use super::package::{self, Files, damaged};
use crate::briefing::Format;
use crate::load::archive::Budget;
use crate::load::document::{Parts, Properties};
use crate::load::entities::unescaped;
use crate::load::found::Found;
use crate::load::paragraphs::is_finished;
use crate::load::{guard, metadata};

/// Shorter sentences, in words, may stand over a headline: "Not for publication."
const SHORTEST_SENTENCE: usize = 6;

/// Reads a document.
pub(in crate::load) fn read_docx(bytes: &[u8], found: &mut Found<'_>) {
    let mut budget = Budget::new(bytes.len(), found.limits);
    let files = match package::files(bytes, &mut budget) {
        Ok(files) => files,
        Err(reason) => return found.bad(&reason),
    };
    match guard::guarded("quick_xml", || take_apart(&files)) {
        Ok(Ok(parts)) => super::read(parts, Format::Docx, found),
        Ok(Err(reason)) => found.bad(&reason),
        Err(failed) => found.failed(&failed),
    }
}

fn take_apart(files: &Files) -> Result<Parts, String> {
    let styles = Styles::read(&files.styles);
    let body = docx_body::read(&files.text, &styles).map_err(|error| damaged(&error))?;
    let (title, standfirst) = head(&body.paragraphs);
    let left_out = LeftOut {
        footnotes: body.footnotes,
        struck: body.struck,
        is_cut: body.is_cut,
    };
    Ok(Parts {
        paragraphs: body.paragraphs.into_iter().map(|it| it.words).collect(),
        title,
        standfirst,
        properties: properties(&files.properties),
        notes: left_out.notes(),
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
            Event::GeneralRef(reference) => unescaped(&format!("&{};", &*reference)).into_owned(),
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
