//! Verbs that make words somebody's speech, and their subjects.

use crate::extract::lexicon::{category, ends_in, without_ending};
use crate::extract::quotes::phrases::{CUE_VERB, Phrases, SPEAKING_NOUN};
use crate::extract::text::{Shape, Token};

/// Tokens that a search for a verb or its subject goes over at most: what keeps a text of one endless sentence linear.
pub(super) const REACH: usize = 90;
/// Words that may stand between auxiliary or subject and verb, at most.
const ADVERBS: usize = 6;

/// Tokens of a headline, at most.
const HEADLINE: usize = 30;

/// What a verb of speech does with its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// The subject speaks.
    Active,
    /// The subject is spoken to or of.
    Passive,
}

/// Bytes that stand before an ending at least: "red" has none.
const SHORTEST_STEM: usize = 2;

impl Phrases<'_> {
    pub(super) fn token(&self, index: usize) -> Token {
        self.text.token(index)
    }

    /// Whether the token is a word in lower case with one of `endings`, a list of the lexicon.
    pub(super) fn ends_in(&self, index: usize, endings: &[&str]) -> bool {
        self.token(index).shape == Shape::Lower && self.has_ending(index, endings)
    }

    fn has_ending(&self, index: usize, endings: &[&str]) -> bool {
        without_ending(self.text.word(index), endings).is_some_and(|stem| stem.len() >= SHORTEST_STEM)
    }

    /// Whether the token stands between a subject and its verb without changing either: "also", "has", "reportedly".
    pub(super) fn is_adverbial(&self, index: usize) -> bool {
        let token = self.token(index);
        token.is(category::ADVERB.or(category::AUXILIARY).or(category::NEGATION))
            || (self.ends_in(index, self.text.lexicon.adverb_ending) && !token.is(category::FUNCTION_WORD))
    }

    /// Whether the token is the present participle of a verb: "saying".
    pub(super) fn is_participle(&self, index: usize) -> bool {
        let token = self.token(index);
        token.is_word() && self.has_ending(index, self.text.lexicon.participle_ending)
    }

    /// Whether the token is a verb of speech in a form that reports, and no noun.
    pub(super) fn is_cue(&self, index: usize) -> bool {
        let token = self.token(index);
        if token.quoted || !token.is_word() || token.shape == Shape::Upper {
            return false;
        }
        let before = |offset: usize| {
            index
                .checked_sub(offset)
                .map(|i| self.token(i))
                .unwrap_or_default()
        };
        let listed = token.is(CUE_VERB)
            || self
                .text
                .phrase(index)
                .is_some_and(|(_, categories)| categories.any(CUE_VERB));
        if listed {
            if token.shape != Shape::Lower && !self.opens_clause(index) && !self.in_title_case(index) {
                return false;
            }
            let determined = before(1).is(category::DETERMINER) && !before(1).is(category::PRONOMINAL);
            if determined || before(1).shape == Shape::Possessive {
                return false;
            }
            return !token.is(category::NOUN_OR_VERB) || self.has_plain_subject(index);
        }
        token.is(category::SPEECH_BASE.or(category::JUDGEMENT_BASE))
            && token.shape == Shape::Lower
            && (1..=ADVERBS)
                .map(before)
                .find(|token| !token.is(category::ADVERB))
                .is_some_and(|token| token.is(category::AUXILIARY.or(category::INFINITIVE)))
            || token.is(category::SPEECH_BASE)
                && token.shape == Shape::Lower
                && self.has_plural_subject(index)
    }

    /// Whether several stand right before the verb, or somebody who speaks of themselves: "critics argue", "they insist".
    fn has_plural_subject(&self, verb: usize) -> bool {
        let start = self.group_start(verb, verb.saturating_sub(ADVERBS));
        let Some(before) = start
            .checked_sub(1)
            .filter(|_| start == verb || !self.token(start).is(category::AUXILIARY))
        else {
            return false;
        };
        let token = self.token(before);
        let (lexicon, word) = (self.text.lexicon, self.text.word(before));
        token.is(category::PRONOUN_SUBJECT) && token.is(category::PRONOUN_THEY.or(category::PRONOUN_FIRST))
            || token.is(SPEAKING_NOUN)
                && !token.is(category::NOUN_OR_VERB)
                && ends_in(word, lexicon.plural_ending)
                && !ends_in(word, lexicon.uninflected_ending)
    }

    /// Whether a pronoun, name or person stands right before the verb, as it must where the verb could be a noun.
    fn has_plain_subject(&self, verb: usize) -> bool {
        let start = self.group_start(verb, verb.saturating_sub(ADVERBS));
        let Some(before) = start.checked_sub(1) else {
            return false;
        };
        let token = self.token(before);
        token.is(category::PRONOUN_SUBJECT)
            || token.is(SPEAKING_NOUN) && !token.is(category::NOUN_OR_VERB)
            || token.is(category::RELATIVE)
            || self.cast.mention_at(before).is_some()
    }

    /// Whether the token stands in a headline in which every word but the small ones has a capital: "Vance Says Nets Are New".
    pub(super) fn in_title_case(&self, index: usize) -> bool {
        let paragraph = self.text.paragraphs.get(self.text.paragraph_of(index));
        let Some(tokens) = paragraph.map(|paragraph| paragraph.tokens) else {
            return false;
        };
        tokens.indices().len() <= HEADLINE
            && tokens
                .indices()
                .map(|index| self.token(index))
                .all(|token| token.quoted || token.shape != Shape::Lower || token.is(category::FUNCTION_WORD))
    }

    fn opens_clause(&self, index: usize) -> bool {
        index == 0
            || matches!(self.token(index - 1).shape, Shape::Punctuation(_) | Shape::Mark)
            || self.text.paragraph_of(index) != self.text.paragraph_of(index - 1)
    }

    /// Whether the verb at `verb` is in the passive: "was told", "has been called".
    pub(super) fn voice(&self, verb: usize) -> Voice {
        if self.is_participle(verb) {
            return Voice::Active;
        }
        let auxiliary = (1..=ADVERBS)
            .filter_map(|offset| verb.checked_sub(offset))
            .take_while(|index| self.is_adverbial(*index) || self.token(*index).shape == Shape::Possessive)
            .any(|index| self.token(index).is(category::BE));
        if auxiliary { Voice::Passive } else { Voice::Active }
    }

    /// Whether the token is a comma or dash, or closes a quote that ends in one.
    pub(super) fn is_break(&self, index: usize) -> bool {
        let token = self.token(index);
        if token.shape == Shape::Mark {
            let last = index.checked_sub(1).map(|i| self.token(i)).unwrap_or_default();
            return matches!(last.shape, Shape::Punctuation(',' | '?' | '!' | '—' | '–'));
        }
        !token.quoted && (token.is_punctuation(',') || token.is_dash())
    }

    /// Whether the token is a verb that has a subject of its own, as far as its form tells.
    pub(super) fn is_finite(&self, index: usize) -> bool {
        let token = self.token(index);
        if token.quoted || token.shape != Shape::Lower {
            return false;
        }
        let before = index.checked_sub(1).map(|i| self.token(i)).unwrap_or_default();
        if before.is(category::DETERMINER.or(category::PREPOSITION)) && !before.is(category::PRONOMINAL)
            || before.shape == Shape::Possessive
        {
            return false;
        }
        if token.is(category::AUXILIARY) {
            return true;
        }
        if self.is_participle(index) {
            return false;
        }
        token.is(category::FINITE_VERB)
            || self.is_cue(index)
            || self.ends_in(index, self.text.lexicon.past_ending)
    }

    /// Where the verb's auxiliaries and adverbs start.
    pub(super) fn group_start(&self, verb: usize, floor: usize) -> usize {
        let mut start = verb;
        while start > floor && verb - start < ADVERBS && self.is_adverbial(start - 1) {
            start -= 1;
        }
        start
    }

    /// The first token from `index` on that is no adverb or auxiliary.
    pub(super) fn after_adverbs(&self, index: usize, end: usize) -> usize {
        let mut next = index;
        while next < end && next - index < ADVERBS && self.is_adverbial(next) {
            next += 1;
        }
        next
    }
}
