//! Many briefings: walking folders, reading in parallel, speakers across articles.
//!
//! This room may use [`briefing`](crate::briefing), [`load`](crate::load) and [`extract`](crate::extract).

mod read;
mod rules;
mod speakers;
mod walk;

pub use read::{Options, read, read_all, read_bytes, read_file};
pub use speakers::{QuoteAt, SpeakerEntry, Speakers};
pub use walk::{Problem, corrections_in, walk};

pub use crate::load::{
    Limits, LoadError, held, is_address, is_guarded, kept_at, kept_in, sidecar_path, standard_input,
};
