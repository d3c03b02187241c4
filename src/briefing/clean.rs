//! Text that cannot act on a terminal.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use unicode_normalization::char::is_combining_mark;

use crate::briefing::Span;

/// Text with no control characters but newline, no escape sequences, no bidi overrides or isolates, no invisible tags.
///
/// Articles are hostile: a title may hold an escape sequence, a name a bidi override. There is one gate,
/// [`CleanText::new`], and everything shown or printed has passed it. What it stops is shown as a harmless mark, so that
/// the reader sees that something was there: a C0 control as its control picture (`␛`), anything else as `�`, a row of
/// which is one.
///
/// White space is made plain on the way: tabs and the exotic spaces become spaces, every line ending a newline;
/// a byte order mark, soft hyphens, marks of direction, joiners and selectors that belong to no letter, and marks in heaps
/// vanish.
///
/// ```
/// use briefing::briefing::CleanText;
/// assert_eq!(CleanText::new("a\u{1b}[31mb\r\nc").as_str(), "a␛[31mb\nc");
/// assert_eq!(CleanText::line("two\nlines").as_str(), "two lines");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct CleanText(String);

impl CleanText {
    /// Cleans `raw`, keeping its lines.
    pub fn new(raw: &str) -> Self {
        Self(clean(raw).into_owned())
    }

    /// Cleans `raw` into a single line: runs of white space become one space, the ends are trimmed.
    pub fn line(raw: &str) -> Self {
        let clean = clean(raw);
        let mut line = String::with_capacity(clean.len());
        for word in clean.split_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        Self(line)
    }

    /// What cleaning `raw` changes in it.
    pub fn changes(raw: &str) -> Changes {
        if raw.is_ascii() && !raw.contains(|character: char| character.is_ascii_control()) || is_clean(raw) {
            return Changes::default();
        }
        cleaned(raw).1
    }

    /// The words at `span`, clean because the whole is; empty where the span does not fit.
    #[must_use]
    pub fn slice(&self, span: Span) -> Self {
        Self(span.of(&self.0).to_owned())
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for CleanText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for CleanText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CleanText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl From<&str> for CleanText {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

/// What cleaning changes in a text beside its white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changes {
    /// Characters that could act on a terminal, which are shown by a mark.
    pub shown: usize,
    /// Characters that nobody sees, which are left out.
    pub dropped: usize,
}

/// What becomes of one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Keep,
    Drop,
    /// White space that is made plain.
    Space(char),
    /// Something that could act, shown by a mark.
    Show(char),
}

/// What becomes of `character` after `before`, the last that was kept.
fn fate(character: char, before: Option<char>) -> Fate {
    match character {
        '\n' | ' '..='~' => Fate::Keep,
        '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Fate::Space(' ')
        }
        // Letters of Hangul that are blank.
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => Fate::Space(' '),
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Space('\n'),
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + character as u32).map_or(Fate::Drop, Fate::Show),
        '\u{7f}' => Fate::Show('\u{2421}'),
        // Soft hyphen, byte order mark, zero width space, joiners of no letters and the marks of direction, which are
        // common around Arabic and Hebrew names, carry no meaning that a reader would miss.
        '\u{ad}' | '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{34f}'
        | '\u{180e}' | '\u{fffc}' => Fate::Drop,
        // A joiner belongs to the letter or the sign before it, a selector chooses how that looks: one each. Words can be
        // hidden in rows of them.
        '\u{200c}'
        | '\u{200d}'
        | '\u{180b}'..='\u{180d}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}' => {
            let belongs = before.is_some_and(|before| takes_selector(before, character));
            if belongs { Fate::Keep } else { Fate::Drop }
        }
        _ if acts_unseen(character) => Fate::Show(char::REPLACEMENT_CHARACTER),
        _ => Fate::Keep,
    }
}

/// Whether `character`, a joiner or a selector, may follow `before`.
fn takes_selector(before: char, character: char) -> bool {
    let is_joiner = |character| matches!(character, '\u{200c}' | '\u{200d}');
    match before {
        '\u{200c}' | '\u{200d}' | '\u{180b}'..='\u{180d}' | '\u{e0100}'..='\u{e01ef}' => false,
        // A heart that is red, joined to what it burns in.
        '\u{fe00}'..='\u{fe0f}' => is_joiner(character),
        // Numbers and signs that are keys: 1️⃣.
        '0'..='9' | '#' | '*' => !is_joiner(character),
        before if before.is_ascii() => false,
        _ if matches!(character, '\u{e0100}'..='\u{e01ef}') => {
            matches!(before, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        }
        _ => !before.is_whitespace(),
    }
}

/// C1 controls, bidi embeddings, overrides and isolates, invisible operators, annotations, tags, and what is no character.
fn acts_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{80}'..='\u{9f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2061}'..='\u{206f}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{fffe}'..='\u{ffff}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// As many marks may stand on one letter; more are there to spill over other lines.
const MOST_MARKS: usize = 8;

/// Whether `character` is a mark that stands on the letter before it.
fn is_mark(character: char) -> bool {
    character >= '\u{300}' && is_combining_mark(character)
}

fn clean(raw: &str) -> Cow<'_, str> {
    // Nearly every article is clean already, but for its line endings: find out before copying.
    let plain = |byte: u8| (b' '..0x7f).contains(&byte) || byte == b'\n';
    if raw.bytes().all(plain) || is_clean(raw) {
        return Cow::Borrowed(raw);
    }
    Cow::Owned(cleaned(raw).0)
}

fn is_clean(raw: &str) -> bool {
    let mut before = None;
    let mut marks = 0;
    raw.chars().all(|character| {
        marks = if is_mark(character) { marks + 1 } else { 0 };
        let keeps = fate(character, before) == Fate::Keep && marks <= MOST_MARKS;
        before = Some(character);
        keeps
    })
}

fn cleaned(raw: &str) -> (String, Changes) {
    let mut text = String::with_capacity(raw.len());
    let mut changes = Changes::default();
    let mut before = None;
    let mut marks = 0;
    let mut characters = raw.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\r' {
            // Both the old Macintosh ending and the Windows one are one newline.
            characters.next_if_eq(&'\n');
            text.push('\n');
            before = Some('\n');
            continue;
        }
        marks = if is_mark(character) { marks + 1 } else { 0 };
        let fate = if marks > MOST_MARKS {
            Fate::Drop
        } else {
            fate(character, before)
        };
        match fate {
            Fate::Keep | Fate::Space(_) => {
                let kept = if let Fate::Space(plain) = fate {
                    plain
                } else {
                    character
                };
                text.push(kept);
                before = Some(kept);
            }
            Fate::Drop => changes.dropped += 1,
            Fate::Show(mark) => {
                changes.shown += 1;
                // A row of what cannot be told apart is one mark.
                if mark != char::REPLACEMENT_CHARACTER || before != Some(mark) {
                    text.push(mark);
                }
                before = Some(mark);
            }
        }
    }
    (text, changes)
}
