//! Files of many articles, on the command line.

use crate::{Desk, ndjson};

const MAILBOX: &str = "\
From desk Thu Sep  4 14:30:00 2025
Message-ID: <first>
Subject: Bridge shut

The bridge was shut on Tuesday. “Nobody may cross it,” said mayor Zoë Åkerlund.

From desk Thu Sep  4 14:31:00 2025
Message-ID: <empty>
Subject: Nothing


From desk Thu Sep  4 14:32:00 2025
Message-ID: <last>
Subject: Ferry full

The ferry was full. “We turned forty cars away,” said Piet Öztürk, its master.
";

#[test]
fn each_is_printed_and_the_bad_one_told() {
    let desk = Desk::new();
    desk.put("desk.mbox", MAILBOX);
    let ran = desk.run(&["print", "--format", "ndjson", "desk.mbox"]);
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        "briefing: desk.mbox#2: there is no text in it; save it again with its words\n"
    );
    let articles: Vec<String> = ndjson(&ran.out)
        .iter()
        .map(|line| line["article"]["entry"].to_string() + &line["article"]["path"].to_string())
        .collect();
    assert_eq!(
        articles,
        [
            r##"{"key":"first-58281743","label":"#1"}"desk.mbox""##,
            r##"{"key":"last-1fc415f8","label":"#3"}"desk.mbox""##
        ]
    );
    let quotes = desk.run(&["quotes", "desk.mbox"]).out;
    assert!(quotes.contains("desk.mbox#3\tPiet Öztürk\t"), "{quotes}");
    let piped = desk
        .briefing(&["quotes", "-"])
        .write_stdin(MAILBOX)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(piped.stdout).unwrap().lines().count(), 2);
}

#[test]
fn a_toml_file_holds_one() {
    let desk = Desk::new();
    desk.put("desk.mbox", MAILBOX);
    let ran = desk.run(&["print", "--format", "toml", "desk.mbox"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("a TOML file holds one briefing"), "{}", ran.err);
}

#[test]
fn corrections_of_entries_are_checked() {
    let desk = Desk::new();
    let sidecar = "news/desk.mbox.last-1fc415f8.briefing.toml";
    desk.put("news/desk.mbox", MAILBOX)
        .put(sidecar, "[[quotes]]\ntext = \"“Nobody said this.”\"\n");
    for named in ["news", "news/desk.mbox", sidecar] {
        let ran = desk.run(&["check", named]);
        assert_eq!(ran.code, 1);
        assert!(
            ran.out.contains(&format!("{sidecar}: well formed: 1 quote")),
            "{}",
            ran.out
        );
        assert!(
            ran.err
                .contains(&format!("{sidecar}:1: the article does not have these words")),
            "{}",
            ran.err
        );
    }
}

#[test]
fn limits_are_raised_in_the_configuration() {
    let desk = Desk::new();
    desk.put("desk.mbox", MAILBOX).put(
        "config/briefing/config.toml",
        "[limits]\nentries = 2\nfile = \"1 MB\"\n",
    );
    let ran = desk.run(&["print", "desk.mbox"]);
    assert!(
        ran.err.contains("there are more than 2 articles in it"),
        "{}",
        ran.err
    );
    desk.put("config/briefing/config.toml", "[limits]\nfile = \"100\"\n");
    let ran = desk.run(&["quotes", "desk.mbox"]);
    assert!(
        ran.err
            .contains("desk.mbox: it is larger than 100 bytes; raise `file`"),
        "{}",
        ran.err
    );
    desk.put("config/briefing/config.toml", "[limits]\nfile = \"lots\"\n");
    let ran = desk.run(&["check", "desk.mbox"]);
    assert!(
        ran.err
            .contains("config.toml:2:8: write a number of bytes as \"64 MB\""),
        "{}",
        ran.err
    );
}

#[test]
fn what_must_not_be_published_says_so_in_every_way_out() {
    let desk = Desk::new();
    desk.put(
        "item.json",
        r#"{"uri": "urn:1", "headline": "Bridge shut", "pubStatus": "withheld", "versionCreated": "2025-09-04T14:30:00Z",
            "body_text": "The bridge was shut on Tuesday. “Nobody may cross it,” said mayor Zoë Åkerlund."}"#,
    );
    for format in ["text", "markdown", "json", "ndjson", "toml"] {
        let ran = desk.run(&["print", "--format", format, "item.json"]);
        assert!(
            ran.out.contains("WITHHELD by its publisher"),
            "{format}: {}",
            ran.out
        );
    }
    let ran = desk.run(&["quotes", "item.json"]);
    assert_eq!(
        ran.err,
        "briefing: item.json: WITHHELD by its publisher: not for publication\n"
    );
}
