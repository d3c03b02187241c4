//! Where a panic of a parser is caught: one that somebody else wrote fails on one file, and costs that file alone.

use std::any::Any;
use std::cell::Cell;
use std::fmt;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use crate::briefing::CleanText;

/// A parser gave up.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Failed {
    /// Which parser: `dom_smoothie`.
    pub(super) parser: &'static str,
    /// What it said.
    pub(super) reason: CleanText,
}

/// Why, and what to do.
impl fmt::Display for Failed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { parser, reason } = self;
        write!(
            formatter,
            "{parser}, which reads such files, failed on it: {reason}; save it as plain text to read it"
        )
    }
}

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`, which uses `parser`. What `work` has changed when it fails must not be used any more.
pub(super) fn guarded<T>(parser: &'static str, work: impl FnOnce() -> T) -> Result<T, Failed> {
    silence_guarded();
    let outer = GUARDED.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(outer);
    result.map_err(|panic| Failed {
        parser,
        reason: reason(&*panic),
    })
}

/// Whether this thread is at work under the guard, where a panic is caught and told in words: for hooks of panics that were
/// set after the guard's own.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// Lets the hook of panics, whoever has set it, hear of those alone that are not caught here.
fn silence_guarded() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let tell = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !GUARDED.get() {
                tell(panic);
            }
        }));
    });
}

/// The longest reason that is told, in characters.
const LONGEST: usize = 120;

fn reason(panic: &(dyn Any + Send)) -> CleanText {
    let message = panic.downcast_ref::<&str>().copied();
    let message = message.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    let line = CleanText::line(message.unwrap_or("it gave no reason"));
    if line.chars().nth(LONGEST).is_none() {
        return line;
    }
    CleanText::line(&format!("{}…", line.chars().take(LONGEST).collect::<String>()))
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_named_and_caught() {
        let failed = guarded("parser", || -> u8 {
            panic!("index {} out of\u{1b}[2J bounds", 3)
        });
        let reason = CleanText::line("index 3 out of␛[2J bounds");
        assert_eq!(
            failed,
            Err(Failed {
                parser: "parser",
                reason
            })
        );
        assert_eq!(guarded("parser", || 7), Ok(7));
    }

    #[test]
    fn a_long_reason_is_cut() {
        let failed = guarded("parser", || -> u8 { panic!("{}", "a".repeat(10_000)) });
        assert!(failed.is_err_and(|failed| failed.reason.len() < 200));
    }
}
