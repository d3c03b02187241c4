//! Documents of office programs → articles: Word (DOCX) and RTF.
//!
//! | File | What it is for |
//! |---|---|
//! | `docx`, `package` | a Word document, taken apart; its files |
//! | `docx_body`, `docx_styles` | its text, element by element; what its paragraphs are set as |
//! | `rtf`, `rtf_words`, `rtf_fonts` | RTF, byte by byte; its control words; which encoding its fonts have |

#[cfg(feature = "office")]
mod docx;
#[cfg(feature = "office")]
mod docx_body;
#[cfg(feature = "office")]
mod docx_styles;
#[cfg(feature = "office")]
mod package;
mod rtf;
mod rtf_fonts;
mod rtf_words;

use crate::briefing::{Format, Written};
use crate::load::document::{self, Parts, Properties};
use crate::load::found::Found;
use crate::load::gate::Gate;
use crate::load::{Loaded, decode, exports};

#[cfg(feature = "office")]
pub(super) use docx::read_docx;
pub(super) use rtf::read_rtf;

/// Adds what a document holds: the articles of a news database, which gives them out as documents, or one article.
fn read(mut parts: Parts, format: Format, found: &mut Found<'_>) {
    let mut gate = Gate::default();
    let Properties { title, author, .. } = &mut parts.properties;
    gate.pass(parts.paragraphs.iter_mut().chain([title, author]));
    parts.notes.extend(gate.notes().iter().map(ToString::to_string));
    // The gate makes one space of a tab, and a field is known by a wider one.
    let lines = decode::clean(&parts.paragraphs.join("\n").replace('\t', "   "));
    if let Some(database) = exports::database(&lines) {
        return exports::read_document(&lines, database, found);
    }
    let mut article = found.blank(format);
    document::fill(parts, &mut article);
    let written = Written::default();
    found.only(Ok(Loaded { article, written }));
}

/// What of a document is no text of the story.
#[derive(Debug, Default)]
struct LeftOut {
    /// How many notes at the foot of a page or at the end there are.
    footnotes: usize,
    /// Some words are struck through.
    struck: bool,
    /// The document ends in the middle.
    is_cut: bool,
}

impl LeftOut {
    /// What is to be said of it, a sentence each.
    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.footnotes > 0 {
            notes.push(format!("Footnotes were left out: {}.", self.footnotes));
        }
        if self.struck {
            notes.push("Words that are struck through were left out.".to_owned());
        }
        if self.is_cut {
            notes.push("The document is cut short, and its end was not read: save it again.".to_owned());
        }
        notes
    }
}
