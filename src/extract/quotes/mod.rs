//! Who said what: quoted segments, who said them, and speech reported without marks.
//!
//! Segments are found by typography (see [`text`](crate::extract::text)). For each, in order:
//!
//! 1. the [`sieves`] look for the words that tell whose it is, the most precise first;
//! 2. [`speech`] tells whether it is anybody's speech at all;
//! 3. [`resolve`] tells who those words stand for: a name, a pronoun, a noun.
//!
//! Then the parts of one utterance are merged, and speech without marks is added.

mod candidates;
mod cues;
mod echoes;
mod evidence;
mod indirect;
mod merge;
mod nominals;
mod owners;
mod phrases;
mod pronouns;
mod ranking;
mod referents;
mod resolve;
mod sieves;
mod signs;
mod speech;
mod subjects;
mod turns;

use crate::briefing::{Article, CleanText, Confidence, Quote, QuoteKind, Rule, Span, Speaker};
use crate::extract::actors::Cast;
use crate::extract::linear::Features;
use crate::extract::text::{Text, TokenRange};
use echoes::Echoes;
use phrases::Phrases;
pub use ranking::Weighed;
pub use referents::Referents;
use resolve::Resolver;
use sieves::{Scene, Source};

/// A quoted segment that is somebody's speech, and whose.
#[derive(Debug, Clone, PartialEq)]
struct Utterance {
    /// The index of the segment.
    segment: usize,
    /// Its tokens.
    tokens: TokenRange,
    kind: QuoteKind,
    speaker: Speaker,
    /// The words that name the speaker.
    mention: Option<TokenRange>,
    cue: Option<TokenRange>,
    rule: Rule,
    confidence: Confidence,
}

impl Utterance {
    fn is_attributed(&self) -> bool {
        self.speaker != Speaker::Unknown
    }
}

/// The quotes of an article, in order.
pub fn quotes(text: &Text<'_>, cast: &Cast, article: &Article) -> Vec<Quote> {
    quotes_and_evidence(text, cast, article, |_, _| (), |_, _| ())
}

/// The quotes of an article, in order; `weighed` is told of each quoted segment that the model judges, and what counts
/// for and against its being speech: what the model is trained on.
pub fn quotes_and_evidence(
    text: &Text<'_>,
    cast: &Cast,
    article: &Article,
    mut weighed: impl FnMut(Span, Features),
    mut ranked: impl FnMut(Span, &[Weighed]),
) -> Vec<Quote> {
    let phrases = Phrases { text, cast };
    let mut resolver = Resolver::new(phrases);
    let mut done: Vec<Utterance> = Vec::new();
    let mut reported: Vec<Quote> = Vec::new();
    let mut within = None;
    let turns = turns::find(&phrases);
    let echoes = Echoes::of(text);
    let mut turns = turns.iter().peekable();
    let mut segment = 0;
    for sentence in &text.sentences {
        while let Some(turn) = turns.next_if(|turn| turn.paragraph <= sentence.paragraph) {
            match reported.last_mut().filter(|_| turn.continues) {
                Some(quote) => {
                    quote.parts.push(text.span(turn.content));
                    quote.text = merge::joined(text, &quote.parts);
                }
                None => reported.push(turn_quote(text, turn, &mut resolver, article.byline.as_ref())),
            }
            within = Some(turn.paragraph);
        }
        while text
            .quoted
            .get(segment)
            .is_some_and(|quoted| quoted.tokens.start() < sentence.tokens.end())
        {
            let utterance = Scene::new(phrases, segment, &done)
                .and_then(|scene| utterance(&scene, &echoes, &mut resolver, &mut weighed, &mut ranked));
            // Marks within somebody's turn are theirs, unless they tell what another said.
            let told = |utterance: &Utterance| utterance.cue.is_some() && utterance.is_attributed();
            done.extend(utterance.filter(|utterance| within != Some(sentence.paragraph) || told(utterance)));
            segment += 1;
        }
        // What somebody says in their turn is quoted already.
        if within == Some(sentence.paragraph) {
            continue;
        }
        for clause in indirect::find(&phrases, sentence) {
            reported.push(indirect_quote(text, &clause, &mut resolver));
        }
    }
    merge::carry_back(text, &mut done);
    let mut quotes = merge::merged(text, &done);
    quotes.extend(reported);
    quotes.sort_by_key(Quote::span);
    quotes
}

fn turn_quote(
    text: &Text<'_>,
    turn: &turns::Turn,
    resolver: &mut Resolver<'_>,
    byline: Option<&CleanText>,
) -> Quote {
    let mut resolved = resolver.resolve(turn.label);
    // Whoever asks is often named in full in the byline alone.
    let asks = byline
        .filter(|byline| turn.asks || byline.split(' ').next_back() == Some(text.words(turn.label.extent)));
    if let (Speaker::Nominal(_), Some(byline)) = (&resolved.speaker, asks) {
        resolved.speaker = Speaker::Nominal(byline.clone());
    }
    let span = text.span(turn.content);
    resolver.spoke(&resolved.speaker, Some(turn.label.mention), turn.content.start());
    Quote {
        kind: QuoteKind::Direct,
        text: CleanText::line(span.of(text.source)),
        parts: vec![span],
        speaker: resolved.speaker,
        mention: Some(text.span(turn.label.mention)),
        cue: None,
        rule: Rule::Label,
        confidence: turn.confidence,
        said_on: None,
    }
}

fn indirect_quote(text: &Text<'_>, clause: &indirect::Reported, resolver: &mut Resolver<'_>) -> Quote {
    let resolved = resolver.resolve(clause.phrase);
    let parts: Vec<Span> = [Some(clause.content), clause.resumed]
        .into_iter()
        .flatten()
        .map(|part| text.span(part))
        .collect();
    resolver.spoke(
        &resolved.speaker,
        Some(clause.phrase.mention),
        clause.content.start(),
    );
    Quote {
        kind: QuoteKind::Indirect,
        text: merge::joined(text, &parts),
        parts,
        speaker: resolved.speaker,
        mention: Some(text.span(clause.phrase.mention)),
        cue: Some(text.span(clause.cue)),
        rule: clause.rule,
        confidence: resolved.confidence.min(Confidence::Medium),
        said_on: None,
    }
}

fn utterance(
    scene: &Scene<'_>,
    echoes: &Echoes,
    resolver: &mut Resolver<'_>,
    weighed: &mut impl FnMut(Span, Features),
    ranked: &mut impl FnMut(Span, &[Weighed]),
) -> Option<Utterance> {
    let ranking = ranking::rank(scene, ranked);
    let kind = speech::kind(scene, ranking.sieved.as_ref(), echoes, weighed)?;
    let unknown = Utterance {
        segment: scene.segment,
        tokens: scene.quoted.tokens,
        kind,
        speaker: Speaker::Unknown,
        mention: None,
        cue: None,
        rule: Rule::None,
        confidence: Confidence::Low,
    };
    let Some(found) = ranking.found else {
        return Some(unknown);
    };
    let (speaker, mention, sure) = match found.source {
        Source::Phrase(phrase) => {
            let resolved = resolver.resolve(phrase);
            (resolved.speaker, Some(phrase.mention), resolved.confidence)
        }
        Source::Utterance(index) => {
            let earlier = scene.done.get(index)?;
            (earlier.speaker.clone(), earlier.mention, earlier.confidence)
        }
    };
    resolver.spoke(&speaker, mention, scene.quoted.tokens.start());
    Some(Utterance {
        speaker,
        mention,
        cue: found.cue,
        rule: found.rule,
        confidence: ranking.confidence().min(sure),
        ..unknown
    })
}

/// Where the marks and words of a segment stand.
fn segment_span(text: &Text<'_>, segment: usize) -> Span {
    text.quoted
        .get(segment)
        .map(|quoted| quoted.span)
        .unwrap_or_default()
}
