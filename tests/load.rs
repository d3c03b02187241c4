//! Files in, articles out: every encoding, every spelling of metadata, every way to part paragraphs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

mod common;

use std::fs;
use std::path::Path;

use briefing::briefing::{Article, Format, Speaker};
use briefing::load::{LoadError, is_sidecar, load_bytes, load_file, sidecar_path};
use proptest::prelude::*;

use common::about;

fn text(raw: &str) -> Article {
    load_bytes(raw.as_bytes(), Some(Path::new("story.txt")))
        .unwrap()
        .article
}

fn markdown(raw: &str) -> Article {
    load_bytes(raw.as_bytes(), Some(Path::new("story.md")))
        .unwrap()
        .article
}

fn paragraphs(article: &Article) -> Vec<&str> {
    article.text.split("\n\n").collect()
}

const BODY: &str = "The bridge over the Mell was shut on Tuesday.\n\nNobody was hurt, the mayor said.";

// Metadata lines

#[test]
fn headline_standfirst_byline_and_date_leave_the_body() {
    let article = text(&format!(
        "Bridge shut after flood\nThe river rose by two metres in one night.\nBy Ida Holm and Per Aas in Mellby\n\
         Published 4 September 2025, 14:30 BST | Updated 16:02\n\n{BODY}"
    ));
    insta::assert_snapshot!(about(&article), @r"
    title: Bridge shut after flood
    standfirst: The river rose by two metres in one night.
    byline: Ida Holm and Per Aas in Mellby
    published: 2025-09-04 14:30:00
    text: The bridge over the Mell was shut on Tuesday. ¶ Nobody was hurt, the mayor said.
    ");
}

#[test]
fn a_first_line_right_before_the_date_is_a_standfirst_even_with_a_full_stop() {
    let article = text(
        "A bridge was shut as the river rose by two metres.\nPublished On 4 Sep 2025\nThe bridge over the Mell was shut on \
         Tuesday.\nNobody was hurt, the mayor said.\n",
    );
    insta::assert_snapshot!(about(&article), @r"
    standfirst: A bridge was shut as the river rose by two metres.
    published: 2025-09-04
    text: The bridge over the Mell was shut on Tuesday. ¶ Nobody was hurt, the mayor said.
    ");
}

#[test]
fn a_headline_is_known_by_its_form_alone() {
    let article = text(&format!("Bridge shut after flood\n\n{BODY}"));
    assert_eq!(article.title.as_deref(), Some("Bridge shut after flood"));
    assert_eq!(paragraphs(&article).len(), 2);
    let asks = text(&format!("Is the bridge safe?\n\n{BODY}"));
    assert_eq!(asks.title.as_deref(), Some("Is the bridge safe?"));
}

#[test]
fn a_first_sentence_is_no_headline() {
    for first in [
        "The bridge was shut.",
        "“The bridge is shut,” said the mayor.",
        "Nobody knows why: the bridge was shut;",
        "the bridge was shut",
        "- the bridge",
    ] {
        let article = text(&format!("{first}\n\n{BODY}"));
        assert_eq!(article.title, None, "{first}");
        assert!(article.text.starts_with(first), "{first}");
    }
}

#[test]
fn bylines_and_sources_in_their_spellings() {
    for (lines, byline, source) in [
        ("By Ida Holm", Some("Ida Holm"), None),
        ("Interview by Ida Holm", Some("Ida Holm"), None),
        ("BY IDA HOLM", Some("IDA HOLM"), None),
        (
            "By Ida Holm, political correspondent",
            Some("Ida Holm, political correspondent"),
            None,
        ),
        (
            "By Ida van der Holm and Per Aas Jr.",
            Some("Ida van der Holm and Per Aas Jr."),
            None,
        ),
        ("By The Associated Press", Some("The Associated Press"), None),
        ("Words: Ida Holm", Some("Ida Holm"), None),
        ("Written by: Ida Holm", Some("Ida Holm"), None),
        ("By Ida Holm | 4 September 2025", Some("Ida Holm"), None),
        ("By Ida Holm, 4 September 2025", Some("Ida Holm"), None),
        ("By Ida Holm 4 September 2025", Some("Ida Holm"), None),
        ("Posted on 4 September 2025 by Ida Holm", Some("Ida Holm"), None),
        (
            "By Ida Holm\nAssociated Press",
            Some("Ida Holm"),
            Some("Associated Press"),
        ),
        ("Source: Mellby Post", None, Some("Mellby Post")),
        ("(Reuters)", None, Some("Reuters")),
    ] {
        let article = text(&format!("Bridge shut after flood\n{lines}\n\n{BODY}"));
        assert_eq!(article.byline.as_deref(), byline, "{lines}");
        assert_eq!(article.source.as_deref(), source, "{lines}");
        assert_eq!(
            article.title.as_deref(),
            Some("Bridge shut after flood"),
            "{lines}"
        );
        assert_eq!(paragraphs(&article).len(), 2, "{lines}");
    }
}

#[test]
fn a_byline_may_go_without_by() {
    let article = text(&format!(
        "Bridge shut after flood\nThe river rose by two metres.\nIda Holm in Mellby\nThu 4 Sep 2025 18.30 BST\nLast modified on \
         Thu 4 Sep 2025 20.12 BST\n\n{BODY}\n\nhttps://post.example/bridge"
    ));
    insta::assert_snapshot!(about(&article), @r"
    title: Bridge shut after flood
    standfirst: The river rose by two metres.
    byline: Ida Holm in Mellby
    url: https://post.example/bridge
    published: 2025-09-04 18:30:00
    text: The bridge over the Mell was shut on Tuesday. ¶ Nobody was hurt, the mayor said.
    ");
    let article = text(&format!(
        "Bridge shut after flood\n4 September 2025\nIda Holm\nBBC News\n\n{BODY}"
    ));
    assert_eq!(
        (article.byline.as_deref(), article.standfirst),
        (Some("Ida Holm"), None)
    );
}

#[test]
fn bylines_and_days_of_other_languages() {
    for (lines, byline, day) in [
        (
            "Von Anke Petersen\n7. Oktober 2025, 20:14 Uhr",
            "Anke Petersen",
            Some("2025-10-07"),
        ),
        (
            "Par Hélène Duval\nPublié le 7 octobre 2025",
            "Hélène Duval",
            Some("2025-10-07"),
        ),
        ("Von Trapp\n7 October 2025", "Von Trapp", Some("2025-10-07")),
        ("By Ida Holm\n07/10/2025", "Ida Holm", None),
    ] {
        let article = text(&format!("Bridge shut after flood\n\n{lines}\n\n{BODY}"));
        assert_eq!(article.byline.as_deref(), Some(byline), "{lines}");
        assert_eq!(article.standfirst, None, "{lines}");
        let told = article.published.map(|published| published.date.to_string());
        assert_eq!(told.as_deref(), day, "{lines}");
    }
}

#[test]
fn prose_that_looks_like_metadata_stays() {
    for line in [
        "By Friday the water had gone.",
        "By Jane’s account, the water had gone.",
        "By any measure the flood was the worst in years",
        "Source: the mayor said the water came from the hills.",
        "Published works were lost in the flood.",
        "Updated plans for a new bridge were shown on 4 September 2025.",
    ] {
        let article = text(&format!("{BODY}\n\n{line}\n\n{BODY}"));
        assert!(article.text.contains(line), "{line}");
        let first = text(&format!("{line}\n\n{BODY}"));
        assert!(about(&first).contains(line), "{line}");
    }
}

#[test]
fn metadata_in_the_middle_of_a_story_stays() {
    let article = text(&format!(
        "{BODY}\n\nThe old bridge fell.\n\n4 September 2025\n\nBy Ida Holm\n\n{BODY}"
    ));
    assert!(article.text.contains("4 September 2025\n\nBy Ida Holm"));
    assert_eq!(article.byline, None);
}

#[test]
fn labelled_head_and_tail() {
    let article = text(&format!(
        "Title: Bridge shut after flood\nAuthor: Ida Holm\nDate: 2025-09-04T06:15Z\nLanguage: en-GB\n\n{BODY}\n\nSource: \
         Mellby Post\nURL: https://post.example/bridge\n"
    ));
    insta::assert_snapshot!(about(&article), @r"
    title: Bridge shut after flood
    byline: Ida Holm
    source: Mellby Post
    url: https://post.example/bridge
    published: 2025-09-04 06:15:00
    language: en-GB
    text: The bridge over the Mell was shut on Tuesday. ¶ Nobody was hurt, the mayor said.
    ");
}

#[test]
fn metadata_above_the_headline() {
    let article = text(&format!(
        "Mellby Post\nSource: Mellby Post\n4 Sep 2025\n\nBridge shut after flood\n\n{BODY}"
    ));
    assert_eq!(article.source.as_deref(), Some("Mellby Post"));
    let article = text(&format!(
        "Source: Mellby Post\n4 Sep 2025\n\nBridge shut after flood\n\n{BODY}"
    ));
    assert_eq!(article.title.as_deref(), Some("Bridge shut after flood"));
    assert_eq!(paragraphs(&article).len(), 2);
}

#[test]
fn a_dateline_tells_place_agency_and_date() {
    let article = text(
        "Bridge shut after flood\n\nMELLBY, Norway, Sept 4, 2025 (Reuters) - The bridge over the Mell was shut on \
         Tuesday.\n\nNobody was hurt.",
    );
    insta::assert_snapshot!(about(&article), @r"
    title: Bridge shut after flood
    dateline: MELLBY, Norway, Sept 4, 2025 (Reuters)
    source: Reuters
    published: 2025-09-04
    text: The bridge over the Mell was shut on Tuesday. ¶ Nobody was hurt.
    ");
}

#[test]
fn labels_of_a_transcript_are_no_datelines() {
    let raw = "HOLM — Was the bridge safe?\n\nAAS — It was safe on Monday.\n\nHOLM — And on Tuesday?";
    let article = text(raw);
    assert_eq!(article.text.as_str(), raw);
}

#[test]
fn a_file_of_metadata_alone_keeps_its_words() {
    let article = text("Bridge shut after flood\nBy Ida Holm\n");
    assert_eq!(article.text.as_str(), "Bridge shut after flood");
    assert_eq!(article.byline.as_deref(), Some("Ida Holm"));
}

#[test]
fn a_line_drawn_across_is_no_title() {
    for rule in ["____________", "----", "***"] {
        let article = text(&format!("{rule}\n\n{BODY}"));
        assert_eq!(article.title, None, "{rule}");
        let dated = text(&format!("{rule}\nBridge shut\n4 September 2025\n\n{BODY}"));
        assert_eq!(
            dated.title.as_deref(),
            Some("Bridge shut"),
            "{rule}: {}",
            about(&dated)
        );
    }
}

#[test]
fn what_a_wire_calls_a_story_is_no_headline() {
    let article = text(&format!(
        "BC-MELLBY-FLOOD/ (URGENT)\nBridge shut after flood\n\nBy Ida Holm\n\nMELLBY, Sept 4 (Reuters) - {BODY}"
    ));
    assert_eq!(article.title.as_deref(), Some("Bridge shut after flood"));
    assert_eq!(article.text.as_str(), BODY);
    assert!(notes(&article).contains("BC-MELLBY-FLOOD/ (URGENT)"));
    let article = text(&format!("EU-US TALKS FAIL\nBy Ida Holm\n\n{BODY}"));
    assert_eq!(article.title.as_deref(), Some("EU-US TALKS FAIL"));
}

// Paragraphs

#[test]
fn cut_lines_are_joined() {
    let article = text(
        "Bridge shut after flood\n\nThe bridge over the Mell was shut on Tuesday after the river\nrose by two metres in a \
         single night, and the long-\nterm repairs may take until spring, the harbour mas-\nter said. He has been harbour \
         master for\ntwenty years.\n\nNobody was hurt, the mayor said, but the school by\nthe river will stay closed this \
         week.",
    );
    insta::assert_snapshot!(about(&article), @r"
    title: Bridge shut after flood
    text: The bridge over the Mell was shut on Tuesday after the river rose by two metres in a single night, and the long-term repairs may take until spring, the harbour master said. He has been harbour master for twenty years. ¶ Nobody was hurt, the mayor said, but the school by the river will stay closed this week.
    ");
}

#[test]
fn cut_lines_without_blank_lines_part_where_a_line_has_room() {
    let article = text(
        "The bridge over the Mell was shut on Tuesday after the river\nrose by two metres in a single night, and nobody \
         knows when it\nwill open again.\nNobody was hurt, the mayor said, but the school by the river\nwill stay closed \
         for the rest of the week, and perhaps longer.\n",
    );
    assert_eq!(paragraphs(&article).len(), 2);
    assert!(article.text.contains("again.\n\nNobody"));
}

#[test]
fn set_in_lines_begin_paragraphs() {
    let article = text(
        "   The bridge over the Mell was shut on Tuesday after the river\nrose by two metres in a single night, and nobody \
         knows when it will\n   Nobody was hurt, the mayor said, but the school by the river\nwill stay closed for the \
         rest of the week, and perhaps longer.\n",
    );
    assert_eq!(paragraphs(&article).len(), 2);
}

#[test]
fn each_line_is_a_paragraph_where_lines_were_not_cut() {
    let article =
        text("The bridge was shut.\nNobody was hurt.\n“We were lucky,” the mayor said.\nRain is forecast.");
    assert_eq!(paragraphs(&article).len(), 4);
}

#[test]
fn white_space_is_made_plain() {
    let article = text("  The\u{a0}bridge   was\tshut.  \r\n\r\n\r\n \t \r\nNobody was hurt.\u{feff}\r\n");
    assert_eq!(article.text.as_str(), "The bridge was shut.\n\nNobody was hurt.");
}

#[test]
fn what_could_act_on_a_terminal_is_made_harmless() {
    let article =
        text("\u{1b}[31mRed\u{202e} bridge\nBy Ida\u{1b}]0;x\u{7} Holm\n\nThe bridge was shut.\u{9b}2J");
    for field in [article.title.unwrap(), article.text] {
        assert!(
            !field.contains(['\u{1b}', '\u{202e}', '\u{9b}', '\u{7}']),
            "{field}"
        );
    }
}

#[test]
fn accents_and_their_letters_become_one_character() {
    assert_eq!(
        text("The cafe\u{301} by the bridge was shut.").text.as_str(),
        "The café by the bridge was shut."
    );
}

// Encodings

const CURLY: &str = "“It’s shut – for good,” said Zoë.";

#[test]
fn every_encoding_gives_the_same_text() {
    let utf16 = |swap: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
        let mark = mark.then_some(0xfeff);
        mark.into_iter()
            .chain(CURLY.encode_utf16())
            .flat_map(swap)
            .collect()
    };
    let windows = encoding_rs::WINDOWS_1252.encode(CURLY).0.into_owned();
    for (name, bytes) in [
        ("UTF-8", CURLY.as_bytes().to_vec()),
        ("UTF-8 with mark", [b"\xef\xbb\xbf", CURLY.as_bytes()].concat()),
        ("UTF-16LE with mark", utf16(u16::to_le_bytes, true)),
        ("UTF-16BE with mark", utf16(u16::to_be_bytes, true)),
        ("UTF-16LE", utf16(u16::to_le_bytes, false)),
        ("UTF-16BE", utf16(u16::to_be_bytes, false)),
        ("Windows-1252", windows),
    ] {
        let loaded = load_bytes(&bytes, None).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(loaded.article.text.as_str(), CURLY, "{name}");
    }
}

#[test]
fn damaged_utf8_stays_utf8() {
    let mut bytes = format!("{CURLY} {CURLY}").into_bytes();
    bytes.extend(b" \xff the end.");
    let article = load_bytes(&bytes, None).unwrap().article;
    assert_eq!(
        article.text.as_str(),
        format!("{CURLY} {CURLY} \u{fffd} the end.")
    );
}

// What is no article

fn refusal(bytes: &[u8], name: &str) -> String {
    load_bytes(bytes, Some(Path::new(name))).unwrap_err().to_string()
}

#[test]
fn what_is_no_text_is_named() {
    insta::assert_snapshot!(refusal(b"\x89PNG\r\n\x1a\n\0\0", "a.txt"), @"a.txt: this is no text but a PNG picture; give the words that are in it, in a file of text");
    for (bytes, kind) in [
        (&b"\x89PNG\r\n\x1a\n\0\0"[..], "a PNG picture"),
        (b"Rar!\x1a\x07..", "a RAR archive"),
        (b"Rar!\x1a\x07..", "; unpack it first"),
        (b"bplist00\xd1\x01\x02", "a web archive of Safari"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"abc\0\x01\x02\x03def", "binary data"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08", "binary data"),
    ] {
        assert!(
            refusal(bytes, "a").contains(kind),
            "{kind}: {}",
            refusal(bytes, "a")
        );
    }
}

#[test]
fn nothing_but_white_space_is_said_to_be_empty() {
    for bytes in [&b""[..], b" \n\t\r\n", "\u{feff}\u{a0}".as_bytes()] {
        assert_eq!(
            refusal(bytes, "a.txt"),
            "a.txt: there is no text in it; save it again with its words"
        );
    }
    assert_eq!(
        load_bytes(b"", None).unwrap_err().to_string(),
        "standard input: there is no text in it; save it again with its words"
    );
    assert_eq!(
        refusal(b"---\ntitle: Bridge\n---\n", "a.md"),
        "a.md: there is no text in it; save it again with its words"
    );
}

#[test]
fn names_of_files_are_clean_in_messages() {
    assert!(!refusal(b"", "a\u{1b}[2J.txt").contains('\u{1b}'));
}

#[test]
fn a_file_that_is_not_there_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("missing.txt");
    let message = load_file(&path).unwrap_err().to_string();
    assert!(
        message.ends_with("missing.txt: there is no such file or folder; is the name spelled right?"),
        "{message}"
    );
    let message = load_file(folder.path()).unwrap_err().to_string();
    assert!(message.ends_with("this is a folder, not a file"), "{message}");
}

// Markdown

#[test]
fn markdown_becomes_plain_paragraphs() {
    let article = markdown(
        "---\ntitle: \"Bridge shut: for good?\"\nauthor: [Ida Holm, Per Aas]\ndate: 2025-09-04\nlink: \
         https://post.example/b\ndescription: The river rose.\nlang: en\ntags: [flood]\nweight: 10\n---\n\n# Bridge shut: for \
         good?\n\nThe *bridge* over the [Mell](https://mell.example) was\n**shut** on Tuesday.[^1] ![A picture](b.png)\n\n- one \
         lane\n- two lanes\n\n> “We were lucky,” the mayor said.\n\n## What next\n\nA <b>new</b> bridge.<br>In \
         spring.\n\n```\nlet x = 1;\n```\n\n<!-- hidden -->\n\n[^1]: A note.\n",
    );
    insta::assert_snapshot!(about(&article), @r"
    title: Bridge shut: for good?
    standfirst: The river rose.
    byline: Ida Holm, Per Aas
    url: https://post.example/b
    published: 2025-09-04
    language: en
    text: The bridge over the Mell was shut on Tuesday. ¶ one lane ¶ two lanes ¶ “We were lucky,” the mayor said. ¶ What next ¶ A new bridge. ¶ In spring. ¶ let x = 1; ¶ A note.
    ");
    assert_eq!(article.format, Format::Markdown);
}

#[test]
fn toml_front_matter() {
    let article = markdown(&format!(
        "+++\ntitle = \"Bridge shut\"\ndate = 2025-09-04T06:15:00Z\n[author]\nname = \"Ida Holm\"\n+++\n{BODY}"
    ));
    insta::assert_snapshot!(about(&article), @r"
    title: Bridge shut
    byline: Ida Holm
    published: 2025-09-04 06:15:00
    text: The bridge over the Mell was shut on Tuesday. ¶ Nobody was hurt, the mayor said.
    ");
}

#[test]
fn the_first_heading_is_the_title_where_there_is_no_front_matter() {
    let article = markdown(&format!("# Bridge *shut*\n\nBy Ida Holm\n\n{BODY}"));
    assert_eq!(article.title.as_deref(), Some("Bridge shut"));
    assert_eq!(article.byline.as_deref(), Some("Ida Holm"));
    assert_eq!(paragraphs(&article).len(), 2);
}

#[test]
fn content_tells_the_format_before_the_name() {
    let format = |raw: &str| {
        load_bytes(raw.as_bytes(), Some(Path::new("story")))
            .unwrap()
            .article
            .format
    };
    assert_eq!(
        format(&format!("---\ntitle: Bridge\n---\n{BODY}")),
        Format::Markdown
    );
    assert_eq!(format(&format!("# Bridge\n\n{BODY}")), Format::Markdown);
    assert_eq!(
        format("# a comment\nformat = 1\n[article]\ntext = 'Shut.'"),
        Format::Toml
    );
    assert_eq!(format("[article]\ntext = 'Shut.'"), Format::Toml);
    assert_eq!(format("--- \nno front matter"), Format::Text);
}

#[test]
fn broken_front_matter_is_told_with_its_line() {
    for (raw, line) in [
        ("+++\ntitle = Bridge\n+++\nShut.", 2),
        ("\n\n+++\ndate = 2025-09-04\ntitle = Bridge\n+++\nShut.", 5),
    ] {
        let message = refusal(raw.as_bytes(), "a.md");
        let start = format!("a.md:{line}: the front matter cannot be read");
        assert!(message.starts_with(&start), "{message}");
    }
}

fn notes(article: &Article) -> String {
    article
        .notes
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn yaml_that_is_not_well_formed_is_read_line_by_line() {
    for (matter, known) in [
        (
            "title: Strike: the crews say no\nauthor: Ida Holm\ndate: 2025-09-04",
            "title: Strike: the crews say no\nbyline: Ida Holm\npublished: 2025-09-04\n",
        ),
        (
            "title: \"Crews say \"no\" again\"\nauthor: @holm",
            "title: Crews say \"no\" again\nbyline: @holm\n",
        ),
        (
            "title: A: b\nauthor:\n  - Ida Holm\n  - \"[[Per Aas]]\"\npublisher:\n  name: The Post\n  url: \
             x\ndescription: >\n  The river\n  rose.",
            "title: A: b\nstandfirst: The river rose.\nbyline: Ida Holm, Per Aas\nsource: The Post\n",
        ),
        (
            "title: A: b\nauthors: [Ida Holm, 'Per Aas']",
            "title: A: b\nbyline: Ida Holm, Per Aas\n",
        ),
        (
            "title: Bridge\nauthor: \"Ida Holm",
            "title: Bridge\nbyline: \"Ida Holm\n",
        ),
    ] {
        let article = markdown(&format!("---\n{matter}\n---\n{BODY}"));
        let body = BODY.replace("\n\n", " ¶ ");
        assert_eq!(about(&article), format!("{known}text: {body}"), "{matter}");
        assert!(
            notes(&article).starts_with("The front matter is not well-formed (line "),
            "{matter}: {}",
            notes(&article)
        );
    }
    let article = markdown(&format!("\n---\nauthor: Ida\ntitle: A: b\n---\n{BODY}"));
    assert!(notes(&article).contains("(line 4)"), "{}", notes(&article));
}

#[test]
fn text_between_rules_is_no_front_matter() {
    for first in [
        "The bridge was shut.",
        "The bridge was shut.\n\nThe mayor said: “Nobody was hurt.”",
        "The mayor said: nobody was hurt.",
        "Note: the bridge is shut.",
        "Note: the bridge is shut.\n\nThe mayor said: “Nobody: not one.”",
        "# Bridge: shut",
        "- one\n- two",
    ] {
        let article = markdown(&format!("---\n\n{first}\n\n---\n\n{BODY}"));
        let told = about(&article);
        for words in first.split('\n').filter(|words| !words.is_empty()) {
            assert!(told.contains(words.trim_start_matches(['#', '-', ' '])), "{told}");
        }
        assert!(told.ends_with(&BODY.replace("\n\n", " ¶ ")), "{told}");
        assert_eq!(notes(&article), "");
    }
}

#[test]
fn the_day_a_page_was_kept_is_not_taken_for_that_of_publication() {
    let kept = "`created` in its front matter is the day on which the page was kept, and was not taken for that of \
                publication.";
    for (matter, published, made, note) in [
        (
            "source: https://post.example/b\ncreated: 2025-09-06",
            None,
            None,
            kept,
        ),
        ("published:\ncreated: 2025-09-06", None, None, kept),
        (
            "updated: 2025-09-06 07:12:11Z\ncreated: 2025-09-05\nurl: https://post.example/b",
            None,
            None,
            kept,
        ),
        ("created: 2025-09-06", None, Some("2025-09-06"), ""),
        ("updated: 2025-09-06", None, Some("2025-09-06"), ""),
        (
            "created: 2025-09-06\nsource: https://post.example/b\npublished: 2025-09-04",
            Some("2025-09-04"),
            None,
            "",
        ),
    ] {
        let article = markdown(&format!("---\n{matter}\n---\n{BODY}"));
        let day = |date: Option<briefing::briefing::Published>| date.map(|date| date.date.to_string());
        assert_eq!(day(article.published).as_deref(), published, "{matter}");
        assert_eq!(day(article.made).as_deref(), made, "{matter}");
        assert_eq!(notes(&article), note, "{matter}");
    }
}

#[test]
fn links_of_obsidian_are_read_as_they_are_shown() {
    let article = markdown(&format!(
        "---\nauthor:\n  - \"[[Ida Holm]]\"\n  - \"[[people/aas|Per Aas]]\"\n---\nThe [[Mell|river]] rose at \
         [[Mellby]], ==two metres== in a night.[[1]](#n) ![[map.png]]\n\na == b, c ==d, [[ e, [[[[f]], ====\n\n> [!info]- \
         Kept\n> from the web\n\n{BODY}"
    ));
    insta::assert_snapshot!(about(&article), @r"
    byline: Ida Holm, Per Aas
    text: The river rose at Mellby, two metres in a night.[1] ¶ a == b, c ==d, [[ e, [[f, ==== ¶ Kept ¶ from the web ¶ The bridge over the Mell was shut on Tuesday. ¶ Nobody was hurt, the mayor said.
    ");
}

#[test]
fn lines_at_the_head_stay_apart_where_each_is_metadata() {
    for (head, byline, published) in [
        (
            "*By Ida Holm, harbour correspondent*  \n*Published 4 September 2025*",
            "Ida Holm, harbour correspondent",
            "2025-09-04",
        ),
        ("Ida Holm  \n4 September 2025", "Ida Holm", "2025-09-04"),
        (
            "[Ida Holm](https://post.example/ida)\nSep 04, 2025",
            "Ida Holm",
            "2025-09-04",
        ),
        (
            "*By Ida Holm* | *post.example* | *September 4, 2025*",
            "Ida Holm",
            "2025-09-04",
        ),
    ] {
        let article = markdown(&format!("Bridge shut\n===========\n\n{head}\n\n{BODY}"));
        assert_eq!(article.title.as_deref(), Some("Bridge shut"), "{head}");
        assert_eq!(article.byline.as_deref(), Some(byline), "{head}");
        let date = article.published.map(|date| date.date.to_string());
        assert_eq!(date.as_deref(), Some(published), "{head}");
        assert_eq!(article.text.as_str(), BODY, "{head}");
    }
    let article = markdown(&format!(
        "# Bridge shut\n\nIda Holm\nhad seen it.\n\n{BODY}\n\nIda Holm\n4 September 2025"
    ));
    assert!(article.text.starts_with("Ida Holm had seen it."));
    assert!(article.text.ends_with("Ida Holm\n\n4 September 2025"));
}

#[test]
fn a_heading_within_the_story_is_no_title() {
    let article = markdown(&format!(
        "**Bridge shut after flood**\n\nBy Ida Holm\n\n{BODY}\n\n# What next\n\nNobody knows."
    ));
    assert_eq!(article.title.as_deref(), Some("Bridge shut after flood"));
    assert_eq!(article.standfirst, None);
    assert_eq!(
        article.text.as_str(),
        format!("{BODY}\n\nWhat next\n\nNobody knows.")
    );
    let article = markdown(&format!("News\n\n# Bridge shut after flood\n\n{BODY}"));
    assert_eq!(article.title.as_deref(), Some("Bridge shut after flood"));
}

#[test]
fn what_note_keepers_put_around_an_article_is_taken_for_what_it_tells() {
    let readwise = |document: &str, highlights: &str| {
        format!(
            "# Bridge shut\n\n![cover](a.png)\n\n## Metadata\n- Author: [[Ida Holm]]\n- Full Title: Bridge shut after \
             flood\n- Category: #articles\n- Summary: The river rose.\n- URL: \
             https://post.example/b\n\n{document}{highlights}"
        )
    };
    let document = format!("## Full Document\n{BODY}\n\n");
    let highlights =
        "## Highlights\n- Nobody was hurt, the mayor said. ([View Highlight](https://r.example/1))\n";
    let told = "title: Bridge shut after flood\nstandfirst: The river rose.\nbyline: Ida Holm\nurl: \
                https://post.example/b\n";
    let body = BODY.replace("\n\n", " ¶ ");
    let whole = markdown(&readwise(&document, highlights));
    assert_eq!(about(&whole), format!("{told}text: Bridge shut ¶ {body}"));
    assert!(notes(&whole).contains("highlights"));
    let alone = markdown(&readwise("", highlights));
    assert_eq!(
        about(&alone),
        format!("{told}text: Bridge shut ¶ Nobody was hurt, the mayor said.")
    );
    // Sections of an article that are called so.
    let own = markdown(&readwise(&document, "## Highlights\n\nThe ferry.\n"));
    assert!(own.text.ends_with("Highlights\n\nThe ferry."), "{}", own.text);
    let own = markdown(&format!(
        "# Bridge shut\n\n## Metadata\n\n{BODY}\n\n## Highlights\n\nThe ferry."
    ));
    assert!(own.text.starts_with("Metadata\n\nThe bridge"), "{}", own.text);

    let excerpt = markdown(&format!(
        "# Bridge shut\n\n> ## Excerpt\n> The river rose by two metres.\n\n---\n{BODY}"
    ));
    assert_eq!(
        about(&excerpt),
        format!("title: Bridge shut\nstandfirst: The river rose by two metres.\ntext: {body}")
    );

    let joplin = |id: &str| {
        markdown(&format!(
            "Bridge shut after flood\n\n{BODY}\n\nid: {id}\nparent_id: 1\ncreated_time: 2025-09-06\nauthor: Ida \
             Holm\nsource_url: https://post.example/b\nsource: joplin-desktop\norder: 0\nshare_id: \ntype_: 1"
        ))
    };
    assert_eq!(
        about(&joplin("8a1d9c3c5ff046c6b2b1a2f77e2b2e10")),
        format!(
            "title: Bridge shut after flood\nbyline: Ida Holm\nurl: https://post.example/b\ntext: {body}"
        )
    );
    assert!(joplin("7").text.contains("id: 7"));
}

#[test]
fn the_first_lines_of_pandoc_are_front_matter() {
    let article = markdown(&format!(
        "% Bridge shut\n  after flood\n% Ida Holm; Per Aas\n% 4 September 2025\n\n{BODY}"
    ));
    let body = BODY.replace("\n\n", " ¶ ");
    assert_eq!(
        about(&article),
        format!(
            "title: Bridge shut after flood\nbyline: Ida Holm, Per Aas\npublished: 2025-09-04\ntext: {body}"
        )
    );
    assert_eq!(markdown("%5 of it is gone.").text.as_str(), "%5 of it is gone.");
}

#[test]
fn instructions_to_the_maker_of_a_page_are_left_out() {
    let article = markdown(&format!(
        "{{{{<figure src=\"a.jpg\" title=\"{{%\">}}}}\n\n{{{{< figure src=\"a.jpg\" >}}}}\n\n{{% include ad.html %}}\n\n{BODY}\n\n\
         {{{{% quote %}}}}It leaks.{{{{% /quote %}}}}\n\n{{% of nothing\n\nA set {{a, b}}. %}}"
    ));
    assert!(
        article
            .text
            .contains(&format!("{BODY}\n\nIt leaks.\n\n{{% of nothing"))
    );
    assert!(article.text.ends_with("A set {a, b}. %}"));
    assert!(notes(&article).contains("were left out"));
}

#[test]
fn elements_that_stand_apart_part_words() {
    let article = markdown(
        "<DETAILS><Summary>More</Summary>It was shut.</DETAILS>\n\n<section><div>The \
         <b>bridge</b></div></section>",
    );
    assert_eq!(article.text.as_str(), "More\n\nIt was shut.\n\nThe bridge");
}

#[test]
fn stray_marks_cost_no_more_than_others() {
    for mark in [
        "[[",
        "[[a",
        "==",
        "==a ",
        "{%",
        "{{<",
        "> [!",
        "% \n",
        "a: b: c\n",
        "]]",
    ] {
        let raw = mark.repeat(20_000);
        for raw in [raw.clone(), format!("---\n{raw}\n---\n{BODY}")] {
            let _ = load_bytes(raw.as_bytes(), Some(Path::new("a.md")));
        }
    }
}

// TOML and corrections

#[test]
fn the_text_of_a_toml_briefing_is_taken_as_it_is() {
    let raw = "[article]\ntitle = \"Bridge\"\npublished = 2025-09-04\ntext = \"By Ida Holm\\n4 May 2024\\n\\n\\n  It was  \
               shut.\\nFor good.\"";
    let article = load_bytes(raw.as_bytes(), Some(Path::new("b.toml")))
        .unwrap()
        .article;
    insta::assert_snapshot!(about(&article), @r"
    title: Bridge
    published: 2025-09-04
    text: By Ida Holm ¶ 4 May 2024 ¶ It was shut. ¶ For good.
    ");
}

#[test]
fn a_toml_file_without_an_article_is_said_so() {
    assert_eq!(
        refusal(b"[[summary]]\ntext = 'Shut.'", "b.toml"),
        "b.toml: there is no article in it; give it an [article] with a `text`"
    );
}

#[test]
fn a_correction_beside_the_article_wins() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("bridge.txt");
    fs::write(
        &article,
        format!("Bridge shut\nPublished 3 Sep 2025\n\n{BODY}\n\n“Go home,” he said."),
    )
    .unwrap();
    let sidecar = sidecar_path(&article);
    assert!(is_sidecar(&sidecar) && !is_sidecar(&article));
    fs::write(
        &sidecar,
        "[article]\npublished = 2025-09-04\n[[quotes]]\nspeaker = 'The mayor'\ntext = '\"Go home\"'\n",
    )
    .unwrap();
    for path in [&article, &sidecar] {
        let loaded = load_file(path).unwrap();
        assert_eq!(loaded.article.published.unwrap().date.to_string(), "2025-09-04");
        assert_eq!(loaded.article.title.as_deref(), Some("Bridge shut"));
        assert_eq!(loaded.article.path.as_deref(), Some(article.as_path()));
        let quotes = loaded.written.quotes.unwrap();
        assert_eq!(quotes[0].speaker, Speaker::Nominal("The mayor".into()));
        assert_eq!(quotes[0].parts[0].of(&loaded.article.text), "“Go home,”");
        assert_eq!(loaded.written.actors, None);
    }
}

#[test]
fn a_broken_correction_is_told_by_its_own_name() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("bridge.txt");
    fs::write(&article, BODY).unwrap();
    fs::write(sidecar_path(&article), "[[quotes]]\nspeeker = 'x'\ntext = 'y'\n").unwrap();
    let error = load_file(&article).unwrap_err();
    assert!(matches!(error, LoadError::Toml(_)));
    let message = error.to_string();
    assert!(
        message.contains("bridge.briefing.toml:2:1: unknown key `speeker`"),
        "{message}"
    );
    assert!(message.contains("did you mean `speaker`?"), "{message}");
}

// Any input

/// Everything that an article keeps, in one string without white space.
fn ink(article: &Article) -> String {
    [
        &article.title,
        &article.standfirst,
        &article.byline,
        &article.dateline,
        &article.source,
        &article.url,
    ]
    .into_iter()
    .flatten()
    .chain([&article.text])
    .flat_map(|text| text.chars())
    .filter(|character| !character.is_whitespace())
    .collect()
}

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(
        "[a-z]{1,9}|By|Published|Source:|[A-Z][a-z]{1,6}|PARIS|[0-9]{1,4}|-|—|Sept",
        1..14,
    )
    .prop_map(|words| format!("{}.", words.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_loader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), name in "[a-z]{0,3}(\\.(txt|md|toml))?") {
        let _ = load_bytes(&bytes, Some(Path::new(&name)));
    }

    #[test]
    fn no_text_makes_the_loader_panic(
        raw in "(---\n|\\+\\+\\+\n|# |\\[article\\]\n|format = 1\n)?(\\PC|[\n\r\t<>*_\"'=:—|-]|By |Published 4 Sep 2025\n){0,60}",
        name in "[a-z]{0,3}(\\.(txt|md|toml))?",
    ) {
        if let Ok(loaded) = load_bytes(raw.as_bytes(), Some(Path::new(&name))) {
            let text = loaded.article.text.as_str();
            prop_assert!(!text.contains("\n\n\n"));
            for paragraph in text.split("\n\n") {
                prop_assert_eq!(paragraph, paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
                prop_assert!(!paragraph.is_empty());
            }
        }
    }

    /// Whatever the lines look like, every sentence is in the body or in a field.
    #[test]
    fn no_sentence_is_lost(sentences in prop::collection::vec((sentence(), "\n|\n\n| "), 1..12)) {
        let raw: String = sentences.iter().flat_map(|(sentence, gap)| [sentence.as_str(), gap]).collect();
        if let Ok(loaded) = load_bytes(raw.as_bytes(), Some(Path::new("a.txt"))) {
            let kept = ink(&loaded.article);
            for (sentence, _) in &sentences {
                // A dateline's dash parts it from its prose.
                for part in sentence.split([' ', '-', '—']).filter(|part| part.len() > 2) {
                    // "1 Sept 1000." may be the day of publication.
                    let is_of_day = part == "Sept" || part.starts_with(|letter: char| letter.is_ascii_digit());
                    if is_of_day && loaded.article.published.is_some() {
                        continue;
                    }
                    prop_assert!(kept.contains(part) || part == "By" || part == "Published" || part == "Source:", "{part} of {raw}");
                }
            }
        }
    }

    /// The normal form is its own normal form.
    #[test]
    fn loading_a_body_again_changes_nothing(sentences in prop::collection::vec((sentence(), "\n|\n\n| "), 1..12)) {
        let raw: String = sentences.iter().flat_map(|(sentence, gap)| [sentence.as_str(), gap]).collect();
        let as_toml = |text: &str| {
            let text = toml::Value::String(text.to_owned());
            load_bytes(format!("[article]\ntext = {text}").as_bytes(), Some(Path::new("a.toml"))).map(|loaded| loaded.article.text)
        };
        if let Ok(once) = as_toml(&raw) {
            prop_assert_eq!(&as_toml(&once).unwrap(), &once);
        }
    }
}
