//! Saved web pages in, articles out: what the head tells, which words are the article, and pages that mean harm.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::format_collect,
    clippy::too_many_lines,
    missing_docs
)]

mod body;
mod dates;
mod head;
mod hostile;
#[path = "../common/limits.rs"]
mod limits;
mod sites;
mod walls;

use std::path::Path;

use briefing::briefing::{Article, Format};
use briefing::load::load_bytes;

/// Four paragraphs of a story.
const STORY: [&str; 4] = [
    "The ferry to Sandholm stopped running on Monday after its captain, who had sailed it for thirty years, refused to leave the harbour in the fog.",
    "“I have seen what the reef does to a hull,” said Captain Runa Vestergaard, standing beside the gangway. “Nobody will sail under me today.”",
    "The company had told passengers that the crossing was safe, and about two hundred of them, many with children, were waiting on the quay when the whistle did not blow.",
    "Mayor Jonas Lindqvist, who was among them, said that the town would look into the matter, but that it was, after all, only fog.",
];

/// A page as a newspaper makes it, with `head` in its head and `around` before and after the story.
fn page(head: &str, before: &str, after: &str) -> String {
    let story: String = STORY
        .iter()
        .map(|paragraph| format!("<p>{paragraph}</p>\n"))
        .collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">{head}</head>\n<body><nav><a href=\"/\">Home</a> \
         <a href=\"/news\">News</a></nav>\n<article>{before}{story}{after}</article>\n<footer>Imprint</footer></body></html>"
    )
}

fn read(html: &str) -> Article {
    let article = load_bytes(html.as_bytes(), Some(Path::new("page.html")))
        .unwrap()
        .article;
    assert_eq!(article.format, Format::Html);
    article
}

fn paragraphs(article: &Article) -> Vec<&str> {
    article.text.split("\n\n").collect()
}
