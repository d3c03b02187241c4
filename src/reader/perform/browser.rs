//! Opening a web address.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;

use crate::briefing::CleanText;
use crate::reader::address::Parts;
use crate::reader::events::Wake;
use crate::reader::update::Message;

/// What opens addresses where `BROWSER` names nothing else.
const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// Opens `address` beside the reader. What the browser prints is not shown; that it failed comes as a notice.
pub(super) fn open(address: &str, wake: &Sender<Wake>) -> Result<(), CleanText> {
    if Parts::of(address).is_none() {
        return Err(line(&format!("{address} is no http or https address")));
    }
    let browser = env::var("BROWSER").unwrap_or_default();
    let words = words(&browser, address);
    let (program, arguments) = words.split_first().ok_or_else(|| line("No browser is set"))?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0) // it must not stop or end with the reader
        .spawn()
        .map_err(|error| {
            line(&format!(
                "{program} cannot be started: {error}. Set BROWSER to what opens addresses"
            ))
        })?;
    let (program, wake) = (program.clone(), wake.clone());
    let waiter = thread::Builder::new().name("browser".to_owned()).spawn(move || {
        if let Ok(status) = child.wait()
            && !status.success()
        {
            let notice = line(&format!("{program} could not open the address ({status})"));
            // The reader may be gone by then.
            let _ = wake.send(Wake::Work(Message::Notice(notice)));
        }
    });
    waiter.map(drop).map_err(|error| line(&error.to_string()))
}

/// The program and its arguments. `BROWSER` may name several, separated by colons: the first is used. `%s` in one
/// stands for the address, which else comes last.
fn words(browser: &str, address: &str) -> Vec<String> {
    let first = browser.split(':').next().unwrap_or_default();
    let mut words = shell_words::split(first).unwrap_or_default();
    if words.is_empty() {
        words.push(OPENER.to_owned());
    }
    let mut placed = false;
    for word in words.iter_mut().skip(1).filter(|word| word.contains("%s")) {
        *word = word.replace("%s", address);
        placed = true;
    }
    if !placed {
        words.push(address.to_owned());
    }
    words
}

fn line(text: &str) -> CleanText {
    CleanText::line(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_stays_one_argument() {
        let address = "https://example.org/?a=1&b=$(id);'";
        assert_eq!(words("", address), [OPENER, address]);
        assert_eq!(words("firefox:lynx", address), ["firefox", address]);
        assert_eq!(
            words("'my browser' --new=%s -x", address),
            ["my browser", &format!("--new={address}"), "-x"]
        );
    }
}
