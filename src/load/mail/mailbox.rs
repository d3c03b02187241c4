//! A mailbox (mbox) → its messages: each begins with a line "From sender date" that follows a blank one.

use memchr::memmem::find_iter;

use crate::load::found::Found;
use crate::load::mail::message;

/// How each message begins.
const BEGINNING: &[u8] = b"From ";

/// Whether `bytes` are a mailbox.
pub(in crate::load) fn is_mailbox(bytes: &[u8]) -> bool {
    let Some(rest) = bytes.strip_prefix(BEGINNING) else {
        return false;
    };
    let line_end = memchr::memchr(b'\n', rest);
    line_end
        .and_then(|end| rest.get(end + 1..))
        .is_some_and(message::begins_with_header)
}

/// Reads each message of a mailbox.
pub(in crate::load) fn read_mailbox(bytes: &[u8], found: &mut Found<'_>) {
    for message in messages(bytes) {
        if found.is_full() {
            return;
        }
        match message::article(message, found) {
            Ok((identity, article)) => found.entry(&identity, article),
            Err(reason) => found.bad_entry(&reason),
        }
    }
}

/// The messages of a mailbox, each without its "From " line.
fn messages(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let after_blank = |at: &usize| {
        let before = bytes.get(..*at).unwrap_or_default();
        before.is_empty() || before.ends_with(b"\n\n") || before.ends_with(b"\n\r\n")
    };
    let mut starts = find_iter(bytes, BEGINNING).filter(after_blank).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let end = starts.peek().copied().unwrap_or(bytes.len());
        let message = bytes.get(start..end)?;
        let line_end = memchr::memchr(b'\n', message).map_or(message.len(), |end| end + 1);
        message.get(line_end..)
    })
}
