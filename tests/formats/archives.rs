//! Archives: gzip, ZIP, tar, WARC; what comes out, and what does not.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use briefing::briefing::Article;
use briefing::load::{Limits, is_article, load_file, sidecar_path};
use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{all_about, article, articles, articles_within, refusal, survives_being_cut, survives_damage};

const STORY: &str = "Bridge shut after flood\nBy Ida Holm\nPublished 4 Sep 2025\n\nThe bridge over the Mell was shut on Tuesday.\n";
const PAGE: &str = "<html><head><title>Ferry full</title></head><body><article><h1>Ferry full</h1><p>The ferry over the Mell was full on Monday, and forty cars \
were turned away at the quay.</p><p>“Nobody drowned,” said its master, who has run it for thirty years.</p></article></body></html>";

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        // Set by hand: the crate refuses names that lead out of the folder.
        header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_cksum();
        builder.append(&header, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

fn files() -> Vec<(&'static str, &'static [u8])> {
    vec![
        ("news/story.txt", STORY.as_bytes()),
        ("news/empty.txt", b""),
        ("news/picture.png", b"\x89PNG\r\n\x1a\n"),
        ("news/style.css", b"p { color: red }"),
        ("news/.hidden.txt", b"Hidden."),
        ("__MACOSX/news/story.txt", b"Junk."),
        ("news/story.briefing.toml", b"format = 1\n"),
        (
            "../../etc/escape.txt",
            b"The file that wants out was read like any other on Tuesday.",
        ),
        (
            "news/note.toml",
            b"[article]\ntitle = 'A note'\ntext = 'It rained.'\n",
        ),
    ]
}

#[test]
fn what_is_in_an_archive_is_read_and_nothing_leads_out_of_it() {
    let mut told = String::new();
    for (bytes, name) in [
        (zip(&files()), "news.zip"),
        (tar(&files()), "news.tar"),
        (gzip(&tar(&files())), "news.tar.gz"),
    ] {
        let (read, errors) = articles(&bytes, name);
        let names: Vec<String> = read
            .iter()
            .map(|article| article.file_name().to_string())
            .collect();
        write!(told, "{}\n{}\n\n", names.join("\n"), errors.join("\n")).unwrap();
    }
    insta::assert_snapshot!(told);
    assert!(!std::path::Path::new("/etc/escape.txt").exists());
}

#[test]
fn a_packed_file_is_that_file() {
    let story = article(&gzip(STORY.as_bytes()), "story.txt.gz");
    assert_eq!(story.file_name().as_str(), "story.txt.gz");
    assert_eq!(story.byline.as_deref(), Some("Ida Holm"));
    let page = article(&gzip(PAGE.as_bytes()), "page.html.gz");
    assert!(
        page.text.contains("“Nobody drowned,” said its master"),
        "{}",
        page.text
    );
    // A packed briefing cannot be corrected in place.
    let note = article(&gzip(b"[article]\ntext = 'It rained.'\n"), "note.toml.gz");
    assert!(note.entry.is_some());
}

#[test]
fn packed_files_of_a_folder_are_known_by_what_is_packed() {
    let feed = gzip(br#"{"version": "https://jsonfeed.org/version/1.1", "items": []}"#);
    for (name, packed, is_one) in [
        ("feed.json.gz", &feed, true),
        ("data.json.gz", &gzip(b"[1, 2, 3]"), false),
        ("note.toml.gz", &gzip(b"[article]\ntext = 'It rained.'\n"), true),
        ("story.txt.gz", &gzip(STORY.as_bytes()), true),
        ("picture.png.gz", &gzip(STORY.as_bytes()), false),
    ] {
        assert_eq!(is_article(name.as_ref(), || packed.clone()), is_one, "{name}");
    }
}

#[test]
fn the_correction_of_a_packed_file_stands_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let story = folder.path().join("story.txt.gz");
    std::fs::write(&story, gzip(STORY.as_bytes())).unwrap();
    let correction = sidecar_path(&story);
    std::fs::write(&correction, "[article]\nbyline = 'Ada Lind'\n").unwrap();
    for path in [&story, &correction] {
        let article = load_file(path).unwrap().article;
        assert_eq!(article.byline.as_deref(), Some("Ada Lind"), "{}", path.display());
    }
}

#[test]
fn feeds_in_archives_have_entries_of_entries() {
    let feed = br#"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "7", "content_text": "The herring came late this year."}]}"#;
    let (read, _) = articles(&zip(&[("a/feed.json", feed), ("b/feed.json", feed)]), "feeds.zip");
    let names: Vec<String> = read
        .iter()
        .map(|article| article.file_name().to_string())
        .collect();
    assert_eq!(names, ["feeds.zip/a/feed.json#1", "feeds.zip/b/feed.json#1"]);
    assert_ne!(
        read[0].entry.as_ref().unwrap().key,
        read[1].entry.as_ref().unwrap().key
    );
}

#[test]
fn an_archive_in_an_archive_stays_shut() {
    let inner = zip(&[("story.txt", STORY.as_bytes())]);
    for (bytes, name) in [
        (zip(&[("inner.zip", &inner)]), "outer.zip"),
        (zip(&[("story.txt.gz", &gzip(STORY.as_bytes()))]), "outer.zip"),
        (gzip(&gzip(STORY.as_bytes())), "outer.gz"),
        (tar(&[("inner.zip", &inner)]), "outer.tar"),
        (kept_text(&kept_text(STORY.as_bytes())), "outer.warc"),
        (kept_text(&inner), "outer.warc"),
        (kept_text(&gzip(STORY.as_bytes())), "outer.warc"),
    ] {
        let refused = refusal(&bytes, name);
        assert!(
            refused.starts_with(name) && refused.contains("which is not opened; unpack the outer one first"),
            "{refused}"
        );
    }
}

/// A crawl in which a page of plain text is `bytes`.
fn kept_text(bytes: &[u8]) -> Vec<u8> {
    record("resource", "Content-Type: text/plain\r\n", bytes)
}

#[test]
fn crawls_in_crawls_end_somewhere() {
    let mut nested = STORY.as_bytes().to_vec();
    for _ in 0..3000 {
        nested = kept_text(&nested);
    }
    // On so small a stack that none of it is spent on them.
    let reading = std::thread::Builder::new().stack_size(256 << 10);
    let refused = reading.spawn(move || refusal(&nested, "deep.warc")).unwrap();
    assert!(refused.join().unwrap().contains("which is not opened"));
}

#[test]
fn a_packed_file_may_be_as_large_as_any_other() {
    let limits = Limits {
        file: 4096,
        ..Limits::default()
    };
    let story = "The bridge over the Mell was shut on Tuesday.\n\n".repeat(100);
    for (bytes, name) in [
        (gzip(story.as_bytes()), "story.txt.gz"),
        (zip(&[("story.txt", story.as_bytes())]), "story.zip"),
        (gzip(&tar(&[("story.txt", story.as_bytes())])), "story.tar.gz"),
    ] {
        let (read, errors) = articles_within(&bytes, name, &limits);
        assert!(read.is_empty(), "{name}");
        assert!(
            errors[0].contains("it is larger than 4 KB; raise `file`"),
            "{errors:?}"
        );
    }
    // An archive may be larger than what is in it.
    let many: Vec<(&str, &[u8])> = vec![("a.txt", STORY.as_bytes()); 8];
    let (read, errors) = articles_within(&gzip(&tar(&many)), "story.tar.gz", &limits);
    assert_eq!((read.len(), errors.len()), (8, 0), "{errors:?}");
}

#[test]
fn of_a_packed_archive_that_is_cut_short_the_start_is_read() {
    // What cannot be packed well, so that a cut falls between records.
    let noise = (0_u32..4000).map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes());
    let noise: Vec<u8> = noise.flatten().collect();
    let crawl = [kept_text(STORY.as_bytes()), record("metadata", "", &noise)].concat();
    let packed = gzip(&crawl);
    let (read, errors) = articles(&packed[..packed.len() / 2], "crawl.warc.gz");
    assert_eq!((read.len(), errors.len()), (1, 1), "{errors:?}");
    assert!(errors[0].contains("damaged or cut short"), "{errors:?}");
    let files = tar(&[("story.txt", STORY.as_bytes()), ("noise.png", &noise)]);
    let packed = gzip(&files);
    let (read, errors) = articles(&packed[..packed.len() / 2], "news.tar.gz");
    assert_eq!((read.len(), errors.len()), (1, 1), "{errors:?}");
    assert!(errors[0].contains("damaged"), "{errors:?}");
}

#[test]
fn bombs_do_not_go_off() {
    let zeros = vec![b' '; 6 << 20];
    let limits = Limits::default();
    let refused = refusal(&gzip(&zeros), "bomb.gz");
    assert!(
        refused.contains("unpacks to more than 200 times its size"),
        "{refused}"
    );
    let refused = refusal(&zip(&[("a.txt", &zeros)]), "bomb.zip");
    assert!(
        refused.contains("unpacks to more than 200 times its size"),
        "{refused}"
    );
    // So it is in an e-book, whatever its checksums say.
    let mut book = zip(&[("META-INF/container.xml", b"<x/>"), ("a.txt", &zeros)]);
    let mut sum = flate2::Crc::new();
    sum.update(&zeros);
    let sum = sum.sum().to_le_bytes();
    while let Some(place) = book.windows(4).position(|bytes| bytes == sum) {
        book[place] ^= 1;
    }
    let refused = refusal(&book, "bomb.epub");
    assert!(
        refused.contains("unpacks to more than 200 times its size"),
        "{refused}"
    );
    // What a person trusts is read all the same.
    let (_, errors) = articles_within(
        &gzip(&zeros),
        "bomb.gz",
        &Limits {
            expansion: 100_000,
            ..limits
        },
    );
    assert_eq!(
        errors,
        ["bomb.gz: there is no text in it; save it again with its words"]
    );
    let (_, errors) = articles_within(
        &gzip(&zeros),
        "bomb.gz",
        &Limits {
            expansion: 100_000,
            unpacked: 2 << 20,
            ..limits
        },
    );
    assert!(
        errors[0].contains("it unpacks to more than 2 MB; raise `unpacked`"),
        "{errors:?}"
    );
    let (_, errors) = articles_within(
        &zip(&[("a.txt", &zeros[..5000])]),
        "a.zip",
        &Limits { file: 4096, ..limits },
    );
    assert!(
        errors[0].starts_with("a.zip/a.txt: it is larger than 4 KB; raise `file`"),
        "{errors:?}"
    );
    let many: Vec<(String, &[u8])> = (0..50)
        .map(|number| (format!("{number}.png"), &b"x"[..]))
        .collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let (_, errors) = articles_within(
        &zip(&many),
        "many.zip",
        &Limits {
            entries: 40,
            ..limits
        },
    );
    assert!(errors[0].contains("more than 40 files"), "{errors:?}");
}

#[test]
fn broken_and_hostile_archives() {
    let good = zip(&[("story.txt", STORY.as_bytes())]);
    for (bytes, name) in [
        (&good[..good.len() / 2], "half.zip"),
        (&b"PK\x03\x04junk"[..], "junk.zip"),
        (&b"\x1f\x8bjunk"[..], "junk.gz"),
        (&gzip(STORY.as_bytes())[..40], "half.gz"),
        (&zip(&[])[..], "empty.zip"),
    ] {
        let refused = refusal(bytes, name);
        assert!(refused.starts_with(&format!("{name}: ")), "{refused}");
    }
    // The method by which a file is packed stands in two places: this one is LZMA.
    let mut odd = good.clone();
    for (start, place) in [(&b"PK\x03\x04"[..], 8), (b"PK\x01\x02", 10)] {
        let header = odd.windows(4).position(|bytes| bytes == start).unwrap();
        odd[header + place] = 14;
    }
    let refused = refusal(&odd, "odd.zip");
    assert!(
        refused.starts_with("odd.zip/story.txt: it is packed in a way that is not read"),
        "{refused}"
    );
    let names = zip(&[("\u{1b}[2Jstory\u{202e}.txt", STORY.as_bytes())]);
    let name = article(&names, "a.zip").file_name();
    assert!(!name.contains('\u{1b}') && !name.contains('\u{202e}'), "{name:?}");
    // A tar whose header claims more than is there.
    let mut lying = tar(&[("first.txt", STORY.as_bytes()), ("story.txt", STORY.as_bytes())]);
    let (first, lying) = lying.split_at_mut(1024);
    lying[124..136].copy_from_slice(b"77777777777\0");
    let sum: u32 = lying[..512]
        .iter()
        .enumerate()
        .map(|(at, byte)| {
            if (148..156).contains(&at) {
                32
            } else {
                u32::from(*byte)
            }
        })
        .sum();
    lying[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    let (read, errors) = articles(&[first, lying].concat(), "lying.tar");
    assert_eq!(read.len(), 1, "{errors:?}");
    let last = errors.last().unwrap();
    assert!(last.starts_with("lying.tar: this archive is damaged"), "{last}");
}

#[test]
fn other_programs_archives_are_named() {
    for (inner, kind) in [
        ("xl/workbook.xml", "an Excel workbook"),
        ("META-INF/MANIFEST.MF", "a Java archive"),
    ] {
        let refused = refusal(&zip(&[(inner, b"<x/>")]), "a.zip");
        assert!(refused.contains(kind), "{refused}");
    }
}

fn record(kind: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let mut record = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\n{headers}Content-Length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    record.extend_from_slice(body);
    record.extend_from_slice(b"\r\n\r\n");
    record
}

fn warc() -> Vec<u8> {
    let answer =
        |headers: &str, body: &[u8]| [format!("HTTP/1.1 {headers}\r\n\r\n").as_bytes(), body].concat();
    let chunked = {
        let (start, end) = PAGE.split_at(100);
        format!(
            "{:x}\r\n{start}\r\n{:X};x=y\r\n{end}\r\n0\r\n\r\n",
            start.len(),
            end.len()
        )
    };
    [
        record("warcinfo", "", b"software: test"),
        record(
            "request",
            "WARC-Target-URI: https://post.example/a\r\n",
            b"GET / HTTP/1.1\r\n\r\n",
        ),
        record(
            "response",
            "WARC-Target-URI: https://post.example/a\r\n",
            &answer(
                "200 OK\r\nContent-Type: text/html; charset=utf-8",
                PAGE.as_bytes(),
            ),
        ),
        record(
            "response",
            "WARC-Target-URI: https://post.example/gone\r\n",
            &answer("404 Not Found\r\nContent-Type: text/html", b"<p>Gone"),
        ),
        record(
            "response",
            "WARC-Target-URI: https://post.example/x.png\r\n",
            &answer("200 OK\r\nContent-Type: image/png", b"\x89PNG"),
        ),
        record(
            "response",
            "WARC-Target-URI: <https://post.example/b>\r\n",
            &answer(
                "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked",
                chunked.as_bytes(),
            ),
        ),
        record(
            "response",
            "WARC-Target-URI: https://post.example/c\r\n",
            &answer(
                "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
                &gzip(PAGE.as_bytes()),
            ),
        ),
        record(
            "conversion",
            "WARC-Target-URI: https://post.example/d\r\nContent-Type: text/plain\r\n",
            STORY.as_bytes(),
        ),
    ]
    .concat()
}

#[test]
fn each_page_that_a_crawler_kept_is_an_article() {
    let (read, errors) = articles(&warc(), "crawl.warc");
    assert!(errors.is_empty(), "{errors:?}");
    let told: Vec<String> = read
        .iter()
        .map(|article| {
            format!(
                "{} {}",
                article.file_name(),
                article.url.as_deref().unwrap_or("-")
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "crawl.warc#1 https://post.example/a",
            "crawl.warc#2 https://post.example/b",
            "crawl.warc#3 https://post.example/c",
            "crawl.warc#4 https://post.example/d",
        ]
    );
    assert!(
        read.iter()
            .take(3)
            .all(|article| article.text.contains("forty cars were turned away"))
    );
    let (packed, _) = articles(&gzip(&warc()), "crawl.warc.gz");
    assert_eq!(packed.len(), 4);
    let (cut, errors) = articles(&warc()[..1200], "crawl.warc");
    assert_eq!((cut.len(), errors.len()), (1, 1), "{}", all_about(&cut));
    assert!(errors[0].contains("damaged or cut short"));
}

#[test]
fn the_day_on_which_a_page_was_kept_is_better_than_none() {
    let kept = |body: &str| {
        let headers = "Content-Type: text/plain\r\nWARC-Date: 2025-09-06T10:11:12Z\r\n";
        article(&record("resource", headers, body.as_bytes()), "a.warc")
    };
    let made = |article: &Article| article.made.map(|made| made.date.to_string());
    let silent = kept("The bridge over the Mell was shut on Tuesday.");
    assert_eq!(made(&silent).as_deref(), Some("2025-09-06"));
    assert_eq!(silent.published, None);
    let told = kept(STORY);
    assert_eq!(told.published.unwrap().date.to_string(), "2025-09-04");
}

#[test]
fn the_encoding_that_a_server_told_is_that_of_the_page() {
    let page = |kind: &str, label: &str, words: &str| {
        let (bytes, _, _) = encoding_rs::Encoding::for_label(label.as_bytes())
            .unwrap()
            .encode(words);
        let answer = [
            format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n").as_bytes(),
            &bytes,
        ]
        .concat();
        record("response", "WARC-Target-URI: https://post.example/a\r\n", &answer)
    };
    let words = "<html><body><p>The storm hit Gdańsk on Thursday, and Władysław Żółć said: “We will rebuild.”</p></body></html>";
    let told = article(
        &page("text/html; charset=\"windows-1250\"", "windows-1250", words),
        "a.warc",
    );
    assert!(
        told.text.contains("Władysław Żółć said: “We will rebuild.”"),
        "{}",
        told.text
    );
    assert!(told.notes.is_empty(), "{:?}", told.notes);
    // What a server tells wrongly is not believed.
    for kind in [
        "text/html; charset=ascii-art",
        "text/html; charset=iso-2022-jp",
        "text/html; charset",
        "text/html; charset=utf-16",
    ] {
        let wrong = article(&page(kind, "utf-8", words), "a.warc");
        assert!(wrong.text.contains("Władysław Żółć"), "{kind}: {}", wrong.text);
    }
    let silent = article(&page("text/html", "windows-1250", words), "a.warc");
    assert!(
        silent.notes[0].starts_with("The encoding is not declared"),
        "{:?}",
        silent.notes
    );
}

#[test]
fn what_a_crawler_kept_for_programs_is_no_article() {
    let text = |address: &str| {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\nDisallow: /x\n";
        record("response", &format!("WARC-Target-URI: {address}\r\n"), answer)
    };
    for (address, count) in [
        ("https://post.example/robots.txt", 0),
        ("<https://post.example/Ads.txt?x=1>", 0),
        ("https://post.example/.well-known/security.txt", 0),
        ("https://post.example/news/robots.txt", 1),
        ("robots.txt", 1),
    ] {
        let (read, _) = articles(&text(address), "a.warc");
        assert_eq!(read.len(), count, "{address}");
    }
}

#[test]
fn the_pieces_of_a_saved_page_are_no_articles() {
    let files: &[(&str, &[u8])] = &[
        (
            "news/Ferry_files/ad.html",
            b"<html><body><p>Buy a boat now, said the frame.</p></body></html>",
        ),
        (
            "news/Ferry_files/deep/ad.html",
            b"<html><body><p>Buy a boat now, said the frame.</p></body></html>",
        ),
        ("news/Ferry.htm", PAGE.as_bytes()),
        ("news/court_files/story.txt", STORY.as_bytes()),
        ("other/Ferry_files/story.txt", STORY.as_bytes()),
    ];
    for (bytes, name) in [(zip(files), "a.zip"), (tar(files), "a.tar")] {
        let (read, errors) = articles(&bytes, name);
        assert!(errors.is_empty(), "{errors:?}");
        let names: Vec<String> = read
            .iter()
            .map(|article| article.file_name().to_string())
            .collect();
        let expected = [
            "news/Ferry.htm",
            "news/court_files/story.txt",
            "other/Ferry_files/story.txt",
        ];
        assert_eq!(names, expected.map(|inner| format!("{name}/{inner}")));
    }
}

#[test]
fn cut_and_damaged_archives_do_no_harm() {
    for (bytes, name) in [
        (zip(&files()), "a.zip"),
        (tar(&files()[..2]), "a.tar"),
        (gzip(STORY.as_bytes()), "a.gz"),
        (warc(), "a.warc"),
    ] {
        survives_being_cut(&bytes, name);
        survives_damage(&bytes, name);
    }
}
