//! What a name is, by what it is made of and what stands beside it.

use crate::briefing::ActorKind;
use crate::extract::actors::names::{GIVEN, KNOWN, Name, PLACE};
use crate::extract::actors::roles;
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Shape, Text, Token};

/// What speaks for each kind, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    person: i32,
    organisation: i32,
    place: i32,
    group: i32,
}

impl Evidence {
    /// Certainly several people.
    pub(super) const GROUP: Self = Self {
        person: 0,
        organisation: 0,
        place: 0,
        group: 20,
    };

    /// What is left for the short form of a longer name: a title tells, that it speaks or has a capital does not.
    pub(super) fn of_short_form(self) -> Self {
        Self {
            organisation: 0,
            person: if self.person < TITLED { 0 } else { self.person },
            ..self
        }
    }

    /// Adds what it tells that the first word of the name, or the last, stands by itself elsewhere.
    pub(super) fn shortened(&mut self, to_first: bool, to_last: bool) {
        match (to_first, to_last) {
            (true, false) => self.organisation += 3,
            (false, true) => self.person += 3,
            _ => {}
        }
    }

    /// Whatever else speaks for it: an organisation.
    pub(super) fn becomes_organisation(&mut self) {
        *self = Self {
            organisation: 20,
            ..Self::default()
        };
    }

    /// Adds what another mention of the same name tells.
    pub(super) fn add(&mut self, other: Self) {
        self.person = self.person.saturating_add(other.person);
        self.organisation = self.organisation.saturating_add(other.organisation);
        self.place = self.place.saturating_add(other.place);
        self.group = self.group.saturating_add(other.group);
    }

    /// The kind that most speaks for.
    pub(super) fn kind(self) -> ActorKind {
        let strongest = self.person.max(self.organisation).max(self.place).max(self.group);
        if strongest == self.person {
            ActorKind::Person
        } else if strongest == self.place {
            ActorKind::Place
        } else if strongest == self.organisation {
            ActorKind::Organisation
        } else {
            ActorKind::Group
        }
    }
}

/// For a title in lower case; one with a capital tells more.
const TITLED: i32 = 5;

/// Judges one mention.
pub(super) fn judge(text: &Text<'_>, name: &Name) -> Evidence {
    let mut evidence = Evidence::default();
    by_words(text, name, &mut evidence);
    by_neighbours(text, name, &mut evidence);
    evidence
}

fn by_words(text: &Text<'_>, name: &Name, evidence: &mut Evidence) {
    let (start, end) = (name.tokens.start(), name.tokens.end());
    let several = name.tokens.len() > 1;
    let sure = if several { 12 } else { 6 };
    if name.known.any(PLACE) {
        evidence.place += sure;
    }
    if name.known.any(category::ORGANISATION) {
        evidence.organisation += sure;
    }
    if name.known.any(category::DEMONYM_PLURAL) {
        evidence.group += sure + 2;
    }
    let (first, last) = (text.token(start), text.token(end - 1));
    if !several {
        if first.is(GIVEN) && !name.known.any(PLACE) {
            evidence.person += 3;
        }
        let people = text
            .word(start)
            .rsplit_once('-')
            .is_some_and(|(_, tail)| text.lexicon.categories(tail).any(category::DEMONYM_PLURAL));
        if people {
            evidence.group += 10;
        }
        if first.is(category::SURNAME) && !name.known.any(KNOWN) {
            evidence.person += 3;
        }
        evidence.organisation += match (name.known.any(KNOWN), first.shape) {
            (true, _) => 0,
            (false, Shape::Upper) => 4,
            (false, _) => 1,
        };
        return;
    }
    if name.known.any(PLACE.or(category::ORGANISATION)) {
        return;
    }
    let mut ordinary = false;
    let mut joined = false;
    for index in start..end {
        let token = text.token(index);
        let lower = token.shape == Shape::Lower;
        joined |= lower && token.is(category::NAME_PREPOSITION) || token.is_punctuation('&');
        ordinary |= !lower && token.is(category::COMMON_WORD) && !token.is(GIVEN);
        if token.shape == Shape::Capitalised && token.span.len() <= 2 && text.word(index).ends_with('.')
            || lower && token.is(category::PARTICLE) && !token.is(category::NAME_PREPOSITION)
        {
            evidence.person += 4;
        }
        // "HMS Marlin", "Studio XR": but "JK" may be initials.
        if token.shape == Shape::Upper
            && (token.span.len() > 2 || index + 1 == end)
            && !token.is(category::NAME_SUFFIX)
        {
            evidence.organisation += 5;
        }
    }
    if joined {
        evidence.organisation += 6;
    }
    if last.is(category::COMPANY_SUFFIX) {
        evidence.organisation += 12;
    } else if last.is(category::ORGANISATION_HEAD) {
        evidence.organisation += 8;
    } else if last.is(category::PLACE_HEAD) {
        evidence.place += 7;
    } else if last.is(PLACE) && first.is(category::PLACE_OPENER) {
        evidence.place += 8;
    } else if first.is(category::PLACE_OPENER) && !first.is(GIVEN) {
        evidence.place += 4;
    } else if first.is(category::ORGANISATION.or(PLACE)) && !first.is(GIVEN) {
        evidence.organisation += 4;
    } else {
        // "Frosted Flakes" is nobody, unless something else speaks for it.
        let plural = text.ends_in(end - 1, text.lexicon.plural_ending)
            && !last.is(category::SURNAME)
            && !first.is(GIVEN);
        let (person, organisation) = match (ordinary, plural) {
            (true, _) => (0, 3),
            (false, true) => (2, 3),
            (false, false) => (4, 1),
        };
        evidence.person += person;
        evidence.organisation += organisation;
    }
    if first.is(GIVEN) {
        evidence.person += if joined { 2 } else { 5 };
    }
    // "Team Trump" is nobody's name.
    let slogan = first.is(category::COMMON_WORD) && !first.is(GIVEN) && name.title.is_none();
    if last.is(category::NAME_SUFFIX.or(category::SURNAME)) && !slogan {
        evidence.person += 4;
    }
    // "Park Joo-Ho", "Hau Lung-bin": a first name of two syllables behind the family's.
    let syllables = text.word(end - 1).split_once('-').is_some_and(|(one, two)| {
        [one, two].iter().all(|part| {
            (2..=6).contains(&part.len()) && part.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
        })
    });
    if name.tokens.len() == 2 && syllables && first.span.len() <= 6 && last.categories == Categories::NONE {
        evidence.person += 6;
    }
}

/// Whether the name that ends at `end` is the last word of its noun phrase: in "the Trump administration" the article is not
/// the name's.
fn closes(text: &Text<'_>, end: usize) -> bool {
    let next = text.token(end);
    !next.is_capitalised()
        && (next.shape != Shape::Lower || next.is(category::FUNCTION_WORD.or(category::SPEECH_VERB)))
}

fn is_pause(token: Token) -> bool {
    matches!(
        token.shape,
        Shape::Punctuation(',' | '.' | ';' | ')') | Shape::Nothing
    ) || token.shape == Shape::Lower && token.is(category::FUNCTION_WORD)
}

fn by_neighbours(text: &Text<'_>, name: &Name, evidence: &mut Evidence) {
    let (start, end) = (name.tokens.start(), name.tokens.end());
    if let Some(title) = name.title {
        let lower = text.token(title.start()).shape == Shape::Lower;
        evidence.person += if lower { TITLED } else { 2 * TITLED };
    }
    if start > 0 {
        let before = text.token(start - 1);
        if before.is(category::ARTICLE) {
            if closes(text, end) && !name.known.any(KNOWN) {
                evidence.organisation += 4;
                evidence.group += 1;
                evidence.person -= 6;
            }
        } else if before.is(category::GENITIVE) && start > 1 && text.token(start - 2).is(category::PLACE_HEAD)
        {
            evidence.place += 6;
        } else if before.shape == Shape::Lower && before.is(category::LOCATIVE) {
            evidence.place += 5;
        }
    }
    let (next, after) = (text.token(end), text.token(end + 1));
    if next.shape == Shape::Lower && next.is(category::SPEECH_VERB) {
        evidence.person += 2;
        evidence.organisation += 1;
    }
    if next.is_punctuation(',') {
        if after.is_capitalised() && after.is(PLACE) && is_pause(text.token(end + 2)) {
            evidence.place += 5;
        } else if after.shape == Shape::Number
            && text.token(end + 2).is_punctuation(',')
            && after.span.len() <= 3
        {
            evidence.person += 8;
        } else if after.is(category::PERSONAL_RELATIVE)
            || name.tokens.len() > 1 && roles::after(text, name).is_some()
        {
            evidence.person += 4;
        }
    } else if next.is(category::PERSONAL_RELATIVE) && next.shape == Shape::Lower {
        evidence.person += 2;
    }
}
