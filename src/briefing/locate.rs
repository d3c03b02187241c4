//! Finding what a person wrote in the text of the article.
//!
//! White space and the style of quotation marks and dashes do not count: a person types `"It's for us"`, the article has
//! `“It’s for us”`.

use aho_corasick::AhoCorasick;

use crate::briefing::fold::Traced;
use crate::briefing::{Actor, ActorId, Quote, QuoteKind, Rule, Span, Written};

/// What stands between the parts of a split quote, in [`Quote::text`].
const BETWEEN_PARTS: &str = " … ";

/// How many joints of a quote are tried at once, so that a text of nothing but joints takes no time.
const MOST_PARTS: usize = 32;

/// How far from a quote the words that tell its speaker are looked for, in bytes.
const BESIDE: usize = 2000;

/// What a plain text has for quotation marks.
const MARKS: [char; 2] = ['"', '\''];

/// What may stand between the last quoted word and the closing mark.
const STOPS: [char; 5] = ['.', ',', '!', '?', ';'];

impl Written {
    /// Finds the words of every item in `text`, the body of the article, and gives the items their spans.
    ///
    /// Quotes are looked for in order, each after the one before it, then from the start; `" … "` parts a split quote. A
    /// quote that has no quotation marks gets those around its words in the article. An actor's mentions are the places
    /// of its name and aliases, whole words only. An event without actors gets those whose names stand in it. What is not
    /// found keeps its words and has no span.
    #[must_use]
    pub fn located(mut self, text: &str) -> Self {
        let nothing = self == Self::default();
        if nothing {
            return self;
        }
        let body = Body::new(text);
        for point in self.summary.iter_mut().flatten() {
            point.span = body
                .find_words(&plain(&point.text), 0)
                .map(|found| body.origin(found));
        }
        let mut cursor = 0;
        for (index, quote) in self.quotes.iter_mut().flatten().enumerate() {
            let found = body.find_quote(quote, &mut cursor);
            if let Some(hint) = self.hints.get(index) {
                quote.mention = body.find_beside(hint.mention.as_deref(), &found, quote.rule);
                quote.cue = body.find_beside(hint.cue.as_deref(), &found, quote.rule);
            }
            quote.parts = found.into_iter().map(|part| body.origin(part)).collect();
        }
        let names = self.actors.as_deref().and_then(Names::new);
        if let (Some(actors), Some(names)) = (&mut self.actors, &names) {
            mark_mentions(actors, names, &body);
        }
        for event in self.timeline.iter_mut().flatten() {
            let words = plain(&event.text);
            event.span = body.find_event(&words).map(|found| body.origin(found));
            if let (true, Some(actors), Some(names)) = (event.actors.is_empty(), &self.actors, &names) {
                event.actors = names.in_order(&words, actors);
            }
        }
        self
    }
}

/// A range of bytes of the plain text.
type Found = std::ops::Range<usize>;

/// `words` with plain quotation marks, dashes and single spaces.
fn plain(words: &str) -> String {
    let mut made = String::with_capacity(words.len());
    for character in words.trim().chars() {
        make_plain(character, &mut made);
    }
    made
}

fn make_plain(character: char, made: &mut String) {
    match character {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => made.push('"'),
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' | '‹' | '›' => made.push('\''),
        '–' | '—' | '―' | '‑' => made.push('-'),
        _ if character.is_whitespace() => {
            if !made.ends_with(' ') {
                made.push(' ');
            }
        }
        _ => made.push(character),
    }
}

/// The body of an article, made plain.
struct Body {
    plain: Traced,
}

impl Body {
    fn new(text: &str) -> Self {
        Self {
            plain: Traced::new(text, make_plain),
        }
    }

    fn text(&self) -> &str {
        &self.plain.text
    }

    fn origin(&self, found: Found) -> Span {
        self.plain.origin(found)
    }

    /// The words of an event: as they are, without what stands in brackets before them, or with the small letter that they
    /// have within their sentence.
    fn find_event(&self, words: &str) -> Option<Found> {
        let bare = words
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("] "))
            .map(|(_, bare)| bare);
        let in_sentence = || {
            let mut letters = words.chars();
            let first = letters.next()?;
            Some(first.to_lowercase().chain(letters).collect::<String>())
        };
        self.find_words(words, 0)
            .or_else(|| self.find_words(bare?, 0))
            .or_else(|| self.find_words(&in_sentence()?, 0))
    }

    /// The spans of a quote's parts; none where any part is missing. `cursor` is where the quote before it ended.
    fn find_quote(&self, quote: &Quote, cursor: &mut usize) -> Vec<Found> {
        let words = plain(&quote.text);
        let from_here = self.find_parts(&words, quote.kind, *cursor);
        let Some(found) = from_here.or_else(|| self.find_parts(&words, quote.kind, 0)) else {
            return Vec::new();
        };
        *cursor = found.last().map_or(*cursor, |last| last.end);
        found
    }

    /// Where `words` stand nearest to the `parts` of a quote, and in none of them; on the side that `rule` looks at, if
    /// they stand there at all.
    fn find_beside(&self, words: Option<&str>, parts: &[Found], rule: Rule) -> Option<Span> {
        let words = plain(words?);
        let (start, end) = (parts.first()?.start, parts.last()?.end);
        let text = self.text();
        let from = text.floor_char_boundary(start.saturating_sub(BESIDE));
        let to = text.floor_char_boundary(end.saturating_add(BESIDE));
        if words.is_empty() {
            return None;
        }
        text.get(from..to)?
            .match_indices(&words)
            .map(|(at, _)| from + at..from + at + words.len())
            .filter(|place| is_whole(text, place))
            .filter(|place| {
                !parts
                    .iter()
                    .any(|part| part.start <= place.start && place.end <= part.end)
            })
            .min_by_key(|place| {
                let (before, after) = (start.saturating_sub(place.end), place.start.saturating_sub(end));
                let wrong_side = match rule {
                    Rule::RightAdjacent | Rule::Trailing => place.end <= start,
                    Rule::LeftInSentence | Rule::Governing | Rule::Genitive | Rule::PreviousParagraph => {
                        place.start >= end
                    }
                    _ => false,
                };
                (wrong_side, before + after)
            })
            .map(|place| self.origin(place))
    }

    /// The parts of a quote, each as long as can be: an article may itself have `" … "` within a part.
    fn find_parts(&self, words: &str, kind: QuoteKind, from: usize) -> Option<Vec<Found>> {
        let mut after = from;
        let mut parts = Vec::new();
        let mut rest = Some(words);
        while let Some(words) = rest {
            let ends = words.match_indices(BETWEEN_PARTS).map(|(end, _)| end);
            let mut ends: Vec<usize> = ends.take(MOST_PARTS).chain([words.len()]).collect();
            ends.reverse();
            let (end, part) = ends.into_iter().find_map(|end| {
                let part = self.find_quoted(words.get(..end)?, kind, after)?;
                Some((end, part))
            })?;
            after = part.end;
            parts.push(part);
            rest = words.get(end + BETWEEN_PARTS.len()..);
        }
        Some(parts)
    }

    /// The words of one part, with the quotation marks around them.
    fn find_quoted(&self, words: &str, kind: QuoteKind, from: usize) -> Option<Found> {
        let bare = words.trim_matches(MARKS);
        if kind == QuoteKind::Indirect || bare.is_empty() {
            return self.find_words(words, from);
        }
        let written_with_marks = bare.len() < words.len();
        let as_written = written_with_marks.then(|| self.find_words(words, from)).flatten();
        let within_marks = || {
            MARKS
                .iter()
                .find_map(|mark| self.find_words(&format!("{mark}{bare}{mark}"), from))
        };
        as_written.or_else(within_marks).or_else(|| {
            // Where the sentence goes on, the article has a comma for the full stop that a person writes.
            let found = self
                .find_words(bare, from)
                .or_else(|| self.find_words(bare.trim_end_matches(STOPS), from))?;
            Some(self.with_marks(found))
        })
    }

    /// The first place at or after `from` where `words` stand as whole words.
    fn find_words(&self, words: &str, from: usize) -> Option<Found> {
        if words.is_empty() {
            return None;
        }
        let text = self.text();
        let rest = text.get(from..)?;
        rest.match_indices(words)
            .map(|(start, _)| from + start..from + start + words.len())
            .find(|found| is_whole(text, found))
    }

    /// `found`, and the quotation marks right around it.
    fn with_marks(&self, found: Found) -> Found {
        let before = self.text().get(..found.start).unwrap_or_default();
        let after = self.text().get(found.end..).unwrap_or_default();
        let start = if before.ends_with(MARKS) {
            found.start - 1
        } else {
            found.start
        };
        let stops = after.len() - after.trim_start_matches(STOPS).len();
        let closes = after.get(stops..).is_some_and(|rest| rest.starts_with(MARKS));
        let end = if closes { found.end + stops + 1 } else { found.end };
        start..end
    }
}

/// Whether no word of `text` is cut at the ends of `found`.
fn is_whole(text: &str, found: &Found) -> bool {
    let is_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let inside = text.get(found.clone()).unwrap_or_default();
    let before = text
        .get(..found.start)
        .and_then(|before| before.chars().next_back());
    let after = text.get(found.end..).and_then(|after| after.chars().next());
    !(is_word(before) && is_word(inside.chars().next())
        || is_word(after) && is_word(inside.chars().next_back()))
}

/// The names and aliases of all actors.
struct Names {
    forms: AhoCorasick,
    /// The actor of each form, by its place in the list.
    owners: Vec<usize>,
}

impl Names {
    /// `None` where there are no names, or too many for the search.
    fn new(actors: &[Actor]) -> Option<Self> {
        let mut forms = Vec::new();
        let mut owners = Vec::new();
        for (owner, actor) in actors.iter().enumerate() {
            for form in std::iter::once(&actor.name).chain(&actor.aliases) {
                let form = plain(form);
                // A form that two actors share belongs to the first.
                if !form.is_empty() && !forms.contains(&form) {
                    forms.push(form);
                    owners.push(owner);
                }
            }
        }
        if forms.is_empty() {
            return None;
        }
        let forms = AhoCorasick::new(&forms).ok()?;
        Some(Self { forms, owners })
    }

    /// Where whose name stands, in order; of names that overlap, the first and longest.
    fn places(&self, text: &str) -> Vec<(Found, usize)> {
        let mut found: Vec<(Found, usize)> = self
            .forms
            .find_overlapping_iter(text)
            .filter(|form| is_whole(text, &form.range()))
            .filter_map(|form| Some((form.range(), *self.owners.get(form.pattern().as_usize())?)))
            .collect();
        found.sort_by_key(|(form, _)| (form.start, std::cmp::Reverse(form.end)));
        let mut end = 0;
        found.retain(|(form, _)| {
            let free = form.start >= end;
            if free {
                end = form.end;
            }
            free
        });
        found
    }

    /// The actors named in `text`, each once.
    fn in_order(&self, text: &str, actors: &[Actor]) -> Vec<ActorId> {
        let mut named: Vec<ActorId> = Vec::new();
        for (_, owner) in self.places(text) {
            if let Some(actor) = actors.get(owner)
                && !named.contains(&actor.id)
            {
                named.push(actor.id.clone());
            }
        }
        named
    }
}

fn mark_mentions(actors: &mut [Actor], names: &Names, body: &Body) {
    for actor in actors.iter_mut() {
        actor.mentions.clear();
    }
    for (place, owner) in names.places(body.text()) {
        if let Some(actor) = actors.get_mut(owner) {
            actor.mentions.push(body.origin(place));
        }
    }
}
