//! Text that cannot act on a terminal.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use crate::briefing::Span;
use crate::briefing::cluster::Cluster;

/// Text with no control characters but newline, no escape sequences, no bidi overrides or isolates, no invisible tags, no
/// characters that mean something in one font alone.
///
/// Articles are hostile: a title may hold an escape sequence, a name a bidi override. There is one gate,
/// [`CleanText::new`], and everything shown or printed has passed it. What it stops is shown as a harmless mark, so that
/// the reader sees that something was there: a C0 control as its control picture (`␛`), anything else as `�`, a row of
/// which is one.
///
/// White space is made plain on the way: tabs and the exotic spaces become spaces, every line ending a newline;
/// a byte order mark, soft hyphens, marks of direction, joiners and selectors where no letter or sign needs them, and marks
/// in heaps vanish. What stands in one place of the screen is a few characters at most.
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
    /// Characters that could act on a terminal, which are shown by a mark. The signs of one font cannot act, and many a
    /// page is full of them where no reader comes.
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

/// What becomes of `character` at the end of `cluster`, with `rest` after it.
fn fate(character: char, cluster: &Cluster, rest: &str) -> Fate {
    match character {
        '\n' | ' '..='~' => Fate::Keep,
        '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Fate::Space(' ')
        }
        // Letters of Hangul that are blank, and Braille without a dot.
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}' => Fate::Space(' '),
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Space('\n'),
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + character as u32).map_or(Fate::Drop, Fate::Show),
        '\u{7f}' => Fate::Show('\u{2421}'),
        // Soft hyphen, byte order mark, zero width space, joiners of no letters and the marks of direction, which are
        // common around Arabic and Hebrew names, carry no meaning that a reader would miss; nor do vowels of Khmer and a
        // note of music that are never seen.
        '\u{ad}' | '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{34f}'
        | '\u{180e}' | '\u{fffc}' | '\u{17b4}' | '\u{17b5}' | '\u{1d159}' => Fate::Drop,
        _ if acts_unseen(character) => Fate::Show(char::REPLACEMENT_CHARACTER),
        _ if cluster.takes(character, rest) => Fate::Keep,
        _ => Fate::Drop,
    }
}

/// C1 controls, bidi embeddings, overrides and isolates, invisible operators, annotations, tags, controls of shorthand,
/// music and hieroglyphs, what is of private use, and what is no character.
fn acts_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{80}'..='\u{9f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2061}'..='\u{206f}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e00ff}'
            | '\u{e01f0}'..='\u{e0fff}'
    ) || is_no_character(character)
        || is_private(character)
}

/// Whether `character` is of private use: the font decides what it is.
fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// Whether `character` is one of the last two of a plane, which are no characters.
fn is_no_character(character: char) -> bool {
    character as u32 & 0xfffe == 0xfffe
}

/// Whether `byte` is a character that is kept, whatever is around it.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b'\n' | b' '..=b'~')
}

/// Goes over a text that is to be cleaned: the plain characters at a time, or one that is not plain.
struct Pieces<'t>(&'t str);

impl<'t> Pieces<'t> {
    /// The plain characters that come next, and the character after them.
    fn next(&mut self) -> (&'t str, Option<char>) {
        let end = self.0.bytes().position(|byte| !is_plain(byte));
        let (plain, rest) = self.0.split_at(end.unwrap_or(self.0.len()));
        let mut characters = rest.chars();
        let next = characters.next();
        self.0 = characters.as_str();
        (plain, next)
    }

    /// What is left.
    fn rest(&self) -> &'t str {
        self.0
    }
}

fn clean(raw: &str) -> Cow<'_, str> {
    // Nearly every article is clean already, but for its line endings: find out before copying.
    if raw.bytes().all(is_plain) || is_clean(raw) {
        return Cow::Borrowed(raw);
    }
    Cow::Owned(cleaned(raw).0)
}

fn is_clean(raw: &str) -> bool {
    let mut cluster = Cluster::default();
    let mut pieces = Pieces(raw);
    loop {
        let (plain, next) = pieces.next();
        if let Some(last) = plain.chars().next_back() {
            cluster.add(last);
        }
        let Some(character) = next else {
            return true;
        };
        if fate(character, &cluster, pieces.rest()) != Fate::Keep {
            return false;
        }
        cluster.add(character);
    }
}

fn cleaned(raw: &str) -> (String, Changes) {
    let mut text = String::with_capacity(raw.len());
    let mut changes = Changes::default();
    let mut cluster = Cluster::default();
    let mut pieces = Pieces(raw);
    loop {
        let (plain, next) = pieces.next();
        text.push_str(plain);
        if let Some(last) = plain.chars().next_back() {
            cluster.add(last);
        }
        let Some(character) = next else {
            return (text, changes);
        };
        let kept = match (character, fate(character, &cluster, pieces.rest())) {
            // Both the old Macintosh ending and the Windows one are one newline.
            ('\r', _) if pieces.rest().starts_with('\n') => continue,
            ('\r', _) => '\n',
            (_, Fate::Keep) => character,
            (_, Fate::Space(plain)) => plain,
            (_, Fate::Drop) => {
                changes.dropped += 1;
                continue;
            }
            (_, Fate::Show(mark)) => {
                changes.shown += usize::from(!is_private(character));
                // A row of what cannot be told apart is one mark.
                if mark == char::REPLACEMENT_CHARACTER && cluster.last() == Some(mark) {
                    continue;
                }
                mark
            }
        };
        text.push(kept);
        cluster.add(kept);
    }
}
