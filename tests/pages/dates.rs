//! Which of the dates of a page is the article's own.

use crate::head::about;
use crate::{STORY, page, read};

const TITLE: &str = "<title>Captain keeps ferry</title>";
const HEADLINE: &str = "<h1>Captain keeps ferry</h1>";

fn published(head: &str, before: &str) -> String {
    let told = about(&format!("{TITLE}{head}"), before);
    let date = told.lines().find_map(|line| line.strip_prefix("published: "));
    date.unwrap_or("none").to_owned()
}

#[test]
fn the_date_of_something_else_is_not_the_article_s() {
    let own = format!("{HEADLINE}<p>By Ida Holm</p><p>4 March 2025</p>");
    for other in [
        "<header><time datetime='2026-11-30'>Monday</time></header>",
        "<aside><article><h3>Fog</h3><time datetime='2026-11-30'>30 Nov</time></article></aside>",
        "<div class='related-stories'><a href=/x>Fog</a> <time datetime='2026-11-30'></time></div>",
        "<div class='masthead'><time datetime='2026-11-30'>Monday</time></div>",
        "<nav><time datetime='2026-11-30'>Monday</time></nav>",
    ] {
        let html = page(TITLE, &own, "").replace("<article>", &format!("{other}<article>"));
        let date = read(&html).published.map(|published| published.date.to_string());
        assert_eq!(date.as_deref(), Some("2025-03-04"), "{other}");
    }
}

#[test]
fn the_date_of_a_change_is_taken_last() {
    for before in [
        "<p>Updated <time datetime='2025-03-06'>6 March</time></p><p>Published <time datetime='2025-03-04'>4 March</time></p>",
        "<p>Last updated: <time>6 March 2025</time> | First published: <time>4 March 2025</time></p>",
        "<p><time class='updated' datetime='2025-03-06'></time> <time class='entry-date published' datetime='2025-03-04'></time></p>",
        "<p>Updated <time datetime='2025-03-06'>6 March</time></p><p>4 March 2025</p>",
        "<time itemprop='dateModified' datetime='2025-03-06'></time><p>Published: 4 March 2025<br>Updated: 6 March 2025</p>",
        "<div>Updated: 6 March 2025<br>Published: 4 March 2025</div>",
    ] {
        assert_eq!(
            published("", &format!("{HEADLINE}{before}")).get(..10),
            Some("2025-03-04"),
            "{before}"
        );
    }
    let captured = "<meta property='article:modified_time' content='2025-03-06'>";
    assert_eq!(
        published(captured, &format!("{HEADLINE}<p>4 March 2025</p>")),
        "2025-03-04"
    );
    assert_eq!(published(captured, HEADLINE), "2025-03-06");
    let only = "<p>Updated <time datetime='2025-03-06'>6 March</time></p>";
    let html = page(TITLE, &format!("{HEADLINE}{only}"), "");
    assert!(read(&html).published.is_some());
}

#[test]
fn lines_of_dates_in_one_paragraph_are_read() {
    for before in [
        "<p>Published: 4 March 2025<br>Updated: 6 March 2025</p>",
        "<p>By Ida Holm<br>Published: 4 March 2025<br>Updated: 6 March 2025</p>",
        "<div class='meta'>Published: 4 March 2025<br>Updated: 6 March 2025</div>",
    ] {
        assert_eq!(
            published("", &format!("{HEADLINE}{before}")),
            "2025-03-04",
            "{before}"
        );
    }
}

#[test]
fn a_time_far_below_is_no_date_of_the_article() {
    let far = STORY
        .map(|paragraph| format!("<p>{paragraph}</p>"))
        .concat()
        .repeat(3);
    let below = format!("{far}<div>Fog <time datetime='2026-11-30'>30 Nov</time></div>");
    let html = page(TITLE, &format!("{HEADLINE}<p>4 March 2025</p>"), &below);
    let date = read(&html).published.map(|published| published.date.to_string());
    assert_eq!(date.as_deref(), Some("2025-03-04"));
}

#[test]
fn a_page_of_an_archive_has_the_address_and_the_day_that_it_was_kept_with() {
    let head = "<title>Ferry</title><link rel=canonical href=\"https://web.archive.org/web/20250904143000/https://post.example/ferry\">";
    let article = read(&page(head, "", ""));
    assert_eq!(article.url.as_deref(), Some("https://post.example/ferry"));
    assert_eq!(article.made.unwrap().date.to_string(), "2025-09-04");
    assert_eq!(article.published, None);
}
