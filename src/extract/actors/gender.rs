//! What a pronoun for somebody would be: by title, by first name, by the nouns and pronouns around.

use crate::extract::actors::Gender;
use crate::extract::actors::names::Name;
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Text, TokenRange};

const MALE: Categories = category::TITLE_MALE.or(category::ROLE_MALE);
const FEMALE: Categories = category::TITLE_FEMALE.or(category::ROLE_FEMALE);

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
    let titles = name.title.into_iter().flat_map(TokenRange::indices);
    let titled = titles
        .map(|index| told(text.token(index).categories, MALE, FEMALE))
        .find(|gender| *gender != Gender::Unknown);
    match titled {
        Some(gender) => gender,
        // "Carter" alone is more likely somebody's surname.
        None if name.tokens.len() == 1 => Gender::Unknown,
        None => by_first_name(text, name),
    }
}

/// By the first name alone.
pub(super) fn by_first_name(text: &Text<'_>, name: &Name) -> Gender {
    let first = text.token(name.tokens.start());
    told(first.categories, category::GIVEN_MALE, category::GIVEN_FEMALE)
}
