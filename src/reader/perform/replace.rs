//! Putting a text in the place of what a file holds: whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::library::kept_at;

/// How the files are named that are written beside the one they will take the place of: so, that nobody calls a file of
/// their own like that.
const PREFIX: &str = ".briefing-saving-";
const DIGITS: usize = 12;
const SUFFIX: &str = ".tmp";

/// What is older was left behind by a reader that was killed while it saved, and not by one that is saving now.
const LEFT_BEHIND: Duration = Duration::from_mins(10);

/// The calls that saving makes, each of which may fail.
pub(super) trait Disk {
    fn create(&self, folder: &Path) -> io::Result<NamedTempFile> {
        create_in(folder)
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

/// A new file in `folder`, to be renamed once it is whole.
pub(super) fn create_in(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new()
        .prefix(PREFIX)
        .rand_bytes(DIGITS)
        .suffix(SUFFIX)
        .permissions(Permissions::from_mode(0o666)) // less the person's umask, as for any file of theirs
        .tempfile_in(folder)
}

/// Puts `text` in the place of what `file` holds, by way of a file beside it, so that it is never there in part. `go_on` is
/// asked last of all, when everything else is done, and may refuse.
pub(super) fn replace(
    disk: &impl Disk,
    file: &Path,
    text: &str,
    go_on: impl FnOnce() -> io::Result<()>,
) -> io::Result<()> {
    // A link stays a link.
    let target = kept_at(file)?;
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
    go_on()?;
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
        let old = || {
            let there = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some(there.modified().ok()?.elapsed().ok()? > LEFT_BEHIND)
        };
        if entry.file_name().to_str().is_some_and(is_ours) && old() == Some(true) {
            // Another time will do.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a file of this name was made by [`create_in`].
fn is_ours(name: &str) -> bool {
    let digits = name
        .strip_prefix(PREFIX)
        .and_then(|rest| rest.strip_suffix(SUFFIX));
    digits.is_some_and(|digits| {
        digits.len() == DIGITS && digits.chars().all(|digit| digit.is_ascii_alphanumeric())
    })
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
                let saved = replace(&disk, &file, "new and longer", || Ok(()));
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
        replace(&Real, &link, "new", || Ok(())).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_link_that_leads_out_of_the_folder_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (news, outside) = (folder.path().join("news"), folder.path().join("outside.toml"));
        fs::create_dir(&news).unwrap();
        fs::write(&outside, "theirs").unwrap();
        let link = news.join("ferry.briefing.toml");
        for target in [
            &*outside,
            Path::new("../outside.toml"),
            Path::new("../nothing.toml"),
        ] {
            std::os::unix::fs::symlink(target, &link).unwrap();
            let saved = replace(&Real, &link, "new", || Ok(()));
            let told = saved.unwrap_err().to_string();
            assert!(told.starts_with("this link leads "), "{told}");
            assert_eq!(fs::read_to_string(&outside).unwrap(), "theirs");
            assert_eq!(names(folder.path()), ["news", "outside.toml"]);
            fs::remove_file(&link).unwrap();
        }
    }

    #[test]
    fn what_changes_while_the_new_text_is_written_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ferry.briefing.toml");
        fs::write(&file, "theirs").unwrap();
        let changed = || {
            assert_eq!(
                names(folder.path()).len(),
                2,
                "the new text is written when it is asked"
            );
            Err(io::Error::other("changed"))
        };
        assert!(replace(&Real, &file, "new", changed).is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "theirs");
        assert_eq!(names(folder.path()), ["ferry.briefing.toml"]);
    }

    #[test]
    fn what_a_killed_reader_left_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let left = create_in(folder.path()).unwrap().keep().unwrap().1;
        let hour_ago = SystemTime::now() - Duration::from_hours(1);
        let kept = [
            ".briefing-aB3dE6",
            ".briefing-backup.tmp",
            ".briefing-notes.txt",
            ".briefing-saving-my old notes.tmp",
            ".briefing-saving-tuesday.tmp",
        ];
        for name in kept {
            fs::write(path(name), "mine").unwrap();
            File::open(path(name)).unwrap().set_modified(hour_ago).unwrap();
        }
        File::open(&left).unwrap().set_modified(hour_ago).unwrap();
        let now = create_in(folder.path()).unwrap();
        replace(&Real, &path("ferry.briefing.toml"), "text", || Ok(())).unwrap();
        assert!(!left.exists() && now.path().exists());
        now.close().unwrap();
        let mut expected = kept.to_vec();
        expected.push("ferry.briefing.toml");
        assert_eq!(names(folder.path()), expected);
    }
}
