//! Who said what: quoted segments, who said them, and speech reported without marks.

use crate::briefing::{Article, Quote};
use crate::extract::actors::Cast;
use crate::extract::text::Text;

/// The quotes of an article, in order. May add nominal speakers' own mentions to the cast, never names.
pub fn quotes(_text: &Text<'_>, _cast: &mut Cast, _article: &Article) -> Vec<Quote> {
    Vec::new()
}
