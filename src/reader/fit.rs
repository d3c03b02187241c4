//! Fitting the state to the screen: the layout, the lines of each list, the rows of the article.
//!
//! It is done after every message. What was made for the same width and content is kept, so most of it costs nothing.

use ratatui::layout::Size;

use super::layout::{self, Kind, Slot, Wishes, arrange};
use super::list::Sheet;
use super::overlays::Overlay;
use super::pane::Pane;
use super::panes;
use super::state::State;
use super::wrap::Rows;

impl State {
    /// Fits everything to a screen of `size`.
    pub(super) fn fit(&mut self, size: Size) {
        self.size = size;
        let revision = self.search_revision();
        if let Some(search) = &mut self.search {
            search.find(revision, self.desk.as_ref(), &self.shelf);
        }
        let wishes = self.wishes(size);
        self.layout = arrange(size, wishes);
        for pane in Pane::ALL {
            let Some(slot) = *self.layout.slots.get(pane) else {
                continue;
            };
            if pane == Pane::Article {
                self.fit_article(slot);
            } else {
                self.fit_list(pane, slot);
            }
        }
        self.fit_overlay(size);
    }

    fn wishes(&mut self, size: Size) -> Wishes {
        let columns = matches!(Kind::of(size), Kind::Two | Kind::Three) && !self.zoomed;
        if columns {
            let width = layout::left_width(size).saturating_sub(4).max(1);
            self.make_sheet(Pane::Summary, width);
        }
        let lines = self.lists.get(Pane::Summary).sheet.height();
        let actors = self
            .desk
            .as_ref()
            .map_or(0, |desk| desk.briefing.actors.items.len());
        let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        Wishes {
            focus: self.focus,
            left: self.left,
            zoomed: self.zoomed,
            summary: count(lines),
            actors: count(actors),
            articles: count(panes::library::len(&self.shelf)),
        }
    }

    fn make_sheet(&mut self, pane: Pane, width: u16) {
        let revision = match pane {
            // Its lines depend on nothing but how many they are.
            Pane::Library => panes::library::len(&self.shelf) as u64,
            _ => self.revision,
        };
        let made_for = (width, revision);
        if self.lists.get(pane).made_for == made_for {
            return;
        }
        let sheet = match (&self.desk, pane) {
            (_, Pane::Library) => Sheet::of_single_lines(panes::library::len(&self.shelf)),
            (None, _) | (_, Pane::Article) => Sheet::default(),
            (Some(desk), Pane::Summary) => panes::summary::sheet(desk, width),
            (Some(desk), Pane::Actors) => Sheet::of_single_lines(desk.briefing.actors.items.len()),
            (Some(desk), Pane::Timeline) => panes::timeline::sheet(desk, width),
            (Some(desk), Pane::Quotes) => panes::quotes::sheet(desk, width),
        };
        self.lists.get_mut(pane).take(sheet, made_for);
    }

    fn fit_list(&mut self, pane: Pane, slot: Slot) {
        self.make_sheet(pane, slot.text_width());
        let height = usize::from(panes::list_area(self, pane, slot).height);
        self.lists.get_mut(pane).settle(height);
    }

    fn fit_article(&mut self, slot: Slot) {
        let Some(desk) = &self.desk else { return };
        let width = panes::article::measure(slot.text_width());
        let made_for = (width, self.article.opened);
        if self.article.made_for != made_for {
            self.article.rows = Rows::new(&desk.page.text, width);
            self.article.made_for = made_for;
        }
        let height = usize::from(panes::list_area(self, Pane::Article, slot).height);
        let view = &mut self.article;
        view.height = height;
        let Some(span) = view.reveal.take() else { return };
        let first = view.rows.row_of(span.start());
        let last = view.rows.row_of(span.end().saturating_sub(1).max(span.start()));
        let top = view.top_row();
        // A row of air above and below, where there is room for it.
        let air = usize::from(height > 4);
        let seen = first >= top + air && last + air < top + height;
        let at_start = top == 0 && last + air < height;
        if !(seen || at_start) {
            let above = (height / 4).min(height.saturating_sub(last + 1 - first) / 2);
            view.top = view.rows.row(first.saturating_sub(above)).start();
        }
    }

    fn fit_overlay(&mut self, size: Size) {
        match &mut self.overlay {
            Some(Overlay::Help(help)) => help.fit(size, &self.keymap),
            Some(Overlay::Picker(picker)) => picker.fit(size),
            Some(Overlay::Asking(asking)) => asking.fit(size),
            Some(Overlay::Address(address)) => address.fit(size),
            Some(Overlay::Message(_)) | None => {}
        }
    }
}
