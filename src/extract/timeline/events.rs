//! The dated events: the clause that a date belongs to, who is in it, and when it was.

use super::background::mark_background;
use super::classes::{Classes, classes};
use super::clause::clause;
use super::dated::Dated;
use super::statement::is_finite;
use super::tense::{Tense, tense};
use crate::briefing::{ActorId, Article, CleanText, DateExpression, Event, Span, TimexValue};
use crate::extract::actors::Cast;
use crate::extract::lexicon::category;
use crate::extract::text::{Sentence, Shape, Text, TokenRange};
use crate::extract::turns::{Turn, Turns};

/// Years from which on a stretch is too long for something to have happened at it.
const LONGEST_DAYS: i32 = 366;
/// Tokens beyond which what stands between two full stops is no sentence but a list or a lost text.
const LONGEST_SENTENCE: usize = 300;
/// Words between a bound and the date of it.
const BOUND: usize = 8;
/// Events of the same date that a new one is compared with.
const COMPARED: usize = 8;

/// The dated events, in order of date.
pub fn events(text: &Text<'_>, dates: &[DateExpression], cast: &Cast, article: &Article) -> Vec<Event> {
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    let mut rest = dates;
    let turns = Turns::of(text);
    while let Some(first) = rest.first() {
        let number = text.sentence_of(text.tokens.within(first.span).start());
        let Some(sentence) = text.sentences.get(number) else {
            break;
        };
        let count = rest
            .partition_point(|date| date.span.start < sentence.span.end)
            .max(1);
        let (here, further) = rest.split_at(count.min(rest.len()));
        rest = further;
        // What is answered in an interview is speech, and speech dates nothing by itself.
        if turns.turn(sentence.paragraph) == Turn::Narrated {
            of_sentence(text, sentence, here, &mut drafts);
        }
    }
    drafts.sort_by(|a, b| a.date.value.cmp(&b.date.value).then(a.tokens.cmp(&b.tokens)));
    merge(text, &mut drafts);
    let mut events: Vec<Event> = drafts.into_iter().map(|draft| draft.event(text, cast)).collect();
    mark_background(&mut events, article.published);
    events
}

/// An event before its words are copied.
struct Draft<'d> {
    date: &'d DateExpression,
    tokens: TokenRange,
}

impl Draft<'_> {
    fn event(self, text: &Text<'_>, cast: &Cast) -> Event {
        let span = text.span(self.tokens);
        Event {
            date: self.date.value.clone(),
            text: CleanText::line(span.of(text.source)),
            span: Some(span),
            actors: actors(cast, self.tokens),
            date_span: Some(self.date.span),
            background: false,
            corrected: false,
        }
    }
}

/// The events that one sentence tells.
fn of_sentence<'d>(
    text: &Text<'_>,
    sentence: &Sentence,
    dates: &'d [DateExpression],
    drafts: &mut Vec<Draft<'d>>,
) {
    if sentence.tokens.len() > LONGEST_SENTENCE || is_no_report(text, sentence) {
        return;
    }
    let all: Vec<(Dated, &DateExpression)> = dates
        .iter()
        .filter(|date| is_of_calendar(&date.value))
        .filter_map(|date| Some((Dated::of(text, date)?, date)))
        .filter(|(dated, _)| !dated.attributive && !text.token(dated.tokens.start()).quoted)
        .filter(|(dated, date)| !is_no_time(text, *dated, &date.value))
        .collect();
    let others: Vec<Dated> = all.iter().map(|(dated, _)| *dated).collect();
    let first = drafts.len();
    for (dated, date) in all {
        let Some(tokens) = clause(text, sentence, dated, &others) else {
            continue;
        };
        // Two dates in one clause make one event: the finer one is its own, of two alike the first.
        let taken = drafts.iter_mut().skip(first).find(|draft| draft.tokens == tokens);
        match taken {
            Some(draft) if days(&date.value) < days(&draft.date.value) => draft.date = date,
            Some(_) => {}
            None => drafts.push(Draft { date, tokens }),
        }
    }
}

/// How many days lie between the first and the last of the stretch.
fn days(value: &TimexValue) -> i32 {
    value
        .interval()
        .and_then(|(first, last)| first.until(last).ok())
        .map_or(i32::MAX, |length| length.get_days())
}

/// Whether the sentence asks, or heads something rather than telling it.
fn is_no_report(text: &Text<'_>, sentence: &Sentence) -> bool {
    let last = (sentence.tokens.start()..sentence.tokens.end())
        .rev()
        .map(|index| text.token(index))
        .find(|token| !token.is_punctuation(')') && token.shape != Shape::Mark);
    last.is_none_or(|token| {
        !matches!(token.shape, Shape::Punctuation('.' | '!' | '…' | ';' | ':'))
            && !ends_in_stop(text, token.span)
    })
}

fn ends_in_stop(text: &Text<'_>, span: Span) -> bool {
    span.of(text.source).ends_with('.')
}

/// Whether the value is a stretch of the calendar short enough for something to have happened at it.
fn is_of_calendar(value: &TimexValue) -> bool {
    days(value) < LONGEST_DAYS
}

/// "until Friday", "before Friday", "the same period of 2023", "from a year earlier", "September was": the date bounds or
/// compares what is told, or is told of; it does not date it.
fn is_no_time(text: &Text<'_>, dated: Dated, value: &TimexValue) -> bool {
    let tokens = dated.tokens;
    let Some(before) = tokens.start().checked_sub(1).map(|index| text.token(index)) else {
        return false;
    };
    let compared = before.is(category::COMPARES)
        && tokens
            .indices()
            .any(|index| classes(text, index).0.any(Classes::TOLD_BACK.or(Classes::AGO)));
    before.is(category::DATE_LIMIT)
        || before.is(category::GENITIVE) && days(value) > 0
        || compared
        || is_bounded(text, tokens.start())
        || is_about_now(text, tokens)
        || !before.is(category::PREPOSITION) && is_finite(text, tokens.end()) && !value.is_day()
}

/// "since its founding in 1949", "after their wedding on Saturday": the date is that of a bound.
fn is_bounded(text: &Text<'_>, date: usize) -> bool {
    (date.saturating_sub(BOUND)..date)
        .rev()
        .take_while(|index| {
            let token = text.token(*index);
            !is_finite(text, *index) && !token.quoted && !matches!(token.shape, Shape::Punctuation(_))
        })
        .any(|index| text.token(index).shape == Shape::Lower && text.token(index).is(category::DATE_BOUND))
}

/// "the threats today are grave": nothing happened today.
fn is_about_now(text: &Text<'_>, date: TokenRange) -> bool {
    let day_word = classes(text, date.end() - 1).0.any(Classes::DAY_WORD);
    day_word && tense(text, date) == Tense::Unknown
}

/// Everybody named in the words, in order of appearance.
fn actors(cast: &Cast, tokens: TokenRange) -> Vec<ActorId> {
    let start = cast.first_mention_from(tokens.start());
    let mut actors: Vec<ActorId> = Vec::new();
    let mentions = cast.mentions.get(start..).unwrap_or_default();
    for mention in mentions
        .iter()
        .take_while(|mention| mention.tokens.start() < tokens.end())
    {
        if let Some(member) = cast.members.get(mention.member)
            && !actors.contains(&member.actor.id)
        {
            actors.push(member.actor.id.clone());
        }
    }
    actors
}

/// Drops events that say what one of the same date has said already.
fn merge(text: &Text<'_>, drafts: &mut Vec<Draft<'_>>) {
    let mut kept: Vec<(TimexValue, Vec<u64>)> = Vec::new();
    drafts.retain(|draft| {
        let words = content(text, draft.tokens);
        let same = kept
            .iter()
            .rev()
            .take(COMPARED)
            .take_while(|(date, _)| *date == draft.date.value)
            .any(|(_, other)| mostly_same(&words, other));
        if !same {
            kept.push((draft.date.value.clone(), words));
        }
        !same
    });
}

/// The content words, as sorted hashes.
fn content(text: &Text<'_>, tokens: TokenRange) -> Vec<u64> {
    let mut words: Vec<u64> = tokens
        .indices()
        .filter(|index| {
            let token = text.token(*index);
            (token.is_word() || token.shape == Shape::Number) && !token.is(category::FUNCTION_WORD)
        })
        .map(|index| fold(text.word(index)))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// FNV-1a of the word in lower case.
fn fold(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Whether two thirds of the shorter one's words are in the other.
fn mostly_same(words: &[u64], other: &[u64]) -> bool {
    let shared = words
        .iter()
        .filter(|word| other.binary_search(word).is_ok())
        .count();
    shared * 3 >= words.len().min(other.len()).max(1) * 2
}
