//! Pages that stand before an article and hold none.

use std::path::Path;

use briefing::load::load_bytes;

use crate::{STORY, page, paragraphs, read};

fn refused(html: &str) -> Option<String> {
    let loaded = load_bytes(html.as_bytes(), Some(Path::new("page.html")));
    loaded.err().map(|error| error.to_string())
}

fn wall(title: &str, words: &[&str]) -> String {
    let words: String = words.iter().map(|words| format!("<p>{words}</p>")).collect();
    format!(
        "<!DOCTYPE html><html><head><title>Post</title></head><body><h1>{title}</h1>{words}</body></html>"
    )
}

#[test]
fn a_page_that_is_only_a_wall_says_so() {
    for (html, expected) in [
        (
            wall(
                "Your privacy choices",
                &[
                    "Our partners store data on your device. You can withdraw your consent at any time.",
                    "See our privacy policy.",
                ],
            ),
            "the notice about cookies",
        ),
        (
            wall(
                "Post mit Werbung und Tracking lesen",
                &[
                    "Unsere Partner und wir verwenden Cookies. Ihre Einwilligung können Sie in der Datenschutzerklärung ändern.",
                ],
            ),
            "the notice about cookies",
        ),
        (
            wall(
                "post.example",
                &[
                    "Checking your browser. This may take a few seconds.",
                    "Ray ID: 77a0",
                ],
            ),
            "the check for robots",
        ),
        (
            wall("404", &["The page you are looking for has been removed."]),
            "the message that the page",
        ),
        (wall("403 Forbidden", &["nginx"]), "the message that the page"),
        (
            wall(
                "Subscribe to read on",
                &["Digital access for 9 kroner per month. Cancel any time. Already a subscriber? Log in."],
            ),
            "the offer to subscribe",
        ),
    ] {
        let error = refused(&html).unwrap_or_else(|| panic!("{html}"));
        assert!(
            error.contains(expected) && error.contains("save"),
            "{html}: {error}"
        );
    }
}

#[test]
fn an_article_about_walls_is_one() {
    let about = [
        "The mayor said that cookies are tracking technologies, and that our partners in Brussels agree.",
        "Shops in Mellby must now ask for consent before they store anything about their visitors.",
        "“We value your privacy”, the signs say, but nobody in the town believes a word of it.",
    ];
    assert_eq!(refused(&wall("Town acts on cookies", &about)), None);
    let short = "<p>Digital access to the fog, the captain said. Log in to the harbour.</p>";
    let signed =
        format!("<html><body><h1>Subscribe</h1><p class='byline'>By Ida Holm</p>{short}</body></html>");
    assert_eq!(refused(&signed), None);
}

#[test]
fn a_notice_about_cookies_over_an_article_is_none_of_it() {
    let notice = "<h2>We value your privacy</h2><p>We and our 900 partners store and access personal data on your device, \
                  and ask you whether you agree to it, for every purpose.</p>";
    for name in ["id='qc-cmp2-ui'", "class='sp-message'", "id='didomi-notice'"] {
        let html = page("<title>Ferry</title>", "<h1>Ferry</h1>", "")
            .replace("<article>", &format!("<div {name}>{notice}</div><article>"));
        assert_eq!(paragraphs(&read(&html)), STORY, "{name}");
    }
}
