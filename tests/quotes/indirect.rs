//! Speech without quotation marks.

use crate::{Case, reported};

fn check(cases: &[Case]) {
    for (text, expected) in cases {
        let found = reported(text);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(words, speaker)| (words.as_str(), speaker.as_str()))
            .collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn a_clause_follows_the_verb() {
    check(&[
        (
            "Tom Vance said that the nets had been new.",
            &[("the nets had been new", "Tom Vance")],
        ),
        (
            "Tom Vance said he recognises the nets.",
            &[("he recognises the nets", "Tom Vance")],
        ),
        (
            "Tom Vance told reporters on Monday that the nets had been new.",
            &[("the nets had been new", "Tom Vance")],
        ),
        (
            "Dutch officials insisted the nets were new.",
            &[("the nets were new", "Dutch officials")],
        ),
        (
            "Tom Vance said the nets were new, adding that nobody had used them.",
            &[
                ("the nets were new", "Tom Vance"),
                ("nobody had used them", "Tom Vance"),
            ],
        ),
        (
            "Tom Vance said the nets were new, but the divers had used them for years.",
            &[("the nets were new", "Tom Vance")],
        ),
    ]);
}

#[test]
fn the_subject_is_no_part_of_what_is_reported() {
    check(&[
        (
            "Tom Vance, who mends nets on Quay Road, said he had mended half as many as usual.",
            &[("he had mended half as many as usual", "Tom Vance")],
        ),
        (
            "Tom Vance, whose divers searched the harbour, told the council there was no sign that a net had torn.",
            &[("there was no sign that a net had torn", "Tom Vance")],
        ),
    ]);
}

/// Half of a clause can say the opposite of the whole.
#[test]
fn a_clause_that_the_narrator_breaks_is_left_out_rather_than_halved() {
    check(&[
        (
            "Whatever the nets had caught, Tom Vance said, could be lost.",
            &[],
        ),
        ("From June, Tom Vance said, the nets will be new.", &[]),
    ]);
}

#[test]
fn a_clause_stands_before_the_verb() {
    check(&[
        (
            "The nets had been new, Tom Vance said.",
            &[("The nets had been new", "Tom Vance")],
        ),
        (
            "The nets had been new, according to Tom Vance.",
            &[("The nets had been new", "Tom Vance")],
        ),
        (
            "According to Tom Vance, the nets had been new.",
            &[("the nets had been new", "Tom Vance")],
        ),
    ]);
}

#[test]
fn what_was_not_said_is_not_reported() {
    check(&[
        ("Tom Vance did not say that the nets had been new.", &[]),
        ("Tom Vance would not say whether the nets had been new.", &[]),
        ("Tom Vance hoped that the nets would be new.", &[]),
    ]);
}

#[test]
fn words_that_are_quoted_are_not_reported_as_well() {
    check(&[("Tom Vance said that the nets were “as good as new”.", &[])]);
}
