//! However a session ends, after whatever keys, the terminal is as it was found.
//!
//! `BRIEFING_ENDS=200 cargo test --test terminal ends` tries that many of each end.

use rustix::process::Signal;

use crate::pty::Pty;
use crate::{assert_given_back, desk, lifecycle, open};

/// How often each end is tried where nothing else is asked for.
const ENDS: usize = 3;

/// What is typed before; each leaves something else open.
const KEYS: [&str; 10] = ["", "jjj", "s", "/island", "?", "zG", "m", "rva", "li", "]}n\x0c"];

fn ends() -> usize {
    std::env::var("BRIEFING_ENDS").map_or(ENDS, |ends| ends.parse().unwrap())
}

fn ended_by(end: impl Fn(&Pty)) {
    let folder = desk();
    for keys in KEYS.iter().cycle().take(ends()) {
        let mut pty = open(folder.path());
        pty.type_keys(keys);
        end(&pty);
        pty.wait_for_end();
        assert_given_back(&pty);
    }
}

#[test]
fn by_quitting() {
    // Ctrl-c quits whatever is open.
    ended_by(|pty| pty.type_keys("\x03"));
}

#[test]
fn by_a_signal() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        ended_by(|pty| pty.signal(signal));
    }
}

#[test]
fn by_a_panic() {
    for _ in 0..ends() {
        let folder = desk();
        let mut pty = lifecycle::panicking(folder.path());
        assert!(!pty.wait_for_end().success());
        assert_given_back(&pty);
    }
}
