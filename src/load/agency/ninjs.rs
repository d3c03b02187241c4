//! IPTC ninjs, versions 1 to 3: an item, or several in a list.

use serde_json::{Map, Value};

use super::{is_markup, read_body, standing};
use crate::briefing::{Article, CleanText, Format, Written};
use crate::load::found::Found;
use crate::load::metadata::without_by;
use crate::load::signs::{ENOUGH_KEYS, KEYS_OF_NINJS};
use crate::load::{Loaded, date_line, decode, fragment};

type Item = Map<String, Value>;

/// Under these keys, other programs put the items that they export together.
const LISTS: &[&str] = &["items", "_items", "news", "results", "data"];

/// The items in `bytes`, where they are ninjs.
pub(in crate::load) fn is_ninjs(bytes: &[u8]) -> Option<Value> {
    // Nearly every file is told by its first byte, a byte order mark or half a character aside.
    let first = bytes.trim_ascii_start().first();
    if !matches!(first, Some(b'{' | b'[' | 0xef | 0xfe | 0xff | 0)) {
        return None;
    }
    let text = decode::lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    // A key that every version has is looked for before all is taken apart.
    let may_be = text.starts_with(['{', '[']) && text.contains("\"uri\"");
    let value = may_be.then(|| values(text)).flatten()?;
    items(&value)
        .is_some_and(|items| items.iter().any(|item| is_item(item)))
        .then_some(value)
}

/// No more items are taken from a file that has one a line; far fewer are read.
const MOST_LINES: usize = 200_000;

/// The value in `text`, or all of them in a list, where there is one after the other.
fn values(text: &str) -> Option<Value> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let first = values.next()?.ok()?;
    let mut values = values.take(MOST_LINES).peekable();
    if values.peek().is_none() {
        return Some(first);
    }
    // A line that is damaged is no item; what comes after it cannot be read.
    let rest = values.map(|value| value.unwrap_or_else(|_| Value::Object(Map::new())));
    Some(Value::Array(std::iter::once(first).chain(rest).collect()))
}

/// Reads what [`is_ninjs`] has found.
pub(in crate::load) fn read_ninjs(value: &Value, found: &mut Found<'_>) {
    if let Some(item) = value.as_object().filter(|item| is_item(item)) {
        let article = article(item, found.blank(Format::Ninjs));
        let written = Written::default();
        return found.only(Ok(Loaded { article, written }));
    }
    for item in items(value).unwrap_or_default() {
        if found.is_full() {
            return;
        }
        if is_item(item) {
            let identity = words(item, &["uri", "guid"]).unwrap_or_default().to_owned();
            let article = article(item, found.blank(Format::Ninjs));
            found.entry(&identity, article);
        } else {
            found.bad_entry("this is no item of news; ninjs items have a `uri`, a headline and a body");
        }
    }
}

/// The items of a list, or the one that is there.
fn items(value: &Value) -> Option<Vec<&Item>> {
    let list = match value {
        Value::Array(list) => list,
        Value::Object(item) if is_item(item) => return Some(vec![item]),
        Value::Object(item) => LISTS.iter().find_map(|key| item.get(*key)?.as_array())?,
        _ => return None,
    };
    Some(list.iter().filter_map(Value::as_object).collect())
}

fn is_item(item: &Item) -> bool {
    KEYS_OF_NINJS
        .iter()
        .filter(|key| item.contains_key(**key))
        .count()
        >= ENOUGH_KEYS
}

fn article(item: &Item, mut article: Article) -> Article {
    let line = |words: Option<&str>| words.map(CleanText::line).filter(|line| !line.is_empty());
    article.notice = standing::notice(
        words(item, &["pubStatus", "pubstatus"]),
        words(item, &["embargoed"]),
    );
    article.title = line(
        words(item, &["headline"]).or_else(|| part(item, "headlines").map(|(value, _)| value)),
    )
    .or_else(|| line(words(item, &["title"]).or_else(|| part(item, "titles").map(|(value, _)| value))));
    article.standfirst = line(words(item, &["description_text"])).or_else(|| {
        let (value, kind) = part(item, "descriptions")?;
        let value = if is_markup(value, kind) {
            fragment::line(value)
        } else {
            value.to_owned()
        };
        line(Some(&value))
    });
    article.byline = line(words(item, &["byline", "by"]).map(without_by));
    article.dateline = line(words(item, &["located", "dateline"]));
    article.source = line(source(item));
    article.language = line(words(item, &["language"]));
    article.url =
        line(words(item, &["uri"])).filter(|uri| uri.starts_with("https://") || uri.starts_with("http://"));
    let moments = [
        "contentCreated",
        "versionCreated",
        "versioncreated",
        "firstCreated",
        "firstcreated",
    ];
    article.published = moments
        .iter()
        .filter_map(|key| words(item, &[key]))
        .find_map(date_line::published);
    let body = words(item, &["body_text"])
        .map(|body| (body, "text/plain"))
        .or_else(|| words(item, &["body_xhtml", "body_html"]).map(|body| (body, "text/html")))
        .or_else(|| part(item, "bodies"));
    if let Some((body, kind)) = body {
        read_body(body, kind, &mut article);
    }
    article
}

/// The first of `keys` that has words.
fn words<'i>(item: &'i Item, keys: &[&str]) -> Option<&'i str> {
    let mut values = keys.iter().filter_map(|key| item.get(*key)?.as_str());
    values.find(|words| !words.trim().is_empty())
}

/// From version 2 on, headlines, descriptions and bodies are lists of values, each with its kind; plain text is taken
/// before anything else, and the main one before others.
fn part<'i>(item: &'i Item, key: &str) -> Option<(&'i str, &'i str)> {
    let parts = item.get(key)?.as_array()?;
    let told = parts.iter().filter_map(|part| {
        let part = part.as_object()?;
        let value = words(part, &["value"])?;
        let kind = words(part, &["contentType", "contenttype"]).unwrap_or("text/plain");
        let role = words(part, &["role"]).unwrap_or("main").to_lowercase();
        Some((value, kind, role))
    });
    let best = told.min_by_key(|(value, kind, role)| {
        let is_main = ["main", "default", "headline", "body"].contains(&role.as_str());
        (!is_main, is_markup(value, kind))
    });
    best.map(|(value, kind, _)| (value, kind))
}

/// Whose item it is.
fn source(item: &Item) -> Option<&str> {
    let lists = ["infoSources", "infosource"]
        .iter()
        .filter_map(|key| item.get(*key)?.as_array());
    let name = |source: &'_ Value| {
        source
            .as_object()
            .is_some_and(|source| words(source, &["name"]).is_some())
    };
    let mut named = lists.flatten().filter(|source| name(source));
    let told = named
        .next()
        .and_then(Value::as_object)
        .and_then(|source| words(source, &["name"]));
    told.or_else(|| {
        words(
            item,
            &["source", "provider", "copyrightHolder", "copyrightholder"],
        )
    })
}
