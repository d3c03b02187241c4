//! Short fragments in marks: words of somebody's that the narrator takes into the sentence.

use crate::check;

#[test]
fn a_verb_governs_the_fragment() {
    check(&[
        (
            "Tom Vance called the plan “a disgrace”.",
            &[("a disgrace", "Tom Vance")],
        ),
        (
            "Marta Oyelaran said the nets were “old and torn”.",
            &[("old and torn", "Marta Oyelaran")],
        ),
        (
            "Marta Oyelaran told reporters that the nets “will not hold”.",
            &[("will not hold", "Marta Oyelaran")],
        ),
        (
            "Tom Vance described the harbour as “unsafe”.",
            &[("unsafe", "Tom Vance")],
        ),
        (
            "Tom Vance said he was “deeply sorry” for the loss.",
            &[("deeply sorry", "Tom Vance")],
        ),
    ]);
}

#[test]
fn straight_and_single_marks() {
    check(&[
        (
            "Tom Vance called the plan \"a disgrace\".",
            &[("a disgrace", "Tom Vance")],
        ),
        (
            "Tom Vance called the plan ‘a disgrace’.",
            &[("a disgrace", "Tom Vance")],
        ),
        (
            "Tom Vance called the divers’ plan ‘a disgrace’.",
            &[("a disgrace", "Tom Vance")],
        ),
    ]);
}

#[test]
fn names_and_terms_are_nobodys() {
    check(&[
        ("Ann “Anchor” Vance has retired.", &[]),
        ("The show “Morning Tide” returns in May.", &[]),
        ("The nickname “Old Bess” stuck.", &[]),
        ("The term “harbour” is older than the town.", &[]),
    ]);
}
