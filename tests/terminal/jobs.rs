//! The reader as a job of a shell: stopped, continued, fed by a pipe.

use rustix::process::{Pid, Signal, kill_process};

use crate::pty::Screen;
use crate::{TITLE, assert_given_back, desk, open, shell};

/// Whether the shell has its own screen, and has prompted on it this often.
fn has_prompted(screen: &Screen, times: usize) -> bool {
    screen.is_given_back() && screen.terminal().contents().matches("ready>").count() == times
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_again() {
    let folder = desk();
    let mut pty = shell(folder.path());
    pty.type_keys("\"$BRIEFING\" ferry.txt\n");
    pty.wait_for(TITLE);
    // The prompts that the shell has shown by then: before the reader, after each stop, after each answer.
    for (prompts, sum, answer) in [(2, "$((40 + 2))", "42"), (4, "$((60 + 3))", "63")] {
        pty.type_keys("\x1a");
        pty.wait_until("the shell's screen", |screen| has_prompted(screen, prompts));
        // Only a shell that has its line discipline back can read this.
        pty.type_keys(&format!("echo {sum}\n"));
        pty.wait_for(answer);
        pty.type_keys("fg\n");
        pty.wait_until("the reader, painted anew", |screen| {
            screen.is_taken() && screen.shows(TITLE)
        });
    }
    pty.type_keys("q");
    pty.wait_until("the shell again", |screen| has_prompted(screen, 6));
    pty.type_keys("exit\n");
    pty.wait_for_end();
}

#[test]
fn a_stop_that_gives_no_warning_is_repaired_when_the_program_goes_on() {
    let folder = desk();
    let mut pty = shell(folder.path());
    pty.type_keys("\"$BRIEFING\" ferry.txt & echo job $!.; fg\n");
    pty.wait_for(TITLE);
    let job = pty.look(|screen| {
        let written = String::from_utf8_lossy(screen.bytes()).into_owned();
        let after = written
            .rsplit("job ")
            .find(|after| after.starts_with(|first: char| first.is_ascii_digit()));
        after.unwrap().split('.').next().unwrap().parse().unwrap()
    });
    kill_process(Pid::from_raw(job).unwrap(), Signal::STOP).unwrap();
    // The shell is on the reader's screen, in the reader's modes.
    pty.wait_for("ready>");
    pty.type_keys("fg\n");
    pty.wait_until("the reader, painted anew", |screen| {
        screen.is_taken() && !screen.shows("ready>") && screen.shows(TITLE)
    });
    pty.type_keys("q");
    pty.wait_until("the shell again", |screen| has_prompted(screen, 2));
    pty.type_keys("exit\n");
    pty.wait_for_end();
}

#[test]
fn ctrl_z_does_not_strand_a_reader_that_no_shell_could_continue() {
    let folder = desk();
    let mut pty = open(folder.path());
    pty.type_keys("\x1a");
    pty.wait_for("no shell to go back to");
    pty.signal(Signal::TSTP);
    pty.type_keys("q");
    assert!(pty.wait_for_end().success());
    assert_given_back(&pty);
}

#[test]
fn an_article_comes_from_a_pipe_and_the_keys_from_the_terminal() {
    let folder = desk();
    let mut pty = shell(folder.path());
    pty.type_keys("cat ferry.txt | \"$BRIEFING\" -\n");
    pty.wait_for(TITLE);
    pty.type_keys("?");
    pty.wait_until("the help", |screen| screen.shows("╭─ Keys"));
    pty.type_keys("\x1b");
    pty.wait_until("no help", |screen| !screen.shows("╭─ Keys"));
    pty.type_keys("q");
    pty.wait_until("the shell again", |screen| has_prompted(screen, 2));
    pty.type_keys("exit\n");
    pty.wait_for_end();
}
