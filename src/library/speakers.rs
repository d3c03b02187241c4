//! Who speaks, across articles.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::briefing::{Briefing, CleanText, fold};

/// Where a quote stands: the place of its article in the library, and its own place in that article's quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteAt {
    /// Counted from 0.
    pub article: usize,
    /// Counted from 0, in article order.
    pub quote: usize,
}

/// Somebody who speaks in one or more articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerEntry {
    /// The name, as the first article has it.
    pub name: CleanText,
    /// Their quotes, in order of article, then of place.
    pub quotes: Vec<QuoteAt>,
}

/// An index from speakers to their quotes, over any number of articles. The same name in two articles is one speaker,
/// whatever its case and accents.
///
/// ```
/// use briefing::briefing::Briefing;
/// use briefing::library::Speakers;
/// let mut speakers = Speakers::default();
/// speakers.add(0, &Briefing::default());
/// assert!(speakers.find("Zelenskyy").is_none());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Speakers {
    entries: Vec<SpeakerEntry>,
    /// Folded name → its place among the entries.
    places: HashMap<String, usize>,
    /// Article → the places of those who speak in it, so that reading it anew touches only them.
    articles: BTreeMap<usize, HashSet<usize>>,
}

impl Speakers {
    /// The index of `briefings`, numbered from 0.
    pub fn of<'a>(briefings: impl IntoIterator<Item = &'a Briefing>) -> Self {
        let mut speakers = Self::default();
        for (article, briefing) in briefings.into_iter().enumerate() {
            speakers.add(article, briefing);
        }
        speakers
    }

    /// Adds the quotes of one article, in place of those it had before. Quotes without a known speaker are nobody's.
    pub fn add(&mut self, article: usize, briefing: &Briefing) {
        self.remove(article);
        let mut spoke = HashSet::new();
        let actors = briefing.actors_by_id();
        for (quote, said) in briefing.quotes.items.iter().enumerate() {
            let Some(name) = actors.speaker_name(&said.speaker) else {
                continue;
            };
            let at = QuoteAt { article, quote };
            let place = *self.places.entry(fold(name)).or_insert_with(|| {
                self.entries.push(SpeakerEntry {
                    name: name.clone(),
                    quotes: Vec::new(),
                });
                self.entries.len() - 1
            });
            if let Some(entry) = self.entries.get_mut(place) {
                let after = entry.quotes.partition_point(|other| *other < at);
                entry.quotes.insert(after, at);
            }
            spoke.insert(place);
        }
        self.articles.insert(article, spoke);
    }

    fn remove(&mut self, article: usize) {
        for place in self.articles.remove(&article).unwrap_or_default() {
            if let Some(entry) = self.entries.get_mut(place) {
                entry.quotes.retain(|at| at.article != article);
            }
        }
    }

    /// Takes away the quotes of the `before` articles from `first` on, and gives their place to `now` others, which are
    /// still to be added. The numbers of the articles after them change by the difference.
    pub fn make_room(&mut self, first: usize, before: usize, now: usize) {
        let end = first + before;
        for article in first..end {
            self.remove(article);
        }
        if before == now {
            return;
        }
        let moved = |article: usize| article - before + now;
        let mut touched = HashSet::new();
        for (article, places) in self.articles.split_off(&end) {
            touched.extend(places.iter().copied());
            self.articles.insert(moved(article), places);
        }
        for place in touched {
            let quotes = self.entries.get_mut(place).map(|entry| &mut entry.quotes);
            for at in quotes.into_iter().flatten().filter(|at| at.article >= end) {
                at.article = moved(at.article);
            }
        }
    }

    /// The speaker called `name`, case and accents not counting.
    pub fn find(&self, name: &str) -> Option<&SpeakerEntry> {
        let entry = self.entries.get(*self.places.get(&fold(name))?)?;
        (!entry.quotes.is_empty()).then_some(entry)
    }

    /// Everybody who speaks, those with most quotes first, then by name.
    pub fn all(&self) -> Vec<&SpeakerEntry> {
        self.matching("")
    }

    /// Everybody whose name has `part` in it, case and accents not counting; those with most quotes first, then by name.
    pub fn matching(&self, part: &str) -> Vec<&SpeakerEntry> {
        let part = fold(part.trim());
        let speaks = |entry: &&SpeakerEntry| !entry.quotes.is_empty() && fold(&entry.name).contains(&part);
        let mut found: Vec<&SpeakerEntry> = self.entries.iter().filter(speaks).collect();
        found.sort_by(|a, b| (b.quotes.len().cmp(&a.quotes.len())).then_with(|| a.name.cmp(&b.name)));
        found
    }

    /// The quote that follows `at` by the same speaker, in this article or a later one; none after the last.
    pub fn next(&self, name: &str, at: QuoteAt) -> Option<QuoteAt> {
        let quotes = &self.find(name)?.quotes;
        quotes.get(quotes.partition_point(|other| *other <= at)).copied()
    }

    /// The quote before `at` by the same speaker, in this article or an earlier one; none before the first.
    pub fn previous(&self, name: &str, at: QuoteAt) -> Option<QuoteAt> {
        let quotes = &self.find(name)?.quotes;
        let before = quotes.partition_point(|other| *other < at).checked_sub(1)?;
        quotes.get(before).copied()
    }
}
