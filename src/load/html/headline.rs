//! The headline of a page, told apart from the name of its site.

use std::collections::HashSet;

use dom_query::NodeRef;

use super::nodes::{has, names, words_within};
use super::words::WORDS;
use crate::load::paragraphs::{letters, same};

/// As many headings, and as many names of the site, are looked at.
const MOST: usize = 200;

/// Longer headings and titles, in bytes, are none.
const LONGEST: usize = 1000;

/// The longest name of a site, in bytes.
const LONGEST_SITE: usize = 80;

/// What parts a headline from the name of the site and of the section. The first of them stand in no sentence.
const SEPARATORS: &[&str] = &[" | ", " » ", " « ", " :: ", " - ", " – ", " — ", " · ", " • "];
const CERTAIN: &[&str] = &[" | ", " » ", " « ", " :: "];

/// The fewest words of a headline, and the most of a site or a section, where nothing else tells which is which.
const FEWEST_WORDS: usize = 5;
const MOST_SITE_WORDS: usize = 4;

/// The shortest name that stands for a site as the last word of it does: "Post", in letters.
const SHORTEST_TAIL: usize = 4;

/// What a page has that may be its headline, and what names its site.
#[derive(Debug, Default)]
pub(super) struct Headings {
    /// Headings of the first level.
    first: Vec<String>,
    /// How many headings of the first level were looked at.
    looked_at: usize,
    /// Others, and what is named for holding a headline.
    others: Vec<String>,
    /// Names of the site, in letters alone.
    sites: HashSet<String>,
    /// The same, of its host.
    hosts: HashSet<String>,
}

impl Headings {
    /// Looks at an element; whether it is a heading of the first level that is not the sign of the site.
    pub(super) fn look(&mut self, node: &NodeRef<'_>, name: &str) -> bool {
        match name {
            "h1" if self.looked_at >= MOST => return true,
            "h1" => {
                self.looked_at += 1;
                let words = words_within(node, LONGEST);
                if !is_sign(node) {
                    self.first.push(words);
                    return true;
                }
                self.add_site(&words);
            }
            "a" if self.sites.len() < MOST && leads_home(node) => {
                self.add_site(&words_within(node, LONGEST));
            }
            _ if self.others.len() < MOST
                && (name == "h2" || has(node, "itemprop", "headline") || WORDS.is_headline(&names(node))) =>
            {
                self.others.push(words_within(node, LONGEST));
            }
            _ => {}
        }
        false
    }

    /// Takes `words` for a name of the site.
    pub(super) fn add_site(&mut self, words: &str) {
        let name = letters_of(words);
        if !name.is_empty() && words.len() <= LONGEST_SITE {
            self.sites.insert(name);
        }
    }

    /// Takes the parts of the host of `address` for names of the site.
    pub(super) fn add_host(&mut self, address: &str) {
        let host = address.split_once("://").map(|(_, rest)| rest);
        let host = host.and_then(|rest| rest.split(['/', '?', '#', ':']).next());
        let labels = host.unwrap_or_default().split('.').take(MOST);
        self.hosts
            .extend(labels.map(letters_of).filter(|label| !label.is_empty()));
    }

    /// The headings of the first level.
    pub(super) fn first(&self) -> impl Iterator<Item = &str> {
        self.first.iter().map(String::as_str)
    }

    /// Whether `words` are nothing but the name of the site.
    pub(super) fn is_site(&self, words: &str) -> bool {
        let words = letters_of(words);
        self.sites.contains(&words) || self.hosts.contains(&words)
    }

    /// The headline of a page of which its elements alone tell; `title` is that of the window.
    pub(super) fn headline(&self, title: &str) -> Option<String> {
        let title = without_count(title);
        let only = match self.first.as_slice() {
            [only] if !only.is_empty() && !self.is_site(only) => Some(only.as_str()),
            _ => None,
        };
        let other = self.longest_run(title, &self.others);
        match (only, other) {
            // A sign of the site may be a heading of the first level as well.
            (Some(only), Some(other))
                if word_count(only) <= MOST_SITE_WORDS
                    && other.len() > only.len()
                    && self.longest_run(other, &self.first).is_none() =>
            {
                Some(other.to_owned())
            }
            (Some(only), _) => Some(self.without_site(only)),
            (None, _) => Some(self.of_window(title)).filter(|title| !title.is_empty()),
        }
    }

    fn of_window(&self, title: &str) -> String {
        let bare = self.without_site(title);
        let parts = parts(&bare, CERTAIN);
        let words = parts.iter().map(|(start, end)| {
            let part = bare.get(*start..*end).unwrap_or_default();
            (word_count(part), part)
        });
        let (long, short): (Vec<_>, Vec<_>) = words.partition(|(count, _)| *count >= FEWEST_WORDS);
        match long.as_slice() {
            [(_, only)] if short.iter().all(|(count, _)| *count <= MOST_SITE_WORDS) => (*only).to_owned(),
            _ => bare,
        }
    }

    /// `title` without the name of the site at its end or, as on some, at its beginning.
    pub(super) fn without_site(&self, title: &str) -> String {
        if let Some(headline) = self
            .longest_run(title, &self.first)
            .or_else(|| self.longest_run(title, &self.others))
        {
            return headline.to_owned();
        }
        let parts = parts(title, SEPARATORS);
        let mut rest = parts.as_slice();
        let is_site = |(start, end): &(usize, usize)| {
            title
                .get(*start..*end)
                .is_some_and(|part| is_named(&self.sites, part) || is_named(&self.hosts, part))
        };
        while let [before @ .., last] = rest
            && !before.is_empty()
            && is_site(last)
        {
            rest = before;
        }
        while let [first, after @ ..] = rest
            && !after.is_empty()
            && is_site(first)
        {
            rest = after;
        }
        let bare = match rest {
            [(start, _), ..] => rest.last().and_then(|(_, end)| title.get(*start..*end)),
            [] => None,
        };
        let bare = bare.unwrap_or(title);
        // "Post: Captain keeps ferry"
        match bare.split_once(": ") {
            // A paper of one town has its name in its address, and stories that begin with it.
            Some((site, headline)) if is_named(&self.sites, site) => headline.trim().to_owned(),
            _ => bare.to_owned(),
        }
    }

    /// The longest run of parts of `title` that is one of `headings`, and not the name of the site.
    fn longest_run<'t>(&self, title: &'t str, headings: &[String]) -> Option<&'t str> {
        let headings: HashSet<String> = headings
            .iter()
            .filter(|heading| !self.is_site(heading))
            .map(|heading| letters(heading).collect())
            .collect();
        let parts = parts(title, SEPARATORS);
        let starts = parts.iter().enumerate();
        let runs = starts.flat_map(|(first, (start, _))| {
            let ends = parts.iter().skip(first);
            ends.filter_map(move |(_, end)| title.get(*start..*end))
        });
        runs.filter(|run| headings.contains(&letters(run).collect::<String>()))
            .filter(|run| !run.is_empty())
            .max_by_key(|run| run.len())
    }
}

/// Whether `part` is one of `names`, or the last word of one: "Post" of "The Mellby Post".
fn is_named(names: &HashSet<String>, part: &str) -> bool {
    let part = letters_of(part);
    let is_long = part.chars().count() >= SHORTEST_TAIL;
    names.contains(&part) || (is_long && names.iter().any(|name| name.ends_with(part.as_str())))
}

/// Names of the site that say "The" and those that do not are the same.
fn letters_of(name: &str) -> String {
    let name = name.trim();
    let name = name
        .strip_prefix("The ")
        .or(name.strip_prefix("the "))
        .unwrap_or(name);
    letters(name).collect()
}

/// More parts than titles have.
const MOST_PARTS: usize = 12;

/// Where the parts of `title` stand that `separators` part; all of it, where there are more than titles have.
fn parts(title: &str, separators: &[&str]) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut start = 0;
    if title.len() <= LONGEST {
        for (place, _) in title.match_indices(' ') {
            let rest = title.get(place..).unwrap_or_default();
            let separator = separators.iter().find(|separator| rest.starts_with(**separator));
            if let Some(separator) = separator.filter(|_| place >= start) {
                parts.push((start, place));
                start = place + separator.len();
            }
        }
    }
    parts.push((start, title.len()));
    if parts.len() > MOST_PARTS {
        return vec![(0, title.len())];
    }
    parts
}

/// `title` without the number of messages that some sites write before it: "(3) Captain keeps ferry".
fn without_count(title: &str) -> &str {
    let counted = title.strip_prefix('(').and_then(|rest| rest.split_once(") "));
    match counted {
        Some((count, rest)) if count.bytes().all(|byte| byte.is_ascii_digit()) => rest.trim(),
        _ => title,
    }
}

fn word_count(words: &str) -> usize {
    words.split_whitespace().count()
}

/// Whether a heading is the sign of the site: named for it, or the link to its first page in the head of the page.
fn is_sign(node: &NodeRef<'_>) -> bool {
    if WORDS.is_sign(&names(node)) {
        return true;
    }
    let is_around = |wanted: &str| node.ancestors_it(None).any(|around| around.has_name(wanted));
    let is_link = || {
        let all = words_within(node, LONGEST_SITE);
        let links = node.descendants_it().take(MOST).filter(leads_home);
        links
            .take(1)
            .any(|link| same(&words_within(&link, LONGEST_SITE), &all))
    };
    is_around("header") && !is_around("article") && is_link()
}

/// Whether an element is a link to the first page of the site.
fn leads_home(node: &NodeRef<'_>) -> bool {
    if !node.has_name("a") {
        return false;
    }
    let Some(address) = node.attr("href") else {
        return false;
    };
    has(node, "rel", "home") || address.trim() == "/" || (is_root(&address) && stands_at_top(node))
}

/// Whether an address is a host and nothing else: what a browser makes of "/" when it saves a page.
fn is_root(address: &str) -> bool {
    let rest = address.trim().split_once("://").map(|(_, rest)| rest);
    rest.is_some_and(|rest| !rest.trim_end_matches('/').contains(['/', '?', '#']))
}

/// How far up from a link the head of the page is looked for.
const STEPS: usize = 8;

/// Whether an element is in the head of the page, or is named for the sign of the site.
fn stands_at_top(node: &NodeRef<'_>) -> bool {
    let mut around = std::iter::once(*node).chain(node.ancestors_it(Some(STEPS)));
    around.any(|around| around.has_name("header") || WORDS.is_sign(&names(&around)))
}
