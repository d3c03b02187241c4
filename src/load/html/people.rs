//! Names of those who wrote a page, without what stands beside them.

use dom_query::NodeRef;

use super::nodes::words_within;
use crate::load::calendar::month;
use crate::load::date_line;

/// What programs call whoever put a page on a site, in lower case.
const NOBODY: &[&str] = &[
    "admin",
    "administrator",
    "webmaster",
    "wpadmin",
    "root",
    "editor",
    "superuser",
    "-",
];

/// The longest byline, in bytes.
const LONGEST_BYLINE: usize = 200;

/// The names in a field that ought to have them, if it has any.
pub(super) fn names_of_field(words: &str) -> Option<&str> {
    let names = names_in(words);
    let is_nobody = NOBODY.contains(&names.to_lowercase().as_str());
    (!is_nobody && !words.contains("://") && names.len() < LONGEST_BYLINE).then_some(names)
}

/// The names in `words`, without "By" before them and an account, a post or a date after them.
fn names_in(words: &str) -> &str {
    let words = words
        .strip_prefix("By ")
        .or_else(|| words.strip_prefix("by "))
        .unwrap_or(words);
    let end = [" | ", " • ", " · ", " @", " / "]
        .into_iter()
        .filter_map(|mark| words.find(mark))
        .min();
    let names = words.get(..end.unwrap_or(words.len())).unwrap_or_default();
    let Some(number) = names.find(|character: char| character.is_ascii_digit()) else {
        return names.trim();
    };
    // The month goes with its day.
    let before = names.get(..number).unwrap_or_default().trim_end();
    let (start, last) = before.rsplit_once(' ').unwrap_or(("", before));
    if month(last).is_some() {
        start.trim()
    } else {
        before.trim_end_matches([',', '-', '–', '—', ' '])
    }
}

/// `names` without accounts, addresses and "3 hours ago" among and after them.
pub(super) fn tidied(names: &str) -> String {
    let mut kept: Vec<String> = Vec::new();
    for part in names.split(", ") {
        let words = part.split_whitespace().filter(|word| !is_account(word));
        let part = words.collect::<Vec<_>>().join(" ");
        let is_when = date_line::read(&format!("posted {part}")).is_some();
        if !part.is_empty() && !is_when {
            kept.push(part);
        }
    }
    kept.join(", ")
}

/// Whether a word is the name of an account, or an address of mail.
pub(super) fn is_account(word: &str) -> bool {
    let word = word.trim_matches(['(', ')', ',', '|']);
    word.len() > 1 && word.contains('@') && !word.contains(char::is_whitespace)
}

/// How far above the first author the others are looked for, and how long, in letters, what holds them all may be.
const STEPS: usize = 3;
const LONGEST_TOGETHER: usize = 200;

/// The first of `authors` that has a name, and who stands beside it.
pub(super) fn together(authors: &[NodeRef<'_>]) -> Vec<String> {
    let words = |author: &NodeRef<'_>| words_within(author, LONGEST_BYLINE);
    let mut named = authors.iter().filter(|author| !words(author).is_empty());
    let Some(first) = named.next() else {
        return Vec::new();
    };
    let around = first
        .ancestors_it(Some(STEPS))
        .take_while(|around| around.normalized_char_count() <= LONGEST_TOGETHER)
        .last();
    let mut names = vec![words(first)];
    let Some(around) = around else { return names };
    for author in named {
        let is_beside = author.ancestors_it(Some(STEPS)).any(|node| node.id == around.id);
        let name = words(author);
        // One element may hold another for the same person.
        if is_beside && !names.iter().any(|known| known.contains(&name)) {
            names.push(name);
        }
    }
    names
}
