//! The page before it is parsed: whatever makes a parser slow, deep or fail is taken out.
//!
//! The parser that browsers agree on needs time that grows with the square of some pages, and stack for every level of a
//! page. So a small tokenizer goes through the page once, follows which elements are open as a parser would, and writes a
//! page with the same text in which nothing is deep, little is left open, and each tag has only the attributes that tell
//! something about an article. Scripts, styles, comments and drawings, most of what a saved page is made of, are left out.

mod attributes;
mod content;
mod elements;
mod tags;

use elements::Open;
use memchr::memmem;

/// How many elements may be open at a time; real pages have no more than 60.
const DEEPEST: usize = 256;

/// How many elements of formatting may be open at a time.
const MOST_FORMATTING: usize = 16;

/// How many tags a page may have; real pages have no more than 20,000. What comes after is dropped.
const MOST_TAGS: usize = 200_000;

/// How many pieces a text may be taken in; lines and entities are pieces.
const MOST_PIECES: usize = 512;

/// The most text that a page may have, in bytes. What comes after is dropped.
const MOST_TEXT: usize = 16 * 1024 * 1024;

/// A page that is safe to parse.
#[derive(Debug, Default)]
pub(super) struct Safe {
    pub(super) html: String,
    /// The page has more tags or text than are read, and its end was left out.
    pub(super) cut: bool,
}

/// Makes `page` safe to parse.
pub(super) fn safe(page: &str) -> Safe {
    let mut filter = Filter {
        page,
        at: 0,
        out: String::with_capacity(page.len() / 2),
        open: Vec::with_capacity(64),
        formatting: 0,
        unopened: Vec::new(),
        missing: Vec::new(),
        pieces: 0,
        tags: 0,
        text: 0,
        seen_root: [false; 3],
        cut: false,
    };
    filter.run();
    Safe {
        html: filter.out,
        cut: filter.cut,
    }
}

struct Filter<'p> {
    page: &'p str,
    at: usize,
    out: String,
    open: Vec<Open<'p>>,
    /// How many of them are formatting.
    formatting: usize,
    /// Names whose start was dropped, and how often: as many ends are dropped.
    unopened: Vec<(Open<'p>, usize)>,
    /// What is not found any more in the rest of the page, so that it is looked for once.
    missing: Vec<&'static str>,
    /// How many pieces the text has been taken in since it began.
    pieces: usize,
    tags: usize,
    text: usize,
    /// Whether `html`, `head` and `body` have begun.
    seen_root: [bool; 3],
    cut: bool,
}

impl<'p> Filter<'p> {
    fn run(&mut self) {
        while let Some(found) = memchr::memchr(b'<', self.rest()) {
            self.words(self.at, self.at + found);
            self.at += found;
            self.markup();
            if self.tags > MOST_TAGS || self.text > MOST_TEXT {
                self.cut = true;
                return;
            }
        }
        self.words(self.at, self.page.len());
    }

    pub(super) fn rest(&self) -> &'p [u8] {
        self.page.as_bytes().get(self.at..).unwrap_or_default()
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &'p str {
        self.page.get(start..end).unwrap_or_default()
    }

    fn words(&mut self, start: usize, end: usize) {
        let mut words = self.slice(start, end);
        let room = MOST_TEXT.saturating_sub(self.text);
        if words.len() > room {
            words = words.get(..words.floor_char_boundary(room)).unwrap_or_default();
            self.cut = true;
        }
        self.text += words.len();
        // A parser takes text in pieces, each with the work of all before it: nothing between them makes a new text.
        let mut done = 0;
        for place in memchr::memchr2_iter(b'&', b'\n', words.as_bytes()) {
            self.pieces += 1;
            if self.pieces >= MOST_PIECES {
                self.out.push_str(words.get(done..place).unwrap_or_default());
                self.part();
                done = place;
            }
        }
        self.out.push_str(words.get(done..).unwrap_or_default());
    }

    /// Begins a new text.
    fn part(&mut self) {
        self.out.push_str("<wbr>");
        self.pieces = 0;
    }

    /// What begins with the `<` here.
    fn markup(&mut self) {
        let rest = self.rest();
        match rest.get(1) {
            Some(b'!') if rest.starts_with(b"<!--") => self.comment(),
            Some(b'/') if rest.get(2).is_some_and(u8::is_ascii_alphabetic) => self.end_tag(),
            // A declaration, or nothing that a parser knows.
            Some(b'!' | b'?' | b'/') => self.at = self.after(">", self.at + 1),
            Some(letter) if letter.is_ascii_alphabetic() => self.start_tag(),
            _ => {
                // A sign of its own; as an entity it cannot begin a tag with what comes after.
                self.out.push_str("&lt;");
                self.pieces += 1;
                if self.pieces >= MOST_PIECES {
                    self.part();
                }
                self.text += 1;
                self.at += 1;
            }
        }
    }

    fn comment(&mut self) {
        // `<!-->` and `<!--->` are whole comments.
        let rest = self.rest();
        if rest.starts_with(b"<!-->") || rest.starts_with(b"<!--->") {
            self.at = self.after(">", self.at);
        } else if let Some(end) = self.find("-->", self.at + 4) {
            self.at = end + 3;
        } else {
            // A comment without an end: most likely the file was cut off or the mark is a mistake, so the text is kept.
            self.at = self.after(">", self.at);
        }
    }

    /// Where `what` stands at or after `from`; looked for no more once it is missing.
    pub(super) fn find(&mut self, what: &'static str, from: usize) -> Option<usize> {
        if self.missing.contains(&what) {
            return None;
        }
        let rest = self.page.as_bytes().get(from..)?;
        let found = memmem::find(rest, what.as_bytes()).map(|place| from + place);
        if found.is_none() {
            self.missing.push(what);
        }
        found
    }

    pub(super) fn after(&mut self, what: &'static str, from: usize) -> usize {
        self.find(what, from)
            .map_or(self.page.len(), |place| place + what.len())
    }
}
