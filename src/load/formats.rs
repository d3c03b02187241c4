//! Which kind of file some bytes are, and who reads it: by content first, then by name.

use std::path::Path;

use crate::briefing::{CleanText, Format, Written};
use crate::load::decode::clean;
use crate::load::error::LoadError;
use crate::load::found::Found;
use crate::load::{Loaded, decode, detect, entities, html, mail, markdown, text, toml};

/// Adds what `bytes`, the content of a file called `path`, hold to `found`.
pub(super) fn read(bytes: &[u8], path: Option<&Path>, found: &mut Found<'_>) {
    if mail::is_mailbox(bytes) {
        mail::read_mailbox(bytes, found);
    } else if mail::is_message(bytes, path) {
        mail::read_message(bytes, found);
    } else {
        let result = read_words(bytes, path, found);
        found.only(result);
    }
}

/// Reads a format that is text, and one article.
fn read_words(bytes: &[u8], path: Option<&Path>, found: &Found<'_>) -> Result<Loaded, LoadError> {
    let name = found.name();
    let (words, notes) = decode::text_and_notes(bytes, &name)?;
    let format = detect::format(&words, path);
    let mut article = found.blank(format);
    article.notes = notes;
    let mut written = Written::default();
    match format {
        Format::Html => html::read(&words, &mut article).map_err(|failed| LoadError::Malformed {
            path: name,
            reason: CleanText::line(&failed.to_string()),
        })?,
        Format::Markdown => markdown::read(&words, &mut article).map_err(|fault| LoadError::FrontMatter {
            path: name,
            line: fault.line,
            reason: fault.reason,
        })?,
        Format::Toml => written = toml::read(&words, &name, &mut article)?,
        _ => text::read(&clean(&entities::unescaped(&words)), &mut article),
    }
    Ok(Loaded { article, written })
}
