//! Lines that are no prose: bylines, dates, sources, addresses.

mod words;

use crate::briefing::{Article, CleanText};
use crate::load::calendar::{is_weekday, month};
use crate::load::date_line::{self, DateLine};
use crate::load::paragraphs::{is_finished, single_spaced};
use words::{AGENCIES, BEFORE_BY, CONNECTORS, FOREIGN_BY, NOT_NAMES};

pub(super) use words::{Field, NAMES};

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
        let parts = line
            .split(separator)
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let mut is_certain = false;
        let mut part = |part| match whole(part) {
            Some(fact) => {
                is_certain = true;
                Some(fact)
            }
            None => is_site(part).then(|| Fact::Words(Field::Source, part.to_owned())),
        };
        let facts: Option<Vec<Fact>> = parts.map(&mut part).collect();
        facts.filter(|facts| facts.len() > 1 && is_certain)
    };
    [" | ", "|", " · ", " • ", " / "]
        .into_iter()
        .filter(|separator| line.contains(separator))
        .find_map(separated)
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

/// "post.example": the name of a site, which only stands for one beside other metadata.
fn is_site(line: &str) -> bool {
    let labels: Vec<&str> = line.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let has_ending = labels
        .last()
        .is_some_and(|last| last.len() > 1 && last.bytes().all(|byte| byte.is_ascii_lowercase()));
    labels.len() > 1 && has_ending && labels.iter().all(is_label)
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

/// `names` without the "By" of another language. Many a name begins so ("Von Trapp"): it goes where at least two words are
/// left, as names have them.
pub(super) fn without_foreign_by(names: &str) -> &str {
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    let rest = names.split_once(' ').filter(|(by, _)| FOREIGN_BY.contains(by));
    match rest {
        Some((_, rest))
            if rest
                .split_whitespace()
                .take(2)
                .filter(|word| is_name(word))
                .count()
                == 2 =>
        {
            rest.trim()
        }
        _ => names,
    }
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
    [", ", " - ", " – ", " — ", " on ", " "]
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

/// "By Ida Holm" → "Ida Holm".
pub(super) fn without_by(line: &str) -> &str {
    let lead = line.get(..3).filter(|lead| lead.eq_ignore_ascii_case("by "));
    lead.and_then(|lead| line.get(lead.len()..))
        .map_or(line, str::trim)
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
    let line = CleanText::line(if field == Field::Byline {
        without_foreign_by(without_by(words.trim()))
    } else {
        words
    });
    if line.is_empty() {
        return;
    }
    let slot = match field {
        Field::Url if !is_url(&line) => return,
        // "words: 512"
        Field::Byline if !line.contains(char::is_alphabetic) => return,
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
