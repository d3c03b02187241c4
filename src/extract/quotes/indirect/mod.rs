//! Speech without marks: `Rutte said that Russia had no say`, `the talks failed, officials said`, `urged the council to act`.
//!
//! What somebody is told to have said, believe or mean to do, one construction a file. Something that was not said ("would
//! not say") is no speech. The words are those of the clause; where a clause holds quoted speech, that quote is the
//! utterance already.

mod according;
mod around;
mod clause;
mod ends;
mod nouns;
mod things;
mod verbs;

use super::phrases::{Phrase, Phrases};
use crate::briefing::Rule;
use crate::extract::lexicon::category;
use crate::extract::text::{Sentence, TokenRange};

/// Words in a clause that says something, at least.
const SHORTEST: usize = 3;

/// Words that somebody is told to have said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reported {
    /// The words, or those before the narrator breaks in.
    pub content: TokenRange,
    /// The words after the narrator broke in.
    pub resumed: Option<TokenRange>,
    /// Whose it is.
    pub phrase: Phrase,
    /// The verb, or "according to".
    pub cue: TokenRange,
    /// Where the speaker stands.
    pub rule: Rule,
}

impl Reported {
    /// Where the part that holds the token at `index` ends: its words, or the verb.
    fn end_past(&self, index: usize) -> Option<usize> {
        [Some(self.content), self.resumed, Some(self.cue)]
            .into_iter()
            .flatten()
            .find(|part| part.holds(index))
            .map(TokenRange::end)
    }
}

/// What the sentence reports without marks, in order.
pub(super) fn find(phrases: &Phrases<'_>, sentence: &Sentence) -> Vec<Reported> {
    let tokens = sentence.tokens;
    let around = according::find(phrases, tokens)
        .or_else(|| around::find(phrases, tokens))
        .filter(|reported| says_something(phrases, *reported));
    let mut found: Vec<Reported> = around.into_iter().collect();
    let mut index = tokens.start();
    while index < tokens.end() {
        // A report within a report is the outer speaker's.
        if let Some(end) = around.and_then(|outer| outer.end_past(index)) {
            index = end;
            continue;
        }
        let reported = after(phrases, index, tokens).filter(|reported| says_something(phrases, *reported));
        index = reported.map_or(index + 1, |reported| reported.content.end().max(index + 1));
        found.extend(reported);
    }
    found
}

/// What the word at `index` reports after it.
fn after(phrases: &Phrases<'_>, index: usize, sentence: TokenRange) -> Option<Reported> {
    if let Some(verb) = verbs::at(phrases, index) {
        return clause::after_verb(phrases, verb, sentence)
            .or_else(|| things::to_do(phrases, verb, sentence))
            .or_else(|| things::asked_of(phrases, verb, sentence))
            .or_else(|| things::spoken_of(phrases, verb, sentence));
    }
    nouns::after_noun(phrases, index, sentence)
}

fn says_something(phrases: &Phrases<'_>, reported: Reported) -> bool {
    let whole = |content: TokenRange| {
        let tokens = || content.indices().map(|index| phrases.text.token(index));
        !tokens().any(|token| token.quoted)
    };
    let words = |content: TokenRange| {
        content
            .indices()
            .filter(|index| phrases.text.token(*index).is_word())
            .count()
    };
    let resumed = reported.resumed.unwrap_or_default();
    whole(reported.content)
        && whole(resumed)
        && words(reported.content) + words(resumed) >= SHORTEST
        && !phrases
            .text
            .token(reported.content.start())
            .is(category::PRO_FORM)
}
