//! Messages, mailboxes, and web pages saved as messages.

use std::fmt::Write as _;

use super::{about, all_about, article, articles, refusal, survives_being_cut, survives_damage};

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
    for mail in [NEWSLETTER, PLAIN] {
        survives_being_cut(mail.as_bytes(), "a.eml");
        survives_damage(mail.as_bytes(), "a.eml");
    }
}
