//! Speech without marks: `Rutte said that Russia had no say`, `the talks failed, officials said`, `according to the ministry`.
//!
//! Only what is plainly told to have been said counts: a verb of speech in a form that reports, no "would not say", no
//! belief. The words are those of the clause; where a clause holds quoted speech, that quote is the utterance already.

use super::cues::Voice;
use super::phrases::{Phrase, Phrases, Referent, SPEAKING_NOUN};
use super::sieves::trailing;
use crate::briefing::Rule;
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Sentence, Shape, TokenRange};

/// Tokens between the verb and "that", at most.
const BEFORE_THAT: usize = 12;
/// Words in a clause that says something, at least.
const SHORTEST: usize = 3;
/// Tokens of an attribution at the end of a sentence, at most.
const TAIL: usize = 40;

/// A clause that somebody is told to have said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reported {
    /// The clause.
    pub content: TokenRange,
    /// Whose it is.
    pub phrase: Phrase,
    /// The verb, or "according to".
    pub cue: TokenRange,
    /// Where the speaker stands.
    pub rule: Rule,
}

/// What the sentence reports without marks, in order, not overlapping.
pub(super) fn find(phrases: &Phrases<'_>, sentence: &Sentence) -> Vec<Reported> {
    let mut found: Vec<Reported> = according_to(phrases, sentence.tokens)
        .or_else(|| at_the_end(phrases, sentence.tokens))
        .into_iter()
        .collect();
    if found.is_empty() {
        let mut index = sentence.tokens.start();
        while index < sentence.tokens.end() {
            match after_verb(phrases, index, sentence.tokens) {
                Some(reported) => {
                    index = reported.content.end().max(index + 1);
                    found.push(reported);
                }
                None => index += 1,
            }
        }
    }
    found.retain(|reported| says_something(phrases, reported.content));
    found
}

fn says_something(phrases: &Phrases<'_>, content: TokenRange) -> bool {
    let tokens = || content.indices().map(|index| phrases.text.token(index));
    tokens().filter(|token| token.is_word()).count() >= SHORTEST && !tokens().any(|token| token.quoted)
}

/// `SUBJECT VERB that CLAUSE` and `SUBJECT VERB CLAUSE`, the verb at `verb`.
fn after_verb(phrases: &Phrases<'_>, verb: usize, sentence: TokenRange) -> Option<Reported> {
    let token = phrases.text.token(verb);
    if !token.is(category::SPEECH_VERB)
        || !phrases.is_cue(verb)
        || phrases.voice(verb) == Voice::Passive
        || is_unsaid(phrases, verb, sentence.start())
    {
        return None;
    }
    let start = clause_after(phrases, verb, sentence.end())?;
    let phrase = phrases
        .subject(verb, sentence)
        .filter(|phrase| phrase.is_speaker(phrases.text))?;
    let content = TokenRange::new(start, clause_end(phrases, start, sentence.end()));
    Some(Reported {
        content,
        phrase,
        cue: TokenRange::new(verb, verb + 1),
        rule: Rule::LeftInSentence,
    })
}

/// Whether the verb tells of what was not said, or may be said yet.
fn is_unsaid(phrases: &Phrases<'_>, verb: usize, floor: usize) -> bool {
    (floor.max(verb.saturating_sub(4))..verb)
        .rev()
        .map(|index| (index, phrases.text.token(index)))
        .take_while(|(index, token)| phrases.is_adverbial(*index) || token.is(category::INFINITIVE))
        .any(|(_, token)| token.is(category::NEGATION.or(category::MODAL).or(category::INFINITIVE)))
}

/// Where the reported clause after the verb starts.
fn clause_after(phrases: &Phrases<'_>, verb: usize, end: usize) -> Option<usize> {
    let text = phrases.text;
    let mut next = verb + 1;
    if text.token(verb).is(category::TELLING_VERB) {
        next = phrases.opening(next, end)?.extent.end();
    }
    // "said there was no sign that …": the first clause is what was said, not the one inside it.
    if text.token(next).is(category::EXISTENTIAL) {
        return Some(next);
    }
    for index in next..end.min(next + BEFORE_THAT) {
        let token = text.token(index);
        if token.quoted || phrases.is_cue(index) {
            break;
        }
        if token.is(category::THAT) && !text.token(index + 1).is(category::PREPOSITION) {
            return Some(index + 1);
        }
        if token.is(category::WHETHER) {
            return Some(index);
        }
        if matches!(token.shape, Shape::Punctuation(_)) {
            break;
        }
    }
    // "said it rained", "told reporters on Monday it rained" needs "that".
    opens_clause(phrases, next, end).then_some(next)
}

/// Words that are no verb after a subject.
const NO_VERB: Categories = category::PREPOSITION
    .or(category::CONJUNCTION)
    .or(category::SUBORDINATOR)
    .or(category::DETERMINER)
    .or(category::RELATIVE);

/// Whether subject and finite verb stand at `start`.
fn opens_clause(phrases: &Phrases<'_>, start: usize, end: usize) -> bool {
    let text = phrases.text;
    let token = text.token(start);
    if token.quoted {
        return false;
    }
    if token.is(category::CONTRACTED_SUBJECT) || token.is(category::EXISTENTIAL) {
        return true;
    }
    let Some(phrase) = phrases.opening(start, end) else {
        return false;
    };
    let after = phrase.extent.end();
    let next = text.token(after);
    // After a pronoun or a name a word in lower case is a verb, whether the lexicon has it or not.
    let verbal = next.shape == Shape::Lower && !next.quoted && !next.is(NO_VERB);
    verbal && !matches!(phrase.referent, Referent::Noun(_))
        || phrases.is_finite(after)
        || phrases.is_finite(phrases.after_adverbs(after, end))
        || phrases.text.token(after).is(category::AUXILIARY)
        || (text.token(start).is(category::PRONOUN_SUBJECT) && text.token(after).shape == Shape::Possessive)
}

/// Where a clause that starts at `start` ends: before its sentence's full stop, or before ", adding that".
fn clause_end(phrases: &Phrases<'_>, start: usize, end: usize) -> usize {
    let stop = (start..end)
        .find(|index| {
            phrases.is_break(*index)
                && (phrases.is_participle(*index + 1) && phrases.is_cue(*index + 1)
                    || phrases.text.token(*index + 1).is(category::CONTRAST))
                || phrases.text.token(*index).is_punctuation(';')
        })
        .unwrap_or(end);
    without_stop(phrases, start, stop)
}

fn without_stop(phrases: &Phrases<'_>, start: usize, end: usize) -> usize {
    let mut end = end;
    while end > start
        && matches!(
            phrases.text.token(end - 1).shape,
            Shape::Punctuation('.' | ',' | ';' | '—' | '–')
        )
    {
        end -= 1;
    }
    end
}

/// `CLAUSE, SUBJECT VERB.`
fn at_the_end(phrases: &Phrases<'_>, sentence: TokenRange) -> Option<Reported> {
    let (start, end) = (sentence.start(), sentence.end());
    let floor = start.max(end.saturating_sub(TAIL));
    let (comma, cue, phrase) = (floor..end)
        .rev()
        .filter(|index| phrases.is_break(*index) && !phrases.text.token(*index).quoted)
        .take(3)
        .find_map(|comma| {
            trailing::closing(phrases, comma + 1, end).map(|(cue, phrase)| (comma, cue, phrase))
        })?;
    let after = (cue + 1).max(phrase.extent.end());
    if is_unsaid(phrases, cue, comma + 1)
        || !phrase.is_speaker(phrases.text)
        || goes_on(phrases, TokenRange::new(after, end))
    {
        return None;
    }
    let lead = usize::from(phrases.text.token(start).is(category::CONJUNCTION));
    Some(Reported {
        content: TokenRange::new(start + lead, comma),
        phrase,
        cue: TokenRange::new(cue, cue + 1),
        rule: Rule::Trailing,
    })
}

/// Whether the clause goes on after the narrator broke in: "what was won, officials said, could be lost again".
fn goes_on(phrases: &Phrases<'_>, rest: TokenRange) -> bool {
    let comma = rest.indices().find(|index| phrases.is_break(*index));
    comma.is_some_and(|comma| (comma + 1..rest.end()).any(|index| phrases.is_finite(index)))
}

/// `According to X, CLAUSE` and `CLAUSE, according to X`.
fn according_to(phrases: &Phrases<'_>, sentence: TokenRange) -> Option<Reported> {
    let (start, end) = (sentence.start(), sentence.end());
    let cue = sentence.indices().find_map(|index| {
        phrases
            .text
            .phrase(index)
            .filter(|(_, categories)| categories.any(category::ACCORDING))
            .filter(|_| !phrases.text.token(index).quoted)
            .map(|(tokens, _)| tokens)
    })?;
    let phrase = phrases.opening(cue.end(), end)?;
    let head = match phrase.referent {
        Referent::Noun(head) => phrases.text.token(head).is(SPEAKING_NOUN),
        _ => true,
    };
    let content = if cue.start() == start {
        let comma = (phrase.extent.end()..end).find(|index| phrases.is_break(*index))?;
        TokenRange::new(comma + 1, without_stop(phrases, comma + 1, end))
    } else {
        TokenRange::new(start, without_stop(phrases, start, cue.start()))
    };
    head.then_some(Reported {
        content,
        phrase,
        cue,
        rule: Rule::AccordingTo,
    })
}
