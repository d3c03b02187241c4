//! What a pronoun for somebody would be: by title, by first name, by the nouns and pronouns around.

use crate::briefing::ActorKind;
use crate::extract::actors::names::Name;
use crate::extract::actors::{Cast, Gender};
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Shape, Text, TokenRange};

const MALE: Categories = category::TITLE_MALE.or(category::ROLE_MALE);
const FEMALE: Categories = category::TITLE_FEMALE.or(category::ROLE_FEMALE);

/// How far into a sentence a pronoun may stand that takes up the sentence before.
const OPENING: usize = 3;

/// The gender that word categories tell; unknown where they tell of both.
fn told(categories: Categories, male: Categories, female: Categories) -> Gender {
    match (categories.any(male), categories.any(female)) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// By the title before a name, else by the first name in it.
pub(super) fn of_name(text: &Text<'_>, name: &Name) -> Gender {
    match name.title.map_or(Gender::Unknown, |title| of_words(text, title)) {
        // "Carter" alone is more likely somebody's surname.
        Gender::Unknown if name.tokens.len() > 1 => by_first_name(text, name),
        titled => titled,
    }
}

/// By the first name alone.
pub(super) fn by_first_name(text: &Text<'_>, name: &Name) -> Gender {
    let first = text.token(name.tokens.start());
    told(first.categories, category::GIVEN_MALE, category::GIVEN_FEMALE)
}

/// By the nouns of a title or role, as far as its first preposition: "mother of two".
pub(super) fn of_words(text: &Text<'_>, words: TokenRange) -> Gender {
    words
        .indices()
        .map(|index| text.token(index))
        .take_while(|token| token.shape != Shape::Lower || !token.is(category::PREPOSITION))
        .map(|token| told(token.categories, MALE, FEMALE))
        .find(|gender| *gender != Gender::Unknown)
        .unwrap_or_default()
}

/// Tells those of unknown gender by the pronouns that take up their name where nobody else is named.
pub(super) fn by_pronouns(text: &Text<'_>, cast: &mut Cast) {
    let mut votes = vec![[0_u32; 2]; cast.members.len()];
    let mut mentions = cast.mentions.iter().peekable();
    let mut alone: Option<usize> = None;
    let mut paragraph = usize::MAX;
    for sentence in &text.sentences {
        let mut people = (None, 0);
        let mut after = sentence.tokens.start();
        while let Some(mention) = mentions.next_if(|mention| mention.tokens.start() < sentence.tokens.end()) {
            let person = cast
                .members
                .get(mention.member)
                .is_some_and(|member| member.actor.kind == ActorKind::Person);
            if person && people.0 != Some(mention.member) {
                people = (Some(mention.member), people.1 + 1);
                after = mention.tokens.end();
            }
        }
        let reach = match people {
            (None, _) if paragraph == sentence.paragraph => {
                TokenRange::new(after, sentence.tokens.end().min(after + OPENING))
            }
            (Some(_), 1) => TokenRange::new(after, sentence.tokens.end()),
            _ => TokenRange::default(),
        };
        alone = match people {
            (None, _) => alone.filter(|_| paragraph == sentence.paragraph),
            (person, 1) => person,
            _ => None,
        };
        paragraph = sentence.paragraph;
        if let (Some(member), Some(gender)) = (alone, pronoun(text, reach))
            && let Some(vote) = votes.get_mut(member).and_then(|votes| votes.get_mut(gender))
        {
            *vote += 1;
        }
    }
    for (member, [male, female]) in cast.members.iter_mut().zip(votes) {
        if member.gender == Gender::Unknown {
            member.gender = match (male, female) {
                (male, female) if male > female * 2 => Gender::Male,
                (male, female) if female > male * 2 => Gender::Female,
                _ => Gender::Unknown,
            };
        }
    }
}

/// The first "he" (0) or "she" (1) of the narrator within `tokens`.
fn pronoun(text: &Text<'_>, tokens: TokenRange) -> Option<usize> {
    tokens
        .indices()
        .map(|index| text.token(index))
        .filter(|token| !token.quoted)
        .find_map(|token| {
            if token.is(category::PRONOUN_HE) {
                Some(0)
            } else if token.is(category::PRONOUN_SHE) {
                Some(1)
            } else {
                None
            }
        })
}
