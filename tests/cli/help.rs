//! What the program says of itself.

use briefing::reader::action::ACTIONS;

use crate::Desk;

fn help_of(arguments: &[&str]) -> String {
    let ran = Desk::new().run(arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    ran.out
}

#[test]
fn long() {
    insta::assert_snapshot!(help_of(&["--help"]));
}

#[test]
fn short() {
    insta::assert_snapshot!(help_of(&["-h"]));
}

#[test]
fn of_subcommands() {
    for subcommand in ["print", "quotes", "check", "completions", "man"] {
        insta::assert_snapshot!(format!("of_{subcommand}"), help_of(&[subcommand, "--help"]));
    }
}

#[test]
fn manual_page() {
    let page = help_of(&["man"]);
    let (before, keys) = page.split_once(".SH \"KEYS OF THE READER\"").unwrap();
    let (keys, after) = keys.split_once(".SH EXAMPLES").unwrap();
    for action in ACTIONS {
        let name = action.id.replace('-', "\\-");
        assert!(
            keys.contains(&format!("\\fI{name}\\fR")),
            "{name} is not in:\n{keys}"
        );
    }
    insta::assert_snapshot!(format!("{before}.SH EXAMPLES{after}"));
}

#[test]
fn completions_know_the_subcommands_of_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = help_of(&["completions", shell]);
        for word in ["print", "quotes", "check", "speaker"] {
            assert!(script.contains(word), "{shell} does not complete {word}");
        }
    }
}
