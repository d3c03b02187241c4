//! Words, numbers and punctuation.

use crate::briefing::Span;
use std::ops::Range;

use crate::extract::lexicon::{Categories, Lexicon, category, ends_in, value};

/// A run of tokens: half-open, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct TokenRange {
    start: u32,
    end: u32,
}

impl TokenRange {
    /// The tokens from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        Self {
            start: narrow(start),
            end: narrow(end).max(narrow(start)),
        }
    }

    /// Index of the first token.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the index of the last token.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// How many tokens.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the token at `index` is among them.
    pub fn holds(self, index: usize) -> bool {
        self.start() <= index && index < self.end()
    }

    /// The indices, from the first.
    pub fn indices(self) -> std::ops::Range<usize> {
        self.start()..self.end()
    }
}

/// What a token looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Shape {
    /// A word in lower case.
    Lower,
    /// A word that opens with a capital: "Paris", "O'Neill", `McCain`, and a single capital: "I", "J.".
    Capitalised,
    /// Two capitals and more, nothing lower: "NATO", "U.S.".
    Upper,
    /// A word that opens with a lower-case letter and has capitals: "iPhone", "al-Assad".
    Mixed,
    /// Opens with a digit: "2014", "1,000", "3.5", "20th", "14:30", "1/2/2021".
    Number,
    /// The possessive ending: "'s", or the apostrophe alone after a plural.
    Possessive,
    /// A quotation mark that opens or closes a quoted segment.
    Mark,
    /// One other character: the punctuation, or a symbol.
    Punctuation(char),
    /// No token: what stands past either end.
    #[default]
    Nothing,
}

/// One token: a plain value, without text of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Token {
    /// Its words.
    pub span: Span,
    /// What it looks like.
    pub shape: Shape,
    /// Whether it stands in a quoted segment (the marks themselves do).
    pub quoted: bool,
    /// What the lexicon says of it, whatever its case.
    pub categories: Categories,
}

impl Token {
    /// Whether the lexicon lists it under one of `categories`.
    pub fn is(self, categories: Categories) -> bool {
        self.categories.any(categories)
    }

    /// Whether it is a word: anything with letters that is no ending.
    pub fn is_word(self) -> bool {
        matches!(
            self.shape,
            Shape::Lower | Shape::Capitalised | Shape::Upper | Shape::Mixed
        )
    }

    /// Whether it is a word with a capital.
    pub fn is_capitalised(self) -> bool {
        matches!(self.shape, Shape::Capitalised | Shape::Upper)
    }

    /// Whether it is this punctuation character.
    pub fn is_punctuation(self, character: char) -> bool {
        self.shape == Shape::Punctuation(character)
    }

    /// Whether it is a dash that separates: "–", "—", or a hyphen that stands alone.
    pub fn is_dash(self) -> bool {
        matches!(self.shape, Shape::Punctuation('–' | '—' | '-' | '―'))
    }
}

/// All tokens of a text.
#[derive(Debug, Clone, Default)]
pub struct Tokens(Vec<Token>);

impl Tokens {
    /// The token at `index`; past either end a token that is nothing.
    pub fn at(&self, index: usize) -> Token {
        self.0.get(index).copied().unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The tokens that lie wholly within `span`.
    pub fn within(&self, span: Span) -> TokenRange {
        let start = self.0.partition_point(|token| token.span.start < span.start);
        let end = self.0.partition_point(|token| token.span.end <= span.end);
        TokenRange::new(start, end)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Token> + '_ {
        self.0.iter().copied()
    }

    /// Notes that no phrase of the lexicon opens with the token at `index`.
    pub(super) fn head_no_phrase(&mut self, index: usize) {
        if let Some(token) = self.0.get_mut(index) {
            token.categories = token.categories.without_phrase_head();
        }
    }

    /// Marks the tokens of `range` as quoted, and the first, and the last where `closed`, as quotation marks.
    pub(super) fn set_quoted(&mut self, range: TokenRange, closed: bool) {
        let last = range.len().saturating_sub(1);
        for (position, token) in self.0.get_mut(range.indices()).into_iter().flatten().enumerate() {
            token.quoted = true;
            if position == 0 || (closed && position == last) {
                token.shape = Shape::Mark;
            }
        }
    }
}

/// Cuts `source` into tokens.
pub(super) fn tokenise(source: &str, lexicon: &Lexicon) -> Tokens {
    let mut tokens = Vec::with_capacity(source.len() / 5);
    let mut position = 0;
    while let Some(character) = source.get(position..).and_then(|rest| rest.chars().next()) {
        if character.is_whitespace() {
            position += character.len_utf8();
            continue;
        }
        let (end, shape) = if character.is_alphabetic() {
            word_end(source, position, lexicon)
        } else if character.is_ascii_digit() {
            (number_end(source, position), Shape::Number)
        } else if let Some(end) = possessive_end(source, position, tokens.last(), lexicon) {
            (end, Shape::Possessive)
        } else {
            (
                symbol_end(source, position, character),
                Shape::Punctuation(character),
            )
        };
        let span = Span::new(position, end);
        let worded = !matches!(shape, Shape::Punctuation(_) | Shape::Possessive);
        let categories = if worded {
            lexicon.categories(span.of(source))
        } else {
            Categories::NONE
        };
        tokens.push(Token {
            span,
            shape,
            quoted: false,
            categories,
        });
        position = end;
    }
    Tokens(tokens)
}

fn next_character(source: &str, position: usize) -> Option<char> {
    source.get(position..).and_then(|rest| rest.chars().next())
}

/// A word: letters and digits, with hyphens, apostrophes, ampersands and full stops that stand between letters. The ending
/// "'s" is left for a token of its own; the full stop of an abbreviation belongs to the word.
fn word_end(source: &str, start: usize, lexicon: &Lexicon) -> (usize, Shape) {
    let mut end = start;
    let (mut letters, mut capitals, mut dotted) = (0_usize, 0_usize, false);
    while let Some(character) = next_character(source, end) {
        let after = end + character.len_utf8();
        if character.is_alphanumeric() || is_combining(character) {
            letters += usize::from(character.is_alphabetic());
            capitals += usize::from(character.is_uppercase());
        } else if is_joiner(character) && next_character(source, after).is_some_and(char::is_alphanumeric) {
            if matches!(character, '\'' | '’') && possessive_length(source, after, lexicon).is_some() {
                break;
            }
            if character == '-' && joins_dates(source, start..end, after, lexicon) {
                break;
            }
            if character == '.' {
                // "U.S.", "e.g.": a full stop joins single letters only, so that "end.Next" stays two words.
                let single = source.get(..end).is_some_and(|before| {
                    before.chars().rev().take_while(|c| c.is_alphanumeric()).count() == 1
                });
                if !single {
                    break;
                }
                dotted = true;
            }
        } else {
            break;
        }
        end = after;
    }
    if next_character(source, end) == Some('.') {
        let stopped = source.get(start..=end).unwrap_or_default();
        let initial = || letters == 1 && capitals == 1 && !is_pronoun(source, start, end, lexicon);
        if dotted || initial() || lexicon.categories(stopped).any(category::ABBREVIATION) {
            end += 1;
        }
    }
    let opens_capital = next_character(source, start).is_some_and(char::is_uppercase);
    let shape = match (opens_capital, capitals) {
        (true, _) if capitals >= 2 && capitals == letters => Shape::Upper,
        (true, _) => Shape::Capitalised,
        (false, 0) => Shape::Lower,
        (false, _) => Shape::Mixed,
    };
    (end, shape)
}

/// Whether the hyphen before `after` stands between two dates: "31 May-2 June", "Monday-Wednesday", but not "May-born".
fn joins_dates(source: &str, left: Range<usize>, after: usize, lexicon: &Lexicon) -> bool {
    let word = source.get(left).unwrap_or_default();
    let goes_on = next_character(source, after)
        .is_some_and(|character| character.is_ascii_digit() || character.is_uppercase());
    goes_on
        && word.starts_with(char::is_uppercase)
        && lexicon.categories(word).any(category::DATE_WORD)
        && value(&lexicon.date_word, word).is_some_and(|classes| {
            ["MONTH", "WEEKDAY"]
                .iter()
                .any(|class| classes.starts_with(class))
        })
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
}

fn is_joiner(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '.' | '&')
}

/// The capital "I", which is no initial.
fn is_pronoun(source: &str, start: usize, end: usize, lexicon: &Lexicon) -> bool {
    let word = source.get(start..end).unwrap_or_default();
    lexicon.categories(word).any(category::PRONOUN_FIRST)
}

/// The length of the ending of a possessive that ends a word here, so that the apostrophe before it opens the ending.
fn possessive_length(source: &str, position: usize, lexicon: &Lexicon) -> Option<usize> {
    let rest = source.get(position..)?;
    lexicon.possessive_ending.iter().find_map(|ending| {
        let (end, after) = rest.split_at_checked(ending.len())?;
        let ends = end.eq_ignore_ascii_case(ending) && !after.starts_with(char::is_alphanumeric);
        ends.then_some(ending.len())
    })
}

fn possessive_end(
    source: &str,
    position: usize,
    previous: Option<&Token>,
    lexicon: &Lexicon,
) -> Option<usize> {
    let mark = next_character(source, position).filter(|mark| matches!(mark, '\'' | '’'))?;
    let previous = previous.filter(|token| token.span.end() == position)?;
    let after = position + mark.len_utf8();
    if let Some(length) = possessive_length(source, after, lexicon) {
        return Some(after + length);
    }
    // The apostrophe of "the leaders' plan"; where it closes a quoted segment, `set_quoted` makes it a mark.
    let plural = previous.is_word() && ends_in(previous.span.of(source), lexicon.plural_ending);
    (plural && next_character(source, after).is_some_and(|next| next == ' ')).then_some(after)
}

/// A number with what belongs to it: thousands, decimals, clock times, slashes, and letters ("20th", "5pm", "10m").
fn number_end(source: &str, start: usize) -> usize {
    let mut end = start;
    while let Some(character) = next_character(source, end) {
        let after = end + character.len_utf8();
        let joins = matches!(character, ',' | '.' | ':' | '/')
            && next_character(source, after).is_some_and(|next| next.is_ascii_digit());
        if !character.is_alphanumeric() && !joins {
            break;
        }
        end = after;
    }
    end
}

/// Two backquotes, two apostrophes, three full stops and two hyphens are one token; anything else is a character.
fn symbol_end(source: &str, start: usize, character: char) -> usize {
    let rest = source.get(start..).unwrap_or_default();
    for pair in ["...", "``", "''", "--"] {
        if rest.starts_with(pair) {
            return start + pair.len();
        }
    }
    start + character.len_utf8()
}
