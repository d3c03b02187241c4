//! A saved web page, or a piece of one → [`Article`].
//!
//! | File | What it is for |
//! |---|---|
//! | `prefilter` | the page made safe to parse, before it is parsed |
//! | `metadata`, `json_ld` | headline, byline, dates … from the head of the page |
//! | `body` | which part of the page is the article |
//! | `blocks` | that part as paragraphs, headings, items |
//! | `leftovers` | the blocks that are none of the article |
//! | `words` | the words that these know them by, from `words.toml` |

mod blocks;
mod body;
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
use crate::load::{entities, mojibake, text};
use blocks::{Block, Kind};
use leftovers::Left;
#[cfg(feature = "mail")]
pub(in crate::load) use leftovers::without_frame;
use prefilter::Safe;

/// What a page holds.
struct Page {
    /// The fields that its head tells.
    article: Article,
    left: Left,
    /// The body as the page has it for programs.
    told: Option<String>,
}

/// Reads `page` into the fields of `article` that are still empty, and its body.
pub(in crate::load) fn read(page: &str, deadline: Deadline, article: &mut Article) -> Result<(), Failed> {
    let safe = prefilter::safe(page);
    let Page {
        article: head,
        left,
        told,
    } = guarded(PARSER, || parse(&safe, page, deadline, article.clone()))??;
    *article = head;
    if safe.cut {
        article.notes.push(CleanText::line(
            "The page is longer than pages are, and its end was not read.",
        ));
    }
    if let Some(standfirst) = left.standfirst {
        article
            .standfirst
            .get_or_insert_with(|| CleanText::line(&standfirst));
    }
    for line in &left.head {
        facts::apply(facts::read(line).unwrap_or_default(), article);
    }
    let mut paragraphs = without_head(left.blocks, article);
    if let Some(told) = told {
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
    drop_echo(article);
    Ok(())
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
    let left = leftovers::taken_out(body::body(document));
    Ok(Page { article, left, told })
}

/// How many blocks at the head may be headline and standfirst once more.
const HEAD: usize = 8;

/// The words of `blocks` without the headline and the standfirst at their head.
fn without_head(blocks: Vec<Block>, article: &Article) -> Vec<String> {
    let echoes = |block: &Block| {
        let told = [&article.title, &article.standfirst];
        block.kind == Kind::Heading
            && told
                .into_iter()
                .flatten()
                .any(|told| metadata::same(told, &block.words))
    };
    let kept = blocks
        .into_iter()
        .enumerate()
        .filter(|(place, block)| *place >= HEAD || !echoes(block));
    kept.map(|(_, block)| block.words).collect()
}

/// How many letters of a standfirst are looked for, and in how many of the article.
const ECHO: usize = 40;
const WHERE: usize = 2000;

/// Drops a standfirst that is the beginning of the article.
fn drop_echo(article: &mut Article) {
    let Some(standfirst) = &article.standfirst else {
        return;
    };
    // The last word of a long one may be cut off.
    let is_long = standfirst.len() > 2 * ECHO;
    let cut = standfirst.rsplit_once(' ').filter(|_| is_long);
    let letters = metadata::letters(cut.map_or(standfirst.as_str(), |(whole, _)| whole));
    let sought = letters.get(letters.ceil_char_boundary(letters.len().saturating_sub(ECHO))..);
    let sought = sought.unwrap_or_default();
    let start = article
        .text
        .get(..article.text.floor_char_boundary(WHERE))
        .unwrap_or_default();
    if metadata::letters(start).contains(sought) {
        article.standfirst = None;
    }
}
