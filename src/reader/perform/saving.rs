//! Writing corrections: whole or not at all, and never over what somebody else wrote meanwhile.

use std::fs::{self, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;

use crate::briefing::{ArticleId, Briefing, CleanText, Correction, toml};
use crate::library::{self, Options};
use crate::reader::update::Saved;

/// Puts `correction` to the briefing `base` of the article `id` into `file`.
pub(super) fn correct(
    id: &ArticleId,
    file: &Path,
    base: &Briefing,
    correction: &Correction,
    reading: &Options,
) -> Result<Saved, CleanText> {
    let failed = |reason: &str| not_saved(file, reason);
    let now = library::read(id, reading).map_err(|error| failed(&error.to_string()))?;
    if now != *base {
        return Err(failed(
            "the article or its correction has changed since it was read",
        ));
    }
    let before = held(file).map_err(|error| failed(&error.to_string()))?;
    let text = before.as_deref().unwrap_or_default();
    let after = toml::rewrite(text, base, correction).map_err(|error| failed(&error.to_string()))?;
    put(id, file, (before, Some(after)), reading)
}

/// Makes `file` hold `to` again (be away, where that is `None`), if it still holds `from`.
pub(super) fn restore(
    id: &ArticleId,
    file: &Path,
    (from, to): (Option<String>, Option<String>),
    reading: &Options,
) -> Result<Saved, CleanText> {
    put(id, file, (from, to), reading)
}

fn put(
    id: &ArticleId,
    file: &Path,
    (before, after): (Option<String>, Option<String>),
    reading: &Options,
) -> Result<Saved, CleanText> {
    let failed = |reason: &str| not_saved(file, reason);
    if held(file).map_err(|error| failed(&error.to_string()))? != before {
        return Err(failed("somebody else has changed it meanwhile"));
    }
    match &after {
        Some(text) => replace(file, text),
        None => fs::remove_file(file),
    }
    .map_err(|error| failed(&error.to_string()))?;
    let briefing = library::read(id, reading).map_err(|error| CleanText::line(&error.to_string()))?;
    Ok(Saved {
        briefing: Arc::new(briefing),
        before,
        after,
    })
}

fn not_saved(file: &Path, reason: &str) -> CleanText {
    CleanText::line(&format!("Not saved: {}: {reason}", file.display()))
}

/// What `file` holds; `None` where it is not there.
fn held(file: &Path) -> io::Result<Option<String>> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Puts `text` in the place of what `file` holds, by way of a file beside it, so that it is never there in part.
fn replace(file: &Path, text: &str) -> io::Result<()> {
    // A link stays a link.
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut temporary = tempfile::Builder::new()
        .prefix(".briefing-")
        .permissions(Permissions::from_mode(0o666)) // less the person's umask, as for any file of theirs
        .tempfile_in(folder.unwrap_or(Path::new(".")))?;
    if let Ok(there) = fs::metadata(&target) {
        if there.permissions().readonly() {
            return Err(io::Error::new(
                io::ErrorKind::PermissionDenied,
                "the file may not be written to",
            ));
        }
        temporary.as_file().set_permissions(there.permissions())?;
    }
    temporary.write_all(text.as_bytes())?;
    temporary.as_file().sync_all()?;
    temporary.persist(&target).map_err(|error| error.error)?;
    Ok(())
}
