//! Putting words on cells: what all panes and overlays draw with. Nothing here writes outside its area, and nothing
//! allocates.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::wrap::{cluster_columns, columns, fitting};

/// Bytes of a text that look different, as a half-open range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Laid over what is below it.
    pub style: Style,
}

/// Writes `text` from `x` on, at most `width` columns and never outside the buffer; returns the column after it.
pub fn put(buffer: &mut Buffer, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    let area = buffer.area;
    if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() || width == 0 {
        return x;
    }
    buffer.set_stringn(x, y, text, usize::from(width), style).0
}

/// Writes `text` as [`put`] does, on cells that forget what they looked like before.
pub fn put_fresh(buffer: &mut Buffer, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    let wide = u16::try_from(columns(text)).unwrap_or(u16::MAX).min(width);
    clear(buffer, Rect::new(x, y, wide, 1));
    put(buffer, x, y, width, text, style)
}

/// Writes `text`, shortened with an ellipsis where it does not fit into `width`; returns the column after it.
pub fn put_fitting(buffer: &mut Buffer, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    let (start, cut) = fitting(text, usize::from(width));
    let end = put(buffer, x, y, width, start, style);
    if cut && width > 0 {
        put(buffer, end, y, 1, "…", style)
    } else {
        end
    }
}

/// Writes `text` so that it ends before the column `right`, if it fits into `width`; returns the column it starts at.
pub fn put_right(buffer: &mut Buffer, right: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    let Ok(wide) = u16::try_from(columns(text)) else {
        return right;
    };
    if wide > width || wide > right {
        return right;
    }
    put(buffer, right - wide, y, wide, text, style);
    right - wide
}

/// Writes `text`, which starts at byte `from` of the text that `marks` count in, with each mark laid over `style`.
pub fn put_marked(
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    width: u16,
    text: &str,
    from: usize,
    style: Style,
    marks: &[Mark],
) -> u16 {
    let to = from + text.len();
    if marks.iter().all(|mark| mark.end <= from || mark.start >= to) {
        return put(buffer, x, y, width, text, style);
    }
    let mut at = x;
    let end = x.saturating_add(width);
    for (offset, cluster) in text.grapheme_indices(true) {
        let byte = from + offset;
        let wide = u16::try_from(cluster_columns(cluster)).unwrap_or(u16::MAX);
        if at.saturating_add(wide) > end {
            break;
        }
        let over = marks.iter().filter(|mark| mark.start <= byte && byte < mark.end);
        let style = over.fold(style, |style, mark| style.patch(mark.style));
        at = put(buffer, at, y, wide, cluster, style);
    }
    at
}

/// Lays `style` over the cells of `area`.
pub fn tint(buffer: &mut Buffer, area: Rect, style: Style) {
    buffer.set_style(area.intersection(buffer.area), style);
}

/// Empties the cells of `area`.
pub fn clear(buffer: &mut Buffer, area: Rect) {
    for position in area.intersection(buffer.area).positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
        }
    }
}

/// Which part of something long is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scroll {
    /// First line shown.
    pub top: usize,
    /// Lines shown.
    pub shown: usize,
    /// Lines there are.
    pub of: usize,
}

impl Scroll {
    /// The rows of the thumb in a scroll bar of `height` rows; `None` where all is shown.
    pub fn thumb(self, height: usize) -> Option<std::ops::Range<usize>> {
        let hidden = self.of.checked_sub(self.shown).filter(|hidden| *hidden > 0)?;
        let length = (self.shown * height).div_ceil(self.of).clamp(1, height.max(1));
        let start = self.top.min(hidden) * height.saturating_sub(length) / hidden;
        Some(start..start + length)
    }

    /// How much has been seen, in percent, once the last line shown is read.
    pub fn percent(self) -> usize {
        (self.top + self.shown).min(self.of) * 100 / self.of.max(1)
    }
}

/// How a frame is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Of the lines.
    pub line: Style,
    /// Of the part of the right edge that shows where one is.
    pub thumb: Style,
}

/// Draws a frame around `area` with rounded corners, its right edge thickened where `scroll` says one is.
pub fn frame(buffer: &mut Buffer, area: Rect, look: Look, scroll: Scroll) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let (left, right) = (area.left(), area.right() - 1);
    let (top, bottom) = (area.top(), area.bottom() - 1);
    for x in left + 1..right {
        put(buffer, x, top, 1, "─", look.line);
        put(buffer, x, bottom, 1, "─", look.line);
    }
    let thumb = scroll.thumb(usize::from(area.height - 2)).unwrap_or(0..0);
    for (index, y) in (top + 1..bottom).enumerate() {
        put(buffer, left, y, 1, "│", look.line);
        let (edge, style) = if thumb.contains(&index) {
            ("┃", look.thumb)
        } else {
            ("│", look.line)
        };
        put(buffer, right, y, 1, edge, style);
    }
    for (x, y, corner) in [
        (left, top, "╭"),
        (right, top, "╮"),
        (left, bottom, "╰"),
        (right, bottom, "╯"),
    ] {
        put(buffer, x, y, 1, corner, look.line);
    }
}

#[cfg(test)]
mod tests {
    use super::Scroll;

    #[test]
    fn the_thumb_reaches_both_ends() {
        let at = |top| {
            Scroll {
                top,
                shown: 10,
                of: 40,
            }
            .thumb(10)
        };
        assert_eq!(at(0), Some(0..3));
        assert_eq!(at(30), Some(7..10));
        let all = Scroll {
            top: 0,
            shown: 10,
            of: 8,
        };
        assert_eq!(all.thumb(10), None);
        assert_eq!(all.percent(), 100);
    }
}
