//! RSS, Atom, JSON Feed.

use super::{all_about, article, articles, refusal, survives_being_cut, survives_damage};

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>The Mellby Post</title><link>https://post.example/</link><description>News</description><language>en-GB</language>
<item>
  <title>Bridge shut &amp; ferry full</title>
  <link>https://post.example/bridge</link>
  <guid isPermaLink="false">post-17</guid>
  <pubDate>Thu, 04 Sep 2025 23:30:00 -0400</pubDate>
  <dc:creator>Ida Holm</dc:creator>
  <description>The bridge was shut.</description>
  <content:encoded><![CDATA[<p>The bridge over the <b>Mell</b> was shut on Tuesday.</p><p>“Nobody was hurt,” the mayor&nbsp;said.</p><script>track()</script>]]></content:encoded>
</item>
<item>
  <title>Ferry full</title>
  <guid isPermaLink="true">https://post.example/ferry</guid>
  <description>&lt;p&gt;The ferry was full on Monday, its master said.&lt;/p&gt;</description>
</item>
<item>
  <title>Only a headline</title>
  <link>javascript:alert(1)</link>
</item>
</channel>
</rss>"#;

const ATOM: &str = r#"<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Vestby Packet</title><id>urn:packet</id><updated>2025-09-04T12:00:00Z</updated>
<entry>
  <title type="html">Lock &lt;i&gt;closed&lt;/i&gt;</title><id>urn:packet:1</id>
  <link rel="self" href="https://packet.example/1.atom"/><link rel="alternate" href="https://packet.example/1"/>
  <published>2025-09-04T01:15:00+02:00</published><updated>2025-09-05T12:00:00Z</updated>
  <author><name>Ada Holm</name></author><author><name>Per Aas</name></author>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The lock closed on Wednesday, and nobody was told.</p></div></content>
</entry>
</feed>"#;

const JSON: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Notes", "items": [
  {"id": "7", "url": "https://notes.example/7", "title": "Herring late", "date_published": "2025-09-04T08:00:00Z",
   "content_html": "<p>The herring came late this year, and the harbour was half empty.</p>"},
  {"id": "8", "content_text": "Boats for sale, forty of them, said the harbour master on Sunday."}]}"#;

#[test]
fn each_entry_is_an_article_with_the_most_of_it_that_is_there() {
    let (rss, errors) = articles(RSS.as_bytes(), "news.xml");
    assert_eq!(
        errors,
        ["news.xml#3: there is no text in it; save it again with its words"]
    );
    let (atom, _) = articles(ATOM.as_bytes(), "news.atom");
    let (json, _) = articles(JSON.as_bytes(), "news.json");
    insta::assert_snapshot!(all_about(&[rss, atom, json].concat()));
}

/// The text of the first entry of a feed in which it stands so.
fn text_of(description: &str) -> String {
    let feed = format!(
        "<rss version='2.0'><channel><title>x</title><item><title>t</title><author>ida@post.example (Ida Holm)</author>\
         <description>{description}</description></item></channel></rss>"
    );
    let (read, errors) = articles(feed.as_bytes(), "news.xml");
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(read[0].byline.as_deref(), Some("Ida Holm"));
    read[0].text.to_string()
}

#[test]
fn text_with_a_sign_in_it_keeps_its_paragraphs() {
    let plain = "Holm & Aas shut the lock on Monday.\n\nThe level was < 5 metres, they said.";
    for written in [
        plain.replace('&', "&amp;").replace('<', "&lt;"),
        plain.replace('&', "&amp;amp;").replace('<', "&amp;lt;"),
        format!("<![CDATA[{plain}]]>"),
    ] {
        assert_eq!(text_of(&written), plain, "{written}");
    }
    let of_tags = "The page had <b> in it.\n\nNobody saw it.";
    assert_eq!(
        text_of(&of_tags.replace('<', "&amp;lt;").replace('>', "&amp;gt;")),
        of_tags
    );
    let json = serde_json::json!({"version": "https://jsonfeed.org/version/1", "title": "J",
        "items": [{"id": "1", "content_text": plain}]});
    let (read, _) = articles(json.to_string().as_bytes(), "news.json");
    assert_eq!(&*read[0].text, plain);
}

#[test]
fn html_that_was_escaped_twice_is_html() {
    for written in [
        "&amp;lt;p&amp;gt;The lock closed.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;It leaks.&amp;lt;/p&amp;gt;",
        "The lock closed.&amp;lt;br /&amp;gt;It leaks.",
        "&lt;p&gt;The lock closed.&lt;p&gt;It leaks.",
    ] {
        assert_eq!(text_of(written), "The lock closed.\n\nIt leaks.", "{written}");
    }
    let wide = format!("&lt;p&gt;The lock closed.{}", "&amp;lt;p".repeat(50_000));
    assert!(text_of(&wide).starts_with("The lock closed."));
}

#[test]
fn what_programs_add_for_the_feed_is_none_of_the_article() {
    let story = "<p>The lock closed on Monday, and nobody was told of it.</p>";
    for added in [
        "<p>The post <a href='x'>Lock closed</a> appeared first on <a href='y'>The Mellby Post</a>.</p>",
        "<p class='button-wrapper'><a href='x'><span>Subscribe now</span></a></p>",
    ] {
        let text = text_of(&format!("<![CDATA[{story}{added}]]>"));
        assert_eq!(text, "The lock closed on Monday, and nobody was told of it.");
    }
    let prose = "The post of harbour master was advertised on Monday.";
    assert_eq!(text_of(&format!("<![CDATA[<p>{prose}</p>]]>")), prose);
}

#[test]
fn entries_keep_their_keys_when_a_feed_grows() {
    let keys = |feed: &str| -> Vec<String> {
        let (articles, _) = articles(feed.as_bytes(), "news.xml");
        articles
            .into_iter()
            .map(|article| article.entry.unwrap().key)
            .collect()
    };
    let before = keys(RSS);
    assert_eq!(before[0], "post-17");
    let grown = RSS.replacen(
        "<item>",
        "<item><guid>new</guid><title>New</title><description>It rained all day.</description></item><item>",
        1,
    );
    assert_eq!(keys(&grown)[1..], before);
    // Without any identity of their own, the address or the title stands for it.
    let bare = RSS.replace("<guid isPermaLink=\"false\">post-17</guid>", "");
    assert!(keys(&bare)[0].starts_with("bridge-"), "{:?}", keys(&bare));
    assert_eq!(keys(&bare), keys(&bare));
}

#[test]
fn other_encodings_are_read_as_declared() {
    let (utf16, _, _) = encoding_rs::UTF_8.encode(RSS);
    let latin = RSS.replace("UTF-8", "windows-1252");
    let (latin, _, failed) = encoding_rs::WINDOWS_1252.encode(&latin);
    assert!(!failed);
    for bytes in [&utf16[..], &latin[..]] {
        let (articles, _) = articles(bytes, "news.xml");
        assert!(articles[0].text.contains("“Nobody was hurt,” the mayor said."));
    }
}

#[test]
fn broken_and_hostile_feeds_are_refused_with_a_reason() {
    for (feed, reason) in [
        (
            "<rss version=\"2.0\"><channel><title>x",
            "news.xml: this feed is damaged: ",
        ),
        (
            "<rss version=\"2.0\"><channel></channel></rss>",
            "news.xml: there are no articles in this feed; save it again when there are",
        ),
        ("<rss version=\"7\"></rss>", "news.xml: this feed is damaged: "),
        (
            "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": 3}",
            "news.xml: this feed is damaged: ",
        ),
    ] {
        let refusal = refusal(feed.as_bytes(), "news.xml");
        assert!(refusal.starts_with(reason), "{refusal}");
    }
}

#[test]
fn of_a_feed_that_was_cut_short_the_whole_entries_are_read() {
    for (feed, whole) in [
        (&RSS[..RSS.len() - 80], 2),
        (&RSS[..RSS.find("Ferry full").unwrap()], 1),
    ] {
        let (read, errors) = articles(feed.as_bytes(), "news.xml");
        assert_eq!(read.len(), whole);
        let told = errors.last().unwrap();
        assert!(
            told.starts_with("news.xml: this feed is damaged") && told.contains("what came before was read"),
            "{told}"
        );
    }
}

#[test]
fn what_is_no_text_or_not_escaped_in_a_feed_is_mended() {
    let feed = RSS.replace("<description>The bridge", "<description>R&D: \u{1}the bridge");
    // One byte of another encoding.
    let at = feed.find("The ferry was full").unwrap();
    let mut bytes = feed.into_bytes();
    bytes.insert(at, 0xe9);
    let (read, errors) = articles(&bytes, "news.xml");
    assert_eq!(
        errors,
        ["news.xml#3: there is no text in it; save it again with its words"]
    );
    assert!(
        read[0].text.contains("The bridge over the Mell was shut"),
        "{}",
        read[0].text
    );
    assert_eq!(read[0].notes.len(), 1);
    let (good, _) = articles(RSS.as_bytes(), "news.xml");
    assert!(good[0].notes.is_empty());
}

#[test]
fn a_malformed_play_time_costs_that_feed_alone() {
    // feed-rs 3.0.0 panics on it.
    let feed = RSS
        .replace("<rss ", "<rss xmlns:media=\"http://search.yahoo.com/mrss/\" ")
        .replace(
            "<pubDate>",
            "<media:text type=\"plain\" start=\"99999999999999999999:00:00\">x</media:text><pubDate>",
        );
    let refused = refusal(feed.as_bytes(), "news.xml");
    let told = "news.xml: feed-rs, which reads such files, failed on it";
    assert!(refused.starts_with(told), "{refused}");
}

#[test]
fn entities_are_not_fetched_and_do_not_grow() {
    let bomb = r#"<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c SYSTEM "file:///etc/passwd">]>
        <rss version="2.0"><channel><title>x</title><item><title>t</title><description>It is &b; and &c; here.</description></item></channel></rss>"#;
    let (articles, errors) = articles(bomb.as_bytes(), "news.xml");
    assert!(
        articles
            .iter()
            .all(|article| !article.text.contains("root:") && !article.text.contains("aaaa")),
        "{articles:?}"
    );
    assert!(articles.len() + errors.len() == 1);
}

#[test]
fn cut_and_damaged_feeds_do_no_harm() {
    for feed in [RSS, ATOM, JSON] {
        survives_being_cut(feed.as_bytes(), "news.xml");
        survives_damage(feed.as_bytes(), "news.xml");
    }
}

/// With anything quadratic in it, this takes minutes.
#[test]
fn deep_and_long_feeds_take_no_long() {
    let deep = RSS.replace("The bridge was shut.", &"<a>".repeat(100_000));
    let refused = refusal(deep.as_bytes(), "news.xml");
    assert!(refused.contains("nests elements deeper"), "{refused}");
    let long = RSS.replace("The bridge was shut.", &"It rained. ".repeat(100_000));
    let (read, _) = articles(long.as_bytes(), "news.xml");
    assert_eq!(read.len(), 2);
    let tags = format!("<![CDATA[{}]]>", "<guid".repeat(400_000));
    let endless = RSS.replace("The bridge was shut.", &tags);
    let (read, _) = articles(endless.as_bytes(), "news.xml");
    assert_eq!(read.len(), 2);
}

#[test]
fn a_feed_in_json_may_have_a_mark_before_it_and_numbers_as_ids() {
    let numbers = JSON.replace("\"7\"", "7").replace("\"8\"", "8.5");
    for feed in [
        format!("\u{feff}{JSON}"),
        numbers.clone(),
        format!("\u{feff}{numbers}"),
    ] {
        let (read, errors) = articles(feed.as_bytes(), "news");
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(read.len(), 2);
    }
}

/// A feed of one entry.
fn one(inner: &str) -> briefing::briefing::Article {
    let feed = format!(
        "<?xml version='1.0'?><rss version='2.0'><channel><title>x</title><item>{inner}\
         <description>The lock closed on Monday.</description></item></channel></rss>"
    );
    article(feed.as_bytes(), "a.xml")
}

#[test]
fn days_and_addresses_as_old_feeds_have_them() {
    let read = one(
        "<title>t</title><pubDate>Tue, 07 Oct 25 20:14:00 GMT</pubDate><guid>https://post.example/1</guid>",
    );
    assert_eq!(read.published.unwrap().date.to_string(), "2025-10-07");
    assert_eq!(read.url.as_deref(), Some("https://post.example/1"));
    for guid in [
        "<guid isPermaLink='false'>https://post.example/1</guid>",
        "<guid isPermaLink=\"false\"><![CDATA[https://post.example/1]]></guid>",
        "<guid>17</guid>",
    ] {
        assert_eq!(one(&format!("<title>t</title>{guid}")).url, None, "{guid}");
    }
    let link = "<link rel='alternate' href='";
    let atom = ATOM.replace(link, "").replacen(
        "<link rel=\"self\"",
        "<link href=\"mailto:a@b.example\"/><link rel=\"self\"",
        1,
    );
    assert_eq!(
        article(atom.as_bytes(), "a.atom").url.as_deref(),
        Some("https://packet.example/1")
    );
}

#[test]
fn the_numbers_of_windows_are_its_marks() {
    let read = one("<title>It&#146;s &#147;shut&#148; &#151; for good</title>");
    assert_eq!(read.title.as_deref(), Some("It’s “shut” — for good"));
    assert!(read.notes.is_empty(), "{:?}", read.notes);
}

#[test]
fn an_entry_is_put_right_as_a_whole() {
    let read = one(
        "<title>CafÃ© shut</title><guid>1</guid><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>ZoÃ« Holm</dc:creator>",
    );
    assert_eq!(
        (read.title.as_deref(), read.byline.as_deref()),
        (Some("Café shut"), Some("Zoë Holm"))
    );
    assert_eq!(
        read.notes[0].as_str(),
        "Characters that had been encoded twice were put right: 2."
    );
}
