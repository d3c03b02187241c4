//! Whether some text has tags of HTML in it.

use memchr::memchr_iter;

use crate::load::elements::{self, LONGEST_NAME};

/// Whether `text` has a tag of HTML; `<` and `&` alone are signs as others are.
pub(super) fn has_markup(text: &str) -> bool {
    has_tag(text, elements::is_known)
}

/// Whether `text` has a tag of HTML that parts paragraphs: nobody writes of those in passing, as of `<b>`.
pub(super) fn has_blocks(text: &str) -> bool {
    has_tag(text, elements::is_block)
}

fn has_tag(text: &str, is_meant: fn(&str) -> bool) -> bool {
    memchr_iter(b'<', text.as_bytes()).any(|place| {
        let tag = text.get(place + 1..).unwrap_or_default();
        let tag = tag.strip_prefix('/').unwrap_or(tag);
        let length = tag
            .bytes()
            .take(LONGEST_NAME + 1)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let ends = tag
            .get(length..)
            .is_some_and(|rest| rest.starts_with(['>', '/']) || rest.starts_with(char::is_whitespace));
        let name = tag.get(..length).unwrap_or_default().to_ascii_lowercase();
        ends && is_meant(&name)
    })
}

#[cfg(test)]
mod tests {
    use super::has_markup;

    #[test]
    fn a_sign_is_no_tag() {
        for (text, has) in [
            ("5 < 6 & 7 > 6, a<b, <3, <name@example.org>, <bring>", false),
            ("a<br>b", true),
            ("a</P>", true),
            ("<a href=x>", true),
            ("<", false),
            ("<p", false),
        ] {
            assert_eq!(has_markup(text), has, "{text}");
        }
    }
}
