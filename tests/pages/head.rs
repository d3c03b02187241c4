//! What the head of a page tells of its article.

use crate::{STORY, page, paragraphs, read};

/// What an article knows about itself, a line a field.
pub fn about(head: &str, before: &str) -> String {
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
fn the_site_is_no_part_of_the_headline() {
    let story = "<h1>Ferry — the long wait</h1>";
    let site = "<meta property='og:site_name' content='The Mellby Post'>";
    for (title, head, before) in [
        ("Ferry — the long wait | The Mellby Post", site, ""),
        ("The Mellby Post - Ferry — the long wait", site, ""),
        ("Ferry — the long wait – Post", "", story),
        ("Post: Mellby » Ferry — the long wait", "", story),
    ] {
        let told = about(&format!("<title>{title}</title>{head}"), before);
        assert!(
            told.starts_with("title: Ferry — the long wait\n"),
            "{title}: {told}"
        );
    }
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
        let made = article.made.map(|made| made.date.to_string());
        let is_dated = note.contains("saved date");
        assert_eq!(made.as_deref(), is_dated.then_some("2025-03-04"), "{note}");
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

const BYLINE: &str = "title: Ferry\nbyline: Ida Holm\nlanguage: en";

#[test]
fn an_element_named_for_it_tells_who_wrote_the_page() {
    for (line, rest) in [
        ("<p class='byline'>By Ida Holm</p>", ""),
        (
            "<div class='byline'>By <span class='byline__name'>Ida Holm</span></div>",
            "",
        ),
        ("<address class='byline'>Ida Holm</address>", ""),
        ("<div class='credits reader-credits'>Ida Holm</div>", ""),
        (
            "<div class='meta'>By <span class='author-name'>Ida Holm</span></div>",
            "",
        ),
        (
            "<span class='author vcard'><a class='url fn n' href='/i'>Ida Holm</a></span>",
            "",
        ),
        ("<a class='byline' href=''>Ida Holm</a>", ""),
        (
            "<p class='byline'>By Ida Holm, harbour correspondent</p>",
            ", harbour correspondent",
        ),
        (
            "<div class='byline'><span>Ida Holm</span><span>Harbour correspondent</span></div>",
            ", Harbour correspondent",
        ),
        (
            "<div class='byline'><span class='author'>Ida Holm</span> <span>The Harbour Post</span></div>",
            ", The Harbour Post",
        ),
        (
            "<p>By <a rel=author href=/i>Ida Holm</a> and <a rel=author href=/p>Piet Öztürk</a></p>",
            ", Piet Öztürk",
        ),
    ] {
        let told = about("<title>Ferry</title>", &format!("<h1>Ferry</h1>{line}"));
        assert_eq!(
            told,
            BYLINE.replace("Ida Holm", &format!("Ida Holm{rest}")),
            "{line}"
        );
    }
}

#[test]
fn what_stands_beside_a_byline_is_taken_with_it() {
    let dated = BYLINE.replace("\nlanguage", "\npublished: 2025-03-04\nlanguage");
    for line in [
        "<div class='article-byline'><span>Ida Holm</span><span>Mar 4, 2025</span></div>",
        "<div class='meta'><span class='author-name'>Ida Holm</span> <span>|</span> <span class='date'>4 March 2025</span></div>",
        "<p class='meta'>By Ida Holm<br>Published 4 March 2025<br>Updated 5 March 2025</p>",
        "<p>By Ida Holm<br>4 March 2025</p>",
        "<p><i>By Ida Holm</i><br>Tuesday, March 4, 2025; Page A1</p>",
    ] {
        assert_eq!(
            about("<title>Ferry</title>", &format!("<h1>Ferry</h1>{line}")),
            dated,
            "{line}"
        );
    }
}

#[test]
fn what_is_no_name_beside_a_byline_is_no_part_of_it() {
    for (line, rest) in [
        (
            "<div class='entry-meta'><span class='byline'>by <a class='author'>Ida Holm</a></span> <a>Leave a comment</a></div>",
            "",
        ),
        (
            "<div class='post-meta'><span>by</span> <a class='author'>Ida Holm</a> <span>•</span> <a>No Comments</a></div>",
            "",
        ),
        (
            "<div class='entry-meta'><span class='author vcard'><a>Ida Holm</a></span> <span class='cat-links'><a>Ferries</a>, \
             <a>Mellby News</a></span></div>",
            "",
        ),
        (
            "<div class='meta'><span class='author'>Ida Holm</span><span class='category'>Mellby News</span></div>",
            "",
        ),
        (
            "<div class='byline'><span>By</span> <a>Ida Holm</a><span>@idaholm</span></div>",
            "",
        ),
        (
            "<div class='byline'>By <a>Ida Holm</a> <a href='mailto:i@h'>ida@post.example</a></div>",
            "",
        ),
        (
            "<div class='byline'>By <a>Ida Holm</a><div class='share'>Share <a>Facebook</a></div></div>",
            "",
        ),
        (
            "<div class='byline-block'><a>Ida Holm</a><button>Follow</button><button>Save Article</button></div>",
            "",
        ),
        (
            "<div class='author'><span>Ida Holm</span><span>Harbour Correspondent</span><span>Read Full Bio</span></div>",
            ", Harbour Correspondent",
        ),
        (
            "<div class='meta'><div>Ida Holm</div><div>Harbour reporter</div></div>",
            ", Harbour reporter",
        ),
        (
            "<div class='byline'><a>Ida Holm</a> and <a>Piet Öztürk</a></div>",
            ", Piet Öztürk",
        ),
        (
            "<div class='byline'><a>Ida Holm</a> <a href='/author/piet'>Piet Öztürk</a></div>",
            ", Piet Öztürk",
        ),
        ("<p>By Ida Holm, 3 hours ago</p>", ""),
    ] {
        let told = about("<title>Ferry</title>", &format!("<h1>Ferry</h1>{line}"));
        let expected = BYLINE.replace("Ida Holm", &format!("Ida Holm{rest}"));
        assert_eq!(told, expected, "{line}");
    }
}

#[test]
fn names_of_others_are_no_byline_and_no_sentence_is_taken_for_one() {
    let without = "title: Ferry\nlanguage: en";
    for line in [
        "<aside><p class='byline'>By Piet Öztürk</p></aside>",
        "<div class='related'><h3><a href=/x>Other</a></h3><span class='byline'>By Piet Öztürk</span></div>",
        "<div class='author-bio'>Piet Öztürk</div>",
    ] {
        assert_eq!(
            about("<title>Ferry</title>", &format!("<h1>Ferry</h1>{line}")),
            without,
            "{line}"
        );
    }
    let note = "<p class='authority'>The harbour master had no comment, and no boat.</p>";
    let article = read(&page("<title>Ferry</title>", "<h1>Ferry</h1>", note));
    assert!(
        article.text.contains("The harbour master had no comment"),
        "{}",
        article.text
    );
    let many = "<div class='author'>".repeat(300) + &"<i class=byline>Ida</i>".repeat(3000);
    assert!(read(&page("", "", &many)).text.contains(STORY[0]));
}

#[test]
fn things_that_data_name_elsewhere_are_found_there() {
    let graph = r##"{"@graph":[{"@type":"NewsArticle","headline":"Captain keeps ferry in harbour","description":"Two hundred wait in the fog",
        "author":[{"@id":"#ida"},{"@id":"#piet"},{"@id":"#nobody"}],"publisher":{"@id":"#post"},"mainEntityOfPage":{"@id":"#page"},
        "datePublished":"2025-03-04T06:30:00+01:00"},{"@type":"WebPage","@id":"#page","url":"https://post.example/ferry"}]}"##;
    let things = r##"[{"@type":"Person","@id":"#ida","name":"Ida Holm"},{"@type":"Person","@id":"#piet","name":"Piet Öztürk"},
        {"@type":"Organization","@id":"#post","name":"The Mellby Post"},{"@id":"#nobody","name":{"@id":"#nobody"}}]"##;
    assert_eq!(about(&format!("{}{}", data(graph), data(things)), ""), WHOLE);
}

#[test]
fn of_several_stories_in_the_data_the_page_s_own_is_taken() {
    let other =
        r#"{"@type":"NewsArticle","headline":"Fog","url":"https://post.example/fog","author":"Per Aas"}"#;
    let own = r#"{"@type":"NewsArticle","headline":"Ferry","url":"http://www.post.example/ferry/?x=1","author":"Ida Holm"}"#;
    let list = format!("[{other},{own},{other}]");
    let canonical = "<link rel=canonical href='https://post.example/ferry'>";
    let told = about(&format!("{}{canonical}", data(&list)), "");
    assert!(told.starts_with("title: Ferry\nbyline: Ida Holm"), "{told}");
    let told = about(&data(&list), "<h1>Ferry</h1>");
    assert!(told.starts_with("title: Ferry\nbyline: Ida Holm"), "{told}");
    let told = about(&data(&list), "");
    assert!(told.starts_with("title: Fog"), "{told}");
}

#[test]
fn a_body_in_the_data_may_be_html() {
    let body: String = STORY
        .iter()
        .map(|paragraph| format!("<p>{paragraph}</p>"))
        .collect();
    let json = format!("{{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\"articleBody\":\"{body}\"}}");
    let html = format!(
        "<html><head>{}</head><body><div>Please wait.</div></body></html>",
        data(&json)
    );
    assert_eq!(paragraphs(&read(&html)), STORY);
}

#[test]
fn a_page_that_one_must_pay_for_says_so() {
    let story = |free: &str| {
        data(&format!(
            "{{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\"isAccessibleForFree\":{free}}}"
        ))
    };
    let notes = |free: &str| read(&page(&story(free), "", "")).notes.len();
    assert_eq!(
        [notes("false"), notes("\"False\""), notes("true"), notes("null")],
        [1, 1, 0, 0]
    );
}

#[test]
fn dates_as_programs_write_them() {
    for (date, read) in [
        ("20250304T063000Z", "2025-03-04 06:30:00"),
        ("20250304", "2025-03-04"),
        (
            "Tue Mar 04 2025 06:30:00 GMT+0100 (Central European Standard Time)",
            "2025-03-04 06:30:00",
        ),
        ("1741069800", "2025-03-04 06:30:00"),
        ("1741069800000", "2025-03-04 06:30:00"),
    ] {
        let told = about(
            &format!("<meta property='article:published_time' content='{date}'>"),
            "",
        );
        assert!(told.contains(&format!("published: {read}")), "{date}: {told}");
    }
    let told = about(
        &data("{\"@type\":\"Article\",\"headline\":\"Ferry\",\"datePublished\":1741069800}"),
        "",
    );
    assert!(told.contains("published: 2025-03-04 06:30:00"), "{told}");
}
