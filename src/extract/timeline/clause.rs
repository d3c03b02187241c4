//! The clause that a date belongs to, read without its attribution.

use super::dated::Dated;
use super::occasion::dates_occasion;
use super::statement::{dates_verb, is_finite};
use crate::extract::dateline::without_dateline;
use crate::extract::lexicon::category;
use crate::extract::text::{Sentence, Shape, Text, TokenRange};

/// Words of an attribution that closes a sentence: ", the mayor of the town said on Tuesday".
const ATTRIBUTION: usize = 14;
/// Words between a verb of speech and the "that" of what was said: "told reporters in Paris that".
const BEFORE_THAT: usize = 8;
/// Words that a clause has at least, date and all, to tell that something happened.
const LEAST: usize = 4;

/// Words of a subject that a relative clause is told of.
const ANTECEDENT: usize = 10;

/// The words that tell what happened at a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) tokens: TokenRange,
    /// The words before it that are its subject: "the bridge" of "the bridge, which was opened in 1961".
    pub(super) subject: Option<TokenRange>,
    /// The verb that reports it, which was left out: "said" of "the firm said it would sell".
    pub(super) report: Option<usize>,
}

/// The words that tell what happened at the date, of `sentence`; `others` are the further dates in it. `None` where they
/// tell nothing by themselves.
pub(super) fn clause(text: &Text<'_>, sentence: &Sentence, dated: Dated, others: &[Dated]) -> Option<Clause> {
    let whole = without_dateline(text, sentence);
    if !whole.holds(dated.tokens.start()) {
        return None;
    }
    let mut clause = if is_of_statement(text, dated, whole) {
        Clause {
            tokens: whole,
            subject: None,
            report: None,
        }
    } else {
        let reported = reported_start(text, dated, whole);
        let start = reported.map_or(whole.start(), |(start, _)| start);
        let mut end = attribution_start(text, dated, whole).unwrap_or(whole.end());
        if reported.is_some() {
            end = next_report(text, dated, TokenRange::new(start, end)).unwrap_or(end);
        }
        let half = coordinate(text, dated, others, TokenRange::new(start, end));
        let (tokens, subject) = own_clause(text, dated, half)?;
        let report = reported.filter(|_| half.start() == start && subject.is_none());
        Clause {
            tokens,
            subject,
            report: report.map(|(_, verb)| verb),
        }
    };
    clause.tokens = trimmed(text, clause.tokens, dated);
    let words = |range: TokenRange| {
        range
            .indices()
            .filter(|index| text.token(*index).is_word())
            .count()
    };
    let tells = clause
        .tokens
        .indices()
        .any(|index| is_finite(text, index) || is_present(text, index));
    (tells && words(clause.tokens) + clause.subject.map_or(0, words) >= LEAST).then_some(clause)
}

/// Whether the date is that of a statement in the sentence.
fn is_of_statement(text: &Text<'_>, dated: Dated, sentence: TokenRange) -> bool {
    sentence
        .indices()
        .filter(|index| is_speech(text, *index))
        .map(|index| TokenRange::new(index, index + 1))
        .any(|cue| dates_verb(text, dated, cue, sentence) || dates_occasion(text, dated, cue, sentence))
}

fn is_speech(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    token.shape == Shape::Lower && !token.quoted && token.is(category::SPEECH_VERB)
}

/// A verb in the present that no list has: "opens", "returns".
pub(in crate::extract) fn is_present(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    token.shape == Shape::Lower && token.is(category::TENSE_FUTURE)
        || token.shape == Shape::Lower
            && index > 0
            && text.ends_in(index, text.lexicon.present_ending)
            && !text.ends_in(index, text.lexicon.uninflected_ending)
            && (text.token(index - 1).is_word() && !text.token(index - 1).is(category::FUNCTION_WORD))
}

/// Where what was said begins, when a verb that only reports stands before the date: behind "that", or right behind the
/// verb. With the verb.
fn reported_start(text: &Text<'_>, dated: Dated, sentence: TokenRange) -> Option<(usize, usize)> {
    (sentence.start()..dated.tokens.start()).rev().find_map(|index| {
        let token = text.token(index);
        if token.quoted {
            return None;
        }
        if token.is(category::REPORT_OPENER) {
            return opens_report(text, index, sentence).map(|verb| (index + 1, verb));
        }
        let bare = is_speech(text, index)
            && token.is(category::PLAIN_REPORT)
            && opens_bare_report(text, index + 1, sentence);
        bare.then_some((index + 1, index))
    })
}

/// Whether a clause of its own begins at `start`, right behind a verb of speech: "said the bridge was shut", but not
/// "said Brandt, who had shut the bridge" or "said in Lund".
fn opens_bare_report(text: &Text<'_>, start: usize, sentence: TokenRange) -> bool {
    let opens = has_subject(text, start) && !text.token(start).quoted && start > sentence.start() + 1;
    opens
        && (start + 1..sentence.end())
            .take_while(|index| {
                let token = text.token(*index);
                !token.is(category::RELATIVE
                    .or(category::SUBORDINATOR)
                    .or(category::CONJUNCTION))
                    && !matches!(token.shape, Shape::Punctuation(_) | Shape::Mark)
            })
            .any(|index| is_finite(text, index) || is_present(text, index))
}

/// Where ", and that …" begins: a further thing that was said.
fn next_report(text: &Text<'_>, dated: Dated, range: TokenRange) -> Option<usize> {
    (dated.tokens.end()..range.end()).find(|index| {
        let token = text.token(*index);
        !token.quoted && token.is(category::CONJUNCTION) && text.token(index + 1).is(category::REPORT_OPENER)
    })
}

/// The plain verb of speech that reports what the "that" at `index` opens: before it, or before "and", further off.
fn opens_report(text: &Text<'_>, index: usize, sentence: TokenRange) -> Option<usize> {
    let joined = index > sentence.start() && text.token(index - 1).is(category::CONJUNCTION);
    let reach = if joined { index } else { BEFORE_THAT };
    (sentence.start().max(index.saturating_sub(reach))..index)
        .rev()
        .take_while(|before| joined || text.token(*before).shape != Shape::Punctuation(','))
        .find(|before| is_speech(text, *before))
        .filter(|verb| text.token(*verb).is(category::PLAIN_REPORT))
}

/// The part of `range` that tells of the date, where it stands in a clause within the clause: a relative clause right
/// behind the subject keeps the subject; one further on tells of something else, and gives nothing. With the subject
/// where that is parted from the clause.
fn own_clause(text: &Text<'_>, dated: Dated, range: TokenRange) -> Option<(TokenRange, Option<TokenRange>)> {
    let Some(opener) = inner_opener(text, dated, range) else {
        return Some((range, None));
    };
    let relative = text.token(opener).is(category::RELATIVE);
    if opener <= range.start() || opener == range.start() + 1 && !relative {
        return Some((range, None));
    }
    if let Some(person) = personal(text, range.start(), opener) {
        let end = end_of_aside(text, dated, range).unwrap_or(range.end());
        return Some((TokenRange::new(opener + 1, end), Some(person)));
    }
    // "During a debate that was held on Monday": not the subject.
    if text.token(range.start()).is(category::PREPOSITION) {
        return None;
    }
    let behind_subject =
        relative && !(range.start()..opener).any(|index| is_finite(text, index) || is_present(text, index));
    if !behind_subject {
        return None;
    }
    let end = end_of_aside(text, dated, range)?;
    let subject = antecedent(text, range.start(), opener)?;
    let verb = is_finite(text, opener + 1)
        || is_present(text, opener + 1)
        || is_finite(text, opener + 2) && is_adverb(text, opener + 1);
    if verb && subject.len() <= ANTECEDENT {
        return Some((TokenRange::new(opener + 1, end), Some(subject)));
    }
    Some((TokenRange::new(range.start(), end), None))
}

/// The comma or bracket that ends what is said in passing with the date.
fn end_of_aside(text: &Text<'_>, dated: Dated, range: TokenRange) -> Option<usize> {
    (dated.tokens.end()..range.end()).find(|index| {
        let token = text.token(*index);
        !token.quoted && (token.is_punctuation(',') || token.is_punctuation(')'))
    })
}

/// The last word of the name that ", who" follows, wherever in the sentence it stands.
fn personal(text: &Text<'_>, start: usize, opener: usize) -> Option<TokenRange> {
    let comma = opener.checked_sub(1)?;
    let name = comma.checked_sub(1).filter(|name| *name >= start)?;
    let told = text.token(opener).is(category::PERSONAL_RELATIVE)
        && text.token(opener).is(category::PRONOUN_SUBJECT)
        && text.token(comma).is_punctuation(',')
        && text.token(name).is_capitalised()
        && !text.token(name).quoted;
    told.then(|| TokenRange::new(name, name + 1))
}

/// What the relative clause that opens at `opener` is told of: the words from `start` on, without what only connects them
/// to the sentence before. `None` where they are no subject.
fn antecedent(text: &Text<'_>, start: usize, opener: usize) -> Option<TokenRange> {
    let connects = |index: &usize| {
        let token = text.token(*index);
        token.is_punctuation(',') || token.is(category::CONJUNCTION.or(category::CONNECTIVE))
    };
    let first = (start..opener).find(|index| !connects(index))?;
    let end = (first..opener)
        .rev()
        .find(|index| !text.token(*index).is_punctuation(','))?;
    let subject = TokenRange::new(first, end + 1);
    let whole = subject
        .indices()
        .all(|index| !matches!(text.token(index).shape, Shape::Punctuation(_) | Shape::Mark));
    (whole && !text.token(end).is(category::PREPOSITION)).then_some(subject)
}

/// Whether the word can stand between a relative pronoun and its verb: "who recently left".
fn is_adverb(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    token.shape == Shape::Lower && !token.is(category::DETERMINER.or(category::PRONOUN_SUBJECT))
}

/// Where the innermost clause that holds the date opens, if that is not the main one.
fn inner_opener(text: &Text<'_>, dated: Dated, range: TokenRange) -> Option<usize> {
    let mut verb = false;
    for index in (range.start()..dated.tokens.start()).rev() {
        let token = text.token(index);
        if token.quoted {
            continue;
        }
        if token.is_punctuation(';') {
            return None;
        }
        let opens = token.is(category::RELATIVE.or(category::SUBORDINATOR)) && token.shape == Shape::Lower
            || is_contact(text, index, range);
        let surely =
            token.is(category::SUBORDINATOR) && !token.is(category::PREPOSITION.or(category::RELATIVE));
        if opens && (verb || surely) && !is_complement(text, index, range) {
            return Some(index);
        }
        if token.is_punctuation(',') && verb {
            return None;
        }
        verb |= is_finite(text, index) || is_present(text, index) || is_bare_verb(text, index);
    }
    None
}

/// "the $3 billion it forecast", "the deal they signed": a subject right behind a noun.
fn is_contact(text: &Text<'_>, index: usize, range: TokenRange) -> bool {
    let before = text.token(index.saturating_sub(1));
    text.token(index).is(category::PRONOUN_SUBJECT)
        && text.token(index).shape == Shape::Lower
        && index > range.start()
        && (before.is_word() || before.shape == Shape::Number)
        && !before.is(category::FUNCTION_WORD)
        && !is_finite(text, index - 1)
}

/// A verb that no list has shows by the pronoun before it.
fn is_bare_verb(text: &Text<'_>, index: usize) -> bool {
    index > 0
        && text.token(index).shape == Shape::Lower
        && text.token(index - 1).is(category::PRONOUN_SUBJECT)
        && !text.token(index).is(category::FUNCTION_WORD)
}

/// Whether the "that" (or "whether") at `index` opens what a verb before it says or thinks.
fn is_complement(text: &Text<'_>, index: usize, range: TokenRange) -> bool {
    text.token(index).is(category::REPORT_OPENER)
        && (range.start().max(index.saturating_sub(BEFORE_THAT))..index).any(|before| is_speech(text, before))
}

/// Where an attribution behind the date begins: at the comma of ", the mayor said" or ", according to".
fn attribution_start(text: &Text<'_>, dated: Dated, sentence: TokenRange) -> Option<usize> {
    let comma = (dated.tokens.end()..sentence.end()).find(|index| {
        text.token(*index).is_punctuation(',')
            && !text.token(*index).quoted
            && opens_attribution(text, index + 1, sentence.end())
    })?;
    Some(comma)
}

/// Whether the rest of the sentence is nothing but who said it.
fn opens_attribution(text: &Text<'_>, start: usize, end: usize) -> bool {
    let phrase = text.phrase(start).map(|(_, categories)| categories);
    if phrase.is_some_and(|phrase| phrase.any(category::ACCORDING)) {
        return true;
    }
    let Some(verb) = (start..end.min(start + ATTRIBUTION)).find(|index| is_speech(text, *index)) else {
        return false;
    };
    let subject = verb > start
        && (start..verb).all(|index| {
            let token = text.token(index);
            !token.quoted
                && !is_finite(text, index)
                && !token.is(category::RELATIVE.or(category::CONJUNCTION))
        });
    subject
        && end - verb <= ATTRIBUTION
        && (verb + 1..end).all(|index| {
            let token = text.token(index);
            !token.quoted && !token.is(category::RELATIVE) && !token.is_punctuation(':')
        })
}

/// The half of a sentence with two dates that this date stands in, where "and" or "but" joins two clauses.
fn coordinate(text: &Text<'_>, dated: Dated, others: &[Dated], range: TokenRange) -> TokenRange {
    let mut range = range;
    for other in others {
        if !range.holds(other.tokens.start()) {
            continue;
        }
        let (first, second) = if other.tokens.start() < dated.tokens.start() {
            (other.tokens, dated.tokens)
        } else {
            (dated.tokens, other.tokens)
        };
        let joint = (first.end()..second.start()).find(|index| {
            joins(text, *index)
                && (range.start()..*index).any(|index| is_finite(text, index) || is_present(text, index))
                && (*index + 1..range.end()).any(|index| is_finite(text, index) || is_present(text, index))
        });
        match joint {
            Some(joint) if first == dated.tokens => range = TokenRange::new(range.start(), joint),
            Some(joint) if has_subject(text, joint + 1) => range = TokenRange::new(joint, range.end()),
            _ => {}
        }
    }
    range
}

fn joins(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    !token.quoted
        && (token.is_punctuation(';') || token.shape == Shape::Lower && token.is(category::CONJUNCTION))
}

/// Whether a clause with a subject of its own begins here; "… and takes effect next year" has none.
fn has_subject(text: &Text<'_>, index: usize) -> bool {
    let token = text.token(index);
    token.is_capitalised() || token.is(category::DETERMINER.or(category::PRONOUN_SUBJECT))
}

/// Without leading conjunctions, an opening that only gives the date, and what punctuation is left at the ends.
fn trimmed(text: &Text<'_>, range: TokenRange, dated: Dated) -> TokenRange {
    let (mut start, mut end) = (range.start(), range.end());
    let connects = |index: usize| {
        let token = text.token(index);
        token.is_punctuation(',')
            || token.is_punctuation(';')
            || token.is_dash()
            || !token.quoted && token.is(category::CONJUNCTION.or(category::CONNECTIVE))
    };
    while start < end && start < dated.tokens.start() && connects(start) {
        start += 1;
    }
    let date = dated.tokens;
    let leads = (start..date.start()).all(|index| text.token(index).is(category::PREPOSITION));
    let after = text.token(date.end());
    if date.start() >= start && leads && date.start() - start <= 1 {
        if after.is_punctuation(',') {
            start = date.end() + 1;
        } else if !after.quoted
            && (after.is_capitalised() || after.is(category::DETERMINER.or(category::PRONOUN_SUBJECT)))
        {
            start = date.end();
        }
    }
    while end > start + 1 && text.token(end - 1).is_punctuation(',') {
        end -= 1;
    }
    TokenRange::new(start, end)
}
