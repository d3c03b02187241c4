//! RTF → paragraphs, one byte after the other.
//!
//! Written here because the crate for it (`rtf-parser` 0.4) calls itself once for each control word, which overflows the
//! stack on long lines, and takes bytes of any code page for Latin-1.

use super::LeftOut;
use super::rtf_fonts::Fonts;
use super::rtf_words::{Word, word};
use crate::briefing::Format;
use crate::load::document::{Parts, Properties};
use crate::load::found::Found;

/// Deeper groups than this are taken for one.
const DEEPEST: usize = 1000;

/// Reads a document.
pub(in crate::load) fn read_rtf(bytes: &[u8], found: &mut Found<'_>) {
    let mut reader = Reader::new(bytes);
    reader.read();
    super::read(reader.parts(), Format::Rtf, found);
}

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Body,
    /// The box in the paragraph in which one is.
    TextBox,
    Title,
    Author,
    Created,
    FontTable,
    /// Nowhere, unless a group within says otherwise.
    Nowhere,
    /// Nowhere, whatever a group within says.
    Dropped,
}

impl Target {
    fn is_shown(self) -> bool {
        matches!(self, Self::Body | Self::TextBox | Self::Title | Self::Author)
    }
}

/// What holds until the end of a group.
#[derive(Debug, Clone, Copy)]
struct Group {
    target: Target,
    unseen: bool,
    struck: bool,
    font: Option<i32>,
    /// How many characters follow each `\u` for programs that know none.
    fallbacks: usize,
}

struct Reader<'b> {
    rest: &'b [u8],
    group: Group,
    outer: Vec<Group>,
    /// How many groups too deep one is.
    too_deep: usize,
    fonts: Fonts,
    /// Bytes whose characters are not known yet: some code pages make one of two.
    bytes: Vec<u8>,
    /// How many characters are still to be passed over after a `\u`.
    skip: usize,
    /// The first half of a character of two.
    high: Option<u16>,
    paragraph: String,
    /// The paragraph of a box.
    boxed: String,
    /// The paragraphs of boxes, which come after the one that has them.
    boxes: Vec<String>,
    paragraphs: Vec<String>,
    left_out: LeftOut,
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
                struck: false,
                font: None,
                fallbacks: 1,
            },
            outer: Vec::new(),
            too_deep: 0,
            fonts: Fonts::default(),
            bytes: Vec::new(),
            skip: 0,
            high: None,
            paragraph: String::new(),
            boxed: String::new(),
            boxes: Vec::new(),
            paragraphs: Vec::new(),
            left_out: LeftOut::default(),
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
        self.left_out.is_cut = !self.outer.is_empty();
        self.settle();
        self.end_box();
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
            let inner = std::mem::replace(&mut self.group, outer);
            if inner.target == Target::TextBox && self.group.target != Target::TextBox {
                self.end_box();
            }
            // What stands after the document is none of it.
            if self.outer.is_empty() {
                self.rest = &[];
            }
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
            b'*' => self.turn_to(Target::Nowhere),
            b'~' => self.character(' '),
            b'_' => self.character('-'),
            b'\r' | b'\n' => self.act(Word::Paragraph, None),
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
        match word {
            Word::Paragraph => {
                self.settle();
                match self.group.target {
                    Target::Body => self.end_paragraph(),
                    Target::TextBox => self.end_box(),
                    _ => {}
                }
            }
            Word::Character(character) => self.character(character),
            Word::Hidden => self.turn_to(Target::Dropped),
            Word::Footnote => {
                self.left_out.footnotes += usize::from(self.group.target != Target::Dropped);
                self.turn_to(Target::Dropped);
            }
            Word::Attachment => {
                self.turn_to(Target::Dropped);
                // Never the group that is the whole document.
                if let [_, _, .., around] = self.outer.as_mut_slice() {
                    around.target = Target::Dropped;
                }
            }
            Word::TextBox => self.turn_to(Target::TextBox),
            // What the information does not tell apart is no text.
            Word::Information => self.turn_to(Target::Nowhere),
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
            Word::Unicode if self.group.target.is_shown() => self.unicode(number.unwrap_or_default()),
            Word::Unicode => {}
            Word::Fallbacks => self.group.fallbacks = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            Word::Binary => {
                let length = usize::try_from(number.unwrap_or_default()).unwrap_or_default();
                self.rest = self.rest.get(length..).unwrap_or_default();
            }
            Word::CodePage
            | Word::FontTable
            | Word::Font
            | Word::CharacterSet
            | Word::DefaultFont
            | Word::Struck
            | Word::Unseen
            | Word::Plain => self.set(word, number),
        }
    }

    /// Does what a word says of how the text after it is set.
    fn set(&mut self, word: Word, number: Option<i32>) {
        self.settle();
        let in_table = self.group.target == Target::FontTable;
        match word {
            Word::CodePage => self.fonts.set_document(number),
            Word::FontTable => self.turn_to(Target::FontTable),
            Word::Font if in_table => self.fonts.tell_about(number),
            Word::Font => self.group.font = number,
            Word::CharacterSet if in_table => self.fonts.set_character_set(number),
            Word::DefaultFont => self.fonts.set_default(number),
            Word::Struck => self.group.struck = number != Some(0),
            Word::Unseen => self.group.unseen = number != Some(0),
            Word::Plain => {
                self.group.unseen = false;
                self.group.struck = false;
                self.group.font = None;
            }
            _ => {}
        }
    }

    fn turn_to(&mut self, target: Target) {
        self.settle();
        // `\title` stands in `\info`, which is nowhere, and the text of a box in a group that not every program knows.
        if self.group.target != Target::Dropped {
            self.group.target = target;
        }
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
        } else if self.group.target.is_shown() {
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
        let encoding = self.fonts.encoding(self.group.font);
        let (words, _) = encoding.decode_without_bom_handling(&bytes);
        self.put(&words);
    }

    fn push(&mut self, character: char) {
        self.put(character.encode_utf8(&mut [0; 4]));
    }

    fn put(&mut self, words: &str) {
        if self.group.unseen {
            return;
        }
        let text = match self.group.target {
            Target::Body => &mut self.paragraph,
            Target::TextBox => &mut self.boxed,
            Target::Title => &mut self.title,
            Target::Author => &mut self.author,
            _ => return,
        };
        if self.group.struck {
            self.left_out.struck |= !words.trim().is_empty();
        } else {
            text.push_str(words);
        }
    }

    /// Ends a paragraph, which may have no words.
    fn end_paragraph(&mut self) {
        self.paragraphs.push(std::mem::take(&mut self.paragraph));
        self.paragraphs.append(&mut self.boxes);
    }

    fn end_box(&mut self) {
        let boxed = std::mem::take(&mut self.boxed);
        if !boxed.trim().is_empty() {
            self.boxes.push(boxed);
        }
    }

    fn parts(self) -> Parts {
        let [year, month, day] = self.created;
        Parts {
            paragraphs: self.paragraphs,
            properties: Properties {
                title: self.title,
                author: self.author,
                created: format!("{year:04}-{month:02}-{day:02}"),
                language: String::new(),
            },
            notes: self.left_out.notes(),
            ..Parts::default()
        }
    }
}
