//! When something was said, where the occasion has the date: "in a speech on Monday", "speaking to reporters on Friday, she
//! said", "wrote to the crew on Monday, telling them".

use super::dated::Dated;
use super::statement::is_finite;
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Shape, Text, TokenRange};

/// Words of an opening that may hold the occasion and its date.
const OPENING: usize = 24;
/// Words between a date and the occasion it is told of: "Monday night's televised debate".
const BEHIND: usize = 4;
/// Words that may follow a closing occasion: "in a speech on Friday at the town hall".
const REST: usize = 12;
/// Words of a name with its title.
const NAME: usize = 5;
/// Words between a date and the comma before a participle.
const CLOSE: usize = 6;

/// What is said, written or held.
const OCCASION: Categories = category::SPEECH_NOUN.or(category::OCCASION);

/// Whether the date is that of the occasion on which the verb of speech at `cue` was spoken.
pub(super) fn dates_occasion(text: &Text<'_>, dated: Dated, cue: TokenRange, sentence: TokenRange) -> bool {
    if text.token(dated.tokens.start()).quoted {
        return false;
    }
    if dated.tokens.start() >= cue.end() {
        closes(text, dated, cue, sentence)
    } else {
        dated.tokens.end() <= cue.start()
            && (opens(text, dated, cue, sentence)
                || stands_between(text, dated, cue, sentence)
                || is_of_main_verb(text, dated, cue, sentence))
    }
}

/// "In a speech on Monday, Holm said", "Speaking to reporters on Monday, Holm said", "During Monday's debate, Holm said".
fn opens(text: &Text<'_>, dated: Dated, cue: TokenRange, sentence: TokenRange) -> bool {
    let date = dated.tokens;
    let start = (sentence.start().max(date.start().saturating_sub(OPENING))..=date.start())
        .rev()
        .find(|start| *start == sentence.start() || text.token(start - 1).quoted);
    let Some(start) = start else { return false };
    let first = (start..date.start())
        .find(|index| {
            let token = text.token(*index);
            !token.is_punctuation(',') && !token.is(category::CONNECTIVE.or(category::CONJUNCTION))
        })
        .unwrap_or(start);
    let speaking = text.token(first).is(category::SPEAKING);
    if !speaking && !text.token(first).is(category::PREPOSITION) {
        return false;
    }
    (speaking || has_occasion(text, TokenRange::new(first, date.start())) || leads_occasion(text, dated))
        && (ends_in_name(text, TokenRange::new(date.end(), cue.start()))
            || (date.end()..cue.start()).any(|index| text.token(index).is_punctuation(',')))
        && (first + 1..cue.start()).all(|index| !opens_clause(text, index) || is_publication(text, index))
}

/// Whether the words are nothing but a name with its title: "In a speech on Monday Mayor Holm said".
fn ends_in_name(text: &Text<'_>, range: TokenRange) -> bool {
    (1..=NAME).contains(&range.len())
        && range.indices().all(|index| {
            let token = text.token(index);
            token.is_capitalised() && !token.quoted
        })
}

/// "Holm, in an interview published on Sunday, said"
fn stands_between(text: &Text<'_>, dated: Dated, cue: TokenRange, sentence: TokenRange) -> bool {
    let date = dated.tokens;
    let Some(close) = cue
        .start()
        .checked_sub(1)
        .filter(|close| text.token(*close).is_punctuation(','))
    else {
        return false;
    };
    let open = (sentence.start().max(date.start().saturating_sub(OPENING))..date.start())
        .rev()
        .find(|index| text.token(*index).is_punctuation(','));
    let Some(first) = open.map(|open| open + 1) else {
        return false;
    };
    let speaking = text.token(first).is(category::SPEAKING);
    (speaking || text.token(first).is(category::OCCASION_LEAD))
        && (speaking
            || has_occasion(text, TokenRange::new(first, date.start()))
            || leads_occasion(text, dated))
        && (first + 1..close).all(|index| !opens_clause(text, index) || is_publication(text, index))
}

/// "said in Monday's speech", "argued … in a speech on Friday".
fn closes(text: &Text<'_>, dated: Dated, cue: TokenRange, sentence: TokenRange) -> bool {
    let date = dated.tokens;
    let lead = (cue.end()..date.start())
        .rev()
        .take_while(|index| !opens_clause(text, *index) && !text.token(*index).quoted)
        .filter(|index| {
            text.token(*index).is(category::OCCASION_LEAD) && text.token(*index).shape == Shape::Lower
        })
        .find(|index| {
            has_occasion(text, TokenRange::new(*index, date.start())) || leads_occasion(text, dated)
        });
    let Some(lead) = lead else { return false };
    let before = text.token(lead - 1);
    let beside_verb = lead == cue.end();
    let apart = before.quoted || before.shape == Shape::Mark || before.is_punctuation(',');
    let rest = date.end()..sentence.end();
    let ends = rest.len() <= REST && rest.clone().all(|index| !opens_clause(text, index));
    beside_verb || apart && ends
}

/// "wrote to the crew on Monday, telling them": the participle shares the date of the verb before it.
fn is_of_main_verb(text: &Text<'_>, dated: Dated, cue: TokenRange, sentence: TokenRange) -> bool {
    let date = dated.tokens;
    let Some(comma) = cue.start().checked_sub(1) else {
        return false;
    };
    !dated.attributive
        && text.token(comma).is_punctuation(',')
        && text.ends_in(cue.start(), text.lexicon.participle_ending)
        && date.end() <= comma
        && comma - date.end() <= CLOSE
        && (date.end()..comma).all(|index| !opens_clause(text, index) && !text.token(index).quoted)
        && (sentence.start().max(date.start().saturating_sub(OPENING))..date.start())
            .any(|index| is_finite(text, index))
}

fn has_occasion(text: &Text<'_>, range: TokenRange) -> bool {
    range.indices().any(|index| is_occasion(text, index))
}

/// "Monday's televised debate": the occasion follows its date.
fn leads_occasion(text: &Text<'_>, dated: Dated) -> bool {
    let end = dated.tokens.end();
    dated.attributive
        && (end..end + BEHIND)
            .take_while(|index| !matches!(text.token(*index).shape, Shape::Punctuation(_) | Shape::Nothing))
            .any(|index| is_occasion(text, index))
}

fn is_occasion(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    token.is_word() && !token.quoted && token.is(OCCASION)
}

/// Whether a clause of its own begins or stands here.
fn opens_clause(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    let opens = category::RELATIVE
        .or(category::SUBORDINATOR)
        .or(category::PRONOUN_SUBJECT);
    is_finite(text, index) && !is_publication(text, index)
        || token.shape == Shape::Lower && token.is(opens) && !token.is(category::PREPOSITION)
}

/// "an interview published on Sunday": a participle right behind the occasion.
pub(super) fn is_publication(text: &Text<'_>, index: usize) -> bool {
    index > 0 && is_occasion(text, index - 1) && text.token(index).is(category::PUBLISHED)
}
