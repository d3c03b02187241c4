//! What the head of a page tells of its article.

use crate::{STORY, page, paragraphs, read};

/// What an article knows about itself, a line a field.
fn about(head: &str, before: &str) -> String {
    let article = read(&page(head, before, ""));
    let published = article.published.map(|published| match published.time {
        Some(time) => format!("{} {time}", published.date),
        None => published.date.to_string(),
    });
    let words = |field: &Option<briefing::briefing::CleanText>| field.as_ref().map(ToString::to_string);
    let fields = [
        ("title", words(&article.title)),
        ("standfirst", words(&article.standfirst)),
        ("byline", words(&article.byline)),
        ("source", words(&article.source)),
        ("url", words(&article.url)),
        ("published", published),
        ("language", words(&article.language)),
    ];
    assert_eq!(paragraphs(&article), STORY);
    let told = fields
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}: {}", value?)));
    told.collect::<Vec<_>>().join("\n")
}

fn data(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{json}</script>")
}

const WHOLE: &str = "title: Captain keeps ferry in harbour\nstandfirst: Two hundred wait in the fog\nbyline: Ida Holm, Piet Öztürk\n\
                     source: The Mellby Post\nurl: https://post.example/ferry\npublished: 2025-03-04 06:30:00\nlanguage: en";

#[test]
fn structured_data_tells_all() {
    let story = r#"{"@type":"NewsArticle","headline":"Captain keeps ferry in harbour","description":"Two hundred wait in the fog",
        "author":[{"@type":"Person","name":"Ida Holm"},{"name":"Piet Öztürk"}],"publisher":{"@type":"Organization","name":"The Mellby Post"},
        "mainEntityOfPage":{"@id":"https://post.example/ferry"},"datePublished":"2025-03-04T06:30:00+01:00"}"#;
    for json in [
        story.to_owned(),
        format!("[{{\"@type\":\"BreadcrumbList\"}},{story}]"),
        format!(
            "{{\"@context\":\"https://schema.org\",\"@graph\":[{{\"@type\":\"WebSite\",\"name\":\"x\"}},{story}]}}"
        ),
        format!("\n<!--//<![CDATA[\n{story};\n//]]>-->\n"),
        // A comma too many, and a line end within a string.
        story.replace("}]", "},]").replace("keeps ferry", "keeps\nferry"),
    ] {
        assert_eq!(about(&data(&json), ""), WHOLE, "{json}");
    }
}

#[test]
fn open_graph_and_other_metas_tell_the_rest() {
    let head = "<title>Captain keeps ferry in harbour | The Mellby Post</title>\
        <meta property='og:title' content='Captain keeps ferry in harbour | The Mellby Post'>\
        <meta property=og:description content='Two hundred wait in the fog'><meta name='author' content='By Ida Holm, Piet Öztürk'>\
        <meta property='og:site_name' content='The Mellby Post'><link rel=canonical href='https://post.example/ferry'>\
        <meta property='article:published_time' content='2025-03-04T06:30:00Z'>";
    assert_eq!(about(head, ""), WHOLE);
}

#[test]
fn broken_structured_data_is_passed_over() {
    let head = "<meta property='og:title' content='Captain keeps ferry'><meta name='description' content='&amp;quot;Fog&amp;quot; it was'>";
    for json in [
        "{\"@type\":\"NewsArticle\",\"headline\":",
        "nonsense",
        "",
        "[[[[",
        "{\"@type\":[]}",
    ] {
        let told = about(&format!("{}{head}", data(json)), "");
        assert_eq!(
            told, "title: Captain keeps ferry\nstandfirst: \"Fog\" it was\nlanguage: en",
            "{json}"
        );
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(about(&data(&deep), "").is_empty() || !about(&data(&deep), "").contains("title"));
}

#[test]
fn the_body_tells_what_the_head_does_not() {
    let before = "<h1>Captain keeps ferry in harbour</h1><p class='byline'>By <a rel='author' href='/ida'>Ida Holm</a></p>\
                  <time datetime='2025-03-04T06:30'>4 March</time>";
    assert_eq!(
        about("<title>Captain keeps ferry in harbour - Post</title>", before),
        "title: Captain keeps ferry in harbour\nbyline: Ida Holm\npublished: 2025-03-04 06:30:00\nlanguage: en"
    );
}

#[test]
fn a_description_that_begins_the_story_is_no_standfirst() {
    let description = STORY[0].chars().take(80).collect::<String>();
    let head = format!("<meta name=description content=\"{description}…\">");
    assert_eq!(about(&head, ""), "language: en");
}

#[test]
fn browsers_note_where_a_page_was_saved_from() {
    for note in [
        "<!-- saved from url=(0027)https://post.example/ferry -->",
        "<!--\n Page saved with SingleFile \n url: https://post.example/ferry \n saved date: Tue Mar 04 2025\n-->",
    ] {
        let article = read(&format!("<!DOCTYPE html>{note}{}", page("", "", "")));
        assert_eq!(
            article.url.as_deref(),
            Some("https://post.example/ferry"),
            "{note}"
        );
        assert_eq!(paragraphs(&article), STORY);
    }
}

#[test]
fn only_web_addresses_are_addresses() {
    for address in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ferry.html",
    ] {
        let told = about(&format!("<link rel=canonical href='{address}'>"), "");
        assert_eq!(told, "language: en");
    }
}
