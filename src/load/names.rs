//! Which files of a folder or an archive are articles: by their names, and where those leave it open, by how they begin;
//! and what is the name of no file.

use std::path::Path;

use crate::load::signs;
use crate::load::{looks_like_briefing, looks_like_text};

/// Endings of names that are always articles.
const ALWAYS: &[&str] = &[
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "eml", "mbox", "mht", "mhtml", "rss", "atom",
    "docx", "rtf", "pdf", "epub", "zip", "tar", "tgz", "warc",
];

/// Whether a file called `path` is an article, or holds some; `start` gives its first bytes, where the name does not
/// tell.
pub fn is_article(path: &Path, start: impl FnOnce() -> Vec<u8>) -> bool {
    let Some(extension) = path.extension() else {
        let start = start();
        return looks_like_text(&start) || holds_news(&start);
    };
    match extension.to_string_lossy().to_lowercase().as_str() {
        "toml" => looks_like_briefing(&start()),
        "xml" | "json" => holds_news(&start()),
        // `story.html.gz` is packed `story.html`.
        "gz" => is_article(&path.with_extension(""), Vec::new),
        extension => ALWAYS.contains(&extension),
    }
}

/// Whether `start` begins a feed or what an agency sends.
fn holds_news(start: &[u8]) -> bool {
    signs::is_feed(start) || signs::is_newsml(start) || signs::begins_ninjs(start)
}

/// Whether `path` is an address (`https://…`) and no file.
///
/// ```
/// use briefing::load::is_address;
/// assert!(is_address("https://paper.example/a".as_ref()) && !is_address("news/a.txt".as_ref()));
/// ```
pub fn is_address(path: &Path) -> bool {
    let Some((scheme, _)) = path.to_str().and_then(|path| path.split_once("://")) else {
        return false;
    };
    let goes_on = |each: char| each.is_ascii_alphanumeric() || "+-.".contains(each);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.chars().all(goes_on)
}
