//! The lexicon: every `src/extract/lexicon/LANGUAGE/*.toml` becomes perfect-hash tables, so that a word is looked up without
//! start-up cost.
//!
//! A list (`speech_verb = ["said", …]`) makes a category of that name; a table (`[month]` with `january = 1`) makes a
//! category and a map from the word to its value. A list whose name ends in `_ending` holds the ends of words, and
//! makes a slice too. Words are lower case; a phrase holds spaces.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::words::Words;
use crate::{Failure, sorted};

/// The bits that mark the first and the second word of a phrase: the last that `Categories` has.
const PHRASE_HEAD: usize = 255;
const PHRASE_SECOND: usize = 254;

/// How the name of a list of endings ends.
const ENDINGS: &str = "_ending";

/// The words of one language.
#[derive(Default)]
pub struct Language {
    /// Word or phrase → names of its categories.
    categories: BTreeMap<String, BTreeSet<String>>,
    /// Table name → word → value, as Rust source.
    tables: BTreeMap<String, BTreeMap<String, String>>,
    /// Name of a list of endings → the endings.
    endings: BTreeMap<String, Vec<String>>,
}

/// Reads the words of one language.
pub fn read(folder: &Path) -> Result<Language, Failure> {
    let mut language = Language::default();
    for path in sorted(folder)?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
    {
        println!("cargo::rerun-if-changed={}", path.display());
        let file: toml::Table = toml::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        for (name, value) in file {
            read_category(&mut language, &name, &value)
                .map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(language)
}

fn read_category(language: &mut Language, name: &str, value: &toml::Value) -> Result<(), Failure> {
    let mut add = |word: &str| -> Result<(), Failure> {
        if word != word.to_lowercase() || word.contains('’') {
            return Err(
                format!("`{word}` in `{name}`: write it in lower case, with a straight apostrophe").into(),
            );
        }
        language
            .categories
            .entry(word.to_owned())
            .or_default()
            .insert(name.to_owned());
        Ok(())
    };
    match value {
        toml::Value::Array(words) => {
            for word in words {
                add(word
                    .as_str()
                    .ok_or_else(|| format!("`{name}` holds something that is no string"))?)?;
            }
            if name.ends_with(ENDINGS) {
                let endings = words.iter().filter_map(toml::Value::as_str).map(str::to_owned);
                language.endings.insert(name.to_owned(), endings.collect());
            }
        }
        toml::Value::Table(words) => {
            for (word, value) in words {
                add(word)?;
                let value = match value {
                    toml::Value::Integer(number) => number.to_string(),
                    toml::Value::String(string) => format!("{string:?}"),
                    _ => return Err(format!("`{name}.{word}` must be a number or a string").into()),
                };
                language
                    .tables
                    .entry(name.to_owned())
                    .or_default()
                    .insert(word.clone(), value);
            }
        }
        _ => return Err(format!("`{name}` must be a list of words or a table").into()),
    }
    Ok(())
}

/// The tables of all languages, as Rust source.
pub fn source(languages: &BTreeMap<String, Language>, words: &mut Words) -> Result<String, Failure> {
    let names: BTreeSet<&String> = languages
        .values()
        .flat_map(|language| language.categories.values().flatten())
        .collect();
    if names.len() > PHRASE_SECOND {
        return Err(format!("more than {PHRASE_SECOND} categories: widen `Categories`").into());
    }
    let bits: BTreeMap<&String, usize> = names
        .into_iter()
        .enumerate()
        .map(|(bit, name)| (name, bit))
        .collect();
    let fields = Fields::of(languages);
    let mut out = String::new();
    write_categories(&mut out, &bits)?;
    write_type(&mut out, &fields)?;
    for (name, language) in languages {
        writeln!(out, "/// The lexicon of the language `{name}`.")?;
        writeln!(out, "pub static {}: Lexicon = Lexicon {{", name.to_uppercase())?;
        write_words(&mut out, language, &bits, words)?;
        for table in fields.tables.keys() {
            let entries = language.tables.get(*table).into_iter().flatten();
            let map = words.table(entries.map(|(word, value)| (word.as_str(), value.clone())));
            writeln!(out, "    {table}: {map},")?;
        }
        for name in &fields.endings {
            let list = language.endings.get(*name).map_or(&[][..], Vec::as_slice);
            writeln!(out, "    {name}: &{list:?},")?;
        }
        writeln!(out, "}};")?;
    }
    Ok(out)
}

/// What a lexicon has besides categories, whatever the language.
struct Fields<'l> {
    /// The tables, and the types of their values.
    tables: BTreeMap<&'l String, &'static str>,
    endings: BTreeSet<&'l String>,
}

impl<'l> Fields<'l> {
    fn of(languages: &'l BTreeMap<String, Language>) -> Self {
        let tables = languages.values().flat_map(|language| &language.tables);
        let endings = languages.values().flat_map(|language| language.endings.keys());
        Self {
            tables: tables
                .map(|(name, table)| {
                    let is_text = table.values().any(|value| value.starts_with('"'));
                    (name, if is_text { "&'static str" } else { "i32" })
                })
                .collect(),
            endings: endings.collect(),
        }
    }
}

fn write_categories(out: &mut String, bits: &BTreeMap<&String, usize>) -> Result<(), Failure> {
    writeln!(
        out,
        "/// The categories that words of the lexicon have, one a list or table of its files."
    )?;
    writeln!(out, "pub mod category {{\n    use super::Categories;")?;
    for (name, bit) in bits {
        writeln!(out, "    /// Words listed under `{name}`.")?;
        writeln!(
            out,
            "    pub const {}: Categories = Categories::bit({bit});",
            name.to_uppercase()
        )?;
    }
    writeln!(out, "}}\n")?;
    Ok(())
}

fn write_type(out: &mut String, fields: &Fields<'_>) -> Result<(), Failure> {
    writeln!(out, "/// The words of one language.\npub struct Lexicon {{")?;
    writeln!(out, "    pub(super) words: phf::Map<Word, u16>,")?;
    writeln!(out, "    pub(super) phrases: phf::Map<Word, u16>,")?;
    writeln!(out, "    pub(super) sets: &'static [Categories],")?;
    for (name, kind) in &fields.tables {
        writeln!(out, "    /// The values of the words listed under `{name}`.")?;
        writeln!(out, "    pub {name}: phf::Map<Word, {kind}>,")?;
    }
    for name in &fields.endings {
        writeln!(out, "    /// What the words end in that `{name}` is about.")?;
        writeln!(out, "    pub {name}: &'static [&'static str],")?;
    }
    writeln!(out, "}}\n")?;
    Ok(())
}

/// A set of categories, a bit each.
type Mask = [u128; 2];

/// Writes which words and phrases have which categories. Many have the same: a table holds the place of their set in a list.
fn write_words(
    out: &mut String,
    language: &Language,
    bits: &BTreeMap<&String, usize>,
    words: &mut Words,
) -> Result<(), Failure> {
    let [single, phrases] = masks(language, bits);
    let sets: BTreeSet<Mask> = single.values().chain(phrases.values()).copied().collect();
    let sets: Vec<Mask> = sets.into_iter().collect();
    for (field, masks) in [("words", single), ("phrases", phrases)] {
        let mut entries = Vec::new();
        for (word, mask) in masks {
            let place = sets.binary_search(&mask);
            let place = u16::try_from(place.map_err(|_| format!("`{word}` has a set that is not listed"))?)?;
            entries.push((word, place.to_string()));
        }
        writeln!(out, "    {field}: {},", words.table(entries))?;
    }
    let sets = sets.iter().map(|mask| format!("Categories({mask:?})"));
    writeln!(out, "    sets: &[{}],", sets.collect::<Vec<_>>().join(", "))?;
    Ok(())
}

/// The categories of single words, and those of phrases.
fn masks<'l>(language: &'l Language, bits: &BTreeMap<&String, usize>) -> [BTreeMap<&'l str, Mask>; 2] {
    let mut single: BTreeMap<&str, Mask> = BTreeMap::new();
    let mut phrases: BTreeMap<&str, Mask> = BTreeMap::new();
    for (word, categories) in &language.categories {
        let bits = categories.iter().filter_map(|name| bits.get(name).copied());
        let mut words = word.split(' ');
        if let (Some(head), Some(second)) = (words.next(), words.next()) {
            set(phrases.entry(word).or_default(), bits);
            set(single.entry(head).or_default(), [PHRASE_HEAD].into_iter());
            set(single.entry(second).or_default(), [PHRASE_SECOND].into_iter());
        } else {
            set(single.entry(word).or_default(), bits);
        }
    }
    [single, phrases]
}

fn set([low, high]: &mut Mask, bits: impl Iterator<Item = usize>) {
    for bit in bits {
        if bit < 128 {
            *low |= 1 << bit;
        } else {
            *high |= 1 << (bit - 128);
        }
    }
}
