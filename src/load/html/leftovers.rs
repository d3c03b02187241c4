//! What stands around and within the article that is none of it: captions, links to other articles, appeals to subscribe,
//! share or follow, notes on the author, lines of the page's own.

use memchr::memmem;

use super::blocks::{Block, Blocks, HEAD, Kind, Region};
use super::words::{Says, WORDS};
use crate::load::date_line;
use crate::load::paragraphs::{self, is_finished};

/// A strong name takes out at most this share of the page, in percent; a weak one this.
const MOST_BY_STRONG: usize = 60;
const MOST_BY_WEAK: usize = 15;

/// Longer blocks, in words, are no lines of the page's own, whatever they begin with.
const LONGEST_LINE: usize = 45;

/// Longer blocks, in words, are no captions for having a credit.
const LONGEST_CAPTION: usize = 70;

/// As many blocks in a row that are all link are a list of other articles.
const ROW_OF_LINKS: usize = 3;

/// What is left of a page.
#[derive(Debug, Default)]
pub(super) struct Left {
    pub(super) blocks: Vec<Block>,
    /// What stood under the headline.
    pub(super) standfirst: Option<String>,
    /// What was taken out at the head of the page: a line there may tell who wrote it and when.
    pub(super) head: Vec<String>,
}

/// As many quotations are looked for elsewhere in the article.
const MOST_PULLED: usize = 40;

/// Shorter quotations, in letters, may be said twice; longer blocks, in words, do not tell who says the one before them.
const SHORTEST_PULLED: usize = 12;
const LONGEST_SPEAKER: usize = 12;

/// The blocks of the article.
pub(super) fn taken_out(page: Blocks) -> Left {
    let Blocks { blocks, regions } = page;
    let mut gone = vec![false; blocks.len()];
    let standfirst = by_name(&blocks, &regions, &mut gone);
    pulled(&blocks, &regions, &mut gone);
    for (block, gone) in blocks.iter().zip(&mut gone) {
        *gone = *gone || is_caption(block) || is_line_of_page(block) || is_time(block);
    }
    links(&blocks, &mut gone);
    lists(&blocks, &mut gone);
    frame(&blocks, &mut gone);
    let mut left = Vec::with_capacity(blocks.len());
    let mut head = Vec::new();
    for (place, (block, gone)) in blocks.into_iter().zip(gone).enumerate() {
        if !gone {
            left.push(block);
        } else if place < HEAD {
            head.extend(block.lines);
        }
    }
    // A heading with nothing below it was the heading of what went.
    while left.len() > 1 && left.last().is_some_and(|block| block.kind == Kind::Heading) {
        left.pop();
    }
    Left {
        blocks: left,
        standfirst,
        head,
    }
}

/// Marks what carries a name; gives what stands under the headline.
fn by_name(blocks: &[Block], regions: &[Region], gone: &mut [bool]) -> Option<String> {
    let mut before = vec![0];
    let mut all = 0;
    for block in blocks {
        all += block.words.len();
        before.push(all);
    }
    let mut standfirst = None;
    // How many of the marked regions begin and end at each block.
    let mut edges = vec![0_isize; blocks.len() + 1];
    for region in regions.iter().filter(|region| region.says != Says::Pulled) {
        let length = |place: usize| before.get(place).copied().unwrap_or(all);
        let share = (length(region.to) - length(region.from)) * 100;
        let most = if region.says == Says::Strong {
            MOST_BY_STRONG
        } else {
            MOST_BY_WEAK
        };
        if share > all * most {
            continue;
        }
        if region.says == Says::Standfirst
            && length(region.from) * 100 < all * MOST_BY_WEAK
            && standfirst.is_none()
        {
            standfirst = blocks.get(region.from).map(|block| block.words.clone());
        } else if region.says == Says::Standfirst {
            continue;
        }
        if let Some(edge) = edges.get_mut(region.from) {
            *edge += 1;
        }
        if let Some(edge) = edges.get_mut(region.to) {
            *edge -= 1;
        }
    }
    let mut within = 0;
    for (gone, edge) in gone.iter_mut().zip(edges) {
        within += edge;
        *gone = *gone || within > 0;
    }
    standfirst
}

/// Marks quotations that are words of the article set large: what stands in it as well.
fn pulled(blocks: &[Block], regions: &[Region], gone: &mut [bool]) {
    let quotations: Vec<&Region> = regions
        .iter()
        .filter(|region| region.says == Says::Pulled)
        .collect();
    if quotations.is_empty() {
        return;
    }
    let mut is_quotation = vec![false; blocks.len()];
    for region in &quotations {
        let within = is_quotation.iter_mut().take(region.to).skip(region.from);
        within.for_each(|is| *is = true);
    }
    let elsewhere = blocks.iter().zip(&is_quotation).zip(gone.iter());
    let elsewhere: String = elsewhere
        .filter(|((_, is_quotation), gone)| !**is_quotation && !**gone)
        .flat_map(|((block, _), _)| paragraphs::letters(&block.words))
        .collect();
    for region in quotations.iter().take(MOST_PULLED) {
        let within = blocks
            .iter()
            .zip(gone.iter_mut())
            .take(region.to)
            .skip(region.from);
        let (words, rest): (Vec<_>, Vec<_>) =
            within.partition(|(block, _)| word_count(&block.words) > LONGEST_SPEAKER);
        // Of short blocks alone, the first is the quotation.
        let mut rest = rest.into_iter();
        let words = if words.is_empty() {
            rest.by_ref().take(1).collect()
        } else {
            words
        };
        let stands_elsewhere = !words.is_empty()
            && words.iter().all(|(block, _)| {
                let letters: String = paragraphs::letters(&block.words).collect();
                letters.chars().count() >= SHORTEST_PULLED
                    && memmem::find(elsewhere.as_bytes(), letters.as_bytes()).is_some()
            });
        if stands_elsewhere {
            words.into_iter().chain(rest).for_each(|(_, gone)| *gone = true);
        }
    }
}

/// Whether `words` are a paragraph that a program adds to the articles of a feed.
pub(super) fn is_added_to_feed(words: &str) -> bool {
    if word_count(words) > LONGEST_LINE {
        return false;
    }
    let lower = words.to_lowercase();
    WORDS.feeds.whole.iter().any(|whole| *whole == bare(&lower))
        || has_together(&lower, &WORDS.feeds.together)
}

/// `lower` without the marks around it.
fn bare(lower: &str) -> &str {
    lower.trim_matches(|character: char| !character.is_alphanumeric())
}

/// Whether `lower` begins and goes on as one of `pairs`.
fn has_together(lower: &str, pairs: &[[String; 2]]) -> bool {
    pairs.iter().any(|[opening, later]| {
        lower
            .strip_prefix(opening.as_str())
            .is_some_and(|rest| rest.contains(later.trim_start()))
    })
}

fn word_count(words: &str) -> usize {
    words.split_whitespace().count()
}

fn is_caption(block: &Block) -> bool {
    if block.kind == Kind::Caption {
        return !block.quoted;
    }
    if word_count(&block.words) > LONGEST_CAPTION {
        return false;
    }
    let lower = block.words.to_lowercase();
    let ends = lower.trim_end_matches(['.', ' ']);
    WORDS
        .blocks
        .credits
        .iter()
        .any(|credit| ends.ends_with(credit.as_str()))
        || WORDS
            .blocks
            .credited
            .iter()
            .any(|credit| lower.contains(credit.as_str()))
}

fn is_line_of_page(block: &Block) -> bool {
    if block.quoted || word_count(&block.words) > LONGEST_LINE {
        return false;
    }
    let lower = block.words.to_lowercase();
    let bare = bare(&lower);
    let whole = bare.is_empty() || WORDS.blocks.whole.iter().any(|whole| whole == bare);
    let opens = WORDS
        .blocks
        .openings
        .iter()
        .any(|opening| lower.starts_with(opening.as_str()));
    let together = has_together(&lower, &WORDS.blocks.together);
    // What the software of the site did not replace: "[button link=”…”]".
    let shortcode = lower.starts_with('[') && lower.ends_with(']') && lower.contains('=');
    whole || opens || together || shortcode
}

fn letters(block: &Block) -> usize {
    block
        .words
        .chars()
        .filter(|character| !character.is_whitespace())
        .count()
}

/// As many blocks at the head and at the end may be none of a newsletter's own.
const FRAME_HEAD: usize = 3;
const FRAME_END: usize = 12;

/// Marks what a newsletter has above and below its articles: "View in browser", "Unsubscribe", and the address under it.
fn frame(blocks: &[Block], gone: &mut [bool]) {
    for (block, gone) in blocks.iter().zip(gone.iter_mut()).take(FRAME_HEAD) {
        let is_frame = is_frame(&block.words);
        *gone = *gone || is_frame;
        if !is_frame && is_finished(&block.words) {
            break;
        }
    }
    // An address is no sentence; a sentence that is none of the frame's own is the last of an article.
    let is_short = |block: &Block| !is_finished(&block.words) && word_count(&block.words) <= LONGEST_LINE;
    let end = blocks.iter().zip(gone.iter()).rev().take(FRAME_END);
    let end = end
        .take_while(|(block, gone)| **gone || is_frame(&block.words) || (is_short(block) && !block.quoted));
    let first = end
        .enumerate()
        .filter(|(_, (block, _))| is_frame(&block.words))
        .last();
    if let Some((from_end, _)) = first {
        for gone in gone.iter_mut().rev().take(from_end + 1) {
            *gone = true;
        }
    }
}

fn is_frame(words: &str) -> bool {
    let lower = words.to_lowercase();
    let lower = lower.trim_start_matches(|character: char| !character.is_alphanumeric());
    word_count(words) <= LONGEST_LINE
        && WORDS
            .blocks
            .frame
            .iter()
            .any(|opening| lower.starts_with(opening.as_str()))
}

/// `paragraphs` without what a newsletter has above and below its articles; as they are where they are nothing else.
pub(in crate::load) fn without_frame(paragraphs: &str) -> String {
    let blocks: Vec<Block> = paragraphs.split("\n\n").map(Block::of).collect();
    let mut gone = vec![false; blocks.len()];
    frame(&blocks, &mut gone);
    let left = blocks.iter().zip(gone).filter(|(_, gone)| !gone);
    let left: Vec<&str> = left.map(|(block, _)| block.words.as_str()).collect();
    if left.is_empty() {
        return paragraphs.to_owned();
    }
    left.join("\n\n")
}

/// Whether nearly all of its letters are link.
fn is_link(block: &Block) -> bool {
    block.linked * 10 >= letters(block) * 8
}

/// Whether it is a time and nothing else but what the time is of: "Updated 4 March".
fn is_time(block: &Block) -> bool {
    let is_date = |words: &str| date_line::read(words).is_some();
    // A time for programs has the year.
    let is_line_of_date = || is_date(&block.words) || is_date(&format!("{} {ANY_YEAR}", block.words));
    block.timed > 0 && (block.timed == letters(block) || is_line_of_date())
}

/// What makes a date of a day.
const ANY_YEAR: &str = "2000";

/// Blocks that are nothing but links to other articles.
fn links(blocks: &[Block], gone: &mut [bool]) {
    let leads_away = |block: &Block| {
        is_link(block) && !block.quoted && !is_finished(&block.words) && word_count(&block.words) > 3
    };
    let mut start = 0;
    for run in blocks.chunk_by(|a, b| leads_away(a) == leads_away(b)) {
        let end = start + run.len();
        if run.first().is_some_and(leads_away) {
            let is_list = run.len() >= ROW_OF_LINKS;
            for (block, gone) in run.iter().zip(gone.iter_mut().skip(start)) {
                *gone = *gone || is_list || matches!(block.kind, Kind::Heading | Kind::Paragraph);
            }
        }
        start = end;
    }
}

/// Lists of other things, with the heading that opens them.
fn lists(blocks: &[Block], gone: &mut [bool]) {
    let mut in_list = false;
    for (block, gone) in blocks.iter().zip(gone) {
        if opens_list(block) {
            in_list = true;
            *gone = true;
        } else if in_list {
            let prose = block.kind == Kind::Paragraph && !is_link(block) && is_finished(&block.words);
            if prose {
                in_list = false;
            } else {
                *gone = true;
            }
        }
    }
}

fn opens_list(block: &Block) -> bool {
    let count = word_count(&block.words);
    let is_heading = block.kind == Kind::Heading
        || (count <= 6 && block.words.ends_with(':'))
        || block.heavy == letters(block);
    let lower = block.words.to_lowercase();
    is_heading
        && count <= 8
        && (!is_finished(&block.words) || block.words.ends_with(':'))
        && WORDS
            .blocks
            .headings
            .iter()
            .any(|heading| lower.starts_with(heading.as_str()))
}
