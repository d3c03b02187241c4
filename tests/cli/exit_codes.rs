//! How runs end: 0 all well, 1 something failed, 2 usage.

use std::fmt::Write;
use std::io::Read;
use std::process::{Command, Stdio};

use crate::{ARTICLE, Desk, Ran};

#[test]
fn usage_errors_are_2_and_say_what_to_do() {
    let desk = Desk::new();
    let mut told = String::new();
    for arguments in [
        &["print"][..],
        &["print", "--format", "yaml", "a.txt"],
        &["--published", "yesterday", "a.txt"],
        &["--published", "2025-02-30", "a.txt"],
        &["print", "--points", "many", "a.txt"],
        &["--theme", "dusk"],
        &["quotes", "--speeker", "x", "a.txt"],
        &["completions", "tcsh"],
    ] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        writeln!(told, "$ briefing {}\n{}", arguments.join(" "), ran.err).unwrap();
    }
    insta::assert_snapshot!(told);
}

#[cfg(target_os = "linux")]
#[test]
fn nobody_to_tell_is_no_failure_of_its_own() {
    let desk = Desk::new();
    for (arguments, code) in [
        (vec!["print", "missing.txt"], 1),
        (vec!["print", "--nonsense\u{202e}"], 2),
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_briefing"));
        command.args(arguments.as_slice()).current_dir(desk.folder.path());
        let status = command.stderr(full).status().unwrap();
        assert_eq!(status.code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn a_missing_file_is_1_and_the_rest_is_printed() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE).put("b.txt", ARTICLE);
    let ran = desk.run(&["print", "--format", "ndjson", "a.txt", "missing.txt", "b.txt"]);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.out.lines().count(), 2);
    insta::assert_snapshot!(ran.err, @"briefing: missing.txt: there is no such file or folder; is the name spelled right?");
}

#[test]
fn all_well_is_0() {
    let desk = Desk::new();
    desk.put("news/a.txt", ARTICLE);
    for arguments in [
        &["news"][..],
        &["print", "news"],
        &["print", "-f", "json", "news/a.txt"],
        &["print", "-f", "toml", "news/a.txt"],
        &["print", "-f", "markdown", "news"],
        &["quotes", "news"],
        &["check", "news"],
        &["--version"],
    ] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
        assert!(arguments[0] == "quotes" || !ran.out.is_empty(), "{arguments:?}");
    }
}

#[test]
fn toml_of_several_articles_is_refused() {
    let desk = Desk::new();
    desk.put("news/a.txt", ARTICLE).put("news/b.txt", ARTICLE);
    let ran = desk.run(&["print", "--format", "toml", "news"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    insta::assert_snapshot!(ran.err, @"briefing: a TOML file holds one briefing, and these paths have 2: name one of them, or use --format json");
}

#[test]
fn a_reader_who_has_gone_is_no_failure() {
    let desk = Desk::new();
    // Far more than a pipe holds, so that the program must notice.
    for number in 0..200 {
        desk.put(&format!("news/{number}.txt"), ARTICLE);
    }
    for arguments in [
        &["print", "-f", "ndjson", "news"][..],
        &["news"],
        &["print", "-f", "json", "news"],
        &["quotes", "news"],
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_briefing"))
            .args(arguments)
            .current_dir(desk.folder.path())
            .env("XDG_CONFIG_HOME", desk.path("config"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The way of `| head -c 1`: one byte is read, then the pipe is closed.
        let mut out = child.stdout.take().unwrap();
        let _ = out.read(&mut [0]).unwrap();
        drop(out);
        let ran: Ran = child.wait_with_output().unwrap().into();
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    }
}
