//! Which articles are read, and how options bear on them.

use std::path::Path;

use serde_json::Value;

use crate::{ARTICLE, Desk, Ran, ndjson};

fn titles(ran: &Ran) -> Vec<String> {
    let name = |briefing: &Value| {
        let path = briefing["article"]["path"].as_str().unwrap_or("-").to_owned();
        Path::new(&path)
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned()
    };
    ndjson(&ran.out).iter().map(name).collect()
}

#[test]
fn come_in_the_order_given_and_folders_in_order_of_name() {
    let desk = Desk::new();
    desk.put("z.txt", ARTICLE)
        .put("news/b.txt", ARTICLE)
        .put("news/a.txt", ARTICLE);
    let ran = desk
        .briefing(&["print", "-f", "ndjson", "z.txt", "-", "news"])
        .write_stdin(ARTICLE)
        .output()
        .unwrap()
        .into();
    assert_eq!(titles(&ran), ["z.txt", "-", "a.txt", "b.txt"]);
}

#[test]
fn standard_input_is_an_article() {
    let desk = Desk::new();
    let ran: Ran = desk
        .briefing(&["print", "-"])
        .write_stdin(ARTICLE)
        .output()
        .unwrap()
        .into();
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("standard input"), "{}", ran.out);
    let quotes: Ran = desk
        .briefing(&["quotes", "-"])
        .write_stdin(ARTICLE)
        .output()
        .unwrap()
        .into();
    assert!(quotes.out.lines().all(|line| line.starts_with("-\t")));
}

#[test]
fn a_file_called_like_a_subcommand_opens_with_its_folder() {
    let desk = Desk::new();
    desk.put("print", ARTICLE);
    let ran = desk.run(&["./print"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("Veldmark") || ran.out.contains("Harbour"));
    assert_eq!(desk.run(&["print"]).code, 2);
}

#[test]
fn points_are_at_most_as_many_as_asked() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE);
    let count = |points: &str| {
        let ran = desk.run(&["print", "-f", "ndjson", "--points", points, "a.txt"]);
        ndjson(&ran.out)[0]["summary"].as_array().unwrap().len()
    };
    assert_eq!((count("0"), count("1")), (0, 1));
}

#[test]
fn published_stands_where_the_article_has_no_date() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE).put(
        "b.toml",
        "[article]\npublished = 2024-01-02\ntext = \"It rained on Tuesday.\"\n",
    );
    let ran = desk.run(&[
        "print",
        "-f",
        "ndjson",
        "--published",
        "2025-09-04",
        "a.txt",
        "b.toml",
    ]);
    let published: Vec<_> = ndjson(&ran.out)
        .iter()
        .map(|briefing| briefing["article"]["published"].clone())
        .collect();
    assert_eq!(published, ["2025-09-04", "2024-01-02"]);
}

#[test]
fn a_subcommand_in_the_wrong_place_is_told() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE);
    let ran = desk.run(&["--points", "3", "print", "a.txt"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    insta::assert_snapshot!(ran.err, @"briefing: there is no file `print`; to run the subcommand, name it first: briefing print …");
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_refused_at_once() {
    let desk = Desk::new();
    let pipe = desk.path("pipe.txt");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    for path in ["pipe.txt", "/dev/zero"] {
        let ran = desk.run(&["print", path]);
        let told = format!(
            "briefing: {path}: this is no file but a pipe or a device; give what it holds on standard input, and name it `-`\n"
        );
        assert_eq!((ran.code, ran.err), (1, told));
    }
}

#[cfg(unix)]
#[test]
fn standard_input_is_read_no_further_than_the_limit() {
    let desk = Desk::new();
    desk.put("config/briefing/config.toml", "[limits]\nfile = \"100 KB\"\n")
        .put("a.txt", ARTICLE);
    let endless = std::fs::File::open("/dev/zero").unwrap();
    let ran: Ran = std::process::Command::new(env!("CARGO_BIN_EXE_briefing"))
        .args(["print", "-f", "ndjson", "-", "a.txt"])
        .current_dir(desk.folder.path())
        .env("XDG_CONFIG_HOME", desk.path("config"))
        .stdin(endless)
        .output()
        .unwrap()
        .into();
    let told = "briefing: standard input: it is larger than 100 KB; raise `file` in the [limits] of your configuration to read it\n";
    assert_eq!((ran.code, ran.err.as_str()), (1, told));
    assert_eq!(titles(&ran), ["a.txt"], "the rest is done");
}
