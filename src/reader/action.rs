//! Every action, once: what it is called, what it does, and where it applies.
//!
//! The help, the hint bar, the README's key table and the man page are made from [`ACTIONS`]; the keys come from the
//! [keymap](super::keymap). What an action does to the state is in [`update`](super::update).

use super::pane::Pane;

/// Declares the actions once: variant, id, title, where it applies, and what it does.
macro_rules! actions {
    ($($variant:ident, $id:literal, $title:literal, $scope:ident, $doc:literal;)*) => {
        /// Something that a key can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $(#[doc = $doc] $variant,)*
        }

        /// All actions, in the order of the help.
        pub const ACTIONS: &[Description] = &[
            $(Description { action: Action::$variant, id: $id, title: $title, scope: Scope::$scope, doc: $doc },)*
        ];
    };
}

actions! {
    Follow, "follow", "follow", Panes,
        "Follow: an actor to their quotes; a quote, event or point to its words in the article; “Earlier”: unfold; a file: open it.";
    NextBySpeaker, "next-by-speaker", "next by the same speaker", Briefing,
        "Next quote by the same speaker; after the last one, on to the next article that quotes them.";
    PreviousBySpeaker, "previous-by-speaker", "previous by the same speaker", Briefing,
        "Previous quote by the same speaker; before the first one, back to the article before that quotes them.";
    NextSpeaker, "next-speaker", "next speaker", Briefing,
        "First quote of the next speaker.";
    PreviousSpeaker, "previous-speaker", "previous speaker", Briefing,
        "First quote of the previous speaker.";
    Next, "next", "next quote", Briefing,
        "Next quote; while a search is on, the next match.";
    Previous, "previous", "previous quote", Briefing,
        "Previous quote; while a search is on, the previous match.";
    PickSpeaker, "pick-speaker", "speaker…", Briefing,
        "Pick a speaker of this article or another: type a part of the name, accents do not count.";
    OnlySpeaker, "only-speaker", "only this speaker", Briefing,
        "Only this speaker's quotes and events; again: everyone's.";
    Why, "why", "why", Briefing,
        "Why this speaker: the rule that decided, and its words marked in the article.";
    About, "about", "about", Briefing,
        "About the article: where it is from, and what was put right or left out when it was read.";
    Search, "search", "search", Panes,
        "Search: matches are marked and counted as you type.";
    Back, "back", "back", Everywhere,
        "One step back: close, clear the search, widen.";
    Down, "down", "down", Panes, "Down: a row of the article, an item of a list.";
    Up, "up", "up", Panes, "Up: a row of the article, an item of a list.";
    HalfPageDown, "half-page-down", "half a page down", Panes, "Half a page down.";
    HalfPageUp, "half-page-up", "half a page up", Panes, "Half a page up.";
    PageDown, "page-down", "page down", Panes, "A page down.";
    PageUp, "page-up", "page up", Panes, "A page up.";
    Top, "top", "to the top", Panes, "To the top.";
    Bottom, "bottom", "to the bottom", Panes, "To the bottom.";
    NextPane, "next-pane", "next pane", Panes, "Focus the next pane.";
    PreviousPane, "previous-pane", "previous pane", Panes, "Focus the previous pane.";
    Summary, "summary", "summary", Panes, "Focus the summary.";
    Actors, "actors", "actors", Panes, "Focus the actors.";
    Timeline, "timeline", "timeline", Panes, "Focus the timeline.";
    Quotes, "quotes", "quotes", Panes, "Focus the quotes.";
    Article, "article", "article", Panes, "Focus the article.";
    Library, "library", "library", Panes, "Open the library: all articles.";
    Zoom, "zoom", "zoom", Panes, "Give the whole screen to this pane; again: all panes.";
    Copy, "copy", "copy quote", Briefing,
        "Copy the quote with its speaker and source.";
    CopyCitation, "copy-citation", "copy citation", Briefing,
        "Copy the citation of the article alone.";
    CorrectSpeaker, "correct-speaker", "other speaker…", Briefing,
        "Give the selected quote another speaker, a new name or nobody; kept beside the article.";
    CorrectActors, "correct-actors", "same as…", Briefing,
        "The selected actor is the same as another, or one of its names is somebody else's.";
    CorrectName, "correct-name", "name, role…", Briefing,
        "Give the selected actor another name or role.";
    CorrectDate, "correct-date", "other date…", Briefing,
        "Give the selected event another date; with none, drop it.";
    Undo, "undo", "undo", Briefing, "Undo the last correction.";
    Redo, "redo", "redo", Briefing, "Do again what was undone.";
    Save, "save", "save again", Briefing, "Try again to save a correction that could not be saved.";
    Edit, "edit", "correct", Briefing,
        "Correct the briefing in your editor; it is read again afterwards.";
    OpenAddress, "open-address", "open the source", Briefing,
        "Show the article's web address and where it leads; Enter opens it.";
    Help, "help", "help", Everywhere,
        "All keys: type to search, Enter does what you picked.";
    Mouse, "mouse", "mouse", Panes,
        "Take the mouse for the panes; again: leave it to the terminal, to select text with.";
    Suspend, "suspend", "suspend", Everywhere, "Back to the shell until `fg`.";
    Quit, "quit", "quit", Everywhere, "Quit.";
}

/// What is to be known about an [`Action`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Description {
    /// Which one.
    pub action: Action,
    /// Its name in the keymap.
    pub id: &'static str,
    /// What the hint bar calls it.
    pub title: &'static str,
    /// Where it applies.
    pub scope: Scope,
    /// What it does, as a sentence.
    pub doc: &'static str,
}

/// Where an action applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Always.
    Everywhere,
    /// While the panes have the keys.
    Panes,
    /// While the panes have the keys and an article is open.
    Briefing,
}

impl Action {
    /// What is to be known about it.
    pub fn description(self) -> &'static Description {
        // The table is made with the enumeration, in its order.
        ACTIONS.get(self as usize).unwrap_or(&NOTHING)
    }

    /// The action of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        ACTIONS
            .iter()
            .find(|description| description.id == id)
            .map(|description| description.action)
    }

    /// The action that focuses `pane`.
    pub fn focusing(pane: Pane) -> Self {
        match pane {
            Pane::Summary => Self::Summary,
            Pane::Actors => Self::Actors,
            Pane::Timeline => Self::Timeline,
            Pane::Quotes => Self::Quotes,
            Pane::Article => Self::Article,
            Pane::Library => Self::Library,
        }
    }
}

const NOTHING: Description = Description {
    action: Action::Back,
    id: "",
    title: "",
    scope: Scope::Everywhere,
    doc: "",
};

/// The actions that are worth most in `pane`, the most useful first: those the hint bar shows.
pub fn hints(pane: Pane) -> &'static [Action] {
    match pane {
        Pane::Quotes => &[
            Action::NextBySpeaker,
            Action::NextSpeaker,
            Action::PickSpeaker,
            Action::OnlySpeaker,
            Action::Why,
            Action::CorrectSpeaker,
            Action::Search,
            Action::Copy,
            Action::Edit,
            Action::Help,
        ],
        Pane::Article => &[
            Action::Next,
            Action::NextBySpeaker,
            Action::PickSpeaker,
            Action::Why,
            Action::Search,
            Action::Zoom,
            Action::Help,
        ],
        Pane::Actors => &[
            Action::Follow,
            Action::OnlySpeaker,
            Action::NextBySpeaker,
            Action::CorrectActors,
            Action::CorrectName,
            Action::PickSpeaker,
            Action::Search,
            Action::Edit,
            Action::Help,
        ],
        Pane::Timeline => &[
            Action::Follow,
            Action::CorrectDate,
            Action::NextPane,
            Action::Search,
            Action::Zoom,
            Action::Edit,
            Action::Help,
        ],
        Pane::Summary => &[
            Action::Follow,
            Action::NextPane,
            Action::Search,
            Action::Zoom,
            Action::Edit,
            Action::Help,
        ],
        Pane::Library => &[
            Action::Follow,
            Action::Search,
            Action::Back,
            Action::Zoom,
            Action::Help,
            Action::Quit,
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::{ACTIONS, Action, hints};
    use crate::reader::pane::Pane;

    #[test]
    fn the_table_is_in_the_order_of_the_enumeration() {
        for description in ACTIONS {
            assert_eq!(description.action.description(), description);
            assert_eq!(Action::from_id(description.id), Some(description.action));
        }
    }

    #[test]
    fn every_pane_hints_at_help_and_never_twice_at_the_same() {
        for pane in Pane::ALL {
            let hints = hints(pane);
            assert!(hints.contains(&Action::Help), "{pane:?}");
            for (index, hint) in hints.iter().enumerate() {
                assert!(
                    hints.iter().skip(index + 1).all(|other| other != hint),
                    "{pane:?}: {hint:?}"
                );
            }
        }
    }
}
