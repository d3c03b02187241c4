//! What is opened where the command line names nothing.

use crate::Desk;

#[test]
fn the_configured_library_comes_first_then_briefings_then_here() {
    let desk = Desk::new();
    desk.put("here.txt", "Here it snowed.\n");
    assert!(desk.run(&[]).out.contains("here.txt"));
    desk.put("briefings/usual.txt", "In the usual place it rained.\n");
    let usual = desk.run(&[]).out;
    assert!(usual.contains("usual.txt") && !usual.contains("here.txt"));
    desk.put("home/news/mine.txt", "At home the sun shone.\n")
        .put("config/briefing/config.toml", "library = \"~/news\"\n");
    let configured = desk.run(&[]).out;
    assert!(configured.contains("mine.txt") && !configured.contains("usual.txt"));
}

#[test]
fn a_mistake_in_the_configuration_is_told_with_its_line() {
    let desk = Desk::new();
    desk.put("config/briefing/config.toml", "# mine\nthemes = \"dark\"\n");
    let ran = desk.run(&[]);
    assert_eq!(ran.code, 1);
    let told = ran.err.replace(&*desk.folder.path().to_string_lossy(), "[desk]");
    insta::assert_snapshot!(told);
}

#[test]
fn a_mistake_in_the_keymap_is_told() {
    let desk = Desk::new();
    desk.put("config/briefing/keymap.toml", "qiut = [\"Q\"]\n");
    let ran = desk.run(&[]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("keymap.toml: there is no action `qiut`"),
        "{}",
        ran.err
    );
}

#[cfg(unix)]
#[test]
fn a_configuration_that_is_no_file_keeps_nobody_waiting() {
    let desk = Desk::new();
    desk.put("config/briefing/x", "");
    let pipe = desk.path("config/briefing/config.toml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let ran = desk.run(&[]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err
            .contains("config.toml: the configuration cannot be read: this is no file"),
        "{}",
        ran.err
    );
}
