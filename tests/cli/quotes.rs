//! `briefing quotes`.

use crate::Desk;

/// Written by hand, so that this does not hang on what is extracted.
const WRITTEN: &str = r#"
[article]
text = """
“One,” said Recep Erdoğan. “Two,” European officials said. “Three.”
"""
[[actors]]
name = "Recep Erdoğan"
kind = "person"
id = "recep-erdogan"
aliases = ["Tayyip"]
[[quotes]]
speaker = "recep-erdogan"
text = "“One,”"
[[quotes]]
speaker = "European officials"
text = "“Two,”"
[[quotes]]
speaker = "unknown"
text = "“Three.”"
"#;

fn words_by(speaker: &str) -> Vec<String> {
    let desk = Desk::new();
    desk.put("a.toml", WRITTEN);
    let ran = desk.run(&["quotes", "--speaker", speaker, "a.toml"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    ran.out
        .lines()
        .map(|line| line.rsplit('\t').next().unwrap().to_owned())
        .collect()
}

#[test]
fn are_found_by_any_part_of_a_name_without_accents_and_case() {
    for name in ["erdogan", "Erdoğan", "ERD", "recep erdogan", "erdo rec", "tayyip"] {
        assert_eq!(words_by(name), ["“One,”"], "{name}");
    }
    assert_eq!(words_by("officials"), ["“Two,”"]);
    assert_eq!(words_by("unknown"), ["“Three.”"]);
}

#[test]
fn of_nobody_are_told_to_be_none() {
    let desk = Desk::new();
    desk.put("a.toml", WRITTEN);
    let ran = desk.run(&["quotes", "--speaker", "dogan", "a.toml"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    insta::assert_snapshot!(ran.err, @"briefing: nobody called `dogan` is quoted here; without --speaker, all who are quoted are listed");
}

#[test]
fn stand_one_a_line_in_six_columns() {
    let desk = Desk::new();
    desk.put("a.toml", WRITTEN);
    insta::assert_snapshot!(desk.run(&["quotes", "a.toml"]).out);
}
