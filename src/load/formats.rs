//! Which kind of file some bytes are, and who reads it: by content first, then by name.
//!
//! Kinds are told apart in every build; the features of this crate say which of them are read.

use std::path::Path;

use crate::briefing::{CleanText, Format, Written};
use crate::load::decode::clean;
use crate::load::error::LoadError;
use crate::load::found::Found;
use crate::load::{Loaded, agency, decode, detect, entities, html, markdown, signs, text, toml};

/// Does what a feature is for, or says that it is left out of this build.
macro_rules! with {
    ($feature:literal, $found:ident, $read:expr) => {{
        #[cfg(feature = $feature)]
        $read;
        #[cfg(not(feature = $feature))]
        $found.left_out($feature);
    }};
}

/// Adds what `bytes`, the content of a file called `path`, hold to `found`.
pub(super) fn read(bytes: &[u8], path: Option<&Path>, found: &mut Found<'_>) {
    if signs::is_mailbox(bytes) {
        with!("mail", found, crate::load::mail::read_mailbox(bytes, found));
    } else if signs::is_message(bytes, path) {
        with!("mail", found, crate::load::mail::read_message(bytes, found));
    } else if signs::is_feed(bytes) {
        with!("feeds", found, crate::load::feed::read(bytes, found));
    } else if signs::is_newsml(bytes) {
        with!("newsml", found, agency::read_newsml(bytes, found));
    } else if let Some(news) = agency::is_ninjs(bytes) {
        agency::read_ninjs(&news, found);
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
