//! Which format some content is in: by what it says first, then by the name of its file.

use std::path::Path;

use crate::briefing::Format;
use crate::load::decode::decode;
use crate::load::front_matter;

/// The format of `text`, which came from the file `path`.
pub(super) fn format(text: &str, path: Option<&Path>) -> Format {
    let extension = path
        .and_then(Path::extension)
        .map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("toml") => Format::Toml,
        Some("md" | "markdown") => Format::Markdown,
        _ if front_matter::is_there(text) => Format::Markdown,
        _ if begins_as_briefing(text) => Format::Toml,
        _ if begins_with_heading(text) => Format::Markdown,
        _ => Format::Text,
    }
}

/// Whether the first line that is no comment opens a briefing: `format = 1`, `[article]`, `[[quotes]]` …
fn begins_as_briefing(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(is_briefing_line)
}

fn is_briefing_line(line: &str) -> bool {
    let line = line.trim();
    let section = |name: &str| ["summary", "actors", "quotes", "timeline"].contains(&name.trim());
    match line.strip_prefix("[[").and_then(|line| line.split_once("]]")) {
        Some((name, _)) => section(name),
        None => {
            line.strip_prefix('[')
                .and_then(|line| line.split_once(']'))
                .is_some_and(|(name, _)| name.trim() == "article")
                || line
                    .strip_prefix("format")
                    .is_some_and(|rest| rest.trim_start().starts_with('='))
        }
    }
}

/// Whether the first line is a Markdown heading: `# Leaders meet in Paris`.
fn begins_with_heading(text: &str) -> bool {
    text.lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .and_then(|line| line.strip_prefix("# "))
        .is_some_and(|title| !title.trim().is_empty())
}

/// Whether the first bytes of a file look like text, in whatever encoding.
pub fn looks_like_text(start: &[u8]) -> bool {
    decode(start).is_ok_and(|text| !text.trim().is_empty())
}

/// Whether the first bytes of a TOML file look like a briefing, even a broken one.
pub fn looks_like_briefing(start: &[u8]) -> bool {
    decode(start).is_ok_and(|text| text.lines().any(is_briefing_line))
}
