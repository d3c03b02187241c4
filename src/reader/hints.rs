//! The line at the bottom: what the reader has to say, and the keys that are worth most now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::briefing::{ActorKind, CleanText};

use super::action::{Action, Scope, hints};
use super::corrections;
use super::desk::Desk;
use super::layout::Kind;
use super::overlays::prompt;
use super::paint::{put, put_fitting};
use super::pane::Pane;
use super::search::Search;
use super::state::State;
use super::theme::Role;
use super::wrap::{columns, fitting};

/// Draws the line.
pub fn render(buffer: &mut Buffer, area: Rect, state: &State) {
    if let Some(search) = state.search.as_ref().filter(|search| search.typing) {
        return render_prompt(buffer, area, state, search);
    }
    let mut end = area.right().saturating_sub(1);
    let mut at = area.x + 1;
    if let Some((words, role)) = status(state) {
        let style = state.theme.style(role);
        at = put_fitting(buffer, at, area.y, end.saturating_sub(at), &words, style) + 3;
        // A small screen has no room for both.
        if state.layout.kind == Kind::Single {
            return;
        }
    }
    // The help has a place of its own at the end, so that it is always there.
    if let Some((key, title)) = hint(Action::Help, state) {
        let wide = u16::try_from(columns(&key) + 1 + columns(&title)).unwrap_or(u16::MAX);
        if end.saturating_sub(at) >= wide {
            end -= wide;
            put_hint(buffer, (end, area.y), state, &key, &title);
            end = end.saturating_sub(2);
        }
    }
    for action in hints(state.focus)
        .iter()
        .filter(|action| **action != Action::Help)
    {
        let Some((key, title)) = hint(*action, state) else {
            continue;
        };
        let wide = columns(&key) + 1 + columns(&title);
        if usize::from(end.saturating_sub(at)) < wide {
            break;
        }
        at = put_hint(buffer, (at, area.y), state, &key, &title) + 2;
    }
}

/// The key of an action and what it does here; `None` where it has no key, or nothing to do.
fn hint(action: Action, state: &State) -> Option<(String, String)> {
    let speaks = state.desk.as_ref().is_some_and(|desk| !desk.voices.is_empty());
    let of_quotes = [
        Action::NextBySpeaker,
        Action::NextSpeaker,
        Action::PickSpeaker,
        Action::Next,
        Action::Why,
        Action::Copy,
        Action::OnlySpeaker,
    ];
    let opened = state.desk.is_some() || action.description().scope != Scope::Briefing;
    if !opened || (of_quotes.contains(&action) && !speaks) {
        return None;
    }
    let key = state.keymap.keys(action).next()?;
    Some((key.to_string(), title(action, state)))
}

fn put_hint(buffer: &mut Buffer, (x, y): (u16, u16), state: &State, key: &str, title: &str) -> u16 {
    let width = u16::try_from(columns(key)).unwrap_or(u16::MAX);
    let at = put(buffer, x, y, width, key, state.theme.style(Role::Key)) + 1;
    let width = u16::try_from(columns(title)).unwrap_or(u16::MAX);
    put(buffer, at, y, width, title, state.theme.style(Role::Hint))
}

fn render_prompt(buffer: &mut Buffer, area: Rect, state: &State, search: &Search) {
    let found = if search.input.value().is_empty() {
        String::new()
    } else {
        found(search, state.focus)
    };
    let width = area.width.saturating_sub(2);
    let room = width
        .saturating_sub(
            u16::try_from(columns(&found))
                .unwrap_or(u16::MAX)
                .saturating_add(3),
        )
        .max(8)
        .min(width);
    let at = prompt::render_input(buffer, (area.x + 1, area.y), room, "/", &search.input, state);
    let right = (area.x + 1 + width).saturating_sub(at + 2);
    put_fitting(
        buffer,
        at + 2,
        area.y,
        right,
        &found,
        state.theme.style(Role::Status),
    );
}

/// What the reader has to say, and how.
fn status(state: &State) -> Option<(String, Role)> {
    if let Some(notice) = &state.notice {
        let role = if notice.problem {
            Role::Problem
        } else {
            Role::Status
        };
        return Some((notice.text.to_string(), role));
    }
    let back = state
        .keymap
        .keys(Action::Back)
        .next()
        .map(|key| key.to_string())
        .unwrap_or_default();
    let small = state.layout.kind == Kind::Single;
    if let Some(search) = &state.search {
        // What was typed is no cleaner than an article.
        let words = CleanText::line(search.input.value());
        let words = match search
            .scope(state.focus)
            .and_then(|pane| Some((pane, search.at(pane)?)))
        {
            Some((pane, at)) if small => {
                format!("{} of {} “{words}” · {back} clears", at + 1, search.count(pane))
            }
            _ => format!("“{words}” {} · {back} clears", found(search, state.focus)),
        };
        return Some((words, Role::Status));
    }
    if let Some(words) = corrections::unsaved(state) {
        return Some((words.to_string(), Role::Problem));
    }
    let desk = state.desk.as_ref()?;
    let Some(name) = desk.only_name() else {
        // On a small screen the panes say it, and the keys have the line.
        let article = &desk.briefing.article;
        let own = article
            .notice
            .as_ref()
            .map(|notice| (notice.to_string(), Role::Problem));
        let language = || article.language_notice().map(|notice| (notice, Role::Status));
        return own.or_else(|| language().filter(|_| !small));
    };
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let quotes = plural(desk.quotes.len(), "quote");
    let actor = desk.only()?.actor;
    let words = match actor {
        _ if small => format!("Only {} · {back} widens", short_name(name, desk.kind_of(actor))),
        Some(_) => format!(
            "Only {name}: {quotes}, {} · {back} widens",
            plural(desk.events.len(), "event")
        ),
        None => format!("Only {name}: {quotes} · {back} widens"),
    };
    Some((words, Role::Status))
}

/// Where one is among what was found: "3 of 17 in the article".
fn found(search: &Search, focus: Pane) -> String {
    let Some(scope) = search.scope(focus) else {
        return "not found".to_owned();
    };
    let count = search.count(scope);
    let place = scope.title().to_lowercase();
    let here = match search.at(scope) {
        Some(at) => format!("{} of {count} in {place}", at + 1),
        None => format!("{count} in {place}"),
    };
    let all = search.count_in_all(scope);
    if all == count {
        here
    } else {
        format!("{here}, {all} in all")
    }
}

/// What the hint calls an action here and now.
fn title(action: Action, state: &State) -> String {
    let title = action.description().title;
    let searching = state.search.is_some();
    let narrowed = state.desk.as_ref().is_some_and(|desk| desk.only().is_some());
    let name = state.current_voice().and_then(|voice| {
        let desk = state.desk.as_ref()?;
        let voice = desk.voices.get(voice)?;
        let actor = voice
            .actor
            .and_then(|actor| desk.briefing.actors.items.get(actor));
        Some(short_name(&voice.name, actor.map(|actor| actor.kind)))
    });
    match (action, name) {
        (Action::Next, _) if searching => "next match".to_owned(),
        (Action::Previous, _) if searching => "previous match".to_owned(),
        (Action::NextBySpeaker, Some(name)) => format!("next by {name}"),
        (Action::OnlySpeaker, _) if narrowed => "everyone".to_owned(),
        (Action::OnlySpeaker, _) if state.focus == Pane::Actors => {
            let actor = state.lists.get(Pane::Actors).selected;
            let actors = state.desk.as_ref().map(|desk| &desk.briefing.actors.items);
            let actor = actors.and_then(|actors| actors.get(actor));
            actor.map_or_else(
                || title.to_owned(),
                |actor| format!("only {}", short_name(&actor.name, Some(actor.kind))),
            )
        }
        (Action::OnlySpeaker, Some(name)) => format!("only {name}"),
        (Action::Follow, _) if state.focus == Pane::Timeline && state.is_at_earlier() => {
            let unfolded = state.desk.as_ref().is_some_and(Desk::is_unfolded);
            if unfolded { "fold" } else { "unfold" }.to_owned()
        }
        (Action::Follow, _) => follows(state.focus).to_owned(),
        _ => title.to_owned(),
    }
}

fn follows(pane: Pane) -> &'static str {
    match pane {
        Pane::Actors => "their quotes",
        Pane::Library => "open",
        Pane::Article => "the quote here",
        Pane::Summary | Pane::Timeline | Pane::Quotes => "in the article",
    }
}

/// The last word of a person's name; of any other designation, the words that fit.
fn short_name(name: &str, kind: Option<ActorKind>) -> String {
    let last = name.split_whitespace().next_back().unwrap_or(name);
    if kind == Some(ActorKind::Person) {
        let (word, cut) = fitting(last, 18);
        return if cut {
            format!("{word}…")
        } else {
            word.to_owned()
        };
    }
    let (words, cut) = fitting(name, 18);
    let whole = words.rsplit_once(' ').map_or(words, |(words, _)| words);
    if cut {
        format!("{whole} …")
    } else {
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::short_name;
    use crate::briefing::ActorKind;

    #[test]
    fn people_are_called_by_their_surname_and_nobody_else_is() {
        for (name, kind, short) in [
            ("Renske Aldaba", Some(ActorKind::Person), "Aldaba"),
            ("Corvane Instruments", Some(ActorKind::Organisation), "Corvane …"),
            ("Harbour Board", Some(ActorKind::Organisation), "Harbour Board"),
            ("European officials", None, "European officials"),
        ] {
            assert_eq!(short_name(name, kind), short);
        }
    }
}
