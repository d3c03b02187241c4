//! What is measured: the articles that ship with the program, repeated to the size that is wanted.

// Each bench uses a part of this.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

use briefing::briefing::{Article, CleanText};
use briefing::load::load_file;

/// The raw articles of the folder `briefings`; the briefing kept by hand is not among them.
pub fn shipped() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "txt" || extension == "md")
        })
        .collect();
    files.sort();
    files
}

/// The bodies of the shipped articles, in paragraphs.
pub fn paragraphs() -> Vec<String> {
    let bodies = shipped()
        .into_iter()
        .map(|path| load_file(&path).unwrap().article.text);
    bodies
        .flat_map(|body| body.split("\n\n").map(ToOwned::to_owned).collect::<Vec<_>>())
        .collect()
}

/// A text of `bytes` bytes or a little more, in whole paragraphs of the shipped articles from the paragraph `first` on.
pub fn text(bytes: usize, first: usize) -> String {
    let paragraphs = paragraphs();
    let mut text = String::with_capacity(bytes + 1024);
    for paragraph in paragraphs.iter().cycle().skip(first % paragraphs.len()) {
        if text.len() >= bytes {
            break;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(paragraph);
    }
    text
}

/// The same as an article.
pub fn article(bytes: usize) -> Article {
    Article {
        text: CleanText::new(&text(bytes, 0)),
        published: Some(jiff::civil::date(2025, 9, 4).into()),
        ..Article::default()
    }
}
