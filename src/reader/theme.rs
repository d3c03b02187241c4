//! How things look: what stands on the screen has a [`Role`], and a theme says what each role looks like.
//!
//! The themes are data, `themes/*.toml`. Nothing is said by colour alone: what a colour means is also a word, a glyph, or
//! a modifier.

use std::collections::HashMap;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};

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

    fn source(self) -> &'static str {
        match self {
            Self::Dark => include_str!("themes/dark.toml"),
            Self::Light => include_str!("themes/light.toml"),
            Self::Mono => include_str!("themes/mono.toml"),
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

/// Declares the roles once: variant, its name in the theme files, and what it is for.
macro_rules! roles {
    ($($variant:ident, $name:literal, $doc:literal;)*) => {
        /// What something on the screen is, so that a [`Theme`] can say what it looks like.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Role {
            $(#[doc = $doc] $variant,)*
        }

        impl Role {
            /// All roles.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name used for it in the theme files.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

roles! {
    Text, "text", "Running text.";
    Dim, "dim", "What is said in passing: counts, dates, cues.";
    Gist, "gist", "The sentence that tells what the article is about.";
    Heading, "heading", "Speaker headings and the article's title.";
    Title, "title", "The title of a pane.";
    TitleFocused, "title-focused", "The title of the pane that has the focus.";
    Border, "border", "The frame of a pane.";
    BorderFocused, "border-focused", "The frame of the pane that has the focus.";
    Header, "header", "The line at the top of the screen.";
    Selection, "selection", "The selected item of the pane that has the focus.";
    SelectionMark, "selection-mark", "The mark before a selected item.";
    Quote, "quote", "Speech in the article.";
    QuoteSelected, "quote-selected", "The selected quote in the article.";
    Mention, "mention", "Words in the article that name the selected actor or speaker.";
    Cue, "cue", "The word in the article that makes the selected quote speech.";
    Event, "event", "The selected event or summary point in the article.";
    Match, "match", "What a search found.";
    MatchCurrent, "match-current", "The one of them that the search stands at.";
    Person, "person", "The name of a person.";
    Organisation, "organisation", "The name of an organisation.";
    Place, "place", "The name of a place.";
    Group, "group", "The name of a group.";
    Bar, "bar", "Bars and the density strip.";
    High, "high", "High confidence.";
    Medium, "medium", "Medium confidence.";
    Low, "low", "Low confidence.";
    Key, "key", "A key in the hints.";
    Hint, "hint", "What a key does.";
    Status, "status", "What the reader says at the bottom.";
    Problem, "problem", "What went wrong.";
    Prompt, "prompt", "What the person types.";
}

/// What each [`Role`] looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Which one it is.
    pub name: ThemeName,
    /// One style a role, in the order of [`Role::ALL`].
    styles: Vec<Style>,
}

impl Theme {
    /// The theme of this name.
    pub fn named(name: ThemeName) -> Self {
        // A test reads every theme and finds every role, so neither fallback is ever taken.
        let written: HashMap<String, String> = toml::from_str(name.source()).unwrap_or_default();
        let style = |role: &Role| {
            let words = written.get(role.as_str())?;
            parse_style(words)
        };
        Self {
            name,
            styles: Role::ALL
                .iter()
                .map(|role| style(role).unwrap_or_default())
                .collect(),
        }
    }

    /// What `role` looks like.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }
}

/// Reads `[COLOUR] [on COLOUR] [MODIFIER]…`.
fn parse_style(words: &str) -> Option<Style> {
    let mut style = Style::new();
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        style = match modifier(word) {
            Some(modifier) => style.add_modifier(modifier),
            None if word == "on" => style.bg(words.next()?.parse::<Color>().ok()?),
            None => style.fg(word.parse::<Color>().ok()?),
        };
    }
    Some(style)
}

fn modifier(word: &str) -> Option<Modifier> {
    Some(match word {
        "bold" => Modifier::BOLD,
        "dim" => Modifier::DIM,
        "italic" => Modifier::ITALIC,
        "underlined" => Modifier::UNDERLINED,
        "reversed" => Modifier::REVERSED,
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use std::collections::HashMap;

    use ratatui::style::{Color, Modifier, Style};

    use super::{Role, Theme, ThemeName, parse_style};

    #[test]
    fn every_theme_says_what_every_role_looks_like_and_nothing_else() {
        for name in ThemeName::ALL {
            let written: HashMap<String, String> = toml::from_str(name.source()).unwrap();
            for role in Role::ALL {
                let words = written.get(role.as_str());
                let words = words.unwrap_or_else(|| panic!("{} lacks {}", name.as_str(), role.as_str()));
                assert!(parse_style(words).is_some(), "{}: {words}", name.as_str());
            }
            assert_eq!(written.len(), Role::ALL.len(), "{}", name.as_str());
        }
    }

    #[test]
    fn mono_sets_no_colour_and_reverses_what_is_selected() {
        let mono = Theme::named(ThemeName::Mono);
        for role in Role::ALL {
            let style = mono.style(*role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
        let reversed = |role| mono.style(role).add_modifier.contains(Modifier::REVERSED);
        assert!(reversed(Role::Selection) && reversed(Role::Match) && reversed(Role::TitleFocused));
    }

    #[test]
    fn text_has_contrast() {
        for (name, grounds) in [(ThemeName::Dark, [16, 234]), (ThemeName::Light, [231, 255])] {
            let theme = Theme::named(name);
            let selection = theme.style(Role::Selection).bg;
            for role in Role::ALL.iter().filter(|role| !matches!(role, Role::Border)) {
                let style = theme.style(*role);
                let own = style
                    .bg
                    .or((*role == Role::Selection).then_some(selection).flatten());
                for ground in grounds.map(Color::Indexed) {
                    let behind = own.unwrap_or(ground);
                    // The terminal's own foreground is taken to be as its theme's name says.
                    let plain = if name == ThemeName::Dark { 252 } else { 235 };
                    let ratio = contrast(style.fg.unwrap_or(Color::Indexed(plain)), behind);
                    assert!(ratio >= 4.5, "{}: {role:?} is {ratio:.1} to 1", name.as_str());
                }
            }
            // What stands in a selected row keeps its own colour.
            for role in [
                Role::Text,
                Role::Dim,
                Role::Organisation,
                Role::Place,
                Role::Group,
                Role::Low,
            ] {
                if let (Some(fg), Some(bg)) = (theme.style(role).fg, selection) {
                    assert!(
                        contrast(fg, bg) >= 4.5,
                        "{}: {role:?} when selected",
                        name.as_str()
                    );
                }
            }
        }
    }

    #[test]
    fn styles_are_read_from_words() {
        let style = parse_style("16 on 222 bold underlined").unwrap();
        let expected = Style::new().fg(Color::Indexed(16)).bg(Color::Indexed(222));
        assert_eq!(
            style,
            expected.add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
        );
        assert!(parse_style("sparkling").is_none());
    }

    /// WCAG contrast of two colours of the 256-colour table.
    fn contrast(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(colour: Color) -> f64 {
        let Color::Indexed(index) = colour else {
            panic!("{colour:?} is not of the table")
        };
        let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
        let (red, green, blue) = match index {
            16..=231 => {
                let cube = index - 16;
                (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
            }
            232..=255 => {
                let grey = 8 + 10 * (index - 232);
                (grey, grey, grey)
            }
            _ => panic!("{index} depends on the palette"),
        };
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
