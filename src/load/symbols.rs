//! Characters of private use that fonts of symbols have: what they look like.
//!
//! Word writes a sign of such a font as U+F020 to U+F0FF, and so do programs that copy from it. Where the font is told,
//! its table tells the sign. Where it is not, a sign that a line begins with is the mark of a list.

use std::borrow::Cow;

use memchr::memchr;

/// The first byte of these characters in UTF-8.
const LEAD: u8 = 0xef;

/// The signs of the font Symbol from its places 0x20 and 0xa0 on.
const SYMBOL: [(u32, &str); 2] = [
    (
        0x20,
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    ),
    (
        0xa0,
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑",
    ),
];

/// Signs of the font Wingdings that articles have.
const WINGDINGS: &[(u32, char)] = &[
    (0x28, '☎'),
    (0x2a, '✉'),
    (0x46, '☞'),
    (0x4a, '☺'),
    (0x4c, '☹'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x71, '❑'),
    (0x74, '◆'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '◆'),
    (0x9f, '•'),
    (0xa7, '▪'),
    (0xa8, '◻'),
    (0xd8, '➢'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xe1, '↑'),
    (0xe2, '↓'),
    (0xe8, '➔'),
    (0xf0, '⇨'),
    (0xfb, '✘'),
    (0xfc, '✔'),
    (0xfd, '☒'),
    (0xfe, '☑'),
];

/// Places of signs, in one font or another, that stand before the items of a list.
const BULLETS: &[u32] = &[
    0x2d, 0x6c, 0x6e, 0x6f, 0x71, 0x74, 0x75, 0x76, 0x77, 0x9f, 0xa7, 0xa8, 0xb7, 0xbe, 0xd8, 0xe0, 0xe8,
    0xf0, 0xfb, 0xfc, 0xfd, 0xfe,
];

/// Places of signs that are the same wherever they stand: programs write them by themselves.
const ANYWHERE: &[(u32, char)] = &[(0x4a, '☺'), (0xb7, '•'), (0xe0, '→')];

const BULLET: char = '•';

/// Where in its font a character of private use stands.
fn place(character: char) -> Option<u32> {
    let code = u32::from(character);
    (0xf020..=0xf0ff).contains(&code).then(|| code - 0xf000)
}

/// The sign that `font` has for a code, which may be its place in the font or a character of private use.
pub(super) fn of_font(font: &str, code: u32) -> Option<char> {
    let character = char::from_u32(code)?;
    let place = place(character).or((0x20..=0xff).contains(&code).then_some(code))?;
    let sign = match font.to_lowercase().as_str() {
        "symbol" => SYMBOL.iter().find_map(|(first, signs)| {
            let offset = usize::try_from(place.checked_sub(*first)?).ok()?;
            signs.chars().nth(offset)
        }),
        "wingdings" => listed(WINGDINGS, place),
        _ => None,
    };
    sign.or_else(|| char::from_u32(0xf000 + place))
}

fn listed(table: &[(u32, char)], place: u32) -> Option<char> {
    let (_, sign) = table.iter().find(|(known, _)| *known == place)?;
    Some(*sign)
}

/// `text` with the signs that can be told whatever their font is.
pub(super) fn told(text: &str) -> Cow<'_, str> {
    let may_have = memchr(LEAD, text.as_bytes()).is_some();
    if !may_have || !text.chars().any(|character| place(character).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut told = String::with_capacity(text.len());
    let mut begins = true;
    let mut letters = text.chars().peekable();
    while let Some(character) = letters.next() {
        let place = place(character);
        if begins && place.is_some_and(|place| BULLETS.contains(&place)) {
            told.push(BULLET);
            if letters.peek().is_some_and(|next| !next.is_whitespace()) {
                told.push(' ');
            }
        } else {
            told.push(
                place
                    .and_then(|place| listed(ANYWHERE, place))
                    .unwrap_or(character),
            );
        }
        begins = character == '\n' || (begins && character.is_whitespace());
    }
    Cow::Owned(told)
}

#[cfg(test)]
mod tests {
    use super::{of_font, told};

    #[test]
    fn what_a_line_begins_with_is_the_mark_of_a_list() {
        for (text, expected) in [
            (
                "\u{f0b7} One.\n \u{f0a7}Two.\n\u{f076}\tThree.",
                "• One.\n • Two.\n•\tThree.",
            ),
            ("One \u{f0e0} two \u{f04a} \u{f0b7}", "One → two ☺ •"),
            (
                "One \u{f0a7} two \u{e000}, \u{ff01}",
                "One \u{f0a7} two \u{e000}, \u{ff01}",
            ),
        ] {
            assert_eq!(told(text), expected);
        }
    }

    #[test]
    fn a_font_tells_its_signs() {
        for (font, code, expected) in [
            ("Symbol", 0xf0b7, Some('•')),
            ("Symbol", 0x61, Some('α')),
            ("Symbol", 0xf044, Some('Δ')),
            ("Symbol", 0xe5, Some('∑')),
            ("Wingdings", 0xf0e0, Some('→')),
            ("Wingdings", 0xf0a7, Some('▪')),
            ("Nobody’s", 0xf0a7, Some('\u{f0a7}')),
            ("Symbol", 0x2014, None),
        ] {
            assert_eq!(of_font(font, code), expected, "{font} {code:x}");
        }
    }
}
