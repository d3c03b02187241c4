//! Rust source as far as the house rules need it: which paths a file names, and on which line.

/// A path as written, groups taken apart: `use crate::load::{a, b::c}` gives `crate::load::a` and `crate::load::b::c`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPath {
    pub line: usize,
    pub names: Vec<String>,
}

/// Every path of two names and more in `source`, comments, strings and characters aside.
pub fn paths(source: &str) -> Vec<NamedPath> {
    let code: Vec<char> = blank_out(source).chars().collect();
    let mut scanner = Scanner {
        code: &code,
        at: 0,
        line: 1,
        found: Vec::new(),
    };
    while scanner.at < code.len() {
        if scanner.name_starts() {
            scanner.path(Vec::new());
        } else {
            scanner.step();
        }
    }
    scanner.found.retain(|path| path.names.len() > 1);
    scanner.found
}

/// What a file says in a string or a character, as it stands between its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    pub line: usize,
    pub text: String,
}

/// The literals of `source`, comments and attributes aside.
pub fn literals(source: &str) -> Vec<Literal> {
    let code: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line, mut attribute) = (0, 1, 0);
    while at < code.len() {
        let length = blank_length(&code, at).unwrap_or(0);
        let inside: String = code[at..code.len().min(at + length.max(1))].iter().collect();
        if length > 0 && attribute == 0 && !inside.starts_with('/') {
            found.push(Literal {
                line,
                text: inside.trim_matches(['r', '#', '"', '\'']).to_owned(),
            });
        }
        match code[at] {
            '#' if code.get(at + 1) == Some(&'[') => attribute = 1,
            '[' if attribute > 0 && code[at - 1] != '#' => attribute += 1,
            ']' if attribute > 0 => attribute -= 1,
            _ => {}
        }
        line += inside.matches('\n').count();
        at += length.max(1);
    }
    found
}

struct Scanner<'a> {
    code: &'a [char],
    at: usize,
    line: usize,
    found: Vec<NamedPath>,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<char> {
        self.code.get(self.at).copied()
    }

    fn step(&mut self) {
        self.line += usize::from(self.peek() == Some('\n'));
        self.at += 1;
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.step();
        }
    }

    fn name_starts(&self) -> bool {
        self.peek().is_some_and(|c| c.is_alphabetic() || c == '_')
    }

    fn name(&mut self) -> String {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            self.at += 1;
        }
        self.code[start..self.at].iter().collect()
    }

    fn joins(&mut self) -> bool {
        let joins = self.code.get(self.at..self.at + 2) == Some(&[':', ':']);
        self.at += if joins { 2 } else { 0 };
        joins
    }

    /// A path that goes on from `names`, standing at its next name.
    fn path(&mut self, mut names: Vec<String>) {
        let line = self.line;
        loop {
            names.push(self.name());
            if !self.joins() {
                break;
            }
            self.skip_space();
            if self.peek() == Some('{') {
                return self.group(&names);
            }
            if self.peek() == Some('*') {
                names.push("*".to_owned());
                break;
            }
            if !self.name_starts() {
                break;
            }
        }
        self.found.push(NamedPath { line, names });
    }

    /// `{a, b::{c, d}}` after `prefix::`, standing at the brace.
    fn group(&mut self, prefix: &[String]) {
        self.step();
        loop {
            self.skip_space();
            match self.peek() {
                None => return,
                Some('}') => return self.step(),
                Some(_) if self.name_starts() => {
                    self.path(prefix.to_vec());
                    self.skip_space();
                    if self.code.get(self.at..self.at + 3) == Some(&['a', 's', ' ']) {
                        self.at += 3;
                        self.name();
                    }
                }
                Some(_) => self.step(),
            }
        }
    }
}

/// `source` with the insides of comments, strings and characters replaced by spaces; lines stay.
fn blank_out(source: &str) -> String {
    let code: Vec<char> = source.chars().collect();
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    while at < code.len() {
        let end = at + blank_length(&code, at).unwrap_or(0);
        if end == at {
            out.push(code[at]);
            at += 1;
            continue;
        }
        let inside = code.get(at..end).unwrap_or(&code[at..]);
        out.extend(inside.iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
        at = end;
    }
    out
}

/// How long the comment, string or character is that starts at `at`.
fn blank_length(code: &[char], at: usize) -> Option<usize> {
    let rest = &code[at..];
    let starts = |with: &str| with.chars().eq(rest.iter().copied().take(with.len()));
    let until = |end: &str, from: usize| {
        let end: Vec<char> = end.chars().collect();
        let found = rest
            .get(from..)?
            .windows(end.len())
            .position(|window| window == end);
        Some(found.map_or(rest.len(), |found| from + found + end.len()))
    };
    if starts("//") {
        return Some(rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()));
    }
    if starts("/*") {
        return until("*/", 2);
    }
    if starts("\"") {
        return Some(quoted_length(rest, '"'));
    }
    if starts("r\"") || starts("r#") {
        let marks = rest.iter().skip(1).take_while(|c| **c == '#').count();
        let opens = rest.get(1 + marks) == Some(&'"');
        return opens
            .then(|| until(&format!("\"{}", "#".repeat(marks)), marks + 2))
            .flatten();
    }
    // A quote that closes after one character is that character; else it opens a lifetime.
    let character = starts("'") && (rest.get(2) == Some(&'\'') || rest.get(1) == Some(&'\\'));
    character.then(|| quoted_length(rest, '\''))
}

fn quoted_length(rest: &[char], mark: char) -> usize {
    let mut escaped = false;
    for (length, c) in rest.iter().enumerate().skip(1) {
        if escaped {
            escaped = false;
        } else if *c == '\\' {
            escaped = true;
        } else if *c == mark {
            return length + 1;
        }
    }
    rest.len()
}
