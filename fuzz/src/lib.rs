//! Fuzzing `briefing`: see `run`.

pub mod targets;
