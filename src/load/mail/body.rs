//! The text of a message: its parts → the paragraphs of an article.

use std::collections::HashSet;

use super::parts::Body;
use crate::briefing::{Article, CleanText};
use crate::load::limits::Deadline;
use crate::load::paragraphs::{self, is_finished, letters};
use crate::load::{decode, fragment, html, text};

/// A web page of a message is read whole where its best part leaves out more than one in so many letters of its sentences:
/// newsletters have many stories side by side.
const MOST_LEFT_OUT_ONE_IN: usize = 7;

/// What a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Letter,
    /// A web page that somebody saved.
    SavedPage,
}

/// Reads the text of a message. A picture parts it in several pieces.
pub(super) fn read_bodies(bodies: &[Body], kind: Kind, deadline: Deadline, article: &mut Article) {
    let mut rest = bodies.iter();
    if let Some(words) = all_words(bodies) {
        return text::read(&decode::clean(&words), article);
    }
    match rest.next() {
        Some(Body::Words(words)) => text::read(&decode::clean(words), article),
        Some(Body::Page(page)) => read_page(page, kind, deadline, article),
        None => return,
    }
    let rest: Vec<String> = rest.flat_map(pieces).collect();
    if !rest.is_empty() {
        let whole = format!("{}\n\n{}", article.text, rest.join("\n\n"));
        article.text = CleanText::new(&whole);
    }
}

/// Whether a message is all plain text.
pub(super) fn is_plain(bodies: &[Body]) -> bool {
    bodies.iter().all(|body| matches!(body, Body::Words(_)))
}

/// The text of a message that is all plain.
fn all_words(bodies: &[Body]) -> Option<String> {
    let words: Option<Vec<&str>> = bodies
        .iter()
        .map(|body| match body {
            Body::Words(words) => Some(words.as_str()),
            Body::Page(_) => None,
        })
        .collect();
    words.map(|words| words.join("\n\n"))
}

/// The paragraphs of a piece.
fn pieces(body: &Body) -> Vec<String> {
    match body {
        Body::Words(words) => {
            let words = paragraphs::normal_form(&decode::clean(words));
            words.split("\n\n").map(str::to_owned).collect()
        }
        Body::Page(page) => {
            let paragraphs = fragment::paragraphs(page);
            paragraphs
                .iter()
                .map(|words| decode::clean(words).to_string())
                .collect()
        }
    }
}

/// The lines of plain text, or the paragraphs where there is a page.
pub(super) fn lines(bodies: &[Body]) -> Vec<String> {
    match all_words(bodies) {
        Some(words) => decode::clean(&words).lines().map(str::to_owned).collect(),
        None => bodies.iter().flat_map(pieces).collect(),
    }
}

/// Reads some of the [`lines`] of a message.
pub(super) fn read_lines(lines: &[String], bodies: &[Body], article: &mut Article) {
    if is_plain(bodies) {
        text::read(&lines.join("\n"), article);
    } else {
        text::read_paragraphs(lines.to_vec(), article);
    }
}

/// Reads a page; where nothing of it seems to be an article, all of it is.
fn read_page(page: &str, kind: Kind, deadline: Deadline, article: &mut Article) {
    let page = decode::clean(page);
    let mut read = article.clone();
    match html::read(&page, deadline, &mut read) {
        Ok(()) if !read.text.is_empty() => {}
        _ => return fragment::read(&page, article),
    }
    *article = read;
    if kind == Kind::Letter
        && let Ok(all) = html::all_paragraphs(&page)
        && leaves_out(&article.text, &all)
    {
        text::read_paragraphs(all, article);
    }
}

/// Whether a notable share of the sentences in `all` is not in `text`.
fn leaves_out(text: &str, all: &[String]) -> bool {
    let known: HashSet<String> = text.split("\n\n").map(|known| letters(known).collect()).collect();
    let whole: String = letters(text).collect();
    let (mut left_out, mut length) = (0, 0);
    for paragraph in all.iter().filter(|paragraph| is_finished(paragraph)) {
        let letters: String = letters(paragraph).collect();
        length += letters.len();
        if !known.contains(&letters) && memchr::memmem::find(whole.as_bytes(), letters.as_bytes()).is_none() {
            left_out += letters.len();
        }
    }
    left_out * MOST_LEFT_OUT_ONE_IN > length
}
