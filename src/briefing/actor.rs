//! Who is involved.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::briefing::{CleanText, Span};

/// A person, organisation, place or group that the article names.
///
/// One actor stands for everything the article calls them: "Ukrainian President Volodymyr Zelenskyy", "Zelenskyy". Two
/// people who share a surname are two actors.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Stable within the briefing; quotes and events refer to it.
    pub id: ActorId,
    /// The fullest form in the article, without title: "Mark Rutte".
    pub name: CleanText,
    /// What it is.
    pub kind: ActorKind,
    /// What the article calls them, not part of the name: "NATO chief".
    pub role: Option<CleanText>,
    /// Where the role stands, when it was extracted.
    pub role_span: Option<Span>,
    /// The other forms of the name in the article: "Rutte".
    pub aliases: Vec<CleanText>,
    /// Every place where the **name** or an alias of it stands, in order; pronouns are not among them.
    pub mentions: Vec<Span>,
    /// Whether it only tells the story, or took its pictures: an agency, a paper, a reporter, a photographer.
    pub source: bool,
    /// Whether a reader put it right.
    pub corrected: bool,
}

/// What an [`Actor`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A company, agency, party, court, newspaper …
    Organisation,
    /// A country, city, region, building …
    Place,
    /// People without an organisation: "Republicans", "the Houthis".
    Group,
}

impl ActorKind {
    /// All kinds, in the order of the documentation.
    pub const ALL: [Self; 4] = [Self::Person, Self::Organisation, Self::Place, Self::Group];

    /// The word used for it in TOML and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Group => "group",
        }
    }
}

/// A slug that names an actor within one briefing: lower case, words joined by hyphens, accents folded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(String);

impl ActorId {
    /// The slug of `name`: "Recep Tayyip Erdoğan" gives `recep-tayyip-erdogan`. A name without letters or digits gives
    /// `actor`.
    pub fn from_name(name: &str) -> Self {
        let mut slug = String::with_capacity(name.len());
        for character in name.nfkd().filter(|character| !is_combining_mark(*character)) {
            if character.is_alphanumeric() {
                slug.extend(character.to_lowercase());
            } else if !matches!(character, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        let slug = slug.trim_end_matches('-');
        Self(if slug.is_empty() {
            "actor".to_owned()
        } else {
            slug.to_owned()
        })
    }

    /// The slug that `written` is, or `None` where it holds anything but lower-case letters, digits and hyphens.
    pub fn parse(written: &str) -> Option<Self> {
        let fits =
            |character: char| character == '-' || (character.is_alphanumeric() && !character.is_uppercase());
        (!written.is_empty() && written.chars().all(fits)).then(|| Self(written.to_owned()))
    }

    /// The same slug with a number, for the second actor of one name.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        Self(format!("{}-{number}", self.0))
    }

    /// The slug itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ActorId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}
