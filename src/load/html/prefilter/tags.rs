//! What is known of elements by their names, as far as the prefilter must know it to follow a parser.

/// Elements that have no content and no end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Elements whose content is no markup, and is none of the article: it is passed over with them.
const SWALLOWED: &[&str] = &[
    "script", "style", "iframe", "noembed", "noframes", "xmp", "textarea", "svg", "math",
];

/// Elements that are dropped without their content: they make a parser change its mind about the whole page.
const DROPPED: &[&str] = &[
    "plaintext",
    "embed",
    "frameset",
    "frame",
    "template",
    "applet",
    "marquee",
    "object",
    "param",
];

/// Elements that a parser opens again after the end of a block where they were left open.
const FORMATTING: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Elements that the end of an element in the line does not reach across.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
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
    "head",
    "header",
    "hgroup",
    "html",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "noscript",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Elements that the end of an element outside does not reach into.
const WALLS: &[&str] = &["table", "td", "th", "caption", "html"];

/// Blocks that end an open paragraph.
const NOT_IN_PARAGRAPH: &[&str] = &[
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
];

pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

pub(super) fn is_swallowed(name: &str) -> bool {
    SWALLOWED.contains(&name)
}

pub(super) fn is_dropped(name: &str) -> bool {
    DROPPED.contains(&name)
}

pub(super) fn is_formatting(name: &str) -> bool {
    FORMATTING.contains(&name)
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

pub(super) fn is_wall(name: &str) -> bool {
    WALLS.contains(&name)
}

/// What `name` ends when it begins, innermost first, and the elements that this does not reach across.
pub(super) fn ends_at_start_of(name: &str) -> &'static [(&'static [&'static str], &'static [&'static str])] {
    const TABLE: &[&str] = &["table", "html"];
    match name {
        "li" => &[
            (
                &["li"],
                &["ul", "ol", "menu", "dir", "table", "td", "th", "caption", "html"],
            ),
            (&["p"], PARAGRAPH_WALLS),
        ],
        "dt" | "dd" => &[
            (&["dt", "dd"], &["dl", "table", "td", "th", "caption", "html"]),
            (&["p"], PARAGRAPH_WALLS),
        ],
        "td" | "th" => &[(&["td", "th"], &["tr", "table", "html"]), (&["caption"], TABLE)],
        "tr" => &[(&["tr", "caption", "colgroup"], TABLE)],
        "tbody" | "thead" | "tfoot" => &[(&["tbody", "thead", "tfoot", "caption", "colgroup"], TABLE)],
        "option" | "optgroup" => &[(&["option"], &["select", "table", "html"])],
        "button" => &[(&["button"], &["table", "td", "th", "caption", "html"])],
        _ if NOT_IN_PARAGRAPH.contains(&name) => &[(&["p"], PARAGRAPH_WALLS)],
        _ => &[],
    }
}

const PARAGRAPH_WALLS: &[&str] = &["button", "table", "td", "th", "caption", "html"];

/// Attributes that tell something about an article; all others are dropped.
pub(super) fn is_kept_attribute(name: &str) -> bool {
    const KEPT: &[&str] = &[
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
    KEPT.contains(&name)
}
