//! Bytes in, the same words out: encodings declared, lied about and guessed, letters encoded twice, and what the notes of
//! an article tell of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use std::path::Path;

use briefing::briefing::Article;
use briefing::load::load_bytes;
use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, ISO_2022_JP, ISO_8859_2, KOI8_R, SHIFT_JIS, UTF_8, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1254,
};

fn read(bytes: &[u8], name: &str) -> Article {
    load_bytes(bytes, Some(Path::new(name)))
        .unwrap_or_else(|error| panic!("{error}"))
        .article
}

fn notes(article: &Article) -> Vec<&str> {
    article
        .notes
        .iter()
        .map(briefing::briefing::CleanText::as_str)
        .collect()
}

/// Words of each language, and the encoding that pages in it used to have.
const WORDS: &[(&Encoding, &str)] = &[
    (WINDOWS_1252, "“It’s shut – for good,” said Zoë."),
    (WINDOWS_1251, "Мост через реку закрыли во вторник."),
    (KOI8_R, "Мост через реку закрыли во вторник."),
    (ISO_8859_2, "Most przez rzekę zamknięto, źle."),
    (WINDOWS_1254, "Köprü salı günü kapatıldı, şimdi."),
    (SHIFT_JIS, "川の橋は火曜日に閉鎖された。"),
    (ISO_2022_JP, "川の橋は火曜日に閉鎖された。"),
    (GB18030, "河上的桥星期二关闭了。"),
    (BIG5, "河上的橋星期二關閉了。"),
    (EUC_KR, "다리는 화요일에 폐쇄되었다."),
];

fn declarations(label: &str) -> [String; 4] {
    [
        format!("<!DOCTYPE html><html><head><meta charset=\"{label}\"></head>"),
        format!("<html><head><META HTTP-EQUIV=content-type CONTENT='text/html; charset={label}'></head>"),
        format!("<!-- saved -->\n<html><head><title>x</title><meta charset={label}></head>"),
        format!("<?xml version=\"1.0\" encoding=\"{label}\"?><!DOCTYPE html><html>"),
    ]
}

#[test]
fn a_page_is_in_the_encoding_that_it_declares() {
    for (encoding, words) in WORDS {
        for head in declarations(encoding.name()) {
            let html = format!("{head}<body><p>{words}</p></body></html>");
            let article = read(&encoding.encode(&html).0, "page.html");
            assert_eq!(article.text.as_str(), *words, "{head}");
            assert!(article.notes.is_empty(), "{:?}", article.notes);
        }
    }
}

#[test]
fn utf8_is_utf8_whatever_it_declares() {
    for (encoding, words) in WORDS {
        let head = &declarations(encoding.name())[0];
        let article = read(format!("{head}<body><p>{words}</p>").as_bytes(), "page.html");
        assert_eq!(article.text.as_str(), *words, "{head}");
    }
}

#[test]
fn a_declaration_that_lies_is_passed_over() {
    let words = "“It’s shut – for good,” said Zoë. “It’s shut.”";
    for label in ["utf-8", "shift_jis", "nonsense", "utf-16", "gb18030"] {
        let html = format!("{}<body><p>{words}</p></body></html>", declarations(label)[0]);
        let bytes = WINDOWS_1252.encode(&html).0;
        let article = read(&bytes, "page.html");
        assert_eq!(article.text.as_str(), words, "{label}");
    }
}

#[test]
fn utf16_without_a_mark_is_known_in_any_script() {
    for (_, words) in WORDS {
        let html = format!("<!DOCTYPE html><html><body><p>{words}</p></body></html>");
        for swap in [u16::to_le_bytes, u16::to_be_bytes] {
            let bytes: Vec<u8> = html.encode_utf16().flat_map(swap).collect();
            assert_eq!(read(&bytes, "page.html").text.as_str(), *words);
        }
    }
}

#[test]
fn utf16_without_a_mark_needs_no_markup_to_be_known() {
    for words in [
        "Мост через реку закрыли во вторник, сообщила пресс-служба. Жители ждут парома до 10 февраля.",
        "川の橋は火曜日に閉鎖された。「誰もけがをしていない」と市長は語った。\n\n渡し船はすぐに満員になった。",
    ] {
        for swap in [u16::to_le_bytes, u16::to_be_bytes] {
            let bytes: Vec<u8> = words.encode_utf16().flat_map(swap).collect();
            assert_eq!(read(&bytes, "a.txt").text.as_str(), words);
        }
    }
    // Numbers that no text is written with.
    let numbers = (0..400_u16).flat_map(|number| (number.wrapping_mul(30_011) | 0x0100).to_le_bytes());
    let data: Vec<u8> = numbers.chain(*b" \0").collect();
    assert!(load_bytes(&data, Some(Path::new("a.txt"))).is_err());
}

#[test]
fn a_guess_is_noted() {
    let article = read(&WINDOWS_1252.encode("“It’s shut,” said Zoë.").0, "a.txt");
    assert_eq!(
        notes(&article),
        ["The encoding is not declared; it was taken to be windows-1252."]
    );
    assert!(
        read("“It’s shut,” said Zoë.".as_bytes(), "a.txt")
            .notes
            .is_empty()
    );
}

#[test]
fn what_was_encoded_twice_is_put_right_and_noted() {
    let right = "“It’s shut – for good,” said Zoë in the café.";
    let broken = WINDOWS_1252
        .decode_without_bom_handling(right.as_bytes())
        .0
        .into_owned();
    let article = read(broken.as_bytes(), "a.txt");
    assert_eq!(article.text.as_str(), right);
    assert_eq!(
        notes(&article),
        ["Characters that had been encoded twice were put right: 6."]
    );
    let html = format!(
        "<html><body><p>{}</p>",
        broken.replace('â', "&acirc;").replace('€', "&euro;")
    );
    assert_eq!(read(html.as_bytes(), "a.html").text.as_str(), right);
}

#[test]
fn what_nobody_sees_is_left_out_and_noted() {
    let article = read(
        "The\u{200b} bri\u{ad}dge\u{feff} was\u{2060}\u{a0}shut.\u{1b}[2J\u{202e}".as_bytes(),
        "a.txt",
    );
    assert_eq!(article.text.as_str(), "The bridge was shut.␛[2J\u{fffd}");
    assert_eq!(
        notes(&article),
        [
            "Characters that could act on a terminal were made visible: 2.",
            "Characters that nobody sees were left out: 4."
        ]
    );
}

#[test]
fn damage_is_noted() {
    let mut bytes = "“It’s shut,” said Zoë. “It’s shut.”".repeat(2).into_bytes();
    bytes.push(0xff);
    let article = read(&bytes, "a.txt");
    assert_eq!(
        notes(&article),
        ["Bytes that are no text are shown as \u{fffd}: 1."]
    );
}

#[test]
fn marks_of_windows_among_utf8_are_read_and_noted() {
    let whole = "“It’s shut,” said Zoë. “It’s shut.” ".repeat(4);
    let pasted = WINDOWS_1252.encode("“It’s open,” said Ida.").0;
    let both = [whole.as_bytes(), b"\n\n", &pasted].concat();
    let article = read(&both, "a.txt");
    assert!(
        article.text.ends_with("\n\n“It’s open,” said Ida."),
        "{}",
        article.text
    );
    assert_eq!(
        notes(&article),
        ["Bytes of Windows-1252 among UTF-8 were read as what they are: 3."]
    );
    // Other bytes are of a letter, and so may these be.
    for rest in [&b" \xe2\x80"[..], b"\x80\x94 ", b" \x93\xe9", b"Z\xc3 \x93"] {
        let cut = [whole.as_bytes(), rest].concat();
        let text = read(&cut, "a.txt").text;
        assert!(text.contains('\u{fffd}'), "{rest:?}: {text}");
    }
}

#[test]
fn entities_in_plain_text_are_read() {
    let article = read(
        b"It&rsquo;s shut &ndash; for good, said Zo&euml; of R&D;.\n\nAll&nbsp;left.",
        "a.txt",
    );
    assert_eq!(
        article.text.as_str(),
        "It’s shut – for good, said Zoë of R&D;.\n\nAll left."
    );
}

#[test]
fn every_beginning_of_a_page_in_every_encoding_is_read_or_refused() {
    for (encoding, words) in WORDS.iter().chain(&[(UTF_8, "x")]) {
        let html = format!(
            "{}<body><p>{words}</p></body></html>",
            declarations(encoding.name())[0]
        );
        let bytes = encoding.encode(&html).0;
        for end in 0..bytes.len() {
            if let Err(error) = load_bytes(&bytes[..end], Some(Path::new("page.html"))) {
                assert!(error.to_string().starts_with("page.html: "), "{error}");
            }
        }
    }
}
