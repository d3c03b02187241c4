//! A file → its bytes, no more of them than is allowed.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::briefing::CleanText;
use crate::load::error::{LoadError, shown};
use crate::load::limits::Limits;
use crate::load::signs::{self, ARCHIVE_START};

/// Reads the file at `path`. What is no file of bytes on a disk is refused before it is opened: a pipe may keep one
/// waiting, and a device may never end.
pub(super) fn read(path: &Path, limits: &Limits) -> Result<Vec<u8>, LoadError> {
    let failed = |error| LoadError::unreadable(path, &error);
    let kind = path.metadata().map_err(failed)?.file_type();
    if !kind.is_file() && !kind.is_dir() {
        return Err(LoadError::Malformed {
            path: shown(path),
            reason: CleanText::line(
                "this is no file but a pipe or a device; give what it holds on standard input, and name it `-`",
            ),
        });
    }
    let mut file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    let mut bytes = Vec::new();
    let start = (&mut file).take(ARCHIVE_START as u64).read_to_end(&mut bytes);
    start.map_err(failed)?;
    // An archive is not itself what is read.
    let is_archive = signs::archive(&bytes).is_some();
    let (most, setting) = if is_archive {
        (limits.unpacked, "unpacked")
    } else {
        (limits.file, "file")
    };
    if length <= most {
        bytes.reserve_exact(usize::try_from(length).unwrap_or_default());
        file.take(most.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    }
    if length > most || bytes.len() as u64 > most {
        return Err(LoadError::too_large(shown(path), most, setting));
    }
    Ok(bytes)
}
