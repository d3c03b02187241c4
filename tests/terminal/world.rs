//! What the reader does outside its screen: the editor, the clipboard, the browser.

use std::fs;
#[cfg(feature = "address")]
use std::io::{BufRead, BufReader, Write};
#[cfg(feature = "address")]
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::channel;
use std::thread;

use crate::pty::{HANGS, Setting};
use crate::{ARTICLE, TITLE, desk, quit, reader};

/// Writes a script that can be run.
fn script(folder: &Path, name: &str, lines: &str) {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{lines}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn the_editor_has_the_terminal_to_itself_and_what_it_wrote_is_shown() {
    let folder = desk();
    // It is given the file after its own arguments, and reads from the terminal what to write.
    let lines =
        r#"echo "what happened ($1)?"; read words; printf '[[summary]]\ntext = "%s"\n' "$words" >"$2""#;
    script(folder.path(), "edit", lines);
    let pty = reader(folder.path())
        .size(120, 40)
        .env("EDITOR", "./edit '--and wait'")
        .start();
    pty.wait_for(TITLE);

    pty.type_keys("e");
    pty.wait_until("the editor, on the shell's screen", |screen| {
        screen.is_given_back() && screen.shows("what happened (--and wait)?")
    });
    pty.type_keys("Quite the quayside jubilee.\n");
    pty.wait_until("the corrected summary", |screen| {
        screen.is_taken() && screen.shows(TITLE) && screen.shows("quayside")
    });
    let correction = fs::read_to_string(folder.path().join("ferry.briefing.toml")).unwrap();
    assert!(correction.contains("quayside"), "{correction}");
    quit(pty);
}

#[test]
fn an_editor_that_changes_nothing_leaves_no_file_behind() {
    let folder = desk();
    script(folder.path(), "look", "cp \"$1\" seen; echo looked; read line");
    let pty = reader(folder.path())
        .env("VISUAL", "./look")
        .env("EDITOR", "false")
        .start();
    pty.wait_for(TITLE);
    pty.type_keys("e");
    pty.wait_for("looked");
    pty.type_keys("\n");
    pty.wait_until("the reader again", |screen| {
        screen.is_taken() && screen.shows(TITLE)
    });
    quit(pty);
    assert!(
        !fs::read(folder.path().join("seen")).unwrap().is_empty(),
        "a template was there to edit"
    );
    assert!(!folder.path().join("ferry.briefing.toml").exists());
}

#[test]
fn a_correction_does_not_stop_the_reading_of_the_others() {
    let folder = desk();
    for number in 0..300 {
        fs::write(folder.path().join(format!("other-{number:03}.txt")), ARTICLE).unwrap();
    }
    fs::write(
        folder.path().join("zebra.txt"),
        "Zebra seen on the quay\n\nIt sailed on Thursday.\n",
    )
    .unwrap();
    let pty = Setting::briefing(folder.path())
        .args(["."])
        .env("EDITOR", "true")
        .start();
    pty.wait_for(TITLE);
    pty.type_keys("e");
    pty.wait_until("the reader again", |screen| screen.count(b"\x1b[?1049h") == 2);
    pty.type_keys("lG");
    pty.wait_for("Zebra seen");
    quit(pty);
}

#[test]
fn an_editor_that_fails_is_told_of() {
    let folder = desk();
    for (editor, told) in [
        ("false", "The editor `false` failed"),
        ("/nowhere/vi", "The editor `/nowhere/vi` cannot be started"),
        ("", "No editor is set"),
    ] {
        let pty = reader(folder.path()).size(120, 40).env("EDITOR", editor).start();
        pty.wait_for(TITLE);
        pty.type_keys("e");
        pty.wait_for(told);
        quit(pty);
        assert!(!folder.path().join("ferry.briefing.toml").exists());
    }
}

#[test]
fn y_puts_the_quote_on_the_clipboard_of_the_terminal() {
    let folder = desk();
    let pty = reader(folder.path()).start();
    pty.wait_for(TITLE);
    pty.type_keys("4y");
    // The beginning of “We never stopped believing, in base64.
    pty.wait_until("the quote, for the clipboard", |screen| {
        screen.wrote(b"\x1b]52;c;4oCcV2UgbmV2ZXIgc3RvcHBlZCBiZWxpZXZpbm")
    });
    quit(pty);
}

#[test]
fn o_hands_the_source_address_to_the_browser_as_one_argument() {
    let folder = desk();
    let address = "https://news.example/?a=1&b=$(touch%20owned);c";
    let article = format!(
        "format = 1\n[article]\ntitle = \"{TITLE}\"\nurl = \"{address}\"\ntext = \"The ferry sailed again.\"\n"
    );
    fs::write(folder.path().join("ferry.toml"), article).unwrap();
    let pipe = folder.path().join("opened");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    script(
        folder.path(),
        "browse",
        "echo noise; echo noise >&2; printf '%s|' \"$@\" >opened",
    );
    let pty = Setting::briefing(folder.path())
        .args(["ferry.toml"])
        .env("BROWSER", "./browse --new")
        .start();
    pty.wait_for(TITLE);
    pty.type_keys("o");
    pty.wait_for("It leads to news.example");
    pty.type_keys("\r");
    let (told, heard) = channel();
    thread::spawn(move || told.send(fs::read_to_string(pipe).unwrap()));
    assert_eq!(
        heard.recv_timeout(HANGS).expect("the browser is started"),
        format!("--new|{address}|")
    );
    assert!(!pty.look(|screen| screen.shows("noise")));
    quit(pty);
}

/// A server that gives the article at any address but `/nothing`, until the test ends; gives its own.
#[cfg(feature = "address")]
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let asked: Vec<String> = lines
                .map_while(Result::ok)
                .take_while(|line| !line.is_empty())
                .collect();
            let answer = if asked[0].contains("/nothing") {
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_owned()
            } else {
                format!(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n{ARTICLE}"
                )
            };
            stream.write_all(answer.as_bytes()).unwrap();
        }
    });
    address
}

#[cfg(feature = "address")]
#[test]
fn what_stands_at_an_address_is_fetched_before_the_reader_opens_on_it() {
    let (folder, server) = (desk(), server());
    let address = format!("{server}/news/ferry.txt");
    let mut pty = Setting::briefing(folder.path())
        .args([address.as_str(), "ferry.txt"])
        .env("no_proxy", "127.0.0.1")
        .start();
    pty.wait_until("the article of the address", |screen| {
        screen.is_taken() && screen.shows(TITLE)
    });
    assert!(pty.look(|screen| screen.wrote(format!("Fetching {address} …").as_bytes())));
    pty.type_keys("rnobody\r");
    pty.wait_for("An address has no file");
    pty.type_keys("i");
    pty.wait_for(&format!("Address: {address}"));
    pty.type_keys("xl");
    pty.wait_for("   Ferry returns to Ske…");
    pty.type_keys("q");
    assert!(pty.wait_for_end().success());
    let files: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
    assert_eq!(files.len(), 1, "{files:?}");
}

#[cfg(feature = "address")]
#[test]
fn an_address_that_gives_nothing_is_told_and_the_reader_stays_shut() {
    let (folder, server) = (desk(), server());
    let mut pty = Setting::briefing(folder.path())
        .args([format!("{server}/nothing").as_str(), "ferry.txt"])
        .env("no_proxy", "127.0.0.1")
        .start();
    assert_eq!(pty.wait_for_end().exit_code(), 1);
    assert!(pty.look(|screen| screen.shows("there is no such page (404)")));
    assert_eq!(pty.look(|screen| screen.count(b"\x1b[?1049h")), 0);
}
