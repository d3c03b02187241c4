//! The elements of HTML by their names, and what each is to a reader: the one table that all who read HTML ask.

/// It stands within a paragraph.
const INLINE: u16 = 1;
/// It parts paragraphs; nobody writes of its tag in passing, as of `<b>`.
const BLOCK: u16 = 1 << 1;
/// Its content is no text of the article.
const HIDDEN: u16 = 1 << 2;
/// It is a heading.
const HEADING: u16 = 1 << 3;
/// It is a heading that may be the headline.
const HEADLINE: u16 = 1 << 4;
/// It is a cell in the row of a table.
const CELL: u16 = 1 << 5;
/// It tells of a picture.
const CAPTION: u16 = 1 << 6;
/// It is one entry of a list.
const ENTRY: u16 = 1 << 7;
/// It has no content and no end.
const VOID: u16 = 1 << 8;
/// A part of a page, as it is copied and piped, may begin with it. Markdown may begin so as well.
const OPENING: u16 = 1 << 9;

/// All that are known, in order.
const ELEMENTS: &[(&str, u16)] = &[
    ("a", INLINE),
    ("abbr", INLINE),
    ("acronym", INLINE),
    ("address", BLOCK),
    ("article", BLOCK | OPENING),
    ("aside", BLOCK),
    ("audio", HIDDEN),
    ("b", INLINE),
    ("bdi", INLINE),
    ("bdo", INLINE),
    ("big", INLINE),
    ("blink", INLINE),
    ("blockquote", BLOCK | OPENING),
    ("body", BLOCK),
    ("br", BLOCK | VOID),
    ("button", HIDDEN),
    ("canvas", HIDDEN),
    ("center", BLOCK),
    ("cite", INLINE),
    ("code", INLINE),
    ("data", INLINE),
    ("dd", BLOCK),
    ("del", INLINE),
    ("details", BLOCK),
    ("dfn", INLINE),
    ("dialog", HIDDEN),
    ("div", BLOCK | OPENING),
    ("dl", BLOCK),
    ("dt", BLOCK | ENTRY),
    ("em", INLINE),
    ("embed", HIDDEN | VOID),
    ("fieldset", BLOCK),
    ("figcaption", CAPTION),
    ("figure", BLOCK),
    ("font", INLINE),
    ("footer", BLOCK),
    ("form", BLOCK),
    ("h1", BLOCK | HEADING | HEADLINE | OPENING),
    ("h2", BLOCK | HEADING | HEADLINE | OPENING),
    ("h3", BLOCK | HEADING | HEADLINE),
    ("h4", BLOCK | HEADING),
    ("h5", BLOCK | HEADING),
    ("h6", BLOCK | HEADING),
    ("head", HIDDEN),
    ("header", BLOCK | OPENING),
    ("hr", BLOCK | VOID),
    ("html", BLOCK),
    ("i", INLINE),
    ("iframe", HIDDEN),
    ("img", INLINE | VOID),
    ("input", HIDDEN | VOID),
    ("ins", INLINE),
    ("kbd", INLINE),
    ("label", INLINE),
    ("li", BLOCK | ENTRY),
    ("main", BLOCK | OPENING),
    ("map", HIDDEN),
    ("mark", INLINE),
    ("math", HIDDEN),
    ("meta", VOID | OPENING),
    ("nav", BLOCK | HIDDEN),
    ("nobr", INLINE),
    ("noscript", HIDDEN),
    ("object", HIDDEN),
    ("ol", BLOCK),
    ("p", BLOCK | OPENING),
    ("picture", INLINE),
    ("pre", BLOCK | OPENING),
    ("q", INLINE),
    ("rp", INLINE),
    ("rt", INLINE),
    ("ruby", INLINE),
    ("s", INLINE),
    ("samp", INLINE),
    ("script", HIDDEN),
    ("section", BLOCK | OPENING),
    ("select", HIDDEN),
    ("small", INLINE),
    ("source", INLINE | VOID),
    ("span", INLINE),
    ("strike", INLINE),
    ("strong", INLINE),
    ("style", HIDDEN),
    ("sub", INLINE),
    ("summary", BLOCK),
    ("sup", INLINE),
    ("svg", HIDDEN),
    ("table", BLOCK | OPENING),
    ("tbody", BLOCK),
    ("td", BLOCK | CELL),
    ("template", HIDDEN),
    ("textarea", HIDDEN),
    ("tfoot", BLOCK),
    ("th", BLOCK | CELL),
    ("thead", BLOCK),
    ("time", INLINE),
    ("title", HIDDEN | OPENING),
    ("tr", BLOCK | ENTRY),
    ("tt", INLINE),
    ("u", INLINE),
    ("ul", BLOCK),
    ("var", INLINE),
    ("video", HIDDEN),
    ("wbr", INLINE | VOID),
];

/// The longest name of an element that is known, in bytes.
pub(super) const LONGEST_NAME: usize = 10;

/// What the element called `name`, in lower case, is; nothing where the name is not known.
fn traits(name: &str) -> u16 {
    let place = ELEMENTS.binary_search_by_key(&name, |(known, _)| known);
    let known = place.ok().and_then(|place| ELEMENTS.get(place));
    known.map_or(0, |(_, traits)| *traits)
}

/// Whether it is an element of HTML.
pub(super) fn is_known(name: &str) -> bool {
    traits(name) != 0
}

/// Whether it stands within a paragraph; any other parts one from the next.
pub(super) fn is_inline(name: &str) -> bool {
    traits(name) & INLINE != 0
}

/// Whether it parts paragraphs, and HTML is known by it.
pub(super) fn is_block(name: &str) -> bool {
    traits(name) & BLOCK != 0
}

/// Whether its content is no text of the article.
pub(super) fn is_hidden(name: &str) -> bool {
    traits(name) & HIDDEN != 0
}

/// Whether it tells of a picture.
pub(super) fn is_caption(name: &str) -> bool {
    traits(name) & CAPTION != 0
}

/// Whether it is a heading, of whatever level.
pub(super) fn is_heading(name: &str) -> bool {
    traits(name) & HEADING != 0
}

/// Whether it is a heading that may be the headline.
pub(super) fn is_headline(name: &str) -> bool {
    traits(name) & HEADLINE != 0
}

/// Whether it is a cell in the row of a table.
pub(super) fn is_cell(name: &str) -> bool {
    traits(name) & CELL != 0
}

/// Whether it is one entry of a list.
pub(super) fn is_entry(name: &str) -> bool {
    traits(name) & ENTRY != 0
}

/// Whether it has no content and no end.
pub(super) fn is_void(name: &str) -> bool {
    traits(name) & VOID != 0
}

/// Whether a part of a page may begin with it.
pub(super) fn opens_part(name: &str) -> bool {
    traits(name) & OPENING != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_once() {
        let names = ELEMENTS.iter().map(|(name, _)| *name);
        assert!(names.is_sorted_by(|a, b| a < b));
        assert!(
            ELEMENTS
                .iter()
                .all(|(name, traits)| name.len() <= LONGEST_NAME && *traits != 0)
        );
    }

    #[test]
    fn what_stands_in_a_line_parts_nothing_and_is_read() {
        for (name, traits) in ELEMENTS {
            let is_inline = traits & INLINE != 0;
            assert!(!is_inline || traits & (BLOCK | HIDDEN | CAPTION) == 0, "{name}");
        }
        assert!(is_inline("nobr") && !is_inline("x-y") && !is_known("bring"));
    }
}
