//! Writing corrections: whole or not at all, and never over what somebody else wrote meanwhile.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::briefing::{ArticleId, Briefing, CleanText, Correction, toml};
use crate::library::{self, Limits, Options};
use crate::reader::update::{NotSaved, Saved};

use super::replace::{Real, replace};

/// A correction as it was made.
pub(super) struct Made<'a> {
    /// The briefing that is put right.
    pub(super) base: &'a Briefing,
    /// What is put right.
    pub(super) correction: &'a Correction,
    /// Whether it is written even where somebody else has put the same thing right since `base` was read.
    pub(super) over_theirs: bool,
}

/// Puts what was `made` for the article `id` into `file`. What somebody else wrote there meanwhile is kept.
pub(super) fn correct(
    id: &ArticleId,
    file: &Path,
    made: &Made<'_>,
    reading: &Options,
) -> Result<Saved, NotSaved> {
    let failed = |reason: &str| not_saved(file, reason);
    let now = library::read(id, reading).map_err(|error| failed(&error.to_string()))?;
    let correction = made
        .correction
        .carried(made.base, &now)
        .ok_or_else(|| failed("the article no longer has what is to be put right"))?;
    if !made.over_theirs && !made.correction.finds_unchanged(made.base, &correction, &now) {
        return Err(NotSaved {
            is_contested: true,
            ..failed("somebody else has put the same thing right meanwhile")
        });
    }
    let before = held(file, &reading.limits).map_err(|why| NotSaved {
        message: CleanText::line(&format!("Not saved: {why}")),
        is_contested: false,
    })?;
    let text = before.as_deref().unwrap_or_default();
    let after = toml::rewrite(text, &now, &correction).map_err(|error| failed(&error.to_string()))?;
    put(id, file, (before, Some(after)), reading)
}

/// Makes `file` hold `to` again (be away, where that is `None`), if it still holds `from`.
pub(super) fn restore(
    id: &ArticleId,
    file: &Path,
    (from, to): (Option<String>, Option<String>),
    reading: &Options,
) -> Result<Saved, NotSaved> {
    put(id, file, (from, to), reading)
}

fn put(
    id: &ArticleId,
    file: &Path,
    (before, after): (Option<String>, Option<String>),
    reading: &Options,
) -> Result<Saved, NotSaved> {
    let failed = |reason: &str| not_saved(file, reason);
    // Asked as late as can be: what somebody writes between this and the renaming, or the removing, is still lost. There is
    // no lock that an editor would heed.
    let still_holds = || {
        let now = held(file, &reading.limits).map_err(io::Error::other)?;
        let changed = || io::Error::other("somebody else has changed it meanwhile");
        (now == before).then_some(()).ok_or_else(changed)
    };
    match &after {
        Some(text) => replace(&Real, file, text, still_holds),
        None => still_holds().and_then(|()| fs::remove_file(file)),
    }
    .map_err(|error| failed(&error.to_string()))?;
    let briefing = library::read(id, reading).map_err(|error| failed(&error.to_string()))?;
    Ok(Saved {
        briefing: Arc::new(briefing),
        before,
        after,
    })
}

fn not_saved(file: &Path, reason: &str) -> NotSaved {
    NotSaved {
        message: CleanText::line(&format!("Not saved: {}: {reason}", file.display())),
        is_contested: false,
    }
}

/// What `file` holds; `None` where it is not there.
fn held(file: &Path, limits: &Limits) -> Result<Option<String>, String> {
    let bytes = library::held(file, limits).map_err(|error| error.to_string())?;
    let text = bytes.map(String::from_utf8).transpose();
    text.map_err(|_| {
        format!(
            "{}: it is in another encoding than UTF-8; save it as UTF-8 first",
            file.display()
        )
    })
}
