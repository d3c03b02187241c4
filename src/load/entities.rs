//! Entities of HTML where there is no HTML: text that was escaped once too often ("&rsquo;", "&#8217;").

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

/// Entities that are no letters with an accent.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("shy", '\u{ad}'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("sect", '§'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("szlig", 'ß'),
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
    ("oslash", 'ø'),
    ("Oslash", 'Ø'),
    ("eth", 'ð'),
    ("thorn", 'þ'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("times", '×'),
    ("minus", '−'),
    ("prime", '′'),
];

/// How the names of letters with an accent end, and the accent.
const ACCENTS: &[(&str, char)] = &[
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circ", '\u{302}'),
    ("uml", '\u{308}'),
    ("tilde", '\u{303}'),
    ("ring", '\u{30a}'),
    ("cedil", '\u{327}'),
    ("caron", '\u{30c}'),
];

/// The longest entity, without its marks.
const LONGEST: usize = 8;

/// `text` with the entities in it read.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    let Some(first) = next(text) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut found = Some(first);
    while let Some((place, length, character)) = found {
        out.push_str(rest.get(..place).unwrap_or_default());
        out.push(character);
        rest = rest.get(place + length..).unwrap_or_default();
        found = next(rest);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The next entity: where it stands, how long it is, and what it is.
fn next(text: &str) -> Option<(usize, usize, char)> {
    memchr::memchr_iter(b'&', text.as_bytes()).find_map(|place| {
        let after = text.as_bytes().get(place + 1..)?;
        let length = after.iter().take(LONGEST + 1).position(|byte| *byte == b';')?;
        let name = text.get(place + 1..place + 1 + length)?;
        Some((place, length + 2, character(name)?))
    })
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(number).filter(|character| *character != '\0');
    }
    if let Some((_, character)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*character);
    }
    let (letter, accent) = ACCENTS
        .iter()
        .find_map(|(ending, accent)| Some((name.strip_suffix(ending)?, *accent)))?;
    let mut letters = letter.chars();
    let letter = letters.next().filter(char::is_ascii_alphabetic)?;
    let mut composed = [letter, accent].into_iter().nfc();
    let whole = composed.next()?;
    (letters.next().is_none() && composed.next().is_none()).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn entities_are_read_and_signs_stay() {
        for (text, read) in [
            (
                "It&rsquo;s &ldquo;shut&rdquo;&nbsp;&mdash; &pound;5",
                "It’s “shut” — £5",
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
        ] {
            assert_eq!(unescaped(text), read);
        }
    }
}
