//! Character references of HTML, in HTML and in text that was escaped once too often ("&rsquo;", "&#8217;").

use std::borrow::Cow;

use html_escape::decode_html_entities;
use memchr::memchr;

use crate::load::gate::of_windows;

/// The longest reference, with its `&` and `;`.
pub(super) const LONGEST_REFERENCE: usize = 34;

/// `text` with its character references made characters.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    let Some(first) = memchr(b'&', text.as_bytes()) else {
        return Cow::Borrowed(text);
    };
    let mut plain = String::with_capacity(text.len());
    let (before, mut rest) = text.split_at(first);
    plain.push_str(before);
    while let Some(reference) = rest.strip_prefix('&') {
        let window = reference
            .as_bytes()
            .get(..LONGEST_REFERENCE)
            .unwrap_or(reference.as_bytes());
        let end = memchr(b';', window);
        let meant = end.and_then(|end| character(reference.get(..end)?));
        rest = if let (Some(end), Some(meant)) = (end, meant) {
            plain.push_str(&meant);
            reference.get(end + 1..).unwrap_or_default()
        } else {
            plain.push('&');
            reference
        };
        let next = memchr(b'&', rest.as_bytes()).unwrap_or(rest.len());
        let (words, after) = rest.split_at(next);
        plain.push_str(words);
        rest = after;
    }
    Cow::Owned(plain)
}

/// What a name stands for. (Of what formulas have two characters for, `html-escape` knows the first.)
fn named(name: &str) -> Option<String> {
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let reference = format!("&{name};");
    let meant = decode_html_entities(&reference);
    (meant != reference).then(|| meant.into_owned())
}

/// What a reference such as `mdash`, `#8212` or `#x2014` means.
fn character(reference: &str) -> Option<String> {
    let Some(number) = reference.strip_prefix('#') else {
        return named(reference);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    let character = char::from_u32(code).filter(|character| *character != '\0')?;
    Some(of_windows(character).to_string())
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn entities_are_read_and_signs_stay() {
        for (text, read) in [
            (
                "It&rsquo;s &ldquo;shut&rdquo;&nbsp;&mdash; &pound;5",
                "It’s “shut”\u{a0}— £5",
            ),
            (
                "Zo&euml; &Eacute;clair, &ccedil;a, &Aring;se, &Scaron;",
                "Zoë Éclair, ça, Åse, Š",
            ),
            ("&#8217;&#x2019;&amp;", "’’&"),
            ("AT&T; R&D; Q&A, a & b; &c; &;", "AT&T; R&D; Q&A, a & b; &c; &;"),
            (
                "&#0; &#xd800; &#99999999; &zacute",
                "&#0; &#xd800; &#99999999; &zacute",
            ),
            ("&amp;amp;", "&amp;"),
            ("&#146;&#x97;&hellip;&notin;", "’—…∉"),
            (
                "&Lstrok;&oacute;d&zacute; &Omega;&alpha; &OElig;&scaron; &Dcy;&iocy; &fnof;",
                "Łódź Ωα Œš Дё ƒ",
            ),
            (
                "&half;&fr; &Afr; &frac12; &ampx; &a b; & c &lt;",
                "½&fr; 𝔄 ½ &ampx; &a b; & c <",
            ),
        ] {
            assert_eq!(unescaped(text), read);
        }
    }
}
