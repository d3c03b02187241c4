//! Which format some content is in: by what it says first, then by the name of its file.

use std::path::Path;

use crate::briefing::Format;
use crate::load::decode::decode;
use crate::load::{elements, front_matter};

/// The format of `text`, which came from the file `path`.
pub(super) fn format(text: &str, path: Option<&Path>) -> Format {
    let extension = path
        .and_then(Path::extension)
        .map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        _ if begins_as_page(text) => Format::Html,
        Some("htm" | "html" | "xhtml" | "shtml") => Format::Html,
        Some("toml") => Format::Toml,
        Some("md" | "markdown") => Format::Markdown,
        _ if begins_as_part_of_page(text) => Format::Html,
        _ if front_matter::is_there(text) => Format::Markdown,
        _ if begins_as_briefing(text) => Format::Toml,
        _ if begins_with_heading(text) => Format::Markdown,
        _ => Format::Text,
    }
}

/// How web pages begin.
const PAGE_OPENINGS: &[&str] = &["!doctype html", "html", "head", "body"];

/// Whether `text` begins as a web page does, after white space, comments and an XML declaration.
pub(super) fn begins_as_page(text: &str) -> bool {
    let is_page = |tag: &str| PAGE_OPENINGS.iter().any(|name| opens(tag, name));
    tag_at_start(text).is_some_and(is_page)
}

/// Whether `text` begins as a part of a page does, and is no XML of another kind.
fn begins_as_part_of_page(text: &str) -> bool {
    let is_part = |tag: &str| {
        let length = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = tag.get(..length.min(elements::LONGEST_NAME)).unwrap_or_default();
        elements::opens_part(&name.to_ascii_lowercase()) && opens(tag, name)
    };
    !text.trim_start().starts_with("<?xml") && tag_at_start(text).is_some_and(is_part)
}

/// What `text` begins with after white space, comments and an XML declaration, without its `<`.
fn tag_at_start(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    loop {
        let after = match rest.strip_prefix("<!--") {
            Some(comment) => comment.split_once("-->"),
            None => rest.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")),
        };
        match after {
            Some((_, after)) => rest = after.trim_start(),
            None => break,
        }
    }
    rest.strip_prefix('<')
}

/// Whether `tag` is one of the element called `name`.
fn opens(tag: &str, name: &str) -> bool {
    let parts = tag.split_at_checked(name.len());
    parts.is_some_and(|(start, after)| {
        let goes_on =
            after.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '-' || next == ':');
        start.eq_ignore_ascii_case(name) && !goes_on
    })
}

/// Whether the first line that is no comment opens a briefing: `format = 1`, `[article]`, `[[quotes]]` …
fn begins_as_briefing(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(is_briefing_line)
}

/// Whether `line` is one that a briefing begins with, be its bracket closed or not; files of other programs hardly do.
fn is_briefing_line(line: &str) -> bool {
    const OPENINGS: [&str; 5] = ["[article", "[[summary", "[[actors", "[[quotes", "[[timeline"];
    let line = line.trim();
    let rest = OPENINGS.iter().find_map(|opening| line.strip_prefix(opening));
    let opens = rest.is_some_and(|rest| rest.trim_start().is_empty() || rest.trim_start().starts_with(']'));
    let format = line.strip_prefix("format").map(str::trim_start);
    opens || format.is_some_and(|rest| rest.starts_with('='))
}

/// Whether the first line is a Markdown heading: `# Leaders meet in Paris`.
fn begins_with_heading(text: &str) -> bool {
    text.lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .and_then(|line| line.strip_prefix("# "))
        .is_some_and(|title| !title.trim().is_empty())
}

/// Whether the first bytes of a file look like text, in whatever encoding, and like no script.
pub fn looks_like_text(start: &[u8]) -> bool {
    !start.starts_with(b"#!") && decode(start).is_ok_and(|text| !text.trim().is_empty())
}

/// Whether the first bytes of a TOML file look like a briefing, even a broken one.
pub fn looks_like_briefing(start: &[u8]) -> bool {
    decode(start).is_ok_and(|text| text.lines().any(is_briefing_line))
}

/// Whether the first bytes of some content look like a web page, whatever it is called.
pub fn looks_like_page(start: &[u8]) -> bool {
    decode(start).is_ok_and(|text| begins_as_page(&text))
}
