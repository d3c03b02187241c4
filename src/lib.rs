//! `briefing` reads articles and makes of each a *briefing*: summary, actors, quotes with their speakers, and a
//! timeline, every item tied to the very words of the article it came from.
//!
//! This page is the map of the house. Data flows one way:
//!
//! ```text
//!  bytes ──load──▶ Article ──extract──▶ Briefing ──┬──library──▶ reader   (the terminal program)
//!                                                  └──────────▶ export   (text, JSON, TOML, Markdown)
//! ```
//!
//! | Room | What it is for | What it may use |
//! |---|---|---|
//! | [`briefing`] | the words every other room speaks, and their TOML | nothing of ours |
//! | [`load`] | bytes → [`Article`](briefing::Article) | `briefing` |
//! | [`extract`] | [`Article`](briefing::Article) → [`Briefing`](briefing::Briefing), a pure function | `briefing` |
//! | [`library`] | many briefings: walking, reading in parallel, speakers across articles | `briefing`, `load`, `extract` |
//! | [`export`] | a briefing in a printed format | `briefing` |
//! | [`reader`] | the terminal program | `library`, `briefing` |
//! | [`cli`], [`commands`] | the command line, and what each command does | everything |
//!
//! `tests/house/` holds these lines.

pub mod briefing;
pub mod cli;
pub mod commands;
pub mod export;
pub mod extract;
pub mod library;
pub mod load;
pub mod reader;
