//! The terminal program: state → view, action → state and effects.
//!
//! This room may use [`library`](crate::library) and [`briefing`](crate::briefing); no other room uses terminal types.
