//! Who said what.

use crate::briefing::{ActorId, CleanText, Span, TimexValue};

/// One utterance.
///
/// A quote whose speaker cannot be told is kept all the same, under [`Speaker::Unknown`]: never dropped, never guessed
/// at silently. Quoted words that are nobody's speech (titles, scare quotes, nicknames) are no quotes.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Direct, mixed or indirect.
    pub kind: QuoteKind,
    /// The words, quotation marks included; the parts of a split quote are joined by `" … "`.
    pub text: CleanText,
    /// Where the words stand, in order: one span a part, quotation marks included. Empty only where a person wrote the
    /// quote and the article does not have those words.
    pub parts: Vec<Span>,
    /// Who said it.
    pub speaker: Speaker,
    /// The words that name the speaker here: "he", "Rutte", "European officials".
    pub mention: Option<Span>,
    /// The word that makes it speech: "said", "according to".
    pub cue: Option<Span>,
    /// What decided who the speaker is.
    pub rule: Rule,
    /// How far the decision can be trusted.
    pub confidence: Confidence,
    /// When it was said, where the text tells.
    pub said_on: Option<TimexValue>,
}

impl Quote {
    /// The smallest span that holds all parts; `None` where the article does not have the words.
    pub fn span(&self) -> Option<Span> {
        self.parts.iter().copied().reduce(Span::cover)
    }

    /// How many of its words stand in quotation marks, so none of an indirect quote: runs between white space, quotation
    /// marks alone not counting.
    pub fn words_quoted(&self) -> usize {
        if self.kind == QuoteKind::Indirect {
            return 0;
        }
        self.text
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count()
    }
}

/// How an utterance is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QuoteKind {
    /// Whole sentences in quotation marks.
    Direct,
    /// Quoted words inside the narrator's own sentence.
    Mixed,
    /// Reported without quotation marks.
    Indirect,
}

impl QuoteKind {
    /// All kinds, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Mixed, Self::Indirect];

    /// The word used for it in TOML and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// Who an utterance belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// One of the briefing's actors.
    Actor(ActorId),
    /// Somebody without a name in the article, in its own words: "European officials".
    Nominal(CleanText),
    /// Nobody that the text tells.
    Unknown,
}

/// How far an attribution can be trusted. The share that is right at each level is measured, see the README.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// A guess worth showing as one.
    Low,
    /// Likely.
    Medium,
    /// As good as certain.
    High,
}

impl Confidence {
    /// All levels, from the lowest.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The word used for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Declares the rules once: variant, name in JSON, and the sentence that the reader shows for it.
macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident, $name:literal, $reason:literal;)*) => {
        /// What gave a quote its speaker.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $($(#[$doc])* $variant,)*
        }

        impl Rule {
            /// All rules, in order of precision.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name used for it in JSON: `right-adjacent`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Why the speaker is who it is, as a sentence for the reader.
            pub fn reason(self) -> &'static str {
                match self { $(Self::$variant => $reason,)* }
            }
        }
    };
}

rules! {
    /// A reader put it right.
    Corrected, "corrected", "corrected by a reader";
    /// A person wrote it.
    Written, "written", "written by a person";
    /// `— Mark Rutte` after the quote, or `RUTTE:` before it.
    Label, "label", "the speaker's name labels the quote";
    /// A verb of speech and its subject follow the quote: “…,” Rutte said.
    RightAdjacent, "right-adjacent", "speaker and verb follow right after the quote";
    /// A verb of speech and its subject stand before the quote in the same sentence.
    LeftInSentence, "left-in-sentence", "speaker and verb stand before the quote in its sentence";
    /// Verb and subject close the sentence: the plan is “dead” in the water, Rutte said.
    Trailing, "trailing", "speaker and verb close the sentence";
    /// "according to X".
    AccordingTo, "according-to", "the sentence says according to whom";
    /// A noun of speech and its owner lead up to the quote: his call for “a total ban”.
    Genitive, "genitive", "the words are called the speaker's own";
    /// The quote goes on after a break by the narrator, or the next sentence of the same speaker in the paragraph.
    CarriedOver, "carried-over", "the quote continues the one before it in the paragraph";
    /// The verb that governs the quoted words gives its subject.
    Governing, "governing-verb", "the verb that governs the quoted words has this subject";
    /// A new paragraph opens with a quotation mark while the one before never closed its own.
    OpenParagraph, "open-paragraph", "the quote runs on from the paragraph before";
    /// Taken from the paragraph before.
    PreviousParagraph, "previous-paragraph", "the paragraph before has this speaker";
    /// Nothing in the text tells.
    None, "none", "nothing in the text tells who said this";
}
