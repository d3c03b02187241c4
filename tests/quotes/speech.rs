//! Words in quotation marks that are nobody's speech.

use crate::check;

#[test]
fn titles_of_works() {
    check(&[
        ("The film “The Long Harbour” opens in Lisbon on Friday.", &[]),
        ("She is best known for “The Long Harbour” and two novels.", &[]),
        (
            "“It was cold,” Tom Vance said on Harbour Radio’s “Morning Tide”.",
            &[("It was cold,", "Tom Vance")],
        ),
    ]);
}

#[test]
fn scare_quotes() {
    check(&[
        (
            "The countries of the “coalition of the willing” met in Paris.",
            &[],
        ),
        ("The leaders of the “coalition” countries met in Paris.", &[]),
        ("The so-called “ghost nets” drift for years.", &[]),
    ]);
}

#[test]
fn nicknames_and_words_as_words() {
    check(&[
        ("Tom “Anchor” Vance has retired.", &[]),
        ("The word “harbour” is older than the town.", &[]),
        ("The boat is known as “Old Bess” in the town.", &[]),
    ]);
}
