//! The program's own format: a briefing in TOML, made to be read and written by hand.
