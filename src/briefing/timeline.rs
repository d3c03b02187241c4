//! What happened when.

use crate::briefing::{ActorId, CleanText, Span, TimexValue};

/// Words that name a date, and the date they name.
#[derive(Debug, Clone, PartialEq)]
pub struct DateExpression {
    /// The words: "the previous day".
    pub span: Span,
    /// What they mean: `2025-09-03`.
    pub value: TimexValue,
}

/// Something that happened, or will, on a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// When.
    pub date: TimexValue,
    /// What, in the words of the article or of the person who wrote it. What the words of the article need before them to
    /// stand alone is in brackets: "[Tilda Brandt] left on Monday".
    pub text: CleanText,
    /// Where the words stand; `None` where a person wrote the event and the article does not have those words.
    pub span: Option<Span>,
    /// Who is in it, in order of appearance.
    pub actors: Vec<ActorId>,
    /// The words that dated it.
    pub date_span: Option<Span>,
    /// Whether it lies well before the story and only tells where that comes from: shown folded.
    pub background: bool,
    /// Whether a reader put it right.
    pub corrected: bool,
}
