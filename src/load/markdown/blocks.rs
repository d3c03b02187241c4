//! Markdown → plain paragraphs, with what is known of each.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::marks;
use crate::load::elements;
use crate::load::markup::has_blocks;
use crate::load::paragraphs::single_spaced;
use crate::load::{decode, fragment, metadata};

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
    /// The lines of the block of HTML in which one is.
    html: String,
    /// Within an element of HTML, in a paragraph, whose content is no text: its name.
    hidden: Option<String>,
}

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
            Event::Html(line) => self.html.push_str(&line),
            Event::InlineHtml(tag) => self.inline_html(&tag),
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
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::BlockQuote(_) => {
                self.end_paragraph();
                self.quotes = self.quotes.saturating_sub(1);
            }
            _ => {
                self.end_paragraph();
                self.code = false;
                self.hidden = None;
            }
        }
    }

    /// Reads a block of HTML, whole.
    fn end_html(&mut self) {
        let html = std::mem::take(&mut self.html);
        for words in fragment::paragraphs(&html) {
            // What was written as references has not passed the gate yet.
            let words = marks::plain(&decode::clean(&words));
            self.push(single_spaced(&words), None);
        }
    }

    /// A tag within a paragraph is dropped; that of a block parts words, and that of what nobody reads hides them.
    fn inline_html(&mut self, tag: &str) {
        let bare = tag.trim_start_matches(['<', '/']);
        let end = bare.find(|letter: char| !letter.is_ascii_alphanumeric());
        let name = bare.get(..end.unwrap_or(bare.len())).unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if self.hidden.is_some() {
            self.hidden
                .take_if(|hidden| tag.starts_with("</") && *hidden == name);
        } else if hides(&name) && !tag.starts_with("</") && !tag.ends_with("/>") {
            self.hidden = Some(name);
        } else if has_blocks(tag) {
            self.end_paragraph();
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

/// Whether the element called `name` has content, and that content is no text of the article.
fn hides(name: &str) -> bool {
    (elements::is_hidden(name) || elements::is_caption(name)) && !elements::is_void(name)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn words(markdown: &str) -> Vec<String> {
        read(markdown).into_iter().map(|block| block.words).collect()
    }

    #[test]
    fn html_is_read_by_the_block() {
        for (markdown, expected) in [
            ("One.\n\n<!-- not\nthat\nline -->\n\nTwo.", &["One.", "Two."][..]),
            (
                "<table>\n<tr><td>Locks</td><td>Ferries</td></tr>\n</table>\n\nOne.",
                &["Locks Ferries", "One."],
            ),
            ("<p>One&mdash;two.</p>\n\nThree.", &["One—two.", "Three."]),
            (
                "<SCRIPT>\nlet a = 1;\n\nlet b = 2;\n</SCRIPT>\n\nOne.\n\n<style>\na {}\n</STYLE>\n\nTwo.",
                &["One.", "Two."],
            ),
            ("<div>\n\nOne **two**.\n\n</div>", &["One two."]),
        ] {
            assert_eq!(words(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn tags_within_a_paragraph_go() {
        for (markdown, expected) in [
            ("One <b>two</b><br>three.", &["One two", "three."][..]),
            ("One <!-- not\nthat --> two.", &["One two."]),
            (
                "One <Script>var a</SCRIPT> two.\n\nThree.",
                &["One two.", "Three."],
            ),
            ("One <script>var a\n\nTwo.", &["One", "Two."]),
            ("H<sub>2</sub>O", &["H2O"]),
        ] {
            assert_eq!(words(markdown), expected, "{markdown}");
        }
    }
}
