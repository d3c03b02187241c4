//! WARC: what a crawler of the web has kept. Each page that was answered with success is an article.
//!
//! The format is lines and counted bytes, which is read here; the crate for it brings an old `nom`, `chrono` and `uuid`.

use std::borrow::Cow;

use flate2::read::{MultiGzDecoder, ZlibDecoder};
use memchr::memmem::find;

use super::budget::{Budget, Refusal};
use crate::load::found::Found;
use crate::load::{date_line, decode, formats};

/// The most bytes of the headers of a record or an answer.
const MOST_HEADERS: usize = 64 * 1024;

/// Reads the pages in an archive.
pub(in crate::load) fn read_warc(bytes: &[u8], found: &mut Found<'_>) {
    let mut budget = Budget::new(bytes.len(), found.limits);
    let mut rest = bytes;
    let mut count = 0;
    while !rest.trim_ascii_start().is_empty() {
        if found.is_full() || found.has_too_many(count) {
            return;
        }
        count += 1;
        rest = rest.trim_ascii_start();
        let Some((record, after)) = record(rest) else {
            return found.bad(
                "this archive is damaged or cut short; what came before was read, get it again for the rest",
            );
        };
        rest = after;
        let address = record.headers.get("WARC-Target-URI").trim_matches(['<', '>']);
        if is_for_programs(address) {
            continue;
        }
        match page(&record, &mut budget) {
            Ok(Some(page)) => {
                let kept = date_line::published(record.headers.get("WARC-Date"));
                found.page(address, kept, |found| formats::read(&page, None, found));
            }
            Ok(None) => {}
            Err(Refusal::File(reason)) => found.bad_entry(&reason),
            Err(Refusal::Archive(reason)) => return found.bad(&reason),
        }
    }
}

/// One record.
struct Record<'b> {
    headers: Headers,
    body: &'b [u8],
}

/// Lines such as `Content-Type: text/html`.
struct Headers(Vec<(String, String)>);

impl Headers {
    fn of(lines: &[u8]) -> Self {
        let lines = String::from_utf8_lossy(lines);
        let headers = lines.lines().filter_map(|line| line.split_once(':'));
        Self(
            headers
                .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
                .collect(),
        )
    }

    /// The value of a header, whatever the case of its name; empty where it is not there.
    fn get(&self, name: &str) -> &str {
        let told = self.0.iter().find(|(told, _)| told.eq_ignore_ascii_case(name));
        told.map_or("", |(_, value)| value)
    }
}

/// The headers at the start of `bytes`, and what comes after the blank line that ends them.
fn headers(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let window = bytes.get(..bytes.len().min(MOST_HEADERS))?;
    let (end, length) = match (find(window, b"\r\n\r\n"), find(window, b"\n\n")) {
        (Some(crlf), Some(lf)) if lf < crlf => (lf, 2),
        (Some(crlf), _) => (crlf, 4),
        (None, lf) => (lf?, 2),
    };
    Some((bytes.get(..end)?, bytes.get(end + length..)?))
}

fn record(bytes: &[u8]) -> Option<(Record<'_>, &[u8])> {
    if !bytes.starts_with(b"WARC/") {
        return None;
    }
    let (lines, rest) = headers(bytes)?;
    let headers = Headers::of(lines);
    let length: usize = headers.get("Content-Length").parse().ok()?;
    let body = rest.get(..length)?;
    Some((Record { headers, body }, rest.get(length..)?))
}

/// The page in a record; nothing where it is none, or was no success.
fn page(record: &Record<'_>, budget: &mut Budget) -> Result<Option<Vec<u8>>, Refusal> {
    match record.headers.get("WARC-Type") {
        "response" => {}
        "resource" | "conversion" => {
            let kind = record.headers.get("Content-Type");
            let page = is_page(kind).then(|| budget.read(record.body)).transpose()?;
            return Ok(page.map(|page| decoded(page, kind)));
        }
        _ => return Ok(None),
    }
    let Some((lines, body)) = headers(record.body) else {
        return Ok(None);
    };
    let status =
        String::from_utf8_lossy(lines.split(|byte| *byte == b'\n').next().unwrap_or_default()).into_owned();
    let answer = Headers::of(lines);
    let is_answer = status.starts_with("HTTP/") && status.split_whitespace().nth(1) == Some("200");
    if !is_answer || !is_page(answer.get("Content-Type")) {
        return Ok(None);
    }
    let joined;
    let body = if answer.get("Transfer-Encoding").to_lowercase().contains("chunked") {
        joined = without_chunks(body);
        &joined
    } else {
        body
    };
    let page = match answer.get("Content-Encoding").to_lowercase().as_str() {
        "gzip" | "x-gzip" if body.starts_with(b"\x1f\x8b") => budget.read(MultiGzDecoder::new(body)),
        "deflate" => budget.read(ZlibDecoder::new(body)),
        "br" | "zstd" => Err(Refusal::File(
            "it is packed in a way that is not read (br or zstd); save the page itself".to_owned(),
        )),
        // Crawlers often unpack and leave the header.
        _ => budget.read(body),
    };
    page.map(|page| Some(decoded(page, answer.get("Content-Type"))))
}

/// A page in UTF-8 where its `Content-Type` tells its encoding.
fn decoded(page: Vec<u8>, kind: &str) -> Vec<u8> {
    let mut told = kind.split(';').skip(1).filter_map(|told| told.split_once('='));
    let charset = told.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    let label = charset.map(|(_, label)| label.trim().trim_matches(['"', '\'']));
    match label.map(|label| decode::as_told(&page, label)) {
        Some(Cow::Owned(decoded)) => decoded,
        _ => page,
    }
}

/// Paths of an address at which there is text for programs.
const FOR_PROGRAMS: &[&str] = &[
    "/robots.txt",
    "/ads.txt",
    "/app-ads.txt",
    "/humans.txt",
    "/security.txt",
    "/llms.txt",
    "/sitemap.txt",
];

/// How such paths begin.
const FOLDER_FOR_PROGRAMS: &str = "/.well-known/";

/// Whether what is at `address` is for programs.
fn is_for_programs(address: &str) -> bool {
    let (_, rest) = address.split_once("://").unwrap_or(("", address));
    let path = rest
        .find('/')
        .and_then(|start| rest.get(start..))
        .unwrap_or_default();
    let path = path.split(['?', '#']).next().unwrap_or_default().to_lowercase();
    FOR_PROGRAMS.contains(&path.as_str()) || path.starts_with(FOLDER_FOR_PROGRAMS)
}

fn is_page(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_lowercase();
    ["text/html", "application/xhtml+xml", "text/plain"].contains(&kind.as_str())
}

/// The bytes of an answer that came in chunks; as they are where they did not.
fn without_chunks(body: &[u8]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(end) = find(rest.get(..rest.len().min(64)).unwrap_or_default(), b"\r\n") {
        let size = String::from_utf8_lossy(rest.get(..end).unwrap_or_default()).into_owned();
        let size = size.split(';').next().unwrap_or_default().trim();
        let Ok(size) = usize::from_str_radix(size, 16) else {
            break;
        };
        let chunk = rest.get(end + 2..).unwrap_or_default();
        joined.extend_from_slice(chunk.get(..size.min(chunk.len())).unwrap_or_default());
        if size == 0 {
            return joined;
        }
        rest = chunk.get(size.saturating_add(2)..).unwrap_or_default();
    }
    if joined.is_empty() { body.to_vec() } else { joined }
}
