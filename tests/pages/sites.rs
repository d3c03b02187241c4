//! Headlines, and names of sites that are none.

use crate::{page, read};

const HEADLINE: &str = "Captain keeps ferry in the harbour";

fn title(head: &str, around: &str, before: &str) -> String {
    let html = page(head, before, "").replace("<body>", &format!("<body>{around}"));
    read(&html)
        .title
        .map_or_else(String::new, |title| title.to_string())
}

#[test]
fn a_heading_that_is_the_sign_of_the_site_is_no_headline() {
    let window = format!("<title>{HEADLINE} - The Mellby Post</title>");
    let bare = format!("<title>{HEADLINE}</title>");
    let second = format!("<h2>{HEADLINE}</h2>");
    for (head, around, before) in [
        (&window, "<h1>The Mellby Post</h1>", &second),
        (
            &window,
            "<header><h1 class=logo><a href='/'>The Mellby Post</a></h1></header>",
            &second,
        ),
        (
            &window,
            "<header><h1><a href='/'>The Mellby Post</a></h1></header>",
            &String::new(),
        ),
        (&bare, "<header><h1><a>The Mellby Post</a></h1></header>", &second),
        (&bare, "<h1 class='site-title'>Mellby</h1>", &String::new()),
    ] {
        assert_eq!(title(head, around, before), HEADLINE, "{head} {around} {before}");
    }
    // A short headline may have a longer heading below it.
    let head = "<title>Ferry stops – why nobody sails today</title>";
    assert_eq!(
        title(head, "", "<h1>Ferry stops at noon</h1><h2>Nobody sails</h2>"),
        "Ferry stops at noon"
    );
}

#[test]
fn the_site_and_the_section_are_no_part_of_a_headline() {
    let home = "<header><a href='/'>The Mellby Post</a></header>";
    let saved = "<div class='logo'><a href='https://post.example/'>The Mellby Post</a></div>";
    let site = "<meta property='og:site_name' content='The Mellby Post'>";
    let host = "<link rel=canonical href='https://www.mellbypost.example/ferry'>";
    let second = format!("<h2>{HEADLINE}</h2>");
    for (window, head, around, before) in [
        ("The Mellby Post | #", "", "", second.as_str()),
        ("# | News | The Mellby Post", "", "", ""),
        ("News | The Mellby Post | #", "", "", ""),
        ("# « The Mellby Post", site, "", ""),
        ("The Mellby Post · #", site, "", ""),
        ("Mellby Post - #", "", home, ""),
        ("Post: #", "", home, ""),
        ("# — Mellby Post", host, "", ""),
        ("(3) # - The Mellby Post", "", home, ""),
        ("The Mellby Post — #", "", saved, ""),
        ("# - Post", "", saved, ""),
        ("# | Post", "", "", ""),
    ] {
        let head = format!("<title>{}</title>{head}", window.replace('#', HEADLINE));
        assert_eq!(title(&head, around, before), HEADLINE, "{window}");
    }
    for whole in [
        "Ferry - a long wait",
        "Captain | crew",
        "Mellby: the long wait of two hundred",
    ] {
        assert_eq!(title(&format!("<title>{whole}</title>"), "", ""), whole);
    }
    let town =
        "<link rel=canonical href='https://mellby.example/ferry'><title>Mellby: captain keeps ferry</title>";
    assert_eq!(title(town, "", ""), "Mellby: captain keeps ferry");
}
