//! Lines → the order in which they are read: down one column, then down the next.
//!
//! The order in which a file has its lines is mostly that of reading, but some programs write heads last, or row by row
//! across the columns. So the place of each line decides: a gutter that (nearly) no line crosses parts columns, a wide gap
//! parts what stands above from what stands below, as in the recursive X-Y cut of Nagy and Seth (1984); lines that do
//! cross the gutter, such as a headline over two columns, part the columns above them from those below.

use super::printed::Line;

/// Lines that are read one after the other, in one column.
pub(super) type Column = Vec<Line>;

/// How deep columns may stand in columns.
const DEEPEST: usize = 8;

/// More lines than this on a page are no page of text.
const MOST_LINES: usize = 600;

/// The fewest lines of a column.
const FEWEST: usize = 3;

/// The least width of a gutter, in sizes of the letters.
const GUTTER: f32 = 0.8;

/// The least gap that parts what stands above from what stands below, in sizes of the letters.
const GAP: f32 = 2.2;

/// The lines of a page in the order in which they are read, column by column.
pub(super) fn in_reading_order(lines: Vec<Line>) -> Vec<Column> {
    let mut columns = Vec::new();
    if lines.len() > MOST_LINES {
        columns.push(lines);
    } else {
        part(lines, DEEPEST, &mut columns);
    }
    columns
}

fn part(mut lines: Vec<Line>, deepest: usize, columns: &mut Vec<Column>) {
    if lines.is_empty() {
        return;
    }
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    if deepest > 0 {
        if let Some(gutter) = gutter(&lines) {
            return part_at(lines, gutter, deepest - 1, columns);
        }
        if let Some(below) = widest_gap(&lines) {
            let rest = lines.split_off(below);
            part(lines, deepest - 1, columns);
            return part(rest, deepest - 1, columns);
        }
    }
    columns.push(rows(lines));
}

/// A gutter: where it begins and where it ends.
#[derive(Clone, Copy)]
struct Gutter {
    left: f32,
    right: f32,
}

impl Gutter {
    fn is_right_of(self, line: &Line) -> bool {
        line.right <= self.left + 0.1
    }

    fn is_left_of(self, line: &Line) -> bool {
        line.left >= self.right - 0.1
    }
}

/// The gutter that the fewest lines cross.
fn gutter(lines: &[Line]) -> Option<Gutter> {
    let width = GUTTER * usual_size(lines);
    let mut best: Option<(usize, Gutter)> = None;
    for line in lines {
        let gutter = Gutter {
            left: line.right,
            right: line.right + width,
        };
        if let Some(crossing) = crossing(lines, gutter)
            && best.is_none_or(|(fewest, _)| crossing < fewest)
        {
            best = Some((crossing, gutter));
        }
    }
    best.map(|(_, gutter)| gutter)
}

/// How many lines cross a gutter; nothing where it does not part columns that stand side by side.
fn crossing(lines: &[Line], gutter: Gutter) -> Option<usize> {
    let (mut left, mut right) = (Extent::default(), Extent::default());
    for line in lines {
        if gutter.is_right_of(line) {
            left.add(line);
        } else if gutter.is_left_of(line) {
            right.add(line);
        }
    }
    let crossing = lines.len() - left.count - right.count;
    let few = left.count.min(right.count);
    let are_beside = left.overlap(&right) >= 0.5 * left.height().min(right.height());
    (few >= FEWEST && crossing <= few && are_beside).then_some(crossing)
}

/// From where to where lines stand on the page.
#[derive(Default)]
struct Extent {
    count: usize,
    top: f32,
    bottom: f32,
}

impl Extent {
    fn add(&mut self, line: &Line) {
        self.top = if self.count == 0 {
            line.y
        } else {
            self.top.min(line.y)
        };
        self.bottom = if self.count == 0 {
            line.y
        } else {
            self.bottom.max(line.y)
        };
        self.count += 1;
    }

    fn height(&self) -> f32 {
        self.bottom - self.top
    }

    fn overlap(&self, other: &Self) -> f32 {
        self.bottom.min(other.bottom) - self.top.max(other.top)
    }
}

/// Parts lines at a gutter; those that cross it stand between the columns above and below them.
fn part_at(lines: Vec<Line>, gutter: Gutter, deepest: usize, columns: &mut Vec<Column>) {
    let (mut left, mut right, mut across) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        if !gutter.is_right_of(&line) && !gutter.is_left_of(&line) {
            part(std::mem::take(&mut left), deepest, columns);
            part(std::mem::take(&mut right), deepest, columns);
            across.push(line);
            continue;
        }
        part(std::mem::take(&mut across), deepest, columns);
        if gutter.is_right_of(&line) {
            left.push(line);
        } else {
            right.push(line);
        }
    }
    for rest in [left, right, across] {
        part(rest, deepest, columns);
    }
}

/// The line below the widest gap, where that parts one thing from another.
fn widest_gap(lines: &[Line]) -> Option<usize> {
    let gap = |place: usize| Some(lines.get(place)?.y - lines.get(place - 1)?.y);
    let widest =
        (1..lines.len()).max_by(|a, b| gap(*a).partial_cmp(&gap(*b)).unwrap_or(std::cmp::Ordering::Equal))?;
    let size = lines.get(widest)?.size.max(lines.get(widest - 1)?.size);
    (gap(widest)? > GAP * size).then_some(widest)
}

/// The size in which the middle one of `lines` is set.
pub(super) fn usual_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<f32> = lines.iter().map(|line| line.size).collect();
    let middle = sizes.len() / 2;
    sizes.sort_by(f32::total_cmp);
    sizes.get(middle).copied().unwrap_or_default()
}

/// Lines from top to bottom, those that stand level made one.
fn rows(lines: Vec<Line>) -> Vec<Line> {
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|first| first.is_level_with(&line)) => row.push(line),
            _ => rows.push(vec![line]),
        }
    }
    rows.into_iter().filter_map(row).collect()
}

fn row(mut pieces: Vec<Line>) -> Option<Line> {
    pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut pieces = pieces.into_iter();
    let mut row = pieces.next()?;
    for piece in pieces {
        // A mark set high at the end of a word has no space before it.
        let is_parted = piece.left - row.right > 0.1 * row.size;
        if is_parted && !row.words.ends_with(' ') && !piece.words.starts_with(' ') {
            row.words.push(' ');
        }
        row.words.push_str(&piece.words);
        row.right = row.right.max(piece.right);
        row.size = row.size.max(piece.size);
    }
    Some(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str, left: f32, right: f32, y: f32) -> Line {
        Line {
            words: words.to_owned(),
            left,
            right,
            y,
            size: 10.0,
        }
    }

    fn read(lines: Vec<Line>) -> Vec<String> {
        let columns = in_reading_order(lines).into_iter();
        columns.flatten().map(|line| line.words).collect()
    }

    #[test]
    fn two_columns_written_row_by_row_are_read_one_after_the_other() {
        let mut lines = vec![line("headline over both", 50.0, 500.0, 40.0)];
        for (row, (left, right)) in (0_u8..).zip([("a", "d"), ("b", "e"), ("c", "f")]) {
            let y = 70.0 + 12.0 * f32::from(row);
            lines.push(line(left, 50.0, 260.0, y));
            lines.push(line(right, 290.0, 500.0, y));
        }
        assert_eq!(read(lines), ["headline over both", "a", "b", "c", "d", "e", "f"]);
    }

    #[test]
    fn a_line_across_parts_what_is_above_it_from_what_is_below() {
        let mut lines = Vec::new();
        let rows = [
            ("a", "d"),
            ("b", "e"),
            ("c", "f"),
            ("g", "j"),
            ("h", "k"),
            ("i", "l"),
        ];
        for (row, (left, right)) in (0_u8..).zip(rows) {
            let y = 70.0 + 12.0 * f32::from(row) + if row > 2 { 14.0 } else { 0.0 };
            lines.push(line(left, 50.0, 260.0, y));
            lines.push(line(right, 290.0, 500.0, y));
        }
        lines.push(line("ACROSS", 50.0, 500.0, 106.0));
        assert_eq!(
            read(lines),
            [
                "a", "b", "c", "d", "e", "f", "ACROSS", "g", "h", "i", "j", "k", "l"
            ]
        );
    }

    #[test]
    fn a_head_that_is_written_last_comes_first_and_level_pieces_are_one_line() {
        let lines = vec![
            line("wide", 120.0, 160.0, 50.0),
            line("body", 50.0, 300.0, 80.0),
            line("set", 50.0, 80.0, 50.5),
        ];
        assert_eq!(read(lines), ["set wide", "body"]);
    }
}
