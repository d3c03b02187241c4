//! What news databases give out as text (Nexis, Factiva, `ProQuest`): many articles in one file, each with a head of
//! fields, and lines between them that only such files have.

mod cover;
mod factiva;
mod labelled;
mod labels;

use memchr::memmem::find;

use crate::briefing::{Article, Format};
use crate::load::found::Found;
use crate::load::paragraphs::single_spaced;
use crate::load::text;

/// Which database gave a file out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Database {
    /// Each article begins with "1 of 25 DOCUMENTS".
    Nexis,
    /// Each article ends with "End of Document".
    NexisUni,
    /// Each article ends with `Document GRDN000020250904el940001w`.
    Factiva,
    /// Each article begins with "Document 1 of 25" or a line drawn from side to side, and tells its number.
    ProQuest,
}

/// How the line begins with which `ProQuest` numbers an article.
const NUMBER_OF_PROQUEST: &str = "ProQuest document ID:";

/// Which database gave `text` out; none where there is no line that parts articles, or none that tells about one.
pub(super) fn database(text: &str) -> Option<Database> {
    // Nearly all text is none of this, and is not taken apart into lines for it.
    let may_be = ["DOCUMENT", "Document ", "of Document", NUMBER_OF_PROQUEST]
        .iter()
        .any(|word| find(text.as_bytes(), word.as_bytes()).is_some());
    if !may_be {
        return None;
    }
    let mut parting = None;
    let mut told = false;
    for line in text.lines() {
        let line = line.trim();
        if line.starts_with(NUMBER_OF_PROQUEST) {
            parting = parting.or(Some(Database::ProQuest));
            continue;
        }
        parting = parting.or_else(|| parts(line));
        told = told || is_length(line) || labels::of(line).is_some() || factiva::is_coded(line);
        if let (Some(database), true) = (parting, told) {
            return Some(database);
        }
    }
    parting.filter(|_| told)
}

/// Reads each article that `text`, given out by `database`, has.
pub(super) fn read(text: &str, database: Database, found: &mut Found<'_>) {
    read_with(text, database, found, text::read);
}

/// The same where `text` is that of a document of an office, each of whose lines is a paragraph.
pub(super) fn read_document(text: &str, database: Database, found: &mut Found<'_>) {
    read_with(text, database, found, |body, article| {
        let paragraphs = body.lines().map(single_spaced);
        let paragraphs = paragraphs.filter(|paragraph| !paragraph.is_empty());
        text::read_paragraphs(paragraphs.collect(), article);
    });
}

fn read_with(text: &str, database: Database, found: &mut Found<'_>, read_body: impl Fn(&str, &mut Article)) {
    for lines in articles(text, database) {
        if found.is_full() {
            return;
        }
        let mut article = found.blank(Format::Export);
        let told = match database {
            Database::Factiva => factiva::read(&lines, &mut article),
            _ => labelled::read(&lines, &mut article),
        };
        read_body(&told.body, &mut article);
        let identity = told.identity.unwrap_or_else(|| identity(&article));
        found.entry(&identity, article);
    }
}

/// What was told about an article beside its fields.
#[derive(Debug, Default)]
struct Told {
    /// What the database knows it by.
    identity: Option<String>,
    body: String,
}

/// Where the database gives no number: what the article says of itself.
fn identity(article: &Article) -> String {
    let words = [&article.title, &article.source].into_iter().flatten();
    let mut words: Vec<String> = words.map(ToString::to_string).collect();
    words.extend(article.published.map(|published| published.date.to_string()));
    words.join(" ")
}

/// The lines of each article that has any.
fn articles(text: &str, database: Database) -> impl Iterator<Item = Vec<&str>> {
    let begins = move |line: &&str| parts(line.trim()) == Some(database);
    let has_first = text.lines().any(|line| begins(&line));
    let mut lines = text.lines();
    // What stands before the first line that begins an article is none.
    if has_first && matches!(database, Database::Nexis | Database::ProQuest) {
        let _ = lines.find(begins);
    }
    let mut is_over = false;
    std::iter::from_fn(move || {
        while !is_over {
            let article = match database {
                Database::ProQuest if !has_first => between_rules(&mut lines, &mut is_over),
                _ => next(&mut lines, database, &mut is_over),
            };
            if article.iter().any(|line| !line.trim().is_empty()) {
                return Some(article);
            }
        }
        None
    })
}

/// The lines up to the next that parts articles.
fn next<'t>(lines: &mut std::str::Lines<'t>, database: Database, is_over: &mut bool) -> Vec<&'t str> {
    let mut article = Vec::new();
    loop {
        let Some(line) = lines.next() else {
            *is_over = true;
            break;
        };
        let words = line.trim();
        if parts(words) != Some(database) {
            if !is_rule(words) && !is_page_number(words) {
                article.push(line);
            }
            continue;
        }
        // The number of the document is the last thing that is told of it.
        if database == Database::Factiva {
            article.push(line);
        }
        break;
    }
    match database {
        Database::NexisUni => {
            article.drain(..cover::length(&article));
        }
        Database::Factiva if *is_over && is_search(&article) => article.clear(),
        _ => {}
    }
    article
}

/// Whether `lines` are what Factiva puts after the last article: what was asked for.
fn is_search(lines: &[&str]) -> bool {
    let first = lines.iter().map(|line| line.trim()).find(|line| !line.is_empty());
    first.is_some_and(|first| first.eq_ignore_ascii_case("Search Summary"))
}

/// "Page 1 of 2", as it is left where a document was printed.
fn is_page_number(line: &str) -> bool {
    let numbers = line
        .strip_prefix("Page ")
        .and_then(|line| line.split_once(" of "));
    numbers.is_some_and(|(page, pages)| page.parse::<u32>().is_ok() && pages.parse::<u32>().is_ok())
}

/// The lines up to a rule that stands below an article, which tells its number; what tells nothing is a title page, a
/// table of contents or a bibliography.
fn between_rules<'t>(lines: &mut std::str::Lines<'t>, is_over: &mut bool) -> Vec<&'t str> {
    let mut article = Vec::new();
    let (mut is_begun, mut is_whole) = (false, false);
    loop {
        let Some(line) = lines.next() else {
            *is_over = true;
            break;
        };
        let words = line.trim();
        if !is_rule(words) {
            article.push(line);
            is_whole |= words.starts_with(NUMBER_OF_PROQUEST);
            is_begun |= labels::of(words).is_some_and(|(field, _)| field != labels::Field::Tail);
        } else if is_whole {
            break;
        } else if !is_begun {
            article.clear();
        }
    }
    if !is_begun {
        article.clear();
    }
    article
}

/// A line drawn from side to side.
fn is_rule(line: &str) -> bool {
    line.len() > 20 && line.bytes().all(|byte| byte == b'_')
}

/// Which database has lines such as `line` between its articles.
fn parts(line: &str) -> Option<Database> {
    let words: Vec<&str> = line.split_whitespace().take(6).collect();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    match words.as_slice() {
        [one, "of", many, "DOCUMENTS" | "DOCUMENT"] if is_number(one) && is_number(many) => {
            Some(Database::Nexis)
        }
        ["End", "of", "Document"] => Some(Database::NexisUni),
        ["Document", one, "of", many] if is_number(one) && is_number(many) => Some(Database::ProQuest),
        ["Document", number] | ["AN", "Document", number] if is_factiva_number(number) => {
            Some(Database::Factiva)
        }
        _ => None,
    }
}

/// "GRDN000020250904el940001w": letters of the source, digits, and both.
fn is_factiva_number(word: &str) -> bool {
    (20..=32).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && word.starts_with(|first: char| first.is_ascii_uppercase())
        && word.bytes().filter(u8::is_ascii_digit).count() >= 10
}

/// "512 words", "LENGTH: 1,024 words".
fn is_length(line: &str) -> bool {
    let before = labels::before_words(line);
    let count = before.and_then(|count| count.rsplit([' ', ':']).next());
    count.is_some_and(|count| {
        !count.is_empty()
            && count
                .bytes()
                .all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
    })
}

/// "Copyright 2025 The Mellby Post"
fn is_copyright(line: &str) -> bool {
    let line = line.to_lowercase();
    let begins = ["copyright ", "©", "(c) "]
        .iter()
        .any(|sign| line.starts_with(sign));
    begins || labels::is_reserved(&line)
}
