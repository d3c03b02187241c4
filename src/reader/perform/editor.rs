//! Editing a file in the person's own editor.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, absolute};
use std::process::{Command, Stdio};

use crate::briefing::CleanText;
use crate::library::kept_at;
use crate::reader::terminal::Screen;

use super::replace::create_in;

/// Opens `file` in the editor that `VISUAL` or `EDITOR` names, and returns when it is closed. A file that is not there
/// starts as `template`, and goes again where it is left so. The inner error says what failed and what to do.
pub(super) fn edit(file: &Path, template: &str, screen: &mut Screen) -> io::Result<Result<(), CleanText>> {
    let command = match command(file) {
        Ok(command) => command,
        Err(why) => return Ok(Err(why)),
    };
    let fresh = match create(file, template) {
        Ok(fresh) => fresh,
        Err(error) => return Ok(Err(line(&format!("{}: {error}", file.display())))),
    };
    let closed = screen.lend(|| run(command))?;
    if fresh && holds(file, template) {
        // Nothing was written: leave no trace. Where that fails, a file that changes nothing stays.
        let _ = fs::remove_file(file);
    }
    Ok(closed)
}

/// Whether `file` holds `text` and nothing else.
fn holds(file: &Path, text: &str) -> bool {
    let is_as_long = |there: &fs::Metadata| there.is_file() && usize::try_from(there.len()) == Ok(text.len());
    fs::symlink_metadata(file).is_ok_and(|there| is_as_long(&there))
        && fs::read(file).is_ok_and(|bytes| bytes == text.as_bytes())
}

/// The editor with its arguments, `code --wait` for example; no shell reads them.
fn command(file: &Path) -> Result<Command, CleanText> {
    let editor = ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(env::var_os)
        .find(|editor| !editor.is_empty())
        .ok_or_else(|| line("No editor is set: put one in EDITOR, for example EDITOR=nano"))?;
    let words = words(&editor).ok_or_else(|| {
        let shown = editor.to_string_lossy();
        line(&format!(
            "The editor `{shown}` cannot be understood: is a quotation mark missing?"
        ))
    })?;
    let mut words = words.into_iter();
    let program = words
        .next()
        .ok_or_else(|| line("No editor is set: put one in EDITOR"))?;
    let mut command = Command::new(program);
    // An absolute path cannot be taken for an option.
    command
        .args(words)
        .arg(absolute(file).unwrap_or_else(|_| file.to_path_buf()));
    Ok(command)
}

/// Splits as a shell would. A name that is not UTF-8 is one word.
fn words(editor: &OsString) -> Option<Vec<OsString>> {
    match editor.to_str() {
        Some(editor) => Some(
            shell_words::split(editor)
                .ok()?
                .into_iter()
                .map(OsString::from)
                .collect(),
        ),
        None => Some(vec![editor.clone()]),
    }
}

/// Writes `template` to `file` where there is none, whole or not at all. Tells whether it did.
fn create(file: &Path, template: &str) -> io::Result<bool> {
    match fs::metadata(kept_at(file)?) {
        Ok(there) if there.is_file() => return Ok(false),
        Ok(_) => return Err(io::Error::other("this is no file that can be edited")),
        Err(_) => {}
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut temporary = create_in(folder.unwrap_or(Path::new(".")))?;
    temporary.write_all(template.as_bytes())?;
    match temporary.persist_noclobber(file) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error),
    }
}

fn run(mut command: Command) -> Result<(), CleanText> {
    let program = command.get_program().to_string_lossy().into_owned();
    let failed = |what: &dyn std::fmt::Display| line(&format!("The editor `{program}` {what}"));
    if !io::stdin().is_terminal() {
        // The article came from standard input; the editor's keys come from where the reader's do.
        let keys = File::open("/dev/tty").map_err(|error| failed(&format!("finds no terminal: {error}")))?;
        command.stdin(Stdio::from(keys));
    }
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failed(&format!("failed ({status})"))),
        Err(error) => Err(failed(&format!(
            "cannot be started: {error}. Set EDITOR to another"
        ))),
    }
}

fn line(text: &str) -> CleanText {
    CleanText::line(text)
}
