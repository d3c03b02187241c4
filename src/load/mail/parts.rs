//! The parts of a message: which of them are its text, in order, and which are attached to it.

use mailparse::body::Body as Encoded;
use mailparse::{DispositionType, MailHeaderMap as _, ParsedMail};
use memchr::memmem::find;

use crate::load::mail::{base64, plain};
use crate::load::{decode, fragment};

/// Types of parts, or how they begin, that nobody would look for an article in.
const NO_ARTICLES: &[&str] = &[
    "image/",
    "audio/",
    "video/",
    "font/",
    "text/css",
    "text/calendar",
    "text/vcard",
    "text/x-vcard",
    "text/x-amp-html",
    "text/rfc822-headers",
    "message/delivery-status",
    "application/ics",
    "application/pgp-",
    "application/pkcs7-",
    "application/x-pkcs7-",
    "application/ms-tnef",
    "application/javascript",
];

/// One piece of the text.
#[derive(Debug)]
pub(super) enum Body {
    /// Plain text, as [`plain::read`] has it.
    Words(String),
    Page(String),
}

impl Body {
    /// What it was written as.
    pub(super) fn raw_mut(&mut self) -> &mut String {
        match self {
            Self::Words(words) | Self::Page(words) => words,
        }
    }
}

/// Something that is attached.
pub(super) enum Attached<'m> {
    /// A message in the message.
    Message(&'m ParsedMail<'m>),
    /// A file with its name.
    File(String, &'m ParsedMail<'m>),
}

/// The parts of a message.
#[derive(Default)]
pub(super) struct Parts<'m> {
    /// In order.
    pub(super) bodies: Vec<Body>,
    pub(super) attached: Vec<Attached<'m>>,
    /// The content of a body ends in the middle.
    pub(super) is_cut: bool,
}

impl<'m> Parts<'m> {
    pub(super) fn of(mail: &'m ParsedMail<'m>) -> Self {
        let mut parts = Self::default();
        parts.gather(mail);
        parts
    }

    /// Adds what `part` holds. `mailparse` lets none be deeper than a hundred others.
    fn gather(&mut self, part: &'m ParsedMail<'m>) {
        match part.ctype.mimetype.as_str() {
            "multipart/alternative" => self.gather_one_of(&part.subparts),
            "multipart/related" => self.gather_related(part),
            kind if kind.starts_with("multipart/") => {
                for inner in &part.subparts {
                    self.gather(inner);
                }
            }
            "message/rfc822" | "message/global" => self.attached.push(Attached::Message(part)),
            _ => self.add(part),
        }
    }

    /// Adds the best of parts that say the same: the web page, as the plain text of newsletters is often no more than
    /// "view this in your browser".
    fn gather_one_of(&mut self, forms: &'m [ParsedMail<'m>]) {
        let mut best: Option<Vec<Body>> = None;
        for form in forms {
            let form = Self::of(form);
            self.attached.extend(form.attached);
            self.is_cut |= form.is_cut;
            let is_page = form.bodies.iter().any(|body| matches!(body, Body::Page(_)));
            if is_page || (best.is_none() && !form.bodies.is_empty()) {
                best = Some(form.bodies);
            }
        }
        self.bodies.extend(best.unwrap_or_default());
    }

    /// Adds a part with what belongs to it: text that has an address or a number there is a frame of the page.
    fn gather_related(&mut self, part: &'m ParsedMail<'m>) {
        let number = |part: &ParsedMail<'_>| part.headers.get_first_value("Content-ID");
        let start = part.ctype.params.get("start");
        let root = part
            .subparts
            .iter()
            .position(|inner| start.is_some() && number(inner).as_ref() == start)
            .unwrap_or_default();
        for (place, inner) in part.subparts.iter().enumerate() {
            let is_frame = inner.ctype.mimetype.starts_with("text/")
                && inner.get_content_disposition().disposition != DispositionType::Attachment
                && (number(inner).is_some() || inner.headers.get_first_value("Content-Location").is_some());
            if place == root || !is_frame {
                self.gather(inner);
            }
        }
    }

    fn add(&mut self, part: &'m ParsedMail<'m>) {
        let kind = part.ctype.mimetype.as_str();
        let disposition = part.get_content_disposition();
        let is_attached = disposition.disposition == DispositionType::Attachment;
        let told = disposition
            .params
            .get("filename")
            .or_else(|| part.ctype.params.get("name"));
        let name = told.and_then(|name| file_name(name));
        let body: Option<fn(String) -> Body> = match kind {
            "text/plain" => Some(Body::Words),
            "text/html" | "application/xhtml+xml" => Some(Body::Page),
            _ => None,
        };
        match (body, name) {
            // What has a name and comes after the letter is no part of it.
            (Some(body), name) if !is_attached && (name.is_none() || self.bodies.is_empty()) => {
                let (words, is_cut) = decoded(part);
                self.is_cut |= is_cut;
                let words = if kind == "text/plain" {
                    plain::read(&words, &part.ctype)
                } else {
                    words
                };
                let body = body(words);
                if !body.is_blank() {
                    self.bodies.push(body);
                }
            }
            (_, Some(name)) if !NO_ARTICLES.iter().any(|start| kind.starts_with(start)) => {
                self.attached.push(Attached::File(name, part));
            }
            _ => {}
        }
    }
}

impl Body {
    /// Whether nothing is to be read in it.
    fn is_blank(&self) -> bool {
        match self {
            Self::Words(words) => words.trim().is_empty(),
            Self::Page(page) => fragment::paragraphs(page).is_empty(),
        }
    }
}

/// The name of an attached file without the folders before it.
fn file_name(told: &str) -> Option<String> {
    let name = told.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The bytes of a part, and whether they end in the middle.
pub(super) fn content(part: &ParsedMail<'_>) -> (Vec<u8>, bool) {
    if let Ok(raw) = part.get_body_raw() {
        return (raw, false);
    }
    match part.get_body_encoded() {
        Encoded::Base64(body) => (base64::decoded(body.get_raw()), true),
        _ => Default::default(),
    }
}

/// What opens words in ISO-2022-JP; nothing else has it.
const JAPANESE: &[u8] = b"\x1b$";

/// The text of a part, as far as it can be read, and whether it ends in the middle.
fn decoded(part: &ParsedMail<'_>) -> (String, bool) {
    let (raw, is_cut) = content(part);
    let charset = part.ctype.charset.as_str();
    if charset.eq_ignore_ascii_case("utf-7")
        && let Ok(text) = part.get_body()
    {
        return (text, is_cut);
    }
    // Where no encoding is told, mail is ASCII; what is more than that is looked at.
    let is_ascii = charset.eq_ignore_ascii_case("us-ascii");
    let told = match charset {
        _ if is_ascii && find(&raw, JAPANESE).is_some() => "iso-2022-jp",
        _ if is_ascii => "utf-8",
        told => told,
    };
    let text = decode::lossy(&decode::as_told(&raw, told)).into_owned();
    (text, is_cut)
}
