//! Finding what a person wrote in the text of the article.
//!
//! White space and the style of quotation marks and dashes do not count: a person types `"It's for us"`, the article has
//! `“It’s for us”`.

mod index;
mod names;

use crate::briefing::fold::Traced;
use crate::briefing::{Actor, Quote, QuoteKind, Rule, Span, Written};

use index::Index;
use names::Names;

/// What stands between the parts of a split quote, in [`Quote::text`].
const BETWEEN_PARTS: &str = " … ";

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
    pub fn located(self, text: &str) -> Self {
        self.locate(text).0
    }

    /// The same, and whether all of it was looked for: of what is beyond all measure a part is not.
    #[must_use]
    pub fn locate(mut self, text: &str) -> (Self, bool) {
        let nothing = self == Self::default();
        if nothing {
            return (self, true);
        }
        let traced = Traced::new(text, make_plain);
        let body = Body::new(&traced, &self);
        for point in self.summary.iter_mut().flatten() {
            point.span = body
                .index
                .find(&plain(&point.text), 0)
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
        let is_whole = !body.index.is_spent();
        (self, is_whole)
    }

    /// Everything that is looked for in the article, and the marks that may stand around it, but for names.
    fn looked_for(&self) -> impl Iterator<Item = String> {
        let points = self.summary.iter().flatten().map(|point| plain(&point.text));
        let quotes = self.quotes.iter().flatten().map(|quote| plain(&quote.text));
        let hints = self.hints.iter().flat_map(|hint| [&hint.mention, &hint.cue]);
        let hints = hints.flatten().map(|words| plain(words));
        let events = self.timeline.iter().flatten().flat_map(|event| {
            let words = plain(&event.text);
            [in_sentence(&words), words]
        });
        let marks = MARKS.into_iter().map(String::from);
        marks.chain(points).chain(quotes).chain(hints).chain(events)
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

/// `words` with a small letter at their beginning.
fn in_sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next();
    first
        .into_iter()
        .flat_map(char::to_lowercase)
        .chain(letters)
        .collect()
}

/// The body of an article, made plain.
struct Body<'t> {
    plain: &'t Traced,
    index: Index<'t>,
}

impl<'t> Body<'t> {
    /// The body in which `written` will be looked for.
    fn new(plain: &'t Traced, written: &Written) -> Self {
        Self {
            plain,
            index: Index::new(&plain.text, written.looked_for()),
        }
    }

    fn text(&self) -> &'t str {
        self.index.text()
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
        let find = |words: &str| self.index.find(words, 0);
        find(words)
            .or_else(|| find(bare?))
            .or_else(|| find(&in_sentence(words)))
    }

    /// The spans of a quote's parts; none where any part is missing. `cursor` is where the quote before it ended.
    fn find_quote(&self, quote: &Quote, cursor: &mut usize) -> Vec<Found> {
        let words = plain(&quote.text);
        let from_here = self.find_parts(&words, quote.kind, *cursor);
        let from_start = || {
            (*cursor > 0)
                .then(|| self.find_parts(&words, quote.kind, 0))
                .flatten()
        };
        let Some(found) = from_here.or_else(from_start) else {
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
        let is_within = |place: &Found| {
            let part = parts.partition_point(|part| part.end < place.end);
            parts.get(part).is_some_and(|part| part.start <= place.start)
        };
        self.index
            .all(&words, from..to)
            .filter(|place| !is_within(place))
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
        if let Some(whole) = self.find_quoted(words, kind, from) {
            return Some(vec![whole]);
        }
        let joints = words.match_indices(BETWEEN_PARTS).map(|(end, _)| end);
        let ends: Vec<usize> = joints.chain([words.len()]).collect();
        if ends.len() == 1 {
            return None;
        }
        let mut parts = Vec::new();
        let (mut start, mut after) = (0, from);
        let mut rest = ends.as_slice();
        while !rest.is_empty() {
            let (last, part) = farthest(rest, |end| self.find_quoted(words.get(start..end)?, kind, after))?;
            after = part.end;
            parts.push(part);
            start = rest.get(last)? + BETWEEN_PARTS.len();
            rest = rest.get(last + 1..).unwrap_or_default();
        }
        Some(parts)
    }

    /// The words of one part, with the quotation marks around them.
    fn find_quoted(&self, words: &str, kind: QuoteKind, from: usize) -> Option<Found> {
        let bare = words.trim_matches(MARKS);
        if kind == QuoteKind::Indirect || bare.is_empty() {
            return self.index.find(words, from);
        }
        let written_with_marks = bare.len() < words.len();
        let as_written = written_with_marks.then(|| self.index.find(words, from)).flatten();
        let within_marks = || {
            MARKS
                .iter()
                .find_map(|mark| self.index.find(&format!("{mark}{bare}{mark}"), from))
        };
        as_written.or_else(within_marks).or_else(|| {
            // Where the sentence goes on, the article has a comma for the full stop that a person writes.
            let found = self
                .index
                .find(bare, from)
                .or_else(|| self.index.find(bare.trim_end_matches(STOPS), from))?;
            Some(self.with_marks(found))
        })
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

/// The last of `ends` up to which `find` finds something, by its place among them, and what it finds. What is found up to an
/// end is found up to every one before it, so that few are tried: in steps that double, and then between the last two.
fn farthest(ends: &[usize], find: impl Fn(usize) -> Option<Found>) -> Option<(usize, Found)> {
    let mut found = find(*ends.first()?)?;
    let (mut last, mut beyond, mut step) = (0, ends.len(), 1);
    while last + 1 < beyond {
        let tried = if last + step < beyond {
            last + step
        } else {
            last + (beyond - last) / 2
        };
        if let Some(farther) = find(*ends.get(tried)?) {
            (last, found) = (tried, farther);
            step *= 2;
        } else {
            beyond = tried;
            step = beyond;
        }
    }
    Some((last, found))
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
