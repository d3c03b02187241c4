//! XML, as far as several formats share it: its text, and the name of its root.

use std::borrow::Cow;

use encoding_rs::Encoding;
use memchr::memmem::find;

use crate::load::decode;

/// How much of a file is looked at for the declaration and the root.
const GLANCE: usize = 8192;

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
    let name = tag.get(..end)?.rsplit(':').next()?;
    (!name.is_empty()).then(|| name.to_owned())
}
