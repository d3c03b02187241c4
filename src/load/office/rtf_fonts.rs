//! The fonts of an RTF document, as far as they tell which encoding what is set in them has.

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::rtf_words::{character_set, code_page};

/// What the document tells of its fonts.
#[derive(Debug)]
pub(super) struct Fonts {
    /// The encoding of what is set in a font that tells none.
    document: &'static Encoding,
    /// The font of what is set in none.
    default: Option<i32>,
    encodings: HashMap<i32, &'static Encoding>,
    /// The font that the table is telling about.
    told: Option<i32>,
}

impl Default for Fonts {
    fn default() -> Self {
        Self {
            document: WINDOWS_1252,
            default: None,
            encodings: HashMap::new(),
            told: None,
        }
    }
}

impl Fonts {
    /// `\ansicpg1252`
    pub(super) fn set_document(&mut self, number: Option<i32>) {
        if let Some(encoding) = number.and_then(code_page).and_then(encoding) {
            self.document = encoding;
        }
    }

    /// `\deff0`
    pub(super) fn set_default(&mut self, font: Option<i32>) {
        self.default = font;
    }

    /// `\f1`, in the table.
    pub(super) fn tell_about(&mut self, font: Option<i32>) {
        self.told = font;
    }

    /// `\fcharset238`, in the table.
    pub(super) fn set_character_set(&mut self, number: Option<i32>) {
        let told = number.and_then(character_set).and_then(encoding);
        if let (Some(font), Some(encoding)) = (self.told, told) {
            self.encodings.insert(font, encoding);
        }
    }

    /// The encoding of what is set in `font`.
    pub(super) fn encoding(&self, font: Option<i32>) -> &'static Encoding {
        let told = font.or(self.default).and_then(|font| self.encodings.get(&font));
        told.copied().unwrap_or(self.document)
    }
}

fn encoding(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.as_bytes())
}
