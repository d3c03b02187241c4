//! Many articles: which files of a folder are read, in what order they come, and who speaks across them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use briefing::briefing::toml::read as read_toml;
use briefing::briefing::{Article, Briefing, CleanText, Published, Section};
use briefing::library::{Options, QuoteAt, Speakers, corrections_in, read, read_all, read_bytes, walk};
use tempfile::TempDir;

/// A folder with `files`, each a name and its content.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

/// The names of what was found under `folder`, and the problems without the folder's own name.
fn found(folder: &Path, paths: &[PathBuf]) -> (Vec<String>, Vec<String>) {
    let (files, problems) = walk(paths);
    let short = |text: String| {
        text.replace(&format!("{}/", folder.display()), "")
            .replace(&folder.display().to_string(), "FOLDER")
    };
    let files = files
        .iter()
        .map(|file| short(file.display().to_string()))
        .collect();
    (
        files,
        problems
            .iter()
            .map(|problem| short(problem.message.to_string()))
            .collect(),
    )
}

#[test]
fn the_pieces_of_a_saved_page_are_passed_over() {
    let folder = folder(&[
        ("Ferry.html", b"<html><body><p>One.</p></body></html>"),
        (
            "Ferry_files/ad.html",
            b"<html><body><p>Buy now.</p></body></html>",
        ),
        ("court_files/story.txt", b"Two."),
    ]);
    let (files, problems) = found(folder.path(), &[folder.path().to_path_buf()]);
    assert_eq!(
        (files, problems.len()),
        (
            vec!["Ferry.html".to_owned(), "court_files/story.txt".to_owned()],
            0
        )
    );
}

#[test]
fn a_folder_gives_its_articles_in_order_of_name() {
    let folder = folder(&[
        ("b.txt", b"Two."),
        ("a.md", b"One."),
        ("C.markdown", b"Three."),
        ("sub/d.text", b"Four."),
        ("sub/e.TXT", b"Five."),
        ("note", b"Six."),
        ("g.toml", b"[article]\ntext = 'Seven.'\n"),
        ("broken.toml", b"[article\n"),
        ("b.briefing.toml", b"format = 1\n"),
        ("Cargo.toml", b"[package]\nname = 'x'\n"),
        ("data", b"\x00\x01\x02"),
        ("script", b"#!/bin/sh\necho hello\n"),
        ("picture.png", b"\x89PNG"),
        ("page.html", b"<p>Hello"),
        (".hidden.txt", b"Hidden."),
        (".git/x.txt", b"Hidden."),
    ]);
    let (files, problems) = found(folder.path(), &[folder.path().to_owned()]);
    assert_eq!(
        files,
        [
            "C.markdown",
            "a.md",
            "b.txt",
            "broken.toml",
            "g.toml",
            "note",
            "page.html",
            "sub/d.text",
            "sub/e.TXT"
        ]
    );
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn what_is_named_is_taken_whatever_it_is_and_once() {
    let folder = folder(&[("page.html", b"<p>Hello"), ("a.txt", b"One.")]);
    let page = folder.path().join("page.html");
    let (files, problems) = found(folder.path(), &[page.clone(), folder.path().to_owned(), page]);
    assert_eq!(files, ["page.html", "a.txt"]);
    assert!(problems.is_empty());
}

#[test]
fn paths_that_give_nothing_are_problems() {
    let folder = folder(&[("empty/picture.png", b"x"), ("a.txt", b"One.")]);
    let at = |name: &str| folder.path().join(name);
    let (files, problems) = found(folder.path(), &[at("empty"), at("missing.txt"), at("a.txt")]);
    assert_eq!(files, ["a.txt"]);
    assert_eq!(
        problems,
        [
            "empty: no articles in this folder; an article is a text, a web page, a feed, a message, a document: see the README",
            "missing.txt: there is no such file or folder; is the name spelled right?",
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_that_go_round_in_circles_end() {
    let folder = folder(&[("sub/a.txt", b"One.")]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("sub/round")).unwrap();
    std::os::unix::fs::symlink(folder.path().join("sub/a.txt"), folder.path().join("link.txt")).unwrap();
    let (files, _) = found(folder.path(), &[folder.path().to_owned()]);
    assert_eq!(files, ["link.txt", "sub/a.txt"]);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_told_and_not_followed() {
    let outside = folder(&[("secret/b.txt", b"Two."), ("c.txt", b"Three.")]);
    let folder = folder(&[("a.txt", b"One.")]);
    let link = |to: &str, name: &str| {
        std::os::unix::fs::symlink(outside.path().join(to), folder.path().join(name)).unwrap();
    };
    link("secret", "all");
    link("c.txt", "link.txt");
    let (files, problems) = found(folder.path(), &[folder.path().to_owned()]);
    assert_eq!(files, ["a.txt"]);
    assert_eq!(
        problems,
        [
            "all: this link leads out of the folder; it is passed over, name it to read it",
            "link.txt: this link leads out of the folder; it is passed over, name it to read it",
        ]
    );
    let (files, problems) = found(
        folder.path(),
        &[folder.path().join("link.txt"), folder.path().join("all")],
    );
    assert_eq!(files, ["link.txt", "all/b.txt"]);
    assert!(problems.is_empty(), "{problems:?}");
}

#[cfg(unix)]
#[test]
fn an_article_is_called_by_its_own_name_rather_than_by_that_of_a_link() {
    let folder = folder(&[("z/a.txt", b"One."), (".kept/b.txt", b"Two.")]);
    let link = |to: &str, name: &str| {
        std::os::unix::fs::symlink(folder.path().join(to), folder.path().join(name)).unwrap();
    };
    link("z", "a");
    link(".kept", "y");
    let (files, problems) = found(folder.path(), &[folder.path().to_owned()]);
    assert_eq!(files, ["y/b.txt", "z/a.txt"]);
    assert!(problems.is_empty(), "{problems:?}");
}

#[cfg(unix)]
#[test]
fn a_fan_of_links_is_walked_once() {
    const FOLDERS: usize = 40;
    let folder = tempfile::tempdir().unwrap();
    let at = |number: usize| folder.path().join(format!("{number:02}"));
    for number in 0..=FOLDERS {
        fs::create_dir(at(number)).unwrap();
        fs::write(at(number).join("a.txt"), "One.").unwrap();
    }
    for number in 0..FOLDERS {
        for name in ["left", "right"] {
            std::os::unix::fs::symlink(at(number + 1), at(number).join(name)).unwrap();
        }
    }
    let (files, problems) = found(folder.path(), &[folder.path().to_owned()]);
    let expected: Vec<String> = (0..=FOLDERS).map(|number| format!("{number:02}/a.txt")).collect();
    assert_eq!(files, expected);
    assert!(problems.is_empty(), "{problems:?}");
}

#[cfg(unix)]
#[test]
fn links_to_nothing_and_to_themselves_are_told() {
    let folder = folder(&[("a.txt", b"One.")]);
    let link = |to: &str, name: &str| {
        std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
    };
    link("nowhere", "b.txt");
    link("c.txt", "c.txt");
    link("nowhere", ".hidden");
    let (files, problems) = found(folder.path(), &[folder.path().to_owned()]);
    assert_eq!(
        (files, problems.len()),
        (vec!["a.txt".to_owned()], 2),
        "{problems:?}"
    );
    for (problem, name) in problems.iter().zip(["b.txt", "c.txt"]) {
        assert!(
            problem.starts_with(&format!("{name}: this link leads nowhere (")),
            "{problem}"
        );
    }
}

#[test]
fn what_the_rules_name_is_passed_over() {
    let folder = folder(&[
        (".ignore", b"# Drafts.\n*.draft.txt\n/top.txt\nold/\n[\n"),
        (".gitignore", b"a.txt\n"),
        ("a.txt", b"No repository, so no rules of git."),
        ("b.draft.txt", b"x"),
        ("top.txt", b"x"),
        ("old/c.txt", b"x"),
        ("sub/top.txt", b"Only the one above is meant."),
        ("sub/old", b"No folder."),
        ("sub/.ignore", "\u{feff}!kept.draft.txt\n!.shown.txt\n".as_bytes()),
        ("sub/kept.draft.txt", b"Taken after all."),
        ("sub/.shown.txt", b"Hidden, but named."),
        ("sub/other.draft.txt", b"x"),
        ("repository/.git/config", b"x"),
        ("repository/.gitignore", b"build\n*.log.txt\n"),
        ("repository/.ignore", b"!d.log.txt\n"),
        ("repository/build/x.txt", b"x"),
        ("repository/in/c.log.txt", b"x"),
        ("repository/in/d.log.txt", b"Here .ignore knows better."),
        ("repository/other/.git/config", b"x"),
        ("repository/other/e.log.txt", b"Another repository."),
    ]);
    let (files, problems) = found(folder.path(), &[folder.path().to_owned()]);
    assert_eq!(
        files,
        [
            "a.txt",
            "repository/in/d.log.txt",
            "repository/other/e.log.txt",
            "sub/.shown.txt",
            "sub/kept.draft.txt",
            "sub/old",
            "sub/top.txt",
        ]
    );
    assert!(problems.is_empty(), "{problems:?}");
}

#[cfg(unix)]
#[test]
fn rules_that_are_no_file_or_too_large_are_told_and_change_nothing() {
    let many = "a*b?c*.txt\n".repeat(10_000);
    let folder = folder(&[
        ("a.txt", b"One."),
        ("endless/b.txt", b"Two."),
        ("large/.ignore", many.as_bytes()),
        ("large/c.txt", b"Three."),
        ("large/abbc.txt", b"Not read, so not passed over."),
        ("repository/.git/config", b"x"),
        ("repository/d.txt", b"Four."),
    ]);
    let at = |name: &str| folder.path().join(name);
    std::os::unix::fs::symlink("/dev/zero", at("endless/.ignore")).unwrap();
    for pipe in [".ignore", "repository/.gitignore"] {
        let made = std::process::Command::new("mkfifo").arg(at(pipe)).status();
        assert!(made.unwrap().success());
    }
    let (files, problems) = found(folder.path(), &[folder.path().to_owned()]);
    assert_eq!(
        files,
        [
            "a.txt",
            "endless/b.txt",
            "large/abbc.txt",
            "large/c.txt",
            "repository/d.txt"
        ]
    );
    let told: Vec<&str> = problems
        .iter()
        .map(|told| told.split(';').next().unwrap())
        .collect();
    assert_eq!(
        told,
        [
            ".ignore: this is no file but a pipe or a device",
            "endless/.ignore: this is no file but a pipe or a device",
            "large/.ignore: there are more than 64 KB of rules in this folder",
            "repository/.gitignore: this is no file but a pipe or a device",
        ]
    );
}

#[test]
fn rules_that_no_one_would_write_are_told_and_left_out() {
    let rules = format!("*.draft.txt\n*a{}b*\n{}\n", "?".repeat(30), "x".repeat(300));
    let folder = folder(&[
        (".ignore", rules.as_bytes()),
        ("a.draft.txt", b"x"),
        ("b.txt", b"One."),
    ]);
    let (files, problems) = found(folder.path(), &[folder.path().to_owned()]);
    assert_eq!(files, ["b.txt"]);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].contains("2 of its rules are longer or have more wildcards"),
        "{problems:?}"
    );
}

#[test]
fn corrections_are_found_without_their_articles() {
    let folder = folder(&[
        ("b.briefing.toml", b""),
        ("a/c.briefing.toml", b""),
        ("a/c.txt", b"One."),
    ]);
    let found = corrections_in(folder.path());
    assert_eq!(
        found,
        ["a/c.briefing.toml", "b.briefing.toml"].map(|name| folder.path().join(name))
    );
}

#[test]
fn names_of_files_are_clean_in_problems() {
    let (_, problems) = walk(&[PathBuf::from("no\u{1b}[2Jsuch")]);
    assert!(!problems[0].message.contains('\u{1b}'));
}

#[test]
fn many_files_come_in_order_with_the_bad_ones_told() {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = (0..300)
        .map(|number| {
            let path = folder.path().join(format!("{number:03}.txt"));
            // Long and short ones in turn, so that they are not ready in order.
            let text =
                format!("Article {number} begins here.\n\n").repeat(if number % 7 == 0 { 400 } else { 1 });
            fs::write(&path, if number == 100 { String::new() } else { text }).unwrap();
            path
        })
        .collect();
    let mut seen = Vec::new();
    read_all(&paths, &Options::default(), |path, mut results| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert_eq!(results.len(), 1);
        match results.remove(0) {
            Ok(briefing) => {
                let number: usize = name.parse().unwrap();
                assert!(briefing.article.text.starts_with(&format!("Article {number} ")));
            }
            Err(error) => assert!(
                error
                    .to_string()
                    .ends_with("100.txt: there is no text in it; save it again with its words")
            ),
        }
        seen.push(path.to_owned());
        ControlFlow::Continue(())
    });
    assert_eq!(seen, paths);

    let mut count = 0;
    read_all(&paths, &Options::default(), |_, _| {
        count += 1;
        if count == 5 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert_eq!(count, 5);
}

#[test]
fn the_given_date_is_for_articles_without_one() {
    let folder = folder(&[
        ("a.txt", b"One."),
        ("b.txt", b"Bridge shut\nPublished 4 Sep 2025\n\nIt was shut."),
    ]);
    let day = jiff::civil::date(2020, 1, 2);
    let options = Options {
        published: Some(day.into()),
        ..Options::default()
    };
    let published = |name: &str| {
        read(&folder.path().join(name).into(), &options)
            .unwrap()
            .article
            .published
    };
    assert_eq!(published("a.txt"), Some(Published::from(day)));
    assert_eq!(published("b.txt").unwrap().date.to_string(), "2025-09-04");
    assert_eq!(
        read_bytes(b"One.", None, &options)[0]
            .as_ref()
            .unwrap()
            .article
            .published,
        Some(day.into())
    );
}

/// A briefing with these quotes, each a speaker and a text.
fn briefing(actors: &str, quotes: &[(&str, &str)]) -> Briefing {
    let quotes: String = quotes
        .iter()
        .map(|(speaker, text)| format!("[[quotes]]\nspeaker = '{speaker}'\ntext = '{text}'\n"))
        .collect::<Vec<_>>()
        .concat();
    let written = read_toml(&format!("{actors}\n{quotes}"), "a.toml")
        .unwrap()
        .written;
    Briefing {
        article: Article::default(),
        actors: Section::written(written.actors.unwrap_or_default()),
        quotes: Section::written(written.quotes.unwrap_or_default()),
        ..Briefing::default()
    }
}

fn at(article: usize, quote: usize) -> QuoteAt {
    QuoteAt { article, quote }
}

#[test]
fn one_speaker_is_followed_across_articles() {
    let briefings = [
        briefing(
            "[[actors]]\nname = 'Recep Tayyip Erdoğan'\nid = 'erdogan'",
            &[("erdogan", "a"), ("unknown", "b"), ("erdogan", "c")],
        ),
        briefing("", &[("European officials", "d")]),
        briefing(
            "[[actors]]\nname = 'Recep Tayyip ERDOGAN'\nid = 'president'",
            &[("president", "e")],
        ),
    ];
    let mut speakers = Speakers::of(&briefings);
    let erdogan = speakers.find("recep tayyip erdogan").unwrap();
    assert_eq!(erdogan.name, CleanText::line("Recep Tayyip Erdoğan"));
    assert_eq!(erdogan.quotes, [at(0, 0), at(0, 2), at(2, 0)]);
    assert_eq!(speakers.next("Recep Tayyip Erdoğan", at(0, 2)), Some(at(2, 0)));
    assert_eq!(speakers.next("Recep Tayyip Erdoğan", at(1, 0)), Some(at(2, 0)));
    assert_eq!(speakers.next("Recep Tayyip Erdoğan", at(2, 0)), None);
    assert_eq!(
        speakers.previous("Recep Tayyip Erdoğan", at(2, 0)),
        Some(at(0, 2))
    );
    assert_eq!(speakers.previous("Recep Tayyip Erdoğan", at(0, 0)), None);
    let names = |part: &str| {
        speakers
            .matching(part)
            .iter()
            .map(|entry| entry.name.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(names("ERDOG"), ["Recep Tayyip Erdoğan"]);
    assert_eq!(names(""), ["Recep Tayyip Erdoğan", "European officials"]);
    assert_eq!(speakers.all().len(), 2);

    // An article that is read again replaces what it had.
    speakers.add(0, &briefing("", &[("European officials", "x")]));
    assert_eq!(speakers.find("RECEP TAYYIP ERDOGAN").unwrap().quotes, [at(2, 0)]);
    assert_eq!(
        speakers.find("european officials").unwrap().quotes,
        [at(0, 0), at(1, 0)]
    );
    assert!(speakers.find("nobody").is_none());
}

#[test]
fn places_move_when_a_file_turns_out_to_hold_more() {
    let briefings = [
        briefing("", &[("European officials", "a")]),
        briefing("", &[("European officials", "b")]),
        briefing("", &[("European officials", "c"), ("Others", "d")]),
    ];
    let mut speakers = Speakers::of(&briefings);
    let at_all = |speakers: &Speakers| speakers.find("European officials").unwrap().quotes.clone();
    speakers.make_room(1, 1, 3);
    assert_eq!(at_all(&speakers), [at(0, 0), at(4, 0)]);
    speakers.add(2, &briefings[1]);
    assert_eq!(at_all(&speakers), [at(0, 0), at(2, 0), at(4, 0)]);
    assert_eq!(speakers.find("Others").unwrap().quotes, [at(4, 1)]);
    speakers.make_room(1, 3, 1);
    assert_eq!(at_all(&speakers), [at(0, 0), at(2, 0)]);
    speakers.make_room(0, 1, 1);
    assert_eq!(at_all(&speakers), [at(2, 0)]);
}
