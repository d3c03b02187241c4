//! A file → its bytes, no more of them than is allowed.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::briefing::CleanText;
use crate::load::error::{LoadError, shown};
use crate::load::limits::{Bytes, Limits};

/// Reads the file at `path`, which may be a pipe that never ends.
pub(super) fn read(path: &Path, limits: &Limits) -> Result<Vec<u8>, LoadError> {
    let failed = |error| LoadError::unreadable(path, &error);
    let file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    let most = limits.file;
    let mut bytes = Vec::new();
    if length <= most {
        bytes.reserve_exact(usize::try_from(length).unwrap_or_default() + 1);
        file.take(most.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    }
    if length > most || bytes.len() as u64 > most {
        return Err(LoadError::Malformed {
            path: shown(path),
            reason: CleanText::line(&format!(
                "it is larger than {}; raise `file` in the [limits] of your configuration to read it",
                Bytes(most)
            )),
        });
    }
    Ok(bytes)
}
