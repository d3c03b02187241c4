//! What a page tells programs about its article: JSON-LD in the words of schema.org.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::load::paragraphs::letters;

/// An article as structured data has it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Story {
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) language: Option<String>,
    pub(super) body: Option<String>,
    pub(super) must_be_paid: bool,
}

/// How types of articles end.
const TYPES: &[&str] = &["Article", "Posting", "Report", "Review", "Story"];

/// How many objects of a page are looked at, and how many authors are named.
const MOST_OBJECTS: usize = 4000;
const MOST_AUTHORS: usize = 20;

/// Things by their `@id`: data may tell of a thing in one place and name it in others.
type Index<'v> = HashMap<&'v str, &'v Map<String, Value>>;

/// The article in the scripts of a page, if any of them has one: the one that `hints` are about, else the first.
pub(super) fn story(scripts: &[String], hints: &Hints) -> Option<Story> {
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut articles = Vec::new();
    let mut index = Index::new();
    let (mut left, mut left_to_list) = (MOST_OBJECTS, MOST_OBJECTS);
    for value in &values {
        gather(value, &mut left, &mut articles);
        list(value, &mut left_to_list, &mut index);
    }
    // Of equals, the first.
    let articles = articles.into_iter().rev();
    let own = articles.max_by_key(|article| hints.fit(article, &index))?;
    Some(read(own, &index))
}

/// By what the story of a page is known where its data tell of others as well.
#[derive(Debug, Default)]
pub(super) struct Hints {
    addresses: HashSet<String>,
    titles: HashSet<String>,
}

/// Longer addresses and headlines, in bytes, are not compared.
const LONGEST_COMPARED: usize = 2048;

impl Hints {
    pub(super) fn new<'w>(
        addresses: impl Iterator<Item = &'w str>,
        titles: impl Iterator<Item = &'w str>,
    ) -> Self {
        let addresses = addresses.map(|address| without_trimmings(address).to_owned());
        Self {
            addresses: addresses.collect(),
            titles: titles.map(|title| letters(title).collect()).collect(),
        }
    }

    /// How well an article fits: by its address, which nothing else has, or by its headline.
    fn fit(&self, article: &Map<String, Value>, index: &Index<'_>) -> (bool, bool) {
        let is_brief = |words: &&str| words.len() <= LONGEST_COMPARED;
        let has_address = url(article, index)
            .filter(is_brief)
            .is_some_and(|url| self.addresses.contains(without_trimmings(url)));
        let has_title = title(article, index)
            .filter(is_brief)
            .is_some_and(|title| self.titles.contains(&letters(title).collect::<String>()));
        (has_address, has_title)
    }
}

/// An address without what is the same page with and without it.
fn without_trimmings(address: &str) -> &str {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    address.trim_start_matches("www.").trim_end_matches('/')
}

/// Reads `script`, mended where it is not quite JSON.
fn parse(script: &str) -> Option<Value> {
    let bare = script
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//")
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("-->")
        .trim_end_matches("]]>")
        .trim_end_matches("//")
        .trim()
        .trim_end_matches(';');
    serde_json::from_str(bare)
        .or_else(|_| serde_json::from_str(&mended(bare)))
        .ok()
}

/// `json` without line ends and tabs in its strings, commas before a closing bracket, and escapes that JSON has not.
fn mended(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut characters = json.chars().peekable();
    let mut in_string = false;
    while let Some(character) = characters.next() {
        match character {
            '"' => in_string = !in_string,
            '\\' if in_string => {
                match characters.next() {
                    Some(escaped @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u')) => {
                        out.extend(['\\', escaped]);
                    }
                    Some(other) => out.push(other),
                    None => {}
                }
                continue;
            }
            _ if in_string && character.is_control() => {
                out.push(' ');
                continue;
            }
            '}' | ']' if !in_string => {
                let end = out.trim_end();
                if end.ends_with(',') {
                    let length = end.len() - 1;
                    out.truncate(length);
                }
            }
            _ => {}
        }
        out.push(character);
    }
    out
}

/// Adds the objects that are articles, in lists and graphs too.
fn gather<'v>(value: &'v Value, left: &mut usize, articles: &mut Vec<&'v Map<String, Value>>) {
    let Some(rest) = left.checked_sub(1) else { return };
    *left = rest;
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, left, articles)),
        Value::Object(fields) if is_article(fields) => articles.push(fields),
        Value::Object(fields) => ["@graph", "mainEntity", "mainEntityOfPage"]
            .into_iter()
            .filter_map(|key| fields.get(key))
            .for_each(|inner| gather(inner, left, articles)),
        _ => {}
    }
}

/// Adds the objects that have an `@id` and tell something of what it stands for, wherever they are.
fn list<'v>(value: &'v Value, left: &mut usize, index: &mut Index<'v>) {
    let Some(rest) = left.checked_sub(1) else { return };
    *left = rest;
    match value {
        Value::Array(items) => items.iter().for_each(|item| list(item, left, index)),
        Value::Object(fields) => {
            if let Some(Value::String(id)) = fields.get("@id")
                && (fields.contains_key("name") || fields.contains_key("url"))
            {
                index.entry(id).or_insert(fields);
            }
            let inner = fields
                .values()
                .filter(|inner| inner.is_array() || inner.is_object());
            inner.for_each(|inner| list(inner, left, index));
        }
        _ => {}
    }
}

fn is_article(fields: &Map<String, Value>) -> bool {
    let fits = |kind: &Value| {
        kind.as_str()
            .is_some_and(|kind| TYPES.iter().any(|end| kind.ends_with(end)))
    };
    match fields.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(fits),
        Some(kind) => fits(kind),
        None => false,
    }
}

fn read(article: &Map<String, Value>, index: &Index<'_>) -> Story {
    let words = |key: &str| article.get(key).and_then(|value| name(value, index));
    let mut authors = Vec::new();
    match article.get("author").or_else(|| article.get("creator")) {
        Some(Value::Array(people)) => {
            let people = people.iter().take(MOST_AUTHORS);
            authors.extend(people.filter_map(|person| name(person, index)));
        }
        Some(person) => authors.extend(name(person, index)),
        None => {}
    }
    authors.dedup();
    Story {
        title: title(article, index).map(str::to_owned),
        description: words("description"),
        authors,
        publisher: words("publisher"),
        url: url(article, index).map(str::to_owned),
        published: words("datePublished").or_else(|| words("dateCreated")),
        modified: words("dateModified"),
        language: words("inLanguage"),
        body: body(article, index),
        must_be_paid: article.get("isAccessibleForFree").is_some_and(is_false),
    }
}

/// `false`, or a word for it.
fn is_false(value: &Value) -> bool {
    match value {
        Value::Bool(truth) => !truth,
        Value::String(word) => ["false", "no"].contains(&word.trim().to_lowercase().as_str()),
        _ => false,
    }
}

/// The body of an article, with all that was added to it while it went on.
fn body(article: &Map<String, Value>, index: &Index<'_>) -> Option<String> {
    let told = |article: &Map<String, Value>, key: &str| {
        let words = words(article.get(key)?, index)?;
        Some(words.to_owned())
    };
    let updates = article.get("liveBlogUpdate").and_then(Value::as_array);
    let updates = updates.into_iter().flatten().filter_map(Value::as_object);
    let parts = updates.flat_map(|update| [told(update, "headline"), told(update, "articleBody")]);
    let parts: Vec<String> = std::iter::once(told(article, "articleBody"))
        .chain(parts)
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

fn title<'v>(article: &'v Map<String, Value>, index: &Index<'v>) -> Option<&'v str> {
    let told = |key: &str| article.get(key).and_then(|value| words(value, index));
    told("headline").or_else(|| told("name"))
}

fn url<'v>(article: &'v Map<String, Value>, index: &Index<'v>) -> Option<&'v str> {
    let own = article.get("url").and_then(|url| words(url, index));
    own.or_else(|| address(article.get("mainEntityOfPage")?, index))
}

/// The address of a page: what its `@id` stands for has one, or it is one.
fn address<'v>(page: &'v Value, index: &Index<'v>) -> Option<&'v str> {
    let id = page.get("@id").unwrap_or(page).as_str()?;
    let told = index.get(id).and_then(|page| page.get("url")?.as_str());
    Some(told.unwrap_or(id))
}

/// Words, a number, or the name of the thing that stands for them.
fn name(value: &Value, index: &Index<'_>) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        _ => words(value, index).map(str::to_owned),
    }
}

/// Words, or the name of the thing that stands for them.
fn words<'v>(value: &'v Value, index: &Index<'v>) -> Option<&'v str> {
    let value = match value {
        Value::Array(items) => items.first()?,
        _ => value,
    };
    let words = match value {
        Value::String(words) => words,
        Value::Object(fields) => named(fields).or_else(|| named(index.get(fields.get("@id")?.as_str()?)?))?,
        _ => return None,
    };
    Some(words.trim()).filter(|words| !words.is_empty())
}

fn named(fields: &Map<String, Value>) -> Option<&str> {
    fields.get("name").or_else(|| fields.get("@value"))?.as_str()
}
