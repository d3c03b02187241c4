//! Tweets, posts, letters and statements.

use crate::{check, known_misses};

#[test]
fn tweets_and_posts() {
    check(&[
        (
            "Tom Vance tweeted: “The nets came up empty.”",
            &[("The nets came up empty.", "Tom Vance")],
        ),
        (
            "“The nets came up empty,” Tom Vance tweeted on Monday.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "“The nets came up empty,” Vance wrote on Facebook. Tom Vance runs the harbour.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "In a tweet, Tom Vance called the nets “old and torn”.",
            &[("old and torn", "Tom Vance")],
        ),
    ]);
}

#[test]
fn what_is_passed_on() {
    known_misses(&[(
        "Tom Vance retweeted a post that read: “The nets came up empty.”",
        &[("The nets came up empty.", "a post")],
    )]);
}

#[test]
fn statements_and_letters() {
    check(&[
        (
            "In a statement, Tom Vance said: “The nets came up empty.”",
            &[("The nets came up empty.", "Tom Vance")],
        ),
        (
            "“The nets came up empty,” the council said in a statement.",
            &[("The nets came up empty,", "the council")],
        ),
        (
            "“The nets came up empty,” Tom Vance wrote in a letter to the council.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "“The nets came up empty,” said a statement from the council.",
            &[("The nets came up empty,", "a statement from the council")],
        ),
        (
            "In his letter, Vance complained of “old and torn” nets. Tom Vance runs the harbour.",
            &[("old and torn", "Tom Vance")],
        ),
    ]);
}

#[test]
fn interviews_in_other_media() {
    check(&[
        (
            "“The nets came up empty,” Tom Vance told Harbour Radio.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "In an interview with Harbour Radio, Tom Vance said the nets were “rags”.",
            &[("rags", "Tom Vance")],
        ),
        (
            "Asked about the nets, Tom Vance said: “They came up empty.”",
            &[("They came up empty.", "Tom Vance")],
        ),
        (
            "Asked whether the nets were new, Tom Vance said they were “rags”.",
            &[("rags", "Tom Vance")],
        ),
        (
            "“The nets came up empty,” Tom Vance told reporters.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "Speaking to reporters in Lisbon, Tom Vance said the nets “came up empty”.",
            &[("came up empty", "Tom Vance")],
        ),
    ]);
}

#[test]
fn known_misses_of_posts_and_statements() {
    known_misses(&[
        // A hashtag as a word.
        ("Tom Vance used the hashtag “#emptynets” on Monday.", &[]),
        // What a pronoun for a paper stands for.
        (
            "Tom Vance issued a statement on Monday. “The nets came up empty,” it read.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        // The name that a post is signed with, inside the marks.
        (
            "“The nets came up empty. — Tom Vance (@tomvance)” was seen by thousands.",
            &[("The nets came up empty. — Tom Vance (@tomvance)", "Tom Vance")],
        ),
    ]);
}
