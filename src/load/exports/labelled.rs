//! Articles with labelled fields (Nexis, `ProQuest`): a block without labels at the head (headline, source, date, in an
//! order that differs), fields, the body, more fields.

use super::labels::{self, Field};
use super::{Told, is_copyright};
use crate::briefing::{Article, CleanText, language};
use crate::load::date_line;
use crate::load::metadata::without_by;

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

/// Below the heading of a field of the tail, another field comes within as many lines.
const TAIL_LINES: usize = 6;

/// Below a label with what it tells beside it, another comes within as many lines, where it is in capitals and where it is
/// not.
const NEXT_LINES: [usize; 2] = [3, 1];

/// So many lines may go on with what a label in capitals tells: those databases that write it so cut their lines.
const LONGEST_VALUE: usize = 40;

/// The most words of a date in whatever language.
const LONGEST_DATE: usize = 7;

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
    let below = read_head(&reader.head, article);
    // Where the labels are none that are known, all of the article stands in the block at the head.
    if told.body.trim().is_empty() {
        told.body = below;
    }
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
    /// and only labels as the database writes them, with more of them below, end it.
    fn is_expected(&self, field: Field, line: &str, after: &[&str]) -> bool {
        let is_tail = self.place == Place::Tail;
        let begun = self.place == Place::Body || is_tail;
        match field {
            Field::Body => self.place != Place::Body,
            field if stands_at_head(field) => !begun,
            // "Graphic", "Classification": a word of the story too, unless fields follow.
            Field::Tail if labels::is_heading(line) => has_fields(after, TAIL_LINES),
            // At the head, only what ends the article could be a line of its own.
            field if !begun && field != Field::Tail => true,
            // "LANGUAGE: ENGLISH", "Load-Date: …", "Publication title: …": what the story tells may begin so too.
            _ => line.starts_with(char::is_uppercase) && (is_tail || goes_on(line, after)),
        }
    }
}

/// Whether fields go on below a line with a label and what it tells.
fn goes_on(line: &str, after: &[&str]) -> bool {
    let label = line.split(':').next().unwrap_or_default();
    let [in_capitals, in_small_letters] = NEXT_LINES;
    if label.contains(char::is_lowercase) {
        return has_fields(after, in_small_letters);
    }
    let of_value = after.iter().take(LONGEST_VALUE);
    let length = of_value.take_while(|line| !line.trim().is_empty() && labels::of(line).is_none());
    has_fields(after.get(length.count()..).unwrap_or_default(), in_capitals)
}

/// Whether a field stands among the next lines, or there is nothing but the copyright.
fn has_fields(after: &[&str], within: usize) -> bool {
    let mut next = after
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .take(within)
        .peekable();
    let of_tail = |line: &str| {
        let field = labels::of(line).map(|(field, _)| field);
        field.is_some_and(|field| !stands_at_head(field)) || is_copyright(line)
    };
    next.peek().is_none() || next.any(of_tail)
}

/// Whether a field stands before the body alone. (Who wrote an article `ProQuest` may tell below it.)
fn stands_at_head(field: Field) -> bool {
    use Field::{Body, Dateline, Head, Standfirst};
    matches!(field, Head | Standfirst | Dateline | Body)
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
        Field::Language => article.language = Some(CleanText::line(&language::primary(first_of(&line)))),
        Field::Address if line.starts_with("http") => article.url = Some(line),
        Field::Identity => told.identity = Some(line.to_string()),
        Field::Address | Field::Body | Field::Head | Field::Tail => {}
    }
}

/// "GERMAN; DEUTSCH": the name in English comes first.
fn first_of(names: &str) -> &str {
    names.split(';').next().unwrap_or_default().trim()
}

/// Reads the block at the head: one line before the date is the source, and the headline comes after; of more lines, the
/// last is the source and the headline came before. Gives what stands below all that.
fn read_head(head: &[&str], article: &mut Article) -> String {
    let head: Vec<&str> = head.iter().copied().filter(|line| !is_copyright(line)).collect();
    let date = head.iter().position(|line| date_line::published(line).is_some());
    let date = date.or_else(|| head.iter().position(|line| looks_like_date(line)));
    let Some(date) = date else {
        let title = head.iter().position(|line| !line.is_empty()).unwrap_or_default();
        set(&mut article.title, head.get(title).copied());
        let below = head.get(title + 1..).unwrap_or_default();
        let byline = article
            .source
            .as_ref()
            .and_then(|source| cited_authors(below.iter().copied(), source));
        set(&mut article.byline, byline);
        return below.join("\n");
    };
    article.published = article
        .published
        .or_else(|| head.get(date).and_then(|line| date_line::published(line)));
    let before: Vec<&str> = non_blank(head.get(..date).unwrap_or_default());
    let after = head.get(date + 1..).unwrap_or_default();
    let (headline, below) = headline(after);
    match before.as_slice() {
        [source] => {
            set(&mut article.source, Some(source));
            set(&mut article.title, headline.as_deref());
            return below.join("\n");
        }
        [title @ .., source] => {
            set(&mut article.source, Some(source));
            set(&mut article.title, Some(&title.join(" ")));
        }
        [] => {}
    }
    let lines = after.iter().copied().filter(|line| !is_edition(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// "7. Oktober 2025 Dienstag", "7 de octubre de 2025": a day and a year, in a language that is not read.
fn looks_like_date(line: &str) -> bool {
    let words = || line.split([' ', ',', '.']).filter(|word| !word.is_empty());
    let has = |is_it: fn(u16) -> bool| words().any(|word| word.parse().is_ok_and(is_it));
    words().count() <= LONGEST_DATE
        && has(|number| (1..=31).contains(&number))
        && has(|year| (1900..2100).contains(&year))
}

/// The headline below a date, which may have a line about the edition before it, and what stands below.
fn headline<'h, 'l>(after: &'h [&'l str]) -> (Option<String>, &'h [&'l str]) {
    let mut rest = after;
    while let Some(start) = rest.iter().position(|line| !line.is_empty()) {
        let block = rest.get(start..).unwrap_or_default();
        let end = block.iter().position(|line| line.is_empty());
        let (words, below) = block.split_at(end.unwrap_or(block.len()));
        let words = words.join(" ");
        if !is_edition(&words) {
            return (Some(words), below);
        }
        rest = below;
    }
    (None, rest)
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

/// "Late Edition - Final", "First Edition".
fn is_edition(words: &str) -> bool {
    let words = words.to_lowercase();
    words.contains("edition") && words.split_whitespace().count() <= 6
}
