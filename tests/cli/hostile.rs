//! Nothing of an article, a file name or an argument reaches the terminal as a control character.

use crate::Desk;

/// An escape sequence, a hyperlink (OSC 8), a bell, C1 controls, a bidi override and isolate, and invisible tags.
const HOSTILE: &str =
    "\u{1b}[31mred\u{1b}]8;;http://x\u{7}\u{9b}2J\u{9d}0;t\u{9c}\u{202e}\u{2066}\u{200f}\u{e0041}\u{7f}\u{8}";

/// The first character of `shown` that could act on a terminal.
fn acting(shown: &str) -> Option<char> {
    let acts = |character: &char| {
        matches!(
            character,
            '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
                | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
                | '\u{e0000}'..='\u{e0fff}'
        )
    };
    shown.chars().find(acts)
}

fn escaped(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() {
                format!("\\u{:04X}", character as u32)
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
        .put("news/b.toml", briefing.join("\n"));
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
