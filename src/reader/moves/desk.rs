//! Between panes: focus, following, narrowing, stepping back.

use crate::reader::desk::Desk;
use crate::reader::layout::Kind;
use crate::reader::pane::Pane;
use crate::reader::shelf::Content;
use crate::reader::state::{Marked, State};

/// Gives the focus to the next pane, round and round. The library is passed over unless it is on the screen.
pub fn turn(state: &mut State, forward: bool) {
    let mut pane = state.focus.turned(forward);
    let on_screen = |pane: Pane| state.layout.slots.get(pane).is_some();
    if pane == Pane::Library && !on_screen(pane) {
        pane = pane.turned(forward);
    }
    state.focus_on(pane);
}

/// Opens the library, or goes back to where one was before.
pub fn toggle_library(state: &mut State) {
    if state.focus == Pane::Library {
        leave_library(state);
    } else {
        if let Some(open) = state.open {
            state.lists.get_mut(Pane::Library).select(open);
        }
        state.focus_on(Pane::Library);
    }
}

fn leave_library(state: &mut State) {
    if state.left == Pane::Library {
        state.left = Pane::Actors;
    }
    state.focus_on(state.before_library);
}

/// One step back: the search, the narrowing, the why, the zoom, the library.
pub fn back(state: &mut State) {
    if state.search.take().is_some() {
        return;
    }
    if state.focus == Pane::Library && state.desk.is_some() {
        return leave_library(state);
    }
    if state.desk.as_ref().is_some_and(|desk| desk.only().is_some()) {
        return state.narrow(None);
    }
    if std::mem::take(&mut state.why) {
        return;
    }
    state.zoomed = false;
}

/// Narrows to the selected actor or speaker, or widens.
pub fn toggle_only(state: &mut State) {
    let Some(desk) = &state.desk else { return };
    let only = if desk.only().is_some() {
        None
    } else if state.focus == Pane::Actors {
        let actor = state.lists.get(Pane::Actors).selected;
        (actor < desk.briefing.actors.items.len()).then(|| desk.only_actor(actor))
    } else {
        state.current_voice().map(|voice| desk.only_voice(voice))
    };
    state.narrow(only);
}

/// Says why the selected quote has its speaker, or stops saying so.
pub fn toggle_why(state: &mut State) {
    state.why = !state.why;
    if !state.why {
        return;
    }
    let Some((index, quote)) = state.selected_quote() else {
        state.why = false;
        return state.say("No quotes here, so there is nothing to explain.");
    };
    let spans = [quote.span(), quote.mention, quote.cue];
    let all = spans.into_iter().flatten().reduce(crate::briefing::Span::cover);
    state.marked = Marked::Quote(index);
    let page = state.desk.as_ref().map(|desk| &desk.page);
    state.article.reveal = all.and_then(|span| Some(page?.on_page(span)));
}

/// From an actor to their quotes; from a quote, event or point to its words; from a file to its briefing; from the years
/// of the background to its events.
pub fn follow(state: &mut State) {
    match state.focus {
        Pane::Actors => follow_actor(state),
        Pane::Timeline if state.is_at_earlier() => toggle_earlier(state),
        Pane::Summary | Pane::Timeline | Pane::Quotes => follow_words(state),
        Pane::Article => follow_to_quote(state),
        Pane::Library => follow_file(state),
    }
}

fn follow_actor(state: &mut State) {
    let actor = state.lists.get(Pane::Actors).selected;
    let Some(desk) = &state.desk else { return };
    if actor >= desk.briefing.actors.items.len() {
        return;
    }
    let only = desk.only_actor(actor);
    state.mark_selected(Pane::Actors);
    state.narrow(Some(only));
    state.lists.get_mut(Pane::Quotes).select(0);
    if only.voice.is_some() {
        state.focus_on(Pane::Quotes);
        state.mark_selected(Pane::Quotes);
    } else if state.layout.kind == Kind::Single {
        state.focus_on(Pane::Article);
    }
}

/// Lists what the timeline has folded, or folds it again.
pub fn toggle_earlier(state: &mut State) {
    let unfolded = state.desk.as_ref().is_some_and(Desk::is_unfolded);
    state.unfold(!unfolded);
}

fn follow_words(state: &mut State) {
    if state.items(state.focus) == 0 {
        return;
    }
    state.mark_selected(state.focus);
    if state.article.reveal.is_none() {
        return state.say("The article does not have these words: a person wrote them.");
    }
    state.focus_on(Pane::Article);
}

/// To the first quote that stands on the screen.
fn follow_to_quote(state: &mut State) {
    let Some(desk) = &state.desk else { return };
    let shown = state.article.shown();
    let on_screen = |index: &usize| {
        let quote = desk.briefing.quotes.items.get(*index);
        let mut parts = quote.map_or(&[][..], |quote| &quote.parts).iter();
        parts.any(|part| shown.overlaps(desk.page.on_page(*part)))
    };
    match desk.quotes.iter().position(on_screen) {
        Some(place) => {
            state.lists.get_mut(Pane::Quotes).select(place);
            state.focus_on(Pane::Quotes);
            state.mark_selected(Pane::Quotes);
        }
        None => state.say("No quote stands here."),
    }
}

fn follow_file(state: &mut State) {
    let selected = state.lists.get(Pane::Library).selected;
    let Some(entry) = state.shelf.entry(selected) else {
        let problem = selected - state.shelf.entries().len().min(selected);
        let message = state
            .shelf
            .problems
            .get(problem)
            .map(|problem| problem.message.clone());
        if let Some(message) = message {
            state.say_problem(&message);
        }
        return;
    };
    if let Content::Failed(message) = &entry.content {
        let message = message.clone();
        return state.say_problem(&message);
    }
    if state.open != Some(selected) {
        state.open_entry(selected);
    }
    leave_library(state);
}
