//! Interviews and transcripts: whose turn a paragraph is.

use crate::{check, known_misses};

#[test]
fn names_before_colons() {
    check(&[
        (
            "VANCE: The nets came up empty.\n\nOYELARAN: Did you ask the divers?\n\nVANCE: Nobody asked them.\n\nOYELARAN: Why not?",
            &[
                ("The nets came up empty.", "VANCE"),
                ("Did you ask the divers?", "OYELARAN"),
                ("Nobody asked them.", "VANCE"),
                ("Why not?", "OYELARAN"),
            ],
        ),
        (
            "Tom Vance: The nets came up empty.\n\nMarta Oyelaran: Did you ask the divers?\n\nTom Vance: Nobody asked them.\n\nMarta Oyelaran: Why not?",
            &[
                ("The nets came up empty.", "Tom Vance"),
                ("Did you ask the divers?", "Marta Oyelaran"),
                ("Nobody asked them.", "Tom Vance"),
                ("Why not?", "Marta Oyelaran"),
            ],
        ),
        (
            "Harbour master Tom Vance met Marta Oyelaran of the divers’ union on Monday.\n\nVANCE: The nets came up empty.\n\nOYELARAN: Did you ask us?\n\nVANCE: Nobody did.\n\nOYELARAN: Well then.",
            &[
                ("The nets came up empty.", "Tom Vance"),
                ("Did you ask us?", "Marta Oyelaran"),
                ("Nobody did.", "Tom Vance"),
                ("Well then.", "Marta Oyelaran"),
            ],
        ),
        (
            "MR. VANCE: The nets came up empty.\n\nMS. OYELARAN: Did you ask the divers?\n\nMR. VANCE: Nobody asked them.\n\nMS. OYELARAN: Why not?",
            &[
                ("The nets came up empty.", "VANCE"),
                ("Did you ask the divers?", "OYELARAN"),
                ("Nobody asked them.", "VANCE"),
                ("Why not?", "OYELARAN"),
            ],
        ),
    ]);
}

#[test]
fn questions_and_answers() {
    check(&[
        (
            "Harbour master Tom Vance spoke to us on Monday.\n\nQ: What came up?\n\nA: The nets came up empty.\n\nQ: Did you ask the divers?\n\nA: Nobody asked them.",
            &[
                ("What came up?", "Q"),
                ("The nets came up empty.", "Tom Vance"),
                ("Did you ask the divers?", "Q"),
                ("Nobody asked them.", "Tom Vance"),
            ],
        ),
        (
            "Harbour master Tom Vance spoke to us on Monday.\n\nQ. What came up?\n\nA. The nets came up empty.\n\nQ. Did you ask the divers?\n\nA. Nobody asked them.",
            &[
                ("What came up?", "Q."),
                ("The nets came up empty.", "Tom Vance"),
                ("Did you ask the divers?", "Q."),
                ("Nobody asked them.", "Tom Vance"),
            ],
        ),
        (
            "Interviewer: What came up?\n\nTom Vance: The nets came up empty.\n\nInterviewer: Did you ask the divers?\n\nTom Vance: Nobody asked them.",
            &[
                ("What came up?", "Interviewer"),
                ("The nets came up empty.", "Tom Vance"),
                ("Did you ask the divers?", "Interviewer"),
                ("Nobody asked them.", "Tom Vance"),
            ],
        ),
    ]);
}

#[test]
fn a_turn_of_several_paragraphs() {
    check(&[(
        "VANCE: The nets came up empty.\n\nThat was on Monday.\n\nOYELARAN: Did you ask the divers?\n\nVANCE: Nobody asked them.\n\nOYELARAN: Why not?",
        &[
            ("The nets came up empty. | That was on Monday.", "VANCE"),
            ("Did you ask the divers?", "OYELARAN"),
            ("Nobody asked them.", "VANCE"),
            ("Why not?", "OYELARAN"),
        ],
    )]);
}

#[test]
fn stage_directions_are_nobodys() {
    check(&[(
        "VANCE: The nets came up empty.\n\n(LAUGHTER)\n\nOYELARAN: Did you ask the divers?\n\n[CROSSTALK]\n\nVANCE: Nobody asked them.\n\nOYELARAN: Why not?",
        &[
            ("The nets came up empty.", "VANCE"),
            ("Did you ask the divers?", "OYELARAN"),
            ("Nobody asked them.", "VANCE"),
            ("Why not?", "OYELARAN"),
        ],
    )]);
}

#[test]
fn labels_before_marks() {
    check(&[
        (
            "Tom Vance: “The nets came up empty.”",
            &[("The nets came up empty.", "Tom Vance")],
        ),
        (
            "VANCE: “The nets came up empty.”\n\nOYELARAN: “Did you ask the divers?”\n\nVANCE: “Nobody did.”\n\nOYELARAN: “Why not?”",
            &[
                ("The nets came up empty.", "VANCE"),
                ("Did you ask the divers?", "OYELARAN"),
                ("Nobody did.", "VANCE"),
                ("Why not?", "OYELARAN"),
            ],
        ),
        (
            "“The nets came up empty.” — Tom Vance, harbour master",
            &[("The nets came up empty.", "Tom Vance")],
        ),
    ]);
}

#[test]
fn colons_that_name_nobody() {
    check(&[
        (
            "Nets: The boats have twelve of them.\n\nBoats: There are four.\n\nNets: They are new.\n\nBoats: They are old.",
            &[],
        ),
        (
            "The council has one question: whose nets are they?\n\nThe harbour has one answer: nobody knows.",
            &[],
        ),
    ]);
}

#[test]
fn known_misses_of_transcripts() {
    // Whoever speaks once, and is named nowhere else.
    known_misses(&[(
        "VANCE: “The nets came up empty.”\n\nOYELARAN: “Did you ask the divers?”",
        &[
            ("The nets came up empty.", "VANCE"),
            ("Did you ask the divers?", "OYELARAN"),
        ],
    )]);
}
