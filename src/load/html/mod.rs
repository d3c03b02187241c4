//! A saved web page, or a piece of one → [`Article`].
//!
//! | File | What it is for |
//! |---|---|
//! | `prefilter` | the page made safe to parse, before it is parsed |
//! | `metadata`, `json_ld` | headline, byline, dates … from the head of the page |
//! | `byline` | who wrote it, where an element of its body is named for that |
//! | `body` | which part of the page is the article |
//! | `blocks` | that part as paragraphs, headings, items |
//! | `leftovers` | the blocks that are none of the article |
//! | `words` | the words that these know them by, from `words.toml` |

mod blocks;
mod body;
mod byline;
mod json_ld;
mod leftovers;
mod metadata;
mod prefilter;
mod words;

use dom_query::Document;

use crate::briefing::{Article, CleanText};
use crate::load::decode::clean;
use crate::load::guard::{Failed, guarded};
use crate::load::limits::Deadline;
use crate::load::metadata as facts;
use crate::load::paragraphs::same;
use crate::load::{entities, mojibake, text};
use blocks::{Block, Kind};
use leftovers::Left;
use metadata::Told;
use prefilter::Safe;

#[cfg(feature = "mail")]
pub(in crate::load) use leftovers::without_frame;

/// What a page holds.
struct Page {
    /// The fields that its head tells.
    article: Article,
    body: Body,
    told: Told,
}

/// The part of a page that is its article.
enum Body {
    Blocks(Left),
    /// The page is a file of text in the clothes of a page.
    Typed(String),
}

/// Shorter articles of which one must pay for the rest, in bytes, may be the beginning alone.
const LONGEST_TEASER: usize = 3000;

/// Reads `page` into the fields of `article` that are still empty, and its body.
pub(in crate::load) fn read(page: &str, deadline: Deadline, article: &mut Article) -> Result<(), Failed> {
    let safe = prefilter::safe(page);
    let Page {
        article: head,
        body,
        told,
    } = guarded(PARSER, || parse(&safe, page, deadline, article.clone()))??;
    *article = head;
    if safe.cut {
        article.notes.push(CleanText::line(
            "The page is longer than pages are, and its end was not read.",
        ));
    }
    let mut paragraphs = match body {
        Body::Typed(words) => {
            text::read(&gate(&words), article);
            return Ok(());
        }
        Body::Blocks(left) => fill(left, article),
    };
    if let Some(told) = told.body {
        let told = metadata::paragraphs(&told);
        let length = |paragraphs: &[String]| paragraphs.iter().map(String::len).sum::<usize>();
        // Pages that show their article with a script have it for programs alone.
        if length(&told) > 2 * length(&paragraphs) {
            paragraphs = told;
        }
    }
    // What was written as entities has not passed the gate yet.
    let paragraphs = paragraphs.iter().map(|words| gate(words)).collect();
    text::read_paragraphs(paragraphs, article);
    if told.must_be_paid && article.text.len() < LONGEST_TEASER {
        article.notes.push(CleanText::line(
            "The page says that one must pay to read it: this may be only the beginning of the article.",
        ));
    }
    Ok(())
}

/// Puts what stood around the article into the fields that are still empty; gives its paragraphs.
fn fill(left: Left, article: &mut Article) -> Vec<String> {
    if let Some(standfirst) = left.standfirst {
        article
            .standfirst
            .get_or_insert_with(|| CleanText::line(&standfirst));
    }
    let told = left.head.iter().filter_map(|line| facts::read(line));
    facts::apply(told.flatten().collect(), article);
    without_head(left.blocks, article)
}

/// How many blocks at the head may be headline and standfirst once more.
const HEAD: usize = 8;

/// The words of `blocks` without what is set as a heading at their head and is headline or standfirst.
fn without_head(blocks: Vec<Block>, article: &Article) -> Vec<String> {
    let echoes = |block: &Block| {
        let mut told = [&article.title, &article.standfirst].into_iter().flatten();
        block.kind == Kind::Heading && told.any(|told| same(told, &block.words))
    };
    let kept = blocks
        .into_iter()
        .enumerate()
        .filter(|(place, block)| *place >= HEAD || !echoes(block));
    kept.map(|(_, block)| block.words).collect()
}

/// Whether `words` are a paragraph that a program adds to the articles of a feed: "Subscribe now".
pub(in crate::load) fn is_added_to_feed(words: &str) -> bool {
    leftovers::is_added_to_feed(words)
}

/// `words` as they would be in a file of text.
fn gate(words: &str) -> String {
    let words = entities::unescaped(words);
    let (words, _) = mojibake::repaired(&words);
    clean(&words).to_string()
}

/// Who parses pages.
const PARSER: &str = "dom_smoothie";

fn parse(safe: &Safe, page: &str, deadline: Deadline, mut article: Article) -> Result<Page, Failed> {
    let document = Document::from(safe.html.as_str());
    let told = metadata::read(&document, page, &mut article);
    // A page that needs so long is made to take long.
    if deadline.is_over() {
        return Err(Failed {
            parser: PARSER,
            reason: CleanText::line(&deadline.reason()),
        });
    }
    if let Some(text) = body::typed_text(&document) {
        let body = Body::Typed(text);
        return Ok(Page { article, body, told });
    }
    facts::apply(byline::taken_out(&document), &mut article);
    let body = Body::Blocks(leftovers::taken_out(body::body(document)));
    Ok(Page { article, body, told })
}
