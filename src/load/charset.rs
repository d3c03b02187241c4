//! The encoding that a file says it is in: `<meta charset>`, `http-equiv`, an XML declaration.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes of a file are searched.
const HEAD: usize = 4096;

/// The encoding that the head of a page or an XML document declares, where it is one that its bytes can be in.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(HEAD))?;
    let lower = head.to_ascii_lowercase();
    let start = lower.trim_ascii_start();
    if start.starts_with(b"<?xml") {
        let declaration = start.split(|byte| *byte == b'>').next()?;
        if let Some(encoding) = label(declaration, b"encoding") {
            return Some(encoding);
        }
    }
    if !start.starts_with(b"<") {
        return None;
    }
    let metas = memchr::memmem::find_iter(&lower, b"<meta");
    metas
        .filter_map(|place| lower.get(place..)?.split(|byte| *byte == b'>').next())
        .find_map(|meta| label(meta, b"charset"))
}

/// The encoding that follows `name` and `=` in a tag.
fn label(tag: &[u8], name: &[u8]) -> Option<&'static Encoding> {
    let place = memchr::memmem::find(tag, name)?;
    let value = tag
        .get(place + name.len()..)?
        .trim_ascii_start()
        .strip_prefix(b"=")?
        .trim_ascii_start();
    let value = value
        .strip_prefix(b"\"")
        .or_else(|| value.strip_prefix(b"'"))
        .unwrap_or(value);
    let end = value
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b';' | b'/' | b'?'));
    let encoding = Encoding::for_label(value.get(..end.unwrap_or(value.len()))?)?;
    // What can be read as ASCII is not in UTF-16, whatever it says.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else {
        encoding
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_in_their_spellings() {
        for (head, name) in [
            (
                "<!DOCTYPE html><html><head><meta charset=\"windows-1251\">",
                Some("windows-1251"),
            ),
            ("<META CHARSET=Shift_JIS>", Some("Shift_JIS")),
            (
                "<html><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'>",
                Some("ISO-8859-2"),
            ),
            (
                "<meta name=x><meta content=\"text/html;charset = koi8-r\" />",
                Some("KOI8-R"),
            ),
            (
                "<?xml version=\"1.0\" encoding='ISO-8859-1'?><rss>",
                Some("windows-1252"),
            ),
            ("<meta charset=utf-16>", Some("UTF-8")),
            ("<meta charset=nonsense>", None),
            ("<meta charset", None),
            ("<p>charset=koi8-r", None),
            ("The charset=koi8-r is old. <meta charset=koi8-r>", None),
        ] {
            assert_eq!(declared(head.as_bytes()).map(Encoding::name), name, "{head}");
        }
    }
}
