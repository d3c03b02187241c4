//! How much is read of what somebody else made.

use std::fmt;
use std::time::{Duration, Instant};

const MEGABYTE: u64 = 1 << 20;

/// As many digits after the point of a number of bytes count.
const MOST_DIGITS: usize = 9;

/// The most that is read of one file. Who trusts a file can raise them: `[limits]` in the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file that is no archive, in an archive or not.
    pub file: u64,
    /// How many articles or files are taken of one file.
    pub entries: usize,
    /// Bytes that an archive may hold, unpacked.
    pub unpacked: u64,
    /// How many times as large as itself what is packed may be, unpacked.
    pub expansion: u64,
    /// How long the work on one file may take, from its bytes to the last of its briefings.
    pub work: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 64 * MEGABYTE,
            entries: 10_000,
            unpacked: 1024 * MEGABYTE,
            expansion: 200,
            work: Duration::from_secs(5),
        }
    }
}

impl Limits {
    /// Reads a number of bytes as people write it: `64 MB`, `1.5GB`, `512 KB`, `1000`.
    ///
    /// ```
    /// use briefing::load::Limits;
    /// assert_eq!(Limits::bytes("1.25 GB"), Some(5 << 28));
    /// assert_eq!(Limits::bytes("many"), None);
    /// ```
    pub fn bytes(written: &str) -> Option<u64> {
        let written = written.trim();
        let end = written.find(|character: char| !character.is_ascii_digit() && character != '.');
        let (number, unit) = written.split_at(end.unwrap_or(written.len()));
        let unit = match unit.trim().to_uppercase().as_str() {
            "" | "B" | "BYTES" => 1,
            "KB" | "K" => 1024,
            "MB" | "M" => MEGABYTE,
            "GB" | "G" => 1024 * MEGABYTE,
            _ => return None,
        };
        let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
        let whole: u64 = whole.parse().ok()?;
        // More digits than this tell less than a byte.
        let part = part.get(..MOST_DIGITS).unwrap_or(part);
        let parts: u64 = part.parse().ok()?;
        let share = unit.checked_mul(parts)? / 10_u64.checked_pow(u32::try_from(part.len()).ok()?)?;
        whole.checked_mul(unit)?.checked_add(share)
    }
}

/// When the work on a file must be done. It is looked at between pieces of work.
#[derive(Debug, Clone, Copy)]
pub struct Deadline {
    begun: Instant,
    work: Duration,
}

impl Deadline {
    /// The work begins now.
    pub fn new(limits: &Limits) -> Self {
        Self {
            begun: Instant::now(),
            work: limits.work,
        }
    }

    /// How long it may still take.
    pub fn left(&self) -> Duration {
        self.work.saturating_sub(self.begun.elapsed())
    }

    /// Whether it took too long.
    pub fn is_over(&self) -> bool {
        self.left().is_zero()
    }

    /// Why no more is done, and what to do.
    pub(super) fn reason(&self) -> String {
        format!(
            "reading it takes more than {} seconds; raise `seconds` in the [limits] of your configuration to give it more",
            self.work.as_secs_f32()
        )
    }
}

/// A number of bytes as people write it: `64 MB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bytes(pub(super) u64);

impl fmt::Display for Bytes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = [(1024 * MEGABYTE, "GB"), (MEGABYTE, "MB"), (1024, "KB")];
        match units.iter().find(|(size, _)| self.0 >= *size) {
            Some((size, unit)) if self.0.is_multiple_of(*size) => {
                write!(formatter, "{} {unit}", self.0 / size)
            }
            Some((size, unit)) => {
                let tenths = self.0.saturating_mul(10) / size;
                write!(formatter, "{}.{} {unit}", tenths / 10, tenths % 10)
            }
            None => write!(formatter, "{} bytes", self.0),
        }
    }
}
