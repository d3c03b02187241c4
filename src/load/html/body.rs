//! Which part of a page is the article.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::blocks::{Blocks, blocks, names, says, stands_in_line};

/// The blocks of the part of `page` that is most likely its article; of all of it, where none stands out.
pub(super) fn body(page: Document) -> Blocks {
    let config = Config {
        keep_classes: true,
        disable_json_ld: true,
        ..Config::default()
    };
    let whole = page.clone();
    keep_names(&page);
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

/// How many elements within a `div` are looked at.
const MOST: usize = 50;

fn is_in_line(node: &NodeRef<'_>) -> bool {
    let mut within = node.descendants_it().filter(NodeRef::is_element).take(MOST);
    stands_in_line(node) && within.all(|node| stands_in_line(&node))
}
