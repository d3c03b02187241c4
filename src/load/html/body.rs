//! Which part of a page is the article.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::blocks::{Blocks, blocks};
use super::nodes::{names, says, stands_in_line, typed};

/// The blocks of the part of `page` that is most likely its article; of all of it, where none stands out.
///
/// What tells who wrote it was taken out before, by [`byline`](super::byline).
pub(super) fn body(page: Document) -> Blocks {
    let config = Config {
        keep_classes: true,
        disable_json_ld: true,
        ..Config::default()
    };
    keep_speakers(&page);
    let whole = page.clone();
    keep_names(&page);
    // Where it is told who wrote a page, `dom_smoothie` takes no line out for being named "author".
    page.select_single("head")
        .append_html("<meta name=\"author\" content=\"-\">");
    let article =
        Readability::with_document(page, None, Some(config)).and_then(|mut readability| readability.parse());
    match article {
        Ok(article) => blocks(&Document::fragment(article.content).root()),
        Err(_) => blocks(&whole.root()),
    }
}

/// Gives the names of a `div` to the paragraph that is all of it: `dom_smoothie` puts the paragraph in its place.
fn keep_names(page: &Document) {
    for node in page.select("div[class], div[id]").nodes() {
        if says(node).is_none() {
            continue;
        }
        match node.element_children().as_slice() {
            [only] if only.has_name("p") => only.add_class(&names(node)),
            children if children.iter().all(is_in_line) => node.rename("p"),
            _ => {}
        }
    }
}

/// Who said what is quoted stands in the `footer` of the quotation, or below it as a caption does: neither may go as other
/// footers and captions do.
fn keep_speakers(page: &Document) {
    for node in page.select("blockquote footer, figure blockquote").nodes() {
        if node.has_name("footer") {
            make_paragraph(node);
            continue;
        }
        let Some(figure) = node
            .ancestors_it(Some(STEPS))
            .find(|around| around.has_name("figure"))
        else {
            continue;
        };
        figure.rename("div");
        for caption in figure.element_children() {
            if caption.has_name("figcaption") {
                make_paragraph(&caption);
            }
        }
    }
}

/// How far above a quotation its figure is looked for.
const STEPS: usize = 3;

/// Makes a paragraph of an element, with no name that says otherwise.
fn make_paragraph(node: &NodeRef<'_>) {
    node.rename("p");
    node.remove_attrs(&["class", "id"]);
}

/// The text of a page that is nothing but preformatted text: a file of text, saved by a browser as a page.
pub(super) fn typed_text(page: &Document) -> Option<String> {
    let pre = page.select_single("pre");
    let text = typed(pre.nodes().first()?);
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).count();
    let all = page.select_single("body").text();
    (letters(&text) == letters(&all)).then_some(text)
}

/// How many elements within a `div` are looked at.
const MOST: usize = 50;

fn is_in_line(node: &NodeRef<'_>) -> bool {
    let mut within = node.descendants_it().filter(NodeRef::is_element).take(MOST);
    stands_in_line(node) && within.all(|node| stands_in_line(&node))
}
