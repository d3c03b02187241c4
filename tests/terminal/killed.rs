//! A reader that is killed while it saves: the file beside the article is never there in part.
//!
//! `BRIEFING_KILLS=1000 cargo test --test terminal killed` tries it that many times.

use std::fs;
use std::thread;
use std::time::Duration;

use rustix::process::Signal;

use crate::{desk, open};

/// How often where nothing else is asked for: enough to see that the test works.
const KILLS: u64 = 12;

#[test]
fn a_reader_killed_while_it_saves_leaves_the_old_file_or_the_new() {
    let kills = std::env::var("BRIEFING_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let folder = desk();
    let file = folder.path().join("ferry.briefing.toml");
    let pty = open(folder.path());
    pty.type_keys("rvale\r");
    pty.wait_for("saved in ferry.briefing.toml");
    drop(pty);
    let first = fs::read_to_string(&file).unwrap();
    let mut confirmed = first.clone();
    for round in 0..kills {
        let mut pty = open(folder.path());
        // Two corrections, one after the other, the second of them confirmed or cut short.
        pty.type_keys("riona\r");
        pty.wait_for("saved in ferry.briefing.toml");
        confirmed = fs::read_to_string(&file).unwrap();
        pty.type_keys("rvale\r");
        // Saving takes less than two milliseconds: the kills fall before, within and after it.
        thread::sleep(Duration::from_micros(round * 137 % 4_000));
        pty.signal(Signal::KILL);
        pty.wait_for_end();
        let holds = fs::read_to_string(&file).unwrap();
        assert!(holds == confirmed || holds == first, "round {round}: {holds}");
    }
    assert_ne!(confirmed, first);
}
