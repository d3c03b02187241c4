//! A document of an office (Word, RTF, PDF), taken apart: its paragraphs, its title, and what it says of itself.

use crate::briefing::{Article, CleanText};
use crate::load::paragraphs::{self, Line, WholeWords, is_finished, is_list_item, single_spaced};
use crate::load::{date_line, decode, metadata, text};

/// Whom programs name as the author where nobody told them, in lower case.
const DEFAULT_AUTHORS: &[&str] = &[
    "(anonymous)",
    "(unspecified)",
    "admin",
    "administrator",
    "anonymous",
    "apache poi",
    "author",
    "calibre",
    "customer",
    "default user",
    "docx4j",
    "google docs",
    "guest",
    "libreoffice",
    "microsoft",
    "microsoft account",
    "microsoft corporation",
    "microsoft office",
    "microsoft office user",
    "microsoft user",
    "microsoft word",
    "microsoft-konto",
    "office user",
    "openoffice",
    "openoffice.org",
    "owner",
    "pandoc",
    "phpword",
    "preferred customer",
    "python-docx",
    "root",
    "un-named",
    "unknown",
    "unknown author",
    "unnamed",
    "user",
    "usuario",
    "usuario de windows",
    "usuário do windows",
    "utente",
    "utente windows",
    "utilisateur",
    "utilisateur windows",
    "valued customer",
    "windows user",
    "windows-benutzer",
];

/// The properties that an article has a use for.
#[derive(Debug, Default)]
pub(super) struct Properties {
    pub(super) title: String,
    pub(super) author: String,
    /// A day, as the program wrote it.
    pub(super) created: String,
    pub(super) language: String,
}

/// A document, taken apart.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// In order; a break within one is a newline. Some may have no words.
    pub(super) paragraphs: Vec<String>,
    /// Which of them is set as the title.
    pub(super) title: Option<usize>,
    /// Which of them is set as the standfirst.
    pub(super) standfirst: Option<usize>,
    pub(super) properties: Properties,
    /// What was left out or put right, a sentence each.
    pub(super) notes: Vec<String>,
}

/// Makes an article of a document. What its text tells wins over its properties: those are often an older document's.
pub(super) fn fill(parts: Parts, article: &mut Article) {
    let Parts {
        mut paragraphs,
        title,
        standfirst,
        properties,
        notes,
    } = parts;
    let count = paragraphs.iter().filter(|words| !words.trim().is_empty()).count();
    let mut taken = |place: usize| line(&std::mem::take(paragraphs.get_mut(place)?));
    if count > 1 {
        article.title = title.and_then(&mut taken);
    }
    // By itself, what is set so may be anything.
    if count > 2 && article.title.is_some() {
        article.standfirst = standfirst.and_then(taken);
    }
    let paragraphs = paragraphs.iter().flat_map(|words| parted(&decode::clean(words)));
    text::read_paragraphs(paragraphs.collect(), article);
    article
        .notes
        .extend(notes.iter().map(|note| CleanText::line(note)));
    article.title = article.title.take().or_else(|| line(&properties.title));
    article.byline = article.byline.take().or_else(|| author(&properties.author));
    article.language = article.language.take().or_else(|| line(&properties.language));
    article.made = date_line::published(&properties.created);
}

/// A paragraph, parted where its breaks do so. They part paragraphs where they come in twos, sentences, and lines of
/// metadata; else they only break a line.
fn parted(words: &str) -> Vec<String> {
    let lines = paragraphs::lines(words);
    if lines.len() < 2 {
        return lines.iter().map(|line| single_spaced(line.words)).collect();
    }
    let lines: Vec<(Line<'_>, bool)> = lines
        .into_iter()
        .map(|line| (line, metadata::read(line.words).is_some()))
        .collect();
    let whole = WholeWords::of(words);
    let runs = lines.chunk_by(|(_, tells), (_, next_tells)| !tells && !next_tells);
    runs.flat_map(|run| {
        let run: Vec<Line<'_>> = run.iter().map(|(line, _)| *line).collect();
        match paragraphs::cut_width(&run) {
            Some(width) => paragraphs::paragraphs(&run, Some(width), &whole),
            None => joined(&run),
        }
    })
    .collect()
}

/// Joins lines to paragraphs that end as a sentence does.
fn joined(lines: &[Line<'_>]) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    for line in lines {
        let words = single_spaced(line.words);
        match joined.last_mut() {
            Some(before) if !(line.after_blank || is_list_item(&words) || is_finished(before)) => {
                before.push(' ');
                before.push_str(&words);
            }
            _ => joined.push(words),
        }
    }
    joined
}

/// Who wrote a document, as its properties have it; none where that is only what a program puts there by itself.
pub(super) fn author(words: &str) -> Option<CleanText> {
    line(words).filter(|name| !DEFAULT_AUTHORS.contains(&name.to_lowercase().as_str()))
}

fn line(words: &str) -> Option<CleanText> {
    let line = CleanText::line(&decode::clean(words));
    (!line.is_empty()).then_some(line)
}
