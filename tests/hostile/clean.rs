//! What passes the gate, and what it becomes.

use briefing::briefing::{Changes, CleanText};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Characters of a cluster at most: as many as are counted, and one more that the last of them joins.
const LONGEST: usize = 17;

fn clean(raw: &str) -> String {
    CleanText::new(raw).to_string()
}

fn longest_cluster(text: &str) -> usize {
    text.graphemes(true)
        .map(|cluster| cluster.chars().count())
        .max()
        .unwrap_or_default()
}

#[test]
fn what_people_write_stays_as_it_is() {
    for (what, text) in [
        ("families", "👨‍👩‍👧‍👦 👨🏽‍👩🏽‍👧🏽‍👦🏽 👩🏻‍❤️‍💋‍👩🏿"),
        ("signs that are joined", "🏳️‍🌈 🏴‍☠️ 👩‍⚕️ 👁️‍🗨️ ❤️‍🔥 🙂‍↔️ 🚶‍➡️ 👩‍🦰 🐻‍❄️"),
        ("flags", "🇩🇪🇫🇷"),
        ("keys", "1️⃣ #️⃣ *️⃣ 1⃣"),
        ("text or picture", "☎︎ ❤️ ©️ ™️ ↔️ ㊗️ 〰️"),
        ("Persian", "می‌خواهم ۲۰‌ساله خانه‌ها ه‍"),
        ("Hindi", "क्‍ष क्‌ष र्‍य"),
        ("Sanskrit", "कार्त्स्न्यं"),
        ("Bengali", "র‍্য"),
        ("Malayalam", "ന്‍ ല്‍"),
        ("Sinhala", "ශ්‍රී ලංකා"),
        ("Khmer", "ស៊‌ី"),
        ("Mongolian", "ᠠ᠋"),
        ("Arabic with its marks", "ٱلرَّحِيمِ ۝١ ؀١٢"),
        ("Hebrew with its marks", "בְּרֵאשִׁ֖ית"),
        ("Vietnamese, taken apart", "Vie\u{323}\u{302}t"),
        ("Thai", "น้ำ กำลัง"),
        ("Tibetan", "བསྒྲུབས"),
        (
            "Hangul, taken apart",
            "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}",
        ),
        ("forms of Chinese characters", "葛\u{e0100}城 漢\u{fe00}"),
        ("narrow Katakana", "ｶﾞｷﾞ"),
        ("lines", "One\nand “two” – three…\n\n"),
    ] {
        assert_eq!(clean(text), text, "{what}");
    }
}

#[test]
fn nothing_is_heaped_on_one_letter() {
    let marks = "\u{316}".repeat(8);
    for (what, first, piece) in [
        ("marks", "e", "\u{316}".to_owned()),
        ("marks and joiners", "e", format!("{marks}\u{200d}")),
        ("marks and what is dropped", "e", format!("{marks}\u{200b}")),
        ("marks and selectors", "e", format!("{marks}\u{fe0f}")),
        (
            "marks around a joiner of Persian",
            "م",
            "\u{64e}\u{200c}".to_owned(),
        ),
        ("people", "", "👨\u{200d}".to_owned()),
        ("people and hearts", "", "👨\u{200d}❤\u{fe0f}\u{200d}".to_owned()),
        ("colours", "👍", "🏽".to_owned()),
        ("consonants of Hindi", "", "क्".to_owned()),
        ("consonants of Hindi and joiners", "", "क्\u{200d}".to_owned()),
        ("consonants of Hangul", "", "\u{1100}".to_owned()),
        ("vowels of Hangul", "가", "\u{1161}".to_owned()),
        ("signs of number", "", "\u{600}".to_owned()),
        ("vowels of Thai", "ก", "ำ".to_owned()),
        ("voicing", "ｶ", "ﾞ".to_owned()),
        ("enclosures", "a", "\u{20dd}\u{34f}".to_owned()),
    ] {
        let text = clean(&format!("{first}{}", piece.repeat(300)));
        let longest = longest_cluster(&text);
        assert!(longest <= LONGEST, "{what}: {longest} characters in one cluster");
    }
}

#[test]
fn nothing_is_hidden() {
    for (what, raw, kept) in [
        (
            "controls of shorthand",
            "a\u{1bca0}\u{1bca1}\u{1bca2}\u{1bca3}b",
            "a\u{fffd}b",
        ),
        ("controls of hieroglyphs", "a\u{13430}\u{1343f}b", "a\u{fffd}b"),
        ("controls of music", "a\u{1d173}\u{1d159}b", "a\u{fffd}b"),
        ("tags", "a\u{e0041}\u{e007f}b", "a\u{fffd}b"),
        (
            "what is no character",
            "a\u{1fffe}\u{8ffff}\u{10ffff}b",
            "a\u{fffd}b",
        ),
        (
            "private use",
            "a\u{e000}\u{f8ff}\u{f0000}\u{10fffd}b",
            "a\u{fffd}b",
        ),
        ("selectors of Mongolian", "a\u{180b}\u{180f}b", "ab"),
        ("vowels of Khmer that are never seen", "a\u{17b4}\u{17b5}b", "ab"),
        ("Braille without a dot", "a\u{2800}b", "a b"),
        ("joiners in Latin", "é\u{200d}é\u{200c}1\u{200d}", "éé1"),
        ("joiners in Chinese", "中\u{200d}国\u{200c}", "中国"),
        (
            "selectors in Latin",
            "é\u{fe00}é\u{fe0f}1\u{fe0f}2\u{fe0e}",
            "éé12",
        ),
        ("selectors that nothing has", "中\u{fe05}👨\u{fe05}", "中👨"),
        (
            "two selectors",
            "❤\u{fe0f}\u{fe0e}中\u{e0100}\u{e0101}",
            "❤\u{fe0f}中\u{e0100}",
        ),
        ("joiners with nothing to join", "👨\u{200d} \u{200d}a", "👨 a"),
        ("two joiners", "م\u{200c}\u{200d}ن", "م\u{200c}ن"),
    ] {
        assert_eq!(clean(raw), kept, "{what}");
    }
}

#[test]
fn what_is_left_out_and_shown_is_counted() {
    let changes = CleanText::changes("é\u{200d} \u{1b}\u{1bca0}\u{e001}\r\n\u{2800}");
    assert_eq!((changes.dropped, changes.shown), (1, 2));
    // Icons in the styles of a page are no alarm.
    assert_eq!(CleanText::changes("\u{e000}\u{e001}"), Changes::default());
}

/// Characters that have something to do with clusters.
fn character() -> impl Strategy<Value = char> {
    prop_oneof![
        prop::sample::select(
            "a1#é\n\r \u{300}\u{316}\u{20e3}\u{34f}\u{200b}\u{200c}\u{200d}\u{fe00}\u{fe0e}\u{fe0f}\u{e0100}\u{180b}\u{180f}ᠠ👨❤🏽🇩©\
             क\u{94d}\u{93c}া\u{9cd}കം\u{d4d}\u{d4e}\u{600}\u{6dd}م\u{64e}中\u{1100}\u{1161}\u{11a8}가각กำﾞ\u{fffd}\u{e000}\u{1b}\u{3164}\
             \u{17d2}ក\u{1039}\u{1a60}\u{113d0}\u{11a99}\u{16d63}\u{16d67}"
                .chars()
                .collect::<Vec<_>>()
        ),
        any::<char>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn clean_text_stays_clean_and_its_clusters_small(characters in prop::collection::vec(character(), 0..120)) {
        let once = clean(&characters.into_iter().collect::<String>());
        prop_assert_eq!(clean(&once), once.clone());
        prop_assert_eq!(CleanText::changes(&once), Changes::default());
        prop_assert!(longest_cluster(&once) <= LONGEST, "{:?}", once);
        let line = CleanText::line(&once);
        prop_assert_eq!(CleanText::line(&line), line);
    }

    /// Few kinds of characters, so that their rows grow long.
    #[test]
    fn no_row_grows_without_end(kinds in prop::collection::vec(character(), 1..4), picks in prop::collection::vec(0_usize..4, 0..200)) {
        let text: String = picks.into_iter().map(|pick| kinds[pick % kinds.len()]).collect();
        let once = clean(&text);
        prop_assert_eq!(clean(&once), once.clone());
        prop_assert!(longest_cluster(&once) <= LONGEST, "{:?}", once);
    }
}
