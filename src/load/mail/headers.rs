//! The headers of a message: as long as they may be, and their words whole.

use std::borrow::Cow;
use std::fmt::Write as _;

use encoding_rs::Encoding;
use mailparse::{MailHeader, MailHeaderMap as _, ParsedMail, addrparse_header, parse_header};

use super::base64;
use crate::briefing::{CleanText, Published};
use crate::load::{date_line, decode};

/// The longest header that is read, in bytes. `mailparse` takes the square of the length of what is encoded badly.
const LONGEST_HEADER: usize = 8 * 1024;

/// How the headers begin that `mailparse` reads of every part without being asked to.
const OF_PARTS: &[u8] = b"content-";

/// `message` without those headers of its parts that are too long: it must not be parsed with them.
pub(super) fn bounded(message: &[u8]) -> Cow<'_, [u8]> {
    let mut out: Vec<u8> = Vec::new();
    let mut kept = 0;
    let mut start = 0;
    while start < message.len() {
        let rest = message.get(start..).unwrap_or_default();
        let is_of_part = rest
            .get(..OF_PARTS.len())
            .is_some_and(|name| name.eq_ignore_ascii_case(OF_PARTS));
        let length = if is_of_part {
            header_length(rest)
        } else {
            line_length(rest)
        };
        if is_of_part && length > LONGEST_HEADER {
            out.extend_from_slice(message.get(kept..start).unwrap_or_default());
            kept = start + length;
        }
        start += length;
    }
    if kept == 0 {
        return Cow::Borrowed(message);
    }
    out.extend_from_slice(message.get(kept..).unwrap_or_default());
    Cow::Owned(out)
}

/// How long the first line of `bytes` is, with its end.
fn line_length(bytes: &[u8]) -> usize {
    memchr::memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1)
}

/// How long the header is that `bytes` begin with, which goes on in lines that are set in.
fn header_length(bytes: &[u8]) -> usize {
    let mut length = line_length(bytes);
    while let Some(rest) = bytes.get(length..)
        && (rest.starts_with(b" ") || rest.starts_with(b"\t"))
    {
        length += line_length(rest);
    }
    length
}

/// What `read` makes of the first header called `name`; one that is too long is none.
fn told<T>(mail: &ParsedMail<'_>, name: &str, read: impl FnOnce(&MailHeader<'_>) -> T) -> Option<T> {
    let value = mail.headers.get_first_header(name)?.get_value_raw();
    if value.len() > LONGEST_HEADER {
        return None;
    }
    let line = format!("{name}: {}", joined(&decode::lossy(value)));
    let (header, _) = parse_header(line.as_bytes()).ok()?;
    Some(read(&header))
}

/// The words of the first header called `name`.
pub(super) fn header(mail: &ParsedMail<'_>, name: &str) -> Option<String> {
    told(mail, name, |header| {
        let value = header.get_value();
        (!value.trim().is_empty()).then_some(value)
    })?
}

pub(super) fn line(mail: &ParsedMail<'_>, name: &str) -> Option<CleanText> {
    header(mail, name).map(|value| CleanText::line(&value))
}

/// What a message is known by.
pub(super) fn identity(mail: &ParsedMail<'_>) -> String {
    let told = header(mail, "Message-ID").unwrap_or_else(|| {
        let parts = ["Subject", "Date"].map(|name| header(mail, name).unwrap_or_default());
        parts.join(" ")
    });
    told.trim().to_owned()
}

/// When it was sent.
pub(super) fn sent(mail: &ParsedMail<'_>) -> Option<Published> {
    let date = header(mail, "Date")?;
    // "Thu, 4 Sep 2025 14:30:00 +0200 (CEST)"
    date_line::published(date.split('(').next()?)
}

/// The address of the page that it is.
pub(super) fn address(mail: &ParsedMail<'_>) -> Option<CleanText> {
    ["Snapshot-Content-Location", "Content-Location"]
        .into_iter()
        .filter_map(|name| line(mail, name))
        .find(|address| address.starts_with("https://") || address.starts_with("http://"))
}

/// Who sent it, by name where there is one.
pub(super) fn sender(mail: &ParsedMail<'_>) -> Option<String> {
    told(mail, "From", |header| {
        let told = addrparse_header(header).ok().and_then(|addresses| {
            let single = addresses.iter().find_map(|address| match address {
                mailparse::MailAddr::Single(single) => Some(single.clone()),
                mailparse::MailAddr::Group(_) => None,
            })?;
            Some(single.display_name.unwrap_or(single.addr))
        });
        told.unwrap_or_else(|| header.get_value())
    })
}

/// An encoded word: `=?utf-8?Q?caf=C3=A9?=`.
struct Word<'v> {
    charset: &'v str,
    bytes: Vec<u8>,
    /// How long it is.
    length: usize,
}

/// How many signs an encoded word has around and between its three parts.
const MARKS: usize = 6;

/// `value` with its encoded words written anew: those of one charset that stand side by side as one, for many a program
/// cuts them in the middle of a letter, and each in the charset that it is in, whatever it says.
fn joined(value: &str) -> Cow<'_, str> {
    if !value.contains("=?") {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len() * 2);
    let mut rest = value;
    while let Some(place) = rest.find("=?") {
        let (before, words) = rest.split_at(place);
        out.push_str(before);
        let is_apart = before.is_empty() || before.ends_with(is_boundary);
        rest = if let Some((text, after)) = run(words).filter(|_| is_apart) {
            out.push_str("=?utf-8?Q?");
            for byte in text.bytes() {
                // Writing to a string never fails.
                let _ = write!(out, "={byte:02X}");
            }
            out.push_str("?=");
            after
        } else {
            out.push_str("=?");
            words.get(2..).unwrap_or_default()
        };
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What may stand before and after an encoded word.
fn is_boundary(character: char) -> bool {
    character.is_whitespace() || matches!(character, '"' | '(' | ')' | '<' | '>' | ',')
}

/// The text of the encoded words of one charset that `rest` begins with, and what comes after them.
fn run(rest: &str) -> Option<(String, &str)> {
    let first = word(rest)?;
    let mut bytes = first.bytes;
    let mut after = rest.get(first.length..)?;
    while let Some(next) = word(after.trim_start()).filter(|next| {
        next.charset.eq_ignore_ascii_case(first.charset) && after.starts_with(char::is_whitespace)
    }) {
        bytes.extend(next.bytes);
        after = after.trim_start().get(next.length..)?;
    }
    let is_apart = after.is_empty() || after.starts_with(is_boundary);
    let text = decode::lossy(&decode::as_told(&bytes, first.charset)).into_owned();
    (is_apart && !text.is_empty()).then_some((text, after))
}

/// The encoded word that `rest` begins with.
fn word(rest: &str) -> Option<Word<'_>> {
    let inner = rest.strip_prefix("=?")?;
    let mut parts = inner.splitn(4, '?');
    let (told, coding, payload) = (parts.next()?, parts.next()?, parts.next()?);
    let _ = parts.next()?.strip_prefix('=')?;
    // "utf-8*en": after the mark stands the language.
    let charset = told.split('*').next()?;
    let bytes = match coding {
        "B" | "b" => base64::decoded(payload.as_bytes()),
        "Q" | "q" => unquoted(payload),
        _ => return None,
    };
    // What is no charset of the web (UTF-7) is left to `mailparse`.
    let is_known = Encoding::for_label(charset.as_bytes()).is_some() || std::str::from_utf8(&bytes).is_ok();
    (is_known && !charset.eq_ignore_ascii_case("utf-7")).then(|| Word {
        charset,
        bytes,
        length: told.len() + coding.len() + payload.len() + MARKS,
    })
}

/// The bytes of a word in which `_` is a space and `=` stands before a byte in hexadecimal digits.
fn unquoted(payload: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(payload.len());
    let mut rest = payload.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        rest = match (first, byte) {
            (b'=', Some(byte)) => {
                bytes.push(byte);
                after.get(2..).unwrap_or_default()
            }
            (b'_', _) => {
                bytes.push(b' ');
                after
            }
            _ => {
                bytes.push(*first);
                after
            }
        };
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_side_by_side_are_one() {
        let read = |value: &str| {
            let line = format!("Subject: {}", joined(value));
            let (header, _) = parse_header(line.as_bytes()).ok()?;
            Some(header.get_value())
        };
        for (value, expected) in [
            ("=?utf-8?B?Y2Fmw6k=?= shut", "café shut"),
            ("=?utf-8?B?Y2Fmww==?=\r\n =?UTF-8?B?qQ==?=", "café"),
            ("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9_shut?=", "café shut"),
            ("=?iso-8859-1*en?Q?caf=E9?= =?utf-8?Q?=C3=A9?=", "caféé"),
            ("=?iso-8859-1?Q?caf=C3=A9?=", "café"),
            ("=?unknown-8bit?Q?caf=C3=A9?=", "café"),
            ("=?utf-8?Q?half", "=?utf-8?Q?half"),
            ("a =? b ?= c", "a =? b ?= c"),
            ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
        ] {
            assert_eq!(read(value).as_deref(), Some(expected), "{value}");
        }
    }

    #[test]
    fn headers_of_parts_that_are_too_long_go() {
        let long = " =?".repeat(LONGEST_HEADER);
        let message = format!(
            "Subject: x\nContent-Type: text/plain{long}\n folded\nTo: y\n\n--b\nCONTENT-ID:{long}\n\nText.\n"
        );
        let left = "Subject: x\nTo: y\n\n--b\n\nText.\n";
        assert_eq!(bounded(message.as_bytes()), left.as_bytes());
        assert!(matches!(bounded(left.as_bytes()), Cow::Borrowed(_)));
    }
}
