//! The built binary as people run it: arguments in, output and exit code out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::format_collect,
    missing_docs
)]

#[cfg(all(feature = "address", feature = "archives"))]
mod address;
mod check;
mod exit_codes;
mod help;
mod hostile;
#[cfg(feature = "feeds")]
#[path = "../common/limits.rs"]
mod limits;
mod paths;
mod quotes;
mod several;
mod without_paths;

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command as Assert;
use serde_json::Value;
use tempfile::TempDir;

const ARTICLE: &str = "Harbour reopens after the storm\n\n\
The harbour of Veldmark reopened on Tuesday, three days after the storm.\n\n\
“We counted every mooring,” said harbour master Zoë Åkerlund. “None is missing.”\n\n\
Fisherman Piet Öztürk was not convinced. “The channel has moved,” he said.\n";

/// A place to run the program in, with nobody's configuration.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    fn briefing(&self, arguments: &[&str]) -> Assert {
        let mut command = Assert::new(env!("CARGO_BIN_EXE_briefing"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("HOME", self.path("home"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env_remove("NO_COLOR");
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        self.briefing(arguments).output().unwrap().into()
    }
}

/// How the program ended, and what it said.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().expect("an exit code"),
            out: String::from_utf8(output.stdout).expect("UTF-8 on standard output"),
            err: String::from_utf8(output.stderr).expect("UTF-8 on standard error"),
        }
    }
}

fn ndjson(lines: &str) -> Vec<Value> {
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}
