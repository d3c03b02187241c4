//! The loop: wait, bring the state up to date with everything that waits, paint once.

use std::collections::VecDeque;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::events::{Input, Wake};
use super::perform::{Flow, Hands, is_standard_input};
use super::state::State;
use super::terminal::Screen;
use super::theme::Theme;
use super::update::{Message, update};
use super::{Fetched, Options, background, signals, view};
use crate::library;

/// How long the first frame waits for the first article. Nearly every article is read in a fraction of it; the others
/// come when they are ready.
const FIRST_ARTICLE: Duration = Duration::from_millis(10);

/// How soon after a frame the next one may be painted for what the workers send. Keys do not wait.
const BETWEEN_FRAMES: Duration = Duration::from_millis(16);

/// How long after it was asked for its background a terminal may still answer when the person has quit already. Its
/// answer must not come to the shell, which would take it for something typed.
const LATE_ANSWER: Duration = Duration::from_millis(100);

/// Why the reader could not be opened, or had to close.
#[derive(Debug, thiserror::Error)]
pub enum ReaderError {
    /// There is nobody to read, or to press keys.
    #[error("the reader needs a terminal; `briefing print` writes to files and pipes")]
    NoTerminal,
    /// The article and the keys cannot both come from the keyboard.
    #[error("standard input is the terminal: pipe an article into `briefing -`, or name a file")]
    ArticleFromKeyboard,
    /// The terminal failed.
    #[error("the terminal failed: {0}")]
    Terminal(#[from] io::Error),
}

/// Opens the reader on the articles under `paths` (`-` is standard input, and addresses are among those `fetched`), read
/// as `reading` says, and returns when the person quits. The terminal is then as it was before.
pub fn run(
    paths: Vec<PathBuf>,
    fetched: Vec<Fetched>,
    reading: library::Options,
    options: &Options,
) -> Result<(), ReaderError> {
    if !io::stdout().is_terminal() || !(io::stdin().is_terminal() || std::fs::File::open("/dev/tty").is_ok())
    {
        return Err(ReaderError::NoTerminal);
    }
    if io::stdin().is_terminal() && paths.iter().any(|path| is_standard_input(path)) {
        return Err(ReaderError::ArticleFromKeyboard);
    }
    let (wake, woken) = channel();
    signals::watch(wake.clone())?;
    let hands = Hands::new(wake.clone(), fetched, reading);
    hands.list(paths)?;
    let (theme, ask) = background::first_theme(options.theme);
    let mut desk = Desk {
        state: State::new(Theme::named(theme), options.keymap.clone()),
        messages: VecDeque::new(),
        screen: Screen::open(options.mouse)?,
        hands,
        woken,
        answer_until: None,
    };
    desk.paint_first()?;
    if ask {
        desk.screen.ask(background::QUESTION)?;
        desk.answer_until = Some(Instant::now() + LATE_ANSWER);
    }
    desk.read_keys(wake, ask)
}

/// All that the loop holds.
struct Desk {
    state: State,
    messages: VecDeque<Message>,
    screen: Screen,
    hands: Hands,
    woken: Receiver<Wake>,
    /// Until when an answer about the background may come, where one was asked for and has not come.
    answer_until: Option<Instant>,
}

/// What a turn of the loop has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Seen {
    /// Nothing to paint.
    Nothing,
    /// Results of the workers: they may wait for the next frame.
    Work,
    /// The person did something, or the whole screen is to be painted.
    Person,
}

impl Desk {
    /// Paints the first frame, with the first article in it if that is read soon.
    fn paint_first(&mut self) -> io::Result<()> {
        let deadline = Instant::now() + FIRST_ARTICLE;
        let mut read = false;
        while !read {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(wake) = self.woken.recv_timeout(left) else {
                break;
            };
            read = match &wake {
                Wake::Work(Message::Loaded { .. }) => true,
                Wake::Work(Message::Listed { paths, .. }) => paths.is_empty(),
                _ => false,
            };
            // No keys are read yet, so nothing can ask to quit.
            self.act(wake, None)?;
        }
        self.paint()?;
        self.hands.first_frame_is_painted();
        Ok(())
    }

    fn read_keys(mut self, wake: Sender<Wake>, asked: bool) -> Result<(), ReaderError> {
        let input = Input::start(wake, self.screen.size(), asked)?;
        let mut painted = Instant::now();
        loop {
            let mut seen = Seen::Nothing;
            while let Some(wake) = self.next(seen, painted) {
                let Some(saw) = self.act(wake, Some(&input))? else {
                    self.await_answer(&input);
                    return Ok(());
                };
                seen = seen.max(saw);
            }
            if seen == Seen::Nothing {
                // The threads that could wake the loop are all gone.
                return Ok(());
            }
            self.paint()?;
            painted = Instant::now();
        }
    }

    /// What is to be acted upon before the next frame. Blocks only where there is nothing to paint yet, or where it is
    /// too soon to paint again.
    fn next(&self, seen: Seen, painted: Instant) -> Option<Wake> {
        match seen {
            Seen::Nothing => self.woken.recv().ok(),
            Seen::Person => self.woken.try_recv().ok(),
            Seen::Work => {
                let left = BETWEEN_FRAMES.saturating_sub(painted.elapsed());
                self.woken.recv_timeout(left).ok()
            }
        }
    }

    /// Acts upon one thing; `None` where the person quits.
    fn act(&mut self, wake: Wake, input: Option<&Input>) -> io::Result<Option<Seen>> {
        let mut seen = Seen::Person;
        let mut read_on = None;
        match wake {
            Wake::Input(messages) => {
                self.messages.extend(messages);
                read_on = input;
            }
            Wake::Work(message) => {
                self.messages.push_back(message);
                seen = Seen::Work;
            }
            Wake::Background(name) => {
                self.answer_until = None;
                self.state.theme = Theme::named(name);
            }
            Wake::Resumed => self.screen.forget()?,
            Wake::InputLost(error) => return Err(error),
        }
        while let Some(message) = self.messages.pop_front() {
            for effect in update(&mut self.state, message) {
                if self.hands.perform(effect, &mut self.screen, &mut self.messages)? == Flow::Quit {
                    return Ok(None);
                }
            }
        }
        if let Some(input) = read_on {
            input.go_on();
        }
        Ok(Some(seen))
    }

    /// Takes the answer that the terminal may be about to give.
    fn await_answer(&self, input: &Input) {
        input.go_on();
        while let Some(until) = self.answer_until {
            let left = until.saturating_duration_since(Instant::now());
            match self.woken.recv_timeout(left) {
                Ok(Wake::Background(_)) | Err(_) => return,
                Ok(Wake::Input(_)) => input.go_on(),
                Ok(_) => {}
            }
        }
    }

    fn paint(&mut self) -> io::Result<()> {
        let Self { screen, state, .. } = self;
        screen.draw(|frame| view::draw(frame, state))
    }
}
