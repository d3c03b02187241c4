//! XML, as far as several formats share it: its text, and the name of its root.

use std::borrow::Cow;

use encoding_rs::Encoding;
use memchr::memmem::find;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::load::decode;

/// How much of a file is looked at for the declaration and the root.
const GLANCE: usize = 8192;

/// How deep elements may stand in one another, how many attributes one may have, and how many namespaces may be declared
/// where it stands. Files of agencies come nowhere near; parsers that build trees take the square or cube of them.
const DEEPEST: usize = 256;
const MOST_ATTRIBUTES: usize = 256;
const MOST_NAMESPACES: usize = 128;

/// The text of an XML file: by its byte order mark, by what it declares, else by what it looks like.
pub(super) fn text(bytes: &[u8]) -> Cow<'_, str> {
    let has_mark = Encoding::for_bom(bytes).is_some();
    match declared(bytes).filter(|_| !has_mark) {
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0,
        None => decode::lossy(bytes),
    }
}

/// The encoding that the first line declares.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(200))?;
    let declaration = start.trim_ascii_start().strip_prefix(b"<?xml")?;
    let declaration = declaration.get(..find(declaration, b"?>")?)?;
    let value = declaration.get(find(declaration, b"encoding")? + "encoding".len()..)?;
    let mut parts = value.split(|byte| matches!(byte, b'"' | b'\''));
    let _ = parts.next()?;
    Encoding::for_label(parts.next()?).filter(|encoding| encoding.is_ascii_compatible())
}

/// The name of the root element, without the prefix of its namespace.
pub(super) fn root(bytes: &[u8]) -> Option<String> {
    let start = decode::lossy(bytes.get(..bytes.len().min(GLANCE))?);
    let name = root_name(&start)?.rsplit(':').next()?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// Whether `text` is an element from its beginning to its end.
pub(super) fn is_whole(text: &str) -> bool {
    let before_end = text.trim_end().strip_suffix('>').map(str::trim_end);
    let closes = |name: &str| before_end?.strip_suffix(name)?.strip_suffix("</");
    root_name(text).and_then(closes).is_some()
}

/// The name of the root element of what begins with `start`, as it is written.
fn root_name(start: &str) -> Option<&str> {
    let mut rest = start.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<!") {
            // A document type may have declarations of its own between square brackets.
            let opens = rest.find(['[', '>']).and_then(|at| rest.as_bytes().get(at));
            if opens == Some(&b'[') { "]>" } else { ">" }
        } else {
            break;
        };
        rest = rest.split_once(end)?.1.trim_start();
    }
    let tag = rest.strip_prefix('<')?;
    let end = tag.find(|character: char| character.is_whitespace() || matches!(character, '>' | '/'))?;
    tag.get(..end).filter(|name| !name.is_empty())
}

/// Why `text` must not be given to a parser that builds a tree, where that is so. Looks at every byte once.
pub(super) fn refusal(text: &str) -> Option<String> {
    let no = |reason: &str| Some(reason.to_owned());
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    // How many namespaces each open element declares, and all of them.
    let mut open: Vec<usize> = Vec::new();
    let mut namespaces = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                let Some(declared) = namespaces_of(&tag) else {
                    return no("an element has more attributes than any real one");
                };
                open.push(declared);
                namespaces += declared;
                if open.len() > DEEPEST {
                    return no("its elements stand deeper in one another than real ones do");
                }
                if namespaces > MOST_NAMESPACES {
                    return no("it declares more namespaces than any real file");
                }
            }
            Ok(Event::Empty(tag)) => {
                let Some(declared) = namespaces_of(&tag) else {
                    return no("an element has more attributes than any real one");
                };
                if namespaces + declared > MOST_NAMESPACES {
                    return no("it declares more namespaces than any real file");
                }
            }
            Ok(Event::End(_)) => namespaces -= open.pop().unwrap_or_default(),
            Ok(Event::Eof) => return None,
            Err(error) => return no(&error.to_string()),
            Ok(_) => {}
        }
    }
}

/// How many namespaces a tag declares; nothing where it has too many attributes.
fn namespaces_of(tag: &BytesStart<'_>) -> Option<usize> {
    let mut namespaces = 0;
    for (count, attribute) in tag.attributes().with_checks(false).flatten().enumerate() {
        if count == MOST_ATTRIBUTES {
            return None;
        }
        namespaces += usize::from(attribute.key.as_namespace_binding().is_some());
    }
    Some(namespaces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_the_square_of_its_length_is_refused() {
        let nested = |count: usize| {
            let open: Vec<String> = (0..count)
                .map(|place| format!("<p xmlns:a{place}=\"u\">"))
                .collect();
            format!("{}{}", open.concat(), "</p>".repeat(count))
        };
        assert!(refusal(&nested(100)).is_none());
        assert!(refusal(&nested(200)).is_some());
        let attributes = |count: usize| {
            let all: Vec<String> = (0..count).map(|place| format!(" a{place}=\"u\"")).collect();
            format!("<p{}/>", all.concat())
        };
        assert!(refusal(&attributes(200)).is_none());
        assert!(refusal(&attributes(300)).is_some_and(|reason| reason.contains("attributes")));
        let namespaces: Vec<String> = (0..200).map(|place| format!(" xmlns:a{place}='u'")).collect();
        let empty = refusal(&format!("<p{}/>", namespaces.concat()));
        assert!(empty.is_some_and(|reason| reason.contains("namespaces")));
        assert!(refusal(&"<p>".repeat(300)).is_some());
        assert!(
            refusal(&"<p xmlns:a='u'>x</p>".repeat(300)).is_none(),
            "one after the other"
        );
    }
}
