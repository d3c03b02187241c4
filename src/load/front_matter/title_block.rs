//! The first lines of a file for Pandoc: `% title`, `% author; author`, `% date`.

use super::loose::{Entries, Loose};

/// What the lines tell, in this order.
const FIELDS: [&str; 3] = ["title", "author", "date"];

/// The fields of the lines with a `%` that `text` begins with, and the text after them.
pub(super) fn split(text: &str) -> Option<(Entries, &str)> {
    let mut rest = text;
    let mut entries = Entries::new();
    for name in FIELDS {
        let Some(line) = rest.strip_prefix('%') else {
            break;
        };
        let (words, after) = line.split_once('\n').unwrap_or((line, ""));
        if !words.is_empty() && !words.starts_with(' ') {
            return None;
        }
        let authors = words.split(';').map(|words| Loose::of(words.trim()));
        let mut value = if name == "author" {
            Loose::list(authors)
        } else {
            Loose::of(words.trim())
        };
        rest = after;
        // A line that is set in goes on with the one before.
        while rest.starts_with(' ')
            && let Some((words, after)) = rest.split_once('\n')
        {
            value.go_on(words.trim());
            rest = after;
        }
        entries.push((name.to_owned(), value));
    }
    (!entries.is_empty()).then_some((entries, rest))
}
