//! Lists of items that take one or more lines each: what is selected, what is on the screen.

use std::ops::Range;

use crate::briefing::Span;

use super::paint::Scroll;

/// What a line of a list shows of its item; each pane knows what to draw for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What stands above one or more items.
    Heading,
    /// The first words of an item.
    First,
    /// More words of it.
    More,
    /// Its particulars, on a line of their own.
    Particulars,
    /// Air.
    Blank,
}

/// One line of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Whose, counted in the list.
    pub item: usize,
    /// What it shows.
    pub kind: Kind,
    /// Which bytes of the item's text stand on it.
    pub span: Span,
    /// Whether it is the last line of the item's text, or has what stands after it.
    pub last: bool,
}

/// All lines of a list at one width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    lines: Vec<Line>,
    /// The first line of each item.
    first: Vec<usize>,
}

impl Sheet {
    /// A list of `items` that take one line each.
    pub fn of_single_lines(items: usize) -> Self {
        let mut sheet = Self::default();
        for _ in 0..items {
            sheet.start_item();
            sheet.push(Kind::First, Span::default(), true);
        }
        sheet
    }

    /// Starts the next item.
    pub fn start_item(&mut self) {
        self.first.push(self.lines.len());
    }

    /// Adds a line to the item that was started last.
    pub fn push(&mut self, kind: Kind, span: Span, last: bool) {
        let item = self.first.len().saturating_sub(1);
        self.lines.push(Line {
            item,
            kind,
            span,
            last,
        });
    }

    /// How many lines there are.
    pub fn height(&self) -> usize {
        self.lines.len()
    }

    /// How many items there are.
    pub fn items(&self) -> usize {
        self.first.len()
    }

    /// The line at `index`.
    pub fn line(&self, index: usize) -> Option<&Line> {
        self.lines.get(index)
    }

    /// The lines of an item.
    pub fn lines_of(&self, item: usize) -> Range<usize> {
        let start = self.first.get(item).copied().unwrap_or(self.lines.len());
        let end = self.first.get(item + 1).copied().unwrap_or(self.lines.len());
        start..end
    }
}

/// A list on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// Which item is selected.
    pub selected: usize,
    /// The first line on the screen.
    pub top: usize,
    /// Its lines.
    pub sheet: Sheet,
    /// What the sheet was made for: width and revision.
    pub made_for: (u16, u64),
    /// How many lines are on the screen.
    pub height: usize,
    /// Whether the selected item is to be brought onto the screen.
    pub reveal: bool,
}

impl List {
    /// Selects the item at `index`, or the last one, and brings it onto the screen.
    pub fn select(&mut self, index: usize) {
        self.selected = index;
        self.reveal = true;
    }

    /// Takes a sheet made for another width or content: the item at the top stays there.
    pub fn take(&mut self, sheet: Sheet, made_for: (u16, u64)) {
        let item = self.sheet.line(self.top).map_or(0, |line| line.item);
        self.top = sheet.lines_of(item).start;
        self.selected = self.selected.min(sheet.items().saturating_sub(1));
        self.sheet = sheet;
        self.made_for = made_for;
        self.reveal = true;
    }

    /// Scrolls so that the list fills `height` lines, and shows the selected item where that was asked for.
    pub fn settle(&mut self, height: usize) {
        if self.height != height {
            self.height = height;
            self.reveal = true;
        }
        if std::mem::take(&mut self.reveal) {
            let all = self.sheet.lines_of(self.selected);
            let blank = |line: &usize| {
                self.sheet
                    .line(*line)
                    .is_some_and(|line| line.kind == Kind::Blank)
            };
            // The air above an item is not worth a row at the top.
            let lines = all.clone().find(|line| !blank(line)).unwrap_or(all.start)..all.end;
            if lines.end > self.top + height {
                self.top = lines.end - height;
            }
            self.top = self.top.min(lines.start);
            self.top += usize::from(self.top < lines.start && blank(&self.top));
        }
        self.top = self.top.min(self.sheet.height().saturating_sub(height));
    }

    /// Scrolls by `lines`, leaving the selection where it is.
    pub fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines);
    }

    /// What is on the screen, for the scroll bar.
    pub fn scroll_position(&self) -> Scroll {
        Scroll {
            top: self.top,
            shown: self.height,
            of: self.sheet.height(),
        }
    }

    /// The lines on the screen, with their row from the top.
    pub fn visible(&self) -> impl Iterator<Item = (u16, Line)> {
        (0..self.height).zip(0_u16..).filter_map(|(index, row)| {
            let line = self.sheet.line(self.top + index)?;
            Some((row, *line))
        })
    }

    /// How many items a page holds, at least one.
    pub fn page(&self) -> usize {
        let last = self.top + self.height.saturating_sub(1);
        let item = |index: usize| {
            self.sheet
                .line(index)
                .map_or(self.sheet.items(), |line| line.item)
        };
        item(last).saturating_sub(item(self.top)).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, List, Sheet};
    use crate::briefing::Span;

    fn sheet(heights: &[usize]) -> Sheet {
        let mut sheet = Sheet::default();
        for height in heights {
            sheet.start_item();
            for line in 0..*height {
                sheet.push(Kind::More, Span::default(), line + 1 == *height);
            }
        }
        sheet
    }

    #[test]
    fn a_selected_item_is_shown_whole_where_it_fits() {
        let mut list = List::default();
        list.take(sheet(&[2, 3, 2, 9, 1]), (10, 1));
        list.settle(5);
        assert_eq!(list.top, 0);
        list.select(2);
        list.settle(5);
        assert_eq!(list.top, 2);
        list.select(3);
        list.settle(5);
        assert_eq!(list.top, 7, "an item that is too tall is shown from its start");
        list.select(0);
        list.settle(5);
        assert_eq!(list.top, 0);
    }

    #[test]
    fn the_item_at_the_top_stays_when_the_width_changes() {
        let mut list = List::default();
        list.take(sheet(&[1, 1, 1, 1, 1, 1]), (40, 1));
        list.select(4);
        list.settle(2);
        assert_eq!(list.top, 3);
        list.take(sheet(&[3, 3, 3, 1, 1, 3]), (10, 1));
        list.settle(2);
        assert_eq!(list.top, 9);
    }
}
