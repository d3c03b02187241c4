//! Who “he”, “she” and “the minister” are.

use crate::{check, known_misses};

#[test]
fn a_pronoun_is_the_last_one_named_of_its_gender() {
    check(&[
        (
            "Maria Santos met the crew on Monday.\n\n“They were tired,” she said.",
            &[("They were tired,", "Maria Santos")],
        ),
        (
            "Robert Hale insisted that the pumps were new.\n\n“Why would they fail?” he said.",
            &[("Why would they fail?", "Robert Hale")],
        ),
        (
            "Maria Santos met Robert Hale on Monday.\n\n“He was tired,” she said.",
            &[("He was tired,", "Maria Santos")],
        ),
        (
            "Maria Santos met Robert Hale on Monday.\n\n“She was tired,” he said.",
            &[("She was tired,", "Robert Hale")],
        ),
    ]);
}

#[test]
fn a_subject_is_likelier_than_an_object() {
    check(&[(
        "Robert Hale dismissed the findings of Peter Lund on Monday.\n\n“They are wrong,” he said.",
        &[("They are wrong,", "Robert Hale")],
    )]);
}

#[test]
fn names_inside_quotes_are_talked_about() {
    check(&[(
        "Robert Hale defended the pumps. “Peter Lund never saw them,” he said.",
        &[("Peter Lund never saw them,", "Robert Hale")],
    )]);
}

#[test]
fn somebody_without_a_name_has_a_pronoun_too() {
    check(&[(
        "“The road is shut,” a police spokeswoman said. “It may open on Friday,” she added.",
        &[
            ("The road is shut,", "a police spokeswoman"),
            ("It may open on Friday,", "a police spokeswoman"),
        ],
    )]);
}

#[test]
fn a_role_stands_for_whom_it_introduced() {
    check(&[(
        "Transport Minister Maria Santos opened the bridge.\n\n“It is safe,” the minister said.",
        &[("It is safe,", "Maria Santos")],
    )]);
}

#[test]
fn a_surname_stands_for_the_full_name() {
    check(&[(
        "Maria Santos opened the bridge.\n\n“It is safe,” Santos said.",
        &[("It is safe,", "Maria Santos")],
    )]);
}

#[test]
fn a_subject_has_its_verb_past_what_belongs_to_it() {
    check(&[(
        "Robert Hale of the harbour board met Peter Lund on Monday.\n\n“They are wrong,” he said.",
        &[("They are wrong,", "Robert Hale")],
    )]);
}

#[test]
fn whoever_is_introduced_speaks_next() {
    known_misses(&[(
        "Maria Santos has run the harbour for years. That worries Ingrid Lund, the head of the crew’s union.\n\n“Nobody \
         asks us,” she said.",
        &[("Nobody asks us,", "Ingrid Lund")],
    )]);
}
