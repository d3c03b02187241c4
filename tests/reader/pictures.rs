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
