//! `SUBJECT VERB that CLAUSE`, `SUBJECT VERB CLAUSE`, `SUBJECT asked whether CLAUSE`.

use super::verbs::{self, Verb};
use super::{Reported, ends};
use crate::briefing::Rule;
use crate::extract::lexicon::{Categories, category};
use crate::extract::quotes::phrases::{Phrase, Phrases, Referent, is_nominal};
use crate::extract::text::{Shape, TokenRange};

/// Tokens between the verb and "that", at most.
const BEFORE_THAT: usize = 12;
/// Tokens between the start of a clause and its verb, at most.
const TO_THE_VERB: usize = 25;

/// The clause that `verb` reports.
pub(super) fn after_verb(phrases: &Phrases<'_>, verb: Verb, sentence: TokenRange) -> Option<Reported> {
    let takes = category::SPEECH_VERB
        .or(category::CLAUSE_VERB)
        .or(category::BELIEF_VERB)
        .or(category::EVIDENCE_VERB);
    if !verb.kinds.any(takes) {
        return None;
    }
    let mut start = clause_start(phrases, verb, sentence.end())?;
    // "said that, in June, …"
    start += usize::from(phrases.is_break(start));
    let phrase = verbs::subject(phrases, verb, sentence)?;
    let mut end = ends::of_clause(phrases, start, sentence.end());
    if is_subordinate(phrases, phrase, sentence.start()) {
        end = (start..end).find(|index| phrases.is_break(*index)).unwrap_or(end);
    }
    Some(Reported {
        content: TokenRange::new(start, end),
        resumed: None,
        phrase,
        cue: verb.tokens,
        rule: Rule::LeftInSentence,
    })
}

/// Whether the clause that reports is itself subordinate, and the sentence goes on after it: "while he said …, it …".
fn is_subordinate(phrases: &Phrases<'_>, subject: Phrase, floor: usize) -> bool {
    let mention = subject.mention.start();
    if phrases.text.token(mention).is(category::RELATIVE) && mention > floor && phrases.is_break(mention - 1)
    {
        // "Smith, who says it rains, left"
        return true;
    }
    let before = subject
        .extent
        .start()
        .checked_sub(1)
        .filter(|before| *before >= floor);
    before.is_some_and(|before| {
        let token = phrases.text.token(before);
        token.is(category::CIRCUMSTANCE)
            && (before == floor || phrases.is_break(before - 1) || before == floor + 1)
    })
}

/// Where the reported clause after the verb starts.
fn clause_start(phrases: &Phrases<'_>, verb: Verb, end: usize) -> Option<usize> {
    let text = phrases.text;
    let mut next = verb.tokens.end();
    if verb.kinds.any(category::TELLING_VERB) {
        next = phrases.opening(next, end)?.extent.end();
    }
    // "said there was no sign that …": the first clause is what was said, not the one inside it.
    if text.token(next).is(category::EXISTENTIAL) {
        return Some(next);
    }
    let bare = bare_clause(phrases, verb, next, end);
    // "said on Monday that …", but "said the news that …" has a subject first.
    let opens = text.token(next);
    if bare.is_some() && !opens.is(category::THAT) && !phrases.is_adverbial(next) && !opens.is_capitalised() {
        return bare;
    }
    for index in next..end.min(next + BEFORE_THAT) {
        let token = text.token(index);
        // "said in an interview published on Sunday that"
        let published = token.is(category::PUBLISHED) && opens.is(category::PREPOSITION);
        if token.quoted || phrases.is_cue(index) || index > next && phrases.is_finite(index) && !published {
            break;
        }
        if token.is(category::THAT) && !text.token(index + 1).is(category::GENITIVE) {
            return Some(index + 1);
        }
        if token.is(category::WHETHER) {
            return Some(index);
        }
        if matches!(token.shape, Shape::Punctuation(_)) && !token.is_punctuation(',') {
            break;
        }
    }
    bare
}

/// Where a clause without "that" starts: at `next`, or past when and where it was said.
fn bare_clause(phrases: &Phrases<'_>, verb: Verb, next: usize, end: usize) -> Option<usize> {
    // "said it rained", "told reporters on Monday it rained" needs "that".
    if opens_clause(phrases, next, end) {
        return Some(next);
    }
    let takes = verb.kinds.any(category::CLAUSE_VERB.or(category::BELIEF_VERB));
    let loose = verb.kinds.any(category::SAY_VERB);
    (takes && goes_on_as_clause(phrases, next, end, loose)).then_some(next)
}

/// Words that are no verb after a subject.
const NO_VERB: Categories = category::PREPOSITION
    .or(category::CONJUNCTION)
    .or(category::SUBORDINATOR)
    .or(category::DETERMINER)
    .or(category::RELATIVE);

/// Whether subject and finite verb stand at `start`.
pub(super) fn opens_clause(phrases: &Phrases<'_>, start: usize, end: usize) -> bool {
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

/// Whether a subject without article and a finite verb of its own follow: "said early voting would start".
fn goes_on_as_clause(phrases: &Phrases<'_>, start: usize, end: usize, loose: bool) -> bool {
    let token = phrases.text.token(start);
    let opens = (token.is_word() || token.shape == Shape::Number)
        && !token.is(category::PREPOSITION
            .or(category::CONJUNCTION)
            .or(category::SUBORDINATOR))
        && (loose || !phrases.is_adverbial(start) || token.is(category::DETERMINER))
        && !token.is(category::PRO_FORM);
    if !opens || token.quoted {
        return false;
    }
    // The verb of a relative clause is not the subject's.
    let mut wanted = 1;
    for index in start + 1..end.min(start + TO_THE_VERB) {
        let token = phrases.text.token(index);
        if token.quoted || !loose && (phrases.is_break(index) || token.is(category::CIRCUMSTANCE)) {
            return false;
        }
        let noun = phrases.text.token(index - 1);
        if token.is(category::RELATIVE)
            && (!token.is(category::DETERMINER) || noun.is_word() && is_nominal(noun))
        {
            wanted += 1;
        }
        if phrases.is_finite(index) && !phrases.is_finite(index - 1) {
            wanted -= 1;
            if wanted == 0 {
                return true;
            }
        }
    }
    false
}
