//! How things look.

use std::str::FromStr;

/// Which theme to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ThemeChoice {
    /// Dark or light as the terminal's background is; mono where `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always this one.
    Named(ThemeName),
}

/// A theme that ships with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ThemeName {
    /// For dark backgrounds.
    #[default]
    Dark,
    /// For light backgrounds.
    Light,
    /// Bold, underline and reverse alone: no colours are set.
    Mono,
}

impl ThemeName {
    /// All themes, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::Dark, Self::Light, Self::Mono];

    /// The word used for it on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "mono",
        }
    }
}

/// Why a word is no [`ThemeChoice`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no theme `{0}`: use auto, dark, light or mono")]
pub struct UnknownTheme(String);

impl FromStr for ThemeChoice {
    type Err = UnknownTheme;

    fn from_str(word: &str) -> Result<Self, UnknownTheme> {
        if word == "auto" {
            return Ok(Self::Auto);
        }
        ThemeName::ALL
            .into_iter()
            .find(|name| name.as_str() == word)
            .map(Self::Named)
            .ok_or_else(|| UnknownTheme(word.to_owned()))
    }
}

/// What each role of the screen looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Which one it is.
    pub name: ThemeName,
}

impl Theme {
    /// The theme of this name.
    pub fn named(name: ThemeName) -> Self {
        Self { name }
    }
}
