//! Text that nobody writes in good faith: what hides in it or spills out of it, and what takes long to read.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

mod clean;
mod sizes;
