//! Values of front matter, of whatever type, as words.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use toml::de::DeValue;

use super::links::unlinked;

/// Names of fields with their values, in order.
pub(in crate::load) type Entries = Vec<(String, Loose)>;

/// A value of any type, as words.
#[derive(Debug, Default)]
pub(in crate::load) struct Loose(Parts);

#[derive(Debug, Default)]
struct Parts {
    words: Vec<String>,
    entries: Entries,
}

impl Loose {
    /// A value that is `words`; what they link to is left out.
    pub(in crate::load) fn of(words: impl fmt::Display) -> Self {
        Self(Parts {
            words: vec![unlinked(&words.to_string())],
            entries: Vec::new(),
        })
    }

    /// The value that a TOML file has.
    pub(super) fn from_toml(value: &DeValue<'_>) -> Self {
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

    /// The values of a list.
    pub(super) fn list(items: impl Iterator<Item = Self>) -> Self {
        Self(Parts {
            words: items
                .map(|item| item.words())
                .filter(|words| !words.is_empty())
                .collect(),
            entries: Vec::new(),
        })
    }

    /// What a table has; nothing where the value is none.
    pub(super) fn into_entries(self) -> Entries {
        self.0.entries
    }

    /// Goes on with `words`, which stand on a line of their own below the value.
    pub(super) fn go_on(&mut self, words: &str) {
        match self.0.words.last_mut() {
            Some(last) => {
                last.push(' ');
                last.push_str(&unlinked(words));
            }
            None => self.0.words.push(unlinked(words)),
        }
    }

    /// Adds an item of a list.
    pub(super) fn add(&mut self, item: &str) {
        self.0.words.push(unlinked(item));
    }

    /// Adds a field of a table, where the value has no words of its own; tells whether it did.
    pub(super) fn add_field(&mut self, name: &str, value: Self) -> bool {
        let fits = self.0.words.is_empty();
        if fits {
            self.0.entries.push((name.to_owned(), value));
        }
        fits
    }

    /// The value in one line: a list joined by commas, of a table its `name`.
    pub(in crate::load) fn words(&self) -> String {
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
