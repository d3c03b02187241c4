//! Files of every kind that hold articles, small and written by us: what comes out of each, and what is said of their
//! broken and hostile twins.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

mod agency;
mod archives;
#[path = "../common/mod.rs"]
mod common;
mod exports;
mod feeds;
#[path = "../common/limits.rs"]
mod limits;
mod mail;
mod office;
mod pdf;
mod texts;

use std::path::Path;

use briefing::briefing::Article;
use briefing::load::{Limits, load_all_bytes};

/// The articles in a file, and what is said of those that cannot be read.
fn articles(bytes: &[u8], name: &str) -> (Vec<Article>, Vec<String>) {
    articles_within(bytes, name, &limits::patient())
}

fn articles_within(bytes: &[u8], name: &str, limits: &Limits) -> (Vec<Article>, Vec<String>) {
    let (mut articles, mut errors) = (Vec::new(), Vec::new());
    for loaded in load_all_bytes(bytes, Some(Path::new(name)), limits) {
        match loaded {
            Ok(loaded) => articles.push(loaded.article),
            Err(error) => errors.push(error.to_string()),
        }
    }
    (articles, errors)
}

/// The one article in a file.
#[track_caller]
fn article(bytes: &[u8], name: &str) -> Article {
    let (mut articles, errors) = articles(bytes, name);
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(articles.len(), 1);
    articles.remove(0)
}

/// What is said of a file that gives nothing.
#[track_caller]
fn refusal(bytes: &[u8], name: &str) -> String {
    let (articles, errors) = articles(bytes, name);
    assert!(articles.is_empty(), "{} articles", articles.len());
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors.into_iter().next().unwrap()
}

/// What an article is, and what it knows about itself, a line a field.
fn about(article: &Article) -> String {
    let notice = article.notice.as_ref();
    let notice = notice.map_or_else(String::new, |notice| format!("notice: {notice}\n"));
    format!(
        "name: {}\nformat: {}\n{notice}{}",
        article.file_name(),
        article.format.as_str(),
        common::about(article)
    )
}

fn all_about(articles: &[Article]) -> String {
    articles.iter().map(about).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn content_tells_what_a_file_is_whatever_it_is_called() {
    let feed = br#"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "7", "content_text": "The herring came late."}]}"#;
    let zip = archives::zip(&[("a.txt", b"The herring came late this year.")]);
    for (bytes, format) in [
        (&feed[..], "feed"),
        (&zip[..], "text"),
        (b"{\\rtf1 The herring came late.}", "rtf"),
        (b"Message-ID: <1>\nSubject: x\n\nThe herring came late.", "mail"),
        (b"<html><body><p>The herring came late.</p></body></html>", "html"),
        (b"The herring came late.", "text"),
    ] {
        for name in [
            "a", "a.txt", "a.zip", "a.docx", "a.xml", "a.json", "a.epub", "a.gz",
        ] {
            let (articles, errors) = articles(bytes, name);
            assert!(errors.is_empty(), "{errors:?}");
            assert_eq!(articles[0].format.as_str(), format, "{name}");
        }
    }
}

/// Every beginning of a good file, in steps, is read or refused; nothing else happens.
fn survives_being_cut(bytes: &[u8], name: &str) {
    for end in (0..bytes.len()).step_by(bytes.len() / 60 + 1) {
        let (_, errors) = articles(&bytes[..end], name);
        assert!(errors.iter().all(|error| error.starts_with(name)), "{errors:?}");
    }
}

/// Whatever byte of a good file is another, it is read or refused; nothing else happens.
fn survives_damage(bytes: &[u8], name: &str) {
    let mut damaged = bytes.to_vec();
    for place in (0..bytes.len()).step_by(bytes.len() / 80 + 1) {
        for value in [0, b'<', 0xff] {
            let before = std::mem::replace(&mut damaged[place], value);
            let (_, errors) = articles(&damaged, name);
            assert!(errors.iter().all(|error| error.starts_with(name)), "{errors:?}");
            damaged[place] = before;
        }
    }
}
