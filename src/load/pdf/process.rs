//! Starting the process that takes a PDF apart, and ending it where it takes too long.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::channel;
use std::thread;

use super::printed::Answer;
use super::worker::{PDF_WORKER, Task};
use crate::load::limits::Deadline;

/// The program that takes PDFs apart.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// The most bytes of an answer: what no article comes near.
const MOST: u64 = 128 << 20;

/// Names the program that takes PDFs apart when it is run with the argument [`PDF_WORKER`]: this very program. Without one,
/// PDFs are not read. The first name stays.
pub fn take_pdfs_apart_with(program: PathBuf) {
    let _ = PROGRAM.set(program);
}

/// What is printed on the PDF in `bytes`, or why nobody knows, and what to do.
pub(super) fn ask(bytes: &[u8], deadline: &Deadline) -> Result<Answer, String> {
    let Some(program) = PROGRAM.get() else {
        return Err("PDFs are read by a process of their own, which is not to be had here".to_owned());
    };
    let mut child = Command::new(program)
        .arg(PDF_WORKER)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| {
            format!("PDFs are read by a process of their own, which cannot be started: {error}")
        })?;
    let answer = converse(&mut child, bytes, deadline);
    // Whatever it does now, nobody waits for it.
    let _ = child.kill();
    let _ = child.wait();
    answer
}

fn converse(child: &mut Child, bytes: &[u8], deadline: &Deadline) -> Result<Answer, String> {
    let (Some(mut into), Some(out)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(FAILED.to_owned());
    };
    let (sender, receiver) = channel();
    thread::scope(|scope| {
        // Its standard input stays open until it has answered: where that closes, nobody waits any more.
        let writing = scope.spawn(move || {
            // One that ends before it has read everything says so by what it answers.
            let _ = into.write_all(&Task::of(bytes, deadline).head());
            let _ = into.write_all(bytes);
            into
        });
        scope.spawn(move || {
            let mut line = Vec::new();
            let read = out.take(MOST).read_to_end(&mut line);
            // Nobody listens any more where it took too long.
            let _ = sender.send(read.map(|_| line));
        });
        let received = receiver.recv_timeout(deadline.left());
        if received.is_err() {
            // Its pipes close, and both threads with them.
            let _ = child.kill();
        }
        drop(writing.join());
        match received {
            Ok(Ok(line)) => parse(&line),
            Ok(Err(error)) => Err(format!("{FAILED} ({error})")),
            Err(_) => Err(deadline.reason()),
        }
    })
}

/// What to say where the process has ended without an answer.
const FAILED: &str = "the process that reads PDFs failed on it, as it does on damaged ones and on those that mean harm; \
                      save it as plain text to read it";

fn parse(answer: &[u8]) -> Result<Answer, String> {
    let last = answer.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    serde_json::from_slice(last).map_err(|_| FAILED.to_owned())
}
