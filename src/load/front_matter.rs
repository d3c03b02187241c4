//! The front matter of a Markdown file: YAML between `---` lines, or TOML between `+++` lines.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use toml::de::{DeTable, DeValue};

use crate::briefing::{Article, CleanText};
use crate::load::metadata::{self, NAMES};

/// Why front matter cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// Line of the file, counted from 1.
    pub(super) line: usize,
    /// What is wrong.
    pub(super) reason: CleanText,
}

/// Front matter, and the text after it.
struct Split<'t> {
    fence: &'static str,
    matter: &'t str,
    rest: &'t str,
}

/// Whether `text` begins with front matter that ends.
pub(super) fn is_there(text: &str) -> bool {
    split(text).is_some_and(|split| split.matter.contains([':', '=']))
}

/// Reads the front matter of `text` into `article` and gives the text after it.
pub(super) fn read<'t>(text: &'t str, article: &mut Article) -> Result<&'t str, Fault> {
    let Some(Split { fence, matter, rest }) = split(text) else {
        return Ok(text);
    };
    let entries = if fence == "---" {
        yaml(matter)
    } else {
        toml(matter)
    }?;
    for (name, field) in NAMES {
        let named = entries
            .iter()
            .filter(|(key, _)| key.to_lowercase().replace('-', "_") == *name);
        for (_, value) in named {
            metadata::fill(article, *field, &value.words());
        }
    }
    Ok(rest)
}

fn split(text: &str) -> Option<Split<'_>> {
    let text = text.trim_start_matches(['\n', ' ']);
    let fence = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence))?;
    let (first, after) = text.split_once('\n')?;
    if first.trim_end() != fence {
        return None;
    }
    let mut start = 0;
    for line in after.split_inclusive('\n') {
        let ends = line.trim_end() == fence || (fence == "---" && line.trim_end() == "...");
        if ends {
            return Some(Split {
                fence,
                matter: after.get(..start)?,
                rest: after.get(start + line.len()..)?,
            });
        }
        start += line.len();
    }
    None
}

type Entries = Vec<(String, Loose)>;

fn yaml(matter: &str) -> Result<Entries, Fault> {
    if matter.trim().is_empty() {
        return Ok(Vec::new());
    }
    let options = serde_saphyr::options! { with_snippet: false };
    serde_saphyr::from_str_with_options(matter, options)
        .map(|Loose(parts)| parts.entries)
        .map_err(|error| {
            let line = error
                .location()
                .map_or(1, |location| usize::try_from(location.line()).unwrap_or(1));
            let reason = format!("{error}; put a text with a colon or a quotation mark in it between '…'");
            Fault {
                line: line + 1,
                reason: CleanText::line(&reason),
            }
        })
}

fn toml(matter: &str) -> Result<Entries, Fault> {
    let table = DeTable::parse(matter).map_err(|error| {
        let before = error
            .span()
            .and_then(|span| matter.get(..span.start))
            .unwrap_or_default();
        Fault {
            line: before.matches('\n').count() + 2,
            reason: CleanText::line(error.message()),
        }
    })?;
    let entries = table.get_ref().iter();
    Ok(entries
        .map(|(key, value)| (key.get_ref().to_string(), Loose::from_toml(value.get_ref())))
        .collect())
}

/// A value of any type, as words.
#[derive(Debug, Default)]
struct Loose(Parts);

#[derive(Debug, Default)]
struct Parts {
    words: Vec<String>,
    entries: Entries,
}

impl Loose {
    fn of(words: impl fmt::Display) -> Self {
        Self(Parts {
            words: vec![words.to_string()],
            entries: Vec::new(),
        })
    }

    fn from_toml(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(text) => Self::of(text),
            DeValue::Integer(number) => Self::of(number),
            DeValue::Float(number) => Self::of(number),
            DeValue::Boolean(truth) => Self::of(truth),
            DeValue::Datetime(datetime) => Self::of(datetime),
            DeValue::Array(items) => Self::list(items.iter().map(|item| Self::from_toml(item.get_ref()))),
            DeValue::Table(table) => Self(Parts {
                words: Vec::new(),
                entries: table
                    .iter()
                    .map(|(key, value)| (key.get_ref().to_string(), Self::from_toml(value.get_ref())))
                    .collect(),
            }),
        }
    }

    fn list(items: impl Iterator<Item = Self>) -> Self {
        Self(Parts {
            words: items
                .map(|item| item.words())
                .filter(|words| !words.is_empty())
                .collect(),
            entries: Vec::new(),
        })
    }

    /// The value in one line: a list joined by commas, of a table its `name`.
    fn words(&self) -> String {
        let name = self.0.entries.iter().find(|(key, _)| key == "name");
        name.map_or_else(|| self.0.words.join(", "), |(_, name)| name.words())
    }
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LooseVisitor)
    }
}

struct LooseVisitor;

impl<'de> Visitor<'de> for LooseVisitor {
    type Value = Loose;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Loose, E> {
        Ok(Loose::of(text))
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Loose, E> {
        Ok(Loose::of(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Loose, E> {
        Ok(Loose::of(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Loose, E> {
        Ok(Loose::of(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Loose, E> {
        Ok(Loose::of(number))
    }

    fn visit_unit<E>(self) -> Result<Loose, E> {
        Ok(Loose::default())
    }

    fn visit_none<E>(self) -> Result<Loose, E> {
        Ok(Loose::default())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Loose, D::Error> {
        Loose::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Loose, A::Error> {
        let mut all: Vec<Loose> = Vec::new();
        while let Some(item) = items.next_element()? {
            all.push(item);
        }
        Ok(Loose::list(all.into_iter()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Loose, A::Error> {
        let mut entries: Entries = Vec::new();
        while let Some(key) = map.next_key::<Loose>()? {
            let name = key.words();
            if name.is_empty() {
                map.next_value::<IgnoredAny>()?;
            } else {
                entries.push((name, map.next_value()?));
            }
        }
        Ok(Loose(Parts {
            words: Vec::new(),
            entries,
        }))
    }
}
