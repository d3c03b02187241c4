//! The elements of HTML by their names, and whether some text has any.

use memchr::memchr_iter;

/// Elements whose content is no text of the article.
pub(super) const HIDDEN: &[&str] = &[
    "script",
    "style",
    "head",
    "template",
    "svg",
    "iframe",
    "select",
    "textarea",
    "button",
    "figcaption",
    "audio",
    "video",
    "object",
    "math",
];

/// Elements that stand within a paragraph; any other parts one from the next.
pub(super) const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements that part paragraphs, and by which HTML is known.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Whether `text` has a tag of HTML; `<` and `&` alone are signs as others are.
pub(super) fn has_markup(text: &str) -> bool {
    has_tag(text, &[INLINE, BLOCKS, HIDDEN])
}

/// Whether `text` has a tag of HTML that parts paragraphs: nobody writes of those in passing, as of `<b>`.
pub(super) fn has_blocks(text: &str) -> bool {
    has_tag(text, &[BLOCKS])
}

fn has_tag(text: &str, known: &[&[&str]]) -> bool {
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
        ends && known.iter().any(|names| names.contains(&name.as_str()))
    })
}

/// The longest name of an element that is known.
const LONGEST_NAME: usize = 10;

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
