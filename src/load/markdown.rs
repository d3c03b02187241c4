//! Markdown → [`Article`]: the front matter is taken for what it tells, the rest becomes plain paragraphs.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::briefing::{Article, CleanText};
use crate::load::front_matter::{self, Fault};
use crate::load::paragraphs::single_spaced;
use crate::load::text;

/// Reads `markdown` into the fields of `article`.
pub(super) fn read(markdown: &str, article: &mut Article) -> Result<(), Fault> {
    let body = front_matter::read(markdown, article)?;
    let mut plain = Plain::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(body, options) {
        plain.take(event);
    }
    plain.end_paragraph();
    let mut paragraphs = plain.paragraphs;
    if let Some(place) = plain.title
        && article.title.is_none()
        && paragraphs.len() > 1
    {
        article.title = Some(CleanText::line(&paragraphs.remove(place)));
    } else if let Some(place) = plain.title
        && paragraphs.len() > 1
        && article
            .title
            .as_ref()
            .is_some_and(|title| paragraphs.get(place).is_some_and(|first| *first == **title))
    {
        // The front matter's title once more.
        paragraphs.remove(place);
    }
    text::read_paragraphs(paragraphs, article);
    Ok(())
}

/// Plain paragraphs in the making.
#[derive(Default)]
struct Plain {
    paragraphs: Vec<String>,
    current: String,
    /// The paragraph that is the first heading of the first level.
    title: Option<usize>,
    /// How many images deep: their texts are dropped.
    images: usize,
    /// Within a block of code, whose lines stay apart.
    code: bool,
    /// Within an HTML element whose content is no text.
    hidden: Option<&'static str>,
}

/// HTML elements whose content nobody reads.
const HIDDEN: [&str; 2] = ["script", "style"];

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
            Event::SoftBreak | Event::HardBreak => self.current.push(' '),
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
                let is_title = level == pulldown_cmark::HeadingLevel::H1 && self.title.is_none();
                if is_title && !self.current.trim().is_empty() {
                    self.title = Some(self.paragraphs.len());
                }
                self.end_paragraph();
            }
            _ => {
                self.code = false;
                self.end_paragraph();
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
            if ["br", "/p", "/div", "/li", "p", "div", "li"]
                .iter()
                .any(|block| is_element(tag, block))
            {
                self.end_paragraph();
            }
            rest = tag.split_once('>').map_or("", |(_, after)| after);
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = single_spaced(&std::mem::take(&mut self.current));
        if !paragraph.is_empty() {
            self.paragraphs.push(paragraph);
        }
    }
}

fn is_element(tag: &str, name: &str) -> bool {
    tag.strip_prefix(name)
        .is_some_and(|rest| !rest.starts_with(|character: char| character.is_ascii_alphanumeric()))
}
