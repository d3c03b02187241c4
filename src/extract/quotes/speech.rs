//! Is a quoted segment anybody's speech, and of which kind?
//!
//! Titles of works, nicknames, words as words and scare quotes stand in quotation marks as well. What gives them away is
//! that they are short, close no sentence, and that no verb of speech governs them. How much each sign counts is learned:
//! see [`super::evidence`].

use super::echoes::Echoes;
use super::evidence;
use super::sieves::{Found, Scene};
use crate::briefing::{QuoteKind, Rule, Span};
use crate::extract::lexicon::category;
use crate::extract::linear::{Features, speech};
use crate::extract::text::{Shape, TokenRange};

/// Log-odds from which on a segment is shown as speech: about five to three.
const SURE: f32 = 0.5;
/// Words from which on a segment is no short fragment.
const LONG: usize = 6;
/// Tokens of the object between a verb and what it calls it, at most.
const OBJECT: usize = 6;

/// The kind of speech that the segment is; `None` where it is nobody's. `weighed` is told what counted for and against a
/// segment whose form does not decide.
pub(super) fn kind(
    scene: &Scene<'_>,
    found: Option<&Found>,
    echoes: &Echoes,
    weighed: &mut impl FnMut(Span, Features),
) -> Option<QuoteKind> {
    let form = form(scene, found);
    let kind = if form.whole {
        QuoteKind::Direct
    } else {
        QuoteKind::Mixed
    };
    if form.decides() {
        return Some(kind);
    }
    let features = evidence::features(scene, found, &form, echoes);
    weighed(scene.quoted.inner, features);
    (speech::MODEL.log_odds(features) > SURE).then_some(kind)
}

/// What a segment looks like.
#[expect(clippy::struct_excessive_bools, reason = "signs, each of its own")]
pub(super) struct Form {
    pub words: usize,
    /// Opens with a capital and closes a sentence, or reads like one.
    pub whole: bool,
    /// The words before it say that it is a name, title or term.
    pub named: bool,
    /// It reads like the title of a work.
    pub title: bool,
    /// It opens its sentence, and who said it follows.
    pub followed: bool,
}

impl Form {
    /// Whether what it looks like makes it speech: many words, a sentence, or words that their speaker follows.
    fn decides(&self) -> bool {
        (self.words >= LONG || (self.whole || self.followed) && !self.named) && !self.title
    }
}

fn form(scene: &Scene<'_>, found: Option<&Found>) -> Form {
    let text = scene.phrases.text;
    let inner = scene.inner();
    let words = inner.clone().filter(|index| text.token(*index).is_word()).count();
    let first = text.token(inner.start);
    let opens = first.is_capitalised() || first.shape == Shape::Number;
    let closes = matches!(
        scene.last_inside(),
        Shape::Punctuation('.' | '?' | '!' | '…' | ',' | '—' | '–' | '-')
    );
    let attributed_after = found.is_some_and(|found| found.rule == Rule::RightAdjacent);
    Form {
        words,
        whole: opens
            && (closes && (words >= 3 || scene.opens_sentence() && attributed_after) || words >= LONG)
            || (scene.stands_alone() && scene.opens_sentence() && words >= 2),
        named: is_named(scene),
        title: is_title(scene, found),
        followed: attributed_after && scene.opens_sentence(),
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

/// Whether the segment reads like the title of a work: every word but the small ones has a capital, and no verb of speech
/// leads up to it.
fn is_title(scene: &Scene<'_>, found: Option<&Found>) -> bool {
    let text = scene.phrases.text;
    let tokens = scene.quoted.tokens;
    if scene.opens_sentence() && !scene.stands_alone() {
        return false;
    }
    let led = tokens.start().checked_sub(1).is_some_and(|before| {
        scene.phrases.is_cue(before)
            || found
                .and_then(|found| found.cue)
                .is_some_and(|cue| names_object(scene, cue))
            || text.token(before).is_punctuation(':')
            || found.and_then(|found| found.cue).is_some_and(|cue| {
                cue.end() < tokens.start() && text.token(before).is_punctuation(',') && before - cue.end() < 6
            })
    });
    let inner = scene.inner();
    let last = inner.end.saturating_sub(1);
    let mut capitals = 0;
    for index in inner {
        let token = text.token(index);
        if token.is_capitalised() {
            capitals += 1;
        } else if token.is_word() && (!token.is(category::FUNCTION_WORD) || capitals == 0)
            || matches!(token.shape, Shape::Punctuation('?' | '!'))
            || token.is_punctuation('.') && index < last
        {
            return false;
        }
    }
    let before = tokens
        .start()
        .checked_sub(1)
        .map(|index| text.token(index))
        .unwrap_or_default();
    !led && (capitals >= 2 || before.shape == Shape::Possessive && capitals == 1)
}

/// Whether the verb says of somebody what the segment is: "called Smith “Little Tom”".
fn names_object(scene: &Scene<'_>, cue: TokenRange) -> bool {
    let start = scene.quoted.tokens.start();
    let gap = cue.end()..start;
    scene.phrases.text.token(cue.start()).is(category::JUDGEMENT_VERB)
        && (1..=OBJECT).contains(&gap.len())
        && gap.clone().any(|index| {
            let token = scene.phrases.text.token(index);
            token.is_word() && !token.is(category::DETERMINER)
        })
}
