//! Putting a text in the place of what a file holds: whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Duration;

use tempfile::NamedTempFile;

/// How the files begin that are written beside the one they will take the place of.
const PREFIX: &str = ".briefing-";

/// What is older was left behind by a reader that was killed while it saved, and not by one that is saving now.
const LEFT_BEHIND: Duration = Duration::from_mins(10);

/// The calls that saving makes, each of which may fail.
pub(super) trait Disk {
    fn create(&self, folder: &Path) -> io::Result<NamedTempFile> {
        tempfile::Builder::new()
            .prefix(PREFIX)
            .permissions(Permissions::from_mode(0o666)) // less the person's umask, as for any file of theirs
            .tempfile_in(folder)
    }

    fn set_permissions(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        file.set_permissions(permissions)
    }

    fn write(&self, file: &mut NamedTempFile, text: &[u8]) -> io::Result<()> {
        file.write_all(text)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, file: NamedTempFile, to: &Path) -> io::Result<()> {
        file.persist(to).map(drop).map_err(|error| error.error)
    }
}

/// The disk as it is.
pub(super) struct Real;

impl Disk for Real {}

/// Puts `text` in the place of what `file` holds, by way of a file beside it, so that it is never there in part.
pub(super) fn replace(disk: &impl Disk, file: &Path, text: &str) -> io::Result<()> {
    // A link stays a link.
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
    let folder = target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let there = fs::metadata(&target).ok().map(|there| there.permissions());
    if there.as_ref().is_some_and(Permissions::readonly) {
        return Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            "the file may not be written to",
        ));
    }
    let mut temporary = disk.create(folder)?;
    if let Some(permissions) = there {
        disk.set_permissions(temporary.as_file(), permissions)?;
    }
    disk.write(&mut temporary, text.as_bytes())?;
    disk.sync(temporary.as_file())?;
    disk.rename(temporary, &target)?;
    // The name survives a power cut only once the folder is on the disk too. The file is saved without it, and some file
    // systems cannot do it.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    sweep(folder);
    Ok(())
}

/// Takes away what readers left in `folder` that were killed while they saved.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let old = || {
            let there = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some(there.modified().ok()?.elapsed().ok()? > LEFT_BEHIND)
        };
        if is_ours && old() == Some(true) {
            // Another time will do.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::cell::Cell;
    use std::time::SystemTime;

    use super::*;

    /// A disk on which the call of this number fails, and all after it, in this way.
    struct Failing {
        from: usize,
        code: i32,
        calls: Cell<usize>,
    }

    impl Failing {
        fn call(&self) -> io::Result<()> {
            self.calls.set(self.calls.get() + 1);
            if self.calls.get() > self.from {
                return Err(io::Error::from_raw_os_error(self.code));
            }
            Ok(())
        }
    }

    impl Disk for Failing {
        fn create(&self, folder: &Path) -> io::Result<NamedTempFile> {
            self.call().and_then(|()| Real.create(folder))
        }
        fn set_permissions(&self, file: &File, permissions: Permissions) -> io::Result<()> {
            self.call().and_then(|()| Real.set_permissions(file, permissions))
        }
        fn write(&self, file: &mut NamedTempFile, text: &[u8]) -> io::Result<()> {
            let half = text.get(..text.len() / 2).unwrap_or_default();
            match self.call() {
                Ok(()) => Real.write(file, text),
                // A disk that fills up takes a part.
                Err(error) => Real.write(file, half).and(Err(error)),
            }
        }
        fn sync(&self, file: &File) -> io::Result<()> {
            self.call().and_then(|()| Real.sync(file))
        }
        fn rename(&self, file: NamedTempFile, to: &Path) -> io::Result<()> {
            self.call().and_then(|()| Real.rename(file, to))
        }
    }

    /// The names in `folder`.
    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn whatever_call_fails_the_old_file_stays_whole_and_nothing_beside_it() {
        const CODES: [i32; 4] = [28, 5, 13, 30]; // ENOSPC, EIO, EACCES, EROFS
        const CALLS: usize = 5;
        for code in CODES {
            for from in 0..=CALLS {
                let folder = tempfile::tempdir().unwrap();
                let file = folder.path().join("ferry.briefing.toml");
                fs::write(&file, "old").unwrap();
                let disk = Failing {
                    from,
                    code,
                    calls: Cell::new(0),
                };
                let saved = replace(&disk, &file, "new and longer");
                let holds = fs::read_to_string(&file).unwrap();
                if from == CALLS {
                    assert!(
                        saved.is_ok(),
                        "every call of the saving path is among the {CALLS}"
                    );
                    assert_eq!(holds, "new and longer");
                } else {
                    assert_eq!(saved.unwrap_err().raw_os_error(), Some(code), "call {from}");
                    assert_eq!(holds, "old", "call {from}, error {code}");
                }
                assert_eq!(names(folder.path()), ["ferry.briefing.toml"], "call {from}");
            }
        }
    }

    #[test]
    fn permissions_and_links_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("kept.toml"), folder.path().join("link.toml"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        replace(&Real, &link, "new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn what_a_killed_reader_left_is_swept_and_what_another_writes_now_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let (left, new) = (
            folder.path().join(".briefing-aB3dE6"),
            folder.path().join(".briefing-now"),
        );
        for path in [&left, &new] {
            fs::write(path, "half").unwrap();
        }
        let hour_ago = SystemTime::now() - Duration::from_hours(1);
        File::open(&left).unwrap().set_modified(hour_ago).unwrap();
        replace(&Real, &folder.path().join("ferry.briefing.toml"), "text").unwrap();
        assert_eq!(names(folder.path()), [".briefing-now", "ferry.briefing.toml"]);
    }
}
