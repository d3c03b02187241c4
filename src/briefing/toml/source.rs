//! A TOML file being read: its values by type, and the faults found so far.

use std::collections::BTreeMap;
use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use crate::briefing::CleanText;
use crate::briefing::toml::error::{Fault, Lines};
use crate::briefing::toml::nearest::nearest;

/// A value with its place.
pub(super) type Value<'i> = Spanned<DeValue<'i>>;

/// Words that people write for a key, and the key.
const MEANT: &[(&str, &[&str])] = &[
    ("headline", &["title"]),
    ("subtitle", &["standfirst"]),
    ("description", &["standfirst"]),
    ("author", &["byline"]),
    ("publisher", &["source"]),
    ("link", &["url"]),
    ("lang", &["language"]),
    ("body", &["text"]),
    ("sentence", &["text"]),
    ("quote", &["text"]),
    ("words", &["text"]),
    ("who", &["speaker"]),
    ("actor", &["speaker", "actors"]),
    ("type", &["kind"]),
    ("title", &["role"]),
    ("when", &["date", "said_on"]),
    ("what", &["event"]),
    ("text", &["event"]),
    ("date", &["published", "said_on"]),
    ("events", &["timeline"]),
    ("people", &["actors"]),
    ("points", &["summary"]),
];

/// How many faults are told of one file: more than a person puts right before the next look.
const TOLD: usize = 50;

/// A fault as it was found.
struct Found {
    place: Range<usize>,
    message: String,
    help: Option<String>,
}

/// The text of the file and the faults found so far.
pub(super) struct Source<'s> {
    text: &'s str,
    /// Those that will be told, by where they begin; of one place in the order in which they were found.
    faults: BTreeMap<(usize, usize), Found>,
    /// How many were found.
    count: usize,
}

impl<'s> Source<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        Self {
            text,
            faults: BTreeMap::new(),
            count: 0,
        }
    }

    /// The faults that are told, in order of place, and how many there are besides.
    pub(super) fn into_faults(self) -> (Vec<Fault>, usize) {
        let more = self.count - self.faults.len();
        let mut lines = Lines::new(self.text);
        let faults = self.faults.into_values();
        let told =
            faults.map(|fault| Fault::new(&mut lines, &fault.place, &fault.message, fault.help.as_deref()));
        (told.collect(), more)
    }

    /// Whether a fault that is found now, and begins at `start`, is one of the first.
    fn is_told(&self, start: usize) -> bool {
        let last = self.faults.last_key_value();
        self.faults.len() < TOLD || last.is_some_and(|((last, _), _)| start < *last)
    }

    /// Notes a fault at the bytes `place`.
    pub(super) fn fault(&mut self, place: &Range<usize>, message: &str, help: Option<String>) {
        self.count += 1;
        if !self.is_told(place.start) {
            return;
        }
        let found = Found {
            place: place.clone(),
            message: message.to_owned(),
            help,
        };
        self.faults.insert((place.start, self.count), found);
        if self.faults.len() > TOLD {
            self.faults.pop_last();
        }
    }

    /// Notes every key of `table` that is not one of `known`.
    pub(super) fn check_keys(&mut self, table: &DeTable<'_>, known: &[&str], whereabouts: &str) {
        for key in table.keys() {
            let written = key.get_ref().as_ref();
            if known.contains(&written) {
                continue;
            }
            if !self.is_told(key.span().start) {
                self.count += 1;
                continue;
            }
            let meant = MEANT
                .iter()
                .filter(|(word, _)| *word == written)
                .flat_map(|(_, keys)| keys.iter().copied())
                .find(|key| known.contains(key))
                .or_else(|| nearest(written, known.iter().copied()));
            let help = match meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("known here: {}", known.join(", ")),
            };
            self.fault(
                &key.span(),
                &format!("unknown key `{written}` {whereabouts}"),
                Some(help),
            );
        }
    }

    /// The table at `key`.
    pub(super) fn table<'t, 'i>(&mut self, table: &'t DeTable<'i>, key: &str) -> Option<&'t DeTable<'i>> {
        let value = table.get(key)?;
        let found = value.get_ref().as_table();
        if found.is_none() {
            self.wrong_type(
                value,
                &format!("`{key}` is a table"),
                &format!("write [{key}] on a line of its own"),
            );
        }
        found
    }

    /// The items of the section `key`.
    pub(super) fn items<'t, 'i>(&mut self, table: &'t DeTable<'i>, key: &str) -> Option<&'t [Value<'i>]> {
        let value = table.get(key)?;
        let found = value.get_ref().as_array();
        if found.is_none() {
            self.wrong_type(
                value,
                &format!("`{key}` has several items"),
                &format!("write [[{key}]], with two brackets, before each item"),
            );
        }
        found.map(|items| &**items)
    }

    /// The text at `key`, as one line; `None` where it is left out or empty.
    pub(super) fn line(&mut self, table: &DeTable<'_>, key: &str) -> Option<CleanText> {
        let value = table.get(key)?;
        let line = CleanText::line(self.string(value, key)?);
        (!line.is_empty()).then_some(line)
    }

    /// The text at `key`, as one line; a fault where it is left out or empty. `item` is the whole item.
    pub(super) fn required(&mut self, item: &Value<'_>, table: &DeTable<'_>, key: &str) -> Option<CleanText> {
        let before = self.count;
        let line = self.line(table, key);
        if line.is_none() && self.count == before {
            let place = table.get(key).map_or(item.span(), Spanned::span);
            self.fault(
                &place,
                &format!("`{key}` is missing here"),
                Some(format!("add a line {key} = \"…\"")),
            );
        }
        line
    }

    /// The text that `value` is.
    pub(super) fn string<'v>(&mut self, value: &'v Value<'_>, key: &str) -> Option<&'v str> {
        let found = value.get_ref().as_str();
        if found.is_none() {
            self.wrong_type(value, &format!("`{key}` is text"), "write it in quotation marks");
        }
        found
    }

    /// Notes that `value` is not what it should be.
    pub(super) fn wrong_type(&mut self, value: &Value<'_>, expected: &str, help: &str) {
        let found = match value.get_ref().type_str() {
            "integer" | "float" => "a number",
            "boolean" => "true or false",
            "datetime" => "a date",
            "array" => "a list",
            "table" => "a table",
            _ => "text",
        };
        self.fault(
            &value.span(),
            &format!("{expected}, not {found}"),
            Some(help.to_owned()),
        );
    }
}
