//! `CLAUSE, SUBJECT VERB.` and, where the narrator breaks in, `HALF, SUBJECT VERB, OTHER HALF.`

use super::{Reported, ends, verbs};
use crate::briefing::Rule;
use crate::extract::lexicon::{Categories, category};
use crate::extract::quotes::phrases::{Phrase, Phrases};
use crate::extract::quotes::sieves::trailing;
use crate::extract::text::{Shape, TokenRange};

/// Tokens of an attribution at the end of a sentence, at most.
const TAIL: usize = 40;
/// Tokens that tell when, where and to whom it was said, at most.
const ASIDE: usize = 8;

/// Verbs that may stand after what they report.
const REPORTS: Categories = category::CLAUSE_VERB
    .or(category::EVIDENCE_VERB)
    .or(category::SAY_VERB);

pub(super) fn find(phrases: &Phrases<'_>, sentence: TokenRange) -> Option<Reported> {
    let (start, end) = (sentence.start(), sentence.end());
    let is_comma = |index: &usize| phrases.is_break(*index) && !phrases.text.token(*index).quoted;
    let last = (start.max(end.saturating_sub(TAIL))..end)
        .rev()
        .filter(is_comma)
        .take(3);
    let first = (start..end.min(start + TAIL)).filter(is_comma).take(3);
    last.into_iter()
        .find_map(|comma| at(phrases, sentence, comma))
        .or_else(|| conforming(phrases, sentence))
        .or_else(|| {
            first
                .into_iter()
                .find_map(|comma| at(phrases, sentence, comma).filter(|reported| reported.resumed.is_some()))
        })
}

/// What the attribution after `comma` reports.
fn at(phrases: &Phrases<'_>, sentence: TokenRange, comma: usize) -> Option<Reported> {
    let (start, end) = (sentence.start(), sentence.end());
    let (cue, phrase) =
        trailing::closing(phrases, comma + 1, end).or_else(|| closing(phrases, comma + 1, end))?;
    let lead = usize::from(phrases.text.token(start).is(category::CONJUNCTION));
    let content = TokenRange::new(start + lead, comma);
    let after = (cue + 1).max(phrase.extent.end());
    if names_the_subject(phrases, content)
        || verbs::is_unsaid(phrases, cue)
        || !phrases.text.token(cue).is(REPORTS)
        || !phrase.is_speaker(phrases.text)
    {
        return None;
    }
    let rest = TokenRange::new(after, end);
    let broken = phrase.extent.end() <= cue;
    let told = phrases.text.token(cue).is(category::TELLING_VERB);
    let resumed = resumed(phrases, rest, told)
        .filter(|part| broken || phrases.text.token(part.start()).is(category::CONJUNCTION));
    let verb_follows = rest.indices().any(|index| phrases.is_finite(index));
    let speech_follows = rest.indices().any(|index| phrases.text.token(index).quoted);
    if speech_follows || resumed.is_none() && phrase.extent.end() <= cue && verb_follows {
        // "In the town where he grew up, officials said Tuesday voters had left."
        return None;
    }
    if resumed.is_none() && !content.indices().any(|index| phrases.is_finite(index)) {
        // "At one point, a woman cried."
        return None;
    }
    Some(Reported {
        content,
        resumed,
        phrase,
        cue: TokenRange::new(cue, cue + 1),
        rule: Rule::Trailing,
    })
}

/// `As SUBJECT VERB, CLAUSE` and `As reported by SUBJECT, CLAUSE`.
fn conforming(phrases: &Phrases<'_>, sentence: TokenRange) -> Option<Reported> {
    let end = sentence.end();
    let start = sentence.start() + 1;
    if !phrases.text.token(sentence.start()).is(category::CONFORMING) {
        return None;
    }
    let passive = phrases.text.token(start + 1).is(category::AGENT);
    let (cue, phrase) = if passive {
        (start, phrases.opening(start + 2, end)?)
    } else {
        let phrase = phrases.opening(start, end)?;
        let verb = phrases.after_phrase(phrase, end);
        verbs::at(phrases, verb)?;
        (verb, phrase)
    };
    if !phrases.text.token(cue).is(REPORTS) {
        return None;
    }
    let after = (cue + 1).max(phrase.extent.end());
    let comma = (after..end.min(after + ASIDE)).find(|index| phrases.is_break(*index))?;
    let content = TokenRange::new(comma + 1, ends::of_clause(phrases, comma + 1, end));
    content
        .indices()
        .any(|index| phrases.is_finite(index))
        .then_some(Reported {
            content,
            resumed: None,
            phrase,
            cue: TokenRange::new(cue, cue + 1),
            rule: Rule::AccordingTo,
        })
}

/// What goes on after the narrator broke in: "what was won, officials said on Monday, could be lost again".
fn resumed(phrases: &Phrases<'_>, rest: TokenRange, told: bool) -> Option<TokenRange> {
    let first = phrases.text.token(rest.start());
    let aside = told
        || phrases.is_break(rest.start())
        || first.is(category::PREPOSITION)
        || first.is_capitalised()
        || phrases.is_adverbial(rest.start());
    let comma = rest
        .indices()
        .take(ASIDE)
        .find(|index| phrases.is_break(*index))
        .filter(|_| aside)?;
    let part = TokenRange::new(comma + 1, ends::of_clause(phrases, comma + 1, rest.end()));
    let open = phrases.text.token(part.start());
    (!part.is_empty() && !phrases.is_participle(part.start()) && !open.is(category::RELATIVE)).then_some(part)
}

fn reports_a_clause(phrases: &Phrases<'_>, verb: usize) -> bool {
    phrases.text.token(verb).is(REPORTS)
}

/// A verb that takes a clause, in the lexicon of reports alone, and its subject, with nothing after them: ", a poll found".
fn closing(phrases: &Phrases<'_>, start: usize, end: usize) -> Option<(usize, Phrase)> {
    let phrase = phrases.opening(start, end)?;
    let verb = phrases.after_phrase(phrase, end);
    verbs::at(phrases, verb).filter(|_| verb < end && reports_a_clause(phrases, verb))?;
    let after = phrases.text.token(verb + 1);
    let ends = verb + 1 >= end
        || matches!(after.shape, Shape::Punctuation('.' | ',' | ';'))
        || after.is(category::PREPOSITION) && !after.is(category::INFINITIVE);
    ends.then_some((verb, phrase))
}

/// Whether the subject itself stands before the comma: "…, and the vicar, Hugh Pellow, said".
fn names_the_subject(phrases: &Phrases<'_>, content: TokenRange) -> bool {
    content
        .indices()
        .rev()
        .take_while(|index| !phrases.is_finite(*index))
        .any(|index| {
            phrases.text.token(index).is(category::CONJUNCTION)
                && index > content.start()
                && phrases.is_break(index - 1)
        })
}
