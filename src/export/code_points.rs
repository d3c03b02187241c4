//! From byte offsets to Unicode code points.

use crate::briefing::Span;

/// Bytes between two counted offsets; a look-up counts at most this many.
const STRIDE: usize = 64;

/// Turns byte offsets of one text into code point offsets. Counts the text once; each look-up then costs next to
/// nothing, in whatever order they come.
pub struct CodePoints<'a> {
    text: &'a [u8],
    /// How many code points start before byte `index * STRIDE`; empty for ASCII, where bytes are code points.
    starts: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    pub fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        let mut starts = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            starts.reserve(text.len() / STRIDE + 1);
            for stride in text.chunks(STRIDE) {
                starts.push(count);
                count += code_points(stride);
            }
            starts.push(count);
        }
        Self { text, starts }
    }

    /// The code points `[start, end]` of the bytes of `span`.
    pub fn of(&self, span: Span) -> [usize; 2] {
        [self.at(span.start()), self.at(span.end())]
    }

    fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        match self.starts.get(byte / STRIDE) {
            None => byte,
            Some(before) => {
                let first = byte - byte % STRIDE;
                before + self.text.get(first..byte).map_or(0, code_points)
            }
        }
    }
}

/// How many code points start in `bytes`.
fn code_points(bytes: &[u8]) -> usize {
    // Bytes 0b10xx_xxxx carry a code point on; all others start one.
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counts_as_characters_do(text in "[a-cé“😀\u{301}]{0,200}", from in 0_usize..200, to in 0_usize..200) {
            let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
            let (from, to) = (from.min(bytes.len() - 1), to.min(bytes.len() - 1));
            let (from, to) = (from.min(to), from.max(to));
            let span = Span::new(bytes[from], bytes[to]);
            prop_assert_eq!(CodePoints::new(&text).of(span), [from, to]);
        }
    }
}
