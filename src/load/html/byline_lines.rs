//! The lines of an element that tells who wrote a page, without what stands beside the names: buttons, sections, accounts.

use dom_query::NodeRef;

use super::byline::is_named;
use super::nodes::{names, stands_in_line};
use super::people;
use super::words::WORDS;
use crate::load::paragraphs::single_spaced;

/// Longer elements, in bytes, hold more than who wrote the page.
const LONGEST: usize = 240;

/// A line of an element: its words, and the same in pieces, as elements part them.
#[derive(Default)]
pub(super) struct Line {
    pub(super) words: String,
    pub(super) pieces: Vec<Piece>,
    /// Two of the pieces stand without a space between them.
    pub(super) is_glued: bool,
}

/// Words that no element parts.
pub(super) struct Piece {
    pub(super) words: String,
    /// What holds it alone is named or linked as an author.
    pub(super) is_named: bool,
    pub(super) is_linked: bool,
}

/// The lines of `node`; none where it is empty, or long.
pub(super) fn lines(node: &NodeRef<'_>) -> Option<Vec<Line>> {
    let mut gatherer = Gatherer {
        lines: vec![Line::default()],
        length: 0,
    };
    gatherer.walk(node, Around::default())?;
    let mut lines = gatherer.lines;
    lines.retain(|line| {
        let mut pieces = line.pieces.iter();
        pieces.any(|piece| piece.words.contains(char::is_alphanumeric))
    });
    (!lines.is_empty()).then_some(lines)
}

struct Gatherer {
    lines: Vec<Line>,
    /// How much text was seen, taken or not.
    length: usize,
}

/// What is around the words of an element.
#[derive(Clone, Copy, Default)]
struct Around {
    is_named: bool,
    is_linked: bool,
    /// It is none of the byline.
    is_beside: bool,
}

impl Gatherer {
    /// Gathers what is below `node`; `None` where it is too long.
    fn walk(&mut self, node: &NodeRef<'_>, around: Around) -> Option<()> {
        for within in node.children_it(false) {
            if within.is_text() {
                self.text(&within.text(), around)?;
            } else if within.is_element() {
                if !stands_in_line(&within) {
                    self.lines.push(Line::default());
                }
                self.walk(&within, inside(&within, around))?;
            }
        }
        Some(())
    }

    fn text(&mut self, text: &str, around: Around) -> Option<()> {
        self.length += text.trim().len();
        if self.length > LONGEST {
            return None;
        }
        let words = single_spaced(text);
        if around.is_beside || is_beside(&words) {
            return Some(());
        }
        let line = self.lines.last_mut()?;
        let ends = line.words.ends_with(char::is_alphanumeric);
        line.is_glued |= ends && text.starts_with(char::is_alphanumeric);
        line.words.push_str(text);
        if !words.is_empty() {
            line.pieces.push(Piece {
                words,
                is_named: around.is_named,
                is_linked: around.is_linked,
            });
        }
        Some(())
    }
}

/// What is around the words in `node`, which `around` is around.
fn inside(node: &NodeRef<'_>, around: Around) -> Around {
    let is_author = is_named(node) || leads_to_author(node);
    let is_only = || {
        let parent = node.parent();
        parent.is_some_and(|parent| parent.element_children().len() == 1)
    };
    Around {
        is_named: is_author || (around.is_named && is_only()),
        is_linked: around.is_linked || node.has_name("a"),
        is_beside: around.is_beside
            || node.has_name("button")
            || (!is_author && WORDS.is_beside_byline(&names(node))),
    }
}

/// As many parts of an address are looked at.
const MOST_PARTS: usize = 40;

/// Whether an element is a link to a page about who wrote something.
fn leads_to_author(node: &NodeRef<'_>) -> bool {
    let Some(address) = node.attr("href").filter(|_| node.has_name("a")) else {
        return false;
    };
    let parts = address.split(['?', '#']).next().unwrap_or_default().split('/');
    let mut parts = parts.take(MOST_PARTS);
    parts.any(|part| WORDS.beside.addresses.iter().any(|known| known == part))
}

/// Whether words beside a byline are no name and no post: what one can do there, an account, an address.
fn is_beside(words: &str) -> bool {
    let lower = words.to_lowercase();
    let lower = lower.trim_start_matches(|character: char| !character.is_alphanumeric());
    people::is_account(words)
        || (!lower.is_empty()
            && WORDS
                .beside
                .others
                .iter()
                .any(|opening| lower.starts_with(opening.as_str())))
}
