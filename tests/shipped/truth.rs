//! What is true of a shipped article, as a person wrote it down.

use std::path::{Path, PathBuf};

use briefing::briefing::Span;
use serde::Deserialize;

/// One file of `tests/shipped/*.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Truth {
    /// The file in `briefings/`.
    pub article: String,
    /// Whether to leave aside what a person wrote, and look at what is extracted from the text alone.
    #[serde(default)]
    pub as_if_raw: bool,
    /// How many items a person wrote into each section of the file; all are kept, and tied to the words of the text.
    pub written: Option<WrittenCounts>,
    pub title: Option<String>,
    pub standfirst: Option<String>,
    pub byline: Option<String>,
    pub source: Option<String>,
    pub published: Option<String>,
    /// How the body starts: metadata lines are not in it.
    pub first_words: String,
    /// How it ends.
    pub last_words: String,
    /// What the program is known to get wrong. Exact: a cured miss must be struck.
    pub known_misses: Vec<String>,
    /// Every quoted passage, in order of where it starts. `[…]` stands for words left out.
    pub speech: Vec<Utterance>,
    /// Some of what is reported without quotation marks, in order.
    #[serde(default)]
    pub reported: Vec<Utterance>,
    /// Some words that no indirect quote may have.
    #[serde(default)]
    pub unreported: Vec<String>,
    /// In quotation marks, and nobody's speech.
    pub nobodys: Vec<String>,
    /// Who must be among the actors, once.
    pub actors: Vec<Person>,
    /// Names of others who may be among the actors; nothing else may.
    pub actors_besides: Vec<String>,
    /// Every date expression, in order.
    pub dates: Vec<Dated>,
    /// Words that may be found as dates or not.
    pub dates_besides: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenCounts {
    pub summary: usize,
    pub actors: usize,
    pub quotes: usize,
    pub timeline: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Utterance {
    pub words: String,
    pub speaker: OneOf,
    pub kind: Option<String>,
    /// The TIMEX3 value of when it was said, where the text tells.
    pub said_on: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: String,
    #[serde(default)]
    pub also: Vec<String>,
    pub kind: String,
    pub role: Option<OneOf>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    pub words: String,
    pub value: OneOf,
}

/// One right answer, or several that are as good.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum OneOf {
    Only(String),
    Any(Vec<String>),
}

impl OneOf {
    pub fn as_slice(&self) -> &[String] {
        match self {
            Self::Only(answer) => std::slice::from_ref(answer),
            Self::Any(answers) => answers,
        }
    }
}

impl Truth {
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub fn article_path(&self) -> PathBuf {
        root().join("briefings").join(&self.article)
    }
}

/// Where each of `utterances` stands, if the text has it.
pub fn places(utterances: &[Utterance], text: &str) -> Vec<Option<Span>> {
    // Speech may stand within speech, so the next one starts anywhere after the start of this one.
    let mut from = 0;
    let mut place = |utterance: &Utterance| {
        let span = locate(text, &utterance.words, from)?;
        from = span.start() + span.of(text).chars().next().map_or(0, char::len_utf8);
        Some(span)
    };
    utterances.iter().map(&mut place).collect()
}

/// Every truth file, in order of name.
pub fn files() -> Vec<PathBuf> {
    let folder = root().join("tests/shipped");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}

/// The clone.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where `words` stand in `text` at or after byte `from`. `[…]` in `words` stands for any words.
pub fn locate(text: &str, words: &str, from: usize) -> Option<Span> {
    let mut pieces = words.split(" […] ");
    let first = pieces.next()?;
    let start = from + text.get(from..)?.find(first)?;
    let mut end = start + first.len();
    for piece in pieces {
        end += text.get(end..)?.find(piece)? + piece.len();
    }
    Some(Span::new(start, end))
}
