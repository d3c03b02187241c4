//! A saved web page, or a piece of one → [`Article`].
//!
//! | File | What it is for |
//! |---|---|
//! | `prefilter` | the page made safe to parse, before it is parsed |
//! | `metadata`, `json_ld` | headline, byline, dates … from the head of the page |
//! | `saved` | what a browser wrote into the page when it saved it |
//! | `headline`, `times`, `people` | which heading, which date and which names are the article's own |
//! | `byline`, `byline_lines` | who wrote it, where an element of its body is named for that |
//! | `body` | which part of the page is the article |
//! | `blocks` | that part as paragraphs, headings, items |
//! | `leftovers` | the blocks that are none of the article |
//! | `walls` | pages that stand before an article and hold none |
//! | `nodes` | what an element is called, and what it holds |
//! | `words` | the words that these know them by, from `words.toml` |

mod blocks;
mod body;
mod byline;
mod byline_lines;
mod headline;
mod json_ld;
mod leftovers;
mod metadata;
mod nodes;
mod people;
mod prefilter;
mod saved;
mod times;
mod walls;
mod words;

use dom_query::Document;

use crate::briefing::{Article, CleanText};
use crate::load::decode::clean;
use crate::load::error::LoadError;
use crate::load::guard::{Failed, guarded};
use crate::load::limits::Deadline;
use crate::load::metadata as facts;
use crate::load::paragraphs::same;
use crate::load::{date_line, entities, mojibake, text};
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

/// Why a page gives no article.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::load) enum Refused {
    /// A parser gave up.
    Failed(Failed),
    /// The work on it takes too long.
    Late,
    /// It stands before an article and holds none: what it is, and what to do.
    Wall(&'static str),
}

impl Refused {
    /// The same, told of the file at `path`.
    pub(in crate::load) fn told(&self, path: CleanText, deadline: &Deadline) -> LoadError {
        let reason = match self {
            Self::Failed(failed) => CleanText::line(&failed.to_string()),
            Self::Late => return LoadError::late(path, deadline),
            Self::Wall(notice) => CleanText::line(notice),
        };
        LoadError::Malformed { path, reason }
    }
}

/// Shorter articles of which one must pay for the rest, in bytes, may be the beginning alone.
const LONGEST_TEASER: usize = 3000;

/// Reads `page` into the fields of `article` that are still empty, and its body.
pub(in crate::load) fn read(page: &str, deadline: Deadline, article: &mut Article) -> Result<(), Refused> {
    let safe = prefilter::safe(page);
    let Page {
        article: head,
        body,
        told,
    } = guarded(PARSER, || parse(&safe, page, deadline, article.clone()))
        .map_err(Refused::Failed)?
        .ok_or(Refused::Late)?;
    *article = head;
    if safe.cut {
        article.notes.push(CleanText::line(
            "The page is longer than pages are, and its end was not read.",
        ));
    }
    match body {
        Body::Typed(words) => text::read(&gate(&words), article),
        Body::Blocks(left) => read_blocks(left, &told, article),
    }
    let mut dates = told.dates.iter();
    article.published = article
        .published
        .or_else(|| dates.find_map(|words| date_line::published(words)));
    article.byline = article
        .byline
        .take()
        .map(|names| CleanText::line(&people::tidied(&names)))
        .filter(|names| !names.is_empty());
    if let Some(notice) = walls::notice(article, &told) {
        return Err(Refused::Wall(notice));
    }
    if told.must_be_paid && article.text.len() < LONGEST_TEASER {
        article.notes.push(CleanText::line(
            "The page says that one must pay to read it: this may be only the beginning of the article.",
        ));
    }
    Ok(())
}

/// Reads the part of a page that is its article.
fn read_blocks(left: Left, told: &Told, article: &mut Article) {
    let mut paragraphs = fill(left, article);
    if let Some(body) = &told.body {
        let body = metadata::paragraphs(body);
        let length = |paragraphs: &[String]| paragraphs.iter().map(String::len).sum::<usize>();
        // Pages that show their article with a script have it for programs alone.
        if length(&body) > 2 * length(&paragraphs) {
            paragraphs = body;
        }
    }
    // What was written as entities has not passed the gate yet.
    let paragraphs = paragraphs.iter().map(|words| gate(words)).collect();
    text::read_paragraphs(paragraphs, article);
}

/// The paragraphs of all of `page`, without what is none of an article: a newsletter has many articles side by side.
#[cfg(feature = "mail")]
pub(in crate::load) fn all_paragraphs(page: &str) -> Result<Vec<String>, Failed> {
    let safe = prefilter::safe(page);
    let left = guarded(PARSER, || {
        let document = Document::from(safe.html.as_str());
        leftovers::taken_out(blocks::blocks(&document.root()))
    })?;
    let words = left.blocks.iter().map(|block| gate(&block.words));
    Ok(words.collect())
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

/// The page, or nothing where there is no time left for it.
fn parse(safe: &Safe, page: &str, deadline: Deadline, mut article: Article) -> Option<Page> {
    let document = Document::from(safe.html.as_str());
    let told = metadata::read(&document, page, &mut article);
    // A page that needs so long is made to take long.
    if deadline.is_over() {
        return None;
    }
    if let Some(text) = body::typed_text(&document) {
        let body = Body::Typed(text);
        return Some(Page { article, body, told });
    }
    facts::apply(byline::taken_out(&document), &mut article);
    let body = Body::Blocks(leftovers::taken_out(body::body(document)));
    Some(Page { article, body, told })
}
