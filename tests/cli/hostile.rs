//! Nothing of an article, a file name or an argument reaches the terminal as a control character.

use crate::Desk;

/// Escape sequences, a hyperlink (OSC 8), the clipboard (OSC 52), a device control string, a bell, C1 controls, bidi
/// embeddings, overrides and isolates, marks of direction, invisible operators, tags, letters hidden in selectors and
/// joiners, what is no character, and marks in heaps.
const HOSTILE: &str = "\u{1b}[31mred\u{1b}]8;;http://x\u{7}\u{1b}]52;c;eA==\u{1b}\\\u{1b}P1$r0m\u{1b}\\\u{1b}c\u{90}q\u{9c}\u{9b}2J\
    \u{9d}0;t\u{9c}\u{85}\u{202a}\u{202b}\u{202d}\u{202e}\u{202c}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}\
    \u{2062}\u{206a}\u{fff9}\u{e0001}\u{e0041}\u{e007f}a\u{e0101}\u{e0102}\u{fe00}\u{fe01}\u{fe02}b\u{200d}\u{200c}\u{200b}\
    \u{2060}\u{feff}\u{ad}\u{34f}\u{180e}\u{ffff}\u{fdd0}\u{7f}\u{8}\u{1}\u{e}c\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}\
    \u{300}\u{300}\u{300}\u{300}\u{300}\u{300}";

/// The first character of `shown` that could act on a terminal, or that hides something.
fn acting(shown: &str) -> Option<char> {
    let acts = |character: &char| {
        matches!(
            character,
            '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{180e}'
                | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{ffff}'
                | '\u{e0000}'..='\u{e0fff}'
        )
    };
    let heap = "\u{300}".repeat(10);
    shown
        .chars()
        .find(acts)
        .or_else(|| shown.contains(&heap).then_some('\u{300}'))
}

/// `text` in the entities of HTML.
fn entities(text: &str) -> String {
    text.chars()
        .map(|character| format!("&#{};", character as u32))
        .collect()
}

/// A page with `words` in all that is read of one.
fn hostile_page(words: &str) -> String {
    let json: String = words
        .encode_utf16()
        .map(|unit| format!("\\u{unit:04x}"))
        .collect();
    let story = "<p>The mayor of Veldmark spoke for an hour, and few of those who had come stayed to the end of it.</p>".repeat(5);
    format!(
        "<!DOCTYPE html><html lang=\"en{words}\"><head><meta charset=utf-8><title>{words} wins</title>\
         <script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"{json} wins\",\"author\":\"Ida {json}\",\
         \"publisher\":{{\"name\":\"{json}\"}}}}</script><meta name=description content=\"Told {words} by all\">\
         <link rel=canonical href=\"https://x.example/{words}\"></head><body><article><h1>{words}</h1><p>“We {words} won,” said Ada \
         {words} Bell on Tuesday, 2 September 2025, in the hall of the town.</p>{story}<ul><li>{words}</li></ul></article></body></html>"
    )
}

fn escaped(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() || character > '\u{2fff}' {
                format!("\\U{:08X}", character as u32)
            } else {
                character.to_string()
            }
        })
        .collect()
}

fn shelf() -> Desk {
    let name = HOSTILE.replace('/', "");
    // Enough prose not to be taken for binary data.
    let prose = "The mayor of Veldmark spoke for an hour, and few of those who had come stayed. ".repeat(20);
    let text =
        format!("{HOSTILE} wins\n\n“We {HOSTILE} won,” said Ada {HOSTILE} Bell on Tuesday.\n\n{prose}\n");
    let toml = escaped(HOSTILE);
    let briefing = [
        "[article]".to_owned(),
        format!("title = \"{toml}\"\nstandfirst = \"{toml}\"\nsource = \"{toml}\"\nbyline = \"{toml}\""),
        format!("url = \"https://x/{toml}\"\ntext = \"“We {toml} won,” said Ada.\""),
        format!("[[summary]]\ntext = \"{toml}\""),
        format!("[[actors]]\nid = \"ada\"\nname = \"Ada {toml}\"\nkind = \"person\"\nrole = \"{toml}\""),
        format!("[[quotes]]\nspeaker = \"ada\"\ntext = \"“We {toml} won,”\""),
        format!("[[timeline]]\ndate = \"2025-09-04\"\nevent = \"{toml}\"\n"),
    ];
    let desk = Desk::new();
    desk.put(&format!("news/{name}.txt"), text)
        .put(
            &format!("news/{name}.briefing.toml"),
            "[[summary]]\ntext = \"All spoke.\"\n",
        )
        .put("news/b.toml", briefing.join("\n"))
        .put("news/raw.html", hostile_page(HOSTILE))
        .put("news/entities.html", hostile_page(&entities(HOSTILE)))
        .put(
            "news/c.md",
            format!("---\ntitle: \"{toml}\"\nauthor: \"Ida {toml}\"\n---\n# {HOSTILE}\n\n“We {HOSTILE} won,” said Ada Bell.\n"),
        );
    desk
}

#[test]
fn text_reaches_no_format() {
    let desk = shelf();
    for arguments in [
        &["news"][..],
        &["print", "-f", "text", "news"],
        &["print", "-f", "json", "news"],
        &["print", "-f", "ndjson", "news"],
        &["print", "-f", "markdown", "news"],
        &["print", "-f", "toml", "news/b.toml"],
        &["print", "-f", "toml", "news/raw.html"],
        &["print", "-f", "toml", "news/entities.html"],
        &["print", "-f", "json", "news/entities.html"],
        &["print", "-f", "markdown", "news/raw.html"],
        &["quotes", "news"],
        &["check", "news"],
    ] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        assert!(
            ran.out.contains("red"),
            "{arguments:?} printed nothing of it:\n{}",
            ran.out
        );
        assert_eq!(
            (acting(&ran.out), acting(&ran.err)),
            (None, None),
            "{arguments:?}"
        );
    }
}

#[test]
fn text_reaches_no_error_message() {
    let desk = Desk::new();
    let toml = escaped(HOSTILE);
    desk.put("keys.toml", format!("[article]\ntext = \"a\"\n\"{toml}\" = 1\n"))
        .put(
            "values.toml",
            format!("[article]\ntext = \"a\"\n[[timeline]]\ndate = \"{toml}\"\nevent = \"a\"\n"),
        )
        .put(
            "raw.toml",
            format!("[article]\ntext = \"{HOSTILE}\"\n{HOSTILE} = 1\n"),
        )
        .put("matter.md", format!("---\ntitle: [{HOSTILE}\n---\ntext\n"))
        .put("config/briefing/config.toml", format!("\"{toml}\" = 1\n"));
    for arguments in [
        &["print", "keys.toml"][..],
        &["check", "values.toml"],
        &["check", "raw.toml"],
        &["print", "matter.md"],
        &["print", HOSTILE],
        &["print", "--format", HOSTILE, "a"],
        &[&format!("--{HOSTILE}")],
        &["--published", HOSTILE],
        &[],
    ] {
        let ran = desk.run(arguments);
        assert_ne!(ran.code, 0, "{arguments:?}: {}", ran.out);
        assert!(!ran.err.is_empty(), "{arguments:?}");
        assert_eq!(
            (acting(&ran.out), acting(&ran.err)),
            (None, None),
            "{arguments:?}: {}",
            ran.err
        );
    }
}

#[test]
fn no_file_name_makes_a_line_of_its_own() {
    let desk = Desk::new();
    let forged = "\nbriefing: FORGED: all well";
    let quote = "[[quotes]]\ntext = \"“Nobody said this.”\"\n";
    desk.put(&format!("orphan{forged}.briefing.toml"), "format = 1\n")
        .put(&format!("lost{forged}.txt"), "It rained.\n")
        .put(&format!("lost{forged}.briefing.toml"), quote)
        .put(&format!("bad{forged}.txt"), "It rained.\n")
        .put(&format!("bad{forged}.briefing.toml"), "titel = 1\n")
        .put(&format!("bare{forged}.txt"), "It rained.\n");
    for arguments in [
        &["check", "."][..],
        &["check", &format!("bare{forged}.txt")],
        &["print", "."],
        &["print", "--format", "markdown", "."],
        &["quotes", "."],
        &["print", &format!("missing{forged}")],
        &["check", &format!("missing{forged}")],
    ] {
        let ran = desk.run(arguments);
        assert!(
            ran.out.contains("FORGED") || ran.err.contains("FORGED"),
            "{arguments:?}"
        );
        for line in ran.out.lines().chain(ran.err.lines()) {
            assert!(!line.starts_with("briefing: FORGED"), "{arguments:?}: {line}");
        }
    }
}

#[cfg(unix)]
#[test]
fn what_stands_for_a_correction_and_is_none_costs_its_article_alone() {
    use std::os::unix::fs::symlink;

    let desk = Desk::new();
    desk.put("secret", "key: hunter2\n");
    desk.put("elsewhere.toml", "[[summary]]\ntext = \"Not of this folder.\"\n");
    for article in ["pipe", "device", "huge", "out", "nowhere", "own", "within"] {
        desk.put(&format!("news/{article}.txt"), crate::ARTICLE);
    }
    let beside = |article: &str| desk.path(&format!("news/{article}.briefing.toml"));
    let made = std::process::Command::new("mkfifo").arg(beside("pipe")).status();
    assert!(made.unwrap().success());
    // Of no article.
    let made = std::process::Command::new("mkfifo")
        .arg(beside("orphan"))
        .status();
    assert!(made.unwrap().success());
    symlink("/dev/zero", beside("device")).unwrap();
    std::fs::File::create(beside("huge"))
        .unwrap()
        .set_len(3 << 30)
        .unwrap();
    symlink("../secret", beside("out")).unwrap();
    symlink("nothing.toml", beside("nowhere")).unwrap();
    symlink(desk.path("elsewhere.toml"), beside("own")).unwrap();
    desk.put(
        "news/notes/kept.correction",
        "[[summary]]\ntext = \"Kept within.\"\n",
    );
    symlink("notes/kept.correction", beside("within")).unwrap();
    let told = [
        ("pipe", "this is no file but a pipe or a device"),
        ("device", "this link leads out of the folder"),
        ("huge", "it is larger than 64 MB"),
        (
            "out",
            "this link leads out of the folder of the article, and no correction is kept there; put the file itself",
        ),
        ("nowhere", "this link leads to no file; delete it"),
        ("own", "this link leads out of the folder"),
    ];
    for arguments in [&["print", "--format", "ndjson", "news"][..], &["check", "news"]] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 1, "{arguments:?}");
        for (article, why) in told {
            let name = format!("news/{article}.briefing.toml: ");
            let mut lines = ran.err.lines();
            assert!(
                lines.any(|line| line.contains(&name) && line.contains(why)),
                "{arguments:?} {article}: {}",
                ran.err
            );
        }
        assert!(
            !format!("{}{}", ran.out, ran.err).contains("hunter2"),
            "{arguments:?}"
        );
        let orphan = ran.err.contains("orphan.briefing.toml: ");
        assert_eq!(orphan, arguments[0] == "check", "{}", ran.err);
    }
    let ran = desk.run(&["print", "--format", "ndjson", "news"]);
    let articles = crate::ndjson(&ran.out);
    assert_eq!(articles.len(), 1, "{}", ran.out);
    assert_eq!(articles[0]["summary"][0]["text"], "Kept within.");
}

#[cfg(target_os = "linux")]
#[test]
fn a_correction_is_one_whatever_the_encoding_of_its_name() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::symlink;

    let desk = Desk::new();
    desk.put("secret", "key: hunter2\n");
    desk.put("news/a.txt", crate::ARTICLE);
    let at = |name: &[u8]| desk.path("news").join(OsStr::from_bytes(name));
    for name in [&b"caf\xe9"[..], b"th\xe9"] {
        std::fs::write(at(&[name, b".txt"].concat()), crate::ARTICLE).unwrap();
    }
    symlink("../secret", at(b"caf\xe9.briefing.toml")).unwrap();
    let correction = "[[summary]]\ntext = \"Kept beside it.\"\n";
    std::fs::write(at(b"th\xe9.briefing.toml"), correction).unwrap();
    let ran = desk.run(&["print", "--format", "ndjson", "news"]);
    assert_eq!(crate::ndjson(&ran.out).len(), 2, "{}", ran.out);
    assert!(ran.out.contains("Kept beside it."), "{}", ran.out);
    assert_eq!(
        ran.err.matches("this link leads out of the folder").count(),
        1,
        "{}",
        ran.err
    );
    assert!(!format!("{}{}", ran.out, ran.err).contains("hunter2"));
}
