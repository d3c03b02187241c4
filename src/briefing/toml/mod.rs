//! The program's own format: a briefing in TOML, made to be read and written by hand.
//!
//! ```toml
//! format = 1
//!
//! [article]
//! title = "…"
//! published = 2025-09-04
//! text = """
//! …
//! """
//!
//! [[actors]]
//! id = "mark-rutte"
//! name = "Mark Rutte"
//! kind = "person"
//! role = "NATO chief"
//! aliases = ["Rutte"]
//!
//! [[quotes]]
//! speaker = "mark-rutte"
//! text = "…"
//! kind = "direct"
//! said_on = 2025-09-04
//!
//! [[timeline]]
//! date = "2025-09-04"
//! event = "…"
//! actors = ["mark-rutte"]
//! ```
//!
//! Any section may be left out; what is left out is extracted, what is there is kept as written. A correction beside an
//! article has the same format. [`read`] takes a file apart, [`write()`] writes a briefing in full, and [`template`] writes
//! the correction that a person starts from. [`rewrite()`] puts one thing right in what a person wrote.

mod actors;
mod error;
mod known;
mod nearest;
mod places;
mod read;
mod rewrite;
mod sections;
mod source;
mod speaker;
mod write;

pub use error::{Fault, TomlError};
pub use places::{Places, places};
pub use read::{ArticleFields, BriefingFile, read};
pub use rewrite::{RewriteError, rewrite};
pub use write::{template, write};
