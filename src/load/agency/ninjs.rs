//! IPTC ninjs, versions 1 to 3: an item, or several in a list.

use serde_json::{Map, Value};

use super::{is_markup, read_body, standing};
use crate::briefing::{Article, CleanText, Format, Written};
use crate::load::found::Found;
use crate::load::gate::Gate;
use crate::load::metadata::without_by;
use crate::load::signs::{ENOUGH_KEYS, KEYS_OF_NINJS};
use crate::load::{Loaded, date_line, decode, fragment};

type Item = Map<String, Value>;

/// Under these keys, other programs put the items that they export together.
const LISTS: &[&str] = &["items", "_items", "news", "results", "data"];

/// The values in a file, in order; of one that is damaged, why it cannot be read.
pub(in crate::load) struct News(Vec<Result<Value, String>>);

/// The items in `bytes`, where they are ninjs.
pub(in crate::load) fn is_ninjs(bytes: &[u8]) -> Option<News> {
    // Nearly every file is told by its first byte, a byte order mark or half a character aside.
    let first = bytes.trim_ascii_start().first();
    if !matches!(first, Some(b'{' | b'[' | 0xef | 0xfe | 0xff | 0)) {
        return None;
    }
    let text = decode::lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    // A key that every version has is looked for before all is taken apart.
    let may_be = text.starts_with(['{', '[']) && text.contains("\"uri\"");
    let news = News(may_be.then(|| values(text))?);
    // What is read to its end is judged by its items, a file that is damaged by what there is of it.
    let has_item = news.0.iter().flatten().filter_map(items).flatten().any(is_item);
    has_item.then_some(news)
}

/// No more items are taken from a file that has one a line; far fewer are read.
const MOST_LINES: usize = 200_000;

/// The values in `text`, one after the other. After one that is damaged, the next is looked for where a line begins with it.
fn values(text: &str) -> Vec<Result<Value, String>> {
    let mut values = Vec::new();
    let mut rest = text;
    while !rest.trim_start().is_empty() && values.len() < MOST_LINES {
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        let mut start = 0;
        let mut error = None;
        while let Some(value) = stream.next().filter(|_| values.len() < MOST_LINES) {
            match value {
                Ok(value) => values.push(Ok(value)),
                Err(reason) => {
                    // In which line of what is left tells nobody anything.
                    let reason = reason.to_string();
                    error = Some(reason.split(" at line ").next().unwrap_or_default().to_owned());
                    break;
                }
            }
            start = stream.byte_offset();
        }
        let Some(reason) = error else { break };
        values.push(Err(reason));
        let damaged = rest.get(start..).unwrap_or_default().trim_start();
        rest = memchr::memmem::find(damaged.as_bytes(), b"\n{")
            .and_then(|end| damaged.get(end + 1..))
            .unwrap_or_default();
    }
    values
}

/// Reads what [`is_ninjs`] has found.
pub(in crate::load) fn read_ninjs(News(values): &News, found: &mut Found<'_>) {
    if let [Ok(value)] = values.as_slice() {
        if let Some(item) = value.as_object().filter(|item| is_item(item)) {
            let article = article(item, found.blank(Format::Ninjs));
            let written = Written::default();
            return found.only(Ok(Loaded { article, written }));
        }
        return read_items(&items(value).unwrap_or_default(), found);
    }
    for value in values {
        if found.is_full() {
            return;
        }
        match value {
            Ok(value) => match value.as_object().filter(|item| !is_item(item)) {
                Some(other) if items(value).is_none() => read_items(&[other], found),
                _ => read_items(&items(value).unwrap_or_default(), found),
            },
            Err(reason) => found.bad_entry(&format!("this item is damaged: {reason}; have it sent again")),
        }
    }
}

fn read_items(items: &[&Item], found: &mut Found<'_>) {
    for item in items {
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
    let mut item = in_lower_case(item);
    let mut pieces = Vec::new();
    item.values_mut().for_each(|value| strings(value, &mut pieces));
    let mut gate = Gate::default();
    gate.pass(pieces);
    article.notes.extend(gate.notes());
    let item = &item;
    let line = |words: Option<&str>| words.map(CleanText::line).filter(|line| !line.is_empty());
    article.notice = standing::notice(words(item, &["pubstatus"]), embargo(item).as_deref());
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
    article.byline = line(
        words(item, &["byline", "by"])
            .or_else(|| part(item, "bylines").map(|(value, _)| value))
            .map(without_by),
    );
    article.dateline = line(words(item, &["located", "dateline"]));
    article.source = line(source(item));
    article.language = line(words(item, &["language"]));
    article.url =
        line(words(item, &["uri"])).filter(|uri| uri.starts_with("https://") || uri.starts_with("http://"));
    let moments = ["contentcreated", "versioncreated", "firstcreated"];
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

/// `item` with its keys in lower case: version 1 writes them so, version 2 in part, and version 3 has "contentCreated".
fn in_lower_case(item: &Item) -> Item {
    fn within(value: &Value) -> Value {
        match value {
            Value::Array(list) => list.iter().map(within).collect(),
            Value::Object(item) => Value::Object(in_lower_case(item)),
            other => other.clone(),
        }
    }
    item.iter()
        .map(|(key, value)| (key.to_lowercase(), within(value)))
        .collect()
}

/// All words in `value`.
fn strings<'v>(value: &'v mut Value, found: &mut Vec<&'v mut String>) {
    match value {
        Value::String(words) => found.push(words),
        Value::Array(list) => list.iter_mut().for_each(|value| strings(value, found)),
        Value::Object(item) => item.values_mut().for_each(|value| strings(value, found)),
        _ => {}
    }
}

/// Until when an item must wait: whatever is told of an embargo is one, and a day is told by most.
fn embargo(item: &Item) -> Option<String> {
    let told = |key: &str| {
        item.get(key)
            .filter(|value| !value.is_null() && **value != Value::Bool(false))
    };
    match told("embargoed") {
        Some(Value::String(until)) if !until.trim().is_empty() => return Some(until.clone()),
        Some(Value::Number(until)) => return Some(until.to_string()),
        Some(Value::String(_)) | None => {}
        Some(_) => return Some(String::new()),
    }
    let is_given = |key: &str| told(key).is_some_and(|reason| *reason != Value::String(String::new()));
    let has_reason = is_given("embargoedreason");
    has_reason.then(String::new)
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
        let kind = words(part, &["contenttype"]).unwrap_or("text/plain");
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
    let lists = ["infosources", "infosource"]
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
    told.or_else(|| words(item, &["source", "provider", "copyrightholder"]))
}
