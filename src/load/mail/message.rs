//! One message → an article: subject, sender, date, and the body in the best form it is there in.

use mailparse::{MailHeaderMap as _, ParsedMail, addrparse_header, parse_mail};

use crate::briefing::{Article, CleanText, Format, Written};
use crate::load::error::LoadError;
use crate::load::found::Found;
use crate::load::limits::Deadline;
use crate::load::{Loaded, date_line, decode, fragment, html, text};

/// Reads a message on its own.
pub(in crate::load) fn read_message(bytes: &[u8], found: &mut Found<'_>) {
    let loaded = article(bytes, found).map(|(_, article)| Loaded {
        article,
        written: Written::default(),
    });
    let path = found.name();
    found.only(loaded.map_err(|reason| LoadError::Malformed {
        path,
        reason: CleanText::line(&reason),
    }));
}

/// What a message is known by, and the article in it; or why there is none.
pub(super) fn article(bytes: &[u8], found: &Found<'_>) -> Result<(String, Article), String> {
    let mail =
        parse_mail(bytes).map_err(|error| format!("this message is damaged: {error}; export it again"))?;
    let header = |name: &str| {
        mail.headers
            .get_first_value(name)
            .filter(|value| !value.trim().is_empty())
    };
    let line = |name: &str| header(name).map(|value| CleanText::line(&value));
    let mut article = found.blank(Format::Mail);
    article.title = line("Subject");
    article.published = header("Date").and_then(|date| date_line::published(without_comment(&date)));
    article.language = line("Content-Language");
    article.url = ["Snapshot-Content-Location", "Content-Location"]
        .into_iter()
        .filter_map(line)
        .find(|address| address.starts_with("https://") || address.starts_with("http://"));
    let sender = sender(&mail);
    // Who writes to many is a paper; who writes to one is a person.
    let is_list = header("List-Id").or_else(|| header("List-Unsubscribe")).is_some();
    if is_list {
        article.source = sender;
    } else {
        article.byline = sender;
    }
    let identity = header("Message-ID").unwrap_or_else(|| {
        let parts = ["Subject", "Date"].map(|name| header(name).unwrap_or_default());
        parts.join(" ")
    });
    let mut bodies = Bodies::default();
    gather(&mail, &mut bodies);
    if let Some(page) = bodies.page.filter(|page| !page.trim().is_empty()) {
        read_page(&page, found.deadline, &mut article);
    }
    if article.text.is_empty()
        && let Some(words) = bodies.words
    {
        text::read(&decode::clean(&unquoted(&words)), &mut article);
    }
    Ok((identity.trim().to_owned(), article))
}

/// Who sent it, by name where there is one.
fn sender(mail: &ParsedMail<'_>) -> Option<CleanText> {
    let header = mail.headers.get_first_header("From")?;
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

/// "Thu, 4 Sep 2025 14:30:00 +0200 (CEST)" without what is in brackets.
fn without_comment(date: &str) -> &str {
    date.split('(').next().unwrap_or_default()
}

/// The first body of each kind.
#[derive(Default)]
struct Bodies {
    words: Option<String>,
    page: Option<String>,
}

fn gather(part: &ParsedMail<'_>, bodies: &mut Bodies) {
    for inner in &part.subparts {
        gather(inner, bodies);
    }
    let disposition = part
        .headers
        .get_first_value("Content-Disposition")
        .unwrap_or_default();
    let is_attached = disposition.trim_start().to_lowercase().starts_with("attachment");
    if !part.subparts.is_empty() || is_attached {
        return;
    }
    let body = match part.ctype.mimetype.as_str() {
        "text/plain" => &mut bodies.words,
        "text/html" | "application/xhtml+xml" => &mut bodies.page,
        _ => return,
    };
    if body.is_none() {
        *body = Some(decoded(part));
    }
}

/// The text of a part, as far as it can be read.
fn decoded(part: &ParsedMail<'_>) -> String {
    let raw = part.get_body_raw().unwrap_or_default();
    // Where no encoding is told, mail is ASCII; what is more than that is looked at.
    let is_told = !part.ctype.charset.eq_ignore_ascii_case("us-ascii") || raw.is_ascii();
    if is_told && let Ok(body) = part.get_body() {
        return body;
    }
    decode::lossy(&raw).into_owned()
}

/// Plain text without the signature and without what mailboxes put before "From ".
fn unquoted(words: &str) -> String {
    let words = words.replace("\r\n", "\n");
    let words = words.split("\n-- \n").next().unwrap_or_default();
    words.replace("\n>From ", "\nFrom ")
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
