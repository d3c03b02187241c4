//! A mailbox (mbox) → its messages: each begins with a line "From sender date".

use memchr::memmem::find_iter;

use crate::load::found::Found;
use crate::load::mail::message;
use crate::load::signs::{MESSAGE, begins_message};

/// Reads each message of a mailbox.
pub(in crate::load) fn read_mailbox(bytes: &[u8], found: &mut Found<'_>) {
    for message in messages(bytes) {
        if found.is_full() {
            return;
        }
        message::read_one_of_many(message, found);
    }
}

/// The messages of a mailbox, each without its "From " line.
fn messages(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let begins = |at: &usize| {
        let before = bytes.get(..*at).unwrap_or_default();
        let after_blank = before.is_empty() || before.ends_with(b"\n\n") || before.ends_with(b"\n\r\n");
        let begins_line = after_blank || before.ends_with(b"\n");
        begins_line
            && bytes
                .get(*at..)
                .is_some_and(|rest| begins_message(rest, after_blank))
    };
    let mut starts = find_iter(bytes, MESSAGE).filter(begins).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let end = starts.peek().copied().unwrap_or(bytes.len());
        let message = bytes.get(start..end)?;
        let line_end = memchr::memchr(b'\n', message).map_or(message.len(), |end| end + 1);
        message.get(line_end..)
    })
}
