//! A file, or standard input → its bytes, no more of them than is allowed.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::fs::OFlags;

use crate::load::error::{LoadError, shown};
use crate::load::limits::{Bytes, Limits};
use crate::load::signs::{self, ARCHIVE_START};

/// What is said of what is no file.
const NO_FILE: &str =
    "this is no file but a pipe or a device; give what it holds on standard input, and name it `-`";

/// What standard input is called.
const STANDARD_INPUT: &str = "standard input";

/// Reads the file at `path`.
pub(super) fn read(path: &Path, limits: &Limits) -> Result<Vec<u8>, LoadError> {
    let file = open_file(path).map_err(|error| LoadError::unreadable(path, &error))?;
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    read_within(file, length, path, limits)
}

/// Reads all of standard input, under the same limits as a file.
pub fn standard_input(limits: &Limits) -> Result<Vec<u8>, LoadError> {
    read_within(io::stdin().lock(), 0, Path::new(STANDARD_INPUT), limits)
}

/// Reads the file at `path`, which is to hold no more than `most` bytes.
pub fn read_small_file(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_file(path)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        let why = format!("it is larger than {}", Bytes(most));
        return Err(io::Error::new(ErrorKind::FileTooLarge, why));
    }
    Ok(bytes)
}

/// Opens the file at `path`. What is no file of bytes on a disk is refused before it is opened: a pipe may keep one
/// waiting, and a device may never end.
pub fn open_file(path: &Path) -> io::Result<File> {
    check(&path.metadata()?)?;
    open_at_once(path)
}

/// Opens what stands at `path` now, which may be something else than what was looked at: opening waits for nobody, and
/// what is open is looked at again.
fn open_at_once(path: &Path) -> io::Result<File> {
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    check(&file.metadata()?)?;
    Ok(file)
}

fn check(metadata: &Metadata) -> io::Result<()> {
    if metadata.is_file() {
        Ok(())
    } else if metadata.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else {
        Err(io::Error::new(ErrorKind::Unsupported, NO_FILE))
    }
}

/// Reads all of `source`, which says that it has `length` bytes, and is called `path`.
fn read_within(
    mut source: impl Read,
    length: u64,
    path: &Path,
    limits: &Limits,
) -> Result<Vec<u8>, LoadError> {
    let failed = |error| LoadError::unreadable(path, &error);
    let mut bytes = Vec::new();
    let start = (&mut source).take(ARCHIVE_START as u64).read_to_end(&mut bytes);
    start.map_err(failed)?;
    // An archive is not itself what is read.
    let (most, setting) = if signs::archive(&bytes).is_some() {
        (limits.unpacked, "unpacked")
    } else {
        (limits.file, "file")
    };
    if length <= most {
        bytes.reserve_exact(usize::try_from(length).unwrap_or_default());
        let left = most.saturating_add(1).saturating_sub(bytes.len() as u64);
        source.take(left).read_to_end(&mut bytes).map_err(failed)?;
    }
    if length > most || bytes.len() as u64 > most {
        return Err(LoadError::too_large(shown(path), most, setting));
    }
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_that_takes_the_place_of_a_file_keeps_nobody_waiting() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe.txt");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        let (told, heard) = std::sync::mpsc::channel();
        std::thread::spawn(move || told.send(open_at_once(&pipe).unwrap_err().to_string()));
        let told = heard.recv_timeout(std::time::Duration::from_secs(20)).unwrap();
        assert_eq!(told, NO_FILE);
    }

    #[test]
    fn what_never_ends_is_read_no_further_than_the_limit_of_its_kind() {
        let limits = Limits {
            file: 4000,
            unpacked: 9000,
            ..Limits::default()
        };
        let path = Path::new("standard input");
        let told = |source: &[u8]| {
            let mut endless = source.chain(io::repeat(b'a'));
            let error = read_within(&mut endless, 0, path, &limits).unwrap_err();
            error.to_string()
        };
        assert!(
            told(b"").contains("it is larger than 3.9 KB; raise `file`"),
            "{}",
            told(b"")
        );
        assert!(told(b"PK\x03\x04").contains("raise `unpacked`"));
        assert_eq!(
            read_within(&[b'a'; 4000][..], 0, path, &limits).unwrap().len(),
            4000
        );
    }
}
