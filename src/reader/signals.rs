//! What the reader does when the system signals it.
//!
//! Signals that end the program give the terminal back first, and then do what they would have done, so that whoever
//! sent them sees the usual status. Stopping gives the terminal back too; being continued takes it again.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::flag::register_conditional_default;
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::events::Wake;
use super::terminal::{self, Holder};

/// The signals that end the program.
const ENDING: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];

/// Handles signals on a thread of its own from now on, and wakes the loop when all must be painted anew.
pub(super) fn watch(wake: Sender<Wake>) -> io::Result<()> {
    // A terminal that takes no bytes would hold the first signal up for ever: the second one ends the program at once.
    let ending = Arc::new(AtomicBool::new(false));
    for signal in ENDING {
        register_conditional_default(signal, Arc::clone(&ending))?;
    }
    let mut signals = Signals::new(ENDING.into_iter().chain([SIGTSTP, SIGCONT]))?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGTSTP => stop(),
                SIGCONT => {
                    if terminal::resume() && wake.send(Wake::Resumed).is_err() {
                        return;
                    }
                }
                // Meant for the editor, which shares the terminal's foreground with us.
                SIGINT | SIGQUIT if terminal::holder() == Holder::Guest => {}
                _ => {
                    ending.store(true, Ordering::SeqCst);
                    terminal::restore();
                    let _ = emulate_default_handler(signal);
                }
            }
        }
    })?;
    Ok(())
}

/// Stops every process of the job that the reader is part of, as ctrl-z does where no program catches it. Tells whether
/// there is a shell that could continue it.
pub(super) fn stop_job() -> bool {
    under_job_control() && kill_current_process_group(Signal::TSTP).is_ok()
}

fn stop() {
    if !under_job_control() {
        return;
    }
    if terminal::holder() == Holder::Reader {
        terminal::release(Holder::ShellMeanwhile);
    }
    // Returns once the process is continued; the SIGCONT that did it takes the terminal again.
    let _ = emulate_default_handler(SIGTSTP);
}

/// Whether a shell gave the reader a process group of its own. In the group of the session's leader (a terminal window
/// that runs nothing but the reader, a script) nobody would ever continue it.
fn under_job_control() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}
