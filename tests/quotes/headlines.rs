//! Headlines: few words, no full stop, single marks, colons.

use crate::{check, known_misses};

#[test]
fn words_of_somebody_in_a_headline() {
    check(&[
        (
            "Vance: ‘Nobody asked the divers’\n\nHarbour master Tom Vance said on Monday that nobody asked the divers.",
            &[("Nobody asked the divers", "Tom Vance")],
        ),
        (
            "Tom Vance calls nets ‘a disgrace’\n\nHarbour master Tom Vance spoke on Monday.",
            &[("a disgrace", "Tom Vance")],
        ),
        (
            "Nets are ‘rags,’ Tom Vance says\n\nHarbour master Tom Vance spoke on Monday.",
            &[("rags,", "Tom Vance")],
        ),
        (
            "‘Nobody asked the divers’: Tom Vance on the empty nets\n\nHarbour master Tom Vance spoke on Monday.",
            &[("Nobody asked the divers", "Tom Vance")],
        ),
    ]);
}

#[test]
fn titles_in_a_headline() {
    check(&[(
        "Film “The Long Harbour” opens in Lisbon\n\nThe film opens on Friday.",
        &[],
    )]);
}

#[test]
fn known_misses_of_headlines() {
    known_misses(&[(
        "Tom Vance Says Harbour Nets Are ‘Old and Torn’\n\nHarbour master Tom Vance spoke on Monday.",
        &[("Old and Torn", "Tom Vance")],
    )]);
}
