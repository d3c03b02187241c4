//! Noun phrases, read off the tokens without a parser: who a verb's subject may be.
//!
//! A phrase is read backwards from the verb that follows it, or forwards from the verb before it. Names come from the
//! cast, pronouns and nouns from the lexicon; an unlisted noun counts where a determiner introduces it.

use crate::extract::actors::Cast;
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Shape, Text, Token, TokenRange};

/// A pronoun that can stand for a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// "he"
    He,
    /// "she"
    She,
    /// "they"
    They,
    /// "it"
    It,
    /// "I", "we": whoever writes, or speaks already.
    First,
}

/// What a noun phrase refers by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Referent {
    /// A name: the index of the cast's member.
    Name(usize),
    /// A pronoun.
    Pronoun(Pronoun),
    /// A noun: the index of its token.
    Noun(usize),
}

/// A noun phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The words that name the speaker: a name without its title, a pronoun, a noun with all that belongs to it.
    pub mention: TokenRange,
    /// The whole phrase, titles and all.
    pub extent: TokenRange,
    /// What it refers by.
    pub referent: Referent,
}

impl Phrase {
    /// Whether it is a noun that the lexicon lists as somebody or something that speaks, a name or a pronoun.
    pub(super) fn is_speaker(self, text: &Text<'_>) -> bool {
        match self.referent {
            Referent::Noun(head) => text.token(head).is(SPEAKING_NOUN),
            Referent::Name(_) | Referent::Pronoun(_) => true,
        }
    }
}

/// Nouns of people, and of bodies and papers that speak.
pub(super) const SPEAKING_NOUN: Categories = category::PERSON_NOUN
    .or(category::ROLE_NOUN)
    .or(category::SOURCE_NOUN);
/// Verbs that report what somebody said.
pub(super) const CUE_VERB: Categories = category::SPEECH_VERB.or(category::JUDGEMENT_VERB);
/// Words longer than this are no bracketed aside any more.
const ASIDE: usize = 14;
/// Words in one noun phrase at most, without what prepositions add.
const LONGEST: usize = 12;

/// Reads phrases off a text whose names are known.
#[derive(Clone, Copy)]
pub(super) struct Phrases<'a> {
    pub text: &'a Text<'a>,
    pub cast: &'a Cast,
}

impl Phrases<'_> {
    /// The phrase that ends right before the token at `end` and starts at `floor` or later, prepositional attributes and
    /// relative clauses resolved to the noun they belong to: before "said" in "a spokesman for the bank said" it is the
    /// spokesman.
    pub(super) fn ending(&self, end: usize, floor: usize) -> Option<Phrase> {
        let mut phrase = self.core_ending(end, floor)?;
        for _ in 0..3 {
            let Some(before) = phrase
                .extent
                .start()
                .checked_sub(1)
                .filter(|before| *before > floor)
            else {
                break;
            };
            if !self.text.token(before).is(category::PREPOSITION) || self.text.token(before).quoted {
                break;
            }
            // "a letter obtained by the agency said"
            let agent = self.text.token(before).is(category::AGENT)
                && before > floor
                && self.ends_in(before - 1, self.text.lexicon.past_ending);
            let Some(outer) = self
                .core_ending(before - usize::from(agent), floor)
                .filter(|outer| {
                    outer.is_speaker(self.text) && !matches!(outer.referent, Referent::Pronoun(_))
                })
            else {
                break;
            };
            phrase = join(outer, phrase.extent.end());
        }
        Some(phrase)
    }

    /// The phrase without what prepositions attach.
    pub(super) fn core_ending(&self, end: usize, floor: usize) -> Option<Phrase> {
        let mut last = end.checked_sub(1).filter(|last| *last >= floor)?;
        if self.text.token(last).is_punctuation(')') {
            let open = (floor..last)
                .rev()
                .take(ASIDE)
                .find(|index| self.text.token(*index).is_punctuation('('))?;
            last = open.checked_sub(1).filter(|last| *last >= floor)?;
        }
        let token = self.text.token(last);
        if token.quoted {
            return None;
        }
        if let Some(mention) = self.cast.mention_at(last) {
            let start = mention.tokens.start().max(floor);
            return Some(Phrase {
                mention: mention.tokens,
                extent: TokenRange::new(self.title_start(start, floor), last + 1),
                referent: Referent::Name(mention.member),
            });
        }
        if let Some(pronoun) = subject_pronoun(token) {
            return Some(Phrase {
                mention: TokenRange::new(last, last + 1),
                extent: TokenRange::new(last, last + 1),
                referent: Referent::Pronoun(pronoun),
            });
        }
        self.noun_ending(last, floor)
    }

    fn noun_ending(&self, last: usize, floor: usize) -> Option<Phrase> {
        let head = self.text.token(last);
        let mut start = last;
        let mut determined = false;
        if head.is(category::DETERMINER) {
            // "one said", "another said"
            determined =
                !head.is(category::PRONOUN_HE.or(category::PRONOUN_SHE)) && head.shape != Shape::Nothing;
        } else if !is_nominal(head) {
            return None;
        }
        while !determined && start > floor && last - start < LONGEST {
            let before = self.text.token(start - 1);
            if before.quoted {
                break;
            }
            if before.is(category::DETERMINER) {
                // "note that members say": before many, "that" opens what is noted.
                let opens = before.is(category::RELATIVE)
                    && self.text.ends_in(last, self.text.lexicon.plural_ending)
                    && !self.text.ends_in(last, self.text.lexicon.uninflected_ending);
                if opens {
                    break;
                }
                start -= 1;
                determined = true;
                // "all the people", "one of the people" is left to the prepositions
                if start > floor && self.text.token(start - 1).is(category::PREDETERMINER) {
                    start -= 1;
                }
            } else if before.shape == Shape::Possessive || before.shape == Shape::Number || is_nominal(before)
            {
                start -= 1;
            } else {
                break;
            }
        }
        let named = self.cast.mention_at(start).is_some();
        let capital = head.is_capitalised() && start > floor;
        (determined || named || capital || head.is(SPEAKING_NOUN)).then(|| Phrase {
            mention: TokenRange::new(start, last + 1),
            extent: TokenRange::new(start, last + 1),
            referent: Referent::Noun(last),
        })
    }

    /// Where the titles and roles before a name start: "Florida Sen. Marco Rubio", "campaign manager Robby Mook".
    fn title_start(&self, name: usize, floor: usize) -> usize {
        let mut start = name;
        while start > floor && name - start < LONGEST {
            let before = self.text.token(start - 1);
            if before.quoted {
                break;
            }
            let titled = before.is(category::TITLE.or(category::PERSON_NOUN));
            let determines = before.is(category::DETERMINER) && !before.is(category::RELATIVE);
            let modifies = start < name && (before.shape == Shape::Possessive || is_nominal(before));
            if !titled && !determines && !modifies {
                break;
            }
            start -= 1;
            if before.is(category::DETERMINER) {
                break;
            }
        }
        start
    }

    /// The phrase that opens with the token at `start` and ends at `ceiling` at the latest, with what prepositions attach to
    /// a noun, and an apposition that tells the name: "a spokesman for the bank, John Smith,".
    pub(super) fn opening(&self, start: usize, ceiling: usize) -> Option<Phrase> {
        let phrase = self.core_opening(start, ceiling)?;
        if !matches!(phrase.referent, Referent::Noun(_)) {
            return Some(phrase);
        }
        let phrase = self.with_attributes(phrase, ceiling);
        let end = phrase.extent.end();
        if end < ceiling && self.text.token(end).is_punctuation(',') {
            let named = self
                .core_opening(end + 1, ceiling)
                .filter(|named| matches!(named.referent, Referent::Name(_)));
            let closes = |named: Phrase| {
                let after = self.text.token(named.extent.end());
                named.extent.end() >= ceiling
                    || matches!(after.shape, Shape::Punctuation(_) | Shape::Mark)
                    || after.is(category::ATTRIBUTIVE)
            };
            if let Some(named) = named.filter(|named| closes(*named)) {
                return Some(Phrase {
                    extent: TokenRange::new(start, named.extent.end()),
                    ..named
                });
            }
        }
        Some(phrase)
    }

    /// `phrase` with the prepositional attributes that follow it.
    pub(super) fn with_attributes(&self, phrase: Phrase, ceiling: usize) -> Phrase {
        let mut end = phrase.extent.end();
        for _ in 0..3 {
            if end + 1 >= ceiling || !self.text.token(end).is(category::ATTRIBUTIVE) {
                break;
            }
            let Some(inner) = self.core_opening(end + 1, ceiling) else {
                break;
            };
            end = inner.extent.end();
        }
        join(phrase, end)
    }

    fn core_opening(&self, start: usize, ceiling: usize) -> Option<Phrase> {
        let token = self.text.token(start);
        if start >= ceiling || token.quoted {
            return None;
        }
        if let Some(pronoun) = subject_pronoun(token) {
            let range = TokenRange::new(start, start + 1);
            return Some(Phrase {
                mention: range,
                extent: range,
                referent: Referent::Pronoun(pronoun),
            });
        }
        let determined = token.is(category::DETERMINER);
        let mut end = if determined { start + 1 } else { start };
        let mut complete = false;
        let mut referent = None;
        let mut mention = TokenRange::new(start, start);
        while end < ceiling.min(start + LONGEST) {
            let token = self.text.token(end);
            if let Some(name) = self.cast.mention_at(end) {
                end = name.tokens.end();
                mention = name.tokens;
                referent = Some(Referent::Name(name.member));
                complete = true;
                continue;
            }
            let goes_on = if token.shape == Shape::Possessive {
                complete = false;
                referent = None;
                end > start
            } else if complete {
                self.completes(end, matches!(referent, Some(Referent::Name(_))))
            } else if token.is_dash() {
                self.joins_words(end)
            } else {
                (token.shape == Shape::Number || is_nominal(token)) && !(token.is(CUE_VERB) && end > start)
                    || token.is(category::NOUN_OR_VERB)
                        && end > start
                        && self.text.token(end - 1).is(category::DETERMINER)
            };
            if !goes_on || token.quoted {
                break;
            }
            if token.shape != Shape::Possessive && !token.is_dash() {
                referent = Some(Referent::Noun(end));
                complete = token.is(SPEAKING_NOUN);
            }
            end += 1;
        }
        let extent = TokenRange::new(start, end);
        let referent = referent.or_else(|| determined.then_some(Referent::Noun(start)))?;
        let speaks = match referent {
            Referent::Noun(head) => {
                // A capital away from a sentence's start may be a name that the cast does not know.
                determined
                    || self.text.token(head).is(SPEAKING_NOUN)
                    || self.text.token(head).is_capitalised()
                    || self.cast.mention_at(start).is_some()
            }
            _ => true,
        };
        speaks.then_some(Phrase {
            mention: if matches!(referent, Referent::Name(_)) {
                mention
            } else {
                extent
            },
            extent,
            referent,
        })
    }
}

impl Phrases<'_> {
    /// Whether a phrase that could end before the token at `index` goes on with it: "the Clinton campaign", "campaign manager
    /// Robby Mook", "the university's political scientist".
    fn completes(&self, index: usize, named: bool) -> bool {
        let token = self.text.token(index);
        if token.is(SPEAKING_NOUN.or(category::TITLE)) || (token.is_capitalised() && is_nominal(token)) {
            return !token.is(CUE_VERB) || self.text.token(index + 1).is(SPEAKING_NOUN);
        }
        let noun = |index: usize| {
            let token = self.text.token(index);
            (token.shape == Shape::Lower || token.shape == Shape::Number) && is_nominal_or_number(token)
        };
        if !named {
            return noun(index)
                && !self.ends_in(index, self.text.lexicon.past_ending)
                && !token.is(category::FINITE_VERB);
        }
        // A name goes on only towards somebody: "Brown University political scientist".
        (index..index + 4).take_while(|index| noun(*index)).any(|index| {
            let names = |index: usize| self.cast.mention_at(index).is_some();
            self.text.token(index).is(category::PERSON_NOUN)
                || self.text.token(index + 1).is(category::TITLE)
                || names(index + 1) && !self.ends_in(index, self.text.lexicon.past_ending)
        })
    }

    /// Whether the dash at `index` stands between words without a space: "46-year-old".
    fn joins_words(&self, index: usize) -> bool {
        let span = self.text.token(index).span;
        let before = index
            .checked_sub(1)
            .map(|i| self.text.token(i))
            .unwrap_or_default();
        before.span.end == span.start && span.end == self.text.token(index + 1).span.start
    }
}

fn is_nominal_or_number(token: Token) -> bool {
    token.shape == Shape::Number || is_nominal(token)
}

/// `phrase` up to the token at `end`; a name's mention stays the name.
fn join(phrase: Phrase, end: usize) -> Phrase {
    let extent = TokenRange::new(phrase.extent.start(), end);
    let mention = match phrase.referent {
        Referent::Noun(_) => extent,
        _ => phrase.mention,
    };
    Phrase {
        mention,
        extent,
        ..phrase
    }
}

/// The pronoun that `token` is, in the case that subjects have.
pub(super) fn subject_pronoun(token: Token) -> Option<Pronoun> {
    if !token.is(category::PRONOUN_SUBJECT) {
        return None;
    }
    [
        (category::PRONOUN_HE, Pronoun::He),
        (category::PRONOUN_SHE, Pronoun::She),
        (category::PRONOUN_THEY, Pronoun::They),
        (category::PRONOUN_IT, Pronoun::It),
        (category::PRONOUN_FIRST, Pronoun::First),
    ]
    .into_iter()
    .find_map(|(category, pronoun)| token.is(category).then_some(pronoun))
}

/// Whether the token can stand in a noun phrase between determiner and head.
pub(super) fn is_nominal(token: Token) -> bool {
    token.is_word()
        && !token.is(category::FUNCTION_WORD
            .or(category::AUXILIARY)
            .or(category::ADVERB))
        && !(token.shape == Shape::Lower
            && token.is(CUE_VERB.or(category::FINITE_VERB))
            && !token.is(SPEAKING_NOUN))
}
