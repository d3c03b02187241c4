//! What is known of elements by their names, as far as the prefilter must know it to follow a parser.

/// Elements, each of them one bit.
pub(super) type Set = u128;

/// The names that are known, in order; all others are elements in the line.
const NAMES: &[&str] = &[
    "a",
    "address",
    "applet",
    "area",
    "article",
    "aside",
    "b",
    "base",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "code",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "li",
    "link",
    "listing",
    "main",
    "marquee",
    "math",
    "menu",
    "meta",
    "nav",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "plaintext",
    "pre",
    "s",
    "script",
    "search",
    "section",
    "select",
    "small",
    "source",
    "strike",
    "strong",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "wbr",
    "xmp",
];

#[allow(clippy::indexing_slicing, reason = "the compiler alone runs it")]
const fn set(names: &[&str]) -> Set {
    let mut bits = 0;
    let mut name = 0;
    while name < names.len() {
        let mut known = 0;
        while known < NAMES.len() {
            if same(names[name], NAMES[known]) {
                bits |= 1 << known;
            }
            known += 1;
        }
        name += 1;
    }
    bits
}

#[allow(clippy::indexing_slicing, reason = "the compiler alone runs it")]
const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut place = 0;
    while place < a.len() && place < b.len() && a[place] == b[place] {
        place += 1;
    }
    place == a.len() && place == b.len()
}

/// The element called `name`, in whatever case; none, where the name is not known.
pub(super) fn of(name: &str) -> Set {
    let mut lower = [0; 10];
    let Some(lower) = lower.get_mut(..name.len()) else {
        return 0;
    };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    NAMES
        .binary_search_by_key(&&*lower, |known| known.as_bytes())
        .map_or(0, |place| 1 << place)
}

/// Elements that have no content and no end.
pub(super) const VOID: Set = set(&[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
]);

/// Elements whose content is no markup, and is none of the article: it is passed over with them.
pub(super) const SWALLOWED: Set = set(&[
    "script", "style", "iframe", "noembed", "noframes", "xmp", "textarea", "svg", "math",
]);

/// Elements that are dropped without their content: they make a parser change its mind about the whole page, or hold what
/// is none of it.
pub(super) const DROPPED: Set = set(&[
    "plaintext",
    "frameset",
    "frame",
    "template",
    "applet",
    "marquee",
    "object",
    "param",
    "embed",
]);

/// Elements that a parser opens again after the end of a block where they were left open.
pub(super) const FORMATTING: Set = set(&[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
]);

/// Elements that the end of an element in the line does not reach across.
pub(super) const BLOCKS: Set = NOT_IN_PARAGRAPH & !VOID
    | set(&[
        "body", "button", "caption", "colgroup", "head", "html", "noscript", "select", "tbody", "td",
        "tfoot", "th", "thead", "title", "tr",
    ]);

/// Elements that the end of an element outside does not reach into.
pub(super) const WALLS: Set = set(&["table", "td", "th", "caption", "html"]);

/// Blocks that end an open paragraph.
const NOT_IN_PARAGRAPH: Set = set(&[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dd",
    "dt",
    "fieldset",
    "figcaption",
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
    "hgroup",
    "hr",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
]);

pub(super) const ROOTS: [Set; 3] = [set(&["html"]), set(&["head"]), set(&["body"])];
pub(super) const TITLE: Set = set(&["title"]);
pub(super) const TEMPLATE: Set = set(&["template"]);
pub(super) const LINK: Set = set(&["a"]);
const TABLE: Set = set(&["table", "html"]);
const PARTS_OF_TABLE: Set = set(&["table", "tr", "tbody", "thead", "tfoot", "td", "th", "caption"]);
const PARAGRAPH: Set = set(&["p"]);
const PARAGRAPH_WALLS: Set = WALLS | set(&["button"]);
const ITEM: Set = set(&["li"]);
const ITEM_WALLS: Set = WALLS | set(&["ul", "ol", "menu", "dir"]);

/// What stands in the way of the end of `element` on its way to the start.
pub(super) fn walls_of(element: Set) -> Set {
    match element {
        _ if element & PARTS_OF_TABLE != 0 => TABLE,
        PARAGRAPH => PARAGRAPH_WALLS,
        ITEM => ITEM_WALLS,
        _ if element & (BLOCKS | FORMATTING) != 0 => WALLS,
        _ => BLOCKS,
    }
}

/// What `element` ends when it begins, and what that does not reach across.
pub(super) fn ends_at_start_of(element: Set) -> &'static [(Set, Set)] {
    const RULES: &[(Set, &[(Set, Set)])] = &[
        (ITEM, &[(ITEM, ITEM_WALLS), (PARAGRAPH, PARAGRAPH_WALLS)]),
        (
            set(&["dt", "dd"]),
            &[
                (set(&["dt", "dd"]), WALLS | set(&["dl"])),
                (PARAGRAPH, PARAGRAPH_WALLS),
            ],
        ),
        (
            set(&["td", "th"]),
            &[
                (set(&["td", "th"]), TABLE | set(&["tr"])),
                (set(&["caption"]), TABLE),
            ],
        ),
        (set(&["tr"]), &[(set(&["tr", "caption", "colgroup"]), TABLE)]),
        (
            set(&["tbody", "thead", "tfoot"]),
            &[(set(&["tbody", "thead", "tfoot", "caption", "colgroup"]), TABLE)],
        ),
        (
            set(&["option", "optgroup"]),
            &[(set(&["option"]), TABLE | set(&["select"]))],
        ),
        (set(&["button"]), &[(set(&["button"]), WALLS)]),
        (NOT_IN_PARAGRAPH, &[(PARAGRAPH, PARAGRAPH_WALLS)]),
    ];
    let rule = RULES.iter().find(|(elements, _)| elements & element != 0);
    rule.map_or(&[], |(_, ended)| ended)
}

/// Attributes that tell something about an article; all others are dropped.
const ATTRIBUTES: &[&str] = &[
    "class",
    "id",
    "role",
    "itemprop",
    "itemtype",
    "itemscope",
    "property",
    "name",
    "content",
    "datetime",
    "lang",
    "rel",
    "type",
    "style",
    "hidden",
    "aria-hidden",
    "aria-modal",
    "href",
    "http-equiv",
    "colspan",
    "rowspan",
    "pubdate",
    "src",
    "alt",
];

/// Whether an attribute is kept.
pub(super) fn is_kept_attribute(name: &str) -> bool {
    ATTRIBUTES.iter().any(|kept| kept.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_fit() {
        assert!(NAMES.is_sorted() && NAMES.len() <= 128);
        assert!(NAMES.iter().all(|name| of(name) != 0 && name.len() <= 10));
        assert_eq!(of("BlockQuote"), set(&["blockquote"]));
        assert_eq!(of("x") | of("") | of("blockquotes") | of("figcaptions"), 0);
    }
}
