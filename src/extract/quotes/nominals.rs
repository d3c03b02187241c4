//! "the minister", "the Vermont senator": the actor whom the text introduced so, or somebody without a name.

use super::phrases::Phrase;
use super::resolve::{Resolved, Resolver};
use crate::briefing::Confidence;

/// Who the noun phrase `phrase` stands for; its head is the token at `head`.
pub(super) fn resolve(resolver: &Resolver<'_>, phrase: Phrase, _head: usize) -> Resolved {
    Resolved {
        speaker: resolver.nominal(phrase),
        confidence: Confidence::High,
    }
}
