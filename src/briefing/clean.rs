//! Text that cannot act on a terminal.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use crate::briefing::Span;

/// Text with no control characters but newline, no escape sequences, no bidi overrides or isolates, no invisible tags.
///
/// Articles are hostile: a title may hold an escape sequence, a name a bidi override. There is one gate,
/// [`CleanText::new`], and everything shown or printed has passed it. What it stops is shown as a harmless mark, so that
/// the reader sees that something was there: a C0 control as its control picture (`␛`), anything else as `�`.
///
/// White space is made plain on the way: tabs and the exotic spaces become spaces, every line ending a newline;
/// a byte order mark, soft hyphens and marks of direction vanish.
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

/// What becomes of one character.
enum Fate {
    Keep,
    Drop,
    Become(char),
}

fn fate(character: char) -> Fate {
    match character {
        '\n' => Fate::Keep,
        '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Fate::Become(' ')
        }
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Become('\n'),
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + character as u32).map_or(Fate::Drop, Fate::Become),
        '\u{7f}' => Fate::Become('\u{2421}'),
        // Soft hyphen, byte order mark, zero width space, word joiner and the marks of direction, which are common around
        // Arabic and Hebrew names, carry no meaning that a reader would miss.
        '\u{ad}' | '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{61c}' | '\u{200e}' | '\u{200f}' => Fate::Drop,
        _ if acts_unseen(character) => Fate::Become(char::REPLACEMENT_CHARACTER),
        _ => Fate::Keep,
    }
}

/// C1 controls, bidi embeddings, overrides and isolates, invisible operators, annotations and tags.
fn acts_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{80}'..='\u{9f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2061}'..='\u{206f}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

fn clean(raw: &str) -> Cow<'_, str> {
    // Nearly every article is clean already, but for its line endings: find out before copying.
    let untouched = raw
        .bytes()
        .all(|byte| (b' '..0x7f).contains(&byte) || byte == b'\n')
        || raw.chars().all(|character| matches!(fate(character), Fate::Keep));
    if untouched {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut characters = raw.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\r' {
            // Both the old Macintosh ending and the Windows one are one newline.
            characters.next_if_eq(&'\n');
            text.push('\n');
            continue;
        }
        match fate(character) {
            Fate::Keep => text.push(character),
            Fate::Drop => {}
            Fate::Become(mark) => text.push(mark),
        }
    }
    Cow::Owned(text)
}
