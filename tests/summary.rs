//! Which sentences a summary takes, and which it must not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use briefing::briefing::{Article, CleanText, Written};
use briefing::extract::{Options, extract};

fn points_titled(title: &str, text: &str, points: usize) -> Vec<String> {
    let article = Article {
        title: (!title.is_empty()).then(|| CleanText::line(title)),
        text: CleanText::new(text),
        ..Article::default()
    };
    let briefing = extract(article, Written::default(), &Options { points });
    let text = &briefing.article.text;
    for point in &briefing.summary.items {
        assert_eq!(point.span.unwrap().of(text), point.text.as_str());
    }
    briefing
        .summary
        .items
        .iter()
        .map(|point| point.text.to_string())
        .collect()
}

fn points(text: &str, points: usize) -> Vec<String> {
    points_titled("", text, points)
}

const BRIDGE: &str = "The Kelmar bridge was closed on Monday after a crack was found in a main cable. \
    Engineers found the crack during a routine check. \
    Ferries took over most of the traffic across the sound. \
    A baker in the village sold more rolls than usual. \
    The bridge will stay closed until the cable is replaced.";

#[test]
fn it_opens_with_the_gist() {
    assert!(points(BRIDGE, 1)[0].starts_with("The Kelmar bridge was closed"));
}

/// The summary with a `*` before its gist.
fn marked(text: &str, points: usize) -> Vec<String> {
    let article = Article {
        text: CleanText::new(text),
        ..Article::default()
    };
    let briefing = extract(article, Written::default(), &Options { points });
    let mark = |gist: bool| if gist { "*" } else { "" };
    let points = briefing.summary.items.iter();
    points
        .map(|point| format!("{}{}", mark(point.gist), point.text))
        .collect()
}

#[test]
fn one_sentence_is_the_gist_and_stands_first() {
    for count in 1..=4 {
        let found = marked(BRIDGE, count);
        assert!(found[0].starts_with("*The Kelmar bridge was closed"), "{found:?}");
        assert!(
            !found[1..].iter().any(|point| point.starts_with('*')),
            "{found:?}"
        );
    }
}

#[test]
fn it_has_at_most_the_points_asked_for() {
    assert_eq!(points(BRIDGE, 3).len(), 3);
    assert_eq!(points(BRIDGE, 0).len(), 0);
    assert_eq!(points("The bridge was closed on Monday evening.", 4).len(), 1);
    assert_eq!(points("", 4).len(), 0);
}

#[test]
fn it_stands_in_the_order_of_the_article() {
    let found = points(BRIDGE, 3);
    let places: Vec<_> = found
        .iter()
        .map(|point| BRIDGE.find(point.as_str()).unwrap())
        .collect();
    assert!(places.is_sorted(), "{found:?}");
}

#[test]
fn it_takes_whole_carrier_sentences() {
    let found = points(
        "“It broke. We saw it,” the engineer Ada Holm said on Monday. More was to come of it later on.",
        1,
    );
    assert_eq!(
        found,
        ["“It broke. We saw it,” the engineer Ada Holm said on Monday."]
    );
}

#[test]
fn a_dateline_is_left_out() {
    let found = points(
        "LUND, Sept 5 (Norpress) - The bridge at Kelmar was closed after a crack was found.",
        1,
    );
    assert_eq!(
        found,
        ["The bridge at Kelmar was closed after a crack was found."]
    );
}

#[test]
fn a_title_that_stands_in_the_text_again_is_no_point() {
    let text = "Kelmar bridge closed after crack is found.\n\nThe authority shut the crossing late on Monday evening.";
    let found = points_titled("Kelmar bridge closed after crack is found", text, 2);
    assert_eq!(found, ["The authority shut the crossing late on Monday evening."]);
}

#[test]
fn headings_captions_and_lists_are_no_points() {
    let text = "What the engineers found last week\n\nThe bridge was closed on Monday after a crack was found.\n\n\
        The bridge as seen from the shore in spring\n\nFerries took over most of the traffic across the sound.";
    assert_eq!(
        points(text, 4),
        [
            "The bridge was closed on Monday after a crack was found.",
            "Ferries took over most of the traffic across the sound.",
        ]
    );
}

#[test]
fn questions_are_no_points() {
    let text = "Why was the Kelmar bridge closed on Monday? The Kelmar bridge was closed because a cable had cracked.";
    assert_eq!(
        points(text, 2),
        ["The Kelmar bridge was closed because a cable had cracked."]
    );
}

#[test]
fn a_bare_quote_needs_its_speaker() {
    let text = "The Kelmar bridge was closed on Monday after a crack was found.\n\n\
        “The bridge at Kelmar is a bridge like any other bridge in Kelmar.”";
    assert_eq!(
        points(text, 2),
        ["The Kelmar bridge was closed on Monday after a crack was found."]
    );
}

#[test]
fn a_sentence_that_leans_comes_with_the_one_before_or_not_at_all() {
    let text = "The Kelmar bridge was closed on Monday after a crack was found in a cable.\n\n\
        Trains in the far north ran late because of heavy snow on the old line.\n\n\
        But he refused to close the bridge at Kelmar, and the bridge stayed open.";
    for count in 1..3 {
        let found = points(text, count);
        assert!(!found.iter().any(|point| point.starts_with("But")), "{found:?}");
    }
}

#[test]
fn an_interview_gives_answers_with_their_label_and_no_questions() {
    let text = "Harrow: You came to the old yard at Kelmar when you were very young?\n\n\
        Holm: The old yard at Kelmar was the only place that would have me.\n\n\
        Harrow: Would you say that the yard at Kelmar has changed?\n\n\
        Holm: The yard at Kelmar has changed more than the people in it have.";
    assert_eq!(
        points(text, 2),
        [
            "Holm: The old yard at Kelmar was the only place that would have me.",
            "Holm: The yard at Kelmar has changed more than the people in it have.",
        ]
    );
}

#[test]
fn an_interview_in_questions_and_answers_gives_no_questions_either() {
    let text = "Ada Holm has run the yard at Kelmar for thirty years and will leave it in the spring.\n\n\
        Q. You came to the old yard at Kelmar when you were very young?\n\n\
        A. The old yard at Kelmar was the only place that would have me.\n\n\
        Q. Tell me whether you would say that the yard at Kelmar has changed. Has it?\n\n\
        A. The yard at Kelmar has changed more than the people in it have.";
    let points = points(text, 4);
    assert!(points.iter().all(|point| !point.starts_with("Q.")), "{points:?}");
    assert!(
        points.iter().any(|point| point.contains("more than the people")),
        "{points:?}"
    );
    assert!(
        points.iter().all(|point| !point.starts_with("Tell me")),
        "{points:?}"
    );
}

/// Sentences that no summary takes unless the one before them is taken, each after one that nobody would take.
#[test]
fn a_pronoun_whose_name_is_not_told_is_no_point() {
    const FIRST: &str =
        "The Kelmar bridge was closed on Monday after a crack was found in a cable of the bridge.";
    const ASIDE: &str = "Ada Holm likes rolls.";
    for leaning in [
        "On Monday he closed the Kelmar bridge because of the crack in the cable.",
        "In the end, she refused to open the Kelmar bridge with a crack in the cable.",
        "And so we closed the Kelmar bridge because of the crack in the cable.",
        "The Kelmar bridge is a bridge that I would close for a crack in the cable.",
        "The cable of the Kelmar bridge is one we’ll never trust again for its crack.",
    ] {
        let text = format!("{FIRST}\n\n{ASIDE} {leaning}");
        assert_eq!(points(&text, 2)[0], FIRST, "{leaning}");
        assert!(
            !points(&text, 2).iter().any(|point| point == leaning),
            "{leaning}"
        );
    }
    for standing in [
        "Ada Holm said that she would close the Kelmar bridge because of the crack in the cable.",
        "“We will close the Kelmar bridge because of its crack,” said the mayor of Kelmar, Ada Holm.",
    ] {
        let text = format!("{FIRST}\n\n{ASIDE} {standing}");
        assert!(
            points(&text, 2).iter().any(|point| point == standing),
            "{standing}"
        );
    }
}

#[test]
fn a_caption_with_a_full_stop_is_no_point() {
    const NEWS: &str = "The Kelmar bridge was closed on Monday after a crack was found in a cable.";
    for caption in [
        "The Kelmar bridge in the evening light, with the crack in the cable.",
        "Divers at the Kelmar bridge with a cable of the bridge that broke.",
    ] {
        let text = format!("{caption}\n\n{NEWS}");
        assert_eq!(points(&text, 2), [NEWS], "{caption}");
    }
}

#[test]
fn what_is_told_in_the_first_person_throughout_has_a_summary() {
    let found = points(
        "We closed the bridge at Kelmar on Monday. I had seen the crack in the cable.",
        2,
    );
    assert_eq!(found[0], "We closed the bridge at Kelmar on Monday.");
}

#[test]
fn a_quote_said_by_a_pronoun_does_not_open_the_summary() {
    let text = "“The bridge at Kelmar is old,” she said, looking at the bridge at Kelmar. \
        The bridge at Kelmar was closed on Monday after a crack was found.";
    assert_eq!(
        points(text, 1),
        ["The bridge at Kelmar was closed on Monday after a crack was found."]
    );
}

#[test]
fn what_was_said_is_not_said_again() {
    let text = "The Kelmar bridge was closed on Monday after engineers found a crack in the main cable. \
        On Monday the Kelmar bridge was closed after engineers found a crack in the main cable. \
        Ferries will carry the traffic for at least three months.";
    let found = points(text, 2);
    assert!(found[1].starts_with("Ferries"), "{found:?}");
}

#[test]
fn an_article_of_nothing_but_fragments_still_has_a_summary() {
    assert_eq!(points("Bridge closed", 4), ["Bridge closed"]);
}
