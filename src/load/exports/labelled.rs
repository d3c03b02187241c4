//! Articles with labelled fields (Nexis, `ProQuest`): a block without labels at the head (headline, source, date, in an
//! order that differs), fields, the body, more fields.

use super::labels::{self, Field};
use super::{Told, is_copyright, without_by};
use crate::briefing::{Article, CleanText, language};
use crate::load::date_line;

/// Where in an article one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the block at the head.
    Head,
    /// In a field.
    Field(Field),
    /// After a field: what comes next is another, or the body.
    Between,
    Body,
    /// After the body.
    Tail,
}

/// Reads the fields of an article into `article`.
pub(super) fn read(lines: &[&str], article: &mut Article) -> Told {
    let mut told = Told::default();
    let mut head: Vec<&str> = Vec::new();
    let mut place = Place::Head;
    let mut values: Vec<(Field, String)> = Vec::new();
    for line in lines {
        let words = line.trim();
        if let Some((field, rest)) = labels::of(words).filter(|(field, _)| is_expected(*field, words, place))
        {
            place = match field {
                Field::Body => Place::Body,
                Field::Tail => Place::Tail,
                field => Place::Field(field),
            };
            match place {
                Place::Body => told.body.push_str(rest),
                Place::Field(field) => values.push((field, rest.to_owned())),
                _ => {}
            }
            continue;
        }
        match place {
            Place::Head if words.is_empty() => head.push(""),
            Place::Head => head.push(words),
            Place::Field(_) if words.is_empty() => place = Place::Between,
            Place::Field(_) => {
                if let Some((_, value)) = values.last_mut() {
                    value.push(' ');
                    value.push_str(words);
                }
            }
            Place::Between if words.is_empty() || is_copyright(words) => {}
            Place::Between | Place::Body => {
                place = Place::Body;
                told.body.push_str(line);
                told.body.push('\n');
            }
            Place::Tail => {}
        }
    }
    for (field, value) in values {
        fill(field, &value, article, &mut told);
    }
    read_head(&head, article);
    told
}

/// Whether a label may stand here: in the body, a line that begins like a field at the head is a line of the body, and
/// only labels as the database writes them end it.
fn is_expected(field: Field, line: &str, place: Place) -> bool {
    let begun = matches!(place, Place::Body | Place::Tail);
    match field {
        Field::Head | Field::Byline | Field::Standfirst | Field::Dateline => !begun,
        Field::Body => place != Place::Body,
        // "LANGUAGE: ENGLISH", "Load-Date: …", "Classification", "Publication title: …"
        _ => !begun || line.starts_with(|first: char| first.is_ascii_uppercase()),
    }
}

fn fill(field: Field, value: &str, article: &mut Article, told: &mut Told) {
    let line = CleanText::line(value);
    if line.is_empty() {
        return;
    }
    match field {
        Field::Title => article.title = Some(line),
        Field::Standfirst => article.standfirst = Some(line),
        Field::Byline => article.byline = Some(CleanText::line(without_by(&line))),
        Field::Dateline => article.dateline = Some(line),
        Field::Source => article.source = Some(line),
        Field::Published => article.published = date_line::published(&line),
        Field::Language => article.language = Some(CleanText::line(&language::primary(&line))),
        Field::Address if line.starts_with("http") => article.url = Some(line),
        Field::Identity => told.identity = Some(line.to_string()),
        Field::Address | Field::Body | Field::Head | Field::Tail => {}
    }
}

/// Reads the block at the head: one line before the date is the source, and the headline comes after; of more lines, the
/// last is the source and the headline came before.
fn read_head(head: &[&str], article: &mut Article) {
    let head: Vec<&str> = head.iter().copied().filter(|line| !is_copyright(line)).collect();
    let date = head.iter().position(|line| date_line::published(line).is_some());
    let Some(date) = date else {
        let title = head.iter().find(|line| !line.is_empty());
        return set(&mut article.title, title.copied());
    };
    article.published = article
        .published
        .or_else(|| date_line::published(head.get(date)?));
    let before: Vec<&str> = non_blank(head.get(..date).unwrap_or_default());
    match before.as_slice() {
        [source] => {
            set(&mut article.source, Some(source));
            let after = head.get(date + 1..).unwrap_or_default();
            let title = paragraphs(after).into_iter().find(|words| !is_edition(words));
            set(&mut article.title, title.as_deref());
        }
        [title @ .., source] => {
            set(&mut article.source, Some(source));
            set(&mut article.title, Some(&title.join(" ")));
        }
        [] => {}
    }
}

fn set(field: &mut Option<CleanText>, words: Option<&str>) {
    let line = words.map(CleanText::line).filter(|line| !line.is_empty());
    if field.is_none() {
        *field = line;
    }
}

fn non_blank<'l>(lines: &[&'l str]) -> Vec<&'l str> {
    lines.iter().copied().filter(|line| !line.is_empty()).collect()
}

fn paragraphs(lines: &[&str]) -> Vec<String> {
    let blocks = lines.split(|line| line.is_empty());
    blocks
        .filter(|block| !block.is_empty())
        .map(|block| block.join(" "))
        .collect()
}

/// "Late Edition - Final", "First Edition".
fn is_edition(words: &str) -> bool {
    let words = words.to_lowercase();
    words.contains("edition") && words.split_whitespace().count() <= 6
}
