//! The control words of RTF that matter for the text.

/// What a control word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// Ends a paragraph.
    Paragraph,
    /// Stands for a character.
    Character(char),
    /// Opens a group whose content is no text of the document, whatever is in it.
    Hidden,
    /// Opens a file put into the text, in a group that also holds the sign that stands for it.
    Attachment,
    /// Opens a note at the foot of a page or at the end.
    Footnote,
    /// Opens the text of a box.
    TextBox,
    /// Opens the table of fonts.
    FontTable,
    /// `\f1`: the font of what follows; in the table, the font that is told about.
    Font,
    /// `\fcharset238`
    CharacterSet,
    /// `\deff0`
    DefaultFont,
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
    /// `\strike`: struck through, until `\strike0`.
    Struck,
    /// `\v`: hidden text, until `\v0`.
    Unseen,
    /// Text set as plain again.
    Plain,
}

use Word::{
    Attachment, Author, Binary, Character, CharacterSet, CodePage, Created, Date, DefaultFont, Fallbacks,
    Font, FontTable, Footnote, Hidden, Information, Paragraph, Plain, Struck, TextBox, Title, Unicode,
    Unseen,
};

const WORDS: &[(&str, Word)] = &[
    ("par", Paragraph),
    ("sect", Paragraph),
    ("page", Paragraph),
    ("row", Paragraph),
    ("line", Paragraph),
    ("cell", Character('\t')),
    ("nestcell", Character('\t')),
    ("tab", Character('\t')),
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
    ("fonttbl", FontTable),
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
    ("NeXTGraphic", Attachment),
    ("footnote", Footnote),
    ("annotation", Hidden),
    ("fldinst", Hidden),
    ("listtext", Hidden),
    ("pntext", Hidden),
    ("themedata", Hidden),
    ("colorschememapping", Hidden),
    ("datastore", Hidden),
    ("xe", Hidden),
    ("tc", Hidden),
    // The same boxes once more, for programs that do not know them.
    ("shprslt", Hidden),
    ("shptxt", TextBox),
    ("dptxbxtext", TextBox),
    ("f", Font),
    ("fcharset", CharacterSet),
    ("deff", DefaultFont),
    ("strike", Struck),
    ("striked", Struck),
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

/// Code pages, and their labels for `encoding_rs`.
const CODE_PAGES: &[(i32, &str)] = &[
    (932, "shift_jis"),
    (936, "gbk"),
    (949, "euc-kr"),
    (950, "big5"),
    (874, "windows-874"),
    (1250, "windows-1250"),
    (1251, "windows-1251"),
    (1252, "windows-1252"),
    (1253, "windows-1253"),
    (1254, "windows-1254"),
    (1255, "windows-1255"),
    (1256, "windows-1256"),
    (1257, "windows-1257"),
    (1258, "windows-1258"),
    (10000, "macintosh"),
    (65001, "utf-8"),
];

/// The label of a code page.
pub(super) fn code_page(number: i32) -> Option<&'static str> {
    label(CODE_PAGES, number)
}

/// The character sets that a font can be told to have, and their labels. Those of Western Europe (0) and of the system
/// (1) are left to the document: many programs write them whatever they mean.
const CHARACTER_SETS: &[(i32, &str)] = &[
    (77, "macintosh"),
    (128, "shift_jis"),
    (129, "euc-kr"),
    (134, "gbk"),
    (136, "big5"),
    (161, "windows-1253"),
    (162, "windows-1254"),
    (163, "windows-1258"),
    (177, "windows-1255"),
    (178, "windows-1256"),
    (186, "windows-1257"),
    (204, "windows-1251"),
    (222, "windows-874"),
    (238, "windows-1250"),
];

/// The label of a font's character set.
pub(super) fn character_set(number: i32) -> Option<&'static str> {
    label(CHARACTER_SETS, number)
}

fn label(table: &[(i32, &'static str)], number: i32) -> Option<&'static str> {
    let (_, label) = table.iter().find(|(known, _)| *known == number)?;
    Some(label)
}
