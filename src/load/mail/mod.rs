//! Mail → articles: a message on its own (EML, and MHTML, which is a web page in the form of one), or a mailbox of many.
//!
//! Of a message that says the same twice, in plain text and as a web page, the web page is read: the plain text of
//! newsletters is often no more than "view this in your browser". What is attached to it is an article of its own.
//!
//! | File | What it is for |
//! |---|---|
//! | `mailbox` | a mailbox → its messages |
//! | `message` | a message → its article, and what is attached to it |
//! | `headers` | its headers, bounded and decoded |
//! | `parts` | which parts of a message are its text, and which are attached |
//! | `base64` | what is encoded so, even where it is cut off |
//! | `body` | the text of its parts → paragraphs |
//! | `plain` | plain text as it was written |
//! | `quoted` | the lines above an older message that is quoted |
//! | `forward` | a message that somebody sends on |

mod base64;
mod body;
mod forward;
mod headers;
mod mailbox;
mod message;
mod parts;
mod plain;
mod quoted;

pub(super) use mailbox::read_mailbox;
pub(super) use message::read_message;
