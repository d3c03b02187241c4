//! What an element of a page is called, and what it holds.

use dom_query::NodeRef;

use super::words::{Says, WORDS};
use crate::load::elements;
use crate::load::paragraphs::single_spaced;

/// As many nodes are looked at for the words of one element.
const MOST_NODES: usize = 500;

/// The first words below `node`, single spaced, no more than `most` bytes: elements stand within others, so that all the
/// words of each would be all the page many times.
pub(super) fn words_within(node: &NodeRef<'_>, most: usize) -> String {
    let mut words = String::new();
    for within in node.descendants_it().take(MOST_NODES).filter(NodeRef::is_text) {
        let text = within.text();
        let end = text.floor_char_boundary(most.saturating_sub(words.len()));
        words.push_str(text.get(..end).unwrap_or_default());
        if words.len() >= most || end < text.len() {
            break;
        }
    }
    single_spaced(&words)
}

/// The text below `node` as it was typed, a line break where one is.
pub(super) fn typed(node: &NodeRef<'_>) -> String {
    let mut typed = String::new();
    for within in node.descendants_it() {
        if within.is_text() {
            typed.push_str(&within.text());
        } else if within.has_name("br") {
            typed.push('\n');
        }
    }
    typed
}

/// The names of class and id that an element has.
pub(super) fn names(node: &NodeRef<'_>) -> String {
    let names = ["class", "id"]
        .into_iter()
        .filter_map(|attribute| node.attr(attribute));
    names.fold(String::new(), |all, names| all + " " + &names)
}

/// What the names of an element say of it.
pub(super) fn says(node: &NodeRef<'_>) -> Option<Says> {
    let told = WORDS.says(&names(node));
    if node.has_name("aside") {
        return told.filter(|says| *says != Says::Pulled).or(Some(Says::Weak));
    }
    told.or_else(|| node.has_name("blockquote").then_some(Says::Pulled))
}

/// Whether an element is part of a line.
pub(super) fn stands_in_line(node: &NodeRef<'_>) -> bool {
    node.node_name().is_some_and(|name| elements::is_inline(&name))
}

/// Whether an element has names in it that are not those of who wrote the article, and dates that are not its own.
pub(super) fn is_of_others(node: &NodeRef<'_>) -> bool {
    let mut others = ["nav", "aside", "footer", "figure", "blockquote"].into_iter();
    others.any(|name| node.has_name(name)) || WORDS.is_no_byline(&names(node))
}

/// Whether the attribute of `node` has `value` in it.
pub(super) fn has(node: &NodeRef<'_>, attribute: &str, value: &str) -> bool {
    node.attr(attribute).is_some_and(|found| found.contains(value))
}
