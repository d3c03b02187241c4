//! E-books (EPUB) → articles: each chapter is one, in reading order.

use std::io::Cursor;

use rbook::Epub;

use crate::briefing::{Article, CleanText, Format};
use crate::load::archive::{Budget, check_sizes};
use crate::load::found::Found;
use crate::load::{date_line, decode, fragment, guard, text};

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
    if let Err(reason) = check_sizes(bytes, &mut Budget::new(bytes.len(), found.limits)) {
        return found.bad(&reason);
    }
    let opened = guard::guarded("rbook", || take_apart(bytes));
    let (book, chapters) = match opened {
        Ok(Ok(opened)) => opened,
        Ok(Err(reason)) => return found.bad(&format!("this e-book is damaged: {reason}; download it again")),
        Err(failed) => return found.failed(&failed),
    };
    let before = found.len();
    for (name, page) in chapters {
        if found.is_full() {
            return;
        }
        match page {
            Ok(page) => {
                let article = chapter(&page, &book, found.blank(Format::Epub));
                // Covers, half titles and the like have no text.
                if !article.text.is_empty() {
                    found.entry(&name, article);
                }
            }
            Err(reason) => found.bad_entry(&format!(
                "this chapter is damaged: {reason}; download the book again"
            )),
        }
    }
    if found.len() == before {
        found.bad("there is no text in this e-book, perhaps pictures of pages");
    }
}

fn take_apart(bytes: &[u8]) -> Result<(Book, Vec<Chapter>), String> {
    let epub = Epub::options()
        .skip_toc(true)
        .read(Cursor::new(bytes.to_vec()))
        .map_err(|error| error.to_string())?;
    let metadata = epub.metadata();
    let line = |words: &str| Some(CleanText::line(&decode::clean(words))).filter(|line| !line.is_empty());
    let authors: Vec<&str> = metadata.creators().map(|creator| creator.value()).collect();
    let book = Book {
        title: metadata.title().and_then(|title| line(title.value())),
        authors: line(&authors.join(", ")),
        published: metadata
            .published_entry()
            .map_or_else(String::new, |entry| entry.value().to_owned()),
        language: metadata.language().and_then(|language| line(language.value())),
    };
    let chapters = epub.reader().map(|content| match content {
        Ok(content) => {
            let name = content.manifest_entry().href_raw().as_str().to_owned();
            (name, Ok(content.into_string()))
        }
        Err(error) => (String::new(), Err(error.to_string())),
    });
    Ok((book, chapters.collect()))
}

fn chapter(page: &str, book: &Book, mut article: Article) -> Article {
    let fragment::Pieces {
        mut paragraphs,
        heading,
        ..
    } = fragment::pieces(&decode::clean(page));
    if let Some(place) = heading.filter(|place| *place < paragraphs.len()) {
        article.title = Some(CleanText::line(&paragraphs.remove(place)));
    }
    article.source.clone_from(&book.title);
    article.byline.clone_from(&book.authors);
    article.language.clone_from(&book.language);
    article.published = date_line::published(&book.published);
    text::read_paragraphs(paragraphs, &mut article);
    article
}
