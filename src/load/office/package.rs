//! The package that a Word document is: a ZIP archive whose files tell which of them is what.

use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::docx_styles::attribute;
use crate::load::archive::{Budget, Refusal};
use crate::load::guard::guarded;

/// What tells how the files of the whole package are called.
const RELATIONS: &str = "_rels/.rels";

/// What tells of which kind each file is.
const CONTENT_TYPES: &str = "[Content_Types].xml";

/// Where the text stands where nothing tells.
const TEXT: &str = "word/document.xml";

/// Ends of the kinds of relations: to the text, its styles, the properties.
const TO_TEXT: &str = "/officeDocument";
const TO_STYLES: &str = "/styles";
const TO_PROPERTIES: &str = "/core-properties";

/// The files of a document that matter.
pub(super) struct Files {
    pub(super) text: Vec<u8>,
    /// Empty where there are none.
    pub(super) styles: Vec<u8>,
    /// Empty where there are none.
    pub(super) properties: Vec<u8>,
}

/// The files of the document in `bytes`, or why there are none, and what to do.
pub(super) fn files(bytes: &[u8], budget: &mut Budget) -> Result<Files, String> {
    let opened = guarded("zip", || ZipArchive::new(Cursor::new(bytes)));
    let archive = opened
        .map_err(|failed| failed.to_string())?
        .map_err(|error| damaged(&error))?;
    let mut package = Package { archive, budget };
    let of_all = package.relations(RELATIONS);
    let text = package.text_name(&of_all);
    let (folder, name) = text.rsplit_once('/').unwrap_or(("", &text));
    let of_text = package.relations(&within(folder, &format!("_rels/{name}.rels")));
    let styles = target(&of_text, TO_STYLES, folder).unwrap_or_else(|| within(folder, "styles.xml"));
    let properties = target(&of_all, TO_PROPERTIES, "").unwrap_or_else(|| "docProps/core.xml".to_owned());
    Ok(Files {
        text: package.file(&text)?,
        // A document without styles or properties is a document.
        styles: package.file(&styles).unwrap_or_default(),
        properties: package.file(&properties).unwrap_or_default(),
    })
}

pub(super) fn damaged(error: &dyn std::fmt::Display) -> String {
    format!("this Word document is damaged: {error}; save it again")
}

/// What one file is to another: the kind of relation, and the name.
type Relation = (String, String);

struct Package<'p, 'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    budget: &'p mut Budget,
}

impl Package<'_, '_> {
    /// The place of the file called `name`. Case does not count, and some programs part folders as Windows does.
    fn place(&self, name: &str) -> Option<usize> {
        let is_it = |other: &str| {
            let other = other.replace('\\', "/");
            other.trim_start_matches('/').eq_ignore_ascii_case(name)
        };
        self.archive.index_for_name(name).or_else(|| {
            self.archive
                .file_names()
                .position(|other| other.is_ok_and(|other| is_it(&other)))
        })
    }

    fn file(&mut self, name: &str) -> Result<Vec<u8>, String> {
        let read = guarded("zip", || {
            let place = self.place(name).ok_or(ZipError::FileNotFound);
            let file = place.and_then(|place| self.archive.by_index(place));
            self.budget
                .read(file.map_err(|error| damaged(&error))?)
                .map_err(|refusal| match refusal {
                    Refusal::File(reason) | Refusal::Archive(reason) => reason,
                })
        });
        read.map_err(|failed| failed.to_string())?
    }

    /// What the file called `name` tells of others, as far as it can be read.
    fn relations(&mut self, name: &str) -> Vec<Relation> {
        self.attributes(name, "Relationship", ["Type", "Target"])
    }

    /// The name of the file that has the text.
    fn text_name(&mut self, relations: &[Relation]) -> String {
        let related = target(relations, TO_TEXT, "");
        if let Some(name) = related.filter(|name| self.place(name).is_some()) {
            return name;
        }
        let kinds = self.attributes(CONTENT_TYPES, "Override", ["ContentType", "PartName"]);
        let is_text = |kind: &str| kind.contains("word") && kind.ends_with("main+xml");
        let listed = kinds.into_iter().find(|(kind, _)| is_text(kind));
        listed.map_or_else(|| TEXT.to_owned(), |(_, name)| within("", &name))
    }

    /// The attributes of each `element` that has both, in the file called `name`.
    fn attributes(&mut self, name: &str, element: &str, wanted: [&str; 2]) -> Vec<Relation> {
        let xml = self.file(name).unwrap_or_default();
        let read = || {
            let mut reader = Reader::from_reader(xml.as_slice());
            reader.config_mut().check_end_names = false;
            let mut told = Vec::new();
            while let Ok(event) = reader.read_event() {
                let tag = match event {
                    Event::Start(tag) | Event::Empty(tag) => tag,
                    Event::Eof => break,
                    _ => continue,
                };
                let [first, second] = wanted.map(|wanted| attribute(&tag, wanted));
                if tag.local_name().as_ref() == element
                    && let (Some(first), Some(second)) = (first, second)
                {
                    told.push((first, second));
                }
            }
            told
        };
        guarded("quick_xml", read).unwrap_or_default()
    }
}

/// The name of the file to which there is a relation of a `kind`, from one in `folder`.
fn target(relations: &[Relation], kind: &str, folder: &str) -> Option<String> {
    let (_, target) = relations.iter().find(|(told, _)| told.ends_with(kind))?;
    Some(within(folder, target))
}

/// The whole name of what is called `name` in `folder`.
fn within(folder: &str, name: &str) -> String {
    let name = name.replace('\\', "/");
    let from = if name.starts_with('/') { "" } else { folder };
    let mut whole: Vec<&str> = Vec::new();
    for step in from.split('/').chain(name.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                whole.pop();
            }
            step => whole.push(step),
        }
    }
    whole.join("/")
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn names_are_those_of_the_package() {
        for (folder, name, whole) in [
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/word/styles2.xml", "word/styles2.xml"),
            ("word", "../shared/./styles.xml", "shared/styles.xml"),
            ("", "word\\document.xml", "word/document.xml"),
            ("", "../../a", "a"),
        ] {
            assert_eq!(within(folder, name), whole);
        }
    }
}
