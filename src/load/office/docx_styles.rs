//! The styles of Word documents that matter for what a paragraph is.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What a paragraph is set as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Title,
    /// A heading of the first rank: the title where none is set as such.
    Heading,
    Standfirst,
}

use Style::{Heading, Standfirst, Title};

/// Names of styles, in lower case. Those of Word itself are English in every language.
const NAMES: &[(&str, Style)] = &[
    ("title", Title),
    ("headline", Title),
    ("heading 1", Heading),
    ("subtitle", Standfirst),
    ("standfirst", Standfirst),
];

/// What Word calls these styles in the text itself, in its languages and in lower case, for documents that do not tell
/// their styles. It leaves out letters with accents at times.
const IDS: &[(&str, Style)] = &[
    ("title", Title),
    ("heading1", Heading),
    ("subtitle", Standfirst),
    // German
    ("titel", Title),
    ("berschrift1", Heading),
    ("überschrift1", Heading),
    ("untertitel", Standfirst),
    // French
    ("titre", Title),
    ("titre1", Heading),
    ("sous-titre", Standfirst),
    ("soustitre", Standfirst),
    // Spanish and Portuguese
    ("ttulo", Title),
    ("título", Title),
    ("ttulo1", Heading),
    ("título1", Heading),
    ("subttulo", Standfirst),
    ("subtítulo", Standfirst),
    // Italian
    ("titolo", Title),
    ("titolo1", Heading),
    ("sottotitolo", Standfirst),
    // Dutch
    ("kop1", Heading),
    ("ondertitel", Standfirst),
    // Swedish, Danish, Norwegian
    ("rubrik", Title),
    ("rubrik1", Heading),
    ("underrubrik", Standfirst),
    ("overskrift1", Heading),
    ("undertitel", Standfirst),
    ("tittel", Title),
    ("undertittel", Standfirst),
    // Polish
    ("tytu", Title),
    ("tytuł", Title),
    ("nagwek1", Heading),
    ("nagłówek1", Heading),
    ("podtytu", Standfirst),
    ("podtytuł", Standfirst),
];

/// What the styles of a document are.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By what the text calls them; `None` for one that is none of ours, whatever it is called.
    told: HashMap<String, Option<Style>>,
}

impl Styles {
    /// Reads the styles that a document tells, as far as they can be read.
    pub(super) fn read(xml: &[u8]) -> Self {
        let mut reader = Reader::from_reader(xml);
        reader.config_mut().check_end_names = false;
        let mut styles = Self::default();
        let mut id = None;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                    "style" => id = attribute(&tag, "styleId"),
                    "name" => {
                        if let (Some(id), Some(name)) = (id.take(), value(&tag)) {
                            styles.told.insert(id, listed(NAMES, &name));
                        }
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        styles
    }

    /// What the style is that the text calls `id`.
    pub(super) fn of(&self, id: &str) -> Option<Style> {
        self.told.get(id).copied().unwrap_or_else(|| listed(IDS, id))
    }
}

fn listed(table: &[(&str, Style)], name: &str) -> Option<Style> {
    let name = name.to_lowercase();
    let style = table.iter().find(|(known, _)| *known == name)?;
    Some(style.1)
}

/// The value of an element that has one.
pub(super) fn value(tag: &BytesStart<'_>) -> Option<String> {
    attribute(tag, "val")
}

/// The value of the attribute called `name`.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}
