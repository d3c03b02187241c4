//! The six panes.

/// A region of the screen that shows one aspect of the briefing, or the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// What happened, in a few sentences.
    Summary,
    /// Who is involved.
    Actors,
    /// What happened when.
    Timeline,
    /// Who said what.
    Quotes,
    /// The article itself.
    Article,
    /// All articles.
    Library,
}

impl Pane {
    /// All panes, in the order of their numbers.
    pub const ALL: [Self; 6] = [
        Self::Summary,
        Self::Actors,
        Self::Timeline,
        Self::Quotes,
        Self::Article,
        Self::Library,
    ];

    /// The number that is shown in its title, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// Its title.
    pub fn title(self) -> &'static str {
        match self {
            Self::Summary => "Summary",
            Self::Actors => "Actors",
            Self::Timeline => "Timeline",
            Self::Quotes => "Quotes",
            Self::Article => "Article",
            Self::Library => "Library",
        }
    }

    /// The pane after this one, or before it, round and round.
    #[must_use]
    pub fn turned(self, forward: bool) -> Self {
        let step = if forward { 1 } else { Self::ALL.len() - 1 };
        let index = (self as usize + step) % Self::ALL.len();
        Self::ALL.get(index).copied().unwrap_or(self)
    }
}

/// One value for each pane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PerPane<T>([T; 6]);

impl<T> PerPane<T> {
    /// The value for each pane that `make` gives.
    pub fn from_fn(make: impl FnMut(Pane) -> T) -> Self {
        Self(Pane::ALL.map(make))
    }

    /// The value for `pane`.
    pub fn get(&self, pane: Pane) -> &T {
        let [summary, actors, timeline, quotes, article, library] = &self.0;
        match pane {
            Pane::Summary => summary,
            Pane::Actors => actors,
            Pane::Timeline => timeline,
            Pane::Quotes => quotes,
            Pane::Article => article,
            Pane::Library => library,
        }
    }

    /// The value for `pane`, to be changed.
    pub fn get_mut(&mut self, pane: Pane) -> &mut T {
        let [summary, actors, timeline, quotes, article, library] = &mut self.0;
        match pane {
            Pane::Summary => summary,
            Pane::Actors => actors,
            Pane::Timeline => timeline,
            Pane::Quotes => quotes,
            Pane::Article => article,
            Pane::Library => library,
        }
    }
}
