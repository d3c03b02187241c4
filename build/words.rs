//! The words that tables are looked up by, written one after another into one text: a table holds where a word stands in it.
//!
//! A `&str` in a table is an address, which the system must put right before the program starts; thousands of them make
//! the program larger and its start slower.

use std::collections::HashMap;
use std::fmt::{self, Write as _};
use std::hash::{Hash, Hasher};

use phf_shared::{FmtConst, PhfHash};

/// A word of a table.
#[derive(Clone, PartialEq, Eq)]
struct Key {
    word: String,
    /// Where it begins, in bytes.
    start: usize,
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.word.hash(state);
    }
}

/// As the word itself is hashed, which is what is looked up.
impl PhfHash for Key {
    fn phf_hash<H: Hasher>(&self, state: &mut H) {
        self.word.as_str().phf_hash(state);
    }
}

impl FmtConst for Key {
    fn fmt_const(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Word::new({}, {})", self.start, self.word.len())
    }
}

/// The words of all tables.
#[derive(Default)]
pub struct Words {
    text: String,
    starts: HashMap<String, usize>,
}

impl Words {
    /// A table from words to values, as Rust source.
    pub fn table<'w>(&mut self, entries: impl IntoIterator<Item = (&'w str, String)>) -> String {
        let mut map = phf_codegen::Map::new();
        for (word, value) in entries {
            map.entry(self.key(word), value);
        }
        map.build().to_string()
    }

    fn key(&mut self, word: &str) -> Key {
        let start = *self.starts.entry(word.to_owned()).or_insert_with(|| {
            let start = self.text.len();
            self.text.push_str(word);
            start
        });
        Key {
            word: word.to_owned(),
            start,
        }
    }

    /// The text that all of them stand in, as Rust source.
    pub fn source(&self) -> String {
        let mut out = String::new();
        // Writing to a string never fails.
        let _ = writeln!(out, "/// The words of all tables, one after another.");
        let _ = writeln!(out, "pub(super) static TEXT: &str = {:?};", self.text);
        out
    }
}
