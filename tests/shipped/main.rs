//! The articles that ship are held to what a person wrote down about them: who said every quoted passage, who must be
//! among the actors with which role, which dates are meant, and which words in quotation marks are nobody's speech.
//!
//! What the program is known to get wrong stands in `known_misses` of the truth file, exactly: a new miss fails the test,
//! and so does one that is cured until it is struck. `BRIEFING_BLESS=1 cargo test --test shipped` rewrites the lists.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

mod misses;
mod truth;

use std::fmt::Write as _;
use std::path::Path;

use briefing::briefing::{Briefing, Written};
use briefing::extract::{self, extract};
use briefing::library;
use briefing::load::load_file;

use crate::misses::{Miss, forgotten, misses};
use crate::truth::{Truth, files, root};

fn briefing_for(truth: &Truth) -> Briefing {
    let path = truth.article_path();
    if truth.as_if_raw {
        let loaded = load_file(&path).unwrap();
        extract(loaded.article, Written::default(), &extract::Options::default())
    } else {
        library::read(&path.into(), &library::Options::default()).unwrap()
    }
}

/// The lines to add and to strike, or nothing where the list is exact.
fn difference(known: &[String], found: &[Miss]) -> String {
    let mut known: Vec<&str> = known.iter().map(String::as_str).collect();
    let mut report = String::new();
    for miss in found {
        if let Some(at) = known.iter().position(|line| *line == miss.line) {
            known.remove(at);
        } else {
            writeln!(report, "  add    {:?}   # instead: {}", miss.line, miss.instead).unwrap();
        }
    }
    for cured in known {
        writeln!(report, "  strike {cured:?}").unwrap();
    }
    report
}

/// Rewrites `known_misses` in the file at `path`, leaving the rest as it is.
fn bless(path: &Path, found: &[Miss]) {
    let mut document: toml_edit::DocumentMut = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let mut lines: toml_edit::Array = found.iter().map(|miss| miss.line.as_str()).collect();
    if !lines.is_empty() {
        for line in lines.iter_mut() {
            line.decor_mut().set_prefix("\n  ");
        }
        lines.set_trailing_comma(true);
        lines.set_trailing("\n");
    }
    document["known_misses"] = toml_edit::value(lines);
    // In one step, because the other tests read the file at the same time.
    let draft = path.with_extension("draft");
    std::fs::write(&draft, document.to_string()).unwrap();
    std::fs::rename(draft, path).unwrap();
}

#[test]
fn the_shipped_articles_are_read_as_a_person_reads_them() {
    let mut report = String::new();
    for path in files() {
        let truth = Truth::read(&path);
        let found = misses(&truth, &briefing_for(&truth));
        let difference = difference(&truth.known_misses, &found);
        if difference.is_empty() {
            continue;
        }
        if std::env::var_os("BRIEFING_BLESS").is_some() {
            bless(&path, &found);
        } else {
            let name = path.strip_prefix(root()).unwrap().display();
            write!(report, "\nknown_misses of {name}:\n{difference}").unwrap();
        }
    }
    assert!(
        report.is_empty(),
        "{report}\nBRIEFING_BLESS=1 cargo test --test shipped writes these changes; read them before you keep them"
    );
}

#[test]
fn the_truth_speaks_of_every_opening_mark() {
    for path in files() {
        let truth = Truth::read(&path);
        let text = briefing_for(&truth).article.text;
        assert_eq!(
            forgotten(&truth, &text),
            Vec::<String>::new(),
            "{}",
            path.display()
        );
    }
}

#[test]
fn every_shipped_article_has_its_truth() {
    let told: Vec<_> = files()
        .iter()
        .map(|path| Truth::read(path).article_path())
        .collect();
    for entry in std::fs::read_dir(root().join("briefings")).unwrap() {
        let path = entry.unwrap().path();
        assert!(
            told.contains(&path),
            "no tests/shipped/*.toml speaks of {}",
            path.display()
        );
    }
}

mod the_list_of_known_misses {
    use super::*;

    fn miss(line: &str) -> Miss {
        Miss {
            line: line.to_owned(),
            instead: "something else".to_owned(),
        }
    }

    #[test]
    fn is_exact() {
        let known = ["a".to_owned(), "b".to_owned()];
        assert_eq!(difference(&known, &[miss("b"), miss("a")]), "");
        assert_eq!(difference(&known, &[miss("a")]), "  strike \"b\"\n");
        let added = difference(&known, &[miss("a"), miss("b"), miss("b")]);
        assert_eq!(added, "  add    \"b\"   # instead: something else\n");
    }

    #[test]
    fn is_rewritten_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("truth.toml");
        let rest = "\n# kept\nspeech = [\n  { words = \"x\" },\n]\n";
        std::fs::write(&path, format!("known_misses = [\"old\"]\n{rest}")).unwrap();
        bless(&path, &[miss("one"), miss("two \"2\"")]);
        let written = std::fs::read_to_string(&path).unwrap();
        assert_eq!(
            written,
            format!("known_misses = [\n  \"one\",\n  'two \"2\"',\n]\n{rest}")
        );
        bless(&path, &[]);
        assert_eq!(
            std::fs::read_to_string(&path).unwrap(),
            format!("known_misses = []\n{rest}")
        );
    }
}
