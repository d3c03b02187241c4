//! Whole screens, symbols and styles.

use super::*;

/// Every size in every theme, as it opens and with much going on at once.
#[test]
fn the_screen_looks_as_it_did() {
    for theme in ThemeName::ALL {
        for size in SIZES {
            let mut screen = Screen::open(size, theme, &[sample::lock(), sample::herring(), sample::plain()]);
            let name = format!("{}x{}-{}", size.0, size.1, theme.as_str());
            insta::assert_snapshot!(format!("open-{name}"), screen.picture());
            screen.press("] ] w / text:gate Enter");
            insta::assert_snapshot!(format!("busy-{name}"), screen.picture());
        }
    }
}

/// The README's picture is the reader's own, of a briefing that ships.
#[test]
fn the_readme_shows_the_reader() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let shipped = root.join("briefings/paris-summit.toml");
    let mut briefing = briefing::library::read(&shipped, &briefing::library::Options::default()).unwrap();
    briefing.article.path = Some(PathBuf::from("briefings/paris-summit.toml"));
    let mut screen = Screen::open((120, 36), ThemeName::Dark, &[std::sync::Arc::new(briefing)]);
    screen.press("} } }");
    let drawn = support::svg::picture(screen.buffer());
    let file = root.join("doc/reader.svg");
    if std::env::var_os("BRIEFING_BLESS").is_some() {
        std::fs::write(&file, &drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == drawn,
        "BRIEFING_BLESS=1 cargo test --test reader draws {} anew",
        file.display()
    );
}

#[test]
fn every_pane_alone_on_a_small_screen() {
    for (key, pane) in ["summary", "actors", "timeline", "quotes", "article", "library"]
        .iter()
        .enumerate()
    {
        let mut screen = harbour((40, 12));
        screen.press(&(key + 1).to_string());
        insta::assert_snapshot!(format!("small-{pane}"), screen.text());
    }
}

#[test]
fn help_picker_library_and_zoom() {
    for (size, name) in [(WIDE, "wide"), ((40, 12), "small")] {
        for (keys, what) in [("?", "help"), ("s", "picker"), ("l", "library"), ("5 z", "zoom")] {
            let mut screen = harbour(size);
            screen.press(keys);
            insta::assert_snapshot!(format!("{what}-{name}"), screen.text());
        }
    }
}

#[test]
fn nothing_to_show_is_said() {
    let mut screen = Screen::open((80, 24), ThemeName::Dark, &[sample::plain()]);
    insta::assert_snapshot!("nothing-extracted", screen.text());
    let mut screen = Screen::empty((80, 24), ThemeName::Dark);
    insta::assert_snapshot!("nothing-listed", screen.text());
    screen.list(Vec::new(), &["news: there is no such folder"]);
    insta::assert_snapshot!("nothing-found", screen.text());
}
