//! The attributes of a tag: those that tell something about an article are kept.

use super::Filter;
use super::tags::is_kept_attribute;

/// How many attributes of a tag are looked at.
const MOST_ATTRIBUTES: usize = 256;

/// The longest value of an attribute that is kept, in bytes, but for the content of a `meta`.
const LONGEST_VALUE: usize = 2048;

/// The longest content of a `meta`.
const LONGEST_CONTENT: usize = 64 * 1024;

impl<'p> Filter<'p> {
    /// The name of a tag that begins at `start`.
    pub(super) fn name(&self, start: usize) -> &'p str {
        let rest = self.page.as_bytes().get(start..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|byte| {
                byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'<' | b'"' | b'\'' | b'=')
            })
            .unwrap_or(rest.len());
        self.slice(start, start + length)
    }

    /// Passes over the attributes of a tag and its `>`; writes those that are kept where `write`.
    pub(super) fn attributes(&mut self, tag: &str, write: bool) {
        let bytes = self.page.as_bytes();
        let mut seen = 0;
        loop {
            while bytes
                .get(self.at)
                .is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/')
            {
                self.at += 1;
            }
            match bytes.get(self.at) {
                None => return,
                Some(b'>') => {
                    self.at += 1;
                    return;
                }
                Some(_) => {}
            }
            let start = self.at;
            let value = self.attribute();
            seen += 1;
            if write && seen <= MOST_ATTRIBUTES {
                self.write_attribute(tag, start, value);
            }
        }
    }

    /// Passes over an attribute; where its name ends, and its value with its marks.
    pub(super) fn attribute(&mut self) -> (usize, usize, usize) {
        let bytes = self.page.as_bytes();
        let is_end = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
        // A name may begin with `=`.
        self.at += 1;
        while bytes
            .get(self.at)
            .is_some_and(|byte| !is_end(*byte) && *byte != b'=')
        {
            self.at += 1;
        }
        let name_end = self.at;
        let mut look = self.at;
        while bytes.get(look).is_some_and(u8::is_ascii_whitespace) {
            look += 1;
        }
        if bytes.get(look) != Some(&b'=') {
            return (name_end, name_end, name_end);
        }
        look += 1;
        while bytes.get(look).is_some_and(u8::is_ascii_whitespace) {
            look += 1;
        }
        self.at = if let Some(mark @ (b'"' | b'\'')) = bytes.get(look) {
            let inside = bytes.get(look + 1..).unwrap_or_default();
            memchr::memchr(*mark, inside).map_or(self.page.len(), |length| look + 1 + length + 1)
        } else {
            let rest = bytes.get(look..).unwrap_or_default();
            let length = rest
                .iter()
                .position(|byte| byte.is_ascii_whitespace() || *byte == b'>');
            length.map_or(self.page.len(), |length| look + length)
        };
        (name_end, look, self.at)
    }

    pub(super) fn write_attribute(
        &mut self,
        tag: &str,
        start: usize,
        (name_end, value, end): (usize, usize, usize),
    ) {
        let name = self.slice(start, name_end);
        let longest = if tag.eq_ignore_ascii_case("meta") {
            LONGEST_CONTENT
        } else {
            LONGEST_VALUE
        };
        if !is_kept_attribute(name) || end - value > longest {
            return;
        }
        self.out.push(' ');
        self.out.push_str(name);
        if value == end {
            return;
        }
        self.out.push('=');
        let value = self.slice(value, end);
        if value.starts_with(['"', '\'']) {
            self.out.push_str(value);
        } else {
            self.out.push('"');
            self.out.push_str(&value.replace('"', "&quot;"));
            self.out.push('"');
        }
    }
}
