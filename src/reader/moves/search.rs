//! Searching: beginning, typing, stepping, keeping, giving up.

use crate::reader::pane::Pane;
use crate::reader::search::{Hit, Search};
use crate::reader::state::State;

/// Opens the prompt.
pub fn begin_search(state: &mut State) {
    // What is folded could not be found.
    let folded = state.desk.as_ref().is_some_and(|desk| !desk.is_unfolded());
    state.unfold(true);
    let selected = state.lists.get(state.focus).selected;
    let origin = (state.focus, selected, state.article.top);
    state.search = Some(Search::begin(origin));
    if let Some(search) = &mut state.search {
        search.unfolded = folded;
    }
}

/// Finds what is typed now, and goes to the first match from where the search began.
pub fn search_typed(state: &mut State) {
    let revision = state.search_revision();
    let Some(search) = &mut state.search else { return };
    search.find(revision, state.desk.as_ref(), &state.shelf);
    let Some((_, selected, top)) = search.origin else {
        return;
    };
    let hit = search.scope(state.focus).and_then(|pane| {
        let after = |hit: &Hit| match pane {
            Pane::Article => hit.span.start() >= top,
            _ => hit.item >= selected,
        };
        Some((pane, search.go_to_first(pane, after)?))
    });
    match hit {
        Some((pane, hit)) => show(state, pane, hit),
        None => return_to_origin(state),
    }
}

/// The next or previous match.
pub fn step_match(state: &mut State, forward: bool) {
    let Some(search) = &mut state.search else { return };
    let Some((pane, hit)) = search.step(state.focus, forward) else {
        return;
    };
    if !search.typing {
        state.focus_on(pane);
    }
    show(state, pane, hit);
}

/// Leaves the prompt; the matches stay marked.
pub fn keep_search(state: &mut State) {
    let Some(search) = &mut state.search else { return };
    search.typing = false;
    if search.input.value().is_empty() {
        state.search = None;
    } else if let Some(pane) = search.scope(state.focus) {
        state.focus_on(pane);
        if pane != Pane::Article {
            state.mark_selected(pane);
        }
    }
}

/// Gives up: everything is as it was before.
pub fn cancel_search(state: &mut State) {
    return_to_origin(state);
    if state.search.as_ref().is_some_and(|search| search.unfolded) {
        state.unfold(false);
    }
    state.search = None;
}

fn return_to_origin(state: &mut State) {
    let origin = state.search.as_ref().and_then(|search| search.origin);
    let Some((pane, selected, top)) = origin else {
        return;
    };
    state.article.top = top;
    state.article.reveal = None;
    if pane != Pane::Article {
        state.lists.get_mut(pane).select(selected);
    }
}

fn show(state: &mut State, pane: Pane, hit: Hit) {
    if pane == Pane::Article {
        state.article.reveal = Some(hit.span);
        return;
    }
    state.lists.get_mut(pane).select(hit.item);
    // While typing the article stays where it was, so that giving up changes nothing.
    if state.search.as_ref().is_some_and(|search| !search.typing) {
        state.mark_selected(pane);
    }
}
