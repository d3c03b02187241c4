//! `briefing check`.

use crate::{ARTICLE, Desk};

#[test]
fn tells_every_mistake_with_its_place() {
    let desk = Desk::new();
    desk.put(
        "good.toml",
        "[article]\ntext = \"It rained.\"\n[[summary]]\ntext = \"Rain.\"\n",
    )
    .put(
        "bad.toml",
        "[article]\ntext = \"It rained.\"\n\n[[quotes]]\nspeeker = \"me\"\ntext = \"“It rained.”\"\n",
    );
    let ran = desk.run(&["check", "good.toml", "bad.toml"]);
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(format!("{}---\n{}", ran.out, ran.err));
}

#[test]
fn looks_at_corrections_with_or_without_their_article() {
    let desk = Desk::new();
    desk.put("news/a.txt", ARTICLE)
        .put("news/a.briefing.toml", "[[summary]]\ntext = \"The harbour is open.\"\n\n[[quotes]]\ntext = \"“Nobody said this.”\"\nspeaker = \"unknown\"\n")
        .put("news/b.txt", ARTICLE)
        .put("news/c.briefing.toml", "[[summary]]\ntext = \"Of no article.\"\n");
    let ran = desk.run(&["check", "news"]);
    // What is written about words that the article does not have is named with its place.
    let lost = "news/a.briefing.toml:4: the article does not have these words: “Nobody said this.”";
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains(lost), "{}", ran.err);
    insta::assert_snapshot!(ran.out);
    let named = desk.run(&["check", "news/a.briefing.toml"]);
    assert!(ran.out.starts_with(&named.out));
}

#[test]
fn an_article_nobody_wrote_about_is_told() {
    let desk = Desk::new();
    desk.put("a.txt", ARTICLE);
    let ran = desk.run(&["check", "a.txt"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    insta::assert_snapshot!(ran.err);
}
