//! Who wrote a page, and when, where an element of its body is named for telling it: `byline`, `author`, `vcard` …

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

use super::blocks::{names, stands_in_line};
use super::words::WORDS;
use crate::load::metadata::{self, Fact, Field};
use crate::load::paragraphs::single_spaced;

/// As many elements with such names are looked at.
const MOST: usize = 40;

/// Longer ones, in bytes, hold more than that.
const LONGEST: usize = 240;

/// Names alone tell who wrote the page only so near its headline, in bytes of text.
const NEAR: usize = 1500;

/// An element whose name says that it tells who wrote something.
struct Candidate<'a> {
    node: NodeRef<'a>,
    /// How much text stands between it and the headline; none where there is no headline before it.
    from_headline: Option<usize>,
}

/// Takes the elements out of `page` that tell who wrote it; what they tell.
pub(super) fn taken_out(page: &Document) -> Vec<Fact> {
    let (candidates, headline) = candidates(page);
    let (after, before): (Vec<_>, Vec<_>) = candidates
        .into_iter()
        .partition(|candidate| candidate.from_headline.is_some());
    for candidates in [after, before] {
        let mut readable = candidates.iter().enumerate();
        let first = readable.find_map(|(place, candidate)| {
            let told = read_candidate(candidate, &headline)?;
            names_of(&told.facts).next()?;
            Some((place, told))
        });
        let Some((place, first)) = first else { continue };
        let mut taken = vec![first.node];
        let mut facts = first.facts;
        // Who wrote it together stands together.
        for other in candidates.iter().skip(place + 1) {
            if is_within(&other.node, &taken) || !are_near(&first.node, &other.node) {
                continue;
            }
            if let Some(more) = read_candidate(other, &headline) {
                facts.extend(more.facts);
                taken.push(more.node);
            }
        }
        for node in taken {
            node.remove_from_parent();
        }
        return joined(facts);
    }
    Vec::new()
}

/// What an element tells, where it tells nothing else.
struct Told<'a> {
    node: NodeRef<'a>,
    facts: Vec<Fact>,
}

/// What has such a name, in order, and what is around the headlines.
fn candidates(page: &Document) -> (Vec<Candidate<'_>>, HashSet<NodeId>) {
    let mut candidates = Vec::new();
    let mut headline = HashSet::new();
    let mut from_headline = None;
    for node in page.root().descendants_it() {
        if node.is_text() {
            let is_data = node.parent().is_some_and(|parent| parent.has_name("script"));
            if let Some(length) = from_headline.as_mut().filter(|_| !is_data) {
                *length += node.text().trim().len();
            }
            continue;
        }
        if node.has_name("h1") {
            from_headline = Some(0);
            headline.extend(node.ancestors_it(None).map(|around| around.id));
        } else if candidates.len() < MOST && is_named(&node) {
            candidates.push(Candidate { node, from_headline });
        }
    }
    (candidates, headline)
}

fn is_named(node: &NodeRef<'_>) -> bool {
    let is_marked = ["rel", "itemprop"]
        .into_iter()
        .any(|attribute| node.attr(attribute).is_some_and(|value| &*value == "author"));
    is_marked || WORDS.is_byline(&names(node))
}

/// What `candidate` tells, or the largest element around it that tells nothing else ("By", the date).
fn read_candidate<'a>(candidate: &Candidate<'a>, headline: &HashSet<NodeId>) -> Option<Told<'a>> {
    let around = std::iter::once(candidate.node).chain(candidate.node.ancestors_it(None));
    let mut beside = around.take_while(|around| headline.is_empty() || !headline.contains(&around.id));
    // Without a headline, nothing tells how far up the article reaches.
    let most = if headline.is_empty() { STEPS } else { usize::MAX };
    if beside.by_ref().take(most).any(|around| is_other(&around)) {
        return None;
    }
    let is_near = candidate.from_headline.is_some_and(|length| length <= NEAR) || headline.is_empty();
    let mut told = Told {
        node: candidate.node,
        facts: read_node(&candidate.node, if is_near { Bare::Any } else { Bare::None })?,
    };
    for around in candidate.node.ancestors_it(Some(STEPS)) {
        if headline.contains(&around.id) || around.has_name("body") {
            break;
        }
        let known: Vec<&str> = names_of(&told.facts).collect();
        let Some(facts) = read_node(&around, Bare::Known(&known)) else {
            break;
        };
        (told.node, told.facts) = (around, facts);
    }
    Some(told)
}

/// Which names may stand without a "By".
#[derive(Clone, Copy)]
enum Bare<'a> {
    None,
    Known(&'a [&'a str]),
    Any,
}

impl Bare<'_> {
    fn may_be(self, words: &str) -> bool {
        match self {
            Self::None => false,
            Self::Known(names) => names.contains(&words),
            Self::Any => metadata::is_signature(words),
        }
    }
}

/// Whether an element has names in it that are not those of who wrote the article.
fn is_other(node: &NodeRef<'_>) -> bool {
    let mut others = ["nav", "aside", "footer", "figure", "blockquote"].into_iter();
    others.any(|name| node.has_name(name)) || WORDS.is_no_byline(&names(node))
}

fn read_node(node: &NodeRef<'_>, bare: Bare<'_>) -> Option<Vec<Fact>> {
    let mut facts = Vec::new();
    for line in &lines(node)? {
        facts.extend(line.read(bare)?);
    }
    Some(facts)
}

/// A line of an element: its words, and the same in pieces, as elements part them.
#[derive(Default)]
struct Line {
    words: String,
    pieces: Vec<String>,
    /// Two of the pieces stand without a space between them.
    is_glued: bool,
}

/// The lines of `node`; none where it is empty, or long.
fn lines(node: &NodeRef<'_>) -> Option<Vec<Line>> {
    let mut lines = vec![Line::default()];
    let mut length = 0;
    for within in node.descendants_it() {
        if within.is_text() {
            let text = within.text();
            length += text.trim().len();
            if length > LONGEST {
                return None;
            }
            let line = lines.last_mut()?;
            let ends = line.words.ends_with(char::is_alphanumeric);
            line.is_glued |= ends && text.starts_with(char::is_alphanumeric);
            line.words.push_str(&text);
            line.pieces
                .extend(Some(single_spaced(&text)).filter(|piece| !piece.is_empty()));
        } else if within.is_element() && !stands_in_line(&within) {
            lines.push(Line::default());
        }
    }
    lines.retain(|line| {
        line.pieces
            .iter()
            .any(|piece| piece.contains(char::is_alphanumeric))
    });
    (!lines.is_empty()).then_some(lines)
}

/// What may stand alone before and between names.
const BETWEEN: &[&str] = &[
    "by",
    "and",
    "written by",
    "words by",
    "story by",
    "posted by",
    "published",
    "on",
];

impl Line {
    /// What the line tells; bare names only where they may.
    fn read(&self, bare: Bare<'_>) -> Option<Vec<Fact>> {
        let words = single_spaced(&self.words);
        let whole = metadata::read(&words).filter(|_| !self.is_glued);
        // "Ida Holm" and "The Mellby Post" are two pieces, "Ida" and "Holm" are none by themselves.
        whole.or_else(|| self.read_pieces(bare)).or_else(|| {
            let is_name = !self.is_glued && bare.may_be(&words);
            is_name.then(|| vec![Fact::Words(Field::Byline, words)])
        })
    }

    fn read_pieces(&self, bare: Bare<'_>) -> Option<Vec<Fact>> {
        let mut facts: Vec<Fact> = Vec::new();
        for piece in &self.pieces {
            let name = piece.trim_matches(|character: char| !character.is_alphanumeric());
            if name.is_empty() || BETWEEN.contains(&name.to_lowercase().as_str()) {
                continue;
            }
            if let Some(told) = metadata::read(piece) {
                facts.extend(told);
                continue;
            }
            // "Ida Holm", then "political correspondent".
            let post = facts.last().and_then(|last| match last {
                Fact::Words(Field::Byline, names) if !matches!(bare, Bare::Known(_)) => {
                    as_byline(&format!("{names}, {name}"))
                }
                _ => None,
            });
            match post {
                _ if bare.may_be(name) => {
                    facts.push(Fact::Words(Field::Byline, name.to_owned()));
                }
                Some(post) => {
                    facts.pop();
                    facts.push(post);
                }
                None => return None,
            }
        }
        (!facts.is_empty()).then_some(facts)
    }
}

fn as_byline(names: &str) -> Option<Fact> {
    let told = metadata::read(&format!("By {names}"))?;
    told.into_iter()
        .find(|fact| matches!(fact, Fact::Words(Field::Byline, told) if told == names))
}

fn names_of(facts: &[Fact]) -> impl Iterator<Item = &str> {
    facts.iter().filter_map(|fact| match fact {
        Fact::Words(Field::Byline, names) => Some(names.as_str()),
        _ => None,
    })
}

/// `facts` with the names of all who wrote it in one.
fn joined(facts: Vec<Fact>) -> Vec<Fact> {
    let mut names: Vec<&str> = Vec::new();
    for name in names_of(&facts) {
        if !names.iter().any(|known| known.contains(name)) {
            names.push(name);
        }
    }
    let names = Fact::Words(Field::Byline, names.join(", "));
    let rest = facts
        .into_iter()
        .filter(|fact| !matches!(fact, Fact::Words(Field::Byline, _)));
    std::iter::once(names).chain(rest).collect()
}

fn is_within(node: &NodeRef<'_>, taken: &[NodeRef<'_>]) -> bool {
    node.ancestors_it(None)
        .any(|around| taken.iter().any(|taken| taken.id == around.id))
}

/// How far up two elements have the same element around them that stand together.
const STEPS: usize = 2;

fn are_near(a: &NodeRef<'_>, b: &NodeRef<'_>) -> bool {
    let around = |node: &NodeRef<'_>| {
        node.ancestors_it(Some(STEPS))
            .map(|node| node.id)
            .collect::<Vec<_>>()
    };
    let around_b = around(b);
    around(a).iter().any(|id| around_b.contains(id))
}
