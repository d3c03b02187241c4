//! A briefing in TOML → the article in it, and what a person wrote about it.

use crate::briefing::Article;
use crate::briefing::toml::{self, BriefingFile};
use crate::briefing::{CleanText, Written};
use crate::load::error::LoadError;
use crate::load::paragraphs;

/// Reads `text`, the content of the file called `name`, into `article`. The text of the article is taken as the body it
/// is: no metadata is looked for in it.
pub(super) fn read(text: &str, name: &CleanText, article: &mut Article) -> Result<Written, LoadError> {
    let BriefingFile {
        article: mut fields,
        written,
    } = toml::read(text, name)?;
    let body = fields
        .text
        .take()
        .map(|text| paragraphs::normal_form(&text))
        .unwrap_or_default();
    if body.is_empty() {
        return Err(LoadError::NoArticle { path: name.clone() });
    }
    article.text = CleanText::new(&body);
    fields.correct(article);
    Ok(written)
}
