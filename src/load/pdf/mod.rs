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

use std::borrow::Cow;

use crate::briefing::{Article, CleanText, Format, Written};
use crate::load::document::{self, Parts, Properties};
use crate::load::error::LoadError;
use crate::load::found::Found;
use crate::load::limits::Deadline;
use crate::load::{Loaded, symbols};
use printed::{Answer, Printed};

pub use process::take_pdfs_apart_with;
pub use worker::{PDF_WORKER, take_pdf_apart};

/// Reads a PDF.
pub(in crate::load) fn read(bytes: &[u8], found: &mut Found<'_>) {
    let printed = match process::ask(bytes, &found.deadline) {
        Ok(Answer::Printed(printed)) => printed,
        Ok(Answer::Locked) => {
            return found.bad(
                "this PDF is locked with a password; open it with a viewer of PDFs, and save or print it without one",
            );
        }
        Ok(Answer::Damaged(reason)) => {
            return found.bad(&format!("this PDF is damaged: {reason}; download it again"));
        }
        Err(_) if found.deadline.is_over() => return late(found),
        Err(reason) => return found.bad(&reason),
    };
    if printed.pages.iter().all(|page| page.lines.is_empty()) {
        return found.bad(
            "there is no text in this PDF, only pictures of pages; run it through a program that recognises text (OCR) \
             first",
        );
    }
    let mut article = found.blank(Format::Pdf);
    if fill(printed, &found.deadline, &mut article).is_none() {
        return late(found);
    }
    let written = Written::default();
    found.only(Ok(Loaded { article, written }));
}

fn late(found: &mut Found<'_>) {
    found.only(Err(LoadError::late(found.name(), &found.deadline)));
}

/// Makes an article of what is printed; `None` where there is no time for it.
fn fill(mut printed: Printed, deadline: &Deadline, article: &mut Article) -> Option<()> {
    let failed = printed.pages.iter().filter(|page| page.failed).count();
    let pages = printed.pages.iter_mut();
    let mut pages: Vec<_> = pages.map(|page| std::mem::take(&mut page.lines)).collect();
    for line in pages.iter_mut().flatten() {
        if let Cow::Owned(told) = symbols::told(&line.words) {
            line.words = told;
        }
    }
    let running = running::taken_out(&mut pages, deadline)?;
    let mut read = Vec::with_capacity(pages.len());
    for lines in pages {
        if deadline.is_over() {
            return None;
        }
        read.push(columns::in_reading_order(lines));
    }
    let flow::Flow { paragraphs, title } = flow::flow(&read, deadline)?;
    let parts = Parts {
        paragraphs,
        title,
        properties: Properties {
            title: told_title(&printed.title).to_owned(),
            author: printed.author,
            created: printed.created,
            language: printed.language,
        },
        ..Parts::default()
    };
    document::fill(parts, article);
    article.url = article.url.take().or_else(|| running::address(&running));
    article.published = article.published.or_else(|| running::date(&running));
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
    Some(())
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

#[cfg(test)]
mod tests {
    use super::printed::{Line, Page};
    use super::*;
    use crate::load::Limits;

    fn printed(lines: &[&str]) -> Printed {
        let line = |(words, place): (&&str, u8)| Line {
            words: (*words).to_owned(),
            left: 50.0,
            right: 250.0,
            y: f32::from(place) * 12.0,
            size: 10.0,
        };
        let page = Page {
            lines: lines.iter().zip(0..).map(line).collect(),
            ..Page::default()
        };
        Printed {
            pages: vec![page],
            ..Printed::default()
        }
    }

    #[test]
    fn signs_of_fonts_part_the_items_of_a_list() {
        let printed = printed(&[
            "\u{f0b7} The ferry was full on",
            "Monday",
            "\u{f0b7} the lock was shut",
        ]);
        let mut article = Article::default();
        let filled = fill(printed, &Deadline::new(&Limits::default()), &mut article);
        assert!(filled.is_some());
        assert_eq!(
            article.text.as_str(),
            "• The ferry was full on Monday\n\n• the lock was shut"
        );
    }

    #[test]
    fn where_there_is_no_time_there_is_no_article() {
        let none = Limits {
            work: std::time::Duration::ZERO,
            ..Limits::default()
        };
        let printed = printed(&["The ferry was full."]);
        assert_eq!(
            fill(printed, &Deadline::new(&none), &mut Article::default()),
            None
        );
    }
}
