//! Starts and ends of elements: which are open, which end others, and which are left out.

use super::tags::{
    self, BLOCKS, DROPPED, FORMATTING, LINK, ROOTS, SWALLOWED, Set, TEMPLATE, TITLE, VOID, WALLS,
    ends_at_start_of, walls_of,
};
use super::{DEEPEST, Filter, MOST_FORMATTING};

/// The longest name of an element, in bytes.
const LONGEST_NAME: usize = 64;

/// An open element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open<'p> {
    name: &'p str,
    set: Set,
}

impl<'p> Open<'p> {
    fn new(name: &'p str) -> Self {
        Self {
            name,
            set: tags::of(name),
        }
    }

    fn is(&self, other: Self) -> bool {
        self.set == other.set && (self.set != 0 || self.name.eq_ignore_ascii_case(other.name))
    }
}

impl<'p> Filter<'p> {
    pub(super) fn end_tag(&mut self) {
        let start = self.at + 2;
        let name = self.name(start);
        self.at = start + name.len();
        self.attributes(name, false);
        self.tags += 1;
        let ended = Open::new(name);
        let unopened = self.unopened.iter_mut();
        if let Some((_, count)) = unopened
            .into_iter()
            .find(|(unopened, count)| *count > 0 && unopened.is(ended))
        {
            *count -= 1;
            return;
        }
        let Some(place) = self.reach(ended) else { return };
        if ended.set & FORMATTING != 0 && self.has_block_after(place) {
            self.end_across_blocks(place);
        } else {
            self.close(place);
        }
    }

    /// The open element that an end tag like `ended` ends.
    fn reach(&self, ended: Open<'_>) -> Option<usize> {
        let walls = walls_of(ended.set);
        let place = self
            .open
            .iter()
            .rposition(|open| open.is(ended) || open.set & walls != 0)?;
        self.open.get(place).filter(|open| open.is(ended)).map(|_| place)
    }

    fn has_block_after(&self, place: usize) -> bool {
        self.open
            .iter()
            .skip(place + 1)
            .any(|open| open.set & BLOCKS != 0)
    }

    /// Ends an element of formatting. The blocks within stay open, as they do in a parser.
    fn end_across_blocks(&mut self, place: usize) {
        let ended = self.open.remove(place);
        self.formatting = self.formatting.saturating_sub(1);
        self.write_end(ended.name);
    }

    /// Closes the open elements from `place` on, innermost first.
    fn close(&mut self, place: usize) {
        while self.open.len() > place
            && let Some(open) = self.open.pop()
        {
            self.formatting = self
                .formatting
                .saturating_sub(usize::from(open.set & FORMATTING != 0));
            self.write_end(open.name);
        }
    }

    fn write_end(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    pub(super) fn start_tag(&mut self) {
        let start = self.at + 1;
        let name = self.name(start);
        self.at = start + name.len();
        self.tags += 1;
        let begun = Open::new(name);
        if begun.set & SWALLOWED != 0 || (begun.set == TEMPLATE && !self.is_shown()) {
            self.swallow(&name.to_ascii_lowercase());
            return;
        }
        if begun.set == TITLE {
            self.title();
            return;
        }
        let is_void = begun.set & VOID != 0;
        let drops = begun.set & DROPPED != 0 || self.is_root_again(begun.set) || name.len() > LONGEST_NAME;
        if !drops {
            self.make_room(begun.set);
        }
        let is_formatting = begun.set & FORMATTING != 0;
        let too_many = self.open.len() >= DEEPEST || (is_formatting && self.formatting >= MOST_FORMATTING);
        if drops || (too_many && !is_void) {
            self.attributes(name, false);
            if !is_void && !ROOTS.contains(&begun.set) {
                self.drop_end_of(begun);
            }
            return;
        }
        self.out.push('<');
        self.out.push_str(name);
        self.attributes(name, true);
        self.out.push('>');
        if !is_void {
            self.open.push(begun);
            self.formatting += usize::from(is_formatting);
        }
    }

    /// Whether the template whose attributes are next is shown where it stands, and no mould for what a script makes.
    fn is_shown(&self) -> bool {
        let rest = self.rest();
        let attributes = rest.get(..memchr::memchr(b'>', rest).unwrap_or(rest.len()));
        memchr::memmem::find(attributes.unwrap_or_default(), b"shadowrootmode").is_some()
    }

    /// Whether it is `html`, `head` or `body` for another time: a parser would add its attributes to the first.
    fn is_root_again(&mut self, begun: Set) -> bool {
        let place = ROOTS.iter().position(|root| *root == begun);
        let seen = place.and_then(|place| self.seen_root.get_mut(place));
        seen.is_some_and(|seen| std::mem::replace(seen, true))
    }

    /// Ends what the start of `begun` ends.
    fn make_room(&mut self, begun: Set) {
        for (ended, walls) in ends_at_start_of(begun) {
            if let Some(place) = self.last_open(*ended, *walls) {
                self.close(place);
            }
        }
        // A link within a link ends it.
        if begun == LINK
            && let Some(place) = self.last_open(LINK, WALLS)
        {
            if self.has_block_after(place) {
                self.end_across_blocks(place);
            } else {
                self.close(place);
            }
        }
    }

    /// The last open element of `wanted`, if none of `walls` is after it.
    fn last_open(&self, wanted: Set, walls: Set) -> Option<usize> {
        let place = self
            .open
            .iter()
            .rposition(|open| open.set & (wanted | walls) != 0)?;
        self.open
            .get(place)
            .filter(|open| open.set & wanted != 0)
            .map(|_| place)
    }

    fn drop_end_of(&mut self, dropped: Open<'p>) {
        let known = self
            .unopened
            .iter_mut()
            .find(|(unopened, _)| unopened.is(dropped));
        if let Some((_, count)) = known {
            *count += 1;
        } else if self.unopened.len() < DEEPEST {
            // A page of nothing but strange names is no page.
            self.unopened.push((dropped, 1));
        }
    }
}
