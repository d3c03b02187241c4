//! What happened, in a few sentences of the article.
//!
//! A sentence is worth the more the earlier it stands, the more its words are those that the article keeps coming back
//! to, and the shorter it says them. Sentences are taken one by one, the worthiest first, each judged again for what it
//! adds to those taken; one that leans on the sentence before it ("But he refused") is taken only with that one.

mod shape;
mod worth;

use crate::briefing::{Article, CleanText, Point, Span};
use crate::extract::actors::Cast;
use crate::extract::dateline::without_dateline;
use crate::extract::text::Text;
use crate::extract::turns::Turns;
use shape::{Fitness, fitness};
use worth::Worth;

/// Sentences from the start of the text that are looked at: what a summary needs stands early, and long texts stay cheap.
const CONSIDERED: usize = 60;

/// At most `count` sentences, in article order.
pub fn points(text: &Text<'_>, article: &Article, _cast: &Cast, count: usize) -> Vec<Point> {
    let turns = Turns::of(text);
    let mut candidates: Vec<Candidate> = text
        .sentences
        .iter()
        .take(CONSIDERED)
        .enumerate()
        .map(|(number, sentence)| Candidate {
            number,
            fitness: fitness(text, sentence, article, turns.turn(sentence.paragraph)),
            span: text.span(without_dateline(text, sentence)),
        })
        .collect();
    // Where nothing is fit, the plain start is still better than nothing.
    if candidates
        .iter()
        .all(|candidate| candidate.fitness == Fitness::Unfit)
    {
        for candidate in &mut candidates {
            candidate.fitness = Fitness::Alone;
        }
    }
    let mut worth = Worth::new(text, article, &candidates);
    let mut taken: Vec<usize> = Vec::new();
    while taken.len() < count {
        let Some(next) = worth.best(&candidates, &taken) else {
            break;
        };
        worth.take(next);
        taken.push(next);
    }
    gist_first(&mut taken)
        .into_iter()
        .filter_map(|(number, gist)| Some((candidates.get(number)?, gist)))
        .map(|(candidate, gist)| Point {
            text: CleanText::line(candidate.span.of(text.source)),
            span: Some(candidate.span),
            gist,
        })
        .collect()
}

/// The worthiest sentence as the gist, then the others in article order. A gist from which the sentence behind it would
/// have to be parted keeps its place: then the first sentence is the gist.
fn gist_first(taken: &mut [usize]) -> Vec<(usize, bool)> {
    let worthiest = taken.first().copied();
    taken.sort_unstable();
    let gist = worthiest.filter(|worthiest| !taken.contains(&(worthiest + 1)));
    let gist = gist.or(taken.first().copied());
    let others = taken.iter().copied().filter(|number| Some(*number) != gist);
    let mut order: Vec<(usize, bool)> = gist.map(|number| (number, true)).into_iter().collect();
    order.extend(others.map(|number| (number, false)));
    order
}

/// A sentence that may be taken.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    /// Its place among the sentences.
    number: usize,
    fitness: Fitness,
    /// Its words without dateline.
    span: Span,
}
