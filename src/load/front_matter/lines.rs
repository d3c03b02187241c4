//! Front matter that is not well-formed, read line by line: `name: value`, below it the items of a list, the fields of a
//! table or more words.

use super::loose::{Entries, Loose};

/// What stands for a value that is told on the lines below.
const BELOW: [&str; 6] = ["|", ">", "|-", ">-", "|+", ">+"];

/// Whether the first line with words names a field.
pub(in crate::load) fn begin(matter: &str) -> bool {
    let mut lines = matter.lines().filter(|line| !is_passed_over(line));
    lines.next().is_some_and(|line| field(line).is_some())
}

/// The fields that `matter` has; none where some line of it belongs to no field.
pub(in crate::load) fn read(matter: &str) -> Option<Entries> {
    let mut entries = Entries::new();
    let mut after_blank = false;
    for line in matter.lines() {
        let words = line.trim();
        if is_passed_over(line) {
            after_blank |= words.is_empty();
            continue;
        }
        if let Some((name, words)) = field(line) {
            entries.push((name.to_owned(), value(words)));
        } else {
            let is_below = line.starts_with([' ', '\t']) || words.starts_with("- ");
            let (_, last) = entries.last_mut().filter(|_| is_below || !after_blank)?;
            go_on(last, words);
        }
        after_blank = false;
    }
    (!entries.is_empty()).then_some(entries)
}

/// Whether `name` can be the name of a field: one word.
pub(super) fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_alphabetic() || first == '_')
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.'))
}

/// A blank line or a remark.
fn is_passed_over(line: &str) -> bool {
    let words = line.trim();
    words.is_empty() || words == "#" || words.starts_with("# ")
}

/// The name and value of a field that `line` begins.
fn field(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_apart = value.is_empty() || value.starts_with(char::is_whitespace);
    (is_apart && is_name(name)).then(|| (name, value.trim()))
}

/// Adds a line below a field to its value.
fn go_on(last: &mut Loose, words: &str) {
    if let Some(item) = words.strip_prefix("- ") {
        return last.add(unquoted(item.trim()));
    }
    let is_field = field(words).is_some_and(|(name, words)| last.add_field(name, Loose::of(unquoted(words))));
    if !is_field {
        last.go_on(words);
    }
}

fn value(words: &str) -> Loose {
    if words.is_empty() || BELOW.contains(&words) {
        return Loose::default();
    }
    let inner = words
        .strip_prefix('[')
        .and_then(|words| words.strip_suffix(']'))
        .filter(|inner| !inner.starts_with('['));
    match inner {
        Some(items) => Loose::list(items.split(',').map(|item| Loose::of(unquoted(item.trim())))),
        None => Loose::of(unquoted(words)),
    }
}

/// `words` without the quotation marks around them, be there others within or not.
fn unquoted(words: &str) -> &str {
    ['"', '\'']
        .into_iter()
        .find_map(|mark| words.strip_prefix(mark)?.strip_suffix(mark))
        .unwrap_or(words)
}
