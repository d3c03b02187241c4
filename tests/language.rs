//! Articles that are not in English: they are recognised, and only what needs no understanding is told of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use briefing::briefing::{ActorId, Article, Briefing, CleanText, Quote, Speaker, Written};
use briefing::export::{Exporter, Text};
use briefing::extract::{Options, extract};

fn brief(language: &str, text: &str) -> Briefing {
    let article = Article {
        language: (!language.is_empty()).then(|| CleanText::line(language)),
        text: CleanText::new(text),
        ..Article::default()
    };
    extract(article, Written::default(), &Options::default())
}

const FRENCH: &str = "Le pont de Kelmar a été fermé lundi après la découverte d’une fissure dans un câble. La ville \
    attend les ingénieurs depuis le 4 septembre 2025.\n\n\
    « Nous ne pouvons pas attendre plus longtemps », a dit la maire de la ville, qui parle d’un « scandale ».";
const GERMAN: &str = "Die Brücke von Kelmar ist am 4.9.2025 wegen eines Risses gesperrt worden. Das teilte die Behörde mit, \
    die für den Bau zuständig ist.\n\n\
    „Wir können nicht länger warten“, sagte Dr. Holm, der die Arbeiten leitet, am 1. Oktober 2025 in der Stadt.";
const SPANISH: &str = "El puente de Kelmar fue cerrado el lunes por una grieta en uno de los cables. La decisión se tomó \
    el 4 de septiembre de 2025 en la capital.\n\n\
    «No podemos esperar más tiempo», dijo la alcaldesa, que no quiso dar más detalles de la obra.";
const RUSSIAN: &str = "Мост в городе Кельмар закрыт из-за трещины в главном тросе. Решение было принято 4 сентября 2025 года.\n\n\
    «Мы не можем больше ждать», — сказал он журналистам.";
const ARABIC: &str = "أغلق الجسر في مدينة كلمار بعد اكتشاف شق في أحد الكابلات. وقال المهندس إن العمل سيبدأ في 2025-09-04.\n\n\
    «لا يمكننا الانتظار أكثر من هذا»، قال رئيس البلدية.";
const CHINESE: &str = "凯尔马大桥周一关闭。工程师于2025年9月4日在主缆上发现了一条裂缝，大桥将关闭三个月。\n\n市长说：“我们不能再等下去了。”";

/// Text, tag, quotes, dates.
const CASES: &[(&str, &str, &[&str], &[&str])] = &[
    (
        FRENCH,
        "fr",
        &["« Nous ne pouvons pas attendre plus longtemps »"],
        &["2025-09-04"],
    ),
    (
        GERMAN,
        "de",
        &["„Wir können nicht länger warten“"],
        &["2025-09-04", "2025-10-01"],
    ),
    (
        SPANISH,
        "es",
        &["«No podemos esperar más tiempo»"],
        &["2025-09-04"],
    ),
    (RUSSIAN, "ru", &["«Мы не можем больше ждать»"], &["2025-09-04"]),
    (ARABIC, "ar", &["«لا يمكننا الانتظار أكثر من هذا»"], &["2025-09-04"]),
    (CHINESE, "zh", &["“我们不能再等下去了。”"], &["2025-09-04"]),
];

#[test]
fn a_language_is_recognised_by_its_words_and_letters() {
    for (text, tag, ..) in CASES {
        let briefing = brief("", text);
        assert_eq!(briefing.article.language.as_deref(), Some(*tag), "{text}");
        let notice = briefing.article.language_notice().unwrap();
        assert!(notice.ends_with("only quotation marks and absolute dates are read"));
    }
    assert!(
        brief("", FRENCH)
            .article
            .language_notice()
            .unwrap()
            .starts_with("In French:")
    );
}

#[test]
fn quotes_are_what_stands_in_marks_and_nobodys() {
    for (text, tag, quotes, _) in CASES {
        let briefing = brief("", text);
        let found: Vec<&str> = briefing
            .quotes
            .items
            .iter()
            .map(|quote| quote.text.as_str())
            .collect();
        assert_eq!(&found, quotes, "{tag}");
        assert!(
            briefing
                .quotes
                .items
                .iter()
                .all(|quote| quote.speaker == Speaker::Unknown)
        );
    }
}

#[test]
fn dates_are_those_that_stand_for_themselves() {
    for (text, tag, _, dates) in CASES {
        let briefing = brief("", text);
        let found: Vec<&str> = briefing.dates.iter().map(|date| date.value.as_str()).collect();
        assert_eq!(&found, dates, "{tag}");
        assert_eq!(briefing.timeline.items.len(), dates.len(), "{tag}");
    }
}

#[test]
fn a_date_is_read_in_the_ways_that_languages_write_it() {
    for (written, value) in [
        ("le 1er mai 2024", Some("2024-05-01")),
        ("en mai 2024", Some("2024-05")),
        ("le 31/12/2024", Some("2024-12-31")),
        ("le 12/31/2024", None),
        ("le 31.12", None),
        ("la version 1.2.3", None),
        ("le 30 février 2024", None),
        ("en 2024", None),
    ] {
        let briefing = brief("fr", &format!("{FRENCH}\n\nLa ville a fermé le pont {written}."));
        let found = briefing.dates.get(1).map(|date| date.value.as_str());
        assert_eq!(found, value, "{written}");
    }
}

#[test]
fn nobody_is_named_and_the_summary_is_how_the_article_opens() {
    for (text, tag, ..) in CASES {
        let briefing = brief("", text);
        assert!(briefing.actors.items.is_empty(), "{tag}");
        let first = &briefing.summary.items[0];
        assert!(
            !first.text.is_empty() && text.contains(first.text.as_str()),
            "{tag}"
        );
    }
    let german = brief("", GERMAN);
    assert!(german.summary.items[0].text.ends_with("gesperrt worden."));
}

const ENGLISH: &str = "The French president said on Monday that the bridge at Kelmar would stay closed. \
    “It is a disgrace,” said Ada Holm, who runs the ferry.";

#[test]
fn english_stays_english() {
    for text in [
        ENGLISH.to_owned(),
        // Foreign names, titles and quotes.
        format!(
            "{ENGLISH} “C’est la vie, mais ce n’est pas la fin du monde,” she added in Le Monde and Die Zeit."
        ),
        format!(
            "{ENGLISH} The sign reads “Der Zutritt ist für alle verboten” in the hall of the Palacio de la Moneda."
        ),
        format!("{ENGLISH} On the wall stands “Мы не можем больше ждать”, which nobody there can read."),
        // Too little to tell.
        "Bridge closed".to_owned(),
        "Le pont".to_owned(),
        String::new(),
    ] {
        let briefing = brief("", &text);
        assert_eq!(briefing.article.language, None, "{text}");
        assert_eq!(briefing.article.language_notice(), None);
    }
    let said = |quote: &Quote| quote.text.contains("disgrace");
    let briefing = brief("", ENGLISH);
    let quote = briefing.quotes.items.iter().find(|quote| said(quote)).unwrap();
    assert_eq!(quote.speaker, Speaker::Actor(ActorId::from_name("Ada Holm")));
}

#[test]
fn what_the_file_declares_counts_where_the_words_do_not_tell() {
    for (declared, text, tag) in [
        ("fr-CA", "Le pont", Some("fr-CA")),
        ("fr-CA", FRENCH, Some("fr-CA")),
        ("de", FRENCH, Some("fr")),
        ("en-GB", "Bridge closed", Some("en-GB")),
        ("en", FRENCH, Some("fr")),
        ("cy", "Pont ar gau", Some("cy")),
    ] {
        let briefing = brief(declared, text);
        assert_eq!(briefing.article.language.as_deref(), tag, "{declared}: {text}");
    }
    let declared_wrongly = brief("fr", ENGLISH);
    assert!(!declared_wrongly.actors.items.is_empty());
    assert_eq!(declared_wrongly.article.language_notice(), None);
}

#[test]
fn printed_text_says_which_language_it_is() {
    let print = |text: &str| {
        let mut out = Vec::new();
        Text::new(80, false).briefing(&brief("", text), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    assert!(print(GERMAN).contains("In German: only quotation marks and absolute dates are read."));
    assert!(!print(ENGLISH).contains("are read"));
}
