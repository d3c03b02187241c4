//! The correction beside an article: `summit.txt` is corrected by `summit.briefing.toml`.

use std::path::{Path, PathBuf};

/// How the name of a correction ends.
const ENDING: &str = ".briefing.toml";

/// Where the correction of the article at `path` stands, whether it is there or not.
///
/// ```
/// use briefing::load::sidecar_path;
/// assert_eq!(sidecar_path("news/summit.txt".as_ref()).to_str(), Some("news/summit.briefing.toml"));
/// ```
pub fn sidecar_path(path: &Path) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_os_string();
    name.push(ENDING);
    path.with_file_name(name)
}

/// Whether `path` has the name of a correction.
pub fn is_sidecar(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().ends_with(ENDING))
}
