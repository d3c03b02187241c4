//! Quoted segments, found by typography alone, paragraph by paragraph.
//!
//! One pass over the marks of a paragraph. Outside a segment, a mark that leans forward opens one, whichever way it was
//! typed; inside, only a mark of the same family that leans back closes it, so that nested marks of the other family are
//! passed over. A paragraph's end closes what is open. An odd number of marks is an everyday matter, never an error.

use crate::briefing::Span;
use crate::extract::lexicon::{Lexicon, category};
use crate::extract::text::{TokenRange, Tokens};

/// Bytes of a sentence's last word with its full stop, below which it may be an initial.
const LEAST_LAST_WORD: usize = 4;

/// Which marks a segment stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkStyle {
    /// “ ” " „, and two backquotes or apostrophes.
    Double,
    /// ‘ ’ ' ‚, and a backquote.
    Single,
    /// « » ‹ ›
    Guillemets,
    /// 「 」 『 』
    Corners,
}

/// A quoted segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// Its words, marks included.
    pub span: Span,
    /// Its words without the marks.
    pub inner: Span,
    /// Its tokens, marks included.
    pub tokens: TokenRange,
    /// The marks it stands in.
    pub style: MarkStyle,
    /// Whether a mark closes it; otherwise the paragraph's end, or the next opening mark, did.
    pub closed: bool,
    /// Whether it goes on with a segment that the paragraph before left open.
    pub continues: bool,
}

/// A mark, and how it leans.
#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    length: usize,
    style: MarkStyle,
    /// Typed as an opening mark: “ ‘ « „ or a backquote.
    typed_open: bool,
    /// Typed without a direction: " or two apostrophes.
    straight: bool,
    lean: Lean,
    /// The character before it.
    before: Option<char>,
    /// Whether it is more likely an apostrophe: "’90s", "’em".
    elides: bool,
}

/// Which way a mark leans, going by its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lean {
    /// Nothing wordlike before it, something after it: it opens.
    Forward,
    /// Something before it, nothing wordlike after it: it closes.
    Back,
    /// Both can be said of it: `(“)`.
    Either,
    /// A straight mark between spaces: it opens where nothing is open, and closes otherwise.
    Alone,
    /// It stands between letters.
    Neither,
}

impl Lean {
    fn of(mark: char, before: Option<char>, next: Option<char>) -> Self {
        match mark {
            '「' | '『' => return Self::Forward,
            '」' | '』' => return Self::Back,
            '"' | '＂' if [before, next].iter().all(|c| c.is_none_or(char::is_whitespace)) => {
                return Self::Alone;
            }
            _ => {}
        }
        let forward = before.is_none_or(|c| c.is_whitespace() || is_opening(c))
            && next.is_some_and(|c| !c.is_whitespace() && !is_closing(c));
        let back = before.is_some_and(|c| !c.is_whitespace()) && !next.is_some_and(char::is_alphanumeric);
        match (forward, back) {
            (true, true) => Self::Either,
            (true, false) => Self::Forward,
            (false, true) => Self::Back,
            (false, false) => Self::Neither,
        }
    }
}

impl Mark {
    fn end(self) -> usize {
        self.at + self.length
    }

    fn leans_forward(self) -> bool {
        matches!(self.lean, Lean::Forward | Lean::Either)
    }

    fn leans_back(self) -> bool {
        matches!(self.lean, Lean::Back | Lean::Either)
    }

    /// Whether a single mark opens a segment even where one is open.
    fn opens_another(&self) -> bool {
        match self.lean {
            Lean::Forward => self.typed_open || self.straight && !self.elides,
            Lean::Either => self.typed_open,
            _ => false,
        }
    }
}

/// The segments of `source`, without their tokens.
pub(super) fn segments(source: &str, paragraphs: &[Span], lexicon: &Lexicon) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    let mut marks = Vec::new();
    let mut open_before = false;
    for paragraph in paragraphs {
        marks.clear();
        collect_marks(source, *paragraph, lexicon, &mut marks);
        let first = found.len();
        pair(source, *paragraph, &marks, lexicon, &mut found);
        if let Some(opening) = found.get_mut(first) {
            opening.continues = open_before && opening.span.start == paragraph.start;
        }
        open_before = found
            .get(first..)
            .and_then(<[Quoted]>::last)
            .is_some_and(|last| !last.closed);
    }
    found
}

/// Gives each segment its tokens, and tells the tokens that they are quoted.
pub(super) fn with_tokens(mut segments: Vec<Quoted>, tokens: &mut Tokens) -> Vec<Quoted> {
    for segment in &mut segments {
        segment.tokens = tokens.within(segment.span);
        tokens.set_quoted(segment.tokens, segment.closed);
    }
    segments.retain(|segment| !segment.tokens.is_empty());
    segments
}

fn collect_marks(source: &str, paragraph: Span, lexicon: &Lexicon, marks: &mut Vec<Mark>) {
    let text = paragraph.of(source);
    let mut before = None;
    let mut characters = text.char_indices().peekable();
    while let Some((offset, character)) = characters.next() {
        let doubled =
            matches!(character, '`' | '\'') && characters.peek().is_some_and(|(_, next)| *next == character);
        let style = match character {
            '“' | '”' | '"' | '„' | '‟' | '＂' => Some(MarkStyle::Double),
            '`' | '\'' if doubled => Some(MarkStyle::Double),
            '‘' | '’' | '\'' | '‛' | '‚' | '`' => Some(MarkStyle::Single),
            '«' | '»' | '‹' | '›' => Some(MarkStyle::Guillemets),
            '「' | '」' | '『' | '』' => Some(MarkStyle::Corners),
            _ => None,
        };
        if let Some(style) = style {
            let length = if doubled { 2 } else { character.len_utf8() };
            if doubled {
                characters.next();
            }
            let after = text.get(offset + length..).unwrap_or_default();
            let next = after.chars().next();
            marks.push(Mark {
                at: paragraph.start() + offset,
                length,
                style,
                typed_open: matches!(character, '“' | '‘' | '«' | '‹' | '„' | '‚' | '`' | '「' | '『'),
                straight: matches!(character, '"' | '＂' | '\''),
                lean: Lean::of(character, before, next),
                before,
                elides: style == MarkStyle::Single && elides(after, character == '‘', lexicon),
            });
        }
        before = Some(character);
    }
}

fn is_opening(character: char) -> bool {
    matches!(
        character,
        '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '\'' | '«' | '…' | ':' | '¿' | '¡'
    )
}

fn is_closing(character: char) -> bool {
    matches!(
        character,
        ')' | ']' | '}' | ',' | '.' | ';' | ':' | '!' | '?' | '”' | '»'
    )
}

/// Whether an apostrophe before `after` stands for left-out letters or digits.
fn elides(after: &str, typed_open: bool, lexicon: &Lexicon) -> bool {
    let word: &str = after
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let decade = word.len() <= 3 && word.bytes().take(2).filter(u8::is_ascii_digit).count() == 2;
    decade || !typed_open && lexicon.categories(word).any(category::ELISION)
}

fn pair(source: &str, paragraph: Span, marks: &[Mark], lexicon: &Lexicon, found: &mut Vec<Quoted>) {
    let singles = SingleCloses::of(marks);
    let mut index = 0;
    while let Some(open) = marks.get(index).copied() {
        index += 1;
        let rest = marks.get(index..).unwrap_or_default();
        let single_close = singles.after(index);
        if !opens(open, rest, single_close) {
            continue;
        }
        let (end, closed, passed) = close(open, rest, single_close, paragraph);
        index += passed;
        let end = if closed || end == paragraph.end() {
            end
        } else {
            before_introduction(source, Span::new(open.end(), end), lexicon)
        };
        let span = Span::new(open.at, end).trimmed(source);
        let inner_end = if closed {
            end - rest.get(passed - 1).map_or(0, |mark| mark.length)
        } else {
            span.end()
        };
        let inner = Span::new(open.end(), inner_end).trimmed(source);
        if inner.of(source).chars().any(char::is_alphanumeric) {
            found.push(Quoted {
                span,
                inner,
                tokens: TokenRange::default(),
                style: open.style,
                closed,
                continues: false,
            });
        }
    }
}

/// Where a segment ends whose closing mark is missing and that the next opening mark ended: what leads up to that mark
/// after the last full stop is the narrator's.
fn before_introduction(source: &str, span: Span, lexicon: &Lexicon) -> usize {
    let text = span.of(source).trim_end();
    let ends = |(at, _): &(usize, &str)| {
        let (sentence, rest) = text.split_at(at + 1);
        if !rest.starts_with(char::is_whitespace) || !rest.trim_start().starts_with(char::is_uppercase) {
            return false;
        }
        let word = sentence.rsplit(char::is_whitespace).next().unwrap_or_default();
        word.len() >= LEAST_LAST_WORD && !lexicon.categories(word).any(category::ABBREVIATION)
    };
    text.rmatch_indices(['.', '?', '!'])
        .find(ends)
        .map_or(span.end(), |(at, _)| span.start() + at + 1)
}

/// Whether `mark` opens a segment. `rest` are the marks after it, `single_close` that of them which would close a single segment.
fn opens(mark: Mark, rest: &[Mark], single_close: Option<usize>) -> bool {
    match mark.style {
        MarkStyle::Double | MarkStyle::Guillemets | MarkStyle::Corners => {
            // A typed opening mark opens unless it plainly leans back; the straight and the wrong-way must lean forward,
            // or stand alone with one to close them.
            let closes = |next: &Mark| next.lean != Lean::Forward;
            mark.leans_forward()
                || (mark.typed_open && !mark.leans_back())
                || mark.lean == Lean::Alone && next_of(mark.style, rest).is_some_and(closes)
        }
        MarkStyle::Single => {
            mark.leans_forward() && !mark.elides && (mark.typed_open || single_close.is_some())
        }
    }
}

/// Where the segment that `open` opened ends: the byte, whether a mark closed it, and how many marks of `rest` it took.
fn close(open: Mark, rest: &[Mark], single_close: Option<usize>, paragraph: Span) -> (usize, bool, usize) {
    let found = match open.style {
        MarkStyle::Single => single_close.map(|index| (index, true)),
        MarkStyle::Double if open.straight => match around_curly(rest) {
            Some(index) if index == rest.len() => return (paragraph.end(), false, index),
            Some(index) => Some((index, true)),
            None => paired_close(open.style, rest),
        },
        style => paired_close(style, rest),
    };
    match found {
        Some((index, true)) => (
            rest.get(index).map_or(paragraph.end(), |mark| mark.end()),
            true,
            index + 1,
        ),
        Some((index, false)) => (
            rest.get(index).map_or(paragraph.end(), |mark| mark.at),
            false,
            index,
        ),
        None => {
            // What a single mark opened and nothing closes must not swallow the double quotes after it.
            let next = rest
                .iter()
                .position(|mark| mark.style != open.style && mark.leans_forward());
            match next.filter(|_| open.style == MarkStyle::Single) {
                Some(index) => (
                    rest.get(index).map_or(paragraph.end(), |mark| mark.at),
                    false,
                    index,
                ),
                None => (paragraph.end(), false, rest.len()),
            }
        }
    }
}

/// Where a straight mark closes what a straight mark opened, curly quotes nested in it: its index, or how many
/// marks there are for the paragraph's end. Nothing where there are no such quotes, or they do not pair.
fn around_curly(rest: &[Mark]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut nested = false;
    for (index, mark) in rest.iter().enumerate() {
        if mark.style != MarkStyle::Double {
            continue;
        }
        if mark.straight {
            let closes = nested && depth == 0 && mark.lean != Lean::Forward;
            return closes.then_some(index);
        }
        if mark.typed_open {
            depth += 1;
            nested = true;
        } else {
            depth = depth.checked_sub(1)?;
        }
    }
    (nested && depth == 0).then_some(rest.len())
}

fn next_of(style: MarkStyle, marks: &[Mark]) -> Option<&Mark> {
    marks.iter().find(|mark| mark.style == style)
}

/// The mark that closes a double segment and `true`; or the one that opens the next, where the closing mark is missing.
fn paired_close(style: MarkStyle, rest: &[Mark]) -> Option<(usize, bool)> {
    let mut depth = 0_usize;
    for (index, mark) in rest.iter().enumerate().filter(|(_, mark)| mark.style == style) {
        let opens = mark.lean == Lean::Forward;
        let following = rest.get(index + 1..).unwrap_or_default();
        if !opens {
            // What closes after it shows that the mark after a digit is one of inches.
            let inches = mark.before.is_some_and(|c| c.is_ascii_digit())
                && next_of(style, following).is_some_and(|next| next.lean == Lean::Back);
            if inches {
                continue;
            }
            if depth == 0 {
                return Some((index, true));
            }
            depth -= 1;
            continue;
        }
        let closing = following
            .iter()
            .filter(|mark| mark.style == style)
            .take_while(|mark| mark.lean == Lean::Back)
            .count();
        if closing < depth + 2 {
            return Some((index, false));
        }
        depth += 1;
    }
    None
}

/// For each mark of a paragraph, the nearest from it on that has to do with closing single segments: found once, from the
/// end, because a paragraph may hold any number of marks that open nothing.
struct SingleCloses {
    nearest: Vec<Nearest>,
}

/// Indices of marks.
#[derive(Debug, Clone, Copy, Default)]
struct Nearest {
    /// One that opens another single segment: nothing after it closes this one.
    opening: Option<usize>,
    /// One that may close, and whether it may be an apostrophe all the same.
    closing: Option<(usize, bool)>,
    /// One that closes and is no apostrophe.
    sure: Option<usize>,
}

impl SingleCloses {
    fn of(marks: &[Mark]) -> Self {
        let mut nearest = vec![Nearest::default(); marks.len()];
        let mut next = Nearest::default();
        for (index, (mark, place)) in marks.iter().zip(&mut nearest).enumerate().rev() {
            if mark.style == MarkStyle::Single {
                if mark.opens_another() {
                    next.opening = Some(index);
                } else if mark.leans_back() && !(mark.leans_forward() && mark.elides) {
                    next.closing = Some((index, matches!(mark.before, Some('s' | 'S' | 'n'))));
                    if mark.before.is_some_and(|c| !c.is_alphanumeric()) {
                        next.sure = Some(index);
                    }
                }
            }
            *place = next;
        }
        Self { nearest }
    }

    /// The mark that closes a single segment, counted from `start`, the mark after the opening one: the first that leans
    /// back, but not the apostrophe of a plural ("the leaders’ plan") or of a clipped word ("goin’ on") where a surer one
    /// follows before the next opening mark.
    fn after(&self, start: usize) -> Option<usize> {
        let nearest = self.nearest.get(start)?;
        let within = |index: &usize| nearest.opening.is_none_or(|opening| *index < opening);
        let (first, doubtful) = nearest.closing.filter(|(index, _)| within(index))?;
        let sure = nearest.sure.filter(|index| doubtful && within(index));
        Some(sure.unwrap_or(first) - start)
    }
}
