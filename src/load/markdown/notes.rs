//! What programs that keep notes put around an article: a table of properties, an excerpt, highlights.

use super::blocks::Block;
use crate::briefing::{Article, CleanText};
use crate::load::front_matter::{self, Entries};
use crate::load::metadata::{self, Field, NAMES};

/// An excerpt and a table of properties stand among as many paragraphs at the head.
const HEAD: usize = 8;

/// Headings of what is put around an article (`MarkDownload`, Readwise).
const EXCERPT: &str = "Excerpt";
const PROPERTIES: &str = "Metadata";
const WHOLE: &str = "Full Document";
const HIGHLIGHTS: &str = "Highlights";

/// What a highlight ends with.
const LINK_OF_HIGHLIGHT: &str = "(View Highlight)";

/// How what a reader wrote below a highlight begins.
const REMARKS: [&str; 2] = ["Note: ", "Tags: "];

/// Fields of properties that have other names elsewhere: that name.
const OTHER_NAMES: &[(&str, &str)] = &[("full title", "title")];

/// Fields with which Joplin ends a note, and what they are elsewhere. Its `source` is the program.
const JOPLIN: &[(&str, &str)] = &[
    ("author", "author"),
    ("source_url", "source_url"),
    ("created_time", "created"),
];

/// `text` without the properties with which Joplin ends a note, and what of them is of use.
pub(super) fn without_properties(text: &str) -> (&str, Option<Entries>) {
    let read = || -> Option<(&str, Entries)> {
        let (before, last) = text.trim_end().rsplit_once("\n\n")?;
        let mut lines = last.lines();
        let first = lines.next()?.strip_prefix("id: ")?;
        let is_note = first.len() == 32 && first.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_whole = lines.next_back()?.starts_with("type_: ");
        if !is_note
            || !is_whole
            || last
                .lines()
                .any(|line| !line.contains(": ") && !line.ends_with(':'))
        {
            return None;
        }
        let entries = front_matter::read_lines(last)?.into_iter();
        let known = entries.filter_map(|(name, value)| {
            let (_, elsewhere) = JOPLIN.iter().find(|(known, _)| *known == name)?;
            Some(((*elsewhere).to_owned(), value))
        });
        Some((before, known.collect()))
    };
    read().map_or((text, None), |(before, entries)| (before, Some(entries)))
}

/// Takes what programs put around an article out of `blocks`, and what it tells into `article`.
pub(super) fn take(blocks: &mut Vec<Block>, article: &mut Article) {
    take_excerpt(blocks, article);
    if take_properties(blocks, article) {
        take_highlights(blocks, article);
    }
}

/// The excerpt of `MarkDownload`: a quotation of a heading and a paragraph.
fn take_excerpt(blocks: &mut Vec<Block>, article: &mut Article) {
    let is_excerpt = |block: &Block| block.quoted && block.heading.is_some() && block.words == EXCERPT;
    let Some(place) = blocks.iter().take(HEAD).position(is_excerpt) else {
        return;
    };
    blocks.remove(place);
    let is_told = |block: &Block| {
        article
            .standfirst
            .as_ref()
            .is_none_or(|told| block.words == **told)
    };
    if blocks
        .get(place)
        .is_some_and(|block| block.quoted && is_told(block))
    {
        let excerpt = blocks.remove(place);
        metadata::fill(article, Field::Standfirst, &excerpt.words);
    }
}

/// The properties of Readwise: a heading, and below it a list of `Name: value` alone. Tells whether there were any.
fn take_properties(blocks: &mut Vec<Block>, article: &mut Article) -> bool {
    let is_properties = |block: &Block| block.heading.is_some() && block.words == PROPERTIES;
    let Some(start) = blocks.iter().take(HEAD).position(is_properties) else {
        return false;
    };
    let fields = blocks.iter().skip(start + 1);
    let count = fields.clone().take_while(|block| block.heading.is_none()).count();
    let told: Option<Vec<(String, String)>> =
        fields.take(count).map(|block| property(&block.words)).collect();
    let Some(told) = told.filter(|told| !told.is_empty()) else {
        return false;
    };
    for (name, value) in told {
        if let Some((_, field)) = NAMES.iter().find(|(known, _)| *known == name) {
            metadata::fill(article, *field, &value);
        }
    }
    blocks.drain(start..=start + count);
    true
}

/// "Full Title: Bridge shut": the name of the field in lower case, and its value.
fn property(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim().to_lowercase();
    let known = OTHER_NAMES.iter().find(|(other, _)| *other == name);
    let is_name = name.split_whitespace().count() <= 3;
    is_name.then(|| {
        (
            known.map_or(name, |(_, elsewhere)| (*elsewhere).to_owned()),
            value.trim().to_owned(),
        )
    })
}

/// The highlights of Readwise stand below the whole document, whose words they are, or alone.
fn take_highlights(blocks: &mut Vec<Block>, article: &mut Article) {
    let whole = section(blocks, WHOLE);
    let highlights = section(blocks, HIGHLIGHTS)
        .filter(|start| whole.is_none_or(|whole| whole < *start) && are_highlights(blocks, *start));
    if let Some(start) = highlights {
        if whole.is_some() {
            blocks.truncate(start);
            article.notes.push(CleanText::line(
                "The list of highlights below the text was left out: they are words of the text.",
            ));
        } else {
            blocks.remove(start);
            take_remarks(blocks, start, article);
            for block in blocks.iter_mut().skip(start) {
                if let Some(words) = block.words.strip_suffix(LINK_OF_HIGHLIGHT) {
                    block.words.truncate(words.trim_end().len());
                }
            }
            blocks.retain(|block| !block.words.is_empty());
        }
    }
    if let Some(whole) = whole {
        blocks.remove(whole);
    }
}

/// Leaves out what the reader wrote below the highlights from `start` on.
fn take_remarks(blocks: &mut Vec<Block>, start: usize, article: &mut Article) {
    let is_remark = |block: &Block| REMARKS.iter().any(|label| block.words.starts_with(label));
    let before = blocks.len();
    let mut place = 0;
    let mut is_below = false;
    blocks.retain(|block| {
        let is_left_out = place >= start && is_below && is_remark(block);
        is_below = is_left_out || block.words.ends_with(LINK_OF_HIGHLIGHT);
        place += 1;
        !is_left_out
    });
    let count = before - blocks.len();
    if count > 0 {
        article.notes.push(CleanText::line(&format!(
            "What a reader wrote below the highlights was left out: {count}."
        )));
    }
}

/// Whether the section at `start` is a list of highlights, and no part of the article that is called so.
fn are_highlights(blocks: &[Block], start: usize) -> bool {
    let mut below = blocks.iter().skip(start + 1);
    below.any(|block| block.words.ends_with(LINK_OF_HIGHLIGHT))
}

/// Where the last section called `name` begins.
fn section(blocks: &[Block], name: &str) -> Option<usize> {
    blocks
        .iter()
        .rposition(|block| block.heading.is_some() && block.words == name)
}
