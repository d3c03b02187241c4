//! Which kind of file some bytes are, and who reads it: by content first, then by name.
//!
//! Kinds are told apart in every build; the features of this crate say which of them are read.

use std::path::Path;

use crate::briefing::{CleanText, Format, Written};
#[cfg(feature = "unzip")]
use crate::load::archive::{self, Kind};
use crate::load::decode::clean;
use crate::load::error::LoadError;
use crate::load::found::Found;
use crate::load::signs::{self, Archive};
use crate::load::{
    Loaded, agency, decode, detect, entities, exports, html, letterhead, markdown, office, text, toml, xml,
};

/// Does what a feature is for, or says that it is left out of this build.
macro_rules! with {
    ($feature:literal, $found:ident, $read:expr) => {{
        #[cfg(feature = $feature)]
        $read;
        #[cfg(not(feature = $feature))]
        $found.left_out($feature);
    }};
}

/// What is said of an archive in an archive.
pub(super) const SHUT: &str =
    "this is an archive in an archive, which is not opened; unpack the outer one first";

/// Adds what `bytes`, the content of a file called `path`, hold to `found`.
pub(super) fn read(bytes: &[u8], path: Option<&Path>, found: &mut Found<'_>) {
    if let Some(archive) = signs::archive(bytes) {
        if found.depth() > 0 && is_archive(bytes) {
            found.bad(SHUT);
        } else {
            read_archive(archive, bytes, path, found);
        }
    } else if signs::is_pdf(bytes) {
        with!("pdf", found, crate::load::pdf::read(bytes, found));
    } else if bytes.starts_with(signs::RTF) {
        office::read_rtf(bytes, found);
    } else if signs::is_mailbox(bytes) {
        with!("mail", found, crate::load::mail::read_mailbox(bytes, found));
    } else if let Some(message) = signs::apple_message(bytes, path) {
        with!(
            "mail",
            found,
            crate::load::mail::read_message(message, path, found)
        );
    } else if signs::is_message(bytes, path) {
        with!("mail", found, crate::load::mail::read_message(bytes, path, found));
    } else if signs::is_of_outlook(bytes, path) {
        found.bad(
            "this is a message as Outlook keeps it (.msg), which is not read; save it as .eml, or as a web page or \
             text, first",
        );
    } else if signs::is_feed(bytes) {
        with!("feeds", found, crate::load::feed::read(bytes, found));
    } else if signs::is_newsml(bytes) {
        with!("newsml", found, agency::read_newsml(bytes, found));
    } else if let Some(news) = agency::is_ninjs(bytes) {
        agency::read_ninjs(&news, found);
    } else {
        read_words(bytes, path, found);
    }
}

fn read_archive(archive: Archive, bytes: &[u8], path: Option<&Path>, found: &mut Found<'_>) {
    match archive {
        Archive::Gzip => with!("archives", found, archive::read_gzip(bytes, path, found)),
        Archive::Tar => with!("archives", found, archive::read_tar(bytes, found)),
        Archive::Warc => with!("archives", found, archive::read_warc(bytes, found)),
        #[cfg(feature = "unzip")]
        Archive::Zip => match archive::kind(bytes) {
            Kind::Archive => with!("archives", found, archive::read_zip(bytes, found)),
            Kind::Docx => with!("office", found, office::read_docx(bytes, found)),
            Kind::Epub => with!("epub", found, crate::load::epub::read(bytes, found)),
            Kind::Other(what) => found.bad(&format!(
                "this is {what}, which is not read; save it as plain text, Word (.docx) or a web page first"
            )),
        },
        #[cfg(not(feature = "unzip"))]
        Archive::Zip => found.left_out("archives"),
    }
}

/// Whether `bytes` are an archive, and no document that is packed as one.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    match signs::archive(bytes) {
        #[cfg(feature = "unzip")]
        Some(Archive::Zip) => archive::kind(bytes) == Kind::Archive,
        kind => kind.is_some(),
    }
}

/// Reads what is text.
fn read_words(bytes: &[u8], path: Option<&Path>, found: &mut Found<'_>) {
    let (words, notes) = match decode::text_and_notes(bytes, &found.name()) {
        Ok(read) => read,
        Err(error) => return found.only(Err(error)),
    };
    let format = detect::format(&words, path);
    if format == Format::Text
        && let Some(database) = exports::database(&words)
    {
        return exports::read(&words, database, found);
    }
    if format == Format::Text
        && let Some(reason) = for_programs(&words)
    {
        return found.bad(reason);
    }
    let result = read_article(&words, format, found).map(|mut loaded| {
        // What was mended before it was read comes first.
        loaded.article.notes.splice(0..0, notes);
        loaded
    });
    found.only(result);
}

/// What to say of words that programs wrote for one another, and no article.
fn for_programs(words: &str) -> Option<&'static str> {
    if signs::is_json(words) {
        Some(
            "this is JSON, of a kind that is not read; JSON Feed and ninjs are, and so is the text alone, in a file of its own",
        )
    } else if signs::is_cut_json(words) {
        Some("this is JSON that is damaged or cut short; download it again")
    } else if xml::is_whole(words) {
        Some("this is XML, of a kind that is not read; save it as a web page or as plain text first")
    } else {
        None
    }
}

/// Reads a format that is text, and one article.
fn read_article(words: &CleanText, format: Format, found: &Found<'_>) -> Result<Loaded, LoadError> {
    let name = found.name();
    let mut article = found.blank(format);
    let mut written = Written::default();
    match format {
        Format::Html => {
            html::read(words, found.deadline, &mut article)
                .map_err(|refused| refused.told(name, &found.deadline))?;
        }
        Format::Markdown => markdown::read(words, &mut article).map_err(|fault| LoadError::FrontMatter {
            path: name,
            line: fault.line,
            reason: fault.reason,
        })?,
        Format::Toml => written = toml::read(words, &name, &mut article)?,
        _ => {
            let words = clean(&entities::unescaped(words));
            text::read(letterhead::taken_off(&words, &mut article), &mut article);
        }
    }
    Ok(Loaded { article, written })
}
