//! Is the terminal dark or light? Asked without waiting for an answer.
//!
//! A terminal tells its background colour when it is asked (OSC 11), some after a millisecond, some over a slow line
//! after half a second, some never; and the answer comes in between the keys. So the first frame does not wait for it:
//! [`Answer`] picks it out of the keys whenever it comes, and no key is lost or misread.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::theme::{ThemeChoice, ThemeName};

/// Asks for the background colour. The answer ends as the question does; a bell is what every terminal knows.
pub(super) const QUESTION: &str = "\x1b]11;?\x07";

/// What an answer starts with, after its escape character and bracket.
const PREFIX: &str = "11;rgb";

/// What an answer may consist of otherwise: `11;rgb:ffff/ffff/ffff` or `11;rgba:ffff/ffff/ffff/ffff`.
const LONGEST: usize = PREFIX.len() + "a:ffff/ffff/ffff/ffff".len();

/// The theme to start with, and whether the terminal is to be asked.
pub(super) fn first_theme(choice: ThemeChoice) -> (ThemeName, bool) {
    if anstyle_query::no_color() {
        return (ThemeName::Mono, false);
    }
    match choice {
        ThemeChoice::Named(name) => (name, false),
        ThemeChoice::Auto => {
            let told = std::env::var("COLORFGBG")
                .ok()
                .and_then(|colours| theme_told(&colours));
            (told.unwrap_or_default(), anstyle_query::term_supports_color())
        }
    }
}

/// Reads what some terminals put into the environment: `15;0` is white on black, with at times a word in between.
fn theme_told(colours: &str) -> Option<ThemeName> {
    let background: u8 = colours.rsplit(';').next()?.parse().ok()?;
    Some(if matches!(background, 7 | 9..=15) {
        ThemeName::Light
    } else {
        ThemeName::Dark
    })
}

/// What is known of the answer so far.
#[derive(Debug, Default)]
pub(super) struct Answer {
    awaited: bool,
    held: Vec<KeyEvent>,
    text: String,
}

/// What an event turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Part of an answer, perhaps; nothing to do yet.
    Part,
    /// The end of an answer.
    Background(ThemeName),
    /// None of an answer: these are what the person did.
    Events(Vec<Event>),
}

impl Answer {
    /// Waits for an answer only where one is `awaited`.
    pub(super) fn new(awaited: bool) -> Self {
        Self {
            awaited,
            ..Self::default()
        }
    }

    /// Takes the next event. The terminal's answer reads as alt-], its characters, and ctrl-g or alt-\ at the end.
    pub(super) fn hear(&mut self, event: Event) -> Heard {
        let Event::Key(key) = event else {
            return self.give_back(event);
        };
        let started = !self.held.is_empty();
        if !self.awaited || (!started && key != KeyEvent::new(KeyCode::Char(']'), KeyModifiers::ALT)) {
            return self.give_back(event);
        }
        let KeyCode::Char(character) = key.code else {
            return self.give_back(event);
        };
        if !started {
            self.held.push(key);
            return Heard::Part;
        }
        let ends = matches!(
            (character, key.modifiers),
            ('g', KeyModifiers::CONTROL) | ('\\', KeyModifiers::ALT)
        );
        if ends {
            let Some(name) = theme_of(&self.text) else {
                return self.give_back(event);
            };
            *self = Self::default();
            return Heard::Background(name);
        }
        self.text.push(character);
        if !may_be_answer(&self.text) {
            return self.give_back(event);
        }
        self.held.push(key);
        Heard::Part
    }

    fn give_back(&mut self, event: Event) -> Heard {
        self.text.clear();
        let mut events: Vec<Event> = self.held.drain(..).map(Event::Key).collect();
        events.push(event);
        Heard::Events(events)
    }
}

fn may_be_answer(text: &str) -> bool {
    if text.len() <= PREFIX.len() {
        return PREFIX.starts_with(text);
    }
    text.len() <= LONGEST
        && text.strip_prefix(PREFIX).is_some_and(|colour| {
            colour
                .chars()
                .all(|character| character.is_ascii_hexdigit() || matches!(character, ':' | '/'))
        })
}

/// Reads `11;rgb:ffff/ffff/ffff`; each part has one to four hexadecimal digits.
fn theme_of(answer: &str) -> Option<ThemeName> {
    let colour = answer
        .strip_prefix(PREFIX)?
        .trim_start_matches('a')
        .strip_prefix(':')?;
    let mut parts = colour.split('/').map(|part| {
        let value = u32::from_str_radix(part, 16).ok()?;
        let most = 16_u32
            .checked_pow(u32::try_from(part.len()).ok()?)?
            .checked_sub(1)?;
        (most > 0).then(|| f64::from(value) / f64::from(most))
    });
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    // How bright the colours of a screen look (ITU-R BT.709).
    let brightness = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    Some(if brightness > 0.5 {
        ThemeName::Light
    } else {
        ThemeName::Dark
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(character: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(character), modifiers))
    }

    fn typed(text: &str) -> Vec<Event> {
        text.chars()
            .map(|character| key(character, KeyModifiers::NONE))
            .collect()
    }

    /// Feeds all events; gives what came back as the person's, and the theme that was heard.
    fn hear_all(answer: &mut Answer, events: Vec<Event>) -> (Vec<Event>, Option<ThemeName>) {
        let mut theirs = Vec::new();
        let mut theme = None;
        for event in events {
            match answer.hear(event) {
                Heard::Part => {}
                Heard::Background(name) => theme = Some(name),
                Heard::Events(events) => theirs.extend(events),
            }
        }
        (theirs, theme)
    }

    #[test]
    fn an_answer_among_keys_is_heard_and_no_key_is_lost() {
        for (colour, end, expected) in [
            (
                "11;rgb:ffff/ffff/ffff",
                key('g', KeyModifiers::CONTROL),
                ThemeName::Light,
            ),
            ("11;rgb:1e/1e/2e", key('\\', KeyModifiers::ALT), ThemeName::Dark),
            (
                "11;rgba:f/f/e/f",
                key('g', KeyModifiers::CONTROL),
                ThemeName::Light,
            ),
        ] {
            let mut events = typed("jj");
            events.push(key(']', KeyModifiers::ALT));
            events.extend(typed(colour));
            events.push(end);
            events.extend(typed("]q"));
            let heard = hear_all(&mut Answer::new(true), events);
            assert_eq!(heard, (typed("jj]q"), Some(expected)), "{colour}");
        }
    }

    #[test]
    fn keys_that_only_start_like_an_answer_come_back_in_order() {
        let mut events = vec![key(']', KeyModifiers::ALT)];
        events.extend(typed("11;x"));
        let heard = hear_all(&mut Answer::new(true), events.clone());
        assert_eq!(heard, (events, None));
    }

    #[test]
    fn nothing_is_held_back_where_no_answer_is_awaited() {
        let event = key(']', KeyModifiers::ALT);
        assert_eq!(Answer::new(false).hear(event.clone()), Heard::Events(vec![event]));
    }

    #[test]
    fn the_environment_tells_the_background() {
        assert_eq!(theme_told("0;15"), Some(ThemeName::Light));
        assert_eq!(theme_told("15;default;0"), Some(ThemeName::Dark));
        assert_eq!(theme_told("12;8"), Some(ThemeName::Dark));
        assert_eq!(theme_told("default;default"), None);
    }
}
