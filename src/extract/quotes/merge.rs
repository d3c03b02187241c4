//! One utterance, several parts: `“A,” he said, “and B.”` and `“A,” he said. “B.”`

use super::{Utterance, segment_span};
use crate::briefing::{CleanText, Quote, QuoteKind, Rule, Span};
use crate::extract::lexicon::category;
use crate::extract::text::Text;

/// What stands between two parts of a quote.
const BETWEEN: &str = " … ";

/// The quotes that `utterances` make, in order.
pub(super) fn merged(text: &Text<'_>, utterances: &[Utterance]) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::with_capacity(utterances.len());
    let mut previous: Option<&Utterance> = None;
    for utterance in utterances {
        let span = segment_span(text, utterance.segment);
        let goes_on = previous.is_some_and(|previous| continues(text, previous, utterance));
        previous = Some(utterance);
        match quotes.last_mut().filter(|_| goes_on) {
            Some(quote) => {
                quote.parts.push(span);
            }
            None => quotes.push(Quote {
                kind: utterance.kind,
                text: CleanText::line(span.of(text.source)),
                parts: vec![span],
                speaker: utterance.speaker.clone(),
                mention: utterance.mention.map(|tokens| text.span(tokens)),
                cue: utterance.cue.map(|tokens| text.span(tokens)),
                rule: utterance.rule,
                confidence: utterance.confidence,
                said_on: None,
            }),
        }
    }
    for quote in quotes.iter_mut().filter(|quote| quote.parts.len() > 1) {
        quote.text = joined(text, &quote.parts);
    }
    quotes
}

/// The words of a quote's parts.
pub(super) fn joined(text: &Text<'_>, parts: &[Span]) -> CleanText {
    let words: Vec<&str> = parts.iter().map(|part| part.of(text.source)).collect();
    CleanText::line(&words.join(BETWEEN))
}

/// Gives what a paragraph leaves open to whoever is named only where it closes: `“A.` ¶ `“B,” he said.`
pub(super) fn carry_back(text: &Text<'_>, utterances: &mut [Utterance]) {
    for index in (1..utterances.len()).rev() {
        let Some([opening, rest @ ..]) = utterances.get_mut(index - 1..) else {
            continue;
        };
        let Some(closing) = rest.first().filter(|closing| goes_on(text, opening, closing)) else {
            continue;
        };
        let guessed = !opening.is_attributed() || opening.rule == Rule::PreviousParagraph;
        if guessed && closing.is_attributed() {
            opening.speaker = closing.speaker.clone();
            opening.mention = closing.mention;
            opening.confidence = closing.confidence;
            opening.rule = Rule::OpenParagraph;
        }
    }
}

/// Whether the paragraph of `previous` left its marks open and `next` opens the one after it. Where its last word tells
/// that somebody said it, the closing mark is merely missing.
fn goes_on(text: &Text<'_>, previous: &Utterance, next: &Utterance) -> bool {
    let last = previous.tokens.end().saturating_sub(2);
    next.segment == previous.segment + 1
        && text
            .quoted
            .get(next.segment)
            .is_some_and(|quoted| quoted.continues)
        && !text.token(last).is(category::SPEECH_VERB)
}

/// Whether `next` is one utterance with `previous`.
fn continues(text: &Text<'_>, previous: &Utterance, next: &Utterance) -> bool {
    if previous.speaker != next.speaker || next.segment != previous.segment + 1 {
        return false;
    }
    if goes_on(text, previous, next) {
        return true;
    }
    if !next.is_attributed() {
        return false;
    }
    let (earlier, later) = (
        text.sentence_of(previous.tokens.start()),
        text.sentence_of(next.tokens.start()),
    );
    if earlier == later {
        return previous.kind == QuoteKind::Direct;
    }
    later == earlier + 1
        && previous.kind == QuoteKind::Direct
        && next.rule == Rule::CarriedOver
        && text.paragraph_of(previous.tokens.start()) == text.paragraph_of(next.tokens.start())
}
