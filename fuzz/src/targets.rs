//! What each fuzz target does with its input, and what must hold whatever that is.
//!
//! `fuzz_targets/` hands them what libFuzzer makes up; `tests/fuzzed.rs` hands them the saved inputs in `corpus/`.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use briefing::briefing::{Article, Briefing, CleanText, Correction, Span, Speaker, Written, toml};
use briefing::export::{Exporter, Json, Markdown, Ndjson, Text, Toml, quote_line};
use briefing::extract::extract as brief;
use briefing::library::{Options, read_bytes};
use briefing::load::take_pdfs_apart_with;
use briefing::reader::effects::Effect;
use briefing::reader::keymap::Keymap;
use briefing::reader::state::State;
use briefing::reader::theme::{Theme, ThemeName};
use briefing::reader::update::{Message, update};
use briefing::reader::view::draw;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// A target: its name, which is the name of its folder in `corpus/`, and what it does.
pub type Target = (&'static str, fn(&[u8]));

/// All targets. The loaders are told which format it is by the name of a file, as the walk through a folder does.
pub const TARGETS: &[Target] = &[
    ("text", |data| load(data, "article.txt")),
    ("markdown", |data| load(data, "article.md")),
    ("html", |data| load(data, "article.html")),
    ("briefing", |data| load(data, "article.toml")),
    ("json", |data| load(data, "article.json")),
    ("xml", |data| load(data, "article.xml")),
    ("mail", |data| load(data, "article.eml")),
    ("mailbox", |data| load(data, "article.mbox")),
    ("docx", |data| load(data, "article.docx")),
    ("rtf", |data| load(data, "article.rtf")),
    ("pdf", pdf),
    ("epub", |data| load(data, "article.epub")),
    ("zip", |data| load(data, "articles.zip")),
    ("tar", |data| load(data, "articles.tar.gz")),
    ("warc", |data| load(data, "articles.warc")),
    ("any", |data| load(data, "article")),
    ("extract", extract),
    ("toml", rewritten),
    ("keys", keys),
];

/// Runs the target of this name.
pub fn run(name: &str, data: &[u8]) {
    let target = TARGETS.iter().find(|(known, _)| *known == name);
    let (_, target) = target.unwrap_or_else(|| panic!("no target is called {name}"));
    target(data);
}

/// A file of this name: whatever comes of it can be printed, and so can what is said where nothing does.
fn load(data: &[u8], name: &str) {
    for result in read_bytes(data, Some(Path::new(name)), &Options::default()) {
        match result {
            Ok(briefing) => hold(&briefing),
            Err(error) => assert_harmless(&error.to_string()),
        }
    }
}

/// A PDF, in a process of its own: that of the program that `BRIEFING` names, or that has been named before.
fn pdf(data: &[u8]) {
    if let Some(program) = std::env::var_os("BRIEFING") {
        take_pdfs_apart_with(program.into());
    }
    load(data, "article.pdf");
}

/// An article with this text.
fn extract(data: &[u8]) {
    let article = Article {
        text: CleanText::new(&String::from_utf8_lossy(data)),
        ..Article::default()
    };
    hold(&brief(
        article,
        Written::default(),
        &briefing::extract::Options::default(),
    ));
}

/// A correction beside an article, which a reader puts more things right in.
fn rewritten(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let article = || Article {
        text: CleanText::new("“It sails,” said Ida Holm on 3 March 2025. Corwin Hale called it “a bargain”."),
        ..Article::default()
    };
    let read = |text: &str| {
        let file = toml::read(text, "correction").ok()?;
        let mut article = article();
        let written = file.written.clone();
        file.article.correct(&mut article);
        let written = written.located(&article.text);
        Some(brief(article, written, &briefing::extract::Options::default()))
    };
    let Some(before) = read(&text) else { return };
    let corrections = [
        Correction::Speaker {
            quote: 0,
            to: Some(Speaker::Unknown),
        },
        Correction::Speaker { quote: 0, to: None },
        Correction::Merge { actor: 0, into: 1 },
        Correction::Date {
            event: 0,
            to: "2025-03-04".parse().ok(),
        },
        Correction::Name {
            actor: 0,
            name: CleanText::line("Ida \"H\" Holm"),
            role: None,
        },
    ];
    for correction in corrections {
        if let Ok(after) = toml::rewrite(&text, &before, &correction) {
            assert!(read(&after).is_some(), "it can be read again:\n{after}");
        }
    }
}

/// Keys pressed one after another on screens of all sizes: of each three bytes one is the key, two may be a size, or say
/// whether the screen is drawn before the next key, which it is not where keys come fast.
fn keys(data: &[u8]) {
    const TYPED: &[u8] = b"jkgG123456lzn]}[{Nsfw/yYerMRdu?mo qa\"";
    const NAMED: [KeyCode; 10] = [
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::Backspace,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::PageDown,
        KeyCode::PageUp,
        KeyCode::Home,
        KeyCode::End,
    ];
    let mut desk = Desk::new();
    for step in data.chunks_exact(3).take(50) {
        let [key, columns, rows] = [step[0], step[1], step[2]];
        if key >= 0xc0 {
            desk.resize(side(columns, 500), side(rows, 200));
            continue;
        }
        let place = usize::from(key);
        let (code, modifiers) = if place < 128 {
            let typed = TYPED[place % TYPED.len()];
            (KeyCode::Char(char::from(typed)), KeyModifiers::NONE)
        } else if place < 160 {
            (NAMED[place % NAMED.len()], KeyModifiers::NONE)
        } else {
            let typed = b"dursnpg"[place % 7];
            (KeyCode::Char(char::from(typed)), KeyModifiers::CONTROL)
        };
        desk.send(Message::Key(KeyEvent::new(code, modifiers)));
        if rows % 4 == 1 {
            desk.draw();
        }
    }
    desk.draw();
}

/// How many columns or rows a byte stands for: from one to `most`, small ones more often, which are drawn faster and
/// where more goes wrong.
fn side(byte: u8, most: u32) -> u16 {
    let share = u32::from(byte);
    u16::try_from(1 + share * share * (most - 1) / (255 * 255)).unwrap_or(1)
}

/// The reader on two articles, and a screen.
struct Desk {
    state: State,
    terminal: Terminal<TestBackend>,
    briefings: Vec<Arc<Briefing>>,
}

impl Desk {
    fn new() -> Self {
        static BRIEFINGS: OnceLock<Vec<Arc<Briefing>>> = OnceLock::new();
        let mut desk = Self {
            state: State::new(Theme::named(ThemeName::Dark), Keymap::default()),
            terminal: Terminal::new(TestBackend::new(80, 24)).expect("a screen in memory"),
            briefings: BRIEFINGS.get_or_init(Self::briefings).clone(),
        };
        desk.resize(80, 24);
        let paths: Vec<PathBuf> = desk
            .briefings
            .iter()
            .filter_map(|briefing| briefing.article.path.clone())
            .collect();
        desk.send(Message::Listed {
            paths,
            problems: Vec::new(),
        });
        desk
    }

    fn briefings() -> Vec<Arc<Briefing>> {
        let texts = [
            "Ferry sails again\n\nBy Ada Lind\n\nPublished On 4 Sep 2025\n\nThe ferry sailed on Thursday, a year after \
             its engine failed in 2024.\n\n“We never stopped believing,” said harbour master Iona Reid. “The island is \
             whole.”\n\nMinister Tomas Vale said the crossing would stay free until spring. Reid called it “a bargain”.",
            "首相は\u{202e}evil\u{1b}[2J\n\n“e\u{301}\u{301}\u{301},” said 👩‍👩‍👧 O’Neill.",
        ];
        let read = |(number, text): (u32, &str)| {
            let name = format!("desk/{number}.txt");
            read_bytes(text.as_bytes(), Some(Path::new(&name)), &Options::default())
        };
        (0..).zip(texts).flat_map(read).flatten().map(Arc::new).collect()
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.backend_mut().resize(columns, rows);
        self.send(Message::Resize { columns, rows });
    }

    /// Tells the reader, and answers what it asks for.
    fn send(&mut self, message: Message) {
        let mut messages = vec![message];
        while let Some(message) = messages.pop() {
            for effect in update(&mut self.state, message) {
                if let Effect::Load { generation, paths } = effect {
                    let of = |path: &PathBuf| {
                        let mut all = self.briefings.iter();
                        all.find(|briefing| briefing.article.path.as_ref() == Some(path))
                            .cloned()
                    };
                    messages.extend(paths.into_iter().filter_map(|path| {
                        let results = vec![Ok(of(&path)?)];
                        Some(Message::Loaded {
                            generation,
                            path,
                            results,
                        })
                    }));
                }
            }
        }
    }

    fn draw(&mut self) {
        let state = &mut self.state;
        let drawn = self
            .terminal
            .draw(|frame| draw(frame, state))
            .expect("a screen in memory");
        for cell in drawn.buffer.content() {
            assert!(!cell.symbol().chars().any(acts), "{:?}", cell.symbol());
        }
    }
}

/// What holds of every briefing: each span fits its article, and nothing that is printed acts on a terminal.
fn hold(briefing: &Briefing) {
    let text = briefing.article.text.as_str();
    let fits = |span: &Span| text.get(span.start()..span.end()).is_some();
    for quote in &briefing.quotes.items {
        assert!(
            quote
                .parts
                .iter()
                .chain(&quote.mention)
                .chain(&quote.cue)
                .all(fits)
        );
    }
    let actors = &briefing.actors.items;
    assert!(actors.iter().flat_map(|actor| &actor.mentions).all(fits));
    assert!(briefing.dates.iter().all(|date| fits(&date.span)));
    let events = &briefing.timeline.items;
    assert!(events.iter().filter_map(|event| event.span.as_ref()).all(fits));
    let points = &briefing.summary.items;
    assert!(points.iter().filter_map(|point| point.span.as_ref()).all(fits));

    let formats: [Box<dyn Exporter>; 5] = [
        Box::new(Text::new(80, false)),
        Box::new(Json::default()),
        Box::new(Ndjson),
        Box::new(Toml::default()),
        Box::new(Markdown::default()),
    ];
    let mut out = Vec::new();
    for mut format in formats {
        let printed = format
            .begin(&mut out)
            .and_then(|()| format.briefing(briefing, &mut out))
            .and_then(|()| format.end(&mut out));
        printed.expect("memory takes everything");
    }
    for quote in &briefing.quotes.items {
        quote_line(briefing, quote, &mut out).expect("memory takes everything");
    }
    assert_harmless(&String::from_utf8(out).expect("what is printed is UTF-8"));
}

fn assert_harmless(printed: &str) {
    let bad = printed
        .chars()
        .find(|character| acts(*character) && !matches!(character, '\n' | '\t'));
    assert_eq!(bad, None, "in {printed:?}");
}

/// Whether a terminal does something on this character, or hides or turns what stands around it.
fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}
