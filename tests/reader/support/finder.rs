//! Making the parts of a briefing from a text, every span found by the words it holds.

use briefing::briefing::{
    Actor, ActorId, ActorKind, CleanText, Confidence, Event, Point, Quote, QuoteKind, Rule, Span, Speaker,
};

/// Finds words in a text; panics where they are not there, so that a sample cannot be wrong.
pub struct Finder<'a>(pub &'a str);

impl Finder<'_> {
    /// The first `words`.
    pub fn span(&self, words: &str) -> Span {
        let start = self
            .0
            .find(words)
            .unwrap_or_else(|| panic!("{words} is not in the sample"));
        Span::new(start, start + words.len())
    }

    /// The first `words` after the place where `before` starts.
    pub fn after(&self, before: &str, words: &str) -> Span {
        let from = self.span(before).start();
        let start = from
            + self.0[from..]
                .find(words)
                .unwrap_or_else(|| panic!("no {words} after {before}"));
        Span::new(start, start + words.len())
    }

    /// Every place where `words` stand.
    pub fn all(&self, words: &str) -> Vec<Span> {
        self.0
            .match_indices(words)
            .map(|(start, _)| Span::new(start, start + words.len()))
            .collect()
    }

    /// An actor and all mentions of the name and its aliases.
    pub fn actor(&self, name: &str, kind: ActorKind, role: &str, aliases: &[&str]) -> Actor {
        let mut mentions: Vec<Span> = self.all(name);
        for alias in aliases {
            let fresh = self
                .all(alias)
                .into_iter()
                .filter(|span| mentions.iter().all(|other| !other.overlaps(*span)));
            let fresh: Vec<Span> = fresh.collect();
            mentions.extend(fresh);
        }
        mentions.sort_unstable();
        Actor {
            id: ActorId::from_name(name),
            name: CleanText::line(name),
            kind,
            role: (!role.is_empty()).then(|| CleanText::line(role)),
            role_span: None,
            source: false,
            corrected: false,
            aliases: aliases.iter().map(|alias| CleanText::line(alias)).collect(),
            mentions,
        }
    }

    /// A quote; `why` says after which words the mention and the cue are to be looked for, and what they are.
    pub fn quote(
        &self,
        words: &str,
        kind: QuoteKind,
        speaker: Speaker,
        (rule, confidence): (Rule, Confidence),
        (after, mention, cue): (&str, &str, &str),
    ) -> Quote {
        let why = |words: &str| (!words.is_empty()).then(|| self.after(after, words));
        Quote {
            kind,
            text: CleanText::line(words),
            parts: vec![self.span(words)],
            speaker,
            mention: why(mention),
            cue: why(cue),
            rule,
            confidence,
            said_on: None,
        }
    }

    /// An event in the words of the text.
    pub fn event(&self, value: &str, words: &str, dated_by: &str, actors: &[&str]) -> Event {
        Event {
            date: value.parse().unwrap(),
            text: CleanText::line(words),
            span: Some(self.span(words)),
            actors: actors.iter().map(|name| ActorId::from_name(name)).collect(),
            date_span: Some(self.after(words, dated_by)),
            background: false,
            corrected: false,
        }
    }

    /// A summary point in the words of the text.
    pub fn point(&self, words: &str) -> Point {
        Point {
            text: CleanText::line(words),
            span: Some(self.span(words)),
            gist: false,
        }
    }
}

/// The speaker who is the actor of this name.
pub fn actor(name: &str) -> Speaker {
    Speaker::Actor(ActorId::from_name(name))
}
