//! What a sentence is worth to a summary.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Candidate;
use super::shape::Fitness;
use crate::briefing::Article;
use crate::extract::dateline::without_dateline;
use crate::extract::lexicon::{Lexicon, category, without_ending};
use crate::extract::text::{Shape, Text};

/// How much each kind of worth counts; set by what people's own summaries of news take up.
const POSITION: f32 = 1.2;
const CENTRALITY: f32 = 0.8;
/// For each central word, so that a sentence that says more counts more.
const SUBSTANCE: f32 = 0.03;
const TITLE: f32 = 1.0;
const REPETITION: f32 = 0.6;
/// Words of a sentence beyond which it costs, and what each further word costs.
const COMFORTABLE: usize = 16;
const EXCESS: f32 = 0.016;

/// Stands for tokens that are no content words.
const NO_CONTENT: u64 = 0;

/// Content words by hash, and how often each stands in the article.
type Counts = HashMap<u64, usize, BuildHasherDefault<Hashed>>;

/// What the candidates are worth, given what was taken.
pub(super) struct Worth {
    /// Content words of each candidate.
    words: Vec<Vec<u64>>,
    /// Worth of each candidate by itself.
    alone: Vec<f32>,
    /// The words of what was taken.
    said: Vec<u64>,
}

impl Worth {
    /// Judges each candidate by itself.
    pub(super) fn new(text: &Text<'_>, article: &Article, candidates: &[Candidate]) -> Self {
        let hashes: Vec<u64> = (0..text.tokens.len())
            .map(|index| content_hash(text, index))
            .collect();
        let counts = counts(&hashes);
        let most = counts.values().copied().max().unwrap_or(1).max(2);
        let scale = real(most).ln();
        let title: Vec<u64> = article
            .title
            .iter()
            .chain(&article.standfirst)
            .flat_map(|line| line.split(|c: char| !c.is_alphanumeric()))
            .map(|word| fold(word, text.lexicon))
            .collect();
        let mut words = Vec::with_capacity(candidates.len());
        let mut alone = Vec::with_capacity(candidates.len());
        let mut place = 0.0_f32;
        for candidate in candidates {
            let Some(sentence) = text.sentences.get(candidate.number) else {
                continue;
            };
            let range = without_dateline(text, sentence);
            let own = hashes.get(range.indices()).unwrap_or_default();
            let content: Vec<u64> = own.iter().copied().filter(|hash| *hash != NO_CONTENT).collect();
            let number = real(content.len().max(1));
            let weight = |word: &u64| real(counts.get(word).copied().unwrap_or(1)).ln() / scale;
            let central = content.iter().map(weight).sum::<f32>();
            let titled = real(content.iter().filter(|word| title.contains(word)).count()) / number;
            let length = range
                .indices()
                .filter(|index| text.token(*index).is_word())
                .count();
            let excess = real(length.saturating_sub(COMFORTABLE)) * EXCESS;
            alone.push(
                POSITION / (1.0 + place).sqrt()
                    + CENTRALITY * central / number
                    + SUBSTANCE * central
                    + TITLE * titled
                    - excess,
            );
            words.push(content);
            if candidate.fitness != Fitness::Unfit {
                place += 1.0;
            }
        }
        Self {
            words,
            alone,
            said: Vec::new(),
        }
    }

    /// The worthiest candidate that is fit and not yet taken.
    pub(super) fn best(&self, candidates: &[Candidate], taken: &[usize]) -> Option<usize> {
        candidates
            .iter()
            .filter(|candidate| !taken.contains(&candidate.number))
            .filter(|candidate| match candidate.fitness {
                Fitness::Alone => true,
                Fitness::Leans => candidate
                    .number
                    .checked_sub(1)
                    .is_some_and(|before| taken.contains(&before)),
                Fitness::Unfit => false,
            })
            .filter_map(|candidate| Some((candidate.number, self.now(candidate.number)?)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
            .map(|(number, _)| number)
    }

    /// What the candidate is worth beside what was taken; nothing at all where nearly all of it has been said.
    fn now(&self, number: usize) -> Option<f32> {
        let words = self.words.get(number)?;
        let again = words
            .iter()
            .filter(|word| self.said.binary_search(word).is_ok())
            .count();
        let repeats = again > 0 && again * 5 >= words.len() * 4;
        let alone = self.alone.get(number).copied()?;
        (!repeats).then(|| alone - REPETITION * real(again) / real(words.len().max(1)))
    }

    /// Notes that the candidate was taken.
    pub(super) fn take(&mut self, number: usize) {
        self.said.extend(self.words.get(number).into_iter().flatten());
        self.said.sort_unstable();
        self.said.dedup();
    }
}

/// A count as a number to reckon with; none here is large.
fn real(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// The hash of a content word; of any other token, [`NO_CONTENT`].
fn content_hash(text: &Text<'_>, index: usize) -> u64 {
    let token = text.token(index);
    let content = (token.is_word() || token.shape == Shape::Number)
        && !token.is(category::FUNCTION_WORD.or(category::SPEECH_VERB));
    if content {
        fold(text.word(index), text.lexicon)
    } else {
        NO_CONTENT
    }
}

fn counts(hashes: &[u64]) -> Counts {
    let mut counts = Counts::with_capacity_and_hasher(hashes.len() / 3, BuildHasherDefault::default());
    for hash in hashes.iter().filter(|hash| **hash != NO_CONTENT) {
        *counts.entry(*hash).or_default() += 1;
    }
    counts
}

/// FNV-1a of the word in lower case, without a plural's ending.
fn fold(word: &str, lexicon: &Lexicon) -> u64 {
    let stem = without_ending(word, lexicon.plural_ending)
        .filter(|stem| stem.len() > 3)
        .unwrap_or(word);
    stem.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The words are hashed already.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
