//! Word documents (DOCX) → paragraphs: the text as it would be printed, without what was struck out.

use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::briefing::{Format, Written};
use crate::load::archive::{Budget, Refusal};
use crate::load::document::{Parts, Properties, fill};
use crate::load::found::Found;
use crate::load::fragment::dereferenced;
use crate::load::{Loaded, guard};

/// Where the text stands in the archive that a document is.
const TEXT: &str = "word/document.xml";

/// Where the properties stand.
const PROPERTIES: &str = "docProps/core.xml";

/// Elements whose words are not printed, or come twice.
const UNSEEN: &[&str] = &["del", "moveFrom", "instrText", "Fallback", "delText"];

/// Styles of the headline.
const TITLES: &[&str] = &["title", "heading1"];

/// Reads a document.
pub(in crate::load) fn read_docx(bytes: &[u8], found: &mut Found<'_>) {
    let mut budget = Budget::new(bytes.len(), found.limits);
    let parts = guard::guarded("zip", || {
        let text = part(bytes, TEXT, &mut budget)?;
        let (paragraphs, title) = paragraphs(&text)?;
        // A document without properties is a document.
        let properties = part(bytes, PROPERTIES, &mut budget)
            .map(|part| properties(&part))
            .unwrap_or_default();
        Ok::<Parts, String>(Parts {
            paragraphs,
            title,
            properties,
        })
    });
    match parts {
        Ok(Ok(parts)) => {
            let mut article = found.blank(Format::Docx);
            fill(parts, &mut article);
            let written = Written::default();
            found.only(Ok(Loaded { article, written }));
        }
        Ok(Err(reason)) => found.bad(&reason),
        Err(failed) => found.failed(&failed),
    }
}

/// One file of the archive.
fn part(bytes: &[u8], name: &str, budget: &mut Budget) -> Result<Vec<u8>, String> {
    let damaged =
        |error: &dyn std::fmt::Display| format!("this Word document is damaged: {error}; save it again");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let file = archive.by_name(name).map_err(|error| damaged(&error))?;
    budget.read(file).map_err(|refusal| match refusal {
        Refusal::File(reason) | Refusal::Archive(reason) => reason,
    })
}

/// The paragraphs of a document, and which is set as its title.
fn paragraphs(xml: &[u8]) -> Result<(Vec<String>, Option<usize>), String> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut paragraphs: Vec<String> = Vec::new();
    let mut title = None;
    let mut current = String::new();
    let mut is_title = false;
    let mut in_words = false;
    // How many elements deep in words that are not printed.
    let mut unseen = 0_usize;
    loop {
        let event = reader
            .read_event()
            .map_err(|error| format!("this Word document is damaged: {error}; save it again"))?;
        match event {
            Event::Start(tag) if unseen > 0 || UNSEEN.contains(&tag.local_name().as_ref()) => unseen += 1,
            Event::End(_) if unseen > 0 => unseen -= 1,
            Event::Eof => break,
            _ if unseen > 0 => {}
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => in_words = true,
                "pStyle" => is_title |= is_title_style(&tag),
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "tab" | "br" | "cr" => current.push(' '),
                "noBreakHyphen" => current.push('-'),
                "pStyle" => is_title |= is_title_style(&tag),
                _ => {}
            },
            Event::Text(words) if in_words => {
                current.push_str(&words);
            }
            Event::GeneralRef(reference) if in_words => {
                let reference = format!("&{};", &*reference);
                current.push_str(&dereferenced(&reference));
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_words = false,
                "p" => {
                    let words = std::mem::take(&mut current);
                    if !words.trim().is_empty() {
                        if is_title && title.is_none() {
                            title = Some(paragraphs.len());
                        }
                        paragraphs.push(words.trim().to_owned());
                    }
                    is_title = false;
                }
                _ => {}
            },
            _ => {}
        }
    }
    Ok((paragraphs, title))
}

fn is_title_style(tag: &BytesStart<'_>) -> bool {
    let value = tag
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == "val");
    value.is_some_and(|value| {
        let style = value.value.to_lowercase();
        TITLES.contains(&style.as_str())
    })
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
