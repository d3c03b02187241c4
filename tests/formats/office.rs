//! Word documents, RTF, e-books.

use super::archives::zip;
use super::{
    about, all_about, article, articles, articles_within, refusal, survives_being_cut, survives_damage,
};
use briefing::briefing::Published;
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
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let core = format!("<x><creator>{author}</creator><created>2013-12-23T23:15:00Z</created></x>");
    zip(&[
        ("word/document.xml", document.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ])
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

const NOTED: &str = "The date is that on which the document was made: the article tells none.";

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
        let read = read_bytes(&word(body, "Ada Holm"), None, &options).remove(0).unwrap();
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

#[test]
fn broken_and_hostile_documents() {
    let no_text = zip(&[("word/document.xml", b"<w:document/>")]);
    assert_eq!(refusal(&no_text, "a.docx"), "a.docx: there is no text in it");
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
    ] {
        let (_, errors) = articles(rtf.as_bytes(), "a.rtf");
        assert!(
            errors.iter().all(|error| error.starts_with("a.rtf: ")),
            "{errors:?}"
        );
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
    let bomb = epub(&format!("<p>It rained.{}</p>", " ".repeat(6 << 20)));
    assert!(refusal(&bomb, "a.epub").contains("more than 200 times its size"));
}

#[test]
fn cut_and_damaged_documents_do_no_harm() {
    for (bytes, name) in [
        (docx(), "a.docx"),
        (RTF.as_bytes().to_vec(), "a.rtf"),
        (epub("<p>The ferry was full on Monday.</p>"), "a.epub"),
    ] {
        survives_being_cut(&bytes, name);
        survives_damage(&bytes, name);
    }
}
