//! The control words of RTF that matter for the text.

/// What a control word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// Ends a paragraph.
    Paragraph,
    /// Stands for a character.
    Character(char),
    /// Opens a group whose content is no text of the document.
    Hidden,
    /// Opens the group of what the document says of itself.
    Information,
    /// Opens the title, among the information.
    Title,
    /// Opens the author, among the information.
    Author,
    /// Opens the day of making, among the information.
    Created,
    /// `\yr2025`, `\mo9`, `\dy4`
    Date(usize),
    /// `\u8212`: a character by its number.
    Unicode,
    /// `\uc1`: how many characters stand after each `\u` for programs that know none.
    Fallbacks,
    /// `\ansicpg1252`
    CodePage,
    /// `\bin12`: so many bytes of data.
    Binary,
    /// `\v`: hidden text, until `\v0`.
    Unseen,
    /// Text set as plain again.
    Plain,
}

use Word::{
    Author, Binary, Character, CodePage, Created, Date, Fallbacks, Hidden, Information, Paragraph, Plain,
    Title, Unicode, Unseen,
};

const WORDS: &[(&str, Word)] = &[
    ("par", Paragraph),
    ("sect", Paragraph),
    ("page", Paragraph),
    ("row", Paragraph),
    ("line", Paragraph),
    ("cell", Character(' ')),
    ("tab", Character(' ')),
    ("emdash", Character('—')),
    ("endash", Character('–')),
    ("lquote", Character('‘')),
    ("rquote", Character('’')),
    ("ldblquote", Character('“')),
    ("rdblquote", Character('”')),
    ("bullet", Character('•')),
    ("emspace", Character(' ')),
    ("enspace", Character(' ')),
    ("qmspace", Character(' ')),
    ("fonttbl", Hidden),
    ("colortbl", Hidden),
    ("stylesheet", Hidden),
    ("pict", Hidden),
    ("object", Hidden),
    ("header", Hidden),
    ("headerl", Hidden),
    ("headerr", Hidden),
    ("headerf", Hidden),
    ("footer", Hidden),
    ("footerl", Hidden),
    ("footerr", Hidden),
    ("footerf", Hidden),
    ("footnote", Hidden),
    ("annotation", Hidden),
    ("fldinst", Hidden),
    ("listtext", Hidden),
    ("pntext", Hidden),
    ("themedata", Hidden),
    ("colorschememapping", Hidden),
    ("datastore", Hidden),
    ("xe", Hidden),
    ("tc", Hidden),
    ("deleted", Unseen),
    ("info", Information),
    ("title", Title),
    ("author", Author),
    ("creatim", Created),
    ("yr", Date(0)),
    ("mo", Date(1)),
    ("dy", Date(2)),
    ("u", Unicode),
    ("uc", Fallbacks),
    ("ansicpg", CodePage),
    ("bin", Binary),
    ("v", Unseen),
    ("plain", Plain),
];

/// What the control word called `name` does, where it matters.
pub(super) fn word(name: &str) -> Option<Word> {
    WORDS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, word)| *word)
}

/// The label of a Windows code page, for `encoding_rs`.
pub(super) fn code_page(number: i32) -> Option<String> {
    match number {
        874 => Some("windows-874".to_owned()),
        932 => Some("shift_jis".to_owned()),
        936 => Some("gbk".to_owned()),
        949 => Some("euc-kr".to_owned()),
        950 => Some("big5".to_owned()),
        1250..=1258 => Some(format!("windows-{number}")),
        10000 => Some("macintosh".to_owned()),
        65001 => Some("utf-8".to_owned()),
        _ => None,
    }
}
