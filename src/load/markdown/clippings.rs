//! What programs that clip pages write above an article without a fence around it: fields on lines of their own, and
//! links to themselves.

use std::borrow::Cow;

use crate::load::front_matter::{Entries, Loose};
use crate::load::metadata::{self, NAMES};

/// Fields stand among as many bytes at the head.
const HEAD: usize = 4096;

/// The most words of a field's name.
const LONGEST_NAME: usize = 3;

/// As many fields of one block must be known for it to be one of fields.
const FEWEST_KNOWN: usize = 2;

/// Fields that have other names elsewhere: that name.
const OTHER_NAMES: &[(&str, &str)] = &[("url source", "url"), ("published time", "published")];

/// The line of Jina Reader below which the article begins.
const CONTENT_OF_JINA: &str = "Markdown Content:";

/// The lines of Omnivore above an article: its tag, a link to itself, one to the page, a heading.
const TAG_OF_OMNIVORE: &str = "#Omnivore";
const LINK_OF_OMNIVORE: &str = "[Read on Omnivore](";
const LINK_TO_PAGE: &str = "[Read Original](";
const CONTENT_OF_OMNIVORE: &str = "## Content";

/// `text` without what a program wrote above the article, and what of that is of use.
pub(super) fn without_head(text: &str) -> (Cow<'_, str>, Entries) {
    let whole = || (Cow::Borrowed(text), Entries::new());
    let read = below_jina(text).or_else(|| below_fields(text));
    let read = read.map(|(entries, rest)| (Cow::Borrowed(rest), entries));
    read.or_else(|| below_heading(text))
        .or_else(|| without_omnivore(text))
        .unwrap_or_else(whole)
}

/// The first bytes of `text`.
fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text)
}

/// Jina Reader: fields with blank lines between them, and a line that ends them.
fn below_jina(text: &str) -> Option<(Entries, &str)> {
    let place = head(text).find(CONTENT_OF_JINA)?;
    let (above, below) = text.split_at_checked(place)?;
    let rest = below.strip_prefix(CONTENT_OF_JINA)?.strip_prefix('\n')?;
    let mut lines = above.lines().filter(|line| !line.trim().is_empty());
    Some((lines.try_fold(Entries::new(), added)?, rest))
}

/// Logseq: `name:: value` in the first lines, which may be set as the first item of a list.
fn below_fields(text: &str) -> Option<(Entries, &str)> {
    let text = text.trim_start_matches('\n');
    let mut entries = Entries::new();
    let mut rest = text.strip_prefix("- ").unwrap_or(text);
    while !rest.is_empty() {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        let field = line.trim().split_once("::");
        let Some((name, value)) = field.filter(|(name, value)| is_name(name) && is_apart(value)) else {
            break;
        };
        entries.push((known_as(name), Loose::of(value.trim())));
        rest = after;
    }
    (!entries.is_empty()).then_some((entries, rest))
}

/// Notion: a heading, and below it a block of `Name: value` alone. Lines that are metadata wherever they stand are read
/// as such.
fn below_heading(text: &str) -> Option<(Cow<'_, str>, Entries)> {
    let begun = text.trim_start();
    let heading = match begun.split_once('\n') {
        Some((first, _)) if first.starts_with("# ") => first.len(),
        _ => 0,
    };
    let (heading, below) = begun.split_at_checked(heading)?;
    let below = below.trim_start();
    let block = head(below).split("\n\n").next()?;
    let entries = block.lines().try_fold(Entries::new(), added)?;
    let is_known = |(name, _): &&(String, Loose)| NAMES.iter().any(|(known, _)| known == name);
    let is_told = block.lines().all(|line| metadata::read(line.trim()).is_some());
    let is_of_fields = entries.iter().filter(is_known).count() >= FEWEST_KNOWN;
    if is_told || !is_of_fields {
        return None;
    }
    let rest = below.get(block.len()..)?;
    Some((Cow::Owned(format!("{heading}\n\n{rest}")), entries))
}

fn without_omnivore(text: &str) -> Option<(Cow<'_, str>, Entries)> {
    let end = head(text).find(LINK_OF_OMNIVORE)?;
    let after = text.get(end..)?;
    let (links, rest) = after.split_once("\n\n").unwrap_or((after, ""));
    let link = links
        .lines()
        .find_map(|line| line.trim().strip_prefix(LINK_TO_PAGE));
    let address = link.and_then(|link| link.trim_end().strip_suffix(')'));
    let entries = address.map(|address| ("url".to_owned(), Loose::of(address)));
    let above = text.get(..end)?.lines();
    let mut kept: Vec<&str> = above.filter(|line| line.trim() != TAG_OF_OMNIVORE).collect();
    let rest = rest.trim_start();
    kept.push(rest.strip_prefix(CONTENT_OF_OMNIVORE).unwrap_or(rest));
    Some((Cow::Owned(kept.join("\n")), entries.into_iter().collect()))
}

/// `entries` with the field that `line` is; `None` where it is none.
fn added(mut entries: Entries, line: &str) -> Option<Entries> {
    let (name, value) = line.trim().split_once(':')?;
    if !is_apart(value) || !is_name(name) {
        return None;
    }
    entries.push((known_as(name), Loose::of(value.trim())));
    Some(entries)
}

/// What a field called `name` is called elsewhere.
fn known_as(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let known = OTHER_NAMES.iter().find(|(other, _)| *other == name);
    known.map_or(name, |(_, elsewhere)| (*elsewhere).to_owned())
}

/// Whether a value stands apart from the name before it, as in no path of a program (`std::fs`).
fn is_apart(value: &str) -> bool {
    value.is_empty() || value.starts_with(char::is_whitespace)
}

fn is_name(name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '_' | '-');
    name.starts_with(char::is_alphabetic)
        && name.chars().all(is_part)
        && name.split_whitespace().count() <= LONGEST_NAME
}

#[cfg(test)]
mod tests {
    use super::without_head;

    /// What is left, and the fields.
    fn read(text: &str) -> (String, Vec<(String, String)>) {
        let (rest, entries) = without_head(text);
        let entries = entries.into_iter().map(|(name, value)| (name, value.words()));
        (rest.trim().to_owned(), entries.collect())
    }

    #[test]
    fn fields_at_the_head_are_read_line_by_line() {
        let title = ("title", "Bridge shut");
        let url = ("url", "https://post.example/a");
        for (text, rest, told) in [
            (
                "Title: Bridge shut\n\nURL Source: https://post.example/a\n\nMarkdown Content:\nIt closed.\n",
                "It closed.",
                &[title, url][..],
            ),
            (
                "- title:: Bridge shut\n  by:: [[Ida Holm]]\n- It closed.",
                "- It closed.",
                &[title, ("by", "Ida Holm")],
            ),
            (
                "# Bridge shut\n\nURL: https://post.example/a\nAuthor: Ida Holm\nTags: floods\n\nIt closed.",
                "# Bridge shut\n\n\n\nIt closed.",
                &[url, ("author", "Ida Holm"), ("tags", "floods")],
            ),
            (
                "# Bridge shut\n#Omnivore\n\n[Read on Omnivore](https://o.example/x)\n[Read \
                 Original](https://post.example/a)\n\n## Content\n\nIt closed.",
                "# Bridge shut\n\n\n\nIt closed.",
                &[url],
            ),
        ] {
            let (left, entries) = read(text);
            let entries: Vec<(&str, &str)> =
                entries.iter().map(|(name, value)| (&**name, &**value)).collect();
            assert_eq!((left.as_str(), entries.as_slice()), (rest, told), "{text}");
        }
    }

    #[test]
    fn lines_of_a_story_are_no_fields() {
        for text in [
            "Q: Is it shut?\nA: It is.\n\nIt closed.",
            "# Bridge shut\n\nHolm: It leaks.\nAas: It does not.",
            "# Bridge shut\n\nBy: Ida Holm\nSource: Post\n\nIt closed.",
            "The mayor said: std::fs is no bridge.",
            "std::fs is no bridge.",
            "",
        ] {
            assert_eq!(read(text), (text.to_owned(), Vec::new()), "{text}");
        }
    }
}
