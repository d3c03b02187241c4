//! When a page was published, as its `time` elements tell: one of them is the article's own, and others are of today, of
//! other articles, or of a later change.

use std::collections::HashSet;

use dom_query::{NodeId, NodeRef};

use super::nodes::{has, is_of_others, names, stands_in_line, words_within};
use super::words::WORDS;
use crate::load::date_line;

/// As many of them are looked at.
const MOST: usize = 200;

/// The longest time, and the longest line before one that may be its label, in bytes.
const LONGEST: usize = 100;

/// The own date of an article stands so near its headline, in bytes of text.
const NEAR: usize = 1500;

/// How far up from a time before the headline what holds both may be.
const STEPS: usize = 3;

/// How far up names are looked at on a page without a headline: nothing tells how far up the article reaches.
const STEPS_WITHOUT: usize = 4;

/// The `time` elements of a page, and what is around its headline.
#[derive(Default)]
pub(super) struct Times<'a> {
    found: Vec<(NodeRef<'a>, Option<usize>)>,
    headline: HashSet<NodeId>,
    headline_in_article: bool,
    /// How much text there was since the last headline.
    from_headline: Option<usize>,
}

/// What they tell.
#[derive(Debug, Default)]
pub(super) struct Dates {
    /// The article's own, those to be trusted most first.
    pub(super) own: Vec<String>,
    /// What is better than nothing: when it was changed.
    pub(super) changed: Vec<String>,
    /// And those of which it is not clear what they are of.
    pub(super) others: Vec<String>,
}

/// What a time is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Publication,
    Unknown,
    Change,
}

impl<'a> Times<'a> {
    pub(super) fn add(&mut self, time: NodeRef<'a>) {
        if self.found.len() < MOST {
            self.found.push((time, self.from_headline));
        }
    }

    pub(super) fn pass_headline(&mut self, node: &NodeRef<'a>) {
        self.from_headline = Some(0);
        for around in node.ancestors_it(None) {
            // What is around that is known already.
            if !self.headline.insert(around.id) {
                break;
            }
            self.headline_in_article |= around.has_name("article");
        }
    }

    pub(super) fn pass_text(&mut self, length: usize) {
        if let Some(all) = self.from_headline.as_mut() {
            *all += length;
        }
    }

    pub(super) fn dates(&self) -> Dates {
        let mut dates = Dates::default();
        let mut unknown = Vec::new();
        for (time, from_headline) in &self.found {
            let Some(is_own) = self.is_own(time, *from_headline) else {
                continue;
            };
            let list = match (of(time), is_own) {
                (Of::Publication, true) => &mut dates.own,
                (Of::Unknown, true) => &mut unknown,
                (Of::Change, true) => &mut dates.changed,
                (_, false) => &mut dates.others,
            };
            list.extend(told(time));
        }
        dates.own.append(&mut unknown);
        dates
    }

    /// Whether a time stands where the article's own does; `None` where it is certain that it is of something else.
    fn is_own(&self, time: &NodeRef<'_>, from_headline: Option<usize>) -> Option<bool> {
        let mut in_other_article = false;
        for (step, around) in time.ancestors_it(None).enumerate() {
            if self.headline.contains(&around.id) {
                break;
            }
            let looks_at_names = !self.headline.is_empty() || step < STEPS_WITHOUT;
            if (looks_at_names && is_of_others(&around)) || is_head_of_site(&around) {
                return None;
            }
            in_other_article |= around.has_name("article");
        }
        if self.headline.is_empty() {
            return Some(true);
        }
        let is_near = match from_headline {
            Some(length) => length <= NEAR,
            None => self.is_beside_headline(time),
        };
        Some(is_near && !(in_other_article && self.headline_in_article))
    }

    /// Whether something smaller than the page holds the headline and a time before it.
    fn is_beside_headline(&self, time: &NodeRef<'_>) -> bool {
        let mut around = time.ancestors_it(Some(STEPS));
        around.any(|around| {
            self.headline.contains(&around.id) && !around.has_name("body") && !around.has_name("html")
        })
    }
}

/// Whether an element is the head of the page, or of a part of it that is not the article.
fn is_head_of_site(node: &NodeRef<'_>) -> bool {
    let is_article = |around: NodeRef<'_>| around.has_name("article") || around.has_name("main");
    node.has_name("header") && !node.ancestors_it(None).any(is_article)
}

/// What a time tells: what it has for programs, and its words.
fn told(time: &NodeRef<'_>) -> impl Iterator<Item = String> {
    let datetime = time.attr("datetime").map(|datetime| datetime.to_string());
    datetime.into_iter().chain(Some(words_within(time, LONGEST)))
}

/// What a time is of, by its attributes, by the words before it, or by the names that it has.
fn of(time: &NodeRef<'_>) -> Of {
    if has(time, "itemprop", "datePublished") || time.has_attr("pubdate") {
        return Of::Publication;
    }
    if has(time, "itemprop", "dateModified") {
        return Of::Change;
    }
    labelled(time).unwrap_or_else(|| named(time))
}

/// What a time is of, by names that it or the line around it has.
fn named(time: &NodeRef<'_>) -> Of {
    let line = time.parent().filter(|line| !line.has_name("body"));
    for node in std::iter::once(*time).chain(line) {
        let names = names(&node);
        if WORDS.is_of_publication(&names) {
            return Of::Publication;
        }
        if WORDS.is_of_change(&names) {
            return Of::Change;
        }
    }
    Of::Unknown
}

/// As many of the words before a time are its label: "Last updated".
const LABEL_WORDS: usize = 3;

/// As many nodes of the line around a time are looked at.
const MOST_NODES: usize = 50;

/// What a time is of, by the words before it in its line.
fn labelled(time: &NodeRef<'_>) -> Option<Of> {
    let mut around = time.ancestors_it(None);
    let line = around.find(|around| !stands_in_line(around))?;
    let mut before = String::new();
    let mut reached = false;
    for node in line.descendants_it().take(MOST_NODES) {
        if node.id == time.id {
            reached = true;
            break;
        }
        if node.is_text() {
            let text = node.text();
            // Of a long text, the end is next to the time.
            let start = text.ceil_char_boundary(text.len().saturating_sub(LONGEST));
            before.push_str(text.get(start..).unwrap_or_default());
        } else if node.has_name("br") || node.has_name("time") {
            before.clear();
        }
    }
    if !reached {
        return None;
    }
    let words: Vec<&str> = before.split_whitespace().collect();
    let date = told(time).find(|told| date_line::read(told).is_some())?;
    (1..=LABEL_WORDS.min(words.len())).rev().find_map(|count| {
        let label = words.get(words.len() - count..)?.join(" ");
        let line = date_line::read(&format!("{label} {date}")).filter(|line| line.labelled)?;
        Some(if line.published.is_some() {
            Of::Publication
        } else {
            Of::Change
        })
    })
}
