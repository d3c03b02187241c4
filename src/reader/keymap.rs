//! Keys ↔ actions.
//!
//! The default is `keymap.toml`; a person's own keymap is laid over it. Two actions on one key are an error that names
//! both.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::{ACTIONS, Action};

const DEFAULT: &str = include_str!("keymap.toml");

/// A key, with ctrl and alt if they are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// The names that are written and shown for keys which are no character, with what `crokey` calls them.
const NAMES: &[(&str, &str, KeyCode)] = &[
    ("Enter", "enter", KeyCode::Enter),
    ("Esc", "esc", KeyCode::Esc),
    ("Tab", "tab", KeyCode::Tab),
    ("BackTab", "backtab", KeyCode::BackTab),
    ("Space", "space", KeyCode::Char(' ')),
    ("Up", "up", KeyCode::Up),
    ("Down", "down", KeyCode::Down),
    ("Left", "left", KeyCode::Left),
    ("Right", "right", KeyCode::Right),
    ("Home", "home", KeyCode::Home),
    ("End", "end", KeyCode::End),
    ("PgUp", "pageup", KeyCode::PageUp),
    ("PgDn", "pagedown", KeyCode::PageDown),
    ("Backspace", "backspace", KeyCode::Backspace),
    ("Delete", "delete", KeyCode::Delete),
];

impl Key {
    /// The key that `written` names: `j`, `G`, `ctrl-d`, `PgDn`.
    pub fn parse(written: &str) -> Option<Self> {
        let mut characters = written.chars();
        if let (Some(character), None) = (characters.next(), characters.next()) {
            return Some(Self::new(KeyCode::Char(character), KeyModifiers::NONE));
        }
        let (held, last) = match written.rfind('-') {
            Some(dash) if dash + 1 < written.len() => written.split_at(dash + 1),
            _ => ("", written),
        };
        let name = NAMES.iter().find(|(name, ..)| name.eq_ignore_ascii_case(last));
        let spelled = format!("{held}{}", name.map_or(last, |(_, name, _)| name));
        let combination: KeyCombination = spelled.parse().ok()?;
        let code = *combination.codes.first();
        combination
            .is_ansi_compatible()
            .then(|| Self::new(code, combination.modifiers))
    }

    /// Terminals differ in whether they report shift with a character that needs it: the character itself tells.
    fn new(code: KeyCode, mut modifiers: KeyModifiers) -> Self {
        let code = match code {
            KeyCode::Char(character) if modifiers.contains(KeyModifiers::SHIFT) => {
                KeyCode::Char(character.to_uppercase().next().unwrap_or(character))
            }
            code => code,
        };
        if matches!(code, KeyCode::Char(_) | KeyCode::BackTab) {
            modifiers.remove(KeyModifiers::SHIFT);
        }
        Self { code, modifiers }
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        Self::new(event.code, event.modifiers)
    }
}

impl From<Key> for KeyEvent {
    fn from(key: Key) -> Self {
        Self::new(key.code, key.modifiers)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = [
            (KeyModifiers::CONTROL, "ctrl-"),
            (KeyModifiers::ALT, "alt-"),
            (KeyModifiers::SHIFT, "shift-"),
        ];
        for (modifier, name) in held {
            if self.modifiers.contains(modifier) {
                formatter.write_str(name)?;
            }
        }
        match (NAMES.iter().find(|(.., code)| *code == self.code), self.code) {
            (Some((name, ..)), _) => formatter.write_str(name),
            (None, KeyCode::Char(character)) => write!(formatter, "{character}"),
            (None, code) => write!(formatter, "{code}"),
        }
    }
}

/// Why a keymap is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// It is no TOML, or no table of lists of keys.
    #[error("{file}: {reason}")]
    Syntax {
        /// Which keymap.
        file: String,
        /// What the TOML reader said.
        reason: String,
    },
    /// There is no such action.
    #[error("{file}: there is no action `{id}`; they are {}", ids())]
    UnknownAction {
        /// Which keymap.
        file: String,
        /// What stands there.
        id: String,
    },
    /// There is no such key.
    #[error(
        "{file}: `{action}` has the key `{key}`, which is none: write a character, Enter, PgDn, ctrl-d …"
    )]
    UnknownKey {
        /// Which keymap.
        file: String,
        /// The action.
        action: &'static str,
        /// What stands there.
        key: String,
    },
    /// One key would do two things.
    #[error("{file}: the key `{key}` is bound to both `{first}` and `{second}`; take it from one of them")]
    Duplicate {
        /// Which keymap.
        file: String,
        /// The key.
        key: String,
        /// The one action.
        first: &'static str,
        /// The other one.
        second: &'static str,
    },
}

fn ids() -> String {
    let ids: Vec<&str> = ACTIONS.iter().map(|description| description.id).collect();
    ids.join(", ")
}

/// Which key does what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<(Key, Action)>,
}

impl Default for Keymap {
    fn default() -> Self {
        let empty = Self { bindings: Vec::new() };
        // A test reads the shipped keymap, so this never falls back.
        empty.with(DEFAULT, "keymap.toml").unwrap_or(empty)
    }
}

impl Keymap {
    /// This keymap with `written`, a TOML table of actions and their keys, laid over it; `file` is named in errors.
    pub fn with(&self, written: &str, file: &str) -> Result<Self, KeymapError> {
        let table: BTreeMap<String, Vec<String>> =
            toml::from_str(written).map_err(|error| KeymapError::Syntax {
                file: file.to_owned(),
                reason: error.to_string(),
            })?;
        let mut bindings = self.bindings.clone();
        for (id, keys) in &table {
            let action = Action::from_id(id).ok_or_else(|| KeymapError::UnknownAction {
                file: file.to_owned(),
                id: id.clone(),
            })?;
            bindings.retain(|(_, bound)| *bound != action);
            for key in keys {
                let parsed = Key::parse(key).ok_or_else(|| KeymapError::UnknownKey {
                    file: file.to_owned(),
                    action: action.description().id,
                    key: key.clone(),
                })?;
                bindings.push((parsed, action));
            }
        }
        for (index, (key, first)) in bindings.iter().enumerate() {
            let same = |(other, _): &&(Key, Action)| other == key;
            if let Some((_, second)) = bindings.iter().skip(index + 1).find(same) {
                return Err(KeymapError::Duplicate {
                    file: file.to_owned(),
                    key: key.to_string(),
                    first: first.description().id,
                    second: second.description().id,
                });
            }
        }
        Ok(Self { bindings })
    }

    /// What `key` does.
    pub fn action(&self, key: Key) -> Option<Action> {
        self.bindings
            .iter()
            .find(|(bound, _)| *bound == key)
            .map(|(_, action)| *action)
    }

    /// The keys of `action`, the main one first.
    pub fn keys(&self, action: Action) -> impl Iterator<Item = Key> {
        self.bindings
            .iter()
            .filter(move |(_, bound)| *bound == action)
            .map(|(key, _)| *key)
    }

    /// The keys of `action` as the help shows them: `j Down`.
    pub fn shown(&self, action: Action) -> String {
        let keys: Vec<String> = self.keys(action).map(|key| key.to_string()).collect();
        keys.join(" ")
    }
}

/// The keys and what they do, as a Markdown table for the README.
pub fn key_table() -> String {
    let keymap = Keymap::default();
    let mut table = String::from("| Keys | Do |\n|---|---|\n");
    for description in ACTIONS {
        let keys: Vec<String> = keymap
            .keys(description.action)
            .map(|key| format!("`{key}`"))
            .collect();
        // Writing into a string cannot fail.
        let _ = writeln!(table, "| {} | {} |", keys.join(" "), description.doc);
    }
    table
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::{DEFAULT, Key, Keymap, KeymapError};
    use crate::reader::action::{ACTIONS, Action};

    #[test]
    fn the_default_keymap_gives_every_action_a_key() {
        let empty = Keymap { bindings: Vec::new() };
        let keymap = empty
            .with(DEFAULT, "keymap.toml")
            .expect("the default keymap is right");
        for description in ACTIONS {
            assert!(
                keymap.keys(description.action).next().is_some(),
                "{}",
                description.id
            );
        }
    }

    #[test]
    fn keys_are_shown_as_they_are_written() {
        for written in [
            "j",
            "G",
            "]",
            "}",
            "-",
            "ctrl-d",
            "BackTab",
            "PgDn",
            "Space",
            "alt-Enter",
            "F1",
            "é",
        ] {
            assert_eq!(Key::parse(written).expect(written).to_string(), written);
        }
        assert_eq!(Key::parse("pgdn"), Key::parse("PgDn"));
        assert_eq!(Key::parse("ctrl-D"), Key::parse("ctrl-d"));
        for nonsense in ["", "jj", "ctrl-", "Hyper"] {
            assert_eq!(Key::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn shift_counts_only_through_the_character_it_makes() {
        let keymap = Keymap::default();
        for (code, modifiers) in [
            (KeyCode::Char('G'), KeyModifiers::NONE),
            (KeyCode::Char('G'), KeyModifiers::SHIFT),
            (KeyCode::Char('g'), KeyModifiers::SHIFT),
        ] {
            let key = Key::from(KeyEvent::new(code, modifiers));
            assert_eq!(keymap.action(key), Some(Action::Bottom));
        }
        let brace = Key::from(KeyEvent::new(KeyCode::Char('}'), KeyModifiers::SHIFT));
        assert_eq!(keymap.action(brace), Some(Action::NextSpeaker));
        let back = Key::from(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT));
        assert_eq!(keymap.action(back), Some(Action::PreviousPane));
    }

    #[test]
    fn a_key_for_two_actions_is_an_error_that_names_both() {
        let error = Keymap::default().with("zoom = [\"j\"]", "own.toml").unwrap_err();
        assert_eq!(
            error.to_string(),
            "own.toml: the key `j` is bound to both `down` and `zoom`; take it from one of them"
        );
        let error = Keymap::default()
            .with("zoom = [\"x\", \"x\"]", "own.toml")
            .unwrap_err();
        assert!(matches!(error, KeymapError::Duplicate { .. }));
    }

    #[test]
    fn a_keymap_of_ones_own_takes_the_place_of_the_default() {
        let own = Keymap::default().with("zoom = [\"x\"]", "own.toml").unwrap();
        assert_eq!(own.shown(Action::Zoom), "x");
        assert_eq!(own.action(Key::parse("z").unwrap()), None);
        let message = |written| {
            Keymap::default()
                .with(written, "own.toml")
                .unwrap_err()
                .to_string()
        };
        assert!(message("zooom = [\"x\"]").contains("there is no action `zooom`; they are follow, "));
        assert!(message("zoom = [\"Hyper\"]").contains("`zoom` has the key `Hyper`"));
        assert!(message("zoom = 3").starts_with("own.toml: "));
    }
}
