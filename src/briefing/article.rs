//! What somebody wrote.

use std::fmt;
use std::path::PathBuf;

use jiff::civil::{Date, Time};

use crate::briefing::{ArticleId, CleanText, Entry, language};

/// An article: its words, and what is known about them.
///
/// `text` is the body alone, normalised: paragraphs are separated by one blank line (`"\n\n"`), a paragraph holds no
/// newline, and headline, standfirst, byline and "Published …" lines are not in it. All [`Span`](crate::briefing::Span)s
/// of a briefing count bytes of `text`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Article {
    /// The body.
    pub text: CleanText,
    /// The headline.
    pub title: Option<CleanText>,
    /// The sentence or two under the headline that sell the article.
    pub standfirst: Option<CleanText>,
    /// Who wrote it, without "By".
    pub byline: Option<CleanText>,
    /// Where and by whom it was filed, as the first words of the body had it: "PARIS (Reuters)".
    pub dateline: Option<CleanText>,
    /// The paper, agency or site.
    pub source: Option<CleanText>,
    /// Where it can be read; `http` or `https`.
    pub url: Option<CleanText>,
    /// When it was published.
    pub published: Option<Published>,
    /// When its file was made, where only the file tells: the weakest kind of date, see [`Article::settle_published`].
    pub made: Option<Published>,
    /// BCP 47 language tag, where the file tells ("en", "en-GB") or the words do that they are not English; `und` where
    /// nobody can tell which it is.
    pub language: Option<CleanText>,
    /// The file it came from; `None` for standard input.
    pub path: Option<PathBuf>,
    /// Which article of that file, where it holds several.
    pub entry: Option<Entry>,
    /// What must be known before it is used: that its publisher withholds it, or has put an embargo on it.
    pub notice: Option<CleanText>,
    /// What kind of file that was.
    pub format: Format,
    /// What was put right or left out when the file was read, a sentence each.
    pub notes: Vec<CleanText>,
}

impl Article {
    /// Settles when it was published: what the article tells, else the day that the user gives, else the day on which
    /// its file was made, which is noted.
    pub fn settle_published(&mut self, given: Option<Published>) {
        self.published = self.published.or(given);
        if self.published.is_none() && self.made.is_some() {
            self.published = self.made;
            self.notes.push(CleanText::line(
                "The date is that on which the file was made: the article tells none.",
            ));
        }
    }

    /// What to call the article in a list: its title, else the start of its standfirst or text, else its file.
    pub fn display_title(&self) -> CleanText {
        if let Some(title) = self.title.as_ref().or(self.standfirst.as_ref()) {
            return CleanText::line(title);
        }
        let first = self.text.lines().next().unwrap_or_default();
        if first.is_empty() {
            self.file_name()
        } else {
            CleanText::line(first)
        }
    }

    /// Whether its language is the one that is read in full; where nothing tells the language, it is taken to be.
    pub fn is_read(&self) -> bool {
        self.language
            .as_ref()
            .is_none_or(|tag| tag.is_empty() || language::is_read(tag))
    }

    /// What the reader of a briefing must know where the article is not in the language that is read in full: "In French:
    /// only quotation marks and absolute dates are read".
    pub fn language_notice(&self) -> Option<String> {
        let tag = self.language.as_ref().filter(|_| !self.is_read())?;
        let name = language::name(tag).map_or("Not in English".to_owned(), |name| format!("In {name}"));
        Some(format!(
            "{name}: only quotation marks and absolute dates are read"
        ))
    }

    /// What must be told before anything else of it: the notice of its publisher, then that of its language.
    pub fn notices(&self) -> Vec<String> {
        let own = self.notice.as_ref().map(ToString::to_string);
        own.into_iter().chain(self.language_notice()).collect()
    }

    /// The file's name without its folder, fit to be shown, and which article of it: `summit.txt`, `news.mbox#3`,
    /// `news.zip/summit.html`; "standard input" where there is no file.
    pub fn file_name(&self) -> CleanText {
        match self.path.as_ref().and_then(|path| path.file_name()) {
            Some(name) => self.labelled(&name.to_string_lossy()),
            None => self.labelled("standard input"),
        }
    }

    /// The same with the folder; `None` for standard input.
    pub fn full_name(&self) -> Option<CleanText> {
        let path = self.path.as_ref()?;
        Some(self.labelled(&path.to_string_lossy()))
    }

    fn labelled(&self, name: &str) -> CleanText {
        let label = self.entry.as_ref().map_or("", |entry| entry.label.as_str());
        CleanText::line(&format!("{name}{label}"))
    }

    /// What tells it from all others; `None` for standard input.
    pub fn id(&self) -> Option<ArticleId> {
        Some(ArticleId {
            path: self.path.clone()?,
            entry: self.entry.as_ref().map(|entry| entry.key.clone()),
        })
    }
}

/// A publication date, and the time of day where it is known (the publisher's own, no zone).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Published {
    /// The day.
    pub date: Date,
    /// The time of day.
    pub time: Option<Time>,
}

/// As people write it: `Thu 4 Sep 2025`, `Thu 4 Sep 2025, 14:30`.
impl fmt::Display for Published {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.date.strftime("%a %-d %b %Y"))?;
        match self.time {
            Some(time) => write!(formatter, ", {}", time.strftime("%H:%M")),
            None => Ok(()),
        }
    }
}

impl From<Date> for Published {
    fn from(date: Date) -> Self {
        Self { date, time: None }
    }
}

/// The kind of file an article came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A saved web page.
    Html,
    /// The program's own format, see [`toml`](crate::briefing::toml).
    Toml,
    /// A mail message, or a web page saved as one.
    Mail,
    /// An entry of a feed: RSS, Atom, JSON Feed.
    Feed,
    /// A Word document.
    Docx,
    /// A document in RTF.
    Rtf,
    /// A PDF.
    Pdf,
    /// A chapter of an e-book.
    Epub,
    /// An article of a news database: Nexis, Factiva, `ProQuest`.
    Export,
    /// An agency's item: IPTC ninjs.
    Ninjs,
    /// An agency's item: IPTC `NewsML-G2`.
    NewsMl,
}

impl Format {
    /// The word for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Toml => "toml",
            Self::Html => "html",
            Self::Mail => "mail",
            Self::Feed => "feed",
            Self::Docx => "docx",
            Self::Rtf => "rtf",
            Self::Pdf => "pdf",
            Self::Epub => "epub",
            Self::Export => "export",
            Self::Ninjs => "ninjs",
            Self::NewsMl => "newsml",
        }
    }
}
