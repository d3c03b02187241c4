//! `According to X, CLAUSE` and `CLAUSE, according to X`.

use super::{Reported, ends};
use crate::briefing::Rule;
use crate::extract::lexicon::category;
use crate::extract::quotes::phrases::{Phrase, Phrases, Referent};
use crate::extract::text::{Shape, TokenRange};

/// Tokens of a noun phrase that no determiner opens, at most.
const LONGEST_NOUN: usize = 12;

pub(super) fn find(phrases: &Phrases<'_>, sentence: TokenRange) -> Option<Reported> {
    let (start, end) = (sentence.start(), sentence.end());
    let cue = sentence.indices().find_map(|index| {
        phrases
            .text
            .phrase(index)
            .filter(|(_, categories)| categories.any(category::ACCORDING))
            .filter(|_| !phrases.text.token(index).quoted)
            .map(|(tokens, _)| tokens)
    })?;
    let phrase = phrases
        .opening(cue.end(), end)
        .or_else(|| bare_noun(phrases, cue.end(), end).map(|noun| phrases.with_attributes(noun, end)))?;
    // The words may follow in marks: "in the words of one, “…”".
    let after = phrase.extent.end();
    if (after..end.min(after + 3)).any(|index| phrases.text.token(index).quoted) {
        return None;
    }
    // "But, according to Smith, …" opens with Smith as well.
    let lead = start + usize::from(phrases.text.token(start).is(category::CONJUNCTION));
    let opens = cue.start() == lead || cue.start() == lead + 1 && phrases.is_break(lead);
    if opens {
        let comma = (after..end).find(|index| phrases.is_break(*index))?;
        return Some(Reported {
            content: TokenRange::new(comma + 1, ends::without_stop(phrases, comma + 1, end)),
            resumed: None,
            phrase,
            cue,
            rule: Rule::AccordingTo,
        });
    }
    let content = TokenRange::new(lead, ends::without_stop(phrases, lead, cue.start()));
    // "The plan, according to Smith, will fail": half a sentence before it is not the whole.
    let broken = phrases.is_break(cue.start() - 1)
        && phrases.is_break(after)
        && !content.indices().any(|index| phrases.is_finite(index));
    let resumed = broken
        .then(|| TokenRange::new(after + 1, ends::of_clause(phrases, after + 1, end)))
        .filter(|rest| !rest.is_empty());
    Some(Reported {
        content,
        resumed,
        phrase,
        cue,
        rule: Rule::AccordingTo,
    })
}

/// A noun phrase that no determiner opens: "figures from the port".
fn bare_noun(phrases: &Phrases<'_>, start: usize, end: usize) -> Option<Phrase> {
    let stop = (start..end.min(start + LONGEST_NOUN))
        .find(|index| {
            let token = phrases.text.token(*index);
            !token.is_word() && token.shape != Shape::Number
                || token.is(category::PREPOSITION
                    .or(category::RELATIVE)
                    .or(category::CONJUNCTION))
        })
        .unwrap_or(end.min(start + LONGEST_NOUN));
    let range = TokenRange::new(start, stop);
    (!range.is_empty()).then_some(Phrase {
        mention: range,
        extent: range,
        referent: Referent::Noun(stop - 1),
    })
}
