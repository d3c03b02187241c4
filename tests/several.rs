//! Files that hold many articles: each is an article of the library like any other, with corrections of its own, and one
//! that cannot be read costs only itself.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use briefing::briefing::ArticleId;
use briefing::library::{self, Options, kept_in};
use briefing::load::{
    Limits, LoadError, corrected, is_sidecar, load_all, load_all_bytes, load_bytes, load_entry,
};
use tempfile::TempDir;

/// A mailbox; each message has a number in its identity, a subject and a body.
fn mailbox(messages: &[(u32, &str, &str)]) -> String {
    let mut mailbox = String::new();
    for (number, subject, body) in messages {
        write!(
            mailbox,
            "From desk@mellby.example Thu Sep  4 14:30:00 2025\nFrom: Ida Holm <ida@mellby.example>\nMessage-ID: \
             <{number}@mellby.example>\nDate: Thu, 4 Sep 2025 14:30:00 +0200\nSubject: {subject}\n\n{body}\n\n"
        )
        .unwrap();
    }
    mailbox
}

const FIRST: (u32, &str, &str) = (
    1,
    "Bridge shut",
    "The bridge over the Mell was shut on Tuesday, the mayor said.",
);
const EMPTY: (u32, &str, &str) = (2, "Nothing", "");
const LAST: (u32, &str, &str) = (
    3,
    "Ferry full",
    "The ferry was full. “We turned forty cars away,” said Per Aas, its master.",
);

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

#[test]
fn each_is_named_and_a_bad_one_costs_only_itself() {
    let all = load_all_bytes(
        mailbox(&[FIRST, EMPTY, LAST]).as_bytes(),
        Some(Path::new("desk.mbox")),
        &Limits::default(),
    );
    let told: Vec<String> = all
        .iter()
        .map(|loaded| match loaded {
            Ok(loaded) => {
                let article = &loaded.article;
                format!("{}: {}", article.file_name(), article.title.as_ref().unwrap())
            }
            Err(error) => error.to_string(),
        })
        .collect();
    assert_eq!(
        told,
        [
            "desk.mbox#1: Bridge shut",
            "desk.mbox#2: there is no text in it; save it again with its words",
            "desk.mbox#3: Ferry full",
        ]
    );
}

#[test]
fn where_one_article_is_wanted_several_are_refused() {
    let error = load_bytes(mailbox(&[FIRST, LAST]).as_bytes(), Some(Path::new("desk.mbox"))).unwrap_err();
    assert_eq!(
        error.to_string(),
        "desk.mbox: there are 2 articles in it, not one"
    );
}

#[test]
fn there_are_no_more_than_allowed() {
    let limits = Limits {
        entries: 2,
        ..Limits::default()
    };
    let all = load_all_bytes(mailbox(&[FIRST, LAST, FIRST, LAST]).as_bytes(), None, &limits);
    assert_eq!(all.len(), 3);
    let error = all[2].as_ref().unwrap_err().to_string();
    assert!(
        error.starts_with("standard input: there are more than 2 articles in it"),
        "{error}"
    );
    assert!(error.contains("raise `entries`"), "{error}");
}

#[test]
fn a_file_is_no_larger_than_allowed() {
    let folder = folder(&[("long.txt", "It rained. It rained.")]);
    let limits = Limits {
        file: 20,
        ..Limits::default()
    };
    let path = folder.path().join("long.txt");
    let all = load_all(&path, &limits);
    let error = all[0].as_ref().unwrap_err().to_string();
    assert!(error.ends_with(
        "it is larger than 20 bytes; raise `file` in the [limits] of your configuration to read it"
    ));
    assert!(load_all(&path, &Limits { file: 21, ..limits })[0].is_ok());
}

#[test]
fn work_ends_in_time_which_is_told_once_for_a_file() {
    let options = Options {
        limits: Limits {
            work: Duration::ZERO,
            ..Limits::default()
        },
        ..Options::default()
    };
    for (bytes, name) in [
        (mailbox(&[FIRST, LAST, FIRST, LAST]), "desk.mbox"),
        ("It rained. It rained.".to_owned(), "rain.txt"),
        (
            "<html><body><p>It rained.</p></body></html>".to_owned(),
            "rain.html",
        ),
    ] {
        let all = library::read_bytes(bytes.as_bytes(), Some(Path::new(name)), &options);
        assert_eq!(all.len(), 1, "{name}");
        let error = all[0].as_ref().unwrap_err().to_string();
        assert!(error.starts_with(name), "{error}");
        assert!(
            error.contains("takes more than 0 seconds; raise `seconds` in the [limits]"),
            "{error}"
        );
    }
}

/// The keys of the articles of a file.
fn keys(path: &Path) -> Vec<ArticleId> {
    load_all(path, &Limits::default())
        .into_iter()
        .filter_map(|loaded| loaded.ok()?.article.id())
        .collect()
}

#[test]
fn a_correction_stays_with_its_article_when_the_file_grows() {
    let folder = folder(&[("desk.mbox", &mailbox(&[FIRST, LAST]))]);
    let path = folder.path().join("desk.mbox");
    let id = keys(&path)[1].clone();
    let key = id.entry.clone().unwrap();
    assert!(key.starts_with("3-mellby-example-"), "{key}");
    let options = Options::default();
    let sidecar = kept_in(&library::read(&id, &options).unwrap().article).unwrap();
    assert_eq!(
        sidecar,
        folder.path().join(format!("desk.mbox.{key}.briefing.toml"))
    );
    assert!(is_sidecar(&sidecar));
    assert_eq!(corrected(&sidecar), Some(id.clone()));
    fs::write(&sidecar, "[article]\ntitle = 'The ferry is full'\n").unwrap();

    fs::write(
        &path,
        mailbox(&[(9, "New", "It rained all day, and then all night."), FIRST, LAST]),
    )
    .unwrap();
    let titles: Vec<String> = library::read_file(&path, &options)
        .into_iter()
        .map(|briefing| briefing.unwrap().article.title.unwrap().to_string())
        .collect();
    assert_eq!(titles, ["New", "Bridge shut", "The ferry is full"]);
    // The correction stands for its article, and a folder is not read twice.
    let named = load_all(&sidecar, &Limits::default());
    assert_eq!(named.len(), 1);
    assert_eq!(named[0].as_ref().unwrap().article.id(), Some(id.clone()));
    assert_eq!(
        library::read(&sidecar.into(), &options).unwrap().article.id(),
        Some(id.clone())
    );
    assert_eq!(
        library::walk(&[folder.path().to_owned()]).0,
        std::slice::from_ref(&path)
    );

    fs::write(&path, mailbox(&[FIRST])).unwrap();
    let error = load_entry(&id, &Limits::default()).unwrap_err();
    assert!(matches!(error, LoadError::NoEntry { .. }), "{error}");
}

#[test]
fn a_broken_correction_costs_only_its_article() {
    let folder = folder(&[("desk.mbox", &mailbox(&[FIRST, LAST]))]);
    let path = folder.path().join("desk.mbox");
    let article = load_all(&path, &Limits::default()).remove(0).unwrap().article;
    fs::write(kept_in(&article).unwrap(), "[[quotes]]\nspeeker = 'x'\n").unwrap();
    let all = load_all(&path, &Limits::default());
    assert!(matches!(all[0], Err(LoadError::Toml(_))));
    assert!(all[1].is_ok());
}

#[test]
fn two_of_one_identity_have_two_keys() {
    let folder = folder(&[("desk.mbox", &mailbox(&[FIRST, FIRST]))]);
    let ids = keys(&folder.path().join("desk.mbox"));
    assert_ne!(ids[0], ids[1]);
}
