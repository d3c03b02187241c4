//! Which files of a folder or an archive are articles: by their names, and where those leave it open, by how they begin;
//! and what is the name of no file.

use std::path::Path;

use crate::load::signs;
use crate::load::{looks_like_briefing, looks_like_text};

/// Endings of names that are always articles.
const ALWAYS: &[&str] = &[
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "eml", "emlx", "mbox", "mht", "mhtml", "rss",
    "atom", "docx", "rtf", "pdf", "epub", "zip", "tar", "tgz", "warc",
];

/// The ending of the name of one packed file, after that of the file.
const PACKED: &str = "gz";

/// Whether a file called `path` is an article, or holds some; `start` gives its first bytes, where the name does not
/// tell.
pub fn is_article(path: &Path, start: impl FnOnce() -> Vec<u8>) -> bool {
    let is_packed = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(PACKED));
    if is_packed {
        // `story.html.gz` is packed `story.html`.
        is_unpacked_article(&path.with_extension(""), || unpacked(&start()))
    } else {
        is_unpacked_article(path, start)
    }
}

fn is_unpacked_article(path: &Path, start: impl FnOnce() -> Vec<u8>) -> bool {
    let Some(extension) = path.extension() else {
        let start = start();
        return looks_like_text(&start) || holds_news(&start);
    };
    match extension.to_string_lossy().to_lowercase().as_str() {
        "toml" => looks_like_briefing(&start()),
        "xml" | "json" => holds_news(&start()),
        extension => ALWAYS.contains(&extension),
    }
}

/// How much of a packed file is unpacked to look at, in bytes.
#[cfg(feature = "archives")]
const GLANCE: u64 = 4096;

/// What is packed at the start of a gzip file.
#[cfg(feature = "archives")]
fn unpacked(start: &[u8]) -> Vec<u8> {
    crate::load::archive::start_of_gzip(start, GLANCE)
}

/// Nothing, where this build cannot unpack it.
#[cfg(not(feature = "archives"))]
fn unpacked(_: &[u8]) -> Vec<u8> {
    Vec::new()
}

/// How the folder is called that browsers put beside a page they save, after the name of the page; in the languages in which
/// they differ.
const COMPANIONS: &[&str] = &[
    "_files",
    ".files",
    "-Dateien",
    "-filer",
    "_archivos",
    "_fichiers",
    "_file",
    "_arquivos",
    "_bestanden",
    "_soubory",
    "_pliki",
    "_elemei",
    "_dosyalar",
    "_tiedostot",
];

/// Endings of the names of pages.
const PAGES: &[&str] = &["html", "htm", "xhtml"];

/// So many folders above a file are looked at.
const MOST_FOLDERS: usize = 32;

/// Whether the file at `path` is a piece of a saved page (a frame, a script): it stands in the folder that belongs to one.
/// `is_there` tells whether there is a file.
pub fn belongs_to_page(path: &Path, is_there: impl Fn(&Path) -> bool) -> bool {
    let belongs = |folder: &Path| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let pages = COMPANIONS.iter().filter_map(|ending| name.strip_suffix(ending));
        pages.filter(|page| !page.is_empty()).any(|page| {
            PAGES
                .iter()
                .any(|ending| is_there(&folder.with_file_name(format!("{page}.{ending}"))))
        })
    };
    path.ancestors().skip(1).take(MOST_FOLDERS).any(belongs)
}

/// Whether a file called `name` may be a saved page that has a folder of its own.
pub(super) fn is_page(name: &Path) -> bool {
    let ending = name
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| PAGES.contains(&ending.as_str()))
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
