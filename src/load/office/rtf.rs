//! RTF → paragraphs, one byte after the other.
//!
//! Written here because the crate for it (`rtf-parser` 0.4) calls itself once for each control word, which overflows the
//! stack on long lines, and takes bytes of any code page for Latin-1.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::rtf_words::{Word, code_page, word};
use crate::briefing::{Article, Format, Written};
use crate::load::Loaded;
use crate::load::document::{Parts, Properties, fill};
use crate::load::found::Found;

/// Deeper groups than this are taken for one.
const DEEPEST: usize = 1000;

/// Reads a document.
pub(in crate::load) fn read_rtf(bytes: &[u8], found: &mut Found<'_>) {
    let mut reader = Reader::new(bytes);
    reader.read();
    let article = reader.article(found.blank(Format::Rtf));
    let written = Written::default();
    found.only(Ok(Loaded { article, written }));
}

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Body,
    Title,
    Author,
    Created,
    Nowhere,
}

/// What holds until the end of a group.
#[derive(Debug, Clone, Copy)]
struct Group {
    target: Target,
    unseen: bool,
    /// How many characters follow each `\u` for programs that know none.
    fallbacks: usize,
}

struct Reader<'b> {
    rest: &'b [u8],
    group: Group,
    outer: Vec<Group>,
    /// How many groups too deep one is.
    too_deep: usize,
    encoding: &'static Encoding,
    /// Bytes whose characters are not known yet: some code pages make one of two.
    bytes: Vec<u8>,
    /// How many characters are still to be passed over after a `\u`.
    skip: usize,
    /// The first half of a character of two.
    high: Option<u16>,
    paragraph: String,
    paragraphs: Vec<String>,
    title: String,
    author: String,
    created: [i32; 3],
}

impl<'b> Reader<'b> {
    fn new(rest: &'b [u8]) -> Self {
        Self {
            rest,
            group: Group {
                target: Target::Body,
                unseen: false,
                fallbacks: 1,
            },
            outer: Vec::new(),
            too_deep: 0,
            encoding: WINDOWS_1252,
            bytes: Vec::new(),
            skip: 0,
            high: None,
            paragraph: String::new(),
            paragraphs: Vec::new(),
            title: String::new(),
            author: String::new(),
            created: [0; 3],
        }
    }

    fn read(&mut self) {
        while let Some((byte, rest)) = self.rest.split_first() {
            self.rest = rest;
            match byte {
                b'{' => self.open(),
                b'}' => self.close(),
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                byte => self.byte(*byte),
            }
        }
        self.end_paragraph();
    }

    fn open(&mut self) {
        self.settle();
        self.skip = 0;
        if self.outer.len() < DEEPEST {
            self.outer.push(self.group);
        } else {
            self.too_deep += 1;
        }
    }

    fn close(&mut self) {
        self.settle();
        self.skip = 0;
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(outer) = self.outer.pop() {
            self.group = outer;
        }
    }

    /// Reads what follows a backslash.
    fn control(&mut self) {
        let Some((first, rest)) = self.rest.split_first() else {
            return;
        };
        if first.is_ascii_alphabetic() {
            return self.control_word();
        }
        self.rest = rest;
        match first {
            b'\'' => {
                let digits = rest.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
                if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                    self.rest = rest.get(2..).unwrap_or_default();
                    self.byte(byte);
                }
            }
            b'*' => self.group.target = Target::Nowhere,
            b'~' => self.character(' '),
            b'_' => self.character('-'),
            b'\r' | b'\n' => self.end_paragraph(),
            b'\\' | b'{' | b'}' => self.byte(*first),
            _ => {}
        }
    }

    fn control_word(&mut self) {
        let length = self
            .rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let (name, rest) = self.rest.split_at(length);
        let negative = rest.starts_with(b"-");
        let digits = rest.get(usize::from(negative)..).unwrap_or_default();
        let count = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (number, mut rest) = if count == 0 {
            (None, rest)
        } else {
            let (number, rest) = digits.split_at(count);
            let number = std::str::from_utf8(number)
                .ok()
                .and_then(|number| number.parse::<i32>().ok());
            (number.map(|number| if negative { -number } else { number }), rest)
        };
        if let Some(after) = rest.strip_prefix(b" ") {
            rest = after;
        }
        self.rest = rest;
        if let Some(word) = std::str::from_utf8(name).ok().and_then(word) {
            self.act(word, number);
        }
    }

    fn act(&mut self, word: Word, number: Option<i32>) {
        let hidden = self.group.target == Target::Nowhere;
        match word {
            Word::Paragraph => {
                if self.group.target == Target::Body {
                    self.end_paragraph();
                }
            }
            Word::Character(character) => self.character(character),
            // What the information does not tell apart is no text.
            Word::Hidden | Word::Information => self.turn_to(Target::Nowhere),
            Word::Title => self.turn_to(Target::Title),
            Word::Author => self.turn_to(Target::Author),
            Word::Created => self.turn_to(Target::Created),
            Word::Date(part) => {
                if self.group.target == Target::Created
                    && let (Some(part), Some(number)) = (self.created.get_mut(part), number)
                {
                    *part = number;
                }
            }
            Word::Unicode if !hidden => self.unicode(number.unwrap_or_default()),
            Word::Fallbacks => self.group.fallbacks = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            Word::CodePage => {
                let label = number.and_then(code_page);
                let encoding = label.and_then(|label| Encoding::for_label(label.as_bytes()));
                self.encoding = encoding.unwrap_or(self.encoding);
            }
            Word::Binary => {
                let length = usize::try_from(number.unwrap_or_default()).unwrap_or_default();
                self.rest = self.rest.get(length..).unwrap_or_default();
            }
            Word::Unseen => self.group.unseen = number != Some(0),
            Word::Plain => self.group.unseen = false,
            Word::Unicode => {}
        }
    }

    fn turn_to(&mut self, target: Target) {
        self.settle();
        // `\title` stands in `\info`, which is nowhere; in a hidden group of another kind it does no harm.
        self.group.target = target;
    }

    /// A character by its number; those past 65,535 come in two halves, those past 32,767 may be negative.
    fn unicode(&mut self, number: i32) {
        self.settle();
        let unit = u16::try_from(number & 0xffff).unwrap_or_default();
        let units = self.high.take().into_iter().chain([unit]);
        for character in char::decode_utf16(units) {
            match character {
                Ok(character) => self.push(character),
                Err(half) if half.unpaired_surrogate() < 0xdc00 => {
                    self.high = Some(half.unpaired_surrogate());
                }
                Err(_) => self.push(char::REPLACEMENT_CHARACTER),
            }
        }
        self.skip = self.group.fallbacks;
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.group.target != Target::Nowhere {
            self.bytes.push(byte);
        }
    }

    fn character(&mut self, character: char) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        self.settle();
        self.push(character);
    }

    /// Makes characters of the bytes that were gathered.
    fn settle(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let (words, _) = self.encoding.decode_without_bom_handling(&bytes);
        if let Some(text) = self.target() {
            text.push_str(&words);
        }
    }

    fn push(&mut self, character: char) {
        if let Some(text) = self.target() {
            text.push(character);
        }
    }

    fn target(&mut self) -> Option<&mut String> {
        if self.group.unseen {
            return None;
        }
        match self.group.target {
            Target::Body => Some(&mut self.paragraph),
            Target::Title => Some(&mut self.title),
            Target::Author => Some(&mut self.author),
            Target::Created | Target::Nowhere => None,
        }
    }

    fn end_paragraph(&mut self) {
        self.settle();
        let paragraph = std::mem::take(&mut self.paragraph);
        if !paragraph.trim().is_empty() {
            self.paragraphs.push(paragraph.trim().to_owned());
        }
    }

    fn article(self, mut article: Article) -> Article {
        let [year, month, day] = self.created;
        let created = format!("{year:04}-{month:02}-{day:02}");
        let parts = Parts {
            paragraphs: self.paragraphs,
            title: None,
            properties: Properties {
                title: self.title,
                author: self.author,
                created,
                language: String::new(),
            },
        };
        fill(parts, &mut article);
        article
    }
}
