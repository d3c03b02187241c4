//! How much may come out of an archive.

use std::io::{self, Read};

use crate::load::limits::{Bytes, Limits};

/// A small archive may hold this much, however well it is packed.
const ALWAYS: u64 = 1 << 20;

/// What may still come out of one archive.
#[derive(Debug)]
pub(in crate::load) struct Budget {
    limits: Limits,
    left: u64,
    /// What to say when nothing is left.
    reason: String,
}

/// Why a file of an archive was not read.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::load) enum Refusal {
    /// It alone cannot be: why, and what to do.
    File(String),
    /// No more can be of the whole archive: why, and what to do.
    Archive(String),
}

impl Budget {
    /// What may come out of an archive of `packed` bytes.
    pub(in crate::load) fn new(packed: usize, limits: &Limits) -> Self {
        let expanded = (packed as u64).saturating_mul(limits.expansion).max(ALWAYS);
        let (left, reason) = if expanded < limits.unpacked {
            let reason = format!(
                "it unpacks to more than {} times its size, as only archives that mean harm do; raise `expansion` in \
                 the [limits] of your configuration if you trust it",
                limits.expansion
            );
            (expanded, reason)
        } else {
            let reason = format!(
                "it unpacks to more than {}; raise `unpacked` in the [limits] of your configuration to read all of it",
                Bytes(limits.unpacked)
            );
            (limits.unpacked, reason)
        };
        Self {
            limits: *limits,
            left,
            reason,
        }
    }

    /// Reads all of a file of the archive.
    pub(in crate::load) fn read(&mut self, file: impl Read) -> Result<Vec<u8>, Refusal> {
        let most = self.left.min(self.limits.file);
        self.read_most(file, most)
    }

    /// Reads all of what is itself an archive, such as the tar in a `.tar.gz`.
    pub(in crate::load) fn read_archive(&mut self, file: impl Read) -> Result<Vec<u8>, Refusal> {
        self.read_most(file, self.left)
    }

    /// Reads all of a file of the archive and keeps nothing.
    pub(in crate::load) fn count(&mut self, file: impl Read) -> Result<(), Refusal> {
        let mut file = file.take(self.left.saturating_add(1));
        self.charge(io::copy(&mut file, &mut io::sink()).unwrap_or_default())
    }

    /// Counts `length` bytes that have come out.
    pub(in crate::load) fn charge(&mut self, length: u64) -> Result<(), Refusal> {
        if length > self.left {
            self.left = 0;
            return Err(Refusal::Archive(self.reason.clone()));
        }
        self.left -= length;
        Ok(())
    }

    fn read_most(&mut self, file: impl Read, most: u64) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::new();
        let outcome = file.take(most.saturating_add(1)).read_to_end(&mut bytes);
        let length = bytes.len() as u64;
        self.charge(length)?;
        if length > self.limits.file && most == self.limits.file {
            return Err(Refusal::File(format!(
                "it is larger than {}; raise `file` in the [limits] of your configuration to read it",
                Bytes(self.limits.file)
            )));
        }
        match outcome {
            Ok(_) => Ok(bytes),
            Err(error) => Err(Refusal::File(format!(
                "it is damaged: {error}; pack or download it again"
            ))),
        }
    }
}
