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

/// At most `count` sentences, in article order. The first of them is the gist: news tells it first, and where an article
/// does not, what it tells first is still what its writer begins with.
pub fn points(text: &Text<'_>, article: &Article, cast: &Cast, count: usize) -> Vec<Point> {
    let turns = Turns::of(text);
    let mut candidates: Vec<Candidate> = text
        .sentences
        .iter()
        .take(CONSIDERED)
        .enumerate()
        .map(|(number, sentence)| Candidate {
            number,
            fitness: fitness(text, cast, article, sentence, turns.turn(sentence.paragraph)),
            span: text.span(without_dateline(text, sentence)),
        })
        .collect();
    // Where nothing stands alone, what leans is still better than nothing, and after that the plain start.
    for weaker in [Fitness::Leans, Fitness::Unfit] {
        if candidates
            .iter()
            .all(|candidate| candidate.fitness != Fitness::Alone)
        {
            for candidate in &mut candidates {
                if candidate.fitness == weaker {
                    candidate.fitness = Fitness::Alone;
                }
            }
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
    taken.sort_unstable();
    taken
        .into_iter()
        .filter_map(|number| candidates.get(number))
        .enumerate()
        .map(|(place, candidate)| Point {
            text: CleanText::line(candidate.span.of(text.source)),
            span: Some(candidate.span),
            gist: place == 0,
        })
        .collect()
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
