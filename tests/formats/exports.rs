//! What news databases give out.

use super::{all_about, article, articles, survives_being_cut, survives_damage};

const NEXIS: &str = "\u{feff}
                               1 of 2 DOCUMENTS


                             The Mellby Post (Mellby)

                          September 4, 2025 Thursday
                                 First Edition

Bridge shut after flood;
Two ferries put on

BYLINE: By Ida Holm

SECTION: NEWS; Pg. 4

LENGTH: 41 words

DATELINE: MELLBY

 The bridge over the Mell was shut on Tuesday, and the ferry was soon full of
people who had to cross.

 \"Nobody was hurt,\" the mayor said.

LOAD-DATE: September 5, 2025

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                        Copyright 2025 The Mellby Post
                              All Rights Reserved

                               2 of 2 DOCUMENTS


                             The Mellby Post (Mellby)

                          September 3, 2025 Wednesday

Ferry full

LENGTH: 8 words

 The ferry was full on Monday, its master said.

LOAD-DATE: September 4, 2025
";

const NEXIS_UNI: &str = "Lock closed for two years
The Vestby Packet
September 4, 2025 Thursday 6:00 AM GMT


Copyright 2025 The Vestby Packet All Rights Reserved

Section: NEWS; Version:1
Length: 21 words
Byline: Ada Holm
Highlight: The council wants it over with.

Body


The lock closed on Wednesday, and nobody had been told.

Section: the council has one for water. “It leaks,” said the engineer.


Load-Date: September 4, 2025
End of Document
Herring late
The Vestby Packet
September 5, 2025 Friday

Length: 8 words

Body

The herring came late, and the harbour was empty.

Classification

Language: ENGLISH
End of Document
";

const FACTIVA: &str = "
Bridge shut after flood
By Ida Holm
41 words
4 September 2025
14:30
The Mellby Post
MELPOST
4
English
© 2025 The Mellby Post. All rights reserved.

The bridge over the Mell was shut on Tuesday, and the ferry was soon full.

\"Nobody was hurt,\" the mayor said.

Document MELPOST020250904el940001w

Ferry full
8 words
3 September 2025
The Mellby Post
English
© 2025 The Mellby Post.
The ferry was full on Monday, its master said.

Document MELPOST020250903el930002x
";

const FACTIVA_CODED: &str = "HD  Bridge shut after flood
BY  By Ida Holm
WC  41 words
PD  4 September 2025
SN  The Mellby Post
SC  MELPOST
LA  English
CY  (c) 2025
LP  The bridge over the Mell was shut on Tuesday, and the ferry was soon full.
TD
\"Nobody was hurt,\" the mayor said.

NS  gflood : Floods
AN  Document MELPOST020250904el940001w
HD  Ferry full
WC  8 words
PD  3 September 2025
SN  The Mellby Post
LP  The ferry was full on Monday, its master said.
AN  Document MELPOST020250903el930002x
";

const PROQUEST: &str = "____________________________________________________________
Document 1 of 2

Bridge shut after flood

Author: Holm, Ida
Publication info: The Mellby Post; Mellby [Mellby] 04 Sep 2025: 4.
http://proquest.example/docview/17

Abstract: The river rose.

Full text: The bridge over the Mell was shut on Tuesday.

\"Nobody was hurt,\" the mayor said.

Title: Bridge shut after flood
Publication title: The Mellby Post
Publication date: Sep 4, 2025
Language of publication: English
ProQuest document ID: 17
Document URL: http://proquest.example/docview/17
____________________________________________________________
Document 2 of 2

Ferry full

Full text: The ferry was full on Monday, its master said.

Publication title: The Mellby Post
Publication date: Sep 3, 2025
ProQuest document ID: 18
";

#[test]
fn each_article_comes_with_what_the_database_knows_of_it() {
    let mut told = String::new();
    for (export, name) in [
        (NEXIS, "nexis.txt"),
        (NEXIS_UNI, "uni.txt"),
        (FACTIVA, "factiva.txt"),
        (FACTIVA_CODED, "coded.txt"),
        (PROQUEST, "proquest.txt"),
    ] {
        let (read, errors) = articles(export.as_bytes(), name);
        assert!(errors.is_empty(), "{errors:?}");
        told.push_str(&all_about(&read));
        told.push_str("\n\n\n");
    }
    insta::assert_snapshot!(told);
}

#[test]
fn keys_come_from_what_the_database_counts_by() {
    let (read, _) = articles(FACTIVA.as_bytes(), "factiva.txt");
    assert!(
        read[0]
            .entry
            .as_ref()
            .unwrap()
            .key
            .starts_with("melpost020250904el940001w")
    );
    let (read, _) = articles(NEXIS.as_bytes(), "nexis.txt");
    assert!(
        read[1]
            .entry
            .as_ref()
            .unwrap()
            .key
            .starts_with("ferry-full-the-mellby-post-mellby-2025-09-03")
    );
}

/// What is told of each article of an export.
fn told(export: &str) -> Vec<String> {
    let (read, errors) = articles(export.as_bytes(), "export.txt");
    assert!(errors.is_empty(), "{errors:?}");
    read.iter().map(crate::common::about).collect()
}

#[test]
fn the_page_before_the_first_article_of_nexis_uni_is_none_of_it() {
    const COVER: &str = "User Name: Jane Roe\nDate and Time: Friday, September 5, 2025 10:00:00 AM GMT\nJob Number: \
                         17\n\nDocuments (2)\n\n1. Lock closed for two years\nClient/Matter: -None-\nSearch Terms: lock\n\
                         2. Herring late\n\n";
    let plain = told(NEXIS_UNI);
    assert_eq!(told(&format!("{COVER}{NEXIS_UNI}")), plain);
    let spaced = NEXIS_UNI.replacen(
        "years\nThe Vestby Packet\nSeptember",
        "years\n\nThe Vestby Packet\n\nSeptember",
        1,
    );
    assert_eq!(told(&format!("{COVER}{spaced}")), plain);
    survives_being_cut(format!("{COVER}{NEXIS_UNI}").as_bytes(), "uni.txt");
}

#[test]
fn what_nexis_writes_around_a_body_is_none_of_it() {
    let plain = told(NEXIS);
    let named = NEXIS.replace("DATELINE: MELLBY\n", "DATELINE: MELLBY\n\nBODY:\n");
    assert_eq!(told(&named), plain);
    let plain = told(NEXIS_UNI);
    let with_graphic = NEXIS_UNI.replacen(
        "engineer.\n\n\nLoad-Date",
        "engineer.\n\nGraphic\n\n \nThe lock, Per Aas\n\nClassification\n\nLanguage: ENGLISH\nLoad-Date",
        1,
    );
    assert_eq!(
        told(&with_graphic),
        [
            plain[0].replace("\ntext", "\nlanguage: en\ntext"),
            plain[1].clone()
        ]
    );
    // A heading of the story.
    let story = "The pictures were shown on Friday.\n\n".repeat(12);
    let own = NEXIS_UNI.replacen("engineer.\n", &format!("engineer.\n\nGraphic\n\n{story}"), 1);
    assert_eq!(told(&own)[0].matches("The pictures were shown").count(), 12);
}

#[test]
fn what_stands_before_a_named_body_is_not_lost() {
    let stray = NEXIS_UNI.replacen(
        "over with.\n\nBody",
        "over with.\n\nIt leaked for years.\n\nBody",
        1,
    );
    assert!(
        told(&stray)[0].contains("text: It leaked for years. ¶ The lock closed"),
        "{:?}",
        told(&stray)
    );
}

#[test]
fn sections_and_names_before_the_length_are_no_part_of_the_headline() {
    for (lines, title, byline) in [
        (
            "News\nBridge shut after flood\nBy Ida Holm",
            "Bridge shut after flood",
            Some("Ida Holm"),
        ),
        (
            "Front Page\nBridge shut after flood\nIda Holm and Per Aas",
            "Bridge shut after flood",
            Some("Ida Holm and Per Aas"),
        ),
        ("News\nBridge Shut After Flood", "Bridge Shut After Flood", None),
        (
            "Bridge shut after flood\nIda Holm",
            "Bridge shut after flood",
            Some("Ida Holm"),
        ),
        ("Ferry full\nIda Holm", "Ferry full", Some("Ida Holm")),
        (
            "Bridge shut after flood;\ntwo ferries put on",
            "Bridge shut after flood; two ferries put on",
            None,
        ),
        ("Ferry Full", "Ferry Full", None),
    ] {
        let export = FACTIVA.replacen("Bridge shut after flood\nBy Ida Holm", lines, 1);
        let (read, _) = articles(export.as_bytes(), "factiva.txt");
        assert_eq!(read[0].title.as_deref(), Some(title), "{lines}");
        assert_eq!(read[0].byline.as_deref(), byline, "{lines}");
    }
    let spaced = FACTIVA.replacen("41 words\n", "\n41 words\n\n", 1);
    assert_eq!(told(&spaced), told(FACTIVA));
}

#[test]
fn proquest_writes_in_many_ways() {
    let plain = told(PROQUEST);
    let link = PROQUEST.replace(
        "http://proquest.example/docview/17\n\nAbs",
        "\nProQuest document link\n\nAbs",
    );
    assert_eq!(told(&link), plain);
    let address = PROQUEST.replace("4.\nhttp", "4.\n\nhttp");
    assert_eq!(told(&address), plain);
    // Without a count, with a title page and a table of contents before, and a bibliography after.
    let rule = "_".repeat(60);
    let report = format!(
        "{rule}\nReport Information from ProQuest\nSeptember 05 2025\n{rule}\n\nTable of contents\n\n1. Bridge shut after \
         flood\n2. Ferry full\n\n{}\n{rule}\nBibliography\n\nCitation style: APA\n",
        PROQUEST
            .replace("Document 1 of 2\n\n", "")
            .replace("Document 2 of 2\n\n", "")
            .replace("Abstract: ", "ABSTRACT (ENGLISH)\n\n ")
            .replace("Full text: ", "FULL TEXT\n ")
    );
    assert_eq!(told(&report), plain);
    // A rule within the text.
    let ruled = report.replace("\n\n\"Nobody", &format!("\n{rule}\n\n\"Nobody"));
    assert_eq!(told(&ruled), plain);
    survives_being_cut(report.as_bytes(), "proquest.txt");
    survives_damage(report.as_bytes(), "proquest.txt");
    let one = "Bridge shut after flood\n\nHolm, Ida; Aas, Per. The Mellby Post; Mellby. 04 Sep 2025: 4.\n\nProQuest document \
               link\n\nFULL TEXT\n\nThe bridge over the Mell was shut on Tuesday.\n\nDETAILS\n\nSubject: \
               Floods\n\nPublication title: The Mellby Post; Mellby\n\nPublication date: Sep 4, 2025\n\nProQuest document \
               ID: 17\n";
    insta::assert_snapshot!(told(one).join("\n\n"), @r"
    title: Bridge shut after flood
    byline: Holm, Ida; Aas, Per
    source: The Mellby Post; Mellby
    published: 2025-09-04
    text: The bridge over the Mell was shut on Tuesday.
    ");
}

#[test]
fn a_line_of_the_body_does_not_end_it() {
    for line in [
        "Location: the old quay.",
        "Notes: none were taken.",
        "Company: nobody’s.",
        "Subject: water.",
    ] {
        let of_body = NEXIS_UNI.replacen(
            "Section: the council",
            &format!("{line}\n\nSection: the council"),
            1,
        );
        let told = told(&of_body);
        assert!(
            told[0].contains(&format!("told. ¶ {line} ¶ Section: the council")),
            "{told:?}"
        );
        let first = NEXIS.replacen(" The bridge over", &format!(" {line}\n\n The bridge over"), 1);
        let told = self::told(&first);
        assert!(
            told[0].contains(&format!("text: {line} ¶ The bridge over")),
            "{told:?}"
        );
    }
    // What goes on over many lines is a field all the same.
    let long = "a subject of some length (90%);\n".repeat(12);
    let tail = NEXIS.replacen(
        "LOAD-DATE: September 5",
        &format!("SUBJECT: {long}\nLOAD-DATE: September 5"),
        1,
    );
    assert_eq!(told(&tail), told(NEXIS));
}

#[test]
fn nexis_writes_its_labels_in_many_languages() {
    let german = "1 of 1 DOCUMENTS\n\n\nInselbote\n\n4. September 2025 Donnerstag\n\nBrücke gesperrt\n\nLÄNGE: 20 Wörter\n\nDie \
                  Brücke ist seit Dienstag gesperrt.\n\nNiemand wurde verletzt.\n\nUPDATE: 5. September 2025\n\nSPRACHE: GERMAN; \
                  DEUTSCH\n\n\nCopyright 2025 Inselbote\nAlle Rechte vorbehalten\n";
    insta::assert_snapshot!(told(german).join("\n\n"), @r"
    title: Brücke gesperrt
    source: Inselbote
    published: 2025-09-04
    language: de
    text: Die Brücke ist seit Dienstag gesperrt. ¶ Niemand wurde verletzt.
    ");
    // Labels that nobody knows are better than no article.
    let unknown = NEXIS
        .replace("LENGTH: 8 words", "VÄLI: 8")
        .replace("LOAD-DATE: September 4", "LAADI: September 4");
    assert!(told(&unknown)[1].contains("The ferry was full on Monday, its master said."));
}

#[test]
fn codes_may_stand_close_to_what_they_tell() {
    let plain = told(FACTIVA_CODED);
    let one_blank = FACTIVA_CODED.replace("  ", " ");
    for coded in [
        one_blank.clone(),
        FACTIVA_CODED.replace("  ", "\t"),
        FACTIVA_CODED.replace('\n', "\n  "),
    ] {
        assert_eq!(told(&coded), plain, "{coded}");
    }
    // Words of the story that are written as codes are.
    let story = one_blank.replacen(
        "\"Nobody",
        "IN THE END it rained.\n\nCT scans were late.\n\n\"Nobody",
        1,
    );
    assert!(
        told(&story)[0].contains("¶ IN THE END it rained. ¶ CT scans were late. ¶ \"Nobody"),
        "{:?}",
        told(&story)
    );
}

#[test]
fn a_story_about_documents_is_no_export() {
    for story in [
        "Papers lost\n\nThe court had 1 of 25 DOCUMENTS.\n\nThe rest was lost, said the clerk on Tuesday.",
        "Papers lost\n\nEnd of Document\n\nThe rest was lost, said the clerk on Tuesday.",
        "Papers lost\n\nProQuest document ID: 17\n\nThe rest was lost, said the clerk on Tuesday.",
    ] {
        assert_eq!(article(story.as_bytes(), "a.txt").format.as_str(), "text");
    }
}

#[test]
fn an_article_without_text_costs_only_itself() {
    let export = NEXIS.replace(" The ferry was full on Monday, its master said.\n", "");
    let (read, errors) = articles(export.as_bytes(), "nexis.txt");
    assert_eq!(read.len(), 1);
    assert_eq!(
        errors,
        ["nexis.txt#2: there is no text in it; save it again with its words"]
    );
}

#[test]
fn cut_and_damaged_exports_do_no_harm() {
    for export in [NEXIS, NEXIS_UNI, FACTIVA, FACTIVA_CODED, PROQUEST] {
        survives_being_cut(export.as_bytes(), "export.txt");
        survives_damage(export.as_bytes(), "export.txt");
    }
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(NEXIS_UNI);
    let (read, _) = articles(&windows, "uni.txt");
    assert!(read[0].text.contains("“It leaks,”"));
}

#[test]
fn what_stands_around_the_articles_is_none_of_them() {
    let asked =
        format!("{FACTIVA}\nSearch Summary\nText\tbridge\nDate\tIn the last week\n© 2025 Factiva, Inc.\n");
    let (read, errors) = articles(asked.as_bytes(), "factiva.txt");
    assert_eq!((read.len(), errors), (2, vec![]));
    let printed = format!("Page 1 of 2\n\n{NEXIS_UNI}");
    let (read, _) = articles(printed.as_bytes(), "nexis.txt");
    assert_eq!(read[0].title.as_deref(), Some("Lock closed for two years"));
}

#[test]
fn proquest_tells_who_wrote_it_below_the_body() {
    let one = "Bridge shut after flood\n\nFull text: The bridge over the Mell was shut on Tuesday.\n\n“Nobody was hurt,” the mayor \
               said.\n\nTitle: Bridge shut after flood\n\nAuthor: Holm, Ida\n\nPublication title: The Mellby Post\n\nPages: A.3\n\n\
               Publication year: 2025\n\nPublication date: Sep 4, 2025\n\nSection: News\n\nProQuest document ID: 17\n\n\
               Database: ProQuest Central\n";
    let article = article(one.as_bytes(), "a.txt");
    assert_eq!(article.byline.as_deref(), Some("Holm, Ida"));
    assert_eq!(article.published.unwrap().date.to_string(), "2025-09-04");
    assert!(article.text.ends_with("the mayor said."), "{}", article.text);
}
