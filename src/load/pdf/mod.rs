//! PDF → [`Article`](crate::briefing::Article).
//!
//! A PDF says where each letter is printed, and no more: lines, columns, paragraphs and what stands at the head of every
//! page are found again here. Parsers of PDF fail in ways that nobody can catch, so that one runs in a process of its
//! own, which has an end to its time and memory.
//!
//! | File | What it is for |
//! |---|---|
//! | `printed` | what that process answers: lines, and where they stand |
//! | `worker` | what it does |
//! | `process` | starting it, and ending it where it takes too long |
//! | `sheet` | letters → lines |
//! | `columns` | lines → the order in which they are read |
//! | `running` | what stands at the head and foot of every page |
//! | `flow` | lines → paragraphs |

mod columns;
mod flow;
mod printed;
mod process;
mod running;
mod sheet;
mod worker;

use crate::briefing::{Article, CleanText, Format, Written};
use crate::load::document::{self, Parts, Properties};
use crate::load::found::Found;
use crate::load::Loaded;
use printed::{Answer, Printed};

pub use process::take_pdfs_apart_with;
pub use worker::{PDF_WORKER, take_pdf_apart};

/// Reads a PDF.
pub(in crate::load) fn read(bytes: &[u8], found: &mut Found<'_>) {
    let printed = match process::ask(bytes, found.deadline.left()) {
        Ok(Answer::Printed(printed)) => printed,
        Ok(Answer::Locked) => {
            return found.bad(
                "this PDF is locked with a password; open it with a viewer of PDFs, and save or print it without one",
            );
        }
        Ok(Answer::Damaged(reason)) => {
            return found.bad(&format!("this PDF is damaged: {reason}; download it again"));
        }
        Err(reason) => return found.bad(&reason),
    };
    if printed.pages.iter().all(|page| page.lines.is_empty()) {
        return found.bad(
            "there is no text in this PDF, only pictures of pages; run it through a program that recognises text (OCR) \
             first",
        );
    }
    let mut article = found.blank(Format::Pdf);
    fill(printed, &mut article);
    let written = Written::default();
    found.only(Ok(Loaded { article, written }));
}

/// Makes an article of what is printed.
fn fill(mut printed: Printed, article: &mut Article) {
    let failed = printed.pages.iter().filter(|page| page.failed).count();
    let pages = printed.pages.iter_mut();
    let mut pages: Vec<_> = pages
        .map(|page| columns::in_reading_order(std::mem::take(&mut page.lines)))
        .collect();
    let running = running::taken_out(&mut pages);
    let flow::Flow { paragraphs, title } = flow::flow(&pages);
    let parts = Parts {
        paragraphs,
        title,
        properties: Properties {
            title: told_title(&printed.title).to_owned(),
            author: printed.author,
            created: printed.created,
            language: printed.language,
        },
    };
    document::fill(parts, article);
    article.url = article.url.take().or_else(|| running::address(&running));
    let mut note = |words: String| article.notes.push(CleanText::line(&words));
    if !running.is_empty() {
        note(format!(
            "Lines at the head and foot of pages were left out: {}.",
            running.len()
        ));
    }
    if failed > 0 {
        note(format!("Pages that could not be read: {failed}."));
    }
}

/// The title that a PDF says it has, unless that is what some program calls a file.
fn told_title(title: &str) -> &str {
    const OF_FILES: [&str; 4] = ["microsoft ", "untitled", "powerpoint ", "about:blank"];
    const ENDINGS: [&str; 6] = [".doc", ".docx", ".indd", ".qxd", ".pdf", ".rtf"];
    let lower = title.trim().to_lowercase();
    let is_file = OF_FILES.iter().any(|start| lower.starts_with(start))
        || ENDINGS.iter().any(|end| lower.ends_with(end));
    if is_file { "" } else { title }
}
