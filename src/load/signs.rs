//! The signs by which a kind of file is known, whatever its name; each is cheap to look for.

use std::ffi::OsStr;
use std::path::Path;

use memchr::memmem::find;

use crate::load::xml;

/// How much of a JSON file is looked at for the address that every JSON Feed has.
const GLANCE: usize = 4096;

/// How each message of a mailbox begins.
pub(super) const MESSAGE: &[u8] = b"From ";

/// Headers that hardly anything but mail has.
const OF_MAIL: &[&str] = &[
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
    "dkim-signature",
    "x-mailer",
    "list-unsubscribe",
    "content-transfer-encoding",
];

/// Endings of names of messages.
const NAMES_OF_MAIL: &[&str] = &["eml", "mht", "mhtml"];

/// As many lines at the head of a message are looked at.
const HEAD_LINES: usize = 64;

/// Which archive some bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Archive {
    Gzip,
    Zip,
    Tar,
    Warc,
}

/// Where the signature of a tar archive stands.
const USTAR: usize = 257;

/// How many bytes of a file are enough to know an archive by.
pub(super) const ARCHIVE_START: usize = 512;

/// Which archive begins with `start`.
pub(super) fn archive(start: &[u8]) -> Option<Archive> {
    if start.starts_with(b"\x1f\x8b") {
        Some(Archive::Gzip)
    } else if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        Some(Archive::Zip)
    } else if start.starts_with(b"WARC/") {
        Some(Archive::Warc)
    } else if start.get(USTAR..).is_some_and(|rest| rest.starts_with(b"ustar")) {
        Some(Archive::Tar)
    } else {
        None
    }
}

/// How a PDF begins, and in how many bytes: some programs put a line of their own before it.
const PDF: &[u8] = b"%PDF-";
const PDF_BEGINS_WITHIN: usize = 1024;

/// Whether `bytes` are a PDF.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    let start = bytes.get(..PDF_BEGINS_WITHIN).unwrap_or(bytes);
    find(start, PDF).is_some_and(|place| start.get(..place).is_some_and(is_no_prose))
}

/// Whether what stands before the sign of a PDF is none of an article that tells of one.
fn is_no_prose(before: &[u8]) -> bool {
    before.is_empty() || !before.is_ascii() || before.iter().all(|byte| !byte.is_ascii_alphabetic())
}

/// How an RTF document begins.
pub(super) const RTF: &[u8] = b"{\\rtf";

/// Whether `bytes` are a mailbox.
pub(super) fn is_mailbox(bytes: &[u8]) -> bool {
    let Some(rest) = bytes.strip_prefix(MESSAGE) else {
        return false;
    };
    let line_end = memchr::memchr(b'\n', rest);
    line_end
        .and_then(|end| rest.get(end + 1..))
        .is_some_and(begins_with_header)
}

/// Whether `bytes` are a message: they begin with headers, and some of them are those of mail, or the name says so.
pub(super) fn is_message(bytes: &[u8], path: Option<&Path>) -> bool {
    let extension = path.and_then(Path::extension).map(OsStr::to_ascii_lowercase);
    if extension.is_some_and(|extension| NAMES_OF_MAIL.iter().any(|name| extension == *name)) {
        return begins_with_header(bytes);
    }
    let mut told = false;
    for line in bytes.split(|byte| *byte == b'\n').take(HEAD_LINES) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(name) = header_name(line) else {
            return false;
        };
        let name = String::from_utf8_lossy(name).to_lowercase();
        told |= OF_MAIL.contains(&name.as_str());
    }
    told
}

/// Whether `bytes` begin with a line such as `Subject: …`.
fn begins_with_header(bytes: &[u8]) -> bool {
    let line = bytes.split(|byte| *byte == b'\n').next();
    line.is_some_and(|line| header_name(line).is_some())
}

/// The name of the header in `line`.
fn header_name(line: &[u8]) -> Option<&[u8]> {
    let name = line.get(..memchr::memchr(b':', line)?)?;
    let is_name = !name.is_empty() && name.iter().all(u8::is_ascii_graphic);
    is_name.then_some(name)
}

/// Whether `bytes` are a feed.
pub(super) fn is_feed(bytes: &[u8]) -> bool {
    match xml::root(bytes).as_deref() {
        Some("rss" | "feed" | "RDF") => true,
        Some(_) => false,
        None => {
            let start = bytes.get(..GLANCE).unwrap_or(bytes);
            let is_json = start.trim_ascii_start().starts_with(b"{");
            is_json && find(start, b"jsonfeed.org/version").is_some()
        }
    }
}

/// Keys that only an item of an agency has, of any version of ninjs; this many of them make one.
pub(super) const KEYS_OF_NINJS: &[&str] = &[
    "uri",
    "headline",
    "headlines",
    "body_text",
    "body_xhtml",
    "body_html",
    "bodies",
    "versioncreated",
    "versionCreated",
    "firstcreated",
    "firstCreated",
    "contentCreated",
    "pubstatus",
    "pubStatus",
    "slugline",
    "representationtype",
    "representationType",
    "infosource",
    "infoSources",
];

/// See [`KEYS_OF_NINJS`].
pub(super) const ENOUGH_KEYS: usize = 3;

/// Whether JSON begins that seems to have items of an agency in it.
pub(super) fn begins_ninjs(start: &[u8]) -> bool {
    let has = |key: &&&str| find(start, format!("\"{key}\"").as_bytes()).is_some();
    let is_json = start.trim_ascii_start().starts_with(b"{") || start.trim_ascii_start().starts_with(b"[");
    is_json && KEYS_OF_NINJS.iter().filter(has).count() >= ENOUGH_KEYS
}

/// Whether `text` is JSON: objects or lists of them, one or several after each other.
pub(super) fn is_json(text: &str) -> bool {
    let begins = text.trim_start().starts_with(['{', '[']) && text.contains('"');
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>();
    begins && values.all(|value| value.is_ok())
}

/// Whether `bytes` are `NewsML-G2`.
pub(super) fn is_newsml(bytes: &[u8]) -> bool {
    matches!(xml::root(bytes).as_deref(), Some("newsItem" | "newsMessage"))
}
