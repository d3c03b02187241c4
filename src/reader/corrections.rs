//! Putting things right: what is asked, what is written, undone and done again.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::briefing::{ArticleId, CleanText, Correction};
use crate::library::kept_in;

use super::effects::Effect;
use super::overlays::Overlay;
use super::overlays::asking::Asking;
use super::pane::Pane;
use super::state::State;
use super::update::{Saved, Way};

/// What a file held before and after one correction.
#[derive(Debug, Clone)]
struct Change {
    file: PathBuf,
    what: CleanText,
    before: Option<String>,
    after: Option<String>,
}

/// The corrections of this session to one article.
#[derive(Debug, Clone, Default)]
struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
}

/// The corrections of this session, by article.
#[derive(Debug, Clone, Default)]
pub struct Histories(HashMap<ArticleId, History>);

/// Asks who said the selected quote.
pub fn ask_speaker(state: &mut State) {
    match (&state.desk, state.selected_quote()) {
        (Some(desk), Some((quote, _))) => {
            state.overlay = Some(Overlay::Asking(Asking::speaker(&desk.briefing, quote)));
        }
        _ => state.say("No quote is selected."),
    }
}

/// Asks what is to become of the selected actor: with whom it is one, or which of its names is another's.
pub fn ask_merge(state: &mut State) {
    ask_about_actor(state, Asking::actors);
}

/// Asks for the name and the role of the selected actor.
pub fn ask_name(state: &mut State) {
    ask_about_actor(state, Asking::name);
}

fn ask_about_actor(state: &mut State, asking: impl Fn(&crate::briefing::Briefing, usize) -> Asking) {
    let selected = state.lists.get(Pane::Actors).selected;
    let actors = state.items(Pane::Actors);
    match &state.desk {
        Some(desk) if state.focus == Pane::Actors && selected < actors => {
            state.overlay = Some(Overlay::Asking(asking(&desk.briefing, selected)));
        }
        _ => state.say("Select an actor first: this puts the actors right."),
    }
}

/// Asks when the selected event was.
pub fn ask_date(state: &mut State) {
    let selected = state.lists.get(Pane::Timeline).selected;
    let event = state.desk.as_ref().and_then(|desk| desk.event_at(selected));
    match (&state.desk, event) {
        (Some(desk), Some(event)) if state.focus == Pane::Timeline => {
            state.overlay = Some(Overlay::Asking(Asking::date(&desk.briefing, event)));
        }
        _ => state.say("Select an event of the timeline first: this puts its date right."),
    }
}

/// The open article: its entry in the library, and the file that holds its corrections.
fn open_file(state: &mut State) -> Option<(ArticleId, PathBuf)> {
    let id = state.open.and_then(|open| state.shelf.entry(open))?.id.clone();
    let file = kept_in(&state.desk.as_ref()?.briefing.article);
    let Some(file) = file.filter(|_| id.path.as_os_str() != "-") else {
        state.say("Standard input has no file that a correction could stand beside.");
        return None;
    };
    Some((id, file))
}

/// Has `correction` written.
pub fn correct(state: &mut State, correction: Correction, what: CleanText) -> Vec<Effect> {
    let Some((article, file)) = open_file(state) else {
        return Vec::new();
    };
    let Some(desk) = &state.desk else {
        return Vec::new();
    };
    vec![Effect::Correct {
        article,
        file,
        base: desk.briefing.clone(),
        correction,
        what,
    }]
}

/// Takes the last correction back, or does the one again that was taken back last.
pub fn go_back(state: &mut State, way: Way) -> Vec<Effect> {
    let Some((article, _)) = open_file(state) else {
        return Vec::new();
    };
    let history = state.histories.0.get(&article);
    let change = history.and_then(|history| match way {
        Way::Undo => history.done.last(),
        Way::Redo | Way::Correct => history.undone.last(),
    });
    let Some(change) = change.cloned() else {
        state.say(if way == Way::Undo {
            "Nothing was corrected here since the reader was opened."
        } else {
            "Nothing was undone."
        });
        return Vec::new();
    };
    let (from, to) = match way {
        Way::Undo => (change.after, change.before),
        Way::Redo | Way::Correct => (change.before, change.after),
    };
    vec![Effect::Restore {
        article,
        file: change.file,
        from,
        to,
        way,
    }]
}

/// Remembers what was saved, and says so.
pub fn saved(
    state: &mut State,
    article: ArticleId,
    file: &Path,
    (way, what): (Way, &CleanText),
    saved: &Saved,
) {
    let history = state.histories.0.entry(article).or_default();
    let said = match way {
        Way::Correct => {
            history.undone.clear();
            history.done.push(Change {
                file: file.to_path_buf(),
                what: what.clone(),
                before: saved.before.clone(),
                after: saved.after.clone(),
            });
            let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
            format!("{what}: saved in {name}")
        }
        Way::Undo => history.done.pop().map_or_else(String::new, |change| {
            let said = format!("Undone: {}", change.what);
            history.undone.push(change);
            said
        }),
        Way::Redo => history.undone.pop().map_or_else(String::new, |change| {
            let said = format!("Done again: {}", change.what);
            history.done.push(change);
            said
        }),
    };
    state.say(&said);
}
