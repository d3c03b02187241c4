//! What the tests of the reader share: briefings to show, and a screen to press keys on.

pub mod finder;
pub mod sample;
pub mod screen;
