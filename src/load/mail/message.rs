//! One message → an article: subject, sender, date, and the text; and what is attached → articles of their own.

use std::path::Path;

use mailparse::{ParsedMail, parse_mail};

use super::body::{Kind, is_plain, lines, read_bodies, read_lines};
use super::forward::{self, Forward};
use super::headers::{self, address, header, identity, line, sender, sent};
use super::parts::{Attached, Body, Parts, content};
use super::quoted;
use crate::briefing::{Article, CleanText, Format, Written};
use crate::load::found::Found;
use crate::load::gate::Gate;
use crate::load::{Loaded, formats, html, is_article, is_sidecar, signs};

/// A message in a message, and a file in one, are read so deep.
const DEEPEST: usize = 5;

/// How much of a file is looked at to tell whether it is an article.
const GLANCE: usize = 4096;

/// What is noted of a message that ends in the middle.
const CUT: &str =
    "The message ends in the middle: it was read as far as it goes, export it again for the rest.";

/// How text begins that is encrypted, and what is said of it.
const ARMOUR: &str = "-----BEGIN PGP MESSAGE-----";
const ENCRYPTED: &str = "this message is encrypted; open it in your mail program, and save its text";

/// Types of parts that say why there is no text in a message, and what to do; how they begin.
const WITHOUT_TEXT: &[(&str, &str)] = &[
    ("multipart/encrypted", ENCRYPTED),
    (
        "application/pkcs7-mime",
        "this message is encrypted or packed in its signature (S/MIME); open it in your mail program, and save its text",
    ),
    (
        "application/x-pkcs7-mime",
        "this message is encrypted or packed in its signature (S/MIME); open it in your mail program, and save its text",
    ),
    (
        "text/calendar",
        "this message is an entry for a calendar, and has no text of its own; open it in your calendar",
    ),
];

/// Why there is no text in a message.
fn why_empty(part: &ParsedMail<'_>) -> Option<&'static str> {
    let told = WITHOUT_TEXT
        .iter()
        .find(|(kind, _)| part.ctype.mimetype.starts_with(kind));
    told.map(|(_, reason)| *reason)
        .or_else(|| part.subparts.iter().find_map(why_empty))
}

/// As many files are named that were not read.
const MOST_NAMED: usize = 10;

/// Reads a message on its own, from a file called `path`.
pub(in crate::load) fn read_message(bytes: &[u8], path: Option<&Path>, found: &mut Found<'_>) {
    let bytes = headers::bounded(bytes);
    match parsed(&bytes) {
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
    let bytes = headers::bounded(bytes);
    match parsed(&bytes) {
        Ok(mail) => found.part(&identity(&mail), |found| read(&mail, found)),
        Err(reason) => found.bad_entry(&reason),
    }
}

fn parsed(bytes: &[u8]) -> Result<ParsedMail<'_>, String> {
    parse_mail(bytes).map_err(|error| format!("this message is damaged: {error}; export it again"))
}

/// Adds the article in a message, and those that are attached to it.
fn read(mail: &ParsedMail<'_>, found: &mut Found<'_>) {
    let Parts {
        mut bodies,
        attached,
        is_cut,
    } = Parts::of(mail);
    let mut article = letter(mail, &mut bodies, found);
    if is_cut {
        article.notes.push(CleanText::line(CUT));
    }
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
    let has_text = !article.text.is_empty() && !article.text.starts_with(ARMOUR);
    if !has_text
        && held.is_empty()
        && let Some(reason) = why_empty(mail).or((!article.text.is_empty()).then_some(ENCRYPTED))
    {
        return found.bad(reason);
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
                held.push(Held::Message(content(part).0));
            }
            Attached::Message(_) => unread.push("a message".to_owned()),
            Attached::File(name, part) => {
                let bytes = content(part).0;
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
fn letter(mail: &ParsedMail<'_>, bodies: &mut [Body], found: &Found<'_>) -> Article {
    let mut article = found.blank(Format::Mail);
    let mut subject = header(mail, "Subject").unwrap_or_default();
    let mut sender = sender(mail).unwrap_or_default();
    let mut gate = Gate::default();
    gate.pass(
        bodies
            .iter_mut()
            .map(Body::raw_mut)
            .chain([&mut subject, &mut sender]),
    );
    let told = |words: &str| Some(CleanText::line(words)).filter(|line| !line.is_empty());
    let (subject, sender) = (told(&subject), told(&sender));
    let lines = lines(bodies);
    let forward = forward::find(&lines, subject.as_deref().unwrap_or_default());
    if let Some(Forward { head, .. }) = &forward {
        head.fill(&mut article);
        article.title = article
            .title
            .take()
            .or_else(|| told(forward::bare(subject.as_deref()?)));
    }
    article.title = article.title.take().or(subject);
    article.published = article.published.or_else(|| sent(mail));
    article.language = line(mail, "Content-Language");
    article.url = address(mail);
    // Who writes to many is a paper; who writes to one is a person.
    let is_list = ["List-Id", "List-Unsubscribe"]
        .iter()
        .any(|name| header(mail, name).is_some());
    if let Some(forward) = forward {
        note_forward(&forward, sender.as_ref(), &mut article);
        read_answer(forward.lines, bodies, &mut article, |article| {
            read_lines(forward.lines, bodies, article);
        });
    } else {
        let slot = if is_list {
            &mut article.source
        } else {
            &mut article.byline
        };
        *slot = sender;
        read_answer(&lines, bodies, &mut article, |article| {
            read_bodies(bodies, Kind::Letter, found.deadline, article);
        });
    }
    article.text = CleanText::new(&html::without_frame(&article.text));
    article.notes.extend(gate.notes());
    article
}

/// Reads a message, of whose `lines` some may stand above older messages that it answers; `read` is for one of which none
/// do so.
fn read_answer(lines: &[String], bodies: &[Body], article: &mut Article, read: impl FnOnce(&mut Article)) {
    let quoted = quoted::find(lines);
    if quoted.is_empty() {
        return read(article);
    }
    if is_plain(bodies) {
        read_lines(&quoted::without(lines, &quoted), bodies, article);
    } else {
        read(article);
        article.text = CleanText::new(&quoted::taken_out(&article.text, lines, &quoted));
    }
    article.notes.push(quoted::note(&quoted));
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
    let mut bodies = Parts::of(mail).bodies;
    let mut gate = Gate::default();
    gate.pass(bodies.iter_mut().map(Body::raw_mut));
    read_bodies(&bodies, Kind::SavedPage, found.deadline, &mut article);
    article.notes.extend(gate.notes());
    article.title = article.title.take().or_else(|| line(mail, "Subject"));
    article.language = article.language.take().or_else(|| line(mail, "Content-Language"));
    // When it was saved, which is no day of publication.
    article.made = sent(mail);
    article
}
