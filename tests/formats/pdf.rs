//! PDFs, which a process of their own takes apart: what comes out, and that nothing which ends that process ends this one.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use briefing::load::{Limits, PDF_WORKER, take_pdfs_apart_with};

use super::archives::zip;
use super::{about, article, articles, articles_within, refusal};

/// Words on a page: from the left, from the foot, their size.
type Words<'w> = (f32, f32, f32, &'w str);

/// The program whose process takes PDFs apart.
fn with_program() {
    take_pdfs_apart_with(PathBuf::from(env!("CARGO_BIN_EXE_briefing")));
}

/// A PDF of `objects`, the first of which is its catalogue; `trailer` is added to its trailer.
fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(bytes.len());
        writeln!(bytes, "{number} 0 obj").unwrap();
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    let count = objects.len() + 1;
    write!(bytes, "xref\n0 {count}\n0000000000 65535 f \n").unwrap();
    for place in places {
        writeln!(bytes, "{place:010} 00000 n ").unwrap();
    }
    write!(
        bytes,
        "trailer\n<< /Size {count} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"
    )
    .unwrap();
    bytes
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let mut object = format!("<< {dictionary} /Length {} >>\nstream\n", content.len()).into_bytes();
    object.extend(content);
    object.extend(b"\nendstream");
    object
}

/// A PDF whose pages show these contents; its third object is its font, its fourth its information.
fn of_contents(contents: &[Vec<u8>], media: &str) -> Vec<u8> {
    let page = |number: usize| 5 + 2 * number;
    let kids: Vec<String> = (0..contents.len())
        .map(|number| format!("{} 0 R", page(number)))
        .collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>".to_vec(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len()).into_bytes(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
        b"<< /Title (Microsoft Word - ferry.doc) /Author (Ada Holm) /CreationDate (D:20250906101112+02'00') >>".to_vec(),
    ];
    for (number, content) in contents.iter().enumerate() {
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R {media} /Resources << /Font << /F 3 0 R >> /XObject << /X {} 0 R >> >> \
                 /Contents {} 0 R >>",
                page(number) + 1,
                page(number) + 1
            )
            .into_bytes(),
        );
        objects.push(content.clone());
    }
    file(&objects, "/Info 4 0 R")
}

const MEDIA: &str = "/MediaBox [0 0 595 842]";

/// A PDF that shows `pages`.
fn pdf(pages: &[&[Words<'_>]]) -> Vec<u8> {
    let contents: Vec<Vec<u8>> = pages
        .iter()
        .map(|page| stream("", shown(page).as_bytes()))
        .collect();
    of_contents(&contents, MEDIA)
}

fn shown(page: &[Words<'_>]) -> String {
    let mut content = String::new();
    for (x, y, size, words) in page {
        // The marks of WinAnsi.
        let words = words.replace('“', "\\223").replace('”', "\\224");
        writeln!(content, "BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET").unwrap();
    }
    content
}

/// An article of two pages with a head and a foot, its first page in two columns that are written row by row.
fn paper() -> Vec<u8> {
    let first = [
        (50.0, 800.0, 8.0, "The Harbour Post"),
        (450.0, 800.0, 8.0, "Friday 5 September 2025"),
        (50.0, 760.0, 24.0, "Ferry sails again after a year"),
        (50.0, 735.0, 10.0, "By Elena Brandt"),
        (50.0, 700.0, 10.0, "The ferry sailed on Thursday, a year af-"),
        (310.0, 700.0, 10.0, "spring, she said in the well-lit hall."),
        (50.0, 688.0, 10.0, "ter its engine failed, the harbour said."),
        (310.0, 688.0, 10.0, "Nobody was hurt on the first day of the"),
        (
            60.0,
            676.0,
            10.0,
            "\u{201c}We never stopped believing,\u{201d} said",
        ),
        (310.0, 676.0, 10.0, "new crossing, and the ferry was full, as"),
        (50.0, 664.0, 10.0, "Iona Reid. The crossing is free until the"),
        (310.0, 664.0, 10.0, "it had been a year before the failure of"),
        (250.0, 30.0, 8.0, "Page 1 of 2"),
    ];
    let second = [
        (50.0, 800.0, 8.0, "The Harbour Post"),
        (450.0, 800.0, 8.0, "Friday 5 September 2025"),
        (50.0, 760.0, 10.0, "its engine. It sails at noon."),
        (250.0, 30.0, 8.0, "Page 2 of 2"),
    ];
    pdf(&[&first, &second])
}

#[test]
fn an_article_is_read_as_it_is_printed() {
    with_program();
    insta::assert_snapshot!(about(&article(&paper(), "post.pdf")));
}

#[test]
fn the_day_it_was_made_is_kept_apart_from_that_of_publication() {
    with_program();
    let bytes = pdf(&[&[(50.0, 700.0, 10.0, "The ferry sailed on Thursday.")]]);
    let article = article(&bytes, "a.pdf");
    assert_eq!(article.made.unwrap().date.to_string(), "2025-09-06");
    assert_eq!(article.published, None, "nobody says that it was published then");
    assert_eq!(article.title, None, "what a program calls a file is no title");
}

#[test]
fn what_is_printed_across_the_page_is_left_out_and_a_turned_page_is_read() {
    with_program();
    let across = b"BT /F 9 Tf 0 1 -1 0 20 300 Tm (arXiv:2509.0001) Tj ET\nBT /F 10 Tf 1 0 0 1 50 700 Tm (The ferry sailed on Thursday.) Tj ET";
    let turned = b"BT /F 10 Tf 0 1 -1 0 100 50 Tm (It was full, ) Tj ET BT /F 10 Tf 0 1 -1 0 112 50 Tm (and it sails again.) Tj ET";
    let bytes = of_contents(&[stream("", across), stream("", turned)], MEDIA);
    assert_eq!(
        article(&bytes, "a.pdf").text.as_str(),
        "The ferry sailed on Thursday.\n\nIt was full, and it sails again."
    );
}

#[test]
fn pages_without_text_say_so() {
    with_program();
    let refused = refusal(
        &of_contents(&[stream("", b"0 0 100 100 re f")], MEDIA),
        "scan.pdf",
    );
    assert!(
        refused.starts_with("scan.pdf: there is no text in this PDF, only pictures of pages; run it through"),
        "{refused}"
    );
}

#[test]
fn a_page_that_the_parser_panics_on_costs_itself_alone() {
    with_program();
    let good = |words: &str| stream("", shown(&[(50.0, 700.0, 10.0, words)]).as_bytes());
    // Operators without their operands.
    let bad = stream("", b"BT Tf Tm ET");
    let pages = [
        bad.clone(),
        good("The ferry sailed on Thursday."),
        bad,
        good("It was full."),
    ];
    let article = article(&of_contents(&pages, MEDIA), "a.pdf");
    assert_eq!(
        article.text.as_str(),
        "The ferry sailed on Thursday.\n\nIt was full."
    );
    assert_eq!(article.notes[0].as_str(), "Pages that could not be read: 2.");
}

/// PDFs that mean harm, or are broken; whatever becomes of them, it is told in words.
#[test]
fn whatever_ends_the_process_that_reads_them_is_told_and_ends_no_other() {
    with_program();
    let form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
        b"/X Do",
    );
    let itself = of_contents(&[form], MEDIA);
    // The pages of a tree whose root is its own parent.
    let parent = file(
        &[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 >>".to_vec(),
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>".to_vec(),
            stream("", b""),
        ],
        "",
    );
    let nested = file(
        &[[b"<< /Type /Catalog /Pages ".as_slice(), &b"[".repeat(200_000)].concat()],
        "",
    );
    let bomb = {
        let zeros = vec![b' '; 64 << 20];
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        for _ in 0..10 {
            packed.write_all(&zeros).unwrap();
        }
        of_contents(
            &[stream("/Filter /FlateDecode", &packed.finish().unwrap())],
            MEDIA,
        )
    };
    for (name, bytes) in [
        ("itself", itself),
        ("parent", parent),
        ("nested", nested),
        ("bomb", bomb),
        ("start", b"%PDF-1.7\n".to_vec()),
        ("garbage", [b"%PDF-1.7\n".as_slice(), &[0xff; 999]].concat()),
    ] {
        let name = format!("{name}.pdf");
        let refused = refusal(&bytes, &name);
        let is_told = [
            "this PDF is damaged: ",
            "the process that reads PDFs failed",
            "there is no text in this PDF",
        ]
        .iter()
        .any(|start| refused.starts_with(&format!("{name}: {start}")));
        assert!(is_told, "{refused}");
    }
}

#[test]
fn a_locked_one_says_so() {
    with_program();
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [] /Count 0 >>".to_vec(),
        format!(
            "<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{0}> /U <{0}> >>",
            "5a".repeat(32)
        )
        .into_bytes(),
    ];
    let id = format!("/ID [<{0}> <{0}>] /Encrypt 3 0 R", "00".repeat(16));
    let refused = refusal(&file(&objects, &id), "locked.pdf");
    assert!(
        refused.starts_with("locked.pdf: this PDF is locked with a password; open it with"),
        "{refused}"
    );
}

#[test]
fn one_that_takes_too_long_is_given_up_and_the_setting_is_named() {
    with_program();
    let limits = Limits {
        work: Duration::from_nanos(1),
        ..Limits::default()
    };
    let (read, errors) = articles_within(&paper(), "slow.pdf", &limits);
    assert!(read.is_empty());
    assert!(
        errors[0].contains("raise `seconds` in the [limits]"),
        "{errors:?}"
    );
}

/// A PDF that takes years: forms that show ten forms each.
fn endless() -> Vec<u8> {
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        format!(
            "<< /Type /Page /Parent 2 0 R {MEDIA} /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>"
        )
        .into_bytes(),
        stream("", b"/X Do"),
    ];
    for next in 6..24 {
        let form = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >>"
        );
        objects.push(stream(&form, &b"/X Do ".repeat(10)));
    }
    objects.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b""));
    file(&objects, "")
}

#[test]
fn the_process_that_reads_them_ends_when_nobody_waits_for_it() {
    let bytes = endless();
    let mut worker = Command::new(env!("CARGO_BIN_EXE_briefing"))
        .arg(PDF_WORKER)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut into = worker.stdin.take().unwrap();
    // It may take an hour.
    for number in [bytes.len() as u64, 3600] {
        into.write_all(&number.to_le_bytes()).unwrap();
    }
    into.write_all(&bytes).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(worker.try_wait().unwrap(), None, "it works");
    drop(into);
    assert!(!worker.wait().unwrap().success());
}

#[test]
fn it_is_known_by_its_sign_and_what_tells_of_the_sign_is_an_article() {
    with_program();
    let after_a_line = [b"Content-Range: bytes 0-\r\n".as_slice(), &paper()].concat();
    for bytes in [[b"\r\n".as_slice(), &paper()].concat(), after_a_line] {
        assert_eq!(article(&bytes, "a").format.as_str(), "pdf");
    }
    for told in [
        "\u{201c}Such files begin with %PDF-1.7,\u{201d} said Ada Holm.",
        "1. %PDF-1.7 is the sign of such files, and everybody knows it.",
    ] {
        assert_eq!(article(told.as_bytes(), "a.txt").format.as_str(), "text");
    }
}

#[test]
fn it_is_read_in_archives_and_under_any_name() {
    with_program();
    let (read, errors) = articles(&zip(&[("a/post.pdf", &paper())]), "papers.zip");
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(read[0].file_name().as_str(), "papers.zip/a/post.pdf");
    assert_eq!(
        article(&paper(), "post").title,
        article(&paper(), "post.txt").title
    );
}

/// Ours, as other programs write it: packed, its objects in streams, with a font of its own, encrypted.
fn saved() -> Vec<Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/pdf");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

#[test]
fn what_other_programs_write_is_read() {
    with_program();
    let all = saved();
    assert_eq!(all.len(), 4);
    for bytes in all {
        let text = article(&bytes, "a.pdf").text;
        assert!(
            text.contains("“We never stopped believing,” said Iona Reid."),
            "{text:?}"
        );
    }
}
