//! The blocks of a page: paragraphs, headings, items of lists, rows of tables, each with what tells whether it belongs to
//! the article.

use dom_query::NodeRef;

use super::words::{Says, WORDS};
use crate::load::paragraphs::is_finished;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    #[default]
    Paragraph,
    Heading,
    Item,
    Caption,
    Row,
}

/// One block, in reading order.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) kind: Kind,
    /// Its words, single spaced.
    pub(super) words: String,
    /// How many of its letters are part of a link.
    pub(super) linked: usize,
    /// How many of its letters are in heavy type.
    pub(super) heavy: usize,
    /// How many of its letters are marked as a time.
    pub(super) timed: usize,
    /// It is quoted, in a `blockquote`.
    pub(super) quoted: bool,
}

impl Block {
    /// A paragraph of which nothing more is known.
    pub(super) fn of(words: &str) -> Self {
        Self {
            kind: Kind::Paragraph,
            words: words.to_owned(),
            linked: 0,
            heavy: 0,
            timed: 0,
            quoted: false,
        }
    }
}

/// Blocks that an element holds whose names say something of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Region {
    pub(super) says: Says,
    /// The first block.
    pub(super) from: usize,
    /// After the last block.
    pub(super) to: usize,
}

/// All of a page.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) blocks: Vec<Block>,
    pub(super) regions: Vec<Region>,
}

/// No element deeper than this is looked at; the prefilter lets none be so deep.
const DEEPEST: usize = 1024;

/// The blocks below `root`.
pub(super) fn blocks(root: &NodeRef<'_>) -> Blocks {
    let mut maker = Maker::default();
    maker.walk(root, 0);
    maker.end();
    maker.made
}

/// Elements whose content is no text of the page.
const HIDDEN: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "button",
    "select", "textarea", "input", "nav", "audio", "video", "canvas", "head", "title", "map", "dialog",
];

/// Elements that stand in the line.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source", "nobr", "blink",
];

#[derive(Default)]
struct Maker {
    made: Blocks,
    words: String,
    /// White space is due before the next letter.
    space: bool,
    linked: usize,
    heavy: usize,
    timed: usize,
    within: Within,
}

/// What is around the words.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools)]
struct Within {
    kind: Kind,
    link: bool,
    heavy: bool,
    time: bool,
    quoted: bool,
}

impl Maker {
    fn walk(&mut self, node: &NodeRef<'_>, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for child in node.children_it(false) {
            if child.is_text() {
                self.text(&child.text());
            } else if let Some(name) = child.node_name() {
                self.element(&child, &name, depth);
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, depth: usize) {
        if HIDDEN.contains(&name) {
            return;
        }
        if name == "br" {
            self.line_break();
            return;
        }
        if stands_in_line(node) {
            self.in_line(node, name, depth);
        } else if name == "td" || name == "th" {
            self.space = true;
            self.walk(node, depth + 1);
            self.space = true;
        } else {
            self.block(node, name, depth);
        }
    }

    fn in_line(&mut self, node: &NodeRef<'_>, name: &str, depth: usize) {
        if WORDS.is_window(&names(node)) {
            return;
        }
        let mut within = self.within;
        match name {
            "a" => within.link = true,
            "b" | "strong" => within.heavy = true,
            "time" => within.time = true,
            _ => {}
        }
        let outside = std::mem::replace(&mut self.within, within);
        self.walk(node, depth + 1);
        self.within = outside;
    }

    fn block(&mut self, node: &NodeRef<'_>, name: &str, depth: usize) {
        self.end();
        let from = self.made.blocks.len();
        let outside = self.within;
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.within.kind = Kind::Heading,
            "li" | "dt" | "dd" => self.within.kind = Kind::Item,
            "figcaption" | "figure" | "caption" => self.within.kind = Kind::Caption,
            "tr" => self.within.kind = Kind::Row,
            "blockquote" => self.within.quoted = true,
            _ => {}
        }
        self.walk(node, depth + 1);
        self.end();
        self.within = outside;
        let to = self.made.blocks.len();
        if from < to {
            let says = says(node);
            self.made
                .regions
                .extend(says.map(|says| Region { says, from, to }));
        }
    }

    fn text(&mut self, text: &str) {
        for character in text.chars() {
            if character.is_whitespace() {
                self.space = true;
                continue;
            }
            if self.space && !self.words.is_empty() {
                self.words.push(' ');
            }
            self.space = false;
            self.words.push(character);
            self.linked += usize::from(self.within.link);
            self.heavy += usize::from(self.within.heavy);
            self.timed += usize::from(self.within.time);
        }
    }

    /// A line break ends a paragraph where its sentence is finished.
    fn line_break(&mut self) {
        if is_finished(&self.words) {
            self.end();
        } else {
            self.space = true;
        }
    }

    fn end(&mut self) {
        self.space = false;
        let words = std::mem::take(&mut self.words);
        let linked = std::mem::take(&mut self.linked);
        let heavy = std::mem::take(&mut self.heavy);
        let timed = std::mem::take(&mut self.timed);
        if words.is_empty() {
            return;
        }
        self.made.blocks.push(Block {
            kind: self.within.kind,
            words,
            linked,
            heavy,
            timed,
            quoted: self.within.quoted,
        });
    }
}

/// The names of class and id that an element has.
pub(super) fn names(node: &NodeRef<'_>) -> String {
    let names = ["class", "id"]
        .into_iter()
        .filter_map(|attribute| node.attr(attribute));
    names.fold(String::new(), |all, names| all + " " + &names)
}

/// What the names of an element say of it.
pub(super) fn says(node: &NodeRef<'_>) -> Option<Says> {
    let told = WORDS.says(&names(node));
    told.or_else(|| node.has_name("aside").then_some(Says::Weak))
}

/// Whether an element is part of a line.
pub(super) fn stands_in_line(node: &NodeRef<'_>) -> bool {
    node.node_name().is_some_and(|name| INLINE.contains(&&*name))
}
