//! Starts and ends of elements: which are open, which end others, and which are left out.

use super::tags::{ends_at_start_of, is_block, is_dropped, is_formatting, is_swallowed, is_void, is_wall};
use super::{DEEPEST, Filter, MOST_FORMATTING};

impl<'p> Filter<'p> {
    pub(super) fn end_tag(&mut self) {
        let start = self.at + 2;
        let name = self.name(start);
        self.at = start + name.len();
        self.attributes(name, false);
        self.tags += 1;
        if let Some((_, count)) = self
            .unopened
            .iter_mut()
            .find(|(unopened, count)| *count > 0 && unopened.eq_ignore_ascii_case(name))
        {
            *count -= 1;
            return;
        }
        let lower = name.to_ascii_lowercase();
        let Some(place) = self.reach(&lower) else { return };
        let across_block = self
            .open
            .iter()
            .skip(place + 1)
            .any(|open| is_block(&open.to_ascii_lowercase()));
        if is_formatting(&lower) && across_block {
            // The blocks within stay open, as they do in a parser.
            self.open.remove(place);
            self.formatting = self.formatting.saturating_sub(1);
            self.write_end(name);
        } else {
            self.close(place);
        }
    }

    /// The open element that an end tag called `name` ends.
    pub(super) fn reach(&self, name: &str) -> Option<usize> {
        let in_line = !is_block(name) && !is_formatting(name);
        for (place, open) in self.open.iter().enumerate().rev() {
            if open.eq_ignore_ascii_case(name) {
                return Some(place);
            }
            let open = open.to_ascii_lowercase();
            let is_part_of_table = matches!(
                name,
                "table" | "tr" | "tbody" | "thead" | "tfoot" | "td" | "th" | "caption"
            );
            let stops = if is_part_of_table {
                open == "table" || open == "html"
            } else if in_line {
                is_block(&open)
            } else {
                is_wall(&open)
                    || (name == "p" && open == "button")
                    || (name == "li" && matches!(open.as_str(), "ul" | "ol"))
            };
            if stops {
                return None;
            }
        }
        None
    }

    /// Closes the open elements from `place` on, innermost first.
    pub(super) fn close(&mut self, place: usize) {
        while self.open.len() > place
            && let Some(name) = self.open.pop()
        {
            if is_formatting(&name.to_ascii_lowercase()) {
                self.formatting = self.formatting.saturating_sub(1);
            }
            self.write_end(name);
        }
    }

    pub(super) fn write_end(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    pub(super) fn start_tag(&mut self) {
        let start = self.at + 1;
        let name = self.name(start);
        self.at = start + name.len();
        let lower = name.to_ascii_lowercase();
        self.tags += 1;
        if is_swallowed(&lower) {
            self.swallow(&lower);
            return;
        }
        let drops = is_dropped(&lower) || self.is_root_again(&lower) || lower.len() > 64;
        if !drops {
            self.make_room(&lower);
        }
        let formatting = is_formatting(&lower);
        let too_many = self.open.len() >= DEEPEST || (formatting && self.formatting >= MOST_FORMATTING);
        if drops || (too_many && !is_void(&lower)) {
            self.attributes(name, false);
            if !is_void(&lower) && !is_root(&lower) {
                self.drop_end_of(name);
            }
            return;
        }
        self.out.push('<');
        self.out.push_str(name);
        self.attributes(name, true);
        self.out.push('>');
        if !is_void(&lower) {
            self.open.push(name);
            self.formatting += usize::from(formatting);
        }
    }

    /// Whether `name` is `html`, `head` or `body` for another time: a parser would add its attributes to the first.
    pub(super) fn is_root_again(&mut self, name: &str) -> bool {
        let place = match name {
            "html" => 0,
            "head" => 1,
            "body" => 2,
            _ => return false,
        };
        self.seen_root
            .get_mut(place)
            .is_some_and(|seen| std::mem::replace(seen, true))
    }

    /// Ends what the start of `name` ends.
    pub(super) fn make_room(&mut self, name: &str) {
        for (ended, walls) in ends_at_start_of(name) {
            let place = self.open.iter().rposition(|open| {
                let open = open.to_ascii_lowercase();
                ended.contains(&open.as_str()) || walls.contains(&open.as_str())
            });
            if let Some(place) = place
                && self
                    .open
                    .get(place)
                    .is_some_and(|open| ended.contains(&open.to_ascii_lowercase().as_str()))
            {
                self.close(place);
            }
        }
        // A link within a link ends it.
        if name == "a"
            && let Some(place) = self
                .open
                .iter()
                .rposition(|open| open.eq_ignore_ascii_case("a") || is_wall(&open.to_ascii_lowercase()))
            && self
                .open
                .get(place)
                .is_some_and(|open| open.eq_ignore_ascii_case("a"))
        {
            if self
                .open
                .iter()
                .skip(place + 1)
                .any(|open| is_block(&open.to_ascii_lowercase()))
            {
                self.open.remove(place);
                self.formatting = self.formatting.saturating_sub(1);
                self.write_end("a");
            } else {
                self.close(place);
            }
        }
    }

    pub(super) fn drop_end_of(&mut self, name: &'p str) {
        let known = self
            .unopened
            .iter_mut()
            .find(|(unopened, _)| unopened.eq_ignore_ascii_case(name));
        if let Some((_, count)) = known {
            *count += 1;
        } else if self.unopened.len() < DEEPEST {
            // A page of nothing but strange names is no page.
            self.unopened.push((name, 1));
        }
    }
}

fn is_root(name: &str) -> bool {
    matches!(name, "html" | "head" | "body")
}
