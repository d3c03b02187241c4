//! Word documents, RTF, e-books.

use super::archives::zip;
use super::{
    about, all_about, article, articles, articles_within, refusal, survives_being_cut, survives_damage,
};
use briefing::briefing::{CleanText, Published};
use briefing::library::{Options, read_bytes};
use briefing::load::Limits;

const DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Lock &amp; ferry</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The lock closed on </w:t></w:r><w:del><w:r><w:delText>Monday</w:delText></w:r></w:del><w:ins><w:r><w:t>Wednesday</w:t></w:r></w:ins><w:r><w:t>, and nobody</w:t><w:tab/><w:t>was told.</w:t></w:r></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>“It leaks,”</w:t></mc:Choice><mc:Fallback><w:t>“It leaks,”</w:t></mc:Fallback></mc:AlternateContent><w:t> said Ada Holm.</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>
<w:p/></w:body></w:document>"#;

const CORE: &str = r#"<?xml version="1.0"?><cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:title>Old title</dc:title><dc:creator>Per &#197;s</dc:creator><dcterms:created>2025-09-04T14:30:00Z</dcterms:created></cp:coreProperties>"#;

fn docx() -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", DOCUMENT.as_bytes()),
        ("docProps/core.xml", CORE.as_bytes()),
    ])
}

const RTF: &str = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\*\generator Riched20;}{\info{\title Lock closed}{\author Ada Holm}{\creatim\yr2025\mo9\dy4\hr14}{\operator Nobody}}
\pard\f0 The lock closed on {\b Wednesday}, and nobody\~was told.\par
\ldblquote It leaks,\rdblquote  said \'c5se Holm\u8212?the engineer.{\v hidden words}\par
{\header Page 1}{\pict 89504e47}{\field{\*\fldinst HYPERLINK x}{\fldrslt A linked word}} ends \u-10179?\u-8704? it \{so\}.\par}";

fn chapter(title: &str, words: &str) -> String {
    format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><h1>{title}</h1>{words}</body></html>"
    )
}

fn epub(second: &str) -> Vec<u8> {
    let opf = r#"<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:1</dc:identifier><dc:title>The Vestby Papers</dc:title><dc:creator>Ada Holm</dc:creator><dc:language>en</dc:language><dc:date>2025-09-04</dc:date></metadata>
<manifest><item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/></spine></package>"#;
    let container = r#"<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;
    zip(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container.as_bytes()),
        ("OEBPS/content.opf", opf.as_bytes()),
        ("OEBPS/cover.xhtml", chapter("", "<img src='x.png'/>").as_bytes()),
        (
            "OEBPS/text/a.xhtml",
            chapter(
                "The lock",
                "<p>The lock closed on Wednesday.</p><p>“It leaks,” said Ada Holm.</p>",
            )
            .as_bytes(),
        ),
        ("OEBPS/text/b.xhtml", chapter("The ferry", second).as_bytes()),
    ])
}

#[test]
fn documents_are_read_as_they_would_be_printed() {
    let (chapters, errors) = articles(&epub("<p>The ferry was full on Monday.</p>"), "papers.epub");
    assert!(errors.is_empty(), "{errors:?}");
    let told = [
        about(&article(&docx(), "a.docx")),
        about(&article(RTF.as_bytes(), "b.rtf")),
        all_about(&chapters),
    ];
    insta::assert_snapshot!(told.join("\n\n"));
}

/// A Word document with these paragraphs and properties.
fn word(body: &str, author: &str) -> Vec<u8> {
    let core = format!("<x><creator>{author}</creator><created>2013-12-23T23:15:00Z</created></x>");
    word_with(body, &[("docProps/core.xml", core.as_bytes())])
}

fn word_with(body: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let mut files = vec![("word/document.xml", document.as_bytes())];
    files.extend(others);
    zip(&files)
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn styled(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// The paragraphs of the one article in a Word document.
fn text_of_word(body: &str) -> String {
    article(&word_with(body, &[]), "a.docx")
        .text
        .replace("\n\n", " ¶ ")
}

#[test]
fn a_chapter_that_a_book_names_many_times_is_read_once() {
    let container = r#"<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;
    let opf = format!(
        r#"<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:1</dc:identifier><dc:title>The Vestby Papers</dc:title><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>{}</spine></package>"#,
        r#"<itemref idref="a"/>"#.repeat(2_000)
    );
    let long = chapter("The lock", &"<p>The lock closed on Wednesday.</p>".repeat(2_000));
    let book = zip(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container.as_bytes()),
        ("b.opf", opf.as_bytes()),
        ("a.xhtml", long.as_bytes()),
    ]);
    let (chapters, errors) = articles(&book, "papers.epub");
    assert_eq!(chapters.len(), 1);
    assert!(errors.is_empty(), "{errors:?}");
}

const NOTED: &str = "The date is that on which the file was made: the article tells none.";

#[test]
fn properties_are_the_weakest_that_tells() {
    let body = paragraph("The lock closed on Wednesday, and nobody was told.");
    let dated = format!("{}{body}", paragraph("4 September 2025"));
    let day = |day| jiff::civil::Date::new(2025, 9, day).unwrap().into();
    let made = jiff::civil::Date::new(2013, 12, 23).unwrap().at(23, 15, 0, 0);
    let made = Published {
        date: made.date(),
        time: Some(made.time()),
    };
    for (body, given, published) in [
        (&body, None, made),
        (&body, Some(day(7)), day(7)),
        (&dated, Some(day(7)), day(4)),
        (&dated, None, day(4)),
    ] {
        let options = Options {
            published: given,
            ..Options::default()
        };
        let read = read_bytes(&word(body, "Ada Holm"), None, &options)
            .remove(0)
            .unwrap();
        assert_eq!(read.article.published, Some(published));
        let noted = read.article.notes.iter().any(|note| note.as_str() == NOTED);
        assert_eq!(noted, published == made);
    }
    for (author, byline) in [
        ("Ada Holm", Some("Ada Holm")),
        ("Windows User", None),
        ("python-docx", None),
        ("", None),
    ] {
        let read = article(&word(&body, author), "a.docx");
        assert_eq!(read.byline.as_deref(), byline);
        let rtf = format!("{{\\rtf1{{\\info{{\\author {author}}}}}It rained.}}");
        assert_eq!(article(rtf.as_bytes(), "a.rtf").byline.as_deref(), byline);
    }
}

#[test]
fn what_was_encoded_twice_or_is_not_seen_is_told_of_documents_too() {
    let broken = "Itâ€™s shut, the cafÃ© at the quay, they sa\u{ad}id.";
    let (books, errors) = articles(&epub(&format!("<p>{broken}</p>")), "a.epub");
    assert!(errors.is_empty(), "{errors:?}");
    let book = books.last().unwrap().clone();
    for read in [article(&word(&paragraph(broken), "x"), "a.docx"), book] {
        assert_eq!(&*read.text, "It’s shut, the café at the quay, they said.");
        let told: Vec<&str> = read.notes.iter().map(CleanText::as_str).collect();
        let expected = [
            "Characters that had been encoded twice were put right: 2.",
            "Characters that nobody sees were left out: 1.",
        ];
        assert_eq!(told, expected);
    }
}

#[test]
fn code_pages_of_rtf_are_minded() {
    let russian = r"{\rtf1\ansi\ansicpg1251 \'cc\'ee\'f1\'f2 \'e7\'e0\'ea\'f0\'fb\'eb\'e8.\par}";
    assert_eq!(
        article(russian.as_bytes(), "a.rtf").text.as_str(),
        "Мост закрыли."
    );
    let japanese =
        r"{\rtf1\ansi\ansicpg932 \'8b\'b4\'82\'aa\'95\'c2\'8d\'bd\'82\'b3\'82\'ea\'82\'bd\'81\'42\par}";
    assert_eq!(
        article(japanese.as_bytes(), "a.rtf").text.as_str(),
        "橋が閉鎖された。"
    );
}

const LOCK: &str = "The lock closed on Wednesday, and nobody was told.";
const LEAK: &str = "“It leaks, and it will leak tomorrow,” said Ada Holm.";

#[test]
fn the_head_of_a_document_is_what_is_set_so_before_the_story() {
    let styles = r#"<w:styles><w:style w:type="paragraph" w:styleId="Kopfzeile1"><w:name w:val="Title"/></w:style>
        <w:style w:styleId="U"><w:name w:val="Subtitle"/></w:style><w:style w:styleId="Title"><w:name w:val="My own"/></w:style></w:styles>"#;
    let styles: &[(&str, &[u8])] = &[("word/styles.xml", styles.as_bytes())];
    let (lock, leak) = (paragraph(LOCK), paragraph(LEAK));
    let told = |body: &str, styles| {
        let read = article(&word_with(body, styles), "a.docx");
        let field = |field: Option<CleanText>| field.map(|words| words.to_string());
        (
            field(read.title),
            field(read.standfirst),
            read.text.replace("\n\n", " ¶ "),
        )
    };
    let some = |words: &str| Some(words.to_owned());
    let story = format!("{LOCK} ¶ {LEAK}");
    for (body, styles, title, standfirst, text) in [
        // Word calls its styles otherwise in other languages.
        (
            format!("{}{}{lock}{leak}", styled("Kopfzeile1", "Lock shut"), styled("U", "It leaks")),
            styles,
            some("Lock shut"),
            some("It leaks"),
            story.clone(),
        ),
        (
            format!("{}{lock}{leak}", styled("Titel", "Lock shut")),
            &[][..],
            some("Lock shut"),
            None,
            story.clone(),
        ),
        // A style that only has the name of one.
        (
            format!("{lock}{}{leak}", styled("Title", "What it costs")),
            styles,
            None,
            None,
            format!("{LOCK} ¶ What it costs ¶ {LEAK}"),
        ),
        // The heading of a part of the story.
        (
            format!("{}{}{lock}{}{leak}", paragraph("Lock shut"), paragraph("By Ida Holm"), styled("Heading1", "What it costs")),
            &[][..],
            some("Lock shut"),
            None,
            format!("{LOCK} ¶ What it costs ¶ {LEAK}"),
        ),
        (
            format!("{}{}{lock}{leak}", styled("Heading1", "News"), styled("Title", "Lock shut")),
            &[][..],
            some("Lock shut"),
            None,
            format!("News ¶ {story}"),
        ),
        // Before it was changed, this was a title.
        (
            r#"<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>It rained.</w:t></w:r></w:p>"#.to_owned() + &lock,
            &[][..],
            None,
            None,
            format!("It rained. ¶ {LOCK}"),
        ),
        (
            format!("{}{}{lock}", styled("Title", "Lock shut"), styled("Subtitle", "By Ida Holm")),
            &[][..],
            some("Lock shut"),
            None,
            LOCK.to_owned(),
        ),
    ] {
        assert_eq!(told(&body, styles), (title, standfirst, text), "{body}");
    }
}

#[test]
fn breaks_part_paragraphs_where_they_are_meant_to() {
    let br = "</w:t><w:br/><w:t>";
    for (words, text, byline) in [
        (format!("{LOCK}{br}{br}{LEAK}"), format!("{LOCK} ¶ {LEAK}"), None),
        (format!("{LOCK}{br}{LEAK}"), format!("{LOCK} ¶ {LEAK}"), None),
        (
            format!("By Ida Holm{br}4 September 2025{br}{LOCK}"),
            LOCK.to_owned(),
            Some("Ida Holm"),
        ),
        // A line that is broken for its looks.
        (
            format!("The lock in{br}Vestby closed,{br}and nobody  was\n told."),
            "The lock in Vestby closed, and nobody was told.".to_owned(),
            None,
        ),
        (
            format!("He wants:{br}• a lock{br}• a ferry"),
            "He wants: ¶ • a lock ¶ • a ferry".to_owned(),
            None,
        ),
    ] {
        let read = article(&word_with(&paragraph(&words), &[]), "a.docx");
        assert_eq!(read.text.replace("\n\n", " ¶ "), text);
        assert_eq!(read.byline.as_deref(), byline);
    }
}

#[test]
fn what_stands_in_a_paragraph_of_word_is_kept_out_of_its_sentences() {
    let boxed = |words: &str| format!("<w:r><w:pict><w:txbxContent>{words}</w:txbxContent></w:pict></w:r>");
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let cell = |words: &str| format!("<w:tc>{words}</w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    for (body, text) in [
        (
            format!(
                "<w:p>{}{}{}</w:p>{}",
                run("The lock "),
                boxed(&(paragraph("In a box.") + &paragraph("Still in it."))),
                run("closed."),
                paragraph("It leaks.")
            ),
            "The lock closed. ¶ In a box. ¶ Still in it. ¶ It leaks.",
        ),
        // The end of the first paragraph was struck out.
        (
            format!(
                r#"<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{}</w:p>{}"#,
                run("The lock "),
                paragraph("closed.")
            ),
            "The lock closed.",
        ),
        (
            format!(
                "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>",
                run("The lock closed.")
            ),
            "The lock closed.",
        ),
        (
            format!(
                "<w:tbl>{}{}</w:tbl>{}",
                row(&[cell(&paragraph("Day")), cell(&paragraph("Ships"))]),
                row(&[cell(&paragraph("Monday")), cell("<w:p/>"), cell(&paragraph("31"))]),
                paragraph("It leaks.")
            ),
            "Day Ships ¶ Monday 31 ¶ It leaks.",
        ),
        // Columns of text are no rows.
        (
            row(&[
                cell(&(paragraph("The lock closed.") + &paragraph("It leaks."))),
                cell(&(paragraph("The ferry ran.") + &paragraph("It was full."))),
            ]),
            "The lock closed. ¶ It leaks. ¶ The ferry ran. ¶ It was full.",
        ),
        (
            format!(
                "<w:p>{}<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> closed.</w:t></w:r></w:p>",
                run("The lock")
            ),
            "The lock closed.",
        ),
    ] {
        assert_eq!(text_of_word(&body), text, "{body}");
    }
    let notes = format!(
        "<w:p>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"3\"/></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t> Not so.</w:t></w:r></w:p>",
        run("The lock closed.")
    );
    let read = article(&word_with(&notes, &[]), "a.docx");
    assert_eq!(read.text.as_str(), "The lock closed.");
    let told: Vec<&str> = read.notes.iter().map(CleanText::as_str).collect();
    assert_eq!(
        told,
        [
            "Footnotes were left out: 2.",
            "Words that are struck through were left out."
        ]
    );
}

#[test]
fn what_stands_in_a_paragraph_of_rtf_is_kept_out_of_its_sentences() {
    for (rtf, text, notes) in [
        (
            r"The lock{\footnote \pard Not so.\par}{\*\footnote Nor so.} closed.\par It leaks.",
            "The lock closed. ¶ It leaks.",
            &["Footnotes were left out: 2."][..],
        ),
        (
            r"The lock {\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt In a box.\par Still in it.}}{\shprslt{\*\do{\dptxbxtext In a box.\par}}}}closed.\par It leaks.",
            "The lock closed. ¶ In a box. ¶ Still in it. ¶ It leaks.",
            &[],
        ),
        (
            r"{\header{\shp{\*\shpinst{\shptxt Page 1\par}}}}The lock closed.",
            "The lock closed.",
            &[],
        ),
        (
            r"Day\cell Ships\cell\row Monday\nestcell 31\nestcell\par It leaks.",
            "Day Ships ¶ Monday 31 ¶ It leaks.",
            &[],
        ),
        (
            r"The lock {\strike never }closed.",
            "The lock closed.",
            &["Words that are struck through were left out."],
        ),
        (
            "The lock closed.\\par {{\\NeXTGraphic lock.png \\width4}\\'ac}",
            "The lock closed.",
            &[],
        ),
        (
            "The lock\\\nclosed{\\fonttbl\\f0 Arial;\\\n}.",
            "The lock ¶ closed.",
            &[],
        ),
    ] {
        let read = article(format!("{{\\rtf1 {rtf}}}\r\n\0").as_bytes(), "a.rtf");
        assert_eq!(read.text.replace("\n\n", " ¶ "), text, "{rtf}");
        let told: Vec<&str> = read.notes.iter().map(CleanText::as_str).collect();
        assert_eq!(told, notes);
    }
}

#[test]
fn fonts_of_rtf_tell_their_encoding() {
    let fonts = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}\f2\fcharset204{\*\falt x} Arial Cyr;}";
    for (words, text) in [
        (
            r"caf\'e9 {\f1 W\'b3adys\'b3aw} \'93yes\'94 \f2\'c8\'e2\'e0\'ed\plain  \'e9.",
            "café Władysław “yes” Иван é.",
        ),
        (r"\f9 caf\'e9 \f caf\'e9", "café café"),
        (r"\f2\fcharset238\'c8 \f-1\'e9", "И é"),
    ] {
        let read = article(format!("{fonts}{words}\\par}}").as_bytes(), "a.rtf");
        assert_eq!(read.text.as_str(), text);
    }
    let mut raw = b"{\\rtf1\\ansi\\ansicpg1252 ".to_vec();
    raw.extend("“It leaks,” said Zoë Holm. “It’s shut.”\\par}".as_bytes());
    let read = article(&raw, "a.rtf");
    assert_eq!(read.text.as_str(), "“It leaks,” said Zoë Holm. “It’s shut.”");
    assert!(
        read.notes.iter().any(|note| note.contains("encoded twice")),
        "{:?}",
        read.notes
    );
}

#[test]
fn documents_that_databases_give_out_are_many_articles() {
    let nexis = |title: &str, words: &str| {
        [
            title,
            "The Vestby Packet",
            "September 4, 2025 Thursday",
            "Copyright 2025 The Vestby Packet",
            "Length: 21 words",
            "Byline: Ada Holm",
            "Body",
            words,
            LEAK,
            "Load-Date: September 4, 2025",
            "End of Document",
        ]
        .map(paragraph)
        .concat()
    };
    let factiva = |title: &str, number: u8| {
        format!(
            "\\pard HD\\cell {title}\\cell\\row WC\\cell 20 words\\cell\\row PD\\cell 4 September 2025\\cell\\row SN\\cell The Mellby Post\\cell\\row LP\\cell {LOCK}\\cell\\row TD\\cell {LOCK}\\par It rained.\\cell\\row AN\\cell Document MELPOST020250904el940000{number}\\cell\\row\\par\n"
        )
    };
    let word = word_with(
        &(nexis("Lock shut", LOCK) + &nexis("Herring late", "The herring came late.")),
        &[],
    );
    let rtf = format!(
        "{{\\rtf1 {}{}}}",
        factiva("Bridge shut", 1),
        factiva("Ferry full", 2)
    );
    let (from_word, errors) = articles(&word, "a.docx");
    assert!(errors.is_empty(), "{errors:?}");
    let (from_rtf, errors) = articles(rtf.as_bytes(), "b.rtf");
    assert!(errors.is_empty(), "{errors:?}");
    insta::assert_snapshot!(format!("{}\n\n{}", all_about(&from_word), all_about(&from_rtf)));
    // One that only tells of databases.
    let story = paragraph("“End of Document” is what the database writes.") + &paragraph("Length: 21 words");
    assert_eq!(
        articles(&word_with(&story, &[]), "a.docx").0[0].format.as_str(),
        "docx"
    );
}

#[test]
fn a_chapter_wins_over_its_book_and_lists_of_chapters_are_none() {
    let bar = "<div class=\"calibre_navbar\"><a href=\"b.xhtml\">Next</a> | <a href=\"i.xhtml\">Main menu</a></div>";
    let foot = "<div class=\"calibre_navbar\"><p>This article was downloaded by <strong>calibre</strong> from <a href=\"https://a.example/\">https://a.example/ferry</a></p></div>";
    let (chapters, errors) = articles(
        &epub(&format!(
            "{bar}<p>By Ida Holm</p><p>3 September 2025</p><p>The ferry was full on Monday.</p>{foot}"
        )),
        "papers.epub",
    );
    assert!(errors.is_empty(), "{errors:?}");
    let second = &chapters[1];
    assert_eq!(second.byline.as_deref(), Some("Ida Holm"));
    assert_eq!(
        second.published,
        Some(jiff::civil::Date::new(2025, 9, 3).unwrap().into())
    );
    assert_eq!(second.url.as_deref(), Some("https://a.example/ferry"));
    assert_eq!(second.standfirst, None);
    assert_eq!(second.text.as_str(), "The ferry was full on Monday.");
    assert_eq!(chapters[0].byline.as_deref(), Some("Ada Holm"));

    let list = "<ul><li><a href=\"a.xhtml\">The lock</a><div>It closed on Wednesday.</div></li></ul>";
    let (chapters, _) = articles(&epub(list), "papers.epub");
    assert_eq!(chapters.len(), 1);
}

#[test]
fn the_files_of_a_document_are_called_what_it_says() {
    let body = format!(
        "{}{}",
        styled("A", "Lock shut"),
        paragraph("It leaks, said the engineer, and it will.")
    );
    let body = format!("<w:document><w:body>{body}</w:body></w:document>");
    let relations = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.example/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let to_text = relations("officeDocument", "/word/document2.xml");
    let to_styles = relations("styles", "../word/styles3.xml");
    let styles = "<w:style w:styleId=\"A\"><w:name w:val=\"Title\"/></w:style>";
    let kinds = "<Types><Override PartName=\"/word/document2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let related = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", to_text.as_bytes()),
        ("word/document2.xml", body.as_bytes()),
        ("word/_rels/document2.xml.rels", to_styles.as_bytes()),
        ("word/styles3.xml", styles.as_bytes()),
    ]);
    let listed = zip(&[
        ("[Content_Types].xml", kinds.as_bytes()),
        ("word/document2.xml", body.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
    ]);
    let of_windows = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        (
            "_rels\\.rels",
            relations("officeDocument", "word\\document.xml").as_bytes(),
        ),
        ("word\\document.xml", body.as_bytes()),
        ("word\\styles.xml", styles.as_bytes()),
    ]);
    for document in [related, listed, of_windows] {
        let told = article(&document, "a.docx");
        assert_eq!(told.title.as_deref(), Some("Lock shut"));
        assert_eq!(told.text.as_str(), "It leaks, said the engineer, and it will.");
    }
    let sheet = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
    ]);
    assert!(refusal(&sheet, "a.xlsx").contains("an Excel workbook"));
}

#[test]
fn signs_of_fonts_are_told_by_the_font() {
    let sign = |font: &str, code: &str| format!("<w:sym w:font=\"{font}\" w:char=\"{code}\"/>");
    let body = format!(
        "<w:p><w:r>{}<w:t> Water.</w:t></w:r></w:p><w:p><w:r><w:t>\u{f0b7}\u{a0}Money.</w:t></w:r></w:p><w:p><w:r><w:t>Then </w:t>{}<w:t> \
         more {}.</w:t></w:r></w:p>",
        sign("Symbol", "F0B7"),
        sign("Wingdings", "F0E0"),
        sign("Symbol", "nonsense"),
    );
    assert_eq!(text_of_word(&body), "• Water. ¶ • Money. ¶ Then → more .");
}

#[test]
fn a_chapter_is_read_in_its_encoding_or_refused_with_a_reason() {
    let page = |head: &str, bytes: &[u8]| {
        [
            head.as_bytes(),
            b"<html><body><p>Caf",
            bytes,
            b" was shut.</p></body></html>",
        ]
        .concat()
    };
    let book = |second: &[u8], protected: &[&str]| {
        let opf = r#"<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:1</dc:identifier><dc:title>The Vestby Papers</dc:title><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>"#;
        let container = r#"<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;
        let reference = |name: &&str| {
            format!("<e:EncryptedData><e:CipherReference URI=\"OPS/{name}\"/></e:EncryptedData>")
        };
        let references: Vec<String> = protected.iter().map(reference).collect();
        let references = references.concat();
        let encryption = format!("<encryption xmlns:e=\"x\">{references}</encryption>");
        zip(&[
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", container.as_bytes()),
            ("META-INF/encryption.xml", encryption.as_bytes()),
            ("OPS/b.opf", opf.as_bytes()),
            (
                "OPS/a.xhtml",
                &page("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>", b"\xe9"),
            ),
            ("OPS/b.xhtml", second),
        ])
    };
    let (read, errors) = articles(&book(&page("", "é".as_bytes()), &[]), "a.epub");
    assert_eq!(read[0].text.as_str(), "Café was shut.");
    assert_eq!(read[1].text.as_str(), "Café was shut.");
    assert_eq!(
        errors,
        ["a.epub#3: this chapter is not in the e-book, which is damaged; download it again"]
    );
    let (read, errors) = articles(&book(b"\x93\x17\0\xfe", &["b.xhtml"]), "a.epub");
    assert_eq!(read.len(), 1);
    assert!(
        errors[0].starts_with("a.epub#2: this chapter is protected"),
        "{errors:?}"
    );
    let (_, errors) = articles(&book(b"\x93\x17\xfe\xe8", &[]), "a.epub");
    assert!(
        errors[0].starts_with("a.epub#2: this chapter is no page but data"),
        "{errors:?}"
    );
    let all = refusal(
        &book(b"\x93", &["a.xhtml", "b.xhtml", "c.xhtml", "font.otf"]),
        "a.epub",
    );
    assert!(all.starts_with("a.epub: this e-book is protected"), "{all}");
}

#[test]
fn broken_and_hostile_documents() {
    let no_text = zip(&[("word/document.xml", b"<w:document/>")]);
    assert_eq!(
        refusal(&no_text, "a.docx"),
        "a.docx: there is no text in it; save it again with its words"
    );
    let broken = zip(&[("word/document.xml", b"<w:document><w:p><w:t>It rained<")]);
    assert!(refusal(&broken, "a.docx").contains("this Word document is damaged"));
    let bomb = format!(
        "<w:p><w:r><w:t>It rained.{}</w:t></w:r></w:p>",
        " ".repeat(6 << 20)
    );
    let bomb = zip(&[("word/document.xml", bomb.as_bytes())]);
    assert!(refusal(&bomb, "a.docx").contains("more than 200 times its size"));
    let deep = format!("<w:document>{}", "<w:p>".repeat(500_000));
    let deep = zip(&[("word/document.xml", deep.as_bytes())]);
    let generous = Limits {
        expansion: 100_000,
        ..Limits::default()
    };
    let (read, _) = articles_within(&deep, "a.docx", &generous);
    assert!(read.is_empty());

    for rtf in [
        "{\\rtf1",
        "{\\rtf1 \\u",
        "{\\rtf1 \\'",
        "{\\rtf1 \\bin99999999999 x",
        "{\\rtf1\\uc-5 \\u9999999999999 x",
        "{\\rtf1{\\shptxt",
        "{\\rtf1{\\NeXTGraphic",
        "{\\rtf1\\f99999999999\\deff-3{\\fonttbl\\fcharset204\\f-7\\fcharset99 \\'ff",
    ] {
        let (_, errors) = articles(rtf.as_bytes(), "a.rtf");
        assert!(
            errors.iter().all(|error| error.starts_with("a.rtf: ")),
            "{errors:?}"
        );
    }
    let boxes = "<w:p><w:r><w:t>It rained.</w:t>".repeat(50_000);
    let boxes = zip(&[("word/document.xml", boxes.as_bytes())]);
    let (read, _) = articles_within(&boxes, "a.docx", &generous);
    assert_eq!(read[0].text.matches("It rained.").count(), 50_000);
    for xml in [
        "</w:p></w:tc></w:tr>It rained.",
        "<w:tr><w:tc><w:pStyle w:val=\"Title\"/><w:t>It rained.",
        "<w:p><w:pPr><w:p><w:pPr><w:rPr><w:del>",
    ] {
        let (read, _) = articles(
            &word_with(xml, &[("word/styles.xml", b"<w:style w:styleId")]),
            "a.docx",
        );
        assert!(read.is_empty(), "{xml}");
    }

    let deep = format!(
        "{{\\rtf1 {}It rained.{}}}",
        "{".repeat(300_000),
        "}".repeat(300_000)
    );
    assert_eq!(article(deep.as_bytes(), "a.rtf").text.as_str(), "It rained.");
    let long = format!("{{\\rtf1 {}It rained.}}", "\\b ".repeat(500_000));
    assert_eq!(article(long.as_bytes(), "a.rtf").text.as_str(), "It rained.");

    assert!(refusal(&epub("")[..600], "a.epub").starts_with("a.epub: "));
    let bare = zip(&[("META-INF/container.xml", b"<container/>")]);
    assert!(refusal(&bare, "a.epub").starts_with("a.epub: this e-book is damaged"));
    let none = br#"<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:1</dc:identifier><dc:title>x</dc:title><dc:language>en</dc:language></metadata><manifest/><spine/></package>"#;
    let container = br#"<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;
    let none = refusal(
        &zip(&[("META-INF/container.xml", container), ("a.opf", none)]),
        "a.epub",
    );
    assert!(
        none.starts_with("a.epub: this e-book names none of its chapters"),
        "{none}"
    );
    let bomb = epub(&format!("<p>It rained.{}</p>", " ".repeat(6 << 20)));
    assert!(refusal(&bomb, "a.epub").contains("more than 200 times its size"));
}

#[test]
fn cut_and_damaged_documents_do_no_harm() {
    for (bytes, name) in [
        (docx(), "a.docx"),
        (RTF.as_bytes().to_vec(), "a.rtf"),
        (
            br"{\rtf1\deff0{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset238 B;}}The {\shp{\*\shpinst{\shptxt Box.\par}}{\shprslt x}}\f1 l\'f3ck{\footnote No.}\cell{\strike no}\row}".to_vec(),
            "b.rtf",
        ),
        (epub("<p>The ferry was full on Monday.</p>"), "a.epub"),
    ] {
        survives_being_cut(&bytes, name);
        survives_damage(&bytes, name);
    }
}

#[test]
fn a_document_that_is_cut_short_says_so() {
    const NOTE: &str = "The document is cut short, and its end was not read: save it again.";
    let whole = br"{\rtf1 The bridge over the Mell was shut on Tuesday, and the ferry was soon full.}";
    assert!(article(whole, "a.rtf").notes.is_empty());
    let xml = br"<w:document><w:body><w:p><w:r><w:t>The bridge was shut on Tuesday.</w:t></w:r></w:p><w:p><w:r><w:t>The fer";
    for (bytes, name) in [
        (whole[..60].to_vec(), "a.rtf"),
        (zip(&[("word/document.xml", xml)]), "a.docx"),
    ] {
        let notes = article(&bytes, name).notes;
        assert_eq!(
            notes.iter().map(CleanText::as_str).collect::<Vec<_>>(),
            [NOTE],
            "{name}"
        );
    }
}
