//! What a person has configured: `config.toml`, in which every key may be left out, and `keymap.toml` beside it.

use std::io::{self, ErrorKind};
use std::num::{NonZeroU64, NonZeroUsize};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, anyhow};
use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy, home_dir};
use serde::Deserialize;

use crate::load::{Limits, read_small_file};
use crate::reader::keymap::Keymap;
use crate::reader::theme::ThemeChoice;

/// The most bytes that a file of the configuration may hold.
const MOST: u64 = 1 << 20;

/// What is configured.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// What the reader opens without a path.
    pub library: Option<PathBuf>,
    /// The colours of the reader.
    pub theme: Option<ThemeChoice>,
    /// Whether the reader takes the mouse.
    pub mouse: bool,
    /// The keys of the reader.
    pub keymap: Keymap,
    /// How much is read of one file.
    pub limits: Limits,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    library: Option<String>,
    theme: Option<toml::Spanned<String>>,
    #[serde(default)]
    mouse: bool,
    limits: Option<LimitKeys>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitKeys {
    file: Option<toml::Spanned<toml::Value>>,
    unpacked: Option<toml::Spanned<toml::Value>>,
    entries: Option<NonZeroUsize>,
    expansion: Option<NonZeroU64>,
    seconds: Option<toml::Spanned<f64>>,
}

/// Reads the configuration of this person; where there is none, nothing is configured.
pub fn read() -> anyhow::Result<Config> {
    let Ok(strategy) = choose_app_strategy(AppStrategyArgs {
        app_name: "briefing".to_owned(),
        ..AppStrategyArgs::default()
    }) else {
        // Nobody's home, so nobody's configuration.
        return Ok(Config::default());
    };
    let path = strategy.in_config_dir("config.toml");
    let mut config = match written_in(&path)? {
        Some(written) => parse(&written, &path)?,
        None => Config::default(),
    };
    let path = strategy.in_config_dir("keymap.toml");
    if let Some(written) = written_in(&path)? {
        config.keymap = Keymap::default().with(&written, &path.to_string_lossy())?;
    }
    Ok(config)
}

/// What is in a file that may be missing.
fn written_in(path: &Path) -> anyhow::Result<Option<String>> {
    let read = read_small_file(path, MOST).and_then(|bytes| {
        String::from_utf8(bytes).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    });
    match read {
        Ok(written) => Ok(Some(written)),
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => {
            Err(error).with_context(|| format!("{}: the configuration cannot be read", path.display()))
        }
    }
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn parse(written: &str, path: &Path) -> anyhow::Result<Config> {
    let keys: Keys =
        toml::from_str(written).map_err(|error| fault(written, path, error.span(), error.message()))?;
    let theme = keys
        .theme
        .map(|word| {
            let parsed: Result<ThemeChoice, _> = word.get_ref().parse();
            parsed.map_err(|error| fault(written, path, Some(word.span()), &error.to_string()))
        })
        .transpose()?;
    let limits = keys.limits.map_or_else(
        || Ok(Limits::default()),
        |limits| limits_of(&limits, written, path),
    )?;
    Ok(Config {
        limits,
        library: keys.library.map(|folder| resolve(&folder, path)),
        theme,
        mouse: keys.mouse,
        keymap: Keymap::default(),
    })
}

fn limits_of(keys: &LimitKeys, written: &str, path: &Path) -> anyhow::Result<Limits> {
    let usual = Limits::default();
    let bytes = |key: &Option<toml::Spanned<toml::Value>>, usual: u64| match key {
        None => Ok(usual),
        Some(key) => bytes_of(key.get_ref()).ok_or_else(|| {
            let why = "write a number of bytes as \"64 MB\" or \"2 GB\"";
            fault(written, path, Some(key.span()), why)
        }),
    };
    let work = match &keys.seconds {
        None => usual.work,
        Some(seconds) => {
            let told = Duration::try_from_secs_f64(*seconds.get_ref()).ok();
            told.filter(|work| !work.is_zero()).ok_or_else(|| {
                let why = "write a number of seconds as 5 or 2.5";
                fault(written, path, Some(seconds.span()), why)
            })?
        }
    };
    Ok(Limits {
        file: bytes(&keys.file, usual.file)?,
        unpacked: bytes(&keys.unpacked, usual.unpacked)?,
        entries: keys.entries.map_or(usual.entries, NonZeroUsize::get),
        expansion: keys.expansion.map_or(usual.expansion, NonZeroU64::get),
        work,
    })
}

/// A number of bytes, by itself or with its unit; nothing can be read within none.
fn bytes_of(value: &toml::Value) -> Option<u64> {
    let count = match value {
        toml::Value::Integer(count) => u64::try_from(*count).ok(),
        toml::Value::String(words) => Limits::bytes(words),
        _ => None,
    };
    count.filter(|count| *count > 0)
}

/// `~` is the person's home; other relative paths start at the folder of the configuration file.
fn resolve(folder: &str, config: &Path) -> PathBuf {
    if let Some(rest) = folder
        .strip_prefix('~')
        .filter(|rest| rest.is_empty() || rest.starts_with('/'))
        && let Ok(home) = home_dir()
    {
        return home.join(rest.trim_start_matches('/'));
    }
    config.parent().unwrap_or(Path::new("")).join(folder)
}

/// An error with file, line and column, and the line itself.
fn fault(written: &str, path: &Path, at: Option<Range<usize>>, message: &str) -> anyhow::Error {
    let path = path.display();
    let Some(before) = at.and_then(|at| written.get(..at.start)) else {
        return anyhow!("{path}: {message}");
    };
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
    let shown = written.lines().nth(line).unwrap_or_default();
    let (line, marker) = (line + 1, " ".repeat(column));
    anyhow!("{path}:{line}:{}: {message}\n  {shown}\n  {marker}^", column + 1)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::reader::theme::ThemeName;

    #[test]
    fn keys_are_read_and_folders_start_at_the_file() {
        let config = parse(
            "library = \"news\"\ntheme = \"light\"\n",
            Path::new("/etc/x/config.toml"),
        )
        .unwrap();
        assert_eq!(config.library.unwrap(), Path::new("/etc/x/news"));
        assert_eq!(config.theme, Some(ThemeChoice::Named(ThemeName::Light)));
    }

    #[test]
    fn limits_are_read_as_people_write_them() {
        let limits = |written: &str| {
            let written = format!("[limits]\n{written}\n");
            parse(&written, Path::new("c.toml")).map(|config| config.limits)
        };
        assert_eq!(limits("seconds = 20").unwrap().work, Duration::from_secs(20));
        assert_eq!(limits("seconds = 2.5").unwrap().work, Duration::from_millis(2500));
        assert_eq!(limits("file = \"1 GB\"").unwrap().file, 1 << 30);
        assert_eq!(limits("file = 1024").unwrap().file, 1024);
        for wrong in [
            "seconds = 0",
            "entries = 0",
            "unpacked = \"0 B\"",
            "file = -1",
            "file = true",
            "seconds = -1",
            "seconds = nan",
            "seconds = 1e99",
            "file = \"much\"",
        ] {
            let error = limits(wrong).unwrap_err().to_string();
            assert!(error.starts_with("c.toml:2:"), "{error}");
        }
    }

    #[test]
    fn errors_name_file_line_and_column() {
        let told = |written: &str| parse(written, Path::new("c.toml")).unwrap_err().to_string();
        let unknown = told("library = \"a\"\nthem = \"dark\"\n");
        assert!(
            unknown.starts_with("c.toml:2:1: unknown field `them`"),
            "{unknown}"
        );
        let wrong = told("theme = \"dusk\"");
        assert!(
            wrong.starts_with("c.toml:1:9: there is no theme `dusk`"),
            "{wrong}"
        );
        assert!(wrong.ends_with("\n  theme = \"dusk\"\n          ^"), "{wrong}");
    }
}
