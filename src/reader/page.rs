//! The article as one text to be wrapped: headline, standfirst, byline, body.

use crate::briefing::{Article, Span};

use super::theme::Role;

/// One text, with what is known of its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Header and body, a blank line between their parts.
    pub text: String,
    /// Where the body starts in `text`.
    body: usize,
    /// The parts of the header, and what they are.
    header: Vec<(Span, Role)>,
}

impl Page {
    /// The page of `article`.
    pub fn new(article: &Article) -> Self {
        let mut page = Self {
            text: String::with_capacity(article.text.len() + 512),
            ..Self::default()
        };
        if let Some(notice) = &article.notice {
            page.add(notice, Role::Problem);
        }
        if let Some(title) = &article.title {
            page.add(title, Role::Heading);
        }
        if let Some(standfirst) = &article.standfirst {
            page.add(standfirst, Role::Text);
        }
        // A date is not broken over two rows.
        let date = article
            .published
            .map(|published| published.to_string().replace(' ', "\u{a0}"));
        let parts = [
            article.byline.as_deref(),
            article.source.as_deref(),
            date.as_deref(),
        ];
        let particulars: Vec<&str> = parts.into_iter().flatten().collect();
        if !particulars.is_empty() {
            page.add(&particulars.join(" · "), Role::Dim);
        }
        page.body = page.text.len();
        page.text.push_str(&article.text);
        page
    }

    fn add(&mut self, part: &str, role: Role) {
        let start = self.text.len();
        self.text.push_str(part);
        self.header.push((Span::new(start, self.text.len()), role));
        self.text.push_str("\n\n");
    }

    /// Where bytes of the article's text stand on the page.
    pub fn on_page(&self, span: Span) -> Span {
        Span::new(span.start() + self.body, span.end() + self.body)
    }

    /// Where the body starts.
    pub fn body(&self) -> usize {
        self.body
    }

    /// The parts of the header, in order.
    pub fn header(&self) -> &[(Span, Role)] {
        &self.header
    }
}
