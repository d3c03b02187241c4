//! What the workers bring: the list of files, and the articles in each.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::briefing::{Article, Briefing, CleanText};
use crate::library::Problem;

use super::corrections;
use super::effects::Effect;
use super::overlays::Overlay;
use super::pane::Pane;
use super::shelf::Content;
use super::state::State;

/// Takes the list of files, and asks for all of them.
pub fn listed(state: &mut State, paths: Vec<PathBuf>, problems: Vec<Problem>) -> Vec<Effect> {
    state.shelf.list(paths.clone(), problems);
    state.desk = None;
    state.open = (!paths.is_empty()).then_some(0);
    if paths.is_empty() {
        // What was wrong with the paths is all there is to read.
        state.zoomed = true;
        state.focus_on(Pane::Library);
        return Vec::new();
    }
    let generation = state.shelf.ask_for(&paths);
    vec![Effect::Load { generation, paths }]
}

/// Takes what came of reading a file: one article or many, which take the place of what the library had of it.
pub fn loaded(
    state: &mut State,
    generation: u64,
    path: &Path,
    results: Vec<Result<Arc<Briefing>, CleanText>>,
) {
    let Some(taken) = state.shelf.take(generation, path, results) else {
        return;
    };
    if taken.before != taken.now && matches!(state.overlay, Some(Overlay::Picker(_))) {
        // It has the places of articles as they were.
        state.overlay = None;
    }
    let selected = state.lists.get(Pane::Library).selected;
    state
        .lists
        .get_mut(Pane::Library)
        .select(taken.moved(selected).unwrap_or(selected));
    let Some(open) = state.open else { return };
    if let Some(moved) = taken.moved(open) {
        state.open = Some(moved);
        return;
    }
    let here = taken.first..taken.first + taken.now;
    let again = here.clone().find(|place| is_on_desk(state, *place));
    let place = again.unwrap_or(open.min(here.end - 1));
    state.open = Some(place);
    show(state, place);
}

/// Whether the entry at `place` is the article that is open.
fn is_on_desk(state: &State, place: usize) -> bool {
    let read = state.shelf.entry(place).and_then(|entry| entry.briefing());
    let open = state.desk.as_ref().map(|desk| &desk.briefing.article);
    let key = |article: &Article| article.entry.as_ref().map(|entry| entry.key.clone());
    open.zip(read)
        .is_some_and(|(open, read)| open.path == read.article.path && key(open) == key(&read.article))
}

/// Shows what came of reading the entry that is open.
pub fn show(state: &mut State, place: usize) {
    let Some(entry) = state.shelf.entry(place) else {
        return;
    };
    match entry.content.clone() {
        Content::Ready(briefing) => {
            let same = is_on_desk(state, place);
            let briefing = corrections::with_unsaved(state, &entry.id.clone(), &briefing);
            state.put_on_desk(&briefing, same);
        }
        Content::Failed(message) => {
            state.say_problem(&message);
            if state.desk.is_none() {
                // The first article that can be read is shown in its place.
                let good = |content: &Content| !matches!(content, Content::Failed(_));
                let next = state
                    .shelf
                    .entries()
                    .iter()
                    .position(|entry| good(&entry.content));
                if let Some(next) = next {
                    state.open_entry(next);
                } else {
                    state.open = None;
                    state.focus_on(Pane::Library);
                }
            }
        }
        Content::Waiting => {}
    }
}
