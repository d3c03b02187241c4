//! Bytes → text, whatever the encoding; what is no text is told apart here.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, WINDOWS_1252};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::briefing::CleanText;
use crate::load::detect::begins_as_page;
use crate::load::error::LoadError;
use crate::load::gate::Gate;
use crate::load::{charset, mac_roman, mixed, mojibake, symbols, utf16};

/// What a file is instead of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    /// "a PDF document"
    name: &'static str,
    /// What to do.
    advice: &'static str,
}

impl Kind {
    const fn new(name: &'static str, advice: &'static str) -> Self {
        Self { name, advice }
    }
}

/// What to do with files that are no text.
const AS_TEXT: &str = "save it as plain text, Markdown or TOML first";
const TYPED: &str = "give the words that are in it, in a file of text";
const UNPACK: &str = "unpack it first";
const OTHER: &str = "give an article instead";

/// What is known by no signature.
const BINARY: Kind = Kind::new("binary data", AS_TEXT);

/// How files that are no articles begin, and what they are.
const SIGNATURES: &[(&[u8], Kind)] = &[
    (b"%PDF-", Kind::new("a PDF document", AS_TEXT)),
    (b"\x89PNG\r\n\x1a\n", Kind::new("a PNG picture", TYPED)),
    (b"\xff\xd8\xff", Kind::new("a JPEG picture", TYPED)),
    (b"GIF87a", Kind::new("a GIF picture", TYPED)),
    (b"GIF89a", Kind::new("a GIF picture", TYPED)),
    (b"II*\0", Kind::new("a TIFF picture", TYPED)),
    (b"MM\0*", Kind::new("a TIFF picture", TYPED)),
    (
        b"PK\x03\x04",
        Kind::new(
            "a ZIP archive (a Word, OpenDocument or EPUB file is one)",
            AS_TEXT,
        ),
    ),
    (b"PK\x05\x06", Kind::new("an empty ZIP archive", OTHER)),
    (b"\x1f\x8b", Kind::new("a gzip archive", UNPACK)),
    (b"BZh", Kind::new("a bzip2 archive", UNPACK)),
    (b"\xfd7zXZ\0", Kind::new("an xz archive", UNPACK)),
    (b"\x28\xb5\x2f\xfd", Kind::new("a Zstandard archive", UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Kind::new("a 7z archive", UNPACK)),
    (b"Rar!\x1a\x07", Kind::new("a RAR archive", UNPACK)),
    (b"\x7fELF", Kind::new("a program (ELF)", OTHER)),
    (b"\xcf\xfa\xed\xfe", Kind::new("a program (Mach-O)", OTHER)),
    (
        b"\xca\xfe\xba\xbe",
        Kind::new("a program (Mach-O or Java)", OTHER),
    ),
    (b"\0asm", Kind::new("a program (WebAssembly)", OTHER)),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Kind::new("an old Microsoft Office document", AS_TEXT),
    ),
    (b"SQLite format 3\0", Kind::new("an SQLite database", AS_TEXT)),
    (
        b"bplist00",
        Kind::new(
            "a web archive of Safari, or another list of Apple's",
            "save the page as “Page Source” (.html), or as plain text, first",
        ),
    ),
    (b"{\\rtf", Kind::new("an RTF document", AS_TEXT)),
    (b"ID3", Kind::new("an MP3 recording", TYPED)),
    (b"OggS", Kind::new("an Ogg recording", TYPED)),
    (b"fLaC", Kind::new("a FLAC recording", TYPED)),
    (b"%!PS", Kind::new("a PostScript document", AS_TEXT)),
];

/// What text begins with that only a program reads, in lower case.
const MARKUP: &[(&str, Kind)] = &[
    ("<?xml", Kind::new("an XML document", AS_TEXT)),
    ("<rss", Kind::new("a feed (RSS)", AS_TEXT)),
    ("<feed", Kind::new("a feed (Atom)", AS_TEXT)),
];

/// The share of characters that may be control characters, in one in so many.
const CONTROLS_ONE_IN: usize = 20;

/// As many control characters may always be there.
const FEW_CONTROLS: usize = 16;

/// How many bytes of a file are enough to judge it by.
const SAMPLE: usize = 16 * 1024;

/// Text, and what was guessed or put right on the way.
#[derive(Debug, Default, PartialEq, Eq)]
struct Decoded<'b> {
    text: Cow<'b, str>,
    /// The encoding, where it was guessed.
    guessed: Option<&'static Encoding>,
    /// How many characters were put right that had been encoded twice.
    repaired: usize,
    /// How many bytes were of Windows-1252, among UTF-8.
    of_windows: usize,
}

/// The text of a file, or what the file is instead of text: "a PDF document".
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Kind> {
    whole(bytes).map(|decoded| decoded.text)
}

fn whole(bytes: &[u8]) -> Result<Decoded<'_>, Kind> {
    if let Some((_, kind)) = SIGNATURES
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature))
    {
        return Err(*kind);
    }
    let mut decoded = decode_text(bytes)?;
    let start = decoded.text.trim_start();
    if let Some((_, kind)) = MARKUP.iter().find(|(markup, _)| {
        start
            .get(..markup.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(markup))
    }) && !begins_as_page(start)
    {
        return Err(*kind);
    }
    if is_garbled(&decoded.text) {
        return Err(BINARY);
    }
    let (right, repaired) = mojibake::repaired(&decoded.text);
    if repaired > 0 {
        decoded.text = Cow::Owned(right.into_owned());
        decoded.repaired = repaired;
    }
    Ok(decoded)
}

/// The text of `bytes`, as far as there is any.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    decode_text(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), |decoded| decoded.text)
}

/// `bytes` in UTF-8, where they are text in the encoding that a server told for them; else as they are.
pub(super) fn as_told<'b>(bytes: &'b [u8], label: &str) -> Cow<'b, [u8]> {
    let as_they_are = Cow::Borrowed(bytes);
    let Some(encoding) = Encoding::for_label(label.trim().as_bytes()) else {
        return as_they_are;
    };
    let is_escaped = encoding == ISO_2022_JP && bytes.contains(&0x1b);
    // What tells its encoding by its bytes needs no server.
    let is_plain = std::str::from_utf8(bytes).is_ok() && !is_escaped;
    if is_plain || encoding == UTF_8 || Encoding::for_bom(bytes).is_some() || bytes.contains(&0) {
        return as_they_are;
    }
    let (text, has_faults) = encoding.decode_without_bom_handling(bytes);
    if has_faults && !is_nearly_whole(&text) {
        return as_they_are;
    }
    Cow::Owned(text.into_owned().into_bytes())
}

fn decode_text(bytes: &[u8]) -> Result<Decoded<'_>, Kind> {
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return Err(Kind::new("UTF-32, an encoding that nobody uses", AS_TEXT));
    }
    let known = |text| Decoded {
        text,
        ..Decoded::default()
    };
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return Ok(known(encoding.decode_without_bom_handling(rest).0));
    }
    if bytes.contains(&0) {
        let encoding = utf16::without_mark(bytes.get(..SAMPLE).unwrap_or(bytes)).ok_or(BINARY)?;
        return Ok(known(encoding.decode_without_bom_handling(bytes).0));
    }
    let declared = charset::declared(bytes);
    if declared == Some(ISO_2022_JP) && bytes.contains(&0x1b) {
        return Ok(known(ISO_2022_JP.decode_without_bom_handling(bytes).0));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        // Whatever it says that it is: nothing else is good UTF-8 by chance.
        return Ok(known(Cow::Borrowed(text)));
    }
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8) {
        let (text, has_faults) = encoding.decode_without_bom_handling(bytes);
        if !has_faults || is_nearly_whole(&text) {
            return Ok(known(text));
        }
    }
    if let Some((text, of_windows)) = mixed::read(bytes) {
        return Ok(Decoded {
            of_windows,
            ..known(Cow::Owned(text))
        });
    }
    if is_damaged_utf8(bytes) {
        return Ok(known(String::from_utf8_lossy(bytes)));
    }
    let encoding = old_encoding(bytes);
    let text = encoding.decode_without_bom_handling(bytes).0;
    Ok(Decoded {
        guessed: Some(encoding),
        ..known(text)
    })
}

/// Whether hardly any of `text` could not be decoded.
fn is_nearly_whole(text: &str) -> bool {
    let lost = text.matches(char::REPLACEMENT_CHARACTER).count();
    let high = text.chars().filter(|character| !character.is_ascii()).count();
    lost * 50 <= high
}

/// Whether most of the bytes above ASCII are good UTF-8, so that the few others are damage and not another encoding.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk
            .valid()
            .chars()
            .filter(|character| !character.is_ascii())
            .count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 4
}

fn old_encoding(bytes: &[u8]) -> &'static Encoding {
    // In English, what is above ASCII is mostly the quotation marks and dashes of Windows-1252, which other encodings
    // have letters for.
    let high = || bytes.iter().filter(|byte| !byte.is_ascii());
    let typographic = high().filter(|byte| mixed::is_mark(**byte)).count();
    if typographic * 2 >= high().count() {
        return mac_roman::or_windows(bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    if guessed == WINDOWS_1252 {
        return mac_roman::or_windows(bytes);
    }
    guessed
}

/// Whether there are more control characters than any text has.
fn is_garbled(text: &str) -> bool {
    let (mut controls, mut all) = (0, 0);
    for character in text.chars().take(SAMPLE) {
        all += 1;
        let is_layout = matches!(character, '\t' | '\n' | '\r' | '\u{c}' | '\u{b}' | '\u{85}');
        controls += usize::from(character.is_control() && !is_layout);
    }
    // A few escape sequences in a short text do not make it data.
    (controls >= FEW_CONTROLS && controls * CONTROLS_ONE_IN > all) || controls * 2 > all
}

/// The text of the file called `name`: decoded, clean, accents and their letters in one character.
pub(super) fn text_of(bytes: &[u8], name: &CleanText) -> Result<CleanText, LoadError> {
    text_and_notes(bytes, name).map(|(text, _)| text)
}

/// The same, with what was guessed, put right and left out on the way.
pub(super) fn text_and_notes(
    bytes: &[u8],
    name: &CleanText,
) -> Result<(CleanText, Vec<CleanText>), LoadError> {
    let not_text = |kind: Kind| LoadError::NotText {
        path: name.clone(),
        kind: kind.name,
        advice: kind.advice,
    };
    let decoded = whole(bytes).map_err(not_text)?;
    let clean = clean(&decoded.text);
    // Decoding may make three bytes of one, cleaning and normalising of few bytes more; offsets have 32 bits.
    if clean.len() >= u32::MAX as usize / 4 {
        return Err(LoadError::TooLong { path: name.clone() });
    }
    if clean.trim().is_empty() {
        return Err(LoadError::Empty { path: name.clone() });
    }
    Ok((clean, notes(&decoded)))
}

fn notes(decoded: &Decoded<'_>) -> Vec<CleanText> {
    let mut notes = Vec::new();
    if let Some(encoding) = decoded.guessed {
        notes.push(CleanText::line(&format!(
            "The encoding is not declared; it was taken to be {}.",
            encoding.name()
        )));
    }
    if decoded.of_windows > 0 {
        notes.push(CleanText::line(&format!(
            "Bytes of Windows-1252 among UTF-8 were read as what they are: {}.",
            decoded.of_windows
        )));
    }
    let mut gate = Gate {
        repaired: decoded.repaired,
        ..Gate::default()
    };
    gate.count(&decoded.text);
    notes.extend(gate.notes());
    notes
}

/// Clean text, accents and their letters in one character.
pub(super) fn clean(text: &str) -> CleanText {
    let clean = CleanText::new(&symbols::told(text));
    match is_nfc_quick(clean.chars()) {
        IsNormalized::Yes => clean,
        _ => CleanText::new(&clean.nfc().collect::<String>()),
    }
}
