//! Speech without quotation marks.

use std::fmt::Write as _;

use crate::{Case, UNKNOWN, reported};

fn check(cases: &[Case]) {
    let mut failures = String::new();
    for (text, expected) in cases {
        let found = reported(text);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(words, speaker)| (words.as_str(), speaker.as_str()))
            .collect();
        if found != *expected {
            writeln!(
                failures,
                "\n{text}\n   found    {found:?}\n   expected {expected:?}"
            )
            .unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
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
fn a_request_is_nobodys_and_opens_with_no_name() {
    check(&[
        (
            "Please note that the board said the nets were new.",
            &[("the nets were new", "the board")],
        ),
        (
            "Kindly confirm that members say the nets were new.",
            &[("the nets were new", "members")],
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

#[test]
fn the_narrator_breaks_into_the_clause() {
    check(&[
        (
            "Whatever the nets had caught, Tom Vance said, could be lost.",
            &[("Whatever the nets had caught | could be lost", "Tom Vance")],
        ),
        (
            "The nets, Tom Vance said on Monday, will be new.",
            &[("The nets | will be new", "Tom Vance")],
        ),
        (
            "From June, Tom Vance said, the nets will be new.",
            &[("From June | the nets will be new", "Tom Vance")],
        ),
    ]);
}

#[test]
fn what_opens_the_sentence_is_no_clause_of_its_own() {
    check(&[
        (
            "In the town where he grew up, Tom Vance said the nets were new.",
            &[("the nets were new", "Tom Vance")],
        ),
        ("At one point, Tom Vance said, “Pull.”", &[]),
        ("On Monday, the divers cited the harbour master.", &[]),
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
fn a_clause_goes_without_that_whatever_its_subject() {
    check(&[
        (
            "Tom Vance said mending nets takes a winter.",
            &[("mending nets takes a winter", "Tom Vance")],
        ),
        (
            "Tom Vance said both boats were lost.",
            &[("both boats were lost", "Tom Vance")],
        ),
        (
            "Tom Vance says long lines have been cut.",
            &[("long lines have been cut", "Tom Vance")],
        ),
        (
            "Tom Vance told Mary Odell the nets had been new.",
            &[("the nets had been new", "Tom Vance")],
        ),
        ("Tom Vance said goodbye to his crew.", &[]),
        ("Tom Vance said so.", &[]),
        ("Tom Vance told a long joke.", &[]),
    ]);
}

#[test]
fn whoever_says_that_something_is_so_is_a_speaker() {
    check(&[
        (
            "Three quarters said the nets were new.",
            &[("the nets were new", "Three quarters")],
        ),
        (
            "Net menders argue that the harbour is too small.",
            &[("the harbour is too small", "Net menders")],
        ),
        (
            "The survey showed that half of the nets were torn.",
            &[("half of the nets were torn", "The survey")],
        ),
        (
            "A spokesman for the port, who asked not to be named, said the nets were new.",
            &[("the nets were new", "A spokesman for the port")],
        ),
    ]);
}

#[test]
fn one_report_ends_where_another_begins() {
    check(&[
        (
            "Tom Vance said the nets were new, and Mary Odell said the boats were old.",
            &[
                ("the nets were new", "Tom Vance"),
                ("the boats were old", "Mary Odell"),
            ],
        ),
        (
            "Tom Vance said the nets were new and called the boats a disgrace to the harbour.",
            &[("the nets were new", "Tom Vance")],
        ),
        (
            "Tom Vance said the nets were new, according to Mary Odell.",
            &[("Tom Vance said the nets were new", "Mary Odell")],
        ),
        (
            "Tom Vance said the nets were new; the boats had gone.",
            &[("the nets were new", "Tom Vance")],
        ),
        (
            "Tom Vance said the nets were new, noting that the council had paid.",
            &[
                ("the nets were new", "Tom Vance"),
                ("the council had paid", "Tom Vance"),
            ],
        ),
    ]);
}

#[test]
fn a_report_within_a_report_is_the_outer_speakers() {
    check(&[
        (
            "Tom Vance said Mary Odell believes the nets are new.",
            &[("Mary Odell believes the nets are new", "Tom Vance")],
        ),
        (
            "Tom Vance said that, as Mary Odell argued, the nets are new.",
            &[("as Mary Odell argued, the nets are new", "Tom Vance")],
        ),
    ]);
}

#[test]
fn belief_counts() {
    check(&[
        (
            "Tom Vance believes the nets are new.",
            &[("the nets are new", "Tom Vance")],
        ),
        (
            "Tom Vance hoped that the nets would be new.",
            &[("the nets would be new", "Tom Vance")],
        ),
        (
            "Tom Vance fears that the nets will tear.",
            &[("the nets will tear", "Tom Vance")],
        ),
        (
            "Tom Vance is confident that the nets are new.",
            &[("the nets are new", "Tom Vance")],
        ),
        ("Tom Vance is not certain that the nets are new.", &[]),
        ("Tom Vance knew the nets were new.", &[]),
    ]);
}

#[test]
fn questions_are_reported_by_whoever_asks() {
    check(&[
        (
            "Mary Odell asked whether the nets had been new.",
            &[("whether the nets had been new", "Mary Odell")],
        ),
        (
            "Mary Odell asked Tom Vance if the nets had been new.",
            &[("if the nets had been new", "Mary Odell")],
        ),
        ("Mary Odell asked Tom Vance.", &[]),
    ]);
}

#[test]
fn what_somebody_means_to_do() {
    check(&[
        (
            "Tom Vance vowed to mend every net by June.",
            &[("to mend every net by June", "Tom Vance")],
        ),
        (
            "Tom Vance has repeatedly refused to sell the boat.",
            &[("to sell the boat", "Tom Vance")],
        ),
        (
            "The port declined to comment on the nets.",
            &[("to comment on the nets", "The port")],
        ),
        ("Tom Vance went to Harwick with his nets.", &[]),
        (
            "Tom Vance wants to sell the boat.",
            &[("to sell the boat", "Tom Vance")],
        ),
        (
            "Tom Vance’s plan to sell the boat failed.",
            &[("to sell the boat", "Tom Vance")],
        ),
        ("Tom Vance tried to sell the boat.", &[]),
        ("Tom Vance began to mend the nets.", &[]),
    ]);
}

#[test]
fn what_somebody_asks_of_others() {
    check(&[
        (
            "Mary Odell urged the council to buy new nets.",
            &[("the council to buy new nets", "Mary Odell")],
        ),
        (
            "Mary Odell called on the port to close the basin.",
            &[("the port to close the basin", "Mary Odell")],
        ),
        (
            "Mary Odell told the divers to leave the water.",
            &[("the divers to leave the water", "Mary Odell")],
        ),
        ("The divers were told to leave the water.", &[]),
    ]);
}

#[test]
fn what_somebody_speaks_of() {
    check(&[
        (
            "Mary Odell criticised the plan to close the basin.",
            &[("the plan to close the basin", "Mary Odell")],
        ),
        (
            "Mary Odell called for an end to night fishing.",
            &[("an end to night fishing", "Mary Odell")],
        ),
        (
            "Mary Odell accused the port of hiding the torn nets.",
            &[("the port of hiding the torn nets", "Mary Odell")],
        ),
        (
            "Tom Vance left the hall, denouncing the decision of the council.",
            &[("the decision of the council", "Tom Vance")],
        ),
        ("Mary Odell criticised the council.", &[]),
        ("Mary Odell has criticised him.", &[]),
        (
            "The group criticising the plan to close the basin met on Monday.",
            &[],
        ),
        ("Mary Odell opened the new harbour office in Harwick.", &[]),
        ("The plan was criticised at length by many divers.", &[]),
    ]);
}

#[test]
fn somebody_is_named_as_the_source_of_the_sentence() {
    check(&[
        (
            "As Tom Vance noted, the nets were new.",
            &[("the nets were new", "Tom Vance")],
        ),
        (
            "As reported by Tom Vance, the nets were new.",
            &[("the nets were new", "Tom Vance")],
        ),
        (
            "The nets, according to Tom Vance, were new.",
            &[("The nets | were new", "Tom Vance")],
        ),
        (
            "But, according to Tom Vance, the nets were new.",
            &[("the nets were new", "Tom Vance")],
        ),
        ("As Tom Vance left, the nets were torn.", &[]),
    ]);
}

#[test]
fn a_subordinate_report_ends_where_its_sentence_goes_on() {
    check(&[
        (
            "While Tom Vance said the nets were new, the divers had used them for years.",
            &[("the nets were new", "Tom Vance")],
        ),
        (
            "Mary Odell, who says the nets are new, left for Harwick.",
            &[("the nets are new", "Mary Odell")],
        ),
    ]);
}

#[test]
fn a_noun_reports_what_its_owner_said() {
    check(&[
        (
            "His promise was kept: Tom Vance’s claim that the nets were new was true.",
            &[("the nets were new was true", "Tom Vance")],
        ),
        (
            "The divers laughed at the mayor’s warning that the basin would close.",
            &[("the basin would close", "the mayor")],
        ),
        ("The promise of better nets drew many divers.", &[]),
    ]);
}

#[test]
fn verbs_that_are_nouns_report_nothing() {
    check(&[
        ("The claims the divers brought had been old.", &[]),
        ("Mary Odell brought the charges the port had feared.", &[]),
        ("In other states the divers have boats.", &[]),
    ]);
}

#[test]
fn what_was_not_said_is_not_reported() {
    check(&[
        ("Tom Vance did not say that the nets had been new.", &[]),
        ("Tom Vance would not say whether the nets had been new.", &[]),
        ("Tom Vance could argue that the nets were new.", &[]),
        ("Tom Vance never said that the nets were new.", &[]),
        ("Tom Vance has not called for an end to night fishing.", &[]),
    ]);
}

#[test]
fn words_that_are_quoted_are_not_reported_as_well() {
    check(&[("Tom Vance said that the nets were “as good as new”.", &[])]);
}

#[test]
fn the_same_clause_is_reported_once() {
    check(&[(
        "The nets had been new, Tom Vance said, according to Mary Odell.",
        &[("The nets had been new, Tom Vance said", "Mary Odell")],
    )]);
}

/// What should be found and is not, or should not and is: a case that comes right belongs above.
#[test]
fn known_misses() {
    let cases: &[Case] = &[
        // The noun's clause goes on into the verb of its sentence.
        (
            "The claim by Tom Vance that the nets were new surprised Mary Odell.",
            &[("the nets were new", "Tom Vance")],
        ),
        // Nobody is told to have asked.
        (
            "Asked whether the nets were new, Tom Vance left.",
            &[("whether the nets were new", UNKNOWN)],
        ),
        (
            "There were fears among the divers that the basin would close.",
            &[("the basin would close", "the divers")],
        ),
        ("Tom Vance Says Nets Were New", &[("Nets Were New", "Tom Vance")]),
    ];
    for (text, expected) in cases {
        let found = reported(text);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(words, speaker)| (words.as_str(), speaker.as_str()))
            .collect();
        assert_ne!(found, *expected, "{text}: a known miss has come right");
    }
}
