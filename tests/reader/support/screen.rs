//! A screen without a terminal: keys in, cells out.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use briefing::briefing::{Briefing, CleanText};
use briefing::library::Problem;
use briefing::reader::effects::Effect;
use briefing::reader::keymap::{Key, Keymap};
use briefing::reader::state::State;
use briefing::reader::theme::{Theme, ThemeName};
use briefing::reader::update::{Message, update};
use briefing::reader::view::draw;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The reader, and the screen it draws on.
pub struct Screen {
    state: State,
    terminal: Terminal<TestBackend>,
    /// What was drawn last. The backend's own cells keep what a terminal would not: the other half of a wide character
    /// that was written over.
    buffer: Buffer,
    /// What the reader asked for, in order.
    pub effects: Vec<Effect>,
}

impl Screen {
    fn new((columns, rows): (u16, u16), theme: ThemeName, keymap: Keymap) -> Self {
        let mut screen = Self {
            state: State::new(Theme::named(theme), keymap),
            terminal: Terminal::new(TestBackend::new(columns, rows)).unwrap(),
            buffer: Buffer::default(),
            effects: Vec::new(),
        };
        screen.send(Message::Resize { columns, rows });
        screen
    }

    /// A reader that waits for its library.
    pub fn empty(size: (u16, u16), theme: ThemeName) -> Self {
        Self::new(size, theme, Keymap::default())
    }

    /// A reader on these briefings, all of them read.
    pub fn open(size: (u16, u16), theme: ThemeName, briefings: &[Arc<Briefing>]) -> Self {
        Self::empty(size, theme).reading(briefings)
    }

    /// A reader with other keys.
    pub fn with_keymap(size: (u16, u16), keymap: Keymap, briefings: &[Arc<Briefing>]) -> Self {
        Self::new(size, ThemeName::Dark, keymap).reading(briefings)
    }

    fn reading(mut self, briefings: &[Arc<Briefing>]) -> Self {
        let path = |briefing: &Arc<Briefing>| briefing.article.path.clone().unwrap();
        self.list(briefings.iter().map(path).collect(), &[]);
        for briefing in briefings {
            self.load(&path(briefing), Ok(Arc::clone(briefing)));
        }
        self
    }

    /// Lists the library.
    pub fn list(&mut self, paths: Vec<PathBuf>, problems: &[&str]) {
        let problem = |message: &&str| Problem {
            message: CleanText::new(message),
        };
        let problems = problems.iter().map(problem).collect();
        self.send(Message::Listed { paths, problems });
    }

    /// Answers the last request for `path`.
    pub fn load(&mut self, path: &PathBuf, result: Result<Arc<Briefing>, CleanText>) {
        self.load_all(path, vec![result]);
    }

    /// Answers the last request for `path` with all that is in it.
    pub fn load_all(&mut self, path: &PathBuf, results: Vec<Result<Arc<Briefing>, CleanText>>) {
        let asked = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Load { generation, paths } if paths.contains(path) => Some(*generation),
            _ => None,
        });
        let generation = asked.expect("the reader asked for the file");
        self.send(Message::Loaded {
            generation,
            path: path.clone(),
            results,
        });
    }

    /// Tells the reader that something happened.
    pub fn send(&mut self, message: Message) {
        self.effects.extend(update(&mut self.state, message));
    }

    /// Presses keys, written as in the keymap and separated by spaces; `text:…` types a word.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            match word.strip_prefix("text:") {
                Some(text) => text
                    .chars()
                    .for_each(|character| self.key(&character.to_string())),
                None => self.key(word),
            }
        }
        self
    }

    fn key(&mut self, written: &str) {
        let key = Key::parse(written).unwrap_or_else(|| panic!("{written} is no key"));
        self.send(Message::Key(key.into()));
        self.draw();
    }

    /// Changes the size of the screen.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.send(Message::Resize { columns, rows });
        self
    }

    fn draw(&mut self) {
        let state = &mut self.state;
        let frame = self.terminal.draw(|frame| draw(frame, state)).unwrap();
        self.buffer = frame.buffer.clone();
    }

    /// The rows of the screen, without the blanks at their ends.
    pub fn rows(&mut self) -> Vec<String> {
        self.draw();
        let buffer = &self.buffer;
        let row = |y: u16| -> String {
            let mut row = String::new();
            let mut x = 0;
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol))
                    .unwrap()
                    .max(1);
            }
            row.trim_end().to_owned()
        };
        (0..buffer.area.height).map(row).collect()
    }

    /// The whole screen as text.
    pub fn text(&mut self) -> String {
        self.rows().join("\n")
    }

    /// The last row: what the reader says, and its hints.
    pub fn footer(&mut self) -> String {
        self.rows().pop().unwrap_or_default()
    }

    /// The words on the screen that look like `wanted` says.
    pub fn words_where(&mut self, wanted: impl Fn(&Cell) -> bool) -> Vec<String> {
        self.draw();
        let buffer = &self.buffer;
        let mut found = Vec::new();
        for y in 0..buffer.area.height {
            let mut words = String::new();
            for x in 0..buffer.area.width {
                let cell = &buffer[(x, y)];
                if wanted(cell) {
                    words.push_str(cell.symbol());
                } else if !words.is_empty() {
                    found.push(std::mem::take(&mut words).trim().to_owned());
                }
            }
            found.push(words.trim().to_owned());
        }
        found.retain(|words| !words.is_empty());
        found
    }

    /// Symbols and styles: the rows, then for each row its runs of cells that do not look plain.
    pub fn picture(&mut self) -> String {
        let mut picture = String::new();
        for row in self.rows() {
            let _ = writeln!(picture, "{row}");
        }
        let buffer = &self.buffer;
        for y in 0..buffer.area.height {
            let mut runs: Vec<(u16, u16, String)> = Vec::new();
            for x in 0..buffer.area.width {
                let style = describe(&buffer[(x, y)]);
                match runs.last_mut() {
                    Some((_, end, last)) if *end == x && *last == style => *end += 1,
                    _ => runs.push((x, x + 1, style)),
                }
            }
            runs.retain(|(.., style)| !style.is_empty());
            let runs: Vec<String> = runs
                .iter()
                .map(|(start, end, style)| format!("{start}–{} {style}", end - 1))
                .collect();
            if !runs.is_empty() {
                let _ = writeln!(picture, "{y:>2}: {}", runs.join(", "));
            }
        }
        picture
    }
}

fn describe(cell: &Cell) -> String {
    let mut words = Vec::new();
    let colour = |colour: Color| match colour {
        Color::Indexed(index) => index.to_string(),
        other => format!("{other:?}"),
    };
    if cell.fg != Color::Reset {
        words.push(colour(cell.fg));
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {}", colour(cell.bg)));
    }
    let modifiers = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ];
    let set = modifiers
        .iter()
        .filter(|(modifier, _)| cell.modifier.contains(*modifier));
    words.extend(set.map(|(_, name)| (*name).to_owned()));
    words.join(" ")
}
