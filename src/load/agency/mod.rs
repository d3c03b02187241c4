//! What news agencies send: ninjs (JSON) and `NewsML-G2` (XML), with the agency's own metadata.

#[cfg(feature = "newsml")]
mod newsml;
mod ninjs;
mod standing;

use crate::briefing::Article;
use crate::load::{decode, fragment, text};

#[cfg(feature = "newsml")]
pub(super) use newsml::read_newsml;
pub(super) use ninjs::{is_ninjs, read_ninjs};

/// Reads a body of which is told that it is of this kind, a media type.
fn read_body(body: &str, kind: &str, article: &mut Article) {
    let body = decode::clean(body);
    if is_markup(&body, kind) {
        fragment::read(&body, article);
    } else {
        text::read(&body, article);
    }
}

/// Whether `value`, of this kind, is HTML.
fn is_markup(value: &str, kind: &str) -> bool {
    kind.contains("html") || kind.contains("xml") || value.trim_start().starts_with('<')
}
