//! Pages that stand before an article and hold none: the notice about cookies, the check whether a person reads, "page not
//! found", the offer to subscribe.

use super::metadata::Told;
use super::words::{WORDS, Walls};
use crate::briefing::Article;

/// Longer texts, in bytes, are more than that, whatever they say.
const LONGEST: usize = 1500;

/// A kind of page that holds no article.
struct Kind {
    /// What pages of the kind say.
    phrases: fn(&Walls) -> &[String],
    /// What such a page is, and what to do.
    notice: &'static str,
}

const KINDS: &[Kind] = &[
    Kind {
        phrases: |walls| &walls.consent,
        notice: "this is only the notice about cookies that stands before the article; open the page, answer it, and save it again",
    },
    Kind {
        phrases: |walls| &walls.human,
        notice: "this is only the check for robots that stands before the article; open the page, pass it, and save it again",
    },
    Kind {
        phrases: |walls| &walls.error,
        notice: "this is only the message that the page is not there or must not be read; open its address again, and save the article",
    },
    Kind {
        phrases: |walls| &walls.paid,
        notice: "this is only the offer to subscribe or log in that stands before the article; log in, open the page, and save it again",
    },
];

/// What to say of a page that is nothing but a wall before an article; `None` where it may be an article.
///
/// Nobody signs or dates a wall, and nearly every sentence of it is known: an article about cookies has others.
pub(super) fn notice(article: &Article, told: &Told) -> Option<&'static str> {
    let is_told = article.byline.is_some() || article.published.is_some() || told.is_article;
    if is_told || article.text.is_empty() || article.text.len() > LONGEST {
        return None;
    }
    let title = article.title.as_deref().unwrap_or_default();
    let said = format!("{title}\n{}", &*article.text).to_lowercase();
    let sentences: Vec<&str> = said.lines().flat_map(sentences).collect();
    let all = KINDS.iter().map(|kind| {
        let phrases = (kind.phrases)(&WORDS.walls);
        let has_phrase = |sentence: &&&str| phrases.iter().any(|phrase| sentence.contains(phrase.as_str()));
        (sentences.iter().filter(has_phrase).count(), kind)
    });
    // Of equals, the first.
    let (known, kind) = all.rev().max_by_key(|(known, _)| *known)?;
    (known * 3 >= sentences.len() * 2 && known > 0).then_some(kind.notice)
}

/// The sentences of a paragraph; those without a letter say nothing.
fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    let ended = paragraph.split_inclusive(['.', '!', '?']);
    // "www.post.example" is no end.
    let mut start = 0;
    let mut end = 0;
    let mut pieces = Vec::new();
    for piece in ended {
        end += piece.len();
        let rest = paragraph.get(end..).unwrap_or_default();
        if rest.is_empty() || rest.starts_with(char::is_whitespace) {
            pieces.push(paragraph.get(start..end).unwrap_or_default());
            start = end;
        }
    }
    let has_letter = |piece: &&str| piece.contains(char::is_alphabetic);
    pieces.into_iter().filter(has_letter)
}
