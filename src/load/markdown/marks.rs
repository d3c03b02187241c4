//! Marks within Markdown that its common form does not know: links and highlights of Obsidian, instructions to the
//! programs that make a site of it.

use std::borrow::Cow;

use crate::load::front_matter::unlinked;

/// Opening and closing marks of instructions to Hugo and Jekyll.
const TEMPLATE_TAGS: [(&str, &str); 3] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];

/// `words` without links and highlights in them.
pub(super) fn plain(words: &str) -> String {
    unmarked(&unlinked(words)).into_owned()
}

/// `words` without the marks of `==highlights==`.
fn unmarked(words: &str) -> Cow<'_, str> {
    const MARK: &str = "==";
    let is_word =
        |letter: Option<char>| letter.is_some_and(|letter| !letter.is_whitespace() && letter != '=');
    let mut plain = String::new();
    let mut rest = words;
    let mut copied = words;
    while let Some((_, after)) = rest.split_once(MARK) {
        rest = after;
        let Some((marked, next)) = after.split_once(MARK) else {
            break;
        };
        if !is_word(after.chars().next()) || !is_word(marked.chars().next_back()) || next.starts_with('=') {
            continue;
        }
        let before = copied.len() - after.len() - MARK.len();
        plain.push_str(copied.get(..before).unwrap_or_default());
        plain.push_str(marked);
        (rest, copied) = (next, next);
    }
    if copied.len() == words.len() {
        return Cow::Borrowed(words);
    }
    plain.push_str(copied);
    Cow::Owned(plain)
}

/// The title of a callout of Obsidian, `[!info] Title`, that a quotation begins with, and what stands below it.
pub(super) fn callout(words: &str) -> Option<(&str, &str)> {
    let (kind, after) = words.trim_start().strip_prefix("[!")?.split_once(']')?;
    let is_kind = !kind.is_empty()
        && kind
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !is_kind {
        return None;
    }
    let after = after.strip_prefix(['+', '-']).unwrap_or(after);
    Some(after.split_once('\n').unwrap_or((after, "")))
}

/// `markdown` without instructions to Hugo and Jekyll, and how many there were.
pub(super) fn without_template_tags(markdown: &str) -> (Cow<'_, str>, usize) {
    let mut plain = String::new();
    let mut count = 0;
    let (mut copied, mut place) = (0, 0);
    while let Some(found) = markdown.get(place..).and_then(|rest| rest.find('{')) {
        let start = place + found;
        place = start + 1;
        let Some(end) = markdown.get(start..).and_then(template_tag) else {
            continue;
        };
        plain.push_str(markdown.get(copied..start).unwrap_or_default());
        count += 1;
        place = start + end;
        copied = place;
    }
    if count == 0 {
        return (Cow::Borrowed(markdown), 0);
    }
    plain.push_str(markdown.get(copied..).unwrap_or_default());
    (Cow::Owned(plain), count)
}

/// How long the instruction is that `text` begins with.
fn template_tag(text: &str) -> Option<usize> {
    let (open, close) = TEMPLATE_TAGS
        .into_iter()
        .find(|(open, _)| text.starts_with(open))?;
    // It goes over no blank line, and none is in another.
    let within = text.get(open.len()..)?.split('{').next()?;
    let within = within
        .split_once("\n\n")
        .map_or(within, |(paragraph, _)| paragraph);
    let end = within.find(close)?;
    Some(open.len() + end + close.len())
}
