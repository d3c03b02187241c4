//! Bytes → [`Article`]: detection, decoding, cleaning; one file a format.
//!
//! | File | What it is for |
//! |---|---|
//! | `file`, `limits` | a file or standard input → its bytes, and how many may be read |
//! | `names`, `formats`, `signs` | which files are articles; which kind of file it is, and who reads it |
//! | `decode`, `charset`, `utf16`, `mac_roman`, `mixed`, `mojibake` | bytes → text, whatever the encoding, and letters that were encoded twice |
//! | `gate` | what the words of every container pass: letters put right, and what is to be said of it |
//! | `entities`, `symbols` | signs written as references (`&rsquo;`, `&#8217;`); those of fonts that only have signs |
//! | `detect` | which format it is in |
//! | `text`, `markdown`, `html`, `toml` | one format each, of one article a file |
//! | `feed`, `agency`, `mail` | feeds; ninjs and `NewsML`; messages and mailboxes |
//! | `archive` | gzip, ZIP, tar, WARC: what is in them |
//! | `office`, `pdf`, `epub`, `exports` | Word and RTF; PDF; e-books; what news databases give out |
//! | `document` | what documents of offices have in common |
//! | `elements`, `markup`, `fragment`, `xml` | what the elements of HTML are, HTML that is all article, and what is common to XML |
//! | `found`, `entry_key` | the articles of a file as they are found in it, and what each is known by |
//! | `guard` | parsers of others, which may fail |
//! | `metadata`, `date_line`, `date_words`, `calendar`, `dateline`, `front_matter` | what is no prose, and what it tells |
//! | `letterhead` | "From: …", "Sent: …", "Subject: …": the head of a letter that was pasted or forwarded |
//! | `paragraphs` | lines → the normal form of [`Article::text`] |
//! | `sidecar` | the correction beside an article |
//!
//! A file may hold many articles: [`load_all`] gives them all, and one that cannot be read costs only itself.
//! [`load_file`] is for files of one.
//!
//! This room speaks the words of [`briefing`](crate::briefing) and uses no other room of ours.

// A slim build leaves some of what the formats share unused.
#![cfg_attr(not(feature = "all-formats"), allow(dead_code, unused_variables))]

mod agency;
#[cfg(feature = "unzip")]
mod archive;
mod calendar;
mod charset;
mod date_line;
mod date_words;
mod dateline;
mod decode;
mod detect;
mod document;
mod elements;
mod entities;
mod entry_key;
#[cfg(feature = "epub")]
mod epub;
mod error;
mod exports;
#[cfg(feature = "feeds")]
mod feed;
mod file;
mod formats;
mod found;
mod fragment;
mod front_matter;
mod gate;
mod guard;
mod html;
mod letterhead;
mod limits;
mod mac_roman;
#[cfg(feature = "mail")]
mod mail;
mod markdown;
mod markup;
mod metadata;
mod mixed;
mod mojibake;
mod names;
mod office;
mod paragraphs;
#[cfg(feature = "pdf")]
mod pdf;
mod sidecar;
mod signs;
mod symbols;
mod text;
mod toml;
mod utf16;
mod xml;

use std::collections::HashMap;
use std::path::Path;

use crate::briefing::{Article, ArticleId, CleanText, Written};
use found::Found;

pub use detect::{looks_like_briefing, looks_like_page, looks_like_text};
pub use error::LoadError;
pub use file::{open_file, read_small_file, standard_input};
pub use guard::is_guarded;
pub use limits::{Deadline, Limits};
pub use names::{belongs_to_page, is_address, is_article};
#[cfg(feature = "pdf")]
pub use pdf::{PDF_WORKER, take_pdf_apart, take_pdfs_apart_with};
pub use sidecar::{corrected, correction, held, is_sidecar, kept_at, kept_in, sidecar_of, sidecar_path};

/// What a file holds: the article, and what a person wrote about it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Loaded {
    /// The article.
    pub article: Article,
    /// The sections that a briefing file or the correction beside an article has, each item with the spans of its words
    /// where the article has them.
    pub written: Written,
}

/// Reads all articles of a file, and the corrections beside it; there is at least one result. The name of a correction
/// stands for the article that it corrects.
pub fn load_all(path: &Path, limits: &Limits) -> Vec<Result<Loaded, LoadError>> {
    match corrected(path) {
        Some(id) if id.entry.is_some() => vec![load_entry(&id, limits)],
        Some(id) => load_file_of(&id.path, limits),
        None => load_file_of(path, limits),
    }
}

/// Reads all articles of a file in memory; there is at least one result. `path` is used to tell the format where the
/// content does not, and in messages. Nothing is looked for beside it.
pub fn load_all_bytes(bytes: &[u8], path: Option<&Path>, limits: &Limits) -> Vec<Result<Loaded, LoadError>> {
    let all = articles(bytes, path, limits).into_iter();
    all.map(|loaded| loaded.map(located)).collect()
}

/// Reads one article, which may be one of many in its file, and the correction beside it.
pub fn load_entry(id: &ArticleId, limits: &Limits) -> Result<Loaded, LoadError> {
    let named = corrected(&id.path);
    let id = named.as_ref().unwrap_or(id);
    let Some(key) = &id.entry else {
        return own(load_file_of(&id.path, limits), &id.path);
    };
    let mut all = load_entries(&id.path, std::slice::from_ref(key), limits);
    all.pop().unwrap_or_else(|| Err(no_entry(&id.path, key)))
}

/// Reads those articles of a file of many that have these keys, and the corrections beside them: a result for each key, or
/// one where the file cannot be read.
pub fn load_entries(path: &Path, keys: &[String], limits: &Limits) -> Vec<Result<Loaded, LoadError>> {
    let bytes = match file::read(path, limits) {
        Ok(bytes) => bytes,
        Err(error) => return vec![Err(error)],
    };
    let mut entries = HashMap::new();
    for loaded in articles(&bytes, Some(path), limits).into_iter().flatten() {
        if let Some(entry) = &loaded.article.entry {
            entries.insert(entry.key.clone(), loaded);
        }
    }
    let read = |key: &String| {
        let loaded = entries.remove(key).ok_or_else(|| no_entry(path, key));
        Ok(located(sidecar::put_right(loaded?, limits)?))
    };
    keys.iter().map(read).collect()
}

fn no_entry(path: &Path, key: &str) -> LoadError {
    LoadError::NoEntry {
        path: error::shown(path),
        key: CleanText::line(key),
    }
}

/// Reads a file of one article, and the correction beside it where there is one. The name of a correction stands for
/// the article that it corrects.
pub fn load_file(path: &Path) -> Result<Loaded, LoadError> {
    one(load_all(path, &Limits::default()), Some(path))
}

/// Reads one article from memory; `path` is used to tell the format where the content does not, and in messages.
/// Nothing is looked for beside it.
pub fn load_bytes(bytes: &[u8], path: Option<&Path>) -> Result<Loaded, LoadError> {
    one(load_all_bytes(bytes, path, &Limits::default()), path)
}

fn load_file_of(path: &Path, limits: &Limits) -> Vec<Result<Loaded, LoadError>> {
    let bytes = match file::read(path, limits) {
        Ok(bytes) => bytes,
        Err(error) => return vec![Err(error)],
    };
    let all = articles(&bytes, Some(path), limits).into_iter();
    all.map(|loaded| Ok(located(sidecar::put_right(loaded?, limits)?)))
        .collect()
}

/// The article that a file is, where others are in it too: the message that they are attached to.
fn own(mut all: Vec<Result<Loaded, LoadError>>, path: &Path) -> Result<Loaded, LoadError> {
    let is_own = |loaded: &Result<Loaded, LoadError>| {
        loaded.as_ref().is_ok_and(|loaded| loaded.article.entry.is_none())
    };
    match all.iter().position(is_own) {
        Some(place) => all.swap_remove(place),
        None => one(all, Some(path)),
    }
}

fn one(mut all: Vec<Result<Loaded, LoadError>>, path: Option<&Path>) -> Result<Loaded, LoadError> {
    let path = path.map_or_else(|| CleanText::line("standard input"), error::shown);
    match (all.pop(), all.len()) {
        (Some(only), 0) => only,
        (Some(_), others) => Err(LoadError::Several {
            path,
            count: others + 1,
        }),
        (None, _) => Err(LoadError::Empty { path }),
    }
}

fn located(mut loaded: Loaded) -> Loaded {
    let (written, is_whole) = loaded.written.locate(&loaded.article.text);
    loaded.written = written;
    if !is_whole {
        loaded.article.notes.push(CleanText::line(
            "So much was written about it by hand that not all of the words were looked for in the article.",
        ));
    }
    loaded
}

fn articles(bytes: &[u8], path: Option<&Path>, limits: &Limits) -> Vec<Result<Loaded, LoadError>> {
    let mut found = Found::new(path, limits);
    formats::read(bytes, path, &mut found);
    found.finish()
}
