//! One utterance in several parts, and utterances that go on.

use crate::check;

#[test]
fn the_narrator_breaks_in() {
    check(&[
        (
            "“The nets,” Tom Vance said, “came up empty.”",
            &[("The nets, | came up empty.", "Tom Vance")],
        ),
        (
            "“The nets came up empty,” Tom Vance said. “Ask the divers.”",
            &[("The nets came up empty, | Ask the divers.", "Tom Vance")],
        ),
    ]);
}

#[test]
fn a_new_paragraph_is_a_new_utterance() {
    check(&[(
        "“The nets came up empty,” Tom Vance said.\n\n“Ask the divers,” Tom Vance said.",
        &[
            ("The nets came up empty,", "Tom Vance"),
            ("Ask the divers,", "Tom Vance"),
        ],
    )]);
}

#[test]
fn a_quote_runs_over_paragraphs() {
    check(&[(
        "Tom Vance said: “The nets came up empty.\n\n“We should have asked the divers.”",
        &[(
            "The nets came up empty. | We should have asked the divers.",
            "Tom Vance",
        )],
    )]);
}

#[test]
fn two_people_take_turns() {
    check(&[(
        "“The nets came up empty,” Tom Vance said. “Did anybody count them?” asked Marta Oyelaran.",
        &[
            ("The nets came up empty,", "Tom Vance"),
            ("Did anybody count them?", "Marta Oyelaran"),
        ],
    )]);
}

#[test]
fn the_sentence_before_introduces_the_quote() {
    check(&[
        (
            "Tom Vance insisted that the nets were new. “Nobody had used them.”",
            &[("Nobody had used them.", "Tom Vance")],
        ),
        (
            "Tom Vance answered at once:\n\n“Nobody had used them.”",
            &[("Nobody had used them.", "Tom Vance")],
        ),
    ]);
}

#[test]
fn sentences_of_their_own_stay_apart() {
    check(&[(
        "The chancellor called the storm “tropical”. He said the town should “prevent any new flood”.",
        &[
            ("tropical", "The chancellor"),
            ("prevent any new flood", "The chancellor"),
        ],
    )]);
}
