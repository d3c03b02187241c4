//! The dated events: the clause that a date belongs to, who is in it, and when it was.

use super::background::mark_background;
use super::classes::{Classes, classes};
use super::clause::{Clause, clause};
use super::dated::Dated;
use super::repeats::merge;
use super::statement::is_finite;
use super::telling::Telling;
use super::tense::{Tense, tense};
use crate::briefing::{ActorId, Article, DateExpression, Event, Quote, Span, TimexValue};
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

/// The dated events, in order of date.
pub fn events(
    text: &Text<'_>,
    dates: &[DateExpression],
    cast: &Cast,
    quotes: &[Quote],
    article: &Article,
) -> Vec<Event> {
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
    let place = |draft: &Draft<'_>| draft.clause.tokens;
    drafts.sort_by_key(|draft| (draft.date.value.interval(), place(draft)));
    merge(text, cast, &mut drafts);
    drafts.sort_by(|a, b| a.date.value.cmp(&b.date.value).then(place(a).cmp(&place(b))));
    let mut telling = Telling::new(text, cast, quotes);
    let mut events: Vec<Event> = drafts
        .into_iter()
        .filter_map(|draft| draft.event(text, cast, &mut telling))
        .collect();
    mark_background(&mut events, article.published);
    events
}

/// An event before its words are copied.
pub(super) struct Draft<'d> {
    pub(super) date: &'d DateExpression,
    pub(super) clause: Clause,
}

impl Draft<'_> {
    fn event(self, text: &Text<'_>, cast: &Cast, telling: &mut Telling<'_>) -> Option<Event> {
        let tokens = self.clause.tokens;
        let (told, named) = telling.tell(&self.clause)?;
        let mut involved: Vec<ActorId> = named.into_iter().collect();
        for range in self.clause.subject.into_iter().chain([tokens]) {
            add_actors(cast, range, &mut involved);
        }
        Some(Event {
            date: self.date.value.clone(),
            text: told,
            span: Some(text.span(tokens)),
            actors: involved,
            date_span: Some(self.date.span),
            background: false,
            corrected: false,
        })
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
        let Some(clause) = clause(text, sentence, dated, &others) else {
            continue;
        };
        // Two dates in one clause make one event: the finer one is its own, of two alike the first.
        let taken = drafts
            .iter_mut()
            .skip(first)
            .find(|draft| are_mostly_one(draft.clause.tokens, clause.tokens));
        match taken {
            Some(draft) if days(&date.value) < days(&draft.date.value) => *draft = Draft { date, clause },
            Some(_) => {}
            None => drafts.push(Draft { date, clause }),
        }
    }
}

/// Whether four in five words of the longer clause are in the other, too: one of them only leaves out its date.
fn are_mostly_one(a: TokenRange, b: TokenRange) -> bool {
    let shared = a.end().min(b.end()).saturating_sub(a.start().max(b.start()));
    shared * 5 >= a.len().max(b.len()) * 4
}

/// How many days lie between the first and the last of the stretch.
pub(super) fn days(value: &TimexValue) -> i32 {
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

/// Adds everybody named in the words, in order of appearance.
fn add_actors(cast: &Cast, tokens: TokenRange, actors: &mut Vec<ActorId>) {
    let start = cast.first_mention_from(tokens.start());
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
}
