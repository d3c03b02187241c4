//! Compiles in what the extractor knows: the lexicon, the marks of other languages (`languages.toml`) and the weights of its
//! models (`src/extract/weights/*.toml`, a module of constants each).
//!
//! The lexicon: every `src/extract/lexicon/LANGUAGE/*.toml` becomes perfect-hash tables, so that a word is looked
//! up without start-up cost.
//!
//! A list (`speech_verb = ["said", …]`) makes a category of that name; a table (`[month]` with `january = 1`) makes a
//! category and a map from the word to its value. A list whose name ends in `_ending` holds the ends of words, and
//! makes a slice too. Words are lower case; a phrase holds spaces.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The bits that mark the first and the second word of a phrase: the last that `Categories` has.
const PHRASE_HEAD: usize = 255;
const PHRASE_SECOND: usize = 254;

/// How the name of a list of endings ends.
const ENDINGS: &str = "_ending";

/// Lists of `languages.toml` that are one for all languages.
const MARKER_LISTS: [&str; 5] = [
    "abbreviations",
    "date_joiners",
    "day_marks",
    "month_marks",
    "year_marks",
];

type Failure = Box<dyn std::error::Error>;

/// The words of one language.
#[derive(Default)]
struct Language {
    /// Word or phrase → names of its categories.
    categories: BTreeMap<String, BTreeSet<String>>,
    /// Table name → word → value, as Rust source.
    tables: BTreeMap<String, BTreeMap<String, String>>,
    /// Name of a list of endings → the endings.
    endings: BTreeMap<String, Vec<String>>,
}

fn main() -> Result<(), Failure> {
    let root = Path::new("src/extract/lexicon");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut languages = BTreeMap::new();
    for folder in sorted(root)?.into_iter().filter(|path| path.is_dir()) {
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        languages.insert(name, read_language(&folder)?);
    }
    let mut source = generate(&languages)?;
    generate_markers(&root.join("languages.toml"), &mut source)?;
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("lexicon.rs"), source)?;
    fs::write(Path::new(&out).join("weights.rs"), weights()?)?;
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    Ok(paths)
}

fn read_language(folder: &Path) -> Result<Language, Failure> {
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

fn generate(languages: &BTreeMap<String, Language>) -> Result<String, Failure> {
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
    let mut out = String::new();
    writeln!(
        out,
        "/// The categories that words of the lexicon have, one a list or table of its files."
    )?;
    writeln!(out, "pub mod category {{\n    use super::Categories;")?;
    for (name, bit) in &bits {
        writeln!(out, "    /// Words listed under `{name}`.")?;
        writeln!(
            out,
            "    pub const {}: Categories = Categories::bit({bit});",
            name.to_uppercase()
        )?;
    }
    writeln!(out, "}}\n")?;

    let kinds: BTreeMap<&String, &str> = languages
        .values()
        .flat_map(|language| language.tables.iter())
        .map(|(name, table)| {
            let text = table.values().any(|value| value.starts_with('"'));
            (name, if text { "&'static str" } else { "i32" })
        })
        .collect();
    writeln!(out, "/// The words of one language.\npub struct Lexicon {{")?;
    writeln!(out, "    pub(super) words: phf::Map<&'static str, Categories>,")?;
    writeln!(out, "    pub(super) phrases: phf::Map<&'static str, Categories>,")?;
    for (name, kind) in &kinds {
        writeln!(out, "    /// The values of the words listed under `{name}`.")?;
        writeln!(out, "    pub {name}: phf::Map<&'static str, {kind}>,")?;
    }
    let endings: BTreeSet<&String> = languages
        .values()
        .flat_map(|language| language.endings.keys())
        .collect();
    for name in &endings {
        writeln!(out, "    /// What the words end in that `{name}` is about.")?;
        writeln!(out, "    pub {name}: &'static [&'static str],")?;
    }
    writeln!(out, "}}\n")?;
    for (name, language) in languages {
        writeln!(out, "/// The lexicon of the language `{name}`.")?;
        writeln!(out, "pub static {}: Lexicon = Lexicon {{", name.to_uppercase())?;
        write_words(&mut out, language, &bits)?;
        for table in kinds.keys() {
            let mut map = phf_codegen::Map::new();
            for (word, value) in language.tables.get(*table).into_iter().flatten() {
                map.entry(word.as_str(), value.as_str());
            }
            writeln!(out, "    {table}: {},", map.build())?;
        }
        for name in &endings {
            let list = language.endings.get(*name).map_or(&[][..], Vec::as_slice);
            writeln!(out, "    {name}: &{list:?},")?;
        }
        writeln!(out, "}};")?;
    }
    Ok(out)
}

/// What tells languages apart: `languages.toml`.
fn generate_markers(path: &Path, out: &mut String) -> Result<(), Failure> {
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
        for (name, words) in language {
            let words = words
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(toml::Value::as_str);
            for (place, word) in words.map(str::to_owned).enumerate() {
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
        let mut map = phf_codegen::Map::new();
        for (word, value) in &table {
            map.entry(word.as_str(), value.to_string());
        }
        writeln!(out, "/// Words of all languages.")?;
        writeln!(
            out,
            "pub static {name}: phf::Map<&'static str, u32> = {};",
            map.build()
        )?;
    }
    for (name, words) in lists {
        writeln!(out, "/// Words of all languages.")?;
        let words: Vec<String> = words.into_iter().collect();
        writeln!(out, "pub static {}: &[&str] = &{words:?};", name.to_uppercase())?;
    }
    Ok(())
}

fn write_words(
    out: &mut String,
    language: &Language,
    bits: &BTreeMap<&String, usize>,
) -> Result<(), Failure> {
    let mut masks: BTreeMap<&str, [u128; 2]> = BTreeMap::new();
    let mut phrases: BTreeMap<&str, [u128; 2]> = BTreeMap::new();
    for (word, categories) in &language.categories {
        let bits = categories.iter().filter_map(|name| bits.get(name).copied());
        let mut words = word.split(' ');
        if let (Some(head), Some(second)) = (words.next(), words.next()) {
            set(phrases.entry(word).or_default(), bits);
            set(masks.entry(head).or_default(), [PHRASE_HEAD].into_iter());
            set(masks.entry(second).or_default(), [PHRASE_SECOND].into_iter());
        } else {
            set(masks.entry(word).or_default(), bits);
        }
    }
    for (field, table) in [("words", masks), ("phrases", phrases)] {
        let mut map = phf_codegen::Map::new();
        for (word, mask) in table {
            map.entry(word, format!("Categories({mask:?})"));
        }
        writeln!(out, "    {field}: {},", map.build())?;
    }
    Ok(())
}

fn set([low, high]: &mut [u128; 2], bits: impl Iterator<Item = usize>) {
    for bit in bits {
        if bit < 128 {
            *low |= 1 << bit;
        } else {
            *high |= 1 << (bit - 128);
        }
    }
}

/// The most features that `Features` has bits for.
const FEATURES: usize = 128;

/// The models, a module each.
fn weights() -> Result<String, Failure> {
    let root = Path::new("src/extract/weights");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut out = String::new();
    for path in sorted(root)? {
        println!("cargo::rerun-if-changed={}", path.display());
        let file: toml::Table = toml::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let number = |value: Option<&toml::Value>| {
            value.and_then(toml::Value::as_float).ok_or_else(|| {
                format!(
                    "{}: every weight, and `bias`, is a number like 1.0",
                    path.display()
                )
            })
        };
        let table = file
            .get("weights")
            .and_then(toml::Value::as_table)
            .cloned()
            .unwrap_or_default();
        if table.len() > FEATURES {
            return Err(format!(
                "{}: more than {FEATURES} features: widen `Features`",
                path.display()
            )
            .into());
        }
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        writeln!(
            out,
            "/// The features of the model `{name}`, and their weights.\npub mod {name} {{"
        )?;
        writeln!(out, "    use super::{{Features, Model}};")?;
        let mut rows = String::new();
        for (bit, (feature, weight)) in table.iter().enumerate() {
            writeln!(out, "    /// `{feature}`")?;
            writeln!(
                out,
                "    pub const {}: Features = Features::bit({bit});",
                feature.to_uppercase()
            )?;
            write!(rows, "({feature:?}, {:?}), ", number(Some(weight))?)?;
        }
        writeln!(out, "    /// The weights.")?;
        let bias = number(file.get("bias"))?;
        writeln!(
            out,
            "    pub static MODEL: Model = Model {{ weights: &[{rows}], bias: {bias:?} }};\n}}"
        )?;
    }
    Ok(out)
}
