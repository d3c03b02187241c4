//! What a page tells programs about its article: JSON-LD in the words of schema.org.

use serde_json::Value;

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
}

/// How types of articles end.
const TYPES: &[&str] = &["Article", "Posting", "Report", "Review", "Story"];

/// How many objects are looked at, and how many authors are named.
const MOST_OBJECTS: usize = 1000;
const MOST_AUTHORS: usize = 20;

/// The article in the scripts of a page, if any of them has one.
pub(super) fn story(scripts: &[String]) -> Option<Story> {
    scripts
        .iter()
        .filter_map(|script| parse(script))
        .find_map(|value| {
            let mut left = MOST_OBJECTS;
            find(&value, &mut left).map(read)
        })
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

/// The first object that is an article, in lists and graphs too.
fn find<'v>(value: &'v Value, left: &mut usize) -> Option<&'v Value> {
    *left = left.checked_sub(1)?;
    match value {
        Value::Array(items) => items.iter().find_map(|item| find(item, left)),
        Value::Object(fields) => {
            if is_article(value) {
                return Some(value);
            }
            ["@graph", "mainEntity", "mainEntityOfPage"]
                .into_iter()
                .filter_map(|key| fields.get(key))
                .find_map(|inner| find(inner, left))
        }
        _ => None,
    }
}

fn is_article(value: &Value) -> bool {
    let fits = |kind: &Value| {
        kind.as_str()
            .is_some_and(|kind| TYPES.iter().any(|end| kind.ends_with(end)))
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(fits),
        Some(kind) => fits(kind),
        None => false,
    }
}

fn read(article: &Value) -> Story {
    let words = |key: &str| article.get(key).and_then(name);
    let mut authors = Vec::new();
    match article.get("author").or_else(|| article.get("creator")) {
        Some(Value::Array(people)) => authors.extend(people.iter().take(MOST_AUTHORS).filter_map(name)),
        Some(person) => authors.extend(name(person)),
        None => {}
    }
    authors.dedup();
    let page = article
        .get("mainEntityOfPage")
        .and_then(|page| page.get("@id").unwrap_or(page).as_str().map(str::to_owned));
    Story {
        title: words("headline").or_else(|| words("name")),
        description: words("description"),
        authors,
        publisher: words("publisher"),
        url: words("url").or(page),
        published: words("datePublished").or_else(|| words("dateCreated")),
        modified: words("dateModified"),
        language: words("inLanguage"),
        body: words("articleBody"),
    }
}

/// Words, or the name of the thing that stands for them.
fn name(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.as_str(),
        Value::Object(fields) => fields.get("name").or_else(|| fields.get("@value"))?.as_str()?,
        Value::Array(items) => {
            return items
                .first()
                .and_then(|first| if first.is_array() { None } else { name(first) });
        }
        _ => return None,
    };
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}
