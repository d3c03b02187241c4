//! Feeds (RSS, Atom, JSON Feed) → articles: each entry is one, with its full content where the feed has it, else its
//! summary.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::{DateTime, Datelike as _, NaiveDate, Timelike as _, Utc};
use feed_rs::model::{Entry, Feed, FeedType, Link, Text};
use feed_rs::parser::Builder;
use jiff::civil::{Date, Time};
use memchr::memmem;
use serde_json::Value;

use crate::briefing::{Article, CleanText, Format, Published};
use crate::load::entities::unescaped;
use crate::load::found::Found;
use crate::load::gate::Gate;
use crate::load::{date_line, decode, fragment, guard, html, markup, signs, text, xml};

/// Reads each entry of a feed.
pub(super) fn read(bytes: &[u8], found: &mut Found<'_>) {
    let bytes = signs::without_mark(bytes);
    let (mut feed, damage) = match guard::guarded("feed-rs", || parse_or_mend(bytes)) {
        Ok(Ok(parsed)) => parsed,
        Ok(Err(reason)) => return found.bad(&format!("this feed is damaged: {reason}; save it again")),
        Err(failed) => return found.failed(&failed),
    };
    Gate::default().pass(feed.title.as_mut().map(|title| &mut title.content));
    let is_empty = feed.entries.is_empty();
    let unlinked = unlinked(&feed, bytes);
    for mut entry in std::mem::take(&mut feed.entries) {
        if found.is_full() {
            return;
        }
        let mut gate = Gate::default();
        gate.pass(words_of(&mut entry));
        let mut article = article(&entry, &feed, found.blank(Format::Feed));
        article.notes.extend(gate.notes());
        let id = entry.id.trim();
        if article.url.is_none() && feed.feed_type == FeedType::RSS2 && is_web(id) && !unlinked.contains(id) {
            article.url = Some(CleanText::line(id));
        }
        if damage != Damage::None {
            article.notes.push(CleanText::line(MENDED));
        }
        found.entry(&identity(&entry), article);
    }
    if let Damage::Cut(reason) = damage {
        found.bad(&format!(
            "this feed is damaged: {reason}; what came before was read, save it again for the rest"
        ));
    } else if is_empty {
        found.bad("there are no articles in this feed; save it again when there are");
    }
}

/// All that `entry` has in words.
fn words_of(entry: &mut Entry) -> Vec<&mut String> {
    let texts = [&mut entry.title, &mut entry.summary].into_iter().flatten();
    let mut words: Vec<&mut String> = texts.map(|text| &mut text.content).collect();
    words.extend(entry.content.as_mut().and_then(|content| content.body.as_mut()));
    words.extend(entry.authors.iter_mut().filter_map(|author| author.name.as_mut()));
    words
}

/// The longest tag of a number, in bytes.
const LONGEST_TAG: usize = 256;

/// The numbers of entries that are no addresses, though they look so: `<guid isPermaLink="false">`.
fn unlinked<'b>(feed: &Feed, bytes: &'b [u8]) -> HashSet<Cow<'b, str>> {
    if feed.feed_type != FeedType::RSS2 {
        return HashSet::new();
    }
    let elements = memmem::find_iter(bytes, b"<guid").filter_map(|start| {
        let element = bytes.get(start..)?;
        // Nothing is looked for farther than tags are long: one after another, they may never end.
        let window = element.get(..LONGEST_TAG).unwrap_or(element);
        let (tag, rest) = element.split_at(memchr::memchr(b'>', window)?);
        let is_link = memmem::find(tag, b"false").is_none();
        let words = rest.get(1..)?;
        let words = words.strip_prefix(b"<![CDATA[").unwrap_or(words);
        let words = words.get(..memchr::memchr2(b'<', b']', words)?)?;
        (!is_link).then(|| String::from_utf8_lossy(words.trim_ascii()))
    });
    elements.collect()
}

fn is_web(address: &str) -> bool {
    (address.starts_with("https://") || address.starts_with("http://"))
        && !address.contains(char::is_whitespace)
}

/// What is noted of an article in a feed that was damaged.
const MENDED: &str = "The feed was damaged, and was mended before it was read.";

/// What was done to a feed before it could be parsed.
#[derive(Debug, PartialEq, Eq)]
enum Damage {
    None,
    /// Bytes that are no text, and signs that must be escaped and were not.
    Mended,
    /// It ends in the middle; why it could not be parsed.
    Cut(String),
}

/// Parses a feed; where that fails, mended, and where that fails too, up to its last whole entry.
fn parse_or_mend(bytes: &[u8]) -> Result<(Feed, Damage), String> {
    let reason = match parse(bytes) {
        Ok(feed) => return Ok((feed, Damage::None)),
        Err(reason) => reason,
    };
    if let Some(feed) = with_words_as_ids(bytes).and_then(|json| parse(json.as_bytes()).ok()) {
        return Ok((feed, Damage::None));
    }
    let mended = mended(bytes);
    if let Ok(feed) = parse(mended.as_bytes()) {
        return Ok((feed, Damage::Mended));
    }
    match cut(&mended).map(|cut| parse(cut.as_bytes())) {
        Some(Ok(feed)) => Ok((feed, Damage::Cut(reason))),
        _ => Err(reason),
    }
}

fn parse(bytes: &[u8]) -> Result<Feed, String> {
    let parser = Builder::new().timestamp_parser(own_clock).build();
    parser.parse(bytes).map_err(|error| error.to_string())
}

/// A feed in JSON, the numbers that its entries are known by made words: so the standard has them, and many a program
/// writes them as they are.
fn with_words_as_ids(bytes: &[u8]) -> Option<String> {
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    let mut feed: Value = serde_json::from_slice(bytes).ok()?;
    for item in feed.get_mut("items")?.as_array_mut()? {
        if let Some(id) = item.get_mut("id").filter(|id| id.is_number()) {
            *id = Value::String(id.to_string());
        }
    }
    Some(feed.to_string())
}

/// How entries and feeds end.
const ENDS: &[(&str, &str)] = &[("</item>", "</channel></rss>"), ("</entry>", "</feed>")];

/// The text of a feed without bytes that are no text, every `&` that begins no reference escaped.
fn mended(bytes: &[u8]) -> String {
    let text = xml::text(bytes);
    // It is in UTF-8 now, whatever it declares.
    let text = match text.trim_start().split_once("?>") {
        Some((declaration, rest)) if declaration.starts_with("<?xml") => rest,
        _ => &text,
    };
    let mut mended = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        mended.extend(before.chars().filter(|character| is_allowed(*character)));
        let reference = from.get(1..).unwrap_or_default();
        let name = reference
            .bytes()
            .take(12)
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#');
        let is_reference = reference.as_bytes().get(name.count()) == Some(&b';');
        mended.push_str(if is_reference { "&" } else { "&amp;" });
        rest = reference;
    }
    mended.extend(rest.chars().filter(|character| is_allowed(*character)));
    mended
}

/// Whether XML may hold `character`.
fn is_allowed(character: char) -> bool {
    !character.is_control() || matches!(character, '\n' | '\r' | '\t')
}

/// A feed up to its last whole entry.
fn cut(feed: &str) -> Option<String> {
    let ends = ENDS
        .iter()
        .filter_map(|(entry, close)| Some((feed.rfind(entry)? + entry.len(), close)));
    let (end, close) = ends.max_by_key(|(end, _)| *end)?;
    Some(format!("{}{close}", feed.get(..end)?))
}

/// What the publisher knows an entry by. (Where there is nothing, `feed-rs` makes an identity of its address and title,
/// or a random one.)
fn identity(entry: &Entry) -> String {
    let is_made = entry.id.len() >= 30
        && entry
            .id
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    match address(&entry.links) {
        Some(address) if is_made => address.to_string(),
        None if is_made => entry
            .title
            .as_ref()
            .map_or_else(String::new, |title| title.content.clone()),
        _ => entry.id.clone(),
    }
}

fn article(entry: &Entry, feed: &Feed, mut article: Article) -> Article {
    article.title = entry.title.as_ref().and_then(line);
    article.url = address(&entry.links);
    article.published = entry.published.or(entry.updated).and_then(published);
    article.source = feed.title.as_ref().and_then(line);
    article.language = [&entry.language, &feed.language]
        .into_iter()
        .flatten()
        .next()
        .map(|tag| CleanText::line(tag));
    let authors = if entry.authors.is_empty() {
        &feed.authors
    } else {
        &entry.authors
    };
    let names = authors
        .iter()
        .filter_map(|author| author.name.as_deref().or(author.email.as_deref()))
        .map(name);
    let byline = CleanText::line(&names.collect::<Vec<_>>().join(", "));
    article.byline = (!byline.is_empty()).then_some(byline);
    let content = entry.content.as_ref();
    let body = content.and_then(|content| content.body.as_deref());
    let summary = entry.summary.as_ref().map(|summary| summary.content.as_str());
    let body = match (body, summary) {
        // Some feeds repeat the headline as content.
        (Some(content), Some(summary)) if content.len() < summary.len() => summary,
        (Some(content), _) => content,
        (None, summary) => summary.unwrap_or_default(),
    };
    read_body(body, &mut article);
    article
}

/// "ida@post.example (Ida Holm)" → "Ida Holm"
fn name(author: &str) -> &str {
    let author = author.trim();
    let parts = author.strip_suffix(')').and_then(|author| author.split_once('('));
    match parts {
        Some((address, name)) if address.is_empty() || address.contains('@') => name.trim(),
        _ => author,
    }
}

/// Reads a body that may be HTML, whatever the feed says of it.
fn read_body(body: &str, article: &mut Article) {
    let body = decode::clean(body);
    let plain = unescaped(&body);
    if markup::has_markup(&body) || markup::has_blocks(&plain) {
        fragment::read_without(&body, html::is_added_to_feed, article);
    } else {
        text::read(&decode::clean(&plain), article);
    }
}

fn line(text: &Text) -> Option<CleanText> {
    let words = decode::clean(&fragment::line(&text.content));
    (!words.is_empty()).then(|| CleanText::line(&words))
}

/// Where the entry can be read.
fn address(links: &[Link]) -> Option<CleanText> {
    let is_page =
        |link: &&Link| link.rel.as_deref().is_none_or(|rel| rel == "alternate") && is_web(link.href.trim());
    links.iter().find(is_page).map(|link| CleanText::line(&link.href))
}

/// Reads a moment as the publisher's own clock has it, as if that were universal time.
fn own_clock(written: &str) -> Option<DateTime<Utc>> {
    let Published { date, time } = date_line::published(written)?;
    let day = NaiveDate::from_ymd_opt(
        i32::from(date.year()),
        u32::try_from(date.month()).ok()?,
        u32::try_from(date.day()).ok()?,
    )?;
    let time = time.unwrap_or_default();
    let moment = day.and_hms_opt(
        u32::try_from(time.hour()).ok()?,
        u32::try_from(time.minute()).ok()?,
        u32::try_from(time.second()).ok()?,
    )?;
    Some(moment.and_utc())
}

fn published(moment: DateTime<Utc>) -> Option<Published> {
    let date = Date::new(
        i16::try_from(moment.year()).ok()?,
        i8::try_from(moment.month()).ok()?,
        i8::try_from(moment.day()).ok()?,
    )
    .ok()?;
    let time = Time::new(
        i8::try_from(moment.hour()).ok()?,
        i8::try_from(moment.minute()).ok()?,
        i8::try_from(moment.second()).ok()?,
        0,
    )
    .ok()?;
    let time = (time != Time::midnight()).then_some(time);
    Some(Published { date, time })
}
