//! IPTC ninjs and NewsML-G2.

use briefing::briefing::CleanText;

use super::{about, all_about, article, articles, refusal, survives_being_cut, survives_damage};

const NINJS_1: &str = r#"{
  "uri": "https://agency.example/item/17", "type": "text", "version": "2", "versioncreated": "2025-09-04T14:30:00+02:00",
  "pubstatus": "usable", "language": "en", "headline": "Bridge shut", "byline": "Ida Holm", "located": "MELLBY",
  "infosource": [{"name": "Agency"}], "slugline": "BRIDGE", "description_text": "The river rose.",
  "body_xhtml": "<p>The bridge over the Mell was shut on Tuesday.</p><p>“Nobody was hurt,” the mayor said.</p>"
}"#;

const NINJS_3: &str = r#"{
  "uri": "urn:newsml:agency.example:20250904:18", "standard": {"name": "ninjs", "version": "3.0"},
  "contentCreated": "2025-09-04T09:00:00Z", "versionCreated": "2025-09-05T09:00:00Z", "pubStatus": "usable",
  "embargoed": "2025-09-06T18:00:00+02:00", "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry full"}],
  "descriptions": [{"contentType": "text/html", "value": "<p>Forty cars <b>turned</b> away.</p>"}],
  "bodies": [{"contentType": "text/html", "value": "<p>Not this one.</p>"},
             {"contentType": "text/plain", "value": "The ferry was full on Monday.\n\nForty cars were turned away, its master said."}]
}"#;

fn newsml(status: &str, rest: &str) -> String {
    format!(
        r#"<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:agency.example:19" version="1" standard="NewsML-G2">
  <itemMeta><itemClass qcode="ninat:text"/><provider literal="agency"><name>The Agency</name></provider>
    <versionCreated>2025-09-04T14:30:00+02:00</versionCreated>{rest}<pubStatus qcode="stat:{status}"/></itemMeta>
  <contentMeta><creator><name>Per Aas</name></creator><language tag="en-GB"/><headline>Lock <i>closed</i></headline></contentMeta>
  <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
    <body><p>The lock closed on Wednesday &amp; nobody was told.</p><p>“It leaks,” said Ada Holm.</p></body></html></inlineXML></contentSet>
</newsItem>"#
    )
}

const NITF: &str = r"<nitf><body><body.head><hedline><hl1>Not this</hl1></hedline></body.head><body.content><p>The herring came late.</p></body.content></body></nitf>";

#[test]
fn items_of_every_version_tell_what_the_agency_knows() {
    let nitf = newsml("usable", "");
    let (start, rest) = nitf.split_once("<html").unwrap();
    let (_, end) = rest.split_once("</html>").unwrap();
    let nitf = format!("{start}{NITF}{end}");
    let all = [
        article(NINJS_1.as_bytes(), "a.json"),
        article(NINJS_3.as_bytes(), "b.json"),
        article(newsml("usable", "").as_bytes(), "c.xml"),
        article(nitf.as_bytes(), "d.xml"),
    ];
    insta::assert_snapshot!(all_about(&all));
}

#[test]
fn what_must_not_be_published_says_so() {
    let ninjs = |status: &str| NINJS_1.replace("usable", status);
    let embargo = "<embargoed>2025-09-06T18:00:00+02:00</embargoed>";
    for (item, notice) in [
        (
            ninjs("withheld"),
            "WITHHELD by its publisher: not for publication",
        ),
        (
            ninjs("canceled"),
            "CANCELLED by its publisher: do not use it, and take it back where it was used",
        ),
        (
            ninjs("reviewing"),
            "NOT CLEARED by its publisher, whose status for it is “reviewing”",
        ),
        (
            newsml("withheld", embargo),
            "WITHHELD by its publisher: not for publication; EMBARGOED by its publisher: not for publication before \
             2025-09-06T18:00:00+02:00",
        ),
        (
            newsml("canceled", ""),
            "CANCELLED by its publisher: do not use it, and take it back where it was used",
        ),
        (
            newsml("usable", embargo),
            "EMBARGOED by its publisher: not for publication before 2025-09-06T18:00:00+02:00",
        ),
        (
            newsml("usable", "<embargoed/>"),
            "EMBARGOED by its publisher until further notice",
        ),
    ] {
        assert_eq!(
            article(item.as_bytes(), "item").notice.as_deref(),
            Some(notice),
            "{item}"
        );
    }
    assert_eq!(article(ninjs("usable").as_bytes(), "item").notice, None);
    let both = NINJS_3.replace("usable", "withheld");
    assert_eq!(
        article(both.as_bytes(), "item").notice.as_deref(),
        Some(
            "WITHHELD by its publisher: not for publication; EMBARGOED by its publisher: not for publication before \
             2025-09-06T18:00:00+02:00"
        )
    );
    // The terms of a list have several names.
    let named = |attribute: &str| newsml("usable", "").replace("qcode=\"stat:usable\"", attribute);
    for attribute in [
        "uri=\"http://cv.iptc.org/newscodes/pubstatusg2/withheld\"",
        "literal=\"withheld\"",
    ] {
        let notice = article(named(attribute).as_bytes(), "item").notice;
        assert!(notice.unwrap().starts_with("WITHHELD"), "{attribute}");
    }
    for (told, is_embargo) in [
        ("\"embargoed\": true", true),
        ("\"embargoedReason\": \"until the bridge is open\"", true),
        ("\"embargoed\": null", false),
        ("\"embargoed\": false", false),
    ] {
        let item = NINJS_1.replacen('{', &format!("{{{told},"), 1);
        assert_eq!(
            article(item.as_bytes(), "item").notice.is_some(),
            is_embargo,
            "{told}"
        );
    }
}

#[test]
fn many_items_are_many_articles() {
    for list in [
        format!("[{NINJS_1},{NINJS_3}, {{}}]"),
        format!("{{\"_items\": [{NINJS_1},{NINJS_3},{{}}]}}"),
    ] {
        let (read, errors) = articles(list.as_bytes(), "wire.json");
        assert_eq!(read.len(), 2);
        assert!(
            read[1]
                .entry
                .as_ref()
                .unwrap()
                .key
                .contains("agency-example-20250904-18")
        );
        assert!(
            errors[0].starts_with("wire.json#3: this is no item of news"),
            "{errors:?}"
        );
    }
    let item = newsml("usable", "");
    let picture = item.replace("ninat:text", "ninat:picture");
    let message =
        format!("<?xml version=\"1.0\"?><newsMessage><itemSet>{item}{picture}{item}</itemSet></newsMessage>");
    let (read, errors) = articles(message.as_bytes(), "wire.xml");
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(
        read.iter()
            .map(|article| article.file_name().to_string())
            .collect::<Vec<_>>(),
        ["wire.xml#1", "wire.xml#2"]
    );
}

#[test]
fn a_sheet_of_plain_data_is_no_item_and_no_prose() {
    for json in [
        r#"{"name": "x", "version": 1, "uri": "https://a.example"}"#,
        r#"[{"title": "The herring came late"}, {"title": "Ferry full"}]"#,
        "{\"title\": \"Herring late\"}\n{\"title\": \"Ferry full\"}\n",
        "[]\n",
        "{}",
    ] {
        let refused = refusal(json.as_bytes(), "a.json");
        assert!(
            refused.starts_with("a.json: this is JSON, of a kind that is not read"),
            "{refused}"
        );
    }
    let cut = r#"{"uri": "urn:x", "headline": "Ferry full", "body_text": "The ferry was"#;
    let refused = refusal(cut.as_bytes(), "a.json");
    assert!(refused.contains("JSON that is damaged or cut short"), "{refused}");
    for xml in [
        "<notice xmlns='urn:x'><p>The ferry was full.</p></notice>\n",
        "<!-- made by hand -->\n<t:text lang='en'>The ferry was full.</t:text >",
    ] {
        let refused = refusal(xml.as_bytes(), "a.txt");
        assert!(refused.contains("XML, of a kind that is not read"), "{refused}");
    }
    for prose in [
        "[1] The herring came late this year.",
        "{The herring} came late.",
        "<laughs> The herring came late.",
        "{\"The herring\"} came late.",
    ] {
        assert_eq!(article(prose.as_bytes(), "a.txt").format.as_str(), "text");
    }
}

#[test]
fn items_one_a_line_are_many_articles() {
    let line = |item: &str| item.replace('\n', " ");
    let lines = format!("{}\n{}\n", line(NINJS_1), line(NINJS_3));
    let (read, errors) = articles(lines.as_bytes(), "wire.ndjson");
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(read.len(), 2);
    let cut = lines.get(..lines.len() - 40).unwrap();
    let (read, errors) = articles(cut.as_bytes(), "wire.ndjson");
    assert_eq!(read.len(), 1);
    assert!(
        errors[0].starts_with("wire.ndjson#2: this item is damaged"),
        "{errors:?}"
    );
    // One that is damaged costs itself, wherever it stands.
    let (one, three) = (line(NINJS_1), line(NINJS_3));
    let half = one.get(..one.len() / 2).unwrap();
    for (lines, bad) in [
        (format!("{one}\n{half}\n{three}\n"), "wire.ndjson#2"),
        (format!("{half}\n{one}\r\n{three}\n"), "wire.ndjson#1"),
    ] {
        let (read, errors) = articles(lines.as_bytes(), "wire.ndjson");
        assert_eq!(read.len(), 2, "{errors:?}");
        assert_eq!(errors.len(), 1);
        assert!(
            errors[0].starts_with(&format!("{bad}: this item is damaged")),
            "{errors:?}"
        );
    }
}

#[test]
fn what_was_taken_back_without_a_text_says_so() {
    let body = NINJS_1.split_once("\"body_xhtml\"").unwrap().0;
    let item = format!("{body} \"body_xhtml\": \"\"}}").replace("usable", "canceled");
    let refused = refusal(item.as_bytes(), "item.json");
    assert_eq!(
        refused,
        "item.json: CANCELLED by its publisher: do not use it, and take it back where it was used; there is no text in it \
         (“Bridge shut”)"
    );
}

#[test]
fn a_byline_is_names_alone_and_the_head_is_not_told_twice() {
    let again = "<h1>Bridge shut</h1><p>By Ida Holm</p><p>The river rose</p>";
    let item = NINJS_1
        .replace("\"Ida Holm\"", "\"By Ida Holm\"")
        .replace("The river rose.", "The river rose")
        .replace("\"<p>The bridge", &format!("\"{again}<p>The bridge"));
    let read = article(item.as_bytes(), "a.json");
    assert_eq!(read.byline.as_deref(), Some("Ida Holm"));
    assert_eq!(read.standfirst.as_deref(), Some("The river rose"));
    assert!(read.text.starts_with("The bridge over the Mell"), "{}", read.text);
    let item = newsml("usable", "").replace("<headline>", "<by>By Ida Holm</by><headline>");
    assert_eq!(
        article(item.as_bytes(), "a.xml").byline.as_deref(),
        Some("Ida Holm")
    );
}

#[test]
fn a_body_of_html_is_read_as_html_wherever_it_stands() {
    let item = newsml("usable", "");
    let (start, rest) = item.split_once("<inlineXML").unwrap();
    let (_, end) = rest.split_once("</inlineXML>").unwrap();
    let html = "<p>The lock closed on Wednesday.</p><p>“It leaks,” said Ada Holm.</p>";
    let escaped = html.replace('<', "&lt;");
    for data in [
        format!("<inlineData contenttype=\"text/html\"><![CDATA[{html}]]></inlineData>"),
        format!("<inlineData contenttype=\"text/html\"><![CDATA[{escaped}]]></inlineData>"),
    ] {
        let read = article(format!("{start}{data}{end}").as_bytes(), "a.xml");
        assert_eq!(
            &*read.text,
            "The lock closed on Wednesday.\n\n“It leaks,” said Ada Holm."
        );
    }
    let plain = format!("{start}<inlineData>The level was &lt; 5 m.</inlineData>{end}");
    assert_eq!(&*article(plain.as_bytes(), "a.xml").text, "The level was < 5 m.");
}

#[test]
fn broken_and_hostile_items() {
    let item = newsml("usable", "");
    let entities = format!(
        "<!DOCTYPE newsItem [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}",
        item.replace("Wednesday", "&x;")
    );
    for xml in [
        entities.as_str(),
        &item[..item.len() / 2],
        "<newsItem>",
        "<newsMessage><itemSet/></newsMessage>",
    ] {
        let refused = refusal(xml.as_bytes(), "item.xml");
        assert!(refused.starts_with("item.xml: "), "{refused}");
    }
    let deep = item.replace("<p>", &"<p>".repeat(200_000));
    assert!(refusal(deep.as_bytes(), "item.xml").starts_with("item.xml: this NewsML is damaged"));
    let deep = item
        .replace("<p>The", &format!("{}The", "<p>".repeat(50_000)))
        .replace("told.</p>", &format!("told.{}", "</p>".repeat(50_000)));
    let refused = refusal(deep.as_bytes(), "item.xml");
    assert!(
        refused.contains("deeper in one another than real ones do"),
        "{refused}"
    );
    let latin = item.replace("“It leaks,”", "\"It leaks,\" Åse").replacen(
        "<newsItem",
        "<?xml version='1.0' encoding='iso-8859-1'?><newsItem",
        1,
    );
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&latin);
    assert!(about(&article(&bytes, "item.xml")).contains("Åse"));
    let escape = NINJS_1.replace("Bridge shut", "Bridge\\u001b[2J shut");
    assert_eq!(
        article(escape.as_bytes(), "a.json").title.as_deref(),
        Some("Bridge␛[2J shut")
    );
}

#[test]
fn cut_and_damaged_items_do_no_harm() {
    for item in [NINJS_1, NINJS_3, &newsml("usable", "")] {
        survives_being_cut(item.as_bytes(), "item");
        survives_damage(item.as_bytes(), "item");
    }
}

#[test]
fn what_was_encoded_twice_or_is_not_seen_is_told() {
    let broken = |item: &str| {
        item.replace("Tuesday", "Tues\u{ad}day: itâ€™s shut, cafÃ© and all")
            .replace("Wednesday", "Wednes\u{ad}day: itâ€™s shut, cafÃ© and all")
    };
    for (item, name) in [(NINJS_1.to_owned(), "a.json"), (newsml("usable", ""), "a.xml")] {
        let read = article(broken(&item).as_bytes(), name);
        assert!(
            read.text.contains("day: it’s shut, café and all"),
            "{}",
            read.text
        );
        assert_eq!(
            read.notes.iter().map(CleanText::as_str).collect::<Vec<_>>(),
            [
                "Characters that had been encoded twice were put right: 2.",
                "Characters that nobody sees were left out: 1."
            ]
        );
    }
}

#[test]
fn the_case_of_keys_differs_between_versions() {
    let lower = NINJS_3
        .replace("contentCreated", "contentcreated")
        .replace("pubStatus", "pubstatus")
        .replace("contentType", "contenttype")
        .replace(
            "\"headlines\"",
            "\"infosources\": [{\"name\": \"Agency\"}], \"headlines\"",
        );
    let read = article(lower.as_bytes(), "item");
    assert_eq!(read.published.unwrap().date.to_string(), "2025-09-04");
    assert_eq!(read.source.as_deref(), Some("Agency"));
    assert!(read.text.starts_with("The ferry was full"), "{}", read.text);
}
