//! The words by which the parts of a page are known, from `words.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// All of them.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // A test holds that the file can be read.
    toml::from_str::<File>(include_str!("words.toml"))
        .map(Words::from)
        .unwrap_or_default()
});

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    names: NameLists,
    blocks: Blocks,
    bylines: Bylines,
    walls: Walls,
    feeds: Feeds,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct NameLists {
    strong: Vec<String>,
    weak: Vec<String>,
    pulled: Vec<String>,
    windows: Vec<String>,
    standfirst: Vec<String>,
    bylines: Vec<String>,
    no_bylines: Vec<String>,
    beside_bylines: Vec<String>,
    headlines: Vec<String>,
    signs: Vec<String>,
    publications: Vec<String>,
    changes: Vec<String>,
}

/// How blocks are known that are no prose.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Blocks {
    pub(super) whole: Vec<String>,
    pub(super) openings: Vec<String>,
    pub(super) frame: Vec<String>,
    pub(super) together: Vec<[String; 2]>,
    pub(super) credits: Vec<String>,
    pub(super) credited: Vec<String>,
    pub(super) headings: Vec<String>,
}

/// What stands beside a byline, and tells of names.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bylines {
    pub(super) others: Vec<String>,
    pub(super) posts: Vec<String>,
    pub(super) addresses: Vec<String>,
}

/// What pages say that stand before an article and hold none.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Walls {
    pub(super) consent: Vec<String>,
    pub(super) human: Vec<String>,
    pub(super) error: Vec<String>,
    pub(super) paid: Vec<String>,
}

/// How paragraphs are known that programs add to the articles of a feed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Feeds {
    pub(super) whole: Vec<String>,
    pub(super) together: Vec<[String; 2]>,
}

/// What a name of a class or an id says of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Says {
    /// It is quoted, or words of the article set large: in that case it is none of it.
    Pulled,
    /// It is none of the article unless it holds a good part of it.
    Weak,
    /// It is none of the article unless it holds most of it.
    Strong,
    /// It stands under the headline.
    Standfirst,
}

#[derive(Debug, Default)]
pub(super) struct Words {
    names: Names<Says>,
    windows: Names<()>,
    bylines: Names<()>,
    no_bylines: Names<()>,
    beside_bylines: Names<()>,
    headlines: Names<()>,
    signs: Names<()>,
    publications: Names<()>,
    changes: Names<()>,
    pub(super) blocks: Blocks,
    pub(super) beside: Bylines,
    pub(super) walls: Walls,
    pub(super) feeds: Feeds,
}

impl From<File> for Words {
    fn from(file: File) -> Self {
        let mut names = Names::default();
        names.add(&file.names.pulled, Says::Pulled);
        names.add(&file.names.weak, Says::Weak);
        names.add(&file.names.strong, Says::Strong);
        names.add(&file.names.standfirst, Says::Standfirst);
        let all = |list: &[String]| {
            let mut names = Names::default();
            names.add(list, ());
            names
        };
        Self {
            names,
            windows: all(&file.names.windows),
            bylines: all(&file.names.bylines),
            no_bylines: all(&file.names.no_bylines),
            beside_bylines: all(&file.names.beside_bylines),
            headlines: all(&file.names.headlines),
            signs: all(&file.names.signs),
            publications: all(&file.names.publications),
            changes: all(&file.names.changes),
            blocks: file.blocks,
            beside: file.bylines,
            walls: file.walls,
            feeds: file.feeds,
        }
    }
}

impl Words {
    /// What the names in `attribute` say, the strongest of it.
    pub(super) fn says(&self, attribute: &str) -> Option<Says> {
        self.names.of(attribute)
    }

    /// Whether `attribute` names a small window that opens over a word.
    pub(super) fn is_window(&self, attribute: &str) -> bool {
        self.windows.of(attribute).is_some()
    }
}

impl Words {
    /// Whether `attribute` names what tells who wrote the article.
    pub(super) fn is_byline(&self, attribute: &str) -> bool {
        self.bylines.of(attribute).is_some()
    }

    /// Whether `attribute` names a place whose names are not those of who wrote the article, or not to be read as a line.
    pub(super) fn is_no_byline(&self, attribute: &str) -> bool {
        self.no_bylines.of(attribute).is_some()
    }

    /// Whether `attribute` names what stands beside a byline and is none of it.
    pub(super) fn is_beside_byline(&self, attribute: &str) -> bool {
        self.beside_bylines.of(attribute).is_some()
    }

    /// Whether `attribute` names what holds the headline.
    pub(super) fn is_headline(&self, attribute: &str) -> bool {
        self.headlines.of(attribute).is_some()
    }

    /// Whether `attribute` names the sign of a site.
    pub(super) fn is_sign(&self, attribute: &str) -> bool {
        self.signs.of(attribute).is_some()
    }

    /// Whether `attribute` names a date of publication.
    pub(super) fn is_of_publication(&self, attribute: &str) -> bool {
        self.publications.of(attribute).is_some()
    }

    /// Whether `attribute` names a date of a later change.
    pub(super) fn is_of_change(&self, attribute: &str) -> bool {
        self.changes.of(attribute).is_some()
    }
}

/// Names and what they mean: one word or several in a row, or the beginning of a word.
#[derive(Debug)]
struct Names<T> {
    /// The first word → all words, and the meaning.
    rows: HashMap<String, Vec<(Vec<String>, T)>>,
    beginnings: Vec<(String, T)>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self {
            rows: HashMap::new(),
            beginnings: Vec::new(),
        }
    }
}

/// No more of an attribute is looked at, in bytes.
const LONGEST: usize = 512;

impl<T: Copy + Ord> Names<T> {
    fn add(&mut self, names: &[String], meaning: T) {
        for name in names {
            if let Some(beginning) = name.strip_suffix('*') {
                self.beginnings.push((beginning.to_owned(), meaning));
                continue;
            }
            let row: Vec<String> = name.split(' ').map(str::to_owned).collect();
            if let Some(first) = row.first() {
                self.rows.entry(first.clone()).or_default().push((row, meaning));
            }
        }
    }

    fn of(&self, attribute: &str) -> Option<T> {
        let attribute = attribute
            .get(..attribute.floor_char_boundary(LONGEST))
            .unwrap_or_default();
        attribute
            .split_whitespace()
            .filter_map(|name| self.of_name(&parts(name)))
            .max()
    }

    fn of_name(&self, parts: &[String]) -> Option<T> {
        let mut best = None;
        for (place, part) in parts.iter().enumerate() {
            let after = parts.get(place..).unwrap_or_default();
            let rows = self.rows.get(part).into_iter().flatten();
            let of_rows = rows
                .filter(|(row, _)| after.starts_with(row))
                .map(|(_, meaning)| *meaning);
            let begun = self
                .beginnings
                .iter()
                .filter(|(beginning, _)| part.starts_with(beginning.as_str()));
            best = best.max(of_rows.chain(begun.map(|(_, meaning)| *meaning)).max());
        }
        best
    }
}

/// "c-readMore_box" → c, read, more, box.
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut was_lower = false;
    for character in name.chars() {
        let begins = !character.is_alphanumeric() || (was_lower && character.is_uppercase());
        if begins && parts.last().is_some_and(|part| !part.is_empty()) {
            parts.push(String::new());
        }
        was_lower = character.is_lowercase();
        if character.is_alphanumeric()
            && let Some(part) = parts.last_mut()
        {
            part.extend(character.to_lowercase());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read() {
        assert!(toml::from_str::<File>(include_str!("words.toml")).is_ok());
    }

    #[test]
    fn names_are_known_however_they_are_joined() {
        for (name, says) in [
            ("read-more", Some(Says::Strong)),
            ("c-readMore_box", Some(Says::Strong)),
            ("wide relatedContent", Some(Says::Strong)),
            ("photo wide", Some(Says::Weak)),
            ("article__dek", Some(Says::Standfirst)),
            ("wp-block-pullquote", Some(Says::Pulled)),
            ("threadmore", None),
            ("article body", None),
        ] {
            assert_eq!(WORDS.says(name), says, "{name}");
        }
    }
}
