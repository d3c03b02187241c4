//! Marks that are missing, doubled, typed the wrong way, or no marks at all.

use crate::check;

#[test]
fn typed_the_wrong_way() {
    check(&[
        (
            "”The nets came up empty,” Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "“The nets came up empty,“ Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "’The nets came up empty,’ Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "‘The nets came up empty,‘ Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "“The nets came up empty,\" Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "\"The nets came up empty,” Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "“The nets came up empty,'' Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "'The nets came up empty,’ Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "Tom Vance called the nets ”old and torn“ again.",
            &[("old and torn", "Tom Vance")],
        ),
    ]);
}

#[test]
fn stray_spaces() {
    check(&[
        (
            "“ The nets came up empty, ” Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "“The nets came up empty, ” Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "“The nets came up empty,”Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "Tom Vance said,“The nets came up empty.”",
            &[("The nets came up empty.", "Tom Vance")],
        ),
        (
            "Tom Vance said:\"The nets came up empty.\"",
            &[("The nets came up empty.", "Tom Vance")],
        ),
        (
            "\" The nets came up empty, \" Tom Vance said.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
    ]);
}

#[test]
fn beside_brackets_and_dashes() {
    check(&[
        (
            "The nets (“old and torn”, Tom Vance says) came up empty.",
            &[("old and torn", "Tom Vance")],
        ),
        (
            "Tom Vance said—“because nobody asked us”—that the nets were new.",
            &[("because nobody asked us", "Tom Vance")],
        ),
        (
            "“The nets—all of them—came up empty—” Tom Vance said.",
            &[("The nets—all of them—came up empty—", "Tom Vance")],
        ),
        (
            "“[The nets] came up empty,” Tom Vance said.",
            &[("[The nets] came up empty,", "Tom Vance")],
        ),
        (
            "“… came up empty,” Tom Vance said.",
            &[("… came up empty,", "Tom Vance")],
        ),
    ]);
}

#[test]
fn inches_minutes_and_feet() {
    check(&[
        ("The tall one measures 6' 2\" and the boat 30' 4\".", &[]),
        ("The mesh is 4\" wide, and the harbour lies at 38°42'.", &[]),
        (
            "“The mesh is 4\" wide,” Tom Vance said. “It tears.”",
            &[("The mesh is 4\" wide, | It tears.", "Tom Vance")],
        ),
    ]);
}

#[test]
fn clipped_words_open_nothing() {
    check(&[
        (
            "'Get 'em out of the water,' Tom Vance said.",
            &[("Get 'em out of the water,", "Tom Vance")],
        ),
        (
            "‘Wait ’til the tide turns,’ Tom Vance said.",
            &[("Wait ’til the tide turns,", "Tom Vance")],
        ),
        (
            "'The nets are from the '90s,' Tom Vance said.",
            &[("The nets are from the '90s,", "Tom Vance")],
        ),
        (
            "‘It’s the players’ money and the clubs’ nets,’ Tom Vance said.",
            &[("It’s the players’ money and the clubs’ nets,", "Tom Vance")],
        ),
        (
            "‘They were fishin’ an’ singin’ all night,’ Tom Vance said.",
            &[("They were fishin’ an’ singin’ all night,", "Tom Vance")],
        ),
        ("The players' nets and the clubs' boats lay in the harbour.", &[]),
        ("Rock 'n' roll came to the harbour in the '60s.", &[]),
        (
            "'Twas the night before the storm, and the O'Briens' boat was out.",
            &[],
        ),
        (
            "The divers’ leader called the nets ‘rags’ and the boats ‘coffins’.",
            &[("rags", "The divers’ leader"), ("coffins", "The divers’ leader")],
        ),
        (
            "‘The nets are James’s, the boats are the Joneses’,’ Tom Vance said.",
            &[("The nets are James’s, the boats are the Joneses’,", "Tom Vance")],
        ),
    ]);
}

#[test]
fn marks_within_marks() {
    check(&[
        (
            "“He said ‘no’ and ‘never’ and left,” Tom Vance said.",
            &[("He said ‘no’ and ‘never’ and left,", "Tom Vance")],
        ),
        (
            "\"He said 'no' and 'never' and left,\" Tom Vance said.",
            &[("He said 'no' and 'never' and left,", "Tom Vance")],
        ),
        (
            "\"He said \"never again\" and left,\" Tom Vance said.",
            &[("He said \"never again\" and left,", "Tom Vance")],
        ),
        (
            "“He said “never again” and left,” Tom Vance said.",
            &[("He said “never again” and left,", "Tom Vance")],
        ),
        (
            "«He said “never again” and left», Tom Vance said.",
            &[("He said “never again” and left", "Tom Vance")],
        ),
        (
            "“‘Never again’ is what he told me,” Tom Vance said.",
            &[("Never again’ is what he told me,", "Tom Vance")],
        ),
        (
            "\"He called it “old” or “torn” or “both.”\" That was all Tom Vance said.",
            &[("He called it “old” or “torn” or “both.", "Tom Vance")],
        ),
        (
            "「He said 『never again』 and left,」 Tom Vance said.",
            &[("He said 『never again』 and left,", "Tom Vance")],
        ),
        (
            "‘He told me “it’s the divers’ fault”, and left,’ Tom Vance said.",
            &[("He told me “it’s the divers’ fault”, and left,", "Tom Vance")],
        ),
        (
            "“I asked, ‘Whose nets are they?’ and he said, ‘The divers’.’” Tom Vance said.",
            &[(
                "I asked, ‘Whose nets are they?’ and he said, ‘The divers’.",
                "Tom Vance",
            )],
        ),
    ]);
}

#[test]
fn nothing_closes_the_marks() {
    check(&[
        (
            "“The nets came up empty, Tom Vance said.\n\nThe divers “never” went down, Marta Oyelaran said.",
            &[
                ("The nets came up empty, Tom Vance said.", "?"),
                ("never", "Marta Oyelaran"),
            ],
        ),
        (
            "Tom Vance said: “The nets came up empty.\n\nThe divers left on Monday.",
            &[("The nets came up empty.", "Tom Vance")],
        ),
        (
            "Tom Vance said the nets were “old and torn. Marta Oyelaran called them “new”.",
            &[("old and torn.", "Tom Vance"), ("new", "Marta Oyelaran")],
        ),
        (
            "Tom Vance said: ‘The nets came up empty. Marta Oyelaran said: “Ask the divers.”",
            &[
                ("The nets came up empty.", "Tom Vance"),
                ("Ask the divers.", "Marta Oyelaran"),
            ],
        ),
    ]);
}

#[test]
fn nothing_opens_the_marks() {
    check(&[
        (
            "The nets came up empty,” Tom Vance said. “Ask the divers.”",
            &[("Ask the divers.", "Tom Vance")],
        ),
        ("The nets came up empty,\" Tom Vance said.", &[]),
        ("” The harbour is closed on Monday.", &[]),
    ]);
}

#[test]
fn many_paragraphs_of_one_speaker() {
    check(&[
        (
            "“The nets came up empty.\n\n“Nobody asked the divers.\n\n“They knew,” Tom Vance said.",
            &[(
                "The nets came up empty. | Nobody asked the divers. | They knew,",
                "Tom Vance",
            )],
        ),
        (
            "Tom Vance said: ‘The nets came up empty.\n\n‘We should have asked the divers.\n\n‘They knew.’",
            &[(
                "The nets came up empty. | We should have asked the divers. | They knew.",
                "Tom Vance",
            )],
        ),
        (
            "Tom Vance said: \"The nets came up empty.\n\n\"We should have asked the divers.\"\n\n\"They knew,\" Marta Oyelaran said.",
            &[
                (
                    "The nets came up empty. | We should have asked the divers.",
                    "Tom Vance",
                ),
                ("They knew,", "Marta Oyelaran"),
            ],
        ),
    ]);
}
