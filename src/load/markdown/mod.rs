//! Markdown → [`Article`]: the front matter is taken for what it tells, the rest becomes plain paragraphs.

mod blocks;
mod clippings;
mod marks;
mod notes;

use crate::briefing::{Article, CleanText};
use crate::load::front_matter::{self, Fault};
use crate::load::paragraphs::is_finished;
use crate::load::{metadata, text};
use blocks::Block;

/// Reads `markdown` into the fields of `article`.
pub(super) fn read(markdown: &str, article: &mut Article) -> Result<(), Fault> {
    let body = front_matter::read(markdown, article)?;
    let (body, told) = clippings::without_head(body);
    front_matter::apply(&told, article);
    let (body, properties) = notes::without_properties(&body);
    if let Some(properties) = properties {
        front_matter::apply(&properties, article);
    }
    let (body, tags) = marks::without_template_tags(body);
    if tags > 0 {
        article.notes.push(CleanText::line(
            "Instructions to the program that makes the page ({{< … >}}, {% … %}) were left out.",
        ));
    }
    let mut blocks = blocks::read(&body);
    notes::take(&mut blocks, article);
    take_title(&mut blocks, article);
    let paragraphs = blocks.into_iter().map(|block| block.words).collect();
    text::read_paragraphs(paragraphs, article);
    Ok(())
}

/// Makes the first heading of the first level the title, or drops it where the front matter has the same. After a
/// sentence of the story it heads a part of it.
fn take_title(blocks: &mut Vec<Block>, article: &mut Article) {
    let is_story = |block: &Block| {
        block.heading.is_none() && is_finished(&block.words) && metadata::read(&block.words).is_none()
    };
    let place = blocks
        .iter()
        .take_while(|block| !is_story(block))
        .position(|block| block.heading == Some(1));
    let Some(place) = place.filter(|_| blocks.len() > 1) else {
        return;
    };
    let is_new = article.title.is_none();
    let is_same = |title: &CleanText| blocks.get(place).is_some_and(|block| block.words == **title);
    if is_new || article.title.as_ref().is_some_and(is_same) {
        let title = blocks.remove(place);
        article.title.get_or_insert_with(|| CleanText::line(&title.words));
    }
}
