//! Who wrote a page, and when, where an element of its body is named for telling it: `byline`, `author`, `vcard` …

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

use super::byline_lines::{Line, Piece, lines};
use super::nodes::{is_of_others, names};
use super::people;
use super::words::WORDS;
use crate::load::metadata::{self, Fact, Field};
use crate::load::paragraphs::single_spaced;

/// As many elements with such names are looked at.
const MOST: usize = 40;

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
            // What is around what is known already is known as well.
            for around in node.ancestors_it(None) {
                if !headline.insert(around.id) {
                    break;
                }
            }
        } else if candidates.len() < MOST && is_named(&node) {
            candidates.push(Candidate { node, from_headline });
        }
    }
    (candidates, headline)
}

pub(super) fn is_named(node: &NodeRef<'_>) -> bool {
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
    if beside.by_ref().take(most).any(|around| is_of_others(&around)) {
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

fn read_node(node: &NodeRef<'_>, bare: Bare<'_>) -> Option<Vec<Fact>> {
    let mut reading = Reading {
        bare,
        facts: Vec::new(),
        is_joined: false,
        has_post: false,
        same_line: false,
    };
    for line in &lines(node)? {
        reading.same_line = false;
        reading.line(line)?;
    }
    Some(reading.facts)
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

/// The longest link beside a name that is a section or something to do, in words.
const LONGEST_LINK: usize = 3;

/// What was read so far.
struct Reading<'a> {
    bare: Bare<'a>,
    facts: Vec<Fact>,
    /// What was read last goes on with another name: "and", a comma.
    is_joined: bool,
    /// The last name has its post.
    has_post: bool,
    /// Something was read in the same line.
    same_line: bool,
}

impl Reading<'_> {
    /// Reads what a line tells; bare names only where they may be.
    fn line(&mut self, line: &Line) -> Option<()> {
        let words = single_spaced(&line.words);
        // "Ida Holm" and "The Mellby Post" are two pieces, "Ida" and "Holm" are none by themselves.
        if let Some(whole) = metadata::read(&words).filter(|_| !line.is_glued) {
            self.facts.extend(whole);
            return Some(());
        }
        let before = self.facts.len();
        if line.pieces.iter().all(|piece| self.piece(piece).is_some()) && !self.facts.is_empty() {
            return Some(());
        }
        self.facts.truncate(before);
        let is_name = !line.is_glued && self.bare.may_be(&words);
        is_name.then(|| self.facts.push(Fact::Words(Field::Byline, words)))
    }

    fn piece(&mut self, piece: &Piece) -> Option<()> {
        let name = piece
            .words
            .trim_matches(|character: char| !character.is_alphanumeric());
        let was_joined = self.is_joined || piece.words.starts_with([',', '&']);
        self.is_joined = joins(&piece.words);
        let is_same_line = std::mem::replace(&mut self.same_line, true);
        if name.is_empty() || BETWEEN.contains(&name.to_lowercase().as_str()) {
            return Some(());
        }
        if let Some(told) = metadata::read(&piece.words) {
            self.facts.extend(told);
            self.has_post = false;
            return Some(());
        }
        let has_name = names_of(&self.facts).next().is_some();
        let is_known = matches!(self.bare, Bare::Known(_));
        if self.bare.may_be(name) && (is_known || !has_name || was_joined || piece.is_named) {
            self.facts.push(Fact::Words(Field::Byline, name.to_owned()));
            self.has_post = false;
            return Some(());
        }
        if is_known || !has_name {
            return None;
        }
        // "Ida Holm", then "political correspondent".
        if !self.has_post && !piece.is_linked && (is_same_line || tells_post(name)) && self.add_post(name) {
            self.has_post = true;
            return Some(());
        }
        let count = name.split_whitespace().count();
        (count <= LONGEST_LINK && (piece.is_linked || self.bare.may_be(name))).then_some(())
    }

    /// Adds to the name that was read last what the one who has it is.
    fn add_post(&mut self, post: &str) -> bool {
        let Some(Fact::Words(Field::Byline, names)) = self.facts.last_mut() else {
            return false;
        };
        let with_post = format!("{names}, {post}");
        let fits = is_byline(&with_post);
        if fits {
            *names = with_post;
        }
        fits
    }
}

/// Whether another name follows `words`.
fn joins(words: &str) -> bool {
    words.ends_with([',', '&', ';']) || words == "and" || words.ends_with(" and")
}

/// Whether words have the name of a post in them.
fn tells_post(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut words = lower.split(|character: char| !character.is_alphanumeric());
    words.any(|word| WORDS.beside.posts.iter().any(|post| post == word))
}

fn is_byline(names: &str) -> bool {
    let told = metadata::read(&format!("By {names}")).into_iter().flatten();
    told.into_iter()
        .any(|fact| matches!(fact, Fact::Words(Field::Byline, told) if told == names))
}

fn names_of(facts: &[Fact]) -> impl Iterator<Item = &str> {
    facts.iter().filter_map(|fact| match fact {
        Fact::Words(Field::Byline, names) => Some(names.as_str()),
        _ => None,
    })
}

/// `facts` with the names of all who wrote it in one.
fn joined(facts: Vec<Fact>) -> Vec<Fact> {
    let mut names: Vec<String> = Vec::new();
    for name in names_of(&facts).map(people::tidied) {
        if !names.iter().any(|known| known.contains(&name)) {
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
