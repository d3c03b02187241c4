//! Is a quoted segment anybody's speech, and of which kind?
//!
//! Titles of works, nicknames, words as words and scare quotes stand in quotation marks as well. What gives them away is
//! that they are short, close no sentence, and that no verb of speech governs them.

use super::sieves::{Found, Scene};
use crate::briefing::{QuoteKind, Rule};
use crate::extract::lexicon::category;
use crate::extract::text::Shape;

/// Words from which on a segment is speech even where nothing tells whose.
const LONG: usize = 6;

/// The kind of speech that the segment is; `None` where it is nobody's.
pub(super) fn kind(scene: &Scene<'_>, found: Option<&Found>) -> Option<QuoteKind> {
    let form = form(scene);
    let kind = if form.whole {
        QuoteKind::Direct
    } else {
        QuoteKind::Mixed
    };
    if is_named(scene) && form.words < LONG {
        return None;
    }
    let governed = found.is_some_and(|found| {
        found.cue.is_some()
            || matches!(
                found.rule,
                Rule::Label | Rule::OpenParagraph | Rule::LeftInSentence
            )
    });
    (governed || form.whole || form.words >= LONG).then_some(kind)
}

/// What a segment looks like.
struct Form {
    words: usize,
    /// Opens with a capital and closes a sentence, or reads like one.
    whole: bool,
}

fn form(scene: &Scene<'_>) -> Form {
    let text = scene.phrases.text;
    let tokens = scene.quoted.tokens;
    let inner = tokens.start() + 1..tokens.end() - usize::from(scene.quoted.closed);
    let words = inner.clone().filter(|index| text.token(*index).is_word()).count();
    let first = text.token(inner.start);
    let last = text.token(inner.end.saturating_sub(1));
    let opens = first.is_capitalised() || first.shape == Shape::Number;
    let closes = matches!(
        last.shape,
        Shape::Punctuation('.' | '?' | '!' | '…' | ',' | '—' | '–' | '-')
    );
    Form {
        words,
        whole: opens && (closes && words >= 3 || words >= LONG)
            || (scene.stands_alone() && scene.opens_sentence() && words >= 2),
    }
}

/// Whether the words before the segment say that it is a name, title or term: the so-called “…”, the film “…”.
fn is_named(scene: &Scene<'_>) -> bool {
    let text = scene.phrases.text;
    let start = scene.quoted.tokens.start();
    start > scene.sentence.tokens.start()
        && text.token(start - 1).is(category::NAMING_WORD)
        && !scene.phrases.is_cue(start - 1)
}
