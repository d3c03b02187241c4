//! Plain text and Markdown: what stands around an article, and signs that are not what they look like.

use super::article;

const STORY: &str = "The bridge over the Mell was shut on Tuesday, and the ferry was soon full.\n\n\"Nobody was hurt,\" the \
                     mayor said.";

#[test]
fn an_article_ends_with_its_last_sentence() {
    let told = |end: &str| {
        let text = format!("Bridge shut after flood\n\nTwo ferries were put on.\n\n{STORY}\n\n{end}\n");
        article(text.as_bytes(), "a.txt")
    };
    for end in [
        "Summary: the bridge is shut, and will be for a year.",
        "Description: a bridge of three arches.",
        "Title: the bridge.",
    ] {
        assert!(told(end).text.ends_with(end), "{end}");
    }
    let told = told("Source: The Mellby Post");
    assert_eq!(told.source.as_deref(), Some("The Mellby Post"));
    assert!(told.text.ends_with("the mayor said."));
}

#[test]
fn what_the_head_tells_wins_over_the_end() {
    let text = format!(
        "Bridge shut after flood\nBy Ida Holm\nPublished: 4 September 2025\n\n{STORY}\n\nBy: Per Aas\nPublished: 5 May 2020\n"
    );
    let told = article(text.as_bytes(), "a.txt");
    assert_eq!(told.byline.as_deref(), Some("Ida Holm"));
    assert_eq!(told.published.unwrap().date.to_string(), "2025-09-04");
}

#[test]
fn fields_without_a_fence_are_read() {
    for head in [
        "Title: Bridge shut\n\nURL Source: https://post.example/a\n\nAuthor: Ida Holm\n\nPublished Time: \
         2025-09-04T10:00:00Z\n\nMarkdown Content:\n",
        "title:: Bridge shut\nauthor:: [[Ida Holm]]\nurl:: https://post.example/a\ndate:: 2025-09-04\n\n",
        "# Bridge shut\n\nAuthor: Ida Holm\nURL: https://post.example/a\nPublished: 4 September 2025\nTags: floods\n\n",
        "{\n \"title\": \"Bridge shut\",\n \"author\": \"Ida Holm\",\n \"url\": \"https://post.example/a\",\n \"date\": \
         \"2025-09-04\"\n}\n\n",
        "---\nid: 1\ntitle: |\n  Bridge shut\nauthor: Ida Holm\nurl: https://post.example/a\npublished_date: 2025-09-04\n---\n",
    ] {
        let told = article(format!("{head}{STORY}").as_bytes(), "a.md");
        assert_eq!(told.title.as_deref(), Some("Bridge shut"), "{head}");
        assert_eq!(told.byline.as_deref(), Some("Ida Holm"), "{head}");
        assert_eq!(told.url.as_deref(), Some("https://post.example/a"), "{head}");
        assert_eq!(
            told.published.map(|day| day.date.to_string()).as_deref(),
            Some("2025-09-04"),
            "{head}"
        );
        assert!(told.standfirst.is_none(), "{head}");
        assert!(told.text.starts_with("The bridge over"), "{head}: {}", told.text);
    }
}

#[test]
fn what_a_reader_wrote_below_a_highlight_is_none_of_it() {
    let note = "# Bridge shut\n\n## Metadata\n- Author: Ida Holm\n- Full Title: Bridge shut\n\n## Highlights\n- The bridge was \
                shut on Tuesday. ([View Highlight](https://r.example/1))\n    - Note: look into this\n- The ferry was full. \
                ([View Highlight](https://r.example/2))\n";
    let told = article(note.as_bytes(), "a.md");
    assert_eq!(
        told.text.as_str(),
        "The bridge was shut on Tuesday.\n\nThe ferry was full."
    );
    assert_eq!(told.notes.len(), 1, "{:?}", told.notes);
}

#[test]
fn html_in_markdown_is_read_as_html() {
    let told = article(
        format!("# Bridge shut\n\n<!-- of the\neditor -->\n\n<STYLE>\np {{ }}\n</STYLE>\n\n{STORY}\n\n<p>It&mdash;all.</p>\n").as_bytes(),
        "a.md",
    );
    assert!(
        told.text.starts_with("The bridge over") && told.text.ends_with("It—all."),
        "{}",
        told.text
    );
}

#[test]
fn signs_of_fonts_are_the_marks_of_a_list() {
    let text = "Bridge shut after flood\n\nThe council wants three things, it said:\n\u{f0b7} A new bridge, which is to be \
                built by\nthe end of the year\n\u{f0b7} A new ferry\n\u{f0a7}\tMoney\n";
    let told = article(text.as_bytes(), "a.txt");
    assert!(!told.text.contains('\u{fffd}'), "{}", told.text);
    assert!(
        told.text.ends_with("\n\n• A new ferry\n\n• Money"),
        "{}",
        told.text
    );
}

#[test]
fn text_of_old_macintoshes_has_its_own_marks() {
    let text = format!("Bridge shut\n\n“We don’t know,” he said — and left.\n\n{STORY}\n");
    let (bytes, ..) = encoding_rs::MACINTOSH.encode(&text);
    assert!(
        article(&bytes, "a.txt")
            .text
            .contains("“We don’t know,” he said — and left.")
    );
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&text);
    assert!(
        article(&bytes, "a.txt")
            .text
            .contains("“We don’t know,” he said — and left.")
    );
}
