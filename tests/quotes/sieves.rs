//! Where the speaker stands.

use crate::{check, known_misses};

#[test]
fn verb_and_subject_follow() {
    check(&[
        (
            "“The dam will hold until spring,” Marta Oyelaran said.",
            &[("The dam will hold until spring,", "Marta Oyelaran")],
        ),
        (
            "“The dam will hold until spring,” said Marta Oyelaran.",
            &[("The dam will hold until spring,", "Marta Oyelaran")],
        ),
        (
            "“Is that all the grain we have?” asked Marta Oyelaran, the harbour master.",
            &[("Is that all the grain we have?", "Marta Oyelaran")],
        ),
        (
            "“We are leaving tonight!” Marta Oyelaran shouted from the quay.",
            &[("We are leaving tonight!", "Marta Oyelaran")],
        ),
        (
            "“The nets came up empty,” Marta Oyelaran told reporters in Lisbon on Monday.",
            &[("The nets came up empty,", "Marta Oyelaran")],
        ),
        (
            "“The nets came up empty,” Marta Oyelaran later wrote.",
            &[("The nets came up empty,", "Marta Oyelaran")],
        ),
        (
            "“The nets came up empty,” harbour master Marta Oyelaran has said.",
            &[("The nets came up empty,", "Marta Oyelaran")],
        ),
    ]);
}

#[test]
fn an_aside_stands_between_subject_and_verb() {
    check(&[
        (
            "“The nets came up empty,” Marta Oyelaran, the harbour master, told the council.",
            &[("The nets came up empty,", "Marta Oyelaran")],
        ),
        (
            "“The nets came up empty,” Marta Oyelaran, who runs the harbour with her brother Tom Vance, said.",
            &[("The nets came up empty,", "Marta Oyelaran")],
        ),
        (
            "Marta Oyelaran, speaking beside Tom Vance in Lisbon, said: “The nets came up empty.”",
            &[("The nets came up empty.", "Marta Oyelaran")],
        ),
        (
            "The harbour master, Marta Oyelaran, said “the nets came up empty” again.",
            &[("the nets came up empty", "Marta Oyelaran")],
        ),
        (
            "Marta Oyelaran (Green, Lisbon) said the nets were “a disgrace to the fleet”.",
            &[("a disgrace to the fleet", "Marta Oyelaran")],
        ),
        (
            "Marta Oyelaran, the chief engineer of the Lisbon Harbour Authority (LHA), said the nets were “rags”.",
            &[("rags", "Marta Oyelaran")],
        ),
        (
            "Tom Vance, the harbour master (he resigned in June), called the nets “rags”.",
            &[("rags", "Tom Vance")],
        ),
    ]);
}

#[test]
fn verb_and_subject_stand_before() {
    check(&[
        (
            "Tom Vance said: “Nobody asked the divers.”",
            &[("Nobody asked the divers.", "Tom Vance")],
        ),
        (
            "Tom Vance said that nobody “had the patience to ask” the divers.",
            &[("had the patience to ask", "Tom Vance")],
        ),
        (
            "Tom Vance called the survey “a very long joke”.",
            &[("a very long joke", "Tom Vance")],
        ),
        (
            "Tom Vance has repeatedly described the survey as “a very long joke”.",
            &[("a very long joke", "Tom Vance")],
        ),
        (
            "In a letter to Marta Oyelaran, Tom Vance wrote that the divers “had not slept for days”.",
            &[("had not slept for days", "Tom Vance")],
        ),
    ]);
}

#[test]
fn verbs_share_a_subject() {
    check(&[
        (
            "Tom Vance left the room and said: “Nobody asked the divers.”",
            &[("Nobody asked the divers.", "Tom Vance")],
        ),
        (
            "Tom Vance praised the crew, saying that they “never once complained”.",
            &[("never once complained", "Tom Vance")],
        ),
        (
            "Tom Vance went on to say that the crew “never once complained”.",
            &[("never once complained", "Tom Vance")],
        ),
        (
            "Tom Vance, who called the survey “a very long joke”, has resigned.",
            &[("a very long joke", "Tom Vance")],
        ),
    ]);
}

#[test]
fn the_attribution_closes_the_sentence() {
    check(&[
        (
            "The survey was “a very long joke” from the start, Tom Vance said on Monday.",
            &[("a very long joke", "Tom Vance")],
        ),
        (
            "The survey was “a very long joke” from the start, according to Tom Vance.",
            &[("a very long joke", "Tom Vance")],
        ),
        (
            "According to Tom Vance, the survey was “a very long joke”.",
            &[("a very long joke", "Tom Vance")],
        ),
        (
            "The survey was “long” and “rather badly told,” Tom Vance said.",
            &[("long", "Tom Vance"), ("rather badly told,", "Tom Vance")],
        ),
    ]);
}

#[test]
fn a_label_names_the_speaker() {
    check(&[
        (
            "Tom Vance: “Nobody asked the divers.”",
            &[("Nobody asked the divers.", "Tom Vance")],
        ),
        (
            "“Nobody asked the divers.” — Tom Vance",
            &[("Nobody asked the divers.", "Tom Vance")],
        ),
        (
            "“Nobody asked the divers.” — Tom Vance, harbour master",
            &[("Nobody asked the divers.", "Tom Vance")],
        ),
    ]);
}

#[test]
fn who_is_spoken_to_is_not_who_speaks() {
    check(&[
        (
            "“The nets came up empty,” Tom Vance told Marta Oyelaran.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "Tom Vance was asked by Marta Oyelaran: “Who counted the nets?”",
            &[("Who counted the nets?", "Marta Oyelaran")],
        ),
        (
            "The survey was described by Tom Vance as “a very long joke”.",
            &[("a very long joke", "Tom Vance")],
        ),
        (
            "When asked by Marta Oyelaran about the nets, Tom Vance said: “Ask the divers.”",
            &[("Ask the divers.", "Tom Vance")],
        ),
    ]);
}

#[test]
fn whoever_speaks_without_a_name_stays_in_the_words_of_the_article() {
    check(&[
        (
            "“The road is shut until Friday,” a police spokeswoman said.",
            &[("The road is shut until Friday,", "a police spokeswoman")],
        ),
        (
            "Dutch officials told news agencies that the “technical” talks are over.",
            &[("technical", "Dutch officials")],
        ),
        (
            "“The pumps failed twice,” the report says.",
            &[("The pumps failed twice,", "the report")],
        ),
        (
            "The ministry said in a statement that it was “looking into the pumps”.",
            &[("looking into the pumps", "The ministry")],
        ),
        (
            "“The pumps failed twice,” said two people familiar with the talks.",
            &[("The pumps failed twice,", "two people familiar with the talks")],
        ),
        (
            "“The pumps failed twice,” said a spokesman for Tom Vance.",
            &[("The pumps failed twice,", "a spokesman for Tom Vance")],
        ),
    ]);
}

#[test]
fn a_noun_of_speech_has_an_owner() {
    check(&[(
        "Tom Vance’s call for “a complete stop to the survey” surprised the crew.",
        &[("a complete stop to the survey", "Tom Vance")],
    )]);
}

#[test]
fn an_unlisted_verb_beside_a_name_reports() {
    check(&[(
        "“The nets came up empty,” Tom Vance yodelled.",
        &[("The nets came up empty,", "Tom Vance")],
    )]);
}

#[test]
fn nothing_tells_who_it_is() {
    check(&[(
        "“Somebody ought to have asked the divers about the nets.”",
        &[("Somebody ought to have asked the divers about the nets.", "?")],
    )]);
}

#[test]
fn marks_within_a_turn_are_no_quote_of_their_own_unless_they_tell_what_another_said() {
    check(&[(
        "Vance: What did the chart say?\n\nOyelaran: It had two words on it: “depths doubtful”. I was cross.\n\n\
         Vance: And then?\n\nOyelaran: We sailed, and nobody drowned.",
        &[
            ("What did the chart say?", "Vance"),
            (
                "It had two words on it: “depths doubtful”. I was cross.",
                "Oyelaran",
            ),
            ("And then?", "Vance"),
            ("We sailed, and nobody drowned.", "Oyelaran"),
        ],
    )]);
}

#[test]
fn an_interview_names_whose_turn_it_is() {
    check(&[(
        "Vance: Who counted the nets?\n\nOyelaran: The divers did.\n\nVance: Twice?\n\nOyelaran: Always twice.",
        &[
            ("Who counted the nets?", "Vance"),
            ("The divers did.", "Oyelaran"),
            ("Twice?", "Vance"),
            ("Always twice.", "Oyelaran"),
        ],
    )]);
}

#[test]
fn quoted_words_are_joined() {
    check(&[(
        "Tom Vance called the survey “a long joke” and “a waste”.",
        &[("a long joke", "Tom Vance"), ("a waste", "Tom Vance")],
    )]);
}

#[test]
fn a_report_within_a_report_is_the_outer_speakers() {
    check(&[
        (
            "Marta Oyelaran said that Tom Vance called the nets “a disgrace to the fleet”.",
            &[("a disgrace to the fleet", "Marta Oyelaran")],
        ),
        (
            "Marta Oyelaran argued that the board had promised “a quieter harbour” for years.",
            &[("a quieter harbour", "Marta Oyelaran")],
        ),
    ]);
}

#[test]
fn whole_sentences_within_a_report_are_the_inner_speakers() {
    known_misses(&[(
        "Marta Oyelaran said that a skipper had told her: “Take the nets away.”",
        &[("Take the nets away.", "a skipper")],
    )]);
}

#[test]
fn an_apposition_is_no_other_speaker() {
    check(&[
        (
            "“Nobody counted them,” Tom Vance, the harbour master of Leem, said on Friday. “Nobody will.”",
            &[("Nobody counted them, | Nobody will.", "Tom Vance")],
        ),
        (
            "“Nobody counted them,” said the harbour master of Leem, Tom Vance.",
            &[("Nobody counted them,", "Tom Vance")],
        ),
    ]);
}

#[test]
fn several_speak_with_a_verb_in_the_plain_form() {
    check(&[(
        "His critics in the harbour, many of them skippers, argue that Tom Vance is “no sailor at all”.",
        &[("no sailor at all", "His critics in the harbour")],
    )]);
}

#[test]
fn the_verb_opens_the_sentence() {
    check(&[
        (
            "Tom Vance counted the nets. Added Oyelaran: “He counted them twice.”",
            &[("He counted them twice.", "Oyelaran")],
        ),
        (
            "As Marta Oyelaran put it, the survey was “a very long joke”.",
            &[("a very long joke", "Marta Oyelaran")],
        ),
    ]);
}

#[test]
fn whose_claim_it_is() {
    known_misses(&[(
        "The council looked into Marta Oyelaran’s claim that the nets were “thirty years old”.",
        &[("thirty years old", "Marta Oyelaran")],
    )]);
}
