//! How much the tests of the loaders read.

use std::time::Duration;

use briefing::load::Limits;

/// The usual limits, but for the time: a test that is right passes on a busy machine too.
pub fn patient() -> Limits {
    Limits {
        work: Duration::from_hours(1),
        ..Limits::default()
    }
}
