//! Mail → articles: a message on its own (EML, and MHTML, which is a web page in the form of one), or a mailbox of many.
//!
//! Of a message that says the same twice, in plain text and as a web page, the web page is read: the plain text of
//! newsletters is often no more than "view this in your browser".

mod mailbox;
mod message;

pub(super) use mailbox::read_mailbox;
pub(super) use message::read_message;
