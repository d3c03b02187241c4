//! Messages, mailboxes, and web pages saved as messages.

use std::fmt::Write as _;

use briefing::briefing::{Article, CleanText};
use briefing::load::{Limits, load_entry};

use super::{about, all_about, archives, article, articles, refusal, survives_being_cut, survives_damage};

const NEWSLETTER: &str = "Return-Path: <news@packet.example>\r\nMIME-Version: 1.0\r\nFrom: =?utf-8?Q?The_Vestby_Packet_=E2=80=93_daily?= \
<news@packet.example>\r\nDate: Thu, 4 Sep 2025 23:30:00 -0400 (EDT)\r\nSubject: =?utf-8?B?TG9jayBjbG9zZWQg4oCTIGZvciB0d28geWVhcnM=?=\r\n\
List-Unsubscribe: <https://packet.example/bye>\r\nMessage-ID: <17@packet.example>\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n\
--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nView this in your browser.\r\n\
--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
<html><body><p>The lock closed on Wednesday, and nobody had been told of it.</p><p>=E2=80=9CIt leaks like a basket,=E2=80=9D =\r\nsaid Ada Holm, the engineer of the harbour.</p></body></html>\r\n--b--\r\n";

const PLAIN: &str = "From: Ida Holm <ida@mellby.example>\nTo: desk@mellby.example\nDate: Thu, 4 Sep 2025 14:30:00 +0200\nSubject: Bridge shut\n\
Message-ID: <1@mellby.example>\n\nThe bridge over the Mell was shut on Tuesday, and the ferry was soon\nfull of people who had to cross.\n\n\
“Nobody was hurt,” the mayor said.\n\n>From that day on, nobody crossed.\n-- \nIda Holm, reporter\n";

#[test]
fn a_newsletter_is_read_from_its_page_and_a_letter_from_its_words() {
    let told = [
        about(&article(NEWSLETTER.as_bytes(), "a.eml")),
        about(&article(PLAIN.as_bytes(), "b")),
    ];
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn a_mailbox_parts_only_where_a_message_begins() {
    let mailbox = format!(
        "From ida Thu Sep  4 14:30:00 2025\n{PLAIN}\nFrom that day on, it is no message.\n\nFrom packet\r\n{NEWSLETTER}\r\n"
    );
    let (read, errors) = articles(mailbox.as_bytes(), "desk.mbox");
    insta::assert_snapshot!(format!("{}\n\n{}", all_about(&read), errors.join("\n")));
}

#[test]
fn a_page_saved_as_a_message_has_its_address() {
    let page = "From: <Saved by a browser>\nSnapshot-Content-Location: https://post.example/bridge\nSubject: Bridge shut\nMIME-Version: 1.0\n\
        Content-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\n\n--x\nContent-Type: text/html\nContent-Location: https://post.example/bridge\n\n\
        <html><body><p>The bridge over the Mell was shut on Tuesday, the mayor of the town said.</p></body></html>\n\
        --x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--x--\n";
    let article = article(page.as_bytes(), "bridge.mhtml");
    assert_eq!(article.url.as_deref(), Some("https://post.example/bridge"));
    assert!(
        article.text.starts_with("The bridge over the Mell"),
        "{}",
        article.text
    );
}

/// What is known of an article, with its notes.
fn about_with_notes(article: &Article) -> String {
    let lines = article.notes.iter().map(|note| format!("note: {note}"));
    let lines: Vec<String> = std::iter::once(about(article)).chain(lines).collect();
    lines.join("\n")
}

/// A page as Chromium saves it: the browser is the sender, and the date is that of the day.
fn saved_page(head: &str, page: &str) -> String {
    format!(
        "{head}Subject: Bridge shut =?utf-8?Q?|_Mellby_Post?=\r\nDate: Mon, 17 Nov 2025 10:00:00 +0100\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n\
         --x\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <frame-0@mhtml.blink>\r\nContent-Location: https://post.example/bridge\r\n\r\n{page}\r\n\
         --x\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Location: https://ads.example/\r\n\r\n<p>Buy a boat now, said the frame of an advertiser.</p>\r\n--x--\r\n"
    )
}

const BRIDGE: &str = "<p>The bridge over the Mell was shut on Tuesday, and the ferry was soon full of people who had to cross.</p>\
     <p>“Nobody was hurt,” said Ida Berg, the mayor of the town, on the quay below it.</p>";

#[test]
fn a_saved_page_is_believed_before_the_browser_that_saved_it() {
    let head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/bridge\r\n";
    let told = format!(
        r#"<html><head><title>Bridge shut</title><script type="application/ld+json">{{"@type":"NewsArticle","headline":"Bridge shut after flood",
        "datePublished":"2025-09-04T14:30:00+02:00","author":{{"@type":"Person","name":"Ida Holm"}}}}</script></head><body><article>{BRIDGE}</article></body></html>"#
    );
    let silent = format!("<html><body>{BRIDGE}</body></html>");
    let read = [
        about_with_notes(&article(saved_page(head, &told).as_bytes(), "a.mhtml")),
        about_with_notes(&article(
            saved_page("From: \"Saved by Internet Explorer 11\"\r\n", &told).as_bytes(),
            "b",
        )),
        about_with_notes(&article(saved_page(head, &silent).as_bytes(), "c.mht")),
    ];
    insta::assert_snapshot!(read.join("\n\n"));
}

fn mail(head: &str, body: &str) -> String {
    format!(
        "From: Bob Stone <bob@desk.example>\nDate: Fri, 5 Sep 2025 09:00:00 +0200\nMessage-ID: <5@desk.example>\nMIME-Version: 1.0\n{head}\n\n{body}"
    )
}

/// A message of several parts, each with its headers.
fn parts(kind: &str, parts: &[&str]) -> String {
    let parts = parts.join("\n--A\n");
    mail(
        &format!("Subject: Bridge shut\nContent-Type: multipart/{kind}; boundary=\"A\""),
        &format!("--A\n{parts}\n--A--\n"),
    )
}

const FIRST: &str = "Content-Type: text/plain\n\nThe bridge over the Mell was shut on Tuesday.\n";
const PICTURE: &str = "Content-Type: image/jpeg; name=a.jpg\nContent-Disposition: inline; filename=a.jpg\nContent-Transfer-Encoding: base64\n\n/9j/\n";
const LAST: &str = "Content-Type: text/plain\n\nThe ferry was full by noon, said its master.\n";

#[test]
fn every_piece_of_the_text_is_read() {
    let page = |words: &str| format!("Content-Type: text/html\n\n<html><body><p>{words}</p></body></html>\n");
    let (first, last) = (
        page("The bridge over the Mell was shut on Tuesday."),
        page("The ferry was full by noon, said its master."),
    );
    let whole =
        "The bridge over the Mell was shut on Tuesday.\n\nThe ferry was full by noon, said its master.";
    for (kind, pieces) in [
        ("mixed", [FIRST, PICTURE, LAST]),
        ("mixed", [&first, PICTURE, &last]),
        ("mixed", [FIRST, PICTURE, &last]),
        ("mixed", [&first, PICTURE, LAST]),
        ("related", [FIRST, PICTURE, LAST]),
    ] {
        let read = article(parts(kind, &pieces).as_bytes(), "a.eml");
        assert_eq!(read.text.as_str(), whole, "{kind} {pieces:?}");
        assert!(read.notes.is_empty(), "{:?}", read.notes);
    }
    // Two forms of the same are one text, and a frame is none.
    let forms = article(parts("alternative", &[FIRST, &first]).as_bytes(), "a.eml");
    assert_eq!(
        forms.text.as_str(),
        "The bridge over the Mell was shut on Tuesday."
    );
    let blank = article(parts("alternative", &[FIRST, &page(" ")]).as_bytes(), "a.eml");
    assert_eq!(
        blank.text.as_str(),
        "The bridge over the Mell was shut on Tuesday."
    );
    let frame = format!("Content-ID: <2>\n{last}");
    let framed = article(parts("related", &[&first, &frame]).as_bytes(), "a.eml");
    assert_eq!(
        framed.text.as_str(),
        "The bridge over the Mell was shut on Tuesday."
    );
}

/// The names and titles of articles, a line each.
fn names(articles: &[Article]) -> Vec<String> {
    let title = |article: &Article| article.title.as_deref().unwrap_or("-").to_owned();
    articles
        .iter()
        .map(|article| format!("{} {}", article.file_name(), title(article)))
        .collect()
}

#[test]
fn messages_in_a_message_are_read_each_by_itself() {
    let inner = |number: usize| {
        format!(
            "Subject: Story {number}\nFrom: Ida Holm <ida@post.example>\nMessage-ID: <in{number}@post.example>\n\nThe herring of day {number} came late.\n"
        )
    };
    let attached = |number: usize| format!("Content-Type: message/rfc822\n\n{}", inner(number));
    let digest = parts(
        "digest",
        &[&format!("\n{}", inner(1)), &format!("\n{}", inner(2))],
    );
    let (read, errors) = articles(digest.as_bytes(), "digest.eml");
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(names(&read), ["digest.eml#1 Story 1", "digest.eml#2 Story 2"]);
    assert_eq!(read[1].byline.as_deref(), Some("Ida Holm"));
    let mixed = parts("mixed", &[FIRST, &attached(1)]);
    let (read, _) = articles(mixed.as_bytes(), "a.eml");
    assert_eq!(names(&read), ["a.eml Bridge shut", "a.eml#1 Story 1"]);
    // What it is known by is its own number, wherever in the message it stands.
    let moved = parts("mixed", &[&attached(2), FIRST, &attached(1)]);
    let (moved, _) = articles(moved.as_bytes(), "a.eml");
    assert_eq!(
        names(&moved),
        ["a.eml Bridge shut", "a.eml#1 Story 2", "a.eml#2 Story 1"]
    );
    assert_eq!(
        moved[2].entry.as_ref().unwrap().key,
        read[1].entry.as_ref().unwrap().key
    );
    let mailbox =
        format!("From bob Thu Sep  4 14:30:00 2025\n{mixed}\nFrom bob Thu Sep  4 14:31:00 2025\n{PLAIN}");
    let (read, _) = articles(mailbox.as_bytes(), "a.mbox");
    assert_eq!(
        names(&read),
        [
            "a.mbox#1 Bridge shut",
            "a.mbox#1#1 Story 1",
            "a.mbox#2 Bridge shut"
        ]
    );
}

#[test]
fn what_is_attached_is_an_article_or_is_named() {
    let file = |name: &str, bytes: &[u8]| {
        let bytes = bytes.iter().fold(String::new(), |mut bytes, byte| {
            writeln!(bytes, "={byte:02X}=").unwrap();
            bytes
        });
        format!(
            "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"{name}\"\n\
             Content-Transfer-Encoding: quoted-printable\n\n{bytes}"
        )
    };
    let release = file(
        "../release.txt",
        b"Ferry full\n\nBy Ida Holm\n\nThe ferry was full by noon, said its master.\n",
    );
    let packed = file(
        "photos.zip",
        &archives::zip(&[("a.txt", b"The herring came late.")]),
    );
    let table = file("table.xlsx", b"x");
    let whole = parts("mixed", &[FIRST, &release, &packed, &table, PICTURE]);
    let (read, errors) = articles(whole.as_bytes(), "a.eml");
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(
        names(&read),
        ["a.eml Bridge shut", "a.eml/release.txt Ferry full"]
    );
    assert_eq!(read[1].byline.as_deref(), Some("Ida Holm"));
    assert_eq!(read[0].notes.len(), 1);
    assert_eq!(
        read[0].notes[0].as_str(),
        "Attached and not read: photos.zip, table.xlsx."
    );
    // The message is the file's own article, which the file is corrected by and asked for by.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.eml");
    std::fs::write(&path, &whole).unwrap();
    std::fs::write(
        folder.path().join("a.briefing.toml"),
        "format = 1\n[article]\ntitle = 'Put right'\n",
    )
    .unwrap();
    let own = load_entry(&path.into(), &Limits::default()).unwrap();
    assert_eq!(own.article.title.as_deref(), Some("Put right"));
    // Where nothing is written above it, what is attached is all there is.
    let (read, errors) = articles(parts("mixed", &[&release]).as_bytes(), "a.eml");
    assert_eq!(
        (names(&read), errors.len()),
        (vec!["a.eml/release.txt Ferry full".to_owned()], 0)
    );
    let refused = refusal(
        parts("mixed", &[FIRST, &file("a.txt", b" ")])
            .replace("The bridge over the Mell was shut on Tuesday.", "")
            .as_bytes(),
        "a.eml",
    );
    assert_eq!(
        refused,
        "a.eml/a.txt: there is no text in it; save it again with its words"
    );
}

#[test]
fn messages_in_messages_end_somewhere() {
    let mut whole = "MIME-Version: 1.0\nSubject: 0\n\nThe herring came late.\n".to_owned();
    for level in 1..40 {
        whole = format!(
            "MIME-Version: 1.0\nSubject: {level}\nContent-Type: multipart/mixed; boundary=\"b{level}\"\n\n--b{level}\n\nThe herring came.\n\
             --b{level}\nContent-Type: message/rfc822\n\n{whole}\n--b{level}--\n"
        );
    }
    let (read, errors) = articles(whole.as_bytes(), "a.eml");
    assert_eq!((read.len(), errors.len()), (6, 0));
    assert_eq!(read[5].notes[0].as_str(), "Attached and not read: a message.");
}

#[test]
fn a_message_begins_where_the_line_tells_when_it_came() {
    let mailbox = |lines: &str| {
        let first = PLAIN.replace("“Nobody was hurt,”", &format!("{lines}\n\n“Nobody was hurt,”"));
        format!("From ida Thu Sep  4 14:30:00 2025\n{first}")
    };
    for (lines, count) in [
        ("From our website:\nhttps://post.example/bridge", 1),
        ("From our website:\nNote: it is old.", 1),
        ("From 1999 on\nNote: it is old.", 1),
        ("From ida\nReceived: from a\n\nThe second.", 2),
        (
            "The end.\nFrom ida Thu Sep  4 14:30:00 2025\nSubject: x\n\nThe second.",
            2,
        ),
        ("The end.\nFrom ida\nReceived: from a\n\nThe second.", 1),
        (
            "The end.\n>From ida Thu Sep  4 14:30:00 2025\nSubject: x\n\nThe second.",
            1,
        ),
    ] {
        let (read, errors) = articles(mailbox(lines).as_bytes(), "a.mbox");
        assert_eq!((read.len(), errors.len()), (count, 0), "{lines}");
    }
}

#[test]
fn a_message_that_is_sent_on_is_its_writers() {
    let gmail = "Worth a read.\n\n---------- Forwarded message ---------\nFrom: Ida Holm <ida@post.example>\nDate: Thu, Sep 4, 2025 at 2:30 PM\n\
        Subject: Bridge shut\nTo: Bob Stone <bob@desk.example>\n\n\nThe bridge over the Mell was shut on Tuesday, and nobody had been told.\n\n\
        The ferry was full by noon, said its master, and more people came.\n";
    let apple: Vec<String> = gmail
        .lines()
        .filter(|line| !line.starts_with('-'))
        .map(|line| match line {
            "Worth a read." => "Begin forwarded message:\n".to_owned(),
            line => format!("> {line}"),
        })
        .collect();
    let apple = apple.join("\n");
    let outlook = "<html><body><p>Worth a read.</p><div><p><b>From:</b> Ida Holm &lt;ida@post.example&gt;<br><b>Sent:</b> Thursday, September 4, 2025 2:30 PM<br>\
        <b>To:</b> Bob Stone<br><b>Subject:</b> Bridge shut</p></div><p>The bridge over the Mell was shut on Tuesday, and nobody had been told.</p>\
        <p>The ferry was full by noon, said its master, and more people came.</p></body></html>";
    let twice = format!("From: Eva Lund\nSubject: FW: Bridge\n\n{gmail}");
    let plain = "Content-Type: text/plain";
    let read = [
        mail(&format!("Subject: Fwd: Bridge\n{plain}"), gmail),
        mail(&format!("Subject: Fwd: Bridge\n{plain}"), &apple),
        mail("Subject: FW: Bridge\nContent-Type: text/html", outlook),
        mail(&format!("Subject: WG: Bridge\n{plain}"), &twice),
    ];
    let read: Vec<Article> = read
        .iter()
        .map(|mail| article(mail.as_bytes(), "a.eml"))
        .collect();
    let told: Vec<String> = read.iter().map(about_with_notes).collect();
    insta::assert_snapshot!(told.join("\n\n"));
    // An answer, and a letter with another below it, are his who wrote them.
    let long = format!(
        "{}\n\n{gmail}",
        "The bridge is shut again and again and nobody knows why. ".repeat(8)
    );
    for (subject, body) in [
        ("Re: Bridge", gmail.replace("Forwarded", "Original")),
        ("Fwd: Bridge", long),
    ] {
        let read = article(
            mail(&format!("Subject: {subject}\n{plain}"), &body).as_bytes(),
            "a.eml",
        );
        assert_eq!(read.byline.as_deref(), Some("Bob Stone"));
        assert_eq!(read.title.as_deref(), Some(subject));
    }
}

#[test]
fn lines_that_were_parted_for_the_way_are_together_again() {
    let flowed = "Please see below.\n\nIda Holm wrote:\n> The bridge over the Mell was \n> shut on Tuesday.\n>\n> “Nobody was \n> hurt,” the mayor said.\n>> Is it \n>> true?\nYes.\n";
    let read = article(
        mail(
            "Subject: Bridge\nContent-Type: text/plain; format=flowed; charset=utf-8",
            flowed,
        )
        .as_bytes(),
        "a.eml",
    );
    assert_eq!(
        read.text.as_str(),
        "Please see below.\n\nIda Holm wrote:\n\nThe bridge over the Mell was shut on Tuesday.\n\n“Nobody was hurt,” the mayor said.\n\nIs it true?\n\nYes."
    );
}

#[test]
fn a_message_of_apple_mail_is_read_without_its_count_and_its_list() {
    let apple = |count: usize| {
        format!("{count:<10}\n{PLAIN}<?xml version=\"1.0\"?><plist><dict><key>flags</key></dict></plist>")
    };
    for name in ["a.emlx", "a"] {
        let read = article(apple(PLAIN.len()).as_bytes(), name);
        assert_eq!(read.title.as_deref(), Some("Bridge shut"));
        assert!(read.text.ends_with("nobody crossed."), "{}", read.text);
    }
    assert!(
        article(apple(usize::MAX).as_bytes(), "a.emlx")
            .text
            .contains("ferry")
    );
    survives_being_cut(apple(PLAIN.len()).as_bytes(), "a.emlx");
    let numbers = article(
        b"2025\nNote: it is old.\n\nThe bridge was shut on Tuesday.",
        "a.txt",
    );
    assert_eq!(numbers.format.as_str(), "text");
}

#[test]
fn what_stands_around_a_newsletter_is_left_out() {
    let html = "<html><body><table><tr><td><a href='x'>View in browser</a></td></tr><tr><td><h1>Bridge shut</h1></td></tr>\
        <tr><td><p>The bridge over the Mell was shut on Tuesday, and nobody had been told of it.</p></td></tr>\
        <tr><td><p>“It leaks like a basket,” said Ada Holm, the engineer of the harbour, on the quay.</p></td></tr>\
        <tr><td><p>You are receiving this email because you signed up at post.example.</p><p><a>Unsubscribe</a> | <a>Preferences</a></p><p>Mellby Post, 1 Quay St, Mellby</p></td></tr></table></body></html>";
    let words = "View this email in your browser: https://post.example/1\n\nThe bridge over the Mell was shut on Tuesday, and nobody had been told of it.\n\n\
        “It leaks like a basket,” said Ada Holm, the engineer of the harbour, on the quay.\n\nYou are receiving this email because you signed up at post.example.\n\n\
        Unsubscribe: https://post.example/bye\n\nMellby Post, 1 Quay St, Mellby\n";
    for (kind, body) in [("html", html), ("plain", words)] {
        let head = format!(
            "Subject: Bridge shut\nList-Id: <news.post.example>\nContent-Type: text/{kind}; charset=utf-8"
        );
        let read = article(mail(&head, body).as_bytes(), "a.eml");
        assert_eq!(
            read.text.as_str(),
            "The bridge over the Mell was shut on Tuesday, and nobody had been told of it.\n\n\
             “It leaks like a basket,” said Ada Holm, the engineer of the harbour, on the quay.",
            "{kind}"
        );
    }
    // In the middle of a letter such words are the letter's, and so are all of them where there is nothing else.
    for text in [
        "The post office is shut.\n\nUnsubscribe, they all wrote.\n\nNobody answered them before Monday.",
        "Unsubscribe, they all wrote.",
    ] {
        let read = article(
            mail("Subject: x\nContent-Type: text/plain", text).as_bytes(),
            "a.eml",
        );
        assert_eq!(read.text.as_str(), text);
    }
}

#[test]
fn a_message_of_outlook_is_called_one() {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(600, 0);
    assert!(refusal(&bytes, "a.msg").contains("save it as .eml"));
    assert!(refusal(&bytes, "a.doc").contains("an old Microsoft Office document"));
    bytes.extend("__nameid_version1.0".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(refusal(&bytes, "a").contains("save it as .eml"));
}

#[test]
fn the_head_of_a_letter_in_a_text_tells_what_it_tells() {
    let read = article(
        b"From: Ida Holm <ida@post.example>\nSubject: Bridge shut\nTo: desk@post.example\nDate: 4 Sep 2025\n\nThe bridge over the Mell was shut on Tuesday.\n",
        "a.txt",
    );
    assert_eq!(
        about(&read),
        "name: a.txt\nformat: text\ntitle: Bridge shut\nbyline: Ida Holm\npublished: 2025-09-04\ntext: The bridge over the Mell was shut on Tuesday."
    );
    let only = "From: Ida Holm\nSubject: Bridge shut";
    assert!(article(only.as_bytes(), "a.txt").text.contains("Bridge shut"));
}

#[test]
fn words_about_mail_are_no_mail() {
    for text in [
        "From the harbour it is a mile to the church.\n\nNobody walks it, said the priest.",
        "Subject: bridges\n\nThe bridge was shut on Tuesday.",
        "Date: 4 Sep 2025\nTitle: Bridge shut\n\nThe bridge was shut on Tuesday.",
    ] {
        assert_eq!(
            article(text.as_bytes(), "a.txt").format.as_str(),
            "text",
            "{text}"
        );
    }
}

#[test]
fn broken_and_hostile_messages() {
    let nested = |depth: usize| {
        let mut mail = String::from("MIME-Version: 1.0\n");
        for level in 0..depth {
            write!(
                mail,
                "Content-Type: multipart/mixed; boundary=\"b{level}\"\n\n--b{level}\n"
            )
            .unwrap();
        }
        mail
    };
    let refused = refusal(nested(300).as_bytes(), "a.eml");
    assert!(
        refused.starts_with("a.eml: this message is damaged: "),
        "{refused}"
    );
    for mail in [
        nested(50),
        "Subject: x\nMIME-Version: 1.0\n\n".to_owned(),
        "MIME-Version: 1.0\nContent-Type: image/png\n\nxx".to_owned(),
        "MIME-Version: 1.0\nContent-Type: text/plain\nContent-Disposition: attachment\n\nAttached words."
            .to_owned(),
    ] {
        let refused = refusal(mail.as_bytes(), "a.eml");
        assert!(refused.starts_with("a.eml: "), "{refused}");
    }
    let escape = PLAIN.replace("Bridge shut", "Bridge\u{1b}]0;owned\u{7} shut");
    let title = article(escape.as_bytes(), "a.eml").title.unwrap();
    assert!(!title.contains('\u{1b}'), "{title:?}");
    let old = PLAIN.replace(
        "Message-ID",
        "Content-Type: text/plain; charset=no-such\nMessage-ID",
    );
    assert!(article(old.as_bytes(), "a.eml").text.contains("ferry"));
}

#[test]
fn cut_and_damaged_messages_do_no_harm() {
    let mixed = parts(
        "mixed",
        &[
            FIRST,
            PICTURE,
            LAST,
            &format!("Content-Type: message/rfc822\n\n{PLAIN}"),
        ],
    );
    for mail in [NEWSLETTER, PLAIN, &mixed, &saved_page("", BRIDGE)] {
        survives_being_cut(mail.as_bytes(), "a.eml");
        survives_damage(mail.as_bytes(), "a.eml");
    }
}

#[test]
fn a_subject_that_takes_long_to_decode_is_left_out() {
    let message =
        |subject: &str| format!("Message-ID: <1>\nSubject: {subject}\n\nThe herring came late this year.");
    let told = article(message("=?utf-8?q?Her=72ing?=").as_bytes(), "a.eml");
    assert_eq!(told.title.unwrap().as_str(), "Herring");
    let long = article(message(&"=?".repeat(1_000_000)).as_bytes(), "a.eml");
    assert_eq!(long.title, None);
    assert_eq!(long.text.as_str(), "The herring came late this year.");
}

#[test]
fn headers_of_parts_that_take_long_to_decode_are_left_out() {
    let long = " =?".repeat(100_000);
    let headers = [
        "Content-Type: text/plain;",
        "Content-ID:",
        "Content-Location:",
        "Content-Disposition: inline;",
    ];
    let inner: Vec<String> = headers
        .iter()
        .map(|header| format!("{header}{long}\n\nThe herring came late.\n"))
        .collect();
    let inner: Vec<&str> = inner.iter().map(String::as_str).collect();
    for message in [
        parts("related", &inner),
        format!("Message-ID: <1>\nContent-Type: text/plain;{long}\n\nThe herring came late.\n"),
    ] {
        let read = article(message.as_bytes(), "a.eml");
        assert!(read.text.starts_with("The herring came late."), "{}", read.text);
    }
}

/// Stories as newsletters have them, each in a table of its own.
fn tables(count: usize) -> String {
    let table = |place: usize| {
        format!(
            "<table><tr><td><h2>Story {place}</h2><p>The ferry of day {place} was full by noon, and forty cars had to turn back at the quay.</p>\
             <p>“It hurts us,” said Nan Bain, who keeps the inn of day {place}.</p></td></tr></table>"
        )
    };
    (1..=count).map(table).collect()
}

#[test]
fn a_newsletter_of_several_stories_is_read_whole() {
    let frame = "<p>You receive this as you asked for it. Unsubscribe here.</p>";
    let letter = mail(
        "Subject: Morning\nContent-Type: text/html; charset=utf-8",
        &format!("<html><body>{}{frame}</body></html>", tables(4)),
    );
    let read = article(letter.as_bytes(), "a.eml");
    for place in 1..=4 {
        assert!(
            read.text.contains(&format!("The ferry of day {place}")),
            "{}",
            read.text
        );
        assert!(
            read.text.contains(&format!("the inn of day {place}")),
            "{}",
            read.text
        );
    }
}

#[test]
fn letters_that_were_encoded_twice_are_put_right_in_mail() {
    let page = "<p>Itâ€™s shut, the cafÃ© at the quay of Mellby, said the mayor.</p>";
    for (kind, body) in [
        (
            "plain",
            "Itâ€™s shut, the cafÃ© at the quay of Mellby, said the mayor.",
        ),
        ("html", page),
    ] {
        let letter = mail(
            &format!("Subject: CafÃ© shut\nContent-Type: text/{kind}; charset=utf-8"),
            body,
        );
        let read = article(letter.as_bytes(), "a.eml");
        assert_eq!(read.title.as_deref(), Some("Café shut"));
        assert_eq!(
            &*read.text,
            "It’s shut, the café at the quay of Mellby, said the mayor."
        );
        let told: Vec<&str> = read.notes.iter().map(CleanText::as_str).collect();
        assert_eq!(
            told,
            ["Characters that had been encoded twice were put right: 3."],
            "{kind}"
        );
    }
}

#[test]
fn the_bytes_tell_their_charset_where_the_header_is_wrong() {
    let text = "“Café shut”, said the mayor of Mellby – for two years.";
    let old = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let new = text.as_bytes().to_vec();
    for (charset, bytes) in [
        ("unknown-8bit", &new),
        ("windows-1252", &new),
        ("us-ascii", &new),
        ("utf-8", &old),
        ("iso-8859-1", &old),
        ("nonsense", &old),
    ] {
        let head = format!(
            "Subject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit"
        );
        let message = [mail(&head, "").as_bytes(), bytes].concat();
        assert_eq!(&*article(&message, "a.eml").text, text, "{charset}");
    }
    let japanese = mail("Subject: x", "\u{1b}$B$3$s$K$A$O\u{1b}(B.\n");
    assert_eq!(&*article(japanese.as_bytes(), "a.eml").text, "こんにちは.");
}

#[test]
fn what_is_cut_short_or_has_no_text_says_so() {
    let cut = mail(
        "Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64",
        "VGhlIGhlcnJpbmcgY2FtZSBsYXRlLiBJ",
    );
    let cut = cut.get(..cut.len() - 3).unwrap();
    let read = article(cut.as_bytes(), "a.eml");
    assert!(read.text.starts_with("The herring came late"), "{}", read.text);
    assert!(
        read.notes[0].starts_with("The message ends in the middle"),
        "{:?}",
        read.notes
    );
    for (kind, told) in [
        (
            "application/pkcs7-mime; name=smime.p7m",
            "this message is encrypted",
        ),
        ("multipart/encrypted; boundary=b", "this message is encrypted"),
        ("text/calendar", "this message is an entry for a calendar"),
    ] {
        let letter = mail(&format!("Subject: x\nContent-Type: {kind}"), "BEGIN\n");
        let refused = refusal(letter.as_bytes(), "a.eml");
        assert!(refused.starts_with(&format!("a.eml: {told}")), "{refused}");
    }
    let sealed = mail(
        "Subject: x",
        "-----BEGIN PGP MESSAGE-----\n\nhQEMA1234567890abcdef\n-----END PGP MESSAGE-----\n",
    );
    assert!(refusal(sealed.as_bytes(), "a.eml").starts_with("a.eml: this message is encrypted"));
}

#[test]
fn the_lines_above_what_is_quoted_are_left_out_and_told() {
    let plain = |body: &str| {
        mail(
            "Subject: RE: Ferry\nContent-Type: text/plain; charset=utf-8",
            body,
        )
    };
    let page = |body: &str| mail("Subject: RE: Ferry\nContent-Type: text/html; charset=utf-8", body);
    let outlook = "-----Original Message-----\nFrom: Ada Holm <ada@lock.example>\nSent: 4 September 2025 14:30\nTo: Bob Stone <bob@desk.example>\nSubject: Ferry\n";
    let lines = outlook
        .replace("-----Original Message-----\n", "")
        .replace('<', "&lt;")
        .replace('\n', "<br>");
    let answer = "Thank you, we will print it.";
    let quoted = "We looked at every way, and none was easy.";
    for letter in [
        plain(&format!("{answer}\n\n{outlook}\n{quoted}\n")),
        plain(&format!(
            "{answer}\n\nOn Thu, 4 Sep 2025 at 14:30, Ada Holm\n<ada@lock.example> wrote:\n> {quoted}\n"
        )),
        plain(&format!(
            "{answer}\n\nAm 04.09.2025 um 14:30 schrieb Ada Holm:\n\n> {quoted}\n"
        )),
        page(&format!(
            "<p>{answer}</p><div><p>{lines}</p></div><p>{quoted}</p>"
        )),
        page(&format!(
            "<p>{answer}</p><div>On 4 Sep 2025 at 14:30 Ada Holm &lt;ada@lock.example&gt; wrote:</div><blockquote>{quoted}</blockquote>"
        )),
    ] {
        let read = article(letter.as_bytes(), "a.eml");
        assert_eq!(&*read.text, format!("{answer}\n\n{quoted}"), "{letter}");
        let told: Vec<&str> = read.notes.iter().map(CleanText::as_str).collect();
        assert_eq!(
            told,
            ["Older messages are quoted in it, by Ada Holm; the lines above them were left out."]
        );
    }
    let meeting = plain("Come all.\n\nVon: 10 Uhr\nDatum: 4. September\n\nIt is on the quay.\n");
    assert!(article(meeting.as_bytes(), "a.eml").text.contains("10 Uhr"));
}
