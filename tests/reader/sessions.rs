//! Long random sessions: any keys on screens of any size.
//!
//! `BRIEFING_SESSIONS=10000 cargo test --release --test reader sessions` tries that many.

use briefing::reader::update::Message;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::*;

/// How many where nothing else is asked for: enough to see that the test works.
const SESSIONS: u64 = 10;

/// Keys of a session.
const KEYS: usize = 50;

/// Numbers that look random and are the same on every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, most: u16) -> u16 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u16::try_from(self.0 % u64::from(most)).unwrap()
    }

    /// From one cell to what no screen is: small ones are as likely as large ones.
    fn size(&mut self) -> (u16, u16) {
        match self.below(3) {
            0 => (1 + self.below(20), 1 + self.below(10)),
            1 => (1 + self.below(140), 1 + self.below(50)),
            _ => (1 + self.below(500), 1 + self.below(200)),
        }
    }

    /// Mostly a key that does something.
    fn key(&mut self) -> KeyEvent {
        const LETTERS: &[u8] = b"jkgGnN]}[{123456lzsfwyYrMRdueoim?/ harbour";
        const NAMED: [KeyCode; 16] = [
            KeyCode::Enter,
            KeyCode::Enter,
            KeyCode::Esc,
            KeyCode::Tab,
            KeyCode::BackTab,
            KeyCode::Backspace,
            KeyCode::Delete,
            KeyCode::Up,
            KeyCode::Down,
            KeyCode::Left,
            KeyCode::Right,
            KeyCode::PageUp,
            KeyCode::PageDown,
            KeyCode::Home,
            KeyCode::End,
            KeyCode::F(1),
        ];
        let letter = |letters: &[u8], place: u16| KeyCode::Char(char::from(letters[usize::from(place)]));
        match self.below(8) {
            0..4 => letter(LETTERS, self.below(u16::try_from(LETTERS.len()).unwrap())).into(),
            4..6 => NAMED[usize::from(self.below(16))].into(),
            6 => KeyEvent::new(letter(b"dursnp", self.below(6)), KeyModifiers::CONTROL),
            _ => KeyCode::Char(char::from_u32(u32::from(self.below(0x3000))).unwrap_or('首')).into(),
        }
    }
}

#[test]
fn no_session_ends_in_a_panic() {
    let sessions = std::env::var("BRIEFING_SESSIONS").map_or(SESSIONS, |sessions| sessions.parse().unwrap());
    let briefings = [
        sample::lock(),
        sample::herring(),
        sample::hostile(),
        sample::plain(),
    ];
    for session in 0..sessions {
        let mut random = Random((session + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut screen = Screen::open(random.size(), ThemeName::Dark, &briefings);
        for _ in 0..KEYS {
            if random.below(10) == 0 {
                let (columns, rows) = random.size();
                screen.resize(columns, rows);
            }
            screen.send(Message::Key(random.key()));
            assert!(!screen.text().contains('\u{1b}'), "session {session}");
        }
    }
}
