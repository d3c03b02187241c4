//! The page that Nexis Uni puts before the first article: who asked, when, for what, and a list of what was found.

use super::{is_copyright, is_length};
use crate::load::date_line;

/// What such a page tells, in lower case.
const LABELS: &[&str] = &[
    "user name",
    "date and time",
    "job number",
    "client/matter",
    "search terms",
    "search type",
    "narrowed by",
];

/// As many lines of a head stand before its date: headline and paper.
const BEFORE_DATE: usize = 2;

/// How many of the `lines` of an article are those of such a page before it.
pub(super) fn length(lines: &[&str]) -> usize {
    let Some(before) = lines
        .iter()
        .position(|line| ends_head(line.trim()))
        .and_then(|end| lines.get(..end))
    else {
        return 0;
    };
    let Some(cover) = before.iter().rposition(|line| is_of_cover(line)) else {
        return 0;
    };
    // Back from the end of the head to the blank line before its headline.
    let mut start = before.len();
    let mut after_date = None;
    for (place, line) in before.iter().enumerate().skip(cover + 1).rev() {
        let is_whole = after_date.is_some_and(|count| count >= BEFORE_DATE);
        if line.trim().is_empty() && is_whole {
            break;
        }
        if line.trim().is_empty() {
            continue;
        }
        start = place;
        after_date = match after_date {
            Some(count) => Some(count + 1),
            None => date_line::published(line.trim()).map(|_| 0),
        };
    }
    start
}

/// Whether the head of an article is over with `line`.
fn ends_head(line: &str) -> bool {
    is_copyright(line) || is_length(line) || line.starts_with("Section:")
}

fn is_of_cover(line: &str) -> bool {
    let label = line.split_once(':').map(|(label, _)| label.trim().to_lowercase());
    label.is_some_and(|label| LABELS.contains(&label.as_str()))
}
