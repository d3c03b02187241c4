//! A briefing in a printed format; one file a format.
//!
//! This room speaks the words of [`briefing`](crate::briefing) and uses no other room of ours.
