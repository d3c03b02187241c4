//! Putting things right: what is asked, what is written, undone and done again.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::briefing::{ArticleId, Briefing, CleanText, Correction};
use crate::library::kept_in;

use super::action::Action;
use super::arrivals;
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

/// A correction that is being written, or could not be: kept until it is saved or let go of.
#[derive(Debug, Clone)]
struct Unsaved {
    article: ArticleId,
    file: PathBuf,
    base: Arc<Briefing>,
    correction: Correction,
    what: CleanText,
    failed: bool,
    is_contested: bool,
}

/// The corrections of this session.
#[derive(Debug, Clone, Default)]
pub struct Histories {
    by_article: HashMap<ArticleId, History>,
    /// No other is made while there is one, so that it never depends on what is not in the file.
    unsaved: Option<Unsaved>,
    /// Quitting was asked for, and answered with what is not saved.
    leaving: bool,
}

impl Histories {
    fn failed(&self) -> Option<&Unsaved> {
        self.unsaved.as_ref().filter(|unsaved| unsaved.failed)
    }
}

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

fn ask_about_actor(state: &mut State, asking: impl Fn(&Briefing, usize) -> Asking) {
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
    let entry = state.open.and_then(|open| state.shelf.entry(open))?;
    if let Some(why) = entry.why_no_file() {
        state.say(why);
        return None;
    }
    let file = kept_in(&state.desk.as_ref()?.briefing.article)?;
    Some((entry.id.clone(), file))
}

/// Has `correction` written.
pub fn correct(state: &mut State, correction: Correction, what: CleanText) -> Vec<Effect> {
    if let Some(words) = unsaved(state) {
        state.say_problem(&words);
        return Vec::new();
    }
    let Some((article, file)) = open_file(state) else {
        return Vec::new();
    };
    let Some(desk) = &state.desk else {
        return Vec::new();
    };
    let base = desk.briefing.clone();
    write(
        state,
        Unsaved {
            article,
            file,
            base,
            correction,
            what,
            failed: false,
            is_contested: false,
        },
    )
}

fn write(state: &mut State, unsaved: Unsaved) -> Vec<Effect> {
    let effect = Effect::Correct {
        article: unsaved.article.clone(),
        file: unsaved.file.clone(),
        base: unsaved.base.clone(),
        correction: unsaved.correction.clone(),
        over_theirs: unsaved.is_contested,
        what: unsaved.what.clone(),
    };
    state.histories.unsaved = Some(unsaved);
    vec![effect]
}

/// Notes that the correction of `article` that was to be written is not, and shows it all the same.
pub fn not_saved(state: &mut State, article: &ArticleId, is_contested: bool) {
    if let Some(unsaved) = &mut state.histories.unsaved {
        unsaved.failed = true;
        unsaved.is_contested = is_contested;
    }
    let said = state.notice.clone();
    let open = state.open.filter(|place| {
        let entry = state.shelf.entry(*place);
        entry.is_some_and(|entry| entry.id == *article)
    });
    if let Some(place) = open {
        arrivals::show(state, place);
    }
    state.notice = said;
}

/// What is not saved, and what can be done about it.
pub fn unsaved(state: &State) -> Option<CleanText> {
    let unsaved = state.histories.failed()?;
    let key = |action| state.keymap.keys(action).next().map(|key| key.to_string());
    let (save, undo) = (
        key(Action::Save).unwrap_or_default(),
        key(Action::Undo).unwrap_or_default(),
    );
    let again = if unsaved.is_contested {
        "writes over theirs"
    } else {
        "tries again"
    };
    let words = format!(
        "Not saved: {} · {save} {again}, {undo} lets go of it",
        unsaved.what
    );
    Some(CleanText::line(&words))
}

/// `briefing`, which is what the files of the entry `article` give, with what could not be saved.
pub fn with_unsaved(state: &State, article: &ArticleId, briefing: &Arc<Briefing>) -> Arc<Briefing> {
    let unsaved = state
        .histories
        .failed()
        .filter(|unsaved| unsaved.article == *article);
    let carried = unsaved.and_then(|unsaved| unsaved.correction.carried(&unsaved.base, briefing));
    carried.map_or_else(
        || briefing.clone(),
        |correction| Arc::new(correction.apply(briefing)),
    )
}

/// Tries again to write what could not be saved; what is contested is the reader's now.
pub fn save_again(state: &mut State) -> Vec<Effect> {
    let Some(unsaved) = state.histories.failed().cloned() else {
        state.say("Every correction is saved.");
        return Vec::new();
    };
    write(state, unsaved)
}

/// Lets go of what could not be saved. Tells whether there was something.
fn let_go(state: &mut State) -> bool {
    let Some(unsaved) = state.histories.unsaved.take_if(|unsaved| unsaved.failed) else {
        return false;
    };
    if let Some(open) = state.open {
        arrivals::show(state, open);
    }
    state.say(&format!("Let go of: {}", unsaved.what));
    true
}

/// Quits, unless something is not saved: that is said first.
pub fn quit(state: &mut State) -> Vec<Effect> {
    if let Some(unsaved) = state.histories.failed().filter(|_| !state.histories.leaving) {
        let words = format!("{} is not saved. Quit again to quit without it.", unsaved.what);
        state.say_problem(&CleanText::line(&words));
        state.histories.leaving = true;
        return Vec::new();
    }
    vec![Effect::Quit]
}

/// Notes that something else than quitting was asked for.
pub fn stay(state: &mut State) {
    state.histories.leaving = false;
}

/// Takes the last correction back, or does the one again that was taken back last.
pub fn go_back(state: &mut State, way: Way) -> Vec<Effect> {
    if way == Way::Undo && let_go(state) {
        return Vec::new();
    }
    let Some((article, _)) = open_file(state) else {
        return Vec::new();
    };
    let history = state.histories.by_article.get(&article);
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
    if way == Way::Correct {
        state.histories.unsaved = None;
    }
    let history = state.histories.by_article.entry(article).or_default();
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
