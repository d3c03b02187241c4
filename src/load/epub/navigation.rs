//! What in an e-book is there only to get about in it: bars of links, and pages that list its articles.

use std::borrow::Cow;

use memchr::memchr;
use memchr::memmem::{Finder, find};

use crate::load::{elements, fragment};

/// The class of the bars that calibre puts at the head and foot of an article.
const BAR: &str = "calibre_navbar";

/// What calibre writes before the address that an article has on the web.
const BEFORE_ADDRESS: &str = "This article was downloaded by calibre from ";

/// A page without the bars in it, and the address that they tell.
pub(super) fn without_bars(page: &str) -> (Cow<'_, str>, Option<String>) {
    let mut kept = String::new();
    let mut address = None;
    let mut rest = page;
    let finder = Finder::new(BAR);
    while let Some((before, bar, after)) = next_bar(rest, &finder) {
        address = address.or_else(|| {
            let told = fragment::paragraphs(bar);
            told.iter()
                .find_map(|words| web_address(words))
                .map(str::to_owned)
        });
        kept.push_str(before);
        rest = after;
    }
    if rest.len() == page.len() {
        return (Cow::Borrowed(page), None);
    }
    kept.push_str(rest);
    (Cow::Owned(kept), address)
}

/// The address in "This article was downloaded by calibre from https://…".
pub(super) fn web_address(words: &str) -> Option<&str> {
    let address = words.strip_prefix(BEFORE_ADDRESS)?.split_whitespace().next()?;
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    is_web.then_some(address)
}

/// What stands before the first bar, the bar, and what stands after it.
fn next_bar<'p>(page: &'p str, finder: &Finder<'_>) -> Option<(&'p str, &'p str, &'p str)> {
    let mut from = 0;
    while let Some(place) = finder.find(page.as_bytes().get(from..)?) {
        let place = from + place;
        let start = page.get(from..place)?.rfind('<').map(|start| from + start);
        from = place + BAR.len();
        // The words of an article may have it too.
        let Some((start, inner)) = start.and_then(|start| Some((start, page.get(start + 1..place)?))) else {
            continue;
        };
        if inner.contains('>') || !inner.contains("class") {
            continue;
        }
        let length = element_length(page.get(start..)?)?;
        let (before, rest) = page.split_at_checked(start)?;
        let (bar, after) = rest.split_at_checked(length)?;
        return Some((before, bar, after));
    }
    None
}

/// How long the element is that `html` begins with; `None` where it does not end.
fn element_length(html: &str) -> Option<usize> {
    let wanted = Tag::of(html.get(1..)?).name;
    let mut depth = 0_usize;
    let mut place = 0;
    loop {
        let inner = place + memchr(b'<', html.as_bytes().get(place..)?)? + 1;
        let end = inner + memchr(b'>', html.as_bytes().get(inner..)?)?;
        let tag = Tag::of(html.get(inner..end)?);
        place = end + 1;
        if tag.name != wanted || tag.is_empty {
            continue;
        }
        depth = if tag.closes {
            depth.saturating_sub(1)
        } else {
            depth + 1
        };
        if depth == 0 {
            return Some(place);
        }
    }
}

/// Whether a page lists articles and is none: nearly all its words, headings aside, are links to other pages of the
/// book, or stand in entries of a list that begin with one.
pub(super) fn is_list(page: &str) -> bool {
    let body = find(page.as_bytes(), b"<body").unwrap_or_default();
    let mut rest = page.get(body..).unwrap_or_default();
    let mut words = Words::default();
    while let Some(start) = memchr(b'<', rest.as_bytes()) {
        words.count(rest.get(..start).unwrap_or_default());
        let inner = rest.get(start + 1..).unwrap_or_default();
        let Some(end) = memchr(b'>', inner.as_bytes()) else {
            return false;
        };
        words.pass(&Tag::of(inner.get(..end).unwrap_or_default()));
        rest = inner.get(end + 1..).unwrap_or_default();
    }
    words.linked > 0 && words.linked * 5 >= words.all * 4
}

/// The letters of a page, counted.
#[derive(Default)]
struct Words {
    all: usize,
    linked: usize,
    in_heading: bool,
    in_link: bool,
    entry: Entry,
}

/// What the entry of a list begins with.
#[derive(Default, PartialEq, Eq)]
enum Entry {
    #[default]
    None,
    Empty,
    Link,
    Words,
}

impl Words {
    fn count(&mut self, words: &str) {
        let letters = words.chars().filter(|letter| letter.is_alphabetic()).count();
        if letters == 0 || self.in_heading {
            return;
        }
        if self.entry == Entry::Empty {
            self.entry = if self.in_link { Entry::Link } else { Entry::Words };
        }
        self.all += letters;
        if self.in_link || self.entry == Entry::Link {
            self.linked += letters;
        }
    }

    fn pass(&mut self, tag: &Tag<'_>) {
        let name = tag.name.to_ascii_lowercase();
        let name = name.as_str();
        if name == "a" {
            self.in_link = !tag.closes && !tag.is_empty && tag.leads_to_page();
        } else if elements::is_heading(name) {
            self.in_heading = !tag.closes;
        } else if elements::is_entry(name) {
            self.entry = if tag.closes { Entry::None } else { Entry::Empty };
            self.in_link = false;
        } else if tag.closes && matches!(name, "p" | "div" | "ul" | "ol" | "table") {
            self.in_link = false;
        }
    }
}

/// What stands between `<` and `>`.
struct Tag<'h> {
    inner: &'h str,
    name: &'h str,
    closes: bool,
    /// It has no content: `<br/>`.
    is_empty: bool,
}

impl<'h> Tag<'h> {
    fn of(inner: &'h str) -> Self {
        let bare = inner.strip_prefix('/').unwrap_or(inner);
        let is_part = |character: char| character.is_ascii_alphanumeric() || character == ':';
        let end = bare
            .find(|character: char| !is_part(character))
            .unwrap_or(bare.len());
        Self {
            inner,
            name: bare.get(..end).unwrap_or_default(),
            closes: bare.len() < inner.len(),
            is_empty: inner.ends_with('/'),
        }
    }

    /// Whether it is a link to another page of the book.
    fn leads_to_page(&self) -> bool {
        let value = self.inner.split_once("href").and_then(|(_, rest)| {
            let value = rest.trim_start().strip_prefix('=')?;
            Some(value.trim_start().trim_start_matches(['"', '\'']))
        });
        value.is_some_and(|value| {
            let value = value.split(['"', '\'']).next().unwrap_or_default();
            !value.is_empty()
                && !value.starts_with('#')
                && !value.contains("://")
                && !value.contains("mailto:")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{is_list, without_bars};

    #[test]
    fn bars_go_and_tell_the_address() {
        for (page, kept, address) in [
            ("<p>One.</p>", "<p>One.</p>", None),
            (
                "a<div class=\"calibre_navbar\"><div>x</div><div/> | <a>Next</a></div>b",
                "ab",
                None,
            ),
            (
                "a<div class='calibre_navbar1'><hr/>This article was downloaded by <b>calibre</b> from <a>https://x.example/a</a></div>",
                "a",
                Some("https://x.example/a"),
            ),
            (
                "a<div class='calibre_navbar'>b",
                "a<div class='calibre_navbar'>b",
                None,
            ),
            (
                "<p>The class calibre_navbar</p>",
                "<p>The class calibre_navbar</p>",
                None,
            ),
        ] {
            let (words, told) = without_bars(page);
            assert_eq!((words.as_ref(), told.as_deref()), (kept, address), "{page}");
        }
    }

    #[test]
    fn lists_of_articles_are_none() {
        for (page, expected) in [
            (
                "<h1>News</h1><ul><li><a href='a.html'>The lock</a></li></ul>",
                true,
            ),
            (
                "<ul><li><a href='a.html'>The lock</a><div>The lock closed on Wednesday, and nobody was told.</div></li></ul>",
                true,
            ),
            (
                "<p>The lock closed on Wednesday.</p><a href='b.html'>Next</a>",
                false,
            ),
            (
                "<ul><li>The lock closed.</li><li><a href='#n'>Notes</a></li></ul>",
                false,
            ),
            ("<p><a href='https://x.example/'>The lock closed.</a></p>", false),
            (
                "<p><a href='b.html'>The</p><p>lock closed on Wednesday.</p>",
                false,
            ),
            ("<p><a href='b.html'", false),
            ("", false),
        ] {
            assert_eq!(is_list(page), expected, "{page}");
        }
    }

    /// With anything quadratic in it, this takes minutes.
    #[test]
    fn nothing_is_looked_at_twice() {
        for piece in [
            "<div class='calibre_navbar'>",
            "<div class='calibre_navbar'></div>",
            "calibre_navbar",
            "<calibre_navbar class",
            "<li><a href='x'>",
            "<",
        ] {
            let page = format!("One.{}", piece.repeat(100_000));
            assert!(without_bars(&page).0.starts_with("One."), "{piece}");
            assert!(!is_list(&page), "{piece}");
        }
    }
}
