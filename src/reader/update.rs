//! (state, message) → state and effects. No I/O.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseEvent};
use tui_input::InputRequest;
use tui_input::backend::crossterm::EventHandler as _;

use crate::briefing::{ArticleId, Briefing, CleanText};
use crate::library::Problem;

use super::action::{Action, Scope};
use super::effects::Effect;
use super::keymap::Key;
use super::overlays::about::about;
use super::overlays::chooser::{Chooser, Outcome};
use super::overlays::help::Help;
use super::overlays::picker::{Picker, Target};
use super::overlays::{Overlay, address};
use super::pane::Pane;
use super::state::State;
use super::{arrivals, corrections, errands, moves};

/// Something that happened outside.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed (or repeats; releases are not sent).
    Key(KeyEvent),
    /// Text was pasted in one piece.
    Paste(String),
    /// The mouse did something; sent only where it was asked for.
    Mouse(MouseEvent),
    /// The terminal has this size now.
    Resize {
        /// Cells across.
        columns: u16,
        /// Cells down.
        rows: u16,
    },
    /// The library was listed: these are its entries, in order. They are asked for with [`Effect::Load`].
    Listed {
        /// The articles; standard input is `-`.
        paths: Vec<PathBuf>,
        /// What could not be listed.
        problems: Vec<Problem>,
    },
    /// One file was read.
    Loaded {
        /// That of the [`Effect::Load`] that asked; results of an older one are dropped.
        generation: u64,
        /// Which file.
        path: PathBuf,
        /// The briefing of each of its articles, or what failed and what to do; at least one.
        results: Vec<Result<Arc<Briefing>, CleanText>>,
    },
    /// The clipboard was asked to hold a text.
    Copied(Result<(), CleanText>),
    /// The browser was asked to open an address.
    AddressOpened(Result<(), CleanText>),
    /// The editor was closed, or did not open.
    EditorClosed {
        /// The file that was given with [`Effect::Edit`].
        path: PathBuf,
        /// What failed and what to do.
        result: Result<(), CleanText>,
    },
    /// A correction was written, undone or done again.
    Saved {
        /// The entry that was given with the effect.
        article: ArticleId,
        /// Where it was written.
        file: PathBuf,
        /// Which of them.
        way: Way,
        /// What to call it.
        what: CleanText,
        /// What came of it, or what failed and what to do.
        result: Result<Saved, NotSaved>,
    },
    /// Something that the person should read failed elsewhere (the log file, the clipboard …).
    Notice(CleanText),
}

/// What a file of corrections was written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Something new is put right.
    Correct,
    /// The last correction is taken back.
    Undo,
    /// What was taken back is done again.
    Redo,
}

/// What came of writing a file of corrections.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    /// The article as it reads now.
    pub briefing: Arc<Briefing>,
    /// What the file held; `None` where it was not there.
    pub before: Option<String>,
    /// What it holds now; `None` where it is away.
    pub after: Option<String>,
}

/// Why a file of corrections was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotSaved {
    /// What failed and what to do.
    pub message: CleanText,
    /// Somebody else has put the same thing right meanwhile: it is theirs or the reader's.
    pub is_contested: bool,
}

/// Brings `state` up to date with `message`, and says what the outside world is to do.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(key) => {
            // What came since the last frame may not be fitted yet.
            refit(state);
            press(state, key)
        }
        Message::Paste(text) => {
            paste(state, &text);
            Vec::new()
        }
        Message::Mouse(event) => {
            refit(state);
            moves::mouse(state, event);
            refit(state);
            Vec::new()
        }
        Message::Resize { columns, rows } => {
            state.fit((columns, rows).into());
            Vec::new()
        }
        Message::Listed { paths, problems } => arrivals::listed(state, paths, problems),
        Message::Loaded {
            generation,
            path,
            results,
        } => {
            arrivals::loaded(state, generation, &path, results);
            Vec::new()
        }
        Message::Copied(Ok(())) => {
            state.say("Copied.");
            Vec::new()
        }
        Message::AddressOpened(Ok(())) => {
            state.say("The address is given to your browser.");
            Vec::new()
        }
        Message::Copied(Err(text)) | Message::AddressOpened(Err(text)) | Message::Notice(text) => {
            state.say_problem(&text);
            Vec::new()
        }
        Message::Saved {
            article,
            file,
            way,
            what,
            result,
        } => saved(state, article, &file, (way, &what), result),
        Message::EditorClosed { path, result } => errands::editor_closed(state, path, result),
    }
}

fn refit(state: &mut State) {
    state.fit(state.size);
}

fn saved(
    state: &mut State,
    article: ArticleId,
    file: &Path,
    (way, what): (Way, &CleanText),
    result: Result<Saved, NotSaved>,
) -> Vec<Effect> {
    let paths = vec![article.path.clone()];
    let generation = state.shelf.ask_for(&paths);
    match result {
        Ok(written) => {
            let place = state.shelf.take_one(&article, &written.briefing);
            corrections::saved(state, article, file, (way, what), &written);
            if let Some(place) = place.filter(|place| state.open == Some(*place)) {
                let said = state.notice.take();
                arrivals::show(state, place);
                state.notice = said;
            }
            refit(state);
            Vec::new()
        }
        Err(NotSaved {
            message,
            is_contested,
        }) => {
            state.say_problem(&message);
            if way == Way::Correct {
                corrections::not_saved(state, &article, is_contested);
                refit(state);
            }
            vec![Effect::Load { generation, paths }]
        }
    }
}

fn press(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    state.notice = None;
    let always = state.keymap.action(Key::from(key));
    // These work whatever has the keys, but only with a key that types nothing.
    let types = matches!(key.code, KeyCode::Char(_)) && !key.modifiers.contains(KeyModifiers::CONTROL);
    let effects = match always {
        Some(action @ (Action::Quit | Action::Suspend)) if !types => perform(state, action),
        _ if state.overlay.is_some() => press_in_overlay(state, key),
        _ if state.search.as_ref().is_some_and(|search| search.typing) => {
            press_in_search(state, key);
            Vec::new()
        }
        Some(action) => perform(state, action),
        None => Vec::new(),
    };
    refit(state);
    effects
}

fn press_in_overlay(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    match &mut state.overlay {
        Some(Overlay::Help(help)) => {
            let (outcome, action) = help.key(key, &state.keymap);
            close_unless_open(state, outcome);
            if let Some(action) = action {
                return perform(state, action);
            }
        }
        Some(Overlay::Picker(picker)) => {
            let outcome = picker.key(key);
            let target = match outcome {
                Outcome::Chosen(place) => picker.target(place),
                _ => None,
            };
            close_unless_open(state, outcome);
            match target {
                Some(Target::Voice(voice)) => moves::go_to_voice(state, voice),
                Some(Target::Elsewhere(at, name)) => moves::cross(state, at, &name),
                None => {}
            }
        }
        Some(Overlay::Asking(asking)) => {
            let outcome = asking.key(key);
            let Outcome::Chosen(place) = outcome else {
                close_unless_open(state, outcome);
                return Vec::new();
            };
            // Enter on a line that only says what is wrong leaves the question open.
            if let Some((correction, what)) = asking.answer(place) {
                state.overlay = None;
                return corrections::correct(state, correction, what);
            }
        }
        Some(Overlay::Address(address)) => {
            let outcome = address.key(key, &state.keymap);
            if outcome != address::Outcome::Open {
                state.overlay = None;
            }
            if let address::Outcome::Chosen(address) = outcome {
                return vec![Effect::OpenAddress(address)];
            }
        }
        Some(Overlay::Message(_)) | None => {
            state.overlay = None;
            // What the message is about may be answered at once.
            if let Some(action @ (Action::Save | Action::Undo)) = state.keymap.action(Key::from(key))
                && corrections::unsaved(state).is_some()
            {
                return perform(state, action);
            }
        }
    }
    Vec::new()
}

fn close_unless_open(state: &mut State, outcome: Outcome) {
    if matches!(outcome, Outcome::Closed | Outcome::Chosen(_)) {
        state.overlay = None;
    }
}

fn press_in_search(state: &mut State, key: KeyEvent) {
    let Some(search) = &mut state.search else { return };
    let held = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        KeyCode::Esc => moves::cancel_search(state),
        KeyCode::Char('c' | 'g') if held => moves::cancel_search(state),
        KeyCode::Enter => moves::keep_search(state),
        KeyCode::Down => moves::step_match(state, true),
        KeyCode::Up => moves::step_match(state, false),
        KeyCode::Char('n') if held => moves::step_match(state, true),
        KeyCode::Char('p') if held => moves::step_match(state, false),
        _ => {
            let change = search.input.handle_event(&Event::Key(key));
            if change.is_some_and(|change| change.value) {
                moves::search_typed(state);
            }
        }
    }
}

fn paste(state: &mut State, text: &str) {
    let line = CleanText::line(text);
    let insert = |input: &mut tui_input::Input| {
        for character in line.chars() {
            input.handle(InputRequest::InsertChar(character));
        }
    };
    let into_chooser = |chooser: &mut Chooser| insert(&mut chooser.input);
    match (&mut state.overlay, &mut state.search) {
        (Some(Overlay::Help(help)), _) => {
            into_chooser(&mut help.chooser);
            help.search(&state.keymap);
        }
        (Some(Overlay::Picker(picker)), _) => {
            into_chooser(&mut picker.chooser);
            picker.search();
        }
        (Some(Overlay::Asking(asking)), _) => {
            into_chooser(&mut asking.chooser);
            asking.search();
        }
        (None, Some(search)) if search.typing => {
            insert(&mut search.input);
            moves::search_typed(state);
        }
        _ => {}
    }
    refit(state);
}

/// Does what `action` says.
fn perform(state: &mut State, action: Action) -> Vec<Effect> {
    if action.description().scope == Scope::Briefing && state.desk.is_none() && action != Action::Edit {
        return Vec::new();
    }
    if action != Action::Quit {
        corrections::stay(state);
    }
    match action {
        Action::Quit => return corrections::quit(state),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Mouse => return vec![Effect::SwitchMouse],
        Action::Copy => return errands::copy_quote(state),
        Action::CopyCitation => return errands::copy_citation(state),
        Action::Edit => return errands::edit(state),
        Action::Undo => return corrections::go_back(state, Way::Undo),
        Action::Redo => return corrections::go_back(state, Way::Redo),
        Action::Save => return corrections::save_again(state),
        Action::CorrectSpeaker => corrections::ask_speaker(state),
        Action::CorrectActors => corrections::ask_merge(state),
        Action::CorrectName => corrections::ask_name(state),
        Action::CorrectDate => corrections::ask_date(state),
        Action::OpenAddress => errands::open_address(state),
        Action::Help => state.overlay = Some(Overlay::Help(Help::open(&state.keymap))),
        Action::PickSpeaker => {
            let voice = state.current_voice();
            if let Some(desk) = &state.desk {
                state.overlay = Some(Overlay::Picker(Picker::open(desk, voice, &state.shelf.speakers)));
            }
        }
        Action::About => {
            let about = state.desk.as_ref().map(|desk| about(&desk.briefing.article));
            state.overlay = about.map(Overlay::Message);
        }
        Action::Why => moves::toggle_why(state),
        Action::Zoom => state.zoomed = !state.zoomed,
        Action::Back => moves::back(state),
        Action::Follow => moves::follow(state),
        Action::OnlySpeaker => moves::toggle_only(state),
        Action::Search => moves::begin_search(state),
        Action::NextBySpeaker => moves::step_by_speaker(state, true),
        Action::PreviousBySpeaker => moves::step_by_speaker(state, false),
        Action::NextSpeaker => moves::step_speaker(state, true),
        Action::PreviousSpeaker => moves::step_speaker(state, false),
        Action::Next => moves::step(state, true),
        Action::Previous => moves::step(state, false),
        Action::Down => moves::by_lines(state, 1),
        Action::Up => moves::by_lines(state, -1),
        Action::HalfPageDown => moves::by_pages(state, 1, 2),
        Action::HalfPageUp => moves::by_pages(state, -1, 2),
        Action::PageDown => moves::by_pages(state, 1, 1),
        Action::PageUp => moves::by_pages(state, -1, 1),
        Action::Top => moves::to_end(state, false),
        Action::Bottom => moves::to_end(state, true),
        Action::NextPane => moves::turn(state, true),
        Action::PreviousPane => moves::turn(state, false),
        Action::Summary => state.focus_on(Pane::Summary),
        Action::Actors => state.focus_on(Pane::Actors),
        Action::Timeline => state.focus_on(Pane::Timeline),
        Action::Quotes => state.focus_on(Pane::Quotes),
        Action::Article => state.focus_on(Pane::Article),
        Action::Library => moves::toggle_library(state),
    }
    Vec::new()
}
