//! The front matter of a Markdown file: YAML between `---` lines, TOML between `+++` lines, an object of JSON, or the
//! lines with a `%` that Pandoc writes.

mod lines;
mod links;
mod loose;
mod title_block;

use toml::de::DeTable;

use crate::briefing::{Article, CleanText};
use crate::load::date_line;
use crate::load::metadata::{self, Field, NAMES};

pub(super) use lines::read as read_lines;
pub(super) use links::unlinked;
pub(super) use loose::{Entries, Loose};

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
    /// The line of the file with which the matter begins, counted from 1.
    line: usize,
    rest: &'t str,
}

const YAML: &str = "---";
const TOML: &str = "+++";

/// Fields that tell when the file was made or changed, which need not be when the article was; the first that is there is
/// taken.
const DATES_OF_FILE: &[&str] = &[
    "created",
    "created_at",
    "date_created",
    "updated",
    "updated_at",
    "date_updated",
    "modified",
    "date_modified",
    "lastmod",
];

/// Whether `text` begins with front matter that ends.
pub(super) fn is_there(text: &str) -> bool {
    split(text).is_some_and(|split| match split.fence {
        YAML => lines::begin(split.matter),
        _ => split.matter.contains('='),
    })
}

/// Reads the front matter of `text` into `article` and gives the text after it.
pub(super) fn read<'t>(text: &'t str, article: &mut Article) -> Result<&'t str, Fault> {
    if let Some((entries, rest)) = title_block::split(text).or_else(|| json(text)) {
        apply(&entries, article);
        return Ok(rest);
    }
    let Some(split) = split(text) else {
        return Ok(text);
    };
    let entries = match split.fence {
        YAML => match yaml(&split, article) {
            Some(entries) => entries,
            // The lines were drawn between parts of the text.
            None => return Ok(text),
        },
        _ => toml(&split)?,
    };
    apply(&entries, article);
    Ok(split.rest)
}

/// Puts what `entries` tell into `article`.
pub(super) fn apply(entries: &Entries, article: &mut Article) {
    let entries: Named<'_> = entries.iter().map(|(key, value)| (normal(key), value)).collect();
    for (name, field) in NAMES {
        for value in named(&entries, name) {
            metadata::fill(article, *field, &value.words());
        }
    }
    if article.published.is_none() {
        apply_date_of_file(&entries, article);
    }
}

/// Keeps the day on which the file was made, which stands for that of publication where nobody tells another; of a page
/// that was clipped, it is the day of the clipping.
fn apply_date_of_file(entries: &Named<'_>, article: &mut Article) {
    let told = DATES_OF_FILE.iter().find_map(|name| {
        let mut values = named(entries, name);
        Some((
            *name,
            values.find_map(|value| date_line::published(&value.words()))?,
        ))
    });
    let Some((name, date)) = told else {
        return;
    };
    let mut dates = NAMES.iter().filter(|(_, field)| *field == Field::Published);
    let is_left_open = dates.any(|(name, _)| named(entries, name).next().is_some());
    if is_left_open || article.url.is_some() || article.source.is_some() {
        article.notes.push(CleanText::line(&format!(
            "`{name}` in its front matter is the day on which the page was kept, and was not taken for that of publication."
        )));
    } else {
        article.made = Some(date);
    }
}

/// Values with the names of their fields as [`NAMES`] has them.
type Named<'e> = Vec<(String, &'e Loose)>;

/// The values of the fields called `name`.
fn named<'e>(entries: &Named<'e>, name: &str) -> impl Iterator<Item = &'e Loose> {
    entries
        .iter()
        .filter(move |(key, _)| key == name)
        .map(|(_, value)| *value)
}

/// The name of a field as [`NAMES`] has it.
fn normal(key: &str) -> String {
    // Logseq writes two colons.
    key.trim_end_matches(':').to_lowercase().replace('-', "_")
}

fn split(text: &str) -> Option<Split<'_>> {
    let begun = text.trim_start_matches(['\n', ' ']);
    let before = text.get(..text.len() - begun.len())?;
    let fence = [YAML, TOML].into_iter().find(|fence| begun.starts_with(fence))?;
    let (first, after) = begun.split_once('\n')?;
    if first.trim_end() != fence {
        return None;
    }
    let mut start = 0;
    for line in after.split_inclusive('\n') {
        let ends = line.trim_end() == fence || (fence == YAML && line.trim_end() == "...");
        if ends {
            return Some(Split {
                fence,
                matter: after.get(..start)?,
                line: before.matches('\n').count() + 2,
                rest: after.get(start + line.len()..)?,
            });
        }
        start += line.len();
    }
    None
}

/// The fields of front matter in YAML; none where what stands between the lines is text. What is not well-formed is read
/// line by line.
fn yaml(split: &Split<'_>, article: &mut Article) -> Option<Entries> {
    let matter = split.matter;
    if matter.trim().is_empty() {
        return Some(Entries::new());
    }
    let options = serde_saphyr::options! { with_snippet: false };
    let (entries, fault) = match serde_saphyr::from_str_with_options::<Loose>(matter, options) {
        Ok(value) => (value.into_entries(), None),
        Err(error) => (lines::read(matter)?, Some(error)),
    };
    // Nobody leaves a line free before a field, and every text after a rule has one.
    let is_apart = matter.lines().next().is_some_and(|line| line.trim().is_empty());
    let is_matter = entries
        .iter()
        .any(|(key, _)| is_known(key) || (!is_apart && lines::is_name(&normal(key))));
    if !is_matter {
        return None;
    }
    if let Some(error) = fault {
        let place = error
            .location()
            .and_then(|location| usize::try_from(location.line()).ok())
            .unwrap_or(1);
        let line = split.line + place.saturating_sub(1);
        article.notes.push(CleanText::line(&format!(
            "The front matter is not well-formed (line {line}) and was read line by line; put a text with a colon or a \
             quotation mark in it between '…'."
        )));
    }
    Some(entries)
}

/// Whether the field called `key` tells something.
fn is_known(key: &str) -> bool {
    let key = normal(key);
    NAMES.iter().any(|(name, _)| *name == key) || DATES_OF_FILE.contains(&key.as_str())
}

/// The fields of the object in JSON that `text` begins with, and the text after it.
fn json(text: &str) -> Option<(Entries, &str)> {
    let begun = text.trim_start();
    if !begun.starts_with('{') {
        return None;
    }
    let mut values = serde_json::Deserializer::from_str(begun).into_iter::<Loose>();
    let entries = values.next()?.ok()?.into_entries();
    let rest = begun.get(values.byte_offset()..)?;
    let is_matter = rest.starts_with(['\n', '\r']) && entries.iter().any(|(key, _)| is_known(key));
    is_matter.then_some((entries, rest))
}

fn toml(split: &Split<'_>) -> Result<Entries, Fault> {
    let table = DeTable::parse(split.matter).map_err(|error| {
        let before = error
            .span()
            .and_then(|span| split.matter.get(..span.start))
            .unwrap_or_default();
        Fault {
            line: split.line + before.matches('\n').count(),
            reason: CleanText::line(error.message()),
        }
    })?;
    let entries = table.get_ref().iter();
    Ok(entries
        .map(|(key, value)| (key.get_ref().to_string(), Loose::from_toml(value.get_ref())))
        .collect())
}
