//! What news agencies send: ninjs (JSON) and `NewsML-G2` (XML), with the agency's own metadata.

#[cfg(feature = "newsml")]
mod newsml;
mod ninjs;
mod standing;

#[cfg(feature = "newsml")]
pub(super) use newsml::read_newsml;
pub(super) use ninjs::{is_ninjs, read_ninjs};
