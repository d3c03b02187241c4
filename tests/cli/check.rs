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

#[test]
fn thousands_of_corrections_in_one_folder_take_no_time() {
    const MANY: usize = 4_000;
    let desk = Desk::new();
    desk.put("news/a.txt", ARTICLE);
    let mut named = vec!["check".to_owned()];
    for number in 0..MANY {
        desk.put(&format!("news/{number}.briefing.toml"), "format = 1\n");
        if number % 2 == 0 {
            named.push(format!("news/{number}.briefing.toml"));
        }
    }
    let of_no_article = |ran: &crate::Ran| ran.out.matches("there is no article beside it").count();
    let ran = desk.run(&["check", "news"]);
    assert_eq!((ran.code, of_no_article(&ran)), (0, MANY), "{}", ran.err);
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let ran = desk.run(&named);
    assert_eq!((ran.code, of_no_article(&ran)), (0, MANY / 2), "{}", ran.err);
}

#[cfg(feature = "feeds")]
#[test]
fn a_file_of_many_articles_is_read_once_for_all_their_corrections() {
    use std::fmt::Write as _;

    use briefing::load::{load_all, sidecar_of};

    use crate::limits::patient;

    const MANY: usize = 600;
    let desk = Desk::new();
    // A busy machine may need longer than is usual.
    desk.put("config/briefing/config.toml", "[limits]\nseconds = 600\n");
    let mut feed = "<rss version=\"2.0\"><channel><title>Post</title>".to_owned();
    for number in 0..MANY {
        write!(
            feed,
            "<item><title>Storm {number}</title><guid>storm-{number}</guid><description>The harbour was shut on \
             Tuesday, for the {number}th time this year.</description></item>"
        )
        .unwrap();
    }
    desk.put("news/feed.xml", format!("{feed}</channel></rss>"));
    let articles = load_all(&desk.path("news/feed.xml"), &patient());
    let ids: Vec<_> = articles
        .iter()
        .flatten()
        .filter_map(|loaded| loaded.article.id())
        .collect();
    assert_eq!(ids.len(), MANY);
    for (number, id) in ids.iter().enumerate() {
        let wrong = if number == 7 {
            "[[quotes]]\ntext = \"No.\"\n"
        } else {
            ""
        };
        std::fs::write(sidecar_of(id), format!("format = 1\n{wrong}")).unwrap();
    }
    desk.put("news/feed.xml.gone.briefing.toml", "format = 1\n");
    for path in ["news", "news/feed.xml"] {
        let ran = desk.run(&["check", path]);
        let wrong = sidecar_of(&ids[7]);
        let wrong = wrong.file_name().unwrap().to_string_lossy();
        let told = format!("briefing: news/{wrong}:2: the article does not have these words: No.\n");
        assert_eq!((ran.code, ran.out.lines().count()), (1, MANY), "{}", ran.err);
        assert!(ran.err.contains(&told), "{}", ran.err);
        assert!(ran.err.contains("the article `gone` is not in it"), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    }
}
