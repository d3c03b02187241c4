//! Which words of a page are its article.

use crate::{STORY, page, paragraphs, read};

/// What is not the story, wherever it stands.
#[test]
fn what_stands_around_the_story_is_left_out() {
    for leftover in [
        "<figure><img src=x><figcaption>The harbour of Sandholm. Runa Holm/AP</figcaption></figure>",
        "<div class='photo-wrap'><img src=x><span>The harbour on Monday</span></div>",
        "<p>Fog over the harbour of Sandholm, March 2025 (Image: GETTY)</p>",
        "<div class='related-links'><h3>More on this</h3><ul><li><a href=/a>Why the reef is feared</a></li></ul></div>",
        "<p><strong>READ MORE:</strong> <a href=/a>Why the reef has been feared for centuries</a></p>",
        "<p><a href=/a>Five other captains who refused to sail</a></p>",
        "<h4><a href=/a>Five other captains who refused to sail</a></h4>",
        "<p>Related:</p><ul><li><a href=/a>The reef</a></li><li><a href=/b>The fog</a></li></ul>",
        "<ul><li><a href=/a>The reef that is feared</a></li><li><a href=/b>The fog of the century</a></li>\
         <li><a href=/c>The captain of the year</a></li></ul>",
        "<p>Sign up for our morning letter and never miss a story.</p>",
        "<p><em>Follow Ida Holm on Twitter at @idaholm.</em></p>",
        "<div class='social-share'>Share this on your favourite network</div>",
        "<p>Advertisement</p>",
        "<p>We use cookies to make the site better. By staying you agree.</p>",
        "<aside><p>The ferry was built in 1961.</p></aside>",
        "<p>[button link=\"/review\" type=\"big\"] Send us your photos[/button]</p>",
        "<script>document.write('<p>script</p>')</script><style>p { color: red }</style><noscript>Switch it on</noscript>",
        "<!-- <p>commented out</p> -->",
        "<p class='copyright'>No part of this page may be printed.</p>",
    ] {
        let html = page("<title>Ferry</title>", "", leftover);
        assert_eq!(paragraphs(&read(&html)), STORY, "after the story: {leftover}");
        let html = page("", "", "").replacen("</p>\n", &format!("</p>\n{leftover}\n"), 2);
        assert_eq!(paragraphs(&read(&html)), STORY, "within the story: {leftover}");
    }
}

#[test]
fn prose_that_looks_like_it_stays() {
    for prose in [
        "Follow the captain and you will live, the harbour master said.",
        "Related families have run the ferry since 1910, and share its profits.",
        "The company, which declined to comment, runs <a href=/x>three ferries</a>.",
        "“Share this burden with me,” she said.",
        "She added: “More captains will follow.”",
        "Subscribers of the old line, he said, had been promised a bridge.",
    ] {
        let html = page("", "", &format!("<p>{prose}</p>"));
        let article = read(&html);
        let last = *paragraphs(&article).last().unwrap();
        assert_eq!(last, prose.replace("<a href=/x>", "").replace("</a>", ""));
    }
}

#[test]
fn a_name_that_is_given_to_the_whole_article_takes_nothing_out() {
    for name in [
        "share",
        "with-comments",
        "gallery",
        "article has-related",
        "newsletter",
    ] {
        let html = page("", "", "")
            .replace("<article>", &format!("<article><div class='{name}'>"))
            .replace("</article>", "</div></article>");
        assert_eq!(paragraphs(&read(&html)), STORY, "{name}");
    }
}

#[test]
fn blocks_become_paragraphs() {
    let after = "<h2>What comes next</h2><ul><li>The town will ask the captain, the crew and the company.</li>\
                 <li>The company will answer in writing.</li></ul><blockquote><p>We are sorry for the delay.</p></blockquote>\
                 <p>Asked about it,<br>she laughed.<br>“Ask the fog.”</p>";
    let article = read(&page("", "", after));
    assert_eq!(
        paragraphs(&article)[4..],
        [
            "What comes next",
            "The town will ask the captain, the crew and the company.",
            "The company will answer in writing.",
            "We are sorry for the delay.",
            "Asked about it, she laughed.",
            "“Ask the fog.”",
        ]
    );
}

#[test]
fn words_are_joined_as_they_are_read() {
    let after = "<p>The <b>cap</b>tain&#39;s<i> word</i>,&nbsp;she&shy;said,\n  was\t<a href=/x>&ldquo;no&rdquo;</a>. Caf&eacute;, cafe&#x301;.</p>";
    let article = read(&page("", "", after));
    assert_eq!(
        *paragraphs(&article).last().unwrap(),
        "The captain's word, shesaid, was “no”. Café, café."
    );
}

#[test]
fn headline_and_standfirst_are_not_told_twice() {
    let head = "<meta property='og:title' content='Captain keeps ferry'><meta name=description content='Two hundred wait'>";
    let article = read(&page(
        head,
        "<h1>Captain keeps ferry</h1><h2>Two hundred wait</h2>",
        "",
    ));
    assert_eq!(paragraphs(&article), STORY);
    let article = read(&page(
        "<title>Ferry</title>",
        "<h1>Ferry</h1><p class='dek'>Two hundred wait</p>",
        "",
    ));
    assert_eq!(article.standfirst.as_deref(), Some("Two hundred wait"));
    assert_eq!(paragraphs(&article), STORY);
}

#[test]
fn a_small_window_over_a_word_is_none_of_the_sentence() {
    let after = "<p>The mayor, <span class='rollover'><a href=/m>Lindqvist</a><span class='rollover-block'>Mayor in the news \
                 Mayor opens bath</span></span>, had no <span class='c-tooltip'>What is comment?</span>comment on the fog.</p>";
    let html = page("", "", after).replace("class='rollover'", "class='person'");
    assert_eq!(
        *paragraphs(&read(&html)).last().unwrap(),
        "The mayor, Lindqvist, had no comment on the fog."
    );
}

#[test]
fn the_body_for_programs_is_taken_where_the_page_has_no_other() {
    let body = STORY.join("\\n\\n");
    let html = format!(
        "<html><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\"articleBody\":\"{body}\"}}</script>\
         </head><body><div id=root>Please wait while the page is loading its words.</div></body></html>"
    );
    assert_eq!(paragraphs(&read(&html)), STORY);
}

#[test]
fn a_live_report_is_taken_with_all_that_was_added_to_it() {
    let updates: Vec<String> = STORY
        .iter()
        .map(|paragraph| {
            format!("{{\"@type\":\"BlogPosting\",\"headline\":\"Fog\",\"articleBody\":\"{paragraph}\"}}")
        })
        .collect();
    let html = format!(
        "<html><head><script type='application/ld+json'>{{\"@type\":\"LiveBlogPosting\",\"headline\":\"Ferry\",\
         \"liveBlogUpdate\":[{}]}}</script></head><body><p>Follow along.</p></body></html>",
        updates.join(",")
    );
    let text = read(&html).text.to_string();
    assert!(STORY.iter().all(|paragraph| text.contains(paragraph)), "{text}");
}

#[test]
fn a_template_is_text_where_it_is_shown() {
    let mould = "<template><p>Here goes the headline of another article, and its standfirst.</p></template>";
    assert_eq!(paragraphs(&read(&page("", "", mould))), STORY);
    let shown = format!("<template shadowrootmode=open><p>{}</p></template>", STORY[0]);
    let html = page("", "", "").replacen(&format!("<p>{}</p>", STORY[0]), &shown, 1);
    assert_eq!(paragraphs(&read(&html)), STORY);
}

#[test]
fn a_piece_of_a_page_is_read_as_well() {
    let html: String = STORY.iter().map(|paragraph| format!("<p>{paragraph}")).collect();
    assert_eq!(paragraphs(&read(&html)), STORY);
    assert_eq!(&*read("<p>Two words").text, "Two words");
}

/// The story with `within` between its second and its third paragraph.
fn with(within: &str) -> String {
    let third = format!("<p>{}", STORY[2]);
    page("<title>Ferry</title>", "<h1>Ferry</h1>", "").replace(&third, &format!("{within}{third}"))
}

#[test]
fn quotation_elements_have_the_marks_that_a_browser_writes() {
    for (html, text) in [
        (
            "The mayor <q>knew of no <q>reef</q></q>, he said.",
            "The mayor “knew of no ‘reef’”, he said.",
        ),
        (
            "The mayor <q>“knew it”</q>, he said.",
            "The mayor “knew it”, he said.",
        ),
    ] {
        assert_eq!(paragraphs(&read(&with(&format!("<p>{html}</p>"))))[2], text);
    }
}

#[test]
fn who_said_what_is_quoted_stays_with_it() {
    for quotation in [
        "<blockquote><p>We sail when we see the reef.</p><footer>— Runa Vestergaard</footer></blockquote>",
        "<blockquote><p>We sail when we see the reef.</p><footer class='credit'>— <cite>Runa Vestergaard</cite></footer></blockquote>",
        "<figure class='wp-block-quote'><blockquote><p>We sail when we see the reef.</p></blockquote>\
         <figcaption>— Runa Vestergaard</figcaption></figure>",
    ] {
        let article = read(&with(quotation));
        assert_eq!(
            paragraphs(&article)[2..4],
            ["We sail when we see the reef.", "— Runa Vestergaard"],
            "{quotation}"
        );
    }
}

#[test]
fn words_of_the_article_set_large_are_read_once() {
    for quotation in [
        "<blockquote class='pull-quote'><p>“Nobody will sail under me today.”</p><cite>Runa Vestergaard</cite></blockquote>",
        "<figure class='wp-block-pullquote'><blockquote><p>Nobody will sail under me today</p><cite>Runa Vestergaard</cite>\
         </blockquote></figure>",
        "<div class='pullquote'><p>“I have seen what the reef does to a hull”</p></div>",
        "<blockquote><p>I have seen what the reef does to a hull.</p></blockquote>",
    ] {
        assert_eq!(paragraphs(&read(&with(quotation))), STORY, "{quotation}");
    }
    for quotation in [
        "<div class='pullquote'><p>“Ask the fog where the reef is.”</p></div>",
        "<blockquote class='pullquote'><p>“Ask the fog where the reef is.”</p></blockquote>",
    ] {
        let article = read(&with(quotation));
        assert_eq!(
            paragraphs(&article)[2],
            "“Ask the fog where the reef is.”",
            "{quotation}"
        );
    }
}

#[test]
fn preformatted_text_is_read_as_text() {
    let lines = "Captain keeps ferry\n\nBy Ida Holm\n4 March 2025\n\nThe ferry to Sandholm stopped on Monday after its\n\
                 captain had refused to leave the harbour.\n\n“Nobody will sail,” she said, standing beside\nthe gangway.\n";
    let article = read(&format!(
        "<!DOCTYPE html><html><head></head><body><pre>{lines}</pre></body></html>"
    ));
    assert_eq!(article.title.as_deref(), Some("Captain keeps ferry"));
    assert_eq!(article.byline.as_deref(), Some("Ida Holm"));
    assert!(article.published.is_some());
    assert_eq!(
        paragraphs(&article),
        [
            "The ferry to Sandholm stopped on Monday after its captain had refused to leave the harbour.",
            "“Nobody will sail,” she said, standing beside the gangway.",
        ]
    );
    let within = with("<pre>It read:\n\n  The reef is\n  where it was.</pre>");
    let text = read(&within).text.to_string();
    assert!(text.contains("It read:\n\n"), "{text}");
}

#[test]
fn a_headline_that_is_no_heading_is_not_told_twice() {
    let html = page(
        "<title>Captain keeps ferry</title>",
        "<div class='hl'>Captain keeps ferry</div>",
        "",
    );
    assert_eq!(paragraphs(&read(&html)), STORY);
}

#[test]
fn a_piece_of_a_page_is_known_whatever_its_file_is_called() {
    let story: String = STORY
        .iter()
        .map(|paragraph| format!("<p>{paragraph}</p>"))
        .collect();
    for before in [
        "",
        "<meta charset='utf-8'>",
        "<title>x</title>",
        "<!-- x --><div class=x>",
        "<ARTICLE>",
    ] {
        let html = format!("{before}{story}");
        for name in [None, Some(std::path::Path::new("page.txt"))] {
            let article = briefing::load::load_bytes(html.as_bytes(), name).unwrap().article;
            assert_eq!(paragraphs(&article), STORY, "{before}");
        }
    }
    let error = briefing::load::load_bytes(b"<?xml version='1.0'?><article><p>x</p></article>", None);
    assert!(error.unwrap_err().to_string().contains("an XML document"));
}
