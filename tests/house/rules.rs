//! The rules of the house, and what breaks them.

use std::collections::BTreeMap;

use crate::source::{literals, paths};

/// Crates that only `reader` may name.
const TERMINAL: &[&str] = &[
    "ratatui",
    "crossterm",
    "tui_input",
    "crokey",
    "rustix",
    "signal_hook",
];

/// How wide a printed page may be is no matter of the terminal's modes; nor is how a file is opened, or how much a process
/// may use.
const HARMLESS: &[&str] = &[
    "crossterm::terminal::size",
    "rustix::fs::OFlags",
    "rustix::process::Resource",
    "rustix::process::Rlimit",
    "rustix::process::setrlimit",
];

/// Parts of the standard library that touch the world.
const WORLD: &[&str] = &["fs", "env", "time", "io", "net", "process", "thread"];

/// Where the world must not be touched: folders and files under `src/`.
const PURE: &[&str] = &["briefing/", "extract/", "reader/update", "reader/panes"];

/// The longest a file may grow before it has more than one subject, in lines.
const LONGEST: usize = 450;

/// Files that may be longer, each with its reason beside it.
const MAY_BE_LONGER: &[&str] = &[];

/// Where no word of any language may stand: it belongs in the lexicon.
const WORDLESS: &str = "extract/";

/// Letters in the code of the extractor that are no language's words.
const LETTERS: &[(&str, &[&str])] = &[
    // Spellings of one sound in names carried over from other scripts.
    ("extract/actors/keys.rs", &["y", "i"]),
    // The files that are compiled in.
    ("extract/timeline/grammar.rs", &["../lexicon/en/dates.patterns"]),
    ("extract/lexicon/mod.rs", &["OUT_DIR", "/lexicon.rs"]),
    ("extract/linear.rs", &["OUT_DIR", "/weights.rs"]),
    // The letter before an apostrophe that may close nothing.
    ("extract/text/marks.rs", &["s", "S", "n"]),
];

/// A file under `src/`.
#[derive(Debug, Clone)]
pub struct Source {
    /// Relative to `src/`, with `/`.
    pub path: String,
    pub text: String,
}

/// Which rooms a room may use; `None` means all of them.
pub type Rooms = BTreeMap<String, Option<Vec<String>>>;

/// The table of rooms as a document has it: the first column names the room, the last what it may use.
pub fn rooms(document: &str) -> Rooms {
    let rows = document
        .lines()
        .map(|line| line.trim_start_matches("//!").trim())
        .filter(|line| line.starts_with('|'))
        .skip_while(|line| !line.contains("May use") && !line.contains("may use"))
        .skip(2);
    let mut rooms = Rooms::new();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let may_use = cells.last().unwrap();
        let allowed = (*may_use != "everything").then(|| in_backticks(may_use));
        for room in in_backticks(cells[0]) {
            rooms.insert(room, allowed.clone());
        }
    }
    rooms
}

fn in_backticks(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Everything in `source` that breaks a rule, one message each.
pub fn offences(source: &Source, rooms: &Rooms) -> Vec<String> {
    let mut found = Vec::new();
    let path = &source.path;
    if !source.text.starts_with("//!") {
        found.push(format!(
            "src/{path}: does not open with `//!` saying what it is for"
        ));
    }
    let lines = source.text.lines().count();
    if lines > LONGEST && !MAY_BE_LONGER.contains(&path.as_str()) {
        found.push(format!(
            "src/{path}: {lines} lines; over {LONGEST} it has two subjects: part them"
        ));
    }
    if path.starts_with(WORDLESS) {
        found.extend(words_in_code(source));
    }
    let module = module(path);
    let Some(room) = module.first() else {
        return found;
    };
    let pure = PURE.iter().any(|pure| path.starts_with(pure));
    for named in paths(&source.text) {
        let names: Vec<&str> = named.names.iter().map(String::as_str).collect();
        let written = names.join("::");
        let mut blame = |why: String| found.push(format!("src/{path}:{}: `{written}`: {why}", named.line));
        if let Some(used) = room_used(&module, &names, rooms) {
            let allowed = rooms.get(room.as_str()).and_then(Option::as_ref);
            if used != room && allowed.is_some_and(|allowed| !allowed.iter().any(|room| room == used)) {
                blame(format!("the room `{room}` may not use `{used}`"));
            }
        }
        if room != "reader" && TERMINAL.contains(&names[0]) && !HARMLESS.contains(&written.as_str()) {
            blame(format!("only `reader` may use `{}`", names[0]));
        }
        if pure && names[0] == "std" && WORLD.contains(&names[1]) {
            blame("no files, clocks, threads or environment here".to_owned());
        }
        if pure && names.last() == Some(&"now") {
            blame("no clocks here".to_owned());
        }
    }
    found
}

/// Words and letters in the code of the extractor, one message each.
fn words_in_code(source: &Source) -> impl Iterator<Item = String> {
    let path = &source.path;
    let code = source.text.split("#[cfg(test)]").next().unwrap_or_default();
    let allowed = LETTERS.iter().find(|(file, _)| file == path);
    let allowed = allowed.map_or(&[][..], |(_, letters)| letters);
    literals(code)
        .into_iter()
        .filter(|literal| !allowed.contains(&literal.text.as_str()) && has_word(&literal.text))
        .map(move |literal| {
            format!(
                "src/{path}:{}: \"{}\": words belong in `extract/lexicon`",
                literal.line, literal.text
            )
        })
}

/// Whether a literal has a lower-case letter, what is filled in and escapes aside.
fn has_word(literal: &str) -> bool {
    let mut filled = 0_usize;
    let mut escaped = false;
    literal.chars().any(|c| {
        match c {
            '{' => filled += 1,
            '}' => filled = filled.saturating_sub(1),
            _ => {}
        }
        let letter = filled == 0 && !escaped && c.is_lowercase();
        // `\u{2010}`: what is in the braces is passed over as well.
        escaped = c == '\\' && !escaped;
        letter
    })
}

/// `extract/quotes/mod.rs` is the module `extract`, `quotes`.
fn module(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let names = path.split('/').filter(|name| !matches!(*name, "lib" | "main"));
    names.map(str::to_owned).collect()
}

/// The room that a path leads to, from the crate's root or by `super::` out of `module`.
fn room_used<'a>(module: &[String], names: &[&'a str], rooms: &Rooms) -> Option<&'a str> {
    let ups = names.iter().take_while(|name| **name == "super").count();
    let room = match names {
        ["crate", room, ..] => room,
        // Within `mod tests { … }` one `super` more is written than counted here: then this sees a room where there is
        // none only if a module has a room's name.
        _ if ups > 0 && ups >= module.len() => names.get(ups)?,
        _ => return None,
    };
    rooms.contains_key(*room).then_some(*room)
}
