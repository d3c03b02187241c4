//! Elements whose content is no markup: passed over with it, but for structured data.

use memchr::memmem;

use super::Filter;

/// The longest title of a page that is read, in bytes.
const LONGEST_TITLE: usize = 2048;

impl Filter<'_> {
    /// Passes over an element with its content; structured data is kept.
    pub(super) fn swallow(&mut self, name: &str) {
        let mark = self.out.len();
        let is_data = name == "script" && {
            self.out.push_str("<script");
            self.attributes("script", true);
            self.out.push('>');
            self.out.get(mark..).is_some_and(|tag| tag.contains("ld+json"))
        };
        if !is_data {
            self.out.truncate(mark);
            if name != "script" {
                self.attributes("", false);
            }
        }
        let closed = self.rest_after_tag_is_closed();
        if closed && matches!(name, "svg" | "math") {
            return;
        }
        let content = self.at;
        let Some(end) = self.end_of(name, content) else {
            if is_data {
                self.out.truncate(mark);
            }
            if matches!(name, "script" | "style") {
                self.at = self.page.len();
            }
            return;
        };
        if is_data {
            // Lines are nothing in data, and much work for a parser.
            self.text += end - content;
            self.out.push_str(&self.slice(content, end).replace('\n', " "));
            self.out.push_str("</script>");
        }
        self.at = self.after(">", end);
    }

    /// Passes over the title of the page; its words are kept.
    pub(super) fn title(&mut self) {
        self.attributes("", false);
        let content = self.at;
        let Some(end) = self.end_of("title", content) else {
            return;
        };
        let words = self.slice(content, end);
        self.out.push_str("<title>");
        self.out.push_str(
            words
                .get(..words.floor_char_boundary(LONGEST_TITLE))
                .unwrap_or_default(),
        );
        self.out.push_str("</title>");
        self.at = self.after(">", end);
    }

    /// Whether the tag that was just read ended in `/>`.
    pub(super) fn rest_after_tag_is_closed(&self) -> bool {
        self.slice(0, self.at).ends_with("/>")
    }

    /// Where the end tag of `name` stands, at or after `from`.
    pub(super) fn end_of(&mut self, name: &str, from: usize) -> Option<usize> {
        let (missing, _) = ENDS.iter().find(|(_, element)| *element == name)?;
        if self.missing.contains(missing) {
            return None;
        }
        let bytes = self.page.as_bytes();
        let mut at = from;
        while let Some(found) = memmem::find(bytes.get(at..)?, b"</") {
            at += found + 2;
            let end = bytes.get(at..at + name.len());
            if end.is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes())) {
                return Some(at - 2);
            }
        }
        self.missing.push(missing);
        None
    }
}

/// Names for "there is no end of this element any more".
const ENDS: &[(&str, &str)] = &[
    ("</script", "script"),
    ("</style", "style"),
    ("</iframe", "iframe"),
    ("</noembed", "noembed"),
    ("</noframes", "noframes"),
    ("</xmp", "xmp"),
    ("</textarea", "textarea"),
    ("</svg", "svg"),
    ("</math", "math"),
    ("</title", "title"),
    ("</template", "template"),
];
