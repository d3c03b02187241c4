//! What tells languages apart that have no lexicon: `languages.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::Failure;
use crate::words::Words;

/// Lists of `languages.toml` that are one for all languages.
const MARKER_LISTS: [&str; 5] = [
    "abbreviations",
    "date_joiners",
    "day_marks",
    "month_marks",
    "year_marks",
];

/// Writes the tables of the file at `path` to `out`.
pub fn write(path: &Path, words: &mut Words, out: &mut String) -> Result<(), Failure> {
    println!("cargo::rerun-if-changed={}", path.display());
    let file: toml::Table =
        toml::from_str(&fs::read_to_string(path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    let tags: Vec<&String> = file.keys().collect();
    if tags.len() > 32 {
        return Err("more than 32 languages: widen the masks".into());
    }
    writeln!(out, "/// The tags of the languages that are told apart.")?;
    writeln!(out, "pub static TAGS: &[&str] = &{tags:?};")?;
    let mut function_words: BTreeMap<String, u32> = BTreeMap::new();
    let mut months: BTreeMap<String, u32> = BTreeMap::new();
    let mut scripts: BTreeMap<(char, char), u32> = BTreeMap::new();
    let mut lists: BTreeMap<&str, BTreeSet<String>> =
        MARKER_LISTS.iter().map(|name| (*name, BTreeSet::new())).collect();
    for (number, (tag, language)) in file.iter().enumerate() {
        let language = language
            .as_table()
            .ok_or_else(|| format!("`{tag}` must be a table"))?;
        for (name, list) in language {
            let list = list
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(toml::Value::as_str);
            for (place, word) in list.map(str::to_owned).enumerate() {
                match name.as_str() {
                    "function_words" => *function_words.entry(word).or_default() |= 1 << number,
                    "letters" => {
                        let letters: Vec<char> = word.chars().collect();
                        let [first, '-', last] = letters[..] else {
                            return Err(format!("`{word}` must be two letters and a hyphen").into());
                        };
                        *scripts.entry((first, last)).or_default() |= 1_u32 << number;
                    }
                    "months" => {
                        let month = u32::try_from(place + 1)?;
                        if *months.entry(word.clone()).or_insert(month) != month {
                            return Err(format!("`{word}` is two months").into());
                        }
                    }
                    _ => {
                        lists
                            .get_mut(name.as_str())
                            .ok_or_else(|| format!("`{tag}.{name}` is not known"))?
                            .insert(word);
                    }
                }
            }
        }
    }
    let scripts: Vec<(char, char, u32)> = scripts
        .into_iter()
        .map(|((first, last), mask)| (first, last, mask))
        .collect();
    writeln!(out, "/// Letters from, up to, and of which languages.")?;
    writeln!(out, "pub static SCRIPTS: &[(char, char, u32)] = &{scripts:?};")?;
    for (name, table) in [("FUNCTION_WORDS", function_words), ("MONTHS", months)] {
        let map = words.table(
            table
                .iter()
                .map(|(word, value)| (word.as_str(), value.to_string())),
        );
        writeln!(out, "/// Words of all languages.")?;
        writeln!(out, "pub static {name}: phf::Map<Word, u32> = {map};")?;
    }
    for (name, list) in lists {
        writeln!(out, "/// Words of all languages.")?;
        let list: Vec<String> = list.into_iter().collect();
        writeln!(out, "pub static {}: &[&str] = &{list:?};", name.to_uppercase())?;
    }
    Ok(())
}
