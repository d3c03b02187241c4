//! A piece of HTML that is all article (the content of a feed's entry, of an agency's item, of a chapter) → paragraphs.
//!
//! Nothing is left out but what nobody reads: blocks part paragraphs, tags go, character references become characters,
//! a second time where what they stand for is HTML. Every byte is looked at a few times, whatever the tags are.

use std::borrow::Cow;

use memchr::memmem::find;
use memchr::{memchr, memchr_iter};

use crate::briefing::Article;
use crate::load::entities::{LONGEST_REFERENCE, unescaped};
use crate::load::markup::{has_blocks, has_markup};
use crate::load::paragraphs::{self, single_spaced};
use crate::load::{decode, elements, text};

/// Reads `html` into the fields of `article` that are still empty, and its body.
pub(super) fn read(html: &str, article: &mut Article) {
    read_without(html, |_| false, article);
}

/// The same, without the paragraphs that are `none_of_it`.
pub(super) fn read_without(html: &str, none_of_it: impl Fn(&str) -> bool, article: &mut Article) {
    let Pieces {
        paragraphs, typed, ..
    } = pieces(html);
    // What was written as references has not passed the gate yet.
    let clean = |words: &str| decode::clean(words).to_string();
    if let Some(typed) = typed {
        return text::read(&clean(&typed), article);
    }
    let paragraphs = paragraphs.iter().filter(|words| !none_of_it(words));
    text::read_paragraphs(paragraphs.map(|words| clean(words)).collect(), article);
}

/// `html`, with its references made characters where they hide its tags: it was escaped twice.
fn escaped_once(html: &str) -> Cow<'_, str> {
    if !has_markup(html) {
        let plain = unescaped(html);
        if has_blocks(&plain) {
            return plain;
        }
    }
    Cow::Borrowed(html)
}

/// A piece of HTML, taken apart.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// In order, each in one line.
    pub(super) paragraphs: Vec<String>,
    /// Which of them is the first heading.
    pub(super) heading: Option<usize>,
    /// All of it as it was typed, where it is preformatted text and nothing else.
    pub(super) typed: Option<String>,
}

/// The paragraphs of `html`, in order, each in one line.
pub(super) fn paragraphs(html: &str) -> Vec<String> {
    pieces(html).paragraphs
}

/// The paragraphs of `html`, and which is the heading.
pub(super) fn pieces(html: &str) -> Pieces {
    let mut reader = Reader::default();
    let html = escaped_once(html);
    let mut rest = &*html;
    while let Some(start) = memchr(b'<', rest.as_bytes()) {
        let (words, markup) = rest.split_at(start);
        reader.words(words);
        let Some(after) = reader.markup(markup) else {
            rest = "";
            break;
        };
        rest = after;
    }
    reader.words(rest);
    reader.end_paragraph();
    let typed = reader.typed.filter(|_| reader.only_typed);
    Pieces {
        paragraphs: reader.paragraphs,
        heading: reader.heading,
        typed,
    }
}

/// The words of `html` in one line.
pub(super) fn line(html: &str) -> String {
    paragraphs(html).join(" ")
}

#[derive(Default)]
#[allow(clippy::struct_excessive_bools)]
struct Reader {
    paragraphs: Vec<String>,
    heading: Option<usize>,
    current: String,
    /// A tag was not closed before the end: nothing after it is one.
    no_more_tags: bool,
    /// Names of hidden elements of which no end is left: it is looked for once.
    endless: Vec<String>,
    /// Of each `q` that is open, whether it was given marks.
    quotations: Vec<bool>,
    /// Within a `figure`, and there is a quotation in it: then its caption tells who said it.
    in_figure: bool,
    figure_quotes: bool,
    /// Within a `pre`, whose lines are as they were typed.
    in_pre: bool,
    /// The first of them, and whether there is nothing else.
    typed: Option<String>,
    only_typed: bool,
}

impl Reader {
    fn words(&mut self, words: &str) {
        self.current.push_str(&unescaped(words));
    }

    /// Reads what begins with `<`, and gives what comes after it; `None` where nothing does that is to be read.
    fn markup<'h>(&mut self, markup: &'h str) -> Option<&'h str> {
        if let Some(comment) = markup.strip_prefix("<!--") {
            return after(comment, "-->");
        }
        if let Some(data) = markup.strip_prefix("<![CDATA[") {
            let end = find(data.as_bytes(), b"]]>").unwrap_or(data.len());
            self.current.push_str(data.get(..end)?);
            return data.get(end + 3..);
        }
        let inner = markup.get(1..)?;
        if inner.starts_with(['!', '?']) {
            return after(inner, ">");
        }
        let opens_tag = inner
            .trim_start_matches('/')
            .starts_with(|first: char| first.is_ascii_alphabetic());
        let end = (opens_tag && !self.no_more_tags)
            .then(|| tag_end(inner))
            .flatten();
        let Some(end) = end else {
            self.no_more_tags |= opens_tag;
            self.current.push('<');
            return Some(inner);
        };
        let (tag, rest) = (inner.get(..end)?, inner.get(end + 1..)?);
        self.tag(tag, rest)
    }

    fn tag<'h>(&mut self, tag: &str, rest: &'h str) -> Option<&'h str> {
        let closes = tag.starts_with('/');
        let name = name(tag.trim_start_matches('/'));
        let tells_speaker = self.figure_quotes && name == "figcaption";
        if elements::is_hidden(&name) || (elements::is_caption(&name) && !tells_speaker) {
            self.end_paragraph();
            return if closes || tag.ends_with('/') || elements::is_void(&name) {
                Some(rest)
            } else {
                self.after_hidden(rest, &name)
            };
        }
        if closes && elements::is_headline(&name) && !self.current.trim().is_empty() {
            self.heading = self.heading.or(Some(self.paragraphs.len()));
        }
        match name.as_str() {
            name if elements::is_cell(name) => self.current.push(' '),
            "q" => self.quotation(closes, rest),
            "br" if self.in_pre => self.current.push('\n'),
            name if elements::is_inline(name) => {}
            name => {
                self.end_paragraph();
                match name {
                    "pre" => self.in_pre = !closes,
                    "figure" => (self.in_figure, self.figure_quotes) = (!closes, false),
                    "blockquote" => self.figure_quotes |= self.in_figure,
                    _ => {}
                }
            }
        }
        Some(rest)
    }

    /// What comes after the hidden element called `name`. Where its end is missing, only what is no text at all is hidden
    /// up to the end of the page; the head ends where the body begins.
    fn after_hidden<'h>(&mut self, rest: &'h str, name: &str) -> Option<&'h str> {
        if !self.endless.iter().any(|endless| endless == name) {
            let after = after_element(rest, name);
            let hidden = rest.len() - after.map_or(0, str::len);
            let body = (name == "head")
                .then(|| body_start(rest.get(..hidden)?))
                .flatten();
            if after.is_some() && body.is_none() {
                return after;
            }
            self.endless.push(name.to_owned());
            if let Some(body) = body {
                return rest.get(body..);
            }
        }
        match name {
            "script" | "style" => None,
            _ => Some(rest),
        }
    }

    /// A browser writes the marks of a `q`; `rest` is what it holds.
    fn quotation(&mut self, closes: bool, rest: &str) {
        if closes {
            let has_marks = self.quotations.pop().unwrap_or_default();
            if has_marks {
                let [_, closing] = paragraphs::marks(!self.quotations.is_empty());
                self.current.push_str(closing);
            }
            return;
        }
        let end = rest.floor_char_boundary(LONGEST_REFERENCE);
        let has_marks = !paragraphs::opens_with_mark(&unescaped(rest.get(..end).unwrap_or_default()));
        if has_marks {
            let [opening, _] = paragraphs::marks(!self.quotations.is_empty());
            self.current.push_str(opening);
        }
        self.quotations.push(has_marks);
    }

    fn end_paragraph(&mut self) {
        if self.in_pre {
            let typed = std::mem::take(&mut self.current);
            let normal = paragraphs::normal_form(&typed);
            let new = normal.split("\n\n").filter(|words| !words.is_empty());
            let before = self.paragraphs.len();
            self.paragraphs.extend(new.map(str::to_owned));
            if self.paragraphs.len() > before {
                self.only_typed = before == 0;
                self.typed.get_or_insert(typed);
            }
            return;
        }
        let paragraph = single_spaced(&std::mem::take(&mut self.current));
        if !paragraph.is_empty() {
            self.paragraphs.push(paragraph);
            self.only_typed = false;
        }
    }
}

/// What comes after the first `end` in `text`.
fn after<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let at = find(text.as_bytes(), end.as_bytes())?;
    text.get(at + end.len()..)
}

/// The name in a tag, in lower case and without the prefix of its namespace.
fn name(tag: &str) -> String {
    let end = tag.find(|character: char| character.is_ascii_whitespace() || character == '/');
    let name = tag.get(..end.unwrap_or(tag.len())).unwrap_or_default();
    let name = name.rsplit(':').next().unwrap_or_default();
    name.to_ascii_lowercase()
}

/// Where the tag that `inner` begins with ends; a `>` between quotation marks of an attribute ends nothing.
fn tag_end(inner: &str) -> Option<usize> {
    let mut quoted = None;
    for (place, byte) in inner.bytes().enumerate() {
        match (quoted, byte) {
            (None, b'>') => return Some(place),
            (None, b'"' | b'\'') => quoted = Some(byte),
            (Some(mark), byte) if mark == byte => quoted = None,
            _ => {}
        }
    }
    None
}

/// What comes after the end of the element called `name`.
fn after_element<'h>(mut rest: &'h str, name: &str) -> Option<&'h str> {
    loop {
        rest = after(rest, "</")?;
        let found = rest
            .get(..name.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(name));
        if found {
            return after(rest, ">");
        }
    }
}

/// Where the body of a page begins in `html`.
fn body_start(html: &str) -> Option<usize> {
    let mut tags = memchr_iter(b'<', html.as_bytes());
    tags.find(|place| {
        let name = html.get(place + 1..).and_then(|tag| tag.get(.."body".len()));
        name.is_some_and(|name| name.eq_ignore_ascii_case("body"))
    })
}

#[cfg(test)]
mod tests {
    use super::{line, paragraphs};

    #[test]
    fn blocks_part_paragraphs_and_tags_go() {
        for (html, expected) in [
            (
                "<p>One <b>two</b>\n three.</p><p>Four.",
                &["One two three.", "Four."][..],
            ),
            (
                "One.<br/>Two.<DIV class='a>b'>Three.</DIV>",
                &["One.", "Two.", "Three."],
            ),
            ("<xhtml:p>One.</xhtml:p><hr>Two.", &["One.", "Two."]),
            ("<table><tr><td>A</td><td>B</td></tr></table>", &["A B"]),
            (
                "a &lt;b&gt; &amp; c&mdash;d &#8220;e&#x201D; &#146; &nosuch; &",
                &["a <b> & c—d “e” ’ &nosuch; &"],
            ),
            (
                "1 < 2 <3 and <!-- not --> that <![CDATA[<i>]]>",
                &["1 < 2 <3 and that <i>"],
            ),
            ("a<script>var x = '<p>';</SCRIPT >b<style/>c", &["a", "b", "c"]),
            (
                "<p title=\"unclosed>One. <b>Two.",
                &["<p title=\"unclosed>One. <b>Two."],
            ),
            ("One.<!-- never closed <p>Two.", &["One."]),
            (
                "<html><head><title>x</title><meta charset=a><BODY class=b>One.",
                &["One."],
            ),
            (
                "<head><style>a</style>x<body><p>One.</p></head><p>Two.",
                &["One.", "Two."],
            ),
            ("One.<select><p>Two.", &["One.", "Two."]),
            (
                "The <nobr>old bridge</nobr> over<input>.",
                &["The old bridge over", "."],
            ),
            ("", &[]),
            (
                "<pre>One\ntwo.\n\nThree.</pre>Four\nfive.",
                &["One two.", "Three.", "Four five."],
            ),
            ("&lt;p&gt;R&amp;amp;D.&lt;/p&gt;&lt;p&gt;Two.", &["R&D.", "Two."]),
            (
                "a <q>b <q>c</q></q>, <q>“d”</q>, <q>&quot;e&quot;</q></q>",
                &["a “b ‘c’”, “d”, \"e\""],
            ),
            (
                "<figure><blockquote>One.</blockquote><figcaption>Ida Holm</figcaption></figure><figure><figcaption>x</figcaption></figure>",
                &["One.", "Ida Holm"],
            ),
        ] {
            assert_eq!(paragraphs(html), expected, "{html}");
        }
        assert_eq!(line("A <i>B</i><br>C"), "A B C");
    }

    /// With anything quadratic in it, this takes minutes.
    #[test]
    fn nothing_is_looked_at_twice() {
        for piece in [
            "<a \"",
            "<",
            "<!--",
            "<script>",
            "<select>",
            "<head>",
            "<head><body>",
            "</",
            "&",
            "&#",
            "<![CDATA[",
            "<q>",
            "<pre>",
            "&lt;p&gt;",
        ] {
            let html = format!("One.<p>{}", piece.repeat(200_000));
            let read = paragraphs(&html);
            assert_eq!(read.first().map(String::as_str), Some("One."), "{piece}");
        }
    }
}
