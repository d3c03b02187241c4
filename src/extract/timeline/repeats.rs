//! Events that are told twice.

use super::events::Draft;
use super::statement::is_finite;
use crate::extract::actors::Cast;
use crate::extract::lexicon::{Lexicon, category, without_ending};
use crate::extract::text::{Shape, Text, TokenRange};
use jiff::civil::Date;

/// Events of the same date that a new one is compared with.
const COMPARED: usize = 8;
/// Bytes that a word keeps when an ending is taken from it.
const STEM: usize = 4;

/// Drops events that say what one of the same date has said already. They come in order of date.
pub(super) fn merge(text: &Text<'_>, cast: &Cast, drafts: &mut Vec<Draft<'_>>) {
    let mut kept: Vec<Told> = Vec::new();
    drafts.retain(|draft| {
        let told = Told::new(text, cast, draft);
        let same = kept
            .iter()
            .rev()
            .take(COMPARED)
            .take_while(|other| other.days == told.days)
            .any(|other| told.repeats(other));
        if !same {
            kept.push(told);
        }
        !same
    });
}

/// What an event says, to be compared.
struct Told {
    days: Option<(Date, Date)>,
    /// Hashes of the names in it, sorted.
    names: Vec<u64>,
    /// Hashes of the other content words, sorted.
    words: Vec<u64>,
    /// The actors, sorted, by their places in the cast.
    actors: Vec<usize>,
    /// The hash of the verb that tells what was done.
    verb: Option<u64>,
}

impl Told {
    fn new(text: &Text<'_>, cast: &Cast, draft: &Draft<'_>) -> Self {
        let tokens = draft.clause.tokens;
        let date = text.tokens.within(draft.date.span);
        let no_content = category::FUNCTION_WORD.or(category::SPEECH_VERB);
        let (mut names, mut words) = (Vec::new(), Vec::new());
        for range in draft.clause.subject.into_iter().chain([tokens]) {
            for index in range.indices().filter(|index| !date.holds(*index)) {
                let token = text.token(index);
                if !(token.is_word() || token.shape == Shape::Number) || token.is(no_content) {
                    continue;
                }
                let list = if token.is_capitalised() && index > range.start() {
                    &mut names
                } else {
                    &mut words
                };
                list.push(fold(text.word(index), text.lexicon));
            }
        }
        let verb = tokens.indices().find(|index| {
            is_finite(text, *index)
                && !text
                    .token(*index)
                    .is(category::AUXILIARY.or(category::SPEECH_VERB))
        });
        let mut told = Self {
            days: draft.date.value.interval(),
            names,
            words,
            actors: actors(cast, tokens),
            verb: verb.map(|index| fold(text.word(index), text.lexicon)),
        };
        for list in [&mut told.names, &mut told.words] {
            list.sort_unstable();
            list.dedup();
        }
        told
    }

    /// Whether the same is told: two thirds of the shorter one's words are in the other, not names alone, or the same
    /// actors do the same.
    fn repeats(&self, other: &Self) -> bool {
        let all = |told: &Self| told.names.len() + told.words.len();
        let words = shared(&self.words, &other.words);
        let names = shared(&self.names, &other.names) + self.crossed(other);
        // "The Lund fair opened", "the Oslo fair opened": other names, another event.
        let others = names == 0 && !self.names.is_empty() && !other.names.is_empty();
        let mostly = (words + names) * 3 >= all(self).min(all(other)).max(1) * 2
            && words * 2 >= self.words.len().min(other.words.len())
            && !others;
        let deed = self.verb.is_some() && self.verb == other.verb;
        mostly || deed && !self.actors.is_empty() && self.actors == other.actors
    }

    /// Words that are a name here and open the clause there, where every word has a capital.
    fn crossed(&self, other: &Self) -> usize {
        shared(&self.names, &other.words) + shared(&self.words, &other.names)
    }
}

fn actors(cast: &Cast, tokens: TokenRange) -> Vec<usize> {
    let start = cast.first_mention_from(tokens.start());
    let mentions = cast.mentions.get(start..).unwrap_or_default().iter();
    let mut members: Vec<usize> = mentions
        .take_while(|mention| mention.tokens.start() < tokens.end())
        .map(|mention| mention.member)
        .collect();
    members.sort_unstable();
    members.dedup();
    members
}

/// How many of the sorted `words` are among the sorted `others`.
fn shared(words: &[u64], others: &[u64]) -> usize {
    words
        .iter()
        .filter(|word| others.binary_search(word).is_ok())
        .count()
}

/// FNV-1a of the word in lower case, without the ending of a plural or past form.
fn fold(word: &str, lexicon: &Lexicon) -> u64 {
    let stem = [lexicon.past_ending, lexicon.plural_ending]
        .into_iter()
        .find_map(|endings| without_ending(word, endings))
        .filter(|stem| stem.len() >= STEM)
        .unwrap_or(word);
    stem.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}
