//! Putting things right: the file beside the article is written at once, and read again next time.

use std::fs;

use crate::{desk, open, quit};

#[test]
fn another_speaker_is_kept_beside_the_article_and_undone() {
    let folder = desk();
    let file = folder.path().join("ferry.briefing.toml");
    let pty = open(folder.path());
    pty.type_keys("r");
    pty.wait_for("Who said it?");
    pty.type_keys("vale\r");
    pty.wait_for("saved in ferry.briefing.toml");
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("speaker = \"tomas-vale\"") && text.contains("corrected = true"),
        "{text}"
    );
    quit(pty);
    let pty = open(folder.path());
    pty.wait_for("corrected");
    // Corrections of another session are in the file, not in this one's memory.
    pty.type_keys("u");
    pty.wait_for("Nothing was corrected here");
    pty.type_keys("rNell Farrow\r");
    pty.wait_for("Speaker: Nell Farrow");
    assert!(fs::read_to_string(&file).unwrap().contains("Nell Farrow"));
    pty.type_keys("u");
    pty.wait_for("Undone: Speaker: Nell Farrow");
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    pty.type_keys("\x12");
    pty.wait_for("Done again: Speaker: Nell Farrow");
    quit(pty);
    assert_eq!(
        fs::read_to_string(folder.path().join("ferry.txt")).unwrap(),
        crate::ARTICLE
    );
}

#[test]
fn what_somebody_else_puts_right_meanwhile_is_kept_and_the_same_thing_is_not_written_over() {
    let folder = desk();
    let file = folder.path().join("ferry.briefing.toml");
    let pty = open(folder.path());
    fs::write(&file, "# Theirs.\n[[summary]]\ntext = \"A ferry.\"\n").unwrap();
    pty.type_keys("rvale\r");
    pty.wait_for("saved in ferry.briefing.toml");
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("# Theirs.") && text.contains("tomas-vale"),
        "{text}"
    );
    let theirs = text.replace("speaker = \"tomas-vale\"", "speaker = \"Nell Farrow\"");
    fs::write(&file, &theirs).unwrap();
    pty.type_keys("riona\r");
    pty.wait_for("somebody else has put");
    assert_eq!(fs::read_to_string(&file).unwrap(), theirs);
    // It is asked whose is to stay, and ctrl-s is the answer.
    pty.type_keys("j");
    pty.wait_for("ctrl-s writes over theirs");
    pty.type_keys("\x13");
    pty.wait_for("saved in ferry.briefing.toml");
    assert!(fs::read_to_string(&file).unwrap().contains("iona-reid"));
    quit(pty);
}

#[test]
fn undoing_the_first_correction_takes_its_file_away() {
    let folder = desk();
    let pty = open(folder.path());
    pty.type_keys("rnobody\r");
    pty.wait_for("saved in ferry.briefing.toml");
    assert!(folder.path().join("ferry.briefing.toml").exists());
    pty.type_keys("u");
    pty.wait_for("Undone: Speaker: nobody");
    assert!(!folder.path().join("ferry.briefing.toml").exists());
    quit(pty);
}

#[test]
fn a_correction_is_not_written_out_of_the_folder() {
    let folder = desk();
    let news = folder.path().join("news");
    fs::create_dir(&news).unwrap();
    fs::copy(folder.path().join("ferry.txt"), news.join("ferry.txt")).unwrap();
    let outside = folder.path().join("outside.toml");
    fs::write(&outside, "format = 1\n").unwrap();
    let pty = open(&news);
    let link = news.join("ferry.briefing.toml");
    std::os::unix::fs::symlink("../outside.toml", &link).unwrap();
    pty.type_keys("rvale\r");
    pty.wait_for("this link leads out of the");
    assert_eq!(fs::read_to_string(&outside).unwrap(), "format = 1\n");
    // Any key closes the message; without the link it can be saved.
    fs::remove_file(&link).unwrap();
    pty.type_keys("j\x13");
    pty.wait_for("saved in ferry.briefing.toml");
    quit(pty);
}

#[test]
fn a_file_of_the_persons_own_is_not_swept_away() {
    let folder = desk();
    let notes = folder.path().join(".briefing-notes.txt");
    fs::write(&notes, "mine").unwrap();
    let day_ago = std::time::SystemTime::now() - std::time::Duration::from_hours(24);
    fs::File::open(&notes).unwrap().set_modified(day_ago).unwrap();
    let pty = open(folder.path());
    pty.type_keys("rvale\r");
    pty.wait_for("saved in ferry.briefing.toml");
    quit(pty);
    assert_eq!(fs::read_to_string(&notes).unwrap(), "mine");
}
