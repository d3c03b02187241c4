//! Pages that mean harm, and pages that are broken.

use std::path::Path;
use std::time::Duration;

use briefing::load::{Limits, LoadError, load_all_bytes, load_bytes};

use crate::limits::patient;
use crate::{STORY, page, read};

/// How long a shape is, in bytes.
const SIZE: usize = 50_000;

/// A story as programs are given it, with a comma after it.
const STORIES: &str =
    "{\"@type\":\"Article\",\"headline\":\"One more captain who keeps a ferry in the harbour\"},";

fn story() -> String {
    STORY
        .iter()
        .map(|paragraph| format!("<p>{paragraph}</p>"))
        .collect()
}

/// Shapes that make parsers slow, deep or fail, each about as long as a page is.
fn shapes() -> Vec<(&'static str, String)> {
    let repeat = |part: &str| part.repeat(SIZE / part.len());
    let many = |part: &dyn Fn(usize) -> String, count: usize| (0..count).map(part).collect::<String>();
    vec![
        ("spans", "<span>".repeat(50_000)),
        ("divs", "<div>".repeat(10_000)),
        (
            "divs that end",
            format!("{}{}", "<div>".repeat(20_000), "</div>".repeat(20_000)),
        ),
        ("bold", repeat("<b>")),
        ("bold and italics", repeat("<b><i>")),
        ("bold over blocks", repeat("<b><div></b>")),
        ("bold over paragraphs", repeat("<b><i><p>")),
        ("links over blocks", repeat("<a><div>")),
        (
            "links with attributes",
            many(&|n| format!("<a href={n}><p>"), 4_000),
        ),
        ("fonts", many(&|n| format!("<font size={n}>x"), 4_000)),
        ("nobr", repeat("<nobr><p>x")),
        ("tables", repeat("<table><tr><td>")),
        ("tables without cells", repeat("<table>x")),
        ("tables and divs", repeat("<table><td></div><div>")),
        ("text in tables", format!("<table>{}", repeat("x<tr>"))),
        ("lists", repeat("<ul><li>")),
        ("items", repeat("<li>x")),
        ("definitions", repeat("<dl><dd>x<dt>")),
        ("buttons", repeat("<button><div>")),
        ("forms", repeat("<form><div>")),
        ("selects", repeat("<select><option>x")),
        ("ends", repeat("</div></p></b></a></x>")),
        ("paragraph ends", repeat("</p>")),
        ("breaks", repeat("<br>")),
        ("breaks and words", repeat("x<br><br>")),
        ("headings", repeat("<h1>x")),
        ("templates", repeat("<template>")),
        ("drawings", repeat("<svg>")),
        ("drawings within", repeat("<svg><desc><p>")),
        ("formulas", repeat("<math><mi>")),
        ("frames", repeat("<frameset>")),
        ("windows", repeat("<iframe>")),
        ("objects", repeat("<object><p>")),
        ("marquees", repeat("<marquee><b>")),
        ("plaintext", format!("<plaintext>{}", story())),
        ("bodies", many(&|n| format!("<body a{n}=1><html b{n}=1>"), 5_000)),
        (
            "attributes",
            format!("<p {}>x", many(&|n| format!("a{n}=1 "), 20_000)),
        ),
        (
            "the same attribute",
            format!("<p {}>x", "class=x ".repeat(12_000)),
        ),
        (
            "a long attribute",
            format!("<p class='{}'>x</p>", "x ".repeat(50_000)),
        ),
        ("open comments", repeat("<!--")),
        ("open comments that lie", repeat("<!-->")),
        ("open data", repeat("<![CDATA[")),
        ("open declarations", repeat("<!x<?")),
        ("open scripts", repeat("<script>")),
        ("open styles", repeat("<style><!--")),
        ("open titles", repeat("<title>")),
        ("open text areas", repeat("<textarea>")),
        ("open quotes", repeat("<a title=\"x><b title='")),
        ("open tags", repeat("<a <b ")),
        ("less-than", repeat("<")),
        ("slashes", repeat("<a///")),
        ("entities", repeat("&amp;&#x26;&notit;&#xffffff;&")),
        ("lines", repeat("x\n")),
        (
            "entities in a title",
            format!("<title>{}</title>", repeat("&amp;")),
        ),
        ("names", many(&|n| format!("<x{n}>"), 5_000)),
        ("names with ends", many(&|n| format!("<x{n}><y></x{n}>"), 4_000)),
        ("a long name", format!("<{}>x", "x".repeat(100_000))),
        (
            "a video that makes a parser panic",
            "<iframe h=ũ.youtube-nocookie.com></iframe>".to_owned(),
        ),
        (
            "an embedded one",
            "<embed src=ũ.youtube-nocookie.com><object data=ũ.youtube-nocookie.com>x</object>".to_owned(),
        ),
        (
            "nesting of all kinds",
            repeat("<div><b><table><td><ul><li><a><p><span>"),
        ),
        (
            "paragraphs with commas",
            repeat("<p>one, two, three, four, five, six</p>"),
        ),
        (
            "divs with commas",
            repeat("<div>one, two, three, four, five</div>"),
        ),
        ("links", repeat("<a href=/x>one two three</a>")),
        (
            "pictures",
            repeat("<figure><img src=x><figcaption>x</figcaption></figure>"),
        ),
        (
            "times within times",
            format!(
                "{}{}",
                "<time><h1 itemprop=author><b>".repeat(80),
                repeat("x <i>y</i> ")
            ),
        ),
        ("quotations", repeat("<q>x")),
        (
            "stories for programs",
            many(
                &|n| {
                    format!(
                        "<h1>{n}</h1><script type=application/ld+json>[{}]</script>",
                        STORIES.repeat(50)
                    )
                },
                100,
            ),
        ),
        (
            "data for programs",
            many(
                &|_| "<script type=application/ld+json>{\"@type\":[[[</script>".to_owned(),
                800,
            ),
        ),
        ("metas", repeat("<meta name=description content=x>")),
    ]
}

#[test]
fn no_shape_is_slow_deep_or_fatal() {
    // A thread of a pool has a stack of two megabytes.
    let run = || {
        for (name, shape) in shapes() {
            let html = format!("<!DOCTYPE html><html><body><article>{}</article>{shape}", story());
            let mut all = load_all_bytes(html.as_bytes(), Some(Path::new("page.html")), &patient());
            let text = all
                .remove(0)
                .unwrap_or_else(|error| panic!("{name}: {error}"))
                .article
                .text;
            assert!(text.contains("Captain Runa Vestergaard"), "{name}: {text:.200}");
        }
    };
    std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(run)
        .unwrap()
        .join()
        .unwrap();
}

#[test]
fn a_page_for_which_there_is_no_time_says_so() {
    let limits = Limits {
        work: Duration::ZERO,
        ..Limits::default()
    };
    let html = page("<title>Ferry</title>", "", "");
    let all = load_all_bytes(html.as_bytes(), Some(Path::new("page.html")), &limits);
    assert!(matches!(all.as_slice(), [Err(LoadError::Late { .. })]), "{all:?}");
}

#[test]
fn a_page_that_was_cut_off_gives_what_there_is() {
    let html = page("<title>Ferry</title>", "", "<p>Last.</p>");
    let body = html.find("<article>").unwrap();
    for end in (body..html.len()).step_by(7) {
        let end = html.floor_char_boundary(end);
        if let Ok(loaded) = load_bytes(&html.as_bytes()[..end], Some(Path::new("page.html"))) {
            let whole = STORY.concat() + "Last. Home News Ferry";
            let first = loaded
                .article
                .text
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .to_owned();
            assert!(whole.contains(&first), "{end}: {first}");
        }
    }
}

#[test]
fn entities_do_not_pass_the_gate() {
    let hostile = "&#27;[31m&#x9b;2J&#x202e;&#8294;&#xe0041;&#x1b;]8;;x&#7;";
    let head = format!(
        "<title>a{hostile}</title><meta name=author content='Ida {hostile} Holm'><meta property=og:site_name content='b{hostile}'>\
         <meta name=description content='c{hostile}'><link rel=canonical href='https://x.example/{hostile}'>"
    );
    let article = read(&page(
        &head,
        "",
        &format!("<p>{hostile} said the mayor, who was tired of it.</p>"),
    ));
    let told = [
        &article.title,
        &article.byline,
        &article.source,
        &article.standfirst,
        &article.url,
    ];
    let all: String = told
        .into_iter()
        .flatten()
        .map(briefing::briefing::CleanText::as_str)
        .chain([&*article.text])
        .collect();
    let acts = |character: char| {
        (character.is_control() && character != '\n')
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e0fff}')
    };
    assert_eq!(all.chars().find(|character| acts(*character)), None, "{all}");
    assert!(all.contains("Ida"));
}

#[test]
fn a_page_without_words_says_so() {
    for html in [
        "<html></html>",
        "<!DOCTYPE html><body><img src=x>",
        "<html><script>x</script>",
        "<html><!--",
    ] {
        let error = load_bytes(html.as_bytes(), Some(Path::new("page.html")))
            .unwrap_err()
            .to_string();
        assert_eq!(
            error, "page.html: there is no text in it; save it again with its words",
            "{html}"
        );
    }
}

#[test]
fn what_lies_about_being_a_page_is_told() {
    let error = load_bytes(b"\x89PNG\r\n\x1a\n\0\0", Some(Path::new("page.html")))
        .unwrap_err()
        .to_string();
    assert!(error.contains("a PNG picture"), "{error}");
    let article = read("The fog lifted.\n\nNobody sailed.");
    assert!(article.text.contains("The fog lifted."), "{}", article.text);
}
