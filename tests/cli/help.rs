//! What the program says of itself.

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
    insta::assert_snapshot!(help_of(&["man"]));
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
