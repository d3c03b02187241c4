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
    let floor = start.max(end.saturating_sub(TAIL));
    let (comma, cue, phrase) = (floor..end)
        .rev()
        .filter(|index| phrases.is_break(*index) && !phrases.text.token(*index).quoted)
        .take(3)
        .find_map(|comma| {
            trailing::closing(phrases, comma + 1, end)
                .or_else(|| closing(phrases, comma + 1, end))
                .map(|(cue, phrase)| (comma, cue, phrase))
        })?;
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
    let broken = reports_a_clause(phrases, cue) && phrase.extent.end() <= cue;
    let resumed = resumed(phrases, rest).filter(|_| broken);
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

/// What goes on after the narrator broke in: "what was won, officials said on Monday, could be lost again".
fn resumed(phrases: &Phrases<'_>, rest: TokenRange) -> Option<TokenRange> {
    let first = phrases.text.token(rest.start());
    let aside = phrases.is_break(rest.start())
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
