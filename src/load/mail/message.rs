//! One message → an article: subject, sender, date, and the text; and what is attached → articles of their own.

use std::path::Path;

use mailparse::{MailHeader, MailHeaderMap as _, ParsedMail, addrparse_header, parse_mail};

use super::forward::{self, Forward};
use super::parts::{Attached, Body, Parts};
use crate::briefing::{Article, CleanText, Format, Written};
use crate::load::found::Found;
use crate::load::limits::Deadline;
use crate::load::{
    Loaded, date_line, decode, formats, fragment, html, is_article, is_sidecar, paragraphs, signs, text,
};

/// A message in a message, and a file in one, are read so deep.
const DEEPEST: usize = 5;

/// How much of a file is looked at to tell whether it is an article.
const GLANCE: usize = 4096;

/// The longest header that is read, in bytes.
const LONGEST_HEADER: usize = 8 * 1024;

/// As many files are named that were not read.
const MOST_NAMED: usize = 10;

/// Reads a message on its own, from a file called `path`.
pub(in crate::load) fn read_message(bytes: &[u8], path: Option<&Path>, found: &mut Found<'_>) {
    match parsed(bytes) {
        Ok(mail) if is_saved_page(&mail, path) => {
            let article = saved_page(&mail, found);
            add(article, found);
        }
        Ok(mail) => read(&mail, found),
        Err(reason) => found.bad(&reason),
    }
}

/// Reads a message that is one of many in its file.
pub(super) fn read_one_of_many(bytes: &[u8], found: &mut Found<'_>) {
    match parsed(bytes) {
        Ok(mail) => found.part(&identity(&mail), |found| read(&mail, found)),
        Err(reason) => found.bad_entry(&reason),
    }
}

fn parsed(bytes: &[u8]) -> Result<ParsedMail<'_>, String> {
    parse_mail(bytes).map_err(|error| format!("this message is damaged: {error}; export it again"))
}

/// The first header called `name`. One that is too long is none: `mailparse` takes the square of the length of what is
/// encoded badly.
fn raw_header<'m>(mail: &'m ParsedMail<'_>, name: &str) -> Option<&'m MailHeader<'m>> {
    let header = mail.headers.get_first_header(name)?;
    (header.get_value_raw().len() <= LONGEST_HEADER).then_some(header)
}

/// The words of the first header called `name`.
fn header(mail: &ParsedMail<'_>, name: &str) -> Option<String> {
    let value = raw_header(mail, name)?.get_value();
    (!value.trim().is_empty()).then_some(value)
}

fn line(mail: &ParsedMail<'_>, name: &str) -> Option<CleanText> {
    header(mail, name).map(|value| CleanText::line(&value))
}

/// What a message is known by.
fn identity(mail: &ParsedMail<'_>) -> String {
    let told = header(mail, "Message-ID").unwrap_or_else(|| {
        let parts = ["Subject", "Date"].map(|name| header(mail, name).unwrap_or_default());
        parts.join(" ")
    });
    told.trim().to_owned()
}

/// Adds the article in a message, and those that are attached to it.
fn read(mail: &ParsedMail<'_>, found: &mut Found<'_>) {
    let Parts { bodies, attached } = Parts::of(mail);
    let mut article = letter(mail, &bodies, found);
    let (held, unread) = sorted(attached, found.depth());
    if !unread.is_empty() {
        let named = unread
            .iter()
            .take(MOST_NAMED)
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        let more = if unread.len() > MOST_NAMED { ", …" } else { "" };
        let note = format!("Attached and not read: {named}{more}.");
        article.notes.push(CleanText::line(&note));
    }
    if !article.text.is_empty() || held.is_empty() {
        add(article, found);
    }
    for held in held {
        if found.is_full() {
            return;
        }
        match held {
            Held::Message(bytes) => read_one_of_many(&bytes, found),
            Held::File(name, bytes) => {
                found.inside(&name, |found| {
                    formats::read(&bytes, Some(Path::new(&name)), found);
                });
            }
        }
    }
}

fn add(article: Article, found: &mut Found<'_>) {
    let written = Written::default();
    found.only(Ok(Loaded { article, written }));
}

/// Something attached that is read.
enum Held {
    Message(Vec<u8>),
    File(String, Vec<u8>),
}

/// What of `attached` is read, and the names of what is not.
fn sorted(attached: Vec<Attached<'_>>, depth: usize) -> (Vec<Held>, Vec<String>) {
    let (mut held, mut unread) = (Vec::new(), Vec::new());
    for part in attached {
        match part {
            Attached::Message(part) if depth < DEEPEST => {
                held.push(Held::Message(part.get_body_raw().unwrap_or_default()));
            }
            Attached::Message(_) => unread.push("a message".to_owned()),
            Attached::File(name, part) => {
                let bytes = part.get_body_raw().unwrap_or_default();
                if depth < DEEPEST && holds_article(&name, &bytes) {
                    held.push(Held::File(name, bytes));
                } else {
                    unread.push(name);
                }
            }
        }
    }
    (held, unread)
}

/// Whether a file that is attached is an article; an archive stays shut.
fn holds_article(name: &str, bytes: &[u8]) -> bool {
    let path = Path::new(name);
    let start = || bytes.get(..GLANCE).unwrap_or(bytes).to_vec();
    is_article(path, start) && !is_sidecar(path) && !formats::is_archive(bytes)
}

/// The article in a message.
fn letter(mail: &ParsedMail<'_>, bodies: &[Body], found: &Found<'_>) -> Article {
    let mut article = found.blank(Format::Mail);
    let subject = line(mail, "Subject");
    let lines = lines(bodies);
    let forward = forward::find(&lines, subject.as_deref().unwrap_or_default());
    if let Some(Forward { head, .. }) = &forward {
        head.fill(&mut article);
        article.title = article.title.take().or_else(|| {
            let subject = CleanText::line(forward::bare(subject.as_deref()?));
            (!subject.is_empty()).then_some(subject)
        });
    }
    article.title = article.title.take().or(subject);
    article.published = article.published.or_else(|| sent(mail));
    article.language = line(mail, "Content-Language");
    article.url = address(mail);
    let sender = sender(mail);
    // Who writes to many is a paper; who writes to one is a person.
    let is_list = ["List-Id", "List-Unsubscribe"]
        .iter()
        .any(|name| header(mail, name).is_some());
    match forward {
        Some(forward) => {
            note_forward(&forward, sender.as_ref(), &mut article);
            read_lines(forward.lines, bodies, &mut article);
        }
        None if is_list => {
            article.source = sender;
            read_bodies(bodies, found.deadline, &mut article);
        }
        None => {
            article.byline = sender;
            read_bodies(bodies, found.deadline, &mut article);
        }
    }
    article.text = CleanText::new(&html::without_frame(&article.text));
    article
}

/// When it was sent.
fn sent(mail: &ParsedMail<'_>) -> Option<crate::briefing::Published> {
    let date = header(mail, "Date")?;
    // "Thu, 4 Sep 2025 14:30:00 +0200 (CEST)"
    date_line::published(date.split('(').next()?)
}

/// The address of the page that it is.
fn address(mail: &ParsedMail<'_>) -> Option<CleanText> {
    ["Snapshot-Content-Location", "Content-Location"]
        .into_iter()
        .filter_map(|name| line(mail, name))
        .find(|address| address.starts_with("https://") || address.starts_with("http://"))
}

/// Who sent it, by name where there is one.
fn sender(mail: &ParsedMail<'_>) -> Option<CleanText> {
    let header = raw_header(mail, "From")?;
    let told = addrparse_header(header).ok().and_then(|addresses| {
        let single = addresses.iter().find_map(|address| match address {
            mailparse::MailAddr::Single(single) => Some(single.clone()),
            mailparse::MailAddr::Group(_) => None,
        })?;
        Some(single.display_name.unwrap_or(single.addr))
    });
    let told = CleanText::line(&told.unwrap_or_else(|| header.get_value()));
    (!told.is_empty()).then_some(told)
}

/// Tells who sent it on, and what he wrote above it.
fn note_forward(forward: &Forward<'_>, sender: Option<&CleanText>, article: &mut Article) {
    let sender = sender.map_or("somebody", |sender| sender);
    let note = if forward.above.is_empty() {
        format!("This was sent on by {sender}.")
    } else {
        format!(
            "This was sent on by {sender}, who wrote above it: {}",
            forward.above
        )
    };
    article.notes.push(CleanText::line(&note));
}

/// Whether a message is a web page that somebody saved.
fn is_saved_page(mail: &ParsedMail<'_>, path: Option<&Path>) -> bool {
    let has_address = |part: &ParsedMail<'_>| header(part, "Content-Location").is_some();
    let is_page = |kind: &String| kind.eq_ignore_ascii_case("text/html");
    signs::is_named_as_page(path)
        || header(mail, "Snapshot-Content-Location").is_some()
        || (mail.ctype.mimetype == "multipart/related"
            && mail.ctype.params.get("type").is_some_and(is_page)
            && mail.subparts.first().is_some_and(has_address))
}

/// The article in a saved page. What the page tells wins: the message is the browser's, and so are its sender and its date.
fn saved_page(mail: &ParsedMail<'_>, found: &Found<'_>) -> Article {
    let mut article = found.blank(Format::Mail);
    article.url = address(mail).or_else(|| mail.subparts.first().and_then(address));
    let bodies = Parts::of(mail).bodies;
    read_bodies(&bodies, found.deadline, &mut article);
    article.title = article.title.take().or_else(|| line(mail, "Subject"));
    article.language = article.language.take().or_else(|| line(mail, "Content-Language"));
    // When it was saved, which is no day of publication.
    article.made = sent(mail);
    article
}

/// Reads the text of a message. A picture parts it in several pieces.
fn read_bodies(bodies: &[Body], deadline: Deadline, article: &mut Article) {
    let mut rest = bodies.iter();
    if let Some(words) = all_words(bodies) {
        return text::read(&decode::clean(&words), article);
    }
    match rest.next() {
        Some(Body::Words(words)) => text::read(&decode::clean(words), article),
        Some(Body::Page(page)) => read_page(page, deadline, article),
        None => return,
    }
    let rest: Vec<String> = rest.flat_map(pieces).collect();
    if !rest.is_empty() {
        let whole = format!("{}\n\n{}", article.text, rest.join("\n\n"));
        article.text = CleanText::new(&whole);
    }
}

/// The text of a message that is all plain.
fn all_words(bodies: &[Body]) -> Option<String> {
    let words: Option<Vec<&str>> = bodies
        .iter()
        .map(|body| match body {
            Body::Words(words) => Some(words.as_str()),
            Body::Page(_) => None,
        })
        .collect();
    words.map(|words| words.join("\n\n"))
}

/// The paragraphs of a piece.
fn pieces(body: &Body) -> Vec<String> {
    match body {
        Body::Words(words) => {
            let words = paragraphs::normal_form(&decode::clean(words));
            words.split("\n\n").map(str::to_owned).collect()
        }
        Body::Page(page) => {
            let paragraphs = fragment::paragraphs(page);
            paragraphs
                .iter()
                .map(|words| decode::clean(words).to_string())
                .collect()
        }
    }
}

/// The lines of plain text, or the paragraphs where there is a page.
fn lines(bodies: &[Body]) -> Vec<String> {
    match all_words(bodies) {
        Some(words) => decode::clean(&words).lines().map(str::to_owned).collect(),
        None => bodies.iter().flat_map(pieces).collect(),
    }
}

/// Reads some of the [`lines`] of a message.
fn read_lines(lines: &[String], bodies: &[Body], article: &mut Article) {
    if all_words(bodies).is_some() {
        text::read(&lines.join("\n"), article);
    } else {
        text::read_paragraphs(lines.to_vec(), article);
    }
}

/// Reads a page; where nothing of it seems to be an article, all of it is.
fn read_page(page: &str, deadline: Deadline, article: &mut Article) {
    let page = decode::clean(page);
    let mut read = article.clone();
    match html::read(&page, deadline, &mut read) {
        Ok(()) if !read.text.is_empty() => *article = read,
        _ => fragment::read(&page, article),
    }
}
