//! Quotation marks of every kind.

use crate::check;

#[test]
fn every_family_of_marks() {
    check(&[
        (
            "\"The nets came up empty,\" Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "‘The nets came up empty,’ Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "'The nets came up empty,' Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "«The nets came up empty», Tom Vance said.",
            &[("The nets came up empty", "Tom Vance")],
        ),
        (
            "``The nets came up empty,'' Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "`The nets came up empty,' Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "„The nets came up empty,“ Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "„The nets came up empty,” Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "‚The nets came up empty,‘ Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "‹The nets came up empty›, Tom Vance said.",
            &[("The nets came up empty", "Tom Vance")],
        ),
        (
            "»The nets came up empty«, Tom Vance said.",
            &[("The nets came up empty", "Tom Vance")],
        ),
        (
            "« The nets came up empty », Tom Vance said.",
            &[("The nets came up empty", "Tom Vance")],
        ),
        (
            "「The nets came up empty,」 Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "『The nets came up empty,』 Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "＂The nets came up empty,＂ Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
    ]);
}

#[test]
fn apostrophes_are_no_marks() {
    check(&[
        (
            "‘We don’t know whose nets they’re using,’ Tom Vance said.",
            &[("We don’t know whose nets they’re using,", "Tom Vance")],
        ),
        ("The divers’ nets were the harbour’s oldest, from the ’90s.", &[]),
        (
            "‘It’s the divers’ nets that tore,’ Tom Vance said.",
            &[("It’s the divers’ nets that tore,", "Tom Vance")],
        ),
    ]);
}

#[test]
fn quotes_hold_quotes() {
    check(&[
        (
            "“He told me ‘never again’ and left,” Tom Vance said.",
            &[("He told me ‘never again’ and left,", "Tom Vance")],
        ),
        (
            "‘He told me “never again” and left,’ Tom Vance said.",
            &[("He told me “never again” and left,", "Tom Vance")],
        ),
        (
            "“He told me, ‘never again,’” Tom Vance said.",
            &[("He told me, ‘never again,", "Tom Vance")],
        ),
    ]);
}

#[test]
fn a_missing_mark_costs_one_paragraph_at_most() {
    check(&[(
        "“The nets came up empty, Tom Vance said.\n\n“Ask the divers,” Marta Oyelaran said. “Ask them twice.”",
        &[
            ("The nets came up empty, Tom Vance said.", "?"),
            ("Ask the divers, | Ask them twice.", "Marta Oyelaran"),
        ],
    )]);
}

#[test]
fn the_comma_stands_outside() {
    check(&[(
        "‘The nets came up empty’, said Tom Vance.",
        &[("The nets came up empty", "Tom Vance")],
    )]);
}

#[test]
fn a_clipped_year_opens_nothing() {
    check(&[(
        "Tom Vance said in ‘98 that the nets were ‘old and torn’ already.",
        &[("old and torn", "Tom Vance")],
    )]);
}
