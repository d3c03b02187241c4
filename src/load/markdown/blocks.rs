//! Markdown → plain paragraphs, with what is known of each.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::marks;
use crate::load::metadata;
use crate::load::paragraphs::single_spaced;

/// In as many paragraphs at the head, lines may stand that are metadata each.
const HEAD: usize = 8;

/// A plain paragraph.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// In one line, never empty.
    pub(super) words: String,
    /// The level of a heading.
    pub(super) heading: Option<u8>,
    /// It is set as a quotation.
    pub(super) quoted: bool,
}

/// The paragraphs of `markdown`.
pub(super) fn read(markdown: &str) -> Vec<Block> {
    let mut plain = Plain::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(markdown, options) {
        plain.take(event);
    }
    plain.end_paragraph();
    plain.blocks
}

/// Plain paragraphs in the making.
#[derive(Default)]
struct Plain {
    blocks: Vec<Block>,
    current: String,
    /// How many images deep: their texts are dropped.
    images: usize,
    /// How many quotations deep.
    quotes: usize,
    /// Within a block of code, whose lines stay apart.
    code: bool,
    /// Within an HTML element whose content is no text.
    hidden: Option<&'static str>,
}

/// HTML elements whose content nobody reads.
const HIDDEN: [&str; 2] = ["script", "style"];

/// HTML elements that stand in paragraphs of their own.
const APART: [&str; 28] = [
    "article",
    "aside",
    "blockquote",
    "br",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "tr",
    "ul",
];

impl Plain {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if self.images == 0 && self.hidden.is_none() => {
                if self.code {
                    for line in text.lines() {
                        self.current.push_str(line);
                        self.end_paragraph();
                    }
                } else {
                    self.current.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak => self.current.push('\n'),
            Event::Rule => self.end_paragraph(),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Image { .. } => self.images += 1,
            Tag::CodeBlock(_) => {
                self.end_paragraph();
                self.code = true;
            }
            Tag::BlockQuote(_) => {
                self.end_paragraph();
                self.quotes += 1;
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => {}
            Tag::TableCell => self.current.push(' '),
            // Whatever else opens is a block, and what stood before it in the same item is a paragraph of its own.
            _ => self.end_paragraph(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::TableCell => {}
            TagEnd::Heading(level) => {
                let words = single_spaced(&marks::plain(&std::mem::take(&mut self.current)));
                self.push(words, Some(level));
            }
            TagEnd::BlockQuote(_) => {
                self.end_paragraph();
                self.quotes = self.quotes.saturating_sub(1);
            }
            _ => {
                self.end_paragraph();
                self.code = false;
            }
        }
    }

    /// Tags are dropped, the text between them stays; a line break or the end of a block parts words.
    fn html(&mut self, html: &str) {
        let mut rest = html;
        loop {
            if let Some(element) = self.hidden {
                let Some((_, after)) = rest.split_once(&format!("</{element}>")) else {
                    return;
                };
                self.hidden = None;
                rest = after;
            }
            let Some((text, tag)) = rest.split_once('<') else {
                self.current.push_str(rest);
                return;
            };
            self.current.push_str(text);
            if let Some(comment) = tag.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            self.hidden = HIDDEN.into_iter().find(|element| tag.starts_with(element));
            let name = tag.strip_prefix('/').unwrap_or(tag);
            if APART.iter().any(|element| is_element(name, element)) {
                self.end_paragraph();
            }
            rest = tag.split_once('>').map_or("", |(_, after)| after);
        }
    }

    /// Ends the paragraph. At the head its lines stay apart where each of them is metadata, as a byline and a date below
    /// it; elsewhere, where a line of the file ends means nothing.
    fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.current);
        if words.trim().is_empty() {
            return;
        }
        if self.code {
            return self.push(single_spaced(&words), None);
        }
        let mut words = words.as_str();
        if self.quotes > 0
            && let Some((title, after)) = marks::callout(words)
        {
            self.push(single_spaced(&marks::plain(title)), None);
            words = after;
        }
        let words = marks::plain(words);
        let lines = || words.lines().filter(|line| !line.trim().is_empty());
        let is_head = self.blocks.len() < HEAD && lines().nth(1).is_some() && are_metadata(lines());
        if is_head {
            for line in lines() {
                self.push(single_spaced(line), None);
            }
        } else {
            self.push(single_spaced(&words), None);
        }
    }

    fn push(&mut self, words: String, level: Option<HeadingLevel>) {
        if !words.is_empty() {
            self.blocks.push(Block {
                words,
                heading: level.map(number),
                quoted: self.quotes > 0,
            });
        }
    }
}

/// Whether each of `lines` is metadata; a name alone is so only beside others.
fn are_metadata<'l>(lines: impl Iterator<Item = &'l str>) -> bool {
    let mut is_certain = false;
    for line in lines {
        let line = line.trim();
        let tells = metadata::read(line).is_some();
        if !tells && !metadata::is_signature(line) {
            return false;
        }
        is_certain |= tells;
    }
    is_certain
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn is_element(tag: &str, name: &str) -> bool {
    let Some((start, rest)) = tag.split_at_checked(name.len()) else {
        return false;
    };
    start.eq_ignore_ascii_case(name) && !rest.starts_with(|character: char| character.is_ascii_alphanumeric())
}
