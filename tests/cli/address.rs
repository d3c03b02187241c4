//! Addresses as paths, fetched from a server on this machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use crate::{Desk, Ran, ndjson};

const PAGE: &str = "<!DOCTYPE html><html><head><title>Harbour reopens after the storm</title></head><body><article>\
<h1>Harbour reopens after the storm</h1>\
<p>The harbour of Veldmark reopened on Tuesday, three days after the storm had shut it to every ship.</p>\
<p>“We counted every mooring,” said harbour master Zoë Åkerlund. “None of them is missing.”</p>\
<p>Fisherman Piet Öztürk was not convinced. “The channel has moved,” he said on the quay.</p>\
</article></body></html>";

/// A server that answers each path in its own way, until the test ends; gives its address.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // Whoever has had enough hangs up.
            thread::spawn(move || drop(answer(stream)));
        }
    });
    address
}

fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().unwrap()?;
    let mut is_known = false;
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        // "me:hunter2"
        is_known |= line.eq_ignore_ascii_case("authorization: basic bWU6aHVudGVyMg==");
    }
    let to =
        |location: &str| format!("HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
    let head = |kind: &str| format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nConnection: close\r\n");
    match first.split(' ').nth(1).unwrap() {
        "/news/harbour.html" => write!(stream, "{}\r\n{PAGE}", head("text/html; charset=utf-8")),
        "/called-a-pdf" => write!(stream, "{}\r\n{PAGE}", head("application/pdf")),
        "/called-an-image" => write!(stream, "{}\r\n{PAGE}", head("image/png")),
        "/members/harbour.html" if is_known => {
            write!(stream, "{}\r\n{PAGE}", head("text/html; charset=utf-8"))
        }
        "/packed-oddly" => write!(stream, "{}Content-Encoding: br\r\n\r\n{PAGE}", head("text/html")),
        "/moved" => stream.write_all(to("/news/old.html?x=1").as_bytes()),
        "/up/and/down" => stream.write_all(to("../../news/./harbour.html").as_bytes()),
        "/news/old.html?x=1" => stream.write_all(to("harbour.html").as_bytes()),
        "/file" => stream.write_all(to("file:///etc/hosts").as_bytes()),
        "/hidden" => stream.write_all(to("file:///etc/\u{202e}hosts").as_bytes()),
        "/round" => stream.write_all(to("/round").as_bytes()),
        "/packed" => {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
            packer.write_all(PAGE.as_bytes())?;
            write!(
                stream,
                "{}Content-Encoding: gzip\r\n\r\n",
                head("text/html; charset=utf-8")
            )?;
            stream.write_all(&packer.finish()?)
        }
        "/image" => write!(stream, "{}\r\nGIF89a", head("image/gif; q=1")),
        "/endless" => {
            write!(stream, "{}\r\n", head("text/plain"))?;
            loop {
                stream.write_all(b"The channel has moved. ")?;
            }
        }
        "/broken" => write!(stream, "{}Content-Length: 9000\r\n\r\n{PAGE}", head("text/html")),
        "/closed" => Ok(()),
        _ => stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
    }
}

fn print(desk: &Desk, address: &str) -> Ran {
    let mut command = desk.briefing(&["print", "--format", "ndjson", address]);
    for proxy in [
        "http_proxy",
        "HTTP_PROXY",
        "all_proxy",
        "ALL_PROXY",
        "https_proxy",
        "HTTPS_PROXY",
    ] {
        command.env_remove(proxy);
    }
    command.output().unwrap().into()
}

#[test]
fn what_stands_at_an_address_is_read_as_a_file_would_be() {
    let (desk, server) = (Desk::new(), server());
    for (path, at, asked) in [
        ("/news/harbour.html", "/news/harbour.html", 1),
        ("/moved", "/news/harbour.html", 3),
        ("/up/and/down", "/news/harbour.html", 2),
        ("/packed", "/packed", 1),
        ("/called-an-image", "/called-an-image", 1),
        ("/called-a-pdf", "/called-a-pdf", 1),
    ] {
        let ran = print(&desk, &format!("{server}{path}"));
        assert_eq!(ran.code, 0, "{path}: {}", ran.err);
        let article = &ndjson(&ran.out)[0]["article"];
        assert_eq!(article["title"], "Harbour reopens after the storm", "{path}");
        assert_eq!(article["url"], format!("{server}{at}"), "{path}");
        assert!(ran.out.contains("Åkerlund"), "{path}");
        assert!(
            ran.err.starts_with(&format!("Fetching {server}{path} …\n")),
            "{}",
            ran.err
        );
        assert_eq!(ran.err.lines().count(), asked, "{}", ran.err);
    }
}

#[test]
fn what_cannot_be_fetched_says_why_and_what_to_do() {
    let (desk, server) = (Desk::new(), server());
    desk.put("config/briefing/config.toml", "[limits]\nfile = \"100 KB\"\n");
    for (path, told) in [
        (
            "/file",
            "it leads to file:///etc/hosts, and only http and https addresses are followed",
        ),
        ("/hidden", "it leads to file:///etc/"),
        (
            "/round",
            "it leads on to other addresses more than 5 times; open it in your browser and save the page",
        ),
        ("/image", "this is no article but `image/gif`"),
        (
            "/endless",
            "it is larger than 100 KB; raise `file` in the [limits] of your configuration to read it",
        ),
        (
            "/packed-oddly",
            "it is packed in a way that is not read (br or zstd); open it in your browser",
        ),
        ("/broken", "it broke off: "),
        ("/closed", "cannot be "),
        (
            "/nothing",
            "there is no such page (404); is the address spelled right?",
        ),
    ] {
        let ran = print(&desk, &format!("{server}{path}"));
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{path}: {}", ran.err);
        let last = ran.err.lines().last().unwrap();
        assert!(last.starts_with(&format!("briefing: {server}{path}: ")), "{last}");
        assert!(last.contains(told), "{path}: {last}");
        assert!(!ran.err.contains('\u{202e}'), "{path}");
    }
}

#[test]
fn a_password_goes_to_its_server_and_nowhere_else() {
    let (desk, server) = (Desk::new(), server());
    let host = server.strip_prefix("http://").unwrap();
    for (path, code) in [("/members/harbour.html", 0), ("/nothing", 1)] {
        let ran = print(&desk, &format!("http://me:hunter2@{host}{path}"));
        assert_eq!(ran.code, code, "{}", ran.err);
        assert!(ran.err.contains(&format!("{server}{path}")), "{}", ran.err);
        let all = format!("{}{}", ran.out, ran.err);
        assert!(!all.contains("hunter2") && !all.contains("me:"), "{all}");
    }
}

#[test]
fn only_the_web_is_fetched() {
    let ran = print(&Desk::new(), "ftp://paper.example/harbour.txt");
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        "briefing: ftp://paper.example/harbour.txt: only addresses that begin with http:// or https:// are fetched\n"
    );
}

#[test]
fn an_address_does_not_keep_the_files_beside_it_from_being_printed() {
    let (desk, server) = (Desk::new(), server());
    desk.put("a.txt", crate::ARTICLE);
    let ran = desk.run(&[
        "print",
        "--format",
        "ndjson",
        &format!("{server}/nothing"),
        "a.txt",
    ]);
    assert_eq!((ran.code, ran.out.lines().count()), (1, 1), "{}", ran.err);
}
