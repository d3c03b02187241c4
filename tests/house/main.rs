//! The house keeps its walls: which room may use which, who may touch terminal and files, how long a file may grow. The
//! rules are the table in `src/lib.rs`; what is checked is the source as it stands.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

mod rules;
mod source;

use std::path::{Path, PathBuf};

use briefing::load::load_bytes;

use crate::rules::{Rooms, Source, offences, rooms};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut folders: Vec<PathBuf> = vec![src.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let parts = path.strip_prefix(&src).unwrap().components();
                let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
                sources.push(Source {
                    path: parts.join("/"),
                    text,
                });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

#[test]
fn every_sign_of_a_model_is_looked_for() {
    let code: String = sources().into_iter().map(|source| source.text).collect();
    for entry in std::fs::read_dir(root().join("src/extract/weights")).unwrap() {
        let path = entry.unwrap().path();
        let model: toml::Table = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let signs = model["weights"].as_table().unwrap();
        assert!(!signs.is_empty(), "{}", path.display());
        for sign in signs.keys() {
            let constant = format!("::{}", sign.to_uppercase());
            let is_used = code.match_indices(&constant).any(|(at, found)| {
                let after = code[at + found.len()..].chars().next().unwrap_or(' ');
                !after.is_alphanumeric() && after != '_'
            });
            assert!(is_used, "{}: nothing looks for `{sign}`", path.display());
        }
    }
}

#[test]
fn the_walls_stand() {
    let rooms = rooms(&read("src/lib.rs"));
    let found: Vec<String> = sources()
        .iter()
        .flat_map(|source| offences(source, &rooms))
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_room_is_in_the_table() {
    let lib = read("src/lib.rs");
    let modules: Vec<&str> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let rooms = rooms(&lib);
    assert_eq!(rooms.keys().map(String::as_str).collect::<Vec<_>>(), modules);
}

#[test]
fn the_architecture_page_has_the_same_table() {
    assert_eq!(rooms(&read("ARCHITECTURE.md")), rooms(&read("src/lib.rs")));
}

#[test]
fn the_readme_has_the_keys_as_they_are() {
    let readme = read("README.md");
    let (before, rest) = readme.split_once("<!-- keys").unwrap();
    let (opening, rest) = rest.split_once("-->\n").unwrap();
    let (table, after) = rest.split_once("<!-- /keys -->").unwrap();
    let right = briefing::reader::keymap::key_table();
    if std::env::var_os("BRIEFING_BLESS").is_some() {
        let whole = format!("{before}<!-- keys{opening}-->\n{right}<!-- /keys -->{after}");
        std::fs::write(root().join("README.md"), whole).unwrap();
    } else {
        assert_eq!(
            table, right,
            "BRIEFING_BLESS=1 cargo test --test house brings README.md up to date"
        );
    }
}

#[test]
fn the_briefing_in_the_readme_is_well_formed() {
    let readme = read("README.md");
    let (_, rest) = readme.split_once("```toml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let loaded = load_bytes(example.as_bytes(), Some(Path::new("readme.toml"))).unwrap();
    let quotes = loaded.written.quotes.unwrap();
    assert_eq!(quotes.len(), 1);
    assert!(
        loaded.written.summary.is_some()
            && loaded.written.actors.is_some()
            && loaded.written.timeline.is_some()
    );
}

#[test]
fn the_commands_in_the_readme_are_understood() {
    let readme = read("README.md");
    let shell = readme
        .split("```sh\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap());
    let lines = shell
        .flat_map(str::lines)
        .filter(|line| line.starts_with("briefing "));
    let mut count = 0;
    for line in lines {
        let command = line.split(['|', '>', '#']).next().unwrap();
        let understood = briefing::cli::command().try_get_matches_from(command.split_whitespace());
        assert!(understood.is_ok(), "{line}\n{}", understood.unwrap_err());
        count += 1;
    }
    assert!(count > 4, "where have the commands gone?");
}

mod the_checker {
    use super::*;

    fn table() -> Rooms {
        rooms(
            "//! | Room | For | What it may use |\n//! |---|---|---|\n//! | [`briefing`](x) | words | nothing of ours |\n\
             //! | `extract` | x | `briefing` |\n//! | `reader` | x | `briefing`, `library` |\n//! | `library` | x | \
             `briefing`, `extract` |\n//! | `cli`, `commands` | x | everything |",
        )
    }

    fn blamed(path: &str, code: &str) -> Vec<String> {
        let source = Source {
            path: path.to_owned(),
            text: format!("//! Doc.\n{code}"),
        };
        offences(&source, &table())
    }

    #[track_caller]
    fn one(path: &str, code: &str, message: &str) {
        assert_eq!(blamed(path, code), [message], "{code}");
    }

    #[track_caller]
    fn none(path: &str, code: &str) {
        assert_eq!(blamed(path, code), Vec::<String>::new(), "{code}");
    }

    #[test]
    fn reads_the_table() {
        let table = table();
        assert_eq!(table["briefing"], Some(vec![]));
        assert_eq!(
            table["reader"],
            Some(vec!["briefing".to_owned(), "library".to_owned()])
        );
        assert_eq!(table["commands"], None);
    }

    #[test]
    fn sees_a_room_used_against_the_rule() {
        one(
            "extract/mod.rs",
            "use crate::library;",
            "src/extract/mod.rs:2: `crate::library`: the room `extract` may not use `library`",
        );
        one(
            "extract/quotes/x.rs",
            "fn f() {\n    crate::library::read()\n}",
            "src/extract/quotes/x.rs:3: `crate::library::read`: the room `extract` may not use `library`",
        );
        one(
            "briefing/mod.rs",
            "use crate::{\n    briefing::Span,\n    reader::{panes::draw as paint},\n};",
            "src/briefing/mod.rs:4: `crate::reader::panes::draw`: the room `briefing` may not use `reader`",
        );
    }

    #[test]
    fn sees_an_escape_by_super() {
        one(
            "extract/quotes/x.rs",
            "use super::super::super::reader::State;",
            "src/extract/quotes/x.rs:2: `super::super::super::reader::State`: the room `extract` may not use `reader`",
        );
        none("extract/quotes/x.rs", "use super::super::reader::Tokens;");
    }

    #[test]
    fn lets_be_what_is_allowed() {
        none(
            "extract/mod.rs",
            "use crate::briefing::Span;\nuse crate::extract::text::Token;",
        );
        none("commands/print.rs", "use crate::{reader, library};");
        none(
            "reader/state.rs",
            "use crate::library::Library;\nuse ratatui::Frame;",
        );
    }

    #[test]
    fn sees_terminal_types_outside_the_reader() {
        one(
            "commands/print.rs",
            "fn f() { crossterm::terminal::enable_raw_mode(); }",
            "src/commands/print.rs:2: `crossterm::terminal::enable_raw_mode`: only `reader` may use `crossterm`",
        );
        none("commands/print.rs", "fn f() { crossterm::terminal::size(); }");
    }

    #[test]
    fn sees_the_world_touched_where_it_must_not_be() {
        one(
            "extract/mod.rs",
            "use std::{fmt, fs::File};",
            "src/extract/mod.rs:2: `std::fs::File`: no files, clocks, threads or environment here",
        );
        one(
            "reader/panes/quotes.rs",
            "use std::time::Instant;",
            "src/reader/panes/quotes.rs:2: `std::time::Instant`: no files, clocks, threads or environment here",
        );
        one(
            "extract/timeline/x.rs",
            "fn f() { jiff::Zoned::now(); }",
            "src/extract/timeline/x.rs:2: `jiff::Zoned::now`: no clocks here",
        );
        none("reader/effects.rs", "use std::process::Command;");
    }

    #[test]
    fn is_not_misled_by_comments_and_strings() {
        none(
            "briefing/mod.rs",
            "// crate::library\n/* crate::reader */\nconst A: &str = \"crate::library \\\" crate::reader\";\n\
             const B: &str = r#\"crate::reader\"#;\nfn f<'a>(c: char) -> bool { c == '\"' || c == '\\'' }\n// \"",
        );
        one(
            "extract/mod.rs",
            "fn f<'a>(c: char) -> bool { c == '\"' }\nuse crate::library;",
            "src/extract/mod.rs:3: `crate::library`: the room `extract` may not use `library`",
        );
    }

    #[test]
    fn sees_words_of_a_language_in_the_extractor() {
        one(
            "extract/quotes/x.rs",
            "fn f(w: &str) -> bool { w.ends_with(\"ly\") }",
            "src/extract/quotes/x.rs:2: \"ly\": words belong in `extract/lexicon`",
        );
        one(
            "extract/x.rs",
            "// \"of\"\nfn f(w: &str) -> bool { w.ends_with('s') }",
            "src/extract/x.rs:3: \"s\": words belong in `extract/lexicon`",
        );
        none(
            "extract/x.rs",
            "#[allow(x, reason = \"so be it\")]\nfn f<'a>(y: u8) -> String { format!(\"T{y:02}{}\\n\", '\\u{2010}') }",
        );
        none("load/x.rs", "const A: &str = \"by\";");
        none(
            "extract/x.rs",
            "#[cfg(test)]\nmod tests { const A: &str = \"by\"; }",
        );
    }

    #[test]
    fn sees_a_file_without_a_purpose_and_one_with_two() {
        let rooms = table();
        let bare = Source {
            path: "extract/x.rs".to_owned(),
            text: "use std::fmt;".to_owned(),
        };
        assert_eq!(
            offences(&bare, &rooms),
            ["src/extract/x.rs: does not open with `//!` saying what it is for"]
        );
        assert_eq!(blamed("extract/x.rs", &"\n".repeat(449)).len(), 0);
        assert_eq!(blamed("extract/x.rs", &"\n".repeat(450)).len(), 1);
    }
}
