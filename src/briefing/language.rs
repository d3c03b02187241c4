//! Languages by their tags: which one is read in full, and what people call the others.

/// The language that is read in full.
pub const READ: &str = "en";

/// The tag where nobody can tell which language it is.
pub const UNDETERMINED: &str = "und";

/// Tags and names, in the order of the tags.
const NAMES: &[(&str, &str)] = &[
    ("ar", "Arabic"),
    ("bg", "Bulgarian"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hu", "Hungarian"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("nb", "Norwegian"),
    ("nl", "Dutch"),
    ("nn", "Norwegian"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sv", "Swedish"),
    ("th", "Thai"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("zh", "Chinese"),
];

/// The language of a tag or name, however it is written: "fr" of `fr-CA`, `fr_FR.UTF-8` and "French".
pub fn primary(tag: &str) -> String {
    let first = tag
        .split(['-', '_', '.', ' '])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    match NAMES.iter().find(|(_, name)| name.eq_ignore_ascii_case(&first)) {
        Some((tag, _)) => (*tag).to_owned(),
        None => first,
    }
}

/// Whether articles of this language are read in full.
pub fn is_read(tag: &str) -> bool {
    primary(tag) == READ
}

/// What people call the language, where that is known.
pub fn name(tag: &str) -> Option<&'static str> {
    let tag = primary(tag);
    NAMES
        .iter()
        .find(|(known, _)| *known == tag)
        .map(|(_, name)| *name)
}
