//! Lines that are no prose: bylines, dates, sources, addresses.

use crate::briefing::{Article, CleanText};
use crate::load::date_line::{self, DateLine, is_weekday, month};
use crate::load::paragraphs::{is_finished, single_spaced};

/// What can be told about an article in a line or in front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Standfirst,
    Byline,
    Published,
    Source,
    Url,
    Language,
}

/// Names of fields, in lower case; of several that are there, the one that stands first here is taken.
pub(super) const NAMES: &[(&str, Field)] = &[
    ("title", Field::Title),
    ("headline", Field::Title),
    ("standfirst", Field::Standfirst),
    ("subtitle", Field::Standfirst),
    ("subheading", Field::Standfirst),
    ("subhead", Field::Standfirst),
    ("description", Field::Standfirst),
    ("deck", Field::Standfirst),
    ("dek", Field::Standfirst),
    ("summary", Field::Standfirst),
    ("excerpt", Field::Standfirst),
    ("byline", Field::Byline),
    ("author", Field::Byline),
    ("authors", Field::Byline),
    ("by", Field::Byline),
    ("written by", Field::Byline),
    ("story by", Field::Byline),
    ("reported by", Field::Byline),
    ("words", Field::Byline),
    ("words by", Field::Byline),
    ("writer", Field::Byline),
    ("reporter", Field::Byline),
    ("correspondent", Field::Byline),
    ("published", Field::Published),
    ("published_at", Field::Published),
    ("published_on", Field::Published),
    ("publishdate", Field::Published),
    ("publish_date", Field::Published),
    ("publication_date", Field::Published),
    ("date_published", Field::Published),
    ("datepublished", Field::Published),
    ("pubdate", Field::Published),
    ("date", Field::Published),
    ("created", Field::Published),
    ("updated", Field::Published),
    ("source", Field::Source),
    ("publisher", Field::Source),
    ("publication", Field::Source),
    ("agency", Field::Source),
    ("via", Field::Source),
    ("site", Field::Source),
    ("url", Field::Url),
    ("link", Field::Url),
    ("source_url", Field::Url),
    ("canonical", Field::Url),
    ("canonical_url", Field::Url),
    ("original_url", Field::Url),
    ("permalink", Field::Url),
    ("read more", Field::Url),
    ("read online", Field::Url),
    ("original", Field::Url),
    ("language", Field::Language),
    ("lang", Field::Language),
    ("locale", Field::Language),
];

/// Agencies and papers that sign with their bare name.
const AGENCIES: &[&str] = &[
    "reuters",
    "associated press",
    "the associated press",
    "ap",
    "afp",
    "agence france-presse",
    "upi",
    "dpa",
    "ansa",
    "efe",
    "kyodo",
    "xinhua",
    "tass",
    "interfax",
    "pa",
    "pa media",
    "press association",
    "bloomberg",
    "bloomberg news",
    "bbc",
    "bbc news",
    "cnn",
    "cbs news",
    "nbc news",
    "abc news",
    "npr",
    "al jazeera",
    "euronews",
    "the guardian",
    "the new york times",
    "the washington post",
    "the wall street journal",
    "financial times",
    "the times",
    "deutsche welle",
    "dw",
    "politico",
    "axios",
];

/// What may stand before "by" in a byline, in lower case.
const BEFORE_BY: &[&str] = &[
    "written",
    "reported",
    "reporting",
    "report",
    "story",
    "text",
    "words",
    "interview",
    "interviewed",
    "analysis",
    "review",
    "reviewed",
    "opinion",
    "comment",
    "commentary",
    "essay",
    "feature",
    "translated",
    "compiled",
    "edited",
    "a report",
    "an interview",
    "an analysis",
    "exclusive",
];

/// First words of a line that begins with "By" and names nobody: "By Any Means", "By The Numbers".
const NOT_NAMES: &[&str] = &[
    "a",
    "an",
    "all",
    "any",
    "the",
    "then",
    "now",
    "no",
    "my",
    "our",
    "your",
    "his",
    "her",
    "its",
    "their",
    "this",
    "that",
    "these",
    "those",
    "some",
    "every",
    "land",
    "sea",
    "air",
    "law",
    "contrast",
    "comparison",
    "far",
    "default",
    "design",
    "early",
    "late",
    "mid",
    "noon",
    "midnight",
    "dawn",
    "dusk",
    "nightfall",
    "christmas",
    "easter",
    "popular",
    "virtue",
    "way",
    "order",
];

/// Words in lower case that stand between names.
const CONNECTORS: &[&str] = &[
    "and", "&", "in", "at", "for", "of", "with", "the", "de", "da", "di", "del", "della", "der", "den",
    "van", "von", "bin", "bint", "ibn", "al", "el", "la", "le", "du", "dos", "y", "e", "af", "ter", "ten",
    "from",
];

/// The most words a byline has.
const BYLINE_WORDS: usize = 20;

/// The most words a line has that tells names and dates without a label.
const MOST_WORDS: usize = BYLINE_WORDS + date_line::MOST_WORDS;

/// The most words a byline without "By" has.
const LONGEST_SIGNATURE: usize = 7;

/// One thing that a line tells.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fact {
    /// Words for a field.
    Words(Field, String),
    /// When.
    Date(DateLine),
}

/// What `line` tells, where it is metadata and nothing else; `None` where it is prose or could be.
pub(super) fn read(line: &str) -> Option<Vec<Fact>> {
    // Only words with a label may be as long as prose is; nearly all lines asked about are prose.
    if line.split_whitespace().nth(MOST_WORDS).is_some() {
        return labelled(line).map(|fact| vec![fact]);
    }
    // A byline may end in a date, and by itself would take it for a post ("By Ida Holm, editor").
    if let Some(facts) = byline_and_date(line) {
        return Some(facts);
    }
    if let Some(fact) = whole(line) {
        return Some(vec![fact]);
    }
    let separated = |separator: &str| -> Option<Vec<Fact>> {
        let mut parts = line
            .split(separator)
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let facts: Option<Vec<Fact>> = parts.by_ref().map(whole).collect();
        facts.filter(|facts| facts.len() > 1)
    };
    [" | ", "|", " · ", " • ", " / "].into_iter().find_map(separated)
}

/// What `line` tells, where it says so itself with a label or is a web address. Fit for the end of an article, where nothing else is
/// certain.
pub(super) fn read_labelled(line: &str) -> Option<Fact> {
    match date_line::read(line) {
        Some(date) if date.labelled => Some(Fact::Date(date)),
        _ if is_url(line) => Some(Fact::Words(Field::Url, line.to_owned())),
        _ => labelled(line),
    }
}

fn whole(line: &str) -> Option<Fact> {
    if let Some(date) = date_line::read(line) {
        return Some(Fact::Date(date));
    }
    labelled(line)
        .or_else(|| byline(line).map(|names| Fact::Words(Field::Byline, names)))
        .or_else(|| agency(line).map(|name| Fact::Words(Field::Source, name)))
        .or_else(|| is_url(line).then(|| Fact::Words(Field::Url, line.to_owned())))
}

/// "Source: Reuters"; a date is read elsewhere.
fn labelled(line: &str) -> Option<Fact> {
    let (label, value) = line.split_once(':')?;
    let label = label.trim().trim_matches(['*', '_']).to_lowercase();
    let value = value.trim().trim_start_matches(['*', '_']).trim_start();
    let (_, field) = NAMES.iter().find(|(name, _)| *name == label)?;
    let fits = match field {
        Field::Published => return date_line::read(line).map(Fact::Date),
        Field::Url => is_url(value),
        Field::Title | Field::Standfirst => !value.is_empty(),
        Field::Byline => is_by_somebody(value),
        Field::Source => is_url(value) || (is_brief(value) && !is_finished(value)),
        Field::Language => !value.is_empty() && value.len() <= 20 && !value.contains(' '),
    };
    fits.then(|| Fact::Words(*field, single_spaced(value)))
}

fn is_brief(value: &str) -> bool {
    !value.is_empty() && value.split_whitespace().count() <= 10
}

/// A line that is one web address.
fn is_url(line: &str) -> bool {
    let begins_with = |scheme: &&str| {
        let start = line.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let scheme = ["http://", "https://"].into_iter().find(begins_with);
    scheme.is_some_and(|scheme| line.len() > scheme.len() + 3 && !line.contains(char::is_whitespace))
}

/// "(Reuters)", "Associated Press".
fn agency(line: &str) -> Option<String> {
    let bare = line
        .trim_start_matches(['(', '—', '-', '–', ' '])
        .trim_end_matches([')', '.']);
    let bracketed = line.starts_with('(') && line.ends_with(')');
    let brief =
        bare.split_whitespace().count() <= 4 && bare.starts_with(char::is_uppercase) && !bare.contains(',');
    (is_agency(bare) || (bracketed && brief && !is_finished(bare))).then(|| single_spaced(bare))
}

/// Whether `name` is the bare name of an agency or a paper.
pub(super) fn is_agency(name: &str) -> bool {
    AGENCIES.contains(&name.trim().to_lowercase().as_str())
}

/// "By Jane Doe and John Roe in Paris", "Interview by Jane Doe"; the names, without "By".
fn byline(line: &str) -> Option<String> {
    let (lead, names) = split_by(line)?;
    let lead = lead.trim().to_lowercase();
    let fits = lead.is_empty() || BEFORE_BY.contains(&lead.as_str());
    (fits && is_by_somebody(names.trim())).then(|| single_spaced(names))
}

/// What stands before and after the first word "by" of `line`.
fn split_by(line: &str) -> Option<(&str, &str)> {
    let lower = line.to_ascii_lowercase();
    let place = if lower.starts_with("by ") {
        0
    } else {
        lower.find(" by ")? + 1
    };
    Some((line.get(..place)?, line.get(place + "by ".len()..)?))
}

/// "By Jane Doe, 4 September 2025", "Posted on 4 September 2025 by Jane Doe".
fn byline_and_date(line: &str) -> Option<Vec<Fact>> {
    let pair = |byline_part: &str, date_part: &str| {
        let names = byline(byline_part.trim())?;
        let date = date_line::read(date_part)?;
        Some(vec![Fact::Words(Field::Byline, names), Fact::Date(date)])
    };
    if let Some((date, names)) = split_by(line)
        && let Some(date) = date_line::read(date)
        && is_by_somebody(names.trim())
    {
        return Some(vec![
            Fact::Words(Field::Byline, single_spaced(names)),
            Fact::Date(date),
        ]);
    }
    [", ", " - ", " – ", " — ", " on "]
        .into_iter()
        .find_map(|separator| {
            line.match_indices(separator).find_map(|(place, _)| {
                let (names, date) = (line.get(..place)?, line.get(place + separator.len()..)?);
                pair(names, date)
            })
        })
}

/// Whether `names` can be the people who wrote an article: capitalised words with a few connectors, and after a comma
/// perhaps what they are ("political correspondent").
fn is_by_somebody(names: &str) -> bool {
    let count = names.split_whitespace().count();
    if count == 0 || count > BYLINE_WORDS || ends_as_sentence(names) {
        return false;
    }
    if is_agency(names) {
        return true;
    }
    let mut parts = names.split([',', ';']);
    let people = parts.next().unwrap_or_default();
    let first = people.split_whitespace().next().unwrap_or_default();
    let names_somebody = first.starts_with(char::is_alphabetic)
        && !NOT_NAMES.contains(&first.to_lowercase().as_str())
        && !(month(first).is_some() || is_weekday(first));
    let word_fits = |word: &str| {
        word.starts_with(char::is_uppercase) || word.starts_with(['(', '@']) || CONNECTORS.contains(&word)
    };
    // After a comma there are more names or a post, and neither has a verb: a few words each.
    names_somebody
        && people.split_whitespace().all(word_fits)
        && parts.all(|part| part.split_whitespace().count() <= 6)
        && !names.contains(['"', '“', '?', '!', '|'])
}

/// Whether a line under the headline is the names of those who wrote the article, without "By": "Ida Holm in Mellby".
pub(super) fn is_signature(line: &str) -> bool {
    (2..=LONGEST_SIGNATURE).contains(&line.split_whitespace().count())
        && is_by_somebody(line)
        && !line.contains(':')
}

/// Whether `names` end in a full stop that belongs to no initial or "Jr.".
fn ends_as_sentence(names: &str) -> bool {
    let last = names.split_whitespace().next_back().unwrap_or_default();
    is_finished(names) && !(last.ends_with('.') && last.trim_end_matches('.').chars().count() <= 2)
}

/// Puts what was told into the fields of `article` that are still empty.
pub(super) fn apply(facts: Vec<Fact>, article: &mut Article) {
    let mut updated = None;
    for fact in facts {
        match fact {
            Fact::Words(field, words) => fill(article, field, &words),
            Fact::Date(line) => {
                article.published = article.published.or(line.published);
                updated = updated.or(line.updated);
            }
        }
    }
    article.published = article.published.or(updated);
}

/// Puts `words` into a field of `article` that is still empty.
pub(super) fn fill(article: &mut Article, field: Field, words: &str) {
    if field == Field::Published {
        article.published = article.published.or_else(|| date_line::published(words));
        return;
    }
    let line = CleanText::line(words);
    if line.is_empty() {
        return;
    }
    let slot = match field {
        Field::Url if !is_url(&line) => return,
        Field::Source if is_url(&line) => &mut article.url,
        Field::Url => &mut article.url,
        Field::Source => &mut article.source,
        Field::Title => &mut article.title,
        Field::Standfirst => &mut article.standfirst,
        Field::Byline => &mut article.byline,
        Field::Language => &mut article.language,
        Field::Published => return,
    };
    slot.get_or_insert(line);
}
