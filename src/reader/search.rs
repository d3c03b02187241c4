//! Searching the article and the panes: what is looked for, where it was found, where one is.

use ratatui::style::Style;
use tui_input::Input;

use crate::briefing::{Folded, Span};

use super::desk::Desk;
use super::paint::Mark;
use super::pane::{Pane, PerPane};
use super::shelf::Shelf;

/// One of the texts of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// A name or title: of an actor, of a speaker above a quote, of an article.
    Name,
    /// A role.
    Role,
    /// Running text.
    Text,
}

/// A place where the words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The item of the pane's list; 0 in the article.
    pub item: usize,
    /// Which of its texts.
    pub field: Field,
    /// Where in that text; in the article, where on the page.
    pub span: Span,
}

/// A search, from `/` until it is cleared.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// What is looked for.
    pub input: Input,
    /// Whether it is still being typed.
    pub typing: bool,
    /// Where it was found.
    hits: PerPane<Vec<Hit>>,
    /// Which hit of each pane one is at.
    at: PerPane<Option<usize>>,
    /// The words that were looked for, and the revision of the desk.
    made_for: Option<(u64, String)>,
    /// All that is searched, ready for the next word, and its revision.
    texts: Option<(u64, PerPane<Vec<Text>>)>,
    /// Where the person was when the search began, to go back to: the focus, what it selected, the top of the article.
    pub origin: Option<(Pane, usize, usize)>,
    /// Whether the background of the timeline was unfolded for it.
    pub unfolded: bool,
}

impl Search {
    /// A search that is being typed; `origin` is where to go back to.
    pub fn begin(origin: (Pane, usize, usize)) -> Self {
        Self {
            typing: true,
            origin: Some(origin),
            ..Self::default()
        }
    }

    /// Finds the words everywhere, unless that was done for this revision.
    pub fn find(&mut self, revision: u64, desk: Option<&Desk>, shelf: &Shelf) {
        let words = self.input.value();
        let done = self.made_for.as_ref();
        if done.is_some_and(|(made_for, searched)| *made_for == revision && searched == words) {
            return;
        }
        let words = words.to_owned();
        self.at = PerPane::default();
        if words.is_empty() {
            self.hits = PerPane::default();
            self.made_for = Some((revision, words));
            return;
        }
        let texts = match self.texts.take() {
            Some((made_for, texts)) if made_for == revision => texts,
            _ => PerPane::from_fn(|pane| texts_of(pane, desk, shelf)),
        };
        self.hits = PerPane::from_fn(|pane| {
            let hits = texts.get(pane).iter().flat_map(|text| text.find(&words));
            let mut hits: Vec<Hit> = hits.collect();
            hits.sort_unstable();
            hits
        });
        self.texts = Some((revision, texts));
        self.made_for = Some((revision, words));
    }

    /// How many hits a pane has.
    pub fn count(&self, pane: Pane) -> usize {
        self.hits.get(pane).len()
    }

    /// Which hit of the pane one is at, from 0.
    pub fn at(&self, pane: Pane) -> Option<usize> {
        *self.at.get(pane)
    }

    /// The pane that the search goes through: the focused one, or where it has nothing, the first that has.
    pub fn scope(&self, focus: Pane) -> Option<Pane> {
        let order = [
            focus,
            Pane::Article,
            Pane::Quotes,
            Pane::Actors,
            Pane::Timeline,
            Pane::Summary,
        ];
        order.into_iter().find(|pane| self.count(*pane) > 0)
    }

    /// Goes to the first hit of `pane` that `here` says yes to, or the first at all.
    pub fn go_to_first(&mut self, pane: Pane, here: impl Fn(&Hit) -> bool) -> Option<Hit> {
        let hits = self.hits.get(pane);
        let index = hits.iter().position(here).unwrap_or(0);
        let hit = *hits.get(index)?;
        *self.at.get_mut(pane) = Some(index);
        Some(hit)
    }

    /// Goes to the hit after or before the one where one is: through the pane that is searched, then on to the next one
    /// that has any, round and round.
    pub fn step(&mut self, focus: Pane, forward: bool) -> Option<(Pane, Hit)> {
        let scope = self.scope(focus)?;
        let next = match self.at(scope) {
            Some(at) if forward => at.checked_add(1).filter(|next| *next < self.count(scope)),
            Some(at) => at.checked_sub(1),
            None => Some(0),
        };
        let pane = if next.is_some() {
            scope
        } else {
            self.pane_after(scope, forward)
        };
        let end = if forward {
            0
        } else {
            self.count(pane).saturating_sub(1)
        };
        let index = next.unwrap_or(end);
        let hit = *self.hits.get(pane).get(index)?;
        *self.at.get_mut(pane) = Some(index);
        Some((pane, hit))
    }

    /// The next pane that has hits; the library is searched by itself.
    fn pane_after(&self, pane: Pane, forward: bool) -> Pane {
        if pane == Pane::Library {
            return pane;
        }
        let turned = std::iter::successors(Some(pane.turned(forward)), |pane| Some(pane.turned(forward)));
        let mut others = turned.take(Pane::ALL.len());
        others
            .find(|other| *other != Pane::Library && self.count(*other) > 0)
            .unwrap_or(pane)
    }

    /// How many hits there are in all panes that are searched together with `pane`.
    pub fn count_in_all(&self, pane: Pane) -> usize {
        let together = |other: &Pane| (*other == Pane::Library) == (pane == Pane::Library);
        Pane::ALL
            .into_iter()
            .filter(together)
            .map(|pane| self.count(pane))
            .sum()
    }

    /// What is marked of the bytes `shown` of one text of one item of `pane`.
    pub fn marks(
        &self,
        pane: Pane,
        (item, field, shown): (usize, Field, Span),
        (found, current): (Style, Style),
    ) -> Vec<Mark> {
        let hits = self.hits.get(pane);
        // A text may have as many hits as bytes, of which a line shows few.
        let start = hits.partition_point(|hit| {
            let place = (hit.item, hit.field).cmp(&(item, field));
            place.is_lt() || place.is_eq() && hit.span.end <= shown.start
        });
        let here = hits.iter().enumerate().skip(start);
        here.take_while(|(_, hit)| (hit.item, hit.field) == (item, field) && hit.span.start < shown.end)
            .map(|(index, hit)| Mark {
                start: hit.span.start(),
                end: hit.span.end(),
                style: if self.at(pane) == Some(index) {
                    current
                } else {
                    found
                },
            })
            .collect()
    }

    /// What is marked on the page between two bytes.
    pub fn marks_on_page(&self, shown: Span, found: Style, current: Style) -> impl Iterator<Item = Mark> {
        let hits = self.hits.get(Pane::Article);
        let start = hits.partition_point(|hit| hit.span.end <= shown.start);
        let at = self.at(Pane::Article);
        hits.iter()
            .enumerate()
            .skip(start)
            .take_while(move |(_, hit)| hit.span.start < shown.end)
            .map(move |(index, hit)| Mark {
                start: hit.span.start(),
                end: hit.span.end(),
                style: if at == Some(index) { current } else { found },
            })
    }
}

/// One of the texts of an item, ready to be searched.
#[derive(Debug, Clone)]
struct Text {
    item: usize,
    field: Field,
    folded: Folded,
}

impl Text {
    /// Where `words` stand in it.
    fn find(&self, words: &str) -> impl Iterator<Item = Hit> {
        let (item, field) = (self.item, self.field);
        let found = self.folded.find(words).into_iter();
        found.map(move |span| Hit { item, field, span })
    }
}

/// All that is searched in `pane`.
fn texts_of(pane: Pane, desk: Option<&Desk>, shelf: &Shelf) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut add = |item: usize, field: Field, text: &str| {
        let folded = Folded::new(text);
        texts.push(Text { item, field, folded });
    };
    let Some(desk) = desk.filter(|_| pane != Pane::Library) else {
        let entries = shelf
            .entries()
            .iter()
            .enumerate()
            .filter(|_| pane == Pane::Library);
        for (item, entry) in entries {
            add(item, Field::Name, &entry.title());
        }
        return texts;
    };
    match pane {
        Pane::Summary => {
            for (item, point) in desk.briefing.summary.items.iter().enumerate() {
                add(item, Field::Text, &point.text);
            }
        }
        Pane::Actors => {
            for (item, actor) in desk.briefing.actors.items.iter().enumerate() {
                add(item, Field::Name, &actor.name);
                if let Some(role) = &actor.role {
                    add(item, Field::Role, role);
                }
            }
        }
        Pane::Timeline => {
            for item in 0..desk.entries.len() {
                add(
                    item,
                    Field::Text,
                    desk.shown_event(item).map_or("", |event| &event.text),
                );
            }
        }
        Pane::Quotes => add_quotes(desk, &mut add),
        Pane::Article => add(0, Field::Text, &desk.page.text),
        Pane::Library => {}
    }
    texts
}

fn add_quotes(desk: &Desk, add: &mut impl FnMut(usize, Field, &str)) {
    let mut above = None;
    for item in 0..desk.quotes.len() {
        let Some((index, quote)) = desk.shown_quote(item) else {
            continue;
        };
        let voice = desk.voice_index(index);
        if voice != above {
            above = voice;
            add(
                item,
                Field::Name,
                desk.voice(index).map_or("", |voice| &voice.name),
            );
        }
        add(item, Field::Text, &quote.text);
    }
}
