//! Speakers who are no single named person: documents, bodies, groups; people of one surname; verbs that no list has.

use crate::{check, known_misses};

#[test]
fn documents_speak() {
    check(&[
        (
            "“The nets were worn,” the report said.",
            &[("The nets were worn,", "the report")],
        ),
        (
            "The report says the nets were “worn and badly knotted”.",
            &[("worn and badly knotted", "The report")],
        ),
        (
            "According to the report, the nets were “worn and badly knotted”.",
            &[("worn and badly knotted", "the report")],
        ),
        (
            "“Nobody may dive alone,” the law states.",
            &[("Nobody may dive alone,", "the law")],
        ),
        (
            "The letter reads: “Nobody may dive alone.”",
            &[("Nobody may dive alone.", "The letter")],
        ),
        (
            "The sign on the quay reads, “Nobody may dive alone.”",
            &[("Nobody may dive alone.", "The sign on the quay")],
        ),
        (
            "The lawsuit alleges the harbour was “a trap for divers”.",
            &[("a trap for divers", "The lawsuit")],
        ),
    ]);
}

#[test]
fn groups_speak() {
    check(&[
        (
            "“The nets were worn,” two officials said.",
            &[("The nets were worn,", "two officials")],
        ),
        (
            "“The nets were worn,” said several divers.",
            &[("The nets were worn,", "several divers")],
        ),
        (
            "Protesters chanted “No more nets!” on the quay.",
            &[("No more nets!", "Protesters")],
        ),
        (
            "“The nets were worn,” a harbour official said on condition of anonymity.",
            &[("The nets were worn,", "a harbour official")],
        ),
        (
            "The Harbour Council said the nets were “worn and badly knotted”.",
            &[("worn and badly knotted", "Harbour Council")],
        ),
        (
            "Critics say the nets are “worn and badly knotted”.",
            &[("worn and badly knotted", "Critics")],
        ),
    ]);
}

#[test]
fn people_who_share_a_surname() {
    check(&[
        (
            "Tom Vance and his sister Ann Vance own the boat. “It leaks,” Ann Vance said. “It does not,” Tom Vance said.",
            &[("It leaks,", "Ann Vance"), ("It does not,", "Tom Vance")],
        ),
        (
            "Tom Vance owns the boat, and Ann Vance sails it.\n\n“It leaks,” she said.\n\n“It does not,” he said.",
            &[("It leaks,", "Ann Vance"), ("It does not,", "Tom Vance")],
        ),
        (
            "Tom Vance owns the boat, and Ann Vance sails it.\n\n“It leaks,” Mrs. Vance said.\n\n“It does not,” Mr. Vance said.",
            &[("It leaks,", "Ann Vance"), ("It does not,", "Tom Vance")],
        ),
        (
            "Tom Vance owns the boat, and Ann Vance sails it.\n\n“It leaks,” Ann said.\n\n“It does not,” Tom said.",
            &[("It leaks,", "Ann Vance"), ("It does not,", "Tom Vance")],
        ),
    ]);
}

#[test]
fn verbs_that_no_list_has() {
    check(&[
        (
            "“The nets came up empty,” Tom Vance grunted.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "“The nets came up empty,” shrugged Tom Vance.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
        (
            "“The nets came up empty,” Vance rasped. Tom Vance runs the harbour.",
            &[("The nets came up empty,", "Tom Vance")],
        ),
    ]);
}

#[test]
fn known_misses_of_sources() {
    // A verb that no list has, beside somebody without a name.
    known_misses(&[(
        "“The nets came up empty,” croaked the harbour master.",
        &[("The nets came up empty,", "the harbour master")],
    )]);
}
