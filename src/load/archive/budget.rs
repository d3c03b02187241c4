//! How much may come out of an archive.

use std::io::{self, ErrorKind, Read};

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
        let (bytes, damage) = self.read_most(file, self.left.min(self.limits.file))?;
        self.fits(bytes.len() as u64)?;
        damage.map_or(Ok(bytes), |damage| Err(Refusal::File(damage)))
    }

    /// Reads what is itself an archive, such as the tar in a `.tar.gz`: as much as can be unpacked, and why it is not all.
    pub(in crate::load) fn read_archive(
        &mut self,
        file: impl Read,
    ) -> Result<(Vec<u8>, Option<String>), Refusal> {
        self.read_most(file, self.left)
    }

    /// Reads all of a file of the archive and keeps nothing.
    pub(in crate::load) fn count(&mut self, file: impl Read) -> Result<(), Refusal> {
        let most = self.left.saturating_add(1);
        let mut file = file.take(most);
        // What came out before the damage of a file has come out all the same.
        let _ = io::copy(&mut file, &mut io::sink());
        self.charge(most - file.limit())
    }

    /// Whether a file of `length` bytes, in an archive or not, may be read.
    pub(in crate::load) fn fits(&self, length: u64) -> Result<(), Refusal> {
        if length > self.limits.file {
            return Err(Refusal::File(format!(
                "it is larger than {}; raise `file` in the [limits] of your configuration to read it",
                Bytes(self.limits.file)
            )));
        }
        Ok(())
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

    /// Reads one byte more than `most` at most; and why it is not all that `file` should give.
    fn read_most(&mut self, file: impl Read, most: u64) -> Result<(Vec<u8>, Option<String>), Refusal> {
        let mut bytes = Vec::new();
        let outcome = file.take(most.saturating_add(1)).read_to_end(&mut bytes);
        self.charge(bytes.len() as u64)?;
        let damage = outcome.err();
        Ok((bytes, damage.map(|error| why(&error))))
    }
}

/// Why a file cannot be unpacked, and what to do.
fn why(error: &io::Error) -> String {
    if error.kind() == ErrorKind::Unsupported {
        return format!("it is packed in a way that is not read ({error}); unpack it yourself");
    }
    format!("it is damaged: {error}; pack or download it again")
}
