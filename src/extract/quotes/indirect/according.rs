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
    let content = if cue.start() == start {
        let comma = (phrase.extent.end()..end).find(|index| phrases.is_break(*index))?;
        TokenRange::new(comma + 1, ends::without_stop(phrases, comma + 1, end))
    } else {
        TokenRange::new(start, ends::without_stop(phrases, start, cue.start()))
    };
    Some(Reported {
        content,
        resumed: None,
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
