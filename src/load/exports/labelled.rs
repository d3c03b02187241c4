//! Articles with labelled fields (Nexis, `ProQuest`): a block without labels at the head (headline, source, date, in an
//! order that differs), fields, the body, more fields.

use super::labels::{self, Field};
use super::{Told, is_copyright, without_by};
use crate::briefing::{Article, CleanText, language};
use crate::load::date_line;

/// Where in an article one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Place {
    /// In the block at the head.
    #[default]
    Head,
    /// In a field.
    Field(Field),
    /// After a field: what comes next is another, or the body.
    Between,
    Body,
    /// After the body.
    Tail,
}

/// A label before the body stands among as many lines at the head.
const HEAD_LINES: usize = 60;

/// Below the name of a field of the tail, another field comes within as many lines.
const TAIL_LINES: usize = 6;

/// Reads the fields of an article into `article`.
pub(super) fn read(lines: &[&str], article: &mut Article) -> Told {
    let mut reader = Reader::default();
    let is_body = |line: &&str| labels::of(line).is_some_and(|(field, _)| field == Field::Body);
    reader.body_is_named = lines.iter().take(HEAD_LINES).any(is_body);
    let mut rest = lines;
    while let [line, after @ ..] = rest {
        reader.take(line, after);
        rest = after;
    }
    let mut told = Told::default();
    for (field, value) in &reader.values {
        fill(*field, value, article, &mut told);
    }
    // What no label tells the meaning of is not lost.
    told.body = reader.strays;
    told.body.push_str(&reader.body);
    read_head(&reader.head, article);
    told
}

/// Lines of an article, taken one by one.
#[derive(Default)]
struct Reader<'l> {
    place: Place,
    /// A label stands before the body, so that nothing before that label is of the body.
    body_is_named: bool,
    head: Vec<&'l str>,
    values: Vec<(Field, String)>,
    /// The last of them has had its heading alone.
    is_awaited: bool,
    /// Lines before the body that belong to no field.
    strays: String,
    body: String,
}

impl<'l> Reader<'l> {
    /// Takes `line`, which stands before the lines `after`.
    fn take(&mut self, line: &'l str, after: &[&str]) {
        let words = line.trim();
        let label = labels::of(words).filter(|(field, _)| self.is_expected(*field, words, after));
        if let Some((field, rest)) = label {
            self.is_awaited = labels::is_heading(words);
            return self.begin(field, rest);
        }
        match self.place {
            Place::Head | Place::Field(_) | Place::Between if is_link(words) => {}
            Place::Head => self.head.push(words),
            Place::Field(_) => self.go_on(words),
            Place::Between if words.is_empty() || is_copyright(words) => {}
            Place::Between if self.body_is_named => {
                self.strays.push_str(line);
                self.strays.push_str("\n\n");
            }
            Place::Between | Place::Body => {
                self.place = Place::Body;
                self.body.push_str(line);
                self.body.push('\n');
            }
            Place::Tail => {}
        }
    }

    /// Begins a field with what stands beside its label.
    fn begin(&mut self, field: Field, rest: &str) {
        self.place = match field {
            Field::Body => Place::Body,
            Field::Tail => Place::Tail,
            field => Place::Field(field),
        };
        match self.place {
            Place::Body => {
                self.body_is_named = false;
                self.body.push_str(rest);
            }
            Place::Field(field) => self.values.push((field, rest.to_owned())),
            _ => {}
        }
    }

    /// Goes on with a field on its next line; a blank line ends it.
    fn go_on(&mut self, words: &str) {
        if words.is_empty() {
            if !self.is_awaited {
                self.place = Place::Between;
            }
        } else if let Some((_, value)) = self.values.last_mut() {
            value.push(' ');
            value.push_str(words);
            self.is_awaited = false;
        }
    }

    /// Whether a label may stand here: in the body, a line that begins like a field at the head is a line of the body,
    /// and only labels as the database writes them end it.
    fn is_expected(&self, field: Field, line: &str, after: &[&str]) -> bool {
        let begun = matches!(self.place, Place::Body | Place::Tail);
        let is_heading = labels::is_heading(line);
        match field {
            Field::Head | Field::Byline | Field::Standfirst | Field::Dateline => !begun,
            Field::Body => self.place != Place::Body,
            // "Graphic", "Classification": a word of the story too, unless fields follow.
            Field::Tail if is_heading => has_fields(after),
            // "LANGUAGE: ENGLISH", "Load-Date: …", "Classification", "Publication title: …"
            _ => !begun || line.starts_with(|first: char| first.is_ascii_uppercase()),
        }
    }
}

/// Whether a field stands among the next lines, or there are none.
fn has_fields(after: &[&str]) -> bool {
    let mut next = after
        .iter()
        .filter(|line| !line.trim().is_empty())
        .take(TAIL_LINES)
        .peekable();
    next.peek().is_none() || next.any(|line| labels::of(line).is_some())
}

/// "`ProQuest` document link", or the address that the link led to.
fn is_link(line: &str) -> bool {
    let is_address = ["http://", "https://"]
        .iter()
        .any(|scheme| line.starts_with(scheme));
    (is_address && !line.contains(char::is_whitespace)) || line.eq_ignore_ascii_case("ProQuest document link")
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
        let mut lines = head.iter().copied().filter(|line| !line.is_empty());
        set(&mut article.title, lines.next());
        let byline = article
            .source
            .as_ref()
            .and_then(|source| cited_authors(lines, source));
        return set(&mut article.byline, byline);
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

/// Who stands before the paper in "Holm, Ida. The Mellby Post; Mellby. 04 Sep 2025: 4."
fn cited_authors<'l>(mut lines: impl Iterator<Item = &'l str>, source: &str) -> Option<&'l str> {
    let paper = format!(". {source}");
    lines.find_map(|line| Some(line.split_once(paper.as_str())?.0))
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
