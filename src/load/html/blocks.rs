//! The blocks of a page: paragraphs, headings, items of lists, rows of tables, each with what tells whether it belongs to
//! the article.

use dom_query::NodeRef;

use super::nodes::{names, says, stands_in_line, typed, words_within};
use super::words::{Says, WORDS};
use crate::load::elements;
use crate::load::metadata::{self as facts, Fact, Field};
use crate::load::paragraphs;

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
    /// The same, as line breaks part it.
    pub(super) lines: Vec<String>,
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
            lines: vec![words.to_owned()],
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

/// As many bytes of a quotation tell whether it has marks of its own.
const MARK: usize = 8;

/// The blocks below `root`.
pub(super) fn blocks(root: &NodeRef<'_>) -> Blocks {
    let mut maker = Maker::default();
    maker.walk(root, 0);
    maker.end();
    maker.made
}

#[derive(Default)]
struct Maker {
    made: Blocks,
    /// The line that is being made, and the lines of the same block before it.
    line: Line,
    lines: Vec<Line>,
    /// White space is due before the next letter.
    space: bool,
    within: Within,
}

/// What stands between two breaks of lines.
#[derive(Debug, Default)]
struct Line {
    words: String,
    linked: usize,
    heavy: usize,
    timed: usize,
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
    /// Within a `q`, which has no marks of its own.
    marked: bool,
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
        if elements::is_hidden(name) {
            return;
        }
        match name {
            "br" => self.line_break(),
            "q" => self.quotation(node, depth),
            _ if stands_in_line(node) => self.in_line(node, name, depth),
            _ if elements::is_cell(name) => {
                self.space = true;
                self.walk(node, depth + 1);
                self.space = true;
            }
            _ => self.block(node, name, depth),
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

    /// A browser writes the marks of a `q`.
    fn quotation(&mut self, node: &NodeRef<'_>, depth: usize) {
        let [opening, closing] = paragraphs::marks(self.within.marked);
        let has_marks = paragraphs::opens_with_mark(&words_within(node, MARK));
        if !has_marks {
            self.text(opening);
        }
        let outside = self.within;
        self.within.marked = true;
        self.walk(node, depth + 1);
        self.within = outside;
        if !has_marks {
            let space = std::mem::take(&mut self.space);
            self.text(closing);
            self.space = space;
        }
    }

    fn block(&mut self, node: &NodeRef<'_>, name: &str, depth: usize) {
        self.end();
        let from = self.made.blocks.len();
        let outside = self.within;
        match name {
            _ if elements::is_heading(name) => self.within.kind = Kind::Heading,
            "li" | "dt" | "dd" => self.within.kind = Kind::Item,
            "figcaption" | "figure" | "caption" => self.within.kind = Kind::Caption,
            "tr" => self.within.kind = Kind::Row,
            "blockquote" => self.within.quoted = true,
            _ => {}
        }
        if name == "pre" {
            self.preformatted(node);
        } else {
            self.walk(node, depth + 1);
        }
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

    /// Text whose lines are as they were typed, or as they were cut.
    fn preformatted(&mut self, node: &NodeRef<'_>) {
        for paragraph in paragraphs::normal_form(&typed(node)).split("\n\n") {
            self.text(paragraph);
            self.end();
        }
    }

    fn text(&mut self, text: &str) {
        for character in text.chars() {
            if character.is_whitespace() {
                self.space = true;
                continue;
            }
            let line = &mut self.line;
            if self.space && !line.words.is_empty() {
                line.words.push(' ');
            }
            self.space = false;
            line.words.push(character);
            line.linked += usize::from(self.within.link);
            line.heavy += usize::from(self.within.heavy);
            line.timed += usize::from(self.within.time);
        }
    }

    /// A line break ends a paragraph where its sentence is finished, and two in a row always do.
    fn line_break(&mut self) {
        self.space = false;
        if self.line.words.is_empty() || paragraphs::is_finished(&self.line.words) {
            self.end();
        } else {
            self.lines.push(std::mem::take(&mut self.line));
        }
    }

    fn end(&mut self) {
        self.space = false;
        let last = std::mem::take(&mut self.line);
        let mut lines = std::mem::take(&mut self.lines);
        if !last.words.is_empty() {
            lines.push(last);
        }
        if self.made.blocks.len() < HEAD && tell_apart(&lines) {
            for line in lines {
                let words = vec![line.words.clone()];
                self.push(line, words);
            }
            return;
        }
        let words: Vec<String> = lines.iter().map(|line| line.words.clone()).collect();
        let whole = lines.into_iter().reduce(|mut whole, line| {
            whole.words.push(' ');
            whole.words.push_str(&line.words);
            whole.linked += line.linked;
            whole.heavy += line.heavy;
            whole.timed += line.timed;
            whole
        });
        if let Some(whole) = whole {
            self.push(whole, words);
        }
    }

    fn push(&mut self, line: Line, lines: Vec<String>) {
        self.made.blocks.push(Block {
            kind: self.within.kind,
            words: line.words,
            lines,
            linked: line.linked,
            heavy: line.heavy,
            timed: line.timed,
            quoted: self.within.quoted,
        });
    }
}

/// As many blocks are the head of a page, where lines tell who wrote it and when.
pub(super) const HEAD: usize = 16;

/// Whether each of `lines` stands for itself: all of them tell something about the article, or all but the first, which
/// may be its headline, and one of them who wrote it or when.
fn tell_apart(lines: &[Line]) -> bool {
    let [first, rest @ ..] = lines else { return false };
    let mut is_certain = false;
    let all_tell = !rest.is_empty()
        && rest.len() < HEAD
        && rest.iter().all(|line| {
            let facts = facts::read(&line.words);
            is_certain |= facts
                .iter()
                .flatten()
                .any(|fact| matches!(fact, Fact::Date(_) | Fact::Words(Field::Byline, _)));
            facts.is_some()
        });
    all_tell && (is_certain || facts::read(&first.words).is_some())
}
