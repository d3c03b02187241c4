//! Log-linear models: what counts for and against a decision, each with a weight.
//!
//! The weights stand in `weights/*.toml`, one file a decision, and are compiled in by `build/`: a feature that the code
//! asks for and the file does not list is an error there, and `tests/house` looks for the other way round. `docs/weights.md` says how they are made.

use std::ops::{BitOr, BitOrAssign};

/// What `build/` wrote: one module a file.
#[allow(clippy::pedantic)]
mod tables {
    use super::{Features, Model};

    include!(concat!(env!("OUT_DIR"), "/weights.rs"));
}

pub use tables::*;

/// Features that are there, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Features(u128);

impl Features {
    /// No feature.
    pub const NONE: Self = Self(0);

    const fn bit(bit: u32) -> Self {
        Self(1 << bit)
    }

    /// Adds `feature` where it `holds`.
    pub fn add(&mut self, feature: Self, holds: bool) {
        if holds {
            *self |= feature;
        }
    }

    /// Whether `feature` is among them.
    #[must_use]
    pub fn has(self, feature: Self) -> bool {
        self.0 & feature.0 == feature.0
    }

    /// Whether any of `others` is among them.
    #[must_use]
    pub fn shares(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// The numbers of the features that are there.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let number = rest.trailing_zeros();
            rest &= rest.checked_sub(1)?;
            Some(number as usize)
        })
    }
}

impl BitOr for Features {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Features {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The weights of one decision.
#[derive(Debug, Clone, Copy)]
pub struct Model {
    /// The features' names and weights, by number.
    pub weights: &'static [(&'static str, f32)],
    /// What counts before any feature does.
    pub bias: f32,
}

impl Model {
    /// The log-odds of yes.
    pub fn log_odds(&self, features: Features) -> f32 {
        self.bias + self.weight(features)
    }

    /// What `features` add to the log-odds.
    pub fn weight(&self, features: Features) -> f32 {
        features
            .numbers()
            .filter_map(|number| self.weights.get(number))
            .fold(0.0, |sum, (_, weight)| sum + weight)
    }
}
