//! What happened when: which clause a date belongs to, and which dates date nothing.
//!
//! Unless a case says otherwise the article was published on Thursday 4 September 2025.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use briefing::briefing::{Article, Briefing, CleanText, TimexValue, Written};
use briefing::extract::{Options, extract};

fn brief(text: &str) -> Briefing {
    let article = Article {
        text: CleanText::new(text),
        published: Some("2025-09-04".parse::<jiff::civil::Date>().unwrap().into()),
        ..Article::default()
    };
    extract(article, Written::default(), &Options::default())
}

/// The timeline of `text` as lines of `date: words`.
fn timeline(text: &str) -> Vec<String> {
    let events = brief(text).timeline.items;
    events
        .iter()
        .map(|event| format!("{}: {}", event.date.as_str(), event.text.as_str()))
        .collect()
}

fn check(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (timeline(text), text, expected))
        .filter(|(found, _, expected)| found != *expected)
        .map(|(found, text, expected)| format!("{text}\n  expected {expected:?}\n  found    {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn an_event_is_the_sentence_of_its_date() {
    check(&[
        (
            "The old harbour was closed on Monday.",
            &["2025-09-01: The old harbour was closed on Monday."],
        ),
        (
            "On Monday, the old harbour was closed.",
            &["2025-09-01: The old harbour was closed."],
        ),
        (
            "But on Monday the harbour was closed.",
            &["2025-09-01: The harbour was closed."],
        ),
    ]);
}

#[test]
fn the_date_of_a_statement_keeps_the_statement_whole() {
    check(&[
        (
            "Mayor Tilda Brandt said on Wednesday that the bridge had been closed.",
            &["2025-09-03: Mayor Tilda Brandt said on Wednesday that the bridge had been closed."],
        ),
        (
            "The previous day, Mayor Tilda Brandt, speaking in Lund, said the bridge was safe.",
            &["2025-09-03: Mayor Tilda Brandt, speaking in Lund, said the bridge was safe."],
        ),
    ]);
}

#[test]
fn what_was_said_to_have_happened_stands_without_its_attribution() {
    check(&[
        (
            "Mayor Tilda Brandt said that the bridge would reopen in October.",
            &["2025-10: The bridge would reopen in October."],
        ),
        (
            "The bridge was closed on Monday, according to the police.",
            &["2025-09-01: The bridge was closed on Monday"],
        ),
        (
            "The bridge was closed on Monday, the mayor said.",
            &["2025-09-01: The bridge was closed on Monday"],
        ),
        (
            "Mayor Tilda Brandt said the bridge would reopen in October.",
            &["2025-10: The bridge would reopen in October."],
        ),
        // No clause opens behind the verb.
        (
            "The yard is gone, said Tilda Brandt, who had seen it in May.",
            &["2025-05: [Tilda Brandt] had seen it in May."],
        ),
    ]);
}

#[test]
fn of_two_things_said_each_stands_alone() {
    check(&[(
        "Tilda Brandt said that the yard had burnt in January and that the repair would be dear.",
        &["2025-01: The yard had burnt in January"],
    )]);
}

#[test]
fn answers_in_an_interview_are_speech() {
    check(&[(
        "Ada Holm took over the yard in 2019.\n\nHarrow: When did you begin?\n\nHolm: I came here in 1999.\n\n\
         Harrow: And why?\n\nHolm: My aunt was ill in 1999.",
        &["2019: Ada Holm took over the yard in 2019."],
    )]);
}

#[test]
fn what_was_denied_keeps_the_denial() {
    check(&[(
        "Brandt denied that she had met the builder in May.",
        &["2025-05: Brandt denied that she had met the builder in May."],
    )]);
}

#[test]
fn a_stretch_of_days_dates_what_is_told_of_it() {
    check(&[
        (
            "The Lund fair was held 31 May-2 June.",
            &["2025-05-31: The Lund fair was held 31 May-2 June."],
        ),
        ("The council discussed the May 3-5 fair at length.", &[]),
    ]);
}

#[test]
fn two_clauses_with_their_own_dates_are_two_events() {
    check(&[
        (
            "The bridge was closed on Monday and the ferry was stopped on Tuesday.",
            &[
                "2025-09-01: The bridge was closed on Monday",
                "2025-09-02: The ferry was stopped on Tuesday.",
            ],
        ),
        (
            "The firm lowered its targets for the second time this year on Wednesday.",
            &["2025-09-03: The firm lowered its targets for the second time this year on Wednesday."],
        ),
    ]);
}

#[test]
fn a_relative_clause_is_not_the_main_event() {
    check(&[
        (
            "The bridge, which was opened in 1961 by the king, has two towers.",
            &["1961: [The bridge] was opened in 1961 by the king"],
        ),
        (
            "But the old bridge, which recently reopened in May, has two towers.",
            &["2025-05: [The old bridge] recently reopened in May"],
        ),
        (
            "The death of Mayor Tilda Brandt, who took office in 1990, was a blow.",
            &["1990: [Tilda Brandt] took office in 1990"],
        ),
        (
            "The bridge was praised by the mayor of Paris, who took office in 1990.",
            &[],
        ),
        (
            "The bridge was praised by Tilda Brandt, who took office in 1990.",
            &["1990: [Tilda Brandt] took office in 1990."],
        ),
        (
            "During a debate that was held on Monday, the yard was praised.",
            &[],
        ),
        ("The firm expects less than the sum it forecast in July.", &[]),
    ]);
}

#[test]
fn a_pronoun_is_told_by_the_name_it_stands_for() {
    check(&[
        (
            "Mayor Tilda Brandt is no friend of the bridge. She closed the old harbour on Monday.",
            &["2025-09-01: [Tilda Brandt] closed the old harbour on Monday."],
        ),
        (
            "Mayor Tilda Brandt is no friend of the bridge. Her office closed the harbour on Monday.",
            &["2025-09-01: [Tilda Brandt’s] office closed the harbour on Monday."],
        ),
        (
            "Tilda Brandt said that she would close the harbour in October.",
            &["2025-10: [Tilda Brandt] would close the harbour in October."],
        ),
        (
            "The Kelmar Harbour Authority said it would close the harbour in October.",
            &["2025-10: [Kelmar Harbour Authority] would close the harbour in October."],
        ),
        // Nobody is named whom it could stand for.
        (
            "A crack ran through the cable. It had grown wider on Monday.",
            &["2025-09-01: It had grown wider on Monday."],
        ),
    ]);
}

#[test]
fn who_is_told_of_is_in_the_event() {
    for (text, names) in [
        (
            "Tilda Brandt is no friend of the bridge. She closed the harbour on Monday.",
            &["Tilda Brandt"][..],
        ),
        (
            "Tilda Brandt, who met Ada Holm in May, is ill.",
            &["Tilda Brandt", "Ada Holm"],
        ),
    ] {
        let briefing = brief(text);
        let [event] = briefing.timeline.items.as_slice() else {
            panic!("one event: {:?}", briefing.timeline.items);
        };
        let found: Vec<_> = event
            .actors
            .iter()
            .map(|id| briefing.actor(id).unwrap().name.as_str())
            .collect();
        assert_eq!(found, names, "{text}");
    }
}

#[test]
fn dates_that_only_bound_or_compare_make_no_event() {
    check(&[
        ("The shares were at their lowest since May 2020.", &[]),
        ("The shop will be closed until Friday.", &[]),
        ("Profit rose by 4% from a year earlier.", &[]),
        ("Profit fell from $9 million in the same period of 2023.", &[]),
        ("The club has had four homes since its founding in 1949.", &[]),
        ("The dangers of the road today are plain to all.", &[]),
    ]);
}

#[test]
fn dates_within_names_make_no_event() {
    check(&[
        ("The council discussed the 2015 Harbour Accord.", &[]),
        ("The council discussed Tuesday's fire at length.", &[]),
        ("The council discussed the July 8 ruling at length.", &[]),
        (
            "The council thanked Ada Holm, 2015 winner of the harbour prize.",
            &[],
        ),
        ("The council compared the 2008 and 2012 plans with care.", &[]),
    ]);
}

#[test]
fn what_is_quoted_or_asked_makes_no_event_of_its_own() {
    check(&[
        ("“We sold the yard in 2019,” she said.", &[]),
        ("Who closed the bridge on Monday?", &[]),
        (
            "“We are ready,” Brandt said on Monday.",
            &["2025-09-01: “We are ready,” Brandt said on Monday."],
        ),
    ]);
}

#[test]
fn a_condition_is_no_event() {
    check(&[(
        "The town would gain a seat if the voters choose Holm in November.",
        &[],
    )]);
}

#[test]
fn a_dateline_dates_nothing_and_is_in_no_event() {
    check(&[(
        "LUND, Sept. 3 (Norpress) - The bridge at Kelmar was closed on Monday.",
        &["2025-09-01: The bridge at Kelmar was closed on Monday."],
    )]);
}

#[test]
fn events_stand_in_order_of_date_then_of_the_text() {
    check(&[(
        "The bridge was shut on Wednesday. The crack was found on Monday. A ferry sank on Wednesday.",
        &[
            "2025-09-01: The crack was found on Monday.",
            "2025-09-03: The bridge was shut on Wednesday.",
            "2025-09-03: A ferry sank on Wednesday.",
        ],
    )]);
}

#[test]
fn what_is_told_twice_is_one_event() {
    check(&[(
        "The harbour bridge was closed on Monday. Traffic slowed. The bridge in the harbour was closed on Monday.",
        &["2025-09-01: The harbour bridge was closed on Monday."],
    )]);
    check(&[
        // Told of a part of the day, it is the same day's.
        (
            "The harbour bridge was closed on Monday night. Traffic slowed. The harbour bridges were closing on Monday.",
            &["2025-09-01TNI: The harbour bridge was closed on Monday night."],
        ),
        // The same people do the same.
        (
            "Tilda Brandt attacked Ada Holm for her plans on Monday. A gull cried. \
             Without a word of warning Tilda Brandt attacked Ada Holm on Monday at the end of a long debate.",
            &["2025-09-01: Tilda Brandt attacked Ada Holm for her plans on Monday."],
        ),
        // The same people do something else.
        (
            "Tilda Brandt attacked Ada Holm on Monday. Ada Holm answered Tilda Brandt on Monday.",
            &[
                "2025-09-01: Tilda Brandt attacked Ada Holm on Monday.",
                "2025-09-01: Ada Holm answered Tilda Brandt on Monday.",
            ],
        ),
        // The same of somebody else.
        (
            "The Lund fair was opened on Monday. The Kelmar fair was opened on Monday.",
            &[
                "2025-09-01: The Lund fair was opened on Monday.",
                "2025-09-01: The Kelmar fair was opened on Monday.",
            ],
        ),
        // The same on another day.
        (
            "The harbour bridge was closed on Monday. The harbour bridge was closed on Tuesday.",
            &[
                "2025-09-01: The harbour bridge was closed on Monday.",
                "2025-09-02: The harbour bridge was closed on Tuesday.",
            ],
        ),
    ]);
}

/// The dates of the events that are background, and of those that are not.
fn folded(text: &str) -> (Vec<String>, Vec<String>) {
    let events = brief(text).timeline.items;
    let dates = |background: bool| {
        let events = events.iter().filter(|event| event.background == background);
        events.map(|event| event.date.as_str().to_owned()).collect()
    };
    (dates(true), dates(false))
}

#[test]
fn what_lies_well_before_the_story_is_background() {
    for (text, earlier, story) in [
        (
            "The bridge was closed on Monday. It was opened in 1961. The king came in May 1961 and again in 2003. \
             The ferry was stopped on Tuesday. The yard was sold in January. The mayor left on Wednesday.",
            &["1961", "1961-05"][..],
            &["2025-01", "2025-09-01", "2025-09-02", "2025-09-03"][..],
        ),
        // Last year without a month is background, the end of it is not.
        (
            "The yard was sold in 2024. The bridge was closed in December 2024. The ferry was stopped on Tuesday.",
            &["2024"],
            &["2024-12", "2025-09-02"],
        ),
        // What is yet to come is never background.
        (
            "The bridge was closed on Monday. The tunnel will be opened in 2031.",
            &[],
            &["2025-09-01", "2031"],
        ),
        // Where most of what is told is long past, that is the story.
        (
            "Ada Holm was born in Lund in 1931. She took over the yard in 1960. Ada Holm died on Monday.",
            &[],
            &["1931", "1960", "2025-09-01"],
        ),
    ] {
        let (found_earlier, found_story) = folded(text);
        assert_eq!(found_earlier, earlier, "{text}");
        assert_eq!(found_story, story, "{text}");
    }
}

#[test]
fn an_event_points_at_its_words_its_date_and_its_actors() {
    let briefing = brief("Mayor Tilda Brandt opened the yard on Monday. Nobody else came.");
    let [event] = briefing.timeline.items.as_slice() else {
        panic!("one event: {:?}", briefing.timeline.items);
    };
    let text = &briefing.article.text;
    assert_eq!(
        event.span.unwrap().of(text),
        "Mayor Tilda Brandt opened the yard on Monday."
    );
    assert_eq!(event.date_span.unwrap().of(text), "Monday");
    let names: Vec<_> = event
        .actors
        .iter()
        .map(|id| briefing.actor(id).unwrap().name.as_str())
        .collect();
    assert_eq!(names, ["Tilda Brandt"]);
}

/// When the quotes of `text` were said; `-` where the text does not tell. Quotes in a row with the same answer count once.
fn said_on(text: &str) -> Vec<String> {
    let quotes = brief(text).quotes.items;
    let day = |date: Option<TimexValue>| date.map_or("-".to_owned(), |date| date.as_str().to_owned());
    let mut days: Vec<String> = quotes.into_iter().map(|quote| day(quote.said_on)).collect();
    days.dedup();
    days
}

fn check_said(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (said_on(text), text, expected))
        .filter(|(found, _, expected)| found != *expected)
        .map(|(found, text, expected)| format!("{text}\n  expected {expected:?}\n  found    {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_quote_knows_when_it_was_said() {
    check_said(&[
        (
            "“The bridge will be safe again,” Tilda Brandt said on Wednesday.",
            &["2025-09-03"],
        ),
        (
            "“The bridge will be safe again,” Tilda Brandt told reporters in Lund on 3 May.",
            &["2025-05-03"],
        ),
        (
            "“The bridge will be safe again,” Tilda Brandt told Radio Lund last week.",
            &["2025-W35"],
        ),
        (
            "On Monday, Tilda Brandt said: “The bridge will be safe again.”",
            &["2025-09-01"],
        ),
        (
            "Tilda Brandt said on Wednesday that the bridge would be safe again.",
            &["2025-09-03"],
        ),
        (
            "Tilda Brandt said on Wednesday that the bridge was “safe again”.",
            &["2025-09-03"],
        ),
        ("“The bridge will be safe again,” Tilda Brandt said.", &["-"]),
    ]);
}

#[test]
fn what_goes_on_was_said_on_the_same_day() {
    check_said(&[
        (
            "“The yard is sold,” Tilda Brandt said on Monday. “It is gone.”",
            &["2025-09-01"],
        ),
        (
            "“The yard,” Tilda Brandt said on Monday, “is sold.”",
            &["2025-09-01"],
        ),
        (
            "“The yard is sold,” Tilda Brandt said on Monday. A gull cried. “It rained,” she said.",
            &["2025-09-01", "-"],
        ),
    ]);
}

#[test]
fn an_occasion_dates_what_is_said_there() {
    check_said(&[
        (
            "In a speech on Monday in Lund, Sweden, Tilda Brandt said the yard was sold.",
            &["2025-09-01"],
        ),
        (
            "Speaking to Radio Lund on Monday, Tilda Brandt said: “The yard is sold.”",
            &["2025-09-01"],
        ),
        (
            "“The yard is sold,” Tilda Brandt said in an interview published on Sunday.",
            &["2025-08-31"],
        ),
        (
            "During Monday's debate, Tilda Brandt said the yard was sold.",
            &["2025-09-01"],
        ),
        (
            "“The yard is sold,” Tilda Brandt said in Tuesday's interview.",
            &["2025-09-02"],
        ),
        (
            "Tilda Brandt said in an interview published on Sunday that the yard was sold.",
            &["2025-08-31"],
        ),
        (
            "Tilda Brandt, in an interview published on Sunday, said that the yard was sold.",
            &["2025-08-31"],
        ),
        (
            "In an interview published on Sunday Mayor Tilda Brandt said the yard was sold.",
            &["2025-08-31"],
        ),
        (
            "Tilda Brandt, who was born in 1960, said that the yard was sold.",
            &["-"],
        ),
        // The finer date is that of the saying.
        (
            "Tilda Brandt said for the second time this year on Monday that the yard was sold.",
            &["2025-09-01"],
        ),
        (
            "Tilda Brandt argued that the yard was “sold for nothing” in a speech in Lund on Friday.",
            &["2025-08-29"],
        ),
        (
            "Tilda Brandt wrote to the crew on Monday, telling them: “The yard is sold.”",
            &["2025-09-01"],
        ),
        (
            "“The yard is sold,” Tilda Brandt told reporters in Lund, Ohio, on Monday.",
            &["2025-09-01"],
        ),
    ]);
}

#[test]
fn a_date_of_something_else_is_not_when_it_was_said() {
    check_said(&[
        (
            "“The bridge will be safe again,” Tilda Brandt said of the crack that was found on Monday.",
            &["-"],
        ),
        ("Tilda Brandt said the vote on Friday was a farce.", &["-"]),
        ("Tilda Brandt said that the yard was sold on Monday.", &["-"]),
        (
            "Tilda Brandt said on Wednesday that the yard would close on Friday.",
            &["2025-09-03"],
        ),
        ("“We closed on Monday,” Tilda Brandt said.", &["-"]),
        (
            "Tilda Brandt left Lund in 2000, but she said the yard was “a good place”.",
            &["-"],
        ),
        (
            "“The yard is dear to us,” said Tilda Brandt, who promised to sell it on Monday.",
            &["-"],
        ),
        ("Tilda Brandt recently said the yard was sold.", &["-"]),
    ]);
}

#[test]
fn a_round_up_of_places_is_no_interview() {
    let text = ["Oslo", "Bergen", "Narvik", "Bodo", "Molde"]
        .map(|place| format!("{place}: The city opened the Loren bridge on 4 May 2024."))
        .join("\n\n");
    let article = Article {
        text: CleanText::new(&text),
        ..Article::default()
    };
    let briefing = extract(article, Written::default(), &Options::default());
    assert_eq!(
        briefing.timeline.items.first().map(|event| event.date.as_str()),
        Some("2024-05-04")
    );
}
