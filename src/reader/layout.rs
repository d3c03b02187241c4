//! Where the panes stand, at every size of the screen.
//!
//! From 160 columns and 30 rows there are three columns; the library joins the left one from 45 rows:
//!
//! ```text
//!  title                                                                                           file · date
//! ╭ 1 Summary ──────────╮╭ 4 Quotes ────────────────────────────╮╭ 5 Article ───────────────────────────────────╮
//! │                     ││                                      ││                                              │
//! ╭ 2 Actors ───────────╮│                                      ││                                              │
//! │                     ││                                      ││                                              │
//! ╭ 3 Timeline ─────────╮│                                      ││                                              │
//! │                     ││                                      ││                                              │
//! ╭ 6 Library ──────────╮│                                      ││                                              │
//! │                     ││                                      ││                                              │
//! ╰─────────────────────╯╰──────────────────────────────────────╯╰──────────────────────────────────────────────╯
//!  status                                                                                                   hints
//! ```
//!
//! From 100 columns and 26 rows there are two, and the library takes the left one while it is open:
//!
//! ```text
//!  title                                                  file · date
//! ╭ 1 Summary ─────────────╮╭ 4 Quotes ─────────────────────────────╮
//! │                        ││                                       │
//! ╭ 2 Actors ──────────────╮│                                       │
//! │                        ││                                       │
//! │                        │╰───────────────────────────────────────╯
//! ╭ 3 Timeline ────────────╮╭ 5 Article ────────────────────────────╮
//! │                        ││                                       │
//! ╰────────────────────────╯╰───────────────────────────────────────╯
//!  status                                                       hints
//! ```
//!
//! From 60 columns and 16 rows the left column shows one pane, the others are tabs in its title:
//!
//! ```text
//!  title                       file · date
//! ╭ 1 2 Actors 3 6 ─╮╭ 4 Quotes ──────────╮
//! │                 ││                    │
//! │                 │╰────────────────────╯
//! │                 │╭ 5 Article ─────────╮
//! │                 ││                    │
//! ╰─────────────────╯╰────────────────────╯
//!  status                            hints
//! ```
//!
//! Below that, from 20 columns and 5 rows, there is one pane without a frame, the others are tabs above it; a zoomed
//! pane looks so at any size, with a frame where there is room:
//!
//! ```text
//!  1 2 3 4 Quotes 5 6
//!  …
//!  status or hints
//! ```

use ratatui::layout::{Rect, Size};

use super::pane::{Pane, PerPane};

/// Where one pane stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Frame included.
    pub area: Rect,
    /// Whether there is a frame.
    pub framed: bool,
    /// Whether its title shows the other panes as tabs.
    pub tabbed: bool,
}

impl Slot {
    fn framed(area: Rect) -> Self {
        Self {
            area,
            framed: true,
            tabbed: false,
        }
    }

    /// What is within the frame.
    pub fn inner(self) -> Rect {
        let Rect { x, y, width, height } = self.area;
        if self.framed {
            Rect::new(x + 1, y + 1, width.saturating_sub(2), height.saturating_sub(2))
        } else {
            self.area
        }
    }

    /// Columns for words: within the frame there is one for marks on the left, and one for air on the right.
    pub fn text_width(self) -> u16 {
        self.inner().width.saturating_sub(2).max(1)
    }
}

/// How the screen is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// There is no room for anything but saying so.
    #[default]
    TooSmall,
    /// One pane at a time.
    Single,
    /// Two columns, the left one with tabs.
    Tabs,
    /// Two columns.
    Two,
    /// Three columns.
    Three,
}

impl Kind {
    /// How a screen of `size` is divided.
    pub fn of(size: Size) -> Self {
        match (size.width, size.height) {
            (0..20, _) | (_, 0..5) => Self::TooSmall,
            (0..60, _) | (_, 0..16) => Self::Single,
            (160.., 30..) => Self::Three,
            (100.., 26..) => Self::Two,
            _ => Self::Tabs,
        }
    }
}

/// What stands where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// How the screen is divided.
    pub kind: Kind,
    /// The line at the top: the title, or the tabs where there is one pane at a time.
    pub header: Rect,
    /// The line at the bottom.
    pub footer: Rect,
    /// The panes that are on the screen.
    pub slots: PerPane<Option<Slot>>,
}

/// What the layout depends on, but for the size.
#[derive(Debug, Clone, Copy)]
pub struct Wishes {
    /// The pane that has the focus.
    pub focus: Pane,
    /// The pane that the left column shows where it shows one at a time.
    pub left: Pane,
    /// Whether the focused pane has the whole screen.
    pub zoomed: bool,
    /// Lines of the summary, at the width of the left column.
    pub summary: u16,
    /// How many actors there are.
    pub actors: u16,
    /// How many articles there are.
    pub articles: u16,
}

/// The width of the left column's frame.
pub fn left_width(size: Size) -> u16 {
    match Kind::of(size) {
        Kind::Three => (size.width * 11 / 50).clamp(40, 52),
        Kind::Two => (size.width * 38 / 100).clamp(38, 48),
        _ => (size.width * 36 / 100).clamp(24, 36),
    }
}

/// Divides a screen of `size`.
pub fn arrange(size: Size, wishes: Wishes) -> Layout {
    let kind = Kind::of(size);
    let Size { width, height } = size;
    let mut layout = Layout {
        kind,
        header: Rect::new(0, 0, width, 1),
        footer: Rect::new(0, height.saturating_sub(1), width, 1),
        ..Layout::default()
    };
    let body = Rect::new(0, 1, width, height.saturating_sub(2));
    match kind {
        Kind::TooSmall => {}
        Kind::Single => set(
            &mut layout,
            wishes.focus,
            Slot {
                area: body,
                framed: false,
                tabbed: false,
            },
        ),
        _ if wishes.zoomed => set(
            &mut layout,
            wishes.focus,
            Slot {
                tabbed: true,
                ..Slot::framed(body)
            },
        ),
        Kind::Tabs => {
            let (left, right) = split_columns(body, left_width(size));
            set(
                &mut layout,
                wishes.left,
                Slot {
                    tabbed: true,
                    ..Slot::framed(left)
                },
            );
            quotes_over_article(&mut layout, right);
        }
        Kind::Two => {
            let (left, right) = split_columns(body, left_width(size));
            left_column(&mut layout, left, wishes);
            quotes_over_article(&mut layout, right);
        }
        Kind::Three => {
            let (left, rest) = split_columns(body, left_width(size));
            let (middle, right) = split_columns(rest, rest.width * 43 / 100);
            left_column(&mut layout, left, wishes);
            set(&mut layout, Pane::Quotes, Slot::framed(middle));
            set(&mut layout, Pane::Article, Slot::framed(right));
        }
    }
    layout
}

fn set(layout: &mut Layout, pane: Pane, slot: Slot) {
    *layout.slots.get_mut(pane) = Some(slot);
}

fn split_columns(area: Rect, left: u16) -> (Rect, Rect) {
    let left = left.min(area.width);
    (
        Rect { width: left, ..area },
        Rect {
            x: area.x + left,
            width: area.width - left,
            ..area
        },
    )
}

fn split_rows(area: Rect, top: u16) -> (Rect, Rect) {
    let top = top.min(area.height);
    (
        Rect { height: top, ..area },
        Rect {
            y: area.y + top,
            height: area.height - top,
            ..area
        },
    )
}

fn quotes_over_article(layout: &mut Layout, area: Rect) {
    let (quotes, article) = split_rows(area, area.height * 9 / 20);
    set(layout, Pane::Quotes, Slot::framed(quotes));
    set(layout, Pane::Article, Slot::framed(article));
}

/// Summary and actors take what they need, up to a share; the timeline takes what is left. The heights do not depend
/// on what is narrowed, so that nothing moves when it is.
fn left_column(layout: &mut Layout, area: Rect, wishes: Wishes) {
    let library_stays = layout.kind == Kind::Three && area.height >= 43 && wishes.articles > 1;
    if wishes.left == Pane::Library && !library_stays {
        set(layout, Pane::Library, Slot::framed(area));
        return;
    }
    let share = |lines: u16, percent: u16| {
        let most = area.height * percent / 100;
        lines.saturating_add(2).clamp(4, most.max(4))
    };
    let (summary, rest) = split_rows(area, share(wishes.summary, if library_stays { 32 } else { 40 }));
    let (actors, rest) = split_rows(rest, share(wishes.actors, if library_stays { 26 } else { 36 }));
    set(layout, Pane::Summary, Slot::framed(summary));
    set(layout, Pane::Actors, Slot::framed(actors));
    if library_stays {
        let library = share(wishes.articles, 20);
        let (timeline, library) = split_rows(rest, rest.height - library);
        set(layout, Pane::Timeline, Slot::framed(timeline));
        set(layout, Pane::Library, Slot::framed(library));
    } else {
        set(layout, Pane::Timeline, Slot::framed(rest));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::{Rect, Size};

    use super::{Kind, Wishes, arrange};
    use crate::reader::pane::Pane;

    proptest! {
        #[test]
        fn panes_never_overlap_nor_leave_the_screen(
            width in 0_u16..260, height in 0_u16..90, zoomed: bool, focus in 0_usize..6, left in 0_usize..4,
            summary in 0_u16..80, actors in 0_u16..80, articles in 0_u16..2000,
        ) {
            let size = Size::new(width, height);
            let left = [Pane::Summary, Pane::Actors, Pane::Timeline, Pane::Library].get(left).copied().unwrap_or(Pane::Actors);
            let focus = Pane::ALL.get(focus).copied().unwrap_or(Pane::Quotes);
            let layout = arrange(size, Wishes { focus, left, zoomed, summary, actors, articles });
            let slots: Vec<Rect> = Pane::ALL.iter().filter_map(|pane| *layout.slots.get(*pane)).map(|slot| slot.area).collect();
            prop_assert_eq!(slots.is_empty(), layout.kind == Kind::TooSmall);
            for (index, area) in slots.iter().enumerate() {
                prop_assert!(area.right() <= width && area.bottom() < height && area.top() >= 1, "{:?}", area);
                prop_assert!(area.height >= 3 && area.width >= 20, "{:?}", area);
                for other in slots.iter().skip(index + 1) {
                    prop_assert!(!area.intersects(*other), "{:?} {:?}", area, other);
                }
            }
        }
    }
}
