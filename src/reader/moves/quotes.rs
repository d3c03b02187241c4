//! From quote to quote: the next one, the next by the same speaker in this article or another, the next speaker.

use crate::briefing::CleanText;
use crate::library::QuoteAt;
use crate::reader::pane::Pane;
use crate::reader::state::State;

use super::search::step_match;

/// The next or previous quote; while a search is on, the next or previous match.
pub fn step(state: &mut State, forward: bool) {
    if state.search.is_some() {
        return step_match(state, forward);
    }
    let count = state.items(Pane::Quotes);
    let selected = state.lists.get(Pane::Quotes).selected;
    let next = if forward {
        selected + 1
    } else {
        selected.wrapping_sub(1)
    };
    if next < count {
        show(state, next);
    } else {
        let end = if forward { "last" } else { "first" };
        state.say(&format!("That was the {end} quote."));
        show(state, selected);
    }
}

/// The next or previous quote by the same speaker; where this article has none, that of another article.
pub fn step_by_speaker(state: &mut State, forward: bool) {
    let Some((voice, open)) = state.current_voice().zip(state.open) else {
        return;
    };
    let Some((name, known, here)) = state.desk.as_ref().and_then(|desk| {
        let voice = desk.voices.get(voice)?;
        let selected = state.selected_quote().map_or(0, |(index, _)| index);
        // Quotes of another speaker than the selected one's are counted from the selected place.
        let mut places = voice.quotes.iter().copied();
        let here = if forward {
            places.find(|place| *place > selected)
        } else {
            places.rev().find(|place| *place < selected)
        };
        Some((voice.name.clone(), voice.known, here))
    }) else {
        return;
    };
    if let Some(quote) = here {
        return go_to_quote(state, quote);
    }
    let from = QuoteAt {
        article: open,
        quote: if forward { usize::MAX } else { 0 },
    };
    let speakers = &state.shelf.speakers;
    let there = match (known, forward) {
        (false, _) => None,
        (true, true) => speakers.next(&name, from),
        (true, false) => speakers.previous(&name, from),
    };
    if let Some(at) = there {
        return cross(state, at, &name);
    }
    let end = if forward { "last" } else { "first" };
    state.say(&format!("That was the {end} quote by {name}."));
}

/// Opens another article at a quote, and says so.
pub fn cross(state: &mut State, at: QuoteAt, name: &CleanText) {
    state.open_entry(at.article);
    go_to_quote(state, at.quote);
    let title = state
        .shelf
        .entry(at.article)
        .map(super::super::shelf::Entry::title)
        .unwrap_or_default();
    state.say(&format!("{name} in another article: {title}"));
}

/// The first quote of the next or previous speaker, round and round; a narrowing goes along.
pub fn step_speaker(state: &mut State, forward: bool) {
    let Some(desk) = &state.desk else { return };
    let count = desk.voices.len();
    if count == 0 {
        return state.say("Nobody is quoted in this article.");
    }
    let step = if forward { 1 } else { count - 1 };
    let voice = state.current_voice().map_or(0, |voice| (voice + step) % count);
    go_to_voice(state, voice);
}

/// The first quote of the speaker at this place.
pub fn go_to_voice(state: &mut State, voice: usize) {
    let Some(desk) = &state.desk else { return };
    let Some(first) = desk
        .voices
        .get(voice)
        .and_then(|voice| voice.quotes.first())
        .copied()
    else {
        return;
    };
    if state.focus == Pane::Actors || state.focus == Pane::Library {
        state.focus_on(Pane::Quotes);
    }
    go_to_quote(state, first);
}

/// The quote at this place of the briefing. Where it is narrowed to somebody else, the narrowing goes along.
fn go_to_quote(state: &mut State, quote: usize) {
    let place = |state: &State| {
        state
            .desk
            .as_ref()?
            .quotes
            .iter()
            .position(|index| *index == quote)
    };
    if place(state).is_none() {
        let desk = state.desk.as_ref();
        let only = desk.and_then(|desk| Some(desk.only_voice(desk.voice_index(quote)?)));
        if only.is_none() {
            return;
        }
        state.narrow(only);
    }
    if let Some(place) = place(state) {
        show(state, place);
    }
}

/// Selects the quote at this place of the list, marks it, and makes sure that it can be seen.
fn show(state: &mut State, place: usize) {
    state.lists.get_mut(Pane::Quotes).select(place);
    let on_screen = |pane: Pane| state.layout.slots.get(pane).is_some();
    if !on_screen(Pane::Quotes) && !on_screen(Pane::Article) {
        state.focus_on(Pane::Quotes);
    }
    state.mark_selected(Pane::Quotes);
}
