//! Hostile articles, any keys at any size.

use super::*;

#[test]
fn no_byte_of_an_article_acts_on_the_terminal() {
    for size in SIZES {
        let mut screen = Screen::open(size, ThemeName::Dark, &[sample::hostile()]);
        for keys in [
            "w",
            "5",
            "l",
            "l s",
            "Esc y",
            "/ text:red Enter",
            "? text:red",
            "Esc Esc i",
        ] {
            screen.press(keys);
            for row in screen.rows() {
                let bad = row.chars().find(|character| {
                    character.is_control()
                        || matches!(
                            character,
                            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                                | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}'
                        )
                });
                assert_eq!(bad, None, "{row:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// At any size, from anywhere, going to a quote brings its words onto the screen and marks them.
    #[test]
    fn going_to_a_quote_shows_its_words(
        columns in 20_u16..160, rows in 8_u16..60, quote in 0_usize..8, from in 0_usize..3, zoomed: bool, why: bool,
    ) {
        let mut screen = harbour((columns, rows));
        screen.press(["5", "5 G", "5 ctrl-d"][from]);
        if zoomed {
            screen.press("z");
        }
        if why {
            screen.press("w");
        }
        // The first one is selected from the start, so it is left and gone back to.
        screen.press(if quote == 0 { "n N" } else { "" });
        screen.press(&"n ".repeat(quote));
        let lock = sample::lock();
        let text = &lock.quotes.items[quote].text;
        let words: Vec<&str> = text.split_whitespace().collect();
        let shown = chosen(&mut screen);
        // The row may begin before the quote; a long quote may go on below the screen.
        let start = shown.find(words[0]).map(|at| &shown[at..]).unwrap_or_default();
        let seen = start.split_whitespace().zip(&words).take_while(|(seen, word)| seen.contains(**word)).count();
        prop_assert!(seen >= words.len().min(3), "{} of {}\n{}", seen, text, screen.text());
    }

    /// Whatever is pressed at whatever size, the reader goes on.
    #[test]
    fn no_sequence_of_keys_panics(
        keys in prop::collection::vec(
            prop::sample::select(vec![
                "j", "k", "g", "G", "ctrl-d", "ctrl-u", "PgDn", "PgUp", "Tab", "BackTab", "1", "2", "3", "4", "5", "6",
                "Enter", "]", "[", "}", "{", "n", "N", "s", "f", "/", "Esc", "z", "l", "w", "y", "Y", "e", "o", "?",
                "a", "é", "首", "Backspace", "Home", "End", "Up", "Down", "Left", "Right", "Delete", "resize",
            ]),
            1..60,
        ),
        sizes in prop::collection::vec((1_u16..140, 1_u16..50), 1..12),
    ) {
        let mut screen = harbour((80, 24));
        let mut sizes = sizes.iter().cycle();
        for key in keys {
            match (key, sizes.next()) {
                ("resize", Some((columns, rows))) => drop(screen.resize(*columns, *rows).text()),
                _ => drop(screen.press(key).text()),
            }
        }
    }
}
