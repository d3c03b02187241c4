//! What is on the desk: the library, the open briefing, focus, selection, narrowing, search.

use std::sync::Arc;

use ratatui::layout::Size;

use crate::briefing::{Briefing, CleanText, Quote, Span, lost};

use super::corrections::{self, Histories};
use super::desk::{Desk, Entry, Only};
use super::keymap::Keymap;
use super::layout::Layout;
use super::list::List;
use super::overlays::Overlay;
use super::paint::{Mark, Scroll};
use super::pane::{Pane, PerPane};
use super::panes;
use super::search::{Field, Search};
use super::shelf::Shelf;
use super::theme::{Role, Theme};
use super::wrap::Rows;

/// Everything the reader knows; [`update`](super::update::update) changes it, [`draw`](super::view::draw) shows it.
#[derive(Debug)]
pub struct State {
    /// How things look.
    pub theme: Theme,
    /// Which key does what.
    pub keymap: Keymap,
    pub(super) shelf: Shelf,
    /// Which article is open, or waited for.
    pub(super) open: Option<usize>,
    pub(super) desk: Option<Desk>,
    pub(super) focus: Pane,
    /// The pane that the left column shows where it shows one at a time.
    pub(super) left: Pane,
    /// Where the focus was before it went to the library.
    pub(super) before_library: Pane,
    pub(super) zoomed: bool,
    /// Whether it is said why the selected quote has its speaker.
    pub(super) why: bool,
    /// What each list has selected and shows; the article's is not used.
    pub(super) lists: PerPane<List>,
    pub(super) article: ArticleView,
    pub(super) marked: Marked,
    pub(super) search: Option<Search>,
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<Notice>,
    pub(super) histories: Histories,
    pub(super) size: Size,
    pub(super) layout: Layout,
    /// Grows whenever the lists show something else.
    pub(super) revision: u64,
}

/// What the article shows.
#[derive(Debug, Clone, Default)]
pub struct ArticleView {
    pub(super) rows: Rows,
    /// Width and open count the rows were made for.
    pub(super) made_for: (u16, u64),
    /// Grows with every briefing that is put on the desk.
    pub(super) opened: u64,
    /// The byte of the page that stands at the top.
    pub(super) top: usize,
    /// How many rows are on the screen.
    pub(super) height: usize,
    /// Bytes of the page that are to be brought onto the screen.
    pub(super) reveal: Option<Span>,
}

impl ArticleView {
    /// The row at the top of the screen.
    pub(super) fn top_row(&self) -> usize {
        self.rows
            .row_of(self.top)
            .min(self.rows.len().saturating_sub(self.height))
    }

    /// The bytes of the page that are on the screen.
    pub(super) fn shown(&self) -> Span {
        let top = self.top_row();
        let last = (top + self.height).min(self.rows.len()).saturating_sub(1);
        self.rows.row(top).cover(self.rows.row(last))
    }

    pub(super) fn scroll_position(&self) -> Scroll {
        Scroll {
            top: self.top_row(),
            shown: self.height,
            of: self.rows.len(),
        }
    }

    pub(super) fn scroll(&mut self, rows: isize) {
        let last = self.rows.len().saturating_sub(self.height);
        let row = self.top_row().saturating_add_signed(rows).min(last);
        self.top = self.rows.row(row).start();
    }
}

/// What is marked in the article, by its place in the briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Marked {
    /// Nothing but who speaks.
    #[default]
    Nothing,
    /// A quote.
    Quote(usize),
    /// An event.
    Event(usize),
    /// A summary point.
    Point(usize),
    /// The names of an actor.
    Actor(usize),
}

/// What the reader says at the bottom until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub(super) text: CleanText,
    pub(super) problem: bool,
}

impl State {
    /// A desk with nothing on it yet: the library comes with a [`Listed`](super::update::Message::Listed).
    pub fn new(theme: Theme, keymap: Keymap) -> Self {
        Self {
            theme,
            keymap,
            shelf: Shelf::default(),
            open: None,
            desk: None,
            focus: Pane::Quotes,
            left: Pane::Actors,
            before_library: Pane::Quotes,
            zoomed: false,
            why: false,
            lists: PerPane::default(),
            article: ArticleView::default(),
            marked: Marked::Nothing,
            search: None,
            overlay: None,
            notice: None,
            histories: Histories::default(),
            size: Size::ZERO,
            layout: Layout::default(),
            revision: 1,
        }
    }

    /// Puts a briefing on the desk in place of the one that is there. The place in it is kept where `same` says that it
    /// is the same article again.
    pub(super) fn put_on_desk(&mut self, briefing: &Arc<Briefing>, same: bool) {
        let only = self.desk.as_ref().and_then(Desk::only_name).cloned();
        let mut desk = Desk::new(Arc::clone(briefing));
        if let Some(only) = only.and_then(|name| desk.only_named(&name)) {
            desk.narrow(Some(only));
        }
        self.desk = Some(desk);
        self.revision += 1;
        self.article.opened += 1;
        self.marked = self
            .selected_quote()
            .map_or(Marked::Nothing, |(index, _)| Marked::Quote(index));
        if same {
            return;
        }
        self.say_what_is_lost();
        if self.focus == Pane::Quotes && self.items(Pane::Quotes) == 0 {
            // There is nothing to do among no quotes.
            self.focus = Pane::Article;
        }
        self.article.top = 0;
        self.article.reveal = None;
        for pane in [Pane::Summary, Pane::Actors, Pane::Timeline, Pane::Quotes] {
            let list = self.lists.get_mut(pane);
            (list.selected, list.top) = (0, 0);
        }
        self.marked = self
            .selected_quote()
            .map_or(Marked::Nothing, |(index, _)| Marked::Quote(index));
    }

    /// Says how much of what a person wrote has words that the article does not have.
    fn say_what_is_lost(&mut self) {
        let Some(desk) = &self.desk else { return };
        let briefing = &desk.briefing;
        let (actors, quotes) = (&briefing.actors.items, &briefing.quotes.items);
        let count = lost(actors, quotes, &briefing.timeline.items, &briefing.article.text).len();
        let what = match count {
            0 => return,
            1 => "1 correction is".to_owned(),
            many => format!("{many} corrections are"),
        };
        self.notice = Some(Notice {
            text: CleanText::line(&format!("{what} of words that the article does not have.")),
            problem: true,
        });
    }

    /// Shows only the quotes and events of `only`, or everybody's, and keeps the selected quote selected if it is still
    /// shown.
    pub(super) fn narrow(&mut self, only: Option<Only>) {
        let quote = self.selected_quote().map(|(index, _)| index);
        let event = self.selected_event();
        let Some(desk) = &mut self.desk else { return };
        desk.narrow(only);
        let quote = quote.and_then(|quote| desk.quotes.iter().position(|index| *index >= quote));
        self.lists.get_mut(Pane::Quotes).select(quote.unwrap_or(0));
        self.select_event(event);
    }

    /// Selects this event of the briefing in the timeline, or the one after it; the revision grows.
    fn select_event(&mut self, event: Option<usize>) {
        let Some(desk) = &self.desk else { return };
        let at_or_after = |entry: &Entry| matches!(entry, Entry::Event(place) if Some(*place) >= event);
        let place = event.and_then(|_| desk.entries.iter().position(at_or_after));
        self.lists.get_mut(Pane::Timeline).select(place.unwrap_or(0));
        self.revision += 1;
    }

    /// Lists the events of the background, or folds them into one line. What is selected stays selected.
    pub(super) fn unfold(&mut self, unfolded: bool) {
        let event = self.selected_event();
        let Some(desk) = &mut self.desk else { return };
        if desk.is_unfolded() != unfolded {
            desk.unfold(unfolded);
            self.select_event(event);
        }
    }

    /// Whether the background's line of the timeline is selected.
    pub(super) fn is_at_earlier(&self) -> bool {
        let selected = self.lists.get(Pane::Timeline).selected;
        self.desk.as_ref().is_some_and(|desk| desk.is_earlier(selected))
    }

    /// The selected quote, and its place in the briefing.
    pub(super) fn selected_quote(&self) -> Option<(usize, &Quote)> {
        self.desk
            .as_ref()?
            .shown_quote(self.lists.get(Pane::Quotes).selected)
    }

    fn selected_event(&self) -> Option<usize> {
        let shown = self.lists.get(Pane::Timeline).selected;
        self.desk.as_ref()?.event_at(shown)
    }

    /// The voice that "the same speaker" means: that of the selected actor while the actors have the focus, else that of
    /// the selected quote.
    pub(super) fn current_voice(&self) -> Option<usize> {
        let desk = self.desk.as_ref()?;
        if self.focus == Pane::Actors {
            let actor = self.lists.get(Pane::Actors).selected;
            if let Some(voice) = desk.voice_of_actor(actor) {
                return Some(voice);
            }
        }
        desk.voice_index(self.selected_quote()?.0)
    }

    /// Marks the selected item of `pane` in the article, and brings it onto the screen.
    pub(super) fn mark_selected(&mut self, pane: Pane) {
        let selected = self.lists.get(pane).selected;
        let Some(desk) = &self.desk else { return };
        let (marked, span) = match pane {
            Pane::Quotes => {
                let Some((index, quote)) = desk.shown_quote(selected) else {
                    return;
                };
                (Marked::Quote(index), quote.span())
            }
            Pane::Timeline => {
                let Some(index) = desk.event_at(selected) else {
                    return;
                };
                (
                    Marked::Event(index),
                    desk.shown_event(selected).and_then(|event| event.span),
                )
            }
            Pane::Summary => {
                let Some(point) = desk.briefing.summary.items.get(selected) else {
                    return;
                };
                (Marked::Point(selected), point.span)
            }
            Pane::Actors => {
                let Some(actor) = desk.briefing.actors.items.get(selected) else {
                    return;
                };
                let shown = self.article.shown();
                let seen = |mention: &&Span| shown.contains(desk.page.on_page(**mention));
                let mention = actor.mentions.iter().find(seen).or(actor.mentions.first());
                (Marked::Actor(selected), mention.copied())
            }
            Pane::Article | Pane::Library => return,
        };
        self.article.reveal = span.map(|span| desk.page.on_page(span));
        self.marked = marked;
    }

    /// Gives the focus to `pane`.
    pub(super) fn focus_on(&mut self, pane: Pane) {
        if pane == Pane::Library && self.focus != Pane::Library {
            self.before_library = self.focus;
        }
        self.focus = pane;
        if !matches!(pane, Pane::Quotes | Pane::Article) {
            self.left = pane;
        }
    }

    /// Opens the article at `place` of the library; where it is still being read, it is shown as soon as it is there.
    pub(super) fn open_entry(&mut self, place: usize) {
        self.open = Some(place);
        let read = self
            .shelf
            .entry(place)
            .and_then(|entry| Some((&entry.id, entry.briefing()?)));
        let briefing = read.map(|(id, briefing)| corrections::with_unsaved(self, id, briefing));
        if let Some(briefing) = briefing {
            self.put_on_desk(&briefing, false);
        } else {
            self.desk = None;
            self.revision += 1;
        }
    }

    /// How many items the list of `pane` has.
    pub(super) fn items(&self, pane: Pane) -> usize {
        if pane == Pane::Library {
            return panes::library::len(&self.shelf);
        }
        let Some(desk) = &self.desk else { return 0 };
        match pane {
            Pane::Summary => desk.briefing.summary.items.len(),
            Pane::Actors => desk.briefing.actors.items.len(),
            Pane::Timeline => desk.entries.len(),
            Pane::Quotes => desk.quotes.len(),
            Pane::Article | Pane::Library => 0,
        }
    }

    /// Whether what is marked in the article was chosen in `pane`, so that it is worth showing there too.
    pub(super) fn marks(&self, pane: Pane) -> bool {
        match pane {
            // The keys that go from quote to quote work everywhere.
            Pane::Quotes => true,
            Pane::Summary => matches!(self.marked, Marked::Point(_)),
            Pane::Actors => matches!(self.marked, Marked::Actor(_)),
            Pane::Timeline => matches!(self.marked, Marked::Event(_)),
            Pane::Article | Pane::Library => false,
        }
    }

    /// What a search was made for: grows whenever anything that can be searched changes.
    pub(super) fn search_revision(&self) -> u64 {
        self.revision + self.shelf.changes()
    }

    /// What a search has marked of the bytes `shown` of one text of one item of `pane`.
    pub(super) fn search_marks(&self, pane: Pane, item: usize, field: Field, shown: Span) -> Vec<Mark> {
        let Some(search) = &self.search else {
            return Vec::new();
        };
        let styles = (
            self.theme.style(Role::Match),
            self.theme.style(Role::MatchCurrent),
        );
        search.marks(pane, (item, field, shown), styles)
    }

    /// Says something at the bottom.
    pub(super) fn say(&mut self, text: &str) {
        self.notice = Some(Notice {
            text: CleanText::line(text),
            problem: false,
        });
    }

    /// Says what went wrong: at the bottom where it fits there, else in a box.
    pub(super) fn say_problem(&mut self, text: &CleanText) {
        let room = usize::from(self.size.width).saturating_sub(4);
        if text.contains('\n') || super::wrap::columns(text) > room {
            self.overlay = Some(Overlay::Message(text.clone()));
        } else {
            self.notice = Some(Notice {
                text: text.clone(),
                problem: true,
            });
        }
    }
}
