//! A document of an office (Word, RTF, PDF), taken apart: its paragraphs, its title, and what it says of itself.

use crate::briefing::{Article, CleanText};
use crate::load::{date_line, decode, text};

/// Whom programs name as the author where nobody told them, in lower case.
const DEFAULT_AUTHORS: &[&str] = &[
    "admin",
    "administrator",
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
    /// In order, each in one line.
    pub(super) paragraphs: Vec<String>,
    /// Which of them is set as the title.
    pub(super) title: Option<usize>,
    pub(super) properties: Properties,
}

/// Makes an article of a document. What its text tells wins over its properties: those are often an older document's.
pub(super) fn fill(parts: Parts, article: &mut Article) {
    let Parts {
        mut paragraphs,
        title,
        properties,
    } = parts;
    if let Some(place) = title.filter(|place| *place < paragraphs.len() && paragraphs.len() > 1) {
        article.title = line(&paragraphs.remove(place));
    }
    let paragraphs = paragraphs
        .iter()
        .map(|words| decode::clean(words).to_string())
        .collect();
    text::read_paragraphs(paragraphs, article);
    article.title = article.title.take().or_else(|| line(&properties.title));
    article.byline = article.byline.take().or_else(|| author(&properties.author));
    article.language = article.language.take().or_else(|| line(&properties.language));
    article.made = date_line::published(&properties.created);
}

/// Who wrote a document, as its properties have it; none where that is only what a program puts there by itself.
pub(super) fn author(words: &str) -> Option<CleanText> {
    line(words).filter(|name| !DEFAULT_AUTHORS.contains(&name.to_lowercase().as_str()))
}

fn line(words: &str) -> Option<CleanText> {
    let line = CleanText::line(&decode::clean(words));
    (!line.is_empty()).then_some(line)
}
