//! What the outside world is asked for: the clipboard, the browser, the editor.

use std::path::PathBuf;

use crate::briefing::{Article, CleanText, toml};
use crate::library::{kept_in, sidecar_path};

use super::dates;
use super::effects::Effect;
use super::overlays::Overlay;
use super::overlays::address::Address;
use super::pane::Pane;
use super::state::State;

/// Copies the selected quote with its speaker and source.
pub fn copy_quote(state: &mut State) -> Vec<Effect> {
    let Some(((index, quote), desk)) = state.selected_quote().zip(state.desk.as_ref()) else {
        state.say("No quote is selected.");
        return Vec::new();
    };
    let speaker = match desk.voice(index) {
        Some(voice) if voice.known => match &voice.role {
            Some(role) => format!("{}, {role}", voice.name),
            None => voice.name.to_string(),
        },
        _ => "unknown speaker".to_owned(),
    };
    let citation = citation(&desk.briefing.article);
    vec![Effect::Copy(CleanText::new(&format!(
        "{}\n— {speaker}\n{citation}\n",
        quote.text
    )))]
}

/// Copies the citation of the article alone.
pub fn copy_citation(state: &State) -> Vec<Effect> {
    let desk = state.desk.as_ref();
    desk.map(|desk| Effect::Copy(CleanText::line(&citation(&desk.briefing.article))))
        .into_iter()
        .collect()
}

/// Author, title, source, date, address: what of it is known.
fn citation(article: &Article) -> String {
    let title = format!("“{}”", article.display_title());
    let date = article.published.map(dates::cited);
    let parts = [
        article.byline.as_deref(),
        Some(title.as_str()),
        article.source.as_deref(),
        date.as_deref(),
        article.url.as_deref(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Shows the article's web address, and asks whether it is to be opened: an article may name any.
pub fn open_address(state: &mut State) {
    let article = state.desk.as_ref().map(|desk| &desk.briefing.article);
    let Some(address) = article.and_then(|article| article.url.clone()) else {
        state.say("This article has no web address.");
        return;
    };
    match Address::ask(&address) {
        Some(asked) => state.overlay = Some(Overlay::Address(asked)),
        None => state.say_problem(&CleanText::line(&format!(
            "This is no address of http or https that is safe to open: {address}"
        ))),
    }
}

/// Opens the correction of the open article, or of the one that is selected in the library.
pub fn edit(state: &mut State) -> Vec<Effect> {
    let selected = state.lists.get(Pane::Library).selected;
    let place = if state.focus == Pane::Library {
        Some(selected)
    } else {
        state.open
    };
    let Some(entry) = place.and_then(|place| state.shelf.entry(place)) else {
        return Vec::new();
    };
    if let Some(why) = entry.why_no_file() {
        state.say(why);
        return Vec::new();
    }
    let path = entry.id.path.clone();
    let briefing = entry.briefing();
    let kept = briefing.and_then(|briefing| kept_in(&briefing.article));
    let is_toml = path.extension().is_some_and(|extension| extension == "toml");
    let file = kept.unwrap_or_else(|| {
        if is_toml {
            path.clone()
        } else {
            sidecar_path(&path)
        }
    });
    vec![Effect::Edit {
        path,
        file,
        template: briefing
            .map(|briefing| toml::template(briefing))
            .unwrap_or_default(),
    }]
}

/// Reads the article again that was corrected.
pub fn editor_closed(state: &mut State, path: PathBuf, result: Result<(), CleanText>) -> Vec<Effect> {
    if let Err(message) = result {
        state.say_problem(&message);
        return Vec::new();
    }
    let paths = vec![path];
    let generation = state.shelf.ask_for(&paths);
    vec![Effect::Load { generation, paths }]
}
