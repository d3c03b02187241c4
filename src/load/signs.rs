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
const NAMES_OF_MAIL: &[&str] = &["eml", "emlx", "mht", "mhtml"];

/// Endings of names of messages that are web pages somebody saved.
const NAMES_OF_PAGES: &[&str] = &["mht", "mhtml"];

/// The ending of names of messages as Outlook keeps them.
const NAME_OF_OUTLOOK: &str = "msg";

/// How old documents of Microsoft's programs begin, and, in the letters of their directory, what only a message of
/// Outlook has in it.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const IN_OUTLOOK: &[u8] = b"_\0_\0n\0a\0m\0e\0i\0d\0_\0v\0e\0r\0s\0i\0o\0n\0";

/// The most digits of the count of bytes before a message of Apple Mail.
const COUNT_DIGITS: usize = 12;

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

/// How a PDF begins and ends. Some programs put a line of their own before it, and bytes of their own after it: each is
/// looked for in so many bytes.
const PDF: &[u8] = b"%PDF-";
const PDF_END: &[u8] = b"%%EOF";
const PDF_EDGE: usize = 1024;

/// Whether `bytes` are a PDF, and no article that tells of one.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    let start = bytes.get(..PDF_EDGE).unwrap_or(bytes);
    let end = bytes
        .get(bytes.len().saturating_sub(PDF_EDGE)..)
        .unwrap_or_default();
    find(start, PDF).is_some_and(|place| {
        let before = start.get(..place).unwrap_or_default();
        let is_alone = !before
            .iter()
            .any(|byte| byte.is_ascii_graphic() || !byte.is_ascii());
        is_alone || (before.ends_with(b"\n") && find(end, PDF_END).is_some())
    })
}

/// How an RTF document begins.
pub(super) const RTF: &[u8] = b"{\\rtf";

/// Whether `bytes` are a mailbox.
pub(super) fn is_mailbox(bytes: &[u8]) -> bool {
    begins_message(bytes, true)
}

/// Whether a message of a mailbox begins with `bytes`, which stand after a blank line or not. In a letter there are lines
/// such as "From our website:", so that the line must tell when the message came, or what follows be a header that
/// hardly anything but mail has.
pub(super) fn begins_message(bytes: &[u8], after_blank: bool) -> bool {
    let Some(rest) = bytes.strip_prefix(MESSAGE) else {
        return false;
    };
    let Some(end) = memchr::memchr(b'\n', rest.get(..LONGEST_POSTMARK).unwrap_or(rest)) else {
        return false;
    };
    let (postmark, after) = rest.split_at(end);
    let header = after.get(1..).and_then(first_header);
    header.is_some_and(|name| is_dated(postmark) || (after_blank && is_of_mail(name)))
}

/// The longest line that parts the messages of a mailbox.
const LONGEST_POSTMARK: usize = 1000;

/// Whether `postmark`, what follows "From ", has both a time and a year in it.
fn is_dated(postmark: &[u8]) -> bool {
    let mut words = postmark.split(u8::is_ascii_whitespace);
    let is_year = |word: &[u8]| word.len() == 4 && word.iter().all(u8::is_ascii_digit);
    let is_time = |word: &[u8]| {
        word.contains(&b':')
            && word.iter().all(|byte| byte.is_ascii_digit() || *byte == b':')
            && word.first().is_some_and(u8::is_ascii_digit)
    };
    let is_told = |(year, time), word| (year || is_year(word), time || is_time(word));
    words.by_ref().fold((false, false), is_told) == (true, true)
}

/// What there is of a message of Apple Mail: a line with the count of its bytes stands before it, and after it what the
/// program knows of it.
pub(super) fn apple_message<'b>(bytes: &'b [u8], path: Option<&Path>) -> Option<&'b [u8]> {
    let start = bytes.get(..COUNT_DIGITS).unwrap_or(bytes);
    let line_end = memchr::memchr(b'\n', start)?;
    let count = std::str::from_utf8(bytes.get(..line_end)?).ok()?.trim();
    let is_count = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
    let count: usize = is_count.then(|| count.parse().ok()).flatten()?;
    let rest = bytes.get(line_end + 1..)?;
    let message = rest.get(..count).unwrap_or(rest);
    is_message(message, path).then_some(message)
}

/// Whether a file called `path` is a web page that somebody saved as a message, by its name.
pub(super) fn is_named_as_page(path: Option<&Path>) -> bool {
    has_ending(path, NAMES_OF_PAGES)
}

/// Whether `bytes` are a message as Outlook keeps it.
pub(super) fn is_of_outlook(bytes: &[u8], path: Option<&Path>) -> bool {
    bytes.starts_with(COMPOUND) && (has_ending(path, &[NAME_OF_OUTLOOK]) || find(bytes, IN_OUTLOOK).is_some())
}

fn has_ending(path: Option<&Path>, endings: &[&str]) -> bool {
    let extension = path.and_then(Path::extension).map(OsStr::to_ascii_lowercase);
    extension.is_some_and(|extension| endings.iter().any(|ending| extension == *ending))
}

/// Whether `bytes` are a message: they begin with headers, and some of them are those of mail, or the name says so.
pub(super) fn is_message(bytes: &[u8], path: Option<&Path>) -> bool {
    if has_ending(path, NAMES_OF_MAIL) {
        return first_header(bytes).is_some();
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
        told |= is_of_mail(name);
    }
    told
}

/// The name of the header that `bytes` begin with, which is a line such as `Subject: …`.
fn first_header(bytes: &[u8]) -> Option<&[u8]> {
    header_name(bytes.split(|byte| *byte == b'\n').next()?)
}

/// The name of the header in `line`; an address such as `https://…` is none.
fn header_name(line: &[u8]) -> Option<&[u8]> {
    let (name, value) = line.split_at(memchr::memchr(b':', line)?);
    let is_name = !name.is_empty() && name.iter().all(u8::is_ascii_graphic);
    (is_name && !value.starts_with(b"://")).then_some(name)
}

/// Whether hardly anything but mail has a header of this name.
fn is_of_mail(name: &[u8]) -> bool {
    let name = String::from_utf8_lossy(name).to_lowercase();
    OF_MAIL.contains(&name.as_str())
}

/// `bytes` without the mark that many a program puts before UTF-8.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Whether `bytes` are a feed.
pub(super) fn is_feed(bytes: &[u8]) -> bool {
    match xml::root(bytes).as_deref() {
        Some("rss" | "feed" | "RDF") => true,
        Some(_) => false,
        None => {
            let start = bytes.get(..GLANCE).unwrap_or(bytes);
            let is_json = without_mark(start).trim_ascii_start().starts_with(b"{");
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
    let words = without_mark(start).trim_ascii_start();
    let is_json = words.starts_with(b"{") || words.starts_with(b"[");
    is_json && KEYS_OF_NINJS.iter().filter(has).count() >= ENOUGH_KEYS
}

/// Whether `text` is JSON: objects or lists of them, one or several after each other.
pub(super) fn is_json(text: &str) -> bool {
    let words = text.trim();
    let is_empty = matches!(words, "[]" | "{}");
    let begins = is_empty || (words.starts_with(['{', '[']) && words.contains('"'));
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>();
    begins && values.all(|value| value.is_ok())
}

/// Whether `text` is JSON that ends in the midst of an object.
pub(super) fn is_cut_json(text: &str) -> bool {
    let inner = text.trim_start().strip_prefix('[').unwrap_or(text).trim_start();
    let opens = inner.strip_prefix('{').map(str::trim_start);
    let begins = opens.is_some_and(|inner| inner.starts_with('"'));
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>();
    begins && values.any(|value| value.is_err_and(|error| error.is_eof()))
}

/// Whether `bytes` are `NewsML-G2`.
pub(super) fn is_newsml(bytes: &[u8]) -> bool {
    matches!(xml::root(bytes).as_deref(), Some("newsItem" | "newsMessage"))
}
