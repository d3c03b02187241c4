//! E-books (EPUB) → articles: each chapter is one, in reading order.

mod navigation;
mod protection;

use std::collections::HashSet;
use std::error::Error as _;
use std::io::{self, Cursor};

use rbook::Epub;
use rbook::epub::manifest::EpubManifestEntry;

use crate::briefing::{Article, CleanText, Format};
use crate::load::archive::{Budget, Refusal, check_sizes};
use crate::load::found::Found;
use crate::load::gate::Gate;
use crate::load::markup::has_markup;
use crate::load::{date_line, decode, document, fragment, guard, text};

/// What the whole book says of itself.
#[derive(Debug, Default)]
struct Book {
    title: Option<CleanText>,
    authors: Option<CleanText>,
    published: String,
    language: Option<CleanText>,
}

/// A chapter: the name of its file in the book, and its page.
type Chapter = (String, Result<String, String>);

/// Reads each chapter of a book.
pub(super) fn read(bytes: &[u8], found: &mut Found<'_>) {
    // `rbook` unpacks whatever it is given, so how much that is is counted before.
    if let Err(reason) = check_sizes(bytes, found.limits, &found.deadline) {
        return found.bad(&reason);
    }
    let mut budget = Budget::new(bytes.len(), found.limits);
    let opened = guard::guarded("rbook", || take_apart(bytes, found.limits.entries, &mut budget));
    let (book, chapters) = match opened {
        Ok(Ok(opened)) => opened,
        Ok(Err(reason)) => return found.bad(&format!("this e-book is damaged: {reason}; download it again")),
        Err(failed) => return found.failed(&failed),
    };
    let is_protected = |(_, page): &Chapter| {
        page.as_ref()
            .is_err_and(|reason| reason == protection::OF_CHAPTER)
    };
    if chapters.is_empty() {
        return found.bad("this e-book names none of its chapters, so it is damaged; download it again");
    }
    if chapters.iter().all(is_protected) {
        return found.bad(protection::OF_BOOK);
    }
    let before = found.len();
    for (name, page) in chapters {
        if found.is_full() {
            return;
        }
        match page {
            Ok(mut page) => {
                let mut gate = Gate::default();
                gate.pass([&mut page]);
                let mut article = chapter(&page, &book, found.blank(Format::Epub));
                article.notes.extend(gate.notes());
                // Covers, half titles and the like have no text.
                if !article.text.is_empty() {
                    found.entry(&name, article);
                }
            }
            Err(reason) => found.bad_entry(&reason),
        }
    }
    if found.len() == before {
        found.bad("there is no text in this e-book, perhaps pictures of pages");
    }
}

/// At most `most` chapters, each once: a small book may name a large chapter many times.
fn take_apart(bytes: &[u8], most: usize, budget: &mut Budget) -> Result<(Book, Vec<Chapter>), String> {
    let epub = Epub::options()
        .skip_toc(true)
        .read(Cursor::new(bytes.to_vec()))
        .map_err(|error| error.to_string())?;
    let metadata = epub.metadata();
    let line = |words: &str| Some(CleanText::line(&decode::clean(words))).filter(|line| !line.is_empty());
    let authors: Vec<CleanText> = metadata
        .creators()
        .filter_map(|creator| document::author(creator.value()))
        .collect();
    let authors: Vec<&str> = authors.iter().map(CleanText::as_str).collect();
    let book = Book {
        title: metadata.title().and_then(|title| line(title.value())),
        authors: line(&authors.join(", ")),
        published: metadata
            .published_entry()
            .map_or_else(String::new, |entry| entry.value().to_owned()),
        language: metadata.language().and_then(|language| line(language.value())),
    };
    let protected = epub.read_resource_bytes(protection::TOLD);
    let protected = protected.map_or_else(|_| HashSet::new(), |xml| protection::read(&xml));
    let mut chapters: Vec<Chapter> = Vec::new();
    let mut names = HashSet::new();
    // One more than may be read, so that it is told that there are more.
    for item in epub.spine().iter().take(most.saturating_add(1)) {
        let Some(entry) = item.manifest_entry() else {
            let name = item.idref().to_owned();
            chapters.push((name, Err(MISSING.to_owned())));
            continue;
        };
        let name = entry.href_raw().as_str().to_owned();
        if entry.properties().has_property("nav") || !names.insert(name.clone()) {
            continue;
        }
        let whole_name = entry.href().decode();
        if protected.contains(whole_name.trim_start_matches('/')) {
            chapters.push((name, Err(protection::OF_CHAPTER.to_owned())));
            continue;
        }
        match page(&entry, budget) {
            Ok(page) => chapters.push((name, page)),
            Err(reason) => {
                chapters.push((name, Err(reason)));
                break;
            }
        }
    }
    Ok((book, chapters))
}

const MISSING: &str = "this chapter is not in the e-book, which is damaged; download it again";

/// The page of a chapter, or why it cannot be read; an error where no more of the book can be.
fn page(entry: &EpubManifestEntry<'_>, budget: &mut Budget) -> Result<Result<String, String>, String> {
    let bytes = match entry.read_bytes() {
        Ok(bytes) => bytes,
        Err(error) => {
            let source = error
                .source()
                .and_then(|source| source.downcast_ref::<io::Error>());
            let is_missing = source.is_some_and(|source| source.kind() == io::ErrorKind::NotFound);
            let reason = source.map_or_else(|| error.to_string(), ToString::to_string);
            return Ok(Err(if is_missing {
                MISSING.to_owned()
            } else {
                format!("this chapter is damaged: {reason}; download the e-book again")
            }));
        }
    };
    if let Err(Refusal::Archive(reason) | Refusal::File(reason)) = budget.charge(bytes.len() as u64) {
        return Err(reason);
    }
    if let Err(Refusal::File(reason) | Refusal::Archive(reason)) = budget.fits(bytes.len() as u64) {
        return Ok(Err(reason));
    }
    let page = decode::lossy(&bytes).into_owned();
    let is_page = page.trim().is_empty() || has_markup(&page);
    Ok(is_page.then_some(page).ok_or_else(|| {
        "this chapter is no page but data, which may be protected; open the book with the program that it came with"
            .to_owned()
    }))
}

/// Makes an article of a chapter; what the book tells is taken where the chapter tells nothing.
fn chapter(page: &str, book: &Book, mut article: Article) -> Article {
    let page = decode::clean(page);
    let (page, mut address) = navigation::without_bars(&page);
    if navigation::is_list(&page) {
        return article;
    }
    let fragment::Pieces {
        mut paragraphs,
        heading,
        ..
    } = fragment::pieces(&page);
    if let Some(place) = heading.filter(|place| *place < paragraphs.len()) {
        article.title = Some(CleanText::line(&paragraphs.remove(place)));
    }
    paragraphs.retain(|words| {
        let told = navigation::web_address(words);
        address = address.take().or_else(|| told.map(str::to_owned));
        told.is_none()
    });
    // What was written as references has not passed the gate yet.
    let paragraphs = paragraphs.iter().map(|words| decode::clean(words).to_string());
    text::read_paragraphs(paragraphs.collect(), &mut article);
    let told =
        |words: &Option<CleanText>, of_book: &Option<CleanText>| words.clone().or_else(|| of_book.clone());
    article.url = article
        .url
        .or_else(|| address.map(|address| CleanText::line(&address)));
    article.source = told(&article.source, &book.title);
    article.byline = told(&article.byline, &book.authors);
    article.language = told(&article.language, &book.language);
    article.published = article
        .published
        .or_else(|| date_line::published(&book.published));
    article
}
